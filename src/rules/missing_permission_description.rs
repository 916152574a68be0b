//! `missing-permission-description`: a device permission whose purpose `app.json` does not tell.

use std::collections::BTreeMap;

use crate::finding::{Label, Message, RuleId};
use crate::platform::ApiKind;
use crate::project::{Root, RootId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::entry::Trigger;
use crate::semantic::site::api::option;
use crate::semantic::site::{ApiCall, ApiSite};
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::json::Value;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("missing-permission-description"),
    page: include_str!("../../rules/missing-permission-description.md"),
    checks: &[Check::Program(check)],
};

/// A use of a permission: the place and the API.
type Use<'a> = (FileSpan, &'a ApiSite);

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let mut needed: BTreeMap<(RootId, &str), Vec<Use<'_>>> = BTreeMap::new();
    for site in &cx.semantics.sites {
        let Some(at) = cx.semantics.own_place(site, None) else { continue };
        let Some(root) = root_of(cx, site.file) else { continue };
        for permission in permissions(cx, site) {
            needed.entry((root, permission)).or_default().push((at, site));
        }
    }
    for ((root, permission), uses) in needed {
        let root = cx.project.root(root);
        let manifest = cx.file(root.manifest).json();
        match manifest.map_or(Described::Not, |it| described(it, permission)) {
            Described::Yes => {}
            Described::Not => report_use(cx, permission, &uses, findings),
            Described::Empty(span) => {
                let at = FileSpan::new(root.manifest, span);
                let message = Message::new("empty").with("permission", permission);
                let steps = uses.into_iter().map(|(at, _)| needs(at));
                findings.report(at, message, Message::new("label-empty")).trace(steps.take(1));
            }
        }
    }
}

fn report_use(cx: &Context<'_>, permission: &str, uses: &[Use<'_>], findings: &mut Findings) {
    let Some((at, site)) = uses.first() else { return };
    let message =
        Message::new("finding").with("api", site.path.as_str()).with("permission", permission);
    findings
        .report(*at, message, Message::new("label"))
        .trace(uses.iter().skip(1).take(MOST_USES).map(|(at, _)| needs(*at)))
        .within(cx.semantics.scope_of(cx.files, site));
}

/// So many further uses are shown.
const MOST_USES: usize = 8;

fn needs(at: FileSpan) -> Label {
    Label { at, text: Message::new("needs") }
}

/// The innermost program that `file` belongs to; what a plugin may do is said by its host.
fn root_of(cx: &Context<'_>, file: FileId) -> Option<RootId> {
    let path = &cx.file(file).path;
    let roots = (0..).map(RootId).zip(&cx.project.roots);
    let around = roots.filter(|(_, root): &(_, &Root)| path.is_below(&root.folder));
    let (id, root) = around.max_by_key(|(_, root)| root.folder.as_str().len())?;
    (!root.is_plugin).then_some(id)
}

/// The permissions that the site is known to need where something runs it.
fn permissions<'a>(cx: &Context<'a>, site: &ApiSite) -> Vec<&'a str> {
    let ApiKind::Device { permission, source, .. } = site.api.kind else { return Vec::new() };
    if permission.is_empty() {
        return Vec::new();
    }
    let ways = Trigger::ALL.into_iter().flat_map(|trigger| cx.semantics.ways(site, trigger));
    let run: Vec<ApiCall> = ways.map(|(call, _)| call).collect();
    let is_needed = |name: &str| {
        let Some(source) = source else { return !run.is_empty() };
        run.iter().any(|call| {
            let chosen = option(&cx.semantics.values, call.host, source);
            let short = name.strip_prefix("scope.").unwrap_or(name);
            chosen.constants.iter().any(|it| it == short) || (chosen.is_absent && !chosen.is_open)
        })
    };
    permission.iter().map(String::as_str).filter(|name| is_needed(name)).collect()
}

/// Whether a manifest tells what a permission is for.
enum Described {
    Yes,
    Not,
    /// There is an entry, but no text in it.
    Empty(Span),
}

fn described(manifest: &Value, permission: &str) -> Described {
    let entries = manifest.get("permission").map(Value::members).unwrap_or_default();
    let Some(entry) = entries.iter().rfind(|member| member.key == permission) else {
        return Described::Not;
    };
    match entry.value.get("desc") {
        Some(desc) if desc.as_str().is_some_and(|text| !text.trim().is_empty()) => Described::Yes,
        Some(desc) => Described::Empty(desc.span),
        None => Described::Empty(entry.key_span),
    }
}
