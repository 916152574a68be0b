//! Members that an object surely lacks: `this.options.auto` where it was made with `{ prop: 'user' }`.
//!
//! An object that is known may still not be the only one that gets there. So each way back to where it
//! was made has to be known too, and nothing may be known to give it the member later.

use crate::semantic::symbols::{Symbol, hidden};
use crate::semantic::values::{CallKind, CallSite, InstanceId, Node, Token, Values};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{
    ExprId, ExprKind, FunctionId, Key, Logical, Name, Property, Script, Target,
};

use rustc_hash::FxHashSet;

/// No more expressions are looked at on the ways back.
const MOST_STEPS: u32 = 32;

/// A field is looked for in so many expressions before its read.
const MOST_BEFORE: usize = 400;

/// What all objects have.
const INHERITED: &[&str] = &[
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// What all functions have besides.
const OF_FUNCTIONS: &[&str] =
    &["apply", "arguments", "bind", "call", "caller", "length", "name", "prototype"];

/// A reader of what objects lack.
pub(in crate::semantic) struct Lacking<'a> {
    files: &'a [File],
    values: &'a Values,
    /// The objects that others write to: code that was not read, or such as `Object.assign`.
    lent: FxHashSet<Token>,
}

/// An expression as seen in a copy.
#[derive(Clone, Copy)]
struct At<'a> {
    instance: InstanceId,
    script: &'a Script,
    expr: ExprId,
}

/// Where what an expression can be was made.
struct Made {
    nodes: Vec<Node>,
    seen: FxHashSet<(InstanceId, ExprId)>,
    steps: u32,
}

impl<'a> Lacking<'a> {
    pub(in crate::semantic) fn new(files: &'a [File], values: &'a Values) -> Self {
        let writes =
            |path: Symbol| path == hidden::ANY || values.symbols.text(path).starts_with("Object.");
        let writing = values.host_calls.iter().filter(|host| writes(host.path));
        let given = writing.flat_map(|host| values.call(host.call).arguments.iter());
        let lent = given.flat_map(|(node, _)| values.each(*node)).collect();
        Self { files, values, lent }
    }

    /// Whether `expr`, as seen in `instance`, reads a member that what it is read from surely lacks.
    pub(in crate::semantic) fn is_absent(
        &self,
        instance: InstanceId,
        script: &'a Script,
        expr: ExprId,
    ) -> bool {
        let ExprKind::Member { object, property, .. } = script.kind(expr) else { return false };
        let name = script.name(*property);
        let Some(key) = self.values.symbols.find(name).filter(|_| !INHERITED.contains(&name))
        else {
            return false;
        };
        let mut made = Made { nodes: Vec::new(), seen: FxHashSet::default(), steps: MOST_STEPS };
        let object = At { instance, script, expr: *object };
        let is_known = self.find(object, &mut made) && !made.nodes.is_empty();
        is_known && made.nodes.iter().all(|node| self.all_lack(*node, name, key))
    }

    /// Whether all that `node` can be are known to lack the member.
    fn all_lack(&self, node: Node, name: &str, key: Symbol) -> bool {
        let mut objects = self.values.each(node).peekable();
        objects.peek().is_some() && objects.all(|object| self.lacks(object, name, key))
    }

    fn lacks(&self, object: Token, name: &str, key: Symbol) -> bool {
        let is_plain = match object {
            Token::Object(_) => true,
            Token::Function(..) => !OF_FUNCTIONS.contains(&name),
            _ => false,
        };
        let values = self.values;
        is_plain
            && values.is_without(object, key)
            && !values.is_stored(object, key)
            && !self.lent.contains(&object)
    }

    /// Adds where all that `at` can be was made; whether all ways back are known.
    fn find(&self, at: At<'a>, made: &mut Made) -> bool {
        let Some(left) = made.steps.checked_sub(1) else { return false };
        made.steps = left;
        if !made.seen.insert((at.instance, at.expr)) {
            return true;
        }
        let mut go = |expr: &ExprId| self.find(At { expr: *expr, ..at }, made);
        match at.script.kind(at.expr) {
            ExprKind::Undefined | ExprKind::Null => true,
            ExprKind::Logical { operator: Logical::Or | Logical::Nullish, left, right } => {
                go(left) && go(right)
            }
            ExprKind::Conditional { yes, no, .. } => go(yes) && go(no),
            ExprKind::Binding(binding) => {
                let writes = &at.script.binding(*binding).writes;
                !writes.is_empty()
                    && writes
                        .iter()
                        .all(|write| at.script.value_written(*write).is_some_and(|it| go(&it)))
            }
            ExprKind::Member { object, property, .. } => {
                matches!(at.script.kind(*object), ExprKind::This)
                    && field(at, *property).is_some_and(|it| go(&it))
            }
            ExprKind::Param(position) => {
                let function = at.script.expr(at.expr).function;
                match self.argument((at.instance, function), *position) {
                    Some(Some(given)) => self.find(given, made),
                    Some(None) => true,
                    None => false,
                }
            }
            ExprKind::Object(members) => {
                let spreads = members.iter().filter_map(|member| match member {
                    Property::Spread(value) => Some(value),
                    _ => None,
                });
                is_plain(members) && spreads.into_iter().all(&mut go) && self.add(at, made)
            }
            ExprKind::Function(_) => self.add(at, made),
            _ => false,
        }
    }

    fn add(&self, at: At<'a>, made: &mut Made) -> bool {
        let node = self.values.value(at.instance, at.script, at.expr);
        made.nodes.extend(node);
        node.is_some()
    }

    /// What the call that the copy of `function` around `instance` was made for hands over;
    /// `Some(None)` where it hands over fewer, `None` where that is not known.
    fn argument(
        &self,
        (instance, function): (InstanceId, FunctionId),
        position: u32,
    ) -> Option<Option<At<'a>>> {
        let (mut instance, mut function) = (instance, function);
        for _ in 0..MOST_STEPS {
            let copy = self.values.instance(self.values.holder(instance, function)?);
            let site = self.values.call(copy.call.filter(|_| copy.root == function)?);
            let (script, is_passed_on) = self.plainly_handed(site)?;
            if !is_passed_on {
                let ExprKind::Call(call) = script.kind(site.expr) else { return None };
                let given = call.arguments.iter().find(|argument| argument.position == position);
                let at = |expr| At { instance: site.instance, script, expr };
                return Some(given.map(|argument| at(argument.value)));
            }
            instance = site.instance;
            function = script.receiver(script.expr(site.expr).function);
        }
        None
    }

    /// The script of the call `site`, and whether that hands on all that its own function is given:
    /// `super(...arguments)`; `None` where it hands over something else than what is written there.
    fn plainly_handed(&self, site: &CallSite) -> Option<(&'a Script, bool)> {
        let file: FileId = self.values.instance(site.instance).file;
        let script = self.files[file.index()].script()?;
        let ExprKind::Call(call) = script.kind(site.expr) else { return None };
        let is_call =
            matches!(site.kind, CallKind::Call | CallKind::New) && !script.is_indirect(call);
        let is_whole = call.arguments.len() == site.arguments.len();
        let is_passed_on = match &*call.arguments {
            [all] => all.spread && matches!(script.kind(all.value), ExprKind::Arguments),
            _ => false,
        };
        let is_plain = is_passed_on || call.arguments.iter().all(|argument| !argument.spread);
        (is_call && is_whole && is_plain).then_some((script, is_passed_on))
    }
}

/// Whether the names of all `members` are written down.
fn is_plain(members: &[Property]) -> bool {
    members.iter().all(|member| match member {
        Property::Value { key, .. }
        | Property::Getter { key, .. }
        | Property::Setter { key, .. } => {
            matches!(key, Key::Name(..))
        }
        Property::Spread(_) => true,
    })
}

/// What the field `name` of `this` was surely given last before `at` reads it, in the same function.
fn field(at: At<'_>, name: Name) -> Option<ExprId> {
    let script = at.script;
    let read = script.expr(at.expr);
    let before = (0..at.expr.0).rev().map(ExprId).take(MOST_BEFORE);
    let mut written = before.filter_map(|id| match script.kind(id) {
        ExprKind::Assign { target: Target::Member { object, property }, value }
            if *property == name && matches!(script.kind(*object), ExprKind::This) =>
        {
            Some((script.expr(id), *value))
        }
        _ => None,
    });
    let (write, value) = written.next()?;
    let is_sure = write.function == read.function
        && script.enclosing(read.region).any(|(region, _)| region == write.region);
    is_sure.then_some(value)
}
