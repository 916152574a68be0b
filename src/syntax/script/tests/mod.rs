//! What scripts are lowered to.

mod expression;
mod lowering;
mod print;

use super::{Language, Script, parse};
use crate::syntax::Tree;

/// The tree of `text`.
fn script(text: &str, language: Language) -> Script {
    match parse(text, language).tree {
        Tree::Script(script) => script,
        Tree::Template(_) | Tree::Json(_) => Script::default(),
    }
}
