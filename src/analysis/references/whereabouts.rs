//! Where a reference leads in a corpus.
//!
//! A point need not be one in the corpus: the letter may stand as a paragraph of its own behind its number, or only the
//! paragraph is there. Nothing else that is near is taken.

use super::Referent;
use crate::text::citation::{CitedPart, Target, label};
use crate::text::corpus::{Corpus, ResolveError, Resolved};
use crate::text::model::{Resolution, ResolutionId};

/// Where a reference leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// There.
    Here(Resolved),
    /// To the paragraph of a point that has no place of its own.
    Parent(Resolved),
    /// Nowhere: the resolution or document is not in the corpus.
    Outside,
    /// Nowhere: the resolution has no such place; what it has.
    Missing(String),
}

impl Whereabouts {
    /// One word for it: `here`, `parent`, `outside` or `missing`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Here(_) => "here",
            Self::Parent(_) => "parent",
            Self::Outside => "outside",
            Self::Missing(_) => "missing",
        }
    }

    /// The place that can be gone to.
    pub fn place(&self) -> Option<&Resolved> {
        match self {
            Self::Here(place) | Self::Parent(place) => Some(place),
            Self::Outside | Self::Missing(_) => None,
        }
    }
}

impl Referent {
    /// Where it leads.
    pub fn whereabouts(&self, corpus: &Corpus) -> Whereabouts {
        let Some(id) = corpus.named(self.symbol()) else {
            return Whereabouts::Outside;
        };
        let target = match self {
            Self::Resolution { target, .. } => target.as_ref(),
            Self::Document(_) => None,
        };
        let targets = target.map(std::slice::from_ref).unwrap_or_default();
        match corpus.within(id, targets) {
            Ok(resolved) => Whereabouts::Here(resolved),
            Err(ResolveError::Unreadable(_)) => Whereabouts::Outside,
            Err(absent) => target
                .and_then(|target| otherwise(corpus, id, target))
                .unwrap_or_else(|| Whereabouts::Missing(absent.to_string())),
        }
    }
}

/// Where a point leads that is none in the corpus: to the letter behind its paragraph, or to the paragraph.
fn otherwise(corpus: &Corpus, id: ResolutionId, target: &Target) -> Option<Whereabouts> {
    let mut paragraph = target.clone();
    paragraph.to = None;
    let letters = paragraph.steps.split_off(1.min(paragraph.steps.len()));
    let letter = letters.first()?;
    let parent = corpus.within(id, &[paragraph]).ok()?;
    let is_one = letters.len() == 1 && target.to.is_none() && target.part == CitedPart::Operative;
    let resolution = corpus.read(id).ok()?;
    let behind = parent.passages.first().map_or(0, |range| range.end);
    match lettered(&resolution, behind, &letter.label) {
        Some(at) if is_one => Some(Whereabouts::Here(Resolved {
            resolution: id,
            passages: vec![resolution.unit(at)],
        })),
        _ => Some(Whereabouts::Parent(parent)),
    }
}

/// The paragraph of that letter among those that print letters from `behind` on.
fn lettered(resolution: &Resolution, behind: usize, letter: &str) -> Option<usize> {
    let rest = behind..resolution.passages.len();
    let paragraphs = rest.filter(|&at| resolution.passages[at].depth == 0);
    let number = |at: &usize| {
        let number = resolution.passages[*at].number.as_deref();
        number.unwrap_or_default()
    };
    let is_number = |number: &str| number.starts_with(|c: char| c.is_ascii_digit());
    paragraphs
        .take_while(|at| !is_number(number(at)))
        .find(|at| label(number(at)) == letter)
}
