//! What may be typed: the commands, their arguments and options, and what is said of each.
//!
//! Declares only. The first line of a comment is the help; what follows an empty line is for `--help` and
//! the manual page.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueHint};

use super::choices::{
    ActionFormat, ByDay, FoundOrder, MarksFormat, ReportFormat, RowFormat, Shell, TextFormat, When,
};
use crate::export::QuoteStyle;
use crate::import::{ColumnNames, Encoding};

/// Read diplomatic resolutions in the terminal
#[derive(Debug, Parser)]
#[command(
    name = "resolut",
    version,
    max_term_width = 80,
    args_override_self = true,
    override_usage = "resolut [OPTIONS] [CITATION]...\n       resolut [OPTIONS] <COMMAND>",
    after_help = "\
Examples:
  resolut                          open the reader where it was left
  resolut 2/34-P para 7            open it at a paragraph
  resolut show 2/34-P:7            print the paragraph
  resolut find islamic dev bank    find paragraphs by their words
  resolut list                     list what there is to read"
)]
pub(in crate::cli) struct Program {
    /// Where to open the reader, as in `2/34-P:7` or `2/34-P para 7`
    ///
    /// Without it the reader opens where it was left. Where standard output is no terminal, what is cited is
    /// printed as `resolut show` prints it; without a citation, what `resolut list` prints.
    #[arg(value_name = "CITATION", value_hint = ValueHint::Other)]
    pub(in crate::cli) citation: Vec<String>,

    /// Read in lines, not panes: for screen readers and any terminal
    ///
    /// Each command is a line (`next`, `7`, `find islamic dev bank`; `help` lists them), and so is each
    /// answer: no sequence is sent and nothing moves.
    #[arg(long)]
    pub(in crate::cli) plain: bool,

    /// Scroll with the wheel of a mouse, and choose with a click
    ///
    /// The wheel scrolls three lines of what is under the pointer, a click puts the cursor there. With Shift held the
    /// terminal selects text as ever.
    #[arg(long, conflicts_with = "plain")]
    pub(in crate::cli) mouse: bool,

    #[command(flatten)]
    pub(in crate::cli) everywhere: Everywhere,
}

/// Options that every command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Options of every command")]
pub(in crate::cli) struct Everywhere {
    /// Read this corpus too: a file, a folder of files, or `-`
    ///
    /// May be given several times. `RESOLUT_CORPUS` names corpora in the same way, parted as in `PATH`; the
    /// option takes its place.
    #[arg(
        long,
        value_name = "PATH",
        value_hint = ValueHint::AnyPath,
        allow_hyphen_values = true,
        action = clap::ArgAction::Append,
        global = true
    )]
    pub(in crate::cli) corpus: Vec<PathBuf>,

    /// Read in this language what is here in several, as in `fr`
    ///
    /// A BCP 47 tag. Without it the language of the locale applies, then English, then the language that was read
    /// first. `import` takes a text to be in it.
    #[arg(long, value_name = "TAG", value_hint = ValueHint::Other, global = true)]
    pub(in crate::cli) language: Option<String>,

    /// When to write bold and underlined
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    pub(in crate::cli) color: When,

    /// Use ASCII for marks, borders and quotes
    #[arg(long, global = true)]
    pub(in crate::cli) ascii: bool,
}

// What is asked for. A doc comment would take the place of what the help says of the program.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    Show(ShowArgs),
    Quote(QuoteArgs),
    Find(FindArgs),
    List(ListArgs),
    Refs(RefsArgs),
    Cited(CitedArgs),
    Trace(TraceArgs),
    Compare(CompareArgs),
    Actions(ActionsArgs),
    Marks(MarksArgs),
    Forget(ForgetArgs),
    Export(ExportArgs),
    Import(ImportArgs),
    Check(CheckArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
    #[command(hide = true)]
    Complete(CompleteArgs),
    #[command(hide = true)]
    Prepare(PrepareArgs),
}

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
        value_parser = super::choices::quote_style()
    )]
    pub(in crate::cli) style: QuoteStyle,
}

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
        value_parser = super::query_word
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
    #[arg(long, value_name = "DAY", value_hint = ValueHint::Other, value_parser = super::choices::limit_of_days)]
    pub(in crate::cli) since: Option<String>,

    /// Only what was adopted then or earlier
    #[arg(long, value_name = "DAY", value_hint = ValueHint::Other, value_parser = super::choices::limit_of_days)]
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
    /// From each resolution to the one that `compare` takes for the one before it, and what that has of the paragraph. A resolution without it is passed over.
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
        value_parser = super::choices::encoding()
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

/// Print a script that completes the commands in a shell
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  resolut completions bash > ~/.local/share/bash-completion/completions/resolut
  resolut completions zsh > ~/.zfunc/_resolut
  resolut completions fish > ~/.config/fish/completions/resolut.fish")]
pub(in crate::cli) struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub(in crate::cli) shell: Shell,
}

/// Print the manual page
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  resolut man > ~/.local/share/man/man1/resolut.1")]
pub(in crate::cli) struct ManArgs {}

/// Print what a word of a command line may become, for the scripts of `completions`
#[derive(Debug, Args)]
pub(in crate::cli) struct CompleteArgs {
    /// The words behind the program's name, the last of them not finished; or which word behind `--` is
    #[arg(value_name = "WORD|POSITION", required = true)]
    pub(in crate::cli) typed: Vec<OsString>,

    /// The command line, from the program's name on; that is 0
    #[arg(last = true)]
    pub(in crate::cli) words: Vec<OsString>,
}

/// Prepare what is bundled, before the program is built
#[derive(Debug, Args)]
pub(in crate::cli) struct PrepareArgs {
    /// The corpus that is to be bundled
    #[arg(value_name = "CORPUS", default_value = "data/corpus.json", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) bundled: PathBuf,

    /// Write its catalogue and its index to this file
    #[arg(
        short,
        long,
        value_name = "FILE",
        default_value = "data/corpus.index",
        value_hint = ValueHint::FilePath,
        allow_hyphen_values = true
    )]
    pub(in crate::cli) output: PathBuf,
}
