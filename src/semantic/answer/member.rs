//! Members of answers that scripts read.

use crate::platform::is_status;
use crate::semantic::symbols::hidden;
use crate::semantic::values::wallet::part::Level;
use crate::semantic::values::{Token, TokenId};
use crate::source::Span;
use crate::syntax::script::{ExprId, ExprKind};

use super::Deed;
use super::Read;
use super::scan::{Copy, Scan};

/// Variables are looked through no further than this for where an answer was opened.
const MOST_STEPS: usize = 16;

impl Scan<'_> {
    /// Notes that the expression `id` reads the member `name` of `object`.
    pub(super) fn member(
        &mut self,
        copy: Copy<'_>,
        id: ExprId,
        object: ExprId,
        (name, span): (&str, Span),
    ) {
        let expr = copy.script.expr(id);
        let parts = self.parts_of(copy, id);
        let Some(source) = parts.first().map(|part| part.source) else { return };
        if is_status(name) {
            self.tested.extend(self.data_of(copy, id));
            self.deed(copy, expr.function, parts.clone(), Deed::Test);
        }
        let is_part = |id: &TokenId| match self.parts.get(id) {
            Some(part) => part.source == source && part.is_member,
            None => matches!(
                self.program.values.token(*id),
                Token::Nothing | Token::Plain | Token::Text(_) | Token::Bool(_) | Token::Given
            ),
        };
        let is_taken = self.tokens(copy, id).iter().all(is_part);
        if !is_taken || !self.is_of_answer(copy, object, name) {
            return;
        }
        let read = Read {
            at: self.place(copy, span),
            name: name.to_owned(),
            source,
            levels: parts.iter().map(|part| part.level).collect(),
            origin: self.origin(copy, object).map(|span| self.place(copy, span)),
            scope: copy.script.function(expr.function).span,
            flow: None,
            is_asked_later: false,
        };
        let hand = self.hand(copy, source, expr.function);
        let ends = self.ends(copy, id);
        self.ends.entry(read.at).or_default().extend(ends);
        self.reads.insert((read, Some(hand)));
    }

    /// Whether the member `name` of `object` is one of an answer, or of a copy of it, and not one
    /// that the program has given an object of its own.
    fn is_of_answer(&self, copy: Copy<'_>, object: ExprId, name: &str) -> bool {
        let values = self.program.values;
        let key = values.symbols.find(name);
        let objects = self.tokens(copy, object).iter();
        let (mut is_part, mut is_own) = (false, false);
        for object in objects {
            let copied = values.properties.get(*object, hidden::COPIED);
            let is_copy = copied.is_some_and(|copied| !self.parts_in(copied).is_empty());
            is_part |= is_copy || self.parts.contains_key(object);
            is_own |= is_copy && key.is_some_and(|key| values.writes_member(*object, key));
        }
        is_part && !is_own
    }

    /// The expression that opened `object` so far.
    fn origin(&self, copy: Copy<'_>, mut object: ExprId) -> Option<Span> {
        let script = copy.script;
        for _ in 0..MOST_STEPS {
            object = match script.kind(object) {
                ExprKind::Binding(binding) => script.only_value(*binding)?,
                ExprKind::Assign { value, .. } => *value,
                ExprKind::Member { object: inner, .. }
                    if self
                        .parts_of(copy, object)
                        .iter()
                        .any(|part| part.is_member && part.level == Level::Text) =>
                {
                    *inner
                }
                // A pattern takes members by names that stand alone.
                ExprKind::Member { property_span, .. }
                    if *property_span == script.expr(object).span =>
                {
                    return None;
                }
                ExprKind::Member { .. } | ExprKind::Call(_) => {
                    return Some(script.expr(object).span);
                }
                _ => return None,
            };
        }
        None
    }
}
