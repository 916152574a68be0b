//! What is read from a disk beyond what was handed over.

use std::collections::BTreeSet;

use super::program;
use crate::project::wanted;

const HANDED: &[(&str, &str)] = &[
    ("src/app.json", r#"{"pages":["p/p","hidden/h"],"usingComponents":{"b":"ui/button/index"}}"#),
    ("src/app.js", "import './ignored/config'"),
    ("src/p/p.js", "import 'pkg'; import x from './there'; Page({})"),
    ("src/p/p.json", r#"{"usingComponents":{"gone":"./gone","plugin":"plugin://a/b"}}"#),
    ("src/p/there.js", ""),
    ("gulpfile.js", "require('gulp'); require('./tasks')"),
];

const DISK: &[(&str, &str)] = &[
    ("src/ignored/config.js", "require('../p/data.json'); require('./more')"),
    ("src/ignored/more/index.ts", ""),
    ("src/ignored/other.js", ""),
    ("src/p/data.json", "{}"),
    ("src/p/p.axml", ""),
    ("src/hidden/h.js", "Page({})"),
    ("src/hidden/h.axml", ""),
    ("node_modules/pkg/package.json", r#"{"main":"lib/main"}"#),
    ("node_modules/pkg/index.js", "require('unused')"),
    ("node_modules/pkg/lib/main.js", "require('inner')"),
    ("node_modules/inner/index.js", ""),
    ("node_modules/pkg/node_modules/inner/index.js", ""),
    ("node_modules/ui/button/index.js", "Component({})"),
    ("node_modules/ui/button/index.json", r#"{"usingComponents":{"icon":"../icon/index"}}"#),
    ("node_modules/ui/button/index.axml", ""),
    ("node_modules/ui/icon/index.js", ""),
    ("node_modules/ui/other/index.js", ""),
    ("node_modules/gulp/index.js", ""),
    ("tasks.js", ""),
];

#[test]
fn all_that_the_program_names_is_read_and_no_more() {
    let mut texts = HANDED.to_vec();
    let mut tried = BTreeSet::new();
    loop {
        let program = program(&texts);
        let asked = wanted(&program.files, &program.project);
        assert!(asked.iter().all(|path| HANDED.iter().all(|(at, _)| *at != path.as_str())));
        let new: Vec<_> = asked.into_iter().filter(|path| tried.insert(path.clone())).collect();
        let found = DISK.iter().filter(|(at, _)| new.iter().any(|path| path.as_str() == *at));
        let before = texts.len();
        texts.extend(found);
        if texts.len() == before {
            break;
        }
    }
    let read: BTreeSet<&str> = texts.iter().skip(HANDED.len()).map(|(path, _)| *path).collect();
    let unread: Vec<&str> =
        DISK.iter().map(|(path, _)| *path).filter(|path| !read.contains(path)).collect();
    assert_eq!(
        unread,
        [
            "src/ignored/other.js",
            "node_modules/ui/other/index.js",
            "node_modules/gulp/index.js",
            "tasks.js"
        ]
    );
}
