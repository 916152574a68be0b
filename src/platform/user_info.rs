//! What programs look for in the answer of `getOpenUserInfo`, from `rules/data/user-info.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

const TEXT: &str = include_str!("../../rules/data/user-info.toml");

static TABLE: LazyLock<Table> = LazyLock::new(|| toml::from_str(TEXT).unwrap_or_default());

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    status: Vec<String>,
    identity: Vec<String>,
}

/// Whether the member `name` of an answer says how it came out.
#[must_use]
pub fn is_status(name: &str) -> bool {
    TABLE.status.iter().any(|known| known == name)
}

/// Whether `name` names who the user is: an id, the real name, the phone number.
#[must_use]
pub fn is_identity(name: &str) -> bool {
    let name = name.replace('_', "").to_lowercase();
    TABLE.identity.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read() {
        let table: Table = toml::from_str(TEXT).unwrap_or_else(|error| panic!("{error}"));
        assert!(!table.status.is_empty());
    }

    #[test]
    fn names_of_identity_are_told_from_others() {
        for (name, want) in [
            ("userId", true),
            ("user_id", true),
            ("realName", true),
            ("phoneNumber", true),
            ("idCardNo", true),
            ("nickName", false),
            ("avatar", false),
            ("name", false),
            ("id", false),
        ] {
            assert_eq!(is_identity(name), want, "{name}");
        }
    }
}
