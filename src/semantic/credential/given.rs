//! Which values are credentials, and in which copies of functions they can be found.

use crate::platform::{ApiKind, OpenAnswer, Platform, is_access_token};
use crate::semantic::values::builtin::parsed::{is_called, unmarked};
use crate::semantic::values::wallet::network::{OpenMember, open_member};
use crate::semantic::values::{InstanceId, Token, TokenId, Values};

use super::Credential;
use super::holding::Wanted;
use rustc_hash::FxHashMap;

/// Which values of a program are credentials, and where they can be.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The credential that each token is.
    pub(in crate::semantic) tokens: FxHashMap<TokenId, Credential>,
    /// Whether one can be found in each copy of a function: it, a copy around it or one that calls
    /// either of them holds one.
    pub(in crate::semantic) copies: Vec<bool>,
}

impl Given {
    /// The credentials among `values`.
    pub(in crate::semantic) fn new(platform: &Platform, values: &Values) -> Self {
        let all = values.tokens.iter().zip((0..).map(TokenId));
        let tokens = all.filter_map(|(token, id)| match token {
            Token::Host(path) => Some((id, named(platform, values, values.symbols.text(*path))?)),
            _ => None,
        });
        let tokens: FxHashMap<TokenId, Credential> = tokens.collect();
        let mut copies = values.holding(&Wanted::new(values, tokens.keys().copied()));
        spread(values, &mut copies);
        Self { tokens, copies }
    }
}

/// Adds to `copies` all that lie in one of them, or that one of them calls, and so on.
fn spread(values: &Values, copies: &mut [bool]) {
    let mut leads: Vec<Vec<InstanceId>> = vec![Vec::new(); copies.len()];
    for (id, instance) in (0..).map(InstanceId).zip(&values.instances) {
        let caller = instance.call.map(|call| values.call(call).instance);
        for from in instance.around.into_iter().chain(caller) {
            leads[from.0 as usize].push(id);
        }
    }
    for edge in &values.edges {
        let (from, to) = (values.call(edge.call).instance, values.function(edge.to).0);
        if from != to {
            leads[from.0 as usize].push(to);
        }
    }
    let mut work: Vec<usize> = (0..copies.len()).filter(|at| copies[*at]).collect();
    while let Some(at) = work.pop() {
        for to in std::mem::take(&mut leads[at]) {
            if !std::mem::replace(&mut copies[to.0 as usize], true) {
                work.push(to.0 as usize);
            }
        }
    }
}

/// The credential behind the path of the host `path`, whatever was made of it.
fn named(platform: &Platform, values: &Values, path: &str) -> Option<Credential> {
    if !is_called(path) {
        return None;
    }
    let path = &unmarked(path);
    if let Some(OpenMember { answer, call, member }) = open_member(path) {
        let is_whole = answer == OpenAnswer::Token && matches!(member, "" | ".data");
        let is_told = (is_whole || is_token(member)) && values.is_open(call);
        return is_told.then_some(Credential::Token);
    }
    let (api, member) = path.split_once("()")?;
    let (namespace, name) = api.rsplit_once('.')?;
    if !platform.is_namespace(namespace) {
        return None;
    }
    match platform.api(name)?.kind {
        ApiKind::AuthCode => matches!(member, "" | ".authCode").then_some(Credential::Code),
        ApiKind::ConsentBound { scope } if scope == "phoneNumber" => {
            let is_encrypted =
                matches!(member, "" | ".response" | ".response.response" | ".encryptedData");
            is_encrypted.then_some(Credential::Phone)
        }
        _ => None,
    }
}

/// Whether the member of an answer is an access token.
fn is_token(member: &str) -> bool {
    member.rsplit_once('.').is_some_and(|(_, name)| is_access_token(name))
}
