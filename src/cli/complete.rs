//! Completion: `resolut completions` prints the script of a shell, which at each Tab asks `resolut complete`.
//!
//! What may stand at the cursor is found by clap's engine, of what is declared and of the corpora that the
//! command line names. An answer has a line for each candidate, `value TAB what it is`; a line whose value
//! is, or ends with, [`FILES`] says that files are meant: these each shell completes itself, since it knows
//! their quoting, `~` and colours.

use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Arg, ValueHint};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate, complete};

use super::args::choices::Shell;
use super::args::table::CompleteArgs;
use super::args::whole;
use super::load;
use super::outcome::Outcome;
use super::output::Output;
use crate::text::corpus::Corpus;
use crate::text::visible::visible;

/// Stands for every file: no command, option, symbol or session is called so.
const FILES: &str = "/";

/// `resolut completions`: prints the script of a shell.
pub(super) fn script(shell: Shell, out: &mut Output<impl Write>) -> Result<Outcome> {
    let script = match shell {
        Shell::Bash => include_str!("complete/resolut.bash"),
        Shell::Zsh => include_str!("complete/resolut.zsh"),
        Shell::Fish => include_str!("complete/resolut.fish"),
    };
    out.bytes(script.as_bytes())?;
    Ok(Outcome::Found)
}

/// `resolut complete`: prints what the unfinished word may become.
pub(super) fn run(asked: &CompleteArgs, out: &mut Output<impl Write>) -> Result<Outcome> {
    let (position, mut words) = asked_at(asked)?;
    words.resize(position + 1, OsString::new());
    let is_begun = words.last().is_some_and(|word| !word.is_empty());
    let mut command = knowing(whole(), &corpora(&words));
    let mut candidates = complete(&mut command, words, position, None).unwrap_or_default();
    let is_option = |candidate: &CompletionCandidate| {
        let value = candidate.get_value().as_encoded_bytes();
        value.starts_with(b"-")
    };
    // Where something else may stand, options wait for their first `-`.
    if !is_begun && !candidates.iter().all(is_option) {
        candidates.retain(|candidate| !is_option(candidate));
    }
    for candidate in &candidates {
        let help = candidate.get_help().map(ToString::to_string);
        let help = help.as_deref().and_then(|help| help.lines().next());
        out.columns(&[
            &candidate.get_value().to_string_lossy(),
            help.unwrap_or_default(),
        ])?;
    }
    Ok(Outcome::Found)
}

/// The position of the word that is not finished, and the command line up to its end.
fn asked_at(asked: &CompleteArgs) -> Result<(usize, Vec<OsString>)> {
    if asked.words.is_empty() {
        let typed = asked.typed.iter().cloned();
        let words = [OsString::from("resolut")].into_iter().chain(typed);
        return Ok((asked.typed.len(), words.collect()));
    }
    let position = asked.typed[0].to_str();
    let position = position.and_then(|position| position.parse().ok());
    let position: usize = position.context("expected the position of a word before `--`")?;
    Ok((position.min(asked.words.len()), asked.words.clone()))
}

/// The corpora that a command line names.
fn corpora(words: &[OsString]) -> Vec<PathBuf> {
    let next = words
        .windows(2)
        .filter(|pair| pair[0] == "--corpus")
        .map(|pair| pair[1].clone());
    let same = words
        .iter()
        .filter_map(|word| word.to_str()?.strip_prefix("--corpus="));
    next.chain(same.map(OsString::from))
        .map(PathBuf::from)
        .collect()
}

/// The command, with what it can't know when it is declared.
fn knowing(command: clap::Command, corpora: &[PathBuf]) -> clap::Command {
    let command = command.mut_args(|arg| match arg.get_value_hint() {
        ValueHint::FilePath | ValueHint::AnyPath => {
            completed(arg, |_| vec![CompletionCandidate::new(FILES)])
        }
        _ if is_called(&arg, "CITATION") => {
            let corpora = corpora.to_vec();
            completed(arg, move |word| named(&corpora, word, symbols))
        }
        _ if is_called(&arg, "SESSION|RESOLUTION") => {
            let corpora = corpora.to_vec();
            completed(arg, move |word| named(&corpora, word, sessions_and_symbols))
        }
        _ => arg,
    });
    command.mut_subcommands(|command| knowing(command, corpora))
}

fn is_called(arg: &Arg, name: &str) -> bool {
    arg.get_value_names()
        .is_some_and(|names| names.iter().any(|value| *value == name))
}

fn completed(
    arg: Arg,
    by: impl Fn(&OsStr) -> Vec<CompletionCandidate> + Send + Sync + 'static,
) -> Arg {
    arg.add(ArgValueCompleter::new(by))
}

/// What may be named, and what it is.
type Named = (String, String);

/// The names of the corpora that begin as a word does, whatever its case. A corpus that can't be read has
/// none, nor has standard input, which is the shell's.
fn named(
    corpora: &[PathBuf],
    word: &OsStr,
    of: fn(&Corpus) -> Vec<Named>,
) -> Vec<CompletionCandidate> {
    if load::takes_standard_input(corpora) {
        return Vec::new();
    }
    let Ok(library) = load::library(corpora) else {
        return Vec::new();
    };
    let begin = word.to_string_lossy().to_lowercase();
    let names = of(&library.corpus).into_iter();
    names
        .filter(|(name, _)| name.to_lowercase().starts_with(&begin) && visible(name) == *name)
        .map(|(name, what)| CompletionCandidate::new(name).help(Some(what.into())))
        .collect()
}

fn symbols(corpus: &Corpus) -> Vec<Named> {
    let all = corpus
        .sessions()
        .flat_map(|session| corpus.resolutions_of(session));
    all.map(|&id| {
        (
            corpus.symbol(id).to_owned(),
            corpus.title(id).unwrap_or_default().to_owned(),
        )
    })
    .collect()
}

fn sessions_and_symbols(corpus: &Corpus) -> Vec<Named> {
    let sessions = corpus.sessions().map(|id| corpus.session(id));
    let sessions = sessions.map(|session| (session.id.to_string(), session.name.to_string()));
    sessions.chain(symbols(corpus)).collect()
}
