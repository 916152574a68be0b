//! What a call of one of the wallet's APIs asks for.

use crate::platform::{Api, ApiKind, Platform, ScopeKind, split_scopes};
use crate::semantic::values::{CallId, Node, Token, Values};

/// What a call of `getAuthCode` asks for, or the texts of another option.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scopes {
    /// The constants that `scopes` can be.
    pub constants: Vec<String>,
    /// Whether it can be something else.
    pub is_open: bool,
    /// Whether there are none, so that the wallet's default holds.
    pub is_absent: bool,
}

impl Scopes {
    /// Whether the user is asked: a constant that prompts, or a default that does.
    #[must_use]
    pub fn prompts(&self, platform: &Platform) -> bool {
        let kinds = self.constants.iter().map(|scope| platform.scope(scope));
        let absent = self.is_absent.then(|| platform.default_scope());
        kinds.chain(absent).any(|kind| kind == ScopeKind::Prompting)
    }
}

/// What `call`, a call of `getAuthCode`, asks for.
#[must_use]
pub fn scopes(values: &Values, call: CallId) -> Scopes {
    option(values, call, "scopes")
}

/// The texts that `call` is given as the member `name` of its options: one, a list of several, or
/// several in one text.
#[must_use]
pub fn option(values: &Values, call: CallId, name: &str) -> Scopes {
    let site = values.call(call);
    let Some((options, false)) = site.arguments.first().copied() else {
        let is_open = !site.arguments.is_empty();
        return Scopes { is_absent: !is_open, is_open, ..Scopes::default() };
    };
    let mut scopes = Scopes::default();
    let tokens = values.of(options);
    scopes.is_open = tokens.is_empty();
    for token in tokens {
        match token {
            Token::Object(_) | Token::Instance(_) => texts_of(values, token, name, &mut scopes),
            Token::Function(..) | Token::Nothing | Token::Plain => scopes.is_absent = true,
            _ => scopes.is_open = true,
        }
    }
    scopes.constants.sort();
    scopes.constants.dedup();
    scopes
}

/// Adds the texts of the member `name` of the options object `token`.
fn texts_of(values: &Values, token: Token, name: &str, scopes: &mut Scopes) {
    let symbol = values.symbols.find(name);
    let Some(node) = symbol.and_then(|symbol| values.property(token, symbol)) else {
        scopes.is_absent = true;
        return;
    };
    let before = scopes.constants.len();
    constants(values, node, scopes, 2);
    if scopes.constants.len() == before && !scopes.is_open {
        let written = !values.of(node).is_empty() || is_written(values, token, name);
        scopes.is_open |= written;
        scopes.is_absent |= !written;
    }
}

/// Whether the object itself has a member `name`, whatever its value is.
fn is_written(values: &Values, token: Token, name: &str) -> bool {
    let symbol = values.symbols.find(name);
    symbol.is_some_and(|symbol| values.has_own(token, symbol))
}

fn constants(values: &Values, node: Node, scopes: &mut Scopes, depth: u32) {
    for token in values.of(node) {
        match token {
            Token::Text(symbol) => {
                let text = values.symbols.text(symbol);
                scopes.constants.extend(split_scopes(text).map(str::to_owned));
            }
            Token::Array(_) if depth > 0 => {
                let items = values.property(token, crate::semantic::symbols::hidden::ITEMS);
                if let Some(items) = items {
                    constants(values, items, scopes, depth - 1);
                }
            }
            Token::Nothing | Token::Plain => {}
            _ => scopes.is_open = true,
        }
    }
}

/// Whether calling the API can put a question of consent before the user, as `call` calls it.
#[must_use]
pub fn prompts(platform: &Platform, values: &Values, api: &Api, call: CallId) -> bool {
    match api.kind {
        ApiKind::ConsentBound { .. } | ApiKind::Authorize => true,
        ApiKind::AuthCode => scopes(values, call).prompts(platform),
        _ => false,
    }
}

/// The button scope that `api` needs the consent of.
#[must_use]
pub fn scope_of(api: &Api) -> Option<&'static str> {
    match api.kind {
        ApiKind::ConsentBound { scope } if scope == "userInfo" => Some("userInfo"),
        ApiKind::ConsentBound { scope } if scope == "phoneNumber" => Some("phoneNumber"),
        _ => None,
    }
}
