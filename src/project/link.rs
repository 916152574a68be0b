//! Files in, linked program out.

use std::collections::BTreeMap;

use crate::platform::{Components, is_bundle, is_library_path, is_minified};
use crate::project::index::{Index, Roots};
use crate::project::manifest::{self, Manifest};
use crate::project::resolve::{self, Site, Wanted};
use crate::project::{Project, Resolution, Root, Unit, UnitId, file_of, units};
use crate::source::{FileId, RelPath};
use crate::syntax::{File, axml};

/// Links `files`; a file's id is its index.
#[must_use]
pub fn link(files: &[File]) -> Project {
    let index = Index::new(files);
    let manifests = manifest::read_all(&index);
    let mut all: Vec<Root> = manifests.iter().map(|it| root(&index, it)).collect();
    let roots = Roots::new(&all);
    let (modules, templates) = (modules(&index, &roots), templates(&index, &roots));
    let imported = templates.values().filter_map(|to| file_of(Some(to))).collect();
    let units = units::find(&index, &roots, &manifests, &imported);
    for (root, manifest) in all.iter_mut().zip(&manifests) {
        name_units(root, manifest, &units);
    }
    let libraries = libraries(files, &units);
    Project { roots: all, units, known: Components::default(), libraries, modules, templates }
}

/// Which files are packages, runtimes or shims; the script of a unit may be bundled and minified.
fn libraries(files: &[File], units: &[Unit]) -> Vec<bool> {
    let is_known = |file: &File| {
        let path = file.path.as_str();
        let is_made = || is_bundle(path, &file.text) || is_minified(&file.text);
        is_library_path(path) || file.script().is_some() && is_made()
    };
    let mut libraries: Vec<bool> = files.iter().map(is_known).collect();
    for script in units.iter().filter_map(|unit| unit.script) {
        libraries[script.index()] = is_library_path(files[script.index()].path.as_str());
    }
    libraries
}

fn root(index: &Index<'_>, manifest: &Manifest) -> Root {
    let main = manifest.main.as_ref().and_then(|main| {
        resolve::endings(main, Wanted::Module).find_map(|path| index.find(path.as_str()))
    });
    let is_worker = |file: &File| {
        let folder = manifest.workers.as_ref();
        file.script().is_some() && folder.is_some_and(|folder| file.path.is_below(folder))
    };
    let workers = index.entries().filter(|(_, file)| is_worker(file)).map(|(id, _)| id);
    Root {
        folder: manifest.folder.clone(),
        manifest: manifest.file,
        is_plugin: manifest.is_plugin,
        app: None,
        pages: Vec::new(),
        first_page: None,
        tabs: Vec::new(),
        components: Vec::new(),
        lazy: manifest.lazy,
        aliases: manifest.aliases.clone(),
        main,
        workers: workers.collect(),
    }
}

fn name_units(root: &mut Root, manifest: &Manifest, units: &[Unit]) {
    let unit = |path: &RelPath| {
        let at = units.binary_search_by(|unit| unit.path.cmp(path)).ok()?;
        Some(UnitId(at as u32))
    };
    root.app = if root.is_plugin { None } else { unit(&root.folder.join("app")) };
    root.pages = manifest.pages.iter().filter_map(|(path, at)| Some((unit(path)?, *at))).collect();
    root.first_page = manifest.first_page.as_ref().and_then(|(path, at)| Some((unit(path)?, *at)));
    root.tabs = manifest.tabs.iter().filter_map(unit).collect();
    root.components = manifest.components.iter().filter_map(unit).collect();
}

fn modules(index: &Index<'_>, roots: &Roots<'_>) -> BTreeMap<(FileId, String), Resolution> {
    let mut modules = BTreeMap::new();
    for (id, file) in index.entries() {
        let Some(script) = file.script() else { continue };
        let references = script.references.iter().map(|(name, _)| script.name(*name));
        resolve_all(index, roots, id, references, Wanted::Module, &mut modules);
    }
    modules
}

fn templates(index: &Index<'_>, roots: &Roots<'_>) -> BTreeMap<(FileId, String), Resolution> {
    let mut templates = BTreeMap::new();
    for (id, file) in index.entries() {
        let Some(template) = file.template() else { continue };
        let references = template_references(template);
        resolve_all(index, roots, id, references, Wanted::Template, &mut templates);
    }
    templates
}

fn resolve_all<'a>(
    index: &Index<'_>,
    roots: &Roots<'_>,
    file: FileId,
    references: impl Iterator<Item = &'a str>,
    wanted: Wanted,
    found: &mut BTreeMap<(FileId, String), Resolution>,
) {
    let path = &index.file(file).path;
    let folder = path.parent();
    let root = roots.above(path).and_then(|id| roots.get(id));
    for reference in references {
        let target = resolve::file(index, Site { folder: &folder, root }, reference, wanted);
        let resolution = target.map_or(Resolution::Unread, Resolution::File);
        found.insert((file, reference.to_owned()), resolution);
    }
}

/// The constant paths of `import`, `include` and `import-sjs`.
pub(super) fn template_references(template: &axml::Template) -> impl Iterator<Item = &str> {
    template.elements().filter_map(|(_, element)| {
        let attribute = match element.name.as_str() {
            "import" | "include" => "src",
            "import-sjs" => "from",
            _ => return None,
        };
        element.attribute(attribute)?.value.as_ref()?.literal()
    })
}
