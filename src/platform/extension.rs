//! What a user adds to what the wallets document, or corrects in it.

use std::collections::BTreeMap;

use super::component::{self, ChoiceTag, Modal};
use super::profile::{Grants, ScopeKind};

/// The scopes, APIs and components that the configuration tells of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extension {
    /// Scopes of `getAuthCode`, instead of what the active wallets say of them.
    pub scopes: BTreeMap<String, ScopeFacts>,
    /// APIs, each with the known one that does the same; `None` for one that is not there.
    pub apis: BTreeMap<String, Option<String>>,
    /// Components.
    pub components: Components,
}

/// What a scope does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScopeFacts {
    /// Whether it shows the authorization.
    pub asks: bool,
    /// What it gives.
    pub gives: Grants,
}

impl ScopeFacts {
    /// What asking for it does.
    #[must_use]
    pub fn kind(self) -> ScopeKind {
        if self.asks { ScopeKind::Prompting } else { ScopeKind::Silent }
    }
}

/// Components that mean something: those that the user tells of, before those of known libraries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Components(pub Vec<ComponentFacts>);

/// What components of one library are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComponentFacts {
    /// A part of their path in `usingComponents`.
    pub library: String,
    /// Their names: later parts of the path.
    pub names: Vec<String>,
    /// The property that opens them, if they lie over the page.
    pub modal: Option<String>,
    /// Whether they hand `open-type`, `scope` and events on to a native button.
    pub auth_button: bool,
    /// The attributes by which they start checked, if the user checks them.
    pub checked: Vec<String>,
}

impl Components {
    fn find<'a, T>(
        &'a self,
        path: &str,
        read: impl Fn(&'a ComponentFacts) -> Option<T>,
    ) -> Option<T> {
        let of_path = self.0.iter().filter(|it| component::is_of(path, &it.library, &it.names));
        of_path.filter_map(read).next()
    }

    /// The modal at `path`, as `usingComponents` writes it.
    #[must_use]
    pub fn modal(&self, path: &str) -> Option<Modal<'_>> {
        let own = self.find(path, |it| it.modal.as_deref().map(|open| Modal { open }));
        own.or_else(|| component::modal_component(path))
    }

    /// Whether the component at `path` hands `open-type`, `scope` and the events of an authorize
    /// button on to a native one.
    #[must_use]
    pub fn forwards_auth(&self, path: &str) -> bool {
        self.find(path, |it| it.auth_button.then_some(())).is_some()
            || component::forwards_auth(path)
    }

    /// What the user checks at the component at `path`.
    #[must_use]
    pub fn choice(&self, path: &str) -> Option<ChoiceTag<'_>> {
        let own = self.find(path, |it| {
            let tag = ChoiceTag { checked: &it.checked, is_agreement: false };
            (!it.checked.is_empty()).then_some(tag)
        });
        own.or_else(|| component::choice_component(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn components_of_the_user_come_first() {
        let facts = ComponentFacts {
            library: "antd-mini".to_owned(),
            names: vec!["Popup".to_owned(), "Tick".to_owned()],
            modal: Some("isOpen".to_owned()),
            auth_button: false,
            checked: vec!["on".to_owned()],
        };
        let components = Components(vec![facts]);
        let open = |path| components.modal(path).map(|modal| modal.open);
        assert_eq!(open("antd-mini/es/Popup/index"), Some("isOpen"));
        assert_eq!(open("antd-mini/es/Modal/index"), Some("visible"));
        assert_eq!(open("other/es/Popup/index"), None);
        assert!(components.choice("antd-mini/es/Tick/index").is_some());
        assert!(components.choice("antd-mini/es/Checkbox/index").is_some());
        assert!(components.forwards_auth("antd-mini/es/Button/index"));
        assert!(!components.forwards_auth("antd-mini/es/Popup/index"));
    }
}
