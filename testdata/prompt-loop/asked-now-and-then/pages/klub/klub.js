Page({ data: { uid: "" }, ganti() { this.setData({ uid: String(Date.now()) }); } });
