//! What a script declares: functions, classes, variables, imports, exports, regions.

#[cfg(doc)]
use super::expr::ExprKind;
use super::expr::Property;
use super::tree::{BindingId, ExprId, FunctionId, Name, RegionId};
use crate::source::Span;

/// A function, method, accessor, constructor or the top level.
#[derive(Clone, Debug)]
pub struct Function {
    /// The name it is known by: its own, else the variable's, property's or member's it is the value of.
    pub name: Option<Name>,
    /// All of it; the whole text for the top level.
    pub span: Span,
    /// The place to point at: the name or key, else the first token.
    pub head: Span,
    /// What it is.
    pub kind: FunctionKind,
    /// Whether it is `async`.
    pub is_async: bool,
    /// Whether it is a generator.
    pub is_generator: bool,
    /// The function it stands in; `None` for the top level.
    pub parent: Option<FunctionId>,
    /// The nearest function around, itself included, that has its own `this`.
    pub receiver: FunctionId,
    /// Its parameters' values: [`ExprKind::Param`] and [`ExprKind::RestParam`], in order.
    pub params: Vec<ExprId>,
    /// The values of its `return`s, and an arrow's expression body.
    pub returns: Vec<ExprId>,
    /// The region of its parent in which it is made; of the top level its own.
    pub made_in: RegionId,
    /// The outermost region of its body.
    pub body: RegionId,
    /// Whether it gives its first argument a member: that which its second names, with its third
    /// as value.
    pub defines: bool,
    /// Of how many arguments at most it does nothing but put the members into the first, which it
    /// gives back, as `Object.assign` does; none for nearly all functions.
    pub(super) most_merged: u32,
}

impl Function {
    /// Whether calling it with so many arguments is calling `Object.assign` with them.
    #[must_use]
    pub fn merges(&self, arguments: usize) -> bool {
        0 < arguments && arguments <= self.most_merged as usize
    }
}

/// What a function is; it decides what `this` means inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FunctionKind {
    /// The top level of a script.
    Module,
    /// `function`, declared or as an expression.
    Function,
    /// An arrow function: `this`, `super` and `arguments` are its parent's.
    Arrow,
    /// A method of an object literal or class.
    Method,
    /// A getter.
    Getter,
    /// A setter.
    Setter,
    /// A class's constructor, also the one that is not written.
    Constructor,
    /// The initializers of a class: fields and static blocks, as one function.
    Initializer,
}

/// A class.
#[derive(Clone, Debug)]
pub struct Class {
    /// Its name.
    pub name: Option<Name>,
    /// All of it.
    pub span: Span,
    /// What it extends.
    pub superclass: Option<ExprId>,
    /// The constructor; made up where none is written.
    pub constructor: FunctionId,
    /// Whether the constructor is written.
    pub has_constructor: bool,
    /// Methods, accessors and fields. A field's value stands in `initializer` (instance)
    /// or in `static_initializer`.
    pub members: Vec<ClassMember>,
    /// Runs the instance fields, called by the constructor.
    pub initializer: Option<FunctionId>,
    /// Runs the static fields and blocks, called where the class is evaluated.
    pub static_initializer: Option<FunctionId>,
}

/// A member of a class.
#[derive(Clone, Copy, Debug)]
pub struct ClassMember {
    /// Whether it is `static`.
    pub is_static: bool,
    /// The key and value; never a spread.
    pub property: Property,
}

/// A declared variable.
#[derive(Clone, Debug)]
pub struct Binding {
    /// Its name.
    pub name: Name,
    /// The place of its declaration.
    pub span: Span,
    /// The function it belongs to.
    pub function: FunctionId,
    /// How it is declared.
    pub kind: BindingKind,
    /// The [`ExprKind::Assign`]s that write it, the declaration's included; an import or a
    /// `catch` without pattern has what it is as `Assign` too, but for imports.
    pub writes: Vec<ExprId>,
}

/// How a variable is declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BindingKind {
    /// `var`.
    Var,
    /// `let`.
    Let,
    /// `const`.
    Const,
    /// `function f() {}`, and the own name of a function expression.
    Function,
    /// `class C {}`, and the own name of a class expression; a TypeScript `enum`.
    Class,
    /// A parameter.
    Param,
    /// `import`.
    Import,
    /// `catch (e)`.
    Catch,
}

/// `import … from "reference"`.
#[derive(Clone, Debug)]
pub struct Import {
    /// The module.
    pub reference: Name,
    /// The literal with its quotes.
    pub span: Span,
    /// What is imported; empty for `import "x"`. Type-only imports are left out.
    pub names: Vec<(Imported, BindingId)>,
}

/// What an import takes from a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imported {
    /// `import x`, `{ default as x }`.
    Default,
    /// `* as x`.
    Namespace,
    /// `{ x }`.
    Name(Name),
}

/// An ES export.
#[derive(Clone, Debug)]
pub enum Export {
    /// `export const x`, `export { y as x }`, `export default …` (named `default`).
    Local {
        /// The name outside.
        exported: Name,
        /// A read of what is exported.
        value: ExprId,
    },
    /// `export { x as y } from "m"`, `export * as y from "m"`.
    From {
        /// The name outside.
        exported: Name,
        /// What is taken.
        imported: Imported,
        /// The module.
        reference: Name,
    },
    /// `export * from "m"`.
    All {
        /// The module.
        reference: Name,
    },
}

/// A part of a function that runs under one condition.
#[derive(Clone, Debug)]
pub struct Region {
    /// The region around it in the same function; `None` for a body.
    pub parent: Option<RegionId>,
    /// The function.
    pub function: FunctionId,
    /// What makes it run.
    pub kind: RegionKind,
    /// Whether it never runs, as the text alone tells: behind a `return`, under `if (false)`, and
    /// in the functions that are made there.
    pub never: bool,
}

/// What makes a region run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RegionKind {
    /// The function's own body.
    Body,
    /// `if`, `?:`, `&&`, `||`, `??`, the condition of a loop, and what follows an `if` whose branch leaves.
    Branch {
        /// The condition.
        condition: ExprId,
        /// Whether it holds here.
        taken: bool,
    },
    /// A `case` of a `switch`.
    Case {
        /// The `switch`'s value.
        subject: ExprId,
        /// The `case`'s value; of cases that fall into one another an `Unknown` of their
        /// values; `None` for `default`.
        test: Option<ExprId>,
    },
    /// Cases that fall into one another, `default` among them.
    Fallen,
    /// What follows a `switch` with a `case` that leaves the function.
    Beside {
        /// The `switch`'s value.
        subject: ExprId,
        /// The `case`'s value, which it is not.
        test: ExprId,
    },
    /// `try`.
    Try {
        /// Whether a `catch` follows.
        caught: bool,
    },
    /// `catch`.
    Catch {
        /// Whether it always leaves what the `try` stands in.
        leaves: bool,
    },
    /// `finally`.
    Finally,
    /// A loop: its body, and what is evaluated for each round.
    Loop(Round),
    /// What stands behind a statement that always leaves.
    Behind,
}

/// When another round of a loop follows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Round {
    /// Always: `for (;;)`.
    Always,
    /// While this holds, which is tested before the first round, too: `while`, `for`.
    While(ExprId),
    /// While this holds, which is tested behind each round: `do … while`.
    DoWhile(ExprId),
    /// While there is an item left: `for … of`, `for … in`.
    Items,
}

impl RegionKind {
    /// Whether what is in it may run several times.
    #[must_use]
    pub fn is_loop(self) -> bool {
        matches!(self, Self::Loop(_))
    }

    /// Whether a run that comes to what is around it may leave it out.
    #[must_use]
    pub fn is_conditional(self) -> bool {
        matches!(
            self,
            Self::Branch { .. }
                | Self::Case { .. }
                | Self::Fallen
                | Self::Beside { .. }
                | Self::Catch { .. }
                | Self::Behind
        )
    }

    /// Whether what makes it run excludes that `other`, of the same function, does.
    #[must_use]
    pub fn excludes(self, other: Self) -> bool {
        match (self, other) {
            (
                Self::Branch { condition: left, taken },
                Self::Branch { condition: right, taken: other },
            ) => left == right && taken != other,
            (Self::Case { subject: left, test }, Self::Case { subject: right, test: other }) => {
                left == right && test != other
            }
            (
                Self::Case { subject: left, test: Some(test) },
                Self::Beside { subject: right, test: other },
            )
            | (
                Self::Beside { subject: left, test: other },
                Self::Case { subject: right, test: Some(test) },
            ) => left == right && test == other,
            _ => false,
        }
    }
}
