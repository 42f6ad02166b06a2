//! An index that is read from its file as questions need it.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use proptest::prelude::*;
use resolut::search::{Finder, Index};
use resolut::text::block::ReadAt;

use super::{Library, find};

/// What stands before an index in its file.
const BEFORE: &[u8] = b"catalogues";
/// The bytes of a page.
const PAGE: usize = 4096;

/// A file in memory, and how much of it was read.
#[derive(Clone, Debug)]
struct Counted {
    bytes: Arc<Vec<u8>>,
    read: Arc<AtomicUsize>,
    discarded: Arc<AtomicUsize>,
}

impl Counted {
    fn of(index: &Index) -> Self {
        Self::with(&index.to_bytes())
    }

    fn with(index: &[u8]) -> Self {
        Self {
            bytes: Arc::new([BEFORE, index].concat()),
            read: Arc::default(),
            discarded: Arc::default(),
        }
    }

    fn open(&self, library: &Library) -> Option<Index> {
        Index::open(self.clone(), BEFORE.len() as u64, library.corpus)
    }

    /// How many bytes were read since this was asked last.
    fn read(&self) -> usize {
        self.read.swap(0, Ordering::Relaxed)
    }
}

impl ReadAt for Counted {
    fn read_at(&self, bytes: &mut [u8], at: u64) -> io::Result<()> {
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        let part = self.bytes.get(at..at.saturating_add(bytes.len()));
        bytes.copy_from_slice(part.ok_or(io::ErrorKind::UnexpectedEof)?);
        self.read.fetch_add(bytes.len(), Ordering::Relaxed);
        Ok(())
    }

    fn discard(&self) {
        self.discarded.fetch_add(1, Ordering::Relaxed);
    }
}

/// One resolution of `count` paragraphs, no two alike, of forty words out of a thousand. The third has one more.
fn paragraphs(count: u32) -> Library {
    let word = |number: u32| format!("w{:03}", number.wrapping_mul(2_654_435_761) >> 17 & 1023);
    let text = |nth: u32| {
        (0..40)
            .map(|at| word(nth * 40 + at))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let mut texts: Vec<String> = (0..count).map(text).collect();
    texts[2] += " unicorn";
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    Library::of_paragraphs(&texts)
}

const QUERIES: [&str; 8] = [
    "w017 w5",
    "w1",
    "\"w017 w018\"",
    "-w017 w018",
    "verb:w0",
    "w01 w02 w03",
    "wx17",
    "1/1:7",
];

#[test]
fn a_start_reads_little_of_an_index_and_a_question_no_more_where_it_is_ten_times_as_large() {
    let [small, large] = [150, 1500].map(|count| {
        let library = paragraphs(count);
        let file = Counted::of(library.finder.borrow().index());
        let index = file.open(&library).unwrap();
        let start = file.read();
        let mut finder = Finder::new(library.corpus, index);
        assert_eq!(find(&mut finder, "unicorn").sure, 1);
        (start, file.read(), file.bytes.len())
    });
    let more = 1500 - 150;
    assert!((large.2 - small.2) / more > 45, "{small:?} {large:?}");
    assert!((large.0 - small.0) / more < 4, "{small:?} {large:?}");
    assert!(large.1 <= 2 * PAGE, "{small:?} {large:?}");
}

#[test]
fn what_is_read_as_it_is_needed_answers_the_same() {
    let library = paragraphs(400);
    let file = Counted::of(library.finder.borrow().index());
    let mut finder = Finder::new(library.corpus, file.open(&library).unwrap());
    for query in QUERIES {
        assert_eq!(
            find(&mut finder, query),
            find(&mut library.finder.borrow_mut(), query)
        );
    }
    assert!(finder.index().to_bytes() == library.finder.borrow().index().to_bytes());
    assert!(!finder.index().is_damaged());
    assert_eq!(file.discarded.load(Ordering::Relaxed), 0);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 24, ..Default::default() })]

    #[test]
    fn an_index_that_is_damaged_is_made_anew_before_it_answers(
        at in any::<proptest::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let library = paragraphs(60);
        let mut bytes = library.finder.borrow().index().to_bytes();
        let at = at.index(bytes.len());
        if cut {
            bytes.truncate(at);
        } else {
            bytes[at] ^= 1;
        }
        let file = Counted::with(&bytes);
        if let Some(index) = file.open(&library) {
            let mut finder = Finder::new(library.corpus, index);
            for query in QUERIES {
                let expected = find(&mut library.finder.borrow_mut(), query);
                prop_assert_eq!(find(&mut finder, query), expected);
            }
            prop_assert!(!finder.index().is_damaged());
            prop_assert_eq!(file.discarded.load(Ordering::Relaxed), 1);
        }
    }
}
