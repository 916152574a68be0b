//! The tree of a script: an arena of expressions.

use super::declared::{Binding, BindingKind, Class, Export, Function, Import, Region, RegionKind};
use super::expr::{Call, Expr, ExprKind, Key, Property, Target};
use super::name_index::{NameIndex, hash_of};
use crate::source::Span;

/// A name or string constant of one [`Script`]; equal texts have equal ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(pub u32);

/// A function of one [`Script`]; [`MODULE`] is its top level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FunctionId(pub u32);

/// The top level of a script, as a function.
pub const MODULE: FunctionId = FunctionId(0);

/// An expression of one [`Script`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExprId(pub u32);

/// A declared variable of one [`Script`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BindingId(pub u32);

/// A class of one [`Script`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassId(pub u32);

/// A region of one [`Script`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionId(pub u32);

/// The tree of a script, or of all expressions of a template.
#[derive(Clone, Debug, Default)]
pub struct Script {
    /// The texts behind [`Name`].
    pub names: Vec<Box<str>>,
    /// All functions; the first is the top level. A function stands before those inside it.
    pub functions: Vec<Function>,
    /// All expressions, operands before what uses them, else in evaluation order.
    pub exprs: Vec<Expr>,
    /// All declared variables.
    pub bindings: Vec<Binding>,
    /// All regions; a region stands before those inside it.
    pub regions: Vec<Region>,
    /// Where a statement leaves a loop or a function: the expression that comes next, and its region. In
    /// order.
    pub jumps: Vec<(ExprId, RegionId)>,
    /// All classes.
    pub classes: Vec<Class>,
    /// `import … from`.
    pub imports: Vec<Import>,
    /// ES exports.
    pub exports: Vec<Export>,
    /// Every constant module reference: of imports, re-exports, `require`, `require.async`,
    /// `import()`. The place is the literal with its quotes.
    pub references: Vec<(Name, Span)>,
    /// The places of all statements and class or object members, by start: what a suppression covers.
    pub statements: Vec<Span>,
    /// Whether ES module syntax occurs.
    pub is_module: bool,
    index: NameIndex,
}

impl Script {
    /// The name whose text is `text`, if the script has it.
    #[must_use]
    pub fn find_name(&self, text: &str) -> Option<Name> {
        self.index.find(hash_of(text), |name| self.name(name) == text)
    }

    /// The name whose text is `text`, added where it is new.
    pub(super) fn intern(&mut self, text: &str) -> Name {
        let hash = hash_of(text);
        self.index.find(hash, |name| self.name(name) == text).unwrap_or_else(|| {
            let name = Name(self.names.len() as u32);
            self.names.push(text.into());
            self.index.add(hash, name);
            name
        })
    }

    /// Gives back the room that was kept for more.
    pub(super) fn shrink(&mut self) {
        self.names.shrink_to_fit();
        self.functions.shrink_to_fit();
        self.exprs.shrink_to_fit();
        self.bindings.shrink_to_fit();
        self.regions.shrink_to_fit();
        self.jumps.shrink_to_fit();
        self.statements.shrink_to_fit();
    }

    /// The text of `name`.
    #[must_use]
    pub fn name(&self, name: Name) -> &str {
        &self.names[name.0 as usize]
    }

    /// The expression `id`.
    #[must_use]
    pub fn expr(&self, id: ExprId) -> &Expr {
        &self.exprs[id.0 as usize]
    }

    /// The kind of the expression `id`.
    #[must_use]
    pub fn kind(&self, id: ExprId) -> &ExprKind {
        &self.expr(id).kind
    }

    /// The function `id`.
    #[must_use]
    pub fn function(&self, id: FunctionId) -> &Function {
        &self.functions[id.0 as usize]
    }

    /// The nearest function around `function`, itself included, that has its own `this`.
    #[must_use]
    pub fn receiver(&self, function: FunctionId) -> FunctionId {
        self.function(function).receiver
    }

    /// The variable `id`.
    #[must_use]
    pub fn binding(&self, id: BindingId) -> &Binding {
        &self.bindings[id.0 as usize]
    }

    /// The region `id`.
    #[must_use]
    pub fn region(&self, id: RegionId) -> &Region {
        &self.regions[id.0 as usize]
    }

    /// Whether `expr` never runs, as the text alone tells.
    #[must_use]
    pub fn never_runs(&self, expr: ExprId) -> bool {
        self.region(self.expr(expr).region).never
    }

    /// The class `id`.
    #[must_use]
    pub fn class(&self, id: ClassId) -> &Class {
        &self.classes[id.0 as usize]
    }

    /// All expressions with their ids.
    pub fn exprs(&self) -> impl Iterator<Item = (ExprId, &Expr)> {
        (0..).map(ExprId).zip(&self.exprs)
    }

    /// All calls with their ids.
    pub fn calls(&self) -> impl Iterator<Item = (ExprId, &Expr, &Call)> {
        self.exprs().filter_map(|(id, expr)| match &expr.kind {
            ExprKind::Call(call) => Some((id, expr, call)),
            _ => None,
        })
    }

    /// The region `id` and those around it in the same function, innermost first.
    pub fn enclosing(&self, id: RegionId) -> impl Iterator<Item = (RegionId, &Region)> {
        std::iter::successors(Some(id), |id| self.region(*id).parent)
            .map(|id| (id, self.region(id)))
    }

    /// The object and the name of the member that `kind` writes or deletes, and what it writes.
    #[must_use]
    pub fn written_member(&self, kind: &ExprKind) -> Option<(ExprId, Name, Option<ExprId>)> {
        match kind {
            ExprKind::Assign { target: Target::Member { object, property }, value } => {
                Some((*object, *property, Some(*value)))
            }
            ExprKind::Delete(operand) => match self.kind(*operand) {
                ExprKind::Member { object, property, .. } => Some((*object, *property, None)),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether anything is exported by `export`: without that, `default` is what `module.exports` is,
    /// `import`s or not.
    #[must_use]
    pub fn has_exports(&self) -> bool {
        !self.exports.is_empty()
    }

    /// Whether `call` is one of `Object.assign`, or of a function of this script that does the same.
    #[must_use]
    pub fn is_assign(&self, call: &Call) -> bool {
        self.global_member(call.callee) == Some(("Object", "assign")) || self.is_merge(call)
    }

    /// Whether `call` runs something else with other arguments than it is written with, or may:
    /// `f.apply(…)`, `f()(…)`.
    #[must_use]
    pub fn is_indirect(&self, call: &Call) -> bool {
        match self.kind(call.callee) {
            ExprKind::Member { property, .. } => {
                matches!(self.name(*property), "call" | "apply" | "bind")
            }
            ExprKind::Call(_) => true,
            _ => false,
        }
    }

    /// Whether `call` is one of `JSON.stringify`.
    #[must_use]
    pub fn is_stringify(&self, call: &Call) -> bool {
        self.global_member(call.callee) == Some(("JSON", "stringify"))
    }

    /// The names of a global object and its member, if `expr` is that.
    #[must_use]
    pub fn global_member(&self, expr: ExprId) -> Option<(&str, &str)> {
        let ExprKind::Member { object, property, .. } = self.kind(expr) else { return None };
        let ExprKind::Global(global) = self.kind(*object) else { return None };
        Some((self.name(*global), self.name(*property)))
    }

    /// What the variable is, if it is written once.
    #[must_use]
    pub fn only_value(&self, id: BindingId) -> Option<ExprId> {
        let [write] = self.binding(id).writes.as_slice() else { return None };
        match self.kind(*write) {
            ExprKind::Assign { value, .. } => Some(*value),
            _ => None,
        }
    }

    /// What the variable that `expr` names is, if it is written once and no parameter; any other
    /// expression itself.
    #[must_use]
    pub fn settled(&self, expr: ExprId) -> ExprId {
        let ExprKind::Binding(binding) = self.kind(expr) else { return expr };
        let declared = self.binding(*binding);
        let write = declared
            .writes
            .first()
            .filter(|_| declared.writes.len() == 1 && declared.kind != BindingKind::Param);
        write.and_then(|write| self.value_written(*write)).unwrap_or(expr)
    }

    /// The value of the last of `members`, those of a literal, that is called `name`.
    #[must_use]
    pub fn member_value(&self, members: &[Property], name: &str) -> Option<ExprId> {
        members.iter().rev().find_map(|member| match member {
            Property::Value { key: Key::Name(key, _), value } if self.name(*key) == name => {
                Some(*value)
            }
            _ => None,
        })
    }

    /// Whether two regions never run in the same run of their function.
    #[must_use]
    pub fn exclude(&self, left: RegionId, right: RegionId) -> bool {
        let kinds =
            |region| self.enclosing(region).map(|(_, region)| region.kind).collect::<Vec<_>>();
        let (left, right) = (kinds(left), kinds(right));
        left.iter().any(|left| right.iter().any(|right| left.excludes(*right)))
    }

    /// The values of the cases of the `switch` over `subject`.
    pub fn cases(&self, subject: ExprId) -> impl Iterator<Item = ExprId> {
        self.regions.iter().filter_map(move |region| match region.kind {
            RegionKind::Case { subject: of, test } if of == subject => test,
            _ => None,
        })
    }

    /// What the variable that `read` names holds there: what it is given by its only write, if that
    /// stands before `read`, in the same function and in no branch that `read` is not in.
    #[must_use]
    pub fn held_at(&self, read: ExprId) -> Option<ExprId> {
        let ExprKind::Binding(binding) = self.kind(read) else { return None };
        let declared = self.binding(*binding);
        let [write] = declared.writes.as_slice() else { return None };
        let ExprKind::Assign { target: Target::Binding(_), value } = self.kind(*write) else {
            return None;
        };
        let is_declared =
            matches!(declared.kind, BindingKind::Var | BindingKind::Let | BindingKind::Const);
        let (written, at) = (self.expr(*write), self.expr(read));
        let runs_before = written.function == at.function
            && *write < read
            && self.enclosing(at.region).any(|(region, _)| region == written.region);
        (is_declared && runs_before).then_some(*value)
    }
}
