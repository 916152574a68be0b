//! Questions of consent: the places that ask, what they ask for, what starts them, and whether they
//! come back.

pub mod api;
pub mod asked;
pub(super) mod asked_together;
pub mod auth_page;
pub mod consent;
pub mod flow;
pub mod guide;
pub(super) mod library;
pub mod precheck;
pub mod prompt;
pub mod repeat;
pub(super) mod rounds;
pub mod scope_source;
pub mod site;
