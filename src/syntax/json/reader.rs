//! Tokens to values, whatever is wrong with them: no input is refused, no depth exhausts the stack.

use crate::finding::Message;
use crate::source::Span;
use crate::syntax::Problem;
use crate::syntax::json::tokens::{Item, Tokens};
use crate::syntax::json::{Member, Value, ValueKind};

/// Values deeper than this are read as `Null`: what walks a value may recurse.
const MAX_DEPTH: usize = 200;

/// One is reported for a file; more only cost memory.
const MAX_PROBLEMS: usize = 100;

/// A list or object that is not closed yet.
struct Frame {
    open: Span,
    content: Content,
    /// Whether the next item may follow: at the start and after a comma.
    separated: bool,
}

enum Content {
    Array(Vec<Value>),
    Object { members: Vec<Member>, key: Option<Key> },
}

/// A key that waits for its value.
struct Key {
    text: String,
    span: Span,
    has_colon: bool,
}

#[derive(Default)]
struct Reader {
    frames: Vec<Frame>,
    root: Option<Value>,
    problems: Vec<Problem>,
    /// How many brackets are open beyond the deepest value that is kept.
    skipped: usize,
    /// Whether a comment hides the rest of the text, and maybe brackets that are missed.
    is_cut: bool,
}

/// What was made of a text.
pub(super) struct Read {
    /// The value.
    pub(super) value: Value,
    /// Where text was skipped or guessed.
    pub(super) problems: Vec<Problem>,
    /// The comments.
    pub(super) comments: Vec<Span>,
}

/// Reads `text`.
pub(super) fn read(text: &str) -> Read {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader::default();
    let mut tokens = Tokens::new(body, text.len() - body.len());
    for (item, span) in tokens.by_ref() {
        reader.take(item, span);
    }
    reader.finish(text.len() as u32, tokens.into_comments())
}

impl Reader {
    fn take(&mut self, item: Item, span: Span) {
        if self.skipped > 0 {
            match item {
                Item::Mark(b'{' | b'[') => self.skipped += 1,
                Item::Mark(b'}' | b']') => self.skipped -= 1,
                _ => {}
            }
            return;
        }
        match item {
            Item::Mark(b'{') => self.open(span, Content::Object { members: Vec::new(), key: None }),
            Item::Mark(b'[') => self.open(span, Content::Array(Vec::new())),
            Item::Mark(b',') => self.comma(span),
            Item::Mark(b':') => self.colon(span),
            Item::Mark(mark) => self.close(mark, span),
            Item::Stray => self.problem(span, Message::new("json-stray")),
            Item::OpenComment => {
                self.is_cut = true;
                self.problem(Span::new(span.start, span.start + 2), unclosed("/*"));
            }
            Item::Text(text) => self.text(text, span),
            Item::OpenText(text) => {
                self.problem(span, unclosed("\""));
                self.text(text, span);
            }
            Item::BadText(text) => {
                self.problem(span, Message::new("json-escape"));
                self.text(text, span);
            }
            Item::Number(text) if self.wants_key() => self.text(text, span),
            Item::Number(text) => self.value(Value { span, kind: ValueKind::Number(text) }),
            Item::Bool(value) if self.wants_key() => self.text(value.to_string(), span),
            Item::Bool(value) => self.value(Value { span, kind: ValueKind::Bool(value) }),
            Item::Null if self.wants_key() => self.text("null".to_owned(), span),
            Item::Null => self.value(Value { span, kind: ValueKind::Null }),
            Item::Word(text) if self.wants_key() => self.text(text, span),
            Item::Word(text) => {
                self.problem(span, unexpected(text));
                self.value(Value { span, kind: ValueKind::Null });
            }
        }
    }

    /// Whether the next value would be a key.
    fn wants_key(&self) -> bool {
        self.frames
            .last()
            .is_some_and(|frame| matches!(frame.content, Content::Object { key: None, .. }))
    }

    fn open(&mut self, open: Span, content: Content) {
        if self.frames.len() < MAX_DEPTH {
            self.frames.push(Frame { open, content, separated: true });
        } else {
            self.problem(open, Message::new("json-too-deep"));
            self.value(Value { span: open, kind: ValueKind::Null });
            self.skipped = 1;
        }
    }

    fn comma(&mut self, span: Span) {
        self.end_key();
        match self.frames.last_mut() {
            Some(frame) if !frame.separated => frame.separated = true,
            _ => self.problem(span, unexpected(",")),
        }
    }

    fn colon(&mut self, span: Span) {
        match self.frames.last_mut().map(|frame| &mut frame.content) {
            Some(Content::Object { key: Some(key), .. }) if !key.has_colon => key.has_colon = true,
            _ => self.problem(span, unexpected(":")),
        }
    }

    /// Closes the innermost bracket that `mark` fits; a mark that fits none is skipped.
    fn close(&mut self, mark: u8, span: Span) {
        let fits = |frame: &Frame| match frame.content {
            Content::Array(_) => mark == b']',
            Content::Object { .. } => mark == b'}',
        };
        let Some(at) = self.frames.iter().rposition(fits) else {
            return self.problem(span, unexpected(char::from(mark)));
        };
        while self.frames.len() > at + 1 {
            self.close_unclosed(span.start);
        }
        self.close_last(span.end);
    }

    fn close_unclosed(&mut self, end: u32) {
        if let Some(frame) = self.frames.last().filter(|_| !self.is_cut) {
            let bracket = if matches!(frame.content, Content::Array(_)) { "[" } else { "{" };
            self.problem(frame.open, unclosed(bracket));
        }
        self.close_last(end);
    }

    fn close_last(&mut self, end: u32) {
        self.end_key();
        let Some(frame) = self.frames.pop() else { return };
        let kind = match frame.content {
            Content::Array(items) => ValueKind::Array(items),
            Content::Object { members, .. } => ValueKind::Object(members),
        };
        self.value(Value { span: Span::new(frame.open.start, end), kind });
    }

    /// Gives a key that waits for a value none.
    fn end_key(&mut self) {
        let Some(Frame { content: Content::Object { members, key }, .. }) = self.frames.last_mut()
        else {
            return;
        };
        let Some(Key { text, span, .. }) = key.take() else { return };
        let value = Value { span: Span::at(span.end), kind: ValueKind::Null };
        members.push(Member { key: text, key_span: span, value });
        self.problem(span, Message::new("json-no-value"));
    }

    fn text(&mut self, text: String, span: Span) {
        if !self.wants_key() {
            return self.value(Value { span, kind: ValueKind::String(text) });
        }
        self.separate(span);
        if let Some(Frame { content: Content::Object { key, .. }, .. }) = self.frames.last_mut() {
            *key = Some(Key { text, span, has_colon: false });
        }
    }

    fn value(&mut self, value: Value) {
        if matches!(self.frames.last(), Some(Frame { content: Content::Array(_), .. })) {
            self.separate(value.span);
        }
        match self.frames.last_mut().map(|frame| &mut frame.content) {
            Some(Content::Array(items)) => items.push(value),
            Some(Content::Object { members, key }) => match key.take() {
                Some(Key { text, span, has_colon }) => {
                    let at = value.span;
                    members.push(Member { key: text, key_span: span, value });
                    if !has_colon {
                        self.problem(at, missing(":"));
                    }
                }
                None => self.problem(value.span, Message::new("json-no-key")),
            },
            None if self.root.is_none() => self.root = Some(value),
            None => self.problem(value.span, Message::new("json-second-value")),
        }
    }

    /// Notes that an item begins at `span`, and the comma that is missing before it.
    fn separate(&mut self, span: Span) {
        let Some(frame) = self.frames.last_mut() else { return };
        if !std::mem::replace(&mut frame.separated, false) {
            self.problem(span, missing(","));
        }
    }

    fn problem(&mut self, at: Span, text: Message) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(Problem { at, text });
        }
    }

    fn finish(mut self, end: u32, comments: Vec<Span>) -> Read {
        while !self.frames.is_empty() {
            self.close_unclosed(end);
        }
        self.problems.sort_by_key(|problem| problem.at);
        let nothing = Value { span: Span::default(), kind: ValueKind::Null };
        Read { value: self.root.unwrap_or(nothing), problems: self.problems, comments }
    }
}

fn unexpected(text: impl Into<String>) -> Message {
    Message::new("json-unexpected").with("text", text)
}

fn unclosed(text: &str) -> Message {
    Message::new("json-unclosed").with("text", text)
}

fn missing(text: &str) -> Message {
    Message::new("json-missing").with("text", text)
}

#[cfg(test)]
mod tests {
    use super::{MAX_DEPTH, Read, read};
    use crate::syntax::json::{Value, ValueKind};

    fn shown(value: &Value) -> String {
        match &value.kind {
            ValueKind::Null => "null".to_owned(),
            ValueKind::Bool(value) => value.to_string(),
            ValueKind::Number(text) => text.clone(),
            ValueKind::String(text) => format!("{text:?}"),
            ValueKind::Array(items) => {
                format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(","))
            }
            ValueKind::Object(members) => {
                let members = members.iter().map(|it| format!("{}:{}", it.key, shown(&it.value)));
                format!("{{{}}}", members.collect::<Vec<_>>().join(","))
            }
        }
    }

    #[test]
    fn what_the_platforms_accept_is_no_problem() {
        for (text, want) in [
            ("", "null"),
            (" // nothing\n", "null"),
            ("\u{feff}{\"a\": [1, -2.5e3, true, null,],}", "{a:[1,-2.5e3,true,null]}"),
            ("{ /* c */ \"a\": \"\\u6388\\n\" } // end", "{a:\"授\\n\"}"),
            ("{\"a\":1,\"a\":2}", "{a:1,a:2}"),
            ("{a: 'b', 1: true}", "{a:\"b\",1:true}"),
        ] {
            let Read { value, problems, .. } = read(text);
            assert_eq!((shown(&value).as_str(), problems.len()), (want, 0), "{text}");
        }
    }

    #[test]
    fn broken_texts_keep_what_can_be_read() {
        for (text, want, problem, at) in [
            ("{\"pages\":[\"a\" \"b\"]}", "{pages:[\"a\",\"b\"]}", "json-missing", "\"b\""),
            ("{\"a\":[1,2,\"b\":3}", "{a:[1,2,\"b\",3]}", "json-unclosed", "["),
            ("{\"a\":[1,2}", "{a:[1,2]}", "json-unclosed", "["),
            ("{\"a\":{\"b\":1}", "{a:{b:1}}", "json-unclosed", "{"),
            ("{\"a\":1}}", "{a:1}", "json-unexpected", "}"),
            ("{\"a\":\"b,\n\"c\":1}", "{a:\"b\",c:1}", "json-unclosed", "\"b"),
            (
                "{\"a\":\"\\q\\u12\",\"c\":1}",
                "{a:\"\\\\q\\\\u12\",c:1}",
                "json-escape",
                "\"\\q\\u12\"",
            ),
            ("{\"a\":,\"b\" 2}", "{a:null,b:2}", "json-no-value", "\"a\""),
            ("[1,,2]", "[1,2]", "json-unexpected", ","),
            ("[yes, @ 1]", "[null,1]", "json-unexpected", "yes"),
            ("{[1]}", "{}", "json-no-key", "[1]"),
            ("{} {}", "{}", "json-second-value", "{}"),
            ("[1, /* x", "[1]", "json-unclosed", "/*"),
        ] {
            let Read { value, problems, .. } = read(text);
            assert_eq!(shown(&value), want, "{text}");
            let first = problems.first().expect(text);
            assert_eq!((first.text.key, first.at.of(text)), (problem, at), "{text}");
        }
    }

    #[test]
    fn places_count_the_byte_order_mark() {
        let text = "\u{feff}{ \"键\": \"值\" }";
        let Read { value, .. } = read(text);
        let member = &value.members()[0];
        let seen = [value.span, member.key_span, member.value.span].map(|span| span.of(text));
        assert_eq!(seen, ["{ \"键\": \"值\" }", "\"键\"", "\"值\""]);
    }

    #[test]
    fn depth_and_garbage_are_bounded() {
        for text in ["[", "{\"a\":", "\"", "'\n\\", "/*", ",", "@", "[]", "}"] {
            let Read { value, problems, .. } = read(&text.repeat(50_000));
            assert!(!problems.is_empty(), "{text}");
            let depth = std::iter::successors(Some(&value), |value| match &value.kind {
                ValueKind::Array(items) => items.first(),
                _ => value.members().first().map(|member| &member.value),
            });
            assert!(depth.count() <= MAX_DEPTH + 1, "{text}");
        }
    }
}
