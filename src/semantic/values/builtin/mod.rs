//! What the language and the frame of a mini program give, and what it does with values.

pub(super) mod array;
pub(super) mod collection;
pub(super) mod function;
pub(super) mod host;
pub(super) mod json;
pub(super) mod object_function;
pub(crate) mod parsed;
pub(super) mod polyfill;
pub(super) mod promise;
