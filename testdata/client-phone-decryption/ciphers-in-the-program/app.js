App({ globalData: { key: '' } });
