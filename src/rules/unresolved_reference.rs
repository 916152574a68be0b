//! `unresolved-reference`: what the analysis cannot follow and what may hide a finding.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Message, RuleId};
use crate::platform::{ApiKind, relay};
use crate::project::{ComponentRef, Project, Resolution, Root, Unit, UnitId, UnitKind, reached};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::graph::call_graph::place;
use crate::semantic::markup::{AuthButton, Setting};
use crate::semantic::site::ApiSite;
use crate::semantic::site::api::scopes;
use crate::semantic::values::{CallId, CallKind};
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::File;
use crate::syntax::axml::{Element, Template};
use crate::syntax::json;
use crate::syntax::script::Script;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("unresolved-reference"),
    page: include_str!("../../rules/unresolved-reference.md"),
    checks: &[
        Check::Program(references),
        Check::Program(computed_apis),
        Check::Program(cut_calls),
        Check::Program(relays),
        Check::Unit(unit),
        Check::Button(button),
        Check::Program(open_types),
        Check::Site(scopes_of_call),
    ],
};

fn report(cx: &Context<'_>, findings: &mut Findings, at: FileSpan, message: Message) {
    if cx.config.verbose && !cx.project.is_library(at.file) {
        findings.report(at, message, Message::new("label"));
    }
}

/// What the program's own scripts and templates name.
fn references(cx: &Context<'_>, findings: &mut Findings) {
    if !cx.config.verbose {
        return;
    }
    let defined = (0..).map(FileId).zip(cx.files).map(|(id, file)| Defined::by(cx, id, file));
    let defined: Vec<Defined<'_>> = defined.collect();
    for id in reached(cx.files, cx.project) {
        if let Some(script) = cx.file(id).script() {
            modules(cx, id, script, findings);
        }
        if let Some(template) = cx.file(id).template() {
            templates(cx, id, template, &defined, findings);
        }
    }
}

/// Modules that were not read, each once for a script.
fn modules(cx: &Context<'_>, id: FileId, script: &Script, findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    for (name, span) in &script.references {
        let name = script.name(*name);
        let found = cx.project.modules.get(&(id, name.to_owned()));
        if found != Some(&Resolution::Unread) || !seen.insert(name) {
            continue;
        }
        let message = match name.starts_with(['.', '/']) || is_aliased(cx, name) {
            true => Message::new("file"),
            false => Message::new("package"),
        };
        let at = FileSpan::new(id, span.inside_quotes(&cx.file(id).text));
        report(cx, findings, at, message.with("name", name));
    }
}

/// Whether an alias of a root begins `name`.
fn is_aliased(cx: &Context<'_>, name: &str) -> bool {
    let alias = |root: &Root| root.alias(name).is_some_and(|(prefix, _)| prefix.ends_with('/'));
    cx.project.roots.iter().any(alias)
}

/// Templates that are imported and not there, or used and nowhere defined.
fn templates(
    cx: &Context<'_>,
    id: FileId,
    template: &Template,
    defined: &[Defined<'_>],
    findings: &mut Findings,
) {
    let is_known = LazyCell::new(|| names(id, defined));
    for (_, element) in template.elements() {
        let (key, attribute) = match element.name.as_str() {
            "import" | "include" => (Message::new("template-file"), "src"),
            "template" => (Message::new("template-name"), "is"),
            _ => continue,
        };
        let Some((name, span)) = literal(element, attribute) else { continue };
        let is_there = match attribute {
            "src" => cx.project.template(id, name).is_some(),
            _ => is_known.contains(name.trim()),
        };
        if !is_there && !name.trim().is_empty() {
            report(cx, findings, FileSpan::new(id, span), key.with("name", name));
        }
    }
}

fn literal<'a>(element: &'a Element, attribute: &str) -> Option<(&'a str, Span)> {
    let value = element.attribute(attribute)?.value.as_ref()?;
    Some((value.literal()?, value.span))
}

/// The templates that a file defines, and the files it imports others from.
#[derive(Default)]
struct Defined<'a> {
    names: BTreeSet<&'a str>,
    imports: BTreeSet<FileId>,
}

impl<'a> Defined<'a> {
    fn by(cx: &Context<'a>, id: FileId, file: &'a File) -> Self {
        let mut defined = Self::default();
        for (_, element) in file.template().into_iter().flat_map(Template::elements) {
            match element.name.as_str() {
                "template" => {
                    defined.names.extend(literal(element, "name").map(|(name, _)| name.trim()));
                }
                "import" => {
                    let source = literal(element, "src");
                    let source = source.and_then(|(source, _)| cx.project.template(id, source));
                    defined.imports.extend(source);
                }
                _ => {}
            }
        }
        defined
    }
}

/// The templates that `file`, or what it imports, defines.
fn names<'a>(file: FileId, defined: &[Defined<'a>]) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::from([file]);
    let mut work = vec![file];
    let mut names = BTreeSet::new();
    while let Some(here) = work.pop().and_then(|file| defined.get(file.index())) {
        names.extend(&here.names);
        work.extend(here.imports.iter().filter(|it| seen.insert(**it)));
    }
    names
}

/// Units that no manifest names, components that were not read, templates that were cut.
fn unit(cx: &Context<'_>, id: UnitId, findings: &mut Findings) {
    let unit = cx.project.unit(id);
    if unit.is_library {
        return;
    }
    let file = unit.template.or(unit.script);
    let start = file.map(|file| FileSpan::new(file, Span::default()));
    let is_cut = cx.semantics.markup.trees.get(id.0 as usize).is_some_and(|tree| tree.is_cut);
    if let Some(at) = start.filter(|_| !unit.registered && unit.root.is_some()) {
        let message = Message::new("not-registered").with("path", cx.project.path_in_root(id));
        report(cx, findings, at, message);
    }
    if let Some(at) = start.filter(|_| is_cut) {
        report(cx, findings, at, Message::new("template-cut"));
    }
    let config = match (unit.kind, unit.root) {
        (UnitKind::App, Some(root)) => Some(cx.project.root(root).manifest),
        _ => unit.config,
    };
    let Some(config) = config else { return };
    let components = match unit.kind {
        UnitKind::App => globals(cx.project, id),
        _ => Some(&unit.components),
    };
    for (tag, component) in components.into_iter().flatten() {
        let ComponentRef::Unread(path) = component else { continue };
        let Some(at) = using(cx.file(config).json(), tag) else { continue };
        let message = Message::new("component").with("name", &**tag).with("path", &**path);
        let at = at.inside_quotes(&cx.file(config).text);
        report(cx, findings, FileSpan::new(config, at), message);
    }
}

/// The components that the units of the program of the app `app` are given by it.
fn globals(project: &Project, app: UnitId) -> Option<&BTreeMap<String, ComponentRef>> {
    let root = project.unit(app).root;
    let is_given = |it: &&Unit| it.root == root && !it.is_library && it.kind != UnitKind::App;
    project.units.iter().find(is_given).map(|it| &*it.globals)
}

/// Where `config` says what the custom tag `tag` stands for.
fn using(config: Option<&json::Value>, tag: &str) -> Option<Span> {
    Some(config?.get("usingComponents")?.get(tag)?.span)
}

/// Calls of APIs by names that are computed: all that is known is the object that holds them.
fn computed_apis(cx: &Context<'_>, findings: &mut Findings) {
    if !cx.config.verbose {
        return;
    }
    let values = &cx.semantics.values;
    let object = |path: &str| path.rsplit_once('.').map(|it| cx.platform.is_namespace(it.0));
    let hosts = || values.host_calls.iter().map(|it| (it.call, values.symbols.text(it.path)));
    let named: BTreeSet<CallId> =
        hosts().filter(|(_, path)| object(path) == Some(true)).map(|it| it.0).collect();
    let mut seen = BTreeSet::new();
    for (call, path) in hosts() {
        let site = values.call(call);
        let is_call = site.kind == CallKind::Call && !named.contains(&call);
        if !is_call || !cx.platform.is_namespace(path) {
            continue;
        }
        let at = place(cx.files, values, site);
        if seen.insert(at) {
            report(cx, findings, at, Message::new("computed-api").with("object", path));
        }
    }
}

/// The first call of each file that can run too much, for it stands for many; only where
/// something is asked for that it may hide.
fn cut_calls(cx: &Context<'_>, findings: &mut Findings) {
    let asks = || cx.semantics.sites.iter().any(|site| site.api.kind.asks_consent());
    if !cx.config.verbose || !asks() {
        return;
    }
    let mut first = BTreeMap::new();
    for site in cx.semantics.values.calls.iter().filter(|site| site.is_cut()) {
        let at = place(cx.files, &cx.semantics.values, site);
        let earlier = first.entry(at.file).or_insert(at);
        *earlier = at.min(*earlier);
    }
    for at in first.into_values() {
        report(cx, findings, at, Message::new("call-cut"));
    }
}

/// The first handler of each template that stands for others which are not named.
fn relays(cx: &Context<'_>, findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    for handler in cx.semantics.markup.handlers.iter().filter(|it| it.is_unknown) {
        let name = cx.text(handler.at).trim();
        if relay(name).is_some() && seen.insert(handler.at.file) {
            report(cx, findings, handler.at, Message::new("relay").with("name", name));
        }
    }
}

/// Scopes and handlers of an authorize button.
fn button(cx: &Context<'_>, button: &AuthButton, findings: &mut Findings) {
    if let Some(scope) = button.tag.scope.as_ref().filter(|it| it.values.is_dynamic)
        && is_judged_here(cx, button.unit)
    {
        report(cx, findings, scope.at, Message::new("button-scope"));
    }
    for event in button.answering().filter(|event| event.binding.is_unknown) {
        let message = Message::new("handler").with("event", event.written.as_str());
        report(cx, findings, event.binding.at, message);
    }
}

/// Elements of which it cannot be told whether they are authorize buttons.
fn open_types(cx: &Context<'_>, findings: &mut Findings) {
    for tag in &cx.semantics.markup.tags {
        let is_open = |it: &&Setting| it.values.is_dynamic;
        if let Some(setting) = tag.open_type.as_ref().filter(is_open)
            && is_judged_here(cx, tag.unit)
        {
            report(cx, findings, setting.at, Message::new("open-type"));
        }
    }
}

/// Whether nothing hands `unit` values that would be judged where it is used.
fn is_judged_here(cx: &Context<'_>, unit: UnitId) -> bool {
    cx.project.unit(unit).kind != UnitKind::Component
        || cx.semantics.screens.parents(unit).is_empty()
}

fn scopes_of_call(cx: &Context<'_>, site: &ApiSite, findings: &mut Findings) {
    let is_open = || site.calls.iter().any(|it| scopes(&cx.semantics.values, it.host).is_open);
    if matches!(site.api.kind, ApiKind::AuthCode) && is_open() {
        report(cx, findings, site.at, Message::new("scopes").with("api", site.path.as_str()));
    }
}
