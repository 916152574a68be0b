//! What pages put into the address of a `web-view`: `setData({ url })` beside `<web-view src="{{url}}"/>`.

use std::collections::BTreeMap;

use crate::project::{Project, UnitId};
use crate::semantic::Semantics;
use crate::semantic::values::CallId;
use crate::source::{FileId, FileSpan};
use crate::syntax::File;
use crate::syntax::axml::{Element, Part, Template};
use crate::syntax::script::{ExprId, ExprKind, Script};

use super::carried::member;

/// The element that shows a page of the web.
const WEB_VIEW: &str = "web-view";

/// So many of a page are looked at; it has room for one.
const MOST_VIEWS: usize = 16;

/// So many pieces of an address are looked at.
const MOST_PIECES: usize = 32;

/// Data that lie deeper are not told apart.
const DEEPEST: usize = 8;

/// The data that the address of a `web-view` is made of, each as the names that lead to it.
struct Shown {
    at: FileSpan,
    data: Vec<Vec<String>>,
}

/// A value that a page puts into the address of a `web-view`.
#[derive(Clone, Copy, Debug)]
pub struct Framed {
    /// The `setData` that does so.
    pub call: CallId,
    /// The value, in its script.
    pub value: ExprId,
    /// The address in the template.
    pub to: FileSpan,
}

impl Semantics {
    /// All that the program puts into the addresses of `web-view`s.
    #[must_use]
    pub fn framed(&self, files: &[File], project: &Project) -> Vec<Framed> {
        let shown: BTreeMap<UnitId, Vec<Shown>> = project
            .units()
            .filter_map(|(id, unit)| Some((id, shown(files, unit.template?))))
            .filter(|(_, shown)| !shown.is_empty())
            .collect();
        if shown.is_empty() {
            return Vec::new();
        }
        let mut framed = Vec::new();
        for (unit, calls) in self.setters(files) {
            for shown in shown.get(&unit).into_iter().flatten() {
                for call in &calls {
                    let values = self.set(files, *call, &shown.data).into_iter();
                    framed.extend(values.map(|value| Framed { call: *call, value, to: shown.at }));
                }
            }
        }
        framed
    }

    /// What the `setData` at `call` sets `data` to.
    fn set(&self, files: &[File], call: CallId, data: &[Vec<String>]) -> Vec<ExprId> {
        let site = self.values.call(call);
        let file = self.values.instance(site.instance).file;
        let Some(script) = files.get(file.index()).and_then(File::script) else {
            return Vec::new();
        };
        let ExprKind::Call(call) = script.kind(site.expr) else { return Vec::new() };
        let Some(given) = call.arguments.first() else { return Vec::new() };
        // `'frame.url'` and `frame: { url }` both set `frame.url`.
        let set = |path: &Vec<String>| {
            (1..=path.len()).find_map(|to| {
                let (key, inner) = path.split_at(to);
                let value = member(script, given.value, &key.join("."));
                inner.iter().fold(value, |object, name| member(script, object?, name))
            })
        };
        data.iter().filter_map(set).collect()
    }
}

/// The `web-view`s of a template whose address is made of data.
fn shown(files: &[File], file: FileId) -> Vec<Shown> {
    let Some(template) = files.get(file.index()).and_then(File::template) else {
        return Vec::new();
    };
    let elements = template.elements().map(|(_, element)| element);
    let all = elements.filter(|element| element.name == WEB_VIEW).filter_map(|element| {
        let value = element.attribute("src")?.value.as_ref()?;
        let data = data(template, element);
        Some(Shown { at: FileSpan::new(file, value.span), data })
    });
    all.filter(|shown| !shown.data.is_empty()).take(MOST_VIEWS).collect()
}

/// The data that the address of a `web-view` is made of.
fn data(template: &Template, element: &Element) -> Vec<Vec<String>> {
    let value = element.attribute("src").and_then(|it| it.value.as_ref());
    let parts = value.into_iter().flat_map(|value| &value.parts);
    let mut work: Vec<ExprId> = parts
        .filter_map(|part| match part {
            Part::Hole { expr, .. } => Some(*expr),
            Part::Text(_) => None,
        })
        .collect();
    let mut data = Vec::new();
    for _ in 0..MOST_PIECES {
        let Some(expr) = work.pop() else { break };
        match template.holes.kind(expr) {
            ExprKind::Binary { left, right, .. } | ExprKind::Logical { left, right, .. } => {
                work.extend([*left, *right]);
            }
            ExprKind::Conditional { yes, no, .. } => work.extend([*yes, *no]),
            ExprKind::Template(template) => work.extend(&template.values),
            _ => data.extend(path(&template.holes, expr)),
        }
    }
    data
}

/// The names that lead to the datum that `expr` reads.
fn path(holes: &Script, expr: ExprId) -> Option<Vec<String>> {
    let (mut names, mut at) = (Vec::new(), expr);
    while let ExprKind::Member { object, property, .. } = holes.kind(at) {
        names.push(holes.name(*property).to_owned());
        at = *object;
    }
    let ExprKind::Global(name) = holes.kind(at) else { return None };
    names.push(holes.name(*name).to_owned());
    names.reverse();
    Some(names).filter(|names| names.len() <= DEEPEST)
}
