//! Properties: what the uses of a component in templates give it.
//!
//! All uses share one `this.props`. Where all give a property the same, that is its value; where they
//! give it different values it is not known, for what one page gives must not come out at another. A
//! default counts where a use leaves the property out. Of data only constants are followed.

use std::collections::BTreeMap;

use crate::project::{UnitId, UnitKind};
use crate::semantic::markup::{Datum, Given, Literal, Markup, Render, Term, property_name};
use crate::semantic::symbols::Symbol;
use crate::semantic::values::solve::{Solver, Watch};
use crate::semantic::values::{Container, InstanceId, Node, Token, TokenId, Values};
use crate::syntax::script::{ExprId, ExprKind, Key, Property, Script};

/// What the uses of a component give one of its properties.
#[derive(Clone, Debug)]
struct Gift<'m> {
    /// How many uses give it.
    count: usize,
    /// The last of them.
    last: usize,
    /// What all that give it give; none if they differ.
    term: Option<&'m Term>,
    /// Whether what each gives is a constant that is true, or one that is not.
    truth: Option<bool>,
}

/// What is known of the properties that components are given.
#[derive(Debug, Default)]
pub(in crate::semantic::values) struct Gifts {
    /// By component: those that the program uses.
    uses: BTreeMap<UnitId, usize>,
    /// How many uses give a property, and whether that is always true, or never.
    given: BTreeMap<(UnitId, Symbol), (usize, Option<bool>)>,
}

impl Solver<'_> {
    /// Gives components what their uses hand over.
    pub(in crate::semantic::values) fn give_properties(&mut self, markup: &Markup) {
        let mut uses: BTreeMap<UnitId, Vec<&Render>> = BTreeMap::new();
        for render in &markup.renders {
            uses.entry(render.child).or_default().push(render);
        }
        for (child, renders) in uses {
            self.gifts.uses.insert(child, renders.len());
            let mut gifts: BTreeMap<String, Gift<'_>> = BTreeMap::new();
            let mut functions: BTreeMap<&String, usize> = BTreeMap::new();
            for (at, render) in renders.iter().enumerate() {
                for (name, given) in &render.properties {
                    match given {
                        Given::Value(_, term) if name != "ref" => {
                            take(&mut gifts, property_name(name), at, term);
                        }
                        Given::Value(..) => {}
                        Given::Functions(binding) => {
                            let key = self.symbol(name);
                            self.gifts.given.insert((child, key), (0, None));
                            *functions.entry(name).or_default() += usize::from(!binding.is_empty());
                        }
                    }
                }
            }
            for (name, gift) in gifts {
                self.give(child, renders.len(), &name, &gift);
            }
            let everywhere = functions.into_iter().filter(|(_, count)| *count == renders.len());
            for (name, _) in everywhere {
                // Nothing is left of the default.
                let (props, key) = (self.token(Token::Props(child)), self.symbol(name));
                self.write_over(props, key);
            }
        }
    }

    fn give(&mut self, child: UnitId, uses: usize, name: &str, gift: &Gift<'_>) {
        let (props, key) = (self.token(Token::Props(child)), self.symbol(name));
        self.gifts.given.entry((child, key)).or_insert((gift.count, gift.truth));
        let node = self.property(props, key);
        if gift.count < uses {
            return self.add_token(node, Token::Given);
        }
        // Nothing is left of the default.
        self.write_over(props, key);
        match gift.term {
            Some(term) => self.give_term(term, node),
            None => self.add_token(node, Token::Given),
        }
    }

    fn give_term(&mut self, term: &Term, into: Node) {
        match term {
            Term::Literal(literal) => {
                let value = self.literal_value(literal);
                self.add_token(into, value);
            }
            Term::Datum(datum) => self.give_datum(datum, into),
            Term::Choice(parts) => {
                let [_, yes, no] = &**parts;
                self.give_term(yes, into);
                self.give_term(no, into);
            }
            _ => self.add_token(into, Token::Given),
        }
    }

    fn literal_value(&mut self, literal: &Literal) -> Token {
        match literal {
            Literal::Nothing => Token::Nothing,
            Literal::Bool(value) => Token::Bool(*value),
            Literal::Number(_) => Token::Plain,
            Literal::Text(text) => Token::Text(self.symbol(text)),
            Literal::Object => Token::Given,
        }
    }

    /// `into` gets the constants that a datum of a page, or a datum or property of a component, can be.
    fn give_datum(&mut self, datum: &Datum, into: Node) {
        let constants = self.grow(1);
        let is_page = self.project.unit(datum.unit).kind == UnitKind::Page;
        let props = (!is_page).then_some(Token::Props(datum.unit));
        for whole in [Token::Data(datum.unit)].into_iter().chain(props) {
            let mut at = self.grow(1);
            self.add_token(at, whole);
            for name in &datum.path {
                let (property, next) = (self.symbol(name), self.grow(1));
                self.watch(at, Watch::Load { property, into: next });
                at = next;
            }
            self.edge(at, constants);
        }
        self.watch(constants, Watch::Given { into });
    }

    /// A component is given `token`.
    pub(in crate::semantic::values) fn given_value(&mut self, token: TokenId, into: Node) {
        match self.values.token(token) {
            Token::Bool(_) | Token::Text(_) | Token::Nothing | Token::Plain => {
                self.add(into, token)
            }
            // Answers are handed over once all else is known.
            answer if self.is_answer_token(answer) => {}
            _ => self.add_token(into, Token::Given),
        }
    }

    /// Notes which properties are always true, or never, whatever page uses the component.
    pub(in crate::semantic::values) fn note_fixed(&mut self) {
        let units: Vec<UnitId> = self.gifts.uses.keys().copied().collect();
        for unit in units {
            let is_known = self.values.registered.get(&unit) == Some(&true)
                && self.project.unit(unit).root.is_some();
            if let Some(defaults) = self.defaults(unit).filter(|_| is_known) {
                self.note_fixed_of(unit, &defaults);
            }
        }
    }

    fn note_fixed_of(&mut self, unit: UnitId, defaults: &BTreeMap<Symbol, Option<bool>>) {
        let props = self.token(Token::Props(unit));
        let uses = self.gifts.uses.get(&unit).copied().unwrap_or_default();
        for (name, default) in defaults {
            let given = self.gifts.given.get(&(unit, *name)).copied();
            let truth = match given {
                None => *default,
                Some((count, truth)) if count == uses => truth,
                Some((_, truth)) => truth.filter(|_| truth == *default),
            };
            let is_written = self.values.properties.is_stored(props, *name);
            if let Some(truth) = truth.filter(|_| !is_written) {
                self.values.fixed_properties.insert((unit, *name), truth);
            }
        }
    }

    /// The properties that `unit` declares, each with whether its default is a constant that is true,
    /// or one that is not; `None` where there can be others.
    fn defaults(&self, unit: UnitId) -> Option<BTreeMap<Symbol, Option<bool>>> {
        let mut defaults = BTreeMap::new();
        let key = self.values.symbols.find("props")?;
        for (container, token) in self.values.registrations.get(&unit)? {
            let id = *self.values.token_ids.get(token)?;
            let declared = self.values.properties.get(id, key);
            let Some(declared) = declared.filter(|_| *container == Container::Component) else {
                continue;
            };
            for declared in self.now(declared) {
                let Token::Object(node) = self.values.token(declared) else { return None };
                let (instance, expr) = self.values.place(node)?;
                for (name, truth) in self.written_defaults(instance, expr)? {
                    let known = defaults.entry(name).or_insert(truth);
                    *known = known.filter(|_| *known == truth);
                }
            }
        }
        Some(defaults)
    }

    fn written_defaults(
        &self,
        instance: InstanceId,
        props: ExprId,
    ) -> Option<Vec<(Symbol, Option<bool>)>> {
        let script = self.script(instance)?;
        let ExprKind::Object(properties) = script.kind(props) else { return None };
        let written = properties.iter().map(|property| match property {
            Property::Value { key: Key::Name(name, _), value } => {
                Some((self.name(instance, *name), constant_truth(script, *value)))
            }
            _ => None,
        });
        written.collect()
    }
}

impl Values {
    /// Whether `expr` is a property that is always true, or never, for whatever page uses the component.
    pub(crate) fn fixed_truth(
        &self,
        instance: InstanceId,
        script: &Script,
        expr: ExprId,
    ) -> Option<bool> {
        let ExprKind::Member { object, property, .. } = script.kind(expr) else { return None };
        if self.fixed_properties.is_empty() {
            return None;
        }
        let name = self.name_symbols.get(self.instance(instance).file.index())?;
        let name = *name.get(property.0 as usize)?;
        let mut truths =
            self.each(self.value(instance, script, *object)?).map(|token| match token {
                Token::Props(unit) => self.fixed_properties.get(&(unit, name)).copied(),
                _ => None,
            });
        let first = truths.next()??;
        truths.all(|truth| truth == Some(first)).then_some(first)
    }
}

/// Use number `at` gives `term` for the property `name`.
fn take<'m>(gifts: &mut BTreeMap<String, Gift<'m>>, name: String, at: usize, term: &'m Term) {
    let truth = match term {
        Term::Literal(literal) => Some(literal.is_true()),
        _ => None,
    };
    let new = Gift { count: 0, last: usize::MAX, term: Some(term), truth };
    let gift = gifts.entry(name).or_insert(new);
    gift.term = gift.term.filter(|known| *known == term);
    gift.truth = gift.truth.filter(|known| Some(*known) == truth);
    gift.count += usize::from(gift.last != at);
    gift.last = at;
}

fn constant_truth(script: &Script, expr: ExprId) -> Option<bool> {
    match script.kind(expr) {
        ExprKind::Bool(value) => Some(*value),
        ExprKind::Null | ExprKind::Undefined => Some(false),
        ExprKind::Number(value) => Some(*value != 0.0 && !value.is_nan()),
        ExprKind::String(text) => Some(!script.name(*text).is_empty()),
        _ => None,
    }
}
