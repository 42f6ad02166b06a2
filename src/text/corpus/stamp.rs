//! The fingerprint of a file: whether it is the one that was read before.
//!
//! Its size, the times of its last change and its number in the file system. Of the two times one is that of
//! anything about the file, which no program can set: a program that restores the other after a change is found out.
//! Where all agree nothing of the file is read; where one differs, all of it is. (Its device is left out: the
//! numbers of some file systems change with each start of the machine.)
//!
//! A text that is held whole has none of these, but a hash of samples: 64 blocks of 4 KiB from its first byte
//! to its last.

use std::convert::Infallible;
use std::fs::File;
use std::io;
use std::os::unix::fs::MetadataExt;

use crate::text::block::hash;

const BLOCKS: u64 = 64;
const BLOCK: u64 = 4096;

/// The stamp of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// In bytes.
    pub size: u64,
    /// When its content was last changed: seconds and nanoseconds.
    pub modified: [i64; 2],
    /// When anything of it was last changed.
    pub changed: [i64; 2],
    /// Its number in the file system.
    pub inode: u64,
    /// The hash of the samples of a text.
    pub samples: u64,
}

impl Stamp {
    /// Takes the stamp of a regular file.
    ///
    /// # Errors
    /// The system refused.
    pub fn of(file: &File) -> io::Result<Self> {
        let kind = file.metadata()?;
        Ok(Self {
            size: kind.len(),
            modified: [kind.mtime(), kind.mtime_nsec()],
            changed: [kind.ctime(), kind.ctime_nsec()],
            inode: kind.ino(),
            samples: 0,
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
            changed: [0; 2],
            inode: 0,
            samples,
        }
    }

    /// The stamp that was made into these bytes.
    pub fn from_bytes(bytes: [u8; 56]) -> Self {
        let (words, _) = bytes.as_chunks();
        let word = |position: usize| words.get(position).copied().unwrap_or_default();
        let time = |at: usize| [at, at + 1].map(|position| i64::from_le_bytes(word(position)));
        Self {
            size: u64::from_le_bytes(word(0)),
            modified: time(1),
            changed: time(3),
            inode: u64::from_le_bytes(word(5)),
            samples: u64::from_le_bytes(word(6)),
        }
    }

    /// The stamp as it is kept; equal bytes are equal stamps.
    pub fn to_bytes(self) -> [u8; 56] {
        let mut bytes = [0; 56];
        let words = [
            self.size.to_le_bytes(),
            self.modified[0].to_le_bytes(),
            self.modified[1].to_le_bytes(),
            self.changed[0].to_le_bytes(),
            self.changed[1].to_le_bytes(),
            self.inode.to_le_bytes(),
            self.samples.to_le_bytes(),
        ];
        for (kept, byte) in bytes.iter_mut().zip(words.as_flattened()) {
            *kept = *byte;
        }
        bytes
    }
}

/// The hash of the samples of a text of `size` bytes. `read` fills a block from an offset in bytes.
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
    use std::fs::{FileTimes, OpenOptions, rename, write};
    use std::io::{Seek, SeekFrom, Write};
    use std::time::{Duration, SystemTime};

    use super::*;

    fn file(size: usize) -> File {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&vec![b' '; size]).unwrap();
        file
    }

    /// Writes one byte and restores the time. The clock of some systems goes in steps, within which nothing
    /// tells one change from the next.
    fn change(mut file: &File, at: u64) {
        let before = file.metadata().unwrap();
        let ctime = |kind: &std::fs::Metadata| (kind.ctime(), kind.ctime_nsec());
        while ctime(&file.metadata().unwrap()) == ctime(&before) {
            file.seek(SeekFrom::Start(at)).unwrap();
            file.write_all(b"x").unwrap();
            let times = FileTimes::new().set_modified(before.modified().unwrap());
            file.set_times(times).unwrap();
        }
    }

    #[test]
    fn a_file_that_did_not_change_has_the_same_stamp() {
        for size in [0, 1, 4096, 262_144, 1_000_000] {
            let file = file(size);
            let stamp = Stamp::of(&file).unwrap();
            assert_eq!(stamp.size, size as u64);
            assert_eq!(Stamp::of(&file).unwrap(), stamp);
            assert_eq!(Stamp::from_bytes(stamp.to_bytes()), stamp);
        }
    }

    #[test]
    fn a_change_anywhere_shows_though_the_time_is_restored() {
        for (size, at) in [(1, 0), (262_144, 200_000), (1_000_000, 5000)] {
            let file = file(size);
            let before = Stamp::of(&file).unwrap();
            change(&file, at);
            let after = Stamp::of(&file).unwrap();
            assert_eq!(after.modified, before.modified);
            assert_ne!(after.to_bytes(), before.to_bytes(), "{size} {at}");
        }
    }

    #[test]
    fn another_file_in_its_place_shows() {
        let folder = tempfile::tempdir().unwrap();
        let [path, other] = ["a", "b"].map(|name| folder.path().join(name));
        let time = FileTimes::new().set_modified(SystemTime::UNIX_EPOCH);
        let stamps = [&path, &other].map(|path| {
            write(path, "text").unwrap();
            let file = OpenOptions::new().write(true).open(path).unwrap();
            file.set_times(time).unwrap();
            Stamp::of(&file).unwrap()
        });
        rename(&other, &path).unwrap();
        let renamed = Stamp::of(&File::open(&path).unwrap()).unwrap();
        assert_eq!(renamed.inode, stamps[1].inode);
        assert_ne!(renamed, stamps[0]);
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
    fn a_text_is_known_by_its_samples() {
        for size in [0, 1, 4096, 262_144, 1_000_000] {
            let text = " ".repeat(size);
            let stamp = Stamp::of_text(&text);
            assert_eq!(Stamp::of_text(&text), stamp);
            assert_ne!(Stamp::of_text(&format!("{text}x")), stamp);
            let changed = text.replacen(' ', "x", 1);
            assert_eq!(Stamp::of_text(&changed) == stamp, size == 0);
        }
    }
}
