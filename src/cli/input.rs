//! Files of settings: whole texts of a bounded size, and which links to them count.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The text of the file at `path`, without a byte order mark, if it has at most `most` bytes.
///
/// # Errors
///
/// The reason why it cannot be read, in words.
pub(super) fn text(path: &Path, most: u64) -> Result<String, String> {
    let bytes = bytes(path, most).map_err(|error| error.to_string())?;
    if bytes.len() as u64 > most {
        return Err(format!("it is larger than {}", size(most)));
    }
    let text = String::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned())?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Whether `path`, which a repository has, is a link out of it. What nobody named is neither
/// read nor written there.
pub(super) fn leads_out(path: &Path) -> bool {
    let is_link = fs::symlink_metadata(path).is_ok_and(|it| it.is_symlink());
    let top = repository(path).or_else(|| path.parent()?.canonicalize().ok());
    let stays = |top: PathBuf| path.canonicalize().is_ok_and(|real| real.starts_with(top));
    is_link && !top.is_some_and(stays)
}

/// The root of the repository around the folder of `path`, without links.
pub(super) fn repository(path: &Path) -> Option<PathBuf> {
    let folder = path.parent()?.canonicalize().ok()?;
    folder.ancestors().find(|at| at.join(".git").exists()).map(Path::to_path_buf)
}

/// The words for [`leads_out`].
pub(super) const LEADS_OUT: &str = "it is a link that leads out of the repository";

/// At most one byte more than `most`.
fn bytes(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn size(bytes: u64) -> String {
    match bytes >> 20 {
        0 => format!("{} KiB", bytes >> 10),
        mebibytes => format!("{mebibytes} MiB"),
    }
}
