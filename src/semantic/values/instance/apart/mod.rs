//! Whose calls are told apart: those of functions from which, as far as names tell, something
//! can be reached that asks the user; and where an open platform is asked, those from which a request
//! can be reached, so that its answer and that of the program's own server stay apart. So are those of
//! what a button runs when the user refuses.
//!
//! A copy of a function for each of its calls keeps what one caller hands over from coming out
//! at another. That matters where one of them asks; all others share the function's first copy,
//! at the cost of precision that nobody looks at. A name stands for all that has it anywhere in
//! the program, and so for more than can be reached, but for what is called by a computed name.

mod names;
mod short;

use std::collections::BTreeSet;

use crate::platform::{ApiKind, Platform, open_answer, tells_toolkit};
use crate::project::Project;
use crate::semantic::symbols::{Symbol, Symbols};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{FunctionId, MODULE, Script};

use names::{Handle, Names};

/// For each file and function, whether its calls are told apart.
pub(in crate::semantic::values) fn apart(
    files: &[File],
    project: &Project,
    platform: &Platform,
    (symbols, names): (&Symbols, &[Vec<Symbol>]),
) -> Vec<Vec<bool>> {
    let all = (0..symbols.count() as u32).map(Symbol);
    let asks_platform = all.clone().any(|symbol| open_answer(symbols.text(symbol)).is_some());
    let has_toolkit = all.clone().any(|symbol| tells_toolkit(symbols.text(symbol)));
    let is_asking = |name: &str| {
        platform.asks_user(name)
            || has_toolkit && platform.asks_in_toolkits(name)
            || asks_platform
                && platform.api(name).is_some_and(|api| matches!(api.kind, ApiKind::Network))
    };
    let asking: BTreeSet<Symbol> = all.filter(|symbol| is_asking(symbols.text(*symbol))).collect();
    let functions = |file: &File| file.script().map_or(0, |script| script.functions.len());
    let work = asking.iter().map(|symbol| symbol.0).collect();
    let names = Names::new(files, project, (symbols, names), asking);
    let mut reached = Reached {
        files,
        work,
        followed: vec![false; names.count()],
        asking: vec![false; names.count()],
        names,
        apart: files.iter().map(|file| vec![false; functions(file)]).collect(),
    };
    reached.run();
    reached.add_refusals();
    reached.apart
}

struct Reached<'a> {
    files: &'a [File],
    names: Names<'a>,
    apart: Vec<Vec<bool>>,
    work: Vec<Handle>,
    /// The handles whose mentions were followed.
    followed: Vec<bool>,
    /// The functions, by handle, that were found to ask.
    asking: Vec<bool>,
}

impl Reached<'_> {
    fn run(&mut self) {
        while let Some(handle) = self.work.pop() {
            if std::mem::replace(&mut self.followed[handle as usize], true) {
                continue;
            }
            self.work.extend(self.names.aliases(handle));
            let mentions: Vec<_> = self.names.mentions(handle).collect();
            for (file, function) in mentions {
                self.reach(file, function);
            }
        }
    }

    /// What hears a refusal at a button does one thing or another by what it hands over.
    fn add_refusals(&mut self) {
        if !self.names.has_refusals() {
            return;
        }
        for (file, apart) in (0..).map(FileId).zip(&mut self.apart) {
            let Some(script) = self.files[file.index()].script() else { continue };
            let functions = (0..apart.len() as u32).map(FunctionId);
            for heard in functions.filter(|it| self.names.hears_refusals(file, *it)) {
                inside(script, heard).for_each(|function| apart[function.0 as usize] = true);
            }
        }
    }

    /// Whoever runs `function`, or one that makes it, can ask.
    fn reach(&mut self, file: FileId, function: FunctionId) {
        let Some(script) = self.files[file.index()].script() else { return };
        let mut at = function;
        loop {
            let handle = self.names.function(file, at);
            if std::mem::replace(&mut self.asking[handle as usize], true) {
                return;
            }
            self.work.push(handle);
            match script.function(at).parent.filter(|parent| *parent != MODULE) {
                Some(parent) => at = parent,
                None => break,
            }
        }
        let apart = &mut self.apart[file.index()];
        apart[MODULE.0 as usize] = true;
        if at != MODULE {
            inside(script, at).for_each(|function| apart[function.0 as usize] = true);
        }
    }
}

/// `outer` and the functions inside of it, which stand behind it.
fn inside(script: &Script, outer: FunctionId) -> impl Iterator<Item = FunctionId> {
    let end = script.functions.len() as u32;
    let inner = (outer.0 + 1..end).map(FunctionId);
    let is_inside =
        move |id: &FunctionId| script.function(*id).parent.is_some_and(|parent| parent >= outer);
    std::iter::once(outer).chain(inner.take_while(is_inside))
}
