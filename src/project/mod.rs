//! Files linked into programs: roots, pages, components, modules. Total.

mod index;
mod link;
mod loose;
mod manifest;
mod resolve;
mod units;
mod wanted;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::platform::Components;
use crate::source::{FileId, FileSpan, RelPath};

pub(crate) use index::is_in_package;
pub use link::link;
pub use wanted::{imported, leading_to, reached, reached_from, wanted};

/// A unit of one [`Project`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId(pub u32);

/// A root of one [`Project`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RootId(pub u32);

/// All that was found, linked.
#[derive(Clone, Debug, Default)]
pub struct Project {
    /// The mini programs and plugins, by path.
    pub roots: Vec<Root>,
    /// Apps, pages and components, by path.
    pub units: Vec<Unit>,
    /// The components that mean something.
    pub known: Components,
    /// Whether each file is none of the program's own code.
    pub libraries: Vec<bool>,
    /// What module references name: by file and text of the reference.
    pub modules: BTreeMap<(FileId, String), Resolution>,
    /// What `import`, `include` and `import-sjs` of templates name: by file and text of `src`/`from`.
    pub templates: BTreeMap<(FileId, String), Resolution>,
}

/// A folder with `app.json` or `plugin.json`.
#[derive(Clone, Debug)]
pub struct Root {
    /// The folder.
    pub folder: RelPath,
    /// `app.json` or `plugin.json`.
    pub manifest: FileId,
    /// Whether it is a plugin.
    pub is_plugin: bool,
    /// The app, if there is a script for it.
    pub app: Option<UnitId>,
    /// The registered pages in order, sub-packages' last, each once, with the place in the manifest that names it.
    pub pages: Vec<(UnitId, FileSpan)>,
    /// The page the program starts with: `entryPagePath`, else `pages[0]`; with the place that says so.
    pub first_page: Option<(UnitId, FileSpan)>,
    /// The pages that the tab bar leads to.
    pub tabs: Vec<UnitId>,
    /// The components that the manifest names itself: a plugin's public ones, a tab bar of the program's own.
    pub components: Vec<UnitId>,
    /// Whether only the first screen's modules run at the launch (`lazyCodeLoading`, E41).
    pub lazy: bool,
    /// `resolveAlias`: folders by prefix.
    pub aliases: BTreeMap<String, String>,
    /// A plugin's `main` and what it exports.
    pub main: Option<FileId>,
    /// The scripts in the folder of workers, which run beside the program.
    pub workers: Vec<FileId>,
}

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKind {
    /// `app.js`.
    App,
    /// A page.
    Page,
    /// A custom component.
    Component,
}

/// A script with its template and configuration.
#[derive(Clone, Debug)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// The path without extension.
    pub path: RelPath,
    /// The root it lies below and is read for.
    pub root: Option<RootId>,
    /// Whether a manifest or a unit's `usingComponents` names it.
    pub registered: bool,
    /// Whether it lies in `node_modules`.
    pub is_library: bool,
    /// `.axml`.
    pub template: Option<FileId>,
    /// `.js` or `.ts`; with both, `.ts`.
    pub script: Option<FileId>,
    /// `.json`.
    pub config: Option<FileId>,
    /// What custom tags of its template stand for.
    pub components: BTreeMap<String, ComponentRef>,
    /// What they stand for in all units of the app.
    pub globals: Arc<BTreeMap<String, ComponentRef>>,
}

impl Unit {
    /// What the custom tag `tag` of its template stands for.
    #[must_use]
    pub fn component(&self, tag: &str) -> Option<&ComponentRef> {
        self.components.get(tag).or_else(|| self.globals.get(tag))
    }
}

/// What a custom tag stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ComponentRef {
    /// A component that was read.
    Unit(UnitId),
    /// One that was not: the path as `usingComponents` writes it.
    Unread(String),
}

/// What a reference names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// A file that was read.
    File(FileId),
    /// An npm package, plugin or file that was not read.
    Unread,
}

impl Root {
    /// The alias that `reference` begins with, prefix and folder, the longest if several do.
    ///
    /// A prefix that ends with `/` may have anything behind it.
    #[must_use]
    pub fn alias(&self, reference: &str) -> Option<(&str, &str)> {
        let slashes = reference.rmatch_indices('/').map(|(at, _)| reference.get(..=at));
        let mut prefixes = std::iter::once(Some(reference)).chain(slashes).flatten();
        let found = prefixes.find_map(|prefix| self.aliases.get_key_value(prefix));
        found.map(|(prefix, folder)| (prefix.as_str(), folder.as_str()))
    }
}

impl Project {
    /// Whether `file` is none of the program's own code.
    #[must_use]
    pub fn is_library(&self, file: FileId) -> bool {
        self.libraries.get(file.index()).copied().unwrap_or(false)
    }

    /// The unit `id`.
    #[must_use]
    pub fn unit(&self, id: UnitId) -> &Unit {
        &self.units[id.0 as usize]
    }

    /// The root `id`.
    #[must_use]
    pub fn root(&self, id: RootId) -> &Root {
        &self.roots[id.0 as usize]
    }

    /// The path of `unit` below its root, as a manifest writes it.
    #[must_use]
    pub fn path_in_root(&self, unit: UnitId) -> &str {
        self.below_root(unit, &self.unit(unit).path)
    }

    /// `path`, of a file of `unit`, below its root.
    #[must_use]
    pub fn below_root<'p>(&self, unit: UnitId, path: &'p RelPath) -> &'p str {
        let root = self.unit(unit).root.map_or("", |root| self.root(root).folder.as_str());
        let path = path.as_str();
        path.strip_prefix(root).unwrap_or(path).trim_start_matches('/')
    }

    /// All units with their ids.
    pub fn units(&self) -> impl Iterator<Item = (UnitId, &Unit)> {
        (0..).map(UnitId).zip(&self.units)
    }

    /// The file that the script reference `reference` in `file` names.
    #[must_use]
    pub fn module(&self, file: FileId, reference: &str) -> Option<FileId> {
        file_of(self.modules.get(&(file, reference.to_owned())))
    }

    /// The file that `src` of an `import` or `include` in `file` names.
    #[must_use]
    pub fn template(&self, file: FileId, reference: &str) -> Option<FileId> {
        file_of(self.templates.get(&(file, reference.to_owned())))
    }
}

fn file_of(resolution: Option<&Resolution>) -> Option<FileId> {
    match resolution? {
        Resolution::File(file) => Some(*file),
        Resolution::Unread => None,
    }
}

#[cfg(test)]
mod tests;
