import { checked } from '../../utils/page';

Page(checked({
  data: { agreed: true },
  agree() {
    this.setData({ agreed: !this.data.agreed });
  },
}));
