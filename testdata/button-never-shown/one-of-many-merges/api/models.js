// 后台字段 → 页面字段
import { rename } from '../common/rename';

export const user = (raw) => rename(raw, { kind: 'user' }, { nick_name: 'nickName', avatar_url: 'avatar' });
export const order = (raw) => rename(raw, { kind: 'order' }, { order_id: 'id', create_time: 'createdAt' });
export const shop = (raw) => rename(raw, { kind: 'shop' }, { shop_name: 'name', shop_addr: 'address' });
export const coupon = (raw) => rename(raw, { kind: 'coupon' }, { coupon_id: 'id', end_time: 'expires' });
export const goods = (raw) => rename(raw, { kind: 'goods' }, { goods_name: 'name', goods_price: 'price' });
export const address = (raw) => rename(raw, { kind: 'address' }, { addr_id: 'id', addr_detail: 'detail' });
export const invoice = (raw) => rename(raw, { kind: 'invoice' }, { invoice_no: 'number' });
export const refund = (raw) => rename(raw, { kind: 'refund' }, { refund_id: 'id', refund_fee: 'amount' });
export const comment = (raw) => rename(raw, { kind: 'comment' }, { content: 'text' });
export const activity = (raw) => rename(raw, { kind: 'activity' }, { act_id: 'id', act_name: 'name' });
export const banner = (raw) => rename(raw, { kind: 'banner' }, { img_url: 'image' });
export const category = (raw) => rename(raw, { kind: 'category' }, { cat_id: 'id', cat_name: 'name' });
export const member = (raw) => rename(raw, { kind: 'member' }, { level: 'grade' });
export const point = (raw) => rename(raw, { kind: 'point' }, { point_total: 'points' });
export const store = (raw) => rename(raw, { kind: 'store' }, { store_id: 'id' });
export const ticket = (raw) => rename(raw, { kind: 'ticket' }, { ticket_no: 'number' });
export const city = (raw) => rename(raw, { kind: 'city' }, { city_code: 'code', city_name: 'name' });
