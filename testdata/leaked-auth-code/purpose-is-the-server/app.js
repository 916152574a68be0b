App({ globalData: { authCode: "" } });
