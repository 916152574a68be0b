//! Judging: which elements are auth buttons, also through the components that hand consent on.

use std::collections::BTreeMap;

use super::button::{Answered, AuthButton, ButtonKind, Target, is_authorize, target};
use super::forward::{self, Forwarded, handed_on};
use super::names::{Instance, InstanceId, KeptBy, Names, Scope};
use super::tag::{self, AuthTag, BoundEvent};
use super::tree::{ElementId, Frame, ItemId, Tree};
use crate::platform::Answer;
use crate::project::{Project, UnitId, reached_from};
use crate::syntax::File;

/// How many components may stand between a tag and the native button.
const DEPTH: u32 = 4;
/// How many candidates of one component are looked at.
const CANDIDATES: usize = 8;
/// How many elements are judged in one program for the sake of components that use them.
const STEPS: u32 = 200_000;

/// Judges elements.
pub(super) struct Judge<'a> {
    /// The files.
    pub files: &'a [File],
    /// The program.
    pub project: &'a Project,
    /// The trees of the units.
    pub trees: &'a [Tree],
    /// Their frames.
    pub frames: &'a [Frame],
    /// The uses of units; those that judging makes are added and taken away again.
    pub instances: Vec<Instance>,
    /// What data keep.
    kept: &'a KeptBy<'a>,
    /// The elements of each unit that can be, or hold, a native button with an `open-type`.
    candidates: Vec<Vec<ItemId>>,
    forwarded: BTreeMap<(UnitId, String), Forwarded>,
    /// Whether a component may use a property that it is given.
    uses: BTreeMap<(UnitId, String), bool>,
    steps: u32,
}

impl<'a> Judge<'a> {
    /// A judge of the elements of `trees`.
    #[must_use]
    pub(super) fn new(
        files: &'a [File],
        project: &'a Project,
        trees: &'a [Tree],
        frames: &'a [Frame],
        instances: Vec<Instance>,
        kept: &'a KeptBy<'a>,
    ) -> Self {
        let candidates = candidates(files, project, trees);
        Self {
            files,
            project,
            trees,
            frames,
            instances,
            kept,
            candidates,
            forwarded: BTreeMap::new(),
            uses: BTreeMap::new(),
            steps: STEPS,
        }
    }

    /// Looks names up.
    #[must_use]
    pub(super) fn names(&self) -> Names<'_> {
        let Self { files, frames, kept, .. } = *self;
        Names { files, frames, instances: &self.instances, kept }
    }

    /// The auth button that the item `item` of `unit` is by itself.
    #[must_use]
    pub(super) fn button(&mut self, unit: UnitId, item: ItemId) -> Option<AuthButton> {
        self.judge(unit, item, InstanceId(unit.0), 0)
    }

    fn judge(
        &mut self,
        unit: UnitId,
        item: ItemId,
        instance: InstanceId,
        depth: u32,
    ) -> Option<AuthButton> {
        if depth > 0 {
            self.steps = self.steps.checked_sub(1)?;
        }
        let trees = self.trees;
        let it = trees.get(unit.0 as usize)?.item(item);
        let scope = Scope { instance, frame: it.frame };
        let element = it.element.of(self.files)?;
        let target = target(self.project, unit, &element.name);
        let is_native_button = target == Target::Native && element.name == "button";
        if target == Target::Native && !is_native_button {
            return None;
        }
        let tag = || tag::read(&self.names(), unit, it.element, scope);
        match target {
            Target::Native => {
                let tag = tag().filter(|tag| is_authorize(tag.open_type.as_ref()))?;
                Some(native(tag, item, ButtonKind::Native))
            }
            Target::Unread(path) => {
                let tag = tag().filter(|tag| is_authorize(tag.open_type.as_ref()))?;
                let is_known = path.is_some_and(|path| self.project.known.forwards_auth(path));
                let is_told = tag.bound("GetAuthorize").next().is_some();
                (is_known || is_told).then(|| native(tag, item, ButtonKind::Forwarding))
            }
            Target::Component(component) if depth < DEPTH && self.holds_some(component) => {
                let tag = self.as_named(component, tag()?);
                self.component(component, (item, it.element, scope), tag, depth)
            }
            Target::Component(_) => None,
        }
    }

    /// Whether `component` has elements that can be, or hold, a button.
    fn holds_some(&self, component: UnitId) -> bool {
        self.candidates.get(component.0 as usize).is_some_and(|candidates| !candidates.is_empty())
    }

    /// `tag`, of which no event is taken for a slip of the pen that the script of `component` names.
    fn as_named(&self, component: UnitId, mut tag: AuthTag) -> AuthTag {
        let script = self.project.unit(component).script;
        let script = script.and_then(|file| self.files.get(file.index())?.script());
        let is_named = |name: &str| script.is_some_and(|it| it.find_name(name).is_some());
        tag.events
            .iter_mut()
            .filter(|it| is_named(&it.written))
            .for_each(BoundEvent::take_as_written);
        tag
    }

    fn component(
        &mut self,
        component: UnitId,
        (item, element, scope): (ItemId, ElementId, Scope),
        tag: AuthTag,
        depth: u32,
    ) -> Option<AuthButton> {
        let candidates = self.candidates.get(component.0 as usize)?.clone();
        let used = InstanceId(self.instances.len() as u32);
        self.instances.push(Instance { unit: component, tag: Some((element, scope)) });
        let found = candidates.into_iter().find_map(|candidate| {
            let inner = self.judge(component, candidate, used, depth + 1)?;
            let alone = InstanceId(component.0);
            match self.judge(component, candidate, alone, depth + 1) {
                Some(_) => self.holding(&inner, item, tag.clone()),
                None => Some(self.forwarding(inner, item, tag.clone())),
            }
        });
        self.instances.truncate(used.0 as usize);
        found
    }

    /// The button that a component with a button of its own is where it is used, if what it
    /// binds are its properties.
    fn holding(&mut self, inner: &AuthButton, item: ItemId, tag: AuthTag) -> Option<AuthButton> {
        let consent = self.properties(inner, Answer::Consent);
        let refusal = self.properties(inner, Answer::Refusal);
        let is_library = self.project.unit(inner.unit).is_library;
        // What the button inside does not bind at all is reported there.
        let mut dropped = self.dropped(inner, &tag);
        dropped.retain(|(_, answer)| is_library || binds(inner, *answer));
        let is_handed_on = !consent.properties.is_empty() || !refusal.properties.is_empty();
        // Of a component that answers all itself, `onError` may be about something else.
        let is_lost = |(_, answer): &(usize, Answer)| is_library || *answer == Answer::Consent;
        if !is_handed_on && !dropped.iter().any(is_lost) {
            return None;
        }
        let answered = |forwarded: &Forwarded, is_missing_inside: bool| {
            let by: Vec<usize> = indices(&tag, |event| {
                let name = format!("on{}", event.event);
                forwarded.properties.contains_key(&name)
                    || forwarded.properties.contains_key(&event.written)
            });
            match by.is_empty() {
                false => Answered::By(by),
                true if forwarded.is_all || is_missing_inside && is_library => Answered::Not,
                true => Answered::Inside,
            }
        };
        let is_missing = inner.refusal == Answered::Not;
        let unheard = match refusal.properties.is_empty() {
            true => Vec::new(),
            false => methods(inner, Answer::Refusal),
        };
        let handed = handed_on(&consent, &refusal);
        let (consent, refusal) = (answered(&consent, false), answered(&refusal, is_missing));
        let tag = behind(tag, inner);
        Some(AuthButton {
            handed,
            dropped: dropped.into_iter().map(|it| it.0).collect(),
            inside: Some(inner.name()),
            unheard: if refusal == Answered::Inside { unheard } else { Vec::new() },
            ..button(tag, item, ButtonKind::Holding, consent, refusal)
        })
    }

    /// The button that a component is which hands `open-type` on.
    fn forwarding(&mut self, inner: AuthButton, item: ItemId, tag: AuthTag) -> AuthButton {
        let dropped: Vec<usize> = self.dropped(&inner, &tag).into_iter().map(|it| it.0).collect();
        let of = |answer: Answer, forwarded: Forwarded| {
            let mut by = indices(&tag, |event| {
                let name = format!("on{}", event.event);
                event.auth.is_some_and(|auth| auth.answer == answer)
                    || forwarded.properties.contains_key(&name)
            });
            by.retain(|index| !dropped.contains(index));
            match by.is_empty() {
                false => Answered::By(by),
                // Its own method does more than hand the event on.
                true if answers(&inner, answer) && !forwarded.is_all => Answered::Inside,
                true => Answered::Not,
            }
        };
        let consent = self.properties(&inner, Answer::Consent);
        let refusal = self.properties(&inner, Answer::Refusal);
        let handed = handed_on(&consent, &refusal);
        let (consent, refusal) = (of(Answer::Consent, consent), of(Answer::Refusal, refusal));
        let tag = behind(tag, &inner);
        AuthButton {
            handed,
            dropped,
            inside: Some(inner.name()),
            ..button(tag, item, ButtonKind::Forwarding, consent, refusal)
        }
    }

    /// The events of an authorize button that `tag` binds and the component around `inner` never
    /// calls, by index.
    fn dropped(&mut self, inner: &AuthButton, tag: &AuthTag) -> Vec<(usize, Answer)> {
        let mut dropped = Vec::new();
        for (index, event) in tag.events.iter().enumerate() {
            let Some(auth) = event.auth.filter(|_| !event.binding.is_empty()) else { continue };
            let is_lost_inside = inner.dropped(auth.answer).is_some();
            let mut is_used = || self.may_use(inner.unit, &format!("on{}", event.event));
            let is_open = inner.tag.events.iter().any(|it| it.binding.is_unknown);
            if is_lost_inside || !is_open && !is_used() {
                dropped.push((index, auth.answer));
            }
        }
        dropped
    }

    /// Whether a component may use the property `name`: one that its script, or what that
    /// imports, may look up.
    fn may_use(&mut self, unit: UnitId, name: &str) -> bool {
        let (files, project) = (self.files, self.project);
        *self.uses.entry((unit, name.to_owned())).or_insert_with(|| {
            let Some(own) = project.unit(unit).script else { return true };
            let has_props = |file: &File| {
                file.script().is_none_or(|script| script.find_name("props").is_some())
            };
            let script = files.get(own.index());
            let is_unread = script.and_then(File::script).is_none_or(|script| {
                let mut names = script.references.iter().map(|it| script.name(it.0));
                names.any(|name| project.module(own, name).is_none())
            });
            let imported = reached_from(files, project, [own]);
            let mut others = imported.iter().filter(|id| **id != own).map(|id| &files[id.index()]);
            is_unread
                || others.any(has_props)
                || script.is_none_or(|file| forward::may_use(file, name))
        })
    }

    /// The properties that the inner button's handlers for `answer` call.
    fn properties(&mut self, inner: &AuthButton, answer: Answer) -> Forwarded {
        let mut found = Forwarded { is_all: true, ..Forwarded::default() };
        for (unit, method) in methods(inner, answer) {
            let forwarded = self.method(unit, &method);
            found.is_all &= forwarded.is_all;
            for (property, at) in &forwarded.properties {
                found.properties.entry(property.clone()).or_insert(*at);
            }
        }
        found.is_all &= !found.properties.is_empty();
        found
    }

    fn method(&mut self, unit: UnitId, method: &str) -> &Forwarded {
        let files = self.files;
        let script = self.project.unit(unit).script;
        let script = script.and_then(|id| Some((files.get(id.index())?, id)));
        self.forwarded.entry((unit, method.to_owned())).or_insert_with(|| {
            script.map(|(file, id)| forward::by_method(file, id, method)).unwrap_or_default()
        })
    }
}

/// The tag with `open-type` and `scope` of the button inside.
fn behind(tag: AuthTag, inner: &AuthButton) -> AuthTag {
    let scope = match inner.tag.scope.clone() {
        // What is empty only here, the tag gives or leaves out.
        Some(scope) if !scope.is_empty && scope.values.is_blank() => {
            tag.scope.filter(|own| own.values.is_blank())
        }
        scope => scope,
    };
    AuthTag { open_type: inner.tag.open_type.clone(), scope, ..tag }
}

/// The button whose tag binds the events of a native one.
fn native(tag: AuthTag, item: ItemId, kind: ButtonKind) -> AuthButton {
    let of = |answer: Answer| {
        let by = indices(&tag, |event| event.auth.is_some_and(|auth| auth.answer == answer));
        if by.is_empty() { Answered::Not } else { Answered::By(by) }
    };
    let (consent, refusal) = (of(Answer::Consent), of(Answer::Refusal));
    button(tag, item, kind, consent, refusal)
}

fn button(
    tag: AuthTag,
    item: ItemId,
    kind: ButtonKind,
    consent: Answered,
    refusal: Answered,
) -> AuthButton {
    let (unit, ElementId { file, node }) = (tag.unit, tag.element);
    AuthButton {
        unit,
        file,
        node,
        tag,
        kind,
        consent,
        refusal,
        dropped: Vec::new(),
        inside: None,
        handed: Vec::new(),
        unheard: Vec::new(),
        item,
    }
}

/// The methods that a button binds for `answer`, each with its unit.
fn methods(button: &AuthButton, answer: Answer) -> Vec<(UnitId, String)> {
    let functions = button.answering_with(answer).flat_map(|event| &event.binding.functions);
    functions.map(|(method, _)| (button.unit, method.clone())).collect()
}

/// Whether a button binds an event for `answer`.
fn binds(button: &AuthButton, answer: Answer) -> bool {
    button.answering_with(answer).next().is_some()
}

/// Whether a button binds functions that are known for `answer`, and no others.
fn answers(button: &AuthButton, answer: Answer) -> bool {
    binds(button, answer) && button.answering_with(answer).all(|it| !it.binding.is_unknown)
}

/// The events of a tag that bind something and are wanted.
fn indices(tag: &AuthTag, is_wanted: impl Fn(&BoundEvent) -> bool) -> Vec<usize> {
    let events = tag.events.iter().enumerate();
    events.filter(|(_, it)| !it.binding.is_empty() && is_wanted(it)).map(|(at, _)| at).collect()
}

/// The items of every unit that can be, or hold, a button with an `open-type`.
fn candidates(files: &[File], project: &Project, trees: &[Tree]) -> Vec<Vec<ItemId>> {
    let mut found = vec![Vec::new(); trees.len()];
    let mut users: BTreeMap<UnitId, Vec<(UnitId, ItemId)>> = BTreeMap::new();
    let mut reached = Vec::new();
    for (unit, tree) in (0..).map(UnitId).zip(trees) {
        for (id, item) in tree.items() {
            let Some(element) = item.element.of(files) else { continue };
            let has_open_type = || {
                element.attributes.iter().any(|it| matches!(&*it.name, "open-type" | "openType"))
            };
            match target(project, unit, &element.name) {
                Target::Component(component) => {
                    users.entry(component).or_default().push((unit, id))
                }
                Target::Native if element.name == "button" && has_open_type() => {
                    reached.push((unit, id))
                }
                Target::Unread(_) if has_open_type() => reached.push((unit, id)),
                _ => {}
            }
        }
    }
    while let Some((unit, item)) = reached.pop() {
        let list: &mut Vec<ItemId> = &mut found[unit.0 as usize];
        if list.is_empty() {
            reached.extend(users.remove(&unit).unwrap_or_default());
        }
        if list.len() < CANDIDATES && !list.contains(&item) {
            list.push(item);
        }
    }
    found.iter_mut().for_each(|list| list.sort_unstable());
    found
}
