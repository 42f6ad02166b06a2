//! The text of one file.

use std::fs::{self, File, FileType};
use std::io::{self, Read};
use std::os::unix::fs::FileTypeExt;
use std::path::Path;

use super::LoadError;

/// No file is read that is larger: half a million paragraphs take about a third of it. Without a bound, a
/// runaway pipe would fill the memory. What is held of a file is in proportion to it: a hostile one, of
/// nothing but empty paragraphs, takes eight times its size, and thirty times where all is printed.
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

/// The bytes of a file or a pipe, whatever they are.
///
/// # Errors
/// It can't be read, or is too large.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, LoadError> {
    let (file, _) = opened(path)?;
    bytes_of(&file, path)
}

/// The text of a file that a corpus names: a hostile one may name a pipe, where the other end is waited
/// for, or whatever lies there.
pub(in crate::corpus) fn read_named(path: &Path) -> io::Result<String> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is no regular file"));
    }
    let mut text = String::new();
    let read = File::open(path)?
        .take(MAX_BYTES + 1)
        .read_to_string(&mut text)?;
    if read as u64 > MAX_BYTES {
        return Err(io::ErrorKind::FileTooLarge.into());
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
    String::from_utf8(bytes_of(file, path)?).map_err(|error| {
        let sound = error.utf8_error().valid_up_to();
        let before = error.as_bytes().iter().take(sound);
        LoadError::NotUtf8 {
            path: path.to_path_buf(),
            line: before.filter(|&&byte| byte == b'\n').count() + 1,
        }
    })
}

fn bytes_of(file: &File, path: &Path) -> Result<Vec<u8>, LoadError> {
    let size = file.metadata().map_or(0, |kind| kind.len());
    let mut bytes = Vec::with_capacity(usize::try_from(size.min(MAX_BYTES)).unwrap_or(0));
    file.take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable(path))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(LoadError::TooLarge(path.to_path_buf()));
    }
    Ok(bytes)
}
