Component({
  props: { member: {} },
});
