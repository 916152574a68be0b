//! Values as JSON that is safe to print.

use serde::Serialize;

use crate::report::sanitize::visible;

/// `value` on several lines, with a final line break.
pub(super) fn pretty(value: &impl Serialize) -> String {
    safe(&serde_json::to_string_pretty(value).unwrap_or_default()) + "\n"
}

/// `value` on one line, with a final line break.
pub(super) fn line(value: &impl Serialize) -> String {
    safe(&serde_json::to_string(value).unwrap_or_default()) + "\n"
}

/// `json` with what would reach a terminal as more than text escaped.
///
/// Of these characters JSON itself escapes those below U+0020; the others are only legal
/// inside strings, where the escaped form means the same.
fn safe(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for character in json.chars() {
        if character < '\u{7f}' || visible(character) == character {
            text.push(character);
        } else {
            text.push_str(&format!("\\u{:04x}", u32::from(character)));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn json_is_safe_to_print() {
        let evil = "a\u{1b}\u{7f}\u{9b}\u{202e}授👋\n";
        let json = line(&evil);
        assert_eq!(json, "\"a\\u001b\\u007f\\u009b\\u202e授👋\\n\"\n");
        let read = serde_json::from_str::<String>(&json);
        assert_eq!(read.ok().as_deref(), Some(evil));
    }
}
