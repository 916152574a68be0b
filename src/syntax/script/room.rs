//! A stack that is large enough for what recurses.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

/// Units of nesting that any thread has the stack for.
const ANYWHERE: u32 = 300;
/// Bytes of stack for each unit beyond.
const UNIT: usize = 8 * 1024;
/// Bytes of stack for what does not nest.
const BASE: usize = 16 * 1024 * 1024;

/// Runs `work`, whose recursion needs the stack of `units`.
///
/// `None` where `work` panics, as the parser does on rare inputs, or where no such stack is to be had.
pub(super) fn with_room<T: Send>(units: u32, work: impl FnOnce() -> T + Send) -> Option<T> {
    if units <= ANYWHERE {
        return catch_unwind(AssertUnwindSafe(work)).ok();
    }
    let builder = thread::Builder::new().stack_size(BASE + units as usize * UNIT);
    thread::scope(|scope| builder.spawn_scoped(scope, work).ok()?.join().ok())
}
