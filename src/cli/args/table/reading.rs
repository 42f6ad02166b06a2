//! What prints texts, lists of them, and what a reader keeps.

use clap::{Args, ValueHint};

use crate::cli::args::choices::{self, ByDay, MarksFormat, RowFormat, TextFormat};
use crate::export::QuoteStyle;

/// Print paragraphs, or whole resolutions
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  resolut show 2/34-P:7                 one operative paragraph
  resolut show 2/34-P:pp3 3/34-P:7-9    a preambular one, and a range
  resolut show 2/34-P --format json     a whole resolution, for a program
  resolut show 3/34-P:8 --as-printed    the lines of the source")]
pub(in crate::cli) struct ShowArgs {
    /// What to print: a paragraph, a range of them, or a resolution
    #[arg(value_name = "CITATION", required = true, value_hint = ValueHint::Other)]
    pub(in crate::cli) citation: Vec<String>,

    /// How to print it
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: TextFormat,

    /// Print the lines of the source, with their numbers, instead of the paragraph
    #[arg(long)]
    pub(in crate::cli) as_printed: bool,

    /// Print headings, tables and notes as well
    #[arg(long, conflicts_with = "as_printed")]
    pub(in crate::cli) all: bool,
}

/// Quote paragraphs with their source, in the style of those who cite
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  resolut quote 2/34-P:7                        the text, and its citation
  resolut quote 2/34-P paras 7-9 --style un     as documents of the United Nations cite
  resolut quote 2/34-P:7 --style markdown       for a document")]
pub(in crate::cli) struct QuoteArgs {
    /// What to quote: a paragraph, a range or a list of them, or a resolution
    #[arg(value_name = "CITATION", required = true, value_hint = ValueHint::Other)]
    pub(in crate::cli) citation: Vec<String>,

    /// In which style
    #[arg(
        long,
        value_name = "STYLE",
        default_value = "plain",
        value_parser = choices::quote_style()
    )]
    pub(in crate::cli) style: QuoteStyle,
}

/// List sessions and resolutions, or the outline of one
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  resolut list                    all sessions and their resolutions
  resolut list ICFM-34            the resolutions of a session
  resolut list --title kashmir    those whose titles have a word, the newest first
  resolut list 2/34-P             the outline of a resolution")]
pub(in crate::cli) struct ListArgs {
    /// The session whose resolutions, or the resolution whose paragraphs are listed
    #[arg(value_name = "SESSION|RESOLUTION", value_hint = ValueHint::Other)]
    pub(in crate::cli) of: Vec<String>,

    /// Only resolutions that have these words in title, topic, symbol or year
    ///
    /// Each word may be the beginning of one. They are listed by their days, those of all sessions together.
    #[arg(long, value_name = "WORDS", value_hint = ValueHint::Other)]
    pub(in crate::cli) title: Option<String>,

    /// Only what was adopted then or later: a year, month or day, as in `2004-06`
    #[arg(long, value_name = "DAY", value_hint = ValueHint::Other, value_parser = choices::limit_of_days)]
    pub(in crate::cli) since: Option<String>,

    /// Only what was adopted then or earlier
    #[arg(long, value_name = "DAY", value_hint = ValueHint::Other, value_parser = choices::limit_of_days)]
    pub(in crate::cli) until: Option<String>,

    /// List resolutions by their days, not session by session
    #[arg(long, value_name = "ORDER")]
    pub(in crate::cli) order: Option<ByDay>,

    /// How to print the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: RowFormat,
}

impl ListArgs {
    /// Whether resolutions are to be chosen or put in order.
    pub(in crate::cli) fn chooses(&self) -> bool {
        [&self.title, &self.since, &self.until]
            .iter()
            .any(|option| option.is_some())
            || self.order.is_some()
    }
}

/// List the paragraphs that were marked in the reader
///
/// Each with the note that was written to it. For programs and in Markdown each is a full quotation.
#[derive(Debug, Args)]
pub(in crate::cli) struct MarksArgs {
    /// How to print the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: MarksFormat,
}

/// Forget what was chosen in the reader
///
/// The style of quotations, the language, the order of lists and the width of text are as at a first start again. The
/// place, marks and queries stay.
#[derive(Debug, Args)]
pub(in crate::cli) struct ForgetArgs {}
