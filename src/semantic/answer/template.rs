//! What templates read of answers that were put into data.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::held::Held;
use super::part::{Part, may_open};
use super::{Program, Read};
use crate::project::{Unit, UnitId};
use crate::semantic::values::{Token, TokenId};
use crate::source::{FileSpan, Span};
use crate::syntax::axml::{NodeKind, Part as Piece, Template, Value};
use crate::syntax::script::{ExprId, ExprKind};

/// Data with more members may hold anything.
const MOST_MEMBERS: u32 = 1024;

/// Members are followed this deep.
const DEEPEST: usize = 8;

/// The members of answers that the templates of `program` read out of their data.
pub(super) fn reads(program: Program<'_>, parts: &FxHashMap<TokenId, Part>) -> Vec<Read> {
    let mut reads = Vec::new();
    for (id, unit) in program.project.units() {
        let template = unit.template.and_then(|file| program.files[file.index()].template());
        if let Some(template) = template {
            Templates { program, parts, id, unit, template }.read(&mut reads);
        }
    }
    reads
}

struct Templates<'a> {
    program: Program<'a>,
    parts: &'a FxHashMap<TokenId, Part>,
    id: UnitId,
    unit: &'a Unit,
    template: &'a Template,
}

impl Templates<'_> {
    fn read(&self, reads: &mut Vec<Read>) {
        if !self.has_any() || !self.has_answer() {
            return;
        }
        let shadowed = self.shadowed();
        let mut is_apart = vec![false; self.template.nodes.len()];
        for (at, node) in self.template.nodes.iter().enumerate() {
            is_apart[at] = node.parent.is_some_and(|parent| is_apart[parent.0 as usize]);
            match &node.kind {
                NodeKind::Text(value) if !is_apart[at] => {
                    self.value(value, node.span, &shadowed, reads);
                }
                NodeKind::Element(element) => {
                    is_apart[at] |=
                        element.name == "template" && element.attribute("name").is_some();
                    let values = element.attributes.iter().filter_map(|it| it.value.as_ref());
                    for value in values.filter(|_| !is_apart[at]) {
                        self.value(value, element.tag_span, &shadowed, reads);
                    }
                }
                NodeKind::Text(_) => {}
            }
        }
    }

    /// Whether the data hold a part of an answer, or an object.
    fn has_any(&self) -> bool {
        let values = self.program.values;
        values.keys(Token::Data(self.id)).any(|(_, node)| {
            values.sets.get(node).iter().any(|id| {
                self.parts.contains_key(id) || matches!(values.token(*id), Token::Object(_))
            })
        })
    }

    /// Whether the data, or an object in them, may hold a part of an answer.
    fn has_answer(&self) -> bool {
        let Program { values, platform, .. } = self.program;
        let Some(data) = values.token_ids.get(&Token::Data(self.id)) else { return false };
        let (mut seen, mut work) = (BTreeSet::from([*data]), vec![*data]);
        let mut left = MOST_MEMBERS;
        while let Some(object) = work.pop() {
            for (_, node) in values.properties.keys(object) {
                left -= 1;
                if left == 0 {
                    return true;
                }
                for id in values.sets.get(node) {
                    match values.token(*id) {
                        Token::Host(path) if may_open(platform, values.symbols.text(path)) => {
                            return true;
                        }
                        Token::Object(_) if seen.insert(*id) => work.push(*id),
                        _ => {}
                    }
                }
            }
        }
        false
    }

    /// Names that loops declare.
    fn shadowed(&self) -> BTreeSet<&str> {
        let declared = self.template.elements().flat_map(|(_, element)| {
            let names = element.attributes.iter();
            let names = names.filter(|it| matches!(&*it.name, "a:for-item" | "a:for-index"));
            names.filter_map(|it| it.value.as_ref()?.literal())
        });
        declared.chain(["item", "index"]).collect()
    }

    fn value(&self, value: &Value, scope: Span, shadowed: &BTreeSet<&str>, reads: &mut Vec<Read>) {
        for piece in &value.parts {
            let Piece::Hole { expr, .. } = piece else { continue };
            let mut work = vec![*expr];
            while let Some(expr) = work.pop() {
                work.extend(self.template.holes.kind(expr).operands());
                reads.extend(self.member(expr, scope, shadowed));
            }
        }
    }

    fn member(&self, expr: ExprId, scope: Span, shadowed: &BTreeSet<&str>) -> Option<Read> {
        let holes = &self.template.holes;
        let ExprKind::Member { property, property_span, .. } = holes.kind(expr) else {
            return None;
        };
        let held = self.held(expr, shadowed).filter(|held| held.is_answer && !held.is_unknown)?;
        let parts = held.paths.iter().map(|path| Part::of(self.program.platform, path));
        let parts: Vec<Part> = parts.collect::<Option<_>>()?;
        let source = parts.first()?.source;
        if !held.objects.is_empty() || !parts.iter().all(|it| it.is_member && it.source == source) {
            return None;
        }
        Some(Read {
            at: FileSpan::new(self.unit.template?, *property_span),
            name: holes.name(*property).to_owned(),
            source,
            levels: parts.iter().map(|part| part.level).collect(),
            origin: None,
            scope,
            flow: None,
        })
    }

    /// What `expr`, a name or a member of one, can be.
    fn held(&self, expr: ExprId, shadowed: &BTreeSet<&str>) -> Option<Held> {
        let holes = &self.template.holes;
        let mut names = Vec::new();
        let mut at = expr;
        let root = loop {
            match holes.kind(at) {
                ExprKind::Member { object, property, .. } if names.len() < DEEPEST => {
                    names.push(holes.name(*property));
                    at = *object;
                }
                ExprKind::Global(name) => break holes.name(*name),
                _ => return None,
            }
        };
        if shadowed.contains(root) {
            return None;
        }
        let path = std::iter::once(root).chain(names.into_iter().rev());
        Held::data(self.program.values, self.id, path)
    }
}
