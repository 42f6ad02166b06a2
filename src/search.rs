//! The finder: a query in, ranked hits with the spans of their matches out.

use std::ops::Range;

use crate::corpus::Corpus;
use crate::model::{Place, ResolutionId, SessionId};

/// What can be found in a corpus. Built once; shares nothing with it but positions.
#[derive(Debug)]
pub struct Index {}

/// A question to the index.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// As typed, operators included.
    pub query: &'a str,
    /// The resolution that is open: bare numbers and `in:.` mean it.
    pub open: Option<ResolutionId>,
    /// How many hits are wanted; all are counted.
    pub limit: usize,
}

/// The answer to a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// Best first.
    pub hits: Vec<Hit>,
    /// How many there are, beyond the limit as well.
    pub found: usize,
    /// How many paragraphs were searched.
    pub of: usize,
    /// Set where no paragraph has all words and the hits are the nearest: the words that were dropped.
    pub dropped: Vec<String>,
}

/// One row of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What was found.
    pub subject: Subject,
    /// How.
    pub by: Match,
    /// Higher is better; comparable within one answer only.
    pub score: f32,
    /// The matches: byte ranges in the text of the paragraph with its points
    /// ([`crate::model::Resolution::unit_text`]), in the title, or in the session's name; ascending,
    /// none overlapping.
    pub spans: Vec<Range<usize>>,
    /// Other paragraphs of the same words, that this row stands for.
    pub same: Vec<Place>,
}

/// What a hit points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A session, by its name.
    Session(SessionId),
    /// A resolution, by its symbol or title.
    Resolution(ResolutionId),
    /// A paragraph.
    Passage(Place),
}

/// How a hit was found, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// The query cites it.
    Citation,
    /// By its words, in its text, title or name.
    Words,
    /// By a fuzzy guess alone: marked `≈`.
    Fuzzy,
}

impl Index {
    /// Reads every paragraph of a corpus.
    pub fn build(_corpus: &Corpus) -> Self {
        Self {}
    }

    /// Answers a question about the corpus the index was built from.
    pub fn find(&self, _corpus: &Corpus, _question: &Question<'_>) -> Findings {
        Findings::default()
    }
}
