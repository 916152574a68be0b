import nombre from '../../mixins/nombre';
import manual from '../../mixins/manual';

const { globalData } = getApp();
const mixins = [nombre];
if (globalData.sinCartera) mixins.push(manual);

Component({ mixins, data: { nombre: '', telefono: '' } });
