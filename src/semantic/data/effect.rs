//! What a function does that the user notices, or that changes what the user will see.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::platform::Platform;
use crate::project::Project;
use crate::semantic::Semantics;
use crate::semantic::origin::text_member::only_reads;
use crate::semantic::values::{FunctionNode, HostCall, Values};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, FunctionId, Name, Script, Target};

use super::member_reads::MemberReads;
use super::stored::Exchange;
use rustc_hash::FxHashSet;

/// Which functions do something by themselves.
#[derive(Clone, Debug, Default)]
pub struct Effects {
    /// Functions that call something visible, or something that is not known, in order.
    calls: Vec<FunctionNode>,
    /// Of each file what its functions write, once somebody asks.
    writes: Vec<OnceLock<Vec<Writes>>>,
    /// Who reads members of which names, once somebody asks.
    reads: OnceLock<MemberReads>,
    /// Whether each file is the script of a unit.
    scripts: Vec<bool>,
    /// What functions leave for each other in the storage, once somebody asks.
    pub(in crate::semantic) exchange: OnceLock<Exchange>,
}

/// Functions of which it is known that nothing which they run is noticed, but for the storage.
pub type Quiet = FxHashSet<FunctionNode>;

/// What a function writes that outlives its run.
#[derive(Clone, Debug, Default)]
struct Writes {
    /// A variable that others read, or something of which it is not known.
    for_others: bool,
    /// The members that it writes by name.
    members: Vec<Name>,
}

impl Effects {
    /// What the functions of a program do.
    #[must_use]
    pub fn new(files: &[File], project: &Project, platform: &Platform, values: &Values) -> Self {
        let is_noticed = |path| is_visible(platform, values.symbols.text(path));
        let may_do = |host: &HostCall| {
            let site = values.call(host.call);
            let script = files[values.instance(site.instance).file.index()].script();
            !script.is_some_and(|script| only_looks(script, site.expr))
        };
        let calls = values.host_calls.iter();
        let calls = calls.filter(|host| match host.is_unread() {
            true => may_do(host),
            false => is_noticed(host.path),
        });
        let mut calls: Vec<FunctionNode> =
            calls.map(|host| values.call(host.call).caller).collect();
        calls.sort_unstable();
        calls.dedup();
        let mut scripts = vec![false; files.len()];
        project.units().filter_map(|(_, it)| it.script).for_each(|it| scripts[it.index()] = true);
        let writes = vec![OnceLock::new(); files.len()];
        Self { calls, writes, scripts, ..Self::default() }
    }
}

impl Semantics {
    /// Whether running `functions` does something that is noticed, in them or in what they call:
    /// calls something visible, or writes what others read. What is `quiet` is not looked at again.
    #[must_use]
    pub fn is_noticed(
        &self,
        files: &[File],
        functions: &[FunctionNode],
        quiet: &mut Quiet,
    ) -> bool {
        let mut seen: Quiet = functions.iter().copied().collect();
        let mut work = functions.to_vec();
        while let Some(function) = work.pop() {
            if quiet.contains(&function) {
                continue;
            }
            if self.does(files, function) {
                return true;
            }
            let run = self.graph.from(function).filter(|(_, edge)| !edge.guard.never);
            work.extend(run.map(|(_, edge)| edge.to).filter(|to| seen.insert(*to)));
        }
        quiet.extend(seen);
        self.stores_anything() && self.stores_for_others(&self.graph.closure(functions))
    }

    /// The same of a component alone, without what the functions do that it is given.
    #[must_use]
    pub fn is_noticed_within(&self, files: &[File], functions: &[FunctionNode]) -> bool {
        let file = |node| self.values.instance(self.values.function(node).0).file;
        let own: BTreeSet<FileId> = functions.iter().map(|node| file(*node)).collect();
        let is_own = |node| {
            let file: FileId = file(node);
            own.contains(&file) || !self.effects.scripts[file.index()]
        };
        let all = self.graph.closure_within(functions, &is_own);
        all.iter().any(|function| self.does(files, *function)) || self.stores_for_others(&all)
    }

    /// Whether `function` itself calls something that is noticed, or writes what others read.
    fn does(&self, files: &[File], node: FunctionNode) -> bool {
        let Effects { calls, writes, reads, .. } = &self.effects;
        if calls.binary_search(&node).is_ok() {
            return true;
        }
        let (instance, function) = self.values.function(node);
        let file = self.values.instance(instance).file;
        let Some(script) = files[file.index()].script() else { return false };
        let all = writes[file.index()].get_or_init(|| writes_of(script));
        let Some(writes) = all.get(function.0 as usize) else { return false };
        let has_readers = |name: &Name| {
            let reads = reads.get_or_init(|| MemberReads::new(files));
            reads.has_other(script.name(*name), file, function)
        };
        writes.for_others || writes.members.iter().any(has_readers)
    }
}

/// Whether the call `expr` of something that was not read is surely one of a method that only reads:
/// `text.indexOf('cancel')`, `/cancel/.test(text)`.
fn only_looks(script: &Script, expr: ExprId) -> bool {
    let ExprKind::Call(call) = script.kind(expr) else { return false };
    let ExprKind::Member { object, property, .. } = script.kind(call.callee) else { return false };
    match script.name(*property) {
        "test" | "exec" => matches!(script.kind(*object), ExprKind::Regex),
        name => only_reads(name),
    }
}

fn is_visible(platform: &Platform, path: &str) -> bool {
    let Some((object, name)) = path.rsplit_once('.') else { return false };
    if object == "this" {
        return true;
    }
    platform.is_namespace(object) && platform.api(name).is_none_or(|api| api.kind.is_visible())
}

/// What each function of `script` writes.
fn writes_of(script: &Script) -> Vec<Writes> {
    // The first function that reads each variable, and whether others do.
    let mut readers: Vec<Option<(FunctionId, bool)>> = vec![None; script.bindings.len()];
    for expr in &script.exprs {
        if let ExprKind::Binding(binding) = expr.kind {
            let reader = &mut readers[binding.0 as usize];
            let (first, has_others) = reader.unwrap_or((expr.function, false));
            *reader = Some((first, has_others || first != expr.function));
        }
    }
    let mut all = vec![Writes::default(); script.functions.len()];
    for expr in &script.exprs {
        let ExprKind::Assign { target, .. } = &expr.kind else { continue };
        let writes = &mut all[expr.function.0 as usize];
        match target {
            Target::Member { object, .. } if is_made_here(script, *object) => {}
            Target::Member { property, .. } => match script.name(*property).parse::<u32>() {
                // An item may be read without its number.
                Ok(_) => writes.for_others = true,
                Err(_) => writes.members.push(*property),
            },
            Target::Index { .. } | Target::Global(_) => writes.for_others = true,
            Target::Binding(binding) => {
                let is_own = script.binding(*binding).function == expr.function;
                let is_other = |(first, has_others)| has_others || first != expr.function;
                writes.for_others |= !is_own && readers[binding.0 as usize].is_some_and(is_other);
            }
        }
    }
    all
}

/// Whether `object` is a variable of its function that only ever holds a new object.
fn is_made_here(script: &Script, object: ExprId) -> bool {
    let ExprKind::Binding(binding) = script.kind(object) else { return false };
    let is_own = script.binding(*binding).function == script.expr(object).function;
    is_own
        && script.only_value(*binding).is_some_and(|value| match script.kind(value) {
            ExprKind::Object(_) | ExprKind::Array(_) => true,
            ExprKind::Call(call) => call.is_new,
            _ => false,
        })
}
