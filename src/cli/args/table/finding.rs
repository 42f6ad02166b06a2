//! The finder, and what it narrows by.

use std::num::NonZeroUsize;

use clap::{Args, ValueHint};

use super::following::AsksArgs;
use crate::cli::args;
use crate::cli::args::choices::{FoundOrder, RowFormat};

/// Find paragraphs by their words
#[derive(Debug, Args)]
#[command(
    override_usage = "resolut find [OPTIONS] <QUERY>...\n       resolut find [OPTIONS] --batch",
    after_help = "\
Examples:
  resolut find islamic dev bank
  resolut find '\"composite dialogue\"' op
  resolut find verb:requests in:2/34-P
  resolut find verb:calls title:kashmir year:2003-2007
  resolut find kashmir -india --order newest
  resolut find to:secretary-general does:report due:2007
  resolut find --format csv --limit 1000 verb:urges > urges.csv
  resolut find --explain 1 islamic dev bank
  resolut find --batch --format tsv < queries.txt"
)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own"
)]
pub(in crate::cli) struct FindArgs {
    /// Words, a citation, or both
    ///
    /// `"an exact phrase"`, `this OR that`, `-word` to leave paragraphs out; `pp`, `op`, `annex`, `verb:requests`,
    /// `in:2/34-P`, `session:34`, `title:kashmir`, `year:2003-2005`, `since:2004-06`, `until:2005`,
    /// `to:secretary-general`, `does:report`, `due:2005` and `lang:fr` narrow the search.
    #[arg(
        value_name = "QUERY",
        required_unless_present_any = ["batch", "stats", "to", "does", "due"],
        value_hint = ValueHint::Other,
        value_parser = args::query_word
    )]
    pub(in crate::cli) query: Vec<String>,

    #[command(flatten)]
    pub(in crate::cli) asks: AsksArgs,

    /// Only what is due then, as in `2005`, `2005-06` or `2005-01..2005-06`, or by these words
    #[arg(long, value_name = "DAYS", value_hint = ValueHint::Other)]
    pub(in crate::cli) due: Option<String>,

    /// How to print what is found
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: RowFormat,

    /// In which order to print it
    ///
    /// By days all that is found is put in order, and of paragraphs of the same words the newest or the oldest is
    /// cited. What lacks words of the query stands behind.
    #[arg(long, value_name = "ORDER", default_value = "best")]
    pub(in crate::cli) order: FoundOrder,

    /// Print only how many paragraphs have all words, and of how many resolutions
    #[arg(long, conflicts_with = "all")]
    pub(in crate::cli) count: bool,

    /// How many to print at most
    #[arg(
        long,
        value_name = "N",
        default_value = "20",
        allow_hyphen_values = true
    )]
    pub(in crate::cli) limit: NonZeroUsize,

    /// Find in headings, tables and notes as well
    ///
    /// They stand behind the paragraphs that have all words, and take longer: they are in no index.
    #[arg(long)]
    pub(in crate::cli) all: bool,

    /// Say of one row, by its number or a citation, which words counted for what
    ///
    /// The parts of its score in the order of the query, and their sum. Of what is no row the words that it has are
    /// listed, and those that it lacks.
    #[arg(long, value_name = "ROW|CITATION", conflicts_with_all = ["batch", "all", "count", "order"], value_hint = ValueHint::Other)]
    pub(in crate::cli) explain: Option<String>,

    /// Read queries from standard input, one a line
    ///
    /// The rows of each are followed by an empty line, and written before the next query is read.
    #[arg(long, conflicts_with = "query")]
    pub(in crate::cli) batch: bool,

    /// Say at the end how many microseconds a query took, and a key
    ///
    /// On standard error: least, median, 99th percentile, most and mean of finding, in processor time,
    /// without reading the corpus or printing rows. For the keys each query is typed once more, letter by
    /// letter, and asked at every letter.
    #[arg(long, requires = "batch", conflicts_with = "query")]
    pub(in crate::cli) stats: bool,
}
