//! Texts with placeholders and sections.
//!
//! A line that is `//name` or `<!--name-->` and nothing else opens the section `name`, which
//! ends at the next such line; `end` opens none. The section `repeat` stands in the text as
//! often as it repeats, any other if it is kept. Placeholders: `$n` the number of the page,
//! `$m` that of its service, `$k` which repetition, `$own` and `$to` its path and another's.

/// What is filled in.
#[derive(Clone, Copy, Default)]
pub(super) struct Part<'a> {
    /// The number of the page.
    pub(super) number: usize,
    /// The number of what it shares with others.
    pub(super) shared: usize,
    /// The path of the page.
    pub(super) own: &'a str,
    /// The path of the page it leads to.
    pub(super) to: &'a str,
    /// How often sections that repeat do so.
    pub(super) repeat: usize,
    /// The sections that are there.
    pub(super) kept: &'a [&'a str],
}

/// `text` with `part` filled in.
pub(super) fn fill(text: &str, part: &Part<'_>) -> String {
    let mut filled = String::new();
    let (mut section, mut inside) = ("end", String::new());
    for line in text.split_inclusive('\n') {
        if let Some(next) = opened(line) {
            close(section, &inside, part, &mut filled);
            (section, inside) = (next, String::new());
        } else {
            inside.push_str(line);
        }
    }
    close(section, &inside, part, &mut filled);
    filled
}

/// The section that `line` opens.
fn opened(line: &str) -> Option<&str> {
    let line = line.trim();
    let name = match line.strip_prefix("<!--") {
        Some(rest) => rest.strip_suffix("-->")?,
        None => line.strip_prefix("//")?,
    };
    (!name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase())).then_some(name)
}

fn close(section: &str, inside: &str, part: &Part<'_>, filled: &mut String) {
    let times = match section {
        "end" => 1,
        "repeat" => part.repeat,
        _ => usize::from(part.kept.contains(&section)),
    };
    for time in 0..times {
        let time = if section == "repeat" { time } else { part.number };
        filled.push_str(&replaced(inside, part, time));
    }
}

fn replaced(text: &str, part: &Part<'_>, time: usize) -> String {
    text.replace("$own", part.own)
        .replace("$to", part.to)
        .replace("$n", &part.number.to_string())
        .replace("$m", &part.shared.to_string())
        .replace("$k", &time.to_string())
}
