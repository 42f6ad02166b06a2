//! Why a row stands where it does.

use crate::search::hit::Subject;

/// What the score of a row is the sum of.
///
/// ```
/// use resolut::bundle;
/// use resolut::search::{Evidence, Finder, Question};
///
/// let corpus = bundle::corpus();
/// let question = Question { query: "islamic dev bank", open: None, limit: 10 };
/// let mut finder = Finder::of(&corpus);
/// let hit = finder.find(&question).hits.remove(0);
/// let explained = finder.explain(&question, hit.subject);
/// assert_eq!(explained.row, Some(0));
/// let words = explained.parts.iter().map(|part| (part.typed.as_str(), part.evidence));
/// assert!(words.clone().any(|word| word == ("dev", Evidence::Beginning)));
/// let sum: f32 = explained.parts.iter().map(|part| part.worth).sum();
/// assert!((sum - hit.score).abs() < 0.1);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// What is explained.
    pub subject: Subject,
    /// Its position among the hits; none where it is no hit.
    pub row: Option<usize>,
    /// The words first, in the order of the query.
    pub parts: Vec<ScorePart>,
}

/// A part of a score.
#[derive(Clone, Debug, PartialEq)]
pub struct ScorePart {
    /// What it is for.
    pub evidence: Evidence,
    /// The words of the query that it is for, as typed; empty where it is for all.
    pub typed: String,
    /// The word that stands there for it, folded; empty where none does.
    pub found: String,
    /// How rare the word of the query is: see [`Weights`](crate::search::Weights). 0 of what is no word.
    pub weight: f32,
    /// How surely the word that was found is meant, mostly from 0 to 1. 0 of what is no word.
    pub quality: f32,
    /// What it adds to the score.
    pub worth: f32,
}

/// What a part of a score is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// How it was found: by a citation, a name, all words or some. It outweighs all that follows.
    Kind,
    /// A word stands there as typed.
    Typed,
    /// A word begins with what was typed.
    Beginning,
    /// The same number in another spelling, or the plural for the singular and back.
    Number,
    /// Another form of the word.
    Inflection,
    /// The word was mistyped.
    Slip,
    /// Letters were left out.
    LettersLeftOut,
    /// Another form of the name: its acronym, or what that stands for.
    Name,
    /// Two words typed apart are one.
    Joined,
    /// The words stand side by side.
    Phrase,
    /// The resolution has the number.
    Resolution,
    /// The title has the word.
    Title,
    /// A word is missing.
    Lacks,
    /// Words are missing, so that the others count less.
    Coverage,
    /// Two words stand in the order of the query.
    Order,
    /// The words stand close together.
    Nearness,
    /// All words stand there as one run.
    Run,
    /// Other paragraphs repeat the text.
    Repeated,
    /// The text opens with no verb.
    Verbless,
    /// It has words of the pasted text, and no others.
    Overlap,
    /// Others were likelier, so that the order of the words was not read.
    Unread,
}

impl Evidence {
    /// One word for programs.
    pub fn name(self) -> &'static str {
        self.words().0
    }

    /// What is said of it to people, behind the words that it is for.
    pub fn said(self) -> &'static str {
        self.words().1
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Kind => ("kind", "how it was found"),
            Self::Typed => ("typed", "as typed"),
            Self::Beginning => ("beginning", "begins"),
            Self::Number => ("number", "the same number or its plural"),
            Self::Inflection => ("inflection", "another form"),
            Self::Slip => ("slip", "mistyped"),
            Self::LettersLeftOut => ("letters", "letters left out"),
            Self::Name => ("name", "another form of the name"),
            Self::Joined => ("joined", "typed apart"),
            Self::Phrase => ("phrase", "side by side"),
            Self::Resolution => ("resolution", "the number of the resolution"),
            Self::Title => ("title", "in the title"),
            Self::Lacks => ("lacks", "is missing"),
            Self::Coverage => ("coverage", "words are missing"),
            Self::Order => ("order", "in this order"),
            Self::Nearness => ("nearness", "the words are near each other"),
            Self::Run => ("run", "all words side by side"),
            Self::Repeated => ("repeated", "other paragraphs repeat it"),
            Self::Verbless => ("verbless", "it opens with no verb"),
            Self::Overlap => ("overlap", "the words of the pasted text"),
            Self::Unread => (
                "unread",
                "others were likelier; its order of words was not read",
            ),
        }
    }
}
