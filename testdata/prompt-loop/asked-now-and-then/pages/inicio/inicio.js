Page({ data: { title: "Inicio" }, abrir() { my.navigateTo({ url: "/pages/harian/harian" }); } });
