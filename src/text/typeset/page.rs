//! A whole resolution set to a width: the page that is scrolled.

use std::ops::Range;

use super::{columns, wrap};
use crate::text::model::{Part, Resolution};

/// What stands on a row of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRow {
    /// Whose text it is.
    pub of: Of,
    /// The bytes of that text.
    pub range: Range<usize>,
    /// Columns left free before it.
    pub indent: usize,
    /// The first row of its text: the number stands beside it.
    pub first: bool,
}

/// Whose text stands on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// A blank row, which has no text.
    Space,
    /// The title of the resolution.
    Title,
    /// The title of an annex, counted from 1.
    Annex(u16),
    /// A passage.
    Passage(usize),
}

/// Where the title of a resolution stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TitlePlace {
    /// In the line over the page, so that the page begins with the first passage.
    #[default]
    OverPage,
    /// On the first rows of the page.
    OnPage,
}

/// The rows of a resolution at one width.
///
/// ```
/// use resolut::bundle;
/// use resolut::text::typeset::page::{Of, Page, TitlePlace};
///
/// let corpus = bundle::corpus();
/// let place = corpus.read_citation("2/34-P:7", None)?.beginning();
/// let resolution = corpus.read(place.resolution)?;
/// let page = Page::set(&resolution, 47, TitlePlace::OverPage);
/// let rows = page.rows_of(place.index());
/// assert_eq!(page.rows[rows.start].of, Of::Passage(place.index()));
/// assert!(page.rows[rows.start].first);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// From the title to the last annex.
    pub rows: Vec<PageRow>,
    /// The row on which each passage begins.
    starts: Vec<usize>,
    width: usize,
    title: TitlePlace,
}

/// The columns by which points are set in, a level: room for `(a)` before their text.
const INDENT: usize = 4;

impl Page {
    /// Sets a resolution to `width` columns of text, margin not counted.
    pub fn set(resolution: &Resolution, width: usize, place: TitlePlace) -> Self {
        let mut page = Self {
            width,
            title: place,
            ..Self::default()
        };
        if place == TitlePlace::OnPage
            && let Some(title) = &resolution.title
        {
            page.text(Of::Title, title, 0);
        }
        let indents = indents(resolution);
        let mut annex = 0;
        for (index, passage) in resolution.passages.iter().enumerate() {
            if let Part::Annex(position) = passage.part
                && position != annex
            {
                annex = position;
                page.space();
                let title = resolution.annex_title(position);
                page.text(Of::Annex(position), title, 0);
            }
            page.space();
            page.starts.push(page.rows.len());
            // Deep points keep half of the width for their text.
            let indent = indents[index].min(width / 2);
            page.text(Of::Passage(index), &passage.text, indent);
        }
        page
    }

    /// True if the page was set so.
    pub fn is_set(&self, width: usize, title: TitlePlace) -> bool {
        (self.width, self.title) == (width, title)
    }

    fn space(&mut self) {
        if !self.rows.is_empty() {
            self.rows.push(PageRow {
                of: Of::Space,
                range: 0..0,
                indent: 0,
                first: false,
            });
        }
    }

    fn text(&mut self, of: Of, text: &str, indent: usize) {
        let indent = indent.min(self.width.saturating_sub(1));
        for (position, range) in wrap(text, self.width - indent).into_iter().enumerate() {
            self.rows.push(PageRow {
                of,
                range,
                indent,
                first: position == 0,
            });
        }
    }

    /// The rows of a passage, without the space around it.
    pub fn rows_of(&self, passage: usize) -> Range<usize> {
        let start = self.starts.get(passage).copied().unwrap_or(0);
        let length = self.rows[start.min(self.rows.len())..]
            .iter()
            .take_while(|row| row.of == Of::Passage(passage))
            .count();
        start..start + length
    }

    /// The passage that a row belongs to: its own, or the first one below.
    pub fn passage_at(&self, row: usize) -> usize {
        self.starts
            .partition_point(|start| *start <= row)
            .saturating_sub(1)
    }
}

/// How far each passage is set in: points behind the widest number among them, so that their texts
/// stand in one line.
fn indents(resolution: &Resolution) -> Vec<usize> {
    let passages = &resolution.passages;
    let mut indents = vec![0; passages.len()];
    for parent in 0..passages.len() {
        let depth = passages[parent].depth + 1;
        let points = || {
            let below = resolution.unit(parent).skip(1);
            below.filter(|&point| passages[point].depth == depth)
        };
        let number = |point: usize| {
            passages[point]
                .number
                .as_ref()
                .map_or(0, |n| columns(n) + 1)
        };
        let hang = points().map(number).max().unwrap_or(0).max(INDENT);
        let indent = indents[parent] + hang;
        points().for_each(|point| indents[point] = indent);
    }
    indents
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::model::{Passage, Resolution};

    fn resolution(passages: &[(u8, &'static str, &'static str)]) -> Resolution {
        let mut resolution = Resolution {
            title: Some("ON POINTS".into()),
            ..Resolution::new("1/1", "en")
        };
        for &(depth, number, text) in passages {
            resolution.push(Passage {
                depth,
                number: Some(number.into()),
                ..Passage::new(Part::Operative, text)
            });
        }
        resolution
    }

    fn indents_of(page: &Page) -> Vec<usize> {
        page.rows
            .iter()
            .filter(|row| row.first)
            .map(|row| row.indent)
            .collect()
    }

    #[test]
    fn points_of_one_paragraph_stand_in_one_line() {
        let resolution = resolution(&[
            (0, "1", "Decides:"),
            (1, "(a)", "to meet:"),
            (2, "(i)", "soon;"),
            (2, "(viii)", "often;"),
            (1, "(b)", "to report."),
        ]);
        assert_eq!(
            indents_of(&Page::set(&resolution, 60, TitlePlace::OverPage)),
            [0, 4, 11, 11, 4]
        );
        assert_eq!(
            indents_of(&Page::set(&resolution, 12, TitlePlace::OverPage)),
            [0, 4, 6, 6, 4]
        );
    }

    #[test]
    fn a_page_knows_where_each_passage_stands() {
        let resolution = resolution(&[(0, "1", "one two three"), (0, "2", "four")]);
        let page = Page::set(&resolution, 8, TitlePlace::OnPage);
        let of: Vec<Of> = page.rows.iter().map(|row| row.of).collect();
        let (one, two) = (Of::Passage(0), Of::Passage(1));
        assert_eq!(
            of,
            [Of::Title, Of::Title, Of::Space, one, one, Of::Space, two]
        );
        assert_eq!((page.rows_of(0), page.rows_of(1)), (3..5, 6..7));
        assert_eq!(
            (page.passage_at(0), page.passage_at(5), page.passage_at(6)),
            (0, 0, 1)
        );
    }
}
