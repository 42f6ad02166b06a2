//! The command line: arguments in, data on standard output, talk on standard error.
//!
//! A command is a function of its request and the corpus that writes to an `output::Output`. The
//! program ends with 0 where it found what was asked for, with 1 where there is no such thing, and with
//! 2 where it was used wrongly or could not read its input. Standard output that nobody reads any more
//! is a quiet 0.

mod analysis;
mod args;
mod check;
mod complete;
mod find;
mod import;
mod list;
mod load;
mod locate;
mod man;
mod marks;
mod outcome;
mod output;
mod reader;
mod report;
mod show;

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::{Error, Result, bail};

use args::Invocation;
use args::choices::{RowFormat, TextFormat, When};
use args::table::{Command, Everywhere, Program, ShowArgs};
use locate::Listed;
use outcome::Outcome;
use output::{Charset, Output};

use crate::reader::panics;
use crate::text::corpus::CitationError;
use crate::tty::signals;

/// Runs the program as its arguments say.
pub fn main() -> ExitCode {
    signals::outlive_file_limits();
    let ended = Invocation::read(std::env::args_os().skip(1)).and_then(answer);
    match ended {
        Ok(code) => code,
        Err(error) if output::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => report::error(&error).into(),
    }
}

/// Does what is asked for; tells what the program ends with.
fn answer(invocation: Invocation) -> Result<ExitCode> {
    match invocation {
        Invocation::Open(program) => {
            let first = program.citation.first().cloned().unwrap_or_default();
            open(program).map_err(|error| unless_command(error, &first))
        }
        Invocation::Run(command, everywhere) => {
            panics::end_with_status(|| ());
            let mut out = Output::stdout(everywhere.color, charset_of(&everywhere));
            let outcome = run(command, &everywhere, &mut out)?;
            out.finish()?;
            Ok(outcome.into())
        }
        Invocation::Say(text) => {
            let mut out = Output::stdout(When::Never, Charset::Unicode);
            out.bytes(text.as_bytes())?;
            out.finish()?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The characters that the reader wants, or else those that the locale has.
fn charset_of(everywhere: &Everywhere) -> Charset {
    if everywhere.ascii || !output::locale_is_utf8() {
        Charset::Ascii
    } else {
        Charset::Unicode
    }
}

/// Opens the reader; into a pipe prints what it would open, or what there is to open.
fn open(program: Program) -> Result<ExitCode> {
    let Program {
        citation,
        plain,
        mouse,
        everywhere,
    } = program;
    let charset = charset_of(&everywhere);
    let mut out = Output::stdout(everywhere.color, charset);
    if !plain && output::stdout_is_terminal() {
        return reader::open(&citation, &everywhere, charset, mouse);
    }
    panics::end_with_status(|| ());
    if plain {
        return reader::plain(&citation, &everywhere, &mut out);
    }
    let corpus = load::library_with_notes(&everywhere)?.corpus;
    let outcome = if citation.is_empty() {
        list::run(Listed::Sessions, RowFormat::Text, &corpus, &mut out)?
    } else {
        let asked = ShowArgs {
            citation,
            format: TextFormat::Text,
            as_printed: false,
            all: false,
        };
        show::run(&asked, &corpus, &mut out)?
    };
    out.finish()?;
    Ok(outcome.into())
}

/// What is wrong with a citation; or with its first word, where that is nearly a command.
fn unless_command(error: Error, first: &str) -> Error {
    match error.downcast_ref() {
        Some(CitationError::Parse(_)) => args::unknown_command(first).map_or(error, Error::from),
        _ => error,
    }
}

/// Runs a command.
fn run(command: Command, everywhere: &Everywhere, out: &mut Output<impl Write>) -> Result<Outcome> {
    let library = || load::library_with_notes(everywhere);
    match command {
        Command::Show(asked) => show::run(&asked, &library()?.corpus, out),
        Command::Quote(args) => show::quote::run(&args, &library()?.corpus, out),
        Command::Find(args) if args.batch && load::takes_standard_input(&everywhere.corpus) => {
            bail!(
                "standard input can't be both the corpus and the queries; name a file for the corpus"
            )
        }
        Command::Find(args) if args.batch => {
            find::batch::run(&args, io::stdin().lock(), &library()?, out)
        }
        Command::Find(args) => {
            let request = find::Request::new(&args, args.query.join(" "));
            match &args.explain {
                Some(row) => find::explain::run(&request, row, &library()?, out),
                None => find::run(&request, &library()?, out),
            }
        }
        Command::List(args) => {
            let corpus = library()?.corpus;
            let listed = locate::listed(&corpus, &args.of.join(" "))?;
            if args.chooses() {
                list::chosen(listed, &args, &corpus, out)
            } else {
                list::run(listed, args.format, &corpus, out)
            }
        }
        Command::Refs(args) => analysis::refs::run(&args, &library()?.corpus, out),
        Command::Cited(args) => analysis::cited::run(&args, &library()?.corpus, out),
        Command::Compare(args) => analysis::compare::run(&args, &library()?.corpus, out),
        Command::Trace(args) => analysis::trace::run(&args, &library()?, out),
        Command::Actions(args) => analysis::actions::run(&args, &library()?.corpus, out),
        Command::Marks(args) => marks::run(args.format, &library()?.corpus, out),
        Command::Forget(_) => marks::forget(),
        Command::Export(args) => show::export::run(&args, &library()?.corpus, out),
        Command::Import(args) => import::run(&args, everywhere.language.as_deref(), out),
        Command::Check(args) => check::run(&args.corpora, out),
        Command::Prepare(args) => load::prepare(&args, out).map(|()| Outcome::Found),
        Command::Completions(args) => complete::script(args.shell, out),
        Command::Complete(args) => complete::run(&args, out),
        Command::Man(_) => man::run(out),
    }
}
