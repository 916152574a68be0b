//! JSON Schemas of what is published.

use serde_json::{Map, Value, json};

use crate::report::encode;
use crate::rules::catalog;

pub use crate::report::json::schema as output;

/// The schema of `consentlint.toml`, for editors; `profiles` and `levels` are the known ones.
#[must_use]
pub fn config(profiles: &[&str], levels: &[&str]) -> String {
    let level = |text: &str| json!({ "description": text, "enum": levels });
    let rules: Map<String, Value> =
        catalog::pages().map(|page| (page.id.0.to_owned(), level(&page.title.en))).collect();
    encode::pretty(&json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "consentlint.toml",
        "description": "The configuration of consentlint.",
        "type": "object",
        "properties": {
            "profiles": {
                "description": "The wallets that the program is for.",
                "type": "array",
                "items": { "enum": profiles }
            },
            "rules": {
                "description": "The weights of rules, where they are not those of their pages.",
                "type": "object",
                "properties": rules,
                "additionalProperties": false
            }
        },
        "additionalProperties": false
    }))
}
