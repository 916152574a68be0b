//! What assignments write to.

use crate::semantic::values::InstanceId;
use crate::semantic::values::builtin::polyfill::is_polyfill;
use crate::semantic::values::solve::{Solver, Watch};
use crate::syntax::script::{ExprId, Script, Target};

impl<'a> Solver<'a> {
    pub(in crate::semantic::values) fn assign(
        &mut self,
        instance: InstanceId,
        script: &'a Script,
        (id, target): (ExprId, Target),
        value: ExprId,
    ) {
        let mut from = self.value(instance, script, value);
        match target {
            Target::Binding(binding) => {
                let into = self.binding(instance, binding);
                self.edge(from, into);
            }
            // The platform has what the language gives, and so never comes there.
            Target::Global(name) if is_polyfill(script, (id, name), value) => {}
            Target::Global(name) => {
                let name = self.name(instance, name);
                let into = self.global(name);
                self.edge(from, into);
            }
            Target::Member { object, property, .. } => {
                let object = self.value(instance, script, object);
                let property = self.name(instance, property);
                if self.accessors.contains(&property) {
                    // A setter's call needs a place in the text.
                    let place = self.expr_node(instance, id);
                    self.edge(from, place);
                    from = place;
                }
                self.watch(object, Watch::Store { property, from });
            }
            Target::Index { object, index } => {
                let key = index;
                let object = self.value(instance, script, object);
                if let Some(source) = script.copied_by_key(key, value) {
                    let source = self.value(instance, script, source);
                    self.copy_members(object, source);
                }
                let index = self.value(instance, script, index);
                self.watch(object, Watch::IndexStore { index, from });
                self.watch(index, Watch::StoreKey { object, from });
            }
        }
    }
}
