// A plugin for ESLint and oxlint: calls that prompt, in a hook or in a method of the same
// object that a hook calls by `this.x()`. One file is all that it sees.

const APIS = new Set(['getOpenUserInfo', 'getPhoneNumber']);
const HOOKS = new Set(['onLaunch', 'onLoad', 'onShow', 'onReady', 'didMount']);

/** The name of `x` in `object.x()`. */
function member(call, isObject) {
  const { callee } = call;
  const isMember = callee.type === 'MemberExpression' && !callee.computed;
  return isMember && isObject(callee.object) ? callee.property.name : undefined;
}

const isWallet = (node) => node.type === 'Identifier' && node.name === 'my';
const isThis = (node) => node.type === 'ThisExpression';

/** The method of the object of `Page({ … })` and the like that `node` lies in. */
function method(node) {
  for (let it = node; it.parent; it = it.parent) {
    const object = it.parent;
    const outer = object.parent;
    const isRegistered = object.type === 'ObjectExpression' && outer.type === 'CallExpression';
    if (it.type === 'Property' && isRegistered && /^(App|Page|Component)$/.test(outer.callee.name)) {
      return it.key.name;
    }
  }
  return undefined;
}

const rule = {
  meta: { type: 'problem', schema: [], messages: { prompts: '`my.{{name}}` runs when the page opens' } },
  create(context) {
    const calls = [];
    const called = new Map();
    return {
      CallExpression(node) {
        const name = member(node, isWallet);
        const own = member(node, isThis);
        const from = (APIS.has(name) || own) && method(node);
        if (from && own) {
          called.set(from, [...(called.get(from) ?? []), own]);
        } else if (from) {
          calls.push({ node, name, from });
        }
      },
      'Program:exit'() {
        const reached = new Set(HOOKS);
        for (const from of reached) {
          (called.get(from) ?? []).forEach((name) => reached.add(name));
        }
        for (const { node, name } of calls.filter((it) => reached.has(it.from))) {
          context.report({ node, messageId: 'prompts', data: { name } });
        }
      },
    };
  },
};

export default { meta: { name: 'consent' }, rules: { 'call-at-load': rule } };
