export function put(owner, data) {
  owner.setData(data);
}
