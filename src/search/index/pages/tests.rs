use std::io;
use std::sync::atomic::AtomicUsize;

use super::*;

/// A file in memory, one byte of which may be changed, and what is asked of it.
#[derive(Debug, Default)]
struct Watched {
    bytes: Vec<u8>,
    changed: Option<usize>,
    read: Arc<AtomicUsize>,
    discarded: Arc<AtomicUsize>,
}

impl ReadAt for Watched {
    fn read_at(&self, bytes: &mut [u8], at: u64) -> io::Result<()> {
        let at = usize::try_from(at).unwrap();
        let part = self.bytes.get(at..at + bytes.len());
        bytes.copy_from_slice(part.ok_or(io::ErrorKind::UnexpectedEof)?);
        if let Some(changed) = self.changed.filter(|&byte| byte >= at)
            && let Some(byte) = bytes.get_mut(changed - at)
        {
            *byte ^= 1;
        }
        self.read.fetch_add(bytes.len(), Ordering::Relaxed);
        Ok(())
    }

    fn discard(&self) {
        self.discarded.fetch_add(1, Ordering::Relaxed);
    }
}

fn some(length: usize) -> Vec<u8> {
    (0..length)
        .map(|at| (at * at / 7).to_le_bytes()[0])
        .collect()
}

/// A table of these bytes behind a head of seven, in a file.
fn table(bytes: &[u8], changed: Option<usize>) -> (LongTable, [Arc<AtomicUsize>; 2]) {
    let file = Watched {
        bytes: [b"a head.", bytes].concat(),
        changed: changed.map(|byte| byte + 7),
        ..Watched::default()
    };
    let seen = [Arc::clone(&file.read), Arc::clone(&file.discarded)];
    let hashes = hashes(bytes).collect();
    let pages = PagedFile::new(Box::new(file), 7, bytes.len(), hashes).unwrap();
    (LongTable::Paged(Arc::new(pages), 0..bytes.len()), seen)
}

#[test]
fn what_is_read_is_what_was_written_within_a_page_and_across_some() {
    let bytes = some(KEPT * PAGE + 3 * PAGE + 5);
    let (table, _) = table(&bytes, None);
    let ends = [
        0,
        1,
        PAGE - 1,
        PAGE,
        PAGE + 1,
        3 * PAGE,
        bytes.len() - 1,
        bytes.len(),
    ];
    for (nth, &start) in ends.iter().enumerate() {
        for &end in &ends[nth..] {
            assert!(
                *table.read(start..end) == bytes[start..end],
                "{start}..{end}"
            );
        }
    }
}

#[test]
fn one_page_is_read_for_what_stands_in_it_and_once() {
    let (table, [read, _]) = table(&some(100 * PAGE), None);
    assert_eq!(read.load(Ordering::Relaxed), 0);
    for at in 50 * PAGE..51 * PAGE {
        assert_eq!(table.read(at..at + 1).len(), 1);
    }
    assert_eq!(read.load(Ordering::Relaxed), PAGE);
}

#[test]
fn no_more_pages_are_kept_than_there_are_places() {
    let (table, _) = table(&some((KEPT + 9) * PAGE), None);
    assert_eq!(table.all().len(), table.len());
    let LongTable::Paged(pages, _) = table else {
        unreachable!("it is in a file");
    };
    let kept = pages.kept.lock().unwrap();
    let bytes: usize = kept.iter().map(|page| page.bytes.len()).sum();
    assert_eq!(bytes, KEPT * PAGE);
}

#[test]
fn a_page_that_is_not_what_was_written_is_none_and_the_file_is_discarded_once() {
    let (table, [_, discarded]) = table(&some(3 * PAGE), Some(PAGE + 9));
    let is_damaged = |table: &LongTable| match table {
        LongTable::Paged(pages, _) => pages.is_damaged(),
        LongTable::Held(_) => false,
    };
    assert_eq!(table.read(0..PAGE).len(), PAGE);
    assert!(!is_damaged(&table));
    for range in [PAGE..PAGE + 1, 0..3 * PAGE, PAGE + 9..PAGE + 10] {
        assert!(table.read(range).is_empty());
        assert!(is_damaged(&table));
    }
    assert_eq!(discarded.load(Ordering::Relaxed), 1);
    assert_eq!(table.read(2 * PAGE..3 * PAGE).len(), PAGE);
}

#[test]
fn a_page_that_stands_in_the_place_of_another_or_behind_the_end_is_none() {
    let one = vec![1; PAGE];
    let bytes = [&one[..], &one].concat();
    let hashed: Vec<u64> = hashes(&bytes).collect();
    assert_ne!(hashed[0], hashed[1]);
    for (length, hashes) in [(2 * PAGE, 3), (2 * PAGE + 1, 2), (0, 1)] {
        let file = Box::new(Watched::default());
        assert!(PagedFile::new(file, 0, length, vec![0; hashes]).is_none());
    }
    let cut = Watched {
        bytes: bytes[..PAGE].to_vec(),
        ..Watched::default()
    };
    let pages = PagedFile::new(Box::new(cut), 0, 2 * PAGE, hashed).unwrap();
    assert_eq!(pages.read(0..PAGE).len(), PAGE);
    assert!(pages.read(PAGE..2 * PAGE).is_empty());
    assert!(pages.is_damaged());
}
