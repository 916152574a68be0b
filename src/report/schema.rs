//! JSON Schemas of what is published.

pub use crate::report::config_schema::render as config;
pub use crate::report::json::schema as output;
