//! What texts have by themselves.

const TEXT_MEMBERS: &[&str] = &[
    "at",
    "charAt",
    "charCodeAt",
    "codePointAt",
    "concat",
    "constructor",
    "endsWith",
    "includes",
    "indexOf",
    "lastIndexOf",
    "length",
    "localeCompare",
    "match",
    "matchAll",
    "normalize",
    "padEnd",
    "padStart",
    "repeat",
    "replace",
    "replaceAll",
    "search",
    "slice",
    "split",
    "startsWith",
    "substr",
    "substring",
    "toLowerCase",
    "toString",
    "toUpperCase",
    "trim",
    "trimEnd",
    "trimStart",
    "valueOf",
];

/// Those whose names objects of programs give to other things, too.
const COMMON: &[&str] = &["at", "normalize", "repeat", "replace", "replaceAll", "search"];

/// Whether texts have a member `name`.
#[must_use]
pub fn is_text_member(name: &str) -> bool {
    TEXT_MEMBERS.contains(&name)
}

/// Whether `name` is a method that only reads a text or a list, whatever object it is called on.
pub(in crate::semantic) fn only_reads(name: &str) -> bool {
    is_text_member(name) && !COMMON.contains(&name)
}
