//! Text, ids and places: the ground every other layer stands on.

mod lines;
mod path;
mod seen;
mod span;

pub use lines::{LineIndex, Position};
pub use path::RelPath;
pub use seen::Paths;
pub use span::{FileId, FileSpan, Span};

/// What a file is read as, decided by its name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// An `.axml` template.
    Template,
    /// A `.js` or `.ts` script, also `.mjs` and `.cjs` of a package.
    Script {
        /// Whether the file is read as TypeScript.
        typescript: bool,
    },
    /// A `.json` manifest or configuration of a unit.
    Json,
}

impl FileKind {
    /// The kind of the file called `path`, or `None` for what a mini program does not run.
    ///
    /// Declarations (`.d.ts`) hold no code and SJS cannot call the wallet (FACTS §5E.7).
    #[must_use]
    pub fn of(path: &str) -> Option<Self> {
        if path.ends_with(".d.ts") {
            return None;
        }
        match path.rsplit_once('.')?.1 {
            "axml" => Some(Self::Template),
            "js" | "mjs" | "cjs" => Some(Self::Script { typescript: false }),
            "ts" => Some(Self::Script { typescript: true }),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}
