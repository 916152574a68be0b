//! Modules in chunks of webpack: which there are, and which of them are followed.
//!
//! Beside the program's own modules there are those of packages, and nothing tells them apart but what
//! they do: modules that name the wallet, load the object of a toolkit or hold nothing but data are
//! followed, and so are those that load one of these. The others are code that was not read: a runtime
//! for generators, say, would bring the functions of all pages together.

use crate::platform::{is_normalizer, is_toolkit, registrars, tells_package, toolkit_exporting};
use crate::semantic::values::instance::Extent;
use crate::semantic::values::solve::Solver;
use crate::semantic::values::{CallEdge, CallId, CallKind, InstanceId, Node, Token, TokenId};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{ChunkModule, Expr, ExprId, ExprKind, FunctionId, Script, Target};

use super::provided::run_at_once;
use rustc_hash::{FxHashMap, FxHashSet};

/// A module of a library with more expressions than this is a package, whatever it names.
const LARGEST_MODULE: u32 = 4_000;

/// A normalizer has more parameters than this, what is inside of it fewer.
const FEWEST: usize = 4;

/// The folder of a program, and the id of a module in it.
type Name = (Option<String>, String);

/// A module of a chunk.
#[derive(Debug)]
struct Bundled {
    base: InstanceId,
    function: FunctionId,
    /// What `module.exports` holds.
    held: Node,
    loads: Vec<Name>,
    kind: Kind,
}

/// What a module is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// It is followed.
    Own,
    /// The runtime of the toolkit with that object.
    Toolkit(&'static str),
    /// What puts the script and the template of a component together.
    Normalizer,
    /// One of a package: surely, or unless it loads what is followed.
    Package { is_sure: bool },
}

/// The modules of all chunks.
#[derive(Debug, Default)]
pub(in crate::semantic::values) struct Chunks {
    modules: Vec<Bundled>,
    /// Those of a name, in the order of their scripts.
    named: FxHashMap<Name, Vec<usize>>,
    /// Which modules run at once, by the call that hands over the chunk.
    entries: FxHashMap<(InstanceId, ExprId), Vec<String>>,
    /// What modules export that have a default export beside others.
    pub(in crate::semantic::values) modern: FxHashSet<TokenId>,
    normalizers: FxHashSet<(InstanceId, FunctionId)>,
    /// The functions of those modules of a script that are followed, as runs of their numbers, in order.
    own: FxHashMap<FileId, Vec<(u32, u32)>>,
    /// The functions in which modules stand as a whole, called where they are written.
    wrappers: FxHashSet<(InstanceId, FunctionId)>,
}

impl<'a> Solver<'a> {
    /// Finds the modules of all chunks, before anything flows.
    pub(in crate::semantic::values) fn find_chunks(&mut self) {
        let files: &'a [File] = self.files;
        for (file, at) in files.iter().zip(0..) {
            let Some(script) = file.script() else { continue };
            let Some(base) = self.values.base(FileId(at)) else { continue };
            for chunk in script.chunks() {
                for module in chunk.modules {
                    self.note_wrappers(base, script, module.function);
                    self.add_module(base, script, module);
                }
                self.chunks.entries.insert((base, chunk.call), chunk.entries);
            }
        }
        self.choose_modules();
        self.note_own();
    }

    fn note_own(&mut self) {
        for at in 0..self.chunks.modules.len() {
            let Bundled { base, function, kind, .. } = self.chunks.modules[at];
            let file = self.file_of(base);
            if let (Kind::Own, Some(extent)) = (kind, self.extent(file, function)) {
                self.chunks.own.entry(file).or_default().push(extent.functions);
            }
        }
        self.chunks.own.values_mut().for_each(|runs| runs.sort_unstable());
    }

    /// Whether `function` belongs to a module that is followed: it is the program's own, wherever a
    /// build has put it.
    pub(in crate::semantic::values) fn is_own_module(
        &self,
        file: FileId,
        function: FunctionId,
    ) -> bool {
        self.chunks.own.get(&file).is_some_and(|runs| {
            let after = runs.partition_point(|run| run.0 <= function.0);
            let run = after.checked_sub(1).and_then(|at| runs.get(at));
            run.is_some_and(|run| function.0 < run.1)
        })
    }

    /// Hands modules what they are run with, and runs those that run at once.
    pub(in crate::semantic::values) fn link_chunks(&mut self) {
        if self.has_chunks() {
            self.start_modules();
            self.run_entries();
        }
    }

    fn add_module(&mut self, base: InstanceId, script: &Script, module: ChunkModule) {
        let ChunkModule { id, function, loads } = module;
        let file = self.file_of(base);
        let root = self.root_of(file).map(|root| root.as_str().to_owned());
        let loads = loads.into_iter().map(|id| (root.clone(), id)).collect();
        let kind = self.kind_of(file, script, function);
        let held = self.grow(1);
        self.chunks.named.entry((root, id)).or_default().push(self.chunks.modules.len());
        let bundled = Bundled { base, function, held, loads, kind };
        self.chunks.modules.push(bundled);
    }

    fn kind_of(&self, file: FileId, script: &Script, function: FunctionId) -> Kind {
        let exprs = self.exprs_of(file, script, function).iter();
        let named = || {
            exprs.clone().filter_map(|expr| match &expr.kind {
                ExprKind::String(name) => Some(script.name(*name)),
                kind => Some(script.name(script.written_member(kind)?.1)),
            })
        };
        let wraps = |expr: &Expr| wraps_units(script, &expr.kind);
        match toolkit_exporting(named()) {
            Some(object) => Kind::Toolkit(object),
            None if is_normalizer(named()) => Kind::Normalizer,
            None if named().any(tells_package) => Kind::Package { is_sure: true },
            None if exprs.clone().any(wraps) => Kind::Package { is_sure: true },
            None if self.is_telling(file, script, function) => Kind::Own,
            None => Kind::Package { is_sure: self.is_package(file, function) },
        }
    }

    /// Whether the module `function` names the wallet, or is mere data.
    fn is_telling(&self, file: FileId, script: &Script, function: FunctionId) -> bool {
        if self.is_package(file, function) {
            return false;
        }
        let is_data =
            self.extent(file, function).is_some_and(|it| it.functions.1 - it.functions.0 == 1);
        is_data
            || self.exprs_of(file, script, function).iter().any(|expr| match &expr.kind {
                ExprKind::Global(name) => {
                    let name = script.name(*name);
                    self.platform.is_namespace(name) || is_toolkit(name)
                }
                _ => false,
            })
    }

    fn is_package(&self, file: FileId, function: FunctionId) -> bool {
        let size = self.extent(file, function).map(|it| it.exprs.1 - it.exprs.0);
        self.project.is_library(file) && size.is_none_or(|size| size > LARGEST_MODULE)
    }

    fn extent(&self, file: FileId, function: FunctionId) -> Option<Extent> {
        self.facts[file.index()].extents.get(function.0 as usize).copied().flatten()
    }

    /// The expressions of `function` and the functions inside it.
    pub(in crate::semantic::values) fn exprs_of<'b>(
        &self,
        file: FileId,
        script: &'b Script,
        function: FunctionId,
    ) -> &'b [Expr] {
        let extent = self.extent(file, function);
        let exprs =
            extent.and_then(|it| script.exprs.get(it.exprs.0 as usize..it.exprs.1 as usize));
        exprs.unwrap_or(&[])
    }

    /// Follows what loads a toolkit or what is followed, too.
    fn choose_modules(&mut self) {
        let Chunks { modules, named, .. } = &self.chunks;
        let mut loaded_by: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for (at, module) in modules.iter().enumerate() {
            for loaded in module.loads.iter().flat_map(|name| named.get(name)).flatten() {
                loaded_by.entry(*loaded).or_default().push(at);
            }
        }
        let is_start = |at: &usize| matches!(modules[*at].kind, Kind::Own | Kind::Toolkit(_));
        let mut work: Vec<usize> = (0..modules.len()).filter(is_start).collect();
        while let Some(at) = work.pop() {
            for loader in loaded_by.remove(&at).into_iter().flatten() {
                let kind = &mut self.chunks.modules[loader].kind;
                if *kind == (Kind::Package { is_sure: false }) {
                    *kind = Kind::Own;
                    work.push(loader);
                }
            }
        }
    }

    fn start_modules(&mut self) {
        for at in 0..self.chunks.modules.len() {
            let Bundled { base, function, held, kind, .. } = self.chunks.modules[at];
            if let Kind::Package { .. } = kind {
                self.add_token(held, Token::Unread);
                continue;
            }
            let exports = self.token(Token::Object(held));
            self.add(held, exports);
            match kind {
                Kind::Toolkit(object) => self.export_toolkit(base, exports, object),
                _ => self.start_module((base, function), held, exports),
            }
            if kind == Kind::Normalizer {
                self.note_normalizer(base, function);
            }
        }
    }

    /// `exports` are those of the runtime of the toolkit with the object `object`.
    fn export_toolkit(&mut self, base: InstanceId, exports: TokenId, object: &str) {
        if !self.is_for_wallet(self.file_of(base)) {
            return;
        }
        for name in registrars(object) {
            let path = self.symbol(&format!("{object}.{name}"));
            let key = self.symbol(name);
            let node = self.property(exports, key);
            self.add_token(node, Token::Host(path));
        }
        let (key, object) = (self.symbol("default"), self.symbol(object));
        let default = self.property(exports, key);
        self.add_token(default, Token::Host(object));
    }

    /// What builds put around modules: `(function (uni) { … }).call(this, …)`.
    fn note_wrappers(&mut self, base: InstanceId, script: &Script, module: FunctionId) {
        let own = self.exprs_of(self.file_of(base), script, module).iter();
        let wrappers = own.filter(|expr| expr.function == module);
        let wrappers = wrappers.filter_map(|expr| match &expr.kind {
            ExprKind::Call(call) => Some((base, run_at_once(script, call)?)),
            _ => None,
        });
        self.chunks.wrappers.extend(wrappers);
    }

    /// The function that the module `module` exports keeps what it is given as it is.
    fn note_normalizer(&mut self, base: InstanceId, module: FunctionId) {
        let Some(script) = self.script(base) else { return };
        let Some(extent) = self.extent(self.file_of(base), module) else { return };
        let inner = (extent.functions.0..extent.functions.1).map(FunctionId);
        let inner = inner.filter(|function| {
            let function = script.function(*function);
            function.parent == Some(module) && function.params.len() > FEWEST
        });
        self.chunks.normalizers.extend(inner.map(|function| (base, function)));
    }

    /// Whether any script has modules of a chunk.
    pub(in crate::semantic::values) fn has_chunks(&self) -> bool {
        !self.chunks.modules.is_empty()
    }

    /// Whether `function` holds all of a module, so that there is one call of it.
    pub(in crate::semantic::values) fn is_wrapper(
        &self,
        base: InstanceId,
        function: FunctionId,
    ) -> bool {
        self.chunks.wrappers.contains(&(base, function))
    }

    /// Whether `function` puts the script and the template of a component together.
    pub(in crate::semantic::values) fn is_normalizer(
        &self,
        base: InstanceId,
        function: FunctionId,
    ) -> bool {
        self.chunks.normalizers.contains(&(base, function))
    }

    fn run_entries(&mut self) {
        let mut entries = std::mem::take(&mut self.chunks.entries);
        let calls = self.values.all_calls();
        let calls = calls.filter(|(_, site)| site.kind == CallKind::Call);
        let calls = calls.filter_map(|(id, site)| {
            Some((id, site.instance, entries.remove(&(site.instance, site.expr))?))
        });
        for (call, base, entries) in calls.collect::<Vec<_>>() {
            for entry in entries {
                self.run_module(call, self.file_of(base), &entry);
            }
        }
    }

    /// Lets `call`, in `file`, run the module `id` if that is followed; what it exports. A script's own
    /// modules come before those of others.
    pub(in crate::semantic::values) fn run_module(
        &mut self,
        call: CallId,
        file: FileId,
        id: &str,
    ) -> Option<Node> {
        let root = self.root_of(file).map(|root| root.as_str().to_owned());
        let named = self.chunks.named.get(&(root, id.to_owned()))?;
        let file_of = |at: usize| self.file_of(self.chunks.modules[at].base);
        // They stand in the order of their scripts.
        let first = named.partition_point(|at| file_of(*at) < file);
        let own = named.get(first).filter(|at| file_of(**at) == file);
        let module = &self.chunks.modules[*own.or(named.first())?];
        let held = module.held;
        if module.kind == Kind::Own {
            let to = self.values.instance(module.base).function(module.function);
            self.values.edges.push(CallEdge { call, to });
        }
        Some(held)
    }
}

/// Whether `done` puts something in the place of what registers units, as trackers do: they run the
/// hooks of all pages.
fn wraps_units(script: &Script, done: &ExprKind) -> bool {
    match done {
        ExprKind::Assign { target: Target::Global(name), .. } => {
            matches!(script.name(*name), "App" | "Page" | "Component")
        }
        _ => false,
    }
}
