//! Who asks whether the client has authorize buttons (FACTS A61, A62).

use std::collections::BTreeSet;

use crate::platform::{ApiKind, asks_for_authorize, is_logger};
use crate::project::{Project, UnitId, UnitKind, leading_to};
use crate::semantic::Semantics;
use crate::semantic::entry::Trigger;
use crate::semantic::origin::uses::{Use, Uses};
use crate::semantic::site::ApiSite;
use crate::semantic::values::{FunctionNode, Token};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, Key, MODULE, Property, Script};

use rustc_hash::FxHashSet;

/// What tells the version of the base library, which says the same as `canIUse`.
const VERSION: &str = "SDKVersion";

impl Semantics {
    /// The scripts that ask whether the client has authorize buttons, or may do so, and those that
    /// import them.
    #[must_use]
    pub fn askers(&self, files: &[File], project: &Project) -> BTreeSet<FileId> {
        let asking = self.sites.iter().filter(|site| self.may_ask(site)).map(|site| site.file);
        let versions = (0..).map(FileId).zip(files).filter(|(id, file)| {
            !self.libraries.get(id.index()).is_some_and(|it| *it)
                && file.script().is_some_and(reads_version)
        });
        let all = asking.chain(versions.map(|(id, _)| id)).collect();
        leading_to(project, &all)
    }

    /// The units for which one of `askers` asks: the script of the unit itself, of one around it
    /// or directly in it, or the app's.
    #[must_use]
    pub fn asked_for(&self, project: &Project, askers: &BTreeSet<FileId>) -> BTreeSet<UnitId> {
        let asks =
            |unit: UnitId| project.unit(unit).script.is_some_and(|script| askers.contains(&script));
        let mut work: Vec<UnitId> =
            project.units().map(|(id, _)| id).filter(|it| asks(*it)).collect();
        let around: Vec<UnitId> =
            work.iter().flat_map(|unit| self.screens.parents(*unit)).copied().collect();
        let mut asked = BTreeSet::new();
        while let Some(unit) = work.pop() {
            if asked.insert(unit) {
                work.extend(self.screens.children(unit));
            }
        }
        asked.extend(around);
        let apps = project.units().filter(|(id, it)| it.kind == UnitKind::App && asks(*id));
        let roots: BTreeSet<_> = apps.map(|(_, app)| app.root).collect();
        asked.extend(project.units().filter(|(_, it)| roots.contains(&it.root)).map(|it| it.0));
        asked
    }

    fn may_ask(&self, site: &ApiSite) -> bool {
        if !matches!(site.api.kind, ApiKind::CanIUse) {
            return false;
        }
        let is_library = self.libraries.get(site.file.index()).is_some_and(|it| *it);
        site.calls.iter().any(|call| {
            // What nothing runs asks what it says, and nothing that is not known.
            let may_be = || !is_library && self.is_run(self.values.call(call.call).caller);
            let question = self.values.call(call.host).arguments.first();
            let texts = question.map(|it| self.values.of(it.0)).unwrap_or_default();
            let is_about = |token: &Token| match token {
                Token::Text(text) => asks_for_authorize(self.values.symbols.text(*text)),
                _ => may_be(),
            };
            texts.iter().any(is_about) || texts.is_empty() && may_be()
        })
    }

    fn is_run(&self, function: FunctionNode) -> bool {
        Trigger::ALL.into_iter().any(|it| self.reach.first_path(it, function).is_some())
    }
}

/// Whether `script` reads the version for more than to log it, or to hand it on under its own name, as
/// wrappers of the wallet's API do.
fn reads_version(script: &Script) -> bool {
    let Some(name) = script.find_name(VERSION) else { return false };
    let is_read =
        |kind: &ExprKind| matches!(kind, ExprKind::Member { property, .. } if *property == name);
    let mut reads = script.exprs().filter(|(_, expr)| is_read(&expr.kind)).map(|(id, _)| id);
    let members = script.exprs.iter().filter_map(|expr| match &expr.kind {
        ExprKind::Object(members) => Some(members.iter()),
        _ => None,
    });
    let handed_on = members.flatten().filter_map(|member| match member {
        Property::Value { key: Key::Name(key, _), value } => (*key == name).then_some(*value),
        _ => None,
    });
    let (mut idle, uses) = (logged(script), Uses::new(script));
    idle.extend(handed_on);
    let is_idle = |read: ExprId| idle.contains(&read) || is_kept_for(script, &uses, read, &idle);
    reads.any(|read| !is_idle(read))
}

/// What the logs of `script` are handed, with its parts.
fn logged(script: &Script) -> FxHashSet<ExprId> {
    let mut logged = FxHashSet::default();
    let mut work = Vec::new();
    for (_, expr) in script.exprs() {
        if let ExprKind::Call(call) = &expr.kind
            && let ExprKind::Member { object, .. } = script.kind(call.callee)
            && matches!(script.kind(*object), ExprKind::Global(name) if is_logger(script.name(*name)))
        {
            work.extend(call.arguments.iter().map(|argument| argument.value));
        }
    }
    while let Some(part) = work.pop() {
        let kind = script.kind(part);
        // What a call makes of it is not known.
        if logged.insert(part) && !matches!(kind, ExprKind::Call(_) | ExprKind::Assign { .. }) {
            work.extend(kind.operands());
        }
    }
    logged
}

/// Whether what `read` gives is only kept in variables that are read nowhere but in `places`.
fn is_kept_for(script: &Script, uses: &Uses, read: ExprId, places: &FxHashSet<ExprId>) -> bool {
    let mut kept = false;
    let all = uses.of(read).all(|used| match used {
        Use::Kept(binding) => {
            kept = true;
            let is_local = script.is_module || script.binding(binding).function != MODULE;
            is_local && uses.reads(binding).all(|read| places.contains(&read))
        }
        Use::Same(at) => matches!(script.kind(at), ExprKind::Assign { .. }),
        _ => false,
    });
    kept && all
}
