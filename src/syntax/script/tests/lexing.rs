//! Tokens, and what a `/` is.

use super::super::lex::Lexer;
use super::super::prescan::{Grammar, is_shallow, measure};
use super::super::token::{Kind, Operator};

/// The tokens of `text`, apart by `·`, with a `?` where something is doubtful.
fn tokens(text: &str, typescript: bool) -> String {
    let mut lexer = Lexer::new(text, typescript);
    let mut shown = Vec::new();
    for token in lexer.by_ref() {
        shown.push(token.text(text).to_owned());
    }
    format!("{}{}", shown.join("·"), if lexer.is_doubtful { " ?" } else { "" })
}

#[test]
fn slashes_divide_or_begin_expressions() {
    for (text, want) in [
        ("a / b / c", "a·/·b·/·c"),
        ("a = /b'/g", "a·=·/b'/g"),
        ("(a) / b", "(·a·)·/·b"),
        ("if (a) /b'/.c", "if·(·a·)·/b'/·.·c"),
        ("a.if (b) / c", "a·.·if·(·b·)·/·c"),
        ("return /[/']/", "return·/[/']/"),
        ("a.return / b", "a·.·return·/·b"),
        ("x[0] / y", "x·[·0·]·/·y"),
        ("i++ / 2", "i·++·/·2"),
        ("x = {} / 2", "x·=·{·}·/·2"),
        ("{} /a'/", "{·}·/a'/"),
        ("if (a) {} /b'/", "if·(·a·)·{·}·/b'/"),
        ("x = function () {} /b/", "x·=·function·(·)·{·}·/b/ ?"),
        ("() => {}\n/b/", "(·)·=>·{·}·/b/ ?"),
        ("yield /b/", "yield·/b/ ?"),
        ("a <!-- b\nc", "a·c ?"),
        ("a\n--> b\nc", "a·c ?"),
        ("a-->b", "a·--·>·b"),
        ("`a${b + `c`}d` / 2", "`a${·b·+·`c`·}·d`·/·2"),
        ("`a${{}}`", "`a${·{·}·}·`"),
        ("'a\\'b' + \"c\nd", "'a\\'b'·+·\"c·d"),
        ("// a\u{2028}b /* c */ d", "b·d"),
        ("#!a\nb", "b"),
        ("a / .5", "a·/·.5"),
        ("1.5e3 / 1..a", "1.5e3·/·1..a"),
        ("授权 / é", "授权·/·é"),
        ("a?.b ?? c => ...d", "a·?.·b·??·c·=>·...·d"),
    ] {
        assert_eq!(tokens(text, false), want, "{text}");
    }
    assert_eq!(tokens("x! / 2", true), "x·!·/ 2 ?");
}

#[test]
fn properties_are_no_keywords() {
    let shown: Vec<&str> = Lexer::new("if a.if #if ?.if", false)
        .map(|it| match it.kind {
            Kind::Word(word) if word.holds() => "keyword",
            Kind::Word(_) => "name",
            Kind::Property => "property",
            Kind::Operator(Operator::Dot) => "dot",
            _ => "other",
        })
        .collect();
    assert_eq!(shown, ["keyword", "name", "dot", "property", "property", "dot", "property"]);
}

#[test]
fn nesting_is_never_underrated() {
    for (text, least) in [
        ("a, b, c, d".to_owned(), 0),
        ("f(".repeat(50), 200),
        ("a => ".repeat(50), 50),
        ("async x => ".repeat(50), 50),
        ("!".repeat(50), 50),
        ("if (a) b; else ".repeat(50), 50),
        ("a: ".repeat(50), 50),
        ("a as const ".repeat(50), 50),
        ("new ".repeat(50), 50),
        ("class A extends ".repeat(50), 50),
        (format!("x = function () {{}} /a'/;' {}", "(".repeat(50)), 50),
    ] {
        for grammar in [Grammar::Plain, Grammar::TypeScript] {
            assert!(measure(&text, grammar).units >= least, "{text}");
        }
    }
    assert!(measure(&"a = b;\nc(d, e)\n".repeat(500), Grammar::Plain).units < 20);
    // Wide blanks between words, in what is a string unless it is the text of an element.
    let hidden = format!("<a>' {{{}", "typeof\u{3000}".repeat(500));
    assert!(measure(&hidden, Grammar::Jsx).units >= 500);
}

#[test]
fn long_lists_do_not_nest_and_labels_do() {
    for (text, want) in [
        (format!("x = {{\n{}}}", "a: 1,\n".repeat(20_000)), false),
        (format!("x = [\n{}]", "{ a: { b: c } },\n".repeat(20_000)), false),
        ("a: b();\n".repeat(20_000), false),
        ("a: ".repeat(400), true),
        ("a: {".repeat(400), true),
    ] {
        for grammar in [Grammar::Plain, Grammar::Jsx, Grammar::TypeScript] {
            let start: String = text.chars().take(20).collect();
            assert_eq!(measure(&text, grammar).is_too_deep, want, "{start} {grammar:?}");
        }
    }
}

#[test]
fn what_is_too_deep_is_never_shallow() {
    for text in [
        "(".repeat(2100),
        "do ".repeat(6000),
        "if (a) b; else ".repeat(6000),
        "a: ".repeat(400),
        "a<".repeat(300),
        "(<".repeat(20),
    ] {
        let start: String = text.chars().take(20).collect();
        let too_deep = [Grammar::Plain, Grammar::TypeScript]
            .into_iter()
            .filter(|grammar| measure(&text, *grammar).is_too_deep)
            .inspect(|grammar| assert!(!is_shallow(&text, *grammar), "{start} {grammar:?}"));
        assert!(too_deep.count() > 0, "{start}");
    }
    assert!(is_shallow(&"a = b;\nc(d, e)\n".repeat(100), Grammar::TypeScript));
}
