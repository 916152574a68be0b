//! The JSON Schema of `consentlint.toml`, for editors.

use serde_json::{Map, Value, json};

use crate::config::Level;
use crate::config::shape::{KEYS, Key, Shape};
use crate::rules::catalog;
use crate::rules::catalog::Lang;

/// The schema, in the draft that editors of TOML read, with a final line break.
#[must_use]
pub fn render() -> String {
    let mut schema = table(KEYS);
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["title"] = json!("consentlint.toml");
    schema["definitions"] = json!({ "level": { "enum": Level::NAMES }, "levels": levels() });
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

fn table(keys: &[Key]) -> Value {
    let properties: Map<String, Value> =
        keys.iter().map(|key| (key.name.to_owned(), property(key))).collect();
    let required = keys.iter().filter(|key| key.is_required).map(|key| key.name);
    json!({
        "type": "object",
        "properties": properties,
        "required": required.collect::<Vec<_>>(),
        "additionalProperties": false,
    })
}

fn property(key: &Key) -> Value {
    let mut value = match &key.shape {
        Shape::Name(names) => json!({ "enum": (names.all)() }),
        Shape::Names(names) => list(json!({ "enum": (names.all)() })),
        Shape::Globs => list(json!({ "type": "string", "minLength": 1 })),
        Shape::File => json!({ "type": "string", "pattern": "\\.toml$" }),
        Shape::Levels => json!({ "allOf": [{ "$ref": "#/definitions/levels" }] }),
        Shape::Tables(keys) => list(table(keys)),
    };
    value["description"] = json!(key.about);
    value
}

fn list(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}

/// A rule that does not exist may only be switched off.
fn levels() -> Value {
    let rule = |page: &catalog::Page| {
        let title = page.title.get(Lang::En);
        let description = format!("{title}; {} by default", page.severity.as_str());
        let level = json!({ "$ref": "#/definitions/level" });
        (page.id.0.to_owned(), json!({ "description": description, "allOf": [level] }))
    };
    json!({
        "type": "object",
        "properties": catalog::pages().map(rule).collect::<Map<_, _>>(),
        "additionalProperties": { "const": "off" },
    })
}
