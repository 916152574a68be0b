//! A hostile disk: links, pipes, names and bytes.

#![cfg(unix)]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::interfaces::{PROGRAM, Run, command, folder, run};

/// A name of a file may be anything but a `/`.
const NAMES: &[&[u8]] = &[
    b"new\nline.js",
    b"\x1b[31mred.js",
    b"\x1b]0;title\x07.axml",
    "\u{202e}sj.js".as_bytes(),
    "\u{9b}31m.js".as_bytes(),
    b"\xff\xfe.js",
    b"::error::x.js",
    b"a\rb.js",
    b"quote\"<b>&.js",
];

/// A faulty script that tries to speak to the terminal.
const SCRIPT: &str = "f(; '\u{1b}[31m\u{1b}]0;x\u{7}\u{9b}2J\u{202e}'\n";

fn pipe(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status().expect("mkfifo runs");
    assert!(made.success());
}

/// A program with all that is hostile in it, and the folder outside that it leads to.
fn program() -> (TempDir, TempDir) {
    let (program, outside) = (folder(PROGRAM), folder(&[("secret.js", "leaked(\n")]));
    let (root, away) = (program.path(), outside.path());
    for name in NAMES {
        fs::write(root.join(OsStr::from_bytes(name)), SCRIPT).expect("written");
    }
    for (target, name) in [
        (root, "pages/loop"),
        (away, "away"),
        (&away.join("secret.js"), "secret.js"),
        (Path::new("/dev/zero"), "zero.js"),
        (Path::new("self.js"), "self.js"),
        (Path::new("ping.axml"), "pong.axml"),
        (Path::new("pong.axml"), "ping.axml"),
    ] {
        symlink(target, root.join(name)).expect("a link");
    }
    fs::create_dir(root.join("node_modules")).expect("a folder");
    symlink("..", root.join("node_modules/self")).expect("a link");
    symlink(away, root.join("node_modules/away")).expect("a link");
    fs::write(root.join("app.js"), "import 'self/node_modules/self/app';import 'away/secret.js';")
        .expect("written");
    drop(UnixListener::bind(root.join("socket.js")).expect("a socket"));
    pipe(&root.join("pipe.js"));
    pipe(&root.join("pages/index/index.json"));
    fs::create_dir(root.join("closed")).expect("a folder");
    fs::write(root.join("closed/x.js"), SCRIPT).expect("written");
    fs::set_permissions(root.join("closed"), fs::Permissions::from_mode(0o000)).expect("closed");
    (program, outside)
}

fn open(program: &TempDir) {
    let open = fs::Permissions::from_mode(0o700);
    fs::set_permissions(program.path().join("closed"), open).expect("opened");
}

#[test]
fn a_hostile_disk_is_checked_and_speaks_to_nobody() {
    let (program, _outside) = program();
    for format in
        ["human", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "html"]
    {
        let run = run(program.path(), &["check", "--verbose", "--format", format]);
        assert_eq!(run.code, Some(1), "{format}: {}", run.err);
        assert!(run.out.contains("missing-on-error"), "{format}: the rest is not checked");
        assert!(!run.out.contains("leaked"), "{format}: what lies outside is read");
        for text in [&run.out, &run.err] {
            let is_hostile = |it: &char| {
                (it.is_control() && *it != '\n') || matches!(it, '\u{202a}'..='\u{202e}')
            };
            assert_eq!(text.chars().find(is_hostile), None, "{format}: {text:?}");
        }
        for told in [
            "pipe.js: neither",
            "socket.js: neither",
            "zero.js: a link",
            "node_modules/away/secret.js: a link",
            "self.js: a link",
        ] {
            assert!(run.err.contains(told), "{format}: {told}: {}", run.err);
        }
    }
    open(&program);
}

/// The binary as somebody who may not read and write everything; `None` where that is
/// impossible.
fn run_as_nobody(folder: &Path, args: &[&str]) -> Option<Run> {
    let mut command = command(folder, args);
    if fs::read_dir(folder.join("closed")).is_ok() {
        command.uid(65534).gid(65534);
    }
    match command.output() {
        Ok(output) => Some(output.into()),
        Err(error) => {
            eprintln!("skipped: the binary does not run as another user: {error}");
            None
        }
    }
}

#[test]
fn what_cannot_be_read_or_written_is_told() {
    let mode = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a mode");
    };
    let template = "<view hidden=\"false\"/>\n";
    let files = [("x.js", "f(;"), ("closed/y.js", "f(;"), ("pages/a/a.axml", template)];
    let program = folder(&[PROGRAM, &files].concat());
    let at = |path: &str| program.path().join(path);
    for (path, bits) in [("", 0o755), ("x.js", 0o000), ("closed", 0o000), ("pages/a", 0o555)] {
        mode(&at(path), bits);
    }
    let args = ["check", "--verbose", "--fix", "--format", "concise"];
    if let Some(run) = run_as_nobody(program.path(), &args) {
        assert!(run.out.contains("missing-on-error"), "{} {}", run.out, run.err);
        for told in ["not checked: closed: cannot be read", "not checked: x.js: cannot be read"] {
            assert!(run.err.contains(told), "{told}: {}", run.err);
        }
        assert_eq!(fs::read_to_string(at("pages/a/a.axml")).expect("readable"), template);
        assert_eq!(fs::read_dir(at("pages/a")).expect("a folder").count(), 1);
    }
    ["closed", "pages/a"].iter().for_each(|path| mode(&at(path), 0o755));
}

#[test]
fn manifests_that_are_no_files_end() {
    for name in ["app.json", "plugin.json", "mini.project.json", "consentlint.toml", ".gitignore"] {
        for is_pipe in [true, false] {
            let program = folder(&[("pages/a.js", "f(;")]);
            let path = program.path().join(name);
            if is_pipe {
                pipe(&path);
            } else {
                symlink("/dev/zero", &path).expect("a link");
            }
            let run = run(program.path(), &["check", "--format", "concise", "pages"]);
            assert!(
                run.out.contains("pages/a.js:1:3: error[syntax-error]"),
                "{name}: {} {}",
                run.out,
                run.err
            );
        }
    }
}

#[test]
fn fixes_stay_in_the_program() {
    let template = "<view hidden=\"false\"/>\n";
    let outside = folder(&[("a.axml", template), ("b.axml", template)]);
    let program = folder(&[
        ("app.json", r#"{"pages": ["pages/a/a", "pages/b/b", "away/b", "pages/c/c"]}"#),
        ("pages/a/a.js", "Page({})"),
        ("pages/b/b.js", "Page({})"),
        ("pages/c/c.js", "Page({})"),
        ("pages/c/c.axml", template),
    ]);
    let at = |path: &str| program.path().join(path);
    symlink(outside.path().join("a.axml"), at("pages/a/a.axml")).expect("a link");
    symlink(outside.path(), at("away")).expect("a link");
    fs::hard_link(at("pages/c/c.axml"), at("kept")).expect("a hard link");
    let run = run(program.path(), &["check", "--fix", "--suggested"]);
    for name in ["a.axml", "b.axml"] {
        let text = fs::read_to_string(outside.path().join(name)).expect("readable");
        assert_eq!(text, template, "{name}: {}{}", run.out, run.err);
    }
    let fixed = fs::read_to_string(at("pages/c/c.axml")).expect("readable");
    assert!(fixed.contains("{{false}}"), "{fixed}");
}

#[test]
fn bytes_that_are_no_text_end() {
    let gbk = b"<button open-type=\"getAuthorize\" scope=\"userInfo\" onGetAuthorize=\"onOk\">\xca\xda\xc8\xa8</button>";
    let wide: Vec<u8> = "<view/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, is_checked) in [
        (gbk.to_vec(), true),
        (wide, false),
        (vec![0; 4096], false),
        (vec![0xff; 4096], false),
        (b"<view>\xff\xfe\x80</view>".to_vec(), false),
        ([b"<view a='\0\0'/>".as_slice(), gbk].concat(), true),
    ] {
        let program = folder(PROGRAM);
        fs::write(program.path().join("pages/index/index.axml"), &bytes).expect("written");
        let run = run(program.path(), &["check", "--format", "concise", "--fix", "--suggested"]);
        assert!(matches!(run.code, Some(0 | 1)), "{bytes:?}: {}", run.err);
        assert_eq!(run.out.contains("missing-on-error"), is_checked, "{bytes:?}: {}", run.out);
        let after = fs::read(program.path().join("pages/index/index.axml")).expect("readable");
        let is_text = std::str::from_utf8(&bytes).is_ok();
        assert!(is_text || after == bytes, "what is no UTF-8 was written");
    }
}

#[test]
fn a_panic_of_a_parser_prints_nothing() {
    let program = folder(&[PROGRAM, &[("app.js", "x = <a:b.c/>;\n")]].concat());
    let run = run(program.path(), &["check", "--format", "concise"]);
    assert!(run.out.contains("app.js:1:7: error[syntax-error]"), "{}", run.out);
    assert!(!run.err.contains("panic"), "{}", run.err);
}
