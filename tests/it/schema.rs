//! The part of JSON Schema that our schemas use.

use serde_json::Value;

/// Whether `value` is as `schema`, a part of `whole`, says.
pub(crate) fn is_valid(value: &Value, schema: &Value, whole: &Value) -> bool {
    let Value::Object(keywords) = schema else { return schema != &Value::Bool(false) };
    keywords.iter().all(|(keyword, want)| match keyword.as_str() {
        "$ref" => {
            let pointer = want.as_str().and_then(|it| it.strip_prefix('#')).expect("a pointer");
            is_valid(value, whole.pointer(pointer).expect("a definition"), whole)
        }
        "allOf" => items(want).iter().all(|schema| is_valid(value, schema, whole)),
        "anyOf" => items(want).iter().any(|schema| is_valid(value, schema, whole)),
        "enum" => items(want).contains(value),
        "const" => want == value,
        "type" => {
            let is = [value.is_object(), value.is_array(), value.is_string(), value.is_boolean()];
            let at = ["object", "array", "string", "boolean"].iter().position(|it| want == it);
            is[at.expect("a known type")]
        }
        "minItems" => !items(value).is_empty(),
        "pattern" if want == "\\S" => value.as_str().is_none_or(|it| !it.trim().is_empty()),
        "pattern" => value.as_str().is_none_or(|text| text.ends_with(".toml")),
        "items" => items(value).iter().all(|item| is_valid(item, want, whole)),
        "required" => {
            items(want).iter().all(|name| value.get(name.as_str().expect("a name")).is_some())
        }
        "properties" => members(want).all(|(name, schema)| {
            value.get(name).is_none_or(|value| is_valid(value, schema, whole))
        }),
        "additionalProperties" => {
            let known = &schema["properties"];
            let others = members(value).filter(|(name, _)| known.get(name).is_none());
            others.into_iter().all(|(_, value)| is_valid(value, want, whole))
        }
        known => {
            assert!(["$schema", "title", "description", "definitions"].contains(&known), "{known}");
            true
        }
    })
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}
