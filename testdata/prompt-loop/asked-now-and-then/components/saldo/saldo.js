Component({
  props: { uid: '' },
  data: { points: 0 },

  didUpdate(prevProps) {
    // only for another member
    if (prevProps.uid !== this.props.uid) {
      this.ask(['auth_user']);
    }
    if (this.data.points !== this.props.uid) {
      my.getAuthCode({ //~ prompt-loop
        scopes: 'auth_user',
        success: () => this.setData({ points: 1 }),
        fail: () => my.showToast({ content: 'maaf' }),
      });
    }
  },

  methods: {
    ask(scopes) {
      my.getAuthCode({
        scopes,
        success: () => this.setData({ points: 1 }),
        fail: () => my.showToast({ content: 'maaf' }),
      });
    },
  },
});
