//! Documents of others → resolutions of [the model](crate::text::model), and a report of what was done to them.
//!
//! Pure: no files, no JSON, no printing. [`akn::read`] is the way in for Akoma Ntoso, with a table of its own
//! steps, and [`collection`] makes one corpus of the files of a folder; [`pdf_text::read`] for text that came out of
//! a PDF. Such a text goes through these steps:
//!
//! | step | owns |
//! |---|---|
//! | `by_hand` | what a person says of lines that were read wrongly |
//! | `front` | what is known of a document beside its text |
//! | `formats` | a file → its text, with a table of its own steps |
//! | `own` | what resolut wrote itself → as it was |
//! | `rows` | a table of documents → a resolution a row, with a table of its own steps |
//! | `source` | a text → lines of words |
//! | `shapes` | which lines are headings or rows of tables, as the format says |
//! | `pdf_text::leads` | the language, and how paragraphs begin in it |
//! | `pdf_text::run_in` | an opening and the paragraph on its line, parted |
//! | `pdf_text::unfold` | a document on one line, parted |
//! | `pdf_text::numbering::apart` | labels that stand apart from their texts, each above its own |
//! | `pdf_text::forms` | what the form of a line alone tells: rules, page numbers, job numbers |
//! | `pdf_text::notes` | notes at the foot of pages, and their marks in the text |
//! | `pdf_text::adoption` | what stands behind a text: meeting, day, vote |
//! | `pdf_text::furniture` | page numbers, running heads and closing rules |
//! | `pdf_text::headings` | where a resolution begins: its symbol |
//! | `pdf_text::numbering` | numbers of paragraphs, labels of points |
//! | `pdf_text::first_paragraph` | where the opening and the first paragraph of a resolution begin |
//! | `pdf_text::blocks` | the parts of a resolution in the making |
//! | `pdf_text::paragraphs` | where a paragraph begins, and where an annex does |
//! | `words` | words of several lines → one text, with its repairs; where a sentence may end |
//! | `dates` | `15-17 May 2007` → ISO days |
//! | `pdf_text::head::labels` | lines of a head such as `FORUM: …` |
//! | `pdf_text::head::masthead` | what stands above a title and is no part of it |
//! | `pdf_text::head` | what stands from the heading down to the opening |
//! | `pdf_text::bodies` | how an opening begins, in each language |
//! | `pdf_text::opening` | what an opening says of its session |
//! | `pdf_text::draft` | lines of one resolution → its parts; no word lost |
//! | `sessions` | resolutions → sessions |
//! | `merge` | sessions of several sources → each once |
//! | `report` | what was read, repaired and doubted |
//!
//! Both readers have rules for the six languages of the United Nations, and for German, Italian and Portuguese. The text of an adopted resolution is never corrected, only its layout is normalised. So every word
//! of the source is accounted for, and an import that loses one fails.

pub mod akn;
mod by_hand;
pub mod collection;
mod dates;
mod formats;
mod front;
mod merge;
mod own;
pub mod pdf_text;
mod report;
mod rows;
mod sessions;
mod shapes;
mod source;
mod words;

use crate::text::encoding::NotText;
use crate::text::format::FormatError;
use crate::text::model::WholeSession;

pub use by_hand::{HandRepairError, HandRepairs};
pub use formats::{DocxError, Encoding, SourceDocument, SourceFormat, UnknownEncoding};
pub use front::Front;
pub use merge::merge;
pub use own::{MARKDOWN_FORMAT, Remark, TableShape, is_corpus};
pub use report::{Counts, Doubt, LeftOut, NotRead, Repair, RepairKind, Report, WordCounts};
pub use rows::{ColumnNames, ColumnNamesError};

/// What an import makes of one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The sessions, each with its resolutions, in the order of print.
    pub sessions: Vec<WholeSession>,
    /// What was read, repaired and doubted.
    pub report: Report,
}

/// What a reader says about a source.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The name of the source, without a folder.
    pub file_name: &'a str,
    /// How its bytes are read.
    pub encoding: Encoding,
    /// What is known of it beside its text.
    pub front: &'a Front,
    /// What a person says of its lines.
    pub repairs: &'a HandRepairs,
    /// What the columns of a table are called.
    pub columns: &'a ColumnNames,
    /// Which document of the source it is, from 1, where the source is a table of several.
    pub row: Option<u32>,
}

static NO_REPAIRS: HandRepairs = HandRepairs::NOTHING;
static BY_NAME: ColumnNames = ColumnNames::BY_NAME;

impl<'a> Options<'a> {
    /// A source whose bytes tell their encoding, and of which nothing else is known.
    pub fn new(file_name: &'a str) -> Self {
        Self {
            file_name,
            encoding: Encoding::default(),
            front: &Front::NOTHING,
            repairs: &NO_REPAIRS,
            columns: &BY_NAME,
            row: None,
        }
    }
}

/// Reads the resolutions of a document, whatever it is: of a text by its layout; a corpus is taken as it is.
///
/// # Errors
/// It holds no resolution, or is no sound corpus.
pub fn read_document(
    document: &SourceDocument,
    options: &Options<'_>,
) -> Result<Import, ImportError> {
    match document.format {
        SourceFormat::Corpus => own::read_corpus(document, options),
        SourceFormat::Rows => rows::read(document, options),
        SourceFormat::Exported => own::read_markdown(document, options),
        _ => pdf_text::read_document(document, options),
    }
}

/// Why a source can't be imported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The source is no text, or text in another encoding.
    #[error("`{file}` {what}")]
    NotText {
        /// The name of the source.
        file: String,
        /// What it is instead.
        what: NotText,
    },
    /// The source is a Word document that can't be read.
    #[error("`{file}` {what}")]
    Docx {
        /// The name of the source.
        file: String,
        /// Why.
        what: DocxError,
    },
    /// The source is a corpus file with a fault that stands in the way.
    #[error("`{file}` is a corpus that can't be read: {what}")]
    Corpus {
        /// The name of the source.
        file: String,
        /// The fault, with its place.
        what: FormatError,
    },
    /// The front matter of Markdown that was exported has a fault.
    #[error("the front matter of `{file}` in line {line} can't be read: {what}")]
    FrontMatter {
        /// The name of the source.
        file: String,
        /// Where it begins.
        line: u32,
        /// What is wrong.
        what: String,
    },
    /// A table has no column of a name.
    #[error("`{file}` has no column `{column}`, but `{}`", .columns.join("`, `"))]
    NoColumn {
        /// The name of the source.
        file: String,
        /// The name.
        column: String,
        /// The columns that it has.
        columns: Vec<String>,
    },
    /// A table has paragraphs that were exported.
    #[error(
        "`{file}` has a paragraph a row, as `export` writes them; what is exported as a corpus or as Markdown can be \
         imported again"
    )]
    Paragraphs {
        /// The name of the source.
        file: String,
    },
    /// No row of a table holds a resolution.
    #[error("no row of `{file}` could be read; line {}: {}", .first.line, .first.reason)]
    NoRow {
        /// The name of the source.
        file: String,
        /// The first row.
        first: NotRead,
    },
    /// Something is said of a source that says it itself.
    #[error("`{file}` was written by resolut and says itself what it holds; leave the {word} out")]
    SaysItself {
        /// The name of the source.
        file: String,
        /// What is given: `symbol`, `title`.
        word: &'static str,
    },
    /// There are no words in it.
    #[error("there is no text in `{file}`")]
    Empty {
        /// The name of the source.
        file: String,
    },
    /// No resolution begins anywhere.
    #[error(
        "no resolution in `{file}`: expected a heading such as `RESOLUTION NO. 2/34-P` on a line of \
         its own, and below it an opening (`The Thirty-Fourth Session of the …,`) or a numbered \
         paragraph (`1. Requests …`); without a heading, an opening or a preamble and paragraph 1"
    )]
    NoResolution {
        /// The name of the source.
        file: String,
    },
    /// A symbol or a title is given, of one resolution, and the source holds several.
    #[error(
        "`{file}` holds {count} resolutions, and the {word} that is given is that of one; leave it \
         out, or part the file"
    )]
    Several {
        /// The name of the source.
        file: String,
        /// How many it holds.
        count: usize,
        /// What is given: `symbol`, `title`.
        word: &'static str,
    },
    /// Words got lost on the way: a fault of the importer, found by its own check.
    #[error(
        "reading {symbol} in `{file}` would lose words of lines {first} to {last}; nothing was \
         imported; this is a fault of resolut, please report it"
    )]
    LosesWords {
        /// The name of the source.
        file: String,
        /// The resolution.
        symbol: String,
        /// Where it begins.
        first: u32,
        /// Where it ends.
        last: u32,
    },
}
