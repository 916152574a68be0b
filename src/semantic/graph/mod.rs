//! Who can run whom, what functions do, and ways through the program.

pub mod call_graph;
pub mod text_graph;
pub mod toward;
