//! What one object or line of output stands for, and which of them are all of a resolution.

use crate::text::corpus::{Corpus, ReadError};
use crate::text::map::Set;
use crate::text::model::{PassageKind, Place, Resolution, ResolutionId};

/// What one object or line of output stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::cli) enum Unit {
    /// The title of a resolution.
    Title(ResolutionId),
    /// The title of an annex, counted from 1.
    Annex(Place, u16),
    /// A paragraph or a point with its points, or the opening; or a heading or a table between paragraphs.
    Passage(Place),
    /// A note to a passage, by its position.
    Note(Place, usize),
}

impl Unit {
    /// A resolution from its title to its last annex; points go with their paragraphs.
    pub(in crate::cli) fn all_of(
        corpus: &Corpus,
        id: ResolutionId,
    ) -> Result<Vec<Self>, ReadError> {
        let mut units = Vec::new();
        if corpus.title(id).is_some() {
            units.push(Self::Title(id));
        }
        let mut annex = 0;
        for (index, passage) in corpus.read(id)?.passages.iter().enumerate() {
            if let Some(position) = passage.part.annex()
                && position != annex
            {
                annex = position;
                units.push(Self::Annex(Place::new(id, index), position));
            }
            if passage.is_paragraph() {
                units.push(Self::Passage(Place::new(id, index)));
            }
        }
        Ok(units)
    }

    /// Whether units of one resolution are all of it.
    ///
    /// # Errors
    /// The resolution can't be read.
    pub(in crate::cli) fn is_all(units: &[Self], corpus: &Corpus) -> Result<bool, ReadError> {
        let Some(id) = units.first().map(|unit| unit.resolution()) else {
            return Ok(false);
        };
        let units: Set<&Self> = units.iter().collect();
        let all = Self::all_of(corpus, id)?;
        Ok(all.iter().all(|unit| units.contains(unit)))
    }

    /// The same units with their notes, the tables behind them, and the headings before them.
    pub(in crate::cli) fn with_all_between(
        units: &[Self],
        corpus: &Corpus,
    ) -> Result<Vec<Self>, ReadError> {
        let mut all = Vec::new();
        for &unit in units {
            let Self::Passage(place) = unit else {
                all.push(unit);
                continue;
            };
            let resolution = corpus.read(place.resolution)?;
            let (over, behind) = between(&resolution, place.index());
            for between in over {
                Self::push_noted(&mut all, &resolution, Place::new(place.resolution, between));
            }
            all.push(unit);
            for own in resolution.unit(place.index()) {
                let own = Place::new(place.resolution, own);
                all.extend(Self::notes_of(&resolution, own));
            }
            for between in behind {
                Self::push_noted(&mut all, &resolution, Place::new(place.resolution, between));
            }
        }
        Ok(all)
    }

    /// Appends a passage and its notes.
    fn push_noted(all: &mut Vec<Self>, resolution: &Resolution, place: Place) {
        all.push(Self::Passage(place));
        all.extend(Self::notes_of(resolution, place));
    }

    /// The notes of a passage.
    fn notes_of(resolution: &Resolution, place: Place) -> impl Iterator<Item = Self> {
        let count = resolution.passages[place.index()].all_notes().count();
        (0..count).map(move |note| Self::Note(place, note))
    }

    pub(in crate::cli) fn resolution(self) -> ResolutionId {
        match self {
            Self::Title(id) => id,
            Self::Annex(place, _) | Self::Passage(place) | Self::Note(place, _) => place.resolution,
        }
    }
}

/// What stands between paragraphs and belongs to the one at `index`: over it the headings, and a table that no
/// paragraph stands before; behind it the tables.
fn between(resolution: &Resolution, index: usize) -> (Vec<usize>, Vec<usize>) {
    let passages = &resolution.passages;
    let stands_between = |at: &usize| {
        let passage = &passages[*at];
        passage.depth == 0 && !passage.is_text() && passage.part == passages[index].part
    };
    let is_table = |at: &usize| matches!(passages[*at].kind, PassageKind::Table(_));
    let is_over = |at: &usize| match passages[*at].kind {
        PassageKind::Heading { .. } => true,
        PassageKind::Table(_) => resolution.cited_as(*at).is_none(),
        PassageKind::Text | PassageKind::Flush | PassageKind::Rule => false,
    };
    let before = (0..index).rev().take_while(stands_between);
    let mut over: Vec<usize> = before.filter(is_over).collect();
    over.reverse();
    let behind = resolution.unit(index).end..passages.len();
    let behind = behind.take_while(stands_between).filter(is_table);
    (over, behind.collect())
}
