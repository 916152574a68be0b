App({ globalData: { userInfo: null } });
