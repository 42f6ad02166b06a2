//! What follows from a paragraph: references, wordings, and who is asked to do what.

use clap::{Args, ValueHint};

use crate::cli::args::choices::{ActionFormat, RowFormat};

/// List what paragraphs refer to
///
/// Citations in running text, in English: resolutions and paragraphs of them, annexes, documents. What is not here,
/// or not where the text says, is listed with the reason.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  resolut refs 2/34-P:12                of a paragraph
  resolut refs 2/34-P --format json     of a whole resolution, for a program")]
pub(in crate::cli) struct RefsArgs {
    /// The paragraph, a range of them, or the resolution
    #[arg(value_name = "CITATION", required = true, value_hint = ValueHint::Other)]
    pub(in crate::cli) citation: Vec<String>,

    /// How to print the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: RowFormat,
}

/// List who cites a paragraph or a resolution, oldest first
///
/// What a resolution says of its own paragraphs is left out.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  resolut cited 2/34-P:7           who cites the paragraph
  resolut cited 2/34-P --count     how many paragraphs and resolutions cite any of it")]
pub(in crate::cli) struct CitedArgs {
    /// The paragraph, a range of them, or the resolution with its paragraphs
    #[arg(value_name = "CITATION", required = true, value_hint = ValueHint::Other)]
    pub(in crate::cli) citation: Vec<String>,

    /// Print only how many paragraphs cite it, and of how many resolutions
    #[arg(long)]
    pub(in crate::cli) count: bool,

    /// How to print the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: RowFormat,
}

/// List every wording of a paragraph, oldest first
///
/// The same words, the same but for numbers, and wordings that have much in common, in the language of the paragraph. What
/// is gone from the earlier of both stands in `[-...-]`, what is new in `{+...+}`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  resolut trace 2/34-P:8                  since when its words are agreed
  resolut trace 2/34-P:8 --chain          what it was in the resolutions that this one renews
  resolut trace 2/34-P:8 --format csv     the same as a table")]
pub(in crate::cli) struct TraceArgs {
    /// The paragraph
    #[arg(value_name = "CITATION", required = true, value_hint = ValueHint::Other)]
    pub(in crate::cli) citation: Vec<String>,

    /// Only the line of renewals that ends with it, newest first
    ///
    /// From each resolution to the one that `compare` takes for the one before it, and what that has of the paragraph. A
    /// resolution without it is passed over.
    #[arg(long)]
    pub(in crate::cli) chain: bool,

    /// How to print the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: RowFormat,
}

/// Compare two resolutions, paragraph by paragraph
///
/// What is gone stands in `[-...-]`, what is new in `{+...+}`. Each paragraph stands in one row.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  resolut compare 2/34-P 3/34-P                  what became of each paragraph
  resolut compare 2/34-P:8 3/34-P                of one of them
  resolut compare 2/34-P 3/34-P --format json    with the bytes that changed")]
pub(in crate::cli) struct CompareArgs {
    /// The earlier resolution, or paragraphs of it; alone, the later one
    #[arg(value_name = "CITATION", value_hint = ValueHint::Other)]
    pub(in crate::cli) resolution: String,

    /// The later resolution, or paragraphs of it
    ///
    /// Without it the first is compared with the newest before it that has a title or words like its own, or else that
    /// it cites.
    #[arg(value_name = "LATER", value_hint = ValueHint::Other)]
    pub(in crate::cli) later: Option<String>,

    /// How to print the rows
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: RowFormat,
}

/// Whom an act asks for what.
#[derive(Debug, Args)]
pub(in crate::cli) struct AsksArgs {
    /// Only what is asked of those whose names have these words
    #[arg(long, value_name = "WORDS", value_hint = ValueHint::Other)]
    pub(in crate::cli) to: Option<String>,

    /// Only what is asked by this verb, as in `requests`; or `report`, for what asks for one
    #[arg(long, value_name = "VERB", value_hint = ValueHint::Other)]
    pub(in crate::cli) does: Option<String>,
}

impl AsksArgs {
    /// The same in a query, and by when it is due.
    pub(in crate::cli) fn query(&self, due: Option<&str>) -> String {
        let asked = [
            ("to", self.to.as_deref()),
            ("does", self.does.as_deref()),
            ("due", due),
        ];
        let asked = asked.into_iter().filter_map(|(name, value)| {
            let value = value?.replace('"', " ");
            Some(format!(" {name}:\"{value}\""))
        });
        asked.collect()
    }
}

/// List who is asked to do what by when
///
/// The acts of operative paragraphs, in English: each verb with its addressees as printed, whether it asks for a
/// report, and by when. A day is given only where it follows from the text and the day of adoption.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  resolut actions 2/34-P                                of a resolution
  resolut actions --to secretary-general --report       the reports that are asked of him
  resolut actions --due 2005                            what was due in 2005
  resolut actions --due '35th session'                  what is due at a session
  resolut actions ICFM-34 --format ics > due.ics        the days of a session, for a calendar")]
pub(in crate::cli) struct ActionsArgs {
    /// Paragraphs, resolutions, or sessions by their ids; without any, all there is
    #[arg(value_name = "CITATION", value_hint = ValueHint::Other)]
    pub(in crate::cli) of: Vec<String>,

    #[command(flatten)]
    pub(in crate::cli) asks: AsksArgs,

    /// Only what is due; then, as in `2005`, `2005-06` or `2005-01..2005-06`, or by these words
    #[arg(long, value_name = "DAYS", num_args = 0..=1, default_missing_value = "", value_hint = ValueHint::Other)]
    pub(in crate::cli) due: Option<String>,

    /// Only what asks for a report
    #[arg(long)]
    pub(in crate::cli) report: bool,

    /// How to print the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: ActionFormat,
}
