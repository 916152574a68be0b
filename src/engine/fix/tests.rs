//! Fixes by hand: what the fixes of the rules never do.

use std::sync::Arc;

use super::plan::plan;
use super::sound;
use crate::finding::{Edit, Finding, Fingerprint, Fix, Label, Message, RuleId, Safety, Severity};
use crate::source::{FileId, FileKind, FileSpan, RelPath, Span};
use crate::syntax::{self, File};

type Edits<'a> = &'a [(u32, u32, &'a str)];

/// The text, or where the faulty fixes begin.
type Outcome<'a> = Result<&'a str, &'a [u32]>;

fn finding(edits: Edits<'_>) -> Finding {
    let at = |start, end| FileSpan::new(FileId(0), Span::new(start, end));
    let edit = |it: &(u32, u32, &str)| Edit { at: at(it.0, it.1), replacement: it.2.to_owned() };
    Finding {
        rule: RuleId("a"),
        severity: Severity::Error,
        message: Message::new("fix-write"),
        primary: Label { at: at(0, 0), text: Message::new("fix-write") },
        trace: Vec::new(),
        fix: Some(Fix {
            title: Message::new("fix-write"),
            safety: Safety::Safe,
            edits: edits.iter().map(edit).collect(),
        }),
        scope: None,
        fingerprint: Fingerprint::default(),
    }
}

fn file(path: &str, text: &str) -> File {
    let kind = FileKind::of(path).unwrap_or(FileKind::Json);
    let parsed = Arc::new(syntax::parse(kind, text));
    File { path: RelPath::new(path), text: text.into(), kind, parsed }
}

#[test]
fn edits_that_touch_are_not_made_together() {
    let text = "0123456789";
    let files = [file("a.json", text)];
    let cases: &[(&[Edits<'_>], &str)] = &[
        (&[&[(1, 3, "ab")], &[(4, 5, "")]], "0ab356789"),
        (&[&[(1, 3, "a")], &[(3, 5, "b")]], "0a3456789"),
        (&[&[(1, 3, "a")], &[(2, 5, "b")], &[(6, 6, "c")]], "0a345c6789"),
        (&[&[(4, 4, "a")], &[(4, 4, "b")]], "0123a456789"),
        (&[&[(5, 6, "a")], &[(0, 9, "b")], &[(1, 2, "c")]], "0c234a6789"),
        // All edits of a fix or none.
        (&[&[(5, 6, "a")], &[(1, 2, "b"), (5, 5, "b")], &[(1, 1, "c")]], "0c1234a6789"),
        (&[&[(5, 6, "a"), (6, 7, "b")]], text),
        // Nothing that changes nothing, and nothing beyond the text.
        (&[&[(5, 6, "5")], &[(5, 6, "a")]], "01234a6789"),
        (&[&[(9, 11, "a")]], text),
    ];
    for (fixes, want) in cases {
        let findings: Vec<Finding> = fixes.iter().map(|it| finding(it)).collect();
        let plan = plan(&findings, &files);
        assert_eq!(plan.text(FileId(0), text), *want, "{fixes:?}");
    }
}

#[test]
fn places_move_with_the_edits_before_them() {
    let findings = [finding(&[(2, 4, "abc"), (6, 6, "d"), (8, 9, "")])];
    let shifts = plan(&findings, &[file("a.json", "0123456789")]).shifts();
    for (offset, want) in [(0, 0), (2, 2), (3, 3), (4, 5), (5, 6), (6, 8), (8, 10), (9, 10)] {
        assert_eq!(shifts.moved(FileId(0), offset), want, "{offset}");
    }
}

#[test]
fn a_fix_that_breaks_its_file_is_told_from_the_others() {
    let (template, script) = ("<a b=\"c\"/>\n<d/>\n", "f; \n\"x\";\n");
    let good: Edits<'_> = &[(6, 7, "x")];
    let bad: Edits<'_> = &[(8, 10, ">")];
    let cases: &[(File, &[Edits<'_>], Outcome<'_>)] = &[
        (file("a.axml", template), &[good], Ok("<a b=\"x\"/>\n<d/>\n")),
        (file("a.axml", template), &[good, bad], Err(&[8])),
        (file("a.js", script), &[&[(1, 2, "")]], Ok("f \n\"x\";\n")),
        (file("a.js", script), &[&[(3, 4, "")]], Ok("f; \"x\";\n")),
        (file("a.js", script), &[&[(1, 2, "")], &[(3, 4, "")]], Err(&[1, 3])),
    ];
    for (file, fixes, want) in cases {
        let files = std::slice::from_ref(file);
        let findings: Vec<Finding> = fixes.iter().map(|it| finding(it)).collect();
        let have = sound::parsed(files, &plan(&findings, files))
            .map(|files| files.iter().map(|it| it.text.to_string()).collect::<String>())
            .map_err(|faulty| faulty.iter().filter_map(|it| start(it)).collect::<Vec<u32>>());
        assert_eq!(have, want.map(str::to_owned).map_err(<[u32]>::to_vec), "{fixes:?}");
    }
}

fn start(finding: &Finding) -> Option<u32> {
    Some(finding.fix.as_ref()?.edits.first()?.at.span.start)
}
