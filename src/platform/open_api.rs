//! The open platforms' interfaces for servers, from `rules/data/open-api.toml`.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

const TEXT: &str = include_str!("../../rules/data/open-api.toml");

static TABLE: LazyLock<Table> = LazyLock::new(|| toml::from_str(TEXT).unwrap_or_default());

/// What the documented paths end with.
static ENDS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| TABLE.paths.iter().filter_map(|path| path.rsplit('/').next()).collect());

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    paths: Vec<String>,
    hosts: Vec<String>,
    methods: Vec<String>,
    packages: Vec<String>,
    token_paths: Vec<String>,
    token_methods: Vec<String>,
    tokens: Vec<String>,
    user_ids: Vec<String>,
    authorize: Authorize,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Authorize {
    hosts: Vec<String>,
    paths: Vec<String>,
}

/// What of an open platform a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenApi<'a> {
    /// A documented path, with its version.
    Path(&'a str),
    /// The host of a gateway.
    Host(&'a str),
    /// The name of a method.
    Method(&'a str),
}

/// What the constant `text` names: a documented path at its end, a gateway's address, or a
/// method's name and nothing else.
#[must_use]
pub fn open_api(text: &str) -> Option<OpenApi<'_>> {
    // A method and a host have dots, a path has a slash; most texts are told at once to be none.
    if !text.bytes().any(|it| matches!(it, b'.' | b'/')) {
        return None;
    }
    if TABLE.methods.iter().any(|method| method == text) {
        return Some(OpenApi::Method(text));
    }
    let (before, address) = text.split_once("//").unwrap_or(("https:", text));
    let host = address.split(['/', '?', '#', ':']).next().unwrap_or(address);
    if before.starts_with("http") && TABLE.hosts.iter().any(|known| known == host) {
        return Some(OpenApi::Host(host));
    }
    let path = text.split(['?', '#']).next()?.trim_end_matches('/');
    path.match_indices("/v").find_map(|(at, _)| {
        let tail = path.get(at..)?;
        let (version, name) = tail.get(2..)?.split_once('/')?;
        let is_version = !version.is_empty() && version.bytes().all(|it| it.is_ascii_digit());
        let is_known = is_version && TABLE.paths.iter().any(|known| known == name);
        is_known.then_some(OpenApi::Path(tail))
    })
}

/// Whether the constant `text` may be the end of an address with a documented path.
#[must_use]
pub fn may_end_open_path(text: &str) -> bool {
    let path = text.split(['?', '#']).next().unwrap_or(text).trim_end_matches('/');
    ENDS.contains(path.rsplit('/').next().unwrap_or(path))
}

/// What the answer of an open platform holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenAnswer {
    /// Access tokens.
    Token,
    /// Not known.
    Any,
}

/// What is answered to a request to the address, or a piece of it, `text`; `None` where that does
/// not name an open platform. Before `v2/…` stands a piece that ends with a slash.
#[must_use]
pub fn open_answer(text: &str) -> Option<OpenAnswer> {
    let rooted = text.starts_with('v').then(|| format!("/{text}"));
    let is_token = match open_api(rooted.as_deref().unwrap_or(text))? {
        OpenApi::Path(path) => TABLE.token_paths.iter().any(|known| path.ends_with(known.as_str())),
        OpenApi::Method(method) => TABLE.token_methods.iter().any(|known| known == method),
        OpenApi::Host(_) => false,
    };
    Some(if is_token { OpenAnswer::Token } else { OpenAnswer::Any })
}

/// Whether open platforms call an access or refresh token `name`.
#[must_use]
pub fn is_access_token(name: &str) -> bool {
    TABLE.tokens.iter().any(|known| is_plainly(name, known))
}

/// Whether the member `name` of a wallet's answer is what only the program's server should see
/// (FACTS A19, A50, A81).
#[must_use]
pub fn is_credential(name: &str) -> bool {
    matches!(name, "authCode" | "response" | "encryptedData")
}

/// Whether programs and open platforms call a user's id `name`.
#[must_use]
pub fn is_user_id(name: &str) -> bool {
    TABLE.user_ids.iter().any(|known| is_plainly(name, known))
}

/// Whether `name` in small letters, without what divides its words, is `known`.
fn is_plainly(name: &str, known: &str) -> bool {
    // Most names are told by their first letter.
    let first = name.bytes().find(|it| !matches!(it, b'_' | b'-'));
    let is_other =
        |first: u8| first.is_ascii() && known.bytes().next() != Some(first.to_ascii_lowercase());
    if first.is_none_or(is_other) {
        return false;
    }
    let letters = name.chars().filter(|it| !matches!(it, '_' | '-'));
    letters.flat_map(char::to_lowercase).eq(known.chars())
}

/// The page for the authorization of web sites that the constant `text` leads to, encoded or not:
/// its path, or its host with something behind it.
#[must_use]
pub fn authorize_page(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase().replace("%2f", "/").replace("%3a", ":");
    let Authorize { hosts, paths } = &TABLE.authorize;
    let has = |word: &str, ends: fn(Option<char>) -> bool| {
        text.match_indices(word).any(|(at, _)| {
            let before = text.get(..at).and_then(|it| it.chars().next_back());
            let is_start = !before.is_some_and(|it| it.is_alphanumeric() || "-.".contains(it));
            is_start && ends(text.get(at + word.len()..).and_then(|it| it.chars().next()))
        })
    };
    let path = paths
        .iter()
        .find(|path| has(&path.to_lowercase(), |next| !next.is_some_and(char::is_alphanumeric)));
    let host = hosts.iter().find(|host| has(host, |next| matches!(next, Some('/' | '?'))));
    path.or(host).map(String::as_str)
}

/// Whether `package` is one that signs requests to an open platform.
#[must_use]
pub fn is_server_sdk(reference: &str) -> bool {
    TABLE.packages.iter().any(|package| {
        let rest = reference.strip_prefix(package.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documented_interfaces_are_known() {
        let cases = [
            ("https://api.example.com/v1/oauths/applyToken", "path /v1/oauths/applyToken"),
            ("/v2/authorizations/applyToken?x=1", "path /v2/authorizations/applyToken"),
            ("/vip/v1/users/inquiryUserInfo/", "path /v1/users/inquiryUserInfo"),
            ("https://openapi.alipay.com/gateway.do?a=b", "host openapi.alipay.com"),
            ("openapi.alipaydev.com/gateway.do", "host openapi.alipaydev.com"),
            ("alipay.system.oauth.token", "method alipay.system.oauth.token"),
            ("https://openapi.alipay.com.example.com/", ""),
            ("https://example.com/?to=https://openapi.alipay.com", ""),
            ("/oauths/applyToken", ""),
            ("/v1/oauths/applyTokens", ""),
            ("/vx/oauths/applyToken", ""),
            ("call alipay.system.oauth.token", ""),
            ("/v", ""),
            ("", ""),
        ];
        for (text, want) in cases {
            let found = match open_api(text) {
                Some(OpenApi::Path(path)) => format!("path {path}"),
                Some(OpenApi::Host(host)) => format!("host {host}"),
                Some(OpenApi::Method(name)) => format!("method {name}"),
                None => String::new(),
            };
            assert_eq!(found, want, "{text}");
        }
    }

    #[test]
    fn pages_of_web_sites_are_known() {
        let cases = [
            ("https://openauth.alipay.com/oauth2/publicAppAuthorize.htm?app_id=1", true),
            ("https%3A%2F%2Fopenauth.alipay.com%2Foauth2%2FpublicAppAuthorize.htm%3Fscope", true),
            ("/oauth2/publicAppAuthorize.htm", true),
            ("alipays://platformapi/startapp?url=https%3a%2f%2fauthweb.alipay.com%2fauth", true),
            ("//openauth.alipaydev.com/", true),
            ("openauth.alipay.com", false),
            ("https://openauth.alipay.com.example.com/", false),
            ("https://my-openauth.alipay.com/", false),
            ("https://api.example.com/oauth2/authorize", false),
            ("", false),
        ];
        for (text, want) in cases {
            assert_eq!(authorize_page(text).is_some(), want, "{text}");
        }
    }

    #[test]
    fn packages_are_known_with_what_is_below() {
        for (reference, want) in
            [("alipay-sdk", true), ("alipay-sdk/lib/form", true), ("alipay-sdk-h5", false)]
        {
            assert_eq!(is_server_sdk(reference), want, "{reference}");
        }
    }
}
