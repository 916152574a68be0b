//! What a `consentlint.toml` may say, as data.
//!
//! The reader, its messages, the JSON Schema and `consentlint init` follow these tables. A new
//! key is a [`Key`] here and a field of [`Settings`](super::Settings).

use super::{FailOn, Level, extension};
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
    /// Text that is not blank.
    Text,
    /// A list of such texts.
    Texts,
    /// True or false.
    Flag,
    /// A list of globs; they are seen from the folder of the configuration.
    Globs,
    /// A relative path to a TOML file.
    File,
    /// A table from rules to levels.
    Levels,
    /// A table with these keys.
    Table(&'static [Key]),
    /// A table from names of the user's own to values.
    Map(&'static Entry),
    /// Any number of tables with these keys, of some of which each has one at least.
    Tables(&'static [Key], &'static [&'static str]),
}

/// A value below a name of the user's own.
pub struct Entry {
    /// What it is called: "`noun` is".
    pub noun: &'static str,
    /// What it is.
    pub is: &'static str,
    /// What it looks like.
    pub shape: Shape,
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
        shape: Shape::Tables(OVERRIDE, &[]),
        example: "paths = [\"pages/legacy\"]\nrules.unreached-call = \"off\"",
    },
    Key {
        name: "purposes",
        about: "what the program asks for sensitive scopes for",
        is: "a table of texts by scope",
        is_required: false,
        shape: Shape::Map(&extension::PURPOSE),
        example: "USER_NAME = \"the name on the ticket\"",
    },
    Key {
        name: "scopes",
        about: "scopes that a wallet has beyond its documents, or that differ from them",
        is: "a table of tables by scope",
        is_required: false,
        shape: Shape::Map(&extension::SCOPE),
        example: "LOYALTY_ID = { asks = false, gives = [\"identity\"] }",
    },
    Key {
        name: "apis",
        about: "APIs that a wallet has beyond its documents, each with a known one that does the \
                same; \"none\" for one that it lacks",
        is: "a table of names by API",
        is_required: false,
        shape: Shape::Map(&extension::API),
        example: "getMemberCard = \"getOpenUserInfo\"",
    },
    Key {
        name: "components",
        about: "components of a library: modals, authorize buttons, checkboxes",
        is: "written `[[components]]`, with `library` and `names`",
        is_required: false,
        shape: Shape::Tables(extension::COMPONENT, extension::ROLES),
        example: "library = \"@acme/kit\"\nnames = [\"Sheet\"]\nmodal = \"open\"",
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
