//! Requests to open platforms: their answers are told from those of the program's own server.
//!
//! The answer of `my.request` is `my.request()` whoever gives it. One that an open platform gives
//! is `my.request[token 7]()` besides where it holds access tokens, else `my.request[open 7]()`,
//! with the number of the call.

use crate::platform::{OpenAnswer, open_answer};
use crate::semantic::symbols::Symbol;
use crate::semantic::values::solve::{Solver, Watch};
use crate::semantic::values::{CallId, Node, Token, TokenId, Values};
use crate::syntax::script::{Binary, ExprId, ExprKind, Script};

use rustc_hash::FxHashSet;

/// So many pieces of an address are looked at.
const MOST_PIECES: usize = 32;

/// Stands before the number of a call whose answer holds access tokens, and of one of which that is
/// not known.
const TOKEN: &str = "[token ";
const OPEN: &str = "[open ";

/// What an open platform answers to a request, or a member of that.
pub(crate) struct OpenMember<'a> {
    /// What the answer holds.
    pub(crate) answer: OpenAnswer,
    /// The request.
    pub(crate) call: CallId,
    /// Which member, with its dot; empty for the answer itself.
    pub(crate) member: &'a str,
}

/// What the path of the host `path` has out of an open platform's answer.
pub(crate) fn open_member(path: &str) -> Option<OpenMember<'_>> {
    let behind = |mark| path.split_once(mark).map(|(_, behind)| behind);
    let (answer, behind) = match behind(TOKEN) {
        Some(behind) => (OpenAnswer::Token, behind),
        None => (OpenAnswer::Any, behind(OPEN)?),
    };
    let (call, member) = behind.split_once("]()")?;
    Some(OpenMember { answer, call: CallId(call.parse().ok()?), member })
}

impl Values {
    /// Whether all addresses that the request `call` is known to go to are an open platform's: one
    /// call in a helper goes to many, unless its callers are told apart.
    pub(crate) fn is_open(&self, call: CallId) -> bool {
        let is_open = |token: &Token| match token {
            Token::Text(text) => open_answer(self.symbols.text(*text)).is_some(),
            _ => false,
        };
        self.addresses.get(&call).is_none_or(|nodes| {
            nodes.iter().all(|node| {
                let mut known = self.each(*node).filter(|token| *token != Token::Nothing);
                let open = self.each(*node).filter(is_open).count();
                open == 0 || known.all(|token| is_open(&token))
            })
        })
    }
}

/// A piece of an address.
enum Piece {
    /// Known from the text.
    Text(String),
    /// Whatever this holds.
    Node(Node),
}

impl Solver<'_> {
    /// The node for what an open platform answers to `call` of the network API at `api`.
    pub(in crate::semantic::values) fn open_answer(&mut self, call: CallId, api: Symbol) -> Node {
        let answer = self.grow(1);
        self.open_answers.insert(call, answer);
        for piece in self.address_pieces(call) {
            match piece {
                Piece::Text(text) => self.answered_by(&text, call, api),
                Piece::Node(node) => {
                    self.values.addresses.entry(call).or_default().push(node);
                    self.watch(node, Watch::Address { call, api });
                }
            }
        }
        answer
    }

    /// Takes `token` for the address that a request goes to.
    pub(in crate::semantic::values) fn address(
        &mut self,
        token: TokenId,
        call: CallId,
        api: Symbol,
    ) {
        let Some(text) = self.text(token) else { return };
        let text = self.values.symbols.text(text).to_owned();
        self.answered_by(&text, call, api);
    }

    fn answered_by(&mut self, text: &str, call: CallId, api: Symbol) {
        let answer = self.open_answers.get(&call).copied();
        let (Some(kind), Some(answer)) = (open_answer(text), answer) else { return };
        let kind = match kind {
            OpenAnswer::Token => TOKEN,
            OpenAnswer::Any => OPEN,
        };
        let path = format!("{}{kind}{}]()", self.values.symbols.text(api), call.0);
        let path = self.symbol(&path);
        self.add_token(answer, Token::Host(path));
    }

    /// What the `url` of the options written at `call` is put together from.
    fn address_pieces(&self, call: CallId) -> Vec<Piece> {
        let site = self.values.call(call);
        let instance = site.instance;
        let Some(script) = self.files[self.file_of(instance).index()].script() else {
            return Vec::new();
        };
        let ExprKind::Call(written) = script.kind(site.expr) else { return Vec::new() };
        let options = written.arguments.iter().map(|it| script.settled(it.value));
        let mut work: Vec<ExprId> = options.filter_map(|it| url(script, it)).collect();
        let mut pieces = Vec::new();
        // A variable may be made of itself: `var no = given ? given : no`.
        let mut seen = FxHashSet::default();
        while let Some(expr) = work.pop().filter(|_| pieces.len() < MOST_PIECES) {
            let settled = script.settled(expr);
            if !seen.insert(settled) {
                continue;
            }
            match script.kind(settled) {
                ExprKind::Binary { operator: Binary::Add, left, right } => {
                    work.extend([*left, *right]);
                }
                ExprKind::Conditional { yes, no, .. } => work.extend([*yes, *no]),
                ExprKind::String(text) => pieces.push(Piece::Text(script.name(*text).to_owned())),
                ExprKind::Template(template) => {
                    let texts = template.texts.iter();
                    pieces.extend(texts.map(|it| Piece::Text(script.name(*it).to_owned())));
                    work.extend(&template.values);
                }
                _ => pieces.extend(self.values.value(instance, script, expr).map(Piece::Node)),
            }
        }
        pieces
    }
}

/// The member `url` of an object literal.
fn url(script: &Script, options: ExprId) -> Option<ExprId> {
    let ExprKind::Object(members) = script.kind(options) else { return None };
    script.member_value(members, "url")
}
