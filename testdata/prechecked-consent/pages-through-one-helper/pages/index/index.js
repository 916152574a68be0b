import { checked } from '../../utils/page';

Page(checked({
  data: { agreed: false },
  agree() {
    this.setData({ agreed: !this.data.agreed });
  },
}));
