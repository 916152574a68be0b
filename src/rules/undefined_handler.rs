//! `undefined-handler`: an event of an auth button that names a function its unit does not define.

use crate::finding::{Edit, Fix, Message, RuleId, Safety};
use crate::project::UnitKind;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::Members;
use crate::semantic::markup::{AuthButton, BoundEvent};
use crate::source::FileSpan;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("undefined-handler"),
    page: include_str!("../../rules/undefined-handler.md"),
    checks: &[Check::Button(check)],
};

fn check(cx: &Context<'_>, button: &AuthButton, findings: &mut Findings) {
    let unit = cx.project.unit(button.unit);
    let Some(script) = unit.script else { return };
    let members = cx.semantics.members(button.unit);
    let is_defined =
        |name: &str| members.handlers.contains_key(name) || members.beside.contains_key(name);
    if !members.is_complete {
        return;
    }
    for event in button.answering() {
        for (name, at) in event.binding.functions.iter().filter(|(name, _)| !is_defined(name)) {
            let near = members.handlers.keys().find(|it| it.eq_ignore_ascii_case(name));
            let key = match (near, unit.kind) {
                (Some(_), _) => "near",
                (None, UnitKind::Component) => "component",
                (None, _) => "page",
            };
            let message = Message::new(key)
                .with("event", right_name(event))
                .with("name", &**name)
                .with("path", cx.file(script).path.as_str());
            let message = match near {
                Some(right) => message.with("right", &**right),
                None => message,
            };
            let fix = match near {
                Some(right) => Some(renaming(*at, right)),
                None => method(cx, members, FileSpan { file: script, ..*at }, name),
            };
            findings.report(*at, message, Message::new("label")).fix(fix).within(button.span());
        }
    }
}

fn right_name(event: &BoundEvent) -> &str {
    match event.auth {
        Some(auth) if event.is_misspelt => &auth.name,
        _ => &event.written,
    }
}

fn renaming(at: FileSpan, right: &str) -> Fix {
    Fix {
        title: Message::new("fix-write").with("right", right),
        safety: Safety::Suggested,
        edits: vec![Edit { at, replacement: right.to_owned() }],
    }
}

/// Adds an empty method before the last one that a template can name.
fn method(cx: &Context<'_>, members: &Members, script: FileSpan, name: &str) -> Option<Fix> {
    let own = members.handlers.values().filter(|it| it.at.is_some_and(|at| at.file == script.file));
    let last = own.map(|it| it.span.start).max()?;
    let text = &cx.file(script.file).text;
    let line = text.get(..last as usize)?.rsplit('\n').next()?;
    let indent: String = line.chars().take_while(|it| it.is_whitespace()).collect();
    let is_alone = line.trim().is_empty();
    let rest = if is_alone { format!("\n\n{indent}") } else { " ".to_owned() };
    let at = FileSpan::new(script.file, crate::source::Span::at(last));
    Some(Fix {
        title: Message::new("fix-add-method").with("name", name),
        safety: Safety::Suggested,
        edits: vec![Edit { at, replacement: format!("{name}(event) {{\n{indent}}},{rest}") }],
    })
}
