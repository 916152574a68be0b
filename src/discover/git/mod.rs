//! What git knows of the files: which of them changed, and their staged texts.
//!
//! Only commands that read the index and objects are run, and none that would run a program of
//! the repository: no hooks, filters, drivers of diffs, monitors of files or remote helpers.

mod child;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::source::{FileKind, RelPath};

/// Settings that keep git from running what a repository names.
const HARMLESS: [&str; 10] = [
    "--no-pager",
    "--literal-pathspecs",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "protocol.allow=never",
    "-c",
    "core.quotePath=false",
];

/// How long git may be silent.
const PATIENCE: Duration = Duration::from_secs(120);

/// Why git could not be asked.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    /// There is no repository around what is checked.
    #[error("`{}` is not in a git repository", .0.display())]
    NoRepository(std::path::PathBuf),
    /// There is no such program.
    #[error("cannot run git: {0}")]
    NoGit(std::io::Error),
    /// The configuration of the repository cannot be made harmless.
    #[error("the git configuration here names filters in no readable way")]
    Filters,
    /// A name that stands for no commit.
    #[error("there is no commit `{0}` here; in a shallow clone it has to be fetched first")]
    NoCommit(String),
    /// It does not end: a repository may have pipes where git expects files.
    #[error("git did not answer for two minutes")]
    Silent,
    /// What git says.
    #[error("git says: {0}")]
    Failed(String),
}

/// The commit that is being made.
#[derive(Clone, Debug)]
pub(super) struct Index {
    /// The files that are not as in the last commit.
    pub(super) changed: BTreeSet<RelPath>,
    /// The objects of the files.
    pub(super) objects: BTreeMap<RelPath, String>,
    /// Files and folders that are neither in the index nor ignored.
    pub(super) untracked: BTreeSet<RelPath>,
}

/// A repository by its root.
pub(super) struct Repository<'a> {
    root: &'a Path,
}

impl<'a> Repository<'a> {
    /// The repository whose root is `base`.
    pub(super) fn at(base: &'a Path) -> Result<Self, GitError> {
        let repository = Self { root: base };
        let no = || GitError::NoRepository(base.to_path_buf());
        if !base.join(".git").exists() {
            return Err(no());
        }
        match repository.run(&["rev-parse", "--is-inside-work-tree", "--show-cdup"], None) {
            Ok(out) if out == b"true\n\n" => Ok(repository),
            Ok(_) => Err(no()),
            Err(error) => Err(error),
        }
    }

    /// The index and how it differs from the last commit; before the first one in all files.
    pub(super) fn index(&self) -> Result<Index, GitError> {
        let listed = self.run(&["ls-files", "--stage", "-z", "--full-name"], None)?;
        let objects: BTreeMap<RelPath, String> = entries(&listed).filter_map(staged).collect();
        let changed = match self.commit("HEAD") {
            Ok(head) => {
                let args = ["diff-index", "--cached", "--name-only", "-z", "--no-renames"];
                let diff = ["--no-ext-diff", "--ignore-submodules=all", "--diff-filter=d"];
                let args = [&args[..], &diff, &[&head, "--"]].concat();
                paths(&self.run(&args, None)?)
            }
            Err(_) => objects.keys().cloned().collect(),
        };
        Ok(Index { changed, objects, untracked: self.untracked()? })
    }

    /// The files that differ between the working tree and where it left `reference`, and files
    /// that are new; `text` gives what is in the working tree.
    pub(super) fn since(
        &self,
        reference: &str,
        text: impl Fn(&RelPath) -> Option<Vec<u8>>,
    ) -> Result<BTreeSet<RelPath>, GitError> {
        let commit = self.commit(reference)?;
        let base = self.run(&["merge-base", &commit, "HEAD"], None);
        let base = base.map(|out| line(&out)).unwrap_or(commit);
        let args = ["diff-index", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff"];
        let args =
            [&args[..], &["--ignore-submodules=all", "--diff-filter=d", &base, "--"]].concat();
        let raw = self.run_without(&self.filters()?, &args, None)?;
        let mut changed = self.untracked()?;
        // Where git has only compared times, the new object is not named and texts decide.
        let mut unsure = BTreeMap::new();
        let fields: Vec<&[u8]> = entries(&raw).collect();
        for pair in fields.chunks_exact(2) {
            let (Some(path), Ok(head)) = (path(pair[1]), std::str::from_utf8(pair[0])) else {
                continue;
            };
            let mut words = head.split(' ').skip(2);
            match (words.next(), words.next()) {
                (Some(old), Some(new)) if is_null(new) && !is_null(old) => {
                    unsure.insert(path, old.to_owned());
                }
                _ => drop(changed.insert(path)),
            }
        }
        unsure.retain(|path, _| FileKind::of(path.as_str()).is_some());
        let old = self.texts(unsure.iter())?;
        changed.extend(unsure.into_keys().filter(|path| {
            let lines = |bytes: &[u8]| bytes.iter().copied().filter(|it| *it != b'\r').collect();
            let new: Option<Vec<u8>> = text(path).as_deref().map(lines);
            old.get(path).map(|old| lines(old)) != new
        }));
        Ok(changed)
    }

    /// What the objects hold.
    pub(super) fn texts<'p>(
        &self,
        objects: impl Iterator<Item = (&'p RelPath, &'p String)>,
    ) -> Result<BTreeMap<RelPath, Vec<u8>>, GitError> {
        let objects: Vec<_> = objects.collect();
        let names: String = objects.iter().map(|(_, object)| format!("{object}\n")).collect();
        let out = self.run(&["cat-file", "--batch"], Some(names.into_bytes()))?;
        let mut texts = BTreeMap::new();
        let mut rest = out.as_slice();
        for (path, object) in objects {
            let Some((head, body)) = split(rest, b'\n') else { break };
            let size =
                std::str::from_utf8(head).ok().and_then(|it| it.rsplit(' ').next()?.parse().ok());
            rest = body;
            let Some(size) = size.filter(|_| head.starts_with(object.as_bytes())) else { continue };
            let Some((text, after)) = body.split_at_checked(size) else { break };
            rest = after.strip_prefix(b"\n").unwrap_or(after);
            texts.insert(path.clone(), text.to_vec());
        }
        Ok(texts)
    }

    fn untracked(&self) -> Result<BTreeSet<RelPath>, GitError> {
        let args = ["ls-files", "--others", "--exclude-standard", "-z", "--full-name"];
        Ok(paths(&self.run(&args, None)?))
    }

    /// The object of the commit that `reference` stands for.
    fn commit(&self, reference: &str) -> Result<String, GitError> {
        let name = format!("{reference}^{{commit}}");
        let args = ["rev-parse", "--verify", "--quiet", "--end-of-options", &name];
        let found = self.run(&args, None).map(|out| line(&out));
        found.ok().filter(|it| !it.is_empty()).ok_or(GitError::NoCommit(reference.to_owned()))
    }

    /// The settings of filters, which git runs where it compares a file of the working tree.
    fn filters(&self) -> Result<Vec<String>, GitError> {
        let args = ["config", "--name-only", "-z", "--get-regexp", "^filter\\."];
        // Where there are none, git fails.
        let keys = self.run(&args, None).unwrap_or_default();
        let key = |key: &[u8]| String::from_utf8(key.to_vec()).map_err(|_| GitError::Filters);
        entries(&keys).map(key).collect()
    }

    fn run(&self, args: &[&str], input: Option<Vec<u8>>) -> Result<Vec<u8>, GitError> {
        self.run_without(&[], args, input)
    }

    /// What git writes where the settings `unset` are empty. They are handed over by the
    /// environment, because a name may hold any character.
    fn run_without(
        &self,
        unset: &[String],
        args: &[&str],
        input: Option<Vec<u8>>,
    ) -> Result<Vec<u8>, GitError> {
        let mut command = Command::new("git");
        command.current_dir(self.root).args(HARMLESS).args(args);
        let known = std::env::var("GIT_CONFIG_COUNT").ok();
        let first = known.and_then(|count| count.parse::<usize>().ok()).unwrap_or(0);
        for (at, key) in unset.iter().enumerate() {
            command.env(format!("GIT_CONFIG_KEY_{}", first + at), key);
            command.env(format!("GIT_CONFIG_VALUE_{}", first + at), "");
        }
        if !unset.is_empty() {
            command.env("GIT_CONFIG_COUNT", (first + unset.len()).to_string());
        }
        command.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1");
        command.env("GIT_ALLOW_PROTOCOL", "");
        command.env("GIT_TERMINAL_PROMPT", "0").env_remove("GIT_EXTERNAL_DIFF").env("LC_ALL", "C");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = command.spawn().map_err(GitError::NoGit)?;
        let output = child::output(child, input.unwrap_or_default(), PATIENCE);
        let output = output.map_err(GitError::NoGit)?.ok_or(GitError::Silent)?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        let said = String::from_utf8_lossy(&output.stderr);
        Err(GitError::Failed(said.lines().next().unwrap_or("nothing").to_owned()))
    }
}

/// An entry of the index that is a file without a conflict: `mode object stage<TAB>path`.
fn staged(entry: &[u8]) -> Option<(RelPath, String)> {
    let (head, name) = split(entry, b'\t')?;
    let mut words = std::str::from_utf8(head).ok()?.split(' ');
    let (mode, object, stage) = (words.next()?, words.next()?, words.next()?);
    let path = path(name)?;
    let is_file = mode.starts_with("100") && stage == "0";
    (is_file && FileKind::of(path.as_str()).is_some()).then(|| (path, object.to_owned()))
}

fn is_null(object: &str) -> bool {
    object.bytes().all(|byte| byte == b'0')
}

/// The texts between zero bytes.
fn entries(out: &[u8]) -> impl Iterator<Item = &[u8]> {
    out.split(|byte| *byte == 0).filter(|entry| !entry.is_empty())
}

fn paths(out: &[u8]) -> BTreeSet<RelPath> {
    entries(out).filter_map(path).collect()
}

/// A path as git writes it, if it is portable text.
fn path(name: &[u8]) -> Option<RelPath> {
    let name = std::str::from_utf8(name).ok()?;
    (!name.contains('\\')).then(|| RelPath::new(name))
}

fn line(out: &[u8]) -> String {
    String::from_utf8_lossy(out).lines().next().unwrap_or("").to_owned()
}

fn split(bytes: &[u8], at: u8) -> Option<(&[u8], &[u8])> {
    let mut parts = bytes.splitn(2, |byte| *byte == at);
    Some((parts.next()?, parts.next()?))
}
