//! Which files are apps, pages and components, and what custom tags stand for.

use std::collections::BTreeSet;

use super::program;
use crate::project::{ComponentRef, UnitKind};

#[test]
fn what_lies_below_a_root_is_a_unit() {
    use UnitKind::{App, Component, Page};

    let program = program(&[
        ("app.json", r#"{"pages":["p/p","q/q"],"tabBar":{"customize":true}}"#),
        ("app.js", "App({})"),
        ("p/p.js", "Page({})"),
        ("p/p.ts", "Page({})"),
        ("p/p.axml", ""),
        ("p/p.json", r#"{"usingComponents":{"c":"/c/c","lib":"lib/es/x/index"}}"#),
        ("q/q.js", "Component({})"),
        ("c/c.js", "wrap({})"),
        ("customize-tab-bar/index.js", "Component({})"),
        ("left/page.js", "createPage({})"),
        ("left/page.axml", ""),
        ("left/component.js", "Component({})"),
        ("left/component.axml", ""),
        ("left/wrapped.js", "import { Component as it } from 'x'; (0, x.VantComponent)({})"),
        ("left/wrapped.axml", ""),
        ("left/said.axml", ""),
        ("left/said.json", r#"{"component":true}"#),
        ("left/alone.js", "Page({})"),
        ("left/inside.js", "function f() { Page({}) } getCurrentPages()"),
        ("left/template.axml", ""),
        ("old/app.js", "App({})"),
        ("node_modules/lib/es/x/index.js", "Component({})"),
        ("node_modules/lib/es/x/index.json", r#"{"usingComponents":{"y":"../y/index"}}"#),
        ("node_modules/lib/es/y/index.axml", ""),
        ("node_modules/lib/es/z/index.js", "Component({})"),
    ]);
    let units: Vec<_> = program
        .project
        .units
        .iter()
        .map(|unit| (unit.path.as_str(), unit.kind, unit.registered))
        .collect();
    assert_eq!(
        units,
        [
            ("app", App, true),
            ("c/c", Component, true),
            ("customize-tab-bar/index", Component, true),
            ("left/alone", Page, false),
            ("left/component", Component, false),
            ("left/page", Page, false),
            ("left/said", Component, false),
            ("left/template", Page, false),
            ("left/wrapped", Component, false),
            ("node_modules/lib/es/x/index", Component, true),
            ("node_modules/lib/es/y/index", Component, true),
            ("p/p", Page, true),
            ("q/q", Page, true),
        ]
    );
    assert_eq!(program.unit("p/p").script, Some(program.file("p/p.ts")));
    assert!(program.unit("node_modules/lib/es/y/index").is_library);
    assert!(program.project.units.iter().all(|unit| unit.root.is_some()));
}

#[test]
fn files_below_no_root_are_units_of_their_own() {
    let program = program(&[
        ("lib/a/a.axml", r#"<include src="./part.axml"/>"#),
        ("lib/a/a.js", "Component({})"),
        ("lib/a/part.axml", ""),
        ("lib/a/part.js", "export const x = 1"),
        ("lib/app.js", "App({})"),
        ("lib/util.js", ""),
    ]);
    let units: Vec<_> =
        program.project.units.iter().map(|unit| (unit.path.as_str(), unit.root)).collect();
    assert_eq!(units, [("lib/a/a", None)]);
}

#[test]
fn tags_stand_for_components() {
    let program = program(&[
        ("src/app.json", r#"{"pages":["p/p"],"usingComponents":{"g":"./c/g","own":"/c/g"}}"#),
        (
            "src/p/p.json",
            r#"{"usingComponents":{
                "own":"../c/c", "absolute":"/c/c", "folder":"/f", "ending":"/c/c.axml", "npm":"n/es/b/index",
                "short":"n/b", "bare":"c/c", "gone":"./gone", "plugin":"plugin://a/b", "number":1
            },"componentGenerics":{"any":{"default":"../c/g"},"none":true}}"#,
        ),
        ("src/p/p.js", "Page({})"),
        ("src/c/c.js", ""),
        ("src/c/g.js", ""),
        ("src/f/index.axml", ""),
        ("node_modules/n/package.json", r#"{"miniprogram":"es"}"#),
        ("node_modules/n/es/b/index.js", ""),
        ("node_modules/n/es/b.js", ""),
    ]);
    let shown = program.unit("src/p/p");
    let tags = shown.globals.keys().chain(shown.components.keys()).collect::<BTreeSet<_>>();
    let shown =
        tags.into_iter().filter_map(|tag| Some((tag, shown.component(tag)?))).map(|(tag, to)| {
            match to {
                ComponentRef::Unit(id) => (tag.as_str(), program.unit_path(*id)),
                ComponentRef::Unread(path) => (tag.as_str(), path.as_str()),
            }
        });
    let shown: Vec<_> = shown.collect();
    assert_eq!(
        shown,
        [
            ("absolute", "src/c/c"),
            ("any", "src/c/g"),
            ("bare", "src/c/c"),
            ("ending", "src/c/c"),
            ("folder", "src/f/index"),
            ("g", "src/c/g"),
            ("gone", "./gone"),
            ("npm", "node_modules/n/es/b/index"),
            ("own", "src/c/c"),
            ("plugin", "plugin://a/b"),
            ("short", "node_modules/n/es/b"),
        ]
    );
    assert_eq!(program.unit("node_modules/n/es/b").root.map(|id| id.0), Some(0));
}
