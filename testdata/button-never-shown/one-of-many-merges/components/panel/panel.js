import { register } from '../../common/component';
import transition from '../../mixins/transition';

register({
  behaviors: [transition],
  properties: { titulo: '' },
});
