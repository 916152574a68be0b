//! What scripts are lowered to.

mod expression;
mod lexing;
mod lowering;
mod naming;
mod print;
mod recovery;
mod robust;

use super::{ExprKind, Language, Script, parse};
use crate::syntax::{Stack, Tree};

/// The tree of `text`.
fn script(text: &str, language: Language) -> Script {
    match parse(Stack::Any, text, language).tree {
        Tree::Script(script) => script,
        Tree::Template(_) | Tree::Json(_) => Script::default(),
    }
}

/// The tree of `text`, which holds what every tree holds.
fn checked(text: &str, language: Language) -> Script {
    let script = script(text, language);
    for (id, expr) in script.exprs() {
        assert!(expr.kind.operands().iter().all(|operand| *operand < id));
        assert_eq!(script.region(expr.region).function, expr.function);
        assert_eq!(expr.span, expr.span.clamped(text));
    }
    for (at, region) in script.regions.iter().enumerate() {
        assert!(region.parent.is_none_or(|parent| (parent.0 as usize) < at));
    }
    for (at, function) in script.functions.iter().enumerate() {
        assert!(function.parent.map_or(at == 0, |parent| (parent.0 as usize) < at));
        assert_eq!(function.head, function.head.clamped(text));
    }
    for write in script.bindings.iter().flat_map(|binding| &binding.writes) {
        assert!(matches!(script.kind(*write), ExprKind::Assign { .. }));
    }
    assert!(script.statements.is_sorted_by_key(|span| span.start));
    script
}

/// The source of a case, each line of which stands behind a `>`, and what is wanted.
fn divided(case: &str) -> (String, String) {
    let (source, want): (Vec<&str>, Vec<&str>) =
        case.lines().partition(|line| line.starts_with('>'));
    let source: Vec<&str> = source.iter().filter_map(|line| line.strip_prefix("> ")).collect();
    (source.join("\n"), want.join("\n"))
}
