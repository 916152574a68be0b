Component({
  data: { declined: false, ready: my.canIUse('button.open-type.getAuthorize') },

  methods: {
    onPhone() {
      my.getPhoneNumber({
        success: ({ response }) => this.send(response),
        fail: () => this.onDeclined(),
      });
    },

    send(response) {
      my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
    },

    onDeclined() {
      this.setData({ declined: true }); //~ refusal-is-final: a refusal sets `declined`, which hides the authorize button
    },
  },
});
