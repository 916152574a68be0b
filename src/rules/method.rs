//! The fix that adds a method to what a unit's script registers.

use crate::finding::Edit;
use crate::project::{UnitId, UnitKind};
use crate::rules::Context;
use crate::semantic::values::{Container, Token};
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::script::{ExprKind, Key, Property, Script};

/// What the new method does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Body {
    /// Nothing yet.
    Empty,
    /// It answers a refusal, in the language of the template.
    Refusal(FileId),
}

/// The edits that add the method `name` for the template of `unit`.
///
/// `None` where the script leaves open what it registers: through code that was not read, with a
/// spread, as a class, in another file.
pub(super) fn addition(
    cx: &Context<'_>,
    unit: UnitId,
    name: &str,
    body: Body,
) -> Option<Vec<Edit>> {
    if !cx.semantics.members(unit).is_complete {
        return None;
    }
    let is_component = cx.project.unit(unit).kind == UnitKind::Component;
    let own = if is_component { Container::Methods } else { Container::Page };
    if let Some(object) = registered(cx, unit, own) {
        let method = Method { name, body: lines(cx, object.file, body), is_nested: false };
        return Some(method.edits(&object));
    }
    let object = registered(cx, unit, Container::Component).filter(|_| is_component)?;
    if object.has("methods") {
        return None;
    }
    let method = Method { name, body: lines(cx, object.file, body), is_nested: true };
    Some(method.edits(&object))
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
    let words = match cx.file(template).text.chars().find_map(language) {
        Some("zh") => "未获得授权，可稍后重试",
        Some("es") => "Sin autorización; puede intentarlo más tarde",
        _ => "Not authorized; you can try again later",
    };
    let text = &cx.file(script).text;
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

impl Method<'_> {
    /// The edits that make the method the last member of `object`, or the first one where what
    /// follows the last member is not plain.
    fn edits(&self, object: &Object<'_>) -> Vec<Edit> {
        let at = |offset: usize| FileSpan::new(object.file, Span::at(offset as u32));
        let edit = |offset, replacement| Edit { at: at(offset), replacement };
        let (start, end) = (object.span.start as usize, object.span.end as usize);
        let eol = if object.text.contains("\r\n") { "\r\n" } else { "\n" };
        let outer = indent(object.text, start);
        let unit = if outer.contains('\t') { "\t" } else { "  " };
        let new = |inner: &str| self.text(inner, unit, eol);
        let Some(last) = object.last() else {
            let inner = format!("{outer}{unit}");
            let text = format!("{eol}{inner}{},{eol}{outer}", new(&inner));
            return vec![Edit {
                at: FileSpan::new(object.file, Span::new(start as u32 + 1, end as u32 - 1)),
                replacement: text,
            }];
        };
        let is_one_line = !object.text.get(start..last.key).unwrap_or("").contains('\n');
        let inner = if is_one_line { outer } else { indent(object.text, last.key) };
        let gap = match (is_one_line, last.is_long) {
            (true, _) => " ".to_owned(),
            (false, true) => format!("{eol}{eol}{inner}"),
            (false, false) => format!("{eol}{inner}"),
        };
        match object.behind(last.end) {
            Behind::Nothing => vec![edit(last.end, format!(",{gap}{}", new(inner)))],
            Behind::Comma(end) => vec![edit(end, format!("{gap}{},", new(inner)))],
            Behind::Other => {
                let gap = if is_one_line { " ".to_owned() } else { format!("{eol}{inner}") };
                vec![edit(start + 1, format!("{gap}{},", new(inner)))]
            }
        }
    }

    fn text(&self, indent: &str, unit: &str, eol: &str) -> String {
        let (indent, before, after) = match self.is_nested {
            true => {
                let deeper = format!("{indent}{unit}");
                (deeper.clone(), format!("methods: {{{eol}{deeper}"), format!(",{eol}{indent}}}"))
            }
            false => (indent.to_owned(), String::new(), String::new()),
        };
        let name = self.name;
        let method = match &self.body {
            Some(body) => format!("{name}() {{{eol}{indent}{unit}{body}{eol}{indent}}}"),
            None => format!("{name}() {{}}"),
        };
        before + &method + &after
    }
}

/// The last member of an object literal.
struct Last {
    /// Where its key begins, and where its value ends.
    key: usize,
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

impl Object<'_> {
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
        let is_long = self.text.get(key..end)?.contains('\n');
        Some(Last { key, end, is_long })
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

/// The blanks that the line of the byte `at` begins with.
fn indent(text: &str, at: usize) -> &str {
    let start = text.get(..at).and_then(|it| it.rfind('\n')).map_or(0, |it| it + 1);
    let line = text.get(start..).unwrap_or("");
    let end = line.len() - line.trim_start_matches([' ', '\t']).len();
    line.get(..end).unwrap_or("")
}
