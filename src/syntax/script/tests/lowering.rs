//! Source and what it is lowered to.
