//! Text to tree.

use swc_common::{BytePos, Spanned};
use swc_ecma_ast::{EsVersion, Program};
use swc_ecma_parser::error::Error;
use swc_ecma_parser::{EsSyntax, Lexer, Parser, StringInput, Syntax, TsSyntax};

use super::lower::{self, Source};
use super::prescan::{self, Grammar};
use super::recover::{self, Repair};
use super::room::with_room;
use super::{Language, Script, comments, problem};
use crate::source::Span;
use crate::syntax::{Parsed, Problem, Tree};

/// Larger scripts are not read.
const MAX_BYTES: usize = 4 * 1024 * 1024;
/// How often a broken text is read again.
const MAX_ATTEMPTS: u32 = 12;

/// Reads `text`; where it is broken, the smallest member or statement around the fault is skipped.
#[must_use]
pub fn parse(text: &str, language: Language) -> Parsed {
    let mut reading = if text.len() > MAX_BYTES {
        Reading::refused("script-too-large")
    } else {
        read(text, language)
    };
    reading.problems.sort_by_key(|problem| (problem.at.start, problem.at.end));
    let typescript = language == Language::TypeScript;
    let directives = comments::directives(text, typescript, &reading.script.statements);
    Parsed { tree: Tree::Script(reading.script), problems: reading.problems, directives }
}

/// What came of reading a text in one way.
struct Reading {
    script: Script,
    problems: Vec<Problem>,
    /// Where the first fault is.
    fault: Option<u32>,
    /// Whether there is a tree.
    is_read: bool,
}

impl Reading {
    fn refused(key: &'static str) -> Self {
        let mut script = Script::default();
        lower::ensure_module(&mut script, Span::default());
        Self { script, problems: vec![problem::whole(key)], fault: None, is_read: false }
    }
}

/// A text, what is left out of it, and the text as written, which places refer to.
struct Draft<'a> {
    original: &'a str,
    text: String,
    skipped: Vec<Span>,
}

impl Draft<'_> {
    fn repaired(&self, repair: &Repair) -> Self {
        let span = Span::new(repair.skipped.start as u32, repair.skipped.end as u32);
        let mut skipped = self.skipped.clone();
        skipped.push(span);
        Self { original: self.original, text: repair.applied(&self.text), skipped }
    }
}

fn read(text: &str, language: Language) -> Reading {
    let grammars: &[Grammar] = match language {
        Language::JavaScript => &[Grammar::Plain, Grammar::Jsx, Grammar::TypeScript],
        Language::TypeScript => &[Grammar::TypeScript],
    };
    let draft = Draft { original: text, text: text.to_owned(), skipped: Vec::new() };
    let mut best: Option<(Grammar, Reading)> = None;
    for grammar in grammars {
        if *grammar == Grammar::Jsx && !(text.contains("</") || text.contains("/>")) {
            continue;
        }
        let reading = attempt(&draft, *grammar);
        if reading.is_read && reading.problems.is_empty() {
            return reading;
        }
        let is_better = best.as_ref().is_none_or(|(_, best)| best.fault < reading.fault);
        if is_better {
            best = Some((*grammar, reading));
        }
    }
    match best {
        Some((_, reading)) if reading.is_read || reading.fault.is_none() => reading,
        Some((grammar, reading)) => recovered(draft, grammar, reading),
        None => Reading::refused("script-unreadable"),
    }
}

/// Leaves parts of a text out until the rest can be read.
fn recovered(mut draft: Draft<'_>, grammar: Grammar, mut reading: Reading) -> Reading {
    let typescript = grammar == Grammar::TypeScript;
    let mut attempts = MAX_ATTEMPTS;
    let mut problems = Vec::new();
    while let Some(fault) = reading.fault.filter(|_| !reading.is_read) {
        problems.append(&mut reading.problems);
        let next = recover::repairs(&draft.text, typescript, fault as usize)
            .into_iter()
            .map_while(|repair| {
                attempts = attempts.checked_sub(1)?;
                let next = draft.repaired(&repair);
                let reading = attempt(&next, grammar);
                let is_further =
                    reading.fault.is_some_and(|at| at > fault && at as usize >= repair.skipped.end);
                Some((reading.is_read || is_further).then_some((next, reading)))
            })
            .flatten()
            .next();
        match next {
            Some(next) => (draft, reading) = next,
            None => {
                let cut = recover::cut(&draft.text, typescript, fault as usize);
                reading = attempt(&draft.repaired(&cut), grammar);
                break;
            }
        }
    }
    if !reading.is_read {
        reading = Reading::refused("script-unreadable");
        reading.problems.clear();
    }
    reading.problems.append(&mut problems);
    reading
}

/// Reads a draft once.
fn attempt(draft: &Draft<'_>, grammar: Grammar) -> Reading {
    let nesting = prescan::measure(&draft.text, grammar);
    if nesting.is_too_deep {
        return Reading::refused("script-too-deep");
    }
    let work = || read_once(draft, grammar);
    with_room(nesting.units, work).unwrap_or_else(|| Reading::refused("script-unreadable"))
}

fn read_once(draft: &Draft<'_>, grammar: Grammar) -> Reading {
    let source = Source { text: draft.original, origin: 0, skipped: &draft.skipped };
    let mut parser = parser(&draft.text, 1, grammar);
    let program = parser.parse_program();
    let mut faults: Vec<(Span, Error)> = parser
        .take_errors()
        .into_iter()
        .filter(problem::is_broken)
        .chain(program.as_ref().err().cloned())
        .map(|error| (source.span(error.span()), error))
        .collect();
    faults.sort_by_key(|(span, _)| span.start);
    let mut script = Script::default();
    let is_read = program.is_ok();
    if let Ok(program) = &program {
        lower::program(source, program, &mut script);
    }
    // Behind a fault that ends the reading nothing else was seen.
    let shown = if is_read { &faults[..] } else { &faults[faults.len().saturating_sub(1)..] };
    let problems = shown
        .iter()
        .map(|(span, error)| problem::of(error.kind(), *span, draft.original))
        .collect();
    let fault = shown.first().map(|(span, _)| span.start);
    Reading { script, problems, fault, is_read }
}

/// A parser of `text`, whose first byte is at the position `base`.
pub(super) fn parser(text: &str, base: u32, grammar: Grammar) -> Parser<Lexer<'_>> {
    let end = base.saturating_add(text.len() as u32);
    let input = StringInput::new(text, BytePos(base), BytePos(end));
    Parser::new_from(Lexer::new(syntax(grammar), EsVersion::latest(), input, None))
}

fn syntax(grammar: Grammar) -> Syntax {
    match grammar {
        Grammar::TypeScript => Syntax::Typescript(TsSyntax {
            decorators: true,
            no_early_errors: true,
            ..TsSyntax::default()
        }),
        Grammar::Plain | Grammar::Jsx => Syntax::Es(EsSyntax {
            jsx: grammar == Grammar::Jsx,
            decorators: true,
            decorators_before_export: true,
            export_default_from: true,
            import_attributes: true,
            allow_super_outside_method: true,
            allow_return_outside_function: true,
            auto_accessors: true,
            explicit_resource_management: true,
            fn_bind: false,
        }),
    }
}

/// swc alone, for tests.
#[cfg(test)]
pub(super) fn bare(text: &str, grammar: Grammar) -> Result<Program, Error> {
    parser(text, 1, grammar).parse_program()
}
