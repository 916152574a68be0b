//! What the terminal can show and which language its user reads.

use std::env;
use std::io::IsTerminal;
use std::path::PathBuf;

use crate::cli::args::{Color, Language, Look};
use crate::report::{Lang, human};

/// The columns where there is no terminal.
const WIDTH: usize = 100;

/// Snippets need some room and lines over the whole of a wide screen are hard to read.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=160;

/// What standard output can show.
pub(super) fn look(args: &Look) -> human::Look {
    let is_terminal = std::io::stdout().is_terminal();
    let columns = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let width = columns.filter(|_| is_terminal).unwrap_or(WIDTH);
    human::Look {
        color: color(args.color, is_terminal),
        unicode: !is_terminal || shows_unicode(),
        width: width.clamp(*WIDTHS.start(), *WIDTHS.end()),
    }
}

/// What a file can show.
pub(super) fn look_of_file(args: &Look) -> human::Look {
    human::Look { color: args.color == Color::Always, unicode: true, width: WIDTH }
}

/// Whether standard output is the log of GitHub Actions.
pub(super) fn is_github() -> bool {
    set("GITHUB_ACTIONS").as_deref() == Some("true") && !std::io::stdout().is_terminal()
}

/// The repository's root, where GitHub Actions says which it is.
pub(super) fn github_workspace() -> Option<PathBuf> {
    set("GITHUB_WORKSPACE").and_then(|root| PathBuf::from(root).canonicalize().ok())
}

/// The file that takes the summary of a job of GitHub Actions.
pub(super) fn github_summary() -> Option<PathBuf> {
    set("GITHUB_STEP_SUMMARY").map(PathBuf::from)
}

/// The language asked for, else the locale's, else English.
pub(super) fn lang(args: &Look) -> Lang {
    match args.lang {
        Some(Language::En) => Lang::En,
        Some(Language::Zh) => Lang::Zh,
        Some(Language::Es) => Lang::Es,
        None => of_locale(&locale("LC_MESSAGES").unwrap_or_default()),
    }
}

fn of_locale(locale: &str) -> Lang {
    match locale.split(['_', '-', '.', '@']).next() {
        Some("zh") => Lang::Zh,
        Some("es") => Lang::Es,
        _ => Lang::En,
    }
}

fn color(asked: Color, is_terminal: bool) -> bool {
    let is_set = |name| set(name).is_some();
    match asked {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if is_set("NO_COLOR") => false,
        Color::Auto if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") => true,
        Color::Auto => is_terminal && set("TERM").is_none_or(|term| term != "dumb"),
    }
}

/// Whether the terminal takes a line back.
pub(super) fn moves_cursor() -> bool {
    set("TERM").is_some_and(|term| term != "dumb")
}

/// Whether the locale's characters are Unicode's; a locale that names none is taken to be.
fn shows_unicode() -> bool {
    let charset = locale("LC_CTYPE").and_then(|locale| {
        locale.split_once('.').map(|(_, charset)| charset.to_lowercase().replace('-', ""))
    });
    let is_plain = set("TERM").is_some_and(|term| term == "dumb" || term == "linux");
    charset.is_none_or(|charset| charset.starts_with("utf8")) && !is_plain
}

/// The locale for `category`, as POSIX looks it up.
fn locale(category: &str) -> Option<String> {
    ["LC_ALL", category, "LANG"].into_iter().find_map(set)
}

/// The variable `name`; an empty one counts as none.
fn set(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::of_locale;
    use crate::report::Lang;

    #[test]
    fn locales_name_languages() {
        for (locale, lang) in [
            ("zh_CN.UTF-8", Lang::Zh),
            ("es", Lang::Es),
            ("es_MX@euro", Lang::Es),
            ("en_US.UTF-8", Lang::En),
            ("C", Lang::En),
            ("", Lang::En),
            ("zhuang", Lang::En),
        ] {
            assert_eq!(of_locale(locale), lang, "{locale}");
        }
    }
}
