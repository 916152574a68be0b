//! What values of the host tell where they are conditions: that something is supported, granted,
//! agreed to, or came out well.

use rustc_hash::FxHashMap;

use crate::platform::{ApiKind, Confirmed, Platform};

use super::check::Checks;
use super::guard::Guard;
use super::values::parsed::is_called;
use super::values::{Token, TokenId, Values};

/// What one value tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sign {
    /// Whether it is the position that the user chose in a list.
    pub(super) is_choice: bool,
    /// Whether it is the result code of an answer.
    pub(super) is_code: bool,
    /// Whether it is the answer of a dialog that the user can only agree to.
    pub(super) is_agreement: bool,
    /// What was checked, however it comes out.
    asked: Checks,
    /// What was found where it holds.
    found: Checks,
    /// Whether the user agreed where it does not hold, and where it does.
    confirmed: (bool, bool),
}

impl Sign {
    /// What holds where the value holds, or where it does not.
    pub(super) fn guard(&self, taken: bool) -> Guard {
        let (checks, confirmed) = match taken {
            true => (self.asked.or(self.found), self.confirmed.1),
            false => (self.asked, self.confirmed.0),
        };
        Guard { never: false, confirmed, checks }
    }

    fn of(platform: &Platform, path: &str) -> Self {
        if !is_called(path) {
            let asked = if is_api(platform, path) { Checks::SUPPORT } else { Checks::default() };
            return Self { asked, ..Self::default() };
        }
        let is_code = path.ends_with(".code") && path.contains("().");
        let mut sign = Self { is_code, ..Self::default() };
        if is_support(platform, path) {
            (sign.asked, sign.found) = (Checks::SUPPORT, Checks::CAN_I_USE);
        }
        let is_dialog = |call: &str| is_api(platform, call) && is_always_agreed(platform, call);
        sign.is_agreement = path.strip_suffix("()").is_some_and(is_dialog);
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
pub(super) struct Signs {
    by_token: FxHashMap<TokenId, Sign>,
    /// Whether one is the answer of a dialog that the user can only agree to.
    pub(super) has_agreements: bool,
}

impl Signs {
    /// What each of `values` tells.
    pub(super) fn new(platform: &Platform, values: &Values) -> Self {
        let all = values.tokens.iter().zip((0..).map(TokenId));
        let signs = all.filter_map(|(token, id)| {
            let Token::Host(path) = token else { return None };
            let sign = Sign::of(platform, values.symbols.text(*path));
            (sign != Sign::default()).then_some((id, sign))
        });
        let by_token: FxHashMap<TokenId, Sign> = signs.collect();
        let has_agreements = by_token.values().any(|sign| sign.is_agreement);
        Self { by_token, has_agreements }
    }

    /// What `token` tells, if anything.
    pub(super) fn of(&self, token: TokenId) -> Option<&Sign> {
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

/// Whether `path` is an API itself, which is there or not.
fn is_api(platform: &Platform, path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(namespace, name)| {
        platform.is_namespace(namespace) && platform.api(name).is_some()
    })
}

/// Whether the API at `path` is a dialog that the user can only agree to.
pub(super) fn is_always_agreed(platform: &Platform, path: &str) -> bool {
    let api = path.rsplit_once('.').and_then(|(_, name)| platform.api(name));
    api.is_some_and(|api| matches!(api.kind, ApiKind::Dialog { confirmed: Confirmed::Always }))
}

/// The API and the member of its answer that a host path is.
fn answer<'p>(platform: &Platform, path: &'p str) -> Option<(&'static ApiKind, &'p str)> {
    let (call, member) = path.split_once("().")?;
    let (namespace, name) = call.rsplit_once('.')?;
    platform.is_namespace(namespace).then_some(())?;
    Some((platform.api(name)?.kind, member))
}
