//! What values of the host tell where they are conditions: that something is supported, granted,
//! agreed to, or came out well.

use crate::platform::{ApiKind, Confirmed, Platform, answered, asks_for_authorize};
use crate::semantic::values::builtin::parsed::is_called;
use crate::semantic::values::{Token, TokenId, UNREAD_DIALOG, Values};

use super::Guard;
use super::check::Checks;
use super::unread_dialog::is_of_unread_dialog;
use rustc_hash::FxHashMap;

/// What one value tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::semantic) struct Sign {
    /// Whether it is the position that the user chose in a list.
    pub(in crate::semantic) is_choice: bool,
    /// Whether it is the result code of an answer.
    pub(in crate::semantic) is_code: bool,
    /// Whether it is the answer of a dialog that the user can only agree to.
    pub(in crate::semantic) is_agreement: bool,
    /// Whether the dialog is one of code that was not read.
    pub(in crate::semantic) unread: bool,
    /// What was checked, however it comes out.
    asked: Checks,
    /// What was found where it holds.
    found: Checks,
    /// What was found where it does not hold.
    missed: Checks,
    /// Whether the user agreed where it does not hold, and where it does.
    confirmed: (bool, bool),
}

impl Sign {
    /// What holds where the value holds, or where it does not.
    pub(in crate::semantic) fn guard(&self, taken: bool) -> Guard {
        let (checks, confirmed) = match taken {
            true => (self.asked.or(self.found), self.confirmed.1),
            false => (self.asked.or(self.missed), self.confirmed.0),
        };
        Guard { never: false, confirmed, unread: confirmed && self.unread, checks }
    }

    /// What it tells that an API is there or not.
    fn of_api(platform: &Platform, path: &str) -> Self {
        let name = path.rsplit_once('.').filter(|it| platform.is_namespace(it.0));
        let Some(api) = name.and_then(|(_, name)| platform.api(name)) else {
            return Self::default();
        };
        match api.kind {
            ApiKind::ConsentBound { .. } => Self { missed: Checks::SUPPORT, ..Self::default() },
            ApiKind::AuthUserInfo => Self { found: Checks::SUPPORT, ..Self::default() },
            _ => Self { asked: Checks::SUPPORT, ..Self::default() },
        }
    }

    fn of(platform: &Platform, path: &str) -> Self {
        if !is_called(path) {
            return Self::of_api(platform, path);
        }
        let is_code = path.ends_with(".code") && path.contains("().");
        let unread = is_of_unread_dialog(path);
        let mut sign = Self { is_code, unread, ..Self::default() };
        if is_support(platform, path) {
            (sign.asked, sign.found) = (Checks::SUPPORT, Checks::CAN_I_USE);
        }
        sign.is_agreement = path
            .strip_suffix("()")
            .is_some_and(|call| unread && !is_called(call) || is_always_agreed(platform, call));
        let Some((api, member)) = answer(platform, path) else { return sign };
        match api {
            ApiKind::Dialog { confirmed: Confirmed::Index(name) } => {
                sign.is_choice = member == name;
            }
            ApiKind::Dialog { confirmed: Confirmed::Truthy(name) } => {
                sign.confirmed = (member == "cancel", member == name);
            }
            ApiKind::Setting => {
                let found = match member {
                    "authSetting.userInfo" | "authSetting.scope.userInfo" => Checks::USER_INFO,
                    "authSetting.phoneNumber" | "authSetting.scope.phoneNumber" => {
                        Checks::PHONE_NUMBER
                    }
                    _ => {
                        let device = member.strip_prefix("authSetting.").map(Checks::device);
                        device.unwrap_or_default()
                    }
                };
                sign.found = sign.found.or(found);
            }
            _ => {}
        }
        sign
    }
}

/// What the values of a program tell; most tell nothing.
#[derive(Clone, Debug, Default)]
pub(in crate::semantic) struct Signs {
    by_token: FxHashMap<TokenId, Sign>,
    /// Whether one is the answer of a dialog that the user can only agree to.
    pub(in crate::semantic) has_agreements: bool,
    /// Whether one tells what the user answered to a dialog.
    pub(in crate::semantic) has_answers: bool,
    /// The questions of `canIUse` that decide whether to fall back on a withdrawn API, with the
    /// answer that does.
    fallbacks: FxHashMap<TokenId, bool>,
}

impl Signs {
    /// What each of `values` tells.
    pub(in crate::semantic) fn new(platform: &Platform, values: &Values) -> Self {
        let all = values.tokens.iter().zip((0..).map(TokenId));
        let signs = all.filter_map(|(token, id)| {
            let Token::Host(path) = token else { return None };
            let sign = Sign::of(platform, values.symbols.text(*path));
            (sign != Sign::default()).then_some((id, sign))
        });
        let by_token: FxHashMap<TokenId, Sign> = signs.collect();
        let has_agreements = by_token.values().any(|sign| sign.is_agreement);
        let is_answer =
            |it: &Sign| it.is_choice || it.is_agreement || it.confirmed != (false, false);
        let is_dialog = |token: &Token| match token {
            Token::Host(path) => is_always_agreed(platform, values.symbols.text(*path)),
            _ => false,
        };
        let has_answers = by_token.values().any(is_answer) || values.tokens.iter().any(is_dialog);
        let texts = values.tokens.iter().zip((0..).map(TokenId));
        let fallbacks = texts.filter_map(|(token, id)| {
            let Token::Text(text) = token else { return None };
            Some((id, falls_back(platform, values.symbols.text(*text))?))
        });
        Self { by_token, has_agreements, has_answers, fallbacks: fallbacks.collect() }
    }

    /// Whether a withdrawn API is a fallback where `canIUse` says `answer` to the text `question`.
    pub(in crate::semantic) fn falls_back(&self, question: TokenId, answer: bool) -> bool {
        self.fallbacks.get(&question) == Some(&answer)
    }

    /// What `token` tells, if anything.
    pub(in crate::semantic) fn of(&self, token: TokenId) -> Option<&Sign> {
        self.by_token.get(&token)
    }
}

/// Whether `path` is what `canIUse` says.
fn is_support(platform: &Platform, path: &str) -> bool {
    let call = path.strip_suffix("()").and_then(|call| call.rsplit_once('.'));
    call.is_some_and(|(namespace, name)| {
        let api = platform.api(name).map(|api| api.kind);
        platform.is_namespace(namespace) && matches!(api, Some(ApiKind::CanIUse))
    })
}

/// The answer of `canIUse(question)` for which a withdrawn API is a fallback, if there is one: no to
/// what has come in its place, yes to itself.
fn falls_back(platform: &Platform, question: &str) -> Option<bool> {
    let name = question.rsplit('.').next().unwrap_or(question);
    match platform.api(name).map(|api| api.kind) {
        Some(ApiKind::AuthUserInfo) => Some(true),
        _ => asks_for_authorize(question).then_some(false),
    }
}

/// Whether the API at `path` is a dialog that the user can only agree to.
pub(in crate::semantic) fn is_always_agreed(platform: &Platform, path: &str) -> bool {
    let Some((namespace, name)) = path.rsplit_once('.') else { return false };
    let api = platform.api(name).filter(|_| platform.is_namespace(namespace));
    api.is_some_and(|api| matches!(api.kind, ApiKind::Dialog { confirmed: Confirmed::Always }))
}

/// The API and the member of its answer that a host path is.
fn answer<'p>(platform: &Platform, path: &'p str) -> Option<(&'static ApiKind, &'p str)> {
    let (call, member) = path.split_once("().")?;
    let (namespace, name) = call.rsplit_once('.')?;
    (namespace == UNREAD_DIALOG || platform.is_namespace(namespace)).then_some(())?;
    Some((platform.api(name)?.kind, answered(member)))
}
