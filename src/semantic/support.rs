//! Who asks whether the client has authorize buttons (FACTS A61, A62).

use std::collections::BTreeSet;

use crate::platform::{ApiKind, asks_for_authorize};
use crate::project::{Project, UnitId, UnitKind, leading_to};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{ExprKind, Script};

use super::Semantics;
use super::site::ApiSite;
use super::values::Token;

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
            let question = self.values.call(call.host).arguments.first();
            let texts = question.map(|it| self.values.of(it.0)).unwrap_or_default();
            let is_about = |token: &Token| match token {
                Token::Text(text) => asks_for_authorize(self.values.symbols.text(*text)),
                _ => !is_library,
            };
            texts.iter().any(is_about) || texts.is_empty() && !is_library
        })
    }
}

fn reads_version(script: &Script) -> bool {
    script.find_name(VERSION).is_some_and(|name| {
        let is_read = |kind: &ExprKind| matches!(kind, ExprKind::Member { property, .. } if *property == name);
        script.exprs.iter().any(|expr| is_read(&expr.kind))
    })
}
