//! A row of an answer: what was found, how, and where in its text the words of the query stand.

use std::ops::Range;

use crate::search::weights::TOGETHER;
use crate::search::words::tokens::Tokens;
use crate::text::corpus::Corpus;
use crate::text::model::{Place, ResolutionId, SessionId};

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
    /// The words of the query that the paragraph lacks, as typed. Such rows stand behind all that have every word.
    pub lacks: Vec<String>,
    pub(super) matches: Matches,
    /// Other paragraphs of the same words, that this row stands for.
    pub same: Vec<Place>,
    /// Paragraphs of nearly the same words that were found as well, and have no row of their own: a wording that is
    /// renewed with another day.
    pub like: Vec<Place>,
}

/// A heading, a table or a note that has the words of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct HitBetween {
    /// The hit, whose subject is the heading or the table, or the passage that the note is to.
    pub hit: Hit,
    /// Which of the notes of the passage it is.
    pub note: Option<usize>,
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

    /// How many paragraphs it stands for beside its own.
    pub fn others(&self) -> usize {
        self.same.len() + self.like.len()
    }

    /// The first and the last year in which its paragraphs were adopted, those of nearly the same words included.
    pub fn years<'c>(&self, corpus: &'c Corpus) -> Option<[&'c str; 2]> {
        let places = self.places().chain(self.like.iter().copied());
        let years = places.filter_map(|place| corpus.day_of(place.resolution)?.get(..4));
        years.fold(None, |span, year| match span {
            None => Some([year, year]),
            Some([first, last]) => Some([first.min(year), last.max(year)]),
        })
    }

    /// The hit once for each of its paragraphs.
    pub fn each(&self) -> Vec<Self> {
        let alone = |subject| Self {
            subject,
            same: Vec::new(),
            like: Vec::new(),
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
    /// use resolut::search::{Finder, Question, Subject};
    ///
    /// let corpus = bundle::corpus();
    /// let question = Question { query: "vocational", open: None, limit: 1 };
    /// let findings = Finder::of(&corpus).find(&question);
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

/// The words of a text that are marked.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Matches {
    /// First and last position of each among the words of the text: a compound is two of them.
    pub(super) places: Vec<(u32, u32)>,
    /// Which of them says most: one that is rare and sure.
    pub(super) best: usize,
    /// The word to begin with in its place, where another says more.
    pub(super) from: Option<u32>,
}

impl Matches {
    /// Their byte ranges in the `text` they were found in, ascending, none overlapping; and that of the first
    /// of those that stand together with the one that says most.
    pub(super) fn spans(&self, text: &str) -> (Vec<Range<usize>>, Option<Range<usize>>) {
        let best = self.places.get(self.best).map(|(best, _)| *best);
        let is_near = |last: u32| best.is_some_and(|best| last + TOGETHER >= best);
        let last = self.places.last().map(|(_, last)| *last).max(self.from);
        let read = last.map_or(0, |last| last as usize + 1);
        let words = first_words(text, read);
        let word = |position: u32| words.get(position as usize);
        let (mut spans, mut shown): (Vec<Range<usize>>, _) = (Vec::new(), None);
        for &(first, last) in &self.places {
            let (Some(from), Some(to)) = (word(first), word(last)) else {
                break;
            };
            let (mut start, end) = (from.start, to.end);
            if shown.is_none() && is_near(last) {
                shown = Some(start..end);
            }
            // A compound covers its parts; pairs of characters overlap.
            while let Some(before) = spans.pop_if(|before| before.end > start) {
                start = start.min(before.start);
            }
            spans.push(start..end);
        }
        let from = self.from.and_then(word).cloned();
        (spans, from.or(shown))
    }
}

/// Where the first `count` words of a text stand.
fn first_words(text: &str, count: usize) -> Vec<Range<usize>> {
    let mut places = Vec::with_capacity(count);
    let mut tokens = Tokens::new(text);
    while places.len() < count
        && let Some(token) = tokens.next()
    {
        places.push(token.bytes);
    }
    places
}
