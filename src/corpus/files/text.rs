//! The text of one file.

use std::fs::{self, File, FileType};
use std::io::{self, Read};
use std::os::unix::fs::FileTypeExt;
use std::path::Path;

use super::LoadError;

/// No corpus file is larger: half a million paragraphs take about a third of it. Without a bound, a
/// runaway pipe would fill the memory.
pub(super) const MAX_BYTES: u64 = 1 << 30;

/// The byte order mark.
pub(super) const MARK: char = '\u{feff}';

/// The text of a file, without a byte order mark.
///
/// # Errors
/// It can't be read, is too large or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, LoadError> {
    let (file, _) = opened(path)?;
    let mut text = text_of(&file, path)?;
    if text.starts_with(MARK) {
        text.remove(0);
    }
    Ok(text)
}

pub(super) fn unreadable(path: &Path) -> impl Fn(io::Error) -> LoadError {
    move |source| LoadError::Unreadable {
        path: path.to_path_buf(),
        source,
    }
}

/// Opens a file or a pipe: `--corpus <(zcat corpus.json.gz)`.
pub(super) fn opened(path: &Path) -> Result<(File, FileType), LoadError> {
    // Asked before: opening a device may do something.
    let kind = fs::metadata(path).map_err(unreadable(path))?.file_type();
    if !kind.is_file() && !kind.is_fifo() {
        return Err(LoadError::NotAFile(path.to_path_buf()));
    }
    let file = File::open(path).map_err(unreadable(path))?;
    Ok((file, kind))
}

/// The text of a file as it stands.
pub(super) fn text_of(file: &File, path: &Path) -> Result<String, LoadError> {
    let size = file.metadata().map_or(0, |kind| kind.len());
    let mut bytes = Vec::with_capacity(usize::try_from(size.min(MAX_BYTES)).unwrap_or(0));
    file.take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable(path))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(LoadError::TooLarge(path.to_path_buf()));
    }
    String::from_utf8(bytes).map_err(|error| {
        let sound = error.utf8_error().valid_up_to();
        let before = error.as_bytes().iter().take(sound);
        LoadError::NotUtf8 {
            path: path.to_path_buf(),
            line: before.filter(|&&byte| byte == b'\n').count() + 1,
        }
    })
}
