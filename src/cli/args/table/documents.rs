//! Documents in and out.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use crate::cli::args::choices::{self, ReportFormat, TextFormat};
use crate::import::{ColumnNames, Encoding};

/// Write resolutions out, for other programs and documents
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  resolut export 2/34-P --format markdown -o 2-34-P.md    one resolution
  resolut export ICFM-34 --format html > session.html     a session
  resolut export 2/34-P:7-9 --format csv                  three paragraphs, for a table
  resolut export --all > all.jsonl                        all paragraphs, an object a line")]
pub(in crate::cli) struct ExportArgs {
    /// What to write: paragraphs, resolutions, or a session by its id
    #[arg(value_name = "CITATION", required_unless_present = "all", value_hint = ValueHint::Other)]
    pub(in crate::cli) of: Vec<String>,

    /// Write all there is
    #[arg(long, conflicts_with = "of")]
    pub(in crate::cli) all: bool,

    /// How to write it
    #[arg(long, value_name = "FORMAT", default_value = "jsonl")]
    pub(in crate::cli) format: TextFormat,

    /// Write it here
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) output: Option<PathBuf>,

    /// Replace a file that is there
    #[arg(short, long, requires = "output")]
    pub(in crate::cli) force: bool,
}

/// Read documents, or folders of them, into a corpus file
///
/// What a file is its content says. What can be read is written, and each file that can't be is named; the status is 1
/// then. A folder is walked to its depth; hidden files and links are passed over. If there is Akoma Ntoso in it, only
/// that is read: catalogues (a row of JSON a line, with a `symbol`) are joined, and imported again, only what has changed
/// is read.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  resolut import resolution.txt
  resolut import draft.txt --symbol GA/3/1.1 --title 'The lakes' --language en
  resolut import papers -o papers.json --format json
  git clone https://github.com/UNxml/SCresolutions && resolut import SCresolutions")]
pub(in crate::cli) struct ImportArgs {
    /// A document, a folder of documents, or `-` for standard input
    #[arg(value_name = "PATH", required = true, value_hint = ValueHint::AnyPath)]
    pub(in crate::cli) paths: Vec<PathBuf>,

    /// Write the corpus to this file
    ///
    /// Without it each folder or file is written to `$XDG_DATA_HOME/resolut/` under its name, and is read from then
    /// on beside the bundled corpus.
    #[arg(
        short,
        long,
        value_name = "FILE",
        value_hint = ValueHint::FilePath,
        allow_hyphen_values = true
    )]
    pub(in crate::cli) output: Option<PathBuf>,

    /// Replace a corpus file that is there, and read all again
    #[arg(long)]
    pub(in crate::cli) force: bool,

    /// Mend the text as this file says
    ///
    /// A line each, as in `line 61 begins operative 5`, `lines 100-104 are furniture` or `symbol A/RES/73/6`. Without
    /// it `NAME.repairs` beside `NAME.json` is read, if it is there.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) repairs: Option<PathBuf>,

    /// Write nothing; list what is in doubt with the lines around it, to be made repairs of
    #[arg(long, conflicts_with_all = ["output", "force"])]
    pub(in crate::cli) review: bool,

    /// Show no progress
    #[arg(short, long)]
    pub(in crate::cli) quiet: bool,

    /// How to print the report
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: ReportFormat,

    /// The encoding of text
    #[arg(
        long,
        value_name = "ENCODING",
        default_value = "auto",
        value_parser = choices::encoding()
    )]
    pub(in crate::cli) encoding: Encoding,

    /// What the columns of a table are called, as in `symbol=record_id,text=body`
    ///
    /// A table has a document a row: CSV, tabs, or objects of JSON. Columns called `symbol`, `title`, `organ`, `session`,
    /// `date`, `language` and `text` are known.
    #[arg(long, value_name = "COLUMNS", value_hint = ValueHint::Other)]
    pub(in crate::cli) columns: Option<ColumnNames>,

    #[command(flatten)]
    pub(in crate::cli) front: FrontArgs,
}

/// What is known of a document that its text does not print.
#[derive(Debug, Args)]
#[command(next_help_heading = "What a text does not print, or prints otherwise")]
pub(in crate::cli) struct FrontArgs {
    /// The symbol of its resolution
    #[arg(long, value_hint = ValueHint::Other)]
    pub(in crate::cli) symbol: Option<String>,

    /// The title of its resolution
    #[arg(long, value_hint = ValueHint::Other)]
    pub(in crate::cli) title: Option<String>,

    /// The body that adopted it
    #[arg(long, value_hint = ValueHint::Other)]
    pub(in crate::cli) organ: Option<String>,

    /// The session, by its name or its number
    #[arg(long, value_hint = ValueHint::Other)]
    pub(in crate::cli) session: Option<String>,

    /// The day of its adoption, as in `2018-11-01`
    #[arg(long, value_name = "DAY", value_hint = ValueHint::Other)]
    pub(in crate::cli) date: Option<String>,
}

/// Look for faults in a corpus file
#[derive(Debug, Args)]
pub(in crate::cli) struct CheckArgs {
    /// A corpus file, or a folder of them; without it all that `resolut` reads
    #[arg(value_name = "CORPUS", value_hint = ValueHint::AnyPath)]
    pub(in crate::cli) corpora: Vec<PathBuf>,
}
