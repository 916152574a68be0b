Page({ data: { off: false } });
