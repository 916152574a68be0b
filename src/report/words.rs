//! The reports' own words; those of the rules stand in their pages.

use crate::finding::Severity;
pub use crate::rules::catalog::Lang;

/// The heading above the steps of a trace.
pub(super) fn trace(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "how it gets there",
        Lang::Zh => "经过",
        Lang::Es => "cómo se llega",
    }
}

/// The heading of what to do.
pub(super) fn help(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "help",
        Lang::Zh => "建议",
        Lang::Es => "ayuda",
    }
}

/// The heading of a change that clears a finding.
pub(super) fn fix(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "fix",
        Lang::Zh => "修复",
        Lang::Es => "corrección",
    }
}

/// `10 of 34 errors`.
pub(super) fn shown_of(shown: usize, count: usize, weight: Severity, lang: Lang) -> String {
    let all = found(count, weight, lang);
    match lang {
        Lang::En => format!("{shown} of {all}"),
        Lang::Zh => format!("{all}中的 {shown} 个"),
        Lang::Es => format!("{shown} de {all}"),
    }
}

/// That GitHub shows `counts` only.
pub(super) fn hidden(counts: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("GitHub shows {counts} here; the log and the summary have all"),
        Lang::Zh => format!("GitHub 在此只显示 {counts}；日志和摘要中有全部"),
        Lang::Es => {
            format!("GitHub solo muestra aquí {counts}; el registro y el resumen los tienen todos")
        }
    }
}

/// The headings of the statistics: by rule, by page, and the time.
pub(super) fn statistics(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::En => ["findings by rule", "findings by page", "time"],
        Lang::Zh => ["按规则统计", "按页面统计", "用时"],
        Lang::Es => ["hallazgos por regla", "hallazgos por página", "tiempo"],
    }
}

/// What is said of a line that holds nothing to explain.
pub(super) fn nothing_here(place: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("nothing to say about {place}: no call, handler or page"),
        Lang::Zh => format!("{place} 没有可说明的内容：没有调用、事件处理或页面"),
        Lang::Es => {
            format!("nada que decir de {place}: ninguna llamada, ningún evento y ninguna página")
        }
    }
}

/// The name of a weight.
pub(super) fn severity(severity: Severity, lang: Lang) -> &'static str {
    match (lang, severity) {
        (Lang::En, _) => severity.as_str(),
        (Lang::Zh, Severity::Error) => "错误",
        (Lang::Zh, Severity::Warning) => "警告",
        (Lang::Zh, Severity::Info) => "提示",
        (Lang::Es, Severity::Error) => "error",
        (Lang::Es, Severity::Warning) => "aviso",
        (Lang::Es, Severity::Info) => "nota",
    }
}

/// `1 error`, `3 errors`.
pub(super) fn found(count: usize, weight: Severity, lang: Lang) -> String {
    let noun = severity(weight, lang);
    match lang {
        Lang::En | Lang::Es if count == 1 || weight == Severity::Info && lang == Lang::En => {
            format!("{count} {noun}")
        }
        Lang::Es if weight == Severity::Error => format!("{count} errores"),
        Lang::En | Lang::Es => format!("{count} {noun}s"),
        Lang::Zh => format!("{count} 个{noun}"),
    }
}

/// `checked 48 files of 1 program`.
pub(super) fn checked(files: usize, programs: usize, lang: Lang) -> String {
    let of = match (lang, programs) {
        (_, 0) => String::new(),
        (Lang::En, 1) => " of 1 program".to_owned(),
        (Lang::En, _) => format!(" of {programs} programs"),
        (Lang::Zh, _) => format!("{programs} 个小程序的 "),
        (Lang::Es, 1) => " de 1 programa".to_owned(),
        (Lang::Es, _) => format!(" de {programs} programas"),
    };
    match (lang, files) {
        (Lang::En, 1) => format!("checked 1 file{of}"),
        (Lang::En, _) => format!("checked {files} files{of}"),
        (Lang::Zh, _) => format!("已检查 {of}{files} 个文件"),
        (Lang::Es, 1) => format!("1 archivo{of} comprobado"),
        (Lang::Es, _) => format!("{files} archivos{of} comprobados"),
    }
}

/// `nothing found`.
pub(super) fn clean(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "nothing found",
        Lang::Zh => "没有发现问题",
        Lang::Es => "nada encontrado",
    }
}

/// `2 suppressed`.
pub(super) fn suppressed(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::En, _) => format!("{count} suppressed"),
        (Lang::Zh, _) => format!("已忽略 {count} 个"),
        (Lang::Es, 1) => "1 silenciado".to_owned(),
        (Lang::Es, _) => format!("{count} silenciados"),
    }
}

/// `2 in the baseline`.
pub(super) fn baselined(count: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{count} in the baseline"),
        Lang::Zh => format!("基线中已有 {count} 个"),
        Lang::Es => format!("{count} en la línea base"),
    }
}

/// `2 files not checked`.
pub(super) fn not_checked(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::En, 1) => "1 file not checked".to_owned(),
        (Lang::En, _) => format!("{count} files not checked"),
        (Lang::Zh, _) => format!("{count} 个文件未检查"),
        (Lang::Es, 1) => "1 archivo sin comprobar".to_owned(),
        (Lang::Es, _) => format!("{count} archivos sin comprobar"),
    }
}

/// What stands before a file that was not checked.
pub(super) fn left_out(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "not checked",
        Lang::Zh => "未检查",
        Lang::Es => "sin comprobar",
    }
}

/// `fixed 3 findings in 2 files`; `would fix …` where that was only shown.
pub(super) fn fixed(findings: usize, files: usize, is_shown: bool, lang: Lang) -> String {
    match (lang, findings, is_shown) {
        (Lang::En, 0, _) => return "nothing to fix".to_owned(),
        (Lang::Zh, 0, _) => return "没有可以自动修复的问题".to_owned(),
        (Lang::Es, 0, _) => return "nada que corregir".to_owned(),
        _ => {}
    }
    let s = |count: usize| if count == 1 { "" } else { "s" };
    match (lang, is_shown) {
        (Lang::En, true) => {
            format!("would fix {findings} finding{} in {files} file{}", s(findings), s(files))
        }
        (Lang::En, false) => {
            format!("fixed {findings} finding{} in {files} file{}", s(findings), s(files))
        }
        (Lang::Zh, true) => format!("可修复 {files} 个文件中的 {findings} 个问题"),
        (Lang::Zh, false) => format!("已修复 {files} 个文件中的 {findings} 个问题"),
        (Lang::Es, true) => {
            format!(
                "por corregir: {findings} problema{} en {files} archivo{}",
                s(findings),
                s(files)
            )
        }
        (Lang::Es, false) => {
            format!(
                "corregido{0}: {findings} problema{0} en {files} archivo{1}",
                s(findings),
                s(files)
            )
        }
    }
}

/// How many fixes another run would make.
pub(super) fn left_to_fix(count: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("another run would fix {count} more"),
        Lang::Zh => format!("再次运行还可修复 {count} 个"),
        Lang::Es => format!("otra ejecución corregiría {count} más"),
    }
}

/// That fixed files are not staged.
pub(super) fn unstaged(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "they are not staged yet: look at them, `git add` them and try again",
        Lang::Zh => "修复尚未暂存：请查看后执行 `git add`，再重试",
        Lang::Es => "aún no están preparadas: revíselas, haga `git add` e inténtelo de nuevo",
    }
}

/// How many fixes need a look.
pub(super) fn suggested(count: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("`--suggested` would fix {count} more"),
        Lang::Zh => format!("加上 `--suggested` 还可修复 {count} 个"),
        Lang::Es => format!("`--suggested` corregiría {count} más"),
    }
}

/// What stands before a file with fixes that was not changed.
pub(super) fn not_fixed(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "not fixed",
        Lang::Zh => "未修复",
        Lang::Es => "sin corregir",
    }
}
