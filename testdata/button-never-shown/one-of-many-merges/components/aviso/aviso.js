Component({
  props: { titulo: '' },
});
