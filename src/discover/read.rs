//! Files to texts.

use std::fs::{self, File, Metadata};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use crate::discover::{Bounds, NotChecked};
use crate::source::RelPath;

/// No hand-written file of a mini program comes near; what is larger would only cost time.
const MAX_BYTES: u64 = 16 << 20;

/// The text of `path`; `None` where there is no such file.
///
/// A link is followed unless it leads out of `bounds`.
#[must_use]
pub fn read(bounds: &Bounds, path: &RelPath) -> Option<Result<Arc<str>, NotChecked>> {
    let metadata = fs::metadata(bounds.base().join(path.as_str())).ok()?;
    if metadata.is_dir() {
        return None;
    }
    if !metadata.is_file() {
        return Some(Err(NotChecked::NotAFile));
    }
    Some(match bounds.real(path) {
        Ok(Some(real)) => file(&real),
        Ok(None) => Err(NotChecked::LeadsOut),
        Err(_) => Err(NotChecked::Unreadable),
    })
}

/// The text of a file; what is no UTF-8 in it is replaced.
pub(super) fn file(path: &Path) -> Result<Arc<str>, NotChecked> {
    text(&bytes(path).map_err(|_| NotChecked::Unreadable)?)
}

/// The text of a file that may be anything; of what cannot be read or is too large, none.
pub(super) fn whole(path: &Path) -> String {
    regular(path).and_then(|bytes| text(&bytes).ok()).as_deref().unwrap_or_default().to_owned()
}

/// The bytes of `path` if it is a file, at most one more than are allowed.
pub(super) fn regular(path: &Path) -> Option<Vec<u8>> {
    fs::metadata(path).ok().filter(Metadata::is_file)?;
    bytes(path).ok()
}

/// The text that `bytes` are; what is no UTF-8 in it is replaced.
pub(super) fn text(bytes: &[u8]) -> Result<Arc<str>, NotChecked> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(NotChecked::TooLarge);
    }
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, ..] | [_, 0, ..] => Err(NotChecked::Encoding),
        bytes => Ok(match str::from_utf8(bytes) {
            Ok(text) => text.into(),
            Err(_) => String::from_utf8_lossy(bytes).into(),
        }),
    }
}

/// The bytes of a file, at most one more than are allowed.
fn bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    let file = File::open(path)?;
    // What tells no size before it is read, as system files do, is read to its end.
    let size = file.metadata().map_or(0, |it| it.len().min(MAX_BYTES + 1));
    let most = if size == 0 { MAX_BYTES + 1 } else { size };
    let mut bytes = Vec::with_capacity(size as usize);
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}
