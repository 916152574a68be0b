//! Where the authorization code and the encrypted phone answer stand in the program.

pub(super) mod answered;
pub mod carried;
pub(super) mod composed;
mod defaulted;
pub mod entrusted;
pub mod filled;
mod fulfilled;
pub mod given;
pub(super) mod handed;
pub(super) mod holding;
pub mod returned;
pub(super) mod reuse;
pub(super) mod taken_for_id;
mod told;
pub(super) mod walked;
pub mod web_view;

use crate::platform::{Access, ApiKind, Platform};
use crate::project::Project;
use crate::semantic::graph::call_graph::CallGraph;
use crate::source::{FileSpan, Span};
use crate::syntax::File;
use crate::syntax::script::{BindingId, ExprId, ExprKind, Script};

use self::composed::{left, operands};
use self::entrusted::Entrusted;
use self::filled::Filled;
use self::given::Given;
use self::handed::arguments;
use self::returned::Returned;
use self::walked::Walked;
use super::refusal::failed::Failures;
use super::values::{HostCall, Instance, InstanceId, Node, Token, TokenId, Values};

/// How many expressions are looked at for one.
const MOST_STEPS: u32 = 64;

/// What the host gave that only the program's server should see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Credential {
    /// The authorization code, or the result that holds it.
    Code,
    /// The encrypted phone number, or the result that holds it.
    Phone,
    /// An access or refresh token of an open platform, or the result that holds it.
    Token,
}

/// An expression with a credential in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which.
    pub credential: Credential,
    /// The narrowest expression that has it, outside of helpers that were only handed it.
    pub at: FileSpan,
    /// The expression itself, in that file.
    pub expr: ExprId,
    /// The function it stands in, or the whole script.
    pub scope: Span,
    /// Where it was found first, if it was found there for `at`.
    pub from: Option<FileSpan>,
    /// What it is by itself, where one value is known to be it.
    pub given: Option<TokenId>,
}

/// What would be a credential, had the question not failed.
#[derive(Clone, Copy)]
pub(super) struct Looked {
    pub(super) held: Held,
    /// Whether a run comes there only where it failed.
    pub(super) failed: bool,
}

impl Looked {
    /// The same, in another place, which it comes to.
    pub(super) fn at(self, held: Held) -> Self {
        let from = self.held.from.or(Some(self.held.at));
        Self { held: Held { from, given: self.held.given, ..held }, ..self }
    }
}

/// Who is blamed for what a function does with a credential that it was handed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blamed {
    /// Its callers.
    Callers,
    /// Its callers, but a function that talks to a server for what it makes of it.
    Senders,
    /// The function, if the credential is entrusted to it; else its callers.
    Entrusted,
}

/// Looks for credentials in the values of a program.
pub struct Credentials<'a> {
    /// The files of the program.
    pub files: &'a [File],
    /// The wallets whose APIs count.
    pub platform: &'a Platform,
    /// The values.
    pub values: &'a Values,
    /// Which of them are credentials.
    pub given: &'a Given,
    /// Who runs whom.
    pub graph: &'a CallGraph,
    /// How the files hang together.
    pub project: &'a Project,
    /// Which functions are about a credential.
    pub entrusted: Entrusted,
    /// Whose fault it is what goes wrong in a function.
    pub blamed: Blamed,
    /// What is put into objects after they are made.
    pub filled: Filled,
    /// What functions give back.
    pub returned: Returned,
}

impl Credentials<'_> {
    /// The same, but for credentials that a function is about: those are in the function, not where
    /// they are handed to it.
    #[must_use]
    pub fn entrusting(self) -> Self {
        Self { blamed: Blamed::Entrusted, ..self }
    }

    /// The same, but for what functions that talk to a server make of a credential: that is in the
    /// function, too.
    #[must_use]
    pub fn keeping(self) -> Self {
        Self { blamed: Blamed::Senders, ..self }
    }

    /// Whether the program gets no credential at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.given.tokens.is_empty()
    }

    /// The copies of functions in which a credential can be found, with their scripts.
    pub(super) fn copies(&self) -> impl Iterator<Item = (InstanceId, &Instance, &Script)> {
        let all = (0..).map(InstanceId).zip(&self.values.instances).zip(&self.given.copies);
        all.filter(|(_, has_any)| **has_any).filter_map(|((id, instance), _)| {
            Some((id, instance, self.files[instance.file.index()].script()?))
        })
    }

    /// The calls of the host that can be handed one.
    pub(super) fn calls(&self) -> impl Iterator<Item = &HostCall> {
        let copies = &self.given.copies;
        let copy = |host: &&HostCall| self.values.call(host.call).instance.0 as usize;
        self.values.host_calls.iter().filter(move |host| copies[copy(host)])
    }

    /// The credential that `expr` is or is put together from.
    #[must_use]
    pub fn find(&self, instance: InstanceId, expr: ExprId) -> Option<Held> {
        self.find_all(instance, expr).into_iter().next()
    }

    /// The credentials that `expr` is or is put together from, one for each caller that hands one
    /// over.
    #[must_use]
    pub fn find_all(&self, instance: InstanceId, expr: ExprId) -> Vec<Held> {
        let mut steps = MOST_STEPS;
        let script = self.script(instance);
        let runs = script.is_some_and(|it| !self.values.never_runs(instance, it, expr));
        let has_any = runs && self.given.copies[instance.0 as usize];
        let looked = if has_any { self.look(instance, expr, &mut steps) } else { Vec::new() };
        looked.into_iter().filter(|it| !it.failed).map(|it| it.held).collect()
    }

    /// The credential among the values of `node`.
    #[must_use]
    pub fn of(&self, node: Node) -> Option<(Credential, TokenId)> {
        let mut tokens = self.values.sets.get(node).iter();
        tokens.find_map(|token| Some((*self.given.tokens.get(token)?, *token)))
    }

    /// The credential among the items of the arrays among the values of `node` that no literal makes:
    /// what `Promise.all` waited for.
    fn gathered(&self, node: Node) -> Option<(Credential, TokenId)> {
        let arrays = self.values.each(node).filter(|token| match token {
            Token::Array(made) => self.values.place(*made).is_none(),
            _ => false,
        });
        arrays.flat_map(|array| self.values.keys(array)).find_map(|(_, item)| self.of(item))
    }

    /// What is written to the storage.
    #[must_use]
    pub fn stored(&self) -> Vec<Held> {
        let mut held = Vec::new();
        for host in self.calls() {
            if !self.is_storage(self.values.symbols.text(host.path)) {
                continue;
            }
            let site = self.values.call(host.call);
            let Some(script) = self.script(site.instance) else { continue };
            let ExprKind::Call(call) = script.kind(site.expr) else { continue };
            let arguments = call.arguments.iter();
            held.extend(arguments.filter_map(|it| self.find(site.instance, it.value)));
        }
        held
    }

    fn is_storage(&self, path: &str) -> bool {
        let kind = self.platform.api_at(path).map(|api| api.kind);
        kind == Some(&ApiKind::Storage { access: Access::Write })
    }

    pub(super) fn script(&self, instance: InstanceId) -> Option<&Script> {
        self.files[self.values.instance(instance).file.index()].script()
    }

    pub(super) fn look(&self, instance: InstanceId, expr: ExprId, steps: &mut u32) -> Vec<Looked> {
        let Some(left) = steps.checked_sub(1) else { return Vec::new() };
        *steps = left;
        let Some(script) = self.script(instance) else { return Vec::new() };
        let look = || self.look_in(script, instance, expr, steps);
        let mut found = self.returned.once((instance, expr), look);
        let (platform, values) = (self.platform, self.values);
        for Looked { held, failed } in &mut found {
            let credential = held.credential;
            let failures = Failures { platform, values, script, instance, credential };
            *failed |= failures.are_at(expr);
        }
        found
    }

    fn look_in(
        &self,
        script: &Script,
        instance: InstanceId,
        expr: ExprId,
        steps: &mut u32,
    ) -> Vec<Looked> {
        let variable = match script.kind(expr) {
            ExprKind::Binding(binding) => Some(*binding),
            _ => None,
        };
        if let Some(left) = self.left(script, instance, (expr, variable)) {
            let looked = first(left.into_iter().map(|part| self.look(instance, part, steps)));
            let here = |it| self.own(script, (instance, expr), it);
            return looked.into_iter().map(here).collect();
        }
        if let Some(arguments) = arguments(script, expr) {
            let looked = self.handed_to(script, (instance, expr), arguments, steps);
            return self.placed(script, (instance, expr), looked);
        }
        let walked = self.filled.walked(script, self.values.instance(instance).file, expr);
        if matches!(walked, Some(Walked::Some)) {
            return Vec::new();
        }
        let handed = variable.map(|it| self.handed(script, (instance, expr), it, steps));
        if let Some(handed) = handed.filter(|handed| !handed.is_empty()) {
            return handed;
        }
        let node = self.values.value(instance, script, expr);
        let here = |credential| self.held(script, instance, expr, credential);
        let whole = node.and_then(|node| self.of(node).or_else(|| self.gathered(node)));
        let is_made_of_less = || self.is_text_of_less(script, instance, expr);
        if let Some((credential, given)) = whole.filter(|_| !is_made_of_less()) {
            let held = Held { given: Some(given), ..here(credential) };
            let handed = self.handed_text(script, (instance, expr), steps);
            return if handed.is_empty() { vec![Looked { held, failed: false }] } else { handed };
        }
        if let Some(Walked::Any(object)) = walked {
            let looked = self.look(instance, object, steps);
            return self.placed_in_walk(script, (instance, expr), looked);
        }
        if let Some(binding) = variable {
            return self.look_parts(script, instance, (expr, binding), steps);
        }
        if let ExprKind::Member { object, property, .. } = script.kind(expr) {
            let literals = node.map(|node| self.literals(node)).unwrap_or_default();
            let whole = literals.into_iter().map(|(at, part)| self.look(at, part, steps));
            let mut looked = first(whole);
            if looked.is_empty() {
                looked = self.look_member(instance, *object, script.name(*property), steps);
            }
            return self.placed(script, (instance, expr), looked);
        }
        let parts = operands(script, expr).into_iter();
        let looked = first(parts.map(|part| self.look(instance, part, steps)));
        match script.kind(expr) {
            _ if !looked.is_empty() => looked,
            ExprKind::Await(_) => self.look_fulfilled(script, (instance, expr), &[], steps),
            _ => self.look_back(script, (instance, expr), steps, |at, it, steps| {
                self.look(at, it, steps)
            }),
        }
    }

    /// What callers handed over of what `expr`, a call, only gives back in other words.
    fn handed_text(
        &self,
        script: &Script,
        (instance, expr): (InstanceId, ExprId),
        steps: &mut u32,
    ) -> Vec<Looked> {
        if !matches!(script.kind(expr), ExprKind::Call(_)) {
            return Vec::new();
        }
        let parts = operands(script, expr).into_iter();
        let mut looked = first(parts.map(|part| self.look(instance, part, steps)));
        looked.retain(|it| !self.is_around(script, (instance, expr), it));
        looked
    }

    /// The credentials in what the variable `binding`, which `expr` reads, is put together from.
    fn look_parts(
        &self,
        script: &Script,
        instance: InstanceId,
        (expr, binding): (ExprId, BindingId),
        steps: &mut u32,
    ) -> Vec<Looked> {
        let here = |it: Looked| it.at(self.held(script, instance, expr, it.held.credential));
        let (parts, replaced) = self.parts_of(script, instance, (expr, binding));
        let looked = first(parts.into_iter().map(|part| {
            let looked = self.look(instance, part, steps).into_iter();
            looked.map(|it| self.own(script, (instance, expr), it)).collect()
        }));
        if looked.is_empty() {
            return self.look_fulfilled(script, (instance, expr), &replaced, steps);
        }
        if !looked.iter().any(|it| it.held.expr == expr) {
            return looked;
        }
        let least = looked.into_iter().min_by_key(|it| (it.failed, it.held.credential));
        least.map(here).into_iter().collect()
    }

    /// What the variable `binding` was given, and what was put into its object, before `read` reads it; and
    /// the members that are no longer what the object was made with.
    fn parts_of<'s>(
        &self,
        script: &'s Script,
        instance: InstanceId,
        (read, binding): (ExprId, BindingId),
    ) -> (Vec<ExprId>, Vec<&'s str>) {
        let file = self.values.instance(instance).file;
        let put = self.filled.before(script, file, (read, binding));
        let made = self.filled.values_before(script, file, (read, binding));
        let replaced = put.replaced(script);
        let made = made.into_iter().filter(|_| !put.redacts(script));
        let made = made.flat_map(|it| left(script, it, &replaced));
        (made.chain(put.all()).collect(), replaced)
    }

    pub(super) fn held(
        &self,
        script: &Script,
        instance: InstanceId,
        expr: ExprId,
        credential: Credential,
    ) -> Held {
        let file = self.values.instance(instance).file;
        let written = script.expr(expr);
        let scope = script.function(written.function).span;
        Held {
            credential,
            at: FileSpan::new(file, written.span),
            expr,
            scope,
            from: None,
            given: None,
        }
    }
}

/// The first of `all` that holds something, at best where the question did not fail.
pub(super) fn first(all: impl Iterator<Item = Vec<Looked>>) -> Vec<Looked> {
    let mut failed = Vec::new();
    for looked in all {
        if looked.iter().any(|it| !it.failed) {
            return looked;
        }
        if failed.is_empty() {
            failed = looked;
        }
    }
    failed
}
