//! Which uses of a component a `setData` is for: what `this.news.show()` leads to opens the one whose
//! `ref` method keeps it as `this.news`, and none beside it.

use std::collections::{BTreeMap, BTreeSet};

use crate::project::UnitId;
use crate::semantic::Semantics;
use crate::semantic::composer::handing::Way;
use crate::semantic::entry::Trigger;
use crate::semantic::guard::fulfilled::parameter;
use crate::semantic::markup::{ElementId, Given, Render};
use crate::semantic::values::{CallId, FunctionNode, Token};
use crate::source::{FileId, FileSpan};
use crate::syntax::File;
use crate::syntax::script::{BindingId, BindingKind, Call, ExprKind, Script, Target};

use rustc_hash::FxHashMap;

/// A `setData` is followed back through no more calls than this.
const MOST_CALLS: usize = 256;

/// The uses of components that are used several times, as far as `ref` methods keep them.
pub(in crate::semantic) struct Referred<'a> {
    semantics: &'a Semantics,
    files: &'a [File],
    uses: BTreeMap<UnitId, Vec<Use>>,
}

/// A tag with a `ref`.
struct Use {
    tag: ElementId,
    /// The variables that its `ref` methods are given it in.
    given: Vec<(FileId, BindingId)>,
    /// The members under which these keep it.
    kept: Vec<String>,
}

/// What a call is made on.
enum Receiver {
    /// The component itself, or something else.
    Other,
    /// These uses of the component.
    Uses(BTreeSet<ElementId>),
    /// Some use of it.
    Unknown,
}

impl<'a> Referred<'a> {
    /// The uses that `semantics` tells of.
    pub(in crate::semantic) fn new(files: &'a [File], semantics: &'a Semantics) -> Self {
        let mut renders: BTreeMap<UnitId, Vec<&Render>> = BTreeMap::new();
        for render in &semantics.markup.renders {
            renders.entry(render.child).or_default().push(render);
        }
        let has_ref = |render: &&Render| render.properties.contains_key("ref");
        renders.retain(|_, uses| uses.len() > 1 && uses.iter().any(has_ref));
        let mut referred = Self { semantics, files, uses: BTreeMap::new() };
        if renders.is_empty() {
            return referred;
        }
        let mut methods: BTreeMap<FileSpan, Vec<FunctionNode>> = BTreeMap::new();
        for entry in semantics.reach.entries.iter().filter(|entry| entry.name == "ref") {
            methods.entry(entry.because).or_default().push(entry.function);
        }
        let mut kept = FxHashMap::default();
        for (unit, renders) in renders {
            let uses = renders.into_iter().filter(has_ref);
            let uses = uses.map(|render| referred.used(render, &methods, &mut kept));
            let uses = uses.collect();
            referred.uses.insert(unit, uses);
        }
        referred
    }

    fn used(
        &self,
        render: &Render,
        methods: &BTreeMap<FileSpan, Vec<FunctionNode>>,
        kept_in: &mut FxHashMap<FileId, Kept>,
    ) -> Use {
        let tag = ElementId { file: render.file, node: render.node };
        let mut found = Use { tag, given: Vec::new(), kept: Vec::new() };
        let Some(Given::Value(value, _)) = render.properties.get("ref") else { return found };
        let functions = value.constants.iter().filter_map(|constant| methods.get(&constant.at));
        for function in functions.flatten() {
            let Some((file, script, given)) = self.parameter(*function) else { continue };
            found.given.push((file, given));
            let kept = kept_in.entry(file).or_insert_with(|| kept(script));
            found.kept.extend(kept.get(&given).into_iter().flatten().cloned());
        }
        found
    }

    /// The variable in which `function` is given its first argument.
    fn parameter(&self, function: FunctionNode) -> Option<(FileId, &'a Script, BindingId)> {
        let (instance, function) = self.semantics.values.function(function);
        let file = self.semantics.values.instance(instance).file;
        let script = self.files.get(file.index())?.script()?;
        Some((file, script, parameter(script, function, 0)?))
    }

    /// The tags of those uses of `unit` whose data the call `set` sets, which entries of `trigger`
    /// reach on `way`; `None` where it may be any.
    pub(in crate::semantic) fn tags(
        &self,
        unit: UnitId,
        trigger: Trigger,
        (way, set): (&Way, CallId),
    ) -> Option<BTreeSet<ElementId>> {
        let uses = self.uses.get(&unit)?;
        let Semantics { graph, reach, .. } = self.semantics;
        let edges = way.edges.iter().rev().filter_map(|at| graph.edges.get(*at as usize));
        for call in std::iter::once(Some(set)).chain(edges.map(|edge| edge.call)) {
            match self.receiver(unit, uses, call?) {
                Receiver::Other => {}
                Receiver::Uses(tags) => return Some(tags),
                Receiver::Unknown => return None,
            }
        }
        let mut tags = BTreeSet::new();
        let mut seen = BTreeSet::from([way.function]);
        let mut work = vec![way.function];
        let mut left = MOST_CALLS;
        while let Some(function) = work.pop() {
            if reach.begins(trigger, function) {
                return None;
            }
            for edge in graph.into(function) {
                left = left.checked_sub(1)?;
                if edge.guard.never || edge.guard.confirmed || !reach.is_reached(trigger, edge.from)
                {
                    continue;
                }
                match self.receiver(unit, uses, edge.call?) {
                    Receiver::Other if seen.insert(edge.from) => work.push(edge.from),
                    Receiver::Other => {}
                    Receiver::Uses(some) => tags.extend(some),
                    Receiver::Unknown => return None,
                }
            }
        }
        Some(tags)
    }

    fn receiver(&self, unit: UnitId, uses: &[Use], call: CallId) -> Receiver {
        let values = &self.semantics.values;
        let site = values.call(call);
        let file = values.instance(site.instance).file;
        let called = self.files.get(file.index()).and_then(File::script).and_then(|script| {
            let ExprKind::Call(Call { callee, .. }) = script.kind(site.expr) else { return None };
            let ExprKind::Member { object, .. } = script.kind(*callee) else { return None };
            let node = values.value(site.instance, script, *object)?;
            let is_it = values.each(node).any(|token| token == Token::Unit(unit));
            is_it.then(|| (script, script.settled(*object)))
        });
        let Some((script, object)) = called else { return Receiver::Other };
        let is_meant: &dyn Fn(&Use) -> bool = match script.kind(object) {
            ExprKind::This => return Receiver::Other,
            ExprKind::Member { property, .. } => {
                let name = script.name(*property);
                &move |it| it.kept.iter().any(|kept| kept == name)
            }
            ExprKind::Binding(binding) => &move |it| it.given.contains(&(file, *binding)),
            _ => return Receiver::Unknown,
        };
        let meant: BTreeSet<_> = uses.iter().filter(|it| is_meant(it)).map(|it| it.tag).collect();
        if meant.is_empty() { Receiver::Unknown } else { Receiver::Uses(meant) }
    }
}

/// The members in which a script keeps its parameters.
type Kept = FxHashMap<BindingId, Vec<String>>;

fn kept(script: &Script) -> Kept {
    let mut kept = Kept::default();
    for (_, expr) in script.exprs() {
        let ExprKind::Assign { target: Target::Member { property, .. }, value } = &expr.kind else {
            continue;
        };
        let ExprKind::Binding(binding) = script.kind(*value) else { continue };
        if script.binding(*binding).kind == BindingKind::Param {
            kept.entry(*binding).or_default().push(script.name(*property).to_owned());
        }
    }
    kept
}
