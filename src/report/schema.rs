//! JSON Schemas of what is published.

use serde_json::{Map, Value, json};

use crate::report::encode;
use crate::rules::catalog;

pub use crate::report::json::schema as output;

/// What a `consentlint.toml` can name.
pub struct Names<'a> {
    /// The profiles.
    pub profiles: &'a [&'a str],
    /// The weights.
    pub levels: &'a [&'a str],
    /// What a scope can give.
    pub grants: &'a [&'a str],
    /// The APIs that another one can be like.
    pub apis: &'a [&'a str],
}

/// The schema of `consentlint.toml`, for editors.
#[must_use]
pub fn config(names: &Names<'_>) -> String {
    let Names { profiles, levels, grants, apis } = names;
    let level = |text: &str| json!({ "description": text, "enum": levels });
    let rules: Map<String, Value> =
        catalog::pages().map(|page| (page.id.0.to_owned(), level(&page.title.en))).collect();
    let properties = json!({
        "profiles": list(&json!({ "enum": profiles }), "The wallets that the program is for."),
        "rules": {
            "description": "The weights of rules, where they are not those of their pages.",
            "type": "object",
            "properties": rules,
            "additionalProperties": false
        },
        "scopes": table(&scope(grants), "Scopes that the wallets' documents do not name."),
        "apis": table(&json!({ "enum": apis }), "APIs and the known ones that do the same."),
        "components": list(&component(), "Components of libraries."),
        "purposes": table(
            &json!({ "type": "string", "pattern": "\\S" }),
            "What the program asks for sensitive scopes for."
        )
    });
    encode::pretty(&json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "consentlint.toml",
        "description": "The configuration of consentlint.",
        "type": "object",
        "properties": properties,
        "additionalProperties": false
    }))
}

fn scope(grants: &[&str]) -> Value {
    json!({
        "type": "object",
        "properties": {
            "asks": { "description": "Whether the user is asked.", "type": "boolean" },
            "gives": list(&json!({ "enum": grants }), "What the program learns.")
        },
        "additionalProperties": false
    })
}

fn component() -> Value {
    let text = |text: &str| json!({ "description": text, "type": "string", "minLength": 1 });
    let names = |text: &str| list(&json!({ "type": "string" }), text);
    json!({
        "type": "object",
        "properties": {
            "library": text("A part of their path in `usingComponents`."),
            "names": names("Their names: later parts of the path."),
            "modal": text("The property that opens them, if they lie over the page."),
            "auth-button": {
                "description": "Whether they hand `open-type`, `scope` and events on to a button.",
                "type": "boolean"
            },
            "checked": names("The attributes by which they start checked.")
        },
        "required": ["library", "names"],
        "anyOf": [
            { "required": ["modal"] },
            { "required": ["auth-button"] },
            { "required": ["checked"] }
        ],
        "additionalProperties": false
    })
}

fn list(items: &Value, text: &str) -> Value {
    json!({ "description": text, "type": "array", "items": items })
}

fn table(values: &Value, text: &str) -> Value {
    json!({ "description": text, "type": "object", "additionalProperties": values })
}
