//! What members of data can be, once all values are known.

use std::collections::BTreeSet;

use crate::project::UnitId;
use crate::semantic::markup::ITEM;
use crate::semantic::symbols::hidden;
use crate::semantic::values::wallet::part::{Part, Source};
use crate::semantic::values::{Node, Token, TokenId, Values};

use super::Program;

/// What a value can be.
#[derive(Clone, Debug, Default)]
pub(super) struct Held {
    /// Paths of the host.
    pub paths: BTreeSet<String>,
    /// Objects of the program.
    pub objects: BTreeSet<TokenId>,
    /// Whether it is taken out of what the host gave, and not out of a member that the program has
    /// put it into.
    pub is_answer: bool,
    /// Whether it can be something that is not known.
    pub is_unknown: bool,
}

impl Held {
    /// What `path` leads to in the data of `unit`, or in its properties.
    pub(super) fn data<'p>(
        values: &Values,
        unit: UnitId,
        path: impl IntoIterator<Item = &'p str>,
    ) -> Self {
        let roots = [Token::Data(unit), Token::Props(unit)];
        let roots = roots.iter().filter_map(|root| values.token_ids.get(root)).copied();
        let data = Self { objects: roots.collect(), ..Self::default() };
        path.into_iter().fold(data, |held, name| held.member(values, name))
    }

    /// The member `name` of it.
    fn member(&self, values: &Values, name: &str) -> Self {
        let mut next = Self { is_unknown: self.is_unknown, ..Self::default() };
        next.paths.extend(self.paths.iter().map(|path| format!("{path}.{name}")));
        next.is_answer = !next.paths.is_empty();
        let key = values.symbols.find(name);
        for object in &self.objects {
            let is_item = name == ITEM && matches!(values.token(*object), Token::Array(_));
            let key = if is_item { Some(hidden::ITEMS) } else { key };
            let own = key.and_then(|key| values.properties.get(*object, key));
            let any = values.properties.get(*object, hidden::ANY);
            next.copy(values, *object, name);
            for id in own.into_iter().chain(any).flat_map(|node| values.sets.get(node)) {
                match values.token(*id) {
                    Token::Host(path) => {
                        next.paths.insert(values.symbols.text(path).to_owned());
                    }
                    Token::Object(_) | Token::Array(_) => {
                        next.objects.insert(*id);
                    }
                    Token::Nothing | Token::Plain | Token::Text(_) | Token::Bool(_) => {}
                    // What stands beside answers there is told apart where they are handed over.
                    Token::Given => {}
                    _ => next.is_unknown = true,
                }
            }
        }
        next
    }

    /// Adds the member `name` of what the host gave and `object` copies, unless the program gives
    /// it that member itself.
    fn copy(&mut self, values: &Values, object: TokenId, name: &str) {
        let Some(copied) = values.properties.get(object, hidden::COPIED) else { return };
        if values.symbols.find(name).is_some_and(|key| values.writes_member(object, key)) {
            return;
        }
        for id in values.sets.get(copied) {
            match values.token(*id) {
                Token::Host(path) => {
                    self.paths.insert(format!("{}.{name}", values.symbols.text(path)));
                    self.is_answer = true;
                }
                _ => self.is_unknown = true,
            }
        }
    }

    /// The answer of which it is a member, if it can be nothing else.
    pub(super) fn source(&self, program: Program<'_>) -> Option<Source> {
        let parts = self.parts(program)?;
        let first = parts.first()?;
        parts.iter().all(|it| it.is_member && it.source == first.source).then_some(first.source)
    }

    /// The parts of answers that it can be, if it can be nothing else that the host gives.
    pub(super) fn parts(&self, program: Program<'_>) -> Option<Vec<Part>> {
        self.paths.iter().map(|path| Part::of(program.platform, path)).collect()
    }
}

/// The members that the program writes into answers that lie in data, by the paths that `setData`
/// is given: `'user.phone'`.
pub(super) fn written_by_path(program: Program<'_>) -> BTreeSet<(Source, String)> {
    let values = program.values;
    let mut written = BTreeSet::new();
    for (unit, _) in program.project.units() {
        for key in values.names(Token::Data(unit)) {
            let path = values.symbols.text(key);
            let Some((_, last)) = path.rsplit_once('.') else { continue };
            // What comes out of the answer again is not the program's own.
            let node = values.property(Token::Data(unit), key);
            let own = node.is_none_or(|node| !is_field(program, node, last));
            let held = Held::data(values, unit, path.split('.'));
            let source = held.source(program).filter(|_| own);
            written.extend(source.map(|source| (source, last.to_owned())));
        }
    }
    written
}

/// Whether `node` holds the field `name` of an answer and nothing else.
fn is_field(program: Program<'_>, node: Node, name: &str) -> bool {
    let values = program.values;
    let mut tokens = values.each(node).peekable();
    tokens.peek().is_some()
        && tokens.all(|token| match token {
            Token::Host(path) => {
                let path = values.symbols.text(path);
                path.rsplit('.').next() == Some(name) && Part::of(program.platform, path).is_some()
            }
            _ => false,
        })
}
