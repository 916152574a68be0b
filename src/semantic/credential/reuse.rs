//! Credentials that are kept where later runs find them, or sent more than once.

use std::collections::{BTreeMap, BTreeSet};

use crate::platform::ApiKind;
use crate::semantic::graph::call_graph::CallGraph;
use crate::semantic::values::{Container, FunctionNode, InstanceId, Token};
use crate::source::FileId;
use crate::syntax::script::{BindingId, ExprId, ExprKind, FunctionId, MODULE, Script, Target};

use super::{Credential, Credentials, Held};
use rustc_hash::FxHashMap;

/// So many places that send one code are compared.
const MOST_SENT: usize = 32;

/// Functions inside of functions are followed no further than this.
const DEEPEST: usize = 8;

impl Credentials<'_> {
    /// What is written into the app, its `globalData` or the global object.
    #[must_use]
    pub fn global(&self) -> Vec<Held> {
        let apps = self.apps();
        let mut held = Vec::new();
        for (number, instance, script) in self.copies() {
            let (from, to) = instance.extent.exprs;
            for expr in (from..to).map(ExprId) {
                for (object, value) in put(script, expr) {
                    if self.is_any(script, (number, object), &apps) {
                        held.extend(self.find(number, value));
                    }
                }
            }
        }
        held
    }

    /// Whether `object`, or what it is a member of, can be one of `tokens`.
    fn is_any(
        &self,
        script: &Script,
        (number, mut object): (InstanceId, ExprId),
        tokens: &[Token],
    ) -> bool {
        for _ in 0..DEEPEST {
            let node = self.values.value(number, script, object);
            if node.is_some_and(|node| self.values.each(node).any(|it| tokens.contains(&it))) {
                return true;
            }
            let ExprKind::Member { object: outer, .. } = script.kind(object) else { return false };
            object = *outer;
        }
        false
    }

    /// The apps and their `globalData`.
    fn apps(&self) -> Vec<Token> {
        let values = self.values;
        let mut apps = Vec::new();
        for (unit, registered) in &values.registrations {
            for (container, token) in registered {
                if *container != Container::App {
                    continue;
                }
                apps.extend([Token::Unit(*unit), *token]);
                let data = values.symbols.find("globalData");
                let node = data.and_then(|name| values.property(*token, name));
                let objects = node.map(|node| values.of(node)).unwrap_or_default();
                let is_made = |it: &Token| matches!(it, Token::Object(_) | Token::Instance(_));
                apps.extend(objects.into_iter().filter(is_made));
            }
        }
        apps
    }

    /// The codes of `all` that one run sends again, each with the place that sent it before: in the same
    /// function, or in what that goes on with.
    #[must_use]
    pub fn sent_twice(&self, all: &[Held]) -> Vec<(Held, Held)> {
        let mut sent: BTreeMap<(FileId, BindingId), Vec<Held>> = BTreeMap::new();
        for held in all.iter().copied() {
            let Some(script) = self.files[held.at.file.index()].script() else { continue };
            let Some(code) = variable(script, held.expr) else { continue };
            let list = sent.entry((held.at.file, code)).or_default();
            if !list.iter().any(|it| it.at == held.at) && list.len() < MOST_SENT {
                list.push(held);
            }
        }
        let mut made: FxHashMap<FileId, Made> = FxHashMap::default();
        let mut again = Vec::new();
        for ((file, _), mut list) in sent.into_iter().filter(|(_, list)| list.len() > 1) {
            list.sort_by_key(|held| held.at);
            let Some(script) = self.files[file.index()].script() else { continue };
            let made = made.entry(file).or_insert_with(|| functions_made(script));
            again.extend(first_again(script, made, &list));
        }
        again
    }

    /// The codes of `all` that one run keeps in a variable of its script and another sends, each with the
    /// place that sends it.
    #[must_use]
    pub fn kept(&self, graph: &CallGraph, all: &[Held]) -> Vec<(Held, Held)> {
        let written = self.written();
        let mut kept = Vec::new();
        for sent in all.iter().copied().filter(|_| !written.is_empty()) {
            let Some(script) = self.files[sent.at.file.index()].script() else { continue };
            let ExprKind::Binding(binding) = script.kind(sent.expr) else { continue };
            let Some(writes) = written.get(&(sent.at.file, *binding)) else { continue };
            let senders = self.running(sent.at.file, script.expr(sent.expr).function);
            let before = around(graph, &senders);
            let apart =
                writes.iter().filter(|(_, write)| around(graph, &[*write]).is_disjoint(&before));
            kept.extend(apart.map(|(held, _)| (*held, sent)));
        }
        kept
    }

    /// The codes that functions write into variables of their script, and what writes them.
    fn written(&self) -> BTreeMap<(FileId, BindingId), Vec<(Held, FunctionNode)>> {
        let mut written: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (number, instance, script) in self.copies() {
            let (from, to) = instance.extent.exprs;
            for expr in (from..to).map(ExprId) {
                let ExprKind::Assign { target: Target::Binding(binding), value } =
                    script.kind(expr)
                else {
                    continue;
                };
                let function = script.expr(expr).function;
                if script.binding(*binding).function != MODULE || function == MODULE {
                    continue;
                }
                let code = self.find(number, *value);
                if let Some(held) = code.filter(|held| held.credential == Credential::Code) {
                    let key = (instance.file, *binding);
                    written.entry(key).or_default().push((held, instance.function(function)));
                }
            }
        }
        written
    }

    /// The copies of a function.
    fn running(&self, file: FileId, function: FunctionId) -> Vec<FunctionNode> {
        let copies =
            self.values.instances.iter().filter(|it| it.file == file && it.holds(function));
        copies.map(|it| it.function(function)).collect()
    }

    /// The codes in what goes to servers.
    #[must_use]
    pub fn sent(&self) -> Vec<Held> {
        let mut held = Vec::new();
        for host in self.calls() {
            let api = self.platform.api_at(self.values.symbols.text(host.path));
            if api.map(|api| api.kind) != Some(&ApiKind::Network) {
                continue;
            }
            let site = self.values.call(host.call);
            let file = self.values.instance(site.instance).file;
            let Some(script) = self.files[file.index()].script() else { continue };
            let ExprKind::Call(call) = script.kind(site.expr) else { continue };
            let arguments = call.arguments.iter();
            held.extend(arguments.filter_map(|it| self.find(site.instance, it.value)));
        }
        held.retain(|it| it.credential == Credential::Code);
        held
    }
}

/// What `expr` puts into which object.
fn put(script: &Script, expr: ExprId) -> Vec<(ExprId, ExprId)> {
    match script.kind(expr) {
        ExprKind::Assign {
            target: Target::Member { object, .. } | Target::Index { object, .. },
            value,
        } => vec![(*object, *value)],
        ExprKind::Call(call) if script.is_assign(call) => {
            let mut arguments = call.arguments.iter().map(|argument| argument.value);
            let Some(into) = arguments.next() else { return Vec::new() };
            arguments.map(|value| (into, value)).collect()
        }
        _ => Vec::new(),
    }
}

/// `functions`, and all that can run them.
fn around(graph: &CallGraph, functions: &[FunctionNode]) -> BTreeSet<FunctionNode> {
    let mut seen: BTreeSet<FunctionNode> = functions.iter().copied().collect();
    let mut work = functions.to_vec();
    while let Some(function) = work.pop() {
        work.extend(graph.into(function).map(|edge| edge.from).filter(|from| seen.insert(*from)));
    }
    seen
}

/// The variable that `expr` is, or is a member of, if it is written once.
fn variable(script: &Script, mut expr: ExprId) -> Option<BindingId> {
    loop {
        match script.kind(expr) {
            ExprKind::Member { object, .. } => expr = *object,
            ExprKind::Binding(binding) => {
                return (script.binding(*binding).writes.len() == 1).then_some(*binding);
            }
            _ => return None,
        }
    }
}

/// The first of `list`, which are in the order of the text, that one before it has sent already.
fn first_again(script: &Script, made: &Made, list: &[Held]) -> Option<(Held, Held)> {
    list.iter().enumerate().find_map(|(at, second)| {
        let mut before = list.iter().take(at);
        let first = before.find(|first| has_run(script, made, first.expr, second.expr))?;
        Some((*second, *first))
    })
}

/// The expressions that make the functions of a script.
type Made = FxHashMap<FunctionId, ExprId>;

fn functions_made(script: &Script) -> Made {
    let functions = script.exprs().filter_map(|(id, expr)| match expr.kind {
        ExprKind::Function(function) => Some((function, id)),
        _ => None,
    });
    functions.collect()
}

/// Whether what comes to `second` has come by `first`: that stands in no branch but those around
/// `second`, or around the function in which that goes on.
fn has_run(script: &Script, made: &Made, first: ExprId, mut second: ExprId) -> bool {
    let function = script.expr(first).function;
    for _ in 0..DEEPEST {
        if script.expr(second).function == function {
            break;
        }
        let Some(outer) = made.get(&script.expr(second).function) else { return false };
        second = *outer;
    }
    let branches = |expr: ExprId| {
        let regions = script.enclosing(script.expr(expr).region);
        let branches = regions.filter(|(_, region)| region.kind.is_conditional());
        branches.map(|(id, _)| id).collect::<Vec<_>>()
    };
    let around = branches(second);
    script.expr(second).function == function
        && first < second
        && branches(first).iter().all(|branch| around.contains(branch))
}
