//! The command line: arguments in, data on standard output, talk on standard error.
//!
//! A command is a function of its request and the corpus that writes to an `output::Output`. The
//! program ends with 0 where it found what was asked for, with 1 where there is no such thing, and with
//! 2 where it was used wrongly or could not read its input. Standard output that nobody reads any more
//! is a quiet 0.

mod args;
mod batch;
mod check;
mod dates;
mod find;
mod generate;
mod import;
mod indexing;
mod json;
mod list;
mod load;
mod locate;
mod marks;
mod output;
mod prepare;
mod printed;
mod reader;
mod record;
mod report;
mod sheet;
mod show;

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use args::{Args, Command, Format};
use output::{Marks, Output};

/// What came of a command that ran to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    let args = match Args::try_parse_from(args::with_words_left_out(std::env::args_os())) {
        Ok(args) => args,
        // clap names an argument as it was typed, controls included.
        Err(error) if error.use_stderr() => {
            report::say(&error.to_string());
            return Outcome::Faulty.into();
        }
        Err(help) => help.exit(),
    };
    let marks = if args.everywhere.ascii || !output::locale_is_utf8() {
        Marks::Ascii
    } else {
        Marks::Unicode
    };
    let mut out = Output::stdout(args.everywhere.color, marks);
    let ended = match args.command {
        None if args.plain => reader::plain(&args.citation, &args.everywhere, &mut out),
        None if output::stdout_is_terminal() => {
            reader::open(&args.citation, &args.everywhere, marks)
        }
        _ => run(args, &mut out).and_then(|outcome| {
            out.finish()?;
            Ok(outcome.into())
        }),
    };
    match ended {
        Ok(code) => code,
        Err(error) if output::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => report::error(&error).into(),
    }
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
            let corpus = library()?.corpus;
            let request = show::Request {
                units: locate::units(&corpus, &citation.join(" "))?,
                format: Format::Text,
            };
            show::run(&request, &corpus, out)
        }
        Some(Command::Show(args)) => {
            let corpus = library()?.corpus;
            let units = if args.as_printed {
                locate::printed_units
            } else {
                locate::units
            };
            let request = show::Request {
                units: locate::all_units(&args.citations, |citation| units(&corpus, citation))?,
                format: args.format,
            };
            if args.as_printed {
                printed::run(&request, &corpus, out)
            } else {
                show::run(&request, &corpus, out)
            }
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
        Some(Command::Marks(args)) => marks::run(args.format, &library()?.corpus, out),
        Some(Command::Import(args)) => import::run(&args, out),
        Some(Command::Check(args)) => check::run(&args.corpora, out),
        Some(Command::Prepare(args)) => {
            prepare::run(&args)?;
            Ok(Outcome::Found)
        }
        Some(Command::Completions { shell }) => {
            generate::completions(shell, out)?;
            Ok(Outcome::Found)
        }
        Some(Command::Man) => {
            generate::man(out)?;
            Ok(Outcome::Found)
        }
    }
}
