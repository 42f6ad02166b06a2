//! Who cites a resolution, or a paragraph of it.
//!
//! Without an index: a resolution that cites another one has the number of that in its text, so only those are read
//! whose bytes have it. What a resolution says of its own paragraphs is no citation of it here.

use std::ops::Range;

use super::references::{self, Reference, Referent};
use super::{around, is_read};
use crate::text::corpus::{Corpus, ReadError, Resolved};
use crate::text::language::ENGLISH;
use crate::text::model::{Place, Resolution, ResolutionId};
use crate::text::sorting::sort_by_key;

/// A paragraph that cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citing {
    /// The paragraph, with its points.
    pub place: Place,
    /// What it says, with its bytes in the text of the paragraph.
    pub reference: Reference,
    /// Whether it names just what was asked for: not a part of it, nor more.
    pub is_exact: bool,
    /// That with the words around, and its bytes in these.
    pub words: (String, Range<usize>),
}

/// Who cites what is named, oldest first; each paragraph once for each thing that it cites.
///
/// # Errors
/// A resolution can't be read.
pub fn by(corpus: &Corpus, cited: &Resolved) -> Result<Vec<Citing>, ReadError> {
    let mut inquiry = Inquiry::of(corpus, cited.clone());
    inquiry.go_on(corpus, &mut || true)?;
    Ok(inquiry.found)
}

/// Who cites what is named, as it is found out bit by bit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inquiry {
    cited: Resolved,
    /// The resolutions that are still to be read, the next one last.
    unread: Vec<ResolutionId>,
    found: Vec<Citing>,
}

impl Inquiry {
    /// Begins; nothing is read yet.
    pub fn of(corpus: &Corpus, cited: Resolved) -> Self {
        let mut unread: Vec<_> =
            citing_resolutions(corpus, corpus.symbol(cited.resolution)).collect();
        sort_by_key(&mut unread, |&id| {
            let adopted = corpus.entry(id).adopted.as_deref();
            (adopted.is_none(), adopted)
        });
        unread.reverse();
        Self {
            cited,
            unread,
            found: Vec::new(),
        }
    }

    /// Reads one resolution after the other, as long as there are some and `is_time`.
    ///
    /// # Errors
    /// A resolution can't be read. Going on passes over it.
    pub fn go_on(
        &mut self,
        corpus: &Corpus,
        is_time: &mut dyn FnMut() -> bool,
    ) -> Result<(), ReadError> {
        let number = number_of(corpus.symbol(self.cited.resolution));
        while is_time()
            && let Some(id) = self.unread.pop()
        {
            if let Ok(true) = corpus.has_in_text(id, number) {
                self.read(corpus, id, number)?;
            }
        }
        Ok(())
    }

    fn read(&mut self, corpus: &Corpus, id: ResolutionId, number: &str) -> Result<(), ReadError> {
        let resolution = corpus.read(id)?;
        for place in paragraphs(id, &resolution) {
            let text = resolution.unit_text(place.index());
            if text.contains(number) {
                let found = in_paragraph(corpus, place, &resolution, &text, &self.cited);
                self.found.extend(found);
            }
        }
        Ok(())
    }

    /// Whether all is read.
    pub fn is_done(&self) -> bool {
        self.unread.is_empty()
    }

    /// Who cites, as far as it is read, oldest first; each paragraph once for each thing that it cites.
    pub fn found(&self) -> &[Citing] {
        &self.found
    }
}

/// The resolutions that may cite, each in one language.
fn citing_resolutions(corpus: &Corpus, symbol: &str) -> impl Iterator<Item = ResolutionId> {
    let all = corpus.resolutions();
    all.filter(move |&id| {
        let is_version = || corpus.version(id, ENGLISH) == Some(id);
        corpus.symbol(id) != symbol && is_read(corpus, id) && is_version()
    })
}

/// The longest number of a symbol: who cites it, prints that.
fn number_of(symbol: &str) -> &str {
    let before_year = symbol.split(" (").next().unwrap_or(symbol);
    let numbers = before_year.split(|c: char| !c.is_ascii_digit());
    numbers
        .max_by_key(|number| number.len())
        .unwrap_or_default()
}

fn paragraphs(id: ResolutionId, resolution: &Resolution) -> impl Iterator<Item = Place> {
    let all = 0..resolution.passages.len();
    let paragraphs = all.filter(|&at| resolution.passages[at].is_paragraph());
    paragraphs.map(move |at| Place::new(id, at))
}

/// The citations of a paragraph.
fn in_paragraph(
    corpus: &Corpus,
    place: Place,
    resolution: &Resolution,
    text: &str,
    cited: &Resolved,
) -> Vec<Citing> {
    let mut all: Vec<Citing> = Vec::new();
    for reference in references::in_unit(corpus, place, resolution) {
        let is_known = |known: &Citing| known.reference.referent == reference.referent;
        if let Some(is_exact) = is_cited(corpus, &reference, cited)
            && !all.iter().any(is_known)
        {
            all.push(Citing {
                place,
                words: around(text, &reference.range),
                reference,
                is_exact,
            });
        }
    }
    all
}

/// Whether a reference cites what is asked for, and if so, just that.
fn is_cited(corpus: &Corpus, reference: &Reference, cited: &Resolved) -> Option<bool> {
    let Referent::Resolution { target, .. } = &reference.referent else {
        return None;
    };
    let named = corpus.named(reference.referent.symbol())?;
    if !corpus.versions(named).contains(&cited.resolution) {
        return None;
    }
    if cited.passages.is_empty() {
        return (!reference.is_owner).then_some(target.is_none());
    }
    target.as_ref()?;
    let found = reference.referent.whereabouts(corpus);
    let found = found.place()?.passages.first()?;
    let mut asked = cited.passages.iter();
    let meets = asked.any(|asked| found.start < asked.end && asked.start < found.end);
    meets.then(|| cited.passages.contains(found))
}
