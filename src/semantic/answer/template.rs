//! What templates read of answers that were put into data, and whether they ask how these came out.
//!
//! A template that several units use, or one several times, may show somebody else's data in
//! another place: what it reads there is of the answer only if it is so wherever it is used.

use std::collections::{BTreeMap, BTreeSet};

use crate::platform::is_status;
use crate::project::UnitId;
use crate::semantic::markup::{FrameId, Item, Path, Target, target};
use crate::semantic::values::Token;
use crate::semantic::values::wallet::part::may_open;
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::axml::{Element, NodeId, NodeKind, Part as Piece, Template, Value};
use crate::syntax::script::{ExprId, ExprKind, Script};

use super::condition::Conditions;
use super::held::Held;
use super::scan::parts;
use super::{Program, Read};

/// Data with more members may hold anything.
const MOST_MEMBERS: u32 = 1024;

/// The attributes that decide by a condition whether something is shown.
const CONDITIONS: &[&str] = &["a:if", "a:elif", "hidden"];

/// What the templates of a program do with answers.
#[derive(Debug, Default)]
pub(in crate::semantic) struct InTemplates {
    /// The members of answers that they read.
    pub reads: Vec<Read>,
    /// The data, by unit and name, of which they ask how the answer came out, or whether a field
    /// is there.
    pub tested: BTreeSet<(UnitId, String)>,
}

/// What the templates of `program` do with answers.
pub(in crate::semantic) fn in_templates(program: Program<'_>) -> InTemplates {
    if parts(program).is_empty() {
        return InTemplates::default();
    }
    let mut search = Search { program, conditions: BTreeMap::new(), tested: BTreeSet::new() };
    let mut found: BTreeMap<FileSpan, Option<Read>> = BTreeMap::new();
    let (with, without): (Vec<UnitId>, Vec<UnitId>) =
        program.project.units().map(|(id, _)| id).partition(|id| search.has_answer(*id));
    for unit in with {
        search.unit(unit, &mut found);
    }
    let shared: BTreeSet<FileId> =
        found.iter().filter(|(_, read)| read.is_some()).map(|(at, _)| at.file).collect();
    for unit in without.into_iter().filter(|_| !shared.is_empty()) {
        search.elsewhere(unit, &shared, &mut found);
    }
    InTemplates { reads: found.into_values().flatten().collect(), tested: search.tested }
}

struct Search<'a> {
    program: Program<'a>,
    conditions: BTreeMap<FileId, Conditions>,
    tested: BTreeSet<(UnitId, String)>,
}

/// A value of a template, where it is used.
#[derive(Clone, Copy)]
struct Use<'a> {
    unit: UnitId,
    file: FileId,
    template: &'a Template,
    value: &'a Value,
    frame: FrameId,
    scope: Span,
    /// Whether a component that was not read gets it.
    is_given_away: bool,
}

impl<'a> Search<'a> {
    /// Whether the data of `unit`, its properties, or an object in them, may hold a part of an answer.
    fn has_answer(&self, unit: UnitId) -> bool {
        let Program { values, platform, .. } = self.program;
        let roots = [Token::Data(unit), Token::Props(unit)];
        let roots = roots.iter().filter_map(|root| values.token_ids.get(root)).copied();
        let mut work: Vec<_> = roots.collect();
        let mut seen: BTreeSet<_> = work.iter().copied().collect();
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
                        Token::Object(_) | Token::Array(_) if seen.insert(*id) => work.push(*id),
                        _ => {}
                    }
                }
            }
        }
        false
    }

    /// Reads the template of `unit`, whose data may hold an answer.
    fn unit(&mut self, unit: UnitId, found: &mut BTreeMap<FileSpan, Option<Read>>) {
        for used in self.uses(unit, None) {
            let mut work = holes(used.value);
            let mut compared = BTreeSet::new();
            while let Some(expr) = work.pop() {
                let kind = used.template.holes.kind(expr);
                work.extend(kind.operands());
                compared.extend(with_constant(&used.template.holes, kind));
                self.member(used, expr, found);
                if !compared.contains(&expr) {
                    self.test(used, expr);
                }
            }
        }
    }

    /// Takes back what the template of `unit`, whose data hold no answer, reads as well.
    fn elsewhere(
        &self,
        unit: UnitId,
        shared: &BTreeSet<FileId>,
        found: &mut BTreeMap<FileSpan, Option<Read>>,
    ) {
        for used in self.uses(unit, Some(shared)) {
            let mut work = holes(used.value);
            while let Some(expr) = work.pop() {
                let kind = used.template.holes.kind(expr);
                work.extend(kind.operands());
                let span = match kind {
                    ExprKind::Member { property_span, .. } => *property_span,
                    ExprKind::Global(_) => used.template.holes.expr(expr).span,
                    _ => continue,
                };
                found.insert(FileSpan::new(used.file, span), None);
            }
        }
    }

    /// The values in the template of `unit`, as far as they stand in one of the files `within`.
    fn uses(&self, unit: UnitId, within: Option<&BTreeSet<FileId>>) -> Vec<Use<'a>> {
        let Program { files, markup, project, .. } = self.program;
        let is_within = |file: FileId| within.is_none_or(|within| within.contains(&file));
        let mut uses = Vec::new();
        let Some(tree) = markup.trees.get(unit.0 as usize) else { return uses };
        let own = project.unit(unit).template.filter(|file| is_within(*file));
        let own = own.and_then(|file| Some((file, files[file.index()].template()?)));
        if let (Some((file, template)), Some(frame)) = (own, tree.root) {
            uses.extend(texts((unit, file, frame), template, &template.roots));
        }
        for item in tree.items.iter().filter(|item| is_within(item.element.file)) {
            let file = item.element.file;
            let template = files.get(file.index()).and_then(|file| file.template());
            if let Some((template, element)) = template.zip(item.element.of(files)) {
                self.item((unit, item), template, element, &mut uses);
            }
        }
        uses
    }

    /// The values of an element and of the texts directly in it.
    fn item(
        &self,
        (unit, item): (UnitId, &Item),
        template: &'a Template,
        element: &'a Element,
        uses: &mut Vec<Use<'a>>,
    ) {
        let (file, frame) = (item.element.file, item.frame);
        let scope = element.tag_span;
        let target = target(self.program.project, unit, &element.name);
        let is_given_away = matches!(target, Target::Unread(_));
        // The list of a loop does not know the loop's variables.
        let attributes = element.attributes.iter().filter(|it| it.name != "a:for");
        for value in attributes.filter_map(|it| it.value.as_ref()) {
            uses.push(Use { unit, file, template, value, frame, scope, is_given_away });
        }
        // What stands in a use of a template is not shown.
        if element.name != "template" && element.name != "include" {
            uses.extend(texts((unit, file, frame), template, &element.children));
        }
    }

    fn path(&self, used: Use<'_>, expr: ExprId) -> Option<Path> {
        let Program { files, markup, .. } = self.program;
        markup.path(files, used.unit, (used.file, expr), used.frame)
    }

    fn is_spread(&self, used: Use<'_>, expr: ExprId) -> bool {
        let Program { files, markup, .. } = self.program;
        markup.is_spread(files, used.unit, (used.file, expr), used.frame)
    }

    /// What `expr`, a name or a member of one, can be, with the name of the datum it lies in.
    fn held(&self, used: Use<'_>, expr: ExprId) -> Option<(Held, String)> {
        let path = self.path(used, expr)?;
        let held = Held::data(self.program.values, used.unit, path.iter().map(String::as_str));
        Some((held, path.into_iter().next()?))
    }

    fn member(&self, used: Use<'_>, expr: ExprId, found: &mut BTreeMap<FileSpan, Option<Read>>) {
        let holes = &used.template.holes;
        let (name, span) = match holes.kind(expr) {
            ExprKind::Member { property, property_span, .. } => (*property, *property_span),
            ExprKind::Global(name) if self.is_spread(used, expr) => (*name, holes.expr(expr).span),
            _ => return,
        };
        let at = FileSpan::new(used.file, span);
        let read = self.held(used, expr).and_then(|(held, _)| {
            let is_taken = held.is_answer && !held.is_unknown && held.objects.is_empty();
            let source = held.source(self.program).filter(|_| is_taken)?;
            Some(Read {
                at,
                name: holes.name(name).to_owned(),
                source,
                levels: held.parts(self.program)?.iter().map(|part| part.level).collect(),
                origin: None,
                scope: used.scope,
                flow: None,
                is_asked_later: false,
            })
        });
        let known = found.entry(at).or_insert_with(|| read.clone());
        if read.is_none() {
            *known = None;
        }
    }

    /// Notes the datum whose answer `expr` tests, or hands to something that may test it.
    fn test(&mut self, used: Use<'_>, expr: ExprId) {
        let holes = &used.template.holes;
        let conditions = self
            .conditions
            .entry(used.file)
            .or_insert_with(|| Conditions::of(holes, conditional(used.template)));
        let mut looked_at = Vec::new();
        match holes.kind(expr) {
            ExprKind::Call(call) => {
                looked_at.extend(call.arguments.iter().map(|argument| (argument.value, false)));
            }
            ExprKind::Member { property, .. } if is_status(holes.name(*property)) => {
                looked_at.push((expr, true));
            }
            _ if used.is_given_away => looked_at.push((expr, false)),
            _ if conditions.is_tested(expr) => looked_at.push((expr, true)),
            _ => {}
        }
        for (expr, is_member) in looked_at {
            let Some((held, datum)) = self.held(used, expr) else { continue };
            let parts = held.parts(self.program).unwrap_or_default();
            if parts.iter().any(|part| part.is_member || !is_member) {
                self.tested.insert((used.unit, datum));
            }
        }
    }
}

/// The texts among `nodes`.
fn texts<'a>(
    (unit, file, frame): (UnitId, FileId, FrameId),
    template: &'a Template,
    nodes: &'a [NodeId],
) -> impl Iterator<Item = Use<'a>> {
    let nodes = nodes.iter().map(|node| template.node(*node));
    nodes.filter_map(move |node| {
        let NodeKind::Text(value) = &node.kind else { return None };
        let scope = node.span;
        Some(Use { unit, file, template, value, frame, scope, is_given_away: false })
    })
}

/// The field that is compared with a constant: `user.gender == 'm'` asks which it is, and not whether
/// it is there.
fn with_constant(holes: &Script, kind: &ExprKind) -> Option<ExprId> {
    let ExprKind::Binary { left, right, .. } = kind else { return None };
    let is_constant = |expr: ExprId| match holes.kind(expr) {
        ExprKind::String(text) => !holes.name(*text).is_empty(),
        ExprKind::Number(_) => true,
        _ => false,
    };
    let field = match (is_constant(*left), is_constant(*right)) {
        (false, true) => *left,
        (true, false) => *right,
        _ => return None,
    };
    match holes.kind(field) {
        ExprKind::Member { property, .. } if is_status(holes.name(*property)) => None,
        _ => Some(field),
    }
}

fn holes(value: &Value) -> Vec<ExprId> {
    let holes = value.parts.iter().filter_map(|piece| match piece {
        Piece::Hole { expr, .. } => Some(*expr),
        Piece::Text(_) => None,
    });
    holes.collect()
}

/// The conditions of the elements of `template`.
fn conditional(template: &Template) -> Vec<ExprId> {
    let attributes = template.elements().flat_map(|(_, element)| &element.attributes);
    let conditions = attributes.filter(|it| CONDITIONS.contains(&&*it.name));
    conditions.filter_map(|it| it.value.as_ref()?.hole()).collect()
}
