Component({ props: { plana: false, alCerrar() {} } });
