//! What `app.json`, `plugin.json` and `mini.project.json` say.

use std::collections::BTreeMap;

use crate::project::index::{self, Index, upwards};
use crate::source::{FileId, FileSpan, RelPath};
use crate::syntax::json::Value;

/// What the manifest of one root says.
pub(super) struct Manifest {
    /// The root's folder.
    pub(super) folder: RelPath,
    /// The manifest.
    pub(super) file: FileId,
    /// Whether it is a plugin's.
    pub(super) is_plugin: bool,
    /// The pages in order, sub-packages' last, each once: path without ending, and place.
    pub(super) pages: Vec<(RelPath, FileSpan)>,
    /// The page it starts with.
    pub(super) first_page: Option<(RelPath, FileSpan)>,
    /// The pages of the tab bar.
    pub(super) tabs: Vec<RelPath>,
    /// The components it names itself: a plugin's public ones, a tab bar of the program's own.
    pub(super) components: Vec<RelPath>,
    /// Whether only the first screen's modules run at the launch.
    pub(super) lazy: bool,
    /// `resolveAlias`: folders by prefix.
    pub(super) aliases: BTreeMap<String, String>,
    /// A plugin's `main`, without ending.
    pub(super) main: Option<RelPath>,
    /// The folder of the workers.
    pub(super) workers: Option<RelPath>,
}

/// The manifests of all mini programs and plugins, by folder, a program's before a plugin's.
pub(super) fn read_all(index: &Index<'_>) -> Vec<Manifest> {
    let mut manifests: Vec<Manifest> =
        index.entries().filter_map(|(file, _)| read(index, file)).collect();
    manifests.sort_by(|a, b| (&a.folder, a.is_plugin).cmp(&(&b.folder, b.is_plugin)));
    manifests
}

/// The manifest `file`, if it is one.
pub(super) fn read(index: &Index<'_>, file: FileId) -> Option<Manifest> {
    let path = &index.file(file).path;
    let is_plugin = match path.file_name() {
        "app.json" => false,
        "plugin.json" => true,
        _ => return None,
    };
    let value = index.file(file).json()?;
    let folder = path.parent();
    let is_manifest = if is_plugin { is_plugin_json(value) } else { is_app_json(value) };
    if index::is_in_package(path) || !(is_manifest || is_broken(index, file, &folder)) {
        return None;
    }
    let reader = Reader { file, folder: &folder };
    Some(Manifest {
        file,
        is_plugin,
        pages: reader.pages(value),
        first_page: if is_plugin { None } else { reader.first_page(value) },
        tabs: reader.tabs(value),
        components: reader.components(value),
        lazy: matches!(
            value.get("lazyCodeLoading").and_then(Value::as_str),
            Some("requiredComponents" | "renderedComponents")
        ),
        aliases: aliases(index, &folder),
        main: value.get("main").filter(|_| is_plugin).and_then(|main| reader.path(main)),
        workers: value
            .get("workers")
            .filter(|_| !is_plugin)
            .and_then(|it| reader.path(it))
            .filter(|it| *it != folder),
        folder,
    })
}

/// Other tools have files called `app.json` too.
fn is_app_json(value: &Value) -> bool {
    ["pages", "subPackages", "subpackages"].iter().any(|key| value.get(key).is_some_and(is_array))
}

fn is_plugin_json(value: &Value) -> bool {
    ["publicComponents", "publicPages", "pages", "main"].iter().any(|key| value.get(key).is_some())
}

/// Whether nothing in an `app.json` tells what it is, beside a script of an app: it is broken, or
/// empty where templates are.
fn is_broken(index: &Index<'_>, file: FileId, folder: &RelPath) -> bool {
    let manifest = index.file(file);
    let is_empty = || {
        let mut files = index.files.iter();
        manifest.json().is_some_and(|value| value.members().is_empty())
            && files.any(|file| file.template().is_some() && file.path.is_below(folder))
    };
    index.triple(&folder.join("app")).script.is_some()
        && (!manifest.parsed.problems.is_empty() || is_empty())
}

fn is_array(value: &Value) -> bool {
    matches!(value.kind, crate::syntax::json::ValueKind::Array(_))
}

struct Reader<'a> {
    file: FileId,
    folder: &'a RelPath,
}

impl Reader<'_> {
    /// The path that the string `value` names, without ending and query.
    fn path(&self, value: &Value) -> Option<RelPath> {
        named(self.folder, value.as_str()?)
    }

    fn place(&self, value: &Value) -> FileSpan {
        FileSpan::new(self.file, value.span)
    }

    fn pages(&self, value: &Value) -> Vec<(RelPath, FileSpan)> {
        let main = value.get("pages").map_or(&[][..], Value::items).iter();
        let public = value.get("publicPages").map_or(&[][..], Value::members).iter();
        let mut pages: Vec<_> = main
            .chain(public.map(|member| &member.value))
            .filter_map(|page| Some((self.path(page)?, self.place(page))))
            .collect();
        for key in ["subPackages", "subpackages"] {
            for package in value.get(key).map_or(&[][..], Value::items) {
                let root = package.get("root").and_then(Value::as_str).unwrap_or("");
                let folder = self.folder.join(root);
                pages.extend(
                    package.get("pages").map_or(&[][..], Value::items).iter().filter_map(|page| {
                        Some((named(&folder, page.as_str()?)?, self.place(page)))
                    }),
                );
            }
        }
        let mut seen = std::collections::BTreeSet::new();
        pages.retain(|(path, _)| seen.insert(path.clone()));
        pages
    }

    fn first_page(&self, value: &Value) -> Option<(RelPath, FileSpan)> {
        let entry = value.get("entryPagePath").filter(|entry| self.path(entry).is_some());
        let first = entry.or_else(|| value.get("pages")?.items().first())?;
        Some((self.path(first)?, self.place(first)))
    }

    fn tabs(&self, value: &Value) -> Vec<RelPath> {
        let bar = value.get("tabBar");
        let list = |key| bar.and_then(|bar| bar.get(key)).map_or(&[][..], Value::items);
        let tabs = list("items").iter().chain(list("list"));
        tabs.filter_map(|tab| self.path(tab.get("pagePath")?)).collect()
    }

    fn components(&self, value: &Value) -> Vec<RelPath> {
        let public = value.get("publicComponents").map_or(&[][..], Value::members).iter();
        let has_own_bar = ["customize", "custom"].iter().any(|key| {
            value.get("tabBar").and_then(|bar| bar.get(key)).and_then(Value::as_bool) == Some(true)
        });
        let bar = has_own_bar.then(|| self.folder.join("customize-tab-bar/index"));
        public.filter_map(|member| self.path(&member.value)).chain(bar).collect()
    }
}

/// The path that `name` names in `folder`, without ending and query.
fn named(folder: &RelPath, name: &str) -> Option<RelPath> {
    let name = name.split_once('?').map_or(name, |(path, _)| path).trim();
    (!name.is_empty()).then(|| index::stem(&folder.join(name)))
}

/// The aliases of the nearest `mini.project.json` that is this root's. Their targets are
/// relative to that file.
fn aliases(index: &Index<'_>, root: &RelPath) -> BTreeMap<String, String> {
    let project = upwards(root).find_map(|folder| {
        let value = index.json(&folder.join("mini.project.json"))?;
        let names_root = |key: &str| {
            value.get(key).and_then(Value::as_str).is_some_and(|path| folder.join(path) == *root)
        };
        (folder == *root || names_root("miniprogramRoot") || names_root("pluginRoot"))
            .then_some((folder, value))
    });
    let Some((folder, value)) = project else { return BTreeMap::new() };
    let entries = value.get("compileOptions").and_then(|options| options.get("resolveAlias"));
    entries
        .map_or(&[][..], Value::members)
        .iter()
        .filter_map(|member| {
            let target = member.value.as_str()?;
            let target = folder.join(target.strip_suffix('*').unwrap_or(target));
            let prefix = member.key.strip_suffix('*').unwrap_or(&member.key);
            (!prefix.is_empty()).then(|| (prefix.to_owned(), target.as_str().to_owned()))
        })
        .collect()
}
