//! Which texts have two of the commonest words side by side.
//!
//! Most texts have both words of `of the` or `in the`: a phrase of such words would be looked for in each of them.
//! The texts of a pair are a list as that of a word is, and stand behind those; a list that would be as long as a bit for
//! each text has these bits instead.

use std::ops::Range;

use crate::search::index::stream::WordKind;
use crate::search::index::stream::compounds::PhraseEnds;
use crate::search::index::text_set::TextId;
use crate::search::index::varint::{self, narrow};
use crate::search::index::vocabulary::WordId;
use crate::text::block::Saved;

/// Of so many words pairs are kept, if as many are frequent: the first ones, a bit each in the masks below.
const MOST: usize = u64::BITS as usize;

/// Fewer texts are read as fast as lists.
const LEAST_TEXTS: usize = 1024;

/// How many words have pairs, where so many are frequent.
fn paired(frequent: usize, texts: usize) -> usize {
    if texts < LEAST_TEXTS {
        0
    } else {
        frequent.min(MOST)
    }
}

/// How many bytes it takes to have a bit for each text.
pub(super) fn length_of_bits(texts: usize) -> usize {
    texts.div_ceil(64) * 8
}

/// Where the list of each pair stands.
#[derive(Debug, Default)]
pub(in crate::search) struct Neighbours {
    words: usize,
    /// By first and second word.
    places: Vec<Range<u32>>,
}

impl Neighbours {
    /// Adds the lists that were collected to those of the words.
    pub(super) fn new(collected: NeighbourCollector, texts: usize, lists: &mut Vec<u8>) -> Self {
        let places = collected.lists.into_iter().map(|list| {
            let start = narrow(lists.len());
            lists.extend(list.into_shorter(texts));
            start..narrow(lists.len())
        });
        Self {
            places: places.collect(),
            words: collected.words,
        }
    }

    pub(super) fn save(&self, body: &mut Vec<u8>) {
        let lengths = self.places.iter().map(|place| place.end - place.start);
        varint::put_small(body, lengths);
    }

    /// The places of lists that stand behind byte `end`.
    pub(super) fn load(
        saved: &mut Saved<'_>,
        (frequent, texts): (usize, usize),
        mut end: u32,
    ) -> Option<Self> {
        let words = paired(frequent, texts);
        let lengths = varint::small(saved)?;
        (lengths.len() == words * words).then_some(())?;
        let places = lengths.into_iter().map(|length| {
            let start = end;
            end = start.checked_add(length)?;
            Some(start..end)
        });
        let places = places.collect::<Option<_>>()?;
        Some(Self { words, places })
    }

    /// Where the last list ends.
    pub(super) fn end(&self) -> u32 {
        self.places.last().map_or(0, |place| place.end)
    }

    /// Whether a word has pairs.
    pub(super) fn has(&self, word: WordId) -> bool {
        word.index() < self.words
    }

    /// Where the list of a pair stands.
    pub(super) fn place(&self, first: WordId, second: WordId) -> Range<u32> {
        let place = self.places.get(first.index() * self.words + second.index());
        place.cloned().unwrap_or_default()
    }

    /// How many bytes the table takes.
    pub(super) fn size(&self) -> usize {
        self.places.len() * 8
    }
}

/// Takes in the words of texts, one after the other, and notes the pairs.
#[derive(Debug)]
pub(in crate::search) struct NeighbourCollector {
    words: usize,
    lists: Vec<PairList>,
    /// A bit for each of the words.
    ended: PhraseEnds<u64>,
}

#[derive(Clone, Debug, Default)]
struct PairList {
    last: Option<TextId>,
    /// From each text to the next.
    distances: Vec<u8>,
}

impl NeighbourCollector {
    /// Of words that stand in as many of `texts`, the most frequent first.
    pub(in crate::search) fn new(counts: &[u32], texts: usize) -> Self {
        let words = paired(super::frequent(counts, texts), texts);
        Self {
            words,
            lists: vec![PairList::default(); words * words],
            ended: PhraseEnds::default(),
        }
    }

    /// Takes in the next word of a text.
    #[inline]
    pub(in crate::search) fn push(&mut self, text: TextId, word: WordId, kind: WordKind) {
        let Some(mut firsts) = self.ended.before(kind) else {
            return;
        };
        if word.index() >= self.words {
            return;
        }
        *self.ended.here() |= 1 << word.0;
        while firsts != 0 {
            let first = firsts.trailing_zeros() as usize;
            firsts &= firsts - 1;
            self.lists[first * self.words + word.index()].add(text);
        }
    }

    /// Ends a text.
    pub(in crate::search) fn end_text(&mut self) {
        self.ended = PhraseEnds::default();
    }
}

impl PairList {
    /// The list, or the bits.
    fn into_shorter(self, texts: usize) -> Vec<u8> {
        let length = length_of_bits(texts);
        if self.distances.len() < length {
            return self.distances;
        }
        let mut bits = vec![0; length];
        let (mut rest, mut text) = (&*self.distances, 0);
        while let Some(distance) = varint::take(&mut rest) {
            text += distance as usize;
            bits[text / 8] |= 1 << (text % 8);
        }
        bits
    }

    fn add(&mut self, text: TextId) {
        if self.last != Some(text) {
            let before = self.last.map_or(0, |last| last.0);
            varint::put(text.0 - before, &mut self.distances);
            self.last = Some(text);
        }
    }
}
