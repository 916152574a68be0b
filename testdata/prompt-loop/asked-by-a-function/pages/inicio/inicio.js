Page({ ver() { my.navigateTo({ url: '/pages/puntos/puntos' }); } });
