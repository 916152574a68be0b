//! Texts that are put together from constants: `` `auth_base,${EXTRA}` ``, `[A, B].join(',')`.

use crate::syntax::script::{Binary, Call, ExprId, ExprKind, Script};

use super::module::imported::Place;
use super::solve::Solver;
use super::{InstanceId, Node, Token};

/// Constants are looked through no deeper than this.
const DEEPEST: u32 = 8;

/// Longer texts are no names.
const LONGEST: usize = 200;

impl<'a> Solver<'a> {
    /// Gives `node` the text that `expr` joins, if all of it is constant.
    pub(super) fn generate_folded(
        &mut self,
        instance: InstanceId,
        script: &'a Script,
        expr: ExprId,
        node: Node,
    ) {
        let place = Place { file: self.file_of(instance), script, expr };
        if let Some(text) = self.folded(place, DEEPEST) {
            let symbol = self.symbol(&text);
            self.add_token(node, Token::Text(symbol));
        }
    }

    /// The text that the expression at `place` joins.
    fn folded(&self, place: Place<'a>, depth: u32) -> Option<String> {
        let depth = depth.checked_sub(1)?;
        let script = place.script;
        let text = match place.kind() {
            ExprKind::Binary { operator: Binary::Add, left, right } => {
                self.joined(place.at(*left), depth)? + &self.joined(place.at(*right), depth)?
            }
            ExprKind::Template(template) => {
                let mut texts = template.texts.iter().map(|text| script.name(*text));
                let mut joined = texts.next()?.to_owned();
                for (value, after) in template.values.iter().zip(texts) {
                    joined += &self.joined(place.at(*value), depth)?;
                    joined += after;
                }
                joined
            }
            ExprKind::Call(call) => self.list(place, call, depth)?,
            _ => return None,
        };
        (text.len() <= LONGEST).then_some(text)
    }

    /// What `list.join(separator)` gives.
    fn list(&self, place: Place<'a>, call: &Call, depth: u32) -> Option<String> {
        let script = place.script;
        let ExprKind::Member { object, property, .. } = script.kind(call.callee) else {
            return None;
        };
        if script.name(*property) != "join" {
            return None;
        }
        let list = self.constant_behind(place.at(*object))?;
        let ExprKind::Array(items) = list.kind() else { return None };
        let separator = match &*call.arguments {
            [] => ",".to_owned(),
            [separator, ..] => self.joined(place.at(separator.value), depth)?,
        };
        let is_spread = items.iter().any(|item| item.spread);
        let texts = items.iter().map(|item| self.joined(list.at(item.value), depth));
        let texts = texts.collect::<Option<Vec<String>>>()?;
        (!is_spread).then(|| texts.join(&separator))
    }

    /// The text at `place`, which is part of another.
    fn joined(&self, place: Place<'a>, depth: u32) -> Option<String> {
        let place = self.constant_behind(place)?;
        let script = place.script;
        match place.kind() {
            ExprKind::String(text) => Some(script.name(*text).to_owned()),
            ExprKind::Member { object, property, .. } => {
                let object = self.constant_behind(place.at(*object))?;
                let ExprKind::Object(members) = object.kind() else { return None };
                let value = object.script.member_value(members, script.name(*property))?;
                self.joined(object.at(value), depth.checked_sub(1)?)
            }
            _ => self.folded(place, depth),
        }
    }

    /// The constant that a variable or import stands for.
    fn constant_behind(&self, place: Place<'a>) -> Option<Place<'a>> {
        self.behind(place.at(place.script.settled(place.expr)))
    }
}
