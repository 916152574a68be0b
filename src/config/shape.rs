//! What a `consentlint.toml` may say, as data.
//!
//! The reader, its messages, the JSON Schema and `consentlint init` follow these tables. A new
//! key is a [`Key`] here and a field of [`Settings`](super::Settings).

use super::{FailOn, Level};
use crate::platform::Platform;

/// A key of a table.
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What it says, in a sentence without a dot, lower case.
    pub about: &'static str,
    /// What its value is, behind "`name` is".
    pub is: &'static str,
    /// Whether the table makes no sense without it.
    pub is_required: bool,
    /// What its value looks like.
    pub shape: Shape,
    /// A value as `init` shows it, for a table its lines.
    pub example: &'static str,
}

/// What a value looks like.
pub enum Shape {
    /// One of some names.
    Name(Names),
    /// A list of names.
    Names(Names),
    /// A list of globs; they are seen from the folder of the configuration.
    Globs,
    /// A relative path to a TOML file.
    File,
    /// A table from rules to levels.
    Levels,
    /// Any number of tables with these keys.
    Tables(&'static [Key]),
}

/// Names of one kind.
pub struct Names {
    /// What one of them is called: "unknown `noun`".
    pub noun: &'static str,
    /// All of them.
    pub all: fn() -> Vec<&'static str>,
}

/// The keys at the top.
pub const KEYS: &[Key] = &[
    Key {
        name: "extends",
        about: "another configuration that this one builds on, from the folder of this file",
        is: "a path in quotes",
        is_required: false,
        shape: Shape::File,
        example: "\"../consentlint.base.toml\"",
    },
    Key {
        name: "profiles",
        about: "the wallets the program is for",
        is: "a list of names",
        is_required: false,
        shape: Shape::Names(Names { noun: "profile", all: profiles }),
        example: "[\"alipay\", \"alipay-plus\"]",
    },
    Key {
        name: "exclude",
        about: "files and folders that are not reported on, from the folder of this file",
        is: "a list of globs",
        is_required: false,
        shape: Shape::Globs,
        example: "[\"dist\", \"**/*.generated.js\"]",
    },
    Key {
        name: "fail-on",
        about: "the least weight that makes the exit code 1: error, warning, info, never",
        is: "one of \"error\", \"warning\", \"info\", \"never\"",
        is_required: false,
        shape: Shape::Name(Names { noun: "level", all: fail_on }),
        example: "\"error\"",
    },
    Key {
        name: "rules",
        about: "other weights for rules: error, warning, info, off",
        is: "a table of levels by rule",
        is_required: false,
        shape: Shape::Levels,
        example: "user-info-beside-phone = \"info\"",
    },
    Key {
        name: "overrides",
        about: "other weights for some files; the last one that names a rule counts",
        is: "written `[[overrides]]`, with `paths` and `rules`",
        is_required: false,
        shape: Shape::Tables(OVERRIDE),
        example: "paths = [\"pages/legacy\"]\nrules.unreached-call = \"off\"",
    },
];

/// The keys of an override.
pub const OVERRIDE: &[Key] = &[
    Key {
        name: "paths",
        about: "files and folders, from the folder of this file",
        is: "a list of globs",
        is_required: true,
        shape: Shape::Globs,
        example: "[\"pages/legacy\"]",
    },
    Key {
        name: "rules",
        about: "the weights there: error, warning, info, off",
        is: "a table of levels by rule",
        is_required: true,
        shape: Shape::Levels,
        example: "unreached-call = \"off\"",
    },
];

fn profiles() -> Vec<&'static str> {
    Platform::profile_names().collect()
}

fn fail_on() -> Vec<&'static str> {
    FailOn::NAMES.to_vec()
}

/// The names of levels.
pub(super) fn levels() -> Vec<&'static str> {
    Level::NAMES.to_vec()
}
