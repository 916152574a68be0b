App({ globalData: { user: null } });
