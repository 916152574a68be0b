//! Places that a failure comes to only with another code than those of a refusal: `if (err.error ===
//! 12)` is about the network.

use std::cell::Cell;

use crate::platform::Platform;
use crate::semantic::Semantics;
use crate::semantic::guard::condition::{asks, parts};
use crate::semantic::guard::tested::{Tested, result};
use crate::semantic::values::{CallId, FunctionNode, InstanceId, Token};
use crate::syntax::File;
use crate::syntax::script::{
    Argument, Binary, Call, ExprId, ExprKind, RegionId, RegionKind, Script,
};

/// The codes that a failure has because of the user: no result, nothing chosen, cancelled. Leaving the
/// question by the key to go back gives one of the first two (FACTS 3B).
const REFUSALS: [f64; 3] = [3.0, 10.0, 11.0];

/// The member of a failure that has the code.
const CODE: &str = "error";

/// Conditions are looked into no deeper than this.
const DEEPEST: u32 = 24;

/// No more conditions than this are looked at for one place and one code.
const MOST_CONDITIONS: u32 = 128;

/// A reader of conditions.
pub(in crate::semantic) struct Codes<'c, 'a> {
    pub(in crate::semantic) files: &'a [File],
    pub(in crate::semantic) platform: &'a Platform,
    pub(in crate::semantic) semantics: &'a Semantics,
    pub(in crate::semantic) tested: &'c Tested<'a>,
}

/// What holds where a function runs after a failure with one code.
struct Reader<'c, 'a> {
    codes: &'c Codes<'c, 'a>,
    script: &'a Script,
    function: FunctionNode,
    instance: InstanceId,
    code: f64,
    left: &'c Cell<u32>,
}

impl<'a> Codes<'_, 'a> {
    /// Whether `call` is made only after failures that are no refusal, or that cannot be told from one:
    /// the code is compared with something that is not known.
    pub(in crate::semantic) fn exclude(&self, call: CallId) -> bool {
        let site = self.semantics.values.call(call);
        let Some(script) = self.script(site.instance) else { return false };
        let region = script.expr(site.expr).region;
        let left = Cell::new(0);
        !REFUSALS.into_iter().any(|code| {
            left.set(MOST_CONDITIONS);
            let (function, instance) = (site.caller, site.instance);
            Reader { codes: self, script, function, instance, code, left: &left }
                .enters(region, DEEPEST)
        })
    }

    /// Whether what `function` gives depends on the code of something.
    fn reads_code(&self, function: FunctionNode) -> bool {
        let (instance, id) = self.semantics.values.function(function);
        let is_code = |script: &Script, part| match script.kind(part) {
            ExprKind::Member { property, .. } => script.name(*property) == CODE,
            _ => false,
        };
        self.script(instance)
            .is_some_and(|script| result(script, id).into_iter().any(|part| is_code(script, part)))
    }

    fn script(&self, instance: InstanceId) -> Option<&'a Script> {
        let file = self.semantics.values.instance(instance).file;
        self.files.get(file.index())?.script()
    }
}

impl Reader<'_, '_> {
    /// Whether a run with the code can come into `region`.
    fn enters(&self, region: RegionId, depth: u32) -> bool {
        self.script.enclosing(region).all(|(_, region)| match region.kind {
            RegionKind::Branch { condition, taken } => self.can_be(condition, taken, depth),
            RegionKind::Case { subject, .. } | RegionKind::Beside { subject, .. }
                if !self.is_code(subject) =>
            {
                true
            }
            RegionKind::Case { test: Some(test), .. } => self.is_one_of(test, true),
            RegionKind::Case { subject, test: None } => {
                self.script.cases(subject).all(|test| self.is_one_of(test, false))
            }
            RegionKind::Beside { test, .. } => self.is_one_of(test, false),
            _ => true,
        })
    }

    /// Whether `condition` can be `taken`; not where the code decides over it in a way that is not known.
    fn can_be(&self, condition: ExprId, taken: bool, depth: u32) -> bool {
        let (depth, left) = (depth.checked_sub(1), self.left.get().checked_sub(1));
        let (Some(depth), Some(left)) = (depth, left) else { return true };
        self.left.set(left);
        match self.script.kind(condition) {
            ExprKind::Bool(value) => *value == taken,
            ExprKind::Not(operand) => self.can_be(*operand, !taken, depth),
            ExprKind::Logical { operator, left, right } => {
                let (left, right) =
                    (self.can_be(*left, taken, depth), self.can_be(*right, taken, depth));
                if operator.takes_both(taken) { left && right } else { left || right }
            }
            ExprKind::Binary { operator, left, right } => {
                self.compared(condition, *operator, (*left, *right), taken)
            }
            ExprKind::Call(call) => self.called(condition, call, taken, depth),
            _ if self.is_code(condition) => taken,
            _ => {
                let held = self.script.held_at(condition);
                held.is_none_or(|held| self.can_be(held, taken, depth))
            }
        }
    }

    fn compared(
        &self,
        condition: ExprId,
        operator: Binary,
        (left, right): (ExprId, ExprId),
        taken: bool,
    ) -> bool {
        let Some(is_equal) = operator.equality(taken) else { return !self.depends(condition) };
        for (code, constant) in [(left, right), (right, left)] {
            if self.is_code(code) {
                return self.is_one_of(constant, is_equal);
            }
            // `[3, 11].indexOf(err.error) === -1`
            let is_none = matches!(self.script.kind(constant), ExprKind::Number(it) if *it == -1.0);
            if let (ExprKind::Call(call), true) = (self.script.kind(code), is_none)
                && let Some(items) = self.list_of(call, "indexOf")
            {
                return self.contains(items).is_some_and(|it| it != is_equal);
            }
        }
        !self.depends(condition)
    }

    /// Whether what `call` gives can be `taken`: of `includes`, or of a function of the program.
    fn called(&self, at: ExprId, call: &Call, taken: bool, depth: u32) -> bool {
        if let Some(items) = self.list_of(call, "includes") {
            return self.contains(items).is_some_and(|it| it == taken);
        }
        let functions = self.codes.tested.run_at(self.function, self.script, at);
        // What a function is given as a failure that was caught is not known.
        if call.arguments.iter().any(|it| self.is_caught(it.value))
            && functions.iter().any(|function| self.codes.reads_code(*function))
        {
            return false;
        }
        if functions.is_empty() {
            return !self.depends(at);
        }
        functions.into_iter().any(|function| self.gives(function, taken, depth))
    }

    /// Whether `function` can give something that is `taken`.
    fn gives(&self, function: FunctionNode, taken: bool, depth: u32) -> bool {
        let (instance, id) = self.codes.semantics.values.function(function);
        let Some(script) = self.codes.script(instance) else { return true };
        let Self { codes, code, left, .. } = *self;
        let reader = Reader { codes, script, function, instance, code, left };
        let body = script.function(id).body;
        let returns = &script.function(id).returns;
        let ends = returns.iter().any(|it| script.expr(*it).region == body);
        let mut given = returns.iter().take_while(|_| left.get() > 0);
        given.any(|it| {
            reader.enters(script.expr(*it).region, depth) && reader.can_be(*it, taken, depth)
        }) || (!ends && !taken)
            || left.get() == 0
    }

    /// The items of the list whose `method` is called with the code.
    fn list_of(&self, call: &Call, method: &str) -> Option<&[Argument]> {
        let ExprKind::Member { object, property, .. } = self.script.kind(call.callee) else {
            return None;
        };
        let argument = call.arguments.first()?.value;
        if self.script.name(*property) != method || !self.is_code(argument) {
            return None;
        }
        match self.script.kind(self.script.settled(*object)) {
            ExprKind::Array(items) => Some(items),
            _ => None,
        }
    }

    /// Whether the code is among `items`; `None` where one that is not known may be it.
    fn contains(&self, items: &[Argument]) -> Option<bool> {
        let mut items = items.iter().map(|it| self.number(it.value).filter(|_| !it.spread));
        items.try_fold(false, |found, item| Some(found || item? == self.code))
    }

    /// Whether the code is `test`, or one of several, or not; `false` where that is not known.
    fn is_one_of(&self, test: ExprId, is_equal: bool) -> bool {
        let tests = match self.script.kind(test) {
            ExprKind::Unknown(tests) => tests,
            _ => &[test][..],
        };
        let mut numbers = tests.iter().map(|it| self.number(*it));
        let found = numbers.try_fold(false, |found, it| Some(found || it? == self.code));
        found.is_some_and(|it| it == is_equal)
    }

    /// The number that `expr` is, or says.
    fn number(&self, expr: ExprId) -> Option<f64> {
        match self.script.kind(self.script.settled(expr)) {
            ExprKind::Number(number) => Some(*number),
            ExprKind::String(text) => self.script.name(*text).trim().parse().ok(),
            // `undefined` and `null` are no code.
            ExprKind::Undefined | ExprKind::Null => Some(f64::NAN),
            _ => None,
        }
    }

    /// Whether `expr` is what a `catch` caught.
    fn is_caught(&self, expr: ExprId) -> bool {
        *self.script.kind(self.script.settled(expr)) == ExprKind::Caught
    }

    /// Whether `condition` depends on the code.
    fn depends(&self, condition: ExprId) -> bool {
        parts(self.script, vec![condition]).into_iter().any(|part| self.is_code(part))
    }

    /// Whether `expr` is the code of a failure, also as a number or a text.
    fn is_code(&self, expr: ExprId) -> bool {
        let mut at = expr;
        for _ in 0..DEEPEST {
            let values = &self.codes.semantics.values;
            let node = values.value(self.instance, self.script, at);
            let mut tokens = node.into_iter().flat_map(|node| values.each(node));
            let is_code = |token| match token {
                Token::Host(path) => is_code(self.codes.platform, values.symbols.text(path)),
                _ => false,
            };
            if tokens.any(is_code) {
                return true;
            }
            at = self.script.settled(at);
            if let ExprKind::Member { object, property, .. } = self.script.kind(at) {
                return self.script.name(*property) == CODE && self.is_caught(*object);
            }
            match inner(self.script, at) {
                Some(inner) => at = inner,
                None => return false,
            }
        }
        false
    }
}

/// What `expr` makes a number or a text of: `Number(x)`, `+x`, `` `${x}` ``, `x.toString()`.
fn inner(script: &Script, expr: ExprId) -> Option<ExprId> {
    match script.kind(expr) {
        ExprKind::Unary(value) => Some(*value),
        ExprKind::Template(template) => match &template.values[..] {
            [value] => Some(*value),
            _ => None,
        },
        ExprKind::Call(call) => match script.kind(call.callee) {
            ExprKind::Global(name)
                if matches!(script.name(*name), "Number" | "String" | "parseInt") =>
            {
                call.arguments.first().map(|it| it.value)
            }
            ExprKind::Member { object, property, .. } if script.name(*property) == "toString" => {
                Some(*object)
            }
            _ => None,
        },
        _ => None,
    }
}

/// Whether `path` is the code of a failure of something that asks for consent.
fn is_code(platform: &Platform, path: &str) -> bool {
    let Some((api, CODE)) = path.rsplit_once('.') else { return false };
    let api = api.strip_suffix('!').or_else(|| api.strip_suffix("()"));
    api.is_some_and(|api| asks(platform, api))
}
