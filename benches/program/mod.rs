//! Mini programs of any size, the same for the same number of pages.
//!
//! One page in ten asks for an authorization, and one such page in two does it wrongly, in
//! turn in one of the five ways of [`FAULTS`]; the others are lists, forms and details. What
//! programs are made of is in `text/`, with the placeholders and sections of [`fill`].

mod fill;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use fill::{Part, fill};

/// How many pages the main package has; a subpackage has twice as many.
const MAIN: usize = 20;

/// How many pages share a service and a component.
const SHARED: usize = 6;

/// The most modules in the vendored bundle.
const BUNDLED: usize = 400;

/// What can be wrong with a page that asks for an authorization.
///
/// A call in `onLoad`, in a method that `onLoad` calls, in a function of a module that `onLoad`
/// calls; a button without `onError`, a button whose handler does not exist.
const FAULTS: [&str; 5] = ["direct", "method", "module", "unanswered", "undefined"];

/// The scripts and templates that all programs have.
const FIXED: [(&str, &str); 9] = [
    ("app.js", include_str!("text/app.js")),
    ("templates/empty.axml", include_str!("text/empty.axml")),
    ("templates/view.sjs", include_str!("text/view.sjs")),
    ("utils/bus.js", include_str!("text/bus.js")),
    ("utils/format.ts", include_str!("text/format.ts")),
    ("utils/report.js", include_str!("text/report.js")),
    ("utils/request.js", include_str!("text/request.js")),
    ("utils/session.js", include_str!("text/session.js")),
    ("utils/storage.js", include_str!("text/storage.js")),
];

/// The script and the template of a kind of page.
struct Kind {
    extension: &'static str,
    script: &'static str,
    template: &'static str,
}

const LIST: Kind = Kind {
    extension: "js",
    script: include_str!("text/list.js"),
    template: include_str!("text/list.axml"),
};

const FORM: Kind = Kind {
    extension: "js",
    script: include_str!("text/form.js"),
    template: include_str!("text/form.axml"),
};

const DETAIL: Kind = Kind {
    extension: "ts",
    script: include_str!("text/detail.ts"),
    template: include_str!("text/detail.axml"),
};

const PROFILE: Kind = Kind {
    extension: "js",
    script: include_str!("text/profile.js"),
    template: include_str!("text/profile.axml"),
};

/// The kinds of ten pages in a row.
const KINDS: [&Kind; 10] =
    [&LIST, &FORM, &DETAIL, &LIST, &LIST, &FORM, &DETAIL, &LIST, &FORM, &PROFILE];

/// The texts of a program of so many pages, by path.
pub(crate) fn program(pages: usize) -> BTreeMap<String, String> {
    let mut texts: BTreeMap<String, String> =
        FIXED.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    texts.insert("app.json".to_owned(), manifest(pages));
    texts.insert("libs/vendor.js".to_owned(), bundle(pages.min(BUNDLED)));
    for shared in 0..pages.div_ceil(SHARED) {
        texts.extend(service(shared));
    }
    for number in 0..pages {
        texts.extend(page(number, pages));
    }
    texts
}

/// The path of a page, without extension.
fn path(number: usize) -> String {
    match number.checked_sub(MAIN) {
        None => format!("pages/p{number}/p{number}"),
        Some(beyond) => format!("packages/s{}/p{number}/p{number}", beyond / (2 * MAIN)),
    }
}

/// How often the sections of a page that repeat do so: most pages are short, a few are not.
fn size(number: usize) -> usize {
    const SIZES: [usize; 10] = [3, 5, 2, 8, 4, 6, 3, 12, 5, 4];
    if number % 50 == 33 { 40 } else { SIZES[number * 7 % SIZES.len()] }
}

fn manifest(pages: usize) -> String {
    let quoted = |range: std::ops::Range<usize>, root: &str| {
        let paths = range.map(|number| format!("\"{}\"", path(number).trim_start_matches(root)));
        paths.collect::<Vec<_>>().join(", ")
    };
    let mut text = format!("{{\n  \"pages\": [{}],\n", quoted(0..pages.min(MAIN), ""));
    text.push_str("  \"subPackages\": [");
    for (at, start) in (MAIN..pages).step_by(2 * MAIN).enumerate() {
        let comma = if at > 0 { "," } else { "" };
        let root = format!("packages/s{at}/");
        let paths = quoted(start..pages.min(start + 2 * MAIN), &root);
        let _ = write!(text, "{comma}\n    {{ \"root\": \"{root}\", \"pages\": [{paths}] }}");
    }
    let tab = |number| format!("{{ \"pagePath\": \"{}\", \"name\": \"页面\" }}", path(number));
    let tabs = [tab(0), tab(1)].join(", ");
    let _ = write!(text, "\n  ],\n  \"tabBar\": {{ \"items\": [{tabs}] }},\n");
    text.push_str("  \"window\": { \"defaultTitle\": \"示例商城\" }\n}\n");
    text
}

/// A minified bundle of so many modules, in one line.
fn bundle(modules: usize) -> String {
    let module = |number: usize| {
        let part = Part { shared: number.saturating_sub(1), number, ..Part::default() };
        fill(include_str!("text/vendor.js"), &part).trim_end().to_owned()
    };
    let modules: Vec<String> = (0..modules).map(module).collect();
    let modules = modules.join(",");
    format!(
        "!function(e,t){{\"object\"==typeof exports&&\"undefined\"!=typeof module?\
         module.exports=t():e.vendor=t()}}(this,(function(){{var e={{{modules}}},t={{}};\
         function n(r){{if(t[r])return t[r].exports;var i=t[r]={{exports:{{}}}};\
         return e[r].call(i.exports,i,i.exports,n),i.exports}}return n(0)}}));\n"
    )
}

/// A service and a component.
fn service(shared: usize) -> [(String, String); 4] {
    let part = Part { shared, number: shared, repeat: 4 + size(shared), ..Part::default() };
    let card = |extension| format!("components/card{shared}/card.{extension}");
    [
        (format!("services/s{shared}.js"), fill(include_str!("text/service.js"), &part)),
        (card("js"), fill(include_str!("text/card.js"), &part)),
        (card("axml"), fill(include_str!("text/card.axml"), &part)),
        (card("json"), "{ \"component\": true }\n".to_owned()),
    ]
}

fn page(number: usize, pages: usize) -> [(String, String); 3] {
    let kind = KINDS[number % KINDS.len()];
    let fault = FAULTS.get(number / KINDS.len() % (2 * FAULTS.len())).copied();
    let button = fault.filter(|it| kind.template.contains(&format!("<!--{it}-->")));
    let (shared, path) = (number / SHARED, path(number));
    let part = Part {
        number,
        shared,
        own: &path,
        to: &format!("/{}", self::path(number * 7 % pages)),
        repeat: size(number),
        kept: &[fault.unwrap_or_default(), button.unwrap_or("whole")],
    };
    let config = format!(
        "{{\n  \"defaultTitle\": \"页面 {number}\",\n  \"usingComponents\": \
         {{ \"card-{shared}\": \"/components/card{shared}/card\" }}\n}}\n"
    );
    [
        (format!("{path}.{}", kind.extension), fill(kind.script, &part)),
        (format!("{path}.axml"), fill(kind.template, &part)),
        (format!("{path}.json"), config),
    ]
}
