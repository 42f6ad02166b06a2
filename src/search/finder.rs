//! The finder: a corpus, its index, and what is remembered from question to question.

use std::sync::Arc;

use crate::search::acts::ReadActs;
use crate::search::answer::{self, Desk, Searched, between, explained};
use crate::search::hit::{HitBetween, Match, Subject};
use crate::search::index::Index;
use crate::search::near::{self, NearTexts};
use crate::search::question::{Apart, Explanation, Findings, Question};
use crate::search::weights::Weights;
use crate::text::corpus::Corpus;
use crate::text::model::Place;

/// Answers questions about one corpus.
///
/// It remembers the words that were looked up, since typing changes the last one only, and tables as long as the
/// corpus, so keep one for as long as questions are asked. Finders on several threads can share one index.
///
/// ```
/// use resolut::bundle;
/// use resolut::search::{Finder, Question, Subject};
///
/// let corpus = bundle::corpus();
/// let mut finder = Finder::of(&corpus);
/// let findings = finder.find(&Question { query: "islamic dev bank", open: None, limit: 10 });
/// let Subject::Passage(place) = findings.hits[0].subject else {
///     panic!("a paragraph has all three words");
/// };
/// assert_eq!(corpus.cite(place).to_string(), "2/34-P:7");
/// ```
#[derive(Debug)]
pub struct Finder<'c> {
    corpus: &'c Corpus,
    index: Arc<Index>,
    weights: Weights,
    acts: Option<ReadActs>,
    desk: Desk,
}

impl<'c> Finder<'c> {
    /// A finder that reads the whole corpus first.
    pub fn of(corpus: &'c Corpus) -> Self {
        Self::new(corpus, Index::build(corpus))
    }

    /// A finder with an index that was built from this corpus, or read back for it.
    pub fn new(corpus: &'c Corpus, index: impl Into<Arc<Index>>) -> Self {
        Self::with_weights(corpus, index, Weights::default())
    }

    /// A finder that judges by other weights than the usual ones.
    pub fn with_weights(
        corpus: &'c Corpus,
        index: impl Into<Arc<Index>>,
        weights: Weights,
    ) -> Self {
        Self {
            corpus,
            index: index.into(),
            weights,
            acts: None,
            desk: Desk::default(),
        }
    }

    /// Answers what is asked of acts as well, with a function that reads them. It is called when they are first asked for.
    #[must_use]
    pub fn reading_acts(mut self, read: ReadActs) -> Self {
        self.acts = Some(read);
        self
    }

    /// The index that is searched.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Answers a question; wordings that are nearly the same have one row.
    pub fn find(&mut self, question: &Question<'_>) -> Findings {
        self.find_apart(question, Apart::Like(&[]))
    }

    /// Answers a question with a row each for some wordings that are nearly the same: behind the best of them those of
    /// the same group.
    pub fn find_apart(&mut self, question: &Question<'_>, apart: Apart<'_>) -> Findings {
        self.ask(|searched, desk| answer::answer(searched, question, apart, desk))
    }

    /// The headings and tables between paragraphs, and the notes, that have all words of a question; in the order
    /// of the corpus. They are in no index: all resolutions that it may mean are read.
    pub fn find_between(&mut self, question: &Question<'_>) -> Vec<HitBetween> {
        self.ask(|searched, desk| between::between(searched, question, desk))
    }

    /// The paragraphs that an answer stands for, whatever its limit, in the order of the corpus: those that are
    /// found `by` a way or a better one. They are as many as the [`Findings`] say.
    pub fn paragraphs(&mut self, question: &Question<'_>, by: Match) -> Vec<Place> {
        self.ask(|searched, desk| answer::paragraphs(searched, question, by, desk))
    }

    /// What the score of a row is the sum of: that of `subject`, among as many rows as the question asks for. Of what is
    /// no row, the words that it has and lacks.
    pub fn explain(&mut self, question: &Question<'_>, subject: Subject) -> Explanation {
        self.ask(|searched, desk| explained::explain(searched, question, subject, desk))
    }

    /// The paragraph at `place`, and at most `most` texts that share the most of its rarest words.
    pub fn near(&mut self, place: Place, most: usize) -> NearTexts {
        self.ask(|searched, _| near::near(searched.index, place, most))
    }

    /// Asks the index. One that turns out to be damaged is built anew, and asked again.
    fn ask<T>(&mut self, answer: impl Fn(Searched<'_>, &mut Desk) -> T) -> T {
        let Self {
            corpus,
            index,
            weights,
            acts,
            desk,
        } = self;
        let acts = *acts;
        let ask = |index: &Index, desk: &mut Desk| {
            let searched = Searched {
                corpus,
                index,
                weights,
                acts,
            };
            answer(searched, desk)
        };
        let answered = ask(index, desk);
        if !index.is_damaged() {
            return answered;
        }
        *index = Arc::new(Index::build(corpus));
        *desk = Desk::default();
        ask(index, desk)
    }
}
