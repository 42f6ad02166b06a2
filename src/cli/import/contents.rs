//! What is in a file of a folder: the bytes of a document, the rows of a catalogue.

use std::fs::OpenOptions;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use super::walk::FoundFile;
use crate::import::akn::CatalogueRows;
use crate::text::guard::{Links, open_file};

/// No larger document is read, in bytes: a hostile one takes sixty times its size in memory. The longest that is known
/// has one MiB.
const LARGEST: u64 = 16 << 20;

/// The longest line of a catalogue, in bytes.
const LONGEST_ROW: u64 = 1 << 20;

/// The bytes of a document, or why it has none.
pub(super) fn bytes_of(file: &FoundFile) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::with_capacity(usize::try_from(file.size.min(LARGEST)).unwrap_or(0));
    let opened = open_file(OpenOptions::new().read(true), &file.path, Links::Refuse);
    let read = opened.and_then(|opened| opened.take(LARGEST + 1).read_to_end(&mut bytes));
    match read {
        Ok(read) if read as u64 > LARGEST => Err(format!("larger than {} MiB", LARGEST >> 20)),
        Ok(_) => Ok(bytes),
        Err(error) => Err(unreadable(&error)),
    }
}

/// Why a file was not read.
pub(super) fn unreadable(error: &io::Error) -> String {
    format!("can't be read: {error}")
}

/// Adds the rows of a catalogue; tells how many there are. A file whose first line is no row is none.
pub(super) fn join_rows(path: &Path, rows: &mut CatalogueRows) -> io::Result<usize> {
    let file = open_file(OpenOptions::new().read(true), path, Links::Refuse)?;
    let mut file = BufReader::new(file);
    let (mut count, mut line) = (0, Vec::new());
    loop {
        line.clear();
        let read = (&mut file).take(LONGEST_ROW).read_until(b'\n', &mut line)?;
        let added = str::from_utf8(&line).map_or(0, |line| rows.add(line));
        if read == 0 || count + added == 0 {
            return Ok(count);
        }
        count += added;
    }
}
