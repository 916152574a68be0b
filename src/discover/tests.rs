//! Whole folders on the disk, found and read.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{Discovered, NotChecked, discover, read};
use crate::source::RelPath;

const APP: &str = "{\"pages\": [\"pages/a/a\"]}";

/// A repository of files; a name that ends with `/` is a folder.
fn repository(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join(".git")).expect("a repository");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

fn checked(folder: &Path, paths: &[&str]) -> Discovered {
    let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
    discover(&paths, folder).expect("existing paths")
}

fn names(found: &Discovered) -> Vec<&str> {
    found.texts.keys().map(RelPath::as_str).collect()
}

fn shown(found: &Discovered) -> Vec<&str> {
    found.texts.keys().filter(|path| found.focus.shows(path)).map(RelPath::as_str).collect()
}

#[test]
fn only_what_a_program_is_made_of_is_read() {
    let folder = repository(&[
        (".gitignore", "dist\n*.min.js\n!keep.min.js\n"),
        ("app.json", APP),
        ("app.js", ""),
        ("pages/a/a.axml", ""),
        ("pages/a/a.json", "{}"),
        ("pages/a/a.acss", ""),
        ("pages/a/mock.json", "[]"),
        ("pages/a/types.d.ts", ""),
        ("lib/x.min.js", ""),
        ("lib/keep.min.js", ""),
        ("lib/.gitignore", "out/\n"),
        ("lib/out/x.js", ""),
        ("out/x.ts", ""),
        ("dist/app.json", APP),
        ("dist/app.js", ""),
        (".tea/app.json", APP),
        ("node_modules/x/index.js", ""),
        ("tsconfig.json", "{}"),
    ]);
    let program =
        ["app.js", "app.json", "lib/keep.min.js", "out/x.ts", "pages/a/a.axml", "pages/a/a.json"];
    assert_eq!(names(&checked(folder.path(), &[])), program);
    assert_eq!(names(&checked(folder.path(), &["app.js", "."])), program);
    for (named, want) in [
        ("dist", &["dist/app.js", "dist/app.json"][..]),
        ("lib/out", &["lib/out/x.js"]),
        ("lib/x.min.js", &["lib/x.min.js"]),
        ("node_modules/x", &["node_modules/x/index.js"]),
    ] {
        assert_eq!(shown(&checked(folder.path(), &[named])), want, "{named}");
    }
}

#[test]
fn a_program_keeps_the_manifest_that_git_tracks_all_the_same() {
    let folder = repository(&[
        (".gitignore", "client/app.json\nserver/app.json\nbuilt/*\n"),
        ("client/app.json", APP),
        ("client/app.js", ""),
        ("server/app.json", APP),
        ("built/app.json", APP),
        ("built/app.js", ""),
    ]);
    assert_eq!(names(&checked(folder.path(), &[])), ["client/app.js", "client/app.json"]);
}

#[test]
fn a_part_is_shown_of_the_whole_that_is_analysed() {
    let folder = repository(&[
        ("mini.project.json", "{\"miniprogramRoot\": \"client\"}"),
        ("client/app.json", APP),
        ("client/pages/a/a.js", ""),
        ("client/pages/b/b.js", ""),
        ("components/c/c.js", ""),
        ("components/d/d.js", ""),
        ("other/app.json", "{\"expo\": {}}"),
        ("other/x.js", ""),
    ]);
    for (paths, read, seen) in [
        (&["client/pages/a/a.js"][..], 4, &["client/pages/a/a.js"][..]),
        (&["client/pages/a"], 4, &["client/pages/a/a.js"]),
        (
            &["client/pages/a", "client/pages/b/b.js"],
            4,
            &["client/pages/a/a.js", "client/pages/b/b.js"],
        ),
        (
            &["client/pages/a", "components"],
            8,
            &["client/pages/a/a.js", "components/c/c.js", "components/d/d.js"],
        ),
        (
            &["client", "components/c"],
            8,
            &["client/app.json", "client/pages/a/a.js", "client/pages/b/b.js", "components/c/c.js"],
        ),
        (&["components/c/c.js"], 8, &["components/c/c.js"]),
        (
            &["client"],
            4,
            &["client/app.json", "client/pages/a/a.js", "client/pages/b/b.js", "mini.project.json"],
        ),
    ] {
        let found = checked(folder.path(), paths);
        assert_eq!((names(&found).len(), shown(&found).as_slice()), (read, seen), "{paths:?}");
    }
}

#[test]
fn paths_are_told_from_the_repository() {
    let folder = repository(&[("a/app.json", APP), ("b/x.js", ""), ("b/sub/y.js", "")]);
    let base = folder.path().canonicalize().expect("a folder");
    for (working, paths) in [(".", &["a"][..]), ("a", &[]), ("b", &["../a/app.json"])] {
        let found = checked(&folder.path().join(working), paths);
        assert_eq!(
            (&found.base, names(&found)),
            (&base, vec!["a/app.json"]),
            "{working} {paths:?}"
        );
    }
    fs::remove_dir(folder.path().join(".git")).expect("a folder");
    let found = checked(folder.path(), &["b/x.js"]);
    assert_eq!((found.base, names(&checked(folder.path(), &["b/x.js"]))), (base, vec!["b/x.js"]));
}

#[test]
fn what_is_not_read_is_told() {
    let folder = repository(&[("app.json", APP), ("bad.js", "\u{fffd}")]);
    let at = |name: &str| folder.path().join(name);
    fs::write(at("wide.js"), [0xff, 0xfe, b'a', 0]).expect("a file");
    fs::write(at("bad.js"), [b'a', 0xff, b'b']).expect("a file");
    fs::write(at("large.js"), vec![b' '; (16 << 20) + 1]).expect("a file");
    let found = checked(folder.path(), &[]);
    let told: Vec<_> = found.not_checked.iter().map(|(path, why)| (path.as_str(), *why)).collect();
    assert_eq!(told, [("large.js", NotChecked::TooLarge), ("wide.js", NotChecked::Encoding)]);
    assert_eq!(found.texts.get(&RelPath::new("bad.js")).map(|text| &**text), Some("a\u{fffd}b"));
    let mut found = found;
    let wanted = ["app.json", "wide.js", "none.js", "node_modules/x.js"];
    let wanted = wanted.map(RelPath::new).to_vec();
    assert_eq!(found.read_wanted(wanted.clone()).len(), 1);
    assert_eq!((found.read_wanted(wanted).len(), found.not_checked.len()), (0, 2));
    let error = discover(&[PathBuf::from("missing")], folder.path()).expect_err("no such path");
    assert_eq!(error.to_string(), "no such file or folder: `missing`");
}

#[cfg(unix)]
#[test]
fn links_are_read_under_the_name_the_program_uses() {
    use std::os::unix::fs::symlink;

    let outside = repository(&[("secret.js", "")]);
    let folder = repository(&[("app.json", APP), ("lib/x.js", "x")]);
    let link = |to: &Path, name: &str| symlink(to, folder.path().join(name)).expect("a link");
    link(&folder.path().join("lib"), "linked");
    link(folder.path(), "lib/loop");
    link(outside.path(), "away");
    link(&outside.path().join("secret.js"), "secret.js");
    link(Path::new("nowhere.js"), "broken.js");
    let found = checked(folder.path(), &[]);
    assert_eq!(names(&found), ["app.json", "lib/x.js"]);
    let told: Vec<_> = found.not_checked.iter().map(|(path, why)| (path.as_str(), *why)).collect();
    let out = |name| (name, NotChecked::LeadsOut);
    assert_eq!(told, [out("away"), out("broken.js"), out("secret.js")]);
    for (path, want) in [
        ("linked/x.js", Some(Ok("x"))),
        ("lib/loop/lib/x.js", Some(Ok("x"))),
        ("away/secret.js", Some(Err(NotChecked::LeadsOut))),
        ("lib", None),
        ("lib/none.js", None),
    ] {
        let text = read(&found.bounds, &RelPath::new(path));
        assert_eq!(text.as_ref().map(|text| text.as_deref().map_err(|why| *why)), want, "{path}");
    }
}

#[cfg(unix)]
#[test]
fn links_lead_no_further_than_what_is_checked() {
    use std::os::unix::fs::symlink;

    let home = tempfile::tempdir().expect("a folder");
    for path in ["secret/s.axml", "shop/pages/a/a.js", "shop/app.json", "shared/x.js"] {
        let file = home.path().join(path);
        fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
        fs::write(file, if path.ends_with(".json") { APP } else { "" }).expect("a file");
    }
    let link = home.path().join("shop/pages/a/a.axml");
    symlink(home.path().join("secret/s.axml"), link).expect("a link");
    // Where the user stands makes no difference.
    for (working, path) in [("", "shop"), ("shop", "."), ("shop/pages", "a")] {
        let found = checked(&home.path().join(working), &[path]);
        let told: Vec<_> =
            found.not_checked.iter().map(|(path, why)| (path.file_name(), *why)).collect();
        assert_eq!(told, [("a.axml", NotChecked::LeadsOut)], "{working}/{path}");
    }
    // What is imported by its own path is no link.
    let shared = RelPath::new("shared/x.js");
    let found = checked(home.path(), &["shop"]);
    assert!(matches!(read(&found.bounds, &shared), Some(Ok(_))));
    // A link within all that is checked is followed.
    assert!(checked(home.path(), &[]).not_checked.is_empty());
}
