//! What may be typed: the commands, their arguments and options, and what is said of each.
//!
//! Declares only. The first line of a comment is the help; what follows an empty line is for `--help` and
//! the manual page.

mod documents;
mod finding;
mod following;
mod reading;
mod tools;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueHint};

pub(in crate::cli) use documents::{CheckArgs, ExportArgs, FrontArgs, ImportArgs};
pub(in crate::cli) use finding::FindArgs;
pub(in crate::cli) use following::{ActionsArgs, CitedArgs, CompareArgs, RefsArgs, TraceArgs};
pub(in crate::cli) use reading::{ForgetArgs, ListArgs, MarksArgs, QuoteArgs, ShowArgs};
pub(in crate::cli) use tools::{CompleteArgs, CompletionsArgs, ManArgs, PrepareArgs};

use super::choices::When;

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
