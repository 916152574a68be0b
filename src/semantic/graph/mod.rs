//! Who can run whom, what functions do, and ways through the program.

pub mod call_graph;
pub mod effect;
pub(super) mod handed_back;
pub(super) mod handing;
pub mod text_graph;
pub mod toward;
pub mod trace;
