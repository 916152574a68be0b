//! Statements: what is left of them is an order, regions, and what a function returns.
//!
//! A statement says whether it always leaves what it stands in (`return`, `throw`, `break`,
//! `continue`), and leaves `region` as the region of what follows it: behind an `if` one of
//! whose branches leaves, that is a region where the other one is taken.

use swc_common::Spanned;
use swc_ecma_ast::{
    Decl, Expr as SwcExpr, IfStmt, Stmt, SwitchCase, SwitchStmt, TryStmt, VarDeclarator,
};

use super::super::declared::{BindingKind, RegionKind, Round};
use super::super::expr::{ExprKind, Target};
use super::super::tree::ExprId;
use super::{Lowering, hoist};

/// When a case of a `switch` runs.
#[derive(Clone, Copy)]
enum When {
    /// Where the subject is this value; of cases that fall into one another, one of these.
    Case(ExprId),
    /// Where it is no case's value.
    Default,
    /// Where `default` and cases fall into one another.
    Either,
}

/// So many cases that leave the function are told from what follows their `switch`.
const MOST_CASES: usize = 8;

impl<'a> Lowering<'a> {
    /// Statements in the present scope; nothing runs behind one that leaves.
    pub(super) fn statements(&mut self, stmts: &'a [Stmt]) -> bool {
        let (mut leaves, mut before) = (false, None);
        for stmt in stmts {
            if leaves
                && before.is_none()
                && !matches!(stmt, Stmt::Empty(_) | Stmt::Decl(Decl::Fn(_)))
            {
                before = Some(self.region);
                self.enter(RegionKind::Behind);
            }
            leaves |= self.statement(stmt);
        }
        self.region = before.unwrap_or(self.region);
        leaves
    }

    /// Statements in a scope of their own.
    pub(super) fn block(&mut self, stmts: &'a [Stmt]) -> bool {
        self.scopes.enter();
        self.open_block(stmts);
        let leaves = self.statements(stmts);
        self.scopes.leave();
        leaves
    }

    /// Declares what a block declares; a function in it is also the variable of the whole function.
    pub(super) fn open_block(&mut self, stmts: &'a [Stmt]) {
        let mut found = Vec::new();
        hoist::block(stmts, &mut found);
        let around: Vec<Option<Target>> = hoist::functions(stmts)
            .map(|decl| match self.variable(&decl.ident.sym) {
                Target::Binding(outer) => {
                    let binding = self.script.binding(outer);
                    let shared = binding.kind == BindingKind::Var
                        && binding.function == self.function
                        && !self.script.is_module;
                    shared.then_some(Target::Binding(outer))
                }
                _ => None,
            })
            .collect();
        self.declare_all(found);
        for (decl, outer) in hoist::functions(stmts).zip(around) {
            self.function_declaration(&decl.ident, &decl.function);
            if let (Some(outer), Some(_)) = (outer, &decl.function.body) {
                let value = self.read(&decl.ident);
                self.assign(self.span(decl.ident.span), outer, value);
            }
        }
    }

    pub(super) fn statement(&mut self, stmt: &'a Stmt) -> bool {
        if !matches!(stmt, Stmt::Empty(_)) {
            self.note_statement(stmt.span());
        }
        if self.moved.contains(&stmt.span().lo) || self.refill_statement(stmt) {
            return false;
        }
        match stmt {
            Stmt::Expr(it) => {
                self.expr(&it.expr);
            }
            Stmt::Decl(decl) => self.declaration(decl),
            Stmt::Block(block) => return self.block(&block.stmts),
            Stmt::Return(it) => {
                if let Some(value) = self.handed_out(it.arg.as_deref()) {
                    let value = self.expr(value);
                    self.returns(value);
                }
                return self.jump();
            }
            Stmt::Throw(it) => {
                let value = self.expr(&it.arg);
                self.push(self.span(it.span), ExprKind::Throw(value));
                return self.jump();
            }
            Stmt::Continue(it) if it.label.is_none() => return true,
            Stmt::Break(_) | Stmt::Continue(_) => return self.jump(),
            Stmt::If(it) => return self.branch(it),
            Stmt::Try(it) => return self.attempt(it),
            Stmt::Switch(it) => return self.switch(it),
            Stmt::With(it) => {
                self.expr(&it.obj);
                self.apart(|this| this.nested(&it.body));
            }
            Stmt::Labeled(it) => self.apart(|this| match &*it.body {
                Stmt::Decl(Decl::Fn(_)) => false,
                body => this.statement(body),
            }),
            Stmt::While(it) => self.repeated(|this| {
                let condition = this.expr(&it.test);
                this.enter(RegionKind::Branch { condition, taken: true });
                this.nested(&it.body);
                Round::While(condition)
            }),
            Stmt::DoWhile(it) => self.repeated(|this| {
                this.apart(|this| this.nested(&it.body));
                Round::DoWhile(this.expr(&it.test))
            }),
            Stmt::For(it) => self.counted(it),
            Stmt::ForIn(it) => self.for_in(it),
            Stmt::ForOf(it) => self.for_of(it),
            Stmt::Empty(_) | Stmt::Debugger(_) => {}
        }
        false
    }

    /// Runs `build` and goes on in the region before.
    pub(super) fn apart(&mut self, build: impl FnOnce(&mut Self) -> bool) {
        let before = self.region;
        build(self);
        self.region = before;
    }

    /// Notes a statement that leaves what it stands in for good.
    pub(super) fn jump(&mut self) -> bool {
        let next = ExprId(self.script.exprs.len() as u32);
        self.script.jumps.push((next, self.region));
        true
    }

    /// The body of an `if` or a loop: a block, or one statement.
    pub(super) fn nested(&mut self, stmt: &'a Stmt) -> bool {
        match stmt {
            Stmt::Decl(_) => self.block(std::slice::from_ref(stmt)),
            _ => self.statement(stmt),
        }
    }

    fn branch(&mut self, it: &'a IfStmt) -> bool {
        let condition = self.expr(&it.test);
        let no = it.alt.as_ref().map(|stmt| |this: &mut Self| this.nested(stmt));
        self.either((condition, true), |this| this.nested(&it.cons), no)
    }

    /// Runs `yes` where the condition is as given, and `no` where it is not; whether both leave.
    pub(super) fn either(
        &mut self,
        (condition, taken): (ExprId, bool),
        yes: impl FnOnce(&mut Self) -> bool,
        no: Option<impl FnOnce(&mut Self) -> bool>,
    ) -> bool {
        let before = self.region;
        self.enter(RegionKind::Branch { condition, taken });
        let yes_leaves = yes(self);
        let after_yes = std::mem::replace(&mut self.region, before);
        if yes_leaves || no.is_some() {
            self.enter(RegionKind::Branch { condition, taken: !taken });
        }
        let no_leaves = no.is_some_and(|no| no(self));
        match (yes_leaves, no_leaves) {
            (true, false) => {}
            (false, true) => self.region = after_yes,
            _ => self.region = before,
        }
        yes_leaves && no_leaves
    }

    fn attempt(&mut self, it: &'a TryStmt) -> bool {
        let kind = RegionKind::Try { caught: it.handler.is_some() };
        let tried = self.within(kind, |this| this.block(&it.block.stmts));
        let handled = it.handler.as_ref().is_none_or(|handler| {
            self.within(RegionKind::Catch { leaves: false }, |this| {
                let region = this.region;
                this.scopes.enter();
                if let Some(param) = &handler.param {
                    hoist::names(param, &mut |ident| {
                        this.declare(ident, BindingKind::Catch);
                    });
                    let caught = this.push(this.span(param.span()), ExprKind::Caught);
                    this.bind(param, caught);
                }
                let leaves = this.block(&handler.body.stmts);
                this.scopes.leave();
                this.script.regions[region.0 as usize].kind = RegionKind::Catch { leaves };
                leaves
            })
        });
        let finished = it
            .finalizer
            .as_ref()
            .is_some_and(|block| self.within(RegionKind::Finally, |this| this.block(&block.stmts)));
        finished || (tried && handled)
    }

    /// Cases in order; of the tests of cases that fall into one another an `Unknown` is made.
    /// What follows runs beside the cases that leave the function; whether all of them do.
    fn switch(&mut self, it: &'a SwitchStmt) -> bool {
        let subject = self.expr(&it.discriminant);
        self.scopes.enter();
        it.cases.iter().for_each(|case| self.open_block(&case.cons));
        let mut fallen = None;
        let (mut tests, mut left) = (Vec::new(), Vec::new());
        for case in &it.cases {
            let own = match &case.test {
                Some(test) => When::Case(self.expr(test)),
                None => When::Default,
            };
            if let When::Case(test) = own {
                tests.push(test);
            }
            let when = self.joined_case(fallen, own, case);
            let before = self.region;
            match when {
                When::Case(test) => self.enter(RegionKind::Case { subject, test: Some(test) }),
                When::Default => self.enter(RegionKind::Case { subject, test: None }),
                When::Either => self.enter(RegionKind::Fallen),
            }
            let leaves = self.statements(&case.cons);
            self.region = before;
            fallen = (!leaves).then_some(when);
            if leaves {
                let gone = std::mem::take(&mut tests);
                left.extend(gone.into_iter().filter(|_| exits(&case.cons)));
            }
        }
        self.scopes.leave();
        for test in left.into_iter().take(MOST_CASES) {
            self.enter(RegionKind::Beside { subject, test });
        }
        let has_default = it.cases.iter().any(|case| case.test.is_none());
        let may_break = || it.cases.iter().any(|case| live(&case.cons).iter().any(breaks));
        has_default && fallen.is_none() && !may_break()
    }

    /// When a case runs that `fallen` runs into.
    fn joined_case(&mut self, fallen: Option<When>, own: When, case: &SwitchCase) -> When {
        match (fallen, own) {
            (None, own) => own,
            (Some(When::Case(before)), When::Case(own)) => {
                let span = self.span(case.span);
                When::Case(self.push(span, ExprKind::Unknown(Box::new([before, own]))))
            }
            _ => When::Either,
        }
    }

    pub(super) fn declare_head(&mut self, decl: &'a swc_ecma_ast::VarDecl) {
        let mut found = Vec::new();
        hoist::var_decl(decl, swc_ecma_ast::VarDeclKind::Let, &mut found);
        hoist::var_decl(decl, swc_ecma_ast::VarDeclKind::Const, &mut found);
        self.declare_all(found);
    }

    pub(super) fn declare_names(&mut self, decls: &'a [VarDeclarator], kind: BindingKind) {
        let mut declare = |ident| {
            self.declare(ident, kind);
        };
        decls.iter().for_each(|decl| hoist::names(&decl.name, &mut declare));
    }

    /// A declaration whose names are declared.
    pub(super) fn declaration(&mut self, decl: &'a Decl) {
        match decl {
            Decl::Class(it) if !it.declare => self.class_declaration(it),
            Decl::Var(it) if !it.declare => self.declarators(&it.decls),
            Decl::Using(it) => self.declarators(&it.decls),
            Decl::TsEnum(it) if !it.declare => self.ts_enum(it),
            Decl::TsModule(it) if !it.declare => self.ts_module(it),
            _ => {}
        }
    }

    pub(super) fn declarators(&mut self, decls: &'a [VarDeclarator]) {
        for decl in decls {
            if let Some(init) = &decl.init {
                let value = self.initial(decl, init);
                self.bind(&decl.name, value);
            }
        }
    }

    fn initial(&mut self, decl: &VarDeclarator, init: &'a SwcExpr) -> ExprId {
        let hint = self.pattern_hint(&decl.name);
        self.value(init, hint)
    }

    /// Remembers a statement or member as something a suppression can cover.
    pub(super) fn note_statement(&mut self, span: swc_common::Span) {
        let span = self.span(span);
        self.script.statements.push(span);
    }
}

/// Whether the statements of a `case` always leave the function, and not only the `switch`.
fn exits(stmts: &[Stmt]) -> bool {
    let stmts = live(stmts);
    let is_exit = match stmts.last() {
        Some(Stmt::Return(_) | Stmt::Throw(_)) => true,
        Some(Stmt::Block(block)) => exits(&block.stmts),
        _ => false,
    };
    is_exit && !stmts.iter().any(breaks)
}

/// Whether `stmt` may end the `switch` or loop that it stands in; of loops inside of it that is not
/// looked at.
fn breaks(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Expr(_) | Stmt::Decl(_) | Stmt::Return(_) | Stmt::Throw(_) | Stmt::Empty(_) => false,
        Stmt::Block(block) => live(&block.stmts).iter().any(breaks),
        Stmt::If(it) => breaks(&it.cons) || it.alt.as_ref().is_some_and(|stmt| breaks(stmt)),
        _ => true,
    }
}

/// `stmts` up to the first that always leaves the function.
fn live(stmts: &[Stmt]) -> &[Stmt] {
    let exit = stmts.iter().position(|stmt| matches!(stmt, Stmt::Return(_) | Stmt::Throw(_)));
    exit.and_then(|exit| stmts.get(..=exit)).unwrap_or(stmts)
}
