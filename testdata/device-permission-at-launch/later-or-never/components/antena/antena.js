Component({
  didMount() {
    my.openBluetoothAdapter({});
  },
});
