//! Long tables, of which a question needs little: they stay in their file, and are read from there by position.
//!
//! The file is read in pages. Each has a hash, which stands in the block before them, so that what was damaged or
//! written over is found out when it is read. A few pages are kept in memory, each at the place that its number
//! gives it, until another one takes that place.

use std::ops::{Deref, Range};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::text::block::{ReadAt, hash};

/// The bytes of a page, but for the last one: what a system reads at a time.
const PAGE: usize = 4096;

/// How many pages are kept: four megabytes.
const KEPT: usize = 1024;

/// A long table of bytes.
#[derive(Debug)]
pub(in crate::search) enum LongTable {
    /// In memory: it was just made, or is small.
    Held(Vec<u8>),
    /// In a part of the pages of a file.
    Paged(Arc<PagedFile>, Range<usize>),
}

impl Default for LongTable {
    fn default() -> Self {
        Self::Held(Vec::new())
    }
}

impl LongTable {
    /// In bytes.
    pub(in crate::search) fn len(&self) -> usize {
        match self {
            Self::Held(bytes) => bytes.len(),
            Self::Paged(_, all) => all.len(),
        }
    }

    /// Reads some of its bytes; none where there are not as many, or they are not what was written.
    #[inline]
    pub(in crate::search) fn read(&self, range: Range<usize>) -> TableBytes<'_> {
        match self {
            Self::Held(bytes) => TableBytes::Held(bytes.get(range).unwrap_or_default()),
            Self::Paged(pages, all) => pages.read(all.start + range.start..all.start + range.end),
        }
    }

    /// Reads all of it.
    pub(in crate::search) fn all(&self) -> TableBytes<'_> {
        self.read(0..self.len())
    }

    /// How many bytes it takes in memory, but for the pages that are kept.
    pub(in crate::search) fn size(&self) -> usize {
        match self {
            Self::Held(bytes) => bytes.len(),
            Self::Paged(..) => 0,
        }
    }
}

/// Bytes of a long table.
#[derive(Debug)]
pub(in crate::search) enum TableBytes<'t> {
    Held(&'t [u8]),
    /// Within a page.
    Within(Arc<Vec<u8>>, Range<usize>),
    /// Across pages.
    Across(Vec<u8>),
}

impl Deref for TableBytes<'_> {
    type Target = [u8];

    #[inline]
    fn deref(&self) -> &[u8] {
        match self {
            Self::Held(bytes) => bytes,
            Self::Within(page, range) => page.get(range.clone()).unwrap_or_default(),
            Self::Across(bytes) => bytes,
        }
    }
}

/// The pages of a file.
#[derive(Debug)]
pub(in crate::search) struct PagedFile {
    file: Box<dyn ReadAt>,
    /// Where the first page begins in the file.
    start: u64,
    /// How many bytes all pages have.
    length: usize,
    hashes: Vec<u64>,
    kept: Mutex<Vec<KeptPage>>,
    is_damaged: AtomicBool,
}

/// A page in memory, if it has a number.
#[derive(Clone, Debug, Default)]
struct KeptPage {
    number: Option<usize>,
    bytes: Arc<Vec<u8>>,
}

impl PagedFile {
    /// The pages of `length` bytes from the byte `start` of a file on; none where there is not a hash for each.
    pub(in crate::search) fn new(
        file: Box<dyn ReadAt>,
        start: u64,
        length: usize,
        hashes: Vec<u64>,
    ) -> Option<Self> {
        (hashes.len() == length.div_ceil(PAGE)).then(|| Self {
            file,
            start,
            length,
            hashes,
            kept: Mutex::new(vec![KeptPage::default(); KEPT.min(length.div_ceil(PAGE))]),
            is_damaged: AtomicBool::new(false),
        })
    }

    /// Whether something that was read was not what was written.
    pub(in crate::search) fn is_damaged(&self) -> bool {
        self.is_damaged.load(Ordering::Relaxed)
    }

    fn read(&self, range: Range<usize>) -> TableBytes<'_> {
        if range.is_empty() {
            return TableBytes::Held(&[]);
        }
        let (first, last) = (range.start / PAGE, (range.end - 1) / PAGE);
        let start = first * PAGE;
        let read = if first == last {
            let page = self.page(first);
            page.map(|page| TableBytes::Within(page, range.start - start..range.end - start))
        } else {
            self.across(range)
        };
        read.unwrap_or_else(|| {
            if !self.is_damaged.swap(true, Ordering::Relaxed) {
                self.file.discard();
            }
            TableBytes::Held(&[])
        })
    }

    fn across(&self, range: Range<usize>) -> Option<TableBytes<'_>> {
        let mut bytes = Vec::with_capacity(range.len());
        for number in range.start / PAGE..range.end.div_ceil(PAGE) {
            let page = self.page(number)?;
            let within = |at: usize| at.saturating_sub(number * PAGE).min(page.len());
            bytes.extend_from_slice(&page[within(range.start)..within(range.end)]);
        }
        (bytes.len() == range.len()).then_some(TableBytes::Across(bytes))
    }

    /// The page of a number, kept or read; none where it is not what was written.
    fn page(&self, number: usize) -> Option<Arc<Vec<u8>>> {
        let hashed = *self.hashes.get(number)?;
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let places = kept.len();
        let place = kept.get_mut(number % places)?;
        if place.number != Some(number) {
            place.number = None;
            let bytes = Arc::make_mut(&mut place.bytes);
            bytes.resize(PAGE.min(self.length - number * PAGE), 0);
            let at = self.start + (number * PAGE) as u64;
            self.file.read_at(bytes, at).ok()?;
            (hash(number as u64, bytes) == hashed).then_some(())?;
            place.number = Some(number);
        }
        Some(Arc::clone(&place.bytes))
    }
}

/// The hash of each page of some bytes.
pub(in crate::search) fn hashes(bytes: &[u8]) -> impl ExactSizeIterator<Item = u64> {
    let pages = bytes.chunks(PAGE).enumerate();
    pages.map(|(number, page)| hash(number as u64, page))
}

#[cfg(test)]
mod tests;
