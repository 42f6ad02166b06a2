//! The references of a paragraph: what it refers to, and who refers to it.

use std::ops::Range;

use crate::analysis::around;
use crate::analysis::cited::{Citing, Inquiry};
use crate::analysis::references::{self, Reference, Referent, Whereabouts};
use crate::text::corpus::{Corpus, ReadError, Resolved};
use crate::text::model::{Place, Resolution};

/// The references of a paragraph, or of a whole resolution.
#[derive(Clone, Debug, PartialEq)]
pub struct ReferenceList {
    /// What they are the references of.
    pub of: Resolved,
    /// What it refers to, in the order of its text, each thing once.
    pub referring: Vec<Referring>,
    /// Who refers to it.
    citing: Inquiry,
}

/// A citation in a text, and where it leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Referring {
    /// What is named.
    pub referent: Referent,
    /// Where it leads, if that is here.
    pub leads_to: Option<Resolved>,
    /// What is to be said of where it leads, and of what speaks against it.
    pub said: Option<String>,
    /// The words around it, and its bytes in these.
    pub words: (String, Range<usize>),
    /// The paragraph that it stands in, and its bytes in the text of that.
    pub stands: (Place, Range<usize>),
}

/// The headings of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceHeading {
    /// Over what the paragraph refers to.
    Referring,
    /// Over who refers to the paragraph.
    Citing,
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ReferenceRow<'l> {
    /// A heading: no row to select.
    Heading(ReferenceHeading),
    /// What the paragraph refers to.
    Referring(&'l Referring),
    /// Who refers to the paragraph.
    Citing(&'l Citing),
}

impl ReferenceList {
    /// What is named refers to this; who refers to it is still to be found out.
    ///
    /// # Errors
    /// The resolution can't be read.
    pub fn of(corpus: &Corpus, of: Resolved) -> Result<Self, ReadError> {
        let resolution = corpus.read(of.resolution)?;
        let mut referring: Vec<Referring> = Vec::new();
        for at in units(&of, &resolution) {
            let place = Place::new(of.resolution, at);
            let text = resolution.unit_text(at);
            for reference in references::in_unit(corpus, place, &resolution) {
                let is_known = |known: &Referring| known.referent == reference.referent;
                if is_listed(&reference, &of) && !referring.iter().any(is_known) {
                    referring.push(Referring::of(corpus, reference, place, &text));
                }
            }
        }
        let citing = Inquiry::of(corpus, of.clone());
        Ok(Self {
            of,
            referring,
            citing,
        })
    }

    /// Looks for who refers to it as long as `is_time`.
    ///
    /// # Errors
    /// A resolution can't be read; going on passes over it.
    pub fn look_up(
        &mut self,
        corpus: &Corpus,
        is_time: &mut dyn FnMut() -> bool,
    ) -> Result<(), ReadError> {
        self.citing.go_on(corpus, is_time)
    }

    /// Who refers to it, oldest first; none while that is not known.
    pub fn citing(&self) -> Option<&[Citing]> {
        self.citing.is_done().then(|| self.citing.found())
    }

    /// The row at a position: each heading stands before its rows.
    pub fn row(&self, at: usize) -> Option<ReferenceRow<'_>> {
        let second = self.second_heading();
        match at.checked_sub(1) {
            None => Some(ReferenceRow::Heading(ReferenceHeading::Referring)),
            _ if at == second => Some(ReferenceRow::Heading(ReferenceHeading::Citing)),
            Some(row) if at < second => self.referring.get(row).map(ReferenceRow::Referring),
            Some(_) => {
                let row = self.citing()?.get(at - second - 1);
                row.map(ReferenceRow::Citing)
            }
        }
    }

    /// The position of the heading over who refers to the paragraph.
    pub fn second_heading(&self) -> usize {
        self.referring.len() + 1
    }

    /// How many rows there are, with the headings.
    pub fn count(&self) -> usize {
        self.second_heading() + 1 + self.citing().map_or(0, <[_]>::len)
    }
}

/// The paragraphs whose references are listed.
fn units(of: &Resolved, resolution: &Resolution) -> Vec<usize> {
    if of.passages.is_empty() {
        let all = 0..resolution.passages.len();
        return all
            .filter(|&at| resolution.passages[at].is_paragraph())
            .collect();
    }
    of.units(resolution)
}

/// Whether a reference has a row: not a resolution that only says whose paragraph is named, and of a whole
/// resolution not what it says of its own paragraphs.
fn is_listed(reference: &Reference, of: &Resolved) -> bool {
    let of_whole = of.passages.is_empty();
    match reference.referent {
        _ if reference.is_owner => false,
        Referent::Resolution { is_own: true, .. } => !of_whole,
        _ => true,
    }
}

impl Referring {
    fn of(corpus: &Corpus, reference: Reference, place: Place, text: &str) -> Self {
        let found = reference.referent.whereabouts(corpus);
        let said = match &found {
            Whereabouts::Here(_) => None,
            Whereabouts::Parent(_) => Some("only the paragraph is here".to_owned()),
            Whereabouts::Outside => Some("not here".to_owned()),
            Whereabouts::Missing(has) => Some(has.clone()),
        };
        let each: Vec<_> = said.into_iter().chain(reference.warning).collect();
        Self {
            referent: reference.referent,
            leads_to: found.place().cloned(),
            said: (!each.is_empty()).then(|| each.join("; ")),
            words: around(text, &reference.range),
            stands: (place, reference.range),
        }
    }
}

impl<'l> ReferenceRow<'l> {
    /// Where the row leads.
    pub fn place(self) -> Option<Place> {
        match self {
            Self::Heading(_) => None,
            Self::Referring(referring) => referring.leads_to.as_ref().map(Resolved::beginning),
            Self::Citing(citing) => Some(citing.place),
        }
    }

    /// The paragraph whose words refer, and their bytes in its text.
    pub fn stands(self) -> Option<(Place, &'l Range<usize>)> {
        match self {
            Self::Heading(_) => None,
            Self::Referring(referring) => Some((referring.stands.0, &referring.stands.1)),
            Self::Citing(citing) => Some((citing.place, &citing.reference.range)),
        }
    }
}
