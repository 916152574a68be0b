Page({ data: { i: {} }, eh() {} });
