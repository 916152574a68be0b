Component({ props: { show: false, className: '', customStyle: '' } });
