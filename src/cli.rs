//! The command line: arguments in, data on standard output, talk on standard error.
//!
//! A command is a function of its request and the corpus that writes to an `output::Output`. The
//! program ends with 0 where it found what was asked for, with 1 where there is no such thing, and with
//! 2 where it was used wrongly or could not read its input. Standard output that nobody reads any more
//! is a quiet 0.

mod args;
mod batch;
mod check;
mod completions;
mod dates;
mod find;
mod help;
mod import;
mod indexing;
mod json;
mod list;
mod load;
mod locate;
mod man;
mod marks;
mod output;
mod prepare;
mod printed;
mod reader;
mod record;
mod report;
mod several;
mod sheet;
mod show;

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::{Result, bail};

use args::{Args, Asked, Command, Format, When};
use output::{Marks, Output};

use crate::tty::signals;

/// What came of a command that ran to its end.
///
/// In this order one is worse than another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// What was asked for.
    Found,
    /// There is no such thing.
    Nothing,
    /// The input has faults; they have been printed.
    Faulty,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Found => Self::SUCCESS,
            Outcome::Nothing => Self::from(1),
            Outcome::Faulty => Self::from(2),
        }
    }
}

/// Runs the program as its arguments say.
pub fn main() -> ExitCode {
    signals::outlive_file_limits();
    let ended = Asked::read(std::env::args_os().skip(1)).and_then(answer);
    match ended {
        Ok(code) => code,
        Err(error) if output::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => report::error(&error).into(),
    }
}

/// Does what is asked for; tells what the program ends with.
fn answer(asked: Asked) -> Result<ExitCode> {
    let args = match asked {
        Asked::Run(args) => args,
        Asked::Help(usage, depth) => return say(&help::help(usage, depth)),
        Asked::Version => return say(concat!("resolut ", env!("CARGO_PKG_VERSION"), "\n")),
    };
    let marks = if args.everywhere.ascii || !output::locale_is_utf8() {
        Marks::Ascii
    } else {
        Marks::Unicode
    };
    let mut out = Output::stdout(args.everywhere.color, marks);
    if args.plain {
        return reader::plain(&args.citation, &args.everywhere, &mut out);
    }
    if args.command.is_none() && output::stdout_is_terminal() {
        return reader::open(&args.citation, &args.everywhere, marks);
    }
    let outcome = run(args, &mut out)?;
    out.finish()?;
    Ok(outcome.into())
}

/// Prints what the program says of itself.
fn say(text: &str) -> Result<ExitCode> {
    let mut out = Output::stdout(When::Never, Marks::Unicode);
    out.bytes(text.as_bytes())?;
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// Runs a command; without one prints what the reader would open, or what there is to open.
fn run(args: Args, out: &mut Output<impl Write>) -> Result<Outcome> {
    let Args {
        command,
        citation,
        everywhere,
        plain: _,
    } = args;
    let library = || load::library_told(&everywhere.corpus);
    match command {
        None if citation.is_empty() => {
            let request = list::Request::Sessions;
            list::run(request, Format::Text, &library()?.corpus, out)
        }
        None => {
            let asked = args::Show {
                citations: citation,
                format: Format::Text,
                as_printed: false,
            };
            several::run(&asked, &library()?.corpus, out)
        }
        Some(Command::Show(asked)) => several::run(&asked, &library()?.corpus, out),
        Some(Command::Find(args))
            if args.batch && load::takes_standard_input(&everywhere.corpus) =>
        {
            bail!(
                "standard input can't be both the corpus and the queries; name a file for the corpus"
            )
        }
        Some(Command::Find(args)) if args.batch => {
            batch::run(&args, io::stdin().lock(), &library()?, out)
        }
        Some(Command::Find(args)) => {
            let request = find::Request {
                query: args.query.join(" "),
                format: args.format,
                limit: args.limit.get(),
            };
            find::run(&request, &library()?, out)
        }
        Some(Command::List(args)) => {
            let corpus = library()?.corpus;
            let request = locate::listed(&corpus, &args.of.join(" "))?;
            list::run(request, args.format, &corpus, out)
        }
        Some(Command::Marks(format)) => marks::run(format, &library()?.corpus, out),
        Some(Command::Import(args)) => import::run(&args, out),
        Some(Command::Check(args)) => check::run(&args.corpora, out),
        Some(Command::Prepare(args)) => {
            prepare::run(&args, out)?;
            Ok(Outcome::Found)
        }
        Some(Command::Completions(shell)) => {
            out.bytes(completions::script(shell).as_bytes())?;
            Ok(Outcome::Found)
        }
        Some(Command::Man) => {
            out.bytes(man::page().as_bytes())?;
            Ok(Outcome::Found)
        }
    }
}
