Component({
  data: { ciudad: '' },
  methods: {
    ubicar() {
      my.getLocation({ success: ({ city }) => this.setData({ ciudad: city }) });
    },
  },
});
