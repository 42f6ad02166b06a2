//! What changed from one wording to another, for programs and for people.

use std::io::{self, Write};
use std::ops::Range;

use serde::Serialize;

use crate::analysis::changes::{Change, Marked, changes};
use crate::cli::output::Output;
use crate::cli::output::sheet::{Head, Highlighted};

/// A change.
#[derive(Serialize)]
pub(super) struct ChangeRecord {
    /// Bytes of the earlier text, and of the later one.
    from: [usize; 2],
    to: [usize; 2],
    /// Those bytes.
    #[serde(skip_serializing_if = "String::is_empty")]
    gone: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    new: String,
}

impl ChangeRecord {
    /// What changed from one text to another.
    pub(super) fn all(from: &str, to: &str) -> Vec<Self> {
        let changes = changes(from, to).into_iter();
        let record = |Change { gone, new }| Self {
            from: [gone.start, gone.end],
            to: [new.start, new.end],
            gone: from.get(gone).unwrap_or_default().to_owned(),
            new: to.get(new).unwrap_or_default().to_owned(),
        };
        changes.map(record).collect()
    }
}

/// Prints a wording with its marks behind what is said of it.
pub(super) fn print_marked(
    head: &Head,
    said: &str,
    marked: &Marked,
    width: usize,
    out: &mut Output<impl Write>,
) -> io::Result<()> {
    let said = [said, ": "].concat();
    let behind = |span: &Range<usize>| span.start + said.len()..span.end + said.len();
    let spans: Vec<_> = marked.spans.iter().map(behind).collect();
    let text = Highlighted {
        text: &[&*said, &marked.text].concat(),
        spans: &spans,
    };
    out.hung(head, text, width)
}

/// A share as it is printed.
pub(super) fn three_digits(share: f32) -> f64 {
    (f64::from(share) * 1000.0).round() / 1000.0
}
