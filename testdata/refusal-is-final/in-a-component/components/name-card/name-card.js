Component({
  data: { visible: true, ready: my.canIUse('button.open-type.getAuthorize') },

  methods: {
    use() {
      this.hide();
    },

    hide() {
      this.setData({ visible: false });
    },

    show() {
      this.setData({ visible: true });
    },
  },
});
