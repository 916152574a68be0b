//! `string-boolean`: `"false"` as text, which is true.

use crate::finding::{Edit, Fix, Message, RuleId, Safety};
use crate::platform::is_native_boolean;
use crate::project::UnitId;
use crate::rules::{Check, Context, Findings, Rule, prechecked_consent};
use crate::semantic::markup::{Target, target};
use crate::source::FileSpan;
use crate::syntax::axml::Element;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("string-boolean"),
    page: include_str!("../../rules/string-boolean.md"),
    checks: &[Check::Unit(check)],
};

fn check(cx: &Context<'_>, id: UnitId, findings: &mut Findings) {
    let unit = cx.project.unit(id);
    let Some(file) = unit.template.filter(|file| !cx.project.is_library(*file)) else { return };
    let Some(template) = cx.file(file).template().filter(|_| !unit.is_library) else { return };
    for (_, element) in template.elements() {
        for attribute in &element.attributes {
            let Some(value) = &attribute.value else { continue };
            let Some(text @ ("true" | "false")) = value.literal() else { continue };
            if !is_boolean(cx, id, element, &attribute.name) {
                continue;
            }
            let at = FileSpan::new(file, value.span);
            if prechecked_consent::decides(cx, at) {
                continue;
            }
            let message = Message::new(if text == "true" { "on" } else { "off" })
                .with("attribute", &*attribute.name)
                .with("text", text);
            let fix = Fix {
                title: Message::new("fix-braces").with("text", text),
                safety: Safety::Safe,
                edits: vec![Edit { at, replacement: braces(cx, at, text) }],
            };
            findings
                .report(at, message, Message::new("label"))
                .fix(Some(fix))
                .within(element.tag_span);
        }
    }
}

/// Whether the attribute takes a boolean: of the platform's own elements, and the property that
/// opens a known modal.
fn is_boolean(cx: &Context<'_>, unit: UnitId, element: &Element, name: &str) -> bool {
    let path = match target(cx.project, unit, &element.name) {
        Target::Native => return is_native_boolean(&element.name, name),
        Target::Unread(path) => path,
        Target::Component(component) => Some(cx.project.unit(component).path.as_str()),
    };
    path.and_then(|path| cx.project.known.modal(path)).is_some_and(|modal| modal.open == name)
}

/// `text` as an expression, in quotes where it stands in none.
fn braces(cx: &Context<'_>, at: FileSpan, text: &str) -> String {
    let before = cx.file(at.file).text.get(..at.span.start as usize).unwrap_or("");
    let quote = if before.ends_with(['"', '\'']) { "" } else { "\"" };
    format!("{quote}{{{{{text}}}}}{quote}")
}
