//! What was typed on the command line, read by clap as the [`table`] declares it.
//!
//! Three things are ours. The first word that is no option may name a command, wherever options stand, and
//! of all commands only that one is built: to build the others takes longer than to read the words. A
//! `-word` behind `find` belongs to its query. And what clap refuses is said as all else is ([`refusal`]).

pub(super) mod choices;
mod refusal;
pub(super) mod table;
#[cfg(test)]
mod tests;

use std::convert::Infallible;
use std::ffi::OsString;

use anyhow::Result;
use clap::error::{Error, ErrorKind};
use clap::{Args, CommandFactory, FromArgMatches, Subcommand};

pub(super) use refusal::unknown_command;
use table::{Command, Everywhere, Program};

/// Options with a value, where these may stand before a command or in a query.
const VALUED: [&str; 13] = [
    "--corpus",
    "--language",
    "--color",
    "--format",
    "--limit",
    "--title",
    "--since",
    "--until",
    "--order",
    "--to",
    "--does",
    "--due",
    "--explain",
];

/// Stands before a `-word` of a query, so that clap takes it for no option. No argument can hold it.
const HIDDEN: char = '\0';

/// What is asked of the program.
#[derive(Debug)]
pub(super) enum Invocation {
    /// To open the reader, or to print what it would open.
    Open(Program),
    /// To run a command.
    Run(Command, Everywhere),
    /// To say something of itself: its help, or its version.
    Say(String),
}

impl Invocation {
    /// Reads the words behind the program's name.
    pub(super) fn read(typed: impl Iterator<Item = OsString>) -> Result<Self> {
        let mut words: Vec<_> = typed.collect();
        let name = take_command(&mut words).unwrap_or_default();
        if name == "find" {
            hide_left_out(&mut words);
        }
        read(&name, &words).or_else(|error| match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Ok(Self::Say(error.to_string())),
            _ => Err(refusal::advised(&name, &words, &error).into()),
        })
    }
}

/// The program with all of its commands, for what it says of itself.
pub(super) fn whole() -> clap::Command {
    Command::augment_subcommands(Program::command())
}

/// A word of a query as it was typed.
#[expect(
    clippy::unnecessary_wraps,
    reason = "clap wants a parser that may fail"
)]
fn query_word(word: &str) -> Result<String, Infallible> {
    Ok(word.trim_start_matches(HIDDEN).to_owned())
}

/// Reads what belongs to the command of that name, or to the program itself.
fn read(name: &str, words: &[OsString]) -> Result<Invocation, Error> {
    let asks_help = |word: &OsString| word == "-h" || word == "--help";
    if name == "help" || words.iter().any(asks_help) {
        let named = ["resolut", name]
            .into_iter()
            .filter(|name| !name.is_empty());
        whole().try_get_matches_from(named.map(OsString::from).chain(words.iter().cloned()))?;
    }
    if let Some(read) = reader(name) {
        return read(name, words);
    }
    let program = Program::command().no_binary_name(true);
    Program::from_arg_matches(&program.try_get_matches_from(words)?).map(Invocation::Open)
}

type ReadArgs = fn(&str, &[OsString]) -> Result<Invocation, Error>;

/// What reads the words of a command, if there is one of that name.
fn reader(name: &str) -> Option<ReadArgs> {
    Some(match name {
        "show" => |name, words| run(name, words, Command::Show),
        "quote" => |name, words| run(name, words, Command::Quote),
        "find" => |name, words| run(name, words, Command::Find),
        "list" => |name, words| run(name, words, Command::List),
        "refs" => |name, words| run(name, words, Command::Refs),
        "cited" => |name, words| run(name, words, Command::Cited),
        "compare" => |name, words| run(name, words, Command::Compare),
        "trace" => |name, words| run(name, words, Command::Trace),
        "actions" => |name, words| run(name, words, Command::Actions),
        "marks" => |name, words| run(name, words, Command::Marks),
        "forget" => |name, words| run(name, words, Command::Forget),
        "export" => |name, words| run(name, words, Command::Export),
        "import" => |name, words| run(name, words, Command::Import),
        "check" => |name, words| run(name, words, Command::Check),
        "completions" => |name, words| run(name, words, Command::Completions),
        "man" => |name, words| run(name, words, Command::Man),
        "complete" => |name, words| run(name, words, Command::Complete),
        "prepare" => |name, words| run(name, words, Command::Prepare),
        _ => return None,
    })
}

fn run<A: Args>(name: &str, words: &[OsString], of: fn(A) -> Command) -> Result<Invocation, Error> {
    let command = clap::Command::new("resolut")
        .bin_name(format!("resolut {name}"))
        .no_binary_name(true)
        .args_override_self(true);
    let command = Everywhere::augment_args(A::augment_args(command));
    let matches = command.try_get_matches_from(words)?;
    let everywhere = Everywhere::from_arg_matches(&matches)?;
    Ok(Invocation::Run(
        of(A::from_arg_matches(&matches)?),
        everywhere,
    ))
}

/// Takes the first word that is no option out of the words, where it names a command.
fn take_command(words: &mut Vec<OsString>) -> Option<String> {
    let first = free(words).find(|&at| !words[at].as_encoded_bytes().starts_with(b"-"))?;
    let name = words[first].to_str()?.to_owned();
    if name != "help" && reader(&name).is_none() {
        return None;
    }
    words.remove(first);
    Some(name)
}

/// Hides each `-word` from clap, but not what is help or stands behind `--`.
fn hide_left_out(words: &mut [OsString]) {
    let free: Vec<usize> = free(words).take_while(|&at| words[at] != "--").collect();
    for at in free {
        let bytes = words[at].as_encoded_bytes();
        if bytes.starts_with(b"-") && !bytes.starts_with(b"--") && !matches!(bytes, b"-" | b"-h") {
            let mut hidden = OsString::from(HIDDEN.to_string());
            hidden.push(&words[at]);
            words[at] = hidden;
        }
    }
}

/// The positions of the words that are no value of an option before them.
fn free(words: &[OsString]) -> impl Iterator<Item = usize> {
    let mut has_value = false;
    (0..words.len()).filter(move |&at| {
        let is_value = has_value;
        has_value = !is_value && VALUED.iter().any(|option| words[at] == *option);
        !is_value
    })
}
