//! Code that is none of the program's own, from `rules/data/libraries.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

const TEXT: &str = include_str!("../../rules/data/libraries.toml");

static TABLE: LazyLock<Table> = LazyLock::new(|| toml::from_str(TEXT).unwrap_or_default());

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    folders: Vec<String>,
    files: Vec<String>,
    bundles: Vec<String>,
    marks: Vec<String>,
    bundle_bytes: usize,
    minified_bytes: usize,
    minified_line: usize,
    relays: Vec<Relay>,
    toolkits: Vec<Toolkit>,
    normalizer: Vec<String>,
    package_texts: Vec<String>,
    unsubscribing: Vec<String>,
}

/// A framework whose programs reach the wallet through an object of its own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Toolkit {
    object: String,
    packages: Vec<String>,
    /// What its runtime exports to register apps, pages and components.
    #[serde(default)]
    exports: Vec<String>,
    /// What members of answers are called there, each with its name in the wallet.
    answers: BTreeMap<String, String>,
    /// The APIs of the wallet that have another name there.
    #[serde(default)]
    apis: BTreeMap<String, Renamed>,
}

/// An API of the wallet that has another name in a toolkit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Renamed {
    api: String,
    /// What members of its answer are called there, each with its name in the wallet.
    answers: BTreeMap<String, String>,
}

/// A handler that runs other functions of the program.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relay {
    handler: String,
    /// The attribute that lists events and methods.
    #[serde(default)]
    pub list: Option<String>,
    /// What the attributes that name a method begin with; the event in lower case follows.
    #[serde(default)]
    pub prefix: Option<String>,
}

/// The handler of a compiled program that `handler` is.
#[must_use]
pub fn relay(handler: &str) -> Option<&'static Relay> {
    TABLE.relays.iter().find(|relay| relay.handler == handler)
}

/// Whether `name` is the object through which programs of a framework reach the wallet: `uni`.
#[must_use]
pub fn is_toolkit(name: &str) -> bool {
    TABLE.toolkits.iter().any(|it| it.object == name)
}

/// The API of the wallet that the member `name` of the toolkit's object `object` is under another name.
#[must_use]
pub fn renamed(object: &str, name: &str) -> Option<&'static str> {
    let toolkit = TABLE.toolkits.iter().find(|it| it.object == object)?;
    toolkit.apis.get(name).map(|it| it.api.as_str())
}

/// The API of the wallet that some toolkit calls `name`.
#[must_use]
pub fn renamed_by_any(name: &str) -> Option<&'static str> {
    let mut toolkits = TABLE.toolkits.iter();
    toolkits.find_map(|it| it.apis.get(name)).map(|it| it.api.as_str())
}

/// Whether `name` is what some toolkit exports to register apps, pages or components.
#[must_use]
pub fn is_registrar(name: &str) -> bool {
    TABLE.toolkits.iter().any(|toolkit| toolkit.exports.iter().any(|it| it == name))
}

/// Whether a program that has the name or text `name` in it may be built with a toolkit: it is the
/// toolkit's object or package, or registers something with it.
#[must_use]
pub fn tells_toolkit(name: &str) -> bool {
    is_toolkit(name) || toolkit(name).is_some() || is_registrar(name)
}

/// The member of what `api` answers that a toolkit calls `member`.
#[must_use]
pub fn renamed_answer(api: &str, member: &str) -> Option<&'static str> {
    let mut renamed = TABLE.toolkits.iter().flat_map(|it| it.apis.values());
    let found = renamed.find_map(|it| it.answers.get(member).filter(|_| it.api == api));
    found.map(String::as_str)
}

/// The object that `package` exports and through which programs reach the wallet.
#[must_use]
pub fn toolkit(package: &str) -> Option<&'static str> {
    let mut toolkits = TABLE.toolkits.iter();
    let found = toolkits.find(|it| it.packages.iter().any(|name| name == package));
    found.map(|it| it.object.as_str())
}

/// The object of the toolkit whose runtime names all of its exports among `named`.
#[must_use]
pub fn toolkit_exporting<'a>(named: impl Iterator<Item = &'a str> + Clone) -> Option<&'static str> {
    let mut toolkits = TABLE.toolkits.iter();
    toolkits.find(|it| has_all(named.clone(), &it.exports)).map(|it| it.object.as_str())
}

/// Whether there are `wanted` names, and all of them among `named`.
fn has_all<'a>(named: impl Iterator<Item = &'a str>, wanted: &[String]) -> bool {
    let found: BTreeSet<&str> = named.filter(|name| wanted.iter().any(|it| it == name)).collect();
    !wanted.is_empty() && found.len() == wanted.len()
}

/// What the runtime of the toolkit with the object `object` exports to register apps, pages and components.
pub fn registrars(object: &str) -> impl Iterator<Item = &'static str> {
    let toolkits = TABLE.toolkits.iter().filter(move |it| it.object == object);
    toolkits.flat_map(|it| &it.exports).map(String::as_str)
}

/// Whether `named`, what a module writes, is what vue-loader's normalizer of components does.
#[must_use]
pub fn is_normalizer<'a>(named: impl Iterator<Item = &'a str>) -> bool {
    has_all(named, &TABLE.normalizer)
}

/// Whether only a package, though it reaches the wallet by itself, has `text` in it.
#[must_use]
pub fn tells_package(text: &str) -> bool {
    TABLE.package_texts.iter().any(|it| text.contains(it.as_str()))
}

/// The member of an answer that `member` is where a toolkit hands it on: under another name, or second
/// after an error.
#[must_use]
pub fn answered(member: &str) -> &str {
    let member = member.strip_prefix("1.").unwrap_or(member);
    let mut toolkits = TABLE.toolkits.iter();
    toolkits.find_map(|it| it.answers.get(member)).map_or(member, String::as_str)
}

/// Whether `path` lies in a folder of packages or of a converter's shim.
#[must_use]
pub fn is_library_path(path: &str) -> bool {
    let folders = path.rsplit_once('/').map_or("", |it| it.0);
    folders.split('/').any(|part| TABLE.folders.iter().any(|it| it == part))
}

/// Whether the script at `path` is what a build makes of packages and of its own loader.
#[must_use]
pub fn is_bundle(path: &str, text: &str) -> bool {
    let name = path.rsplit_once('/').map_or(path, |it| it.1);
    let has_mark = || {
        text.len() > TABLE.bundle_bytes || TABLE.marks.iter().any(|it| text.contains(it.as_str()))
    };
    TABLE.files.iter().any(|it| it == name)
        || TABLE.bundles.iter().any(|it| it == name) && has_mark()
}

/// Whether `text` is that of a minified package.
#[must_use]
pub fn is_minified(text: &str) -> bool {
    let lines = || text.bytes().filter(|byte| *byte == b'\n').count() + 1;
    text.len() > TABLE.minified_bytes && text.len() / lines() > TABLE.minified_line
}

/// Whether the method `name` of code that was not read only takes a function back: `off`, `offShow`.
#[must_use]
pub fn unsubscribes(name: &str) -> bool {
    let event = name.strip_prefix("off").and_then(|event| event.chars().next());
    event.is_some_and(char::is_uppercase) || TABLE.unsubscribing.iter().any(|it| it == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libraries_are_known_by_their_place() {
        let table: Table = toml::from_str(TEXT).unwrap_or_else(|error| panic!("{error}"));
        assert!(table.minified_bytes > 0 && table.minified_line > 0);
        for (path, want) in [
            ("node_modules/a/index.js", true),
            ("src/__antmove/api/my.js", true),
            ("pages/vendor/vendor.axml", false),
            ("utils/my_node_modules.js", false),
            ("pages/index/index.js", false),
        ] {
            assert_eq!(is_library_path(path), want, "{path}");
        }
    }

    #[test]
    fn toolkits_are_known_by_their_object_and_package() {
        assert!(is_toolkit("uni") && !is_toolkit("my"));
        assert_eq!(toolkit("@tarojs/taro"), Some("Taro"));
        assert_eq!(toolkit("@tarojs/components"), None);
        assert_eq!(answered("1.tapIndex"), "index");
        assert_eq!(answered("confirm"), "confirm");
    }

    #[test]
    fn bundles_are_known_by_their_name_and_text() {
        let loader = "(my['webpackJsonp'] = my['webpackJsonp'] || []).push([])";
        for (path, text, want) in [
            ("mor.v.js", "", true),
            ("common/vendor.js", loader, true),
            ("pages/vendor/vendor.js", "Page({})", false),
            ("utils/runtime.js", "export const seconds = 1;", false),
            ("pages/index/index.js", loader, false),
        ] {
            assert_eq!(is_bundle(path, text), want, "{path}");
        }
    }

    #[test]
    fn minified_text_has_long_lines() {
        assert!(is_minified(&"var a=1;".repeat(2000)));
        assert!(!is_minified(&"var a = 1;\n".repeat(2000)));
        assert!(!is_minified("var a=1"));
    }
}
