//! Members that are copied one by one, by a key that is not known, where a call does so.

use crate::semantic::values::CallId;
use crate::semantic::values::solve::Solver;
use crate::syntax::script::{Argument, Call, ExprId, ExprKind, FunctionId, Script};

impl<'a> Solver<'a> {
    /// Copies the members that `call`, of `Object.defineProperty`, defines to be those of another object.
    pub(in crate::semantic::values) fn define_by_key(&mut self, call: CallId) {
        let Some((script, written)) = self.written_call(call) else { return };
        for source in script.described_by_key(written) {
            self.copy_from(call, script, source);
        }
    }

    /// Copies all members that `call`, of `Object.defineProperties`, defines to be those of another object.
    pub(in crate::semantic::values) fn define_whole(&mut self, call: CallId) {
        let Some((script, written)) = self.written_call(call) else { return };
        if let Some(source) = script.described_whole(written) {
            self.copy_from(call, script, source);
        }
    }

    /// Copies the members that `call` hands to `function`, if that writes the member of its first
    /// argument that its second names: `define(target, key, source[key])`.
    pub(in crate::semantic::values) fn hand_by_key(
        &mut self,
        call: CallId,
        script: &Script,
        function: FunctionId,
    ) {
        if !script.function(function).defines {
            return;
        }
        let Some((script, written)) = self.written_call(call) else { return };
        let [_, Argument { value: key, .. }, Argument { value, .. }, ..] = &*written.arguments
        else {
            return;
        };
        if let Some(source) = script.copied_by_key(*key, *value) {
            self.copy_from(call, script, source);
        }
    }

    /// What is written where `call` is made, with its script.
    pub(in crate::semantic::values) fn written_call(
        &self,
        call: CallId,
    ) -> Option<(&'a Script, &'a Call)> {
        let site = self.values.call(call);
        let script = self.script(site.instance)?;
        match script.kind(site.expr) {
            ExprKind::Call(call) => Some((script, call)),
            _ => None,
        }
    }

    /// Copies the members of `source` to the first argument of `call`.
    fn copy_from(&mut self, call: CallId, script: &'a Script, source: ExprId) {
        let site = self.values.call(call);
        let instance = site.instance;
        let Some((target, false)) = site.arguments.first().copied() else { return };
        let source = self.value(instance, script, source);
        self.copy_members(target, source);
    }
}
