//! `consentlint check --fix` and `--diff`: fixes written, or shown.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{self, IsTerminal};
use std::sync::Arc;

use crate::cli::args::Check;
use crate::cli::check::{self, Opened};
use crate::cli::diff;
use crate::cli::output::{self, Error};
use crate::cli::terminal;
use crate::discover::{self, NotWritten};
use crate::engine::{Change, Fixed, Report, Wanted};
use crate::report::{Lang, Paths, summary};
use crate::source::RelPath;

/// Why files were not changed.
type Refused = BTreeMap<RelPath, NotWritten>;

/// Makes the fixes of what was opened. Gives what is then found, and what was fixed.
pub(super) fn write(args: &Check, opened: &mut Opened) -> Result<(Report, String), Error> {
    let (Fixed { after, changes, left, suggested, .. }, mut refused) = fixed(args, opened);
    let bounds = &opened.found.bounds;
    let mut summary = summary::Fixes { left, suggested, ..summary::Fixes::default() };
    let mut undone = Vec::new();
    for change in changes {
        match discover::write(bounds, &change.path, &change.before, &change.after) {
            Ok(()) => {
                summary.files += 1;
                summary.findings += change.fixes;
            }
            Err(reason) => {
                refused.insert(change.path.clone(), reason);
                undone.push((change.path, change.before));
            }
        }
    }
    let report = if undone.is_empty() && opened.parts.len() == 1 {
        after
    } else {
        opened.workspace.set_all(undone);
        check::report(opened, &|_| ())
    };
    opened.is_unstaged = args.staged && summary.files > 0;
    summary.is_unstaged = opened.is_unstaged;
    let lang = terminal::lang(&args.look);
    let notes = notes(&refused, &check::names(&opened.found), lang);
    Ok((report, notes + &summary::fixes(&summary, lang)))
}

/// Shows the fixes of what was opened. Gives what is found without them, and what they are.
pub(super) fn show(args: &Check, opened: &mut Opened) -> Result<(Report, String), Error> {
    let all = (opened.parts.len() > 1).then(|| check::report(opened, &|_| ()));
    let (Fixed { before, after, changes, left, suggested }, refused) = fixed(args, opened);
    let names = check::names(&opened.found);
    let is_terminal = io::stdout().is_terminal();
    let look = diff::Look { color: terminal::look(&args.look).color, is_terminal };
    // The texts of reports, unlike those of changes, keep secrets back.
    let of = |report: &Report, path: &RelPath| {
        let file = report.files.iter().find(|file| file.path == *path);
        file.map(|file| file.text.clone()).unwrap_or_default()
    };
    for Change { path, .. } in &changes {
        let (old, new) = (of(&before, path), of(&after, path));
        output::write(&diff::unified(&names.shown(path), &old, &new, look))?;
    }
    let summary = summary::Fixes {
        findings: changes.iter().map(|change| change.fixes).sum(),
        files: changes.len(),
        left,
        suggested,
        is_shown: true,
        is_unstaged: false,
    };
    let lang = terminal::lang(&args.look);
    Ok((all.unwrap_or(before), notes(&refused, &names, lang) + &summary::fixes(&summary, lang)))
}

/// What the fixes make of it, and the files with fixes that may not be changed.
///
/// Each part changes the files that are its own, after those before it.
fn fixed(args: &Check, opened: &mut Opened) -> (Fixed, Refused) {
    let refused = RefCell::new(Refused::new());
    let may_change = |path: &RelPath, text: &str| {
        // What standard input stands for need not be on the disk.
        if opened.typed.as_ref() == Some(path) {
            return true;
        }
        let answer = discover::may_write(&opened.found.bounds, path, text);
        let may = answer.is_ok();
        if let Err(reason) = answer {
            refused.borrow_mut().insert(path.clone(), reason);
        }
        may
    };
    let mut workspace = opened.workspace.part(|_| true);
    let mut all = Vec::new();
    for part in &opened.parts {
        let shows = |path: &RelPath| opened.shows(path) && part.shows(path) && part.owns(path);
        let wanted = Wanted { suggested: args.suggested, shows: &shows, may_change: &may_change };
        let fixed = part.workspace(&workspace).fix(&part.wanted.config, &wanted);
        let texts = fixed.changes.iter();
        workspace.set_all(texts.map(|it| (it.path.clone(), Arc::clone(&it.after))));
        all.push(fixed);
    }
    opened.workspace = workspace;
    (Fixed::joined(all), refused.take())
}

fn notes(refused: &Refused, names: &Paths, lang: Lang) -> String {
    let note = |(path, reason): (&RelPath, &NotWritten)| {
        summary::not_fixed(&names.shown(path), &words(reason, lang), lang)
    };
    refused.iter().map(note).collect()
}

fn words(reason: &NotWritten, lang: Lang) -> String {
    match (lang, reason) {
        (Lang::En, _) | (_, NotWritten::System(_)) => return reason.to_string(),
        (Lang::Zh, NotWritten::Encoding) => "不是 UTF-8 编码",
        (Lang::Zh, NotWritten::Changed) => "读取后已被修改",
        (Lang::Zh, NotWritten::ReadOnly) => "只读",
        (Lang::Zh, NotWritten::LeadsOut) => "链接指向检查范围之外",
        (Lang::Es, NotWritten::Encoding) => "no está codificado en UTF-8",
        (Lang::Es, NotWritten::Changed) => "cambió desde que se leyó",
        (Lang::Es, NotWritten::ReadOnly) => "de solo lectura",
        (Lang::Es, NotWritten::LeadsOut) => "un enlace que sale de la carpeta",
    }
    .to_owned()
}
