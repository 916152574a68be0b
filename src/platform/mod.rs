//! What the wallets document: profiles, APIs, events, components and words, as data from `rules/data`.
//!
//! The data is part of the program. A table that cannot be read would be empty, and the tests
//! of this folder read every one; so nothing here fails at run time.

mod api;
mod component;
mod event;
mod extension;
mod library;
mod open_api;
mod profile;
mod range;
mod secret;
mod user_info;
mod word;

pub use api::{
    Access, Api, ApiKind, Confirmed, Outcome, Target, answers_as_dialog, device_setting, is_logger,
    outcome,
};
pub use component::{
    ChoiceTag, Modal, OpenType, asks_for_authorize, button_scopes, is_native_boolean,
    is_native_tag, is_operable_tag, is_passive_event, native_choice, native_modal,
    near_button_scope, open_type,
};
pub use event::{
    Answer, AuthEvent, Entry, Hook, Owner, auth_event, bound_event, hook, is_hook, near_auth_event,
};
pub use extension::{ComponentFacts, Components, Extension, ScopeFacts};
pub use library::{
    Relay, answered, is_bundle, is_library_path, is_minified, is_normalizer, is_registrar,
    is_toolkit, registrars, relay, renamed, renamed_answer, renamed_by_any, tells_package,
    tells_toolkit, toolkit, toolkit_exporting, unsubscribes,
};
pub use open_api::{
    OpenAnswer, OpenApi, authorize_page, is_access_token, is_credential, is_server_sdk, is_user_id,
    may_end_open_path, open_answer, open_api,
};
pub use profile::{Absent, AfterRefusal, Grants, Profile, ScopeKind};
pub use range::Range;
pub use secret::{
    KEY_FRAME, SecretKind, is_cipher, is_decryption, may_be_cipher, may_be_secret, named_secret,
    packaged_cipher, private_key, secret_in_query, symmetric_key,
};
pub use user_info::{is_identity, is_status};
pub use word::{Sign, class_sign, is_modal_word, names_consent, names_modal, parts};

/// The profiles that are active when none is named.
const DEFAULT: &[&str] = &["alipay", "alipay-plus"];

/// The wallets a program is checked for.
#[derive(Clone, Debug)]
pub struct Platform {
    /// The active profiles, by name; never empty.
    active: Vec<&'static Profile>,
    /// Whether the user named them.
    named: bool,
    /// What the user adds.
    extension: Extension,
}

impl Default for Platform {
    fn default() -> Self {
        Self { active: profile::named(DEFAULT), named: false, extension: Extension::default() }
    }
}

impl Platform {
    /// The wallets called `names`; the default set where that is none. Unknown names are left out.
    #[must_use]
    pub fn for_profiles<S: AsRef<str>>(names: &[S]) -> Self {
        let active = profile::named(names);
        if active.is_empty() {
            Self::default()
        } else {
            Self { active, named: true, extension: Extension::default() }
        }
    }

    /// The one wallet that an unconfigured program shows itself to be for.
    #[must_use]
    pub fn detected(name: &str) -> Self {
        let active = profile::named(&[name]);
        if active.is_empty() {
            Self::default()
        } else {
            Self { active, named: false, extension: Extension::default() }
        }
    }

    /// The same wallets with what `extension` adds and corrects.
    #[must_use]
    pub fn with(self, extension: Extension) -> Self {
        Self { extension, ..self }
    }

    /// The names of all profiles, sorted.
    pub fn profile_names() -> impl Iterator<Item = &'static str> {
        profile::all().iter().map(|profile| profile.name)
    }

    /// Whether there is a profile `name`.
    #[must_use]
    pub fn known(name: &str) -> bool {
        Self::profile_names().any(|known| known == name)
    }

    /// The active profiles.
    #[must_use]
    pub fn active(&self) -> &[&'static Profile] {
        &self.active
    }

    /// Whether a rule for `range` is on: it holds for every active profile, or for one that was named.
    #[must_use]
    pub fn holds(&self, range: &Range) -> bool {
        let mut held = self.active.iter().map(|profile| range.contains(profile));
        if self.named { held.any(|held| held) } else { held.all(|held| held) }
    }

    /// The scopes of all wallets.
    pub fn scope_names() -> impl Iterator<Item = &'static str> {
        profile::all().iter().flat_map(|profile| profile.scopes.known()).chain(button_scopes())
    }

    /// The names of all APIs that the analysis knows.
    pub fn api_names() -> impl Iterator<Item = &'static str> {
        api::names()
    }

    /// Whether `name` is an object that holds the APIs: `my`, `dd`.
    #[must_use]
    pub fn is_namespace(&self, name: &str) -> bool {
        self.active.iter().any(|profile| profile.namespaces.iter().any(|known| known == name))
    }

    /// Whether `name` is a member of a namespace that holds APIs again: `my.ap`, `my.tb`.
    #[must_use]
    pub fn is_nested_namespace(&self, name: &str) -> bool {
        self.active.iter().any(|profile| profile.nested.iter().any(|known| known == name))
    }

    /// The API `name` (without its namespace), if the analysis knows it and an active wallet has it.
    #[must_use]
    pub fn api(&self, name: &str) -> Option<&'static Api> {
        if let Some(like) = self.extension.apis.get(name) {
            return api::find(like.as_deref()?);
        }
        let api = api::find(name)?;
        let listed = self.active.iter().any(|profile| profile.apis.iter().any(|it| it == name));
        (listed || !api.kind.asks_consent()).then_some(api)
    }

    /// The wallet's API at `path`, such as `my.getAuthCode` or `my.serverless.function.invoke`.
    #[must_use]
    pub fn api_at(&self, path: &str) -> Option<&'static Api> {
        let (object, name) = path.rsplit_once('.')?;
        if self.is_namespace(object) {
            return self.api(name);
        }
        let (object, name) = path.split_once('.')?;
        self.api(name).filter(|_| self.is_namespace(object))
    }

    /// Whether an API of that name, of any wallet or of the configuration, asks the user for consent
    /// or a permission.
    #[must_use]
    pub fn asks_user(&self, name: &str) -> bool {
        self.extension.apis.contains_key(name) || api::asks_user(name)
    }

    /// Whether a toolkit has, under the name `name`, an API that [asks](Self::asks_user).
    #[must_use]
    pub fn asks_in_toolkits(&self, name: &str) -> bool {
        renamed_by_any(name).is_some_and(|api| self.asks_user(api))
    }

    /// Whether a rule could speak of a script that has this name or text in it: of an API that asks
    /// or tells what was granted, of an interface for servers or its tokens, of what is encrypted.
    #[must_use]
    pub fn concerns_consent(&self, text: &str) -> bool {
        self.asks_user(text)
            || api::is_about_settings(text)
            || text.contains(['.', '/']) && open_api(text).is_some()
            || is_access_token(text)
            || is_decryption(text)
            || may_be_cipher(text)
            || text == ENCRYPTED
    }

    /// What asking for `scope` does. Silent only where it is silent for all active wallets.
    #[must_use]
    pub fn scope(&self, scope: &str) -> ScopeKind {
        if let Some(facts) = self.extension.scopes.get(scope) {
            return facts.kind();
        }
        let mut kinds = self.active.iter().map(|profile| profile.scopes.kind(scope));
        if kinds.clone().all(|kind| kind == ScopeKind::Silent) {
            ScopeKind::Silent
        } else if kinds.any(|kind| kind != ScopeKind::Unknown) {
            ScopeKind::Prompting
        } else {
            ScopeKind::Unknown
        }
    }

    /// What asking without `scopes` does. Silent only where no active wallet prompts and one is silent.
    #[must_use]
    pub fn default_scope(&self) -> ScopeKind {
        let does = |absent| self.active.iter().any(|profile| profile.scopes.absent == absent);
        if does(Absent::Prompting) {
            ScopeKind::Prompting
        } else if does(Absent::Silent) {
            ScopeKind::Silent
        } else {
            ScopeKind::Unknown
        }
    }

    /// Whether an active wallet refuses to be asked without `scopes`.
    #[must_use]
    pub fn requires_scopes(&self) -> bool {
        self.active.iter().any(|profile| profile.scopes.absent == Absent::Refused)
    }

    /// What `scope` gives in any of the active wallets.
    #[must_use]
    pub fn grants(&self, scope: &str) -> Grants {
        if let Some(facts) = self.extension.scopes.get(scope) {
            return facts.gives;
        }
        let all = self.active.iter().map(|profile| profile.scopes.grants(scope));
        all.fold(Grants::default(), Grants::or)
    }

    /// The wallets that have `scope`, which no active one has, where none was named: the program
    /// may be for one of them.
    pub fn wallets_with(&self, scope: &str) -> impl Iterator<Item = &'static Profile> {
        let all = if self.named { &[] } else { profile::all() };
        all.iter().filter(move |it| it.scopes.kind(scope) != ScopeKind::Unknown)
    }

    /// The scope of an active wallet that a misspelt `scope` is meant to be.
    #[must_use]
    pub fn near_scope(&self, scope: &str) -> Option<&str> {
        let known = self.active.iter().flat_map(|profile| profile.scopes.known());
        word::nearest(scope, known.chain(self.extension.scopes.keys().map(String::as_str)))
    }

    /// Whether `getOpenUserInfo` returns `field` in an active wallet.
    #[must_use]
    pub fn has_user_field(&self, field: &str) -> bool {
        self.user_info(|info| &info.present).any(|known| known == field)
    }

    /// Whether `field` is always empty: no active wallet fills it and one has removed it.
    #[must_use]
    pub fn is_removed_user_field(&self, field: &str) -> bool {
        !self.has_user_field(field) && self.user_info(|info| &info.removed).any(|it| it == field)
    }

    /// Whether the answer of `getOpenUserInfo` has or had `field`.
    #[must_use]
    pub fn is_user_field(&self, field: &str) -> bool {
        self.has_user_field(field)
            || self.user_info(|info| &info.removed).any(|known| known == field)
            || is_status(field)
    }

    fn user_info(
        &self,
        list: impl Fn(&'static profile::UserInfo) -> &'static Vec<String>,
    ) -> impl Iterator<Item = &'static str> {
        self.active.iter().flat_map(move |profile| list(&profile.user_info)).map(String::as_str)
    }
}

/// What the event of a phone number button calls the number.
const ENCRYPTED: &str = "encryptedData";

/// The scopes of a list in one string, as `getAuthCode` takes it.
pub fn split_scopes(scopes: &str) -> impl Iterator<Item = &str> {
    scopes.split(',').map(str::trim).filter(|scope| !scope.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_are_judged_over_all_active_profiles() {
        let cases: &[(&[&str], &str, ScopeKind)] = &[
            (&[], "auth_base", ScopeKind::Silent),
            (&[], "auth_user", ScopeKind::Prompting),
            (&[], "USER_NAME", ScopeKind::Prompting),
            (&[], "User_Base_Info", ScopeKind::Unknown),
            (&["qi"], "USER_LOGIN_ID", ScopeKind::Silent),
            (&["qi", "dana"], "USER_LOGIN_ID", ScopeKind::Prompting),
            (&["claro"], "User_Base_Info", ScopeKind::Silent),
            (&["claro"], "user_base_info", ScopeKind::Unknown),
            (&["dingtalk"], "auth_user", ScopeKind::Unknown),
        ];
        for (profiles, scope, kind) in cases {
            assert_eq!(
                Platform::for_profiles(profiles).scope(scope),
                *kind,
                "{profiles:?} {scope}"
            );
        }
    }

    #[test]
    fn absent_scopes_are_the_profiles_default() {
        let cases: &[(&[&str], ScopeKind, bool)] = &[
            (&[], ScopeKind::Silent, false),
            (&["dana"], ScopeKind::Unknown, true),
            (&["claro", "alipay"], ScopeKind::Silent, true),
            (&["dingtalk"], ScopeKind::Silent, false),
            (&["taobao"], ScopeKind::Unknown, false),
        ];
        for (profiles, kind, required) in cases {
            let platform = Platform::for_profiles(profiles);
            assert_eq!(platform.default_scope(), *kind, "{profiles:?}");
            assert_eq!(platform.requires_scopes(), *required, "{profiles:?}");
        }
    }

    #[test]
    fn apis_exist_where_a_profile_lists_them() {
        let cases: &[(&[&str], &str, bool)] = &[
            (&[], "getPhoneNumber", true),
            (&["gcash"], "getPhoneNumber", false),
            (&["gcash"], "getOpenUserInfo", true),
            (&["taobao"], "getOpenUserInfo", false),
            (&["taobao"], "authorize", true),
            (&[], "authorize", false),
            (&["dingtalk"], "confirm", true),
            (&[], "noSuchApi", false),
        ];
        for (profiles, name, exists) in cases {
            let platform = Platform::for_profiles(profiles);
            assert_eq!(platform.api(name).is_some(), *exists, "{profiles:?} {name}");
        }
    }

    #[test]
    fn a_rule_is_on_for_every_active_profile_or_a_named_one() {
        let alipay = Range::only(&["alipay"]);
        let not_taobao = Range::except(&["taobao", "dingtalk"]);
        assert!(!Platform::default().holds(&alipay));
        assert!(Platform::for_profiles(&["alipay", "gcash"]).holds(&alipay));
        assert!(Platform::default().holds(&not_taobao));
        assert!(!Platform::detected("taobao").holds(&not_taobao));
        assert!(Platform::for_profiles(&["gcash"]).holds(&Range::only(&["wallets"])));
        assert!(Platform::detected("dingtalk").holds(&Range::default()));
    }

    #[test]
    fn misspelt_scopes_have_a_nearest_one() {
        let platform = Platform::default();
        assert_eq!(platform.near_scope("AUTH_USER"), Some("auth_user"));
        assert_eq!(platform.near_scope("auth_usr"), Some("auth_user"));
        assert_eq!(platform.near_scope("USER_PHONE_NUMBER"), None);
    }

    #[test]
    fn user_fields_are_the_profiles() {
        assert!(Platform::for_profiles(&["alipay"]).is_removed_user_field("gender"));
        assert!(!Platform::default().is_removed_user_field("gender"));
        assert!(Platform::for_profiles(&["qi"]).has_user_field("nationality"));
    }
}
