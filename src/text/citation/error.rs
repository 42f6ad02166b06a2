//! Why a text is no citation: what was expected, and where.

use crate::text::letters::columns;
use crate::text::visible::visible;

/// A text that is no citation.
///
/// ```
/// # use resolut::text::citation::Citation;
/// let error = "2/34-P:pp x".parse::<Citation>().unwrap_err();
/// assert_eq!(error.to_string(), "expected the number of a paragraph at column 11");
/// assert_eq!(error.pointed(), "2/34-P:pp x\n          ^");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected} {}", self.position())]
pub struct ParseCitationError {
    pub(super) typed: String,
    pub(super) at: usize,
    pub(super) expected: Expected,
}

/// What a citation should go on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Expected {
    /// At the start.
    #[error("a symbol such as `2/34-P`, or a paragraph such as `7` or `pp3`")]
    Citation,
    /// Behind `resolution`, or behind a place.
    #[error("a symbol with its number, such as `2/34-P`")]
    Symbol,
    /// Behind a symbol.
    #[error("a paragraph such as `7`, `pp3` or `annex 1`")]
    Place,
    /// Behind a word for a paragraph.
    #[error("the number of a paragraph")]
    Number,
    /// Behind `annex`.
    #[error("the number of the annex")]
    Annex,
    /// In brackets.
    #[error("the letter or number of a point")]
    Point,
    /// Behind a point.
    #[error("`)`")]
    Close,
    /// Behind `~`.
    #[error("a count from 1")]
    Count,
    /// Behind the dash of a range.
    #[error("another paragraph, or another point of the same paragraph, for the range to end at,")]
    RangeEnd,
    /// Where several words could follow.
    #[error("another word of the citation")]
    Word,
    /// Behind `@`.
    #[error("the tag of a language such as `fr`")]
    Language,
    /// Behind all that can be read.
    #[error("the end of the citation")]
    End,
}

impl ParseCitationError {
    /// Where it can't be read on, in bytes from its start.
    pub fn offset(&self) -> usize {
        self.at
    }

    /// Where it can't be read on, in characters, from 1.
    pub fn column(&self) -> usize {
        self.before().chars().count() + 1
    }

    /// The text on one line and a caret under the column on the next, for a fixed-width screen.
    pub fn pointed(&self) -> String {
        let line = visible(&self.typed);
        let blank = columns(self.before());
        format!("{line}\n{}^", " ".repeat(blank))
    }

    fn before(&self) -> &str {
        self.typed.get(..self.at).unwrap_or(&self.typed)
    }

    fn position(&self) -> String {
        if self
            .typed
            .get(self.at..)
            .is_none_or(|rest| rest.trim().is_empty())
        {
            "at the end".into()
        } else {
            format!("at column {}", self.column())
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::text::citation::Citation;

    #[test]
    fn the_caret_stands_under_the_character_also_behind_wide_ones() {
        for (typed, caret) in [
            ("2/34-P x", 7),
            ("2/34-P 北京", 7),
            ("2/34-北京 7 xy", 12),
            ("x", 0),
        ] {
            let error = typed.parse::<Citation>().unwrap_err();
            let pointed = error.pointed();
            let (line, under) = pointed.split_once('\n').unwrap();
            assert_eq!(line, typed);
            assert_eq!(under, format!("{}^", " ".repeat(caret)), "{typed}");
        }
    }

    #[test]
    fn a_control_character_is_shown_by_its_mark() {
        let error = "2/34-P:\u{1b}[2J".parse::<Citation>().unwrap_err();
        assert_eq!(error.pointed(), "2/34-P:␛[2J\n       ^");
    }
}
