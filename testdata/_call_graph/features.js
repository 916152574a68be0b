const second = () => {};
const third = () => {};
const [, ...tail] = [0, second, ...[third]];
tail[0]();
tail[1]();

const visits = new Map([['a', () => 'first']]);
visits.set('b', () => 'later');
for (const [, visit] of visits) visit();
visits.get('b')();

function* steps() {
  const answer = yield () => 'yielded';
  answer();
  return () => 'returned';
}
const walk = steps();
walk.next(() => 'sent').value();

new Promise(() => {
  throw () => 'thrown';
}).then(null).catch((reason) => reason());
Promise.all([second, Promise.resolve(third)]).then(([one, two]) => two());

try {
  (() => {
    throw () => 'up';
  })();
} catch (error) {
  error();
}

const shop = {};
Object.defineProperties(shop, { open: { get() { return this.door; } } });
shop.door = () => 'door';
shop.open();

const base = { greet() { this.name(); } };
const heir = { name() {}, greet() { super.greet(); } };
Object.setPrototypeOf(heir, base);
heir.greet();

const copy = {};
for (const key in heir) copy[key] = heir[key];
copy.name();

class Lamp {
  unused() {
    this.light();
  }
  light() {}
}

const FIRST = 'first';
const SECOND = 'second';
const table = { [FIRST]: () => 'one', [SECOND]: () => 'two' };
table[FIRST]();
table.second();
table[Date.now()]();
const plain = { first: () => 'never' };
plain[Date.now()]();
