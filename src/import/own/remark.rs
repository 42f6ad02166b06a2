//! What Markdown has no sign for: a comment before a block, which nobody sees who reads the text.

use std::fmt;

use crate::text::model::{Half, Part};

/// What the front matter of Markdown that resolut wrote says as its `format`.
pub const MARKDOWN_FORMAT: &str = "resolut-markdown/1";

/// A comment before a block.
///
/// ```
/// use resolut::import::Remark;
/// use resolut::text::model::{Half, Part};
///
/// let remark = Remark::Part(Part::Annex(2, Half::Preamble));
/// assert_eq!(remark.to_string(), "<!-- annex 2 preamble -->");
/// assert_eq!(Remark::of("<!-- annex 2 preamble -->"), Some(remark));
/// assert_eq!(Remark::of("<!-- TODO -->"), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// A part begins.
    Part(Part),
    /// The block stands so deep, which can't be seen.
    Depth(u8),
    /// The level of the heading that follows, where it has none in Markdown.
    Level(u8),
    /// The paragraph that follows goes on behind points.
    Flush,
    /// A paragraph without a word stands here.
    Empty,
    /// The signs of the rule that follows.
    Rule(String),
    /// What Markdown can't say of the table that follows.
    Table(TableShape),
    /// The mark of the note that follows.
    Mark(String),
    /// What follows, down to the next resolution, is no whole one.
    Excerpt,
}

/// The shape of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableShape {
    /// How many rows name the columns.
    pub head: usize,
    /// Of each row the cells, each with its columns and rows.
    pub cells: Vec<Vec<(u16, u16)>>,
}

const OPEN: &str = "<!--";
const CLOSE: &str = "-->";

impl Remark {
    /// The remark that a comment is.
    pub fn of(comment: &str) -> Option<Self> {
        let said = comment.trim().strip_prefix(OPEN)?.strip_suffix(CLOSE)?;
        let words: Vec<_> = said.split_whitespace().collect();
        let (name, rest) = words.split_first()?;
        Some(match (*name, rest) {
            ("depth", [depth]) => Self::Depth(depth.parse().ok()?),
            ("level", [level]) => Self::Level(level.parse().ok()?),
            ("flush", []) => Self::Flush,
            ("empty", []) => Self::Empty,
            ("excerpt", []) => Self::Excerpt,
            ("rule", signs) => Self::Rule(signs.join(" ")),
            ("mark", mark) => Self::Mark(mark.join(" ")),
            ("table", ["head", head, "cells", cells @ ..]) => Self::Table(TableShape {
                head: head.parse().ok()?,
                cells: read_cells(cells)?,
            }),
            _ => Self::Part(part(&words)?),
        })
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{OPEN} ")?;
        match self {
            Self::Part(part) => tell_part(*part, f)?,
            Self::Depth(depth) => write!(f, "depth {depth}")?,
            Self::Level(level) => write!(f, "level {level}")?,
            Self::Flush => f.write_str("flush")?,
            Self::Empty => f.write_str("empty")?,
            Self::Excerpt => f.write_str("excerpt")?,
            Self::Rule(signs) => write!(f, "rule {signs}")?,
            Self::Mark(mark) => write!(f, "mark {mark}")?,
            Self::Table(TableShape { head, cells }) => {
                write!(f, "table head {head} cells")?;
                for (position, row) in cells.iter().enumerate() {
                    f.write_str(if position > 0 { " /" } else { "" })?;
                    for (columns, rows) in row {
                        write!(f, " {columns}x{rows}")?;
                    }
                }
            }
        }
        write!(f, " {CLOSE}")
    }
}

/// The cells of rows that are parted by `/`.
fn read_cells(words: &[&str]) -> Option<Vec<Vec<(u16, u16)>>> {
    let cell = |word: &&str| {
        let (columns, rows) = word.split_once('x')?;
        Some((columns.parse().ok()?, rows.parse().ok()?))
    };
    let rows = words.split(|word| *word == "/");
    rows.map(|row| row.iter().map(cell).collect()).collect()
}

fn part(words: &[&str]) -> Option<Part> {
    let half = |rest: &[&str]| match rest {
        [] => Some(Half::Operative),
        ["preamble"] => Some(Half::Preamble),
        _ => None,
    };
    Some(match words {
        ["opening"] => Part::Opening,
        ["preamble"] => Part::Preamble,
        ["operative"] => Part::Operative,
        ["section", position, rest @ ..] => Part::Section(position.parse().ok()?, half(rest)?),
        ["annex", position, rest @ ..] => Part::Annex(position.parse().ok()?, half(rest)?),
        _ => return None,
    })
}

fn tell_part(part: Part, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match part {
        Part::Opening => f.write_str("opening")?,
        Part::Preamble => f.write_str("preamble")?,
        Part::Operative => f.write_str("operative")?,
        Part::Section(position, _) => write!(f, "section {position}")?,
        Part::Annex(position, _) => write!(f, "annex {position}")?,
    }
    match part {
        Part::Section(_, Half::Preamble) | Part::Annex(_, Half::Preamble) => {
            f.write_str(" preamble")
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_is_read_as_it_was_written() {
        for remark in [
            Remark::Part(Part::Opening),
            Remark::Part(Part::Operative),
            Remark::Part(Part::Section(3, Half::Operative)),
            Remark::Depth(2),
            Remark::Level(6),
            Remark::Flush,
            Remark::Empty,
            Remark::Rule("-----".to_owned()),
            Remark::Rule(String::new()),
            Remark::Mark("†".to_owned()),
            Remark::Excerpt,
            Remark::Table(TableShape {
                head: 2,
                cells: vec![vec![(2, 1), (1, 3)], vec![], vec![(1, 1)]],
            }),
        ] {
            let written = remark.to_string();
            assert_eq!(Remark::of(&written), Some(remark), "{written}");
        }
        for comment in ["<!-- depth -->", "<!-- annex x -->", "<!---->", "flush"] {
            assert_eq!(Remark::of(comment), None, "{comment}");
        }
    }
}
