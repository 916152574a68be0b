import { rename } from './rename';

// 组件统一在这里注册
export function register(options) {
  const made = {};
  rename(options, made, { properties: 'props', behaviors: 'mixins', methods: 'methods', mounted: 'didMount' });
  Component(made);
}
