//! What is asked, and what is answered.

use crate::search::hit::{Hit, Subject};
use crate::search::query::{AnnexWord, Query};
use crate::text::model::ResolutionId;

mod explanation;

pub use explanation::{Evidence, Explanation, ScorePart};

/// A question to the finder.
///
/// ```
/// use resolut::bundle;
/// use resolut::search::{Finder, Question};
///
/// let corpus = bundle::corpus();
/// let open = corpus.read_citation("3/34-P", None)?.resolution;
/// let question = Question { query: "in:. contact", open: Some(open), limit: 1 };
/// let findings = Finder::of(&corpus).find(&question);
/// assert_eq!(findings.hits.len(), 1);
/// assert!(findings.found >= 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// As typed, operators included. What no blank follows may go on: the value of an operator there stands for all
    /// that it begins.
    pub query: &'a str,
    /// The resolution that is open: bare numbers and `in:.` mean it.
    pub open: Option<ResolutionId>,
    /// The most rows to return, those of sessions and resolutions included. [`Findings::found`] counts the others
    /// as well.
    pub limit: usize,
}

impl Question<'_> {
    /// Whether it asks for something: an operator without its value, a minus or a quotation mark does not yet.
    pub fn asks(&self) -> bool {
        let query = Query::read(self.query, AnnexWord::Narrows);
        !query.is_wordless() || query.narrows()
    }
}

/// Which of the wordings that are nearly the same have a row each. Of the others the best match has one, and stands for
/// all.
#[derive(Clone, Copy, Debug)]
pub enum Apart<'a> {
    /// Those nearly the same as these.
    Like(&'a [Subject]),
    /// All.
    All,
}

/// The answer to a question.
///
/// ```
/// use resolut::bundle;
/// use resolut::search::{Finder, Match, Question};
///
/// let corpus = bundle::corpus();
/// let question = Question { query: "pkstn", open: None, limit: 5 };
/// let findings = Finder::of(&corpus).find(&question);
/// assert_eq!(findings.sure, 0);
/// assert!(findings.guessed > 0);
/// assert!(findings.hits.iter().all(|hit| hit.by == Match::Fuzzy));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// Best first, as many as [`Question::limit`] at most.
    pub hits: Vec<Hit>,
    /// The number of rows there are, those beyond the limit included.
    pub found: usize,
    /// The number of paragraphs that the rows stand for without a guess: those that are cited, or have all words.
    pub sure: usize,
    /// The number of further paragraphs that they stand for by a guess.
    pub guessed: usize,
    /// The number of further paragraphs that have all words, in versions of resolutions that are shown in another
    /// language.
    pub in_other_languages: usize,
    /// Whether the query was read as a citation, even if it leads nowhere.
    pub cites: bool,
    /// What is said of operators that name nothing, with what comes nearest: `no session 1999: 2000 to 2009`.
    pub absent: Vec<String>,
    /// What is said where nothing was found, as far as that is known: `"refugee camps"?`,
    /// `no text here has a word like "zzyzx"`.
    pub instead: Option<String>,
    /// The number of paragraphs that were searched.
    pub of: usize,
}

impl Findings {
    /// The first row that lacks words of the query, and those behind it: its position among the hits, and the words.
    /// None where the hits have all words.
    pub fn first_lacking(&self) -> Option<(usize, &[String])> {
        let mut hits = self.hits.iter().enumerate();
        let (at, hit) = hits.find(|(_, hit)| !hit.lacks.is_empty())?;
        Some((at, &hit.lacks))
    }
}
