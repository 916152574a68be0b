//! What the data of units is when the first screen appears, as far as it is constant.

use std::collections::{BTreeMap, BTreeSet};

use crate::project::{Project, UnitId};
use crate::semantic::Semantics;
use crate::semantic::entry::Trigger;
use crate::semantic::entry::reach::Path;
use crate::semantic::graph::call_graph::place;
use crate::semantic::markup::{Datum, ElementId, Literal};
use crate::semantic::symbols::{Symbol, hidden};
use crate::semantic::values::{CallId, CallSite, Container, Node, Token, Values};
use crate::source::FileSpan;
use crate::syntax::File;
use crate::syntax::script::ExprKind;

use super::referred::Referred;

/// What units put into their data at the launch.
#[derive(Clone, Debug, Default)]
pub struct LaunchData {
    set: BTreeMap<UnitId, Vec<LaunchSet>>,
}

/// A `setData` that an entry of the launch reaches.
#[derive(Clone, Debug)]
pub struct LaunchSet {
    /// The objects that are set.
    objects: Vec<Token>,
    /// Of their members those that are handed over on the way.
    handed: BTreeMap<String, Literal>,
    /// Whether it stands under a condition.
    pub(in crate::semantic) is_conditional: bool,
    call: CallId,
    /// The tags of the uses of the component that it is for; `None` for all.
    tags: Option<BTreeSet<ElementId>>,
    /// The place of the call.
    pub at: FileSpan,
    /// The way to it.
    pub path: Path,
}

impl Semantics {
    /// What is set at the launch; nothing where no element on the screen depends on data.
    pub(in crate::semantic) fn launch_data(&self, files: &[File], project: &Project) -> LaunchData {
        let markup = &self.markup;
        if markup.choices.is_empty() && markup.views.is_empty() {
            return LaunchData::default();
        }
        self.opening_data(files, project, Trigger::Launch)
    }

    /// What pages set as they open, but for the first one.
    #[must_use]
    pub fn page_data(&self, files: &[File], project: &Project) -> LaunchData {
        self.opening_data(files, project, Trigger::Page)
    }

    /// What entries of `trigger` set.
    pub(in crate::semantic) fn opening_data(
        &self,
        files: &[File],
        project: &Project,
        trigger: Trigger,
    ) -> LaunchData {
        let mut data = LaunchData::default();
        let Some(set_data) = self.values.symbols.find("this.setData") else { return data };
        let referred = Referred::new(files, self);
        for host in self.values.host_calls.iter().filter(|host| host.path == set_data) {
            let site = self.values.call(host.call);
            let guard = self.graph.guard(host.call);
            // What the user agreed to in a dialog is no doing of the launch.
            if guard.never || guard.confirmed || !self.reach.is_reached(trigger, site.caller) {
                continue;
            }
            let objects = site.arguments.first().map(|argument| self.values.of(argument.0));
            let at = place(files, &self.values, site);
            let is_conditional = is_conditional(files, &self.values, site);
            let units = self.receivers(files, host.call);
            for (way, setting) in self.settings(files, project, host.call) {
                let path = self.reach.first_path(trigger, way.function);
                let is_confirmed = self.is_confirmed_along(&way.edges);
                let Some(mut path) = path.filter(|_| !setting.is_never && !is_confirmed) else {
                    continue;
                };
                path.edges.extend(&way.edges);
                let set = LaunchSet {
                    objects: objects.clone().unwrap_or_default(),
                    handed: setting.handed,
                    is_conditional,
                    call: host.call,
                    tags: None,
                    at,
                    path,
                };
                for unit in &units {
                    let tags = referred.tags(*unit, trigger, (&way, host.call));
                    data.set.entry(*unit).or_default().push(LaunchSet { tags, ..set.clone() });
                }
            }
        }
        self.given(files, trigger, data)
    }

    /// `data` without what components do not set for want of a property.
    fn given(&self, files: &[File], trigger: Trigger, data: LaunchData) -> LaunchData {
        let mut given = data.clone();
        for sets in given.set.values_mut() {
            let is_withheld = |set: &LaunchSet| {
                set.is_conditional && self.is_withheld(files, (trigger, &data), set.call)
            };
            sets.retain(|set| !is_withheld(set));
        }
        given
    }

    /// Whether the user has agreed in a dialog on one of `edges`.
    fn is_confirmed_along(&self, edges: &[u32]) -> bool {
        let mut edges = edges.iter().filter_map(|at| self.graph.edges.get(*at as usize));
        edges.any(|edge| edge.guard.confirmed)
    }

    /// The calls of `setData`, by the units whose data they set.
    pub(in crate::semantic) fn setters(&self, files: &[File]) -> BTreeMap<UnitId, Vec<CallId>> {
        let mut setters: BTreeMap<UnitId, Vec<CallId>> = BTreeMap::new();
        let Some(set_data) = self.values.symbols.find("this.setData") else { return setters };
        for host in self.values.host_calls.iter().filter(|host| host.path == set_data) {
            for unit in self.receivers(files, host.call) {
                setters.entry(unit).or_default().push(host.call);
            }
        }
        setters
    }

    /// The units whose method `call` calls.
    pub(in crate::semantic) fn receivers(&self, files: &[File], call: CallId) -> Vec<UnitId> {
        let node = self.receiver(files, call).into_iter();
        let tokens = node.flat_map(|node| self.values.each(node));
        let units = tokens.filter_map(|token| match token {
            Token::Unit(unit) => Some(unit),
            _ => None,
        });
        units.collect()
    }

    /// What `call` calls a method of.
    pub(in crate::semantic) fn receiver(&self, files: &[File], call: CallId) -> Option<Node> {
        let site = self.values.call(call);
        let file = self.values.instance(site.instance).file;
        let script = files[file.index()].script()?;
        let ExprKind::Call(call) = script.kind(site.expr) else { return None };
        let ExprKind::Member { object, .. } = script.kind(call.callee) else { return None };
        self.values.value(site.instance, script, *object)
    }

    /// The value of `datum` before anything is set, of a property that a component is not given;
    /// `None` where it is not constant.
    #[must_use]
    pub fn initial(&self, files: &[File], datum: &Datum) -> Option<Literal> {
        let member = if self.is_property(datum) { "props" } else { "data" };
        self.literal(files, &self.registered(datum.unit, member), &datum.path)
    }

    /// Whether `datum` is, or is a part of, a property of a component that declares it.
    #[must_use]
    pub(in crate::semantic) fn is_property(&self, datum: &Datum) -> bool {
        let has = |member: &str, name: &str| {
            self.registered(datum.unit, member).into_iter().any(|object| self.has(object, name))
        };
        datum.path.first().is_some_and(|name| has("props", name) && !has("data", name))
    }

    /// The objects that `unit` registers as `member`.
    pub(in crate::semantic) fn registered(&self, unit: UnitId, member: &str) -> Vec<Token> {
        let registered = self.values.registrations.get(&unit).into_iter().flatten();
        let parts = registered.filter(|(container, _)| match container {
            Container::Page => member == "data",
            Container::Component => true,
            _ => false,
        });
        self.returned(parts.flat_map(|(_, token)| self.values_of(*token, member)).collect())
    }

    /// The value of `datum` before anything is set, unless the launch sets it in any case.
    #[must_use]
    pub fn kept(&self, files: &[File], data: &LaunchData, datum: &Datum) -> Option<Literal> {
        let mut sets = self.sets(data, datum);
        let is_lost =
            sets.any(|set| !set.is_conditional && self.set_by(files, set, &datum.path).is_some());
        self.initial(files, datum).filter(|_| !is_lost)
    }

    /// The value of `datum` once the launch is over, with the `setData` that gave it: what the
    /// launch sets, if it always sets the same, else what it was before.
    #[must_use]
    pub fn at_launch<'a>(
        &self,
        files: &[File],
        data: &'a LaunchData,
        datum: &Datum,
    ) -> (Option<Literal>, Option<&'a LaunchSet>) {
        let mut found: Option<(Option<Literal>, &LaunchSet)> = None;
        for set in self.sets(data, datum) {
            let Some(value) = self.set_by(files, set, &datum.path) else { continue };
            match &found {
                Some((known, _)) if *known != value => return (None, None),
                Some(_) => {}
                None => found = Some((value, set)),
            }
        }
        match found {
            Some((value, set)) => (value, Some(set)),
            None => (self.initial(files, datum), None),
        }
    }

    /// What sets data of the use of the unit that `datum` belongs to.
    fn sets<'a>(
        &self,
        data: &'a LaunchData,
        datum: &Datum,
    ) -> impl Iterator<Item = &'a LaunchSet> + use<'a> {
        let used = self.markup.instances.get(datum.instance.0 as usize);
        let tag = used.and_then(|used| used.tag).map(|(tag, _)| tag);
        let is_for = move |set: &&LaunchSet| match (&set.tags, tag) {
            (Some(tags), Some(tag)) => tags.contains(&tag),
            _ => true,
        };
        data.set.get(&datum.unit).into_iter().flatten().filter(is_for)
    }

    /// What `set` makes of the datum at `path`; `None` where it leaves it alone.
    fn set_by(&self, files: &[File], set: &LaunchSet, path: &[String]) -> Option<Option<Literal>> {
        for length in 1..=path.len() {
            let (key, rest) = path.split_at(length);
            let key = key.join(".");
            if let Some(value) = set.handed.get(&key).filter(|_| rest.is_empty()) {
                return Some(Some(value.clone()));
            }
            let values: Vec<Token> =
                set.objects.iter().flat_map(|object| self.values_of(*object, &key)).collect();
            let is_written = || set.objects.iter().any(|object| self.has(*object, &key));
            if set.objects.iter().any(|object| self.is_one_of_many(*object, &key)) {
                return Some(None);
            }
            if !values.is_empty() || is_written() {
                return match values == [Token::Plain] && rest.is_empty() {
                    true => Some(self.number(files, &set.objects, &key)),
                    false => Some(self.literal(files, &values, rest)),
                };
            }
        }
        let is_open = |token: &Token| !matches!(token, Token::Object(_));
        set.objects.iter().any(is_open).then_some(None)
    }

    /// The constant behind `path` in all of `objects`.
    pub(in crate::semantic) fn literal(
        &self,
        files: &[File],
        objects: &[Token],
        path: &[String],
    ) -> Option<Literal> {
        let Some((first, rest)) = path.split_first() else {
            let [value] = objects else { return None };
            return match value {
                Token::Nothing => Some(Literal::Nothing),
                Token::Bool(value) => Some(Literal::Bool(*value)),
                Token::Text(text) => {
                    Some(Literal::Text(self.values.symbols.text(*text).to_owned()))
                }
                Token::Object(_) | Token::Array(_) => Some(Literal::Object),
                _ => None,
            };
        };
        if objects.is_empty() || objects.iter().any(|token| !matches!(token, Token::Object(_))) {
            return None;
        }
        let members: Vec<Token> =
            objects.iter().flat_map(|object| self.values_of(*object, first)).collect();
        if members.is_empty() {
            let is_written = objects.iter().any(|object| self.has(*object, first));
            return (!is_written).then_some(Literal::Nothing);
        }
        if members == [Token::Plain] && rest.is_empty() {
            return self.number(files, objects, first);
        }
        self.literal(files, &members, rest)
    }

    /// The number that all of `objects` are written with as their member `name`: numbers are no values
    /// that are followed.
    fn number(&self, files: &[File], objects: &[Token], name: &str) -> Option<Literal> {
        let numbers = objects.iter().map(|object| {
            let Token::Object(node) = object else { return None };
            let (instance, expr) = self.values.place(*node)?;
            let file = self.values.instance(instance).file;
            let script = files.get(file.index())?.script()?;
            let ExprKind::Object(members) = script.kind(expr) else { return None };
            let value = script.settled(script.member_value(members, name)?);
            Literal::written(script, value).filter(|it| matches!(it, Literal::Number(_)))
        });
        let mut numbers = numbers.collect::<Option<Vec<Literal>>>()?;
        numbers.dedup();
        numbers.pop().filter(|_| numbers.is_empty())
    }

    pub(in crate::semantic) fn values_of(&self, object: Token, name: &str) -> Vec<Token> {
        let symbol = self.values.symbols.find(name);
        let node = symbol.and_then(|symbol| self.values.property(object, symbol));
        node.map(|node: Node| self.values.of(node)).unwrap_or_default()
    }

    /// Whether `object` has the member `name` from a computed key, which names others, too.
    fn is_one_of_many(&self, object: Token, name: &str) -> bool {
        let values = &self.values;
        let is_computed =
            |key: &Symbol| key.0 >= hidden::COUNT as u32 && !values.has_own(object, *key);
        let symbol = values.symbols.find(name).filter(is_computed);
        let is_known = symbol.is_some_and(|symbol| values.property(object, symbol).is_some());
        is_known
            && values.property(object, hidden::COMPUTED).is_some()
            && values.names(object).filter(is_computed).nth(1).is_some()
    }

    fn has(&self, object: Token, name: &str) -> bool {
        let symbol = self.values.symbols.find(name);
        symbol.is_some_and(|symbol| self.values.has_own(object, symbol))
    }

    /// `tokens`, with functions replaced by what they return.
    pub(in crate::semantic) fn returned(&self, tokens: Vec<Token>) -> Vec<Token> {
        let values = &self.values;
        let each = tokens.into_iter().flat_map(|token| match token {
            Token::Function(instance, function) => {
                values.of(values.instance(instance).returns(function))
            }
            other => vec![other],
        });
        each.collect()
    }
}

/// Whether a call stands under a condition.
pub(in crate::semantic) fn is_conditional(
    files: &[File],
    values: &Values,
    site: &CallSite,
) -> bool {
    let script = files[values.instance(site.instance).file.index()].script();
    script.is_some_and(|script| {
        let mut regions = script.enclosing(script.expr(site.expr).region);
        regions.any(|(_, region)| region.kind.is_conditional())
    })
}
