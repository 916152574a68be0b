//! What the documents say is so: commands and their output, tables, links.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use consentlint::platform::Platform;
use consentlint::rules::catalog;

use super::{LAYERS, sources};
use crate::program;

/// The documents at the repository's root.
const DOCUMENTS: [&str; 8] = [
    "README.md",
    "CONTRIBUTING.md",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "TESTING.md",
    "VERSIONING.md",
    "BENCHMARKS.md",
];

/// Between these lines of the README stands the table of the rules.
const TABLE: (&str, &str) =
    ("<!-- rules: `BLESS=1 cargo test` writes this table -->\n", "<!-- end of rules -->\n");

/// What stands in an excerpt where lines were left out.
const LEFT_OUT: &str = "…";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn document(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_default().replace("\r\n", "\n")
}

/// All that `arguments` make the binary write, seen from the repository's root.
fn output(arguments: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_consentlint"));
    command.args(arguments.split_whitespace()).args(["--lang", "en", "--color", "never"]);
    let command = command.current_dir(root()).env_remove("GITHUB_ACTIONS");
    let output = command.output().expect("the binary runs");
    let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
    text(output.stdout) + &text(output.stderr)
}

#[test]
fn shown_commands_write_what_is_shown() {
    let mut shown = 0;
    for name in DOCUMENTS {
        let text = document(name);
        for block in text.split("\n```text\n$ consentlint ").skip(1) {
            let block = block.split("\n```").next().unwrap_or_default();
            let (command, excerpt) = block.split_once('\n').expect("a command and its output");
            let output = output(command);
            for part in excerpt.split(&format!("\n{LEFT_OUT}\n")) {
                assert!(output.contains(part), "{name}: `{command}` writes\n{output}\nnot\n{part}");
            }
            shown += 1;
        }
    }
    assert!(shown > 0);
}

#[test]
fn the_readme_lists_every_rule() {
    let mut table = "\n| rule | weight | what is wrong |\n|---|---|---|\n".to_owned();
    for page in catalog::pages() {
        let (id, weight) = (page.id.0, page.severity.as_str());
        let _ = writeln!(table, "| [`{id}`](rules/{id}.md) | {weight} | {} |", page.title.en);
    }
    let readme = document("README.md");
    let (before, rest) = readme.split_once(TABLE.0).expect("the table begins");
    let (_, after) = rest.split_once(TABLE.1).expect("the table ends");
    let want = format!("{before}{}{table}\n{}{after}", TABLE.0, TABLE.1);
    program::assert_golden(&root().join("README.md"), &want);
}

#[test]
fn the_readme_names_every_profile() {
    let readme = document("README.md");
    for name in Platform::profile_names() {
        assert!(readme.contains(&format!("`{name}`")), "`{name}` is not in the README");
    }
}

#[test]
fn the_layers_are_those_of_the_tests() {
    let architecture = document("ARCHITECTURE.md");
    for (layer, below) in LAYERS {
        let below = if below.is_empty() { "–".to_owned() } else { below.join(", ") };
        let row = format!("| `{layer}` | {below} |\n");
        assert!(architecture.contains(&row), "ARCHITECTURE.md lacks\n{row}");
    }
}

#[test]
fn the_architecture_names_what_is_there() {
    let paths: Vec<String> = sources::all().into_iter().map(|it| format!("/{}", it.path)).collect();
    let architecture = document("ARCHITECTURE.md");
    let words = || architecture.split('`');
    for name in words().filter(|word| word.ends_with(".rs") && !word.contains(' ')) {
        let is_there = paths.iter().any(|path| path.ends_with(&format!("/{name}")));
        assert!(is_there, "ARCHITECTURE.md names `{name}`, which is not there");
    }
}

/// The folders of `semantic`, in the order of the table that says what each answers.
fn folders() -> Vec<String> {
    let architecture = document("ARCHITECTURE.md");
    let (_, rows) = architecture.split_once("\n| folder |").expect("a table of folders");
    let (rows, _) = rows.split_once("\n\n").expect("the table ends");
    let cells = rows.lines().filter_map(|row| row.split('|').nth(1));
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

#[test]
fn folders_of_analyses_import_only_those_above_them() {
    let folders = folders();
    let sources = sources::all();
    for folder in &folders {
        let is_there = |path: &str| path.starts_with(&format!("src/semantic/{folder}/"));
        assert!(sources.iter().any(|it| is_there(&it.path)), "there is no `{folder}`");
    }
    let floor = |name: &str| folders.iter().position(|folder| folder == name);
    for source in sources {
        let Some(below) = source.path.strip_prefix("src/semantic/") else { continue };
        let Some((folder, _)) = below.split_once('/') else { continue };
        let own = floor(folder).unwrap_or_else(|| panic!("nothing says what `{folder}` is for"));
        for name in source.imports_behind("crate::semantic::") {
            let is_above = floor(&name).is_none_or(|floor| floor <= own);
            assert!(is_above, "{}: `{name}` is below `{folder}`", source.path);
        }
    }
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest: toml::Table = document("Cargo.toml").parse().expect("the manifest is TOML");
    let tables = ["dependencies", "dev-dependencies"].map(|key| manifest[key].as_table());
    let crates: BTreeSet<&String> = tables.iter().flatten().flat_map(|it| it.keys()).collect();
    let text = document("CONTRIBUTING.md");
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `"));
    let named: BTreeSet<&str> = rows
        .filter_map(|row| row.split(" | ").next())
        .flat_map(|names| names.split('`'))
        .filter(|name| !name.trim_matches([' ', ',']).is_empty())
        .collect();
    for name in crates {
        assert!(named.contains(name.as_str()), "CONTRIBUTING.md does not say what `{name}` is for");
    }
}

#[test]
fn links_lead_somewhere() {
    let pages = catalog::pages().map(|page| format!("rules/{}.md", page.id.0));
    let others = [
        "packages/README.md",
        "rules/README.md",
        "testdata/README.md",
        "tests/differential/README.md",
    ]
    .map(str::to_owned);
    for name in DOCUMENTS.map(str::to_owned).into_iter().chain(pages).chain(others) {
        let text = document(&name);
        assert!(!text.is_empty(), "{name} is missing");
        let folder = Path::new(&name).parent().expect("a folder");
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = link.split('#').next().unwrap_or_default();
            let is_here = !link.contains("://") && !target.is_empty();
            let path = root().join(folder).join(target);
            assert!(!is_here || path.exists(), "{name}: `{link}` leads nowhere");
        }
    }
}
