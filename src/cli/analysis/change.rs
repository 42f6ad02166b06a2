//! What changed from one wording to another, for programs and for people.

use serde::Serialize;

use crate::analysis::changes::{Change, Marked, changes};

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

/// A text with its marks behind what is said of it.
pub(super) fn behind(said: &str, marked: Marked) -> Marked {
    let Marked { text, mut spans } = marked;
    for span in &mut spans {
        *span = span.start + said.len()..span.end + said.len();
    }
    Marked {
        text: [said, &text].concat(),
        spans,
    }
}

/// A share as it is printed.
pub(super) fn three_digits(share: f32) -> f64 {
    (f64::from(share) * 1000.0).round() / 1000.0
}
