//! Which members an object surely has, as it is written: what is spread after others replaces those of
//! the same name, of `{ onLoad() {}, ...hooks }` the own one if `hooks` has another.

use crate::semantic::symbols::{Symbol, known};
use crate::semantic::values::module::imported::Place;
use crate::semantic::values::solve::Solver;
use crate::semantic::values::{CallId, InstanceId};
use crate::syntax::script::{Call, ExprId, ExprKind, Key, Name, Property, Script};

/// Of an object with more members, those of what it spreads included, no further ones are known.
const MOST: usize = 512;

impl<'a> Solver<'a> {
    /// The names of the members that the object at `place` surely has from its making on.
    pub(in crate::semantic::values) fn sure_names(&self, place: Place<'a>) -> Vec<Symbol> {
        let (mut names, mut work, mut left) = (Vec::new(), vec![place], MOST);
        while let Some(place) = work.pop() {
            let Some(place) = self.behind(place) else { continue };
            match place.kind() {
                ExprKind::Object(members) => {
                    let members = members.iter().take(left);
                    left -= members.len();
                    for member in members {
                        match member {
                            Property::Spread(value) => work.push(place.at(*value)),
                            _ => names.extend(self.name_of(place, member)),
                        }
                    }
                }
                ExprKind::Call(call) if place.script.is_assign(call) => {
                    let arguments = call.arguments.iter().take(left);
                    left -= arguments.len();
                    let objects = arguments.filter(|argument| !argument.spread);
                    work.extend(objects.map(|object| place.at(object.value)));
                }
                _ => {}
            }
        }
        names
    }

    /// The same of argument `at` of `call`, where it is written.
    pub(in crate::semantic::values) fn names_handed(&self, call: CallId, at: usize) -> Vec<Symbol> {
        let site = self.values.call(call);
        let (file, count) = (self.file_of(site.instance), site.arguments.len());
        let Some((script, written)) = self.written_call(call) else { return Vec::new() };
        let argument = written.arguments.get(at).filter(|it| !it.spread);
        match argument.filter(|_| written.arguments.len() == count) {
            Some(argument) => self.sure_names(Place { file, script, expr: argument.value }),
            None => Vec::new(),
        }
    }

    fn name_of(&self, place: Place<'a>, member: &Property) -> Option<Symbol> {
        let (Property::Value { key: Key::Name(Name(name), _), .. }
        | Property::Getter { key: Key::Name(Name(name), _), .. }
        | Property::Setter { key: Key::Name(Name(name), _), .. }) = member
        else {
            return None;
        };
        let symbols = self.values.name_symbols.get(place.file.index())?;
        symbols.get(*name as usize).copied().filter(|name| *name != known::PROTO)
    }

    /// The names of the members that the literal `id` surely gets after its own: those of the other
    /// arguments of the `Object.assign` that it is the target of.
    pub(in crate::semantic::values) fn names_assigned_to(
        &self,
        instance: InstanceId,
        script: &'a Script,
        id: ExprId,
    ) -> Vec<Symbol> {
        let file = self.file_of(instance);
        let call = self.facts[file.index()].assigned.get(&id).map(|call| script.kind(*call));
        let Some(ExprKind::Call(Call { arguments, .. })) = call else { return Vec::new() };
        let sources = arguments.iter().skip(1).filter(|argument| !argument.spread);
        sources.flat_map(|it| self.sure_names(Place { file, script, expr: it.value })).collect()
    }
}
