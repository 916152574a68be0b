Component({
  props: { info: {} },
  data: { key: '' },

  didUpdate() {
    const { info } = this.props
    if (info && info.userId !== this.data.key) { //~ identity-from-user-info: `userId`
      this.setData({ key: info.userId }) //~ identity-from-user-info: `userId`
    }
  },
})
