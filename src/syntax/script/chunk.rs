//! Chunks of webpack: modules that a build puts into one file, as functions under their ids.
//!
//! ```js
//! (my["webpackJsonp"] = my["webpackJsonp"] || []).push([["pages/index/index"], {
//!   "2de2": function (module, exports, __webpack_require__) { … __webpack_require__("3edc") … },
//! }, [["2de2", "common/runtime"]]]);
//! ```
//!
//! The list that is pushed has the ids of the chunk, its modules, as members of an object or at their places in an
//! array, and which of them run at once, each with the chunks that it needs first (webpack 4,
//! `lib/web/JsonpMainTemplatePlugin.js`). In webpack 5 a function stands where the last would be; before
//! webpack 4 the three are arguments: `webpackJsonp([5], { … }, [42])`.

use rustc_hash::FxHashMap;

use super::expr::{Argument, Call, ExprKind, Key, Property, Target};
use super::tree::{ExprId, FunctionId, MODULE, Script};

/// What lists of chunks are called: `output.jsonpFunction` of webpack 4, `output.chunkLoadingGlobal` of
/// webpack 5.
const LISTS: [&str; 2] = ["webpackJsonp", "webpackChunk"];

/// Which parameter of a module is the loader.
const LOADER: u32 = 2;

/// What is handed over together.
#[derive(Clone, Debug, PartialEq)]
pub struct Chunk {
    /// The call that hands it over.
    pub call: ExprId,
    /// Its modules.
    pub modules: Vec<ChunkModule>,
    /// The ids of the modules that run at once.
    pub entries: Vec<String>,
}

/// A module of a chunk.
#[derive(Clone, Debug, PartialEq)]
pub struct ChunkModule {
    /// What others load it by.
    pub id: String,
    /// The function that runs it.
    pub function: FunctionId,
    /// The ids of the modules that it loads.
    pub loads: Vec<String>,
}

impl Script {
    /// The chunks that the top level hands over.
    #[must_use]
    pub fn chunks(&self) -> Vec<Chunk> {
        if !self.names.iter().any(|name| is_list(name)) {
            return Vec::new();
        }
        let calls = self.calls().filter(|(_, expr, _)| expr.function == MODULE);
        let mut chunks: Vec<_> = calls.filter_map(|(id, _, call)| self.chunk(id, call)).collect();
        self.find_loads(&mut chunks);
        chunks
    }

    /// Finds what the modules of `chunks` load.
    fn find_loads(&self, chunks: &mut [Chunk]) {
        let modules = || chunks.iter().flat_map(|chunk| &chunk.modules);
        let loaders: FxHashMap<ExprId, FunctionId> = modules()
            .filter_map(|module| Some((self.loader(module.function)?, module.function)))
            .collect();
        let mut loads: FxHashMap<FunctionId, Vec<String>> = FxHashMap::default();
        for (_, _, call) in self.calls() {
            if let ExprKind::Binding(callee) = self.kind(call.callee)
                && let Some(value) = self.only_value(*callee)
                && let Some(module) = loaders.get(&value)
                && let Some(id) = call.arguments.first().and_then(|id| self.module_id(id.value))
            {
                loads.entry(*module).or_default().push(id);
            }
        }
        for module in chunks.iter_mut().flat_map(|chunk| &mut chunk.modules) {
            module.loads = loads.remove(&module.function).unwrap_or_default();
        }
    }

    /// The parameter of the module `function` that is the loader.
    fn loader(&self, function: FunctionId) -> Option<ExprId> {
        let mut params = self.function(function).params.iter().copied();
        params.find(|param| *self.kind(*param) == ExprKind::Param(LOADER))
    }

    /// The id that `expr`, a string or whole number, is of a module.
    #[must_use]
    pub fn module_id(&self, expr: ExprId) -> Option<String> {
        match self.kind(expr) {
            ExprKind::String(name) => Some(self.name(*name).to_owned()),
            ExprKind::Number(number) if number.fract() == 0.0 && *number >= 0.0 => {
                Some(number.to_string())
            }
            _ => None,
        }
    }

    fn chunk(&self, id: ExprId, call: &Call) -> Option<Chunk> {
        let parts = self.parts(call)?;
        let part = |at| parts.iter().find(|part| part.position == at).map(|part| part.value);
        let modules = self.modules(part(1)?);
        let entries = part(2).map_or(Vec::new(), |entries| self.entries(entries));
        Some(Chunk { call: id, modules, entries })
    }

    /// The ids, modules and entries that `call` hands over.
    fn parts<'a>(&'a self, call: &'a Call) -> Option<&'a [Argument]> {
        let (object, name) = match self.kind(call.callee) {
            ExprKind::Member { object, property, .. } => (Some(*object), *property),
            ExprKind::Global(name) => (None, *name),
            _ => return None,
        };
        if is_list(self.name(name)) {
            return Some(&call.arguments);
        }
        let [Argument { value, spread: false, .. }] = &*call.arguments else { return None };
        let is_push = self.name(name) == "push" && self.is_list_of_chunks(object?);
        match self.kind(*value) {
            ExprKind::Array(parts) if is_push => Some(parts),
            _ => None,
        }
    }

    /// Whether `expr` is `my["webpackJsonp"] = …`.
    fn is_list_of_chunks(&self, expr: ExprId) -> bool {
        match self.kind(expr) {
            ExprKind::Assign { target: Target::Member { object, property }, .. } => {
                let is_outside = matches!(self.kind(*object), ExprKind::Global(_) | ExprKind::This);
                is_outside && is_list(self.name(*property))
            }
            _ => false,
        }
    }

    fn modules(&self, expr: ExprId) -> Vec<ChunkModule> {
        let found: Vec<_> = match self.kind(expr) {
            ExprKind::Object(members) => {
                let named = members.iter().filter_map(|member| match member {
                    Property::Value { key: Key::Name(name, _), .. } => {
                        Some((self.name(*name).to_owned(), member.function(self)?))
                    }
                    _ => None,
                });
                named.collect()
            }
            ExprKind::Array(items) => {
                let placed = items.iter().filter_map(|item| match self.kind(item.value) {
                    ExprKind::Function(function) => Some((item.position.to_string(), *function)),
                    _ => None,
                });
                placed.collect()
            }
            _ => Vec::new(),
        };
        let module = |(id, function)| ChunkModule { id, function, loads: Vec::new() };
        found.into_iter().map(module).collect()
    }

    fn entries(&self, expr: ExprId) -> Vec<String> {
        let ExprKind::Array(entries) = self.kind(expr) else { return Vec::new() };
        let first = entries.iter().filter_map(|entry| match self.kind(entry.value) {
            ExprKind::Array(items) => self.module_id(items.first()?.value),
            _ => self.module_id(entry.value),
        });
        first.collect()
    }
}

fn is_list(name: &str) -> bool {
    LISTS.iter().any(|list| name.starts_with(list))
}
