//! `client-secret`: a key or secret that everybody who has the program can read.

use crate::finding::{Label, Message, RuleId};
use crate::platform::SecretKind;
use crate::rules::{Check, Context, Findings, Rule};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("client-secret"),
    page: include_str!("../../rules/client-secret.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for (at, secret) in &cx.semantics.secrets {
        let key = match secret.kind {
            SecretKind::PrivateKey => "private-key",
            SecretKind::AppSecret => "app-secret",
            SecretKind::AccessKeySecret => "access-key-secret",
            SecretKind::SymmetricKey => "symmetric-key",
        };
        let message = Message::new(key).with("print", fingerprint(&secret.text));
        let used = secret.used.filter(|used| !cx.project.is_library(used.file));
        let used = used.map(|at| Label { at, text: Message::new("used") });
        findings.report(*at, message, Message::new("label")).trace(used);
    }
}

/// Tells one secret from another, and is too short to find it again by.
fn fingerprint(secret: &str) -> String {
    let hash = secret
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{:04x}", (hash >> 16) ^ (hash & 0xffff))
}
