Page({ data: { shop: 1 } });
