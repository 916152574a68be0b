//! Source and what it is lowered to.

use super::super::{Expr, Language};
use super::checked;
use super::print::print;

/// Sources, each line behind a `>`, and the printed trees.
const CASES: &str = r#"
> Page({
>   data: { 'a-b': !0, 1: -2 },
>   onLoad(q) { my.x({ success: (res) => this.y(res['code']) }) },
>   y: async function* z() {}, get w() { return 1 }, ...mixin, [k]: 0,
> })
  z = f3
  $Page({data: {a-b: true, 1: -2}, onLoad: f1, y: f3, get w: f4, ...$mixin, [$k]: 0})
f1 method onLoad
  q = %0
  $my.x({success: f2})
f2 arrow success
  res = %0
  return this.y(res.code)
f3 async function* z
f4 getter w
  return 1

> var { a, b: [c, , ...d], ['e']: f = 1, [g]: h, ...i } = o
> ;[a.b, c] = [c, a.b];
> ({ x: this.y } = z)
  a = $o.a
  c = $o.b.0
  d = rest($o.b from 2)
  f = ($o.e Nullish 1)
  h = $o[$g]
  i = rest($o)
  a.b = [c, a.b].0
  c = [c, a.b].1
  this.y = $z.x

> function f(a, { b } = {}, ...c) { return g(b) }
> var g = function () {}, h = () => {}, k = class {}
> o.m = () => 1
> function own() { own() }
  f = f1
  own = f2
  g = f3
  h = f4
  k = class k {made constructor f5}
  $o.m = f6
f1 function f
  a = %0
  b = (%1 Nullish {}).b
  c = %...2
  return g(b)
f2 function own
  own()
f3 function g
f4 arrow h
f5 constructor k
f6 arrow m
  return 1

> if (a) f(); else if (b) throw c
> g()
> function f() {
>   if (!a) return 1
>   b()
>   if (c) { d() } else { throw e }
>   f()
> }
  f = f1
  $a
  if $a | f()
  unless $a | $b
  unless $a | if $b | throw($c)
  $g()
f1 function f
  !$a
  if !$a | return 1
  unless !$a | $b()
  unless !$a | $c
  unless !$a | if $c | $d()
  unless !$a | unless $c | throw($e)
  unless !$a | if $c | f()

> for (let i = 0; i < n; i++) { if (a) continue; b(i) }
> do { if (c) continue; d() } while (e())
> for (k in o) f(k)
> for (const [x, y] of z) g(x, y)
> while (p) q()
> label: for (;;) { break label }
  i = 0
  loop | (i Order(Less) $n)
  loop | if (i Order(Less) $n) | $a
  loop | if (i Order(Less) $n) | unless $a | $b(i)
  loop | if (i Order(Less) $n) | i = unary(i)
  loop | $c
  loop | unless $c | $d()
  loop | $e()
  loop | $k = ?($o)
  loop | $f($k)
  loop | x = element($z).0
  loop | y = element($z).1
  loop | $g(x, y)
  loop | $p
  loop | if $p | $q()

> switch (a) { case 1: case 2: b(); break; case 3: c(); default: d() }
> switch (a) { case 1: { break } default: d() }
  $a
  ?(1, 2)
  case $a of ?(1, 2) | $b()
  3
  case $a of 3 | $c()
  case | $d()
  $a
  1
  case $a of default | $d()

> function f() {
>   switch (a) { case 1: case 2: return; case 3: if (b) break; return; case 4: { throw c } }
>   d()
> }
  f = f1
f1 function f
  $a
  ?(1, 2)
  3
  case $a of 3 | $b
  4
  case $a of 4 | throw($c)
  beside $a of 1 | beside $a of 2 | beside $a of 4 | $d()

> try { a() } catch ({ message }) { b(message) } finally { c() }
> try { d() } finally {}
  try | $a()
  catch | message = caught.message
  catch | $b(message)
  finally | $c()
  try! | $d()

> function f() {
>   if (a) return 1; else { throw b }
>   c(() => d()); function g() { h() } return 2
> }
> while (a) { switch (b) { case 1: return; break; default: c(); continue } d() }
> for (;;) { switch (b) { case 1: throw e; default: { return } } f() }
  f = f1
  loop | $a
  loop | if $a | $b
  loop | if $a | 1
  loop | if $a | case $b of default | $c()
  loop | if $a | beside $b of 1 | $d()
  loop | $b
  loop | 1
  loop | case $b of 1 | throw($e)
  loop | beside $b of 1 | never | f()
f1 function f
  g = f2
  $a
  if $a | return 1
  unless $a | throw($b)
  never | $c(f3)
  never | return 2
f2 function g
  $h()
f3 arrow -
  return $d()

> a && b(); c || d(); e ?? f(); g ? h() : i()
> j ||= k(); l += 'm'; n++; a?.b?.[c]?.(d)
  ($a And $b())
  ($c Or $d())
  ($e Nullish $f())
  ($g ? $h() : $i())
  $j = ($j Or $k())
  $l = ($l Add 'm')
  $n = unary($n)
  $a.b[$c]($d)

> 'a' + 'b' + c + 'd'; o['x' + 'y'] = `z`; o[1]; o[k]; `p${q}r`
> void 0; !1; -x; typeof y; delete o.z; (0, o.f)(...args); new A; new B(1)
> new.target; tag`a${b}`; 10n; /x/g; [1, , 2]; ({ undefined, arguments })
  (('ab' Add $c) Add 'd')
  $o.xy = 'z'
  $o.1
  $o[$k]
  `p${$q}r`
  undefined
  false
  unary($x)
  typeof($y)
  delete($o.z)
  (0, $o.f)(...$args)
  new $A()
  new $B(1)
  new.target
  $tag`$b`
  10
  regex
  [1, 2]
  {undefined: undefined, arguments: arguments}

> class A extends B {
>   constructor(x) { super(x) }
>   static s = 1; t = () => this.u; #v; ['w'] = 2
>   static { init() }
>   get y() { return super.z } static async m() {}
> }
  A = class A < $B {constructor f1, fields f4, static f6, static s: 1, t: f5, #v: undefined, w: 2, get y: f2, static m: f3}
f1 constructor constructor
  x = %0
  super(x)
f2 getter y
  return super.z
f3 async method m
f4 initializer -
  this.t = f5
  this.#v = undefined
  this.w = 2
f5 arrow t
  return this.u
f6 initializer -
  this.s = 1
  $init()

> x = class C extends D {}
> @dec class E { @log m() {} }
  C = class C < $D {made constructor f1}
  $x = class C < $D {made constructor f1}
  ?($log)
  $dec(class E {made constructor f3, m: f2})
  E = class E {made constructor f3, m: f2}
f1 constructor C
  super(...arguments)
f2 method m
f3 constructor E

> import d, { a as b } from './m'
> export const s = b, { t } = d
> export default function () {}
> import('v').then(import.meta)
  s = b
  t = d.t
  s
  t
  f1
  import('v').then(import.meta)
f1 function -

> own()
> export default function own() { return own }
  own = f1
  own()
  own
f1 function own
  return own

> { function f() {} }
> f()
> let v
> { let v = 1; g(v) }
> function h(v) { var v = 2; return v }
> try {} catch (e) { var e = 3 }
  h = f1
  f = f2
  f = f
  f()
  v = 1
  $g(v)
  catch | e = caught
  catch | e = 3
f1 function h
  v = %0
  v = 2
  return v
f2 function f

> //ts
> enum E { A, B = 'b', C = 4, D }
> namespace N { export const x = 1; export function f() { return x } }
> import r = require('r'); import Q = N.f; export = E; declare const z: number
> abstract class K { constructor(private a: string, public b = 1) {} abstract m(): void; p?: string }
> const w = <any>(a as B)!; type T = string; let s = q satisfies T
  E = {A: 0, B: 'b', C: 4, D: 5}
  N = {}
  f = f1
  x = 1
  N.x = x
  N.f = f
  r = $require('r')
  Q = N.f
  $module.exports = E
  K = class K {constructor f2, fields f3, p: undefined}
  w = $a
  s = $q
f1 function f
  return x
f2 constructor constructor
  a = %0
  this.a = a
  b = (%1 Nullish 1)
  this.b = b
f3 initializer -
  this.p = undefined

> const v = <View onTap={() => f(x)} {...p}>text {g()} <A.B c='d'/></View>
  v = ?($View, f1, $p, $g(), ?($A.B))
f1 arrow -
  return $f($x)

> const v: string = <any>x
  v = $x

> async function f() { await a; for await (const b of c) d(b) }
> function* g() { const x = yield 1; yield* h() }
  f = f1
  g = f2
f1 async function f
  await($a)
  loop | b = await(element($c))
  loop | $d(b)
f2 function* g
  x = yield(1)
  yield*($h())

> #!/usr/bin/env node
> return 010; with (a) b()
> <!-- comment
> let z; let z = 1
> function f(a, a) {} function f() {}
  f = f1
  f = f2
  return 8
  never | $a
  never | $b()
  never | z = 1
f1 function f
  a = %0
  a = %1
f2 function f
"#;

#[test]
fn sources_are_lowered() {
    for case in CASES.trim().split("\n\n") {
        let (source, want) = super::divided(case);
        let script = checked(&source, Language::of(source.starts_with("//ts")));
        assert_eq!(print(&script).trim_end(), want, "{source}");
    }
}

#[test]
fn expressions_take_little_room() {
    assert_eq!(size_of::<Expr>(), 40);
}
