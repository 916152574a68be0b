//! All integration tests, as one binary.

#![expect(clippy::expect_used, clippy::string_slice, reason = "a test that cannot go on says so")]

mod baselines;
mod call_graph;
mod cases;
mod changes;
mod configuration;
mod explain;
mod fingerprints;
mod fixes;
mod fixing;
mod formats;
mod hostile;
mod interfaces;
mod outputs;
mod pages;
mod paths;
mod program;
mod properties;
mod robust;
mod secrets;
mod sound;
mod suppressions;
mod tidy;
mod trees;
