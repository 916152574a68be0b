//! What stays the same about a finding when lines move.

use std::collections::BTreeMap;

use crate::finding::{Finding, Fingerprint};
use crate::source::Span;
use crate::syntax::File;

/// The characters of a text that count.
const COUNTED: usize = 160;

/// The bytes of a scope in which its head is looked for.
const LOOKED_AT: usize = 1 << 14;

/// Gives each of `findings`, which stand in their order, its fingerprint.
pub(super) fn mark<'f>(findings: impl IntoIterator<Item = &'f mut Finding>, files: &[File]) {
    let mut seen = BTreeMap::<String, u32>::new();
    for finding in findings {
        let digest = digest(&parts(finding, files));
        let above = seen.entry(digest.clone()).or_default();
        finding.fingerprint = Fingerprint { digest, nth: *above };
        *above += 1;
    }
}

/// The digest of a finding, 32 hexadecimal digits.
///
/// FNV-1a with 128 bits over these texts in UTF-8, each followed by a zero byte:
///
/// 1. the rule's id,
/// 2. the path, with `/`: from the repository's root, or, where there is none, from the folder
///    that holds all that is checked,
/// 3. the enclosing element before its first `>`, or the enclosing function before its first
///    `{`, or nothing,
/// 4. the first characters of the finding's own source.
///
/// In 3 and 4 each run of white space is one blank, outer blanks are dropped, no more than 160
/// characters count, and secrets are replaced by `*`. Published: a change of this recipe is a
/// new version of the formats and of the baseline.
fn digest(parts: &[String; 4]) -> String {
    let hash = parts.iter().fold(OFFSET, |hash, text| {
        text.bytes()
            .chain([0])
            .fold(hash, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
    });
    format!("{hash:032x}")
}

fn parts(finding: &Finding, files: &[File]) -> [String; 4] {
    let at = finding.primary.at;
    let (path, text) =
        files.get(at.file.index()).map_or(("", ""), |file| (file.path.as_str(), &*file.text));
    let source = |span: Span| span.clamped(text).of(text);
    let scope = head(finding.scope.map_or("", source));
    [finding.rule.0.to_owned(), path.to_owned(), normalized(scope), normalized(source(at.span))]
}

/// What stands before the content of an element or the body of a function.
fn head(scope: &str) -> &str {
    let end = if scope.starts_with('<') { '>' } else { '{' };
    let first = scope.get(..scope.floor_char_boundary(LOOKED_AT)).unwrap_or(scope);
    first.split(end).next().unwrap_or("")
}

const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

/// The first words of `text`. No more of it is looked at than needed: many findings may stand in
/// one long text.
fn normalized(text: &str) -> String {
    let mut words = String::new();
    let (mut count, mut is_between) = (0, false);
    for character in text.chars() {
        if character.is_whitespace() {
            is_between = !words.is_empty();
            continue;
        }
        let new = if is_between { [Some(' '), Some(character)] } else { [None, Some(character)] };
        for character in new.into_iter().flatten().take(COUNTED - count) {
            words.push(character);
            count += 1;
        }
        is_between = false;
        if count == COUNTED {
            break;
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{digest, normalized};

    #[test]
    fn white_space_and_tails_do_not_count() {
        let long = "授".repeat(500);
        for (text, want) in [
            ("  my.a(\n\t{ b })\n", "my.a( { b })"),
            ("", ""),
            (&*format!("a {long}"), &*format!("a {}", "授".repeat(158))),
        ] {
            assert_eq!(normalized(text), want);
        }
    }

    #[test]
    fn the_recipe_is_published() {
        let parts = ["missing-scope", "pages/a.axml", "", "button"].map(str::to_owned);
        assert_eq!(digest(&parts), "1cc0ddfe6091ce7411c203114524bf30");
    }
}
