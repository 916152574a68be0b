//! The list of rules.

use serde::Serialize;

use crate::report::Lang;
use crate::report::encode;
use crate::rules::catalog::{self, Page};

#[derive(Serialize)]
struct JsonRule {
    id: &'static str,
    severity: &'static str,
    title: &'static str,
    profiles: Option<&'static [String]>,
    except: &'static [String],
    sources: &'static [String],
    url: String,
}

/// All rules as a JSON array; `profiles` is null for a rule that holds for all but `except`.
#[must_use]
pub fn json(lang: Lang) -> String {
    let rules: Vec<JsonRule> = catalog::pages().map(|page| json_rule(page, lang)).collect();
    encode::pretty(&rules)
}

fn json_rule(page: &'static Page, lang: Lang) -> JsonRule {
    JsonRule {
        id: page.id.0,
        severity: page.severity.as_str(),
        title: page.title.get(lang),
        profiles: page.profiles.only.as_deref(),
        except: &page.profiles.except,
        sources: &page.sources,
        url: catalog::url(page.id),
    }
}

/// All rules, one line each.
#[must_use]
pub fn human(lang: Lang) -> String {
    let widest = catalog::pages().map(|page| page.id.0.len()).max().unwrap_or(0);
    catalog::pages()
        .map(|page| {
            let (id, severity) = (page.id.0, page.severity.as_str());
            format!("{id:widest$}  {severity:7}  {}\n", page.title.get(lang))
        })
        .collect()
}
