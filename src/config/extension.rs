//! The tables of `consentlint.toml` about scopes, APIs, components and purposes.

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::file::{Reader, span};
use crate::platform::{ComponentFacts, Grants, Platform, ScopeFacts};
use crate::source::Span;

/// What `[apis]` calls an API that is not there.
pub const NO_API: &str = "none";

type Key<'i> = Spanned<DeString<'i>>;
type Value<'i> = Spanned<DeValue<'i>>;

impl Reader<'_> {
    /// A member of `[scopes]`: `NAME = { asks = false, gives = ["phone"] }`.
    pub(super) fn scope(&mut self, name: &Key<'_>, value: &Value<'_>) {
        let DeValue::Table(table) = value.get_ref() else {
            let text = "a scope is a table such as `{ asks = true, gives = [\"phone\"] }`";
            return self.mistake(span(value.span()), text);
        };
        let mut facts = ScopeFacts { asks: true, gives: Grants::default() };
        for (key, value) in table {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("asks", DeValue::Boolean(asks)) => facts.asks = *asks,
                ("asks", _) => self.mistake(span(value.span()), "`asks` is true or false"),
                ("gives", _) => {
                    for (at, given) in self.texts("gives", value) {
                        match Grants::named(&given) {
                            Some(grants) => facts.gives = facts.gives.or(grants),
                            None => self.unknown(at, "gift", &given, &Grants::NAMES),
                        }
                    }
                }
                (other, _) => self.unknown(span(key.span()), "key", other, &["asks", "gives"]),
            }
        }
        self.settings.extension.scopes.insert(name.get_ref().to_string(), facts);
    }

    /// A member of `[apis]`: `name = "getAuthCode"`.
    pub(super) fn api(&mut self, name: &Key<'_>, value: &Value<'_>) {
        let DeValue::String(like) = value.get_ref() else {
            let text = "an API is the name of a known one that does the same, or \"none\"";
            return self.mistake(span(value.span()), text);
        };
        let known: Vec<&str> = Platform::api_names().chain([NO_API]).collect();
        if !known.contains(&like.as_ref()) {
            return self.unknown(span(value.span()), "API", like, &known);
        }
        let like = (like != NO_API).then(|| like.to_string());
        self.settings.extension.apis.insert(name.get_ref().to_string(), like);
    }

    /// The tables `[[components]]`.
    pub(super) fn components(&mut self, value: &Value<'_>) {
        let DeValue::Array(items) = value.get_ref() else {
            return self.mistake(span(value.span()), "components are tables `[[components]]`");
        };
        for item in items {
            match item.get_ref() {
                DeValue::Table(table) => self.component(span(item.span()), table),
                _ => self.mistake(span(item.span()), "a component is a table `[[components]]`"),
            }
        }
    }

    fn component(&mut self, at: Span, table: &DeTable<'_>) {
        const KEYS: [&str; 5] = ["library", "names", "modal", "auth-button", "checked"];
        let mut facts = ComponentFacts::default();
        let count = self.mistakes.len();
        for (key, value) in table {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("library", DeValue::String(name)) => facts.library = name.to_string(),
                ("modal", DeValue::String(name)) => facts.modal = Some(name.to_string()),
                (name @ ("library" | "modal"), _) => {
                    self.mistake(span(value.span()), &format!("`{name}` is a text"));
                }
                ("auth-button", DeValue::Boolean(is)) => facts.auth_button = *is,
                ("auth-button", _) => {
                    self.mistake(span(value.span()), "`auth-button` is true or false");
                }
                ("names", _) => facts.names = self.names("names", value),
                ("checked", _) => facts.checked = self.names("checked", value),
                (other, _) => self.unknown(span(key.span()), "key", other, &KEYS),
            }
        }
        if self.mistakes.len() > count {
            return;
        }
        if facts.library.is_empty() || facts.names.is_empty() {
            return self.mistake(at, "a component needs `library` and `names`");
        }
        if facts.modal.is_none() && !facts.auth_button && facts.checked.is_empty() {
            let text = "a component needs one of `modal`, `auth-button`, `checked`";
            return self.mistake(at, text);
        }
        self.settings.extension.components.0.push(facts);
    }

    /// A member of `[purposes]`: `SCOPE = "why"`.
    pub(super) fn purpose(&mut self, scope: &Key<'_>, value: &Value<'_>) {
        match value.get_ref() {
            DeValue::String(why) if !why.trim().is_empty() => {
                self.settings.purposes.insert(scope.get_ref().to_string(), why.to_string());
                self.purposes_at.push((scope.get_ref().to_string(), span(scope.span())));
            }
            _ => self.mistake(span(value.span()), "a purpose says in a few words what it is for"),
        }
    }

    /// Purposes of scopes that neither a wallet nor `[scopes]` has.
    pub(super) fn unknown_purposes(&mut self) {
        for (scope, at) in std::mem::take(&mut self.purposes_at) {
            let own: Vec<String> = self.settings.extension.scopes.keys().cloned().collect();
            let mut known: Vec<&str> = Platform::scope_names().collect();
            known.extend(own.iter().map(String::as_str));
            if !known.contains(&scope.as_str()) {
                self.unknown(at, "scope", &scope, &known);
            }
        }
    }

    fn names(&mut self, key: &str, value: &Value<'_>) -> Vec<String> {
        self.texts(key, value).into_iter().map(|(_, text)| text).collect()
    }

    /// The texts of a list, each with its place.
    fn texts(&mut self, key: &str, value: &Value<'_>) -> Vec<(Span, String)> {
        let DeValue::Array(items) = value.get_ref() else {
            self.mistake(span(value.span()), &format!("`{key}` is a list of names"));
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items {
            match item.get_ref() {
                DeValue::String(text) => texts.push((span(item.span()), text.to_string())),
                _ => self.mistake(span(item.span()), &format!("`{key}` is a list of names")),
            }
        }
        texts
    }
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
        let settings = parse(text, &[]).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
        let extension = settings.extension;
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

    #[test]
    fn mistakes_are_pointed_at() {
        for (text, place, message) in [
            (
                "[scopes]\nX = 'a'",
                "'a'",
                "a scope is a table such as `{ asks = true, gives = [\"phone\"] }`",
            ),
            ("[scopes]\nX = { ask = true }", "ask", "unknown key `ask`; did you mean `asks`?"),
            ("[scopes]\nX = { asks = 1 }", "1", "`asks` is true or false"),
            (
                "[scopes]\nX = { gives = ['phon'] }",
                "'phon'",
                "unknown gift `phon`; did you mean `phone`?",
            ),
            ("[scopes]\nX = { gives = 'phone' }", "'phone'", "`gives` is a list of names"),
            (
                "[apis]\nask = 'getAuthCod'",
                "'getAuthCod'",
                "unknown API `getAuthCod`; did you mean `getAuthCode`?",
            ),
            (
                "[apis]\nask = 1",
                "1",
                "an API is the name of a known one that does the same, or \"none\"",
            ),
            ("components = 1", "1", "components are tables `[[components]]`"),
            (
                "[[components]]\nlibrary = 'x'\nnames = ['Y']\nauth_button = true",
                "auth_button",
                "unknown key `auth_button`; did you mean `auth-button`?",
            ),
            ("[[components]]\nmodal = 1", "1", "`modal` is a text"),
            ("[purposes]\nUSER_NAME = ' '", "' '", "a purpose says in a few words what it is for"),
            (
                "[purposes]\nUSER_NAMES = 'tickets'",
                "USER_NAMES",
                "unknown scope `USER_NAMES`; did you mean `USER_NAME`?",
            ),
        ] {
            let mistakes = parse(text, &[]).expect_err(text);
            let found: Vec<_> =
                mistakes.iter().map(|it| (it.at.of(text), it.text.as_str())).collect();
            assert_eq!(found, [(place, message)], "{text}");
        }
        for text in [
            "[[components]]\nlibrary = 'x'\nnames = ['Y']",
            "[[components]]\nnames = ['Y']\nmodal = 'open'",
            "scopes = 1",
            "apis = []",
            "purposes = ''",
        ] {
            assert_eq!(parse(text, &[]).expect_err(text).len(), 1, "{text}");
        }
    }
}
