//! What a script evaluates.

use super::tree::{BindingId, ClassId, ExprId, FunctionId, Name, RegionId, Script};
use crate::source::Span;

/// An expression.
#[derive(Clone, Debug)]
pub struct Expr {
    /// Its place; of something that lowering made up, the place that made it.
    pub span: Span,
    /// The function whose run evaluates it.
    pub function: FunctionId,
    /// The innermost region it stands in.
    pub region: RegionId,
    /// What it is.
    pub kind: ExprKind,
}

/// What an expression is.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// `undefined`, `void x`.
    Undefined,
    /// `null`.
    Null,
    /// `true`, `false`, and `!0`, `!1`.
    Bool(bool),
    /// A number, also a negative one.
    Number(f64),
    /// A string, a template literal without holes, or such strings joined by `+`.
    String(Name),
    /// A regular expression.
    Regex,
    /// A template literal with holes.
    Template(Box<Template>),
    /// A read of a declared variable.
    Binding(BindingId),
    /// A read of a name that the script does not declare.
    Global(Name),
    /// The value handed over as parameter number `.0` of the function it stands in.
    Param(u32),
    /// The rest parameter's array, from argument number `.0` on.
    RestParam(u32),
    /// `this`, of the nearest function that is no arrow.
    This,
    /// `super`, as a receiver or callee.
    Super,
    /// `arguments`, of the nearest function that is no arrow.
    Arguments,
    /// `new.target`.
    NewTarget,
    /// `import.meta`.
    ImportMeta,
    /// A function.
    Function(FunctionId),
    /// A class.
    Class(ClassId),
    /// An object literal.
    Object(Box<[Property]>),
    /// An array literal; a hole is no item.
    Array(Box<[Argument]>),
    /// `object.property`, also with `?.`; `#x` keeps its `#`. So are `object['property']`,
    /// `object[0]`, and what a pattern takes by a constant key or by position.
    Member {
        /// The receiver.
        object: ExprId,
        /// The name.
        property: Name,
        /// The name's place.
        property_span: Span,
    },
    /// `object[index]` with a key that is no constant.
    Index {
        /// The receiver.
        object: ExprId,
        /// The key.
        index: ExprId,
    },
    /// All of an object but the members that a destructuring takes by name.
    Rest(ExprId),
    /// The items of `list` from number `from` on, as an array: the rest of an array pattern.
    RestItems {
        /// The array or iterable.
        list: ExprId,
        /// How many items are taken before.
        from: u32,
    },
    /// Any one item of what `for … of` iterates over.
    Element(ExprId),
    /// A call or `new`.
    Call(Call),
    /// `` tag`…` ``
    Tagged(Box<Tagged>),
    /// `import(specifier)`.
    Import(ExprId),
    /// `await`, and the step of `for await`.
    Await(ExprId),
    /// `yield` and, with `delegate`, `yield*`.
    Yield {
        /// What is handed out.
        value: Option<ExprId>,
        /// Whether it is `yield*`.
        delegate: bool,
    },
    /// `throw`.
    Throw(ExprId),
    /// What a `catch` caught.
    Caught,
    /// `!x`.
    Not(ExprId),
    /// `typeof x`.
    TypeOf(ExprId),
    /// `delete x`.
    Delete(ExprId),
    /// Any other unary operator, `++` and `--` included: a number or the like.
    Unary(ExprId),
    /// A binary operator.
    Binary {
        /// Which.
        operator: Binary,
        /// The left operand.
        left: ExprId,
        /// The right operand.
        right: ExprId,
    },
    /// `&&`, `||`, `??`, and a default value (`Nullish`).
    Logical {
        /// Which.
        operator: Logical,
        /// The left operand.
        left: ExprId,
        /// The right operand.
        right: ExprId,
    },
    /// `test ? yes : no`.
    Conditional {
        /// The condition.
        test: ExprId,
        /// The value where it holds.
        yes: ExprId,
        /// The value where it does not.
        no: ExprId,
    },
    /// `a, b`: the value of the last.
    Sequence(Box<[ExprId]>),
    /// An assignment; its value is `value`. Compound ones have what they compute as `value`.
    Assign {
        /// What is written.
        target: Target,
        /// What is written there.
        value: ExprId,
    },
    /// What the tree cannot express, with the operands it was made of: the key of a `for … in`,
    /// an element of JSX, what stands where text was left out.
    Unknown(Box<[ExprId]>),
}

/// A template literal with holes: `texts` has one more than `values`.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    /// The cooked texts.
    pub texts: Box<[Name]>,
    /// The values between them.
    pub values: Box<[ExprId]>,
}

/// A template literal that a function is called with.
#[derive(Clone, Debug, PartialEq)]
pub struct Tagged {
    /// The function.
    pub tag: ExprId,
    /// The values in the template.
    pub values: Box<[ExprId]>,
}

/// What an assignment writes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// A declared variable.
    Binding(BindingId),
    /// A name that the script does not declare.
    Global(Name),
    /// `object.property`.
    Member {
        /// The receiver.
        object: ExprId,
        /// The name.
        property: Name,
    },
    /// `object[index]`.
    Index {
        /// The receiver.
        object: ExprId,
        /// The key.
        index: ExprId,
    },
}

/// A call.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// What is called: a `Member` or `Index` callee hands its object over as `this`.
    pub callee: ExprId,
    /// The arguments.
    pub arguments: Box<[Argument]>,
    /// Whether it is `new`.
    pub is_new: bool,
}

/// An argument of a call, or an item of an array.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Argument {
    /// Its position among the written ones; holes of an array count.
    pub position: u32,
    /// The value.
    pub value: ExprId,
    /// Whether it is `...value`.
    pub spread: bool,
}

/// A member of an object literal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Property {
    /// `key: value`, a shorthand, or a method.
    Value {
        /// The key.
        key: Key,
        /// The value.
        value: ExprId,
    },
    /// `get key() {}`
    Getter {
        /// The key.
        key: Key,
        /// The function.
        value: ExprId,
    },
    /// `set key(x) {}`
    Setter {
        /// The key.
        key: Key,
        /// The function.
        value: ExprId,
    },
    /// `...value`
    Spread(ExprId),
}

impl Property {
    /// The function that the member is, if it is written there.
    #[must_use]
    pub fn function(&self, script: &Script) -> Option<FunctionId> {
        let (Self::Value { value, .. } | Self::Getter { value, .. } | Self::Setter { value, .. }) =
            self
        else {
            return None;
        };
        match script.kind(*value) {
            ExprKind::Function(function) => Some(*function),
            _ => None,
        }
    }
}

/// The key of a member.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Key {
    /// A constant: a name, string, number, or constant computed key.
    Name(Name, Span),
    /// A computed key.
    Computed(ExprId),
}

/// Binary operators, as far as an analysis tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binary {
    /// `==`.
    Equal,
    /// `!=`.
    NotEqual,
    /// `===`.
    Same,
    /// `!==`.
    NotSame,
    /// `<`, `<=`, `>`, `>=`.
    Order(Order),
    /// `+`.
    Add,
    /// `in`.
    In,
    /// `instanceof`.
    InstanceOf,
    /// Arithmetic and bits.
    Other,
}

impl Binary {
    /// Whether both sides are equal where the comparison is `taken`, true or not; `None` where it asks
    /// something else.
    #[must_use]
    pub fn equality(self, taken: bool) -> Option<bool> {
        match self {
            Self::Equal | Self::Same => Some(taken),
            Self::NotEqual | Self::NotSame => Some(!taken),
            _ => None,
        }
    }
}

/// Comparisons of order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// `<`.
    Less,
    /// `<=`.
    LessOrSame,
    /// `>`.
    More,
    /// `>=`.
    MoreOrSame,
}

impl Order {
    /// Whether it holds of two numbers.
    #[must_use]
    pub fn holds(self, left: f64, right: f64) -> bool {
        match self {
            Self::Less => left < right,
            Self::LessOrSame => left <= right,
            Self::More => left > right,
            Self::MoreOrSame => left >= right,
        }
    }
}

/// Short-circuit operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Logical {
    /// `&&`.
    And,
    /// `||`.
    Or,
    /// `??`, and default values.
    Nullish,
}

impl Logical {
    /// Whether it is `taken`, true or not, only where both of its sides are; else where one is.
    #[must_use]
    pub fn takes_both(self, taken: bool) -> bool {
        matches!((self, taken), (Self::And, true) | (Self::Or, false))
    }
}
