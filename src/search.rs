//! The finder: a query in, ranked hits with the spans of their matches out.
//!
//! What is typed is tried as a citation, then against symbols, titles and session names, then against
//! the words of paragraphs, by an index that is built once ([`Index::build`]). A query goes through
//!
//! 1. `query`: operators, phrases and words;
//! 2. `terms`, with `expand` and `slips`: each word → the words of the corpus it may stand for;
//! 3. `gather`: texts that have all words, or where none has, some;
//! 4. `rank`: phrases, order and nearness among the best of them;
//! 5. `spans`: what to highlight in the rows that are shown.
//!
//! Rows that have every word as typed, as a beginning, or as the likely meaning of a word that the
//! corpus does not know, are [`Match::Words`]; all others are guesses and stand below.

#![expect(
    clippy::cast_precision_loss,
    reason = "counts become weights, of which three digits matter"
)]

mod answer;
mod index;
mod query;
mod rank;
mod terms;
mod weights;
mod words;

use std::cell::RefCell;
use std::ops::Range;

use crate::search::index::{concordance, names, paragraphs};
use crate::text::block::{self, BlockHead, Saved};
use crate::text::corpus::Corpus;
use crate::text::model::{Place, ResolutionId, SessionId};
use rank::matches::Matches;

pub use query::{SYNTAX, Syntax};

/// What can be found in a corpus. Built once; shares nothing with it but positions.
///
/// ```
/// use resolut::bundle;
/// use resolut::search::{Index, Question, Subject};
///
/// let corpus = bundle::corpus();
/// let index = Index::build(&corpus);
/// let findings = index.find(&corpus, &Question { query: "islamic dev bank", open: None, limit: 10 });
/// let Subject::Passage(place) = findings.hits[0].subject else {
///     panic!("a paragraph has all three words");
/// };
/// assert_eq!(corpus.cite(place).to_string(), "2/34-P:7");
/// ```
#[derive(Debug)]
pub struct Index {
    paragraphs: paragraphs::Paragraphs,
    /// The words of the paragraphs.
    words: concordance::Concordance,
    names: names::Names,
    /// What is kept from key to key.
    desk: RefCell<answer::Desk>,
}

/// A question to the index.
///
/// ```
/// use resolut::bundle;
/// use resolut::search::{Index, Question};
///
/// let corpus = bundle::corpus();
/// let open = corpus.read_citation("3/34-P", None)?.resolution;
/// let question = Question { query: "in:. contact", open: Some(open), limit: 1 };
/// let findings = Index::build(&corpus).find(&corpus, &question);
/// assert_eq!(findings.hits.len(), 1);
/// assert!(findings.found >= 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// As typed, operators included.
    pub query: &'a str,
    /// The resolution that is open: bare numbers and `in:.` mean it.
    pub open: Option<ResolutionId>,
    /// How many hits are wanted at most. [`Findings::found`] counts the others as well.
    pub limit: usize,
}

/// The answer to a question.
///
/// ```
/// use resolut::bundle;
/// use resolut::search::{Index, Match, Question};
///
/// let corpus = bundle::corpus();
/// let question = Question { query: "pkstn", open: None, limit: 5 };
/// let findings = Index::build(&corpus).find(&corpus, &question);
/// assert_eq!(findings.sure, 0);
/// assert!(findings.guessed > 0);
/// assert!(findings.hits.iter().all(|hit| hit.by == Match::Fuzzy));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// Best first.
    pub hits: Vec<Hit>,
    /// How many there are, beyond the limit as well.
    pub found: usize,
    /// How many paragraphs the hits stand for without a guess: those that are cited, or have all words.
    pub sure: usize,
    /// How many more paragraphs they stand for by a guess.
    pub guessed: usize,
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
    /// Higher is better. The weight of the words, which depends on how rare they are, and above it 10,000 for a
    /// paragraph that has all words, 20,000 for a name, 30,000 for a citation. Scores can be compared within one
    /// answer only.
    pub score: f32,
    matches: Matches,
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
    /// By a guess alone, or by some of the words: marked `≈`.
    Fuzzy,
}

impl Hit {
    /// The paragraphs that the hit stands for: its own, and those of the same words.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        let own = match self.subject {
            Subject::Passage(place) => Some(place),
            Subject::Session(_) | Subject::Resolution(_) => None,
        };
        own.into_iter().chain(self.same.iter().copied())
    }

    /// The hit once for each of its paragraphs.
    pub fn each(&self) -> Vec<Self> {
        let alone = |subject| Self {
            subject,
            same: Vec::new(),
            ..self.clone()
        };
        let others = self.same.iter().copied().map(Subject::Passage);
        std::iter::once(self.subject)
            .chain(others)
            .map(alone)
            .collect()
    }

    /// The matches: byte ranges in `text`, ascending, none overlapping. That is the text of the paragraph
    /// with its points ([`crate::text::model::Resolution::unit_text`]), the title, or the session's name.
    ///
    /// ```
    /// use resolut::bundle;
    /// use resolut::search::{Index, Question, Subject};
    ///
    /// let corpus = bundle::corpus();
    /// let question = Question { query: "vocational", open: None, limit: 1 };
    /// let findings = Index::build(&corpus).find(&corpus, &question);
    /// let Subject::Passage(place) = findings.hits[0].subject else {
    ///     panic!("a paragraph has the word");
    /// };
    /// let text = corpus.text(place)?;
    /// let spans = findings.hits[0].spans(&text);
    /// assert_eq!(&text[spans[0].clone()], "vocational");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn spans(&self, text: &str) -> Vec<Range<usize>> {
        self.spans_and_best(text).0
    }

    /// The matches, and the one of them to begin with where there is no room for all: that which says most.
    pub fn spans_and_best(&self, text: &str) -> (Vec<Range<usize>>, Option<Range<usize>>) {
        self.matches.spans(text)
    }
}

impl Index {
    /// What an index is kept as. The version is to be raised with every change of the layout, or of how
    /// text is taken apart into words.
    pub const KIND: BlockHead = BlockHead {
        name: *b"resindex",
        version: 6,
    };

    /// Reads every paragraph of a corpus.
    pub fn build(corpus: &Corpus) -> Self {
        Self::build_while(corpus, |_| true)
    }

    /// Reads the paragraphs of a corpus while `goes_on` says so. It is asked before each resolution, and
    /// told how many have been read: for a first part of a big corpus, a progress, or an early end.
    pub fn build_while(corpus: &Corpus, goes_on: impl FnMut(usize) -> bool) -> Self {
        let (paragraphs, words) = paragraphs::Paragraphs::read(corpus, goes_on);
        Self {
            paragraphs,
            words,
            names: names::Names::read(corpus),
            desk: RefCell::default(),
        }
    }

    /// Makes the tables of letters now, so that the first question does not have to wait for them.
    pub fn prepare(&self) {
        self.words.vocabulary.holders();
        self.names.prepare();
    }

    /// Answers a question about the corpus the index was built from.
    pub fn find(&self, corpus: &Corpus, question: &Question<'_>) -> Findings {
        answer::answer(self, corpus, question, &mut self.desk.borrow_mut())
    }

    /// The paragraphs that an answer stands for, whatever its limit, in the order of the corpus: those that are
    /// found `by` a way or a better one. They are as many as the [`Findings`] say.
    pub fn paragraphs(&self, corpus: &Corpus, question: &Question<'_>, by: Match) -> Vec<Place> {
        answer::paragraphs(self, corpus, question, by, &mut self.desk.borrow_mut())
    }

    /// Whether every resolution of the corpus was read.
    pub fn is_whole(&self) -> bool {
        self.paragraphs.is_whole()
    }

    /// The index as a block of bytes, to be kept for the next start.
    ///
    /// ```
    /// use resolut::bundle;
    /// use resolut::search::Index;
    ///
    /// let corpus = bundle::corpus();
    /// let kept = Index::build(&corpus).to_bytes();
    /// assert!(Index::from_bytes(&kept, &corpus).is_some());
    /// assert!(Index::from_bytes(&kept[1..], &corpus).is_none());
    /// ```
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut body = Vec::with_capacity(self.size() + self.size() / 8);
        self.words.save(&mut body);
        self.paragraphs.save(&mut body);
        self.names.save(&mut body);
        block::block(Self::KIND, &body)
    }

    /// The index that was made into these bytes; none if they are of another version, damaged, or can't be
    /// of this corpus. They do not tell whether the corpus has changed since: the caller must know.
    pub fn from_bytes(bytes: &[u8], corpus: &Corpus) -> Option<Self> {
        let (mut saved, _) = Saved::block(bytes, Self::KIND)?;
        let words = concordance::Concordance::load(&mut saved)?;
        let index = Self {
            paragraphs: paragraphs::Paragraphs::load(&mut saved, corpus)?,
            names: names::Names::load(&mut saved, corpus)?,
            words,
            desk: RefCell::default(),
        };
        let fits = index.paragraphs.wordings() == index.words.postings.texts();
        (saved.is_empty() && fits).then_some(index)
    }

    /// How many bytes the index takes, without what is kept from key to key.
    pub fn size(&self) -> usize {
        self.paragraphs.size() + self.words.size() + self.names.size()
    }
}
