//! Mini programs under `testdata`, and what the library says about them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use consentlint::config::{self, Config, Settings};
use consentlint::discover::{self, Bounds};
use consentlint::engine::{Report, Workspace};
use consentlint::report::{Lang, Paths, Subject, human, summary};
use consentlint::rules::catalog;
use consentlint::source::{FileKind, RelPath};

/// The folder of `testdata` whose programs are shown in the README; they belong to no rule.
pub(crate) const DEMO: &str = "demo";

/// The folders of a case with the files that fixes change, as they are afterwards: those of
/// `--fix`, and of `--fix --suggested`.
pub(crate) const FIXED: &str = "fixed";
pub(crate) const SUGGESTED: &str = "suggested";

/// The folder with the programs.
pub(crate) fn testdata() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata")
}

/// The names of the folders in `folder`, sorted.
pub(crate) fn folders(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.path().is_dir());
    let names: BTreeSet<String> =
        folders.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.into_iter().collect()
}

/// Every `<rule>/<case>` of `testdata`, and the programs of the demo.
pub(crate) fn cases() -> Vec<String> {
    let of_rule = |rule: String| {
        let cases = folders(&testdata().join(&rule));
        cases.into_iter().map(move |case| format!("{rule}/{case}"))
    };
    folders(&testdata())
        .into_iter()
        .filter(|name| !name.starts_with('_'))
        .flat_map(of_rule)
        .collect()
}

/// The texts below `folder`, by path; without those that are the outcome of fixes.
pub(crate) fn texts(folder: &Path) -> Vec<(RelPath, Arc<str>)> {
    let mut texts = Vec::new();
    let is_outcome = |entry: &walkdir::DirEntry| {
        entry.depth() > 0 && (entry.file_name() == FIXED || entry.file_name() == SUGGESTED)
    };
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| !is_outcome(entry)) {
        let entry = entry.expect("testdata can be read");
        let below = entry.path().strip_prefix(folder).expect("below the folder");
        let path = RelPath::new(&below.to_string_lossy());
        if entry.file_type().is_file() && FileKind::of(path.as_str()).is_some() {
            let text = fs::read_to_string(entry.path()).expect("testdata is UTF-8");
            texts.push((path, text.into()));
        }
    }
    texts
}

/// The folder whose programs properties are tried on instead of `testdata`: the value of
/// `PROGRAMS` in the environment.
pub(crate) fn outside() -> Option<PathBuf> {
    std::env::var_os("PROGRAMS").map(PathBuf::from)
}

/// The texts of a program of others, as the command line reads them.
pub(crate) fn texts_of_others(folder: &Path) -> Vec<(RelPath, Arc<str>)> {
    let mut found = discover::discover(&[folder.to_path_buf()], folder).expect("it is there");
    let mut workspace = Workspace::new(Some(1));
    let mut texts: Vec<_> = std::mem::take(&mut found.texts).into_iter().collect();
    let mut new = texts.clone();
    while !new.is_empty() {
        workspace.set_all(new);
        new = found.read_wanted(workspace.wanted());
        texts.extend(new.iter().cloned());
    }
    texts
}

/// The program in `folder`, as the command line reads it: of packages, what is imported.
pub(crate) fn load(folder: &Path) -> Workspace {
    let mut workspace = Workspace::new(Some(1));
    let is_own = |path: &RelPath| !path.as_str().split('/').any(|part| part == "node_modules");
    workspace.set_all(texts(folder).into_iter().filter(|(path, _)| is_own(path)));
    let bounds = Bounds::of(folder).expect("the case is there");
    let mut tried = BTreeSet::new();
    loop {
        let wanted = workspace.wanted().into_iter().filter(|path| tried.insert(path.clone()));
        let text = |path| Some((discover::read(&bounds, &path)?.ok()?, path));
        let texts: Vec<_> = wanted.filter_map(text).map(|(text, path)| (path, text)).collect();
        if texts.is_empty() {
            return workspace;
        }
        workspace.set_all(texts);
    }
}

/// What the `consentlint.toml` of the program `name` says.
pub(crate) fn settings(text: &str, name: &str) -> Settings {
    let rules: Vec<&str> = catalog::pages().map(|page| page.id.0).collect();
    config::parse(text, &rules).expect(name).0
}

/// The settings of the case in `folder`: those of its `consentlint.toml`, and the wallets in its
/// file `profile`, one a line.
pub(crate) fn config(folder: &Path) -> Config {
    let profiles = fs::read_to_string(folder.join("profile")).unwrap_or_default();
    let profiles = profiles.lines().map(str::trim).filter(|line| !line.is_empty());
    let text = fs::read_to_string(folder.join("consentlint.toml")).unwrap_or_default();
    let verbose = folder.parent().is_some_and(|rule| rule.ends_with("unresolved-reference"));
    let mut config =
        settings(&text, &folder.to_string_lossy()).config(&consentlint::source::Paths::default());
    config.profiles.extend(profiles.map(str::to_owned));
    Config { verbose, ..config }
}

/// The report as people see it, in English, without colours, 100 columns wide.
pub(crate) fn rendered(report: &Report, lang: Lang) -> String {
    let paths = Paths::default();
    let subject = Subject { report, skipped: &[], paths: &paths, lang };
    let look = human::Look { color: false, unicode: true, width: 100 };
    human::render(&subject, look) + &summary::line(&subject)
}

/// The file `golden` holds `text`; with `BLESS=1` it is made to.
pub(crate) fn assert_golden(golden: &Path, text: &str) {
    if std::env::var_os("BLESS").is_some() {
        fs::write(golden, text).expect("the golden file can be written");
        return;
    }
    let want = fs::read_to_string(golden).unwrap_or_default();
    assert!(
        want == text,
        "{} differs; `BLESS=1 cargo test` rewrites it\n--- want\n{want}\n--- have\n{text}",
        golden.display()
    );
}
