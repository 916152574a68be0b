Component({
  props: { onReady: null, onRefuse: () => {} },
  methods: {
    done() {
      my.getStorage({
        key: 'welcome',
        complete: () => {
          if (this.props.onReady) this.props.onReady();
        },
      });
    },

    refused() {
      this.props.onRefuse();
    },
  },
});
