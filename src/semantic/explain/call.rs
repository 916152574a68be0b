//! Calls and functions: what they run, what holds there, what runs them.

use crate::finding::Message;
use crate::platform::{ApiKind, ScopeKind};
use crate::semantic::entry::trace::short;
use crate::semantic::guard::check::Checks;
use crate::semantic::site::api;
use crate::semantic::site::api::scope_of;
use crate::semantic::values::{CallId, CallKind, FunctionNode, Token};
use crate::source::{FileSpan, Span};
use crate::syntax::script::{Call, Expr, ExprId, ExprKind, FunctionId, MODULE, Script};

use super::{Fact, Place, Question, Topic};

/// How many functions are listed of those that one call can run.
const MOST_CALLEES: usize = 12;

/// What of a script can be asked for.
#[derive(Clone, Copy)]
enum Item {
    Call(ExprId),
    Function(FunctionId),
}

impl Question<'_> {
    /// The calls on the line; where there are none, the functions that begin there.
    pub(super) fn of_script(&self, place: Place, script: &Script) -> Vec<Topic> {
        let calls = script.calls().filter(|(_, expr, call)| {
            let is_there = place.offset.is_some() || place.is_on_line(anchor(script, expr, call));
            is_there && !expr.span.is_empty()
        });
        let calls = calls.map(|(id, expr, _)| (expr.span, Item::Call(id)));
        let functions = (1..script.functions.len() as u32).map(FunctionId);
        let heads = functions.map(|id| (script.function(id).head, Item::Function(id)));
        let heads = heads.filter(|(head, _)| place.is_on_line(*head));
        let mut calls = calls.peekable();
        let items = match (place.offset, calls.peek()) {
            (None, Some(_)) => place.asked(calls),
            (None, None) => place.asked(heads),
            (Some(_), _) => place.asked(heads.chain(calls)),
        };
        let topic = |item: Item| match item {
            Item::Call(id) => self.call(place, script, id),
            Item::Function(id) => Some(self.function(place, script, id)),
        };
        items.into_iter().filter_map(topic).collect()
    }

    fn call(&self, place: Place, script: &Script, id: ExprId) -> Option<Topic> {
        let expr = script.expr(id);
        let ExprKind::Call(call) = &expr.kind else { return None };
        let values = &self.semantics.values;
        let is_it = |at: &CallId| {
            let site = values.call(*at);
            site.expr == id && values.instance(site.instance).file == place.file
        };
        let calls: Vec<CallId> = (0..values.calls.len() as u32).map(CallId).filter(is_it).collect();
        let name = short(self.text(FileSpan::new(place.file, script.expr(call.callee).span)));
        let text = match script.kind(call.callee) {
            ExprKind::Function(_) => Message::new("topic-call-unnamed"),
            _ if call.is_new => Message::new("topic-new").with("name", name),
            _ => Message::new("topic-call").with("name", name),
        };
        let mut facts = self.wallet(place, id, &calls);
        facts.extend(self.callees(script, &calls, call.callee));
        facts.push(self.surroundings(place, script, expr.function));
        facts.extend(self.conditions(&calls));
        facts.extend(self.runs_of_calls(&calls));
        let anchor = FileSpan::new(place.file, anchor(script, expr, call));
        Some(Topic { at: anchor, extent: expr.span, text, facts })
    }

    fn function(&self, place: Place, script: &Script, id: FunctionId) -> Topic {
        let function = script.function(id);
        let values = &self.semantics.values;
        let copies = values.instances.iter();
        let copies = copies.filter(|it| it.file == place.file && it.holds(id));
        let nodes: Vec<FunctionNode> = copies.map(|it| it.function(id)).collect();
        let name = function.name.map_or("function", |name| script.name(name));
        Topic {
            at: FileSpan::new(place.file, function.head),
            extent: function.head,
            text: Message::new("topic-function").with("name", name),
            facts: self.runs_of_functions(&nodes),
        }
    }

    /// What of the wallet the call `id` asks for, and what else of the host the calls run.
    fn wallet(&self, place: Place, id: ExprId, calls: &[CallId]) -> Vec<Fact> {
        let values = &self.semantics.values;
        let sites = self.semantics.sites.iter();
        let sites: Vec<_> = sites.filter(|it| it.file == place.file && it.expr == id).collect();
        let mut texts = Vec::new();
        for site in &sites {
            texts.push(Message::new("calls-wallet").with("name", site.path.as_str()));
            if let Some(scope) = scope_of(site.api) {
                texts.push(Message::new("needs-consent").with("scope", scope));
            }
            if matches!(site.api.kind, ApiKind::AuthCode) {
                texts.extend(site.calls.iter().flat_map(|call| self.scopes(call.host)));
            }
        }
        let hosts = values.host_calls.iter().chain(&values.idle_calls);
        let hosts = hosts.filter(|it| calls.contains(&it.call));
        let made = hosts.filter(|it| !it.is_unread() && is_made_here(values.call(it.call).kind));
        let made: Vec<&str> = made.map(|it| values.symbols.text(it.path)).collect();
        for path in made.iter().filter(|path| sites.iter().all(|site| site.path != **path)) {
            let is_object = self.platform.is_namespace(path);
            let is_member =
                |it: &str| it.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'));
            if is_object && made.iter().any(|it| is_member(it)) {
                continue;
            }
            let text = match is_object {
                true => Message::new("calls-computed"),
                // What never runs is no site.
                false if self.platform.api_at(path).is_some() => Message::new("calls-wallet"),
                false => Message::new("calls-host"),
            };
            texts.push(text.with("name", *path));
        }
        let mut facts: Vec<Fact> = Vec::new();
        for fact in texts.into_iter().map(Fact::new) {
            if !facts.contains(&fact) {
                facts.push(fact);
            }
        }
        facts
    }

    /// What a call of `getAuthCode` asks for.
    fn scopes(&self, call: CallId) -> Vec<Message> {
        let asked = api::scopes(&self.semantics.values, call);
        let constant = |scope: &String| {
            let text = match self.platform.scope(scope) {
                ScopeKind::Silent => Message::new("scope-silent"),
                ScopeKind::Prompting => Message::new("scope-prompts"),
                ScopeKind::Unknown => Message::new("scope-unknown"),
            };
            text.with("scope", scope.as_str())
        };
        let mut texts: Vec<Message> = asked.constants.iter().map(constant).collect();
        if asked.is_absent {
            texts.push(Message::new("scope-absent"));
        }
        if asked.is_open {
            texts.push(Message::new("scope-open"));
        }
        texts
    }

    /// The functions that the calls run, at once or later, and what of them is not known.
    fn callees(&self, script: &Script, calls: &[CallId], callee: ExprId) -> Vec<Fact> {
        let values = &self.semantics.values;
        let mut found: Vec<(FileSpan, Message)> = Vec::new();
        for edge in values.edges.iter().filter(|edge| calls.contains(&edge.call)) {
            let text = self.running(values.call(edge.call).kind, edge.to);
            let at = self.semantics.head(self.files, edge.to);
            if !found.contains(&(at, text.clone())) {
                found.push((at, text));
            }
        }
        found.sort_by(|left, right| (left.0, left.1.key).cmp(&(right.0, right.1.key)));
        let more = found.len().saturating_sub(MOST_CALLEES);
        found.truncate(MOST_CALLEES);
        let mut facts: Vec<Fact> = found.into_iter().map(|(at, text)| Fact::at(text, at)).collect();
        if more > 0 || calls.iter().any(|call| values.call(*call).is_cut()) {
            facts.push(Fact::new(Message::new("calls-more")));
        }
        facts.extend(self.unknown(script, calls, callee));
        facts
    }

    /// How `function` is run by a call of `kind`.
    fn running(&self, kind: CallKind, function: FunctionNode) -> Message {
        let name = self.semantics.name(self.files, function).unwrap_or("function");
        let symbols = &self.semantics.values.symbols;
        let text = match kind {
            CallKind::Callback { option: Some(option), .. } if symbols.text(option) == name => {
                Message::new("runs-own-option")
            }
            CallKind::Call | CallKind::New | CallKind::Accessor => Message::new("runs-function"),
            CallKind::Callback { option: Some(option), .. } => {
                Message::new("runs-option").with("option", symbols.text(option))
            }
            CallKind::Continuation { rejected: true } => Message::new("runs-after-failure"),
            CallKind::Callback { .. } | CallKind::Continuation { .. } => Message::new("runs-after"),
            CallKind::Timer { .. } => Message::new("runs-later"),
            CallKind::Standard | CallKind::Escape => Message::new("runs-handed-over"),
        };
        text.with("name", name)
    }

    fn unknown(&self, script: &Script, calls: &[CallId], callee: ExprId) -> Option<Fact> {
        let values = &self.semantics.values;
        if calls.is_empty() {
            return Some(Fact::new(Message::new("calls-nothing-known")));
        }
        let hosts = &values.host_calls;
        let unread = hosts.iter().find(|it| calls.contains(&it.call) && it.is_unread())?;
        let node = values.value(values.call(unread.call).instance, script, callee);
        let is_unread = node.is_some_and(|node| values.of(node).contains(&Token::Unread));
        Some(Fact::new(if is_unread {
            Message::new("calls-unread")
        } else {
            Message::new("calls-nothing-known")
        }))
    }

    /// The function that the call stands in.
    fn surroundings(&self, place: Place, script: &Script, function: FunctionId) -> Fact {
        if function == MODULE {
            return Fact::new(Message::new("stands-at-top"));
        }
        let function = script.function(function);
        let at = FileSpan::new(place.file, function.head);
        match function.name {
            Some(name) => Fact::at(Message::new("stands-in").with("name", script.name(name)), at),
            None => Fact::at(Message::new("stands-in-unnamed"), at),
        }
    }

    /// What holds where the calls are made.
    fn conditions(&self, calls: &[CallId]) -> Vec<Fact> {
        let guards: Vec<_> = calls.iter().map(|call| self.semantics.graph.guard(*call)).collect();
        if guards.is_empty() {
            return Vec::new();
        }
        let mut texts = Vec::new();
        if guards.iter().all(|guard| guard.never) {
            texts.push(Message::new("guard-never"));
        }
        if guards.iter().all(|guard| guard.confirmed) {
            texts.push(Message::new("guard-confirmed"));
        }
        for scope in ["userInfo", "phoneNumber"] {
            if guards.iter().all(|guard| guard.checks.grants(scope)) {
                texts.push(Message::new("guard-granted").with("scope", scope));
            }
        }
        for (check, key) in CHECKS {
            if guards.iter().all(|guard| guard.checks.has(check)) {
                texts.push(Message::new(key));
            }
        }
        texts.into_iter().map(Fact::new).collect()
    }

    fn text(&self, at: FileSpan) -> &str {
        at.span.of(&self.files[at.file.index()].text)
    }
}

/// What else a run can have checked.
const CHECKS: [(Checks, &str); 3] = [
    (Checks::CAN_I_USE, "guard-can-i-use"),
    (Checks::RESULT_CODE, "guard-result-code"),
    (Checks::FIRST_TIME, "guard-first-time"),
];

/// Whether the program itself makes such a call.
fn is_made_here(kind: CallKind) -> bool {
    matches!(kind, CallKind::Call | CallKind::New | CallKind::Accessor)
}

/// The place that a call is known by: the name of what is called.
fn anchor(script: &Script, expr: &Expr, call: &Call) -> Span {
    match script.kind(call.callee) {
        ExprKind::Member { property_span, .. } => *property_span,
        ExprKind::Function(_) => Span::new(expr.span.start, expr.span.start.saturating_add(1)),
        _ => script.expr(call.callee).span,
    }
}
