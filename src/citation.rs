//! The short notation for a place in the corpus: `2/34-P:7`.
//!
//! Reading is forgiving, printing is not: whatever was typed, a citation prints in one form, so that
//! what one reader copies another can paste. The printed form is this:
//!
//! ```text
//! citation  ::=  symbol  |  symbol ":" target  |  here  |  bare
//! symbol    ::=  atom ( ( "/" | "-" | "." | "" ) atom )* ( " " letter )? ( " (" atoms ")" )?
//! atom      ::=  digits | letters                  -- one of them digits
//! target    ::=  part | paragraphs | "pp" numbered | "annex" digits ( ":" paragraphs )?
//! part      ::=  "opening" | "preamble" | "operative"
//! paragraphs::=  step point* ( "-" ( step | point ) )?
//! point     ::=  "(" step ")"
//! step      ::=  label ( "~" digits )?  |  "~" digits
//! label     ::=  atom ( "." atom )* ( " " ( "bis" | "ter" | "quater" | … ) )?
//! here      ::=  target, an operative one behind "op"   -- in the open resolution
//! bare      ::=  numbered
//! numbered  ::=  paragraphs that begin with a digit or "~"
//! ```
//!
//! So that nothing prints as what reads otherwise, a symbol does not begin with a word for a place or
//! for a resolution, unless a slash follows (`PP/RES/1`), and no `of`, `in`, `from`, `to` or `the` stands
//! right behind one of its digits or letters. Only a number alone may be a symbol or a paragraph.
//!
//! Read as well, whatever the case, the blanks (non-breaking ones too) and the kind of dash:
//!
//! - between symbol and place `:`, `#`, `,`, `;`, `.`, a dash between blanks, or a blank alone;
//! - the place first: `para 7 of resolution 2/34-P`, `¶7 2/34-P`, `paragraph 3 of annex I to 2/34-P`;
//! - before the symbol `res`, `resolution`, `resolution no.`, `UNSCR`, and before those any names that
//!   are no place: `OIC, Thirty-Fourth Session, Resolution No. 2/34-P`; not the words of a sentence:
//!   `decided in resolution 2505`;
//! - `2-34-P`, `2/34P`, `2505(2020)` for symbols, of which the corpus ([`crate::corpus`]) knows the printed
//!   form;
//! - `op`, `op.`, `operative`, `para`, `paragraph`, `¶`, `§` in any sensible order; `preambular 3`,
//!   `third preambular paragraph`, `3rd operative paragraph`; `annex II, paragraph 3`; `7a`, `7 (a)`,
//!   `7, point (a)`; `7bis`; `7 to 9`, `7–9`, `paras 7 through 9`, `7(a)-7(c)`;
//! - all that is printed for quotation: `paragraph 7 (second of that number)`, `third unnumbered
//!   operative paragraph`.
//!
//! In short: symbol, then place, or place, then symbol. A number alone is kept open
//! ([`Citation::Bare`]): `2505` is a paragraph of the open resolution if it has one, else a symbol.
//! Labels print in lower case, symbols in capitals until the corpus gives its own form.
//!
//! What is knowingly not done:
//!
//! - Lists (`7, 9 and 11`) and ranges across parts or levels.
//! - `p.` for a paragraph: it is a page in some files, and `P` a series in this field's symbols.
//! - Names of organs right before a number (`Security Council 2505`): the number alone will do.
//! - Symbols without a digit: they would make citations of ordinary words.
//! - Numbers spelled out (`paragraph seven`), beyond the ordinals up to ninety-ninth.

use std::fmt;
use std::str::FromStr;

use crate::model::Part;

mod error;
mod lex;
mod numeral;
mod read;
mod symbol;

use error::Expected;

pub use error::ParseCitationError;
pub(crate) use numeral::{is_suffix, ordinal, read_ordinal, read_roman, read_tens, roman, suffix};
pub(crate) use symbol::{Fit, Typed, numbers};

/// A place as it is cited.
///
/// ```
/// # use resolut::citation::Citation;
/// let cited: Citation = " 2/34 – p, para. 7 (A)".parse()?;
/// assert_eq!(cited.to_string(), "2/34-P:7(a)");
/// # Ok::<(), resolut::citation::ParseCitationError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Citation {
    /// A resolution, or a place in it: `2/34-P`, `2/34-P:7`.
    Of {
        /// The symbol as written, or the part of it that was.
        symbol: String,
        /// What is cited of the resolution; none for the whole of it.
        target: Option<Target>,
    },
    /// A place in the open resolution, said to be one: `op7`, `pp3`.
    Here(Target),
    /// A number without a word to it: `7`, `2505`. An operative paragraph, or else a symbol.
    Bare(Target),
}

/// What is cited of a resolution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The part.
    pub part: Part,
    /// From the paragraph down to the point; empty for a whole part.
    pub steps: Vec<Step>,
    /// The last of a range `7-9`: replaces the last step.
    pub to: Option<Step>,
}

/// One paragraph or point among its siblings.
///
/// Printed as its label: `7`, `7 bis`, `(a)`. Where a label is printed twice or not at all, which of
/// them is counted behind a tilde: `7~2` is the second paragraph 7, `~3` the third without a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The number as [`label`] has it; empty where none is printed.
    pub label: String,
    /// Which of the siblings of that label, from 1.
    pub nth: u32,
}

/// Behind a number, these make another number of it.
const LATIN: &[&str] = &[
    "bis",
    "ter",
    "quater",
    "quinquies",
    "sexies",
    "septies",
    "octies",
    "novies",
    "decies",
];

/// A printed number in the one form in which numbers are compared and cited: `(a)` → `a`,
/// `7bis` → `7 bis`, `a.2)` → `a.2`. Empty for a bullet or a dash, which number nothing.
pub fn label(number: &str) -> String {
    let mut label = String::new();
    let mut after_number = false;
    for run in symbol::runs(number) {
        let text = if run.number {
            without_zeros(run.text).to_owned()
        } else {
            fold(run.text)
        };
        if after_number && LATIN.contains(&text.as_str()) {
            label.push(' ');
        } else if !label.is_empty() {
            label.push('.');
        }
        label.push_str(&text);
        after_number = run.number;
    }
    label
}

/// Without capitals, character by character: a word folds alike wherever it is cut.
fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

fn without_zeros(digits: &str) -> &str {
    match digits.trim_start_matches('0') {
        "" => "0",
        rest => rest,
    }
}

impl Step {
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
    pub fn whole(part: Part) -> Self {
        Self {
            part,
            steps: Vec::new(),
            to: None,
        }
    }
}

impl FromStr for Citation {
    type Err = ParseCitationError;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        read::read(typed)
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Of {
                symbol,
                target: None,
            } => f.write_str(symbol),
            Self::Of {
                symbol,
                target: Some(target),
            } => write!(f, "{symbol}:{target}"),
            Self::Here(target) => {
                if target.part == Part::Operative
                    && let Some(first) = target.steps.first()
                {
                    let lettered = first.label.starts_with(char::is_alphabetic);
                    f.write_str(if lettered { "op:" } else { "op" })?;
                }
                write!(f, "{target}")
            }
            Self::Bare(target) => write!(f, "{target}"),
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.part, self.steps.as_slice()) {
            (Part::Opening, _) => f.write_str("opening")?,
            (Part::Preamble, []) => f.write_str("preamble")?,
            (Part::Preamble, _) => f.write_str("pp")?,
            (Part::Operative, []) => f.write_str("operative")?,
            (Part::Operative, _) => {}
            (Part::Annex(number), []) => write!(f, "annex{number}")?,
            (Part::Annex(number), _) => write!(f, "annex{number}:")?,
        }
        if let Some((paragraph, points)) = self.steps.split_first() {
            write!(f, "{paragraph}")?;
            for point in points {
                write!(f, "({point})")?;
            }
            match &self.to {
                Some(to) if points.is_empty() => write!(f, "-{to}")?,
                Some(to) => write!(f, "-({to})")?,
                None => {}
            }
        }
        Ok(())
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label)?;
        if self.nth > 1 || self.label.is_empty() {
            write!(f, "~{}", self.nth)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_the_number_without_its_brackets_and_stops() {
        for (number, expected) in [
            ("7", "7"),
            ("(a)", "a"),
            ("(A)", "a"),
            ("iv)", "iv"),
            ("7 bis", "7 bis"),
            ("7bis", "7 bis"),
            ("a.2", "a.2"),
            ("e.2.a.l", "e.2.a.l"),
            ("7a", "7.a"),
            ("07", "7"),
            ("0", "0"),
            ("–", ""),
            ("•", ""),
            ("", ""),
        ] {
            assert_eq!(label(number), expected, "{number}");
        }
    }

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
