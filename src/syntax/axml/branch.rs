//! Branches for other platforms, as the preprocessors of component libraries write them:
//! `<!-- #if WECHAT -->` … `<!-- #endif -->`. For this platform they are comments: often two
//! branches open the one element that an end tag closes.

use super::read::Token;

/// The platforms of other vendors.
const FOREIGN: &[&str] = &[
    "WECHAT",
    "WEIXIN",
    "WX",
    "QQ",
    "BAIDU",
    "SWAN",
    "TT",
    "TOUTIAO",
    "BYTEDANCE",
    "DOUYIN",
    "LARK",
    "KUAISHOU",
    "JD",
    "XHS",
    "H5",
    "WEB",
    "APP",
    "HARMONY",
];

/// Whom a branch is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum For {
    /// Others alone.
    Others,
    /// This platform, by its name.
    Us,
    /// Whoever: the condition names no platform.
    All,
}

/// `tokens` without the branches for other platforms; a branch without its end stays.
pub(super) fn without_foreign(text: &str, tokens: Vec<Token>) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::new();
    let mut open: Vec<(For, usize)> = Vec::new();
    for token in tokens {
        let Some((command, condition)) = command(text, &token) else {
            kept.push(token);
            continue;
        };
        let begins = matches!(command, "#if" | "#ifdef" | "#ifndef");
        let before = if begins { None } else { open.pop() };
        if let Some((For::Others, start)) = before {
            kept.truncate(start);
        }
        let audience = match (command, before) {
            ("#if" | "#ifdef" | "#elif", _) => audience(condition),
            ("#ifndef", _) => opposite(audience(condition)),
            ("#else", Some((before, _))) => opposite(before),
            _ => continue,
        };
        open.push((audience, kept.len()));
    }
    kept
}

/// The command of a preprocessor's comment, and what follows it.
fn command<'a>(text: &'a str, token: &Token) -> Option<(&'a str, &'a str)> {
    let Token::Comment(span) = token else { return None };
    let inside = span.of(text).strip_prefix("<!--")?.strip_suffix("-->")?.trim();
    let (command, condition) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    let is_known = matches!(command, "#if" | "#ifdef" | "#ifndef" | "#elif" | "#else" | "#endif");
    is_known.then_some((command, condition))
}

/// Whom the alternatives `A || B` of a condition name; `MP-A` is `A`.
fn audience(condition: &str) -> For {
    let mut whole = For::Others;
    for name in condition.split("||").map(str::trim) {
        let plain = name.trim_start_matches("MP-");
        if plain == "ALIPAY" {
            return For::Us;
        }
        if !FOREIGN.contains(&plain) && !plain.starts_with("APP-") {
            whole = For::All;
        }
    }
    whole
}

/// Whom a branch is for that is taken where one for `audience` is not.
fn opposite(audience: For) -> For {
    match audience {
        For::Us => For::Others,
        For::Others | For::All => For::All,
    }
}
