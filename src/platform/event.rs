//! Who calls what: the events of authorize buttons and the members that the host runs, from `rules/data/events.toml`.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::word;

const TEXT: &str = include_str!("../../rules/data/events.toml");

static TABLE: LazyLock<Table> = LazyLock::new(|| toml::from_str(TEXT).unwrap_or_default());

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    auth: Vec<AuthEvent>,
    hooks: Vec<HookRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct HookRow {
    owner: Owner,
    members: Vec<String>,
    entry: Entry,
    #[serde(default)]
    repeating: bool,
    #[serde(default)]
    needs: Option<String>,
}

/// What registers a member: `App`, `Page` or `Component`, or code that was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Owner {
    /// `App({…})`.
    App,
    /// `Page({…})`.
    Page,
    /// `Component({…})`.
    Component,
    /// `createPage({…})` and the like of a framework, which runs members itself.
    Framework,
    /// A function of a framework that takes a hook: `onLoad(() => …)` within `setup`.
    Setup,
}

/// What starts a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Entry {
    /// The app or the page opens: launch on the first screen, page elsewhere.
    Start,
    /// The user does something.
    Gesture,
    /// Anything else.
    Other,
}

/// A member that the host calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hook {
    /// What starts it.
    pub entry: Entry,
    /// Whether it runs again without the user.
    pub repeating: bool,
    /// The member of `options` without which it does not run.
    pub needs: Option<&'static str>,
}

/// What an event of an authorize button tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// The user consented.
    Consent,
    /// The user refused, or something failed.
    Refusal,
}

/// An event of an authorize button.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthEvent {
    /// The attribute that binds it: `onGetAuthorize`.
    pub name: String,
    /// What it tells.
    pub answer: Answer,
    /// The only scope it comes with.
    #[serde(default)]
    pub scope: Option<String>,
    near: Vec<String>,
}

/// The names of all hooks, without what holds them.
static HOOKS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let members = TABLE.hooks.iter().flat_map(|row| &row.members);
    members.filter_map(|member| member.rsplit('.').next()).collect()
});

/// What the host does with the member `path` of a registration: `onLoad`, `lifetimes.attached`,
/// `observers.value`; `None` for a member that the host does not call.
#[must_use]
pub fn hook(owner: Owner, path: &str) -> Option<Hook> {
    let names = |known: &String| {
        known == path
            || known
                .strip_suffix('*')
                .is_some_and(|stem| path.len() > stem.len() && path.starts_with(stem))
    };
    let row = TABLE.hooks.iter().find(|row| row.owner == owner && row.members.iter().any(names))?;
    Some(Hook { entry: row.entry, repeating: row.repeating, needs: row.needs.as_deref() })
}

/// Whether the host calls a member of that name of any unit; of observers it calls all.
#[must_use]
pub fn is_hook(name: &str) -> bool {
    HOOKS.contains(name)
}

/// The event that the attribute `name` binds, with its first letter as written: `Tap` of `onTap`,
/// `catchTap` and `capture-onTap`. `None` for an attribute that binds nothing.
#[must_use]
pub fn bound_event(name: &str) -> Option<&str> {
    let name = name.strip_prefix("capture-").unwrap_or(name);
    let event = name.strip_prefix("on").or_else(|| name.strip_prefix("catch"))?;
    event.starts_with(|first: char| first.is_ascii_uppercase()).then_some(event)
}

/// The event of an authorize button that the attribute `name` binds.
#[must_use]
pub fn auth_event(name: &str) -> Option<&'static AuthEvent> {
    let event = bound_event(name)?;
    TABLE.auth.iter().find(|known| bound_event(&known.name) == Some(event))
}

/// The event of an authorize button that the attribute `name` is meant to bind, but does not:
/// `ongetauthorize`, `bind:getAuthorize`, `catcherror`, `onGetAuthorise`.
#[must_use]
pub fn near_auth_event(name: &str) -> Option<&'static AuthEvent> {
    if auth_event(name).is_some() {
        return None;
    }
    let mut folded = name.to_ascii_lowercase();
    folded.retain(|letter| letter != '-');
    let meant = without_prefix(&folded);
    TABLE.auth.iter().find(|event| event.near.iter().any(|near| near == meant)).or_else(|| {
        bound_event(name)?;
        let stems = TABLE.auth.iter().filter_map(|event| event.near.first());
        let stem = word::nearest(meant, stems.map(String::as_str).filter(|stem| stem.len() > 8))?;
        TABLE.auth.iter().find(|event| event.near.first().is_some_and(|first| first == stem))
    })
}

/// The event behind the ways in which platforms spell "on", in lower case.
fn without_prefix(folded: &str) -> &str {
    let stem = folded.strip_prefix("capture").unwrap_or(folded).trim_start_matches(':');
    let prefixes = ["bind", "catch", "von", "on", "@"];
    let stem = prefixes.iter().find_map(|prefix| stem.strip_prefix(prefix)).unwrap_or(stem);
    stem.trim_start_matches([':', '.'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read() {
        let table: Table = toml::from_str(TEXT).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(table.auth.len(), 4);
        assert!(table.hooks.len() > 10);
    }

    #[test]
    fn hooks_are_the_owners() {
        let cases = [
            (Owner::App, "onLaunch", Some((Entry::Start, false))),
            (Owner::App, "onShow", Some((Entry::Start, true))),
            (Owner::App, "onLoad", None),
            (Owner::Page, "onLoad", Some((Entry::Start, false))),
            (Owner::Page, "onTabItemTap", Some((Entry::Gesture, false))),
            (Owner::Page, "events.onBack", Some((Entry::Gesture, false))),
            (Owner::Page, "onUnload", Some((Entry::Other, false))),
            (Owner::Page, "observers.a.b", Some((Entry::Other, true))),
            (Owner::Page, "observers", None),
            (Owner::Page, "login", None),
            (Owner::Component, "onLoad", None),
            (Owner::Component, "didMount", Some((Entry::Start, false))),
            (Owner::Component, "rootEvents.onShow", Some((Entry::Start, true))),
            (Owner::Page, "mounted", None),
            (Owner::Framework, "mounted", Some((Entry::Start, false))),
            (Owner::Component, "didUpdate", Some((Entry::Other, true))),
        ];
        for (owner, path, expected) in cases {
            let found = hook(owner, path).map(|hook| (hook.entry, hook.repeating));
            assert_eq!(found, expected, "{owner:?} {path}");
        }
        let attached = hook(Owner::Component, "lifetimes.attached");
        assert_eq!(attached.and_then(|hook| hook.needs), Some("lifetimes"));
    }

    #[test]
    fn auth_events_are_told_from_near_misses() {
        let cases = [
            ("onGetAuthorize", Some("onGetAuthorize"), None),
            ("catchGetAuthorize", Some("onGetAuthorize"), None),
            ("onError", Some("onError"), None),
            ("ongetauthorize", None, Some("onGetAuthorize")),
            ("onGetauthorize", None, Some("onGetAuthorize")),
            ("onGetAuthorise", None, Some("onGetAuthorize")),
            ("onGetAutorize", None, Some("onGetAuthorize")),
            ("bind:getAuthorize", None, Some("onGetAuthorize")),
            ("bindgetuserinfo", None, Some("onGetUserInfo")),
            ("bindgetphonenumber", None, Some("onGetPhoneNumber")),
            ("@getAuthorize", None, Some("onGetAuthorize")),
            ("on-get-authorize", None, Some("onGetAuthorize")),
            ("catcherror", None, Some("onError")),
            ("onerror", None, Some("onError")),
            ("error", None, Some("onError")),
            ("onTap", None, None),
            ("ontap", None, None),
            ("onClose", None, None),
            ("once", None, None),
            ("class", None, None),
            ("data-error", None, None),
        ];
        for (name, exact, near) in cases {
            assert_eq!(auth_event(name).map(|event| event.name.as_str()), exact, "{name}");
            assert_eq!(near_auth_event(name).map(|event| event.name.as_str()), near, "{name}");
        }
    }

    #[test]
    fn attributes_bind_in_camel_case() {
        let cases = [
            ("onTap", Some("Tap")),
            ("catchTap", Some("Tap")),
            ("capture-onTap", Some("Tap")),
            ("ontap", None),
            ("online", None),
            ("bindtap", None),
        ];
        for (name, event) in cases {
            assert_eq!(bound_event(name), event, "{name}");
        }
    }
}
