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
    let mut value = of(&key.shape);
    value["description"] = json!(key.about);
    if key.is_required && value["type"] == json!("array") {
        value["minItems"] = json!(1);
    }
    value
}

fn of(shape: &Shape) -> Value {
    match shape {
        Shape::Name(names) => json!({ "enum": (names.all)() }),
        Shape::Names(names) => list(json!({ "enum": (names.all)() })),
        Shape::Text => text(),
        Shape::Texts | Shape::Globs => list(text()),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::File => json!({ "type": "string", "pattern": "\\.toml$" }),
        Shape::Levels => json!({ "allOf": [{ "$ref": "#/definitions/levels" }] }),
        Shape::Table(keys) => table(keys),
        Shape::Map(entry) => {
            json!({ "type": "object", "additionalProperties": of(&entry.shape) })
        }
        Shape::Tables(keys, one_of) => {
            let mut table = table(keys);
            if !one_of.is_empty() {
                let one = |name: &&str| json!({ "required": [name] });
                table["anyOf"] = one_of.iter().map(one).collect();
            }
            list(table)
        }
    }
}

fn text() -> Value {
    json!({ "type": "string", "pattern": "\\S" })
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
