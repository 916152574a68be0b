//! Secrets taken out of the texts that reports quote.

use crate::finding::Finding;
use crate::syntax::File;

/// `files` with every secret that a finding stands at replaced by `*`.
///
/// Every text keeps its length and its lines, so places stay what they are.
pub(super) fn concealed<'a>(
    mut files: Vec<File>,
    findings: impl IntoIterator<Item = &'a Finding>,
) -> Vec<File> {
    let secrets = findings.into_iter().filter(|finding| finding.is_secret);
    let mut secrets: Vec<_> = secrets.map(|it| it.primary.at).collect();
    secrets.sort();
    for of_file in secrets.chunk_by(|one, other| one.file == other.file) {
        let Some(file) = of_file.first().and_then(|at| files.get_mut(at.file.index())) else {
            continue;
        };
        let mut text = String::with_capacity(file.text.len());
        let mut from = 0;
        for at in of_file {
            let span = at.span.clamped(&file.text);
            let start = (span.start as usize).max(from);
            let end = (span.end as usize).max(start);
            text.push_str(file.text.get(from..start).unwrap_or(""));
            text.extend(file.text.get(start..end).unwrap_or("").bytes().map(stars));
            from = end;
        }
        text.push_str(file.text.get(from..).unwrap_or(""));
        if text.len() == file.text.len() {
            file.text = text.into();
        }
    }
    files
}

/// Quotes and line breaks say nothing; all else is hidden.
fn stars(byte: u8) -> char {
    match byte {
        b'\n' | b'\r' | b'"' | b'\'' | b'`' => char::from(byte),
        _ => '*',
    }
}
