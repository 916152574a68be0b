//! What secrets look like and what they are called, from `rules/data/secrets.toml`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

const TEXT: &str = include_str!("../../rules/data/secrets.toml");

static TABLE: LazyLock<Table> = LazyLock::new(|| toml::from_str(TEXT).unwrap_or_default());

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    names: Names,
    ciphers: Ciphers,
    placeholders: Placeholders,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Names {
    app_secret: Vec<String>,
    access_key_secret: Vec<String>,
    environments: Vec<String>,
    private_key: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ciphers {
    objects: Vec<String>,
    functions: Vec<String>,
    decryptions: Vec<String>,
    packages: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Placeholders {
    parts: Vec<String>,
}

/// What a secret is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretKind {
    /// A private key.
    PrivateKey,
    /// The secret of a program or client.
    AppSecret,
    /// The secret half of an access key.
    AccessKeySecret,
    /// The key of a symmetric cipher or of an HMAC.
    SymmetricKey,
}

/// What stands around a private key that has its frame.
pub const KEY_FRAME: &str = "PRIVATE KEY";

/// Shorter texts are no secrets because of their names, and no lines around a private key.
const SHORTEST: usize = KEY_FRAME.len();

/// A shorter text is no private key.
const SHORTEST_KEY: usize = 40;

/// How a private key in DER begins, in base64, behind the length of the whole: an RSA key by
/// itself, and a key with its algorithm.
const DER_BODIES: &[&str] = &["IBAAK", "IBADAN", "gEAMBMG", "CAQEE"];

/// Whether `text` is a private key, with its frame or without.
#[must_use]
pub fn private_key(text: &str) -> bool {
    if text.len() < SHORTEST_KEY {
        return false;
    }
    if let Some((_, body)) = text.split_once("PRIVATE KEY-----") {
        let letters = body.split("-----END").next().unwrap_or("");
        let length = letters.bytes().filter(u8::is_ascii_alphanumeric).count();
        return text.contains("-----BEGIN ") && length >= SHORTEST_KEY && !is_placeholder(text);
    }
    let text = text.trim();
    let starts = |at: usize| {
        text.get(at..).is_some_and(|body| DER_BODIES.iter().any(|it| body.starts_with(it)))
    };
    text.len() >= 80 && text.starts_with('M') && (3..=6).any(starts) && is_body(text)
}

/// What a constant `text` called `name` keeps secret.
#[must_use]
pub fn named_secret(name: &str, text: &str) -> Option<SecretKind> {
    if text.len() < SHORTEST || !is_mixed(text) {
        return None;
    }
    let name: String =
        name.chars().filter(|it| !matches!(it, '_' | '-')).collect::<String>().to_lowercase();
    let names = &TABLE.names;
    let is_any = |list: &[String]| {
        // `wxAppSecret`, `APP_SECRET_PROD`; `secret` alone says too little.
        let ends = |name: &str| {
            list.iter().any(|it| name == it || it.len() > SECRET.len() && name.ends_with(&**it))
        };
        let mut bare = names.environments.iter().filter_map(|it| name.strip_suffix(&**it));
        ends(&name) || bare.any(ends)
    };
    let (kind, length) = if is_any(&names.app_secret) {
        (SecretKind::AppSecret, 16)
    } else if is_any(&names.access_key_secret) {
        (SecretKind::AccessKeySecret, 16)
    } else if is_any(&names.private_key) {
        (SecretKind::PrivateKey, 40)
    } else {
        return None;
    };
    (text.len() >= length && !is_placeholder(text)).then_some(kind)
}

/// What a member of the query of the address `text` keeps secret, and that.
#[must_use]
pub fn secret_in_query(text: &str) -> Option<(SecretKind, &str)> {
    let query = text.contains('=').then_some(text)?;
    query.split(['?', '&', '#']).find_map(|member| {
        let (name, value) = member.split_once('=')?;
        Some((named_secret(name, value)?, value))
    })
}

/// A name that is one only by itself.
const SECRET: &str = "secret";

/// Whether a constant `text` can be a secret because of its name, is a private key, or may be the
/// first line of one: most texts are told at once to be none.
#[must_use]
pub fn may_be_secret(text: &str) -> bool {
    if text.len() < SHORTEST {
        return false;
    }
    is_mixed(text)
        || (text.contains(' ') && text.contains(KEY_FRAME))
        || private_key(text)
        || secret_in_query(text).is_some()
}

/// Whether `text` has the letters and digits of a secret, and no others.
fn is_mixed(text: &str) -> bool {
    text.bytes().all(|it| is_base64(it) || matches!(it, b'-' | b'_' | b'.'))
        && text.bytes().any(|it| it.is_ascii_digit())
        && text.bytes().any(|it| it.is_ascii_alphabetic())
}

/// Whether `text`, used as a key, is one and not only stands for one.
#[must_use]
pub fn symmetric_key(text: &str) -> bool {
    text.len() >= 6 && !is_placeholder(text)
}

/// Whether `object.function(message, key)` is a cipher or an HMAC with a key.
#[must_use]
pub fn is_cipher(object: &str, function: &str) -> bool {
    let has = |list: &[String], name: &str| list.iter().any(|known| known == name);
    has(&TABLE.ciphers.functions, function)
        || matches!(function, "encrypt" | "decrypt") && has(&TABLE.ciphers.objects, object)
}

/// Whether a cipher or an HMAC may have the function `function`, or be what that package gives.
#[must_use]
pub fn may_be_cipher(function: &str) -> bool {
    matches!(function, "encrypt" | "decrypt")
        || is_cipher("", function)
        || packaged_cipher(function).is_some()
}

/// The cipher or HMAC that a package such as `crypto-js/hmac-sha256` consists of.
#[must_use]
pub fn packaged_cipher(reference: &str) -> Option<&'static str> {
    let file = TABLE
        .ciphers
        .packages
        .iter()
        .find_map(|package| reference.strip_prefix(package.as_str())?.strip_prefix('/'))?;
    let file = file.strip_suffix(".js").unwrap_or(file).replace('-', "");
    let known = TABLE.ciphers.objects.iter().chain(&TABLE.ciphers.functions);
    known.map(String::as_str).find(|known| known.eq_ignore_ascii_case(&file))
}

/// Whether a function called `function`, which takes a key, decrypts.
#[must_use]
pub fn is_decryption(function: &str) -> bool {
    let small = function.to_lowercase();
    TABLE.ciphers.decryptions.contains(&small)
}

/// Whether `text` is base64, in lines or not.
fn is_body(text: &str) -> bool {
    text.bytes().all(|it| is_base64(it) || it.is_ascii_whitespace())
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=')
}

fn is_placeholder(text: &str) -> bool {
    let small = text.to_lowercase();
    let different: BTreeSet<char> = text.chars().collect();
    different.len() < 5
        || !text.is_ascii()
        || TABLE.placeholders.parts.iter().any(|part| small.contains(part.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read() {
        let table: Table = toml::from_str(TEXT).unwrap_or_else(|error| panic!("{error}"));
        assert!(!table.names.app_secret.is_empty());
    }

    #[test]
    fn private_keys_are_told_from_public_ones() {
        let body = "Ab1+".repeat(40);
        for (start, want) in [
            ("MIIEpAIBAAKCAQEA", true),
            ("MIIEvQIBADANBgkqhkiG9w0BAQEFAASC", true),
            ("MIICXAIBAAKBgQ", true),
            ("MHcCAQEEI", true),
            ("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A", false),
            ("MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCB", false),
            ("hello", false),
        ] {
            assert_eq!(private_key(&format!("{start}{body}")), want, "{start}");
        }
        let framed = |name: &str| format!("-----BEGIN {name}-----\n{body}\n-----END {name}-----");
        assert!(private_key(&framed("RSA PRIVATE KEY")));
        assert!(!private_key(&framed("PUBLIC KEY")));
        assert!(private_key(&format!("MIICdwIBADANBgkqhkiG9w0B{body}\n5DChU8P30EjOiEo=")));
        assert!(!private_key(&format!("MIICdwIBADANBgkqhkiG9w0B{body}, zum Beispiel")));
        assert!(!private_key("-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----"));
    }

    #[test]
    fn names_say_what_a_text_is() {
        let secret = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
        for (name, text, want) in [
            ("appSecret", secret, Some(SecretKind::AppSecret)),
            ("CLIENT_SECRET", secret, Some(SecretKind::AppSecret)),
            ("accessKeySecret", secret, Some(SecretKind::AccessKeySecret)),
            ("OSS_ACCESS_KEY_SECRET", secret, Some(SecretKind::AccessKeySecret)),
            ("wxAppSecret", secret, Some(SecretKind::AppSecret)),
            ("APP_SECRET_PROD", secret, Some(SecretKind::AppSecret)),
            ("prodAppSecret", secret, Some(SecretKind::AppSecret)),
            ("appSecretUrl", "api/v1/app-secret/9f8e7d6c5b", None),
            ("topSecret", secret, None),
            ("appSecretVersion", secret, None),
            ("secret", "your-secret-0000000000", None),
            ("appSecret", "xxxxxxxxxxxxxxxxxxxxxxx", None),
            ("appSecret", "", None),
            ("secret", "settings.secretTitle", None),
            ("mapKey", secret, None),
            ("salt", secret, None),
            ("publicKey", secret, None),
            ("appId", secret, None),
        ] {
            assert_eq!(named_secret(name, text), want, "{name} {text}");
        }
    }
}
