//! What is added to the documents of the wallets: scopes, APIs, components and purposes.

use serde::Deserialize;

use super::Settings;
use super::shape::{Entry, Key, Names, Shape};
use crate::platform::{ComponentFacts, Components, Extension, Grants, Platform, ScopeFacts};

/// What `[apis]` calls an API that is not there.
const NO_API: &str = "none";

/// What a scope does.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    #[serde(default = "yes")]
    asks: bool,
    #[serde(default)]
    gives: Vec<String>,
}

/// What some components are.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Component {
    library: String,
    names: Vec<String>,
    modal: Option<String>,
    #[serde(default)]
    auth_button: bool,
    #[serde(default)]
    checked: Vec<String>,
}

fn yes() -> bool {
    true
}

impl Settings {
    /// What is added to the documents of the wallets.
    #[must_use]
    pub fn extension(&self) -> Extension {
        let scopes = self.scopes.iter().map(|(name, scope)| (name.clone(), scope.facts()));
        let like = |like: &String| (like != NO_API).then(|| like.clone());
        let apis = self.apis.iter().map(|(name, it)| (name.clone(), like(it)));
        Extension {
            scopes: scopes.collect(),
            apis: apis.collect(),
            components: Components(self.components.iter().map(Component::facts).collect()),
        }
    }
}

impl Scope {
    fn facts(&self) -> ScopeFacts {
        let gives = self.gives.iter().filter_map(|name| Grants::named(name));
        ScopeFacts { asks: self.asks, gives: gives.fold(Grants::default(), Grants::or) }
    }
}

impl Component {
    fn facts(&self) -> ComponentFacts {
        ComponentFacts {
            library: self.library.clone(),
            names: self.names.clone(),
            modal: self.modal.clone(),
            auth_button: self.auth_button,
            checked: self.checked.clone(),
        }
    }
}

/// An entry of `[scopes]`.
pub(super) const SCOPE: Entry = Entry {
    noun: "a scope",
    is: "a table such as `{ asks = true, gives = [\"phone\"] }`",
    shape: Shape::Table(&[
        Key {
            name: "asks",
            about: "whether the user is asked; true when left out",
            is: "true or false",
            is_required: false,
            shape: Shape::Flag,
            example: "false",
        },
        Key {
            name: "gives",
            about: "what it gives",
            is: "a list of names",
            is_required: false,
            shape: Shape::Names(Names { noun: "gift", all: gifts }),
            example: "[\"identity\"]",
        },
    ]),
};

/// An entry of `[apis]`.
pub(super) const API: Entry = Entry {
    noun: "an API",
    is: "the name of a known one that does the same, or \"none\"",
    shape: Shape::Name(Names { noun: "API", all: apis }),
};

/// An entry of `[purposes]`.
pub(super) const PURPOSE: Entry =
    Entry { noun: "a purpose", is: "said in a few words", shape: Shape::Text };

/// The keys of `[[components]]`.
pub(super) const COMPONENT: &[Key] = &[
    Key {
        name: "library",
        about: "a part of their path in `usingComponents`",
        is: "a text",
        is_required: true,
        shape: Shape::Text,
        example: "\"@acme/kit\"",
    },
    Key {
        name: "names",
        about: "later parts of the path",
        is: "a list of names",
        is_required: true,
        shape: Shape::Texts,
        example: "[\"Sheet\"]",
    },
    Key {
        name: "modal",
        about: "the property that opens them, if they lie over the page",
        is: "a text",
        is_required: false,
        shape: Shape::Text,
        example: "\"open\"",
    },
    Key {
        name: "auth-button",
        about: "whether they hand `open-type`, `scope` and events on to a native button",
        is: "true or false",
        is_required: false,
        shape: Shape::Flag,
        example: "true",
    },
    Key {
        name: "checked",
        about: "the attributes by which they start checked, if the user checks them",
        is: "a list of names",
        is_required: false,
        shape: Shape::Texts,
        example: "[\"on\"]",
    },
];

/// Of these a component has one at least.
pub(super) const ROLES: &[&str] = &["modal", "auth-button", "checked"];

fn gifts() -> Vec<&'static str> {
    Grants::NAMES.to_vec()
}

fn apis() -> Vec<&'static str> {
    Platform::api_names().chain([NO_API]).collect()
}

/// The scopes that any wallet documents.
pub(super) fn scopes() -> Vec<&'static str> {
    Platform::scope_names().collect()
}

#[cfg(test)]
mod tests {
    use crate::config::parse;
    use crate::platform::{Grants, ScopeKind};

    #[test]
    fn extensions_are_read() {
        let text = r#"
[scopes]
LOYALTY_ID = { asks = false, gives = ["identity"] }
auth_user = { gives = ["real-name", "phone"] }
[apis]
getLoyaltyCard = "getOpenUserInfo"
getPhoneNumber = "none"
[[components]]
library = "@acme/ui"
names = ["Sheet"]
modal = "open"
[[components]]
library = "@acme/ui"
names = ["Button"]
auth-button = true
[purposes]
LOYALTY_ID = "points on the card"
USER_NAME = "name on the ticket"
"#;
        let (settings, _) = parse(text, &[]).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
        let extension = settings.extension();
        let loyalty = extension.scopes["LOYALTY_ID"];
        assert_eq!(loyalty.kind(), ScopeKind::Silent);
        assert!(loyalty.gives.identity && !loyalty.gives.phone);
        let expected = Grants { real_name: true, phone: true, ..Grants::default() };
        assert_eq!(extension.scopes["auth_user"].gives, expected);
        assert_eq!(extension.apis["getLoyaltyCard"].as_deref(), Some("getOpenUserInfo"));
        assert_eq!(extension.apis["getPhoneNumber"], None);
        assert_eq!(extension.components.modal("@acme/ui/es/Sheet").map(|it| it.open), Some("open"));
        assert!(extension.components.forwards_auth("@acme/ui/es/Button"));
        assert_eq!(settings.purposes["USER_NAME"], "name on the ticket");
    }
}
