//! Methods that nothing was found to call: their `this` is what they are defined on.

use crate::semantic::values::solve::Solver;
use crate::semantic::values::{InstanceId, Token, TokenId};
use crate::source::FileId;
use crate::syntax::script::FunctionId;

use rustc_hash::FxHashSet;

impl Solver<'_> {
    /// Gives the methods of classes and object literals that nothing calls their `this`;
    /// whether there are any. What is too large to be application code is left out.
    pub(in crate::semantic::values) fn receive_uncalled(&mut self) -> bool {
        let called = self.called_functions();
        let mut has_any = self.receive_bound();
        for at in 0..self.facts.len() {
            let Some(base) = self.values.bases[at].filter(|_| !self.facts[at].is_bundle) else {
                continue;
            };
            for function in self.methods(FileId(at as u32)) {
                let this = self.values.instance(base).this(function);
                if called.contains(&(FileId(at as u32), function)) || !self.now(this).is_empty() {
                    continue;
                }
                if let Some(owner) = self.owner(base, function) {
                    self.add_token(this, owner);
                    has_any = true;
                }
            }
        }
        has_any
    }

    /// Gives members that are bound to nothing that is known their unit as `this`; whether there are any.
    fn receive_bound(&mut self) -> bool {
        let mut has_any = false;
        for (bound, this, unit) in std::mem::take(&mut self.family.bound) {
            let is_nothing = |token: &TokenId| self.values.token(*token) == Token::Nothing;
            if self.now(bound).iter().all(is_nothing) {
                self.add_token(this, Token::Unit(unit));
                has_any = true;
            }
        }
        has_any
    }

    fn called_functions(&self) -> FxHashSet<(FileId, FunctionId)> {
        let place = |node| {
            let (instance, function) = self.values.function(node);
            (self.file_of(instance), function)
        };
        self.values.edges.iter().map(|edge| place(edge.to)).collect()
    }

    /// The methods of a file, in the order of its text.
    fn methods(&self, file: FileId) -> Vec<FunctionId> {
        let facts = &self.facts[file.index()];
        let functions = self.files[file.index()].script().map_or(0, |it| it.functions.len());
        let all = (0..functions as u32).map(FunctionId);
        all.filter(|it| facts.classes.contains_key(it) || facts.homes.contains_key(it)).collect()
    }

    /// What the method `function` is defined on: a prototype, a class or an object literal.
    fn owner(&mut self, base: InstanceId, function: FunctionId) -> Option<Token> {
        let accessor = self.token(Token::Function(base, function));
        if let Some(object) = self.accessor_owners.get(&accessor) {
            return Some(self.values.token(*object));
        }
        let file = self.file_of(base);
        let facts = &self.facts[file.index()];
        if let Some(home) = facts.homes.get(&function).copied() {
            return Some(Token::Object(self.expr_node(base, home)));
        }
        let (class, is_static) = facts.classes.get(&function).copied()?;
        let script = self.files[file.index()].script()?;
        let constructor = Token::Function(base, script.class(class).constructor);
        let class = self.token(constructor);
        Some(if is_static { constructor } else { Token::Prototype(class) })
    }
}
