//! A script's tree as text: every function with what it evaluates, each step with its regions.

use std::fmt::Write;

use super::super::*;

/// The lines of `script`: functions in order, of each the expressions that no other one uses.
pub(super) fn print(script: &Script) -> String {
    let mut used = vec![false; script.exprs.len()];
    for (_, expr) in script.exprs() {
        expr.kind.operands().iter().for_each(|id| used[id.0 as usize] = true);
    }
    for class in &script.classes {
        class.superclass.iter().for_each(|id| used[id.0 as usize] = true);
        for member in &class.members {
            let (Property::Value { value, .. }
            | Property::Getter { value, .. }
            | Property::Setter { value, .. }
            | Property::Spread(value)) = member.property;
            used[value.0 as usize] = true;
        }
    }
    let mut out = String::new();
    for (at, function) in script.functions.iter().enumerate() {
        if at > 0 {
            writeln!(out, "{}", header(script, at, function)).unwrap();
        }
        for (id, expr) in script.exprs().filter(|(_, expr)| expr.function.0 as usize == at) {
            let returned = function.returns.contains(&id);
            let is_step = !used[id.0 as usize] && !is_silent(script, id) || returned;
            if is_step {
                let what = if returned { "return " } else { "" };
                let value = text(script, id);
                writeln!(out, "  {}{what}{value}", regions(script, expr.region)).unwrap();
            }
        }
    }
    out
}

fn is_silent(script: &Script, id: ExprId) -> bool {
    matches!(script.kind(id), ExprKind::Param(_) | ExprKind::RestParam(_))
}

fn header(script: &Script, at: usize, function: &Function) -> String {
    let name = function.name.map_or("-", |name| script.name(name));
    let star = if function.is_generator { "*" } else { "" };
    let kind = format!("{:?}", function.kind).to_lowercase();
    let wait = if function.is_async { "async " } else { "" };
    format!("f{at} {wait}{kind}{star} {name}")
}

fn regions(script: &Script, region: RegionId) -> String {
    let mut parts: Vec<String> = script
        .enclosing(region)
        .filter_map(|(_, region)| {
            Some(
                match region.kind {
                    RegionKind::Body => return None,
                    RegionKind::Branch { condition, taken: true } => {
                        format!("if {}", text(script, condition))
                    }
                    RegionKind::Branch { condition, taken: false } => {
                        format!("unless {}", text(script, condition))
                    }
                    RegionKind::Case { subject, test } => {
                        let test = test.map_or("default".to_owned(), |test| text(script, test));
                        format!("case {} of {test}", text(script, subject))
                    }
                    RegionKind::Fallen => "case".to_owned(),
                    RegionKind::Beside { subject, test } => {
                        format!("beside {} of {}", text(script, subject), text(script, test))
                    }
                    RegionKind::Try { caught } => format!("try{}", if caught { "" } else { "!" }),
                    RegionKind::Catch { leaves } => {
                        format!("catch{}", if leaves { "!" } else { "" })
                    }
                    RegionKind::Finally => "finally".to_owned(),
                    RegionKind::Loop(_) => "loop".to_owned(),
                    RegionKind::Behind => "never".to_owned(),
                } + " | ",
            )
        })
        .collect();
    parts.reverse();
    parts.concat()
}

/// An expression, nearly as it would be written; globals have a `$`, parameters' values a `%`.
pub(super) fn text(script: &Script, id: ExprId) -> String {
    let name = |name: &Name| script.name(*name).to_owned();
    match script.kind(id) {
        ExprKind::Undefined => "undefined".into(),
        ExprKind::Null => "null".into(),
        ExprKind::Bool(value) => value.to_string(),
        ExprKind::Number(value) => value.to_string(),
        ExprKind::String(it) => format!("'{}'", name(it)),
        ExprKind::Regex => "regex".into(),
        ExprKind::Binding(it) => name(&script.binding(*it).name),
        ExprKind::Global(it) => format!("${}", name(it)),
        ExprKind::Param(at) => format!("%{at}"),
        ExprKind::RestParam(at) => format!("%...{at}"),
        ExprKind::This => "this".into(),
        ExprKind::Super => "super".into(),
        ExprKind::Arguments => "arguments".into(),
        ExprKind::NewTarget => "new.target".into(),
        ExprKind::ImportMeta => "import.meta".into(),
        ExprKind::Function(id) => format!("f{}", id.0),
        ExprKind::Class(id) => class(script, script.class(*id)),
        ExprKind::Caught => "caught".into(),
        kind => composed(script, kind),
    }
}

fn composed(script: &Script, kind: &ExprKind) -> String {
    let of = |id: &ExprId| text(script, *id);
    let name = |name: &Name| script.name(*name).to_owned();
    let list = |values: &[ExprId]| values.iter().map(of).collect::<Vec<_>>().join(", ");
    match kind {
        ExprKind::Template(template) => {
            let Template { texts, values } = &**template;
            let parts = values.iter().zip(&texts[1..]);
            let parts: Vec<String> =
                parts.map(|(value, after)| format!("${{{}}}{}", of(value), name(after))).collect();
            format!("`{}{}`", name(&texts[0]), parts.concat())
        }
        ExprKind::Object(properties) => {
            let parts: Vec<String> = properties.iter().map(|it| property(script, it)).collect();
            format!("{{{}}}", parts.join(", "))
        }
        ExprKind::Array(items) => format!("[{}]", arguments(script, items)),
        ExprKind::Member { object, property, .. } => format!("{}.{}", of(object), name(property)),
        ExprKind::Index { object, index } => format!("{}[{}]", of(object), of(index)),
        ExprKind::Rest(object) => format!("rest({})", of(object)),
        ExprKind::RestItems { list, from } => format!("rest({} from {from})", of(list)),
        ExprKind::Call(call) => {
            let new = if call.is_new { "new " } else { "" };
            format!("{new}{}({})", of(&call.callee), arguments(script, &call.arguments))
        }
        ExprKind::Tagged(it) => format!("{}`{}`", of(&it.tag), list(&it.values)),
        ExprKind::Element(it) => format!("element({})", of(it)),
        ExprKind::Import(it) => format!("import({})", of(it)),
        ExprKind::Await(it) => format!("await({})", of(it)),
        ExprKind::Throw(it) => format!("throw({})", of(it)),
        ExprKind::Not(it) => format!("!{}", of(it)),
        ExprKind::TypeOf(it) => format!("typeof({})", of(it)),
        ExprKind::Delete(it) => format!("delete({})", of(it)),
        ExprKind::Unary(it) => format!("unary({})", of(it)),
        ExprKind::Yield { value, delegate } => {
            let star = if *delegate { "*" } else { "" };
            format!("yield{star}({})", value.map_or(String::new(), |it| of(&it)))
        }
        ExprKind::Binary { operator, left, right } => {
            format!("({} {operator:?} {})", of(left), of(right))
        }
        ExprKind::Logical { operator, left, right } => {
            format!("({} {operator:?} {})", of(left), of(right))
        }
        ExprKind::Conditional { test, yes, no } => {
            format!("({} ? {} : {})", of(test), of(yes), of(no))
        }
        ExprKind::Sequence(values) => format!("({})", list(values)),
        ExprKind::Assign { target: at, value } => format!("{} = {}", target(script, at), of(value)),
        ExprKind::Unknown(values) => format!("?({})", list(values)),
        _ => String::new(),
    }
}

fn arguments(script: &Script, items: &[Argument]) -> String {
    let item =
        |it: &Argument| format!("{}{}", if it.spread { "..." } else { "" }, text(script, it.value));
    items.iter().map(item).collect::<Vec<_>>().join(", ")
}

fn target(script: &Script, target: &Target) -> String {
    match target {
        Target::Binding(it) => script.name(script.binding(*it).name).to_owned(),
        Target::Global(it) => format!("${}", script.name(*it)),
        Target::Member { object, property, .. } => {
            format!("{}.{}", text(script, *object), script.name(*property))
        }
        Target::Index { object, index } => {
            format!("{}[{}]", text(script, *object), text(script, *index))
        }
    }
}

fn property(script: &Script, property: &Property) -> String {
    let key = |key: &Key| match key {
        Key::Name(name, _) => script.name(*name).to_owned(),
        Key::Computed(index) => format!("[{}]", text(script, *index)),
    };
    match property {
        Property::Value { key: at, value } => format!("{}: {}", key(at), text(script, *value)),
        Property::Getter { key: at, value } => format!("get {}: {}", key(at), text(script, *value)),
        Property::Setter { key: at, value } => format!("set {}: {}", key(at), text(script, *value)),
        Property::Spread(value) => format!("...{}", text(script, *value)),
    }
}

fn class(script: &Script, class: &Class) -> String {
    let mut parts = Vec::new();
    let name = class.name.map_or("-", |name| script.name(name));
    let base = class.superclass.map_or(String::new(), |it| format!(" < {}", text(script, it)));
    let own = if class.has_constructor { "" } else { "made " };
    parts.push(format!("{own}constructor f{}", class.constructor.0));
    parts.extend(class.initializer.map(|it| format!("fields f{}", it.0)));
    parts.extend(class.static_initializer.map(|it| format!("static f{}", it.0)));
    for member in &class.members {
        let own = if member.is_static { "static " } else { "" };
        parts.push(format!("{own}{}", property(script, &member.property)));
    }
    format!("class {name}{base} {{{}}}", parts.join(", "))
}
