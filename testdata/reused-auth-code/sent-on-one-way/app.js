App({ globalData: { session: '', hasCode: false } });
