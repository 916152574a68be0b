//! Hostile and broken texts.

use std::time::{Duration, Instant};

use super::super::{Language, parse};
use super::checked;
use crate::syntax::Stack;

/// Far more than any of them takes, far less than what is quadratic in it.
const LIMIT: Duration = Duration::from_secs(10);

/// What is repeated before, put inside and repeated behind.
const NESTED: [(&str, &str, &str); 54] = [
    ("(", "a", ")"),
    ("[", "a", "]"),
    ("x={a:", "b", "}"),
    ("f(", "a", ")"),
    ("a[", "b", "]"),
    ("{", "a", "}"),
    ("`${", "a", "}`"),
    ("a=>", "b", ""),
    ("async x=>", "b", ""),
    ("(a=", "b", ")=>c"),
    ("function f(){", "a", "}"),
    ("class A{m(){", "a", "}}"),
    ("class A extends ", "b", "{}"),
    ("if(a){}else ", "b", ""),
    ("if(a)b;else ", "c", ""),
    ("if(a)", "b", ""),
    ("while(a)", "b", ""),
    ("for(;;)", "b", ""),
    ("do ", "a", ";while(b)"),
    ("with(a)", "b", ""),
    ("a:", "b", ""),
    ("a:{", "b", "}"),
    ("switch(a){case b:", "c", "}"),
    ("try{", "a", "}finally{}"),
    ("!", "a", ""),
    ("-~", "a", ""),
    ("typeof ", "a", ""),
    ("await ", "a", ""),
    ("new ", "a", ""),
    ("a+", "a", ""),
    ("'a'+", "'a'", ""),
    ("a.", "b", ""),
    ("a", "", "()"),
    ("a", "", "[0]"),
    ("a=", "b", ""),
    ("a??", "b", ""),
    ("a?b:", "c", ""),
    ("a?", "b", ":c"),
    ("[a=", "b", "]"),
    ("a,", "b", ""),
    ("a;", "b", ""),
    ("if(a)return;", "b", ""),
    ("var {a:", "b", "}=c"),
    ("@a ", "class B{}", ""),
    ("<a>", "b", "</a>"),
    ("<a b=", "<c/>", "/>"),
    ("<a>(", "b", ")"),
    ("a<", "b", ""),
    ("a<", "b", ">()"),
    ("import('", "a", "')"),
    ("a?.b", "", "?.()"),
    ("/*", "a", "*/"),
    ("'", "a", ""),
    ("x=function(){}/a'/;' ((((", "b", ""),
];

fn nested(open: &str, inner: &str, close: &str, times: usize) -> String {
    format!("{}{inner}{}", open.repeat(times), close.repeat(times))
}

#[test]
fn nesting_neither_overflows_nor_takes_long() {
    for (open, inner, close) in NESTED {
        for (language, times) in [
            (Language::JavaScript, 1_900),
            (Language::JavaScript, 30_000),
            (Language::TypeScript, 300),
        ] {
            let start = Instant::now();
            checked(&nested(open, inner, close, times), language);
            let took = start.elapsed();
            assert!(took < LIMIT, "{open}…{close} {times} times takes {took:?}");
        }
    }
}

/// Nesting that needs no stack of its own must fit the smallest that a caller may have.
#[test]
fn small_stacks_are_enough_for_what_stays_on_them() {
    let all = || {
        for (open, inner, close) in NESTED {
            for times in [10, 40, 70, 100, 150, 290] {
                checked(&nested(open, inner, close, times), Language::JavaScript);
            }
            checked(&nested(open, inner, close, 8), Language::TypeScript);
        }
    };
    let thread = std::thread::Builder::new().stack_size(1024 * 1024).spawn(all);
    assert!(thread.unwrap().join().is_ok());
}

#[test]
fn every_prefix_is_read() {
    for sample in [
        "Page({ data: { a: 1, 'b': `x${y}z` }, async onLoad({ q = 1, ...r } = {}, [s]) {\n  \
         const { a: { b = 2 }, ...c } = await my.x?.({ success: (res) => { this.y(res) } });\n  \
         if (!a) return /[/\\]]/.test(b) ? 授权 : void 0;\n } })",
        "import A, { b as c } from './m'; export default class B extends A { static #p = 1; \
         get q() { return super.q } static { f() } *[Symbol.iterator]() { yield* 1 } }",
        "#!/usr/bin/env node\nfor (const [k, v] of m) { l: for (;;) { if (k) continue l; \
         else break } } switch (x) { case 1: default: try { t() } catch { } finally { } }",
        "\u{feff}enum E { A = 'é', B } namespace N.M { export const q = <T,>(x: T): x is T => x! } \
         declare module 'x' { } @d() abstract class K<T> { constructor(private a?: string) { } }",
    ] {
        for prefix in (0..=sample.len()).filter_map(|end| sample.get(..end)) {
            for language in [Language::JavaScript, Language::TypeScript] {
                checked(prefix, language);
            }
        }
    }
}

#[test]
fn sizes_are_capped() {
    let large = "a;".repeat(2 * 1024 * 1024 + 1);
    let problems = parse(Stack::Any, &large, Language::JavaScript).problems;
    assert_eq!(problems[0].text.key, "script-too-large");
}
