Page({
  data: { city: '', face: '' },

  locate() {
    my.getLocation({ success: ({ city }) => this.setData({ city }) });
  },

  photograph() {
    my.chooseImage({
      sourceType: ['camera'], // the album is not asked for
      success: ({ apFilePaths: [face] }) => this.setData({ face }),
    });
  },
});
