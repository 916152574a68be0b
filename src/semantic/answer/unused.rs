//! Answers that go nowhere: whatever the code does with them, no field comes out.

use std::collections::BTreeMap;

use crate::platform::{ApiKind, is_logger, is_status};
use crate::semantic::site::ApiSite;
use crate::source::FileId;
use crate::syntax::script::{
    Binary, BindingId, Call, ExprId, ExprKind, Key, MODULE, Property, Script, Target,
};

use super::Program;

/// An answer is followed through no more expressions than this.
const MOST_STEPS: u32 = 256;

/// The options of an API that get its answer.
const ANSWERED: &[&str] = &["success", "complete"];

/// The methods of a promise.
const SETTLED: &[&str] = &["then", "catch", "finally"];

/// The sites that ask for basic information of which nothing is ever used, as indices.
pub(in crate::semantic) fn unused(program: Program<'_>, sites: &[ApiSite]) -> Vec<usize> {
    let mut uses: BTreeMap<FileId, Uses<'_>> = BTreeMap::new();
    let mut unused = Vec::new();
    for (at, site) in sites.iter().enumerate() {
        let is_user_info = matches!(
            site.api.kind,
            ApiKind::ConsentBound { scope } if scope == "userInfo"
        );
        let Some(script) = program.files[site.file.index()].script() else { continue };
        if !is_user_info || program.project.is_library(site.file) {
            continue;
        }
        let uses = uses.entry(site.file).or_insert_with(|| Uses::new(script));
        if (Site { site, uses }).is_unused() {
            unused.push(at);
        }
    }
    unused
}

/// What is done with each expression of a script.
struct Uses<'a> {
    script: &'a Script,
    /// The expressions that are made of an expression.
    users: Vec<Vec<ExprId>>,
    reads: BTreeMap<BindingId, Vec<ExprId>>,
    returned: Vec<bool>,
}

impl<'a> Uses<'a> {
    fn new(script: &'a Script) -> Self {
        let mut users = vec![Vec::new(); script.exprs.len()];
        let mut reads: BTreeMap<BindingId, Vec<ExprId>> = BTreeMap::new();
        for (id, expr) in script.exprs() {
            expr.kind.operands().iter().for_each(|it| users[it.0 as usize].push(id));
            if let ExprKind::Binding(binding) = expr.kind {
                reads.entry(binding).or_default().push(id);
            }
        }
        let mut returned = vec![false; script.exprs.len()];
        for value in script.functions.iter().flat_map(|function| &function.returns) {
            returned[value.0 as usize] = true;
        }
        Self { script, users, reads, returned }
    }

    /// Whether nothing comes of `expr`, an answer or a part of it that was opened.
    fn dies(&self, expr: ExprId, steps: &mut u32) -> bool {
        let Some(left) = steps.checked_sub(1) else { return false };
        *steps = left;
        !self.returned[expr.0 as usize]
            && self.users[expr.0 as usize].iter().all(|user| self.ends(*user, expr, steps))
    }

    /// Whether nothing comes of what `user` does with `expr`.
    fn ends(&self, user: ExprId, expr: ExprId, steps: &mut u32) -> bool {
        match self.script.kind(user) {
            ExprKind::Member { property, .. } => match self.script.name(*property) {
                "response" => self.dies(user, steps),
                name if is_status(name) => true,
                _ => self.is_idle(user, steps),
            },
            ExprKind::Call(call) if call.callee != expr => match called(self.script, call) {
                Some(("JSON", _)) => self.dies(user, steps),
                Some((object, _)) => is_logger(object),
                None => false,
            },
            ExprKind::Assign { target: Target::Binding(binding), .. } => {
                self.script.binding(*binding).function != MODULE
                    && self.dies(user, steps)
                    && self.read_for_nothing(*binding, steps)
            }
            ExprKind::Await(_)
            | ExprKind::Logical { .. }
            | ExprKind::Conditional { .. }
            | ExprKind::Sequence(_)
            | ExprKind::Rest(_)
            | ExprKind::Template(_)
            | ExprKind::Binary { operator: Binary::Add, .. } => self.dies(user, steps),
            ExprKind::Binary { .. } | ExprKind::Not(_) | ExprKind::TypeOf(_) => true,
            _ => false,
        }
    }

    fn read_for_nothing(&self, binding: BindingId, steps: &mut u32) -> bool {
        let reads = self.reads.get(&binding).into_iter().flatten();
        reads.into_iter().all(|read| self.dies(*read, steps))
    }

    /// Whether `field`, a field that is read, only gets a name that nobody reads, or into a log.
    fn is_idle(&self, field: ExprId, steps: &mut u32) -> bool {
        let users = &self.users[field.0 as usize];
        !users.is_empty()
            && !self.returned[field.0 as usize]
            && users.iter().all(|user| match self.script.kind(*user) {
                ExprKind::Assign { target: Target::Binding(binding), .. } => {
                    let is_unread = self.reads.get(binding).is_none_or(Vec::is_empty);
                    self.script.binding(*binding).function != MODULE
                        && (is_unread || self.is_logged(*binding))
                        && self.dies(*user, steps)
                }
                ExprKind::Call(call) => is_log(self.script, call, field),
                _ => false,
            })
    }

    fn is_logged(&self, binding: BindingId) -> bool {
        let mut reads = self.reads.get(&binding).into_iter().flatten();
        reads.all(|read| {
            let users = &self.users[read.0 as usize];
            !users.is_empty()
                && !self.returned[read.0 as usize]
                && users.iter().all(|user| match self.script.kind(*user) {
                    ExprKind::Call(call) => is_log(self.script, call, *read),
                    _ => false,
                })
        })
    }
}

fn is_log(script: &Script, call: &Call, argument: ExprId) -> bool {
    call.callee != argument && called(script, call).is_some_and(|(object, _)| is_logger(object))
}

/// The global object and its function that `call` calls: `JSON.parse`, `console.log`.
fn called<'a>(script: &'a Script, call: &Call) -> Option<(&'a str, &'a str)> {
    let ExprKind::Member { object, property, .. } = script.kind(call.callee) else { return None };
    let ExprKind::Global(name) = script.kind(*object) else { return None };
    Some((script.name(*name), script.name(*property)))
}

struct Site<'a> {
    site: &'a ApiSite,
    uses: &'a Uses<'a>,
}

impl Site<'_> {
    /// Whether the answer certainly goes nowhere.
    fn is_unused(&self) -> bool {
        let script = self.uses.script;
        let ExprKind::Call(call) = script.kind(self.site.expr) else { return false };
        let is_direct = self.site.calls.iter().all(|call| call.call == call.host);
        if !is_direct || call.is_new || !self.names_api(call) {
            return false;
        }
        let options = match &*call.arguments {
            [] => Some(Vec::new()),
            [options] if !options.spread => self.options(options.value),
            _ => None,
        };
        let Some(options) = options else { return false };
        let mut steps = MOST_STEPS;
        options.iter().all(|value| self.hears_nothing(*value, &mut steps))
            && self.promise_dies(self.site.expr, &mut steps)
    }

    /// Whether nothing comes of the answer that `promise` is resolved with.
    fn promise_dies(&self, promise: ExprId, steps: &mut u32) -> bool {
        let Some(left) = steps.checked_sub(1) else { return false };
        *steps = left;
        let Uses { script, users, returned, .. } = self.uses;
        !returned[promise.0 as usize]
            && users[promise.0 as usize].iter().all(|user| match script.kind(*user) {
                ExprKind::Member { property, .. } if SETTLED.contains(&script.name(*property)) => {
                    let is_then = script.name(*property) == "then";
                    !returned[user.0 as usize]
                        && users[user.0 as usize]
                            .iter()
                            .all(|call| self.is_left_by(*user, *call, is_then, steps))
                }
                _ => self.uses.ends(*user, promise, steps),
            })
    }

    /// Whether nothing comes of the answer in `call`, a call of the member `method` of its promise.
    fn is_left_by(&self, method: ExprId, call: ExprId, is_then: bool, steps: &mut u32) -> bool {
        let ExprKind::Call(settled) = self.uses.script.kind(call) else { return false };
        let handler = settled.arguments.first().filter(|_| is_then);
        settled.callee == method
            && match handler {
                Some(handler) => !handler.spread && self.hears_nothing(handler.value, steps),
                // The promise that comes out is resolved with the same answer.
                None => self.promise_dies(call, steps),
            }
    }

    /// Whether the callee is written as the API, so that the options are those of the call.
    fn names_api(&self, call: &Call) -> bool {
        let script = self.uses.script;
        match script.kind(call.callee) {
            ExprKind::Member { property, .. } => script.name(*property) == self.site.api.name,
            _ => false,
        }
    }

    /// The callbacks that get the answer; `None` where not all options are known.
    fn options(&self, options: ExprId) -> Option<Vec<ExprId>> {
        let script = self.uses.script;
        let ExprKind::Object(members) = script.kind(options) else { return None };
        let mut callbacks = Vec::new();
        for member in members {
            let Property::Value { key: Key::Name(name, _), value } = member else { return None };
            if ANSWERED.contains(&script.name(*name)) {
                callbacks.push(*value);
            }
        }
        Some(callbacks)
    }

    /// Whether the callback `value`, a function that is written here, makes nothing of the answer.
    fn hears_nothing(&self, value: ExprId, steps: &mut u32) -> bool {
        let script = self.uses.script;
        let ExprKind::Function(id) = script.kind(value) else { return false };
        let function = script.function(*id);
        let takes_all = script.exprs.iter().any(|expr| {
            matches!(expr.kind, ExprKind::Arguments) && script.receiver(expr.function) == *id
        });
        let first = function.params.first();
        !takes_all
            && first.is_none_or(|first| {
                matches!(script.kind(*first), ExprKind::Param(_)) && self.uses.dies(*first, steps)
            })
    }
}
