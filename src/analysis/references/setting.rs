//! Where a text stands: what of its own resolution and of the corpus the grammar asks for.

use super::council;
use crate::text::citation::{Annex, CitedPart, Noun, Step, Target};
use crate::text::corpus::Corpus;
use crate::text::model::{Place, Resolution, ResolutionId};

/// The last year that a corpus is asked for, where a number does not tell its year.
const LAST_ASKED: u32 = council::OPEN + 15;

/// A paragraph in its resolution.
pub(super) struct Setting<'a> {
    corpus: &'a Corpus,
    id: ResolutionId,
    /// The part that its own paragraphs are cited in: that of an annex in an annex, else the operative one.
    pub(super) part: CitedPart,
    /// Whether it is one of the preamble, which names paragraphs that follow it only as such.
    pub(super) is_preamble: bool,
    /// The number of the paragraph; of one that prints a letter, the number before it. None in a preamble.
    pub(super) number: Option<String>,
    /// The number before that.
    pub(super) previous: Option<String>,
}

impl<'a> Setting<'a> {
    /// That of the paragraph at `index`.
    pub(super) fn of(
        corpus: &'a Corpus,
        id: ResolutionId,
        resolution: &Resolution,
        index: usize,
    ) -> Self {
        let cited = corpus.cite_part(Place::new(id, index));
        let part = match cited.targets().first().map(|whole| &whole.part) {
            Some(annex @ CitedPart::Annex(_)) => annex.clone(),
            _ => CitedPart::Operative,
        };
        let is_preamble = resolution
            .passages
            .get(index)
            .is_some_and(|own| own.part.is_preamble());
        let mut numbers = numbers_before(resolution, index);
        Self {
            corpus,
            id,
            part,
            is_preamble,
            number: numbers.next(),
            previous: numbers.next(),
        }
    }

    pub(super) fn symbol(&self) -> &str {
        self.corpus.symbol(self.id)
    }

    /// What stands before the number in the symbol of this resolution, where that is of a session or a year: `A/HRC/RES/`.
    pub(super) fn series(&self) -> Option<&str> {
        let symbol = self.symbol();
        let numbered = symbol.trim_end_matches(|c: char| c.is_ascii_digit() || c == '/');
        let number = symbol.get(numbered.len()..)?.trim_start_matches('/');
        let series = symbol.get(..symbol.len() - number.len())?;
        (series.ends_with("RES/") && number.contains('/')).then_some(series)
    }

    /// Whether the corpus has a resolution of that very symbol.
    pub(super) fn has(&self, symbol: &str) -> bool {
        self.corpus.named(symbol).is_some()
    }

    /// Whether this resolution has what is cited; a point need not be one of its own.
    pub(super) fn has_place(&self, target: &Target) -> bool {
        let mut target = target.clone();
        if target.steps.len() > 1 {
            target.steps.truncate(1);
            target.to = None;
        }
        self.corpus.within(self.id, &[target]).is_ok()
    }

    /// Whether this resolution has an annex of that label, or has but one where no label is said.
    pub(super) fn has_annex(&self, step: Option<&Step>) -> bool {
        let annex = Annex {
            noun: Noun::Annex,
            step: step.cloned(),
        };
        self.has_place(&Target::whole(CitedPart::Annex(annex)))
    }

    /// The year of a resolution of the Security Council: its number tells it, or else the corpus.
    pub(super) fn year_of(&self, number: u32) -> Option<u32> {
        let known = council::year_of(number);
        known.or_else(|| {
            let mut years = council::OPEN..LAST_ASKED;
            years.find(|year| self.has(&format!("S/RES/{number} ({year})")))
        })
    }
}

/// The numbers of the paragraphs of a part from one backwards; letters are passed over.
fn numbers_before(resolution: &Resolution, index: usize) -> impl Iterator<Item = String> {
    let own = resolution.passages.get(index).map(|own| own.part);
    let before = resolution
        .passages
        .get(..=index)
        .unwrap_or_default()
        .iter()
        .rev();
    let before = before.filter(move |passage| {
        Some(passage.part) == own && passage.is_paragraph() && !passage.part.is_preamble()
    });
    let numbers = before.filter_map(|passage| passage.number.as_deref());
    let is_number = |number: &&str| number.starts_with(|c: char| c.is_ascii_digit());
    numbers.filter(is_number).map(crate::text::citation::label)
}
