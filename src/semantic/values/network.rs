//! Requests to open platforms: their answers are told from those of the program's own server.
//!
//! The answer of `my.request` is `my.request()` whoever gives it. One that an open platform gives
//! is `my.request[token]()` besides where it holds access tokens, else `my.request[open]()`.

use super::solve::{Solver, Watch};
use super::{CallId, Node, TokenId};
use crate::platform::{OpenAnswer, open_answer};
use crate::semantic::symbols::Symbol;
use crate::syntax::script::{Binary, ExprId, ExprKind, Key, Property, Script, Target};

/// So many pieces of an address are looked at.
const MOST_PIECES: usize = 32;

/// A piece of an address.
enum Piece {
    /// Known from the text.
    Text(String),
    /// Whatever this holds.
    Node(Node),
}

impl Solver<'_> {
    /// The node for what an open platform answers to `call` of the network API at `api`.
    pub(super) fn open_answer(&mut self, call: CallId, api: Symbol) -> Node {
        let answer = self.grow(1);
        self.open_answers.insert(call, answer);
        for piece in self.address_pieces(call) {
            match piece {
                Piece::Text(text) => self.answered_by(&text, answer, api),
                Piece::Node(node) => self.watch(node, Watch::Address { answer, api }),
            }
        }
        answer
    }

    /// Takes `token` for the address that a request goes to.
    pub(super) fn address(&mut self, token: TokenId, answer: Node, api: Symbol) {
        let Some(text) = self.text(token) else { return };
        let text = self.values.symbols.text(text).to_owned();
        self.answered_by(&text, answer, api);
    }

    fn answered_by(&mut self, text: &str, answer: Node, api: Symbol) {
        let Some(kind) = open_answer(text) else { return };
        let kind = match kind {
            OpenAnswer::Token => "token",
            OpenAnswer::Any => "open",
        };
        let path = format!("{}[{kind}]()", self.values.symbols.text(api));
        let path = self.symbol(&path);
        self.add_token(answer, super::Token::Host(path));
    }

    /// What the `url` of the options written at `call` is put together from.
    fn address_pieces(&self, call: CallId) -> Vec<Piece> {
        let site = self.values.call(call);
        let instance = site.instance;
        let Some(script) = self.files[self.file_of(instance).index()].script() else {
            return Vec::new();
        };
        let ExprKind::Call(written) = script.kind(site.expr) else { return Vec::new() };
        let options = written.arguments.iter().map(|it| only_value(script, it.value));
        let mut work: Vec<ExprId> = options.filter_map(|it| url(script, it)).collect();
        let mut pieces = Vec::new();
        while let Some(expr) = work.pop() {
            if pieces.len() >= MOST_PIECES {
                break;
            }
            match script.kind(only_value(script, expr)) {
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
    members.iter().rev().find_map(|member| match member {
        Property::Value { key: Key::Name(name, _), value } if script.name(*name) == "url" => {
            Some(*value)
        }
        _ => None,
    })
}

/// What a variable that is written once holds; any other expression itself.
fn only_value(script: &Script, expr: ExprId) -> ExprId {
    let ExprKind::Binding(binding) = script.kind(expr) else { return expr };
    let [write] = script.binding(*binding).writes.as_slice() else { return expr };
    match script.kind(*write) {
        ExprKind::Assign { target: Target::Binding(_), value }
            if !matches!(script.kind(*value), ExprKind::Param(_) | ExprKind::RestParam(_)) =>
        {
            *value
        }
        _ => expr,
    }
}
