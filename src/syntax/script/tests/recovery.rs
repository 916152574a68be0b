//! What is left of broken texts.

use super::super::{Language, parse};
use super::print::print;
use super::{checked, script};
use crate::syntax::Stack;

/// Sources, each line behind a `>`, and the printed trees, then the problems behind a `!`.
const CASES: &str = r#"
> Page({
>   onLoad() { my.a( },
>   onTap() { my.b() },
> })
  $Page({onLoad: f1, onTap: f2})
f1 method onLoad
f2 method onTap
  $my.b()
! script-unexpected-token at 26 `}`

> Page({
>   onLoad() { if (x) { my.a() },
>   onTap() { my.b() },
> })
  $Page({onLoad: f1, onTap: f2})
f1 method onLoad
  $x
  if $x | $my.a()
f2 method onTap
  $my.b()
! script-unexpected-token at 37 `,`

> Page({
>   onLoad() { my.a() }},
>   onTap() { my.b() },
> })
  $Page({onLoad: f1, onTap: f2})
f1 method onLoad
  $my.a()
f2 method onTap
  $my.b()
! script-unexpected-token at 41 `{`

> Page({
>   onLoad() { my.a() }
>   onTap() { my.a({ scopes: 'x' success: f }) }
> })
  $Page({onLoad: f1, onTap: f2})
f1 method onLoad
  $my.a()
f2 method onTap
  $my.a({scopes: 'x', success: $f})
! script-unexpected-token at 31 `onTap`
! script-unexpected-token at 60 `success`

> Page({ data: { open, true }, onTap() { my.b(); () } })
  $Page({data: {open: $open, true: $true}, onTap: f1})
f1 method onTap
  $my.b()
! script-unexpected-token at 21 `true`
! script-unexpected-token at 47 `()`

> Page({
>   onLoad() { let x = + ; my.a() },
>   data: { a: 1, b 2 },
>   onTap: function () { my.b() ] },
> })
  $Page({onLoad: f1, data: {a: 1, b: $b}, onTap: f2})
f1 method onLoad
  x = unary(?())
  $my.a()
f2 function onTap
  $my.b()
! script-unexpected-token at 30 `;`
! script-unexpected-token at 60 `2`
! script-unexpected-token at 62 `}`
! script-missing-semicolon at 95 `]`

> Page({ onLoad() { my.a(); f(parseInt((a), {
  $Page({onLoad: f1})
f1 method onLoad
  $my.a()
  $f($parseInt($a, {}))
! script-ends-early at 43 ``

> Page({
>   m) {},
>   onOk() { my.b() },
> })
  $Page({...?(), onOk: f1})
f1 method onOk
  $my.b()
! script-unexpected-token at 10 `)`
! script-unexpected-token at 12 `{`

> Page({
>   onNo() { this.a({ b: 'c' ); },
>   onOk() { my.b() },
> })
  $Page({onNo: f1, onOk: f2})
f1 method onNo
  this.a(?())
f2 method onOk
  $my.b()
! script-unexpected-token at 34 `)`

> f({
>   a: parseInt((x),
>   b: 1,
>   c: 2,
> })
  $f({...?(), c: 2})
! script-unexpected-token at 26 `:`

> class A { m( { n() } k() { my.b() } }
  A = class A {made constructor f1}
f1 constructor A
! script-unexpected-token at 16 `(`
! script-unexpected-token at 21 `k`

> f(1 2, 3); g([a b, c])
  $f(1, 2, 3)
  $g([$a, $b, $c])
! script-unexpected-token at 4 `2`
! script-unexpected-token at 16 `b`

> const s = 'abc
> my.b()
  s = 'abc'
  $my.b()
! script-unclosed-string at 10 `'abc`

> function a() { if (x) { b() }
> function c() { my.d() }
  a = f1
f1 function a
  c = f2
  $x
  if $x | $b()
f2 function c
  $my.d()
! script-ends-early at 53 ``

> a b; c()
  $c()
! script-missing-semicolon at 2 `b`

> //ts
> let x: = 1; my.b()
  $my.b()
! script-unexpected-token at 12 `=`

> <<<<<<< HEAD
> a()
> =======
> b()
> >>>>>>> x
> c()
  $a()
  $b()
  $c()
! script-unexpected-token at 0 `<<<<<<<`
! script-unexpected-token at 17 `=======`
! script-unexpected-token at 29 `>>>>>>>`

> } a()
  $a()
! script-unexpected-token at 0 `}`

> `a${
! script-ends-early at 4 ``
"#;

#[test]
fn what_is_around_a_fault_is_read() {
    for case in CASES.trim().split("\n\n") {
        let (source, want) = super::divided(case);
        let language = Language::of(source.starts_with("//ts"));
        let mut got = print(&checked(&source, language));
        for problem in parse(Stack::Any, &source, language).problems {
            let at = problem.at.of(&source);
            got += &format!("! {} at {} `{at}`\n", problem.text.key, problem.at.start);
        }
        assert_eq!(got.trim_end(), want, "{source}");
    }
}

#[test]
fn suppressions_cover_what_follows() {
    for (text, want) in [
        ("// consentlint-ignore a -- b\nmy.x(); y()", "my.x();"),
        ("my.x(); // consentlint-ignore a -- b\ny()", "y()"),
        ("Page({\n/* consentlint-ignore a -- b */ onLoad() { f() }, g: 1 })", "onLoad() { f() }"),
        ("class A { // consentlint-ignore a -- b\n m() {} }", "m() {}"),
        ("if (a) { f() // consentlint-ignore a -- b\n} g()", "-"),
        ("switch (a) { // consentlint-ignore a -- b\n case 1: f() }", "f()"),
        ("f(\n// consentlint-ignore a -- b\n g()); h()", "-"),
        ("// consentlint-ignore a -- b\n// consentlint-ignore c -- d\nf()", "f() f()"),
        ("/* consentlint-ignore-file a -- b */ f()", "all"),
        ("f() // consentlint-ignore a -- b", "-"),
        ("f('// consentlint-ignore a -- b'); g()", ""),
        ("// consentlint-ignore a -- b\nexport default { data: 1 }", "export default { data: 1 }"),
        ("// consentlint-ignore a -- b\n@d class A {}", "@d class A {}"),
        ("// consentlint-ignore a -- b\nf(; g()", "-"),
    ] {
        let covered: Vec<&str> = parse(Stack::Any, text, Language::JavaScript)
            .directives
            .iter()
            .map(|it| match it.covers {
                Some(span) if span.len() as usize == text.len() => "all",
                Some(span) => span.of(text),
                None => "-",
            })
            .collect();
        assert_eq!(covered.join(" "), want, "{text}");
    }
}

#[test]
fn statements_are_what_a_suppression_can_cover() {
    let text = "a(); if (b) { c({ d: 1, e() { return } }) } class F { g = 1; static { h() } }";
    let script = script(text, Language::JavaScript);
    let shown: Vec<&str> = script.statements.iter().map(|span| span.of(text)).collect();
    assert_eq!(
        shown,
        [
            "a();",
            "if (b) { c({ d: 1, e() { return } }) }",
            "{ c({ d: 1, e() { return } }) }",
            "c({ d: 1, e() { return } })",
            "d: 1",
            "e() { return }",
            "return",
            "class F { g = 1; static { h() } }",
            "g = 1;",
            "static { h() }",
            "h()",
        ]
    );
}
