Component({ props: { kind: '', label: '' } });
