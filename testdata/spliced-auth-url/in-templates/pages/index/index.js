Page({ data: { a: true, b: false, id: '2021000000000000', page: '' } });
