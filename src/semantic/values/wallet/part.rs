//! What a path of the host is a part of: the answer of an API, and how far it was opened.

use crate::platform::{ApiKind, Platform};
use crate::semantic::values::builtin::parsed::{PARSED, is_called};

/// Which answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The basic information: of `getOpenUserInfo`, or of the event of its button.
    UserInfo,
    /// The phone number: of `getPhoneNumber`.
    PhoneNumber,
}

/// How far an answer was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The result that the callback gets.
    Result,
    /// `res.response`, a text.
    Text,
    /// `JSON.parse(res.response)`.
    Parsed,
    /// `JSON.parse(res.response).response`, which has the fields.
    Info,
}

/// A part of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::semantic) struct Part {
    /// Which answer.
    pub source: Source,
    /// How far it was opened.
    pub level: Level,
    /// Whether it is a member of what was opened so far, and not that itself.
    pub is_member: bool,
}

impl Part {
    /// The part that `path` is.
    pub(in crate::semantic) fn of(platform: &Platform, path: &str) -> Option<Self> {
        let (source, level, rest) = match path.strip_prefix(EVENT) {
            Some(rest) => (Source::UserInfo, Level::Info, rest),
            None => {
                let (source, rest) = answer(platform, path)?;
                let (level, rest) = opened(rest);
                (source, level, rest)
            }
        };
        // What stands in a field is none.
        let is_near = rest.matches('.').count() < 2;
        let is_known = rest.is_empty() || rest.starts_with('.');
        (is_known && is_near).then_some(Self { source, level, is_member: !rest.is_empty() })
    }
}

/// Whether `path` is a part of an answer.
pub(in crate::semantic) fn is_part(platform: &Platform, path: &str) -> bool {
    Part::of(platform, path).is_some()
}

/// What `onGetUserInfo` hands over, opened already.
const EVENT: &str = "event.detail.userInfo";

/// Whether `path`, or what a member of it is, can be a part.
pub(in crate::semantic) fn may_open(platform: &Platform, path: &str) -> bool {
    EVENT.starts_with(path) || path.starts_with(EVENT) || answer(platform, path).is_some()
}

/// The answer that `path` leads into, and what is behind that.
fn answer<'a>(platform: &Platform, path: &'a str) -> Option<(Source, &'a str)> {
    if !is_called(path) {
        return None;
    }
    let (call, rest) = path.split_once("()")?;
    let (namespace, name) = call.rsplit_once('.')?;
    if !platform.is_namespace(namespace) {
        return None;
    }
    match platform.api(name)?.kind {
        ApiKind::ConsentBound { scope } if scope == "userInfo" => Some((Source::UserInfo, rest)),
        ApiKind::ConsentBound { scope } if scope == "phoneNumber" => {
            Some((Source::PhoneNumber, rest))
        }
        _ => None,
    }
}

/// How far `rest`, a path below a result, opens it, and what is behind that.
fn opened(rest: &str) -> (Level, &str) {
    let Some(text) = response(rest) else { return (Level::Result, rest) };
    let Some(parsed) = text.strip_prefix(PARSED) else {
        let inner = response(text).filter(|inner| !inner.is_empty());
        return (Level::Text, inner.unwrap_or(text));
    };
    response(parsed).map_or((Level::Parsed, parsed), |info| (Level::Info, info))
}

/// What is behind the member `response`.
fn response(rest: &str) -> Option<&str> {
    let behind = rest.strip_prefix(".response")?;
    behind.chars().next().is_none_or(|next| !next.is_alphanumeric()).then_some(behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_parts() {
        let cases = [
            ("", Some((Level::Result, false))),
            (".nickName", Some((Level::Result, true))),
            (".responses", Some((Level::Result, true))),
            (".response", Some((Level::Text, false))),
            (".response.nickName", Some((Level::Text, true))),
            (".response.response.nickName", Some((Level::Text, true))),
            (".response.response", Some((Level::Text, true))),
            (".response.response.nickName", Some((Level::Text, true))),
            (".response{}", Some((Level::Parsed, false))),
            (".response{}.nickName", Some((Level::Parsed, true))),
            (".response{}.response", Some((Level::Info, false))),
            (".response{}.response.nickName", Some((Level::Info, true))),
            (".response{}.response.nickName.length", None),
            (".response{}.response{}", None),
            ("{}", None),
            ("\"\"", None),
        ];
        let platform = Platform::default();
        for (rest, want) in cases {
            let part = Part::of(&platform, &format!("my.getOpenUserInfo(){rest}"));
            assert_eq!(part.map(|it| (it.level, it.is_member)), want, "{rest}");
        }
        assert_eq!(Part::of(&platform, "my.getStorage().response"), None);
    }
}
