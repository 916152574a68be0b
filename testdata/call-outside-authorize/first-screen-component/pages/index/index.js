Page({ data: { list: [1] } });
