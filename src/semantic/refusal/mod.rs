//! What happens when a question of consent is refused: who hears it, what runs then, and what that comes
//! to.

pub(super) mod attempt;
pub(super) mod error_code;
mod event;
pub mod exit;
pub(super) mod failed;
pub mod finality;
mod gate;
pub mod heard;
pub(super) mod looped;
pub mod refused;
pub mod refusing;
pub(super) mod rejection;
pub(super) mod released;
pub(super) mod settling;
pub(super) mod since;
pub(super) mod trace;
pub(super) mod worth;
pub(super) mod writes;
