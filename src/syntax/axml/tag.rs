//! Masking of tags: where names and values end, and what does not belong between them.

use std::ops::Range;

use crate::finding::Message;

use super::braces::{Around, is_attribute_name, is_blank, name_end, skip, wide_blank};
use super::mask::{Masking, shortened, span};

/// Where a quoted value ends.
enum End {
    /// At its closing quote.
    Closed(usize),
    /// Here, without one.
    Open(usize),
}

impl Masking<'_> {
    /// Goes over the start tag at the current place.
    pub(super) fn start_tag(&mut self) {
        let start = self.at + 1;
        self.at = name_end(self.bytes, start);
        let name = start..self.at;
        let mut assigned = None;
        loop {
            self.at = skip(self.bytes, self.at, is_blank);
            match self.peek(0) {
                Some(b'>') => break self.at += 1,
                Some(b'/') if self.peek(1) == Some(b'>') => break self.at += 2,
                Some(b'<') if self.comment_in_tag() => {}
                Some(b'<') if self.begins_markup(self.at) => break self.close(name, assigned),
                Some(byte) if is_misplaced(byte) => self.misplaced(is_misplaced),
                Some(_) if let Some(blank) = wide_blank(self.bytes, self.at) => {
                    self.skip_misplaced(self.at + blank);
                }
                Some(_) => assigned = self.attribute(),
                None => break self.close(name, None),
            }
        }
    }

    /// Goes over the end tag at the current place, whose name begins at `name`, perhaps behind
    /// more than one `/`.
    pub(super) fn end_tag(&mut self, name: usize) {
        let slashes = self.at + 2..name;
        if self.bytes[slashes.clone()].contains(&b'/') {
            self.at = slashes.start;
            self.skip_misplaced(slashes.end);
        }
        self.at = name_end(self.bytes, name);
        let name = name..self.at;
        loop {
            self.at = skip(self.bytes, self.at, is_blank);
            match self.peek(0) {
                Some(b'>') => break self.at += 1,
                Some(b'<') if self.comment_in_tag() => {}
                Some(b'<') | None => break self.close(name, None),
                Some(_) => self.misplaced(|byte| !matches!(byte, b'<' | b'>')),
            }
        }
    }

    /// Ends the tag called `name` where its `>` is missing: at the end of the text, or before
    /// the `<` at the current place. What stands before that is a blank in the mask, the closing
    /// quote of the last value (`assigned`, from its `=` on), or the end of an end tag's name.
    fn close(&mut self, name: Range<usize>, assigned: Option<Range<usize>>) {
        let text = Message::new("tag-unclosed").with("name", self.text_of(name.clone()));
        self.report(name, text);
        if self.at == self.bytes.len() {
            self.mask.is_open = true;
            return;
        }
        if let Some(assigned) = assigned.filter(|it| it.end == self.at) {
            self.blank_value(assigned);
        }
        if !self.out[self.at - 1].is_ascii() {
            let letter = self.text.floor_char_boundary(self.at - 1);
            self.out[letter..self.at].fill(b'_');
        }
        self.out[self.at - 1] = b'>';
    }

    /// Goes over a comment inside a tag, if there is a whole one.
    fn comment_in_tag(&mut self) -> bool {
        let inside = self.text.get(self.at..).filter(|rest| rest.starts_with("<!--"));
        let Some(length) = inside.and_then(|inside| inside.find("-->")) else { return false };
        self.skip_misplaced(self.at + length + 3);
        true
    }

    /// Goes over one byte that does not belong in a tag and what follows of that kind.
    fn misplaced(&mut self, belongs: fn(u8) -> bool) {
        let mut end = self.at + 1;
        while let Some(byte) = self.bytes.get(end) {
            if !belongs(*byte) || matches!(byte, b'<' | b'/') {
                break;
            }
            end += 1;
        }
        self.skip_misplaced(end);
    }

    fn skip_misplaced(&mut self, end: usize) {
        let range = self.at..end;
        let text = shortened(self.text_of(range.clone()));
        self.report(range.clone(), Message::new("misplaced-text").with("text", text));
        self.blank(range);
        self.at = end;
    }

    /// Goes over an attribute; gives the place of its value from the `=` on, if that is quoted.
    fn attribute(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        while let Some(byte) = self.peek(0) {
            match byte {
                b'{' => self.brace(Around::Nothing),
                b'>' | b'=' | b'"' | b'\'' | b',' | b'/' => break,
                b'<' if self.begins_markup(self.at) => {
                    let end = self.at;
                    self.at = start;
                    self.skip_misplaced(end);
                    return None;
                }
                byte if is_blank(byte) => break,
                _ => self.at += 1,
            }
        }
        let name = start..self.at;
        let equals = skip(self.bytes, self.at, is_blank);
        if self.bytes.get(equals) != Some(&b'=') {
            return None;
        }
        self.at = skip(self.bytes, equals + 1, is_blank);
        match self.peek(0) {
            Some(b'"' | b'\'') => return self.quoted(name, equals),
            Some(_) if self.has_value(equals) => self.unquoted(),
            _ => {
                let text = Message::new("value-missing").with("name", self.text_of(name.clone()));
                self.report(name, text);
                self.at = equals + 1;
                self.blank_value(equals..self.at);
            }
        }
        None
    }

    /// Whether a value without quotes stands at the current place, behind the `=` at `equals`:
    /// in `a=>` and `a= b="c"` there is none.
    fn has_value(&self, equals: usize) -> bool {
        let next = skip(self.bytes, self.at, is_attribute_name);
        match self.peek(0) {
            None | Some(b'>') => false,
            Some(b'/') => !self.ends_at_slash(),
            Some(b'<') => !self.begins_markup(self.at),
            Some(_) => {
                let is_next = next > self.at && self.bytes.get(next) == Some(&b'=');
                self.at == equals + 1 || !is_next
            }
        }
    }

    /// Whether the `/` at the current place is the last of its tag.
    fn ends_at_slash(&self) -> bool {
        self.peek(1).is_none_or(|byte| byte == b'>')
    }

    /// Goes over a value without quotes. A `/` at its end is no part of a `/>`, even where the
    /// blank behind it becomes a `>`.
    fn unquoted(&mut self) {
        while let Some(byte) = self.peek(0) {
            match byte {
                b'{' => self.brace(Around::Nothing),
                b'>' | b'"' | b'\'' => break,
                b'/' if self.ends_at_slash() => break,
                byte if is_blank(byte) => break,
                _ => self.at += 1,
            }
        }
        if self.bytes[self.at - 1] == b'/' {
            self.out[self.at - 1] = b'_';
        }
    }

    /// Goes over the quoted value at the current place.
    fn quoted(&mut self, name: Range<usize>, equals: usize) -> Option<Range<usize>> {
        let open = self.at;
        let mut holes = Vec::new();
        let end = self.value_end(&mut holes);
        let (End::Closed(stop) | End::Open(stop)) = end;
        for hole in holes.into_iter().filter(|hole| hole.end <= stop) {
            self.mask.holes.push(span(&hole));
            self.out[hole].fill(b'_');
        }
        if let End::Closed(_) = end {
            self.at = stop + 1;
            return Some(equals..self.at);
        }
        let text = Message::new("value-unclosed").with("name", self.text_of(name));
        self.report(open..open + 1, text);
        self.at = stop;
        self.blank_value(equals..stop);
        None
    }

    /// Hides a value from quick-xml, `=` included, and keeps its place.
    fn blank_value(&mut self, assigned: Range<usize>) {
        let start = skip(&self.bytes[..assigned.end], assigned.start + 1, is_blank);
        self.mask.blanked.push(span(&(start..assigned.end)));
        self.blank(assigned);
    }

    /// The end of the quoted value at the current place, and its holes.
    ///
    /// A value may have several lines and any characters. But where a line of it begins with a
    /// tag, or its closing quote is one that begins the next value (`a="b c="d"`), or there is
    /// none, its quote has been forgotten: it ends with its first line, or with its tag if that
    /// ends there, or before the next attribute.
    fn value_end(&self, holes: &mut Vec<Range<usize>>) -> End {
        let quote = self.bytes[self.at];
        let (mut line, mut angle) = (None, None);
        let mut is_indent = false;
        let mut at = self.at + 1;
        while let Some(byte) = self.bytes.get(at) {
            if *byte == b'{'
                && let Some(hole) = self.hole(at, Around::Quotes(quote))
            {
                at = hole.end;
                holes.push(hole);
                is_indent = false;
                continue;
            }
            match byte {
                byte if *byte == quote => {
                    return self.attribute_before(at).map_or(End::Closed(at), End::Open);
                }
                b'<' if is_indent && self.begins_markup(at) => break,
                b'>' if line.is_none() && angle.is_none() => angle = Some(at),
                b'\n' if line.is_none() => line = Some(at),
                _ => {}
            }
            is_indent = *byte == b'\n' || (is_indent && is_blank(*byte));
            at += 1;
        }
        let end = match angle {
            Some(angle) if self.bytes[angle - 1] == b'/' => angle - 1,
            Some(angle) => angle,
            None => line.unwrap_or(at),
        };
        End::Open(self.without_blanks(end))
    }

    /// If the quote at `at`, the end of a value that began at the current place, rather begins
    /// another attribute's value: the end of what stands before that attribute.
    fn attribute_before(&self, at: usize) -> Option<usize> {
        let value = &self.bytes[..at];
        let name = value.strip_suffix(b"=")?;
        let start = name.iter().rposition(|byte| !is_attribute_name(*byte))? + 1;
        let is_name = start < name.len() && start > self.at + 1 && is_blank(self.bytes[start - 1]);
        let begins = self
            .bytes
            .get(at + 1)
            .is_some_and(|byte| !is_blank(*byte) && !matches!(byte, b'>' | b'/'));
        (is_name && begins).then(|| self.without_blanks(start))
    }

    /// The place `end` without the blanks before it, in the value at the current place.
    fn without_blanks(&self, end: usize) -> usize {
        let inside = self.bytes.get(self.at + 1..end).unwrap_or_default();
        let length = inside.iter().rposition(|byte| !is_blank(*byte)).map_or(0, |last| last + 1);
        self.at + 1 + length
    }
}

/// What no attribute begins with.
fn is_misplaced(byte: u8) -> bool {
    matches!(byte, b'/' | b',' | b';' | b'"' | b'\'' | b'=' | b'<')
}
