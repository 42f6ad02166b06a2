//! The text of one file.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, IsTerminal, Read};
use std::os::fd::AsFd;
use std::os::unix::fs::FileTypeExt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::LoadError;
use crate::text::encoding::{self, MARK};
use crate::text::guard::{self, Links};

/// No file is read that is larger: half a million paragraphs take about a third of it. Without a bound, a
/// runaway pipe would fill the memory. What is held of a file is in proportion to it: a hostile one, of
/// nothing but empty paragraphs, takes eight times its size, and thirty times where all is printed.
pub(super) const MAX_BYTES: u64 = 1 << 30;

/// The path that stands for standard input, or for standard output where a file is written.
pub const STANDARD: &str = "-";

/// The text of a file, without a byte order mark.
///
/// # Errors
/// It can't be read, is too large or is no text.
pub fn read_text(path: &Path) -> Result<String, LoadError> {
    let mut text = text_of(&opened(path)?.0, path)?;
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
    bytes_of(&opened(path)?.0, path)
}

/// The text of a file that a corpus names, which stands beside it: a hostile one may name a pipe, where the
/// other end is waited for, or whatever lies elsewhere.
pub(in crate::text::corpus) fn read_beside(corpus: &Path, name: &OsStr) -> io::Result<String> {
    let mut bytes = Vec::new();
    let read = guard::open_beside(corpus, name)?
        .take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)?;
    if read as u64 > MAX_BYTES {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    encoding::text(bytes).map_err(|what| io::Error::other(format!("it {what}")))
}

/// What a path is called in a sentence.
pub(in crate::text::corpus) fn named(path: &Path) -> String {
    if is_standard(path) {
        "standard input".to_owned()
    } else {
        format!("`{}`", path.display())
    }
}

/// Whether a path stands for standard input or output.
pub fn is_standard(path: &Path) -> bool {
    path.as_os_str() == STANDARD
}

pub(super) fn unreadable(path: &Path) -> impl Fn(io::Error) -> LoadError {
    move |source| LoadError::Unreadable {
        path: path.to_path_buf(),
        source,
    }
}

/// Opens a file, a pipe (`--corpus <(zcat corpus.json.gz)`) or standard input. Beside it stands whether it is a
/// regular file, of which any part can be read again.
pub(super) fn opened(path: &Path) -> Result<(File, bool), LoadError> {
    if is_standard(path) {
        return Ok((standard_input(path)?, false));
    }
    // Asked before: opening a device may do something.
    let kind = fs::metadata(path).map_err(unreadable(path))?.file_type();
    if !kind.is_file() && !kind.is_fifo() {
        return Err(LoadError::NotAFile(path.to_path_buf()));
    }
    let file = if kind.is_file() {
        guard::open_file(OpenOptions::new().read(true), path, Links::Follow)
    } else {
        File::open(path)
    };
    Ok((file.map_err(unreadable(path))?, kind.is_file()))
}

/// Standard input from where it stands. There is nothing left of it for a second time.
fn standard_input(path: &Path) -> Result<File, LoadError> {
    static IS_TAKEN: AtomicBool = AtomicBool::new(false);
    if io::stdin().is_terminal() {
        return Err(LoadError::Terminal);
    }
    if IS_TAKEN.swap(true, Ordering::Relaxed) {
        return Err(LoadError::ReadTwice);
    }
    let input = io::stdin().as_fd().try_clone_to_owned();
    input.map(File::from).map_err(unreadable(path))
}

/// The text of a file as it stands.
pub(super) fn text_of(file: &File, path: &Path) -> Result<String, LoadError> {
    encoding::text(bytes_of(file, path)?).map_err(|what| LoadError::NotText {
        path: path.to_path_buf(),
        what,
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
