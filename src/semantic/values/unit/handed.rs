//! What templates hand to components, and data to observers, of the answers that only the user
//! may give.
//!
//! It is found once all else is: a component whose property can also be something that is not
//! known has something unknown beside the answer.

use std::collections::{BTreeMap, BTreeSet};

use crate::project::UnitId;
use crate::semantic::markup::{ITEM, Markup, Places};
use crate::semantic::symbols::{Symbol, hidden};
use crate::semantic::values::solve::Solver;
use crate::semantic::values::wallet::part::is_part;
use crate::semantic::values::{Container, HostMember, Node, Token, TokenId};
use crate::syntax::script::ExprKind;

/// Answers are handed on through no more components than this.
const DEEPEST: usize = 8;

/// What is handed over.
#[derive(Default)]
struct Handed {
    /// Answers, parts of them, and objects that copy them.
    answers: BTreeSet<TokenId>,
    /// Whether it can be anything else that is no constant.
    is_open: bool,
}

impl Solver<'_> {
    /// Hands answers to components and observers.
    pub(in crate::semantic::values) fn hand_over_answers(&mut self, markup: &Markup) {
        if !self.has_answers() {
            return;
        }
        for _ in 0..DEEPEST {
            let is_new = self.give_answers(markup) | self.give_observers();
            if !is_new {
                break;
            }
            self.settle_all();
        }
        for _ in 0..DEEPEST {
            if !self.doubt_properties(markup) {
                return;
            }
            self.settle_all();
        }
    }

    fn has_answers(&self) -> bool {
        self.values.tokens.iter().any(|token| self.is_answer_token(*token))
    }

    /// What the components that get answers are handed so far, by their properties.
    fn handed(&mut self, markup: &Markup) -> Vec<(Node, Handed)> {
        let mut all: BTreeMap<(UnitId, &str), Handed> = BTreeMap::new();
        for render in &markup.renders {
            for (name, places) in &render.places {
                let handed = all.entry((render.child, name)).or_default();
                self.add_places(render.unit, places, handed);
            }
        }
        let all = all.into_iter().filter(|(_, handed)| !handed.answers.is_empty());
        let into = |((unit, name), handed): ((UnitId, &str), Handed)| {
            let (props, key) = (self.token(Token::Props(unit)), self.symbol(name));
            (self.property(props, key), handed)
        };
        all.map(into).collect()
    }

    /// Hands answers to components; whether one is new there.
    fn give_answers(&mut self, markup: &Markup) -> bool {
        let all = self.handed(markup).into_iter();
        all.fold(false, |is_new, (into, handed)| self.receive(into, handed.answers) | is_new)
    }

    /// Hands to components what is not known, where it may come beside answers; whether that is new.
    fn doubt_properties(&mut self, markup: &Markup) -> bool {
        let unread = BTreeSet::from([self.token(Token::Unread)]);
        let all = self.handed(markup).into_iter().filter(|(_, handed)| handed.is_open);
        all.fold(false, |is_new, (into, _)| self.receive(into, unread.clone()) | is_new)
    }

    /// Hands answers to observers; whether one is new there.
    fn give_observers(&mut self) -> bool {
        let all = self.values.host_members.clone().into_iter();
        let observers = all.filter(|member| member.container == Container::Observers);
        observers.fold(false, |is_new, member| self.observe(member) | is_new)
    }

    fn receive(&mut self, into: Node, answers: BTreeSet<TokenId>) -> bool {
        let before = self.values.sets.get(into).len();
        answers.into_iter().for_each(|answer| self.add(into, answer));
        self.values.sets.get(into).len() > before
    }

    /// Hands to the observer `member` what it observes.
    fn observe(&mut self, member: HostMember) -> bool {
        let (instance, function) = self.values.function(member.function);
        let Some(script) = self.script(instance) else { return false };
        let params = &script.function(function).params;
        let observed = self.values.symbols.shared(member.name);
        let mut is_new = false;
        for (path, param) in observed.split(',').zip(params) {
            let path = path.trim().trim_end_matches(".**").split('.').map(str::to_owned);
            let places = Places { paths: vec![path.collect()], is_open: false };
            let mut handed = Handed::default();
            self.add_places(member.unit, &places, &mut handed);
            if let (ExprKind::Param(_), false) = (script.kind(*param), handed.answers.is_empty()) {
                let into = self.expr_node(instance, *param);
                is_new |= self.receive(into, handed.answers);
            }
        }
        is_new
    }

    /// Adds what lies at `places` in the data of `unit`.
    fn add_places(&mut self, unit: UnitId, places: &Places, handed: &mut Handed) {
        handed.is_open |= places.is_open;
        for path in &places.paths {
            let tokens = self.lying_at(unit, path);
            handed.is_open |= tokens.is_empty();
            for token in tokens {
                if self.is_answer_token(self.values.token(token)) || self.copies_answer(token) {
                    handed.answers.insert(token);
                } else {
                    handed.is_open |= !self.is_constant(token);
                }
            }
        }
    }

    /// What `path` leads to.
    fn lying_at(&mut self, unit: UnitId, path: &[String]) -> BTreeSet<TokenId> {
        let roots = [Token::Data(unit), Token::Props(unit)];
        let mut at: BTreeSet<TokenId> =
            roots.iter().filter_map(|it| self.values.token_ids.get(it)).copied().collect();
        for name in path {
            let key = self.values.symbols.find(name);
            let mut next = BTreeSet::new();
            for token in at {
                match self.values.token(token) {
                    Token::Host(path) if self.is_answer_token(Token::Host(path)) => {
                        let member = self.symbol(name);
                        let path = self.values.symbols.member(path, member);
                        let part = self.token(Token::Host(path));
                        next.insert(part);
                    }
                    Token::Array(_) if name == ITEM => {
                        next.extend(self.held_in(token, Some(hidden::ITEMS)));
                    }
                    Token::Host(_) | Token::Unread => {
                        next.insert(token);
                    }
                    _ => {
                        next.extend(self.held_in(token, key));
                        next.extend(self.held_in(token, Some(hidden::ANY)));
                    }
                }
            }
            at = next;
        }
        at
    }

    fn held_in(&self, token: TokenId, key: Option<Symbol>) -> Vec<TokenId> {
        let node = key.and_then(|key| self.values.properties.get(token, key));
        node.map(|node| self.now(node)).unwrap_or_default()
    }

    pub(in crate::semantic::values) fn is_answer_token(&self, token: Token) -> bool {
        match token {
            Token::Host(path) => is_part(self.platform, self.values.symbols.text(path)),
            _ => false,
        }
    }

    fn copies_answer(&self, token: TokenId) -> bool {
        let copied = self.held_in(token, Some(hidden::COPIED));
        copied.into_iter().any(|copied| self.is_answer_token(self.values.token(copied)))
    }

    /// Whether `token` is a constant, or an object of nothing but constants.
    fn is_constant(&self, token: TokenId) -> bool {
        let is_plain = |token: Token| {
            matches!(token, Token::Nothing | Token::Plain | Token::Text(_) | Token::Bool(_))
        };
        let token = self.values.token(token);
        match token {
            Token::Object(_) => {
                let mut members = self.values.keys(token);
                members.all(|(_, node)| self.values.each(node).all(is_plain))
            }
            token => is_plain(token),
        }
    }
}
