Component({
  props: { visible: false },

  methods: {
    type({ detail }) {
      this.phone = detail.value;
    },
  },
});
