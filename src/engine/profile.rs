//! The wallets a program is checked for: those it is configured for, else the one it shows.

use std::collections::BTreeSet;

use crate::config::Config;
use crate::platform::Platform;
use crate::project::{Project, Root};
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, Script};

/// What the wallets of `config` document, or of the one that `files` are plainly for.
///
/// `my.tb` makes a program Taobao's, and so does `my.authorize`, unless it calls what Taobao lacks
/// as well: ports from other platforms name `authorize` too. A program that asks through `dd` and not
/// through `my` is DingTalk's, and so is one that asks through neither and calls `dd` more often.
/// Libraries and what lies in no program are no evidence, and of several programs all that call a
/// wallet must agree.
pub(super) fn platform(files: &[File], project: &Project, config: &Config) -> Platform {
    if !config.profiles.is_empty() {
        return Platform::for_profiles(&config.profiles);
    }
    evident(files, project).map_or_else(Platform::default, Platform::detected)
}

/// The wallet that `files` are plainly for.
pub(super) fn evident(files: &[File], project: &Project) -> Option<&'static str> {
    let own: Vec<&File> = files
        .iter()
        .zip(&project.libraries)
        .filter_map(|(file, is_library)| (!is_library).then_some(file))
        .collect();
    let shown: BTreeSet<Option<&'static str>> = match project.roots.as_slice() {
        [] => BTreeSet::from([shown(own.iter().copied())]),
        roots => {
            let below = |root: &Root| {
                shown(own.iter().copied().filter(|file| file.path.is_below(&root.folder)))
            };
            roots.iter().map(below).collect()
        }
    };
    let shown: Vec<&'static str> = shown.into_iter().flatten().collect();
    match shown.as_slice() {
        [one] if *one != DEFAULT => Some(one),
        _ => None,
    }
}

/// The program calls a wallet, but none in particular.
const DEFAULT: &str = "";

/// The APIs that ask for consent elsewhere; Taobao's asks through `my.authorize`.
const TAOBAO_LACKS: [&str; 2] = ["getOpenUserInfo", "getPhoneNumber"];

/// The APIs that ask, or may.
const ASKING: [&str; 4] = ["getAuthCode", "authorize", "getOpenUserInfo", "getPhoneNumber"];

/// The wallet whose APIs the files call; `None` where they call none.
fn shown<'a>(files: impl Iterator<Item = &'a File>) -> Option<&'static str> {
    let scripts: Vec<&Script> = files.filter_map(File::script).collect();
    let calls = |object: &str, property: Option<&str>| {
        scripts.iter().any(|script| uses(script, object, property).next().is_some())
    };
    let count = |object| scripts.iter().map(|script| uses(script, object, None).count()).sum();
    let asks = |object| ASKING.iter().any(|api| calls(object, Some(api)));
    let is_dingtalk = || {
        let (dd, my): (usize, usize) = (count("dd"), count("my"));
        dd > 0 && !asks("my") && (dd > my || asks("dd"))
    };
    let asks_as_taobao =
        || calls("my", Some("authorize")) && !TAOBAO_LACKS.iter().any(|api| calls("my", Some(api)));
    if calls("my", Some("tb")) || asks_as_taobao() {
        Some("taobao")
    } else if is_dingtalk() {
        Some("dingtalk")
    } else {
        calls("my", None).then_some(DEFAULT)
    }
}

/// The calls in `script` of a member of the global `object`, or of a member of that member, of that
/// name if one is given. A member that is only asked for says nothing.
fn uses<'a>(
    script: &'a Script,
    object: &'a str,
    property: Option<&'a str>,
) -> impl Iterator<Item = ExprId> + 'a {
    let is_it = move |callee: ExprId| match script.kind(callee) {
        ExprKind::Member { object: receiver, property: name, .. } => {
            is_global(script, *receiver, object)
                && property.is_none_or(|property| script.name(*name) == property)
        }
        _ => false,
    };
    let is_named = |name: &str| script.names.iter().any(|it| **it == *name);
    let is_used = is_named(property.unwrap_or(object));
    let calls = script.calls().take_while(move |_| is_used);
    let calls = calls.filter(move |(_, _, call)| {
        is_it(call.callee)
            || matches!(script.kind(call.callee), ExprKind::Member { object, .. } if is_it(*object))
    });
    calls.map(|(id, _, _)| id)
}

fn is_global(script: &Script, id: ExprId, global: &str) -> bool {
    matches!(script.kind(id), ExprKind::Global(name) if script.name(*name) == global)
}
