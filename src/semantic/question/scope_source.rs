//! Where the scopes of a `getAuthCode` call are written that come to it from elsewhere: as an argument,
//! in options and what is copied into them, in lists, in what a function gives back.

use std::collections::{BTreeMap, BTreeSet};

use crate::platform::split_scopes;
use crate::project::Project;
use crate::semantic::Semantics;
use crate::semantic::origin::Origins;
use crate::semantic::origin::compared::Compared;
use crate::semantic::site::ApiCall;
use crate::semantic::site::asked::{Asked, named};
use crate::semantic::values::At;
use crate::semantic::values::{CallId, FunctionNode, Token};
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::File;
use crate::syntax::script::{Call, ExprId, ExprKind, MODULE, Property, Script};

/// How many expressions are looked at for one call.
const MOST_STEPS: usize = 256;

/// No more scopes are looked for in the whole program.
const MOST_SCOPES: usize = 32;

/// No more functions are looked into that one call can run.
const MOST_TARGETS: usize = 4;

/// A scope that a literal names.
#[derive(Clone, Debug)]
pub struct ScopeSource {
    /// The scope, and the literal.
    pub asked: Asked,
    /// The function that the literal stands in, or the whole script.
    pub around: Span,
    /// The same in the copy of it that asks; none where a whole script is meant.
    function: Option<FunctionNode>,
}

impl Semantics {
    /// The scopes that literals hand over to `call`.
    #[must_use]
    pub fn scope_sources(
        &self,
        files: &[File],
        project: &Project,
        call: ApiCall,
    ) -> Vec<ScopeSource> {
        let search = Search { semantics: self, origins: self.origins(files, project) };
        search.literals(call.host)
    }

    /// The calls that lead from `source` to `call`, as far as they can be told.
    #[must_use]
    pub fn scope_way(&self, source: &ScopeSource, call: ApiCall) -> Vec<u32> {
        let caller = self.values.call(call.call).caller;
        let way = source.function.and_then(|function| self.between(function, caller));
        way.unwrap_or_default()
    }
}

struct Search<'a> {
    semantics: &'a Semantics,
    origins: Origins<'a>,
}

impl<'a> Search<'a> {
    fn literals(&self, call: CallId) -> Vec<ScopeSource> {
        let site = self.semantics.values.call(call);
        let options = site.arguments.first().map(|(options, _)| self.semantics.values.of(*options));
        let options = options.into_iter().flatten();
        let mut work: Vec<At> = options.flat_map(|it| self.member(it, Some("scopes"))).collect();
        let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
        while let Some(at) = work.pop().filter(|_| seen.len() < MOST_STEPS) {
            let file = self.semantics.values.instance(at.0).file;
            let Some(script) = self.origins.script(file).filter(|_| seen.insert(at)) else {
                continue;
            };
            match script.kind(at.1) {
                ExprKind::String(text) => {
                    found.extend(self.named(script, (file, at), script.name(*text)));
                }
                _ => work.extend(self.behind(script, at)),
            }
        }
        found
    }

    fn named(
        &self,
        script: &Script,
        (file, At(instance, expr)): (FileId, At),
        text: &str,
    ) -> Vec<ScopeSource> {
        let values = &self.semantics.values;
        let written = script.expr(expr);
        let copy = values.holder(instance, written.function).filter(|_| written.function != MODULE);
        let function = copy.map(|copy| values.instance(copy).function(written.function));
        let around = script.function(written.function).span;
        let asked = named(text, FileSpan::new(file, written.span)).into_iter();
        asked.map(|asked| ScopeSource { asked, around, function }).collect()
    }

    /// What the value of an expression comes from.
    fn behind(&self, script: &'a Script, at: At) -> Vec<At> {
        let At(instance, expr) = at;
        let of = |object: ExprId, name: Option<&str>| {
            let node = self.semantics.values.value(instance, script, object);
            let objects = node.map(|node| self.semantics.values.of(node)).unwrap_or_default();
            objects.into_iter().flat_map(|object| self.member(object, name)).collect()
        };
        match script.kind(expr) {
            ExprKind::Member { object, property, .. } => of(*object, Some(script.name(*property))),
            ExprKind::Index { object, .. } => of(*object, None),
            ExprKind::Call(call) => self.given_back(script, at, call),
            _ => self.origins.behind(script, at),
        }
    }

    /// What `object`, or what is copied into it, is written with as its member `name`; all of its
    /// members without a name.
    fn member(&self, object: Token, name: Option<&str>) -> Vec<At> {
        let (mut seen, mut work) = (BTreeSet::from([object]), vec![object]);
        let mut found = Vec::new();
        while let Some(object) = work.pop().filter(|_| seen.len() < MOST_STEPS) {
            match name {
                Some(name) => found.extend(self.origins.member(object, name)),
                None => found.extend(self.members(object)),
            }
            let copied = self.semantics.values.copied_into(object);
            work.extend(copied.filter(|source| seen.insert(*source)));
        }
        found
    }

    /// What the members of the literal `object` are.
    fn members(&self, object: Token) -> Vec<At> {
        let Token::Object(node) = object else { return Vec::new() };
        let values = &self.semantics.values;
        let Some((instance, expr)) = values.place(node) else { return Vec::new() };
        let script = self.origins.script(values.instance(instance).file);
        let Some(ExprKind::Object(members)) = script.map(|script| script.kind(expr)) else {
            return Vec::new();
        };
        let values = members.iter().take(MOST_STEPS).filter_map(|member| match member {
            Property::Value { value, .. } => Some(At(instance, *value)),
            _ => None,
        });
        values.collect()
    }

    /// What `call`, which stands at `at`, gives back: what the program's own functions do, or all of
    /// the list that it is called on.
    fn given_back(&self, script: &'a Script, at: At, call: &Call) -> Vec<At> {
        let mut behind = self.origins.behind(script, at);
        if let ExprKind::Member { object, property, .. } = script.kind(call.callee)
            && matches!(script.name(*property), "join" | "split" | "filter" | "map")
        {
            behind.push(At(at.0, *object));
        }
        let targets = self.targets(script, at).into_iter().take(MOST_TARGETS);
        for target in targets {
            let (copy, function) = self.semantics.values.function(target);
            let script = self.origins.script(self.semantics.values.instance(copy).file);
            let returns = script.map_or(&[][..], |script| &script.function(function).returns);
            behind.extend(returns.iter().take(MOST_STEPS).map(|value| At(copy, *value)));
        }
        behind
    }

    /// The functions that the call at `at` can run.
    fn targets(&self, script: &Script, At(instance, expr): At) -> Vec<FunctionNode> {
        let values = &self.semantics.values;
        let function = script.expr(expr).function;
        let Some(copy) = values.holder(instance, function) else { return Vec::new() };
        let caller = values.instance(copy).function(function);
        let calls = self.semantics.graph.from(caller).take(MOST_STEPS).map(|(_, edge)| edge);
        let is_it = |call: &CallId| values.call(*call).expr == expr;
        let calls = calls.filter(|edge| edge.call.as_ref().is_some_and(is_it));
        calls.map(|edge| edge.to).collect()
    }
}

/// Of the scopes `wanted` those that nothing in the program says but one literal, with that. What a
/// script only compares says nothing.
#[must_use]
pub fn only_sources<'a>(
    files: &[File],
    wanted: &BTreeSet<&'a str>,
) -> BTreeMap<&'a str, ScopeSource> {
    if wanted.is_empty() || wanted.len() > MOST_SCOPES {
        return BTreeMap::new();
    }
    let mut all: BTreeMap<&str, Vec<ScopeSource>> = BTreeMap::new();
    let mut unclear: BTreeSet<&str> = BTreeSet::new();
    for (file, id) in files.iter().zip((0..).map(FileId)) {
        let Some(script) = file.script() else {
            unclear.extend(wanted.iter().filter(|scope| file.text.contains(**scope)));
            continue;
        };
        for source in sources_in(script, id, wanted) {
            let scope = wanted.get(source.asked.text.as_str()).copied();
            scope.into_iter().for_each(|scope| all.entry(scope).or_default().push(source.clone()));
        }
    }
    let only = all.into_iter().filter(|(scope, _)| !unclear.contains(scope));
    let only = only.filter_map(|(scope, mut all)| {
        let source = all.pop().filter(|_| all.is_empty())?;
        Some((scope, source))
    });
    only.collect()
}

/// The literals of a script that name one of the scopes `wanted`.
fn sources_in(script: &Script, file: FileId, wanted: &BTreeSet<&str>) -> Vec<ScopeSource> {
    let is_wanted = |text: &str| split_scopes(text).any(|scope| wanted.contains(scope));
    if !script.names.iter().any(|name| is_wanted(name)) {
        return Vec::new();
    }
    let compared = Compared::new(script);
    let mut sources = Vec::new();
    for (id, written) in script.exprs() {
        let ExprKind::String(text) = written.kind else { continue };
        if !is_wanted(script.name(text)) || compared.is_only(id) {
            continue;
        }
        let around = script.function(written.function).span;
        let asked = named(script.name(text), FileSpan::new(file, written.span)).into_iter();
        sources.extend(asked.map(|asked| ScopeSource { asked, around, function: None }));
    }
    sources
}
