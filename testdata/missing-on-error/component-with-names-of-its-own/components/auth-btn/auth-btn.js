Component({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize') },
  methods: {
    agree(e) {
      this.props.onDone && this.props.onDone(e.detail.userInfo.nickName);
    },
    deny() {
      const { onRefuse } = this.props;
      onRefuse && onRefuse();
    },
  },
});
