//! What is told of one file, for programs.

use serde::Serialize;

use crate::cli::output::json;
use crate::import::collection::FileChange;

pub(super) struct Told {
    /// JSON.
    pub(super) account: String,
    /// What the file is to an earlier import, where there is one.
    pub(super) change: Option<FileChange>,
}

#[derive(Serialize)]
struct GoneFile<'a> {
    file: &'a str,
}

impl Told {
    /// A file that was in the corpus and is no more.
    pub(super) fn gone(file: &str) -> Self {
        Self {
            account: json::text(&GoneFile { file }),
            change: Some(FileChange::Went),
        }
    }

    /// The object of the report, with what the file is to an earlier import.
    pub(super) fn object(&self) -> String {
        let mut object = self.account.clone();
        if let Some(change) = self
            .change
            .filter(|change| *change != FileChange::Unchanged)
        {
            object.pop();
            object.extend([",\"change\":\"", change.name(), "\"}"]);
        }
        object
    }
}
