Component({
  props: { onDone: () => {} },
  data: {
    canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
  },
  methods: {
    agreed() {
      this.props.onDone();
    },

    refused(e) { //~ empty-on-error
      console.warn('auth refused', e);
    },
  },
});
