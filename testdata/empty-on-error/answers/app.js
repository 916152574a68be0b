App({ globalData: { refused: false } });
