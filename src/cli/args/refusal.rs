//! What clap refuses, said as all else is: one sentence of what was expected, and a hint.

use std::error::Error as _;
use std::ffi::OsString;

use clap::Subcommand;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::table::Command;
use crate::cli::outcome::Outcome;
use crate::cli::report::Advised;
use crate::text::sorting::sort_by_key;

/// The refusal of the words of a command, or of the program's own where the name is empty.
pub(super) fn advised(name: &str, words: &[OsString], error: &Error) -> Advised {
    let called = format!("resolut {}", if name == "help" { "" } else { name });
    let called = called.trim_end();
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let near = suggested
        .into_iter()
        .find_map(|kind| said(error, kind).pop());
    let near = near.or_else(|| near_command(&said(error, ContextKind::InvalidSubcommand).pop()?));
    let near = near.map_or(String::new(), |near| format!("did you mean `{near}`? "));
    faulty(
        message(called, words, error),
        format!("{near}`{called} --help` says what it takes"),
    )
}

/// What is to be said of a first word that is no command, but written as one nearly is.
pub(in crate::cli) fn unknown_command(word: &str) -> Option<Advised> {
    let near = near_command(word)?;
    Some(faulty(
        format!("`{word}` is no command, and no citation begins with it"),
        format!("did you mean `resolut {near}`? `resolut --help` lists the commands"),
    ))
}

/// The command that is written nearly so, among those that the help lists.
fn near_command(word: &str) -> Option<String> {
    let commands = Command::augment_subcommands(clap::Command::new("resolut"));
    let is_listed = |name: &str| {
        let command = commands.find_subcommand(name);
        command.is_some_and(|command| !command.is_hide_set())
    };
    let word = word.to_lowercase();
    if is_listed(&word) {
        return Some(word);
    }
    let read = commands.clone().try_get_matches_from(["resolut", &word]);
    let error = read.err()?;
    let mut near = said(&error, ContextKind::SuggestedSubcommand);
    // Clap takes much for near; nobody slips on the first letter, and `op` is no `completions`.
    near.retain(|near| is_listed(near) && near.get(..1) == word.get(..1));
    // The last is the nearest.
    near.pop()
}

fn faulty(message: String, hint: String) -> Advised {
    Advised {
        message,
        hint: Some(hint),
        outcome: Outcome::Faulty,
    }
}

fn message(called: &str, words: &[OsString], error: &Error) -> String {
    let one = |kind| said(error, kind).pop().unwrap_or_default();
    let arg = one(ContextKind::InvalidArg);
    let value = one(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument if arg.starts_with('-') => {
            format!("`{called}` has no option `{arg}`")
        }
        ErrorKind::UnknownArgument => format!("`{called}` takes no `{arg}`"),
        ErrorKind::InvalidSubcommand => {
            format!(
                "`{called}` has no command `{}`",
                one(ContextKind::InvalidSubcommand)
            )
        }
        ErrorKind::MissingRequiredArgument => {
            let lacking = said(error, ContextKind::InvalidArg);
            let lacking: Vec<String> = lacking.iter().map(|arg| plain(arg)).collect();
            format!("`{called}` needs a {}", lacking.join(" and a ")).replace("a `", "`")
        }
        ErrorKind::InvalidValue => {
            let choices = listed(&said(error, ContextKind::ValidValue));
            match (value.as_str(), choices.as_str()) {
                ("", "") => format!("{} needs a value", plain(&arg)),
                ("", _) => format!("{} needs a value: {choices}", plain(&arg)),
                _ => format!("{} is {choices}, not `{value}`", plain(&arg)),
            }
        }
        ErrorKind::ValueValidation if arg.starts_with("--limit") => {
            "`--limit` takes a whole number from 1".to_owned()
        }
        ErrorKind::ValueValidation => {
            let why = error.source().map(ToString::to_string);
            format!("{}: {}", plain(&arg), why.unwrap_or_default())
        }
        ErrorKind::TooManyValues => format!("{} has no value", plain(&arg)),
        ErrorKind::ArgumentConflict => {
            let mut both = [plain(&arg), plain(&one(ContextKind::PriorArg))];
            // The option is what does not fit.
            sort_by_key(&mut both, |name| !name.starts_with('`'));
            format!("{} takes no {}", both[0], both[1])
        }
        ErrorKind::InvalidUtf8 => {
            let other = words.iter().find(|word| word.to_str().is_none());
            format!(
                "`{}` is not UTF-8",
                other.map_or("it".into(), |word| word.to_string_lossy())
            )
        }
        _ => error.kind().to_string(),
    }
}

/// An argument as clap writes it, `--format <FORMAT>` or `<QUERY>...`, as it stands in a sentence.
fn plain(argument: &str) -> String {
    match argument
        .split_once(' ')
        .map_or(argument, |(option, _)| option)
    {
        option if option.starts_with('-') => format!("`{option}`"),
        name => name.trim_matches(|c: char| "<>[].".contains(c)).to_owned(),
    }
}

/// What an error says of itself.
fn said(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(all)) => all.clone(),
        _ => Vec::new(),
    }
}

/// The names of choices, as they stand in a sentence.
fn listed(choices: &[String]) -> String {
    let names: Vec<String> = choices.iter().map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => names.concat(),
    }
}
