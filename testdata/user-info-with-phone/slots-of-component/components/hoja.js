Component({ props: { visible: false } });
