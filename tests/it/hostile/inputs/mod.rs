//! The inputs, by size: some files of a program are hostile, the others are as people write them.

mod crowds;
mod manifests;
mod programs;
mod scripts;
mod templates;

/// A hostile file, with others that belong to it, and what becomes of it.
pub(super) struct Input {
    pub(super) name: &'static str,
    pub(super) path: &'static str,
    pub(super) text: String,
    pub(super) others: Files,
    pub(super) outcome: Outcome,
}

/// What becomes of a hostile file.
#[derive(Clone, Copy, Debug)]
pub(super) enum Outcome {
    /// All of it is read.
    Checked,
    /// It is read, and this rule finds something in it.
    Finds(&'static str),
    /// `syntax-error` says why it is not read, or where.
    Refused,
}

/// Texts by path.
type Files = Vec<(String, String)>;

/// A file that is hostile alone.
type Row = (&'static str, &'static str, String, Outcome);

/// A file that is hostile by repetition: its name, what stands before, what opens, what stands
/// inside, what closes.
type Repeated = (&'static str, &'static str, [&'static str; 4], Outcome);

const APP: &str = "app.json";
const JS: &str = "pages/a/a.js";
const TS: &str = "pages/a/a.ts";
const AXML: &str = "pages/a/a.axml";
pub(super) const BUTTON: &str =
    "<button open-type=\"getAuthorize\" scope=\"userInfo\" onGetAuthorize=\"ok\"/>\n";
pub(super) const PAGE: &str = "Page({ ok() { my.showToast({}); } });\n";

impl Input {
    /// All files of the program.
    pub(super) fn files(&self) -> Files {
        let mut files = vec![
            (APP.to_owned(), "{\"pages\": [\"pages/a/a\", \"pages/b/b\"]}".to_owned()),
            ("pages/b/b.axml".to_owned(), BUTTON.to_owned()),
            ("pages/b/b.js".to_owned(), PAGE.to_owned()),
            (AXML.to_owned(), BUTTON.to_owned()),
            (JS.to_owned(), PAGE.to_owned()),
        ];
        let own = std::iter::once((self.path.to_owned(), self.text.clone()));
        for (path, text) in self.others.iter().cloned().chain(own) {
            files.retain(|(other, _)| *other != path);
            files.push((path, text));
        }
        files
    }

    /// The bytes of what is hostile.
    pub(super) fn size(&self) -> usize {
        self.text.len() + self.others.iter().map(|(_, text)| text.len()).sum::<usize>()
    }
}

/// The inputs, each of about `n` parts.
pub(super) fn inputs(n: usize) -> Vec<Input> {
    let repeated = |(name, path, [before, open, inner, close], outcome): Repeated| {
        let text = format!("{before}{}{inner}{}", open.repeat(n), close.repeat(n));
        let is_template = path == AXML;
        (name, path, if is_template { text + BUTTON } else { PAGE.to_owned() + &text }, outcome)
    };
    let alone =
        |(name, path, text, outcome): Row| Input { name, path, text, others: Vec::new(), outcome };
    let scripts = scripts::NESTED.iter().chain(scripts::LONG).copied().map(repeated);
    let scripts = scripts.chain(crowds::crowds(n));
    let templates = templates::REPEATED.iter().copied().map(repeated);
    let templates = templates.chain(templates::templates(n));
    let all = scripts.chain(templates).chain(manifests::manifests(n)).map(alone);
    all.chain(programs::programs(n)).collect()
}

/// `one` of each number below `count`, put together.
fn all(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect()
}
