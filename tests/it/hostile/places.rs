//! Inputs that are hostile on the disk: sizes, bytes, links, folders, and files of settings.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::inputs::{BUTTON, PAGE};
use crate::interfaces::folder;

/// A program with a hostile file or folder.
pub(super) struct Place {
    pub(super) name: &'static str,
    /// What is hostile.
    pub(super) path: &'static str,
    /// Whether the rest of the program is checked; otherwise an error says why nothing is.
    pub(super) goes_on: bool,
    make: fn(&Path, usize),
}

const APP: &str = "app.json";
const AXML: &str = "pages/a/a.axml";
const JS: &str = "pages/a/a.js";
const JSON: &str = "pages/a/a.json";
const BASELINE: &str = "consentlint-baseline.json";
const CONFIG: &str = "consentlint.toml";

impl Place {
    /// The program, with about `n` parts of what is hostile in it, and the bytes of these.
    pub(super) fn program(&self, n: usize) -> (TempDir, u64) {
        let program = folder(&[
            (APP, "{\"pages\": [\"pages/a/a\", \"pages/b/b\"]}"),
            ("pages/b/b.axml", BUTTON),
            ("pages/b/b.js", PAGE),
            (AXML, BUTTON),
            (JS, PAGE),
        ]);
        (self.make)(program.path(), n);
        let size = fs::metadata(program.path().join(self.path)).map_or(0, |it| it.len());
        (program, size)
    }
}

/// Puts `text` into `path` of `program`.
fn put(program: &Path, path: &str, text: impl AsRef<[u8]>) {
    let path = program.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(path, text).expect("written");
}

pub(super) fn places() -> Vec<Place> {
    let rows = SIZES.iter().chain(BYTES).chain(FOLDERS).chain(SETTINGS);
    let place =
        |(name, path, goes_on, make): &Row| Place { name, path, goes_on: *goes_on, make: *make };
    rows.map(place).collect()
}

type Row = (&'static str, &'static str, bool, fn(&Path, usize));

const LARGE: usize = 50_000_000;
const ALLOWED: usize = 16 << 20;

const SIZES: &[Row] = &[
    ("50 MB of script in one line", JS, true, |at, _| put(at, JS, "f();".repeat(LARGE / 4))),
    ("50 MB of template in one line", AXML, true, |at, _| put(at, AXML, "<a/>".repeat(LARGE / 4))),
    ("50 MB of JSON in one line", JSON, true, |at, _| put(at, JSON, "[1,".repeat(LARGE / 3))),
    ("50 MB of `app.json`", APP, true, |at, _| {
        put(at, APP, format!("{{\"pages\": [\"{}\"]}}", "a".repeat(LARGE)));
    }),
    ("a terabyte that is not there", JS, true, |at, _| {
        let file = fs::File::create(at.join(JS)).expect("a file");
        // Not every disk has room for it.
        let _ = file.set_len(1 << 40);
    }),
    ("16 MiB of script", JS, true, |at, _| put(at, JS, "f();".repeat(ALLOWED / 4))),
    ("4 MiB of script", JS, true, |at, _| put(at, JS, "f();".repeat(ALLOWED / 16))),
    ("16 MiB of tags", AXML, true, |at, _| put(at, AXML, "<a/>".repeat(ALLOWED / 4))),
    ("4 MiB of open tags", AXML, true, |at, _| put(at, AXML, "<a>".repeat(ALLOWED / 12))),
    ("4 MiB of holes", AXML, true, |at, _| put(at, AXML, "{{a}}".repeat(ALLOWED / 20))),
    ("4 MiB of tags", AXML, true, |at, _| put(at, AXML, "<a/>".repeat(ALLOWED / 16))),
    ("16 MiB of JSON", JSON, true, |at, _| {
        put(at, JSON, format!("[{}1]", "1,".repeat(ALLOWED / 2 - 2)));
    }),
    ("16 MiB of open JSON", JSON, true, |at, _| put(at, JSON, "[".repeat(ALLOWED))),
];

const BYTES: &[Row] = &[
    ("NUL bytes", JS, true, |at, n| put(at, JS, vec![0; n])),
    ("bytes that are no UTF-8", JS, true, |at, n| {
        put(at, JS, [b"f('", &*vec![0xff; n], b"');"].concat());
    }),
    ("UTF-16 LE with a mark", AXML, true, |at, n| {
        let text = "\u{feff}<view/>".repeat(n / 8);
        put(at, AXML, text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    }),
    ("UTF-16 BE with a mark", AXML, true, |at, n| {
        let text = "\u{feff}<view/>".repeat(n / 8);
        put(at, AXML, text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>());
    }),
    ("UTF-16 without a mark", JS, true, |at, n| {
        let text = "f();".repeat(n / 4);
        put(at, JS, text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    }),
    ("GBK", AXML, true, |at, n| {
        put(at, AXML, [BUTTON.as_bytes(), &b"\xca\xda\xc8\xa8".repeat(n / 4)].concat());
    }),
];

const FOLDERS: &[Row] = &[
    ("files in one folder", "many", true, |at, n| {
        (0..n / 10).for_each(|i| put(at, &format!("many/f{i}.js"), "f();"));
    }),
    ("folders in folders", "deep", true, |at, n| {
        let deep = format!("deep{}", "/a".repeat((n / 10).min(1900)));
        put(at, &format!("{deep}/b.js"), "f();");
    }),
    #[cfg(unix)]
    ("links to folders around", "loops", true, |at, n| {
        fs::create_dir(at.join("loops")).expect("made");
        for i in 0..n / 100 {
            std::os::unix::fs::symlink("..", at.join(format!("loops/l{i}"))).expect("a link");
        }
    }),
    #[cfg(unix)]
    ("links to links", "links/l0.js", true, |at, n| {
        fs::create_dir(at.join("links")).expect("made");
        for i in 0..n / 100 {
            let next = format!("l{}.js", (i + 1) % (n / 100));
            std::os::unix::fs::symlink(next, at.join(format!("links/l{i}.js"))).expect("a link");
        }
    }),
    #[cfg(unix)]
    ("a link to a device", "zero.js", true, |at, _| {
        std::os::unix::fs::symlink("/dev/zero", at.join("zero.js")).expect("a link");
    }),
    ("`.gitignore`s in folders", "deep/.gitignore", true, |at, n| {
        let mut folder = "deep".to_owned();
        for i in 0..(n / 100).min(900) {
            put(at, &format!("{folder}/.gitignore"), "**/*a*a*a*b\n!*.c\n".repeat(50));
            put(at, &format!("{folder}/f{i}.js"), "f();");
            folder += "/aa";
        }
    }),
    ("a long `.gitignore`", ".gitignore", true, |at, n| {
        put(at, ".gitignore", "**/*a*a*a*a*a*a*a*b{c,d\n[a\n!x/**/y\n".repeat(n / 20));
        (0..n / 100).for_each(|i| put(at, &format!("many/{}{i}.js", "a".repeat(200)), "f();"));
    }),
];

const SETTINGS: &[Row] = &[
    ("globs that backtrack", CONFIG, true, |at, _| {
        let glob = format!("'{}',", "*a".repeat(190));
        put(at, CONFIG, format!("exclude = [{}]\n", glob.repeat(600)));
        (0..1000).for_each(|i| put(at, &format!("many/{}{i}.js", "a".repeat(200)), "f();"));
    }),
    ("globs of alternatives", CONFIG, true, |at, _| {
        let glob = format!("'{}',", "{a*,*a}".repeat(50));
        put(at, CONFIG, format!("exclude = [{}]\n", glob.repeat(600)));
        (0..1000).for_each(|i| put(at, &format!("many/{}{i}.js", "a".repeat(200)), "f();"));
    }),
    ("weights for some files", CONFIG, true, |at, _| {
        let one = "[[overrides]]\npaths = ['**/*a*b']\nrules.missing-scope = 'off'\n";
        put(at, CONFIG, one.repeat(3500));
        put(at, AXML, BUTTON.repeat(1000));
    }),
    ("components of a configuration", CONFIG, true, |at, n| {
        let one = |i: usize| {
            format!("[[components]]\nlibrary = 'k{i}'\nnames = ['B']\nauth-button = true\n")
        };
        put(at, CONFIG, (0..3500).map(one).collect::<String>());
        let using: Vec<String> = (0..n / 40).map(|i| format!("\"c{i}\": \"k{i}/B\"")).collect();
        put(at, JSON, format!("{{\"usingComponents\": {{{}}}}}", using.join(",")));
        put(at, AXML, (0..n / 40).map(|i| format!("<c{i}/>")).collect::<String>());
    }),
    ("APIs and scopes of a configuration", CONFIG, true, |at, _| {
        let api = |i: usize| format!("a{i} = 'getAuthCode'\n");
        let scope = |i: usize| format!("s{i} = {{ asks = true }}\n");
        let all = |one: &dyn Fn(usize) -> String| (0..5000).map(one).collect::<String>();
        put(at, CONFIG, format!("[apis]\n{}[scopes]\n{}", all(&api), all(&scope)));
        let call = |i: usize| format!("my.a{i}({{scopes:'s{i}'}});");
        put(at, JS, format!("{PAGE}{}", all(&call)));
    }),
    ("a configuration of one long line", CONFIG, false, |at, n| put(at, CONFIG, "a".repeat(n))),
    ("a configuration of brackets", CONFIG, false, |at, n| put(at, CONFIG, "[".repeat(n))),
    ("a configuration of open arrays", CONFIG, false, |at, n| put(at, CONFIG, "a=[".repeat(n / 3))),
    ("a configuration of keys", CONFIG, false, |at, n| put(at, CONFIG, "a.".repeat(n / 2) + "a=1")),
    ("a configuration of mistakes", CONFIG, false, |at, _| {
        put(at, CONFIG, (0..10_000).map(|i| format!("missing-scop{i} = 1\n")).collect::<String>());
    }),
    ("a configuration of 50 MB", CONFIG, false, |at, _| put(at, CONFIG, "#".repeat(LARGE))),
    ("configurations that build on each other", CONFIG, false, |at, _| {
        put(at, CONFIG, "extends = 'c0.toml'\n");
        for i in 0..20 {
            put(at, &format!("c{i}.toml"), format!("extends = 'c{}.toml'\n", i + 1));
        }
    }),
    ("a baseline of entries", BASELINE, true, |at, n| {
        let entry = |i: usize| {
            format!(
                "{{\"path\":\"../../p{i}\",\"rule\":\"r\",\"fingerprint\":\"{i:032x}\",\"count\":4294967295}}"
            )
        };
        let entries: Vec<String> = (0..n).map(entry).collect();
        put(at, BASELINE, format!("{{\"version\":1,\"findings\":[{}]}}", entries.join(",")));
    }),
    ("a baseline of arrays", BASELINE, false, |at, n| put(at, BASELINE, "[".repeat(n))),
    ("a baseline of objects", BASELINE, false, |at, n| {
        put(at, BASELINE, format!("{{\"version\":1,\"x\":{}", "{\"a\":".repeat(n)));
    }),
    ("a baseline of other types", BASELINE, false, |at, _| {
        put(at, BASELINE, "{\"version\":1,\"findings\":{\"path\":[]}}");
    }),
    ("a baseline of 100 MB", BASELINE, false, |at, _| put(at, BASELINE, " ".repeat(2 * LARGE))),
];
