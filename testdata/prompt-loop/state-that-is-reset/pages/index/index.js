Page({ data: { title: '首页' } });
