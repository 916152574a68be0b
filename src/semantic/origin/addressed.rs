//! Where requests go whose address is put together: `BASE + '/oauths/applyToken'`.

use crate::platform::{ApiKind, Platform};
use crate::semantic::values::InstanceId;
use crate::source::FileSpan;
use crate::syntax::File;
use crate::syntax::script::{Binary, Call, ExprId, ExprKind, Script};

use super::Origins;

/// So many pieces of an address are looked at.
const MOST_PIECES: usize = 32;

/// So many texts that one piece can be are tried.
const MOST_TEXTS: usize = 64;

/// What stands for a piece of which nothing is known.
const UNKNOWN: &str = "\0";

/// A piece of an address.
enum Piece<'a> {
    /// A text, with its place.
    Text(FileSpan, &'a str),
    /// What this can be.
    Value(ExprId),
}

/// The pieces of an address, each with the texts that it can be.
type Pieces<'a> = Vec<Vec<(FileSpan, &'a str)>>;

/// The address of a request, as the texts that it is put together from, in order.
pub type Address<'a> = Vec<(Option<FileSpan>, &'a str)>;

impl<'a> Origins<'a> {
    /// The addresses of the program's requests that are put together from several texts. Where more than
    /// one of their pieces has more than one text, it is not known which belong together.
    #[must_use]
    pub fn addresses(&self, platform: &Platform) -> Vec<Address<'a>> {
        let mut all = Vec::new();
        for host in &self.values.host_calls {
            let api = platform.api_at(self.values.symbols.text(host.path));
            if api.map(|api| api.kind) != Some(&ApiKind::Network) {
                continue;
            }
            for (instance, url) in self.options(host.call, "url") {
                let pieces = self.pieces(instance, url);
                if pieces.len() > 1 && pieces.iter().filter(|texts| texts.len() > 1).count() < 2 {
                    all.extend(joined(&pieces));
                }
            }
        }
        all
    }

    /// The pieces of the text `expr`.
    fn pieces(&self, instance: InstanceId, expr: ExprId) -> Pieces<'a> {
        let mut pieces = Pieces::new();
        let file = self.values.instance(instance).file;
        let script = self.files.get(file.index()).and_then(File::script);
        let Some(script) = script else { return pieces };
        let mut work = vec![Piece::Value(expr)];
        while let Some(piece) = work.pop().filter(|_| pieces.len() < MOST_PIECES) {
            let expr = match piece {
                Piece::Text(at, text) => {
                    pieces.push(vec![(at, text)]);
                    continue;
                }
                Piece::Value(expr) => expr,
            };
            let whole = whole(script, expr);
            let at = FileSpan::new(file, script.expr(whole).span);
            match script.kind(whole) {
                ExprKind::String(text) => pieces.push(vec![(at, script.name(*text))]),
                ExprKind::Binary { operator: Binary::Add, left, right } => {
                    work.extend([Piece::Value(*right), Piece::Value(*left)]);
                }
                ExprKind::Template(template) => {
                    let mut parts = Vec::new();
                    let mut values = template.values.iter();
                    for text in &template.texts {
                        parts.push(Piece::Text(at, script.name(*text)));
                        parts.extend(values.next().map(|value| Piece::Value(*value)));
                    }
                    work.extend(parts.into_iter().rev());
                }
                ExprKind::Call(call) => match items(script, call) {
                    Some((items, between)) => {
                        for (nth, item) in items.into_iter().rev().enumerate() {
                            work.extend((nth > 0).then_some(Piece::Text(at, between)));
                            work.push(Piece::Value(item));
                        }
                    }
                    None => pieces.push(self.texts(instance, whole)),
                },
                _ => pieces.push(self.texts(instance, whole)),
            }
        }
        pieces
    }
}

/// What a variable that is written once holds, if that is put together from pieces; else itself.
fn whole(script: &Script, expr: ExprId) -> ExprId {
    let ExprKind::Binding(binding) = script.kind(expr) else { return expr };
    let Some(value) = script.only_value(*binding) else { return expr };
    match script.kind(value) {
        ExprKind::Binary { .. } | ExprKind::Template(_) | ExprKind::String(_) => value,
        _ => expr,
    }
}

/// The items that a call joins, and the text between them.
fn items<'a>(script: &'a Script, call: &Call) -> Option<(Vec<ExprId>, &'a str)> {
    let ExprKind::Member { object, property, .. } = script.kind(call.callee) else { return None };
    let ExprKind::Array(items) = script.kind(*object) else { return None };
    let [between] = &*call.arguments else { return None };
    let ExprKind::String(between) = script.kind(between.value) else { return None };
    let is_join = script.name(*property) == "join" && items.iter().all(|item| !item.spread);
    is_join.then(|| (items.iter().map(|item| item.value).collect(), script.name(*between)))
}

/// What `pieces`, of which one can be several texts, come to.
fn joined<'a>(pieces: &Pieces<'a>) -> Vec<Address<'a>> {
    let most = pieces.iter().map(Vec::len).max().unwrap_or(0).clamp(1, MOST_TEXTS);
    let nth = |texts: &Vec<(FileSpan, &'a str)>, at: usize| {
        let text = texts.get(at).or(texts.first());
        text.map_or((None, UNKNOWN), |(at, text)| (Some(*at), *text))
    };
    (0..most).map(|at| pieces.iter().map(|texts| nth(texts, at)).collect()).collect()
}
