//! What is kept from one start to the next, as bytes and back.
//!
//! A block is its name of eight bytes, the version, its length and a hash of its body, then the body.
//! Counts take seven bits a byte, of which the eighth says that more follow; other numbers are little-endian.
//! Texts and tables stand behind their length, what may be missing behind a 0 or a 1. What is read back is either
//! what was written, or nothing: a block of another version, cut short or changed is made anew from what it was
//! made of.

use std::fmt;
use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;

use xxhash_rust::xxh64::xxh64;

/// The bytes of a block before its body.
const HEAD: usize = 32;

/// No block is larger: the index of half a million paragraphs takes a tenth of it.
const MOST: u64 = 1 << 30;

/// What a block holds, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockHead {
    /// Its name.
    pub name: [u8; 8],
    /// The version of its layout and of what it says.
    pub version: u64,
}

/// A body with its head.
pub fn block(kind: BlockHead, body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEAD + body.len());
    bytes.extend(kind.name);
    bytes.extend(kind.version.to_le_bytes());
    bytes.extend((body.len() as u64).to_le_bytes());
    bytes.extend(hash(kind.version, body).to_le_bytes());
    bytes.extend(body);
    bytes
}

/// What is read by position, piece by piece.
pub trait ReadAt: fmt::Debug + Send + Sync {
    /// Fills `bytes` from the byte `at` on.
    ///
    /// # Errors
    /// The system refused, or there are not as many bytes.
    fn read_at(&self, bytes: &mut [u8], at: u64) -> io::Result<()>;

    /// Is told when what was read is not what was written, so that the next start does not begin with it.
    fn discard(&self) {}
}

impl ReadAt for File {
    fn read_at(&self, bytes: &mut [u8], at: u64) -> io::Result<()> {
        self.read_exact_at(bytes, at)
    }
}

/// Reads the block at a byte of a file; no more than the head, where it is none of that kind.
///
/// # Errors
/// The system refused, or the file ends before.
pub fn read_block(file: &dyn ReadAt, at: u64, kind: BlockHead) -> io::Result<Option<Vec<u8>>> {
    let mut head = [0; HEAD];
    file.read_at(&mut head, at)?;
    let Some(length) = body_length(&head, kind).filter(|&length| length < MOST) else {
        return Ok(None);
    };
    // No room is made for a length that the file does not have.
    let last = at.saturating_add(HEAD as u64 - 1).saturating_add(length);
    if file.read_at(&mut [0], last).is_err() {
        return Ok(None);
    }
    let mut bytes = vec![0; to_usize(HEAD as u64 + length)];
    file.read_at(&mut bytes, at)?;
    Ok(Some(bytes))
}

/// How long the body behind a head is.
fn body_length(head: &[u8], kind: BlockHead) -> Option<u64> {
    let mut head = Saved(head);
    (head.array()? == kind.name && head.number()? == kind.version).then_some(())?;
    head.number()
}

/// Bytes that are still to be read. Each read takes from their front, or gives none.
///
/// ```
/// use resolut::text::block::{BlockHead, Saved, block, put_text};
///
/// let kind = BlockHead { name: *b"example ", version: 1 };
/// let mut body = Vec::new();
/// put_text(&mut body, "2/34-P");
/// put_text(&mut body, "2/34-P:7");
///
/// let bytes = block(kind, &body);
/// let (mut saved, behind) = Saved::block(&bytes, kind).expect("it is whole");
/// assert_eq!(saved.text(), Some("2/34-P"));
/// assert_eq!(saved.text(), Some("2/34-P:7"));
/// assert!(saved.is_empty() && behind.is_empty());
/// ```
#[derive(Debug)]
pub struct Saved<'a>(&'a [u8]);

impl<'a> Saved<'a> {
    /// The body of the block at the front of `bytes`, and what stands behind it.
    pub fn block(bytes: &'a [u8], kind: BlockHead) -> Option<(Self, &'a [u8])> {
        let (head, rest) = bytes.split_at_checked(HEAD)?;
        let length = usize::try_from(body_length(head, kind)?).ok()?;
        let (body, rest) = rest.split_at_checked(length)?;
        let (_, kept) = head.split_last_chunk()?;
        (u64::from_le_bytes(*kept) == hash(kind.version, body)).then_some((Self(body), rest))
    }

    /// Whether all has been read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `LENGTH` bytes.
    pub fn array<const LENGTH: usize>(&mut self) -> Option<[u8; LENGTH]> {
        let (array, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*array)
    }

    /// A number of eight bytes.
    pub fn number(&mut self) -> Option<u64> {
        Some(u64::from_le_bytes(self.array()?))
    }

    /// What [`put`] wrote.
    #[inline]
    pub fn count(&mut self) -> Option<usize> {
        let mut count = 0;
        for shift in (0..usize::BITS).step_by(7) {
            let [byte] = self.array()?;
            count |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(count);
            }
        }
        None
    }

    /// What [`put_bytes`] wrote.
    pub fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.count()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    /// What [`put_text`] wrote.
    pub fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    /// What [`put_table`] wrote: numbers of `WIDTH` bytes each.
    pub fn table<const WIDTH: usize, T>(&mut self, read: fn([u8; WIDTH]) -> T) -> Option<Vec<T>> {
        let (rows, rest) = self.bytes()?.as_chunks();
        rest.is_empty()
            .then(|| rows.iter().map(|row| read(*row)).collect())
    }

    /// What [`put_some`] wrote: the outer says whether it could be read, the inner whether it is there.
    pub fn some<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Option<T>> {
        match self.array()? {
            [0] => Some(None),
            [1] => Some(Some(read(self)?)),
            _ => None,
        }
    }

    /// A list behind its length. Makes no room beforehand: a length is believed item by item.
    pub fn list<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let length = self.count()?;
        (0..length).map(|_| read(self)).collect()
    }
}

/// Appends a count, or another number that is mostly small.
#[expect(clippy::cast_possible_truncation, reason = "seven bits are wanted")]
pub fn put(bytes: &mut Vec<u8>, count: usize) {
    let mut rest = count;
    while rest >= 0x80 {
        bytes.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    bytes.push(rest as u8);
}

/// Appends bytes behind their length.
pub fn put_bytes(bytes: &mut Vec<u8>, value: &[u8]) {
    put(bytes, value.len());
    bytes.extend(value);
}

/// Appends a text behind its length.
pub fn put_text(bytes: &mut Vec<u8>, text: &str) {
    put_bytes(bytes, text.as_bytes());
}

/// Appends how many numbers there are, then the numbers, of `WIDTH` bytes each.
pub fn put_table<const WIDTH: usize>(
    bytes: &mut Vec<u8>,
    rows: impl ExactSizeIterator<Item = [u8; WIDTH]>,
) {
    put(bytes, rows.len() * WIDTH);
    bytes.extend(rows.flatten());
}

/// Appends what may be missing.
pub fn put_some<T>(bytes: &mut Vec<u8>, value: Option<&T>, some: impl Fn(&mut Vec<u8>, &T)) {
    bytes.push(u8::from(value.is_some()));
    if let Some(value) = value {
        some(bytes, value);
    }
}

/// Whether `starts` cut `length` bytes or rows into pieces: from 0, each behind the one before, to the end.
pub fn cut_whole(starts: &[u32], length: usize) -> bool {
    starts.first() == Some(&0)
        && starts.is_sorted()
        && starts.last().is_some_and(|&last| last as usize == length)
}

/// Adds bytes to the hash `before` (XXH64). The hash finds bytes that were damaged by accident. It is not
/// cryptographic: two files with the same hash can be made on purpose.
pub fn hash(before: u64, bytes: &[u8]) -> u64 {
    xxh64(bytes, before)
}

fn to_usize(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    const KIND: BlockHead = BlockHead {
        name: *b"a block\0",
        version: 1,
    };

    #[test]
    fn what_was_put_is_read() {
        let mut body = Vec::new();
        put(&mut body, 7);
        put(&mut body, usize::MAX);
        put_text(&mut body, "é");
        put_some(&mut body, Some(&9), |bytes, nine| put(bytes, *nine));
        put_some(&mut body, None, |bytes, nine| put(bytes, *nine));
        put_table(&mut body, [1, u32::MAX].map(u32::to_le_bytes).into_iter());
        let mut bytes = block(KIND, &body);
        bytes.push(5);
        let (mut saved, rest) = Saved::block(&bytes, KIND).unwrap();
        assert_eq!(rest, [5]);
        assert_eq!(saved.count(), Some(7));
        assert_eq!(saved.count(), Some(usize::MAX));
        assert_eq!(saved.text(), Some("é"));
        assert_eq!(saved.some(Saved::count), Some(Some(9)));
        assert_eq!(saved.some(Saved::count), Some(None));
        assert_eq!(saved.table(u32::from_le_bytes), Some(vec![1, u32::MAX]));
        assert!(saved.is_empty());
        assert_eq!(saved.count(), None);
    }

    #[test]
    fn a_block_of_another_name_version_length_or_body_is_none() {
        let bytes = block(KIND, b"body");
        assert!(Saved::block(&bytes, BlockHead { version: 2, ..KIND }).is_none());
        assert!(
            Saved::block(
                &bytes,
                BlockHead {
                    name: *b"another\0",
                    ..KIND
                }
            )
            .is_none()
        );
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert!(Saved::block(&changed, KIND).is_none(), "{at}");
            assert!(Saved::block(&bytes[..at], KIND).is_none(), "{at}");
        }
    }

    #[test]
    fn a_block_is_read_from_its_place_in_a_file_and_no_length_is_believed() {
        let mut file = tempfile::tempfile().unwrap();
        let mut second = block(KIND, b"second");
        file.write_all(b"first").unwrap();
        file.write_all(&second).unwrap();
        assert_eq!(read_block(&file, 5, KIND).unwrap().unwrap(), second);
        assert!(read_block(&file, 0, KIND).unwrap().is_none());
        assert!(read_block(&file, 50, KIND).is_err());
        for length in [7, MOST - 1, u64::MAX] {
            second[16..24].copy_from_slice(&length.to_le_bytes());
            file.write_all_at(&second, 5).unwrap();
            assert!(read_block(&file, 5, KIND).unwrap().is_none());
        }
    }

    #[test]
    fn pieces_cover_the_whole_in_their_order() {
        for (starts, is_whole) in [
            (&[0, 2, 2, 3][..], true),
            (&[0, 3, 2, 3], false),
            (&[1, 3], false),
            (&[0, 4], false),
            (&[], false),
        ] {
            assert_eq!(cut_whole(starts, 3), is_whole, "{starts:?}");
        }
    }
}
