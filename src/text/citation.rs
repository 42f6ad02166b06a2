//! The short notation for a place in the corpus: `2/34-P:7`.
//!
//! Reading is forgiving, printing is not: whatever was typed, a citation prints in one form, so that
//! what one reader copies another can paste. The printed form is this:
//!
//! ```text
//! citation  ::=  cited  |  cited "@" tag           -- in the language of a BCP 47 tag
//! cited     ::=  symbol  |  symbol ":" targets  |  here  |  bare
//! symbol    ::=  atom ( ( "/" | "-" | "." | "" ) atom )* letters? ( " (" atoms ")" ( " " letter )? )?
//!             |  any symbol of the corpus
//! letters   ::=  " " letter ( " AND " letter )?
//! atom      ::=  digits | letters                  -- one of them digits
//! targets   ::=  target ( "," target )*            -- the part is not repeated before a number
//! target    ::=  part | paragraphs | "pp" numbered | annex ( ":" below )? | section ":" below
//! below     ::=  "preamble" | paragraphs | "pp" numbered | article
//! article   ::=  "art " step ( "-" step | point* ) -- of an annex; its paragraphs are its points
//! part      ::=  "opening" | "preamble" | "operative"
//! annex     ::=  ( "annex" | "appendix" | "attachment" | "enclosure" | "schedule" | "section" ) ( " "? step )?
//! section   ::=  letter | roman number
//! paragraphs::=  step point* ( "-" ( step | point ) )?
//! point     ::=  "(" step ")"
//! step      ::=  label ( "~" digits )?  |  "~" digits
//! label     ::=  atom ( "." atom )* ( " " ( "bis" | "ter" | "quater" | … ) )?
//! here      ::=  targets, an operative one behind "op"   -- in the open resolution
//! bare      ::=  numbered
//! numbered  ::=  paragraphs that begin with a digit or "~"
//! ```
//!
//! So that nothing prints as what reads otherwise, a symbol of this grammar does not begin with a word for a
//! place or for a resolution, unless a slash follows (`PP/RES/1`), and no `of`, `in`, `from`, `to` or `the`
//! stands right behind one of its digits or letters. Only a number alone may be a symbol or a paragraph.
//! Symbols of the corpus ([`crate::text::corpus`]) are read whatever their form, the longest first.
//!
//! Every word is understood or is an error at that word. Read as well, whatever the case, the blanks
//! (non-breaking ones too), the kind of dash and the script of the digits:
//!
//! - between symbol and place `:`, `#`, `,`, `;`, `.`, a blank alone, or a dash that stands between blanks or
//!   before a word for a place: `2/34-P -7` is an error, and `2/34-P-7` another symbol;
//! - the place first: `para 7 of resolution 2/34-P`, `¶7 2/34-P`, `paragraph 3 of annex I to 2/34-P`;
//! - before the symbol `res`, `resolution`, `resolution no.`, `decision`, `UN Doc.`, and before those, each
//!   behind `the`, `its` and the like, names of organs and sessions: those of the corpus, those of the closed
//!   list in `organs`, with a short name in brackets or not; sessions by their number in figures, in words or
//!   Roman; and organs by that of their session (`the 34th ICFM`). `the Security Council, in` is no such name,
//!   and `decided in resolution 2505` is a sentence;
//! - behind the symbol or the whole citation an organ, a session or a day, behind `of`, `adopted on`, `by`
//!   and the like, behind a comma, or in brackets; a year behind a word or in brackets; and the symbol once
//!   more in brackets, behind `UN Doc.` or behind a comma. A day is one that can't be another:
//!   `28.4.2004` is, `10/01/2024` is not. Days of a session are its first and its last: `15-17 May 2007`;
//! - an organ that leads a symbol which the corpus has without it, by its name or as its documents do:
//!   `SC/RES/2505`, `UNSCR2505`, `A/RES/1514 (XV)` for `1514 (XV)`;
//! - `2-34-P`, `2/34P`, `2505(2020)`, `217 (III) A` for symbols, of which the corpus knows the printed form;
//! - `op`, `op.`, `operative`, `para`, `paragraph`, `clause`, `¶`, `§` in any sensible order; `preambular 3`,
//!   `third preambular paragraph`, `3rd operative paragraph`; `annex II, paragraph 3`; `7a`, `7 (a)`,
//!   `7, point (a)`, `7, lit. a`; `7bis`; `7 to 9`, `7–9`, `paras 7 through 9`, `7(a)-7(c)`;
//! - of an annex with articles `annex I, article 3 (1)`, `article 3, paragraph 1, of annex I`,
//!   `articles 3 to 5`, `articles 3 and 5`;
//! - lists with commas, semicolons and `and`, of paragraphs, points, ranges and parts: `paras 7, 8 and 10-12`,
//!   `3 (c) and (d)`, `3 (a, c-e)`, `points (a) and (b) of paragraph 3`, `first and third preambular
//!   paragraphs`, `annexes I and II`, `annexes I to III`;
//! - all that is printed for quotation: `paragraph 7 (second of that number)`, `third unnumbered
//!   operative paragraph`;
//! - as it was cut from its sentence: `see`, `see, e.g.,` and `cf.` before it, stops and commas behind it,
//!   quotes, brackets and stars around it or its parts, `[p]aragraph`, `2505’s`, and a link to the document
//!   (`link`).
//!
//! - `@fr` behind all of it, or before the stops and the quotes that end it: then it cites the text in that language.
//!
//! In short: symbol, then place, or place, then symbol. A number alone is kept open
//! ([`Citation::Bare`]): `2505` is a paragraph of the open resolution if it has one, else a symbol.
//! Labels print in lower case, symbols in capitals until the corpus gives its own form.
//!
//! What is said of a resolution beside its symbol is a [`Claim`]: the corpus holds it against what it finds.
//!
//! What is knowingly not done:
//!
//! - Ranges across parts or levels, and lists of resolutions.
//! - What no corpus says: the meeting and the vote of an adoption, pages and sentences; and weekdays.
//! - `p.` for a paragraph: it is a page in some files, and `P` a series in this field's symbols.
//! - Marks of footnotes: a raised number, or one in square brackets behind anything, is an error.
//! - Symbols without a digit, unless the corpus has them: they would make citations of ordinary words.
//! - Numbers spelled out (`paragraph seven`), beyond the ordinals up to ninety-ninth.

use std::str::FromStr;

mod annex;
mod claim;
mod error;
mod forms;
mod label;
mod letter;
mod lex;
mod link;
mod names;
pub(crate) mod numeral;
mod organs;
mod parser;
mod print;
mod symbol;

use error::Expected;
use names::{Nothing, Only};

pub(crate) use annex::titled;
pub use annex::{Annex, Noun};
pub use claim::{Claim, ClaimedKind, Day, NumberedSession};
pub use error::ParseCitationError;
pub use forms::{FORMS, Form};
pub use label::label;
pub(crate) use letter::capitals;
pub(crate) use names::Names;
pub(crate) use numeral::{is_suffix, ordinal, read_ordinal, read_roman, read_tens, roman, suffix};
pub(crate) use organs::{Organ, led_by_organ, same as same_name};
pub(crate) use parser::session_named;
pub(crate) use symbol::{Fit, Typed, numbers, turned, without_year};

/// A number with at least this many digits names a resolution where only a comma stands before it; so a
/// paragraph of that number prints behind a word for one.
const DIGITS_OF_A_SYMBOL: usize = 4;

/// A place, or several of one resolution, as they are cited.
///
/// ```
/// # use resolut::text::citation::Citation;
/// let cited: Citation = " 2/34 – p, paras. 7 (A) and 9".parse()?;
/// assert_eq!(cited.to_string(), "2/34-P:7(a),9");
/// # Ok::<(), resolut::text::citation::ParseCitationError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Citation {
    /// A resolution, or places in it: `2/34-P`, `2/34-P:7`.
    Of {
        /// The symbol as written, or the part of it that was.
        symbol: String,
        /// What is cited of the resolution, in the order written; empty for the whole of it.
        targets: Vec<Target>,
        /// What is said of the resolution beside; not printed.
        claims: Vec<Claim>,
    },
    /// Places in the open resolution, said to be such: `op7`, `pp3`; or several: `7,9`. Never empty.
    Here(Vec<Target>),
    /// A number without a word to it: `7`, `2505`. An operative paragraph, or else a symbol.
    Bare(Target),
    /// The same in a language: `2/34-P:7@fr`.
    InLanguage {
        /// What is cited; no citation in a language itself.
        cited: Box<Self>,
        /// The language as a BCP 47 tag.
        language: String,
    },
}

/// What is cited of a resolution.
///
/// ```
/// use resolut::text::citation::{Citation, CitedPart, Step};
///
/// let Citation::Of { targets, .. } = "2/34-P paras 7 to 9".parse()? else {
///     panic!("it has a symbol");
/// };
/// assert_eq!(targets[0].part, CitedPart::Operative);
/// assert_eq!(targets[0].steps, [Step::first("7")]);
/// assert_eq!(targets[0].to, Some(Step::first("9")));
/// # Ok::<(), resolut::text::citation::ParseCitationError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The part.
    pub part: CitedPart,
    /// From the paragraph down to the point; empty for a whole part.
    pub steps: Vec<Step>,
    /// The last of a range `7-9`: replaces the last step.
    pub to: Option<Step>,
}

/// A part of a resolution as it is cited: an annex by its label, which need not be its place in the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CitedPart {
    /// The opening.
    Opening,
    /// The preamble.
    Preamble,
    /// The operative part.
    Operative,
    /// An annex, or what the document calls so; or a section.
    Annex(Annex),
    /// The preamble of an annex or a section.
    AnnexPreamble(Annex),
}

/// One paragraph or point among its siblings.
///
/// Printed as its label: `7`, `7 bis`, `(a)`. Where a label is printed twice or not at all, which of
/// them is counted behind a tilde: `7~2` is the second paragraph 7, `~3` the third without a number.
///
/// ```
/// use resolut::text::citation::Step;
///
/// assert_eq!(Step::first("7").to_string(), "7");
/// let second = Step { label: "7".to_owned(), nth: 2 };
/// assert_eq!(second.to_string(), "7~2");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    /// The number as [`label()`] has it; empty where none is printed.
    pub label: String,
    /// Which of the siblings of that label, from 1.
    pub nth: u32,
}

impl Step {
    /// What stands before the number of an article of an annex.
    const ARTICLE: &'static str = "art ";

    /// The step that cites the article of this number, whose paragraphs then stand in brackets: `art 3(1)`.
    pub(crate) fn of_article(&self) -> Self {
        Self {
            label: [Self::ARTICLE, &self.label].concat(),
            nth: self.nth,
        }
    }

    /// The number of the article that it cites, if it cites one.
    pub(crate) fn article(&self) -> Option<Self> {
        let label = self.label.strip_prefix(Self::ARTICLE)?;
        Some(Self {
            label: label.to_owned(),
            nth: self.nth,
        })
    }

    /// The first (and most often the only) one of a label.
    pub fn first(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            nth: 1,
        }
    }
}

impl Target {
    /// A whole part.
    pub fn whole(part: CitedPart) -> Self {
        Self {
            part,
            steps: Vec::new(),
            to: None,
        }
    }
}

impl Citation {
    /// What is cited of the resolution, in the order written; empty for the whole of it.
    pub fn targets(&self) -> &[Target] {
        match self {
            Self::Of { targets, .. } | Self::Here(targets) => targets,
            Self::Bare(target) => std::slice::from_ref(target),
            Self::InLanguage { cited, .. } => cited.targets(),
        }
    }

    /// What is cited of the resolution, without its symbol: that can be left out of the resolution that is open.
    /// The whole citation where nothing is.
    pub fn without_symbol(&self) -> String {
        let target = self.targets().first();
        target.map_or_else(|| self.to_string(), ToString::to_string)
    }

    /// The same in a language, or in the one that applies.
    pub(crate) fn in_language(self, language: Option<String>) -> Self {
        match language {
            Some(language) => Self::InLanguage {
                cited: Box::new(self),
                language,
            },
            None => self,
        }
    }

    /// Reads a citation with the names that a corpus knows.
    pub(crate) fn read(typed: &str, names: &dyn Names) -> Result<Self, ParseCitationError> {
        parser::parse(typed, names)
    }
}

/// Whether places of a resolution of that symbol can be cited: what is printed of them reads as the same,
/// and the symbol does not read as a place.
///
/// ```
/// use resolut::text::citation::is_citable;
///
/// assert!(is_citable("S/RES/2505 (2020)"));
/// assert!(!is_citable("annex 1"));
/// ```
pub fn is_citable(symbol: &str) -> bool {
    // To ask the grammar takes longer than to read the whole of a document.
    symbol::is_of_numbers(symbol) || is_read_back(symbol)
}

/// Whether the grammar reads a place of that symbol as it is printed, and the symbol as none.
fn is_read_back(symbol: &str) -> bool {
    let paragraph = |symbol: String| Citation::Of {
        symbol,
        targets: vec![Target {
            part: CitedPart::Operative,
            steps: vec![Step::first("1")],
            to: None,
        }],
        claims: Vec::new(),
    };
    let cited = paragraph(symbol.to_owned());
    let is_place = match symbol.parse::<Citation>() {
        // As it is printed: `2/34-P:7`.
        Ok(place @ Citation::Of { .. }) => place.to_string() == symbol && symbol.contains(':'),
        Ok(Citation::Here(_)) => true,
        Ok(Citation::Bare(_) | Citation::InLanguage { .. }) | Err(_) => false,
    };
    let is_named = symbol.contains(char::is_alphanumeric);
    is_named && !is_place && Citation::read(&cited.to_string(), &Only(symbol)) == Ok(cited)
}

impl FromStr for Citation {
    type Err = ParseCitationError;

    /// Reads a citation by the grammar and the closed list of organs alone.
    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        parser::parse(typed, &Nothing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_prints_in_capitals_of_any_alphabet() {
        for (typed, printed) in [("s/res/2505", "S/RES/2505"), ("с/рез/2505", "С/РЕЗ/2505")]
        {
            let citation: Citation = typed.parse().unwrap();
            assert_eq!(citation.to_string(), printed);
        }
    }

    #[test]
    fn a_bare_number_is_not_the_same_as_a_paragraph_said_to_be_one() {
        let bare: Citation = "7".parse().unwrap();
        let here: Citation = "op7".parse().unwrap();
        assert_ne!(bare, here);
        assert_eq!(
            (bare.to_string(), here.to_string()),
            ("7".into(), "op7".into())
        );
    }
}
