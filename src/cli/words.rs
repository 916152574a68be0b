//! The notes of the command line, in the language that was chosen.

use crate::report::Lang;

/// Why there is nothing to check.
pub(super) enum Nothing<'a> {
    /// No file that mini programs run.
    Here,
    /// None is staged.
    Staged,
    /// None has changed since this.
    Since(&'a str),
}

/// That there is nothing to check.
pub(super) fn nothing(why: &Nothing<'_>, lang: Lang) -> String {
    let note = match lang {
        Lang::En => "note: nothing to check: ",
        Lang::Zh => "提示: 没有可检查的内容：",
        Lang::Es => "nota: nada que comprobar: ",
    };
    let why = match (lang, why) {
        (Lang::En, Nothing::Here) => {
            "no mini program, template, script or manifest here".to_owned()
        }
        (Lang::En, Nothing::Staged) => "no template, script or manifest is staged".to_owned(),
        (Lang::En, Nothing::Since(it)) => {
            format!("no template, script or manifest changed since `{it}`")
        }
        (Lang::Zh, Nothing::Here) => "此处没有小程序、模板、脚本或清单".to_owned(),
        (Lang::Zh, Nothing::Staged) => "没有已暂存的模板、脚本或清单".to_owned(),
        (Lang::Zh, Nothing::Since(it)) => format!("自 `{it}` 以来没有模板、脚本或清单变化"),
        (Lang::Es, Nothing::Here) => {
            "aquí no hay ningún miniprograma, plantilla, script ni manifiesto".to_owned()
        }
        (Lang::Es, Nothing::Staged) => {
            "no hay ninguna plantilla, script ni manifiesto preparado".to_owned()
        }
        (Lang::Es, Nothing::Since(it)) => {
            format!("ninguna plantilla, script ni manifiesto ha cambiado desde `{it}`")
        }
    };
    note.to_owned() + &why
}

/// That the baseline `file` has `count` findings, of them `added` new ones, and `gone` are out.
pub(super) fn accepted(file: &str, count: usize, added: usize, gone: usize, lang: Lang) -> String {
    let all = findings(count, lang);
    match lang {
        Lang::En => format!("accepted {all} in `{file}` ({added} new, {gone} gone)"),
        Lang::Zh => format!("已在 `{file}` 中接受 {all}（新增 {added} 个，消失 {gone} 个）"),
        Lang::Es => {
            format!("{all} en la línea base `{file}` ({added} por añadir, {gone} de menos)")
        }
    }
}

/// That there is nothing to accept.
pub(super) fn nothing_to_accept(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "note: nothing to accept, so that no baseline was written",
        Lang::Zh => "提示: 没有可接受的问题，未写入基线",
        Lang::Es => "nota: nada que aceptar; no se ha escrito ninguna línea base",
    }
}

/// That `count` findings were taken out of the baseline `file`.
pub(super) fn pruned(file: &str, count: usize, lang: Lang) -> String {
    let all = findings(count, lang);
    match lang {
        Lang::En => format!("removed {all} from `{file}`, no longer found"),
        Lang::Zh => format!("已从 `{file}` 移除不再出现的 {all}"),
        Lang::Es => format!("por no encontrarse ya, se ha quitado de `{file}`: {all}"),
    }
}

/// That what `line` tells of is no longer found.
pub(super) fn gone(line: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("note: in the baseline, but no longer found: {line}"),
        Lang::Zh => format!("提示: 基线中有，但已不再出现：{line}"),
        Lang::Es => format!("nota: en la línea base, pero ya no se encuentra: {line}"),
    }
}

/// How to clear a baseline of what is no longer found; `more` of it were not listed.
pub(super) fn prune(more: usize, lang: Lang) -> String {
    match (lang, more) {
        (Lang::En, 0) => "note: `--prune-baseline` removes what is no longer found".to_owned(),
        (Lang::En, _) => format!(
            "note: {more} more (`--verbose` lists them); `--prune-baseline` removes what is no longer found"
        ),
        (Lang::Zh, 0) => "提示: `--prune-baseline` 会移除不再出现的问题".to_owned(),
        (Lang::Zh, _) => format!(
            "提示: 还有 {more} 个（`--verbose` 会全部列出）；`--prune-baseline` 会移除不再出现的问题"
        ),
        (Lang::Es, 0) => "nota: `--prune-baseline` quita lo que ya no se encuentra".to_owned(),
        (Lang::Es, _) => format!(
            "nota: {more} más (`--verbose` los muestra); `--prune-baseline` quita lo que ya no se encuentra"
        ),
    }
}

/// `1 finding`, `3 findings`.
fn findings(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::En, 1) => "1 finding".to_owned(),
        (Lang::En, _) => format!("{count} findings"),
        (Lang::Zh, _) => format!("{count} 个问题"),
        (Lang::Es, 1) => "1 problema".to_owned(),
        (Lang::Es, _) => format!("{count} problemas"),
    }
}
