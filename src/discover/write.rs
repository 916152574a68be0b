//! Texts to files: whole or not at all.

use std::fs::{self, Metadata, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::discover::Bounds;
use crate::source::RelPath;

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    /// Its bytes are no UTF-8: what was read is not all that stands there.
    #[error("not encoded as UTF-8")]
    Encoding,
    /// It is not what was read.
    #[error("changed since it was read")]
    Changed,
    /// Nobody may write to it.
    #[error("read-only")]
    ReadOnly,
    /// A link leads out of the checked folder.
    #[error("a link that leads out of the checked folder")]
    LeadsOut,
    /// The system refuses.
    #[error("{0}")]
    System(#[from] io::Error),
}

/// Whether `path` may get another text than `text`, which was read from it.
///
/// # Errors
///
/// The reason why not.
pub fn may_write(bounds: &Bounds, path: &RelPath, text: &str) -> Result<(), NotWritten> {
    let (real, metadata) = place(bounds, path)?;
    if metadata.permissions().readonly() {
        return Err(NotWritten::ReadOnly);
    }
    unchanged(&fs::read(real)?, text)
}

/// Writes `new` to `path`, where `text` stands.
///
/// The file has the old text or the new one, whatever happens: the new one is written to another
/// file of the folder, which then takes its place with its permissions. A link stays one.
///
/// # Errors
///
/// The reason why the file still has its old text.
pub fn write(bounds: &Bounds, path: &RelPath, text: &str, new: &str) -> Result<(), NotWritten> {
    let (real, metadata) = place(bounds, path)?;
    let folder = real.parent().ok_or(NotWritten::LeadsOut)?;
    let mut file = tempfile::Builder::new().prefix(".consentlint-").tempfile_in(folder)?;
    file.write_all(new.as_bytes())?;
    file.as_file().set_permissions(permissions(file.path(), &metadata))?;
    file.as_file().sync_all()?;
    let old = fs::read(&real)?;
    // Under another name the same file may have been written before.
    if old == new.as_bytes() {
        return Ok(());
    }
    unchanged(&old, text)?;
    if metadata.permissions().readonly() {
        return Err(NotWritten::ReadOnly);
    }
    file.persist(&real).map_err(|error| error.error)?;
    Ok(())
}

/// The file that `path` leads to.
fn place(bounds: &Bounds, path: &RelPath) -> Result<(PathBuf, Metadata), NotWritten> {
    let real = bounds.real(path)?.ok_or(NotWritten::LeadsOut)?;
    let metadata = fs::metadata(&real)?;
    if metadata.is_file() { Ok((real, metadata)) } else { Err(NotWritten::Changed) }
}

/// Whether `bytes` are those of `text`, a byte order mark included.
fn unchanged(bytes: &[u8], text: &str) -> Result<(), NotWritten> {
    match str::from_utf8(bytes) {
        Ok(now) if now == text => Ok(()),
        Ok(_) => Err(NotWritten::Changed),
        Err(_) if String::from_utf8_lossy(bytes) == text => Err(NotWritten::Encoding),
        Err(_) => Err(NotWritten::Changed),
    }
}

/// The permissions of the file that is replaced; its owner too, where that is allowed.
#[cfg(unix)]
fn permissions(path: &Path, metadata: &Metadata) -> Permissions {
    use std::os::unix::fs::{MetadataExt, chown};

    let _ = chown(path, Some(metadata.uid()), Some(metadata.gid()));
    metadata.permissions()
}

#[cfg(not(unix))]
fn permissions(_: &Path, metadata: &Metadata) -> Permissions {
    metadata.permissions()
}
