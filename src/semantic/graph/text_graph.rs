//! The call graph as the text shows it: the copies of a function are one, and what lowering
//! made up stands for what made it.

use std::collections::{BTreeMap, BTreeSet};

use crate::platform::Platform;
use crate::project::Project;
use crate::semantic::markup::Markup;
use crate::semantic::values::{CallKind, Coverage, FunctionNode, Values};
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, FunctionId, FunctionKind, MODULE, Script};

use super::call_graph::loader;

/// Functions, calls and who runs whom; edges are pairs of indices, sorted, each once.
///
/// A module is a function that spans its file. A constructor, also one that is not written,
/// spans its class, and runs the fields; static fields run where the class stands.
#[derive(Clone, Debug, Default)]
pub struct TextGraph {
    /// The functions, by file and text.
    pub functions: Vec<FileSpan>,
    /// The calls and module loads.
    pub calls: Vec<FileSpan>,
    /// Which function runs which, also through accessors and callbacks.
    pub runs: Vec<(u32, u32)>,
    /// Which call runs which function, also through `call`, `apply` and `bind`.
    pub targets: Vec<(u32, u32)>,
}

impl TextGraph {
    /// All that the scripts among `files` can run.
    #[must_use]
    pub fn new(files: &[File], project: &Project, platform: &Platform) -> Self {
        let markup = Markup::new(files, project);
        let values = Values::new(files, project, platform, &markup, Coverage::Everything);
        let mut drawing = Drawing::new(files, &values);
        drawing.add_calls();
        drawing.add_loads();
        TextGraph {
            functions: drawing.functions,
            calls: drawing.calls,
            runs: drawing.runs.into_iter().collect(),
            targets: drawing.targets.into_iter().collect(),
        }
    }
}

struct Drawing<'a> {
    files: &'a [File],
    values: &'a Values,
    functions: Vec<FileSpan>,
    calls: Vec<FileSpan>,
    /// What stands for each function of each file.
    function_ids: Vec<Vec<u32>>,
    call_ids: BTreeMap<(FileId, ExprId), u32>,
    runs: BTreeSet<(u32, u32)>,
    targets: BTreeSet<(u32, u32)>,
}

impl<'a> Drawing<'a> {
    fn new(files: &'a [File], values: &'a Values) -> Self {
        let mut drawing = Self {
            files,
            values,
            functions: Vec::new(),
            calls: Vec::new(),
            function_ids: Vec::new(),
            call_ids: BTreeMap::new(),
            runs: BTreeSet::new(),
            targets: BTreeSet::new(),
        };
        for (file, id) in files.iter().zip((0..).map(FileId)) {
            let ids = file.script().map(|script| drawing.add_script(id, script));
            drawing.function_ids.push(ids.unwrap_or_default());
        }
        drawing
    }

    fn add_script(&mut self, file: FileId, script: &Script) -> Vec<u32> {
        let constructors: BTreeMap<_, _> =
            script.classes.iter().map(|class| (class.constructor, class)).collect();
        let mut ids = Vec::with_capacity(script.functions.len());
        for (at, function) in (0..).map(FunctionId).zip(&script.functions) {
            let span = constructors.get(&at).map_or(function.span, |class| class.span);
            ids.push(self.functions.len() as u32);
            if function.kind != FunctionKind::Initializer {
                self.functions.push(FileSpan::new(file, span));
            }
        }
        let initializers = script.classes.iter().filter_map(|it| Some((it.initializer?, it)));
        for (fields, class) in initializers {
            ids[fields.0 as usize] = ids[class.constructor.0 as usize];
        }
        for class in &script.classes {
            let Some(fields) = class.static_initializer else { continue };
            let parent = script.function(fields).parent.unwrap_or(MODULE);
            ids[fields.0 as usize] = ids[parent.0 as usize];
        }
        let is_written =
            |it: FunctionId| constructors.get(&it).is_none_or(|class| class.has_constructor);
        for (id, expr) in script.exprs() {
            let is_call = matches!(expr.kind, ExprKind::Call(_) | ExprKind::Tagged(_));
            if is_call && is_written(expr.function) {
                let call = self.call(file, expr.span);
                self.call_ids.insert((file, id), call);
            }
        }
        ids
    }

    fn call(&mut self, file: FileId, span: Span) -> u32 {
        self.calls.push(FileSpan::new(file, span));
        self.calls.len() as u32 - 1
    }

    /// What stands for `node`, and its kind.
    fn function(&self, node: FunctionNode) -> Option<(u32, FunctionKind)> {
        let (instance, function) = self.values.function(node);
        let file = self.values.instance(instance).file.index();
        let kind = self.files.get(file)?.script()?.function(function).kind;
        Some((*self.function_ids.get(file)?.get(function.0 as usize)?, kind))
    }

    fn add_calls(&mut self) {
        for edge in &self.values.edges {
            let site = self.values.call(edge.call);
            let (Some((from, _)), Some((to, kind))) =
                (self.function(site.caller), self.function(edge.to))
            else {
                continue;
            };
            if kind == FunctionKind::Initializer {
                continue;
            }
            self.runs.insert((from, to));
            let file = self.values.instance(site.instance).file;
            if matches!(site.kind, CallKind::Call | CallKind::New)
                && let Some(call) = self.call_ids.get(&(file, site.expr))
            {
                self.targets.insert((*call, to));
            }
        }
    }

    /// A module that is loaded is run by the function that the reference stands in.
    fn add_loads(&mut self) {
        for (file, target, span) in &self.values.loads {
            let Some(script) = self.files.get(file.index()).and_then(File::script) else {
                continue;
            };
            let ids = |file: FileId, function: FunctionId| {
                self.function_ids.get(file.index())?.get(function.0 as usize).copied()
            };
            let (Some(from), Some(to)) = (ids(*file, loader(script, *span)), ids(*target, MODULE))
            else {
                continue;
            };
            self.runs.insert((from, to));
            let call = match loading_call(script, *span) {
                Some(expr) if self.call_ids.contains_key(&(*file, expr)) => {
                    self.call_ids[&(*file, expr)]
                }
                Some(expr) => self.call(*file, script.expr(expr).span),
                None => self.call(*file, declaration(script, *span)),
            };
            self.targets.insert((call, to));
        }
    }
}

/// The `require(…)` or `import(…)` whose module's name stands at `span`.
fn loading_call(script: &Script, span: Span) -> Option<ExprId> {
    let names = |id: ExprId| script.expr(id).span == span;
    let found = script.exprs().find(|(_, expr)| match &expr.kind {
        ExprKind::Call(call) => call.arguments.first().is_some_and(|first| names(first.value)),
        ExprKind::Import(specifier) => names(*specifier),
        _ => false,
    });
    found.map(|(id, _)| id)
}

/// The innermost statement around `span`.
fn declaration(script: &Script, span: Span) -> Span {
    let around = script.statements.iter().filter(|statement| statement.contains(span));
    around.min_by_key(|statement| statement.len()).copied().unwrap_or(span)
}
