//! What files are that no manifest names: left-over pages, components of a library, or nothing.

use crate::project::UnitKind;
use crate::project::index::{Index, Triple};
use crate::syntax::json::Value;
use crate::syntax::script::{Call, ExprId, ExprKind, MODULE, Script};

/// What `files` are, if they are a unit: a template is one, unless it is a part of others
/// (`is_part`) and no configuration calls it a component; a script alone must register a page or
/// component itself, and so must the script of a template that is a part of others.
pub(super) fn kind(index: &Index<'_>, files: Triple, is_part: bool) -> Option<UnitKind> {
    let config = files.config.and_then(|id| index.file(id).json());
    let says = config.and_then(|it| it.get("component")).and_then(Value::as_bool) == Some(true);
    let script = files.script.and_then(|id| index.file(id).script());
    let found = script.map(registrations).unwrap_or_default();
    let registers = found.page_at_top || found.component_at_top;
    let is_unit = match (files.template, files.script) {
        (Some(_), _) => !is_part || says || registers,
        (None, _) => registers,
    };
    let is_component = says || (found.component && !found.page);
    is_unit.then_some(if is_component { UnitKind::Component } else { UnitKind::Page })
}

/// What the calls of a script look like: `Page`, `Component`, and wrappers called after them.
#[derive(Clone, Copy, Default)]
struct Registrations {
    page: bool,
    component: bool,
    page_at_top: bool,
    component_at_top: bool,
}

fn registrations(script: &Script) -> Registrations {
    let mut found = Registrations::default();
    for (_, expr, call) in script.calls().filter(|(_, _, call)| !call.arguments.is_empty()) {
        let at_top = expr.function == MODULE;
        match callee(script, call.callee) {
            Some("Page") => (found.page, found.page_at_top) = (true, found.page_at_top || at_top),
            Some("Component") => {
                (found.component, found.component_at_top) =
                    (true, found.component_at_top || at_top);
            }
            Some(name) if at_top && takes_object(script, call) => {
                found.page |= name.contains("Page");
                found.component |= name.contains("Component");
            }
            _ => {}
        }
    }
    found
}

/// The name that is called, also of an imported or exported function.
fn callee(script: &Script, callee: ExprId) -> Option<&str> {
    let name = match script.kind(callee) {
        ExprKind::Global(name) => *name,
        ExprKind::Binding(binding) => script.binding(*binding).name,
        ExprKind::Member { property, .. } => *property,
        ExprKind::Sequence(parts) => match script.kind(*parts.last()?) {
            ExprKind::Member { property, .. } => *property,
            _ => return None,
        },
        _ => return None,
    };
    Some(script.name(name))
}

fn takes_object(script: &Script, call: &Call) -> bool {
    let first = call.arguments.first();
    first.is_some_and(|argument| matches!(script.kind(argument.value), ExprKind::Object(_)))
}
