//! The calls of the wallet's APIs that rules speak of: where they stand and what they ask for.

use std::collections::BTreeMap;

use crate::platform::{Api, ApiKind, Platform, ScopeKind, split_scopes};
use crate::source::{FileId, FileSpan};
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, FunctionId};

use super::call_graph::place;
use super::values::{CallId, Node, Token, Values};

/// A place in the program that calls an API.
#[derive(Clone, Debug)]
pub struct ApiSite {
    /// The file.
    pub file: FileId,
    /// The call, or the access that runs it.
    pub expr: ExprId,
    /// The function it stands in.
    pub function: FunctionId,
    /// What is called there, or the place that hands the API over.
    pub at: FileSpan,
    /// The API.
    pub api: &'static Api,
    /// The API as the program may write it: `my.getAuthCode`.
    pub path: String,
    /// The calls, one for each copy of the function.
    pub calls: Vec<CallId>,
}

/// What a call of `getAuthCode` asks for.
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

/// All places that call an API the platform knows, by place.
#[must_use]
pub fn sites(files: &[File], platform: &Platform, values: &Values) -> Vec<ApiSite> {
    let mut sites: BTreeMap<(FileId, ExprId, &str), ApiSite> = BTreeMap::new();
    for host in &values.host_calls {
        let path = values.symbols.text(host.path);
        let Some((namespace, name)) = path.rsplit_once('.') else { continue };
        if !platform.is_namespace(namespace) {
            continue;
        }
        let Some(api) = platform.api(name) else { continue };
        let site = values.call(host.call);
        let file = values.instance(site.instance).file;
        let Some(script) = files[file.index()].script() else { continue };
        let entry = sites.entry((file, site.expr, api.name)).or_insert_with(|| ApiSite {
            file,
            expr: site.expr,
            function: script.expr(site.expr).function,
            at: naming(files, values, host.call, host.path),
            api,
            path: path.to_owned(),
            calls: Vec::new(),
        });
        entry.calls.push(host.call);
    }
    let mut sites: Vec<ApiSite> = sites.into_values().collect();
    sites.sort_by_key(|site| site.at);
    sites
}

/// The place that names the API: the callee, or the argument that hands it over.
fn naming(files: &[File], values: &Values, call: CallId, path: super::symbols::Symbol) -> FileSpan {
    let site = values.call(call);
    let callee = place(files, values, site);
    let Some(script) = files[callee.file.index()].script() else { return callee };
    let ExprKind::Call(written) = script.kind(site.expr) else { return callee };
    let names = |expr: ExprId| {
        let node = values.value(site.instance, script, expr);
        node.is_some_and(|node| values.of(node).contains(&Token::Host(path)))
    };
    if names(written.callee) {
        return callee;
    }
    let argument = written.arguments.iter().find(|argument| names(argument.value));
    argument.map_or(callee, |argument| FileSpan::new(callee.file, script.expr(argument.value).span))
}

/// What `call`, a call of `getAuthCode`, asks for.
#[must_use]
pub fn scopes(values: &Values, call: CallId) -> Scopes {
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
            Token::Object(_) | Token::Instance(_) => scopes_of(values, token, &mut scopes),
            Token::Function(..) | Token::Plain => scopes.is_absent = true,
            _ => scopes.is_open = true,
        }
    }
    scopes.constants.sort();
    scopes.constants.dedup();
    scopes
}

/// Adds what the options object `token` asks for.
fn scopes_of(values: &Values, token: Token, scopes: &mut Scopes) {
    let property = |name: &str| {
        let symbol = values.symbols.find(name)?;
        values.property(token, symbol)
    };
    let Some(node) = property("scopes") else {
        scopes.is_absent = true;
        return;
    };
    let before = scopes.constants.len();
    constants(values, node, scopes, 2);
    if scopes.constants.len() == before && !scopes.is_open {
        let written = !values.of(node).is_empty() || is_written(values, token);
        scopes.is_open |= written;
        scopes.is_absent |= !written;
    }
}

/// Whether the object itself has a member `scopes`, whatever its value is.
fn is_written(values: &Values, token: Token) -> bool {
    let id = values.token_ids.get(&token);
    let symbol = values.symbols.find("scopes");
    id.zip(symbol).is_some_and(|(id, symbol)| values.own.contains(&(*id, symbol)))
}

fn constants(values: &Values, node: Node, scopes: &mut Scopes, depth: u32) {
    for token in values.of(node) {
        match token {
            Token::Text(symbol) => {
                let text = values.symbols.text(symbol);
                scopes.constants.extend(split_scopes(text).map(str::to_owned));
            }
            Token::Array(_) if depth > 0 => {
                let items = values.property(token, super::symbols::hidden::ITEMS);
                if let Some(items) = items {
                    constants(values, items, scopes, depth - 1);
                }
            }
            Token::Plain => {}
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
