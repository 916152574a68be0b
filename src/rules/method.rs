//! The fix that adds a method to what a unit's script registers.

use crate::finding::Edit;
use crate::project::{UnitId, UnitKind};
use crate::rules::Context;
use crate::semantic::values::{Container, Token};
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::script::{ExprKind, Key, Property, Script};

/// How much of a text is looked at to tell its style, so that many fixes of one large file stay
/// cheap.
const SAMPLE: usize = 8 << 10;

/// What the new method does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Body {
    /// Nothing yet.
    Empty,
    /// It answers a refusal, in the language of the template.
    Refusal(FileId),
}

/// The edit that adds the method `name` for the template of `unit`.
///
/// `None` where the script leaves open what it registers: through code that was not read, with a
/// spread, as a class, in another file.
pub(super) fn addition(cx: &Context<'_>, unit: UnitId, name: &str, body: Body) -> Option<Edit> {
    if !cx.semantics.members(unit).is_complete {
        return None;
    }
    let is_component = cx.project.unit(unit).kind == UnitKind::Component;
    let own = if is_component { Container::Methods } else { Container::Page };
    if let Some(object) = registered(cx, unit, own) {
        let method = Method { name, body: lines(cx, object.file, body), is_nested: false };
        return Some(method.edit(&object));
    }
    let object = registered(cx, unit, Container::Component).filter(|_| is_component)?;
    if object.has("methods") {
        return None;
    }
    let method = Method { name, body: lines(cx, object.file, body), is_nested: true };
    Some(method.edit(&object))
}

/// An object literal of the program.
struct Object<'a> {
    file: FileId,
    text: &'a str,
    script: &'a Script,
    /// All of it, braces included.
    span: Span,
    properties: &'a [Property],
}

/// The one object literal that `unit` is registered with as its `container`.
fn registered<'a>(cx: &Context<'a>, unit: UnitId, container: Container) -> Option<Object<'a>> {
    let values = &cx.semantics.values;
    let mut all = values.registrations.get(&unit)?.iter().filter(|(it, _)| *it == container);
    let (Some((_, Token::Object(node))), None) = (all.next(), all.next()) else { return None };
    let (instance, expr) = values.place(*node)?;
    let file = values.instance(instance).file;
    let script = cx.file(file).script()?;
    let ExprKind::Object(properties) = script.kind(expr) else { return None };
    let span = script.expr(expr).span;
    let text: &str = &cx.file(file).text;
    let written = span.of(text);
    let is_literal = written.starts_with('{') && written.ends_with('}') && written.len() > 1;
    let is_own = !cx.project.is_library(file) && Some(file) == cx.project.unit(unit).script;
    (is_literal && is_own).then_some(Object { file, text, script, span, properties })
}

/// The statements of a new method, in the style of the file.
fn lines(cx: &Context<'_>, script: FileId, body: Body) -> Option<String> {
    let Body::Refusal(template) = body else { return None };
    let words = match head(&cx.file(template).text).chars().find_map(language) {
        Some("zh") => "未获得授权，可稍后重试",
        Some("es") => "Sin autorización; puede intentarlo más tarde",
        _ => "Not authorized; you can try again later",
    };
    let text = head(&cx.file(script).text);
    let quote = if text.contains('"') && !text.contains('\'') { '"' } else { '\'' };
    let end = if text.contains(';') || !text.contains('\n') { ";" } else { "" };
    Some(format!("my.showToast({{ content: {quote}{words}{quote} }}){end}"))
}

/// The language that a character tells.
fn language(character: char) -> Option<&'static str> {
    match character {
        '\u{4e00}'..='\u{9fff}' => Some("zh"),
        'á' | 'é' | 'í' | 'ó' | 'ú' | 'ñ' | '¿' | '¡' => Some("es"),
        _ => None,
    }
}

struct Method<'a> {
    name: &'a str,
    /// The statement in it.
    body: Option<String>,
    /// Whether it is the first in `methods` of a component.
    is_nested: bool,
}

/// How the lines of an object literal are laid out.
struct Style<'a> {
    /// What parts lines: a blank where all stands in one.
    eol: &'a str,
    /// The blanks before a member.
    inner: String,
    /// The blanks that a level more takes.
    unit: &'a str,
}

impl Method<'_> {
    /// The edit that makes the method the last member of `object`, or the first one where what
    /// follows the last member is not plain.
    fn edit(&self, object: &Object<'_>) -> Edit {
        let (start, end) = (object.span.start as usize + 1, object.span.end as usize - 1);
        let edit = |start: usize, end: usize, replacement| {
            let span = Span::new(start as u32, end as u32);
            Edit { at: FileSpan::new(object.file, span), replacement }
        };
        let style = object.style();
        let new = self.text(&style);
        let Style { eol, inner, .. } = &style;
        if object.text.get(start..end).is_some_and(|it| it.trim().is_empty()) {
            let outer = indent(object.text, start);
            return edit(start, end, format!("{eol}{inner}{new},{eol}{outer}"));
        }
        let last = object.last();
        let gap = match &last {
            Some(last) if last.is_long && *eol != " " => format!("{eol}{eol}{inner}"),
            _ => format!("{eol}{inner}"),
        };
        match last.map(|last| (last.end, object.behind(last.end))) {
            Some((at, Behind::Nothing)) => edit(at, at, format!(",{gap}{new}")),
            Some((_, Behind::Comma(at))) => edit(at, at, format!("{gap}{new},")),
            _ => edit(start, start, format!("{eol}{inner}{new},")),
        }
    }

    fn text(&self, style: &Style<'_>) -> String {
        let Style { eol, inner, unit } = style;
        let deeper = format!("{inner}{unit}");
        if self.is_nested {
            let method = self.member(&Style { inner: deeper.clone(), ..*style });
            return format!("methods: {{{eol}{deeper}{method},{eol}{inner}}}");
        }
        self.member(style)
    }

    fn member(&self, Style { eol, inner, unit }: &Style<'_>) -> String {
        let name = self.name;
        match &self.body {
            Some(body) => format!("{name}() {{{eol}{inner}{unit}{body}{eol}{inner}}}"),
            None => format!("{name}() {{}}"),
        }
    }
}

/// The last member of an object literal.
struct Last {
    /// Where its value ends.
    end: usize,
    /// Whether it takes more than one line.
    is_long: bool,
}

/// What stands between the last member of an object literal and its `}`.
enum Behind {
    /// Nothing but blanks.
    Nothing,
    /// A comma, and in its line nothing else or a comment, which ends there.
    Comma(usize),
    /// Something else.
    Other,
}

impl<'a> Object<'a> {
    fn style(&self) -> Style<'a> {
        let sample = head(self.text);
        let eol = if sample.contains("\r\n") { "\r\n" } else { "\n" };
        let outer = indent(self.text, self.span.start as usize);
        let last = self.properties.last().and_then(key).map(|(_, at)| at.start as usize);
        let before = last.and_then(|key| self.text.get(self.span.start as usize..key));
        if before.is_some_and(|it| !tail(it).contains('\n')) {
            return Style { eol: " ", inner: String::new(), unit: "" };
        }
        let inner = last.map(|key| indent(self.text, key)).and_then(|it| it.strip_prefix(outer));
        let of_file = if sample.contains("\n\t") { "\t" } else { "  " };
        let unit = inner.filter(|it| !it.is_empty()).unwrap_or(of_file);
        Style { eol, inner: format!("{outer}{unit}"), unit }
    }

    fn has(&self, name: &str) -> bool {
        self.properties
            .iter()
            .any(|it| key(it).is_none_or(|(key, _)| self.script.name(key) == name))
    }

    fn last(&self) -> Option<Last> {
        let property = self.properties.last()?;
        let (Property::Value { value, .. }
        | Property::Getter { value, .. }
        | Property::Setter { value, .. }) = property
        else {
            return None;
        };
        let key = key(property)?.1.start as usize;
        let end = self.script.expr(*value).span.end as usize;
        let is_long = head(self.text.get(key..end)?).contains('\n');
        Some(Last { end, is_long })
    }

    fn behind(&self, end: usize) -> Behind {
        let rest = self.text.get(end..self.span.end as usize - 1).unwrap_or("");
        if rest.trim().is_empty() {
            return Behind::Nothing;
        }
        let Some(after) = rest.trim_start().strip_prefix(',') else { return Behind::Other };
        let comma = end + rest.len() - after.len();
        let line = after.split(['\r', '\n']).next().unwrap_or("").trim_end();
        match line.trim_start() {
            "" => Behind::Comma(comma),
            comment if comment.starts_with("//") => Behind::Comma(comma + line.len()),
            _ => Behind::Other,
        }
    }
}

fn key(property: &Property) -> Option<(crate::syntax::script::Name, Span)> {
    match property {
        Property::Value { key: Key::Name(name, at), .. }
        | Property::Getter { key: Key::Name(name, at), .. }
        | Property::Setter { key: Key::Name(name, at), .. } => Some((*name, *at)),
        _ => None,
    }
}

/// The blanks that the line of the byte `at` begins with; none of a line that goes on and on.
fn indent(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or("");
    let near = tail(before);
    let line = match near.rfind('\n') {
        Some(end) => near.get(end + 1..).unwrap_or(""),
        None if near.len() == before.len() => near,
        None => return "",
    };
    let line = text.get(at - line.len()..).unwrap_or("");
    let end = line.len() - line.trim_start_matches([' ', '\t']).len();
    line.get(..end).unwrap_or("")
}

/// The beginning of `text`.
fn head(text: &str) -> &str {
    text.get(..text.floor_char_boundary(SAMPLE)).unwrap_or(text)
}

/// The end of `text`.
fn tail(text: &str) -> &str {
    text.get(text.ceil_char_boundary(text.len().saturating_sub(SAMPLE))..).unwrap_or(text)
}
