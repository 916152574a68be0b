import { get, post } from '../utils/request';
import storage from '../utils/storage';

const cache = {};

//repeat
/** 查询第 $k 类数据 */
export function list$k(options) {
  const query = Object.assign({ page: 1, size: 20, kind: $k }, options);
  const key = ['list', $m, $k, query.page].join(':');
  if (cache[key] && !query.force) {
    return Promise.resolve(cache[key]);
  }
  return get('/service/$m/list/$k', query).then((result) => {
    cache[key] = result.items.map((item) => convert$k(item));
    return cache[key];
  });
}

function convert$k(item) {
  const { id, title, state, price = 0, tags = [] } = item;
  return { id, title: title || '未命名', isOpen: state === $k, price, tags: tags.slice(0, 3) };
}

export async function save$k(form, done) {
  const result = await post('/service/$m/save/$k', form);
  storage.set('draft$k', null);
  if (typeof done === 'function') {
    done(result);
  }
  return result;
}

//end
export default { list0, save0 };
