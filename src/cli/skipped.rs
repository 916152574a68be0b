//! What was found on the disk and not read, in words.

use crate::discover::NotChecked;
use crate::report::{Lang, Paths, Skipped};
use crate::source::RelPath;

/// `refused` as reports show it, by path.
pub(super) fn shown(refused: &[(RelPath, NotChecked)], paths: &Paths, lang: Lang) -> Vec<Skipped> {
    let shown = |(path, reason): &(RelPath, NotChecked)| Skipped {
        path: paths.shown(path),
        reason: words(*reason, lang).to_owned(),
    };
    let mut skipped: Vec<Skipped> = refused.iter().map(shown).collect();
    skipped.sort();
    skipped
}

fn words(reason: NotChecked, lang: Lang) -> &'static str {
    match (lang, reason) {
        (Lang::En, _) => reason.as_str(),
        (Lang::Zh, NotChecked::Unreadable) => "无法读取",
        (Lang::Zh, NotChecked::TooLarge) => "超过 16 MiB",
        (Lang::Zh, NotChecked::Encoding) => "UTF-16 编码",
        (Lang::Zh, NotChecked::NotAFile) => "既不是文件也不是文件夹",
        (Lang::Zh, NotChecked::LeadsOut) => "链接指向检查范围之外",
        (Lang::Zh, NotChecked::Name) => "文件名不可移植",
        (Lang::Zh, NotChecked::Foreign) => "不是模板、脚本或清单",
        (Lang::Zh, NotChecked::Package) => "位于 `node_modules`，不报告其中的问题",
        (Lang::Es, NotChecked::Unreadable) => "no se puede leer",
        (Lang::Es, NotChecked::TooLarge) => "más de 16 MiB",
        (Lang::Es, NotChecked::Encoding) => "codificado en UTF-16",
        (Lang::Es, NotChecked::NotAFile) => "ni archivo ni carpeta",
        (Lang::Es, NotChecked::LeadsOut) => "un enlace que sale de la carpeta",
        (Lang::Es, NotChecked::Name) => "un nombre que no es portable",
        (Lang::Es, NotChecked::Foreign) => "ni plantilla ni script ni manifiesto",
        (Lang::Es, NotChecked::Package) => "en `node_modules`, donde no se señala nada",
    }
}
