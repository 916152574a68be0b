//! What functions are called and what modules share.

use super::super::{Export, FunctionKind, Imported, Language};
use super::print::text as printed;
use super::script;

#[test]
fn modules_name_what_they_share() {
    let text = "import d, { a as b, default as c, type T } from './m'; import * as n from 'n'; \
        import 'e'; import type { U } from './types'; \
        export { b as x, d }; export { y as z, default as w } from 'o'; export * from 'p'; \
        export * as q from 'r'; export default d; export class K {} \
        const u = require('u'); import('v'); require.async(`x`); \
        (function (require) { require('no') })(u);";
    let script = script(text, Language::TypeScript);
    let name = |name| script.name(name);
    let imported = |imported: &Imported| match imported {
        Imported::Default => "default".to_owned(),
        Imported::Namespace => "*".to_owned(),
        Imported::Name(it) => name(*it).to_owned(),
    };
    let imports: Vec<String> = script
        .imports
        .iter()
        .map(|it| {
            let names: Vec<String> = it
                .names
                .iter()
                .map(|(from, to)| format!("{} {}", imported(from), name(script.binding(*to).name)))
                .collect();
            format!("{} {}: {}", name(it.reference), it.span.of(text), names.join(", "))
        })
        .collect();
    assert_eq!(imports, ["./m './m': default d, a b, default c", "n 'n': * n", "e 'e': "]);
    let exports: Vec<String> = script
        .exports
        .iter()
        .map(|it| match it {
            Export::Local { exported, value } => {
                format!("{} = {}", name(*exported), printed(&script, *value))
            }
            Export::From { exported, imported: from, reference } => {
                format!("{} = {} of {}", name(*exported), imported(from), name(*reference))
            }
            Export::All { reference } => format!("all of {}", name(*reference)),
        })
        .collect();
    assert_eq!(
        exports,
        [
            "x = b",
            "d = d",
            "z = y of o",
            "w = default of o",
            "all of p",
            "q = * of r",
            "default = d",
            "K = K"
        ]
    );
    let references: Vec<&str> = script.references.iter().map(|(_, at)| at.of(text)).collect();
    assert_eq!(references, ["'./m'", "'n'", "'e'", "'o'", "'p'", "'r'", "'u'", "'v'", "`x`"]);
}

#[test]
fn functions_have_names_and_heads() {
    let text = "function a() {} const b = () => 1; o.c = function () {}; x(async () => {}); \
        ({ d() {}, 'e': (function () {}), get f() { return 1 }, [g]: h => 0 }); \
        class I { constructor() {} #j = () => {}; k() {} } class L {}; (class {}); [m = () => {}] = n";
    let script = script(text, Language::JavaScript);
    let shown: Vec<String> = script
        .functions
        .iter()
        .filter(|it| it.kind != FunctionKind::Initializer)
        .skip(1)
        .map(|it| {
            let name = it.name.map_or("-", |name| script.name(name));
            format!("{name} @ {} @ {}", it.head.of(text), it.span.of(text))
        })
        .collect();
    assert_eq!(
        shown,
        [
            "a @ a @ function a() {}",
            "b @ b @ () => 1",
            "c @ c @ function () {}",
            "- @ async @ async () => {}",
            "d @ d @ d() {}",
            "e @ 'e' @ function () {}",
            "f @ f @ get f() { return 1 }",
            "- @ h @ h => 0",
            "constructor @ constructor @ constructor() {}",
            "k @ k @ k() {}",
            "#j @ #j @ () => {}",
            "L @ L @ class L {}",
            "- @ class @ class {}",
            "m @ m @ () => {}",
        ]
    );
}
