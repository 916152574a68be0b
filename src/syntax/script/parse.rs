//! Text to tree.

use std::borrow::Cow;

use swc_common::{BytePos, Spanned};
use swc_ecma_ast::EsVersion;
use swc_ecma_parser::error::Error;
use swc_ecma_parser::{EsSyntax, Lexer, Parser, StringInput, Syntax, TsSyntax};

use super::lower::{self, Source};
use super::prescan::{self, Grammar, Nesting};
use super::recover::{self, Repair};
use super::room::with_room;
use super::{Language, Script, comments, problem};
use crate::source::Span;
use crate::syntax::{Parsed, Problem, Stack, Tree};

/// Larger scripts are not read.
const MAX_BYTES: usize = 4 * 1024 * 1024;
/// How many bytes of a broken text are read again, in all.
const MAX_REREAD: usize = 16 * 1024 * 1024;

/// Reads `text`; where it is broken, the smallest member or statement around the fault is skipped.
#[must_use]
pub fn parse(stack: Stack, text: &str, language: Language) -> Parsed {
    let reading = if text.len() > MAX_BYTES {
        Reading::refused("script-too-large")
    } else {
        read(stack, text, language)
    };
    let typescript = language == Language::TypeScript;
    let directives = comments::directives(text, typescript, &reading.script.statements);
    Parsed::new(Tree::Script(reading.script), reading.problems, directives)
}

/// What came of reading a text in one way.
struct Reading {
    script: Script,
    problems: Vec<Problem>,
    /// Where the first fault is.
    first_fault: Option<u32>,
    /// Where the fault is that ended the reading, else the first.
    fault: Option<u32>,
    /// Whether there is a tree.
    is_read: bool,
}

impl Reading {
    fn refused(key: &'static str) -> Self {
        let mut script = Script::default();
        lower::ensure_module(&mut script, Span::default());
        Self {
            script,
            problems: vec![problem::whole(key)],
            first_fault: None,
            fault: None,
            is_read: false,
        }
    }
}

/// A text, what is left out of it, and the text as written, which places refer to.
struct Draft<'a> {
    stack: Stack,
    original: &'a str,
    text: Cow<'a, str>,
    skipped: Vec<Span>,
}

impl<'a> Draft<'a> {
    fn repaired(&self, repair: &Repair) -> Draft<'a> {
        let span = Span::new(repair.skipped.start as u32, repair.skipped.end as u32);
        let mut skipped = self.skipped.clone();
        skipped.push(span);
        let text = repair.applied(&self.text).into();
        Draft { stack: self.stack, original: self.original, text, skipped }
    }
}

fn read(stack: Stack, text: &str, language: Language) -> Reading {
    let grammars: &[Grammar] = match language {
        Language::JavaScript => &[Grammar::Plain, Grammar::Jsx, Grammar::TypeScript],
        Language::TypeScript => &[Grammar::TypeScript],
    };
    let draft = Draft { stack, original: text, text: text.into(), skipped: Vec::new() };
    let mut best: Option<(Grammar, Reading)> = None;
    for grammar in grammars {
        if *grammar == Grammar::Jsx && !(text.contains("</") || text.contains("/>")) {
            continue;
        }
        let reading = attempt(&draft, *grammar);
        if reading.is_read && reading.problems.is_empty() {
            return reading;
        }
        let is_better =
            best.as_ref().is_none_or(|(_, best)| best.first_fault < reading.first_fault);
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
fn recovered<'a>(mut draft: Draft<'a>, grammar: Grammar, mut reading: Reading) -> Reading {
    let typescript = grammar == Grammar::TypeScript;
    let mut attempts = (MAX_REREAD / draft.text.len().max(1)).clamp(8, 40);
    let mut problems = Vec::new();
    while let Some(fault) = reading.fault.filter(|_| !reading.is_read) {
        problems.append(&mut reading.problems);
        match repaired(&draft, grammar, fault, &mut attempts) {
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

/// The draft without what is at fault at `fault`.
///
/// In the innermost bracket where any change helps, that is the first one behind which
/// nothing more is wrong in that bracket, else the one behind which the next fault lies furthest.
fn repaired<'a>(
    draft: &Draft<'a>,
    grammar: Grammar,
    fault: u32,
    attempts: &mut usize,
) -> Option<(Draft<'a>, Reading)> {
    let mut best: Option<(Draft<'a>, Reading, usize)> = None;
    let typescript = grammar == Grammar::TypeScript;
    for repair in recover::repairs(&draft.text, typescript, fault as usize) {
        if best.as_ref().is_some_and(|(.., bracket)| *bracket != repair.bracket) {
            break;
        }
        *attempts = attempts.checked_sub(1)?;
        let next = draft.repaired(&repair);
        let reading = attempt(&next, grammar);
        let reached = reading.fault.unwrap_or(0);
        if reading.is_read || reached as usize >= repair.around && reached > fault {
            return Some((next, reading));
        }
        let known = best.as_ref().map_or(fault, |(_, best, _)| best.fault.unwrap_or(0));
        if reached > known && reached as usize >= repair.skipped.end {
            best = Some((next, reading, repair.bracket));
        }
    }
    best.map(|(draft, reading, _)| (draft, reading))
}

/// Reads a draft, on a stack that is large enough.
fn attempt(draft: &Draft<'_>, grammar: Grammar) -> Reading {
    let nesting = match draft.stack {
        Stack::Large if prescan::is_shallow(&draft.text, grammar) => Nesting::default(),
        Stack::Large | Stack::Any => prescan::measure(&draft.text, grammar),
    };
    if nesting.is_too_deep {
        return Reading::refused("script-too-deep");
    }
    let work = || read_once(draft, grammar);
    with_room(nesting.units, work).unwrap_or_else(|| Reading::refused("script-unreadable"))
}

/// Reads a draft once.
fn read_once(draft: &Draft<'_>, grammar: Grammar) -> Reading {
    let source = Source { text: draft.original, base: 1, origin: 0, skipped: &draft.skipped };
    let mut parser = parser(&draft.text, grammar);
    let program = parser.parse_program();
    let mut faults: Vec<Error> = parser
        .take_errors()
        .into_iter()
        .filter(problem::is_broken)
        .chain(program.as_ref().err().cloned())
        .collect();
    faults.sort_by_key(Spanned::span_lo);
    let mut script = Script::default();
    let is_read = program.is_ok();
    if let Ok(program) = &program {
        lower::program(source, program, &mut script);
    }
    // Behind a fault that ends the reading nothing else was seen.
    let shown = if is_read { &faults[..] } else { &faults[faults.len().saturating_sub(1)..] };
    let problems: Vec<Problem> =
        shown.iter().map(|fault| problem::of(fault.kind(), fault.span(), source)).collect();
    let fault = problems.first().map(|problem| problem.at.start);
    let first_fault = faults.first().map(|fault| source.span(fault.span()).start);
    Reading { script, problems, first_fault, fault, is_read }
}

/// A parser of `text`, whose first byte is at the position 1: swc keeps 0 for itself.
pub(super) fn parser(text: &str, grammar: Grammar) -> Parser<Lexer<'_>> {
    let end = (text.len() as u32).saturating_add(1);
    let input = StringInput::new(text, BytePos(1), BytePos(end));
    Parser::new_from(Lexer::new(syntax(grammar), EsVersion::latest(), input, None))
}

fn syntax(grammar: Grammar) -> Syntax {
    match grammar {
        Grammar::TypeScript => {
            Syntax::Typescript(TsSyntax { decorators: true, ..TsSyntax::default() })
        }
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
