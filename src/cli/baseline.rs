//! `--baseline`, `--write-baseline`, `--prune-baseline`: findings that are accepted.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::cli::args::Check;
use crate::cli::check::Opened;
use crate::cli::input;
use crate::cli::output::{self, Error};
use crate::cli::{settings, terminal, words};
use crate::engine::Report;
use crate::report::baseline::{Baseline, Entry};
use crate::source::RelPath;

/// The name of the file.
const FILE: &str = "consentlint-baseline.json";

/// Room for a hundred thousand findings and more.
const MAX_BYTES: u64 = 64 << 20;

/// The lines that tell of what is no longer found, unless all are asked for.
const MOST_TOLD: usize = 10;

/// Takes the accepted findings out of `report`, and changes the files as was asked.
pub(super) fn apply(args: &Check, opened: &Opened, report: &mut Report) -> Result<(), Error> {
    let files = files(args, opened);
    if args.write_baseline {
        return write(args, opened, files, report);
    }
    let mut stale = Vec::new();
    for path in &files {
        let shown = shown(path, opened);
        stays(args, path, &shown)?;
        let baseline = read(path, &shown)?;
        let gone = baseline.accept(report).filtered(|entry| is_judged(entry, args, opened));
        if args.prune_baseline && gone.count() > 0 {
            save(path, &shown, &baseline.without(&gone))?;
            tell(args, &words::pruned(&shown, gone.count(), terminal::lang(&args.look)));
        } else {
            let line = |it: &Entry| format!("{}: {}: {}", it.path, it.rule, it.message);
            stale.extend(gone.entries().map(line));
        }
    }
    tell_stale(args, stale);
    Ok(())
}

fn tell_stale(args: &Check, mut stale: Vec<String>) {
    if stale.is_empty() {
        return;
    }
    stale.sort();
    let most = if args.verbose { stale.len() } else { MOST_TOLD };
    let lang = terminal::lang(&args.look);
    for line in stale.iter().take(most) {
        tell(args, &words::gone(line, lang));
    }
    tell(args, &words::prune(stale.len().saturating_sub(most), lang));
}

/// Accepts all of `report`. What was accepted before and not looked at now stays.
fn write(
    args: &Check,
    opened: &Opened,
    files: Vec<PathBuf>,
    report: &mut Report,
) -> Result<(), Error> {
    let path = match files.as_slice() {
        [] => home(opened),
        [one] => one.clone(),
        several => {
            let names: Vec<String> = several.iter().map(|path| shown(path, opened)).collect();
            let names = names.join("`, `");
            let text =
                format!("there are several baselines: `{names}`; name one with `--baseline`");
            return Err(Error::Usage(text));
        }
    };
    let shown = shown(&path, opened);
    stays(args, &path, &shown)?;
    let old = if path.exists() { read(&path, &shown)? } else { Baseline::default() };
    let mut new = Baseline::of(report);
    let (added, gone) = (new.without(&old).count(), old.without(&new));
    let gone = gone.filtered(|entry| is_judged(entry, args, opened)).count();
    let (count, lang) = (new.count(), terminal::lang(&args.look));
    for entry in old.without(&new).filtered(|entry| !is_judged(entry, args, opened)).entries() {
        new.add(entry.clone());
    }
    if path.exists() || new.count() > 0 {
        save(&path, &shown, &new)?;
        tell(args, &words::accepted(&shown, count, added, gone, lang));
    } else {
        tell(args, words::nothing_to_accept(lang));
    }
    report.baselined += report.findings.len();
    report.findings.clear();
    Ok(())
}

fn tell(args: &Check, text: &str) {
    if !args.quiet {
        output::note(text);
    }
}

/// Whether this check would have found `entry` if it were still there.
fn is_judged(entry: &Entry, args: &Check, opened: &Opened) -> bool {
    let path = RelPath::new(&entry.path);
    let rule = entry.rule.as_str();
    let is_asked = args.only.is_empty() || args.only.iter().any(|only| only == rule);
    let is_silent = rule == "unresolved-reference" && !args.verbose;
    // They stand in the order of their paths.
    let refused = &opened.found.not_checked;
    let was_refused = refused.binary_search_by(|(refused, _)| refused.cmp(&path)).is_ok();
    let part = opened.part_of(&path).or(opened.parts.first());
    let is_on = part.is_some_and(|part| {
        part.shows(&path) && part.wanted.config.level(rule, &path) != Some(None)
    });
    is_asked && !is_silent && !was_refused && is_on && opened.shows(&path)
}

/// The baseline that was asked for, else the nearest of every program that has one.
fn files(args: &Check, opened: &Opened) -> Vec<PathBuf> {
    let base = &opened.found.base;
    if let Some(path) = &args.baseline {
        return vec![opened.found.working.join(path)];
    }
    let mut folders: Vec<PathBuf> =
        opened.workspace.programs().iter().map(|root| base.join(root.as_str())).collect();
    folders.push(base.clone());
    let nearest = folders.iter().filter_map(|folder| settings::nearest(folder, FILE));
    nearest.collect::<BTreeSet<_>>().into_iter().collect()
}

/// Where a new baseline is written: beside the configuration, else in the folder of the only
/// program, else at the top of all that is checked.
fn home(opened: &Opened) -> PathBuf {
    let base = &opened.found.base;
    let programs = opened.workspace.programs();
    let folder = match programs.as_slice() {
        [one] => base.join(one.as_str()),
        _ => base.clone(),
    };
    let beside = settings::nearest(&folder, settings::FILE);
    beside.map_or(folder.join(FILE), |path| path.with_file_name(FILE))
}

/// That nobody's link out of the repository is taken for the baseline, unless it was named.
fn stays(args: &Check, path: &Path, shown: &str) -> Result<(), Error> {
    if args.baseline.is_none() && input::leads_out(path) {
        return Err(Error::Usage(format!("no baseline is `{shown}`: {}", input::LEADS_OUT)));
    }
    Ok(())
}

fn read(path: &Path, shown: &str) -> Result<Baseline, Error> {
    let failed = |why: &str| Error::Usage(format!("cannot read the baseline `{shown}`: {why}"));
    let text = input::text(path, MAX_BYTES).map_err(|why| failed(&why))?;
    Baseline::parse(&text).map_err(|fault| {
        Error::Usage(format!(
            "{shown}:{}:{}: this is no baseline: {}",
            fault.line, fault.column, fault.text
        ))
    })
}

fn save(path: &Path, shown: &str, baseline: &Baseline) -> Result<(), Error> {
    output::whole(path, &baseline.render())
        .map_err(|error| Error::Usage(format!("cannot write the baseline `{shown}`: {error}")))
}

fn shown(path: &Path, opened: &Opened) -> String {
    path.strip_prefix(&opened.found.working).unwrap_or(path).display().to_string()
}
