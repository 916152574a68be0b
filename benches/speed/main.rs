//! How long the parts of a check take: `cargo bench --bench speed -- [NAME]`.

#![expect(clippy::expect_used, reason = "a benchmark that cannot be prepared stops")]

#[path = "../program/mod.rs"]
mod program;
#[path = "../floor/swc.rs"]
mod swc;

mod check;
mod edit;
mod stages;
mod sources;

fn main() {
    divan::main();
}
