//! Resolutions out again, in the formats that people carry on with.
//!
//! Pure: excerpts of a corpus in, text out. An [`Excerpt`] is a resolution or some of its units; `blocks` makes of
//! it what every format writes one after the other, `inline` what stands in a line, and [`markdown()`] and [`html()`]
//! write that down; [`page()`] sets it as print does. [`quote()`] makes a quotation of some units, with its source as a guide has it; `pinpoint` says which
//! paragraphs those are. `table` writes rows that have names.
//!
//! No control character of a corpus is written: each is made [visible](crate::text::visible).

mod blocks;
mod html;
mod inline;
mod markdown;
mod page;
mod pinpoint;
mod quote;
mod table;

use std::ops::Range;

pub use html::html;
pub use markdown::{markdown, noted};
pub use page::page;
pub use quote::{Quotation, QuoteStyle, quote};
pub use table::{QUOTED_COLUMNS, TableFormat, csv_table, table};

use crate::text::model::ResolutionId;
use crate::text::visible::visible;

/// What is written of a resolution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The resolution.
    pub resolution: ResolutionId,
    /// Its passages that are written, in the order of writing.
    pub passages: Vec<Range<usize>>,
    /// Whether that is all of it: then its facts are written as well.
    pub is_whole: bool,
}

/// A text with its controls made visible, but for line ends.
fn visible_lines(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(visible).collect();
    lines.join("\n")
}
