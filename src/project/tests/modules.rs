//! What references of scripts and templates name.

use super::program;

const PROGRAM: &[(&str, &str)] = &[
    (
        "mini.project.json",
        r#"{"miniprogramRoot":"src","compileOptions":{"resolveAlias":{"@/*":"./src/*","@/deep/*":"lib/*","exact":"lib/e"}}}"#,
    ),
    ("src/app.json", r#"{"pages":["p/p"]}"#),
    ("src/u/one.js", ""),
    ("src/u/two.ts", ""),
    ("src/u/two.js", ""),
    ("src/u/three.min.js", ""),
    ("src/u/index.js", ""),
    ("src/u/data.json", "{}"),
    ("src/p/near.js", ""),
    ("lib/e.js", ""),
    ("lib/x.js", ""),
    ("other/u/one.js", ""),
    ("node_modules/a/package.json", r#"{"main":"lib/m","module":"es/m.js"}"#),
    ("node_modules/a/lib/m.js", ""),
    ("node_modules/a/es/m.js", ""),
    ("node_modules/b/index.js", ""),
    ("node_modules/b/sub/index.ts", ""),
    ("node_modules/@s/c/package.json", r#"{"main":"gone.js","miniprogram":"dist"}"#),
    ("node_modules/@s/c/dist/index.js", ""),
    ("node_modules/@s/c/dist/comp.js", ""),
    ("src/node_modules/b/index.js", ""),
];

#[test]
fn modules_are_found_as_the_platform_finds_them() {
    for (from, reference, want) in [
        ("src/p/p.js", "../u/one", "src/u/one.js"),
        ("src/p/p.js", "../u/one.js", "src/u/one.js"),
        ("src/p/p.js", "../u/two", "src/u/two.ts"),
        ("src/p/p.js", "../u/two.js", "src/u/two.js"),
        ("src/p/p.js", "../u/three.min", "src/u/three.min.js"),
        ("src/p/p.js", "../u", "src/u/index.js"),
        ("src/u/one.js", ".", "src/u/index.js"),
        ("src/p/p.js", "../u/", "src/u/index.js"),
        ("src/p/p.js", "../u/data", "src/u/data.json"),
        ("src/p/p.js", "../u/data.json", "src/u/data.json"),
        ("src/p/p.js", "/u/one", "src/u/one.js"),
        ("other/p.js", "/other/u/one", "other/u/one.js"),
        ("src/p/p.js", "near", "unread"),
        ("src/p/p.js", "@/u/one", "src/u/one.js"),
        ("src/p/p.js", "@/deep/x", "lib/x.js"),
        ("src/p/p.js", "exact", "lib/e.js"),
        ("src/p/p.js", "exactly", "unread"),
        ("other/p.js", "@/u/one", "unread"),
        ("src/p/p.js", "a", "node_modules/a/es/m.js"),
        ("src/p/p.js", "a/lib/m", "node_modules/a/lib/m.js"),
        ("src/p/p.js", "b", "src/node_modules/b/index.js"),
        ("other/p.js", "b", "node_modules/b/index.js"),
        ("src/p/p.js", "b/sub", "node_modules/b/sub/index.ts"),
        ("src/p/p.js", "@s/c", "node_modules/@s/c/dist/index.js"),
        ("src/p/p.js", "@s/c/comp", "node_modules/@s/c/dist/comp.js"),
        ("node_modules/b/x.js", "a", "node_modules/a/es/m.js"),
        ("src/node_modules/b/x.js", "@/u/one", "unread"),
        ("src/p/p.js", "", "unread"),
        ("src/p/p.js", "plugin://x/y", "unread"),
        ("src/p/p.js", "../../lib/x", "lib/x.js"),
        ("src/p/p.js", "../../../lib/x", "unread"),
        ("src/p/p.js", "./p.axml", "unread"),
    ] {
        let script = format!("import x from {reference:?}");
        let texts = [PROGRAM, &[(from, script.as_str())]].concat();
        let program = program(&texts);
        let found = program.project.modules.get(&(program.file(from), reference.to_owned()));
        assert_eq!(program.named(found), want, "{reference} in {from}");
    }
}

#[test]
fn templates_are_found_beside_and_in_packages() {
    for (tag, want) in [
        ("<import src=\"./t.axml\"/>", "src/p/t.axml"),
        ("<include src='t'/>", "src/p/t.axml"),
        ("<import src=\"/p/t.axml\"/>", "src/p/t.axml"),
        ("<import src=\"@/p/t\"/>", "src/p/t.axml"),
        ("<import src=\"a/t.axml\"/>", "node_modules/a/t.axml"),
        ("<import src=\"./none.axml\"/>", "unread"),
        ("<import-sjs from=\"./s.sjs\" name=\"s\"/>", "unread"),
        ("<import src=\"{{x}}\"/>", "none"),
        ("<view src=\"./t.axml\"/>", "none"),
    ] {
        let added = [("src/p/p.axml", tag), ("src/p/t.axml", ""), ("node_modules/a/t.axml", "")];
        let program = program(&[PROGRAM, &added].concat());
        let found = program.project.templates.values().next();
        assert_eq!(program.named(found), want, "{tag}");
    }
}
