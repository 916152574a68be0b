//! A call graph as JSON, in the layout that other call graph tools for JavaScript print.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::engine::CallGraph;
use crate::source::{FileKind, FileSpan, LineIndex};

/// `functions` and `calls` are `file:line:column:line:column`: the file as an index, lines and
/// columns from 1, the columns in UTF-16 code units, the end exclusive.
#[derive(Serialize)]
struct Document<'a> {
    files: Vec<&'a str>,
    functions: BTreeMap<u32, String>,
    calls: BTreeMap<u32, String>,
    fun2fun: &'a [(u32, u32)],
    call2fun: &'a [(u32, u32)],
}

/// The graph as one object, with a final line break.
#[must_use]
pub fn render(graph: &CallGraph) -> String {
    let scripts = graph.files.iter().filter(|file| matches!(file.kind, FileKind::Script { .. }));
    let files: Vec<&str> = scripts.map(|file| file.path.as_str()).collect();
    let lines: Vec<LineIndex> = graph.files.iter().map(|it| LineIndex::new(&it.text)).collect();
    let place = |at: &FileSpan| {
        let file = graph.files.get(at.file.index())?;
        let lines = lines.get(at.file.index())?;
        let name = files.binary_search(&file.path.as_str()).ok()?;
        let start = lines.position(&file.text, at.span.start);
        let end = lines.position(&file.text, at.span.end);
        Some(format!("{name}:{}:{}:{}:{}", start.line, start.column, end.line, end.column))
    };
    let places = |all: &[FileSpan]| (0..).zip(all.iter().filter_map(place)).collect();
    let (functions, calls) = (places(&graph.graph.functions), places(&graph.graph.calls));
    let (fun2fun, call2fun) = (&graph.graph.runs, &graph.graph.targets);
    let document = Document { files, functions, calls, fun2fun, call2fun };
    serde_json::to_string(&document).unwrap_or_default() + "\n"
}
