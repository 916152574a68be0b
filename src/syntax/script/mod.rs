//! Scripts: a small tree of our own, lowered from swc's.
//!
//! The tree is an arena in which an expression stands after its operands, so that analyses
//! are loops over `exprs` and no depth of nesting can exhaust the stack. Statements are
//! gone: what is left of them is the order of expressions, the [`Region`] each stands in,
//! and what a function returns. Destructuring, defaults, parameters, loops and declarations
//! are lowered to reads and [`ExprKind::Assign`].

mod absent;
mod braces;
mod chunk;
mod comments;
mod copied;
mod declared;
mod direct;
mod expr;
mod expression;
mod keys;
mod last_write;
mod lex;
mod lower;
mod merging;
mod name_index;
mod operands;
mod pairs;
mod parse;
mod prescan;
mod problem;
mod recover;
mod room;
mod token;
mod tree;
mod words;

#[cfg(test)]
mod tests;

pub use absent::Absent;
pub use chunk::{Chunk, ChunkModule};
pub use declared::{
    Binding, BindingKind, Class, ClassMember, Export, Function, FunctionKind, Import, Imported,
    Region, RegionKind, Round,
};
pub use expr::{
    Argument, Binary, Call, Expr, ExprKind, Key, Logical, Order, Property, Tagged, Target, Template,
};
pub use expression::{HoleForm, parse_expression};
pub use parse::parse;
pub use tree::{BindingId, ClassId, ExprId, FunctionId, MODULE, Name, RegionId, Script};

/// How a script's text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// `.js`
    JavaScript,
    /// `.ts`
    TypeScript,
}

impl Language {
    /// The language of a `.ts` (`typescript`) or `.js` file.
    #[must_use]
    pub fn of(typescript: bool) -> Self {
        if typescript { Self::TypeScript } else { Self::JavaScript }
    }
}
