//! What holds for every program: editing leads where opening does, what the analysis leaves out
//! is not missed, a comment accepts what it covers and nothing else.
//!
//! A part of the programs is looked at; with `ROBUST=all` in the environment it is all of them,
//! with `PROGRAMS=FOLDER` those in that folder.

use std::collections::BTreeMap;
use std::sync::Arc;

use consentlint::config::Config;
use consentlint::engine::Report;
use consentlint::engine::Workspace;
use consentlint::finding::Finding;
use consentlint::source::{FileKind, RelPath, Span};
use consentlint::syntax::{File, axml::NodeKind};

use crate::program;
use crate::robust::{Texts, bytes, every_program, is_sampled_program, workspace};

/// How often a program is edited.
const EDITS: usize = 12;
const ROUNDS_OF_OTHERS: usize = 5;

/// How many findings of a program are accepted.
const ACCEPTED: usize = 3;
const ACCEPTED_OF_OTHERS: usize = 60;

#[test]
fn editing_leads_where_opening_does() {
    let mut random = Random(7);
    let rounds = if program::outside().is_some() { ROUNDS_OF_OTHERS } else { 1 };
    let programs = every_program().into_iter().filter(|(case, _)| is_sampled_program(case, 8));
    for (case, texts) in programs.flat_map(|it| std::iter::repeat_n(it, rounds)) {
        let mut edited = workspace(&texts, 1);
        let mut now: BTreeMap<RelPath, Arc<str>> = texts.iter().cloned().collect();
        for _ in 0..EDITS {
            edit(&mut random, &texts, &mut edited, &mut now);
            if random.below(EDITS) == 0 {
                drop(edited.check(&Config::default()));
            }
        }
        let opened: Texts = now.into_iter().collect();
        let want = bytes(&workspace(&opened, 1).check(&Config::default()));
        let have = bytes(&edited.check(&Config::default()));
        assert!(want == have, "{case}: differs\n{want}\n{have}");
    }
}

/// Removes, restores or changes one file by chance, in `edited` and in the texts `now`.
fn edit(
    random: &mut Random,
    texts: &Texts,
    edited: &mut Workspace,
    now: &mut BTreeMap<RelPath, Arc<str>>,
) {
    let (path, text) = &texts[random.below(texts.len())];
    let new = match random.below(4) {
        0 => {
            edited.remove(path);
            now.remove(path);
            return;
        }
        1 => Arc::clone(text),
        _ => random.edited(now.get(path).unwrap_or(text)).into(),
    };
    now.insert(path.clone(), Arc::clone(&new));
    edited.set(path.clone(), new);
}

/// Of several shortest ways a trace may show another one where less is told apart: of traces only
/// where they begin counts.
#[test]
fn what_is_left_out_is_not_missed() {
    let without_steps = |mut report: Report| {
        report.findings.iter_mut().for_each(|finding| finding.trace.truncate(1));
        bytes(&report)
    };
    let mut faults = Vec::new();
    for (case, texts) in every_program() {
        let workspace = workspace(&texts, 1);
        let config = match program::outside() {
            Some(_) => Config::default(),
            None => program::config(&program::testdata().join(&case)),
        };
        let have = without_steps(workspace.check(&config));
        let want = without_steps(workspace.check_in_full(&config));
        let mut pairs = want.lines().zip(have.lines());
        let differs = pairs.find(|(want, have)| want != have);
        faults.extend(differs.map(|lines| format!("{case}: {lines:?}")));
        if differs.is_none() && want != have {
            faults.push(format!("{case}: one has more"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_comment_accepts_what_it_covers_and_nothing_else() {
    let mut tried = 0;
    for (case, texts) in every_program().into_iter().filter(|(case, _)| is_sampled_program(case, 4))
    {
        let before = workspace(&texts, 1).check(&Config::default());
        let accepted = program::outside().map_or(ACCEPTED, |_| ACCEPTED_OF_OTHERS);
        let step = program::outside().map_or(1, |_| before.findings.len() / accepted + 1);
        for finding in before.findings.iter().step_by(step).take(accepted) {
            let file = &before.files[finding.primary.at.file.index()];
            let Some(covered) = covered(file, finding) else { continue };
            let rule = finding.rule.0;
            let comment = match file.kind {
                FileKind::Template => format!("<!-- consentlint-ignore {rule} -- tested -->"),
                _ => format!("/* consentlint-ignore {rule} -- tested */"),
            };
            let at = covered.start as usize;
            // The report's own texts are without secrets.
            let Some((_, text)) = texts.iter().find(|(path, _)| *path == file.path) else {
                continue;
            };
            let text = [&text[..at], &comment, &text[at..]].concat();
            let mut changed = workspace(&texts, 1);
            changed.set(file.path.clone(), text);
            let after = changed.check(&Config::default());
            let is_kept = |it: &&Finding| {
                let start = it.primary.at.span.start;
                let is_here = it.primary.at.file == finding.primary.at.file;
                !(is_here
                    && it.rule == finding.rule
                    && covered.start <= start
                    && start < covered.end)
            };
            let moved = |it: &Finding| {
                let is_moved = it.primary.at.file == finding.primary.at.file
                    && it.primary.at.span.start as usize >= at;
                let start = it.primary.at.span.start as usize;
                (it.rule, it.message.key, if is_moved { start + comment.len() } else { start })
            };
            let want: Vec<_> = before.findings.iter().filter(is_kept).map(moved).collect();
            let have: Vec<_> = after.findings.iter().map(place).collect();
            assert_eq!(have, want, "{case}/{}: `{rule}` at {covered:?}", file.path);
            tried += 1;
        }
    }
    println!("{tried} findings accepted");
}

fn place(finding: &Finding) -> (consentlint::finding::RuleId, &'static str, usize) {
    (finding.rule, finding.message.key, finding.primary.at.span.start as usize)
}

/// The innermost statement, or the start tag, that the finding stands in.
fn covered(file: &File, finding: &Finding) -> Option<Span> {
    let start = finding.primary.at.span.start;
    let holds = |span: &Span| span.start <= start && start < span.end;
    if let Some(script) = file.script() {
        return script
            .statements
            .iter()
            .filter(|span| holds(span))
            .min_by_key(|it| it.len())
            .copied();
    }
    let tags = file.template()?.nodes.iter().filter_map(|node| match &node.kind {
        NodeKind::Element(element) => Some(element.tag_span),
        NodeKind::Text(_) => None,
    });
    tags.filter(holds).min_by_key(|it| it.len())
}

/// Numbers that are the same in each run.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }

    /// `text` with a piece of it doubled, moved or left out.
    pub(crate) fn edited(&mut self, text: &str) -> String {
        let mut cut = || text.floor_char_boundary(self.below(text.len() + 1));
        let (from, to, at) = (cut(), cut(), cut());
        let (from, to) = (from.min(to), from.max(to));
        match self.below(3) {
            0 => [&text[..from], &text[to..]].concat(),
            1 => [&text[..at], &text[from..to], &text[at..]].concat(),
            _ => [&text[..from], ["'", "{{", "<", "}", "`", "(", "\\"][at % 7], &text[from..]]
                .concat(),
        }
    }
}
