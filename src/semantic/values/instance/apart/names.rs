//! Which functions mention which names, and what else the same value is known as.

use std::collections::BTreeSet;

use crate::platform::{Answer, auth_event, is_hook, is_native_tag, outcome};
use crate::project::Project;
use crate::semantic::symbols::{Symbol, Symbols};
use crate::semantic::values::chain::Numbered;
use crate::semantic::values::facts::is_bundle;
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::axml::Template;
use crate::syntax::script::{
    Argument, BindingId, BindingKind, Export, ExprId, ExprKind, FunctionId, Imported, Key, MODULE,
    Name, Property, Script, Target,
};

use rustc_hash::FxHashMap;

/// The member of `module` that is what a file exports.
const EXPORTS: &str = "exports";

/// The name that a file exports its default under.
const DEFAULT: &str = "default";

/// Names that are no longer than this are those of minified scripts.
pub(super) const SHORTEST: usize = 2;

/// Whether values can be told by `name`: not by one that the platform gives, as it does to what
/// registers units, to hooks and to what APIs call back.
fn is_telling(name: &str) -> bool {
    name.len() > SHORTEST
        && !matches!(name, "App" | "Page" | "Component")
        && outcome(name).is_none()
        && !is_hook(name)
}

/// What a value is known as: the number of a symbol or, behind those, of what a file exports as
/// a whole, of a variable, of a function.
pub(super) type Handle = u32;

/// The names of all scripts, by whom they are mentioned.
pub(super) struct Names<'a> {
    pub(super) project: &'a Project,
    /// For each file the handles of what it exports, its first variable and its first function.
    first: Vec<(Handle, Handle, Handle)>,
    pub(super) count: Handle,
    /// The short names of members in one file: there they tell something.
    pub(super) short: FxHashMap<(FileId, Symbol), Handle>,
    /// The texts that count as mentions: others are no names, as a rule.
    spoken: BTreeSet<Symbol>,
    /// The handlers of refusals at buttons.
    refusals: BTreeSet<Handle>,
    mentions: Numbered<(FileId, FunctionId)>,
    aliases: Numbered<Handle>,
}

impl<'a> Names<'a> {
    /// The names of `files`, whose symbols are `names`; of texts at first only `asking` count.
    pub(super) fn new(
        files: &'a [File],
        project: &'a Project,
        (symbols, names): (&Symbols, &'a [Vec<Symbol>]),
        asking: BTreeSet<Symbol>,
    ) -> Self {
        let mut all = Self {
            project,
            first: Vec::with_capacity(files.len()),
            count: symbols.count() as u32,
            short: FxHashMap::default(),
            spoken: asking,
            refusals: BTreeSet::new(),
            mentions: Numbered::default(),
            aliases: Numbered::default(),
        };
        for file in files {
            let whole = all.count;
            let counts = |it: &Script| (it.bindings.len() as u32, it.functions.len() as u32);
            let (bindings, functions) = file.script().map_or((0, 0), counts);
            all.first.push((whole, whole + 1, whole + 1 + bindings));
            all.count += 1 + bindings + functions;
        }
        files.iter().filter_map(File::template).for_each(|it| all.handed_over(it, symbols));
        for (id, file) in (0..).map(FileId).zip(files) {
            // A script that is not followed has none.
            let symbols = names.get(id.index()).filter(|symbols| !symbols.is_empty());
            if let (Some(script), Some(symbols)) = (file.script(), symbols) {
                let modules = FxHashMap::default();
                let is_bundle = is_bundle(&file.text);
                let mut reader =
                    Reader { file: id, script, symbols, modules, is_bundle, names: &mut all };
                reader.find_modules();
                reader.read();
            }
        }
        all
    }

    /// What `file` exports as a whole.
    fn whole(&self, file: FileId) -> Handle {
        self.first[file.index()].0
    }

    /// The function itself.
    pub(super) fn function(&self, file: FileId, function: FunctionId) -> Handle {
        self.first[file.index()].2 + function.0
    }

    /// How many handles there are.
    pub(super) fn count(&self) -> usize {
        self.count as usize
    }

    /// The functions that mention `handle`.
    pub(super) fn mentions(&self, handle: Handle) -> impl Iterator<Item = (FileId, FunctionId)> {
        self.mentions.of(handle)
    }

    /// What else `handle` is known as.
    pub(super) fn aliases(&self, handle: Handle) -> impl Iterator<Item = Handle> {
        self.aliases.of(handle)
    }

    /// Whether a button runs anything when the user refuses.
    pub(super) fn has_refusals(&self) -> bool {
        !self.refusals.is_empty()
    }

    /// Whether a function, or the variable that it is, is what a button runs when the user refuses.
    pub(super) fn hears_refusals(&self, file: FileId, function: FunctionId) -> bool {
        let is_refusal = |alias: &Handle| self.refusals.contains(alias);
        let mut aliases = self.aliases(self.function(file, function));
        aliases.any(|alias| is_refusal(&alias) || self.aliases(alias).any(|it| is_refusal(&it)))
    }

    /// What `handle` stands for, if anything, is known as `alias`, too.
    fn known_as(&mut self, handle: Option<Handle>, alias: Handle) {
        if let Some(handle) = handle {
            self.aliases.push(handle, alias);
        }
    }

    /// What templates hand over to components by name, `onPick="choose"`, and what hears refusals.
    fn handed_over(&mut self, template: &Template, symbols: &Symbols) {
        for attribute in template.elements().flat_map(|(_, element)| &element.attributes) {
            let is_refusal =
                auth_event(&attribute.name).is_some_and(|it| it.answer == Answer::Refusal);
            let handler = attribute.value.as_ref().filter(|_| is_refusal);
            let handler = handler.and_then(|value| symbols.find(value.literal()?));
            self.refusals.extend(handler.map(|it| it.0));
        }
        let components = template.elements().filter(|(_, element)| !is_native_tag(&element.name));
        for attribute in components.flat_map(|(_, element)| &element.attributes) {
            let value = attribute.value.as_ref().and_then(|value| value.literal());
            let handler = value.and_then(|value| symbols.find(value));
            let name = symbols.find(&attribute.name);
            if let (Some(handler), Some(name)) = (handler, name) {
                self.aliases.push(handler.0, name.0);
                self.spoken.insert(name);
            }
        }
    }
}

/// Reads one script into the names.
pub(super) struct Reader<'a, 'b> {
    pub(super) file: FileId,
    pub(super) script: &'a Script,
    symbols: &'a [Symbol],
    /// The variables that hold what a module exports.
    pub(super) modules: FxHashMap<BindingId, FileId>,
    /// Whether its short names are those of a minifier, and tell nothing.
    pub(super) is_bundle: bool,
    pub(super) names: &'b mut Names<'a>,
}

impl Reader<'_, '_> {
    fn read(&mut self) {
        for (_, expr) in self.script.exprs() {
            let short = self.short_members(&expr.kind).into_iter().flatten();
            for handle in self.mentioned(&expr.kind).into_iter().chain(short) {
                self.names.mentions.push(handle, (self.file, expr.function));
            }
            match &expr.kind {
                ExprKind::Assign { target, value } => {
                    self.assign(*target, *value, expr.function == MODULE);
                }
                ExprKind::Object(properties) => {
                    properties.iter().for_each(|it| self.property(it));
                }
                _ => {}
            }
        }
        let members = self.script.classes.iter().flat_map(|class| &class.members);
        members.for_each(|member| self.property(&member.property));
        for class in &self.script.classes {
            // A constructor calls that of its superclass as `super`.
            let parent = class.superclass.and_then(|it| self.mentioned(self.script.kind(it)));
            if let Some(parent) = parent {
                self.names.mentions.push(parent, (self.file, class.constructor));
            }
        }
        for import in &self.script.imports {
            for (imported, binding) in &import.names {
                self.imports(*imported, import.reference, self.bound(*binding));
            }
        }
        self.script.exports.iter().for_each(|export| self.exports(export));
    }

    pub(super) fn handle(&self, name: Name) -> Handle {
        self.symbols[name.0 as usize].0
    }

    fn bound(&self, binding: BindingId) -> Handle {
        self.names.first[self.file.index()].1 + binding.0
    }

    fn whole(&self) -> Handle {
        self.names.whole(self.file)
    }

    /// What the module `reference` exports as a whole.
    fn module(&self, reference: Name) -> Option<Handle> {
        let file = self.names.project.module(self.file, self.script.name(reference))?;
        Some(self.names.whole(file))
    }

    /// What an expression reads or says.
    fn mentioned(&self, kind: &ExprKind) -> Option<Handle> {
        match kind {
            ExprKind::Member { property, .. } => Some(self.handle(*property)),
            ExprKind::Binding(binding) => Some(self.bound(*binding)),
            ExprKind::Global(name) => Some(self.handle(*name)),
            ExprKind::String(name) => {
                let symbol = self.symbols[name.0 as usize];
                self.names.spoken.contains(&symbol).then_some(symbol.0)
            }
            _ => None,
        }
    }

    fn assign(&mut self, target: Target, value: ExprId, is_top: bool) {
        let alias = match target {
            Target::Binding(binding) => Some(self.bound(binding)),
            Target::Global(name) => self.telling(name),
            Target::Member { property, .. } if self.script.name(property) == EXPORTS => {
                Some(self.whole())
            }
            Target::Member { property, .. } => self.telling_member(property, value),
            Target::Index { .. } => None,
        };
        if let Some(alias) = alias {
            self.alias(value, alias, is_top);
        }
    }

    fn property(&mut self, property: &Property) {
        let (Property::Value { key: Key::Name(key, _), value }
        | Property::Getter { key: Key::Name(key, _), value }
        | Property::Setter { key: Key::Name(key, _), value }) = property
        else {
            return;
        };
        if let Some(alias) = self.telling_member(*key, *value) {
            self.alias(*value, alias, false);
        }
    }

    /// `name`, if values can be told by it.
    fn telling(&self, name: Name) -> Option<Handle> {
        is_telling(self.script.name(name)).then(|| self.handle(name))
    }

    /// The same of the name of a member; a short one tells only of functions that stand there.
    fn telling_member(&mut self, name: Name, value: ExprId) -> Option<Handle> {
        let is_function = match self.script.kind(value) {
            ExprKind::Function(_) => true,
            ExprKind::Binding(binding) => {
                self.script.binding(*binding).kind == BindingKind::Function
            }
            _ => false,
        };
        self.telling(name).or_else(|| self.short(self.file, name).filter(|_| is_function))
    }

    /// `alias` is what `value` is, what a call makes of it, or, with `is_made`, what a call of
    /// it gives.
    fn alias(&mut self, value: ExprId, alias: Handle, is_made: bool) {
        self.alias_of(value, alias);
        let ExprKind::Call(call) = self.script.kind(value) else { return };
        call.arguments.iter().for_each(|it| self.alias_of(it.value, alias));
        if let ExprKind::Member { object, .. } = self.script.kind(call.callee) {
            self.alias_of(*object, alias);
        }
        if is_made {
            self.alias_of(call.callee, alias);
        }
        let module = self.required(call.callee, call.arguments.first());
        self.names.known_as(module, alias);
    }

    fn alias_of(&mut self, value: ExprId, alias: Handle) {
        let handle = match self.script.kind(value) {
            ExprKind::Function(function) => Some(self.names.function(self.file, *function)),
            ExprKind::Class(class) => {
                let constructor = self.script.class(*class).constructor;
                Some(self.names.function(self.file, constructor))
            }
            kind => self.mentioned(kind),
        };
        self.names.known_as(handle, alias);
        for handle in self.short_members(self.script.kind(value)) {
            self.names.known_as(handle, alias);
        }
    }

    /// What the module of `require('…')` exports as a whole.
    fn required(&self, callee: ExprId, argument: Option<&Argument>) -> Option<Handle> {
        self.required_file(callee, argument).map(|file| self.names.whole(file))
    }

    /// The module of `require('…')`.
    pub(super) fn required_file(
        &self,
        callee: ExprId,
        argument: Option<&Argument>,
    ) -> Option<FileId> {
        let ExprKind::Global(name) = self.script.kind(callee) else { return None };
        let ExprKind::String(reference) = self.script.kind(argument?.value) else { return None };
        let reference = self.script.name(*reference);
        let is_require = self.script.name(*name) == "require";
        is_require.then(|| self.names.project.module(self.file, reference)).flatten()
    }

    fn imports(&mut self, imported: Imported, reference: Name, alias: Handle) {
        if let Imported::Name(name) = imported
            && let Some(file) = self.names.project.module(self.file, self.script.name(reference))
        {
            let short = self.short(file, name);
            self.names.known_as(short, alias);
        }
        let from = match imported {
            Imported::Name(name) => Some(self.handle(name)),
            Imported::Default => self.module(reference),
            Imported::Namespace => None,
        };
        self.names.known_as(from, alias);
    }

    fn exports(&mut self, export: &Export) {
        match export {
            Export::Local { exported, value } => {
                let is_whole = self.script.name(*exported) == DEFAULT;
                let alias = if is_whole { self.whole() } else { self.handle(*exported) };
                self.alias(*value, alias, true);
            }
            Export::From { exported, imported, reference } => {
                self.imports(*imported, *reference, self.handle(*exported));
            }
            Export::All { .. } => {}
        }
    }
}
