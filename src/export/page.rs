//! A resolution as it is typeset, for paper and for any pipe: symbol and day, the title, numbers hung.
//!
//! A page is as wide wherever it is written, since what is printed has no terminal. It has no line of its own
//! between pages: that is up to who prints it.

use std::ops::Range;

use super::Excerpt;
use super::blocks::with_stop;
use crate::text::citation::Day;
use crate::text::corpus::{Corpus, ReadError};
use crate::text::model::{Passage, Resolution};
use crate::text::typeset::page::{Of, Page, PageRow, TitlePlace, stands_in};
use crate::text::typeset::{columns, wrap};
use crate::text::visible::visible;

/// The columns of a page.
const WIDTH: usize = 72;

/// The columns before the text; the number of a paragraph ends two before.
const MARGIN: usize = 8;

/// Excerpts as pages, one below the other.
///
/// ```
/// use resolut::bundle;
/// use resolut::export::{Excerpt, page};
///
/// let corpus = bundle::corpus();
/// let cited = corpus.read_citation("3/34-P:3", None)?.beginning();
/// let excerpt = Excerpt {
///     resolution: cited.resolution,
///     passages: vec![cited.index()..cited.index() + 1],
///     is_whole: false,
/// };
/// let text = page(&[excerpt], &corpus)?;
/// assert!(text.starts_with("3/34-P\n"));
/// assert!(text.contains("\n\n    3.  "));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A resolution can't be read.
pub fn page(excerpts: &[Excerpt], corpus: &Corpus) -> Result<String, ReadError> {
    let mut out = String::new();
    for excerpt in excerpts {
        let resolution = corpus.read(excerpt.resolution)?;
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        let symbol = corpus.symbol_and_language(excerpt.resolution);
        let mut writer = PageWriter {
            page: Page::set(&resolution, WIDTH - MARGIN, TitlePlace::OverPage),
            resolution: &resolution,
            out: &mut out,
        };
        writer.head(&symbol);
        if excerpt.is_whole {
            writer.unit(0..writer.page.rows.len());
            continue;
        }
        for passages in &excerpt.passages {
            writer.unit(writer.rows_of(passages));
        }
    }
    Ok(out)
}

struct PageWriter<'w> {
    page: Page,
    resolution: &'w Resolution,
    out: &'w mut String,
}

impl PageWriter<'_> {
    /// Symbol and day in one line where they fit, and the title.
    fn head(&mut self, symbol: &str) {
        let symbol = visible(symbol).into_owned();
        let day = self.resolution.adopted.as_deref();
        let day =
            day.map(|iso| Day::read(iso).map_or_else(|| iso.to_owned(), |day| day.to_string()));
        let day = visible(&day.unwrap_or_default()).into_owned();
        let free = WIDTH.saturating_sub(columns(&symbol) + columns(&day));
        if free > 0 {
            self.line(&[symbol.as_str(), &" ".repeat(free), &day].concat());
        } else {
            self.line(&symbol);
            self.line(&day);
        }
        let Some(title) = self.resolution.title_or_topic() else {
            return;
        };
        for row in wrap(&title, WIDTH) {
            self.line(&visible(title.get(row).unwrap_or_default()));
        }
    }

    /// The rows of some passages.
    fn rows_of(&self, passages: &Range<usize>) -> Range<usize> {
        let last = passages.end.saturating_sub(1);
        self.page.rows_of(passages.start).start..self.page.rows_of(last).end
    }

    /// Some rows behind an empty one. What stands outermost among them stands at the margin.
    fn unit(&mut self, rows: Range<usize>) {
        self.line("");
        let rows = self.page.rows.get(rows).unwrap_or_default().to_vec();
        let outermost = rows.first().map_or(0, |row| row.indent);
        for mut row in rows {
            row.indent = row.indent.saturating_sub(outermost);
            self.row(&row);
        }
    }

    fn row(&mut self, row: &PageRow) {
        let indent = MARGIN + row.indent;
        let (mut head, mut text) = (String::new(), self.page.text_of(row, self.resolution));
        let mut range = row.range.clone();
        if let Of::Passage(index) = row.of {
            let passage = &self.resolution.passages[index];
            if row.first {
                head = number(passage, row.indent);
            }
            text = marked(passage, &range).into();
            range = 0..text.len();
        }
        if columns(&head) >= indent {
            self.line(&head);
            head.clear();
        }
        let free = indent.saturating_sub(columns(&head));
        let text = visible(text.get(range).unwrap_or_default()).into_owned();
        self.line(&[head.as_str(), &" ".repeat(free), &text].concat());
    }

    /// Writes a line without the blanks at its end.
    fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }
}

/// The number of a passage, set to the right before its text.
fn number(passage: &Passage, indent: usize) -> String {
    let number = passage.number.as_deref().unwrap_or_default();
    let (number, end) = match indent {
        0 if !number.is_empty() => (with_stop(number), MARGIN - 2),
        0 => (String::new(), 0),
        _ => (number.to_owned(), MARGIN + indent - 1),
    };
    let number = visible(&number).into_owned();
    let free = end.saturating_sub(columns(&number));
    [" ".repeat(free), number].concat()
}

/// The bytes of a range of a passage with the marks of notes that stand in it.
fn marked(passage: &Passage, range: &Range<usize>) -> String {
    let mut marked = passage
        .text
        .get(range.clone())
        .unwrap_or_default()
        .to_owned();
    for (at, mark) in passage.marks().iter().rev() {
        if stands_in(*at, range) {
            marked.insert_str(at.saturating_sub(range.start), mark);
        }
    }
    marked
}
