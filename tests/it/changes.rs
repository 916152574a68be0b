//! `--staged` and `--since`: what git says has changed.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::interfaces::{CLEAN, PROGRAM, TEMPLATE, run};

const PAGE: &str = "pages/index/index.axml";
const ONLY: [&str; 5] = ["check", "--format", "concise", "--only", "missing-on-error"];

fn git(folder: &Path, args: &[&str]) {
    let mut command = Command::new("git");
    for name in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"] {
        command.env_remove(name);
    }
    let who = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"];
    let output = command.current_dir(folder).args(who).args(args).output().expect("git runs");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn write(folder: &TempDir, path: &str, text: &str) {
    let path = folder.path().join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(path, text).expect("written");
}

/// A repository with a clean program in one commit.
fn repository() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    git(folder.path(), &["init", "--quiet", "--initial-branch=main"]);
    for (path, text) in PROGRAM {
        write(&folder, path, text);
    }
    write(&folder, PAGE, CLEAN);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "--message=one"]);
    folder
}

/// The files with findings, and the exit code.
fn found(folder: &Path, args: &[&str]) -> (Vec<String>, Option<i32>) {
    let run = run(folder, &[&ONLY[..], args].concat());
    assert!(run.code != Some(2), "{args:?}: {}", run.err);
    let names = run.out.lines().filter_map(|line| line.split(':').next());
    (names.map(str::to_owned).collect(), run.code)
}

fn none() -> (Vec<String>, Option<i32>) {
    (Vec::new(), Some(0))
}

fn one(path: &str) -> (Vec<String>, Option<i32>) {
    (vec![path.to_owned()], Some(1))
}

#[test]
fn a_fix_that_is_not_staged_stops_the_commit() {
    let folder = repository();
    write(&folder, PAGE, "<switch checked='true'/>\n");
    git(folder.path(), &["add", "."]);
    let fixed = run(folder.path(), &["check", "--staged", "--fix"]);
    assert_eq!(fixed.code, Some(1), "{}", fixed.err);
    assert!(fixed.err.contains("not staged yet"), "{}", fixed.err);
    git(folder.path(), &["add", "."]);
    let again = run(folder.path(), &["check", "--staged", "--fix"]);
    assert_eq!(again.code, Some(0), "{}", again.err);
    assert!(!again.err.contains("staged"), "{}", again.err);
}

#[test]
fn what_is_staged_counts_and_not_what_stands_there() {
    let folder = repository();
    let path = folder.path();
    let note = run(path, &["check", "--staged"]);
    assert_eq!(note.code, Some(0));
    assert!(note.err.contains("nothing to check: no template, script or manifest is staged"));

    write(&folder, PAGE, TEMPLATE);
    assert_eq!(found(path, &["--staged"]), none());
    git(path, &["add", "."]);
    write(&folder, PAGE, CLEAN);
    assert_eq!(found(path, &["--staged"]), one(PAGE));
    assert_eq!(found(path, &[]), none());
    fs::remove_file(path.join(PAGE)).expect("removed");
    assert_eq!(found(path, &["--staged"]), one(PAGE));
    assert_eq!(found(&path.join("pages"), &["--staged"]), one("index/index.axml"));
    assert_eq!(found(path, &["--staged", "pages/index/index.js"]), none());
    git(path, &["commit", "--quiet", "--message=two"]);
    assert_eq!(found(path, &["--staged"]), none());
}

#[test]
fn files_are_new_renamed_and_deleted() {
    let folder = repository();
    let path = folder.path();
    write(&folder, PAGE, TEMPLATE);
    git(path, &["commit", "--quiet", "--all", "--message=two"]);
    write(&folder, "app.json", "{\"pages\":[\"pages/página nueva/a\"]}");
    git(path, &["add", "."]);
    assert_eq!(found(path, &["--staged"]), none());
    for ending in ["axml", "js"] {
        let (old, new) =
            (format!("pages/index/index.{ending}"), format!("pages/página nueva/a.{ending}"));
        fs::create_dir_all(path.join("pages/página nueva")).expect("made");
        git(path, &["mv", &old, &new]);
    }
    assert_eq!(found(path, &["--staged"]), one("pages/página nueva/a.axml"));
    assert_eq!(found(path, &["--since", "HEAD"]), one("pages/página nueva/a.axml"));
    git(path, &["rm", "--quiet", "-r", "--cached", "pages"]);
    assert_eq!(found(path, &["--staged"]), none());
}

#[test]
fn before_the_first_commit_everything_is_new() {
    let folder = TempDir::new().expect("a folder");
    git(folder.path(), &["init", "--quiet"]);
    for (path, text) in PROGRAM {
        write(&folder, path, text);
    }
    assert_eq!(found(folder.path(), &["--staged"]), none());
    git(folder.path(), &["add", "."]);
    assert_eq!(found(folder.path(), &["--staged"]), one(PAGE));
}

#[test]
fn only_what_changed_since_a_commit_is_shown() {
    let folder = repository();
    let path = folder.path();
    write(&folder, "app.json", "{\"pages\":[\"pages/index/index\",\"pages/two/two\"]}");
    write(&folder, "pages/two/two.js", PROGRAM[1].1);
    write(&folder, "pages/two/two.axml", TEMPLATE);
    git(path, &["add", "."]);
    git(path, &["commit", "--quiet", "--message=two"]);
    git(path, &["switch", "--quiet", "--create=topic"]);
    assert_eq!(found(path, &[]), one("pages/two/two.axml"));
    assert_eq!(found(path, &["--since", "HEAD~1"]), one("pages/two/two.axml"));
    assert_eq!(found(path, &["--since", "main"]), none());
    let note = run(path, &["check", "--since", "main"]).err;
    assert!(note.contains("no template, script or manifest changed since `main`"), "{note}");

    // Touched, but as it was.
    write(&folder, "pages/two/two.axml", &TEMPLATE.replace('\n', "\r\n"));
    assert_eq!(found(path, &["--since", "main"]), none());
    write(&folder, PAGE, TEMPLATE);
    assert_eq!(found(path, &["--since", "main"]), one(PAGE));
    git(path, &["commit", "--quiet", "--all", "--message=three"]);
    git(path, &["switch", "--quiet", "main"]);
    write(&folder, "pages/two/two.axml", CLEAN);
    git(path, &["commit", "--quiet", "--all", "--message=four"]);
    git(path, &["switch", "--quiet", "topic"]);
    // What main did meanwhile is not this branch's.
    assert_eq!(found(path, &["--since", "main"]).0.first().map(String::as_str), Some(PAGE));
    write(&folder, "pages/new/new.axml", TEMPLATE);
    write(&folder, "pages/new/new.js", PROGRAM[1].1);
    write(&folder, "pages/new/new.json", "{\"component\":true}");
    assert!(found(path, &["--since", "HEAD"]).0.contains(&"pages/new/new.axml".to_owned()));
}

#[test]
fn git_runs_nothing_of_the_repository() {
    let folder = repository();
    let path = folder.path();
    let program = "touch ran; cat";
    for key in [
        "filter.x.clean",
        "filter.a=b.clean",
        "filter.x.smudge",
        "diff.x.textconv",
        "diff.x.command",
        "core.fsmonitor",
        "diff.external",
        "core.pager",
        "pager.ls-files",
        "pager.diff-index",
        "core.sshCommand",
        "core.gitProxy",
        "core.askPass",
        "core.alternateRefsCommand",
        "credential.helper",
        "gpg.program",
    ] {
        git(path, &["config", key, program]);
    }
    for key in ["alias.ls-files", "alias.rev-parse", "alias.cat-file"] {
        git(path, &["config", key, "!touch ran"]);
    }
    write(&folder, ".gitattributes", "* filter=x diff=x\n*.axml filter=a=b\n");
    let hook = path.join(".git/hooks/post-index-change");
    fs::write(&hook, "#!/bin/sh\ntouch ran\n").expect("written");
    fs::write(path.join(PAGE), TEMPLATE).expect("written");
    for args in [&["check", "--staged"][..], &["check", "--since", "HEAD"]] {
        run(path, args);
        assert!(!path.join("ran").exists(), "{args:?}");
    }
}

/// A remote that is a program, asked for an object that the repository says to have there.
#[test]
fn git_fetches_nothing() {
    let folder = repository();
    let path = folder.path();
    let url = format!("ext::touch {}", path.join("ran").display());
    for (key, value) in [
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", url.as_str()),
        ("protocol.ext.allow", "always"),
    ] {
        git(path, &["config", key, value]);
    }
    write(&folder, PAGE, TEMPLATE);
    git(path, &["add", "."]);
    for folder in fs::read_dir(path.join(".git/objects")).expect("a folder").flatten() {
        fs::remove_dir_all(folder.path()).expect("the objects go");
    }
    for args in [&["check", "--staged"][..], &["check", "--since", "HEAD"]] {
        run(path, args);
        assert!(!path.join("ran").exists(), "{args:?}");
    }
}

#[test]
fn mistakes_are_told() {
    let folder = repository();
    let bare = TempDir::new().expect("a folder");
    let hollow = TempDir::new().expect("a folder");
    fs::create_dir(hollow.path().join(".git")).expect("made");
    for (at, args, want) in [
        (
            folder.path(),
            &["check", "--since", "gone"][..],
            "error: there is no commit `gone` here; in a shallow clone it has to be fetched first\n",
        ),
        (
            folder.path(),
            &["check", "--since", "--output=x"],
            "unexpected argument '--output' found",
        ),
        (folder.path(), &["check", "--since=--output=x"], "there is no commit `--output=x` here"),
        (bare.path(), &["check", "--staged"], "is not in a git repository\n"),
        (bare.path(), &["check", "--since", "main"], "is not in a git repository\n"),
        (hollow.path(), &["check", "--staged"], "not a git repository"),
        (folder.path(), &["check", "--staged", "--since", "main"], "cannot be used with"),
        (folder.path(), &["check", "--staged", "--write-baseline"], "cannot be used with"),
        (folder.path(), &["check", "--staged", "--stdin-path", PAGE], "cannot be used with"),
    ] {
        let run = run(at, args);
        assert!(
            run.code == Some(2) && run.err.contains(want),
            "{args:?}: {:?} {}",
            run.code,
            run.err
        );
        assert!(!at.join("x").exists());
    }
}
