//! The APIs that the rules speak of, from `rules/data/apis.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::event::Entry;

const TEXT: &str = include_str!("../../rules/data/apis.toml");

static TABLE: LazyLock<Table> = LazyLock::new(|| toml::from_str(TEXT).unwrap_or_default());

static APIS: LazyLock<FxHashMap<&str, Api>> = LazyLock::new(|| {
    let named =
        |(name, kind): (&'static String, &'static ApiKind)| (name.as_str(), Api { name, kind });
    TABLE.apis.iter().map(named).collect()
});

/// The keys in `authSetting` that device APIs need, sorted.
static SETTINGS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let settings = TABLE.apis.values().filter_map(|kind| match kind {
        ApiKind::Device { setting, .. } => Some(setting),
        _ => None,
    });
    let settings: BTreeSet<&str> = settings.flatten().map(String::as_str).collect();
    settings.into_iter().collect()
});

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    callbacks: Callbacks,
    logs: Logs,
    answers: Answers,
    permissions: BTreeMap<String, String>,
    apis: BTreeMap<String, ApiKind>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Callbacks {
    success: Vec<String>,
    failure: Vec<String>,
    either: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Logs {
    objects: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Answers {
    confirmed: Vec<String>,
}

/// An API of a wallet.
#[derive(Clone, Copy, Debug)]
pub struct Api {
    /// The name after the namespace.
    pub name: &'static str,
    /// What it does.
    pub kind: &'static ApiKind,
}

/// What an API does.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum ApiKind {
    /// Needs the consent of an authorize button.
    ConsentBound {
        /// The scope of the button.
        scope: String,
    },
    /// `getAuthCode`: asks for the consent that its `scopes` say.
    AuthCode,
    /// `authorize`: asks for consent whatever its scopes are.
    Authorize,
    /// `getAuthUserInfo`: the withdrawn predecessor of `getOpenUserInfo`.
    AuthUserInfo,
    /// May ask for a device permission.
    Device {
        /// The keys in `authSetting`; one of them granted suffices.
        #[serde(default)]
        setting: Vec<String>,
        /// The keys in `permission` of `app.json`.
        #[serde(default)]
        permission: Vec<String>,
        /// The option that chooses among several `permission`s by their names behind `scope.`.
        #[serde(default)]
        source: Option<String>,
        /// The method of its result that asks, where the call itself does not.
        #[serde(default)]
        method: Option<String>,
    },
    /// Asks the user a question.
    Dialog {
        /// How its success says yes.
        confirmed: Confirmed,
    },
    /// Leads to the wallet's settings.
    Settings,
    /// Changes the page.
    Navigation {
        /// Where to.
        to: Target,
    },
    /// Shows something without asking.
    Feedback,
    /// Takes away something that was shown.
    Hide,
    /// Reads or writes the storage.
    Storage {
        /// Which.
        access: Access,
    },
    /// Talks to a server.
    Network,
    /// Tells something and shows nothing.
    Query,
    /// Writes a log or counts an event.
    Log,
    /// Leaves the program.
    Exit,
    /// `getSetting`: tells what was granted.
    Setting,
    /// `canIUse`: tells what the client supports.
    CanIUse,
    /// Registers a function that the host calls later.
    Callback {
        /// What the function starts.
        entry: Entry,
    },
    /// `my.call('name', …)`: calls the API that its first argument names.
    Call,
}

impl ApiKind {
    /// Whether it is about consent to the user's data: such an API exists only where a profile lists it.
    #[must_use]
    pub fn asks_consent(&self) -> bool {
        matches!(
            self,
            Self::ConsentBound { .. } | Self::AuthCode | Self::Authorize | Self::AuthUserInfo
        )
    }

    /// Whether the user sees something of it.
    #[must_use]
    pub fn is_visible(&self) -> bool {
        !matches!(
            self,
            Self::Hide
                | Self::Storage { .. }
                | Self::Network
                | Self::Query
                | Self::Log
                | Self::Setting
                | Self::CanIUse
                | Self::Callback { .. }
        )
    }
}

/// How the success of a dialog says that the user agreed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confirmed {
    /// The success itself.
    Always,
    /// This member of the result is true, or not empty.
    Truthy(String),
    /// This member of the result is a position in the list, not `-1`.
    Index(String),
}

/// Where a navigation leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// To the page of its `url`.
    Page,
    /// To the page before.
    Back,
    /// To another program.
    Program,
}

/// What is done with the storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Access {
    /// Reading.
    Read,
    /// Writing.
    Write,
    /// Removing.
    Remove,
}

/// When an option of a call is called back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// When it succeeded.
    Success,
    /// When it failed, a refusal included.
    Failure,
    /// Either way.
    Either,
}

/// When the member `name` of an API's options object is called back; `None` for what is no callback.
#[must_use]
pub fn outcome(name: &str) -> Option<Outcome> {
    let Callbacks { success, failure, either } = &TABLE.callbacks;
    let table =
        [(success, Outcome::Success), (failure, Outcome::Failure), (either, Outcome::Either)];
    table
        .into_iter()
        .find(|(names, _)| names.iter().any(|it| it == name))
        .map(|(_, outcome)| outcome)
}

/// Whether an API of that name, of any wallet, asks the user for consent or a permission.
pub(super) fn asks_user(name: &str) -> bool {
    let kind = APIS.get(name).map(|api| api.kind);
    kind.is_some_and(|kind| kind.asks_consent() || matches!(kind, ApiKind::Device { .. }))
}

/// Whether an API of that name, of any wallet, tells of granted permissions or leads to them.
pub(super) fn is_about_settings(name: &str) -> bool {
    let kind = APIS.get(name).map(|api| api.kind);
    matches!(kind, Some(ApiKind::Settings | ApiKind::Setting))
}

/// Whether dialogs of whatever toolkit say by the member `name` of their answer, being true, that the
/// user agreed.
#[must_use]
pub fn answers_as_dialog(name: &str) -> bool {
    TABLE.answers.confirmed.iter().any(|known| known == name)
}

/// Whether `name` is a global object all of whose methods only log.
#[must_use]
pub fn is_logger(name: &str) -> bool {
    TABLE.logs.objects.iter().any(|object| object == name)
}

/// The number, below 24, of the device permission that a member `authSetting.<key>` tells of:
/// by its key there or by its name in `app.json`. `None` for a key that no API needs.
#[must_use]
pub fn device_setting(key: &str) -> Option<u32> {
    let name = format!("scope.{}", key.strip_prefix("scope.").unwrap_or(key));
    let key = TABLE.permissions.get(&name).map_or(key, String::as_str);
    let at = SETTINGS.binary_search(&key).ok()?;
    u32::try_from(at).ok().filter(|at| *at < 24)
}

/// The names of all APIs, sorted.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    TABLE.apis.keys().map(String::as_str)
}

/// The API `name` of whatever wallet.
pub(super) fn find(name: &str) -> Option<&'static Api> {
    APIS.get(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read() {
        let table: Table = toml::from_str(TEXT).unwrap_or_else(|error| panic!("{error}"));
        assert!(table.apis.len() > 50);
        assert_eq!(APIS.len(), table.apis.len());
    }

    #[test]
    fn callbacks_are_told_apart() {
        assert_eq!(outcome("success"), Some(Outcome::Success));
        assert_eq!(outcome("fail"), Some(Outcome::Failure));
        assert_eq!(outcome("complete"), Some(Outcome::Either));
        assert_eq!(outcome("title"), None);
        assert!(is_logger("console"));
        assert!(answers_as_dialog("confirm") && !answers_as_dialog("cancel"));
    }

    #[test]
    fn device_permissions_are_numbered() {
        assert!(SETTINGS.len() > 5 && SETTINGS.len() < 24);
        assert_eq!(device_setting("location"), device_setting("scope.userLocation"));
        assert_ne!(device_setting("location"), device_setting("camera"));
        assert!(device_setting("scope.writePhotosAlbum").is_some());
        assert_eq!(device_setting("userInfo"), None);
        for permission in TABLE.permissions.keys() {
            assert!(device_setting(permission).is_some(), "{permission}");
        }
    }

    #[test]
    fn dialogs_say_how_they_are_confirmed() {
        let confirmed = |name| match find(name).map(|api| api.kind) {
            Some(ApiKind::Dialog { confirmed }) => Some(confirmed.clone()),
            _ => None,
        };
        assert_eq!(confirmed("alert"), Some(Confirmed::Always));
        assert_eq!(confirmed("confirm"), Some(Confirmed::Truthy("confirm".into())));
        assert_eq!(confirmed("showActionSheet"), Some(Confirmed::Index("index".into())));
        assert_eq!(confirmed("showToast"), None);
    }
}
