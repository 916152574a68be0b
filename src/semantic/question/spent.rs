//! Conditions that a run changes itself on its way to a call: on the day of the last question, on
//! how often it was asked, on a list of what was asked. What they come to is not known, so they
//! may well keep the next run from asking.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::platform::{Access, ApiKind};
use crate::semantic::Semantics;
use crate::semantic::guard::condition::GENERIC;
use crate::semantic::guard::flag::{is_final, members, outlasting, stored, stored_key};
use crate::semantic::guard::tested::own_name;
use crate::semantic::site::ApiSite;
use crate::semantic::values::{CallId, CallKind, FunctionNode, Token};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{Call, ExprId, ExprKind, FunctionId, Name, Script};

/// Expressions are looked into no further than this.
const MOST_PARTS: usize = 64;

/// No more changes of one name, and by one call, are looked at.
const MOST_CHANGES: usize = 64;

/// Methods of lists, sets and maps that put something in.
const PUTS: [&str; 4] = ["add", "push", "set", "unshift"];

/// The name of an entry of the storage that is read or written by a key that is not looked for.
const ANY_ENTRY: &str = "";

/// What one expression changes.
#[derive(Clone, Copy, Debug)]
struct Change<'a> {
    /// The expression.
    at: ExprId,
    /// The variable, member or key.
    name: &'a str,
    /// Whether the new value is made from the old one.
    is_own: bool,
    /// The call that changes it, if it is not the function itself.
    by: Option<CallId>,
}

/// What a function changes, by name.
type ByName<'a> = BTreeMap<&'a str, Vec<Change<'a>>>;

/// What conditions read and runs change.
#[derive(Debug)]
pub(in crate::semantic) struct Spent<'a> {
    files: &'a [File],
    semantics: &'a Semantics,
    /// The calls that write to the storage.
    storing: BTreeSet<(FileId, ExprId)>,
    /// The names of the APIs that read from it.
    reading: BTreeSet<&'static str>,
    /// What functions do, by file.
    done: RefCell<BTreeMap<FileId, Rc<BTreeMap<FunctionId, Done<'a>>>>>,
    /// What functions change, also by what they call.
    changes: RefCell<BTreeMap<FunctionNode, Rc<ByName<'a>>>>,
}

/// What one function does itself.
#[derive(Debug, Default)]
struct Done<'a> {
    /// The members and texts that it reads.
    reads: BTreeSet<&'a str>,
    changes: Vec<Change<'a>>,
}

impl<'a> Spent<'a> {
    /// What runs change in `files`, of which `semantics` is known.
    pub(in crate::semantic) fn new(files: &'a [File], semantics: &'a Semantics) -> Self {
        let accesses = |site: &ApiSite, access: Access| matches!(site.api.kind, ApiKind::Storage { access: own } if *own == access);
        let sites = semantics.sites.iter();
        let storing = sites.clone().filter(|site| accesses(site, Access::Write));
        let storing = storing.map(|site| (site.file, site.expr)).collect();
        let reading = sites.filter(|site| accesses(site, Access::Read));
        let reading = reading.map(|site| site.api.name).collect();
        Self {
            files,
            semantics,
            storing,
            reading,
            done: RefCell::default(),
            changes: RefCell::default(),
        }
    }

    /// Whether a condition around `call`, on the way to `asking`, reads something that is changed after
    /// that whenever a run comes to `call`, or comes from there to `asking`, but for what is `let_go`.
    pub(in crate::semantic) fn is_spent(
        &self,
        (call, asking): (CallId, CallId),
        let_go: &BTreeSet<&str>,
    ) -> bool {
        let values = &self.semantics.values;
        let is_later = values.call(call).caller != values.call(asking).caller;
        let reads = self.reads(call).into_iter().filter(|(_, name)| !let_go.contains(name));
        reads.into_iter().any(|(at, name)| {
            self.changes(call, name, Some(at)) || is_later && self.changes(asking, name, None)
        })
    }

    /// Whether `name` is changed, after it was read at a place, whenever a run comes to `call`.
    fn changes(&self, call: CallId, name: &str, after: Option<ExprId>) -> bool {
        let site = self.semantics.values.call(call);
        let Some((_, script, function)) = self.place(site.caller) else { return false };
        let happens = Happens { script, function, place: site.expr };
        let all = self.all_changes(site.caller);
        let Some(changes) = all.get(name) else { return false };
        let first = after.map_or(0, |after| changes.partition_point(|it| it.at <= after));
        let (before, behind) = changes.split_at(first);
        let before = before.iter().take(MOST_CHANGES).filter(|change| change.is_own);
        let mut all = before.chain(behind.iter().take(MOST_CHANGES));
        all.any(|change| change.by != Some(call) && happens.before(change.at))
    }

    /// The names that the conditions around `call` read, also by the functions that they call.
    fn reads(&self, call: CallId) -> Vec<(ExprId, &'a str)> {
        let conditions = self.semantics.conditions(self.files, call);
        let Some((script, parts)) = conditions else { return Vec::new() };
        let site = self.semantics.values.call(call);
        let mut names = Vec::new();
        for part in parts {
            match script.kind(part) {
                ExprKind::Call(_) => {
                    for function in self.called(site.caller, part) {
                        let Some((done, function)) = self.done_in(function) else { continue };
                        let read = done.get(&function).map(|done| done.reads.iter());
                        names.extend(read.into_iter().flatten().map(|name| (part, *name)));
                    }
                }
                ExprKind::Binding(binding) if script.held_at(part).is_none() => {
                    names.push((part, script.name(script.binding(*binding).name)));
                    let node = self.semantics.values.value(site.instance, script, part);
                    let mut tokens =
                        node.into_iter().flat_map(|node| self.semantics.values.of(node));
                    if tokens.any(|token| self.is_entry(token)) {
                        names.push((part, ANY_ENTRY));
                    }
                }
                kind => names.extend(read(kind).map(|name| (part, script.name(name)))),
            }
        }
        names.retain(|(_, name)| !GENERIC.contains(name));
        names
    }
}

impl<'a> Spent<'a> {
    /// Whether `token` is an entry of the storage that its callback is given.
    fn is_entry(&self, token: Token) -> bool {
        let Token::Host(path) = token else { return false };
        let path = self.semantics.values.symbols.text(path);
        let api = path.strip_suffix("().data").and_then(|api| api.rsplit_once('.'));
        api.is_some_and(|(_, name)| self.reading.contains(name))
    }

    /// What `function` changes, itself or by what it calls, by name and in order.
    fn all_changes(&self, function: FunctionNode) -> Rc<ByName<'a>> {
        if let Some(known) = self.changes.borrow().get(&function) {
            return Rc::clone(known);
        }
        let mut changes = self.changes_in(function);
        let Semantics { values, graph, .. } = self.semantics;
        let script = self.place(function).map(|(_, script, _)| script);
        for edge in graph.from(function).map(|(_, edge)| edge) {
            let Some((script, call)) = script.zip(edge.call) else { continue };
            let helper = values.call(call);
            if helper.kind != CallKind::Call {
                continue;
            }
            let own = self.changes_in(edge.to);
            let given = own.iter().any(|change| change.name == ANY_ENTRY);
            let given = given.then(|| texts(script, helper.expr)).into_iter().flatten();
            let own = own.iter().take(MOST_CHANGES).map(|change| (change.name, change.is_own));
            let names = own.chain(given.map(|name| (name, false)));
            let change = |(name, is_own)| Change { at: helper.expr, name, is_own, by: Some(call) };
            changes.extend(names.map(change));
        }
        changes.sort_by_key(|change| change.at);
        let mut by_name = ByName::default();
        for change in changes {
            by_name.entry(change.name).or_default().push(change);
        }
        let by_name = Rc::new(by_name);
        self.changes.borrow_mut().insert(function, Rc::clone(&by_name));
        by_name
    }

    /// What `function` itself changes.
    fn changes_in(&self, function: FunctionNode) -> Vec<Change<'a>> {
        let done = self.done_in(function);
        done.and_then(|(done, function)| Some(done.get(&function)?.changes.clone()))
            .unwrap_or_default()
    }

    /// What the functions of a file do, and which of them `function` is.
    fn done_in(
        &self,
        function: FunctionNode,
    ) -> Option<(Rc<BTreeMap<FunctionId, Done<'a>>>, FunctionId)> {
        let (file, script, function) = self.place(function)?;
        let mut done = self.done.borrow_mut();
        let done = done.entry(file).or_insert_with(|| Rc::new(self.all_done(file, script)));
        Some((Rc::clone(done), function))
    }

    fn all_done(&self, file: FileId, script: &'a Script) -> BTreeMap<FunctionId, Done<'a>> {
        let mut done: BTreeMap<FunctionId, Done<'a>> = BTreeMap::new();
        for (at, expr) in script.exprs() {
            let mut changes = |name, is_own| {
                let change = Change { at, name, is_own, by: None };
                done.entry(expr.function).or_default().changes.push(change);
            };
            match &expr.kind {
                ExprKind::Assign { target, value } => {
                    let target = outlasting(script, *target, expr.function);
                    if let Some(name) = target.filter(|name| is_new(script, *name, *value)) {
                        changes(script.name(name), is_made_of(script, *value, name));
                    }
                }
                ExprKind::Call(call) => {
                    let stores = self.storing.contains(&(file, at));
                    given(script, call, stores).into_iter().for_each(|name| changes(name, false));
                }
                _ => {
                    if let Some(name) = own_name(script, expr.function, at) {
                        done.entry(expr.function).or_default().reads.insert(name);
                    }
                }
            }
        }
        done
    }

    /// The functions that `caller` calls at `at`.
    fn called(&self, caller: FunctionNode, at: ExprId) -> impl Iterator<Item = FunctionNode> {
        let Semantics { values, graph, .. } = self.semantics;
        let edges = graph.from(caller).filter(move |(_, edge)| {
            let call = edge.call.map(|call| values.call(call));
            call.is_some_and(|call| call.kind == CallKind::Call && call.expr == at)
        });
        edges.map(|(_, edge)| edge.to)
    }

    fn place(&self, function: FunctionNode) -> Option<(FileId, &'a Script, FunctionId)> {
        let (instance, function) = self.semantics.values.function(function);
        let file = self.semantics.values.instance(instance).file;
        Some((file, self.files.get(file.index())?.script()?, function))
    }
}

/// What happens in a function whenever it comes to a place.
struct Happens<'a> {
    script: &'a Script,
    function: FunctionId,
    place: ExprId,
}

impl Happens<'_> {
    /// Whether `at` is run by every run of the function that comes to the place, and does not wait
    /// for what comes of it.
    fn before(&self, at: ExprId) -> bool {
        let Self { script, function, place } = *self;
        let region = script.expr(at).region;
        let mut around = script.enclosing(script.expr(place).region);
        let is_always = around.any(|(id, _)| id == region);
        let is_early = at < place || !script.function(function).is_async;
        is_always && is_early || is_final(script, at)
    }
}

/// The name that an expression reads.
fn read(kind: &ExprKind) -> Option<Name> {
    match kind {
        ExprKind::Member { property, .. } => Some(*property),
        ExprKind::String(text) => Some(*text),
        _ => None,
    }
}

/// What a call changes: the data that it sets, the list it puts something into, the entry that it
/// `stores`.
fn given<'a>(script: &'a Script, call: &Call, stores: bool) -> Vec<&'a str> {
    if stores {
        let named = stored_key(script, call).and_then(|key| match script.kind(key) {
            ExprKind::Binding(binding) => Some(script.binding(*binding).name),
            kind => read(kind),
        });
        let keys = named.into_iter().chain(stored(script, call));
        return keys.map(|key| script.name(key)).chain([ANY_ENTRY]).collect();
    }
    let ExprKind::Member { object, property, .. } = script.kind(call.callee) else {
        return Vec::new();
    };
    match (script.name(*property), script.kind(*object)) {
        ("setData", _) => {
            let members =
                members(script, call).filter(|(name, value)| is_new(script, *name, *value));
            members.filter_map(|(name, _)| script.name(name).split('.').next_back()).collect()
        }
        (name, ExprKind::Member { property, .. }) if PUTS.contains(&name) => {
            vec![script.name(*property)]
        }
        (name, ExprKind::Binding(binding)) if PUTS.contains(&name) => {
            vec![script.name(script.binding(*binding).name)]
        }
        _ => Vec::new(),
    }
}

/// Whether `value` is more than nothing, and not what is named so already.
fn is_new(script: &Script, name: Name, value: ExprId) -> bool {
    match script.kind(value) {
        ExprKind::Undefined | ExprKind::Null | ExprKind::Bool(_) => false,
        ExprKind::Number(number) => *number != 0.0,
        ExprKind::String(text) => !script.name(*text).is_empty(),
        ExprKind::Array(items) => !items.is_empty(),
        ExprKind::Object(members) => !members.is_empty(),
        ExprKind::Member { property, .. } => *property != name,
        ExprKind::Binding(binding) => script.binding(*binding).name != name,
        _ => true,
    }
}

/// Whether `value` is computed from what has the name `name`.
fn is_made_of(script: &Script, value: ExprId, name: Name) -> bool {
    let mut parts = vec![value];
    let mut at = 0;
    while let Some(part) = parts.get(at).copied().filter(|_| at < MOST_PARTS) {
        at += 1;
        match script.kind(part) {
            ExprKind::Member { property, .. } if *property == name => return true,
            ExprKind::Binding(binding) if script.binding(*binding).name == name => return true,
            ExprKind::Unary(value) => parts.push(*value),
            ExprKind::Binary { left, right, .. } | ExprKind::Logical { left, right, .. } => {
                parts.extend([*left, *right]);
            }
            _ => {}
        }
    }
    false
}

/// The texts that are handed over at `call`.
fn texts(script: &Script, call: ExprId) -> Vec<&str> {
    let ExprKind::Call(call) = script.kind(call) else { return Vec::new() };
    let values = call.arguments.iter().map(|argument| script.kind(argument.value));
    let texts = values.filter_map(|value| match value {
        ExprKind::String(text) => Some(script.name(*text)),
        _ => None,
    });
    texts.collect()
}
