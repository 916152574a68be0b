Page({ open() { my.navigateTo({ url: "/pages/terms/terms" }); } });
