Component({
  methods: {
    keep(sheet) { this.sheet = sheet },
    show() { this.sheet.show() },
    hide() { this.sheet.hide() },
  },
});
