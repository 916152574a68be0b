//! Sentences broken into lines.

use crate::report::excerpt::columns;

/// `text` in lines of at most `width` columns, of which the first `indent` stay free.
///
/// Lines break at blanks and between ideographs; a word that is wider than a line stays whole.
pub(super) fn wrap(text: &str, indent: usize, width: usize) -> String {
    let room = width.saturating_sub(indent).max(20);
    let mut lines = String::new();
    let mut used = 0;
    for piece in pieces(text) {
        let needed = columns(piece.trim_end());
        if used > 0 && used + needed > room {
            lines.truncate(lines.trim_end().len());
            lines.push('\n');
            lines.push_str(&" ".repeat(indent));
            used = 0;
        }
        lines.push_str(piece);
        used += columns(piece);
    }
    lines
}

/// The pieces that no line break divides: words with the blanks behind them, and ideographs.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let ends = |(at, character): (usize, char)| {
        let rest = text.get(at + character.len_utf8()..).unwrap_or("");
        let is_wide = columns(character.encode_utf8(&mut [0; 4])) == 2;
        let next = rest.chars().next();
        let is_closed = next.is_none_or(|next| next.is_alphanumeric() || next == '`');
        let is_blank = character == ' ' && next != Some(' ');
        (is_blank || is_wide && is_closed).then_some(at + character.len_utf8())
    };
    let ends = text.char_indices().filter_map(ends).chain([text.len()]);
    ends.scan(0, |start, end| {
        let piece = text.get(*start..end);
        *start = end;
        piece
    })
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn lines_break_at_blanks_and_ideographs() {
        for (text, want) in [
            ("short", "short"),
            ("twenty columns are here and more", "twenty columns are\n  here and more"),
            ("a-word-of-more-than-twenty-columns x", "a-word-of-more-than-twenty-columns\n  x"),
            ("请在用户授权之后再调用，否则会失败", "请在用户授权之后再调\n  用，否则会失败"),
            ("", ""),
        ] {
            assert_eq!(wrap(text, 2, 22), want);
        }
    }
}
