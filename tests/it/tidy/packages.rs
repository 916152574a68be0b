//! What is installed elsewhere is what is built here.

use std::fs;
use std::path::Path;

/// A file, and what stands in it before a version.
type Place = (&'static str, &'static str);

/// Where the version of consentlint is named.
const VERSIONS: &[Place] = &[
    ("action.yml", "description: The release of consentlint\n    default: "),
    ("README.md", "consentlint/consentlint@v"),
    ("README.md", "rev: v"),
    ("README.md", "consentlint=="),
];

/// Where the version of Rust is named.
const TOOLCHAINS: &[Place] = &[
    (".github/workflows/ci.yml", "rustup toolchain install "),
    (".github/workflows/ci.yml", "rustup default "),
    (".github/workflows/fuzz.yml", "rustup toolchain install "),
    (".github/workflows/fuzz.yml", "rustup default "),
    (".github/workflows/release.yml", "rustup toolchain install "),
    (".github/workflows/release.yml", "rustup default "),
    ("Dockerfile", "FROM rust:"),
];

/// The versions that are named at `place`.
fn named(place: Place) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(place.0);
    let text = fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    let is_version = |it: &char| it.is_ascii_digit() || *it == '.';
    let behind = text.split(place.1).skip(1);
    behind.map(|rest| rest.chars().take_while(is_version).collect()).collect()
}

fn assert_all(places: &[Place], is_right: impl Fn(&str) -> bool) {
    for place in places {
        let versions = named(*place);
        assert!(!versions.is_empty(), "{}: no version behind `{}`", place.0, place.1);
        for version in versions {
            assert!(is_right(&version), "{}: `{}{version}` is outdated", place.0, place.1);
        }
    }
}

#[test]
fn packages_have_the_version_of_the_manifest() {
    assert_all(VERSIONS, |version| version == env!("CARGO_PKG_VERSION"));
}

#[test]
fn packages_are_built_with_the_rust_of_the_manifest() {
    let wanted = env!("CARGO_PKG_RUST_VERSION");
    assert_all(TOOLCHAINS, |version| version == wanted || version == format!("{wanted}.0"));
}
