//! Expressions of templates.

use std::fs;
use std::path::Path;

use super::super::expression::parsed;
use super::super::{HoleForm, Script, direct, parse_expression};
use super::print::text;
use crate::source::Span;

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

/// Whether `source` takes no parser; if so, the parser says the same of it.
fn is_direct(source: &str) -> bool {
    let mut read = Script::default();
    let is_read = direct::read(&mut read, source, 7).is_some();
    if is_read {
        let mut want = Script::default();
        let span = Span::new(0, source.len() as u32).shifted(7);
        let (_, problem) = parsed(&mut want, source, (7, span), HoleForm::Expression);
        assert_eq!(problem, None, "{source}");
        let all = |it: &Script| {
            format!("{:?} {:?} {:?} {:?}", it.names, it.exprs, it.regions, it.references)
        };
        assert_eq!(all(&read), all(&want), "{source}");
    } else {
        assert!(read.names.is_empty() && read.exprs.is_empty(), "{source}");
    }
    is_read
}

/// What takes no parser.
const DIRECT: &[&str] = &[
    "a",
    "a . b",
    "!!a.b",
    "(a)",
    "('a')",
    "( ( 'a' ) )",
    "('a').length",
    "('a') + b",
    "b + ('a')",
    "(1)",
    "a ? 'b' : \"c\"",
    "a ? b ? c : d : e ? f : g",
    "a || b && c || !d",
    "(a || b) && c",
    "a === 1 && b!==null||c == undefined",
    "a != 'b' == true",
    "a < b",
    "a<!b",
    "a >= 0 && a<=b-1",
    "a + b * c - d / 2 % 3",
    "a - (b - c)",
    "a[0]",
    "a['b c'].d[1][b]",
    "a[b.c + 1][d ? 'e' : f]",
    "f()",
    "u.f(a, 'b', 1)[0]",
    "f(g(a), !b ? c : d)",
    "[]",
    "[1, 'b', [c, []]]",
    "[['^tap',[['e0',['$event']]]]]",
    "a\n  ? b\n  : c",
    "undefined.a",
    "of",
];

/// What does, or is broken.
const OTHERS: &[&str] = &[
    "",
    "'a' + 'b'",
    "a['b' + c]",
    "a[('b')]",
    "!0",
    "-1",
    "1.5",
    "07",
    "1.a",
    "a?.b",
    "a ?? b",
    "a ?.5:1",
    "a = b",
    "a == = b",
    "a, b",
    "a // b",
    "a /* b */",
    "a <!-- b",
    "a --> b",
    "a++",
    "a + +b",
    "a ** b",
    "a << b",
    "a & b",
    "a in b",
    "typeof a",
    "{a: b}",
    "f(...a)",
    "[a,]",
    "[,a]",
    "f(a,)",
    "a => b",
    "(a) => b",
    "x ? (a) => b : c",
    "async (a)",
    "this.a",
    "`a`",
    "a`b`",
    "'a\\n'",
    "'a",
    "/a/",
    "a b",
    "a)",
    "(a",
    "a ? b",
    "new A",
    "require('a')",
    "授权",
    "a授",
    "a\\u0061",
    "a.#b",
    "a..b",
    "a.1",
];

#[test]
fn what_takes_no_parser_is_what_the_parser_says() {
    for source in DIRECT {
        assert!(is_direct(source), "{source}");
    }
    for source in OTHERS {
        assert!(!is_direct(source), "{source}");
    }
}

/// The templates in `folder`.
fn templates(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").map(|it| it.expect("an entry").path());
    let of = |path: std::path::PathBuf| match path.extension() {
        _ if path.is_dir() => templates(&path),
        Some(ending) if ending == "axml" => fs::read_to_string(path).into_iter().collect(),
        _ => Vec::new(),
    };
    entries.flat_map(of).collect()
}

#[test]
fn most_of_all_templates_takes_no_parser() {
    let (mut direct, mut all) = (0, 0);
    for template in templates(&Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata")) {
        let holes = template.split("{{").skip(1).filter_map(|rest| rest.split_once("}}"));
        for (hole, _) in holes {
            all += 1;
            direct += usize::from(is_direct(hole.trim()));
        }
    }
    assert!(direct > all / 2, "{direct} of {all}");
}

#[test]
fn deep_holes_are_refused_quickly() {
    let deep = format!("{}a{}", "(".repeat(100_000), ")".repeat(100_000));
    let (id, problem) = parse_expression(&mut Script::default(), &deep, 0, HoleForm::Expression);
    assert_eq!((id.0, problem.map(|it| it.text.key)), (0, Some("script-too-deep")));
}
