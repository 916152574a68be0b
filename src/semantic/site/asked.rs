//! The scopes of a `getAuthCode` call as the program writes them, each with its place.

use std::cell::Cell;

use crate::platform::split_scopes;
use crate::source::FileSpan;
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, Property, Script};

use super::ApiSite;

/// Conditions, lists and variables are looked through no deeper than this.
const DEEPEST: u32 = 6;

/// How many expressions are looked at for one call.
const STEPS: u32 = 1000;

/// No more alternatives than this are told apart.
const MOST: usize = 32;

/// Lists with more scopes are not followed: no wallet has as many.
const LONGEST: usize = 64;

/// A scope as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The scope.
    pub text: String,
    /// The literal that names it, quotes included.
    pub at: FileSpan,
    /// Whether the literal names nothing else.
    pub is_alone: bool,
}

/// The lists of scopes that the call at `site` can ask for together, as far as they are written
/// in its file.
#[must_use]
pub fn asked(files: &[File], site: &ApiSite) -> Vec<Vec<Asked>> {
    let file = &files[site.file.index()];
    let Some(script) = file.script() else { return Vec::new() };
    let reader = Reader::new(script, site);
    reader.options().map_or_else(Vec::new, |scopes| reader.lists(scopes, DEEPEST))
}

struct Reader<'a> {
    script: &'a Script,
    site: &'a ApiSite,
    /// How many expressions may still be looked at.
    left: Cell<u32>,
}

impl<'a> Reader<'a> {
    fn new(script: &'a Script, site: &'a ApiSite) -> Self {
        Self { script, site, left: Cell::new(STEPS) }
    }

    /// The value of `scopes` in an options object that is written at the call.
    fn options(&self) -> Option<ExprId> {
        let ExprKind::Call(call) = self.script.kind(self.site.expr) else { return None };
        call.arguments.iter().find_map(|argument| self.scopes(argument.value))
    }

    fn scopes(&self, options: ExprId) -> Option<ExprId> {
        let ExprKind::Object(members) = self.script.kind(self.script.settled(options)) else {
            return None;
        };
        self.script.member_value(members, "scopes")
    }

    /// What `expr` can be, each alternative as the list of its scopes.
    fn lists(&self, expr: ExprId, depth: u32) -> Vec<Vec<Asked>> {
        let Some(left) = self.left.get().checked_sub(1) else { return Vec::new() };
        self.left.set(left);
        let Some(depth) = depth.checked_sub(1) else { return Vec::new() };
        let expr = self.script.settled(expr);
        let mut lists = match self.script.kind(expr) {
            ExprKind::String(name) => {
                let at = FileSpan::new(self.site.file, self.script.expr(expr).span);
                vec![named(self.script.name(*name), at)]
            }
            ExprKind::Conditional { yes, no, .. } => self.either(*yes, *no, depth),
            ExprKind::Logical { left, right, .. } => self.either(*left, *right, depth),
            ExprKind::Array(items) => {
                let items = items.iter().take_while(|_| self.left.get() > 0);
                let items = items.map(|item| self.lists(item.value, depth));
                items.fold(vec![Vec::new()], joined)
            }
            _ => Vec::new(),
        };
        lists.truncate(MOST);
        lists
    }

    fn either(&self, one: ExprId, other: ExprId, depth: u32) -> Vec<Vec<Asked>> {
        let mut lists = self.lists(one, depth);
        lists.extend(self.lists(other, depth));
        lists
    }
}

/// The scopes in the literal `text`, which stands at `at`.
pub(in crate::semantic) fn named(text: &str, at: FileSpan) -> Vec<Asked> {
    let is_alone = split_scopes(text).count() == 1;
    let scopes = split_scopes(text);
    scopes.map(|scope| Asked { text: scope.to_owned(), at, is_alone }).collect()
}

/// Every list of `lists` with every one of `items` behind it, but for those that become too long;
/// without items the lists themselves.
pub(in crate::semantic) fn joined(
    mut lists: Vec<Vec<Asked>>,
    items: Vec<Vec<Asked>>,
) -> Vec<Vec<Asked>> {
    if lists.len() * items.len() <= MOST && items.len() > 1 {
        let pairs = lists.iter().flat_map(|list| items.iter().map(move |item| (list, item)));
        lists = pairs.map(|(list, item)| [list.as_slice(), item.as_slice()].concat()).collect();
    } else if let Some(item) = items.first() {
        lists.iter_mut().for_each(|list| list.extend_from_slice(item));
    }
    lists.retain(|list| list.len() <= LONGEST);
    lists
}

/// Whether the options written at the call take members from another object.
#[must_use]
pub fn is_spread(files: &[File], site: &ApiSite) -> bool {
    let Some(script) = files[site.file.index()].script() else { return false };
    let ExprKind::Call(call) = script.kind(site.expr) else { return false };
    call.arguments.iter().any(|argument| match script.kind(script.settled(argument.value)) {
        ExprKind::Object(members) => {
            members.iter().any(|member| matches!(member, Property::Spread(_)))
        }
        _ => argument.spread,
    })
}
