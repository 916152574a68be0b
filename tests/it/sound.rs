//! Places that are parts of their texts. The fuzz targets assert the same of theirs.

use consentlint::engine::Report;
use consentlint::finding::Finding;
use consentlint::source::{FileSpan, Span};
use consentlint::syntax::axml::{NodeKind, Template};
use consentlint::syntax::json::Value;
use consentlint::syntax::script::Script;
use consentlint::syntax::{Parsed, Tree};

/// All places in `parsed` are parts of `text`.
pub(crate) fn assert_parsed(parsed: &Parsed, text: &str) {
    for span in spans(parsed) {
        let is_text = text.get(span.start as usize..span.end as usize).is_some();
        assert!(is_text, "{span:?} splits {text:?}");
    }
}

/// All places of `finding` are parts of their files.
pub(crate) fn assert_places(report: &Report, finding: &Finding, input: &str) {
    let edits = finding.fix.iter().flat_map(|fix| &fix.edits).map(|edit| edit.at);
    let labels = finding.trace.iter().chain([&finding.primary]).map(|label| label.at);
    let scope = finding.scope.map(|span| FileSpan::new(finding.primary.at.file, span));
    for at in edits.chain(labels).chain(scope) {
        let text = &report.files[at.file.index()].text;
        let is_text = text.get(at.span.start as usize..at.span.end as usize).is_some();
        assert!(is_text, "{input}: {:?}: {at:?} splits its file", finding.rule);
    }
}

fn spans(parsed: &Parsed) -> Vec<Span> {
    let mut spans: Vec<Span> = parsed.problems.iter().map(|problem| problem.at).collect();
    for directive in &parsed.directives {
        spans.extend([directive.span].into_iter().chain(directive.covers));
        spans.extend(directive.rules.iter().map(|(_, span)| *span));
    }
    match &parsed.tree {
        Tree::Template(template) => of_template(template, &mut spans),
        Tree::Script(script) => of_script(script, &mut spans),
        Tree::Json(value) => of_value(value, &mut spans),
    }
    spans
}

fn of_template(template: &Template, spans: &mut Vec<Span>) {
    for node in &template.nodes {
        spans.push(node.span);
        match &node.kind {
            NodeKind::Text(value) => spans.push(value.span),
            NodeKind::Element(element) => {
                spans.extend([element.name_span, element.tag_span]);
                for attribute in &element.attributes {
                    spans.extend([attribute.name_span, attribute.span]);
                    spans.extend(attribute.value.as_ref().map(|value| value.span));
                }
            }
        }
    }
    of_script(&template.holes, spans);
}

fn of_script(script: &Script, spans: &mut Vec<Span>) {
    spans.extend(script.exprs.iter().map(|expr| expr.span));
    spans.extend(script.functions.iter().flat_map(|it| [it.span, it.head]));
    spans.extend(script.bindings.iter().map(|it| it.span));
    spans.extend(script.classes.iter().map(|it| it.span));
    spans.extend(script.statements.iter().copied());
    spans.extend(script.references.iter().map(|(_, span)| *span));
}

fn of_value(value: &Value, spans: &mut Vec<Span>) {
    spans.push(value.span);
    for member in value.members() {
        spans.push(member.key_span);
        of_value(&member.value, spans);
    }
    value.items().iter().for_each(|item| of_value(item, spans));
}
