//! Expressions of templates.

use super::super::{HoleForm, Script, parse_expression};
use super::print::text;

#[test]
fn holes_are_read() {
    use HoleForm::{Expression, Object};
    for (source, form, want) in [
        ("a", Expression, "$a"),
        (" a.b.c ", Expression, "$a.b.c"),
        ("!a.b", Expression, "!$a.b"),
        ("!!a", Expression, "!!$a"),
        ("'x y'", Expression, "'x y'"),
        ("\"x\" + y", Expression, "('x' Add $y)"),
        ("12", Expression, "12"),
        ("!0", Expression, "true"),
        ("a.class", Expression, "$a.class"),
        ("true", Expression, "true"),
        ("", Expression, "?()"),
        ("a ? 'x' : ''", Expression, "($a ? 'x' : '')"),
        ("a[0].b || c", Expression, "($a.0.b Or $c)"),
        ("a // b", Expression, "$a"),
        ("f(x => x + y)", Expression, "$f(f1)"),
        ("a, b: c, ...d", Object, "{a: $a, b: $c, ...$d}"),
        ("class, default", Object, "{class: $class, default: $default}"),
        ("", Object, "{}"),
        ("(a", Expression, "?() script-ends-early"),
        ("a)(b", Expression, "?() script-unreadable"),
        ("a b", Expression, "?() script-unexpected-token"),
        ("a:", Object, "?() script-ends-early"),
        ("'a", Expression, "'a' script-unclosed-string"),
    ] {
        let mut script = Script::default();
        let (id, problem) = parse_expression(&mut script, source, 7, form);
        let mut got = text(&script, id);
        if let Some(problem) = problem {
            got = format!("{got} {}", problem.text.key);
        }
        assert_eq!(got, want, "{source}");
    }
}

#[test]
fn places_are_the_templates() {
    let template = "<view a=\"{{ 授权 && ok.b + !c }}\" b=\"{{x.y}}\" data=\"{{ k: é.v }}\"/>";
    let mut script = Script::default();
    for (source, form) in [
        (" 授权 && ok.b + !c ", HoleForm::Expression),
        ("x.y", HoleForm::Expression),
        (" k: é.v ", HoleForm::Object),
    ] {
        let offset = template.find(source).unwrap() as u32;
        let (id, problem) = parse_expression(&mut script, source, offset, form);
        assert_eq!(problem, None);
        assert_eq!(script.expr(id).span.of(template), source.trim());
    }
    let shown: Vec<&str> = script.exprs().map(|(_, it)| it.span.of(template)).collect();
    assert_eq!(
        shown,
        [
            "授权",
            "ok",
            "ok.b",
            "c",
            "!c",
            "ok.b + !c",
            "授权 && ok.b + !c",
            "x",
            "x.y",
            "é",
            "é.v",
            "k: é.v"
        ]
    );
}

#[test]
fn deep_holes_are_refused_quickly() {
    let deep = format!("{}a{}", "(".repeat(100_000), ")".repeat(100_000));
    let (id, problem) = parse_expression(&mut Script::default(), &deep, 0, HoleForm::Expression);
    assert_eq!((id.0, problem.map(|it| it.text.key)), (0, Some("script-too-deep")));
}
