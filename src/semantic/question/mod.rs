//! Questions of consent: the places that ask, what they ask for, what starts them, and whether they
//! come back.

pub(super) mod asked_together;
pub mod auth_page;
pub mod consent;
pub(super) mod dialog;
pub mod fallback;
pub mod flow;
pub mod guide;
pub mod precheck;
pub mod repeat;
mod repeated;
pub(super) mod rounds;
pub mod scope_source;
pub(super) mod spent;
pub(super) mod support;
