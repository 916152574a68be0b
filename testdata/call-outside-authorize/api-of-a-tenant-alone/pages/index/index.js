// Nothing else in this program has to do with consent.
Page({
  data: { card: '' },

  onLoad() {
    this.show();
  },

  show() {
    my.requestMemberCard({ //~ call-outside-authorize: `my.requestMemberCard`
      success: ({ response }) => this.setData({ card: response }),
      fail: () => my.showToast({ content: 'También puede escribir su número de socio' }),
    });
  },
});
