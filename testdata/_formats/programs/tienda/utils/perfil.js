export function leerPerfil(listo) {
	my.getOpenUserInfo({
		success(res) {
			const perfil = JSON.parse(res.response).response;
			if (perfil.code === '10000') listo(perfil.nickName);
		},
		fail() {
			my.showToast({ content: 'Puede escribir su apodo' });
		},
	});
}
