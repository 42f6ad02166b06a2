//! What is wrong with a corpus file, and where.

use std::fmt;

use super::raw::said;

/// What a fault means for reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Severity {
    /// The file can't be read.
    Fatal,
    /// The file is read all the same.
    Tolerated,
    /// Nothing is wrong with the file; what it says is odd.
    Doubt,
}

/// Something wrong with a corpus file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where in the JSON: `sessions[0].resolutions[1].preamble[3].text`; empty for the file itself.
    pub path: String,
    /// The line of the value, from 1; for a missing field, of the object it is missing from.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    pub(super) severity: Severity,
}

impl Fault {
    /// Whether the file can't be read because of it.
    pub fn is_fatal(&self) -> bool {
        self.severity == Severity::Fatal
    }

    /// Whether it is no fault, but something that a person should look at.
    pub fn is_doubt(&self) -> bool {
        self.severity == Severity::Doubt
    }

    /// A fault of the file as a whole.
    pub(in crate::text::format) fn of_file(message: String) -> Self {
        Self {
            path: String::new(),
            line: 1,
            column: 1,
            message,
            severity: Severity::Fatal,
        }
    }

    /// A fault that serde found.
    pub(in crate::text::format) fn of_json(error: &serde_json::Error) -> Self {
        Self {
            line: error.line(),
            column: error.column(),
            ..Self::of_file(said(error))
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            let (line, column) = (self.line, self.column);
            write!(f, "line {line}, column {column}: {}", self.message)
        } else {
            write!(f, "line {}: {}: {}", self.line, self.path, self.message)
        }
    }
}
