//! Which names a body or block declares before its first statement runs.

use swc_ecma_ast::{
    Decl, DefaultDecl, FnDecl, ForHead, Ident, ImportSpecifier, ModuleDecl, ModuleItem,
    ObjectPatProp, Pat, Stmt, TsModuleName, VarDecl, VarDeclKind, VarDeclOrExpr,
};

use super::super::declared::BindingKind;

/// A declared name.
pub(super) type Declared<'a> = (&'a Ident, BindingKind);

/// Hands over the names that `pat` declares.
pub(super) fn names<'a>(pat: &'a Pat, found: &mut impl FnMut(&'a Ident)) {
    match pat {
        Pat::Ident(ident) => found(ident),
        Pat::Array(array) => array.elems.iter().flatten().for_each(|pat| names(pat, found)),
        Pat::Rest(rest) => names(&rest.arg, found),
        Pat::Object(object) => {
            for prop in &object.props {
                match prop {
                    ObjectPatProp::KeyValue(prop) => names(&prop.value, found),
                    ObjectPatProp::Assign(prop) => found(&prop.key),
                    ObjectPatProp::Rest(rest) => names(&rest.arg, found),
                }
            }
        }
        Pat::Assign(assign) => names(&assign.left, found),
        Pat::Invalid(_) | Pat::Expr(_) => {}
    }
}

/// What the `var`s inside `stmts` declare for the whole function.
///
/// With `functions`, those in nested blocks too: outside modules they are seen in the whole function.
pub(super) fn vars<'a>(stmts: &'a [Stmt], functions: bool, found: &mut Vec<Declared<'a>>) {
    for stmt in stmts {
        vars_of(stmt, functions, found);
    }
}

/// What the statements of a block declare for that block, but for `var`s.
pub(super) fn block<'a>(stmts: &'a [Stmt], found: &mut Vec<Declared<'a>>) {
    for stmt in stmts {
        match stmt {
            Stmt::Decl(decl) => lexical(decl, found),
            Stmt::Labeled(labeled) => block(std::slice::from_ref(&labeled.body), found),
            _ => {}
        }
    }
}

/// What the items of a module declare, `var`s included.
pub(super) fn items<'a>(items: &'a [ModuleItem], functions: bool, found: &mut Vec<Declared<'a>>) {
    for item in items {
        match item {
            ModuleItem::Stmt(stmt) => {
                vars_of(stmt, functions, found);
                block(std::slice::from_ref(stmt), found);
            }
            ModuleItem::ModuleDecl(decl) => module_decl(decl, found),
        }
    }
}

/// The functions that `stmts` declare, whose values are there before the first statement runs.
pub(super) fn functions(stmts: &[Stmt]) -> impl Iterator<Item = &FnDecl> {
    stmts.iter().filter_map(function_of)
}

/// The function that the item of a module declares.
pub(super) fn function_item(item: &ModuleItem) -> Option<&FnDecl> {
    match item {
        ModuleItem::Stmt(stmt) => function_of(stmt),
        ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(export)) => match &export.decl {
            Decl::Fn(function) => Some(function),
            _ => None,
        },
        ModuleItem::ModuleDecl(_) => None,
    }
}

fn function_of(mut stmt: &Stmt) -> Option<&FnDecl> {
    while let Stmt::Labeled(labeled) = stmt {
        stmt = &labeled.body;
    }
    match stmt {
        Stmt::Decl(Decl::Fn(function)) => Some(function),
        _ => None,
    }
}

fn module_decl<'a>(decl: &'a ModuleDecl, found: &mut Vec<Declared<'a>>) {
    match decl {
        ModuleDecl::Import(import) if !import.type_only => {
            found.extend(import.specifiers.iter().filter_map(|it| {
                let local = match it {
                    ImportSpecifier::Named(named) if named.is_type_only => return None,
                    ImportSpecifier::Named(named) => &named.local,
                    ImportSpecifier::Default(default) => &default.local,
                    ImportSpecifier::Namespace(namespace) => &namespace.local,
                };
                Some((local, BindingKind::Import))
            }));
        }
        ModuleDecl::ExportDecl(export) => {
            if let Decl::Var(decl) = &export.decl {
                var_decl(decl, VarDeclKind::Var, found);
            }
            lexical(&export.decl, found);
        }
        ModuleDecl::ExportDefaultDecl(export) => match &export.decl {
            DefaultDecl::Class(class) => {
                found.extend(class.ident.iter().map(|it| (it, BindingKind::Class)));
            }
            DefaultDecl::Fn(function) => {
                found.extend(function.ident.iter().map(|it| (it, BindingKind::Function)));
            }
            DefaultDecl::TsInterfaceDecl(_) => {}
        },
        ModuleDecl::TsImportEquals(import) if !import.is_type_only => {
            found.push((&import.id, BindingKind::Const));
        }
        _ => {}
    }
}

fn lexical<'a>(decl: &'a Decl, found: &mut Vec<Declared<'a>>) {
    match decl {
        Decl::Class(class) if !class.declare => found.push((&class.ident, BindingKind::Class)),
        Decl::Fn(function) if function.function.body.is_some() => {
            found.push((&function.ident, BindingKind::Function));
        }
        Decl::Var(decl) => {
            var_decl(decl, VarDeclKind::Let, found);
            var_decl(decl, VarDeclKind::Const, found);
        }
        Decl::Using(decl) => {
            let mut found = |ident| found.push((ident, BindingKind::Const));
            decl.decls.iter().for_each(|decl| names(&decl.name, &mut found));
        }
        Decl::TsEnum(decl) if !decl.declare => found.push((&decl.id, BindingKind::Class)),
        Decl::TsModule(decl) if !decl.declare => {
            if let TsModuleName::Ident(ident) = &decl.id {
                found.push((ident, BindingKind::Class));
            }
        }
        _ => {}
    }
}

/// The names that `decl` declares if it is of `kind`.
pub(super) fn var_decl<'a>(decl: &'a VarDecl, kind: VarDeclKind, found: &mut Vec<Declared<'a>>) {
    if decl.kind != kind || decl.declare {
        return;
    }
    let kind = match kind {
        VarDeclKind::Var => BindingKind::Var,
        VarDeclKind::Let => BindingKind::Let,
        VarDeclKind::Const => BindingKind::Const,
    };
    let mut found = |ident| found.push((ident, kind));
    decl.decls.iter().for_each(|decl| names(&decl.name, &mut found));
}

fn vars_of<'a>(stmt: &'a Stmt, functions: bool, found: &mut Vec<Declared<'a>>) {
    match stmt {
        Stmt::Decl(Decl::Var(decl)) => var_decl(decl, VarDeclKind::Var, found),
        Stmt::Block(block) => nested(&block.stmts, functions, found),
        Stmt::With(with) => inner(&with.body, functions, found),
        Stmt::Labeled(labeled) => vars_of(&labeled.body, functions, found),
        Stmt::If(branch) => {
            inner(&branch.cons, functions, found);
            branch.alt.iter().for_each(|stmt| inner(stmt, functions, found));
        }
        Stmt::Switch(switch) => {
            switch.cases.iter().for_each(|case| nested(&case.cons, functions, found));
        }
        Stmt::Try(tried) => {
            nested(&tried.block.stmts, functions, found);
            for block in tried.handler.iter().map(|it| &it.body).chain(&tried.finalizer) {
                nested(&block.stmts, functions, found);
            }
        }
        Stmt::While(it) => inner(&it.body, functions, found),
        Stmt::DoWhile(it) => inner(&it.body, functions, found),
        Stmt::For(it) => {
            if let Some(VarDeclOrExpr::VarDecl(decl)) = &it.init {
                var_decl(decl, VarDeclKind::Var, found);
            }
            inner(&it.body, functions, found);
        }
        Stmt::ForIn(it) => head_vars(&it.left, &it.body, functions, found),
        Stmt::ForOf(it) => head_vars(&it.left, &it.body, functions, found),
        _ => {}
    }
}

fn head_vars<'a>(head: &'a ForHead, body: &'a Stmt, fns: bool, found: &mut Vec<Declared<'a>>) {
    if let ForHead::VarDecl(decl) = head {
        var_decl(decl, VarDeclKind::Var, found);
    }
    inner(body, fns, found);
}

fn inner<'a>(stmt: &'a Stmt, fns: bool, found: &mut Vec<Declared<'a>>) {
    nested(std::slice::from_ref(stmt), fns, found);
}

fn nested<'a>(stmts: &'a [Stmt], fns: bool, found: &mut Vec<Declared<'a>>) {
    if fns {
        let functions = functions(stmts).filter(|it| it.function.body.is_some());
        found.extend(functions.map(|it| (&it.ident, BindingKind::Var)));
    }
    vars(stmts, fns, found);
}
