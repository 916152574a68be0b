//! The data of pages and components, and what the storage keeps: what they begin with, what sets them,
//! what they depend on.

pub mod effect;
pub mod fixed;
pub(super) mod keeping;
pub(super) mod kept;
pub(super) mod member_reads;
pub(super) mod referred;
pub(super) mod remembered;
pub(super) mod setting;
pub(super) mod stored;
pub mod visible;
pub(super) mod withheld;
