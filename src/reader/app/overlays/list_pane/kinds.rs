//! What lists have rows of, and what stands beside a row.

use std::slice;

use crate::export::Quotation;
use crate::reader::app::overlays::acts::ActList;
use crate::reader::app::overlays::compared::Comparison;
use crate::reader::app::overlays::contents::Contents;
use crate::reader::app::overlays::preview::Highlights;
use crate::reader::app::overlays::references::{ReferenceList, ReferenceRow};
use crate::reader::app::overlays::traced::TraceList;
use crate::reader::app::overlays::word_diff::WordingPair;
use crate::search::Hit;
use crate::text::corpus::{Corpus, DayOrder, Resolved, TitleWords};
use crate::text::model::{Place, ResolutionId};

/// What a list has rows of.
#[derive(Clone, Debug, PartialEq)]
pub enum ListKind {
    /// The marks of the reader.
    Marks,
    /// What the last search found, best first.
    Hits(Vec<Hit>),
    /// Where the reader was, the latest first.
    Places(Vec<Place>),
    /// A place of the open resolution in each of its languages.
    Languages(Vec<Place>),
    /// The resolutions of the corpus, by their days, narrowed by words.
    Resolutions(Titles),
    /// The outline of the open resolution, narrowed by words.
    Outline(Contents),
    /// What is to be quoted, in every style that there is for it.
    Quotes(Resolved, Vec<Quotation>),
    /// What a paragraph refers to, and who refers to it.
    References(Box<ReferenceList>),
    /// What the open resolution does, as it was open then; or what is due in all.
    Actions(Box<ActList>),
    /// The wordings of a paragraph.
    Trace(Box<TraceList>),
    /// Two resolutions paragraph by paragraph.
    Comparison(Box<Comparison>),
}

/// Resolutions in the order of a list, each with the words that it is found by.
#[derive(Clone, Debug, PartialEq)]
pub struct Titles {
    ids: Vec<ResolutionId>,
    words: Vec<String>,
}

impl Titles {
    pub(in crate::reader::app::overlays) fn of(corpus: &Corpus, order: DayOrder) -> Self {
        let ids = corpus.by_day(order);
        let words = ids.iter().map(|&id| corpus.title_words(id)).collect();
        Self { ids, words }
    }

    /// The resolution at a position.
    pub fn id(&self, at: usize) -> ResolutionId {
        self.ids[at]
    }

    /// How many there are, whatever narrows them.
    pub fn count(&self) -> usize {
        self.ids.len()
    }

    /// Those that what was typed leaves.
    pub(super) fn left(&self, typed: &str) -> Vec<usize> {
        let typed = TitleWords::read(typed);
        let fits = |at: &usize| typed.fit(&self.words[*at]);
        (0..self.count()).filter(fits).collect()
    }
}

/// In which of its two orders a list stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListOrder {
    /// The one that it opens with.
    #[default]
    Usual,
    /// The other one.
    Other,
}

/// Which of its rows a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListSide {
    /// All of them.
    #[default]
    All,
    /// Those in the open resolution.
    Here,
    /// Those that changed.
    Changed,
}

/// What is shown beside a row that leads to a place, and what is highlighted there. A reference that leads nowhere is
/// shown where it stands.
pub(super) fn shown(
    listed: &ListKind,
    row: Option<usize>,
    leads_to: Option<Place>,
) -> (Option<Place>, Highlights<'_>) {
    match (listed, row) {
        (ListKind::Hits(hits), Some(row)) => {
            let hit = hits.get(row..=row).unwrap_or_default();
            (leads_to, Highlights::Hits(hit))
        }
        (ListKind::References(list), Some(row)) => {
            let stands = list.row(row).and_then(ReferenceRow::stands);
            let place = leads_to.or(stands.map(|(place, _)| place));
            let highlights = match stands {
                Some((at, words)) if place == Some(at) => {
                    Highlights::Words(at.index(), slice::from_ref(words))
                }
                _ => Highlights::Hits(&[]),
            };
            (place.or(Some(list.of.beginning())), highlights)
        }
        (ListKind::Actions(list), Some(row)) => {
            let (paragraph, words) = &list.acts()[row].due;
            (leads_to, Highlights::Words(*paragraph, words))
        }
        // The wordings stand there.
        (ListKind::Trace(_) | ListKind::Comparison(_), _) => (None, Highlights::Hits(&[])),
        _ => (leads_to, Highlights::Hits(&[])),
    }
}

/// The wordings of a row, and what changed from the one to the other.
pub(in crate::reader::app::overlays) fn pair(
    listed: &ListKind,
    row: usize,
    open: ResolutionId,
    corpus: &Corpus,
) -> Option<WordingPair> {
    match listed {
        ListKind::Trace(list) => list.pair(row, corpus),
        ListKind::Comparison(compared) => compared.pair(row, open, corpus),
        _ => None,
    }
}
