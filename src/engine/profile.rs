//! The wallets a program is checked for: those it is configured for, else the one it shows.

use crate::config::Config;
use crate::platform::Platform;
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, Script};

/// What the wallets of `config` document, or of the one that `files` are plainly for.
///
/// Members of `my` that only Taobao has make a program Taobao's; a program that calls
/// through `dd` and never through `my` is DingTalk's. Libraries are no evidence.
pub(super) fn platform(files: &[File], config: &Config) -> Platform {
    if !config.profiles.is_empty() {
        return Platform::for_profiles(&config.profiles);
    }
    let own = files.iter().filter(|file| !file.path.is_library());
    let scripts: Vec<&Script> = own.filter_map(File::script).collect();
    let uses = |object: &str, property: Option<&str>| {
        scripts.iter().any(|script| uses(script, object, property))
    };
    if uses("my", Some("tb")) || uses("my", Some("authorize")) {
        Platform::detected("taobao")
    } else if uses("dd", None) && !uses("my", None) {
        Platform::detected("dingtalk")
    } else {
        Platform::default()
    }
}

/// Whether `script` reads a member of the global `object`, of that name if one is given.
fn uses(script: &Script, object: &str, property: Option<&str>) -> bool {
    script.exprs().any(|(_, expr)| match expr.kind {
        ExprKind::Member { object: receiver, property: name, .. } => {
            is_global(script, receiver, object)
                && property.is_none_or(|property| script.name(name) == property)
        }
        _ => false,
    })
}

fn is_global(script: &Script, id: ExprId, global: &str) -> bool {
    matches!(script.kind(id), ExprKind::Global(name) if script.name(*name) == global)
}
