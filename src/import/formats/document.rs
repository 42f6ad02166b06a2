//! What a format makes of a file: lines that a person can read, and what should be said of them.

use crate::import::Options;
use crate::import::front::Front;
use crate::import::report::Report;
use crate::import::shapes::DocumentShapes;
use crate::text::model::Resolution;

/// A document as text: what is read for resolutions, and what is kept beside the corpus, as its lines.
///
/// ```
/// use resolut::import::{SourceDocument, Options};
///
/// let document = SourceDocument::of(b"Requests a caf\xe9.\n", &Options::new("a.txt"))?;
/// assert_eq!(document.text, "Requests a café.\n");
/// # Ok::<(), resolut::import::ImportError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceDocument {
    /// What it was.
    pub format: SourceFormat,
    /// Its lines. Of a text all that it holds, control characters too.
    pub text: String,
    /// What is known of it beside its text.
    pub(super) front: Front,
    /// Its documents, where it is a table of several.
    pub(in crate::import) rows: Vec<DocumentRow>,
    /// What its format says of its lines.
    pub(in crate::import) shapes: DocumentShapes,
    /// What was done to make text of it, and what a person should look at.
    pub(in crate::import) report: Report,
}

/// A document among several in one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct DocumentRow {
    /// The line of the source in which it begins, from 1.
    pub line: u32,
    /// How many lines of the text of all stand before its own.
    pub before: u32,
    /// What the other columns say of it.
    pub front: Front,
    pub document: SourceDocument,
    /// Why there is none.
    pub fault: Option<String>,
}

/// What a document was before it was text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SourceFormat {
    /// Text.
    #[default]
    Text,
    /// A PDF, of which another program made text.
    Pdf,
    /// A Word document.
    Word,
    /// Markdown.
    Markdown,
    /// A page of HTML.
    Html,
    /// A table with a document a row.
    Rows,
    /// A corpus file of ours, whose text is its JSON.
    Corpus,
    /// Markdown that `export` wrote.
    Exported,
    /// A document of another word processor, of which another program made text.
    Other,
}

impl SourceDocument {
    /// A text as it is, and what it was before.
    pub fn of_text(text: String, format: SourceFormat) -> Self {
        Self {
            format,
            text,
            front: Front::NOTHING,
            rows: Vec::new(),
            shapes: DocumentShapes::default(),
            report: Report::default(),
        }
    }

    /// The report of its import, which begins with what was done to make text of it.
    pub(in crate::import) fn begin_report(&self, options: &Options<'_>) -> Report {
        Report {
            file: options.file_name.to_owned(),
            ..self.report.clone()
        }
    }

    /// What the document says of itself, as one of several resolutions where it holds several. A day and a title it
    /// says only where none is printed: see [`Self::complete`].
    pub(in crate::import) fn own_front(&self, count: usize) -> Front {
        Front {
            symbol: self.front.symbol.clone().filter(|_| count <= 1),
            title: None,
            date: None,
            ..self.front.clone()
        }
    }

    /// Adds title and day to the only resolution of the document, where they are not printed.
    pub(in crate::import) fn complete(&self, resolution: &mut Resolution, report: &mut Report) {
        let front = Front {
            title: self
                .front
                .title
                .clone()
                .filter(|_| resolution.title.is_none()),
            date: self
                .front
                .date
                .clone()
                .filter(|_| resolution.adopted.is_none()),
            ..Front::NOTHING
        };
        front.describe(resolution, report);
    }
}
