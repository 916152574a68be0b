//! Loops: regions that may run several times, and when another round follows.

use swc_common::Spanned;
use swc_ecma_ast::{ForHead, ForInStmt, ForOfStmt, ForStmt, Stmt, VarDeclOrExpr};

use super::super::declared::{BindingKind, RegionKind, Round};
use super::super::expr::ExprKind;
use super::super::tree::ExprId;
use super::Lowering;

impl<'a> Lowering<'a> {
    pub(super) fn repeated(&mut self, build: impl FnOnce(&mut Self) -> Round) {
        self.within(RegionKind::Loop(Round::Items), |this| {
            let region = this.region;
            let round = build(this);
            if let RegionKind::Loop(known) = &mut this.script.regions[region.0 as usize].kind {
                *known = round;
            }
        });
    }

    pub(super) fn counted(&mut self, it: &'a ForStmt) {
        if self.rest_loop(it) {
            return;
        }
        self.scopes.enter();
        match &it.init {
            Some(VarDeclOrExpr::VarDecl(decl)) => {
                self.declare_head(decl);
                self.declarators(&decl.decls);
            }
            Some(VarDeclOrExpr::Expr(expr)) => {
                self.expr(expr);
            }
            None => {}
        }
        self.repeated(|this| {
            let test = it.test.as_ref().map(|test| this.expr(test));
            if let Some(condition) = test {
                this.enter(RegionKind::Branch { condition, taken: true });
            }
            this.apart(|this| this.nested(&it.body));
            if let Some(update) = &it.update {
                this.expr(update);
            }
            test.map_or(Round::Always, Round::While)
        });
        self.scopes.leave();
    }

    pub(super) fn for_in(&mut self, it: &'a ForInStmt) {
        let object = self.expr(&it.right);
        self.each(&it.left, &it.body, |this| {
            this.push(this.span(it.left.span()), ExprKind::Unknown(Box::new([object])))
        });
    }

    pub(super) fn for_of(&mut self, it: &'a ForOfStmt) {
        let list = self.expr(&it.right);
        self.each(&it.left, &it.body, |this| {
            let span = this.span(it.left.span());
            let item = this.push(span, ExprKind::Element(list));
            if it.is_await { this.push(span, ExprKind::Await(item)) } else { item }
        });
    }

    fn each(&mut self, head: &'a ForHead, body: &'a Stmt, item: impl FnOnce(&mut Self) -> ExprId) {
        self.scopes.enter();
        self.repeated(|this| {
            let value = item(this);
            match head {
                ForHead::VarDecl(decl) => {
                    this.declare_head(decl);
                    decl.decls.iter().for_each(|decl| this.bind(&decl.name, value));
                }
                ForHead::UsingDecl(decl) => {
                    this.declare_names(&decl.decls, BindingKind::Const);
                    decl.decls.iter().for_each(|decl| this.bind(&decl.name, value));
                }
                ForHead::Pat(pat) => this.bind(pat, value),
            }
            this.nested(body);
            Round::Items
        });
        self.scopes.leave();
    }
}
