//! consentlint: a compliance linter for mini programs.
//!
//! Layers, each of which may use only those above it (`tests/it/tidy.rs` checks it):
//! text in, findings out, nothing flows back.
//!
//! Invariants:
//! 1. Below `engine` nothing reads disk, clock or environment, and no public function returns
//!    `Result`: parsers give a tree and a list of problems.
//! 2. A syntax tree depends on one file's text and nothing else.
//! 3. No type of swc or quick-xml is named outside its folder; no position but a byte
//!    [`source::Span`] leaves a parser. Line and column exist in `report` alone.
//! 4. `Project` and `Semantics` are immutable; a change builds new ones.
//! 5. Types of `finding` are not `Serialize`; every published format has its own types.
//! 6. A rule never walks the project, reads a file, names its own severity, or prints.
//! 7. Nothing iterated over is a hash map; order is decided once, in `engine`.
//! 8. Searches over the call graph are made once in `Semantics::new`; rules look up.

pub mod source;
pub mod finding;
pub mod platform;
pub mod config;
pub mod syntax;
pub mod project;
pub mod semantic;
pub mod rules;
pub mod engine;
pub mod report;
pub mod discover;
pub mod cli;
