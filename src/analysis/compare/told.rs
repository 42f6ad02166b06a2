//! A comparison as people are told of it.

use super::{ComparedRow, Fate, same_letters};
use crate::analysis::changes::{Marked, marked};
use crate::text::corpus::{Corpus, ReadError};
use crate::text::model::{Place, ResolutionId};

impl ComparedRow {
    /// The numbers of its paragraphs in the earlier and the later resolution: `11+12` and `11`.
    pub fn pair(&self, corpus: &Corpus) -> [String; 2] {
        [&self.from, &self.to].map(|places| {
            let numbers = places.iter().map(|&place| corpus.cite(place));
            let numbers = numbers.map(|cited| cited.without_symbol());
            numbers.collect::<Vec<_>>().join("+")
        })
    }

    /// What became of it: `changed, moved`.
    pub fn told(&self) -> String {
        let moved = if self.is_moved { ", moved" } else { "" };
        [self.fate.name(), moved].concat()
    }

    /// Its texts in the earlier and the later resolution, those of several paragraphs joined by a blank.
    ///
    /// # Errors
    /// A resolution can't be read.
    pub fn texts(&self, corpus: &Corpus) -> Result<[String; 2], ReadError> {
        let text = |places: &[Place]| {
            let each: Result<Vec<_>, _> = places.iter().map(|&place| corpus.text(place)).collect();
            each.map(|each| each.join(" "))
        };
        Ok([text(&self.from)?, text(&self.to)?])
    }

    /// Whether it has two wordings.
    pub fn is_other(&self) -> bool {
        matches!(self.fate, Fate::Changed | Fate::Split | Fate::Merged)
    }

    /// Whether the words of [both texts](Self::texts) are the same, but not their capitals.
    pub fn has_other_letters(&self, [earlier, later]: &[String; 2]) -> bool {
        self.fate == Fate::Same && !same_letters(earlier, later)
    }

    /// The later one of [both texts](Self::texts), with what changed from the earlier one marked; the only one without
    /// marks.
    pub fn marked(&self, texts: &[String; 2]) -> Marked {
        let [earlier, later] = texts;
        match self.fate {
            _ if self.is_other() || self.has_other_letters(texts) => marked(earlier, later),
            Fate::Dropped => Marked::unchanged(earlier),
            _ => Marked::unchanged(later),
        }
    }
}

/// Two resolutions and what became of their paragraphs: `from 2/34-P to 3/34-P: 1 same, 2 new`.
pub fn summary(corpus: &Corpus, [from, to]: [ResolutionId; 2], rows: &[ComparedRow]) -> String {
    let [from, to] = [from, to].map(|id| corpus.symbol(id));
    let counts = Fate::ALL.iter().filter_map(|fate| {
        let count = rows.iter().filter(|row| row.fate == *fate).count();
        (count > 0).then(|| format!("{count} {}", fate.name()))
    });
    let moved = rows.iter().filter(|row| row.is_moved).count();
    let moved = (moved > 0).then(|| format!("{moved} moved"));
    let counts: Vec<_> = counts.chain(moved).collect();
    format!("from {from} to {to}: {}", counts.join(", "))
}

/// Two resolutions, the earlier first by their days; as they are where these don't tell.
pub fn in_order(corpus: &Corpus, [one, other]: [ResolutionId; 2]) -> [ResolutionId; 2] {
    let [day, another] = [one, other].map(|id| corpus.day_of(id));
    if day.is_some() && another.is_some() && day > another {
        [other, one]
    } else {
        [one, other]
    }
}

/// Why two resolutions can't be compared; none where they can.
pub fn refusal(corpus: &Corpus, [from, to]: [ResolutionId; 2]) -> Option<String> {
    let [one, other] = [from, to].map(|id| corpus.symbol_and_language(id));
    if from == to {
        return Some(format!(
            "{one} can't be compared with itself; name an earlier resolution first"
        ));
    }
    let [language, another] = [from, to].map(|id| corpus.language(id));
    (language != another).then(|| {
        format!(
            "{one} is in `{language}` and {other} in `{another}`; words are compared in one language"
        )
    })
}
