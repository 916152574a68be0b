//! Programs that have nothing to do with consent: what their scripts do need not be known.

use crate::platform::{Platform, tells_toolkit};
use crate::syntax::File;

use super::markup::Markup;

/// Whether no script names anything that a rule could speak of.
#[must_use]
pub(super) fn scripts_are_quiet(files: &[File], platform: &Platform) -> bool {
    let names = || files.iter().filter_map(File::script).flat_map(|script| &script.names);
    let is_in_toolkit = || {
        names().any(|name| platform.asks_in_toolkits(name))
            && names().any(|name| tells_toolkit(name))
    };
    !names().any(|name| platform.concerns_consent(name)) && !is_in_toolkit()
}

/// Whether no template asks for consent, or for an agreement to it.
#[must_use]
pub(super) fn templates_are_quiet(markup: &Markup) -> bool {
    markup.buttons.is_empty() && markup.tags.is_empty() && markup.choices.is_empty()
}
