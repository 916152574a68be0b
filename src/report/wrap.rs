//! Sentences broken into lines.

use crate::report::excerpt::columns;

/// `text` in lines that end before the column `width`, where the first begins in the column
/// `first` and the others in `rest`.
///
/// Lines break at blanks and between ideographs; a word that is wider than a line stays whole.
pub(super) fn lines(text: &str, first: usize, rest: usize, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = first;
    for piece in pieces(text) {
        if !line.is_empty() && used + columns(piece.trim_end()) > width {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            used = rest;
        }
        line.push_str(piece);
        used += columns(piece);
    }
    lines.push(line);
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
    use super::lines;

    #[test]
    fn lines_break_at_blanks_and_ideographs() {
        for (text, want) in [
            ("short", &["short"][..]),
            ("twenty columns are here and more", &["twenty columns are", "here and more"]),
            ("a-word-of-more-than-twenty-columns x", &["a-word-of-more-than-twenty-columns", "x"]),
            ("请在用户授权之后再调用，否则会失败", &["请在用户授权之后再", "调用，否则会失败"]),
            ("", &[""]),
        ] {
            assert_eq!(lines(text, 2, 4, 20), want);
        }
    }
}
