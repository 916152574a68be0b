//! What scripts read of answers, and how they test them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::platform::is_status;
use crate::semantic::credential::holding::Wanted;
use crate::semantic::exported::Exported;
use crate::semantic::graph::call_graph::CallGraph;
use crate::semantic::origin::uses::Uses;
use crate::semantic::symbols::hidden;
use crate::semantic::values::wallet::part::{Level, Part, Source};
use crate::semantic::values::{InstanceId, Node, Token, TokenId};
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::script::{Binary, ExprId, ExprKind, FunctionId, Key, Property, Script, Target};

use super::condition::Conditions;
use super::data::{Datum, Observers, Put, observers};
use super::flow::{Flows, Hand};
use super::{Answers, Deed, FlowId, InTemplates, Numeric, Program, Read, Shown, held};
use rustc_hash::FxHashMap;

/// What the scripts of `program` do with answers, and what its `templates` do.
pub(super) fn answers(program: Program<'_>, graph: &CallGraph, templates: InTemplates) -> Answers {
    let parts = parts(program);
    if parts.is_empty() {
        return Answers::default();
    }
    let promises = promises(program, &parts);
    let held = parts.keys().chain(promises.keys()).copied();
    let wanted = Wanted::new(program.values, held);
    let empty = Scan::empty(program, graph);
    let mut scan = Scan { wanted, parts, promises, observers: observers(program), ..empty };
    let mut conditions: BTreeMap<FileId, Conditions> = BTreeMap::new();
    let holding = program.values.holding(&scan.wanted);
    for (number, instance) in (0..).map(InstanceId).zip(&program.values.instances) {
        if !holding[number.0 as usize] {
            continue;
        }
        let Some(script) = program.files[instance.file.index()].script() else { continue };
        let conditions = conditions.entry(instance.file).or_insert_with(|| Conditions::new(script));
        let (from, to) = instance.extent.exprs;
        let copy = Copy { id: number, script };
        for expr in
            (from..to).map(ExprId).filter(|expr| !program.values.never_runs(number, script, *expr))
        {
            scan.expr(copy, expr, conditions.is_tested(expr));
        }
        scan.cases(copy, conditions.cases(from, to));
    }
    scan.calls();
    scan.finish(templates)
}

/// The tokens that are parts of answers.
pub(super) fn parts(program: Program<'_>) -> FxHashMap<TokenId, Part> {
    let values = program.values;
    let all = values.tokens.iter().zip((0..).map(TokenId));
    let parts = all.filter_map(|(token, id)| match token {
        Token::Host(path) => Some((id, Part::of(program.platform, values.symbols.text(*path))?)),
        _ => None,
    });
    parts.collect()
}

/// The promises that are resolved with parts of answers.
fn promises(
    program: Program<'_>,
    parts: &FxHashMap<TokenId, Part>,
) -> FxHashMap<TokenId, BTreeSet<Source>> {
    let values = program.values;
    let mut promises = FxHashMap::default();
    for (token, id) in values.tokens.iter().zip((0..).map(TokenId)) {
        let Token::Promise(_) = token else { continue };
        let Some(node) = values.properties.get(id, hidden::VALUE) else { continue };
        let held = values.sets.get(node).iter().filter_map(|token| parts.get(token));
        let sources: BTreeSet<Source> = held.map(|part| part.source).collect();
        if !sources.is_empty() {
            promises.insert(id, sources);
        }
    }
    promises
}

/// A copy of a function, and the script it is of.
#[derive(Clone, Copy)]
pub(super) struct Copy<'a> {
    pub(super) id: InstanceId,
    pub(super) script: &'a Script,
}

pub(super) struct Scan<'a> {
    pub(super) program: Program<'a>,
    pub(super) graph: &'a CallGraph,
    pub(super) parts: FxHashMap<TokenId, Part>,
    promises: FxHashMap<TokenId, BTreeSet<Source>>,
    /// The parts and promises.
    wanted: Wanted,
    hands: BTreeSet<Hand>,
    deeds: BTreeSet<(Hand, Deed)>,
    pub(super) reads: BTreeSet<(Read, Option<Hand>)>,
    shown: BTreeSet<(FileSpan, Span, Hand)>,
    /// With the code that is compared.
    pub(super) numeric: BTreeSet<(Numeric, Source, ExprId)>,
    /// The members that the program writes itself.
    written: BTreeSet<(Source, String)>,
    /// What the program adds members to that are not known.
    extended: BTreeSet<(Source, Level)>,
    pub(super) observers: Observers,
    /// What scripts export, once something asks.
    pub(super) exported: OnceLock<Exported>,
    pub(super) puts: BTreeSet<Put>,
    /// What scripts do with values, by script.
    pub(super) uses: BTreeMap<FileId, Uses>,
    /// Where the fields that scripts read are used.
    pub(super) ends: BTreeMap<FileSpan, Vec<FileSpan>>,
    /// The data of which who reads them asks how an answer came out.
    pub(super) tested: BTreeSet<Datum>,
}

impl<'a> Scan<'a> {
    fn empty(program: Program<'a>, graph: &'a CallGraph) -> Self {
        Self {
            program,
            graph,
            parts: FxHashMap::default(),
            promises: FxHashMap::default(),
            wanted: Wanted::default(),
            hands: BTreeSet::new(),
            deeds: BTreeSet::new(),
            reads: BTreeSet::new(),
            shown: BTreeSet::new(),
            numeric: BTreeSet::new(),
            written: BTreeSet::new(),
            extended: BTreeSet::new(),
            observers: Observers::new(),
            exported: OnceLock::new(),
            puts: BTreeSet::new(),
            uses: BTreeMap::new(),
            ends: BTreeMap::new(),
            tested: BTreeSet::new(),
        }
    }

    pub(super) fn tokens(&self, copy: Copy<'_>, expr: ExprId) -> &'a [TokenId] {
        let values = self.program.values;
        values.value(copy.id, copy.script, expr).map_or(&[], |node| values.sets.get(node))
    }

    /// The parts of answers that `expr` can be.
    pub(super) fn parts_of(&self, copy: Copy<'_>, expr: ExprId) -> Vec<Part> {
        self.tokens(copy, expr).iter().filter_map(|id| self.parts.get(id)).copied().collect()
    }

    /// The parts of answers that a node holds, or copies of.
    pub(super) fn parts_in(&self, node: Node) -> Vec<Part> {
        let values = self.program.values;
        let parts = values.sets.get(node).iter().flat_map(|id| {
            let copied = values.properties.get(*id, hidden::COPIED);
            let copied = copied.map_or(&[][..], |copied| values.sets.get(copied));
            std::iter::once(id).chain(copied)
        });
        parts.filter_map(|id| self.parts.get(id)).copied().collect()
    }

    pub(super) fn hand(&self, copy: Copy<'_>, source: Source, function: FunctionId) -> Hand {
        (source, self.program.values.instance(copy.id).function(function))
    }

    pub(super) fn place(&self, copy: Copy<'_>, span: Span) -> FileSpan {
        FileSpan::new(self.program.values.instance(copy.id).file, span)
    }

    fn expr(&mut self, copy: Copy<'_>, id: ExprId, is_tested: bool) {
        let script = copy.script;
        let function = script.expr(id).function;
        let tokens = self.tokens(copy, id);
        if self.wanted.has_any(tokens) {
            self.held(copy, id, tokens, is_tested);
        }
        match script.kind(id) {
            ExprKind::TypeOf(value) => {
                self.deed(copy, function, self.parts_of(copy, *value), Deed::AskType);
            }
            ExprKind::Assign { target, .. } => self.write(copy, target),
            ExprKind::Binary { operator: Binary::Same | Binary::NotSame, left, right } => {
                self.compared(copy, *left, *right);
                self.compared(copy, *right, *left);
            }
            _ => {}
        }
    }

    /// Notes what is done with `id`, which can be a part of an answer or a promise of one.
    fn held(&mut self, copy: Copy<'_>, id: ExprId, tokens: &[TokenId], is_tested: bool) {
        let function = copy.script.expr(id).function;
        for token in tokens {
            let part = self.parts.get(token).map(|part| part.source);
            let promised = self.promises.get(token).into_iter().flatten().copied();
            let sources = part.into_iter().chain(promised);
            let hands = sources.map(|source| self.hand(copy, source, function));
            self.hands.extend(hands.collect::<Vec<_>>());
        }
        if is_tested {
            let members = self.parts_of(copy, id).into_iter().filter(|part| part.is_member);
            let members: Vec<Part> = members.collect();
            if !members.is_empty() {
                self.tested.extend(self.data_of(copy, id));
            }
            self.deed(copy, function, members, Deed::Test);
        }
        if let ExprKind::Member { object, property, property_span } = copy.script.kind(id) {
            let name = copy.script.name(*property);
            self.member(copy, id, *object, (name, *property_span));
        }
    }

    pub(super) fn deed(
        &mut self,
        copy: Copy<'_>,
        function: FunctionId,
        parts: Vec<Part>,
        deed: Deed,
    ) {
        let done = parts.into_iter().map(|part| (self.hand(copy, part.source, function), deed));
        self.deeds.extend(done.collect::<Vec<_>>());
    }

    fn write(&mut self, copy: Copy<'_>, target: &Target) {
        match target {
            Target::Member { object, property, .. } => {
                for part in self.parts_of(copy, *object) {
                    let name = copy.script.name(*property).to_owned();
                    self.written.insert((part.source, name));
                }
            }
            Target::Index { object, .. } => {
                let parts = self.parts_of(copy, *object);
                self.extended.extend(parts.into_iter().map(|part| (part.source, part.level)));
            }
            Target::Binding(_) | Target::Global(_) => {}
        }
    }

    /// The cases of `switch` over a result code.
    fn cases(&mut self, copy: Copy<'_>, cases: &[(ExprId, ExprId)]) {
        for (subject, test) in cases {
            self.compared(copy, *subject, *test);
        }
    }

    /// What calls are given of answers.
    fn calls(&mut self) {
        let values = self.program.values;
        for host in &values.host_calls {
            let site = values.call(host.call);
            let file = values.instance(site.instance).file;
            let Some(script) = self.program.files[file.index()].script() else { continue };
            let copy = Copy { id: site.instance, script };
            let function = script.expr(site.expr).function;
            let given = |at: usize| site.arguments.get(at).map(|it| self.parts_in(it.0));
            match values.symbols.text(host.path) {
                "Object.assign" | "Object.defineProperty" | "Object.defineProperties" => {
                    let parts = site.arguments.first().map(|it| self.program.values.sets.get(it.0));
                    let parts = parts.into_iter().flatten().filter_map(|id| self.parts.get(id));
                    self.extended.extend(parts.into_iter().map(|part| (part.source, part.level)));
                }
                "JSON.parse" => {
                    let texts = given(0).unwrap_or_default().into_iter();
                    let texts = texts.filter(|it| it.level == Level::Text && !it.is_member);
                    let texts = texts.collect();
                    self.deed(copy, function, texts, Deed::Parse);
                }
                "this.setData" => self.set_data(copy, site.expr),
                _ if host.is_unread() => {
                    let parts = site.arguments.iter().flat_map(|it| self.parts_in(it.0));
                    let whole: Vec<Part> = parts.filter(|part| !part.is_member).collect();
                    if let (ExprKind::Call(call), false) =
                        (script.kind(site.expr), whole.is_empty())
                    {
                        let values = call.arguments.iter().map(|argument| argument.value);
                        let data = values.flat_map(|value| self.data_of(copy, value));
                        self.tested.extend(data.collect::<Vec<_>>());
                    }
                    self.deed(copy, function, whole, Deed::HandOver);
                }
                _ => {}
            }
        }
    }

    fn set_data(&mut self, copy: Copy<'_>, call: ExprId) {
        let by = self.hand(copy, Source::UserInfo, copy.script.expr(call).function).1;
        let ExprKind::Call(call) = copy.script.kind(call) else { return };
        self.puts.extend(self.puts(copy, call, by));
        let Some(first) = call.arguments.first() else { return };
        let ExprKind::Object(members) = copy.script.kind(first.value) else { return };
        for member in members {
            let Property::Value { value, key: Key::Name(..) } = member else { continue };
            let node = self.program.values.value(copy.id, copy.script, *value);
            let parts = node.map(|node| self.parts_in(node)).unwrap_or_default();
            let whole = parts.iter().find(|it| it.level == Level::Info && !it.is_member);
            let Some(part) = whole else { continue };
            let expr = copy.script.expr(*value);
            let hand = self.hand(copy, part.source, expr.function);
            let scope = copy.script.function(expr.function).span;
            self.shown.insert((self.place(copy, expr.span), scope, hand));
        }
    }

    fn finish(mut self, in_templates: InTemplates) -> Answers {
        self.written.extend(held::written_by_path(self.program));
        self.reads.extend(in_templates.reads.into_iter().map(|read| (read, None)));
        self.tested.extend(in_templates.tested);
        let asked_later = self.asked_later();
        let flows = Flows::new(self.graph, &self.hands);
        let flow = |hand: &Hand| flows.of(*hand).unwrap_or(FlowId(u32::MAX));
        let platform = self.program.platform;
        let is_own = |read: &Read| {
            let is_documented = platform.has_user_field(&read.name) || is_status(&read.name);
            let mut levels = read.levels.iter();
            (is_documented || levels.all(|it| !self.extended.contains(&(read.source, *it))))
                && !self.written.contains(&(read.source, read.name.clone()))
        };
        let reads = self.reads.iter().filter(|(read, _)| is_own(read)).map(|(read, hand)| Read {
            flow: hand.as_ref().map(flow),
            is_asked_later: self.ends.get(&read.at).is_some_and(|ends| {
                !ends.is_empty() && ends.iter().all(|end| asked_later.hold(*end))
            }),
            ..read.clone()
        });
        let shown = self.shown.iter().filter(|(at, ..)| !asked_later.hold(*at));
        let shown =
            shown.map(|(at, scope, hand)| Shown { at: *at, scope: *scope, flow: flow(hand) });
        // A code that the program writes itself may be a number.
        let is_given = |source: Source| !self.written.contains(&(source, "code".to_owned()));
        let codes = self.numeric.iter().map(|(numeric, _, code)| (numeric.at.file, *code));
        let shared = self.shared(&codes.collect());
        let numeric = self.numeric.iter().filter(|(_, source, _)| is_given(*source));
        let numeric = numeric.map(|(numeric, _, code)| Numeric {
            is_shared: shared.contains(&(numeric.at.file, *code)),
            ..*numeric
        });
        Answers {
            reads: reads.collect(),
            shown: shown.collect(),
            numeric: numeric.collect::<BTreeSet<_>>().into_iter().collect(),
            unused: Vec::new(),
            deeds: self.deeds.iter().map(|(hand, deed)| (flow(hand), *deed)).collect(),
        }
    }
}
