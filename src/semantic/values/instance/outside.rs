//! Constants that stand elsewhere than in the functions that read them: what modules export, members
//! of enums, of classes and of objects that nothing writes to.

use crate::semantic::values::module::imported::Place;
use crate::syntax::script::{ExprId, ExprKind};

use super::constant::Constant;
use super::written::Written;

impl<'a> Written<'_, 'a> {
    /// The constant that `expr`, a variable or a member, surely is, whichever call this copy is for.
    pub(super) fn outside(&self, expr: ExprId, depth: u32) -> Option<Constant<'a>> {
        let file = self.solver.file_of(self.instance);
        let place = Place { file, script: self.script, expr };
        let found = self.solver.behind(place)?;
        let found = match found.kind() {
            ExprKind::Member { object, property, .. } => {
                let name = found.script.name(*property);
                self.solver.unchanged_member(found.at(*object), name)?
            }
            _ => found,
        };
        if (found.file, found.expr) == (file, expr) {
            return None;
        }
        let instance = self.solver.values.base(found.file)?;
        Written { instance, script: found.script, fates: None, ..*self }.value(found.expr, depth)
    }
}
