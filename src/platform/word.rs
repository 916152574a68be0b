//! Names taken apart, and the words that mean something in them, from `rules/data/words.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

const TEXT: &str = include_str!("../../rules/data/words.toml");

static WORDS: LazyLock<Words> = LazyLock::new(|| toml::from_str(TEXT).unwrap_or_default());

static MODAL: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| WORDS.modal.values().flatten().map(String::as_str).collect());

static LOOKS: LazyLock<BTreeMap<&str, Sign>> = LazyLock::new(|| {
    let LooksWords { shown, hidden, moving } = &WORDS.looks;
    let all = [(shown, Sign::Shows), (hidden, Sign::Hides), (moving, Sign::Moves)];
    let each = all
        .into_iter()
        .flat_map(|(words, sign)| words.values().flatten().map(move |word| (word.as_str(), sign)));
    each.collect()
});

/// How many letters two words of one meaning may differ in.
const SLIPS: usize = 2;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    /// By language.
    modal: BTreeMap<String, Vec<String>>,
    consent: ConsentWords,
    looks: LooksWords,
}

/// By language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct LooksWords {
    shown: BTreeMap<String, Vec<String>>,
    hidden: BTreeMap<String, Vec<String>>,
    moving: BTreeMap<String, Vec<String>>,
}

/// What looks say of an element's being on the screen; of several signs the greatest counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Nothing.
    Nothing,
    /// That it is shown.
    Shows,
    /// Either: it is on its way.
    Moves,
    /// That it is hidden.
    Hides,
}

/// What the names of a class say.
#[must_use]
pub fn class_sign(classes: &str) -> Sign {
    let parts = parts(classes);
    let signs = parts.iter().filter_map(|part| LOOKS.get(part.as_str()).copied());
    signs.max().unwrap_or(Sign::Nothing)
}

/// By language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConsentWords {
    documents: BTreeMap<String, Vec<String>>,
    agreeing: BTreeMap<String, Vec<String>>,
    matters: BTreeMap<String, Vec<String>>,
}

/// Whether `text` is about an agreement to the use of data: it names such a document, or agrees to
/// something of that kind.
#[must_use]
pub fn names_consent(text: &str) -> bool {
    let text = text.to_lowercase();
    let has = |words: &BTreeMap<String, Vec<String>>| {
        words.values().flatten().any(|word| has_word(&text, word))
    };
    let ConsentWords { documents, agreeing, matters } = &WORDS.consent;
    has(documents) || has(agreeing) && has(matters)
}

/// Whether `word` stands in `text`, as a whole word where its script divides words.
fn has_word(text: &str, word: &str) -> bool {
    let divides =
        |letter: Option<char>| !letter.is_some_and(|it| it.is_alphanumeric() && it < '\u{2e80}');
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|it| it.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|it| it.chars().next());
        let is_divided = word.chars().all(|it| it < '\u{2e80}');
        !is_divided || divides(before) && divides(after)
    })
}

/// The parts of a name in lower case, split at what is no letter and where the case changes:
/// `phone`, `bind`, `modal` of `phoneBind-modal`.
#[must_use]
pub fn parts(name: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for run in name.split(|letter: char| !letter.is_alphabetic()) {
        split_case(run, &mut parts);
    }
    parts
}

/// Splits `run` before each upper-case letter that follows a lower-case one or that begins a word
/// after several upper-case ones (`VIPModal`).
fn split_case(run: &str, parts: &mut Vec<String>) {
    let letters: Vec<char> = run.chars().collect();
    let mut part = String::new();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| letters.get(before));
        let after = letters.get(at + 1);
        let starts = letter.is_uppercase()
            && (before.is_some_and(|it| it.is_lowercase())
                || after.is_some_and(|it| it.is_lowercase()));
        if starts && !part.is_empty() {
            parts.push(std::mem::take(&mut part));
        }
        part.extend(letter.to_lowercase());
    }
    if !part.is_empty() {
        parts.push(part);
    }
}

/// Whether `part`, one of [`parts`], is a word for what lies over a page.
#[must_use]
pub fn is_modal_word(part: &str) -> bool {
    MODAL.contains(part)
}

/// Whether a tag or class is named after what lies over a page: one of its parts is such a word,
/// or two neighbours together are (`pop-up`).
#[must_use]
pub fn names_modal(name: &str) -> bool {
    let parts = parts(name);
    let joined = parts.iter().zip(parts.iter().skip(1)).map(|(one, two)| format!("{one}{two}"));
    parts.iter().any(|part| is_modal_word(part))
        || joined.into_iter().any(|pair| is_modal_word(&pair))
}

/// The one of `known` that `word` is a slip of the pen for: equal but for case, else the one that
/// differs least in few letters.
pub(super) fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known.filter_map(|it| Some((slips(word, it)?, it))).min().map(|(_, it)| it)
}

/// How many letters `word` differs in from `known`; `None` where that is too many for a slip.
fn slips(word: &str, known: &str) -> Option<usize> {
    if known.eq_ignore_ascii_case(word) {
        return Some(0);
    }
    if known.len().abs_diff(word.len()) > SLIPS {
        return None;
    }
    let slips = strsim::osa_distance(word, known);
    (slips <= SLIPS && slips * 3 < known.len()).then_some(slips)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read() {
        let words: Words = toml::from_str(TEXT).unwrap_or_else(|error| panic!("{error}"));
        assert!(words.modal.len() >= 4);
        let ConsentWords { documents, agreeing, matters } = &words.consent;
        for list in [documents, agreeing, matters] {
            assert_eq!(list.keys().collect::<Vec<_>>(), ["en", "es", "id", "zh"]);
        }
        let consent = [documents, agreeing, matters].into_iter().flat_map(BTreeMap::values);
        for word in words.modal.values().chain(consent).flatten() {
            assert_eq!(*word, word.to_lowercase());
        }
    }

    #[test]
    fn names_are_split() {
        let cases: &[(&str, &[&str])] = &[
            ("phoneBind-modal", &["phone", "bind", "modal"]),
            ("VIPModal__body", &["vip", "modal", "body"]),
            ("am_popup2", &["am", "popup"]),
            ("登录-弹窗", &["登录", "弹窗"]),
            ("", &[]),
        ];
        for (name, expected) in cases {
            assert_eq!(parts(name), *expected, "{name}");
        }
    }

    #[test]
    fn modals_are_named_by_whole_words() {
        for name in
            ["modal", "login-popup", "authMask", "ActionSheet", "pop-up", "am-弹窗", "tanChuang"]
        {
            assert!(names_modal(name), "{name}");
        }
        for name in ["masked-phone", "worksheets", "population", "pop", "view", ""] {
            assert!(!names_modal(name), "{name}");
        }
    }

    #[test]
    fn agreements_are_told_from_other_texts() {
        for text in [
            "我已阅读并同意《用户协议》和《隐私政策》",
            "同意授权使用我的个人信息",
            "I agree to the Terms of Service",
            "By continuing you accept our privacy terms",
            "Acepto los términos y condiciones",
            "Autorizo el tratamiento de mis datos personales",
            "Saya menyetujui Syarat dan Ketentuan",
        ] {
            assert!(names_consent(text), "{text}");
        }
        for text in [
            "记住我",
            "开启隐私模式",
            "同意退款",
            "Read later",
            "Disagreeable termsheet",
            "Acepto recibir el pedido mañana",
            "Setujui nanti",
            "",
        ] {
            assert!(!names_consent(text), "{text}");
        }
    }

    #[test]
    fn slips_are_few_letters() {
        let known = ["userInfo", "phoneNumber"];
        let cases = [
            ("USERINFO", Some("userInfo")),
            ("usrInfo", Some("userInfo")),
            ("phoneNumbr", Some("phoneNumber")),
            ("user", None),
            ("", None),
        ];
        for (word, expected) in cases {
            assert_eq!(nearest(word, known.into_iter()), expected, "{word}");
        }
    }
}
