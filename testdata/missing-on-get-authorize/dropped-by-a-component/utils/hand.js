// 事件类型决定调用哪个属性
export function hand(component, e) {
  const name = `on${e.type[0].toUpperCase()}${e.type.slice(1)}`;
  if (component.props[name]) component.props[name](e);
}
