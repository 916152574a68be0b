App({ clave: '' });
