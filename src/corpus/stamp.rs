//! By what a file is known to be the one that was read before.
//!
//! Its size, the time of its last change and a hash of samples: 64 blocks of 4 KiB from its first byte
//! to its last, all of a file that is no longer than these together. The samples are for clocks that
//! were set back and tools that keep the time; who changes a few words between two blocks and restores
//! the time as well goes unnoticed by the stamp, and is met again when a resolution is
//! [read](super::ReadError).

use std::convert::Infallible;
use std::fs::File;
use std::io;
use std::os::unix::fs::{FileExt, MetadataExt};

use crate::saved::hash;

const BLOCKS: u64 = 64;
const BLOCK: u64 = 4096;

/// The stamp of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// In bytes.
    pub size: u64,
    /// Of the last change: seconds and nanoseconds.
    pub modified: [i64; 2],
    /// The hash of the samples.
    pub samples: u64,
}

impl Stamp {
    /// Takes the stamp of a regular file.
    ///
    /// # Errors
    /// The file can't be read.
    pub fn of(file: &File) -> io::Result<Self> {
        let kind = file.metadata()?;
        Ok(Self {
            size: kind.len(),
            modified: [kind.mtime(), kind.mtime_nsec()],
            samples: samples(kind.len(), |block, at| file.read_exact_at(block, at))?,
        })
    }

    /// The stamp of a text that is held whole. Without a time, a change between two blocks that keeps the
    /// length goes unnoticed.
    pub fn of_text(text: &str) -> Self {
        let size = text.len() as u64;
        let read = |block: &mut [u8], at: u64| {
            let part = text.as_bytes().iter().skip(to_usize(at));
            for (kept, byte) in block.iter_mut().zip(part) {
                *kept = *byte;
            }
            Ok::<_, Infallible>(())
        };
        let Ok(samples) = samples(size, read);
        Self {
            size,
            modified: [0; 2],
            samples,
        }
    }

    /// The stamp that was made into these bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        let (words, _) = bytes.as_chunks();
        let word = |position: usize| words.get(position).copied().unwrap_or_default();
        Self {
            size: u64::from_le_bytes(word(0)),
            modified: [1, 2].map(|position| i64::from_le_bytes(word(position))),
            samples: u64::from_le_bytes(word(3)),
        }
    }

    /// The stamp as it is kept; equal bytes are equal stamps.
    pub fn to_bytes(self) -> [u8; 32] {
        let mut bytes = [0; 32];
        let words = [
            self.size.to_le_bytes(),
            self.modified[0].to_le_bytes(),
            self.modified[1].to_le_bytes(),
            self.samples.to_le_bytes(),
        ];
        for (kept, byte) in bytes.iter_mut().zip(words.as_flattened()) {
            *kept = *byte;
        }
        bytes
    }
}

/// The hash of the samples of so many bytes, each read into a block from a place.
fn samples<E>(size: u64, read: impl Fn(&mut [u8], u64) -> Result<(), E>) -> Result<u64, E> {
    let mut block = vec![0; to_usize(BLOCK)];
    let mut samples = size;
    if size <= BLOCKS * BLOCK {
        let mut at = 0;
        while at < size {
            let length = BLOCK.min(size - at);
            let part = block.get_mut(..to_usize(length)).unwrap_or_default();
            read(part, at)?;
            samples = hash(samples, part);
            at += length;
        }
    } else {
        for position in 0..BLOCKS {
            read(&mut block, (size - BLOCK) / (BLOCKS - 1) * position)?;
            samples = hash(samples, &block);
        }
    }
    Ok(samples)
}

fn to_usize(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use std::fs::{FileTimes, OpenOptions};
    use std::io::{Seek, SeekFrom, Write};
    use std::time::{Duration, SystemTime};

    use super::*;

    fn file(size: usize) -> File {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&vec![b' '; size]).unwrap();
        file
    }

    /// Writes one byte and restores the time.
    fn change(mut file: &File, at: u64) {
        let time = file.metadata().unwrap().modified().unwrap();
        file.seek(SeekFrom::Start(at)).unwrap();
        file.write_all(b"x").unwrap();
        file.set_times(FileTimes::new().set_modified(time)).unwrap();
    }

    #[test]
    fn a_file_that_did_not_change_has_the_same_stamp() {
        for size in [0, 1, 4096, 262_144, 1_000_000] {
            let file = file(size);
            let stamp = Stamp::of(&file).unwrap();
            assert_eq!(stamp.size, size as u64);
            assert_eq!(Stamp::of(&file).unwrap(), stamp);
            assert_eq!(Stamp::from_bytes(stamp.to_bytes()), stamp);
            assert_eq!(Stamp::of_text(&" ".repeat(size)).samples, stamp.samples);
        }
    }

    #[test]
    fn a_change_of_a_sample_shows_though_the_time_is_restored() {
        for (size, at) in [
            (1, 0),
            (262_144, 200_000),
            (1_000_000, 0),
            (1_000_000, 999_900),
        ] {
            let file = file(size);
            let before = Stamp::of(&file).unwrap();
            change(&file, at);
            let after = Stamp::of(&file).unwrap();
            assert_eq!(after.modified, before.modified);
            assert_ne!(after, before, "{size} {at}");
        }
    }

    #[test]
    fn a_change_of_the_time_shows() {
        let file = file(10);
        let before = Stamp::of(&file).unwrap();
        let later = SystemTime::now() + Duration::from_secs(5);
        file.set_times(FileTimes::new().set_modified(later))
            .unwrap();
        assert_ne!(Stamp::of(&file).unwrap().to_bytes(), before.to_bytes());
    }

    #[test]
    fn what_can_not_be_read_has_no_stamp() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(path)
            .unwrap();
        file.write_all(b"text").unwrap();
        assert!(Stamp::of(&file).is_err());
    }
}
