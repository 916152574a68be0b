Component({
  data: { puede: my.canIUse('button.open-type.getAuthorize') },
  methods: {
    alAceptar() { this.props.onListo(); },
    alRechazar(e) { console.log(e); }, //~ empty-on-error
  },
});
