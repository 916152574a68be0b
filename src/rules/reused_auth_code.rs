//! `reused-auth-code`: an authorization code kept for later, or taken for the user's id.

use std::collections::BTreeMap;

use crate::finding::{Message, RuleId};
use crate::platform::{Access, ApiKind};
use crate::project::reached;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::credential::{Credential, Credentials, Held};
use crate::syntax::script::ExprKind;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("reused-auth-code"),
    page: include_str!("../../rules/reused-auth-code.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let values = &cx.semantics.values;
    let credentials = Credentials { files: cx.files, platform: cx.platform, values };
    let mut found: BTreeMap<_, (&str, Held)> = BTreeMap::new();
    for host in &values.host_calls {
        if !is_storage(cx, values.symbols.text(host.path)) {
            continue;
        }
        let site = values.call(host.call);
        let script = cx.file(values.instance(site.instance).file).script();
        let Some(script) = script else { continue };
        let ExprKind::Call(call) = script.kind(site.expr) else { continue };
        for argument in &call.arguments {
            let held = credentials.find(site.instance, argument.value);
            found.extend(held.map(|held| (held.at, ("stored", held))));
        }
    }
    for held in credentials.ids() {
        found.insert(held.at, ("id", held));
    }
    let read = reached(cx.files, cx.project);
    for (at, (key, held)) in found {
        let is_own = read.contains(&at.file) && !cx.project.is_library(at.file);
        if is_own && held.credential == Credential::Code {
            findings.report(at, Message::new(key), Message::new("label")).within(held.scope);
        }
    }
}

fn is_storage(cx: &Context<'_>, path: &str) -> bool {
    let Some((object, name)) = path.rsplit_once('.') else { return false };
    let kind = cx.platform.api(name).map(|api| api.kind);
    cx.platform.is_namespace(object) && kind == Some(&ApiKind::Storage { access: Access::Write })
}
