//! What a query asks for: words, phrases, and bounds on where they stand.

use crate::search::index::paragraphs::PartKind;
use crate::text::corpus::Period;

mod operators;
mod pasted;
mod period;
mod read;
mod syntax;
mod values;

pub use syntax::{SYNTAX, Syntax};

/// How many words, phrases or exclusions are read; the others are passed over. What has more words is a pasted text,
/// of which as many are looked for.
pub(super) const MOST_WORDS: usize = 16;

/// A query, taken apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Query {
    pub(super) words: Vec<Asked>,
    /// All words of a text that has more than a question: it is looked for by some of them.
    pub(super) pasted: Vec<Asked>,
    /// Folded words that must stand side by side.
    pub(super) phrases: Vec<AskedPhrase>,
    /// Of each of these, one word or phrase must stand there.
    pub(super) either: Vec<Vec<AskedPhrase>>,
    pub(super) bounds: Bounds,
    annex: AnnexWord,
}

/// Which paragraphs are wanted, other than by words they hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Bounds {
    pub(super) only: Limits,
    pub(super) without: Limits,
    /// What must not stand in a paragraph.
    pub(super) excluded: Vec<Vec<String>>,
}

/// What the operators name. A resolution must be in one of those that an operator names; titles must have all words.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Limits {
    /// The last one counts where a paragraph must be in it.
    pub(super) parts: Vec<PartKind>,
    pub(super) verbs: Vec<AskedName>,
    pub(super) within: Vec<WithinResolution>,
    pub(super) sessions: Vec<AskedName>,
    pub(super) languages: Vec<AskedName>,
    /// Of each of these, one must hold.
    pub(super) titles: Vec<Vec<AskedName>>,
    /// Days of adoption, of which one must hold.
    pub(super) days: Vec<AskedPeriod>,
    /// First and last days, of which all must hold.
    pub(super) spans: Vec<AskedPeriod>,
    /// Who is asked, and what is done: beginnings of words.
    pub(super) to: Vec<AskedName>,
    pub(super) does: Vec<AskedName>,
    /// By when: days, or words where they are none.
    pub(super) due: Vec<AskedPeriod>,
}

impl Limits {
    /// Whether acts are named.
    pub(super) fn names_acts(&self) -> bool {
        !(self.to.is_empty() && self.does.is_empty() && self.due.is_empty())
    }
}

/// A name behind an operator.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct AskedName {
    pub(super) typed: String,
    /// Folded.
    pub(super) words: Vec<String>,
    pub(super) end: WordEnd,
}

/// A period behind an operator.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct AskedPeriod {
    /// The operator.
    pub(super) by: &'static str,
    pub(super) typed: String,
    /// None where what was typed is none.
    pub(super) period: Option<Period>,
}

impl Bounds {
    pub(super) fn names_languages(&self) -> bool {
        !self.only.languages.is_empty() || !self.without.languages.is_empty()
    }

    /// Whether it asks for acts.
    pub(super) fn names_acts(&self) -> bool {
        self.only.names_acts() || self.without.names_acts()
    }

    pub(super) fn names_titles(&self) -> bool {
        !self.only.titles.is_empty() || !self.without.titles.is_empty()
    }
}

/// A word that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    /// Folded.
    pub(super) word: String,
    /// As typed.
    pub(super) typed: String,
    /// The alias of the name that it is a form of, where it is not that alias as typed.
    pub(super) alias: Option<String>,
    /// Whether only a hyphen or an apostrophe parts it from the word before.
    pub(super) linked: bool,
    /// Which chunk of the query it was read from: `2/34` is one of two words.
    pub(super) chunk: usize,
    /// Open for the last word, which may still be typed.
    pub(super) end: WordEnd,
}

/// Words in quotation marks; one word whose end is open stands for what a word stands for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct AskedPhrase {
    /// Folded.
    pub(super) words: Vec<String>,
    /// Of the last word: open as long as the quotation marks are.
    pub(super) end: WordEnd,
}

impl AskedPhrase {
    /// The word that it is, where it stands for more than itself.
    pub(super) fn as_word(&self) -> Option<&str> {
        match (self.words.as_slice(), self.end) {
            ([word], WordEnd::Open) => Some(word),
            _ => None,
        }
    }

    /// Of each word, whether it is typed to its end.
    pub(super) fn ends(&self) -> impl Iterator<Item = WordEnd> {
        let last = self.words.len().saturating_sub(1);
        (0..self.words.len()).map(move |position| {
            if position == last {
                self.end
            } else {
                WordEnd::Typed
            }
        })
    }
}

/// Whether a word is typed to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum WordEnd {
    Typed,
    /// It may go on.
    Open,
}

/// What `annex` means: unlike `pp` and `op`, resolutions use the word themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum AnnexWord {
    #[default]
    /// A part to narrow the query to.
    Narrows,
    /// A word like any other.
    IsWord,
}

/// A resolution that a query is narrowed to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum WithinResolution {
    Open,
    /// By words of its symbol.
    Symbol(AskedName),
}

impl Query {
    /// Reads what is typed, however far it is, or a text that is pasted.
    pub(super) fn read(typed: &str, annex: AnnexWord) -> Self {
        let query = Self::read_typed(typed, annex);
        if query.is_pasted() {
            Self::read_pasted(typed, annex)
        } else {
            query
        }
    }

    /// Whether it asks for no word.
    pub(super) fn is_wordless(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty() && self.either.is_empty()
    }

    /// The same words, wherever they stand.
    pub(super) fn everywhere(&self) -> Self {
        Self {
            bounds: Bounds::default(),
            ..self.clone()
        }
    }

    /// Whether it says which paragraphs it wants other than by words they hold.
    pub(super) fn narrows(&self) -> bool {
        self.bounds != Bounds::default()
    }
}
