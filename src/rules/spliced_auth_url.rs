//! `spliced-auth-url`: an authorization link made by hand.

use std::collections::BTreeSet;

use crate::finding::{Message, RuleId};
use crate::platform::authorize_page;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::origin::compared::Compared;
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::axml::{Element, Part, Template};
use crate::syntax::script::{Binary, ExprId, ExprKind, Script};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("spliced-auth-url"),
    page: include_str!("../../rules/spliced-auth-url.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for file in cx.own() {
        if let Some(script) = cx.file(file).script() {
            for (span, page, scope) in links(script) {
                report(FileSpan::new(file, span), page, scope, findings);
            }
        }
        if let Some(template) = cx.file(file).template() {
            in_template(file, template, findings);
        }
    }
}

fn report(at: FileSpan, page: &str, scope: Span, findings: &mut Findings) {
    let message = Message::new("finding").with("page", page);
    findings.report(at, message, Message::new("label")).within(scope);
}

/// The texts of a script that lead to such a page, each joined text once.
fn links(script: &Script) -> Vec<(Span, &'static str, Span)> {
    let mut found = Vec::new();
    if !script.names.iter().any(|name| authorize_page(name).is_some()) {
        return found;
    }
    let compared = Compared::new(script);
    let mut last: Option<Span> = None;
    let mut seen = BTreeSet::new();
    // What joins texts stands behind them, so that the whole is seen before its parts.
    for (id, expr) in script.exprs().collect::<Vec<_>>().into_iter().rev() {
        if last.is_some_and(|last| last.start <= expr.span.start && expr.span.end <= last.end) {
            continue;
        }
        let Some((text, page)) = link(script, id, &mut seen) else { continue };
        last = Some(expr.span);
        if !compared.is_only(text) {
            found.push((script.expr(text).span, page, script.function(expr.function).span));
        }
    }
    found
}

/// The first text in what the expression joins that leads to such a page. What was `seen` as a part
/// of something larger is not looked at again.
fn link(
    script: &Script,
    id: ExprId,
    seen: &mut BTreeSet<ExprId>,
) -> Option<(ExprId, &'static str)> {
    let mut work = vec![id];
    while let Some(id) = work.pop() {
        if !seen.insert(id) {
            continue;
        }
        match script.kind(id) {
            ExprKind::Binary { operator: Binary::Add, left, right } => {
                work.extend([*right, *left]);
            }
            ExprKind::String(text) => {
                if let Some(page) = authorize_page(script.name(*text)) {
                    return Some((id, page));
                }
            }
            ExprKind::Template(template) => {
                let mut texts = template.texts.iter();
                let page = texts.find_map(|text| authorize_page(script.name(*text)));
                if let Some(page) = page {
                    return Some((id, page));
                }
            }
            _ => {}
        }
    }
    None
}

/// The attributes of a template that lead to such a page.
fn in_template(file: FileId, template: &Template, findings: &mut Findings) {
    let mut inside = links(&template.holes);
    inside.sort_by_key(|(span, ..)| *span);
    for (_, element) in template.elements() {
        for (span, page) in written(element) {
            inside.retain(|(hole, ..)| !(span.start <= hole.start && hole.end <= span.end));
            report(FileSpan::new(file, span), page, element.tag_span, findings);
        }
    }
    for (span, page, _) in inside {
        report(FileSpan::new(file, span), page, span, findings);
    }
}

fn written(element: &Element) -> Vec<(Span, &'static str)> {
    let values = element.attributes.iter().filter_map(|attribute| attribute.value.as_ref());
    let found = values.filter_map(|value| {
        let page = value.parts.iter().find_map(|part| match part {
            Part::Text(text) => authorize_page(text),
            Part::Hole { .. } => None,
        })?;
        Some((value.span, page))
    });
    found.collect()
}
