//! Text of strangers, made safe for a terminal.
//!
//! Source, file names and values of messages may hold escape sequences that move the cursor,
//! change colours or reorder what is read. Each such character is shown as a visible one.

/// `text` on one line: control characters, line breaks and tabs included, are made visible.
pub(super) fn line(text: &str) -> String {
    text.chars().map(visible).collect()
}

/// What is shown for `character`.
#[must_use]
pub fn visible(character: char) -> char {
    match character {
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + character as u32).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}'
        | '\u{61c}'
        | '\u{200b}'
        | '\u{200e}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => '\u{fffd}',
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn nothing_moves_the_cursor() {
        for (text, want) in [
            ("\u{1b}[31mred", "␛[31mred"),
            ("a\r\nb\tc", "a␍␊b␉c"),
            ("\u{9b}2J\u{7f}", "\u{fffd}2J␡"),
            ("\u{202e}abc", "\u{fffd}abc"),
            ("授权👨\u{200d}👩", "授权👨\u{200d}👩"),
        ] {
            assert_eq!(line(text), want);
        }
    }
}
