import bus from '/utils/bus';

Component({
  mixins: [],
  data: { isOpen: false, shown: [] },
  props: {
    title: '',
    items: [],
    onPick: () => {},
  },
  didMount() {
    this.update();
    bus.on('card$m', this.update, this);
  },
  didUpdate(previous) {
    if (previous.items !== this.props.items) {
      this.update();
    }
  },
  didUnmount() {
    bus.off('card$m', this.update);
  },
  methods: {
    update() {
      const items = this.props.items || [];
      this.setData({ shown: this.data.isOpen ? items : items.slice(0, 3) });
    },
    toggle() {
      this.setData({ isOpen: !this.data.isOpen });
      this.update();
    },
    pick(e) {
      const { onPick } = this.props;
      if (onPick) {
        onPick(e);
      }
    },
  },
});
