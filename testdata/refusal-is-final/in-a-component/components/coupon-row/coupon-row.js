Component({
  data: { declined: false, ready: my.canIUse('button.open-type.getAuthorize') },

  methods: {
    join() {
      my.navigateTo({ url: '/pages/card/card' });
    },

    decline() {
      this.setData({ declined: true });
      my.showToast({ content: 'Puede unirse más tarde' });
    },
  },
});
