//! Profiles: one file of `rules/data/profiles` for each wallet.

use std::sync::LazyLock;

use serde::Deserialize;

/// The files, by name. A new wallet is a new file and its line here.
const FILES: &[(&str, &str)] = &[
    ("alipay", include_str!("../../rules/data/profiles/alipay.toml")),
    ("alipay-plus", include_str!("../../rules/data/profiles/alipay-plus.toml")),
    ("alipayhk", include_str!("../../rules/data/profiles/alipayhk.toml")),
    ("claro", include_str!("../../rules/data/profiles/claro.toml")),
    ("dana", include_str!("../../rules/data/profiles/dana.toml")),
    ("dingtalk", include_str!("../../rules/data/profiles/dingtalk.toml")),
    ("gcash", include_str!("../../rules/data/profiles/gcash.toml")),
    ("qi", include_str!("../../rules/data/profiles/qi.toml")),
    ("taobao", include_str!("../../rules/data/profiles/taobao.toml")),
    ("tngd", include_str!("../../rules/data/profiles/tngd.toml")),
    ("vodapay", include_str!("../../rules/data/profiles/vodapay.toml")),
];

static PROFILES: LazyLock<Vec<Profile>> = LazyLock::new(|| {
    FILES.iter().filter_map(|(name, text)| Profile::parse(name, text).ok()).collect()
});

/// A wallet or platform.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The name users write: that of the file.
    #[serde(skip)]
    pub name: &'static str,
    /// The name of the wallet.
    pub title: String,
    /// Where all this is documented.
    pub sources: Vec<String>,
    /// The groups it belongs to, which a rule's page may name instead of it.
    pub groups: Vec<String>,
    /// The objects that hold the APIs.
    pub namespaces: Vec<String>,
    /// Members of a namespace that hold APIs again.
    #[serde(default)]
    pub nested: Vec<String>,
    /// The APIs it has of those that ask for consent.
    pub apis: Vec<String>,
    /// What it wants done after a refusal.
    pub after_refusal: AfterRefusal,
    /// The scopes of `getAuthCode`.
    pub scopes: Scopes,
    /// What `getOpenUserInfo` returns.
    pub user_info: UserInfo,
}

/// What a wallet wants done when the user has refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AfterRefusal {
    /// Ask again when the business needs it.
    AskAgain,
    /// Explain what it is for, then invite again; never by force.
    Invite,
    /// Never ask again; guide to the settings.
    SettingsOnly,
}

/// What asking without `scopes` does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Absent {
    /// The default asks nobody.
    Silent,
    /// The default shows the authorization.
    Prompting,
    /// There is no default: the call fails.
    Refused,
    /// The documents do not say.
    Unknown,
}

/// The scopes of `getAuthCode`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scopes {
    /// What a call without `scopes` does.
    pub absent: Absent,
    /// Whether case matters.
    pub case_sensitive: bool,
    /// Those that ask nobody.
    pub silent: Vec<String>,
    /// Those that show the authorization.
    pub prompting: Vec<String>,
    #[serde(default)]
    identity: Vec<String>,
    #[serde(default)]
    real_name: Vec<String>,
    #[serde(default)]
    phone: Vec<String>,
    #[serde(default)]
    public_profile: Vec<String>,
}

/// The fields of the answer of `getOpenUserInfo`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UserInfo {
    /// Those that are filled.
    pub present: Vec<String>,
    /// Those that are there but always empty.
    #[serde(default)]
    pub removed: Vec<String>,
}

/// What asking for a scope does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeKind {
    /// Nothing is shown.
    Silent,
    /// The authorization is shown.
    Prompting,
    /// No active wallet has the scope.
    Unknown,
}

/// What a scope gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grants {
    /// The user's id.
    pub identity: bool,
    /// The real name or what proves it.
    pub real_name: bool,
    /// The phone number.
    pub phone: bool,
    /// Avatar, nickname, gender, region.
    pub public_profile: bool,
}

impl Grants {
    /// What a scope can give, as the configuration calls it.
    pub const NAMES: [&str; 4] = ["identity", "real-name", "phone", "public-profile"];

    /// The one of [`Grants::NAMES`].
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let nothing = Self::default();
        match name {
            "identity" => Some(Self { identity: true, ..nothing }),
            "real-name" => Some(Self { real_name: true, ..nothing }),
            "phone" => Some(Self { phone: true, ..nothing }),
            "public-profile" => Some(Self { public_profile: true, ..nothing }),
            _ => None,
        }
    }

    /// What either gives.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            identity: self.identity || other.identity,
            real_name: self.real_name || other.real_name,
            phone: self.phone || other.phone,
            public_profile: self.public_profile || other.public_profile,
        }
    }
}

impl Scopes {
    /// What asking for `scope` does here.
    #[must_use]
    pub fn kind(&self, scope: &str) -> ScopeKind {
        if self.is_one(&self.silent, scope) {
            ScopeKind::Silent
        } else if self.is_one(&self.prompting, scope) {
            ScopeKind::Prompting
        } else {
            ScopeKind::Unknown
        }
    }

    /// What `scope` gives here.
    #[must_use]
    pub fn grants(&self, scope: &str) -> Grants {
        Grants {
            identity: self.is_one(&self.identity, scope),
            real_name: self.is_one(&self.real_name, scope),
            phone: self.is_one(&self.phone, scope),
            public_profile: self.is_one(&self.public_profile, scope),
        }
    }

    /// All scopes.
    pub fn known(&self) -> impl Iterator<Item = &str> {
        self.silent.iter().chain(&self.prompting).map(String::as_str)
    }

    fn is_one(&self, list: &[String], scope: &str) -> bool {
        list.iter().any(|known| {
            if self.case_sensitive { known == scope } else { known.eq_ignore_ascii_case(scope) }
        })
    }
}

impl Profile {
    fn parse(name: &'static str, text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text).map(|profile| Self { name, ..profile })
    }
}

/// All profiles, by name.
pub(super) fn all() -> &'static [Profile] {
    &PROFILES
}

/// The profiles of these names, each once, in the order of their names.
pub(super) fn named<S: AsRef<str>>(names: &[S]) -> Vec<&'static Profile> {
    all().iter().filter(|profile| names.iter().any(|name| name.as_ref() == profile.name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::Range;

    #[test]
    fn every_file_is_read() {
        for (name, text) in FILES {
            let profile =
                Profile::parse(name, text).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(!profile.sources.is_empty(), "{name} has no source");
            assert!(!profile.namespaces.is_empty(), "{name} has no namespace");
            let scopes = &profile.scopes;
            for given in
                [&scopes.identity, &scopes.real_name, &scopes.phone, &scopes.public_profile]
            {
                for scope in given {
                    assert_ne!(scopes.kind(scope), ScopeKind::Unknown, "{name} gives {scope}");
                }
            }
        }
        assert!(FILES.is_sorted());
        assert_eq!(all().len(), FILES.len());
    }

    #[test]
    fn a_wallet_is_one_file_as_the_readme_says() {
        let readme = include_str!("../../rules/README.md");
        let section = readme.split("## A new wallet").nth(1).unwrap_or_default();
        let block = section.split("```toml\n").nth(1).unwrap_or_default();
        let text = block.split("```").next().unwrap_or_default();
        let wallet = Profile::parse("kopi", text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert!(Range::only(&["wallets"]).contains(&wallet));
        let kind = |scope: &str| wallet.scopes.kind(scope);
        assert_eq!(kind("auth_base"), ScopeKind::Silent);
        assert_eq!(kind("KOPI_NAME"), ScopeKind::Prompting);
        assert_eq!(kind("kopi_name"), ScopeKind::Unknown);
        assert!(wallet.scopes.grants("KOPI_PHONE").phone);
        assert_eq!((wallet.scopes.absent, wallet.apis.len()), (Absent::Silent, 2));
        // The table above it names every key that the files use, and no other.
        let told: Vec<&str> = section.split('`').skip(1).step_by(2).collect();
        for (name, text) in FILES {
            let table: toml::Table = text.parse().expect(name);
            for (key, value) in &table {
                let inner = value.as_table().into_iter().flat_map(toml::Table::keys);
                for key in inner
                    .map(|it| format!("{key}.{it}"))
                    .chain((!value.is_table()).then(|| key.clone()))
                {
                    let last = key.rsplit('.').next().unwrap_or_default();
                    assert!(told.contains(&key.as_str()) || told.contains(&last), "{name}: {key}");
                }
            }
        }
    }
}
