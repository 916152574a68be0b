App({ globalData: { usuario: null } });
