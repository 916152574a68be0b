Page({
  data: { can: my.canIUse('button.open-type.getAuthorize') },

  ask() {
    my.getPhoneNumber({ success: ({ response }) => this.got(response), fail: () => this.got('') });
  },

  got(response) {
    my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
  },
});
