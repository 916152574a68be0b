//! What the host runs: hooks of units, handlers that templates bind, modules, and what is handed to the host.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

use crate::finding::{Label, Message};
use crate::platform::{self, ApiKind, Owner, Platform};
use crate::project::{Project, UnitId, UnitKind};
use crate::semantic::graph::call_graph;
use crate::semantic::markup::{Given, Handler, Markup, RaisedBy, Render, Role};
use crate::semantic::values::{Container, FunctionNode, HostMember, Token, Values};
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::File;
use crate::syntax::script::{FunctionId, MODULE};

use super::render::Screens;
use super::{Entry, Trigger};

/// All that entries are made of.
pub(in crate::semantic) struct Source<'a> {
    pub(in crate::semantic) files: &'a [File],
    pub(in crate::semantic) project: &'a Project,
    pub(in crate::semantic) platform: &'a Platform,
    pub(in crate::semantic) markup: &'a Markup,
    pub(in crate::semantic) values: &'a Values,
    pub(in crate::semantic) screens: &'a Screens,
}

impl Source<'_> {
    /// All entries of the program, in a stable order.
    pub(in crate::semantic) fn entries(&self) -> Vec<Entry> {
        let mut entries = self.of_units();
        entries.retain(|entry| !self.is_unshown(entry));
        entries.extend(self.modules());
        entries.extend(self.plugin_exports());
        entries.extend(self.callbacks());
        entries
            .sort_by_key(|entry| (entry.triggers.first().copied(), entry.because, entry.function));
        entries
    }

    /// Whether `entry` stands for what the host would run on a component, were it rendered. What
    /// a consent would run is no less right for that.
    fn is_unshown(&self, entry: &Entry) -> bool {
        let needs_consent = |it: &Trigger| !Trigger::WITHOUT_CONSENT.contains(it);
        entry.unit.is_some_and(|unit| self.screens.is_unshown(unit))
            && !entry.triggers.iter().any(needs_consent)
    }

    /// The hooks of units, and what their templates bind.
    fn of_units(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        entries.extend(self.values.host_members.iter().filter_map(|member| self.hook(member)));
        let mut named: BTreeMap<(UnitId, &str), Vec<FunctionNode>> = BTreeMap::new();
        for member in &self.values.host_members {
            if matches!(member.container, Container::Page | Container::Methods) {
                let name = self.values.symbols.text(member.name);
                named.entry((member.unit, name)).or_default().push(member.function);
            }
        }
        let called = LazyCell::new(|| self.called_from_outside());
        for handler in &self.markup.handlers {
            let bound = self.bound(&named, handler).into_iter();
            entries.extend(bound.filter(|entry| !self.is_property(handler, entry, &called)));
        }
        for render in &self.markup.renders {
            entries.extend(self.given_instance(&named, render));
        }
        entries
    }

    /// The functions that calls of other files than their own run.
    fn called_from_outside(&self) -> BTreeSet<(FileId, FunctionId)> {
        let caller = |call| self.values.instance(self.values.call(call).instance).file;
        let edges = self.values.edges.iter().map(|edge| (self.values.written(edge.to), edge.call));
        edges.filter(|((file, _), call)| caller(*call) != *file).map(|(place, _)| place).collect()
    }

    /// Whether `entry` is a property of a component that was read and is seen to call it: then
    /// what runs the component's call runs it, and not a gesture of its own. So it is with an
    /// event that no gesture raises.
    fn is_property(
        &self,
        handler: &Handler,
        entry: &Entry,
        called: &impl Deref<Target = BTreeSet<(FileId, FunctionId)>>,
    ) -> bool {
        handler.role == Role::Plain
            && matches!(handler.raised_by, RaisedBy::Component(_))
            && (called.contains(&self.values.written(entry.function))
                || platform::auth_event(&format!("on{}", handler.event))
                    .is_some_and(|auth| auth.answer == platform::Answer::Consent))
    }

    /// The entry that a member of a registration is, if the host calls it.
    fn hook(&self, member: &HostMember) -> Option<Entry> {
        let name = self.values.symbols.text(member.name);
        let is_data =
            name == "data" && matches!(member.container, Container::Page | Container::Component);
        let is_observer = member.container == Container::Observers;
        if !is_data && !is_observer && !name.contains('.') && !platform::is_hook(name) {
            return None;
        }
        let (owner, path) = match member.container {
            Container::App => (Owner::App, name.to_owned()),
            Container::Page => (Owner::Page, name.to_owned()),
            Container::Events => match self.is_page(member.unit) {
                true => (Owner::Page, format!("events.{name}")),
                false => (Owner::Component, format!("rootEvents.{name}")),
            },
            Container::Component => (Owner::Component, name.to_owned()),
            Container::Lifetimes => (Owner::Component, format!("lifetimes.{name}")),
            Container::Observers => match self.is_page(member.unit) {
                true => (Owner::Page, format!("observers.{name}")),
                false => (Owner::Component, format!("observers.{name}")),
            },
            Container::Methods => return None,
        };
        let hook = platform::hook(owner, &path).or_else(|| self.framework_hook(member, &path));
        let (entry, repeats, needs) = match hook {
            Some(hook) => (hook.entry, hook.repeating, hook.needs),
            None if is_data => (platform::Entry::Start, false, None),
            None => return None,
        };
        if needs.is_some_and(|option| !self.has_option(member.unit, option)) {
            return None;
        }
        let trigger = match entry {
            platform::Entry::Start => self.screens.start(member.unit),
            platform::Entry::Gesture => Trigger::Gesture,
            platform::Entry::Other => Trigger::Other,
        };
        let at = self.member_place(member);
        let shown = if member.container == Container::App {
            format!("App.{name}")
        } else {
            name.to_owned()
        };
        let key = match (trigger, owner) {
            (Trigger::Launch, Owner::App) => "launch-hook",
            (Trigger::Launch | Trigger::Page, Owner::Component) => "component-hook",
            (Trigger::Launch | Trigger::Page, _) => "page-hook",
            (Trigger::Gesture, _) => "gesture-hook",
            _ => "other-hook",
        };
        let mut lead = self.screens.lead(member.unit, trigger);
        lead.push(Label { at, text: Message::new(key).with("name", shown.clone()) });
        Some(Entry {
            function: member.function,
            triggers: vec![trigger],
            because: at,
            name: shown,
            unit: Some(member.unit),
            repeats,
            lead,
        })
    }

    /// The hook that the framework which registers the unit of `member` runs at `path`.
    fn framework_hook(&self, member: &HostMember, path: &str) -> Option<platform::Hook> {
        let hook = platform::hook(Owner::Framework, path);
        hook.filter(|_| self.values.wrapped.contains(&member.unit))
    }

    /// Whether the registration of `unit` has `options: { name: true }`.
    fn has_option(&self, unit: UnitId, name: &str) -> bool {
        let symbols = &self.values.symbols;
        let (Some(options), Some(name)) = (symbols.find("options"), symbols.find(name)) else {
            return false;
        };
        let registered = self.values.registrations.get(&unit).into_iter().flatten();
        let of = |token, key| {
            let node = self.values.property(token, key);
            node.map(|node| self.values.of(node)).unwrap_or_default()
        };
        let mut options = registered.flat_map(|(_, token)| of(*token, options));
        options.any(|token| of(token, name).contains(&Token::Bool(true)))
    }

    fn is_page(&self, unit: UnitId) -> bool {
        self.project.unit(unit).kind == UnitKind::Page
    }

    fn member_place(&self, member: &HostMember) -> FileSpan {
        self.head(member.function)
    }

    /// The place to point at for a function.
    pub(super) fn head(&self, function: FunctionNode) -> FileSpan {
        let (instance, function) = self.values.function(function);
        let file = self.values.instance(instance).file;
        let script = self.files[file.index()].script();
        FileSpan::new(file, script.map_or(Span::default(), |script| script.function(function).head))
    }

    /// The entries that a handler in a template binds.
    fn bound(
        &self,
        named: &BTreeMap<(UnitId, &str), Vec<FunctionNode>>,
        handler: &Handler,
    ) -> Vec<Entry> {
        let triggers = match &handler.role {
            Role::Plain => vec![Trigger::Gesture],
            Role::Refusal => vec![Trigger::Refusal],
            Role::Consent { scopes, is_open } => consents(scopes, *is_open),
        };
        let mut entries = Vec::new();
        for (name, at) in &handler.functions {
            let functions = named.get(&(handler.unit, name.as_str()));
            for function in functions.into_iter().flatten() {
                let event = self.written(handler.attribute);
                let label = Message::new("bound").with("event", event.clone());
                entries.push(Entry {
                    function: *function,
                    triggers: triggers.clone(),
                    because: *at,
                    name: event,
                    unit: Some(handler.unit),
                    repeats: false,
                    lead: vec![Label { at: *at, text: label }],
                });
            }
        }
        entries
    }

    /// The functions that `ref` of a component names: they are given it as soon as it is there.
    fn given_instance(
        &self,
        named: &BTreeMap<(UnitId, &str), Vec<FunctionNode>>,
        render: &Render,
    ) -> Vec<Entry> {
        let Some(Given::Value(value, _)) = render.properties.get("ref") else { return Vec::new() };
        let trigger = self.screens.start(render.unit);
        let mut entries = Vec::new();
        for constant in &value.constants {
            let functions = constant.text().and_then(|name| named.get(&(render.unit, name)));
            for function in functions.into_iter().flatten() {
                let label = Message::new("bound").with("event", "ref");
                let mut lead = self.screens.lead(render.unit, trigger);
                lead.push(Label { at: constant.at, text: label });
                entries.push(Entry {
                    function: *function,
                    triggers: vec![trigger],
                    because: constant.at,
                    name: "ref".to_owned(),
                    unit: Some(render.unit),
                    repeats: false,
                    lead,
                });
            }
        }
        entries
    }

    fn written(&self, at: FileSpan) -> String {
        at.span.of(&self.files[at.file.index()].text).to_owned()
    }

    /// The top levels of scripts that run at the launch or when a page opens.
    fn modules(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (id, unit) in self.project.units() {
            let Some(script) = unit.script else { continue };
            let trigger = self.screens.load(id);
            entries.extend(self.module(script, trigger, Some(id), self.screens.lead(id, trigger)));
        }
        for root in &self.project.roots {
            let alone = root.main.iter().chain(&root.workers);
            entries
                .extend(alone.filter_map(|it| self.module(*it, Trigger::Other, None, Vec::new())));
        }
        entries
    }

    fn module(
        &self,
        file: FileId,
        trigger: Trigger,
        unit: Option<UnitId>,
        mut lead: Vec<Label>,
    ) -> Option<Entry> {
        let base = self.values.base(file)?;
        let because = FileSpan::new(file, Span::default());
        let name = self.files[file.index()].path.file_name().to_owned();
        lead.push(Label { at: because, text: Message::new("module-runs") });
        Some(Entry {
            function: self.values.instance(base).function(MODULE),
            triggers: vec![trigger],
            because,
            name,
            unit,
            repeats: false,
            lead,
        })
    }

    /// Functions that the program hands to the host for later: `my.onAppShow(f)`.
    fn callbacks(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (call, path, node) in &self.values.callbacks {
            let name = self.values.symbols.text(*path);
            let api = name.rsplit_once('.').and_then(|(_, name)| self.platform.api(name));
            let Some(ApiKind::Callback { entry }) = api.map(|api| api.kind) else { continue };
            let trigger = match entry {
                platform::Entry::Start => Trigger::Launch,
                platform::Entry::Gesture => Trigger::Gesture,
                platform::Entry::Other => Trigger::Other,
            };
            let at = call_graph::place(self.files, self.values, self.values.call(*call));
            for token in self.values.of(*node) {
                let Token::Function(instance, function) = token else { continue };
                let function = self.values.instance(instance).function(function);
                let text = Message::new("subscribed").with("name", name);
                entries.push(Entry {
                    function,
                    triggers: vec![trigger],
                    because: at,
                    name: name.to_owned(),
                    unit: None,
                    repeats: true,
                    lead: vec![Label { at, text }],
                });
            }
        }
        entries
    }
}

fn consents(scopes: &BTreeSet<&'static str>, is_open: bool) -> Vec<Trigger> {
    let all =
        [("userInfo", Trigger::ConsentToUserInfo), ("phoneNumber", Trigger::ConsentToPhoneNumber)];
    let asked = all.into_iter().filter(|(scope, _)| is_open || scopes.contains(scope));
    asked.map(|(_, trigger)| trigger).collect()
}
