Component({
  props: { info: {} },
});
