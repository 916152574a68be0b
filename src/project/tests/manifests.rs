//! What manifests say.

use super::program;

#[test]
fn pages_and_the_first_of_them() {
    let pages = [("a/a.js", ""), ("b/b.js", ""), ("s/c/c.axml", ""), ("d/d.json", "{}")];
    for (manifest, want, first) in [
        (r#"{"pages":["a/a","b/b","a/a"]}"#, &["a/a", "b/b"][..], Some(("a/a", r#""a/a""#))),
        (r#"{"pages":["/b/b","./a/a.axml"]}"#, &["b/b", "a/a"], Some(("b/b", r#""/b/b""#))),
        (
            r#"{"pages":["a/a","b/b"],"entryPagePath":"/b/b?x=1"}"#,
            &["a/a", "b/b"],
            Some(("b/b", r#""/b/b?x=1""#)),
        ),
        (r#"{"pages":["none/none","a/a"]}"#, &["a/a"], None),
        (r#"{"pages":["d/d",1,"","a/a"]}"#, &["a/a"], None),
        (
            r#"{"subPackages":[{"root":"/s/","pages":["c/c"]}],"pages":["a/a"]}"#,
            &["a/a", "s/c/c"],
            Some(("a/a", r#""a/a""#)),
        ),
        (
            r#"{"pages":["b/b"],"subpackages":[{"root":"a","pages":["a"]}],}"#,
            &["b/b", "a/a"],
            Some(("b/b", r#""b/b""#)),
        ),
        (r#"{"pages":["a/a" "b/b"]"#, &["a/a", "b/b"], Some(("a/a", r#""a/a""#))),
    ] {
        let texts = [&pages[..], &[("app.json", manifest)]].concat();
        let program = program(&texts);
        assert_eq!(program.pages(0), want, "{manifest}");
        let found = program.project.roots[0].first_page.map(|(id, at)| {
            (program.unit_path(id), at.span.of(&program.files[at.file.index()].text))
        });
        assert_eq!(found, first, "{manifest}");
    }
}

#[test]
fn several_roots_and_what_is_none() {
    let program = program(&[
        ("app.json", r#"{"pages":["p/p"],"lazyCodeLoading":"requiredComponents"}"#),
        ("app.js", ""),
        ("p/p.js", ""),
        ("expo/app.json", r#"{"expo":{}}"#),
        ("broken/app.json", "<<<<<<< HEAD"),
        ("broken/app.ts", ""),
        ("inner/app.json", r#"{"pages":["q/q"]}"#),
        ("inner/app.js", ""),
        ("inner/q/q.js", ""),
        (
            "plug/plugin.json",
            r#"{"pages":["v/v"],"publicPages":{"w":"w/w"},"publicComponents":{"c":"c/c"},"main":"index.js"}"#,
        ),
        ("plug/index.js", ""),
        ("plug/app.js", ""),
        ("plug/v/v.js", ""),
        ("plug/w/w.js", ""),
        ("plug/c/c.js", ""),
        ("node_modules/x/app.json", r#"{"pages":["p/p"]}"#),
    ]);
    let roots: Vec<_> = program
        .project
        .roots
        .iter()
        .map(|root| {
            let app = root.app.map_or("", |id| program.unit_path(id));
            let main = root.main.map_or("", |id| program.path(id));
            (root.folder.as_str(), root.lazy, app, main)
        })
        .collect();
    assert_eq!(
        roots,
        [
            ("", true, "app", ""),
            ("broken", false, "broken/app", ""),
            ("inner", false, "inner/app", ""),
            ("plug", false, "", "plug/index.js"),
        ]
    );
    assert_eq!(program.pages(3), ["plug/v/v", "plug/w/w"]);
    assert!(program.project.roots[3].first_page.is_none());
    for (unit, root) in [("p/p", 0), ("inner/q/q", 2), ("plug/c/c", 3)] {
        assert_eq!(program.unit(unit).root.map(|id| id.0), Some(root), "{unit}");
    }
}
