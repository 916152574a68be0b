//! Who hears that a promise is settled, and who catches what it is rejected with: here, or in a
//! caller.

use std::collections::BTreeMap;

use crate::semantic::Semantics;
use crate::semantic::guard::fulfilled::parameter;
use crate::semantic::origin::uses::{Use, Uses};
use crate::semantic::values::{CallId, CallKind, FunctionNode, InstanceId};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, Key, Property, Script};

use super::attempt::attempts;
use rustc_hash::FxHashSet;

/// A value and the function whose run makes it.
pub(in crate::semantic) type Made = (FunctionNode, ExprId);

/// A function that was handed a promise, and the call that did so: what becomes of that promise in the
/// function comes out at this call and no other.
pub(in crate::semantic) type Lent = Option<(FunctionNode, CallId)>;

/// How a promise is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::semantic) enum Settled {
    /// It is rejected.
    Rejected,
    /// It is fulfilled.
    Fulfilled,
}

/// What hears that a promise is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::semantic) enum Heard {
    /// The function that this call of `catch` or `then` hands over.
    Call(FunctionNode, ExprId),
    /// The function that this call of `finally` hands over.
    Finally(FunctionNode, ExprId),
    /// What runs behind this `await`: of a rejection, the `catch` and `finally` around it.
    Awaited(FunctionNode, ExprId),
}

/// What becomes of a settled promise.
#[derive(Clone, Debug, Default)]
pub(in crate::semantic) struct Passed {
    /// What hears it, and ends it if it is a rejection.
    pub(in crate::semantic) heard: Vec<Heard>,
    /// What hears it and lets it pass.
    pub(in crate::semantic) passing: Vec<Heard>,
    /// The promises that are settled in the same way in turn.
    pub(in crate::semantic) next: Vec<(Made, Lent)>,
    /// Whether it goes where it is not followed.
    pub(in crate::semantic) is_lost: bool,
}

impl Passed {
    /// `call` calls a method of a settled promise, with so many arguments.
    fn go_on(&mut self, call: Made, method: (&str, usize), settled: Settled, lent: Lent) {
        let (function, expr) = call;
        match (method, settled) {
            (("catch", 1..) | ("then", 2..), Settled::Rejected)
            | (("then", 1..), Settled::Fulfilled) => {
                self.heard.push(Heard::Call(function, expr));
            }
            (("finally", 1..), _) => {
                self.passing.push(Heard::Finally(function, expr));
                self.next.push((call, lent));
            }
            (("then" | "finally" | "catch", _), _) => self.next.push((call, lent)),
            _ => {}
        }
    }
}

/// A follower of settled promises.
pub(in crate::semantic) struct Rejections<'a> {
    files: &'a [File],
    semantics: &'a Semantics,
    uses: BTreeMap<FileId, Uses>,
    /// The names of all members that are read, once that was asked for.
    read: Option<FxHashSet<&'a str>>,
}

impl<'a> Rejections<'a> {
    /// A follower in `files`, of which `semantics` is known.
    pub(in crate::semantic) fn new(files: &'a [File], semantics: &'a Semantics) -> Self {
        Self { files, semantics, uses: BTreeMap::new(), read: None }
    }

    pub(in crate::semantic) fn file_of(&self, instance: InstanceId) -> FileId {
        self.semantics.values.instance(instance).file
    }

    pub(in crate::semantic) fn script(&self, file: FileId) -> Option<&'a Script> {
        self.files[file.index()].script()
    }

    /// What becomes of the promise that `expr` is once it is `settled`; of one that was `lent` to the
    /// function, or to one around it, until that gives it back.
    pub(in crate::semantic) fn passed_on(
        &mut self,
        (function, expr): Made,
        lent: Lent,
        settled: Settled,
    ) -> Passed {
        let (instance, _) = self.semantics.values.function(function);
        let file = self.file_of(instance);
        let mut passed = Passed::default();
        let Some(script) = self.script(file) else { return passed };
        let uses = self.uses.entry(file).or_insert_with(|| Uses::new(script));
        let mut leaves = uses.is_returned(expr);
        let (mut given, mut stored) = (Vec::new(), Vec::new());
        for it in uses.of(expr) {
            match it {
                Use::Awaited(at) => {
                    let heard = Heard::Awaited(function, at);
                    let around = attempts(script, at);
                    if settled == Settled::Fulfilled || around.iter().any(|it| it.caught.is_some())
                    {
                        passed.heard.push(heard);
                    } else {
                        leaves = true;
                        passed.passing.extend((!around.is_empty()).then_some(heard));
                    }
                }
                Use::Member(at, name) => {
                    let call = uses.of(at).find_map(|it| match it {
                        Use::Called(call) => Some(call),
                        _ => None,
                    });
                    let Some(call) = call else { continue };
                    let ExprKind::Call(written) = script.kind(call) else { continue };
                    let method = (script.name(name), written.arguments.len());
                    passed.go_on((function, call), method, settled, lent);
                }
                Use::Same(at) => passed.next.push(((function, at), lent)),
                Use::Kept(binding) if script.binding(binding).writes.len() == 1 => {
                    let reads = uses.reads(binding);
                    passed.next.extend(reads.map(|read| ((function, read), lent)));
                }
                Use::Given(call, at) => {
                    passed.is_lost = true;
                    given.extend(lent.is_none().then_some((call, at)));
                }
                Use::Item(list) => {
                    let joined =
                        joined(script, uses, list).filter(|_| settled == Settled::Rejected);
                    match joined {
                        Some(all) => passed.next.push(((function, all), lent)),
                        None => passed.is_lost = true,
                    }
                }
                Use::Stored(name) => stored.push(name),
                Use::Kept(_) | Use::Elsewhere => passed.is_lost = true,
                Use::Called(_) => {}
            }
        }
        passed.is_lost |= stored.into_iter().any(|name| self.is_read(script.name(name)));
        if leaves {
            self.leave(function, lent, &mut passed);
        }
        for (call, at) in given {
            self.lend((function, call), at, &mut passed);
        }
        passed
    }

    /// Whether anything in the program reads members that are called `name`, or hears that they are
    /// written.
    fn is_read(&mut self, name: &str) -> bool {
        let scripts = self.files.iter().filter_map(File::script);
        let read = self.read.get_or_insert_with(|| scripts.flat_map(read_names).collect());
        read.contains(name)
    }

    /// A promise is handed over at `call`, as argument `at`: what is called goes on with it.
    fn lend(&mut self, (function, call): Made, at: u32, passed: &mut Passed) {
        let Semantics { graph, values, .. } = self.semantics;
        for edge in graph.from(function).map(|(_, edge)| edge) {
            let by = edge.call.filter(|by| {
                let site = values.call(*by);
                site.expr == call && site.kind == CallKind::Call
            });
            let (instance, id) = values.function(edge.to);
            let file = self.file_of(instance);
            let (Some(by), Some(script)) = (by, self.script(file)) else { continue };
            let Some(parameter) = parameter(script, id, at) else { continue };
            let uses = self.uses.entry(file).or_insert_with(|| Uses::new(script));
            let own = uses.reads(parameter).filter(|read| script.expr(*read).function == id);
            passed.next.extend(own.map(|read| ((edge.to, read), Some((edge.to, by)))));
        }
    }

    /// What is settled leaves `function`: so are the calls that give what it gives.
    pub(in crate::semantic) fn leave(
        &self,
        function: FunctionNode,
        lent: Lent,
        passed: &mut Passed,
    ) {
        if let Some((_, by)) = lent.filter(|(to, _)| *to == function) {
            let site = self.semantics.values.call(by);
            passed.next.push(((site.caller, site.expr), None));
            return;
        }
        let graph = &self.semantics.graph;
        for edge in graph.into(function) {
            let Some(call) = edge.call else { continue };
            let site = self.semantics.values.call(call);
            match site.kind {
                CallKind::Call | CallKind::Continuation { .. } => {
                    passed.next.push(((site.caller, site.expr), lent));
                }
                CallKind::Standard if !self.is_new(site.instance, site.expr) => {
                    passed.is_lost = true;
                }
                CallKind::Escape => passed.is_lost = true,
                _ => {}
            }
        }
    }

    /// Whether `expr` is a `new`, whose callback's result goes nowhere.
    fn is_new(&self, instance: InstanceId, expr: ExprId) -> bool {
        let script = self.script(self.file_of(instance));
        script
            .is_some_and(|script| matches!(script.kind(expr), ExprKind::Call(call) if call.is_new))
    }
}

/// The call of `Promise.all` or `Promise.race` to which `list`, an array literal, is given and nothing
/// else: it is rejected with whichever of the items is.
fn joined(script: &Script, uses: &Uses, list: ExprId) -> Option<ExprId> {
    let mut all = uses.of(list);
    let (Some(Use::Given(call, 0)), None) = (all.next(), all.next()) else { return None };
    let ExprKind::Call(written) = script.kind(call) else { return None };
    let ExprKind::Member { object, property, .. } = script.kind(written.callee) else {
        return None;
    };
    let ExprKind::Global(object) = script.kind(*object) else { return None };
    let is_joint = matches!(script.name(*property), "all" | "race");
    (script.name(*object) == "Promise" && is_joint).then_some(call)
}

/// The names of the members that `script` reads, those of its setters, and its texts.
fn read_names(script: &Script) -> impl Iterator<Item = &str> {
    let setter = |property: &Property| match property {
        Property::Setter { key: Key::Name(name, _), .. } => Some(*name),
        _ => None,
    };
    let own = script.exprs().flat_map(move |(_, expr)| match &expr.kind {
        ExprKind::Member { property, .. } => vec![*property],
        ExprKind::String(text) => vec![*text],
        ExprKind::Object(members) => members.iter().filter_map(setter).collect(),
        _ => Vec::new(),
    });
    let classes = script.classes.iter().flat_map(|class| &class.members);
    let classes = classes.filter_map(move |member| setter(&member.property));
    own.chain(classes).map(|name| script.name(name))
}
