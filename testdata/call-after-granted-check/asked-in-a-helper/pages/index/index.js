Page({ data: { name: "首页" } });
