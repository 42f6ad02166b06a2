//! The paragraphs of an answer, whether their rows are listed or not: counted while a query is typed, and
//! walked behind it. A row may stand for many, a name stands for none.

use crate::search::hit::Match;
use crate::text::model::Place;
use crate::text::sorting::sort_by;

/// What is counted, and kept if it is asked for.
#[derive(Debug, Default)]
pub(in crate::search) struct HitTally {
    /// Paragraphs that are cited, or have all words.
    pub(in crate::search) sure: usize,
    /// Further ones, that may have been meant.
    pub(in crate::search) guessed: usize,
    /// Those that are cited: they may be found by their words as well.
    cited: Vec<Place>,
    /// The paragraphs themselves, found this way or a better one.
    kept: Option<(Match, Vec<Place>)>,
}

impl HitTally {
    /// A tally that keeps what is found `by` a way or a better one.
    pub(in crate::search) fn keeping(by: Option<Match>) -> Self {
        Self {
            kept: by.map(|by| (by, Vec::new())),
            ..Self::default()
        }
    }

    /// Takes a paragraph that is cited.
    pub(in crate::search) fn cite(&mut self, place: Place) {
        self.take(Match::Citation, std::iter::once(place));
        self.cited.push(place);
    }

    /// Whether it is enough to count: nothing is kept, and nothing could be counted twice.
    pub(in crate::search) fn only_counts(&self) -> bool {
        self.kept.is_none() && self.cited.is_empty()
    }

    /// Counts paragraphs.
    pub(in crate::search) fn count(&mut self, by: Match, paragraphs: usize) {
        match by {
            Match::Citation | Match::Words => self.sure += paragraphs,
            Match::Fuzzy => self.guessed += paragraphs,
        }
    }

    /// Takes paragraphs, but for those that are cited.
    pub(in crate::search) fn take(&mut self, by: Match, places: impl Iterator<Item = Place>) {
        for place in places {
            if !self.cited.contains(&place) {
                self.count(by, 1);
                if let Some((worst, kept)) = &mut self.kept
                    && by <= *worst
                {
                    kept.push(place);
                }
            }
        }
    }

    /// What was kept, in the order of the corpus.
    pub(in crate::search) fn into_places(self) -> Vec<Place> {
        let mut places = self.kept.map(|(_, places)| places).unwrap_or_default();
        sort_by(&mut places, Ord::cmp);
        places
    }
}
