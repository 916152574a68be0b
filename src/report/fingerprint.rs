//! What stays the same about a finding when lines move.

use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::report::places::Places;
use crate::source::{FileSpan, Span};

/// The characters of a text that count.
const COUNTED: usize = 160;

/// The fingerprints of `findings`, which all are about the files of `places`.
pub(super) fn all<'f>(
    findings: impl IntoIterator<Item = &'f Finding>,
    places: &Places<'_>,
) -> Vec<String> {
    let mut seen = BTreeMap::new();
    let fingerprint = |finding| {
        let nth = seen.entry(parts(finding, places)).or_insert(0);
        *nth += 1;
        of(finding, places, *nth - 1)
    };
    findings.into_iter().map(fingerprint).collect()
}

/// The fingerprint of `finding`, 32 hexadecimal digits.
///
/// FNV-1a with 128 bits over these texts in UTF-8, each followed by a zero byte:
///
/// 1. the rule's id,
/// 2. the path from the working directory, with `/`,
/// 3. the first line of the enclosing function or element, or nothing,
/// 4. the first characters of the finding's own source,
/// 5. `nth` in decimal digits: how many findings above agree in 1 to 4.
///
/// In 3 and 4 each run of white space is one blank, outer blanks are dropped, and no more
/// than 160 characters count. Published: a change of this recipe is a new version of the formats.
fn of(finding: &Finding, places: &Places<'_>, nth: usize) -> String {
    let [rule, path, scope, source] = parts(finding, places);
    let nth = nth.to_string();
    let hash = [&rule, &path, &scope, &source, &nth].into_iter().fold(OFFSET, |hash, text| {
        text.bytes()
            .chain([0])
            .fold(hash, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
    });
    format!("{hash:032x}")
}

/// What identifies `finding` but for its place.
fn parts(finding: &Finding, places: &Places<'_>) -> [String; 4] {
    let at = finding.primary.at;
    let text =
        |span: Span| FileSpan::new(at.file, span).span.clamped(places.text(at)).of(places.text(at));
    let scope = finding.scope.map_or("", text).lines().next().unwrap_or("");
    [
        finding.rule.0.to_owned(),
        places.name(at).to_owned(),
        normalized(scope),
        normalized(text(at.span)),
    ]
}

const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

fn normalized(text: &str) -> String {
    let mut words = String::new();
    for word in text.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.extend(word.chars().take(COUNTED));
        if words.len() >= COUNTED * 4 {
            break;
        }
    }
    words.chars().take(COUNTED).collect()
}
