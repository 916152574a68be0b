Page({ data: { total: 12 } });
