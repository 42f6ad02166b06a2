//! What may be typed on the command line, and what each word of it means.
//!
//! Declares only: nothing is read here, and nothing decided but what `-word` means to `find`. The texts are the help, the manual page and the
//! completions at once; one line each where one is enough, a remark for `--help` where it is not.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;

/// Read diplomatic resolutions in the terminal
#[derive(Debug, Parser)]
#[command(
    name = "resolut",
    version,
    override_usage = "resolut [OPTIONS] [CITATION]...\n       resolut [OPTIONS] <COMMAND>",
    disable_help_subcommand = true,
    after_help = EXAMPLES,
)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Option<Command>,

    /// Where to open the reader, as in `2/34-P:7` or `2/34-P para 7`
    ///
    /// Without it the reader opens where it was left. Where standard output is no
    /// terminal, what is cited is printed as `resolut show` prints it; without a
    /// citation, what `resolut list` prints.
    #[arg(value_name = "CITATION", verbatim_doc_comment)]
    pub(super) citation: Vec<String>,

    #[command(flatten)]
    pub(super) everywhere: Everywhere,
}

/// Options that every command takes.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Global options")]
pub(super) struct Everywhere {
    /// Read this corpus too: a file, or a folder of files
    ///
    /// May be given several times. `RESOLUT_CORPUS` names corpora in the same way,
    /// parted as in `PATH`; the option takes its place.
    #[arg(
        long = "corpus",
        value_name = "PATH",
        global = true,
        value_hint = ValueHint::AnyPath,
        verbatim_doc_comment
    )]
    pub(super) corpus: Vec<PathBuf>,

    /// When to write bold and underlined
    #[arg(
        long = "color",
        value_name = "WHEN",
        global = true,
        default_value = "auto"
    )]
    pub(super) color: When,

    /// Use ASCII for marks and borders
    #[arg(long = "ascii", global = true)]
    pub(super) ascii: bool,
}

/// What is asked for.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print paragraphs, or whole resolutions
    #[command(after_help = SHOW_EXAMPLES)]
    Show(Show),
    /// Find paragraphs by their words
    #[command(
        override_usage = "resolut find [OPTIONS] <QUERY>...\n       resolut find [OPTIONS] --batch",
        after_help = FIND_EXAMPLES,
    )]
    Find(Find),
    /// List sessions and resolutions, or the outline of one
    #[command(after_help = LIST_EXAMPLES)]
    List(List),
    /// Read resolutions from the text of a PDF into a corpus file
    #[command(after_help = IMPORT_EXAMPLES)]
    Import(Import),
    /// Look for faults in a corpus file
    Check(Check),
    /// Prepare what is bundled, before the program is built
    #[command(hide = true)]
    Prepare(Prepare),
    /// Print a script that completes the commands in a shell
    Completions {
        /// The shell
        #[arg(value_name = "SHELL")]
        shell: Shell,
    },
    /// Print the manual page
    Man,
}

#[derive(Debug, clap::Args)]
pub(super) struct Show {
    /// What to print: a paragraph, a range of them, or a resolution
    #[arg(value_name = "CITATION", required = true)]
    pub(super) citations: Vec<String>,

    /// How to print it
    #[arg(long = "format", value_name = "FORMAT", default_value = "text")]
    pub(super) format: Format,

    /// Print the lines of the source, with their numbers, instead of the paragraph
    #[arg(long = "as-printed")]
    pub(super) as_printed: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Find {
    /// Words, a citation, or both
    ///
    /// `"an exact phrase"`, `-word` to leave paragraphs out; `pp`, `op`, `annex`,
    /// `verb:requests`, `in:2/34-P` and `session:34` narrow the search.
    #[arg(
        value_name = "QUERY",
        required_unless_present_any = ["batch", "stats"],
        verbatim_doc_comment
    )]
    pub(super) query: Vec<String>,

    /// How to print what is found
    #[arg(long = "format", value_name = "FORMAT", default_value = "text")]
    pub(super) format: Format,

    /// How many to print at most
    #[arg(long = "limit", value_name = "N", default_value = "20")]
    pub(super) limit: NonZeroUsize,

    /// Read queries from standard input, one a line
    ///
    /// The rows of each are followed by an empty line, and written before the next
    /// query is read.
    #[arg(long = "batch", conflicts_with = "query", verbatim_doc_comment)]
    pub(super) batch: bool,

    /// Say at the end how many microseconds a query took, and a key
    ///
    /// On standard error: least, median, 99th percentile, most and mean of finding,
    /// in processor time, without reading the corpus or printing rows. For the keys
    /// each query is typed once more, letter by letter, and asked at every letter.
    #[arg(
        long = "stats",
        requires = "batch",
        conflicts_with = "query",
        verbatim_doc_comment
    )]
    pub(super) stats: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct List {
    /// The session whose resolutions, or the resolution whose paragraphs are listed
    #[arg(value_name = "SESSION|RESOLUTION")]
    pub(super) of: Vec<String>,

    /// How to print the list
    #[arg(long = "format", value_name = "FORMAT", default_value = "text")]
    pub(super) format: Format,
}

#[derive(Debug, clap::Args)]
pub(super) struct Import {
    /// Text that came out of a PDF
    #[arg(value_name = "FILE", required = true, value_hint = ValueHint::FilePath)]
    pub(super) files: Vec<PathBuf>,

    /// Write the corpus to this file
    ///
    /// Without it each is written to `$XDG_DATA_HOME/resolut/` under the name of its
    /// source, and is read from then on beside the bundled corpus.
    #[arg(
        short = 'o',
        long = "output",
        value_name = "FILE",
        value_hint = ValueHint::FilePath,
        verbatim_doc_comment
    )]
    pub(super) output: Option<PathBuf>,

    /// Replace a corpus file that is there
    #[arg(long = "force")]
    pub(super) force: bool,

    /// How to print the report
    #[arg(long = "format", value_name = "FORMAT", default_value = "text")]
    pub(super) format: ReportFormat,

    /// The encoding of the text
    #[arg(long = "encoding", value_name = "ENCODING", default_value = "utf-8")]
    pub(super) encoding: Encoding,
}

#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// A corpus file, or a folder of them; without it all that `resolut` reads
    #[arg(value_name = "CORPUS", value_hint = ValueHint::AnyPath)]
    pub(super) corpora: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Prepare {
    /// The corpus that is to be bundled
    #[arg(value_name = "CORPUS", default_value = "data/corpus.json", value_hint = ValueHint::FilePath)]
    pub(super) corpus: PathBuf,

    /// Write its catalogue and its index to this file
    #[arg(
        short = 'o',
        long = "output",
        value_name = "FILE",
        default_value = "data/corpus.index",
        value_hint = ValueHint::FilePath
    )]
    pub(super) output: PathBuf,
}

/// When to write bold and underlined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// How data is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people: set to the terminal's width, or a line each into a pipe
    Text,
    /// An array of objects
    Json,
    /// A line each, columns parted by tabs
    Tsv,
}

/// How the report of an import is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// For people, on standard error
    Text,
    /// For programs, on standard output
    Json,
}

/// How bytes of a source are read as characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Encoding {
    /// UTF-8
    #[value(name = "utf-8")]
    Utf8,
    /// ISO 8859-1
    #[value(name = "latin1", alias = "latin-1")]
    Latin1,
}

/// The arguments with the `-word`s of a query behind a `--`, where they are no options. To accept
/// hyphens in the query itself would take `--limit` for a word of it.
pub(super) fn with_words_left_out(args: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut args: Vec<_> = args.collect();
    let Some(find) = args.iter().position(|arg| arg == "find") else {
        return args;
    };
    let words = args.split_off(find + 1);
    let mut ended = false;
    let (left_out, mut others): (Vec<_>, Vec<_>) = words.into_iter().partition(|arg| {
        ended |= arg == "--";
        let bytes = arg.as_encoded_bytes();
        let dashed = bytes.starts_with(b"-") && !bytes.starts_with(b"--");
        dashed && !ended && !["-", "-h"].iter().any(|option| arg == option)
    });
    if !left_out.is_empty() && !ended {
        others.push("--".into());
    }
    args.extend(others);
    args.extend(left_out);
    args
}

const EXAMPLES: &str = "\
Examples:
  resolut                          open the reader where it was left
  resolut 2/34-P para 7            open it at a paragraph
  resolut show 2/34-P:7            print the paragraph
  resolut find islamic dev bank    find paragraphs by their words
  resolut list                     list what there is to read";

const SHOW_EXAMPLES: &str = "\
Examples:
  resolut show 2/34-P:7                 one operative paragraph
  resolut show 2/34-P:pp3 3/34-P:7-9    a preambular one, and a range
  resolut show 2/34-P --format json     a whole resolution, for a program
  resolut show 3/34-P:8 --as-printed    the lines of the source";

const FIND_EXAMPLES: &str = "\
Examples:
  resolut find islamic dev bank
  resolut find '\"composite dialogue\"' op
  resolut find verb:requests in:2/34-P
  resolut find kashmir -india
  resolut find --batch --format tsv < queries.txt";

const LIST_EXAMPLES: &str = "\
Examples:
  resolut list                    all sessions and their resolutions
  resolut list ICFM-34            the resolutions of a session
  resolut list 2/34-P             the outline of a resolution";

const IMPORT_EXAMPLES: &str = "\
Examples:
  pdftotext -layout icfm-34.pdf && resolut import icfm-34.txt
  resolut import icfm-34.txt -o data/corpus.json --force";
