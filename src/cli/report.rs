//! Talk: errors and notes, on standard error.
//!
//! An error is one sentence with its causes, each once. A citation that can't be read stands below it
//! with a caret under the column; a hint stands alone, after a blank line.

use std::io::{self, Write};

use super::Outcome;
use crate::corpus::CitationError;
use crate::visible::visible;

/// An error with what it means for the exit code, and what to do next.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub(super) struct Advised {
    pub(super) message: String,
    pub(super) hint: Option<String>,
    pub(super) outcome: Outcome,
}

/// Says what went wrong; gives back what the program ends with.
pub(super) fn error(error: &anyhow::Error) -> Outcome {
    let mut text = format!("resolut: {error:#}\n");
    if let Some(CitationError::Parse(error)) = error.downcast_ref() {
        text.push('\n');
        for line in error.pointed().lines() {
            text.push_str("  ");
            text.push_str(line);
            text.push('\n');
        }
    }
    let advised = error.downcast_ref::<Advised>();
    if let Some(hint) = advised.and_then(|advised| advised.hint.as_deref()) {
        text.push_str("\nhint: ");
        text.push_str(hint);
        text.push('\n');
    }
    say(&text);
    advised.map_or(Outcome::Faulty, |advised| advised.outcome)
}

/// Says what went wrong, one after the other; gives back the worst that the program can end with.
pub(super) fn errors(errors: &[anyhow::Error]) -> Outcome {
    let said = errors.iter().map(error);
    said.max().unwrap_or(Outcome::Found)
}

/// Says something that is no error.
pub(super) fn note(text: &str) {
    say(&format!("resolut: {text}\n"));
}

/// Prints lines as they are, but for their controls.
pub(super) fn say(text: &str) {
    let mut lines = String::new();
    for line in text.lines() {
        lines.push_str(&visible(line));
        lines.push('\n');
    }
    // Where nobody hears, there is nobody to tell.
    let _ = io::stderr().lock().write_all(lines.as_bytes());
}
