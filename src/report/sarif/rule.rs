//! Rules as SARIF describes them: the pages.

use super::level;
use super::log::{Configuration, Help, Rule, Tags, Text};
use crate::rules::catalog::{self, Lang, Page};

/// The rule of `page`.
pub(super) fn rule(page: &'static Page, lang: Lang) -> Rule {
    let url = catalog::url(page.id);
    let help = general(page.help.get(lang));
    Rule {
        id: page.id.0,
        name: pascal_case(page.id.0),
        short_description: Text::new(page.title.get(lang)),
        full_description: Text::new(first_section(page.body)),
        help: Help {
            text: format!("{help}\n\n{}", page.body.trim()),
            markdown: format!("{help}\n\n{}", linked(page.body.trim(), &url)),
        },
        help_uri: url,
        default_configuration: Configuration { level: level(page.severity) },
        properties: Tags { tags: ["compliance", "privacy"] },
    }
}

/// `help` without what a finding would put into it.
fn general(help: &str) -> String {
    let mut pieces = help.split('{');
    let first = pieces.next().unwrap_or("").to_owned();
    pieces.fold(first, |text, piece| match piece.split_once('}') {
        Some((_, rest)) => format!("{text}…{rest}"),
        None => format!("{text}{{{piece}"),
    })
}

/// `MissingOnError` for `missing-on-error`.
fn pascal_case(id: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
    };
    id.split('-').map(word).collect::<Vec<String>>().concat()
}

/// The text of the first section, on one line for each paragraph and item of a list.
fn first_section(body: &str) -> String {
    let section = body.split("\n## ").nth(1).unwrap_or(body);
    let text = section.split_once('\n').map_or("", |(_, text)| text);
    let text = text.trim().replace("\n- ", "\n\n- ");
    let paragraphs = text.split("\n\n").filter(|it| !it.is_empty());
    let lines = paragraphs.map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.collect::<Vec<_>>().join("\n")
}

/// `body`, whose links to other pages lead from `url` on.
fn linked(body: &str, url: &str) -> String {
    let folder = url.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut pieces = body.split("](");
    let first = pieces.next().unwrap_or("").to_owned();
    pieces.fold(first, |text, piece| {
        let target = piece.split(')').next().unwrap_or("");
        let is_page = target.ends_with(".md") && !target.contains("://");
        let folder = if is_page { format!("{folder}/") } else { String::new() };
        format!("{text}]({folder}{piece}")
    })
}

#[cfg(test)]
mod tests {
    use super::{first_section, general, linked, pascal_case};

    #[test]
    fn pages_become_descriptions() {
        assert_eq!(pascal_case("missing-on-error"), "MissingOnError");
        let body =
            "\n# `x`\n\n## What it finds\n\nOne\ntwo.\n\n- three\n- four\n  five\n\n## Why\n\nno\n";
        assert_eq!(first_section(body), "One two.\n- three\n- four five");
        assert_eq!(general("write `{right}`, or {"), "write `…`, or {");
    }

    #[test]
    fn links_to_pages_lead_somewhere() {
        for (body, want) in [
            (
                "[`a`](a.md), [b](https://b/c.md)",
                "[`a`](https://x/rules/a.md), [b](https://b/c.md)",
            ),
            ("no ](link", "no ](link"),
        ] {
            assert_eq!(linked(body, "https://x/rules/y.md"), want);
        }
    }
}
