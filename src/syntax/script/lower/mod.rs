//! From swc's tree to ours.
//!
//! What is evaluated is appended to the arena in the order of evaluation; the left spine of
//! an expression (`a.b().c + d`) is walked in a loop, all other nesting by recursion, which
//! the reader of the text has bounded.

mod awaited;
mod class;
mod compiled;
mod constant;
mod expr;
mod function;
mod hoist;
mod jsx;
mod loops;
mod machine;
mod module;
mod object;
mod original;
mod pattern;
mod scope;
mod sent;
mod stmt;
mod typescript;
mod unwound;

use swc_common::{BytePos, Span as SwcSpan};
use swc_ecma_ast::{Expr as SwcExpr, Ident, Program};

use self::function::Shape;
use self::scope::Scopes;
use super::declared::{Binding, BindingKind, Function, FunctionKind, Region, RegionKind};
use super::expr::{Expr, ExprKind, Target};
use super::merging;
use super::tree::{BindingId, ExprId, FunctionId, MODULE, Name, RegionId, Script};
use crate::source::Span;

/// Regions this deep inside a function are not told apart from those around them.
const MAX_REGIONS: u32 = 500;

/// Bytes of text to an expression, at least, in nearly all scripts.
const EXPR: usize = 5;

/// The text that a tree of swc was made from, and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// swc's position of its first byte.
    pub(super) base: u32,
    /// Our position of its first byte.
    pub(super) origin: u32,
    /// What was left out of it; fillers stand there.
    pub(super) skipped: &'a [Span],
}

impl<'a> Source<'a> {
    /// Our place of swc's, inside the text, for swc's cannot be trusted where that is broken.
    pub(super) fn span(self, span: SwcSpan) -> Span {
        let start = span.lo.0.saturating_sub(self.base);
        let end = span.hi.0.saturating_sub(self.base);
        let is_boundary = |at: u32| self.text.is_char_boundary(at as usize);
        let span = Span::new(start, end);
        let is_inside = is_boundary(span.start) && is_boundary(span.end);
        let span = if is_inside { span } else { span.clamped(self.text) };
        span.shifted(self.origin)
    }

    /// The text at `span`.
    pub(super) fn of(self, span: Span) -> &'a str {
        let start = span.start.saturating_sub(self.origin);
        Span::new(start, span.end.saturating_sub(self.origin)).of(self.text)
    }

    /// Our position of its end.
    pub(super) fn end(self) -> u32 {
        self.origin.saturating_add(self.text.len() as u32)
    }
}

/// What is under way while a tree is lowered.
pub(super) struct Lowering<'a> {
    source: Source<'a>,
    script: &'a mut Script,
    scopes: Scopes,
    function: FunctionId,
    region: RegionId,
    /// How deep each region from `first_region` on lies in its function.
    depths: Vec<u32>,
    first_region: usize,
    /// The expressions whose leftmost operand is being lowered.
    spine: Vec<&'a SwcExpr>,
    /// The state machine that is being lowered as what it was compiled from.
    machine: Option<sent::State>,
    /// Where statements begin that say what was said with the parameters already.
    moved: Vec<BytePos>,
}

/// Adds all of `program`, which must be the first that is added, to `script`.
pub(super) fn program(source: Source<'_>, program: &Program, script: &mut Script) {
    ensure_module(script, Span::new(0, source.text.len() as u32));
    script.exprs.reserve(source.text.len() / EXPR);
    let mut lowering = Lowering::new(source, script);
    lowering.top_level(|lowering| match program {
        Program::Module(module) => {
            lowering.script.is_module = true;
            lowering.items(&module.body);
        }
        Program::Script(script) => lowering.body(&script.body),
    });
    lowering.script.statements.sort_by_key(|span| (span.start, u32::MAX - span.end));
    lowering.script.statements.dedup();
    merging::mark(lowering.script);
    lowering.script.shrink();
}

/// Adds `expr` to the top level of `script`.
pub(super) fn expression(source: Source<'_>, expr: &SwcExpr, script: &mut Script) -> ExprId {
    ensure_module(script, Span::default());
    Lowering::new(source, script).expr(expr)
}

/// Adds what swc need not see to the top level of `script`.
pub(super) fn push(script: &mut Script, span: Span, kind: ExprKind) -> ExprId {
    ensure_module(script, Span::default());
    let id = ExprId(script.exprs.len() as u32);
    script.exprs.push(Expr { span, function: MODULE, region: RegionId(0), kind });
    id
}

/// Makes the top level of `script` where it is missing.
pub(super) fn ensure_module(script: &mut Script, span: Span) {
    if !script.functions.is_empty() {
        return;
    }
    let kind = RegionKind::Body;
    script.regions.push(Region { parent: None, function: MODULE, kind, never: false });
    script.functions.push(Function {
        name: None,
        span,
        head: Span::at(span.start),
        kind: FunctionKind::Module,
        is_async: false,
        is_generator: false,
        parent: None,
        receiver: MODULE,
        params: Vec::new(),
        returns: Vec::new(),
        made_in: RegionId(0),
        body: RegionId(0),
        defines: false,
        most_merged: 0,
    });
}

impl<'a> Lowering<'a> {
    fn new(source: Source<'a>, script: &'a mut Script) -> Self {
        Self {
            source,
            depths: Vec::new(),
            first_region: script.regions.len(),
            script,
            scopes: Scopes::default(),
            function: MODULE,
            region: RegionId(0),
            spine: Vec::new(),
            machine: None,
            moved: Vec::new(),
        }
    }

    /// Runs `build` as the top level.
    fn top_level(&mut self, build: impl FnOnce(&mut Self)) {
        self.scopes.enter();
        build(self);
        self.scopes.leave();
    }

    fn span(&self, span: SwcSpan) -> Span {
        self.source.span(span)
    }

    fn name(&mut self, text: &str) -> Name {
        self.script.intern(text)
    }

    /// Appends an expression that is evaluated now.
    fn push(&mut self, span: Span, kind: ExprKind) -> ExprId {
        let id = ExprId(self.script.exprs.len() as u32);
        let (function, region) = (self.function, self.region);
        self.script.exprs.push(Expr { span, function, region, kind });
        id
    }

    /// Appends an assignment that is evaluated now.
    fn assign(&mut self, span: Span, target: Target, value: ExprId) -> ExprId {
        let id = self.push(span, ExprKind::Assign { target, value });
        match target {
            Target::Binding(binding) => {
                self.script.bindings[binding.0 as usize].writes.push(id);
            }
            Target::Member { object, property } => self.keep(object, property, value),
            _ => {}
        }
        id
    }

    /// A region inside the present one, which it becomes; the present one itself where that lies too deep.
    fn enter(&mut self, kind: RegionKind) {
        let at = (self.region.0 as usize).checked_sub(self.first_region);
        let depth = at.map_or(0, |at| self.depths[at]) + 1;
        if depth <= MAX_REGIONS {
            let id = RegionId(self.script.regions.len() as u32);
            let (parent, function) = (Some(self.region), self.function);
            let never = self.script.region(self.region).never || self.is_never(kind);
            self.script.regions.push(Region { parent, function, kind, never });
            self.depths.push(depth);
            self.region = id;
        }
    }

    /// Whether nothing of `kind` runs, wherever it stands.
    fn is_never(&self, kind: RegionKind) -> bool {
        match kind {
            RegionKind::Branch { condition, taken } => {
                matches!(self.script.kind(condition), ExprKind::Bool(value) if *value != taken)
            }
            RegionKind::Behind => true,
            _ => false,
        }
    }

    /// Runs `build` in a region of its own.
    fn within<T>(&mut self, kind: RegionKind, build: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.region;
        self.enter(kind);
        let value = build(self);
        self.region = outer;
        value
    }

    /// Runs `build` as the body of a new function.
    fn function(&mut self, shape: Shape, build: impl FnOnce(&mut Self)) -> FunctionId {
        let id = FunctionId(self.script.functions.len() as u32);
        let body = RegionId(self.script.regions.len() as u32);
        let never = self.script.region(self.region).never;
        let kind = RegionKind::Body;
        self.script.regions.push(Region { parent: None, function: id, kind, never });
        self.depths.push(0);
        let receiver = match shape.kind {
            FunctionKind::Arrow => self.script.receiver(self.function),
            _ => id,
        };
        self.script.functions.push(Function {
            name: shape.name,
            span: shape.span,
            head: shape.head,
            kind: shape.kind,
            is_async: shape.is_async,
            is_generator: shape.is_generator,
            parent: Some(self.function),
            receiver,
            params: Vec::new(),
            returns: Vec::new(),
            made_in: self.region,
            body,
            defines: false,
            most_merged: 0,
        });
        let outer = (self.function, self.region);
        (self.function, self.region) = (id, body);
        self.scopes.enter();
        build(self);
        self.scopes.leave();
        (self.function, self.region) = outer;
        id
    }

    /// Makes `ident` a variable of the present scope; a second declaration adds nothing.
    fn declare(&mut self, ident: &Ident, kind: BindingKind) -> BindingId {
        let name = self.name(&ident.sym);
        if let Some(binding) = self.scopes.declared_here(name) {
            return binding;
        }
        let id = BindingId(self.script.bindings.len() as u32);
        let (span, function) = (self.span(ident.span), self.function);
        self.script.bindings.push(Binding { name, span, function, kind, writes: Vec::new() });
        self.scopes.declare(name, id);
        id
    }

    /// What writing to the variable `name` writes.
    fn variable(&mut self, name: &str) -> Target {
        let name = self.name(name);
        self.scopes.find(name).map_or(Target::Global(name), Target::Binding)
    }
}
