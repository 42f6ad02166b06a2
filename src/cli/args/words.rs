//! The words of a command line, parted into command, options and the rest.

use std::ffi::{OsStr, OsString};

use anyhow::{Error, Result};
use lexopt::{Arg, Parser};

use super::table::{COMMANDS, Flag, HELP, PREPARE, RESOLUT, Usage, Value};
use super::{Advised, Depth, Outcome};

/// What was typed; each option is one of the table, with a value where it has to have one.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) usage: &'static Usage,
    pub(super) help: Option<Depth>,
    options: Vec<(&'static Flag, OsString)>,
    rest: Vec<OsString>,
}

impl Words {
    pub(super) fn read(typed: impl Iterator<Item = OsString>) -> Result<Self> {
        let mut words = Self {
            usage: &RESOLUT,
            help: None,
            options: Vec::new(),
            rest: Vec::new(),
        };
        let mut parser = Parser::from_args(typed);
        loop {
            if words.usage.name == "find"
                && let Some(word) = left_out(&mut parser)
            {
                words.rest.push(word);
                continue;
            }
            let next = match parser.next() {
                Ok(next) => next,
                // What is asked for is help; what else is wrong does not matter then.
                Err(_) if words.help.is_some() => break,
                Err(error) => return Err(words.said(&error)),
            };
            let (typed, flag) = match next {
                None => break,
                Some(Arg::Value(value)) => {
                    words.take(value);
                    continue;
                }
                Some(Arg::Long(name)) => {
                    (format!("--{name}"), words.flag(|flag| flag.name == name))
                }
                Some(Arg::Short(letter)) => {
                    let flag = words.flag(|flag| flag.short == Some(letter));
                    (format!("-{letter}"), flag)
                }
            };
            match flag {
                Some(flag) if flag.name == HELP.name => {
                    let depth = if typed.starts_with("--") {
                        Depth::Long
                    } else {
                        Depth::Short
                    };
                    words.help = Some(depth);
                }
                Some(flag) => {
                    let value = match flag.value {
                        Some((_, value)) => parser.value().map_err(|_| words.lacks(flag, value))?,
                        None => OsString::new(),
                    };
                    words.options.push((flag, value));
                }
                None if words.help.is_some() => {}
                None => return Err(words.unknown(&typed)),
            }
        }
        if words.help.is_none() {
            words.check()?;
        }
        Ok(words)
    }

    /// Takes a word that is no option: the first may name a command.
    fn take(&mut self, word: OsString) {
        let named = COMMANDS.iter().chain([&PREPARE]);
        let mut named = named.filter(|usage| word == usage.name);
        match named.next() {
            Some(usage) if self.usage.is_program() && self.rest.is_empty() => {
                self.usage = usage;
            }
            _ => self.rest.push(word),
        }
    }

    /// The option that `is_meant` among those that may stand here.
    fn flag(&self, is_meant: impl Fn(&Flag) -> bool) -> Option<&'static Flag> {
        self.usage.flags().find(|flag| is_meant(flag))
    }

    /// Whether all belongs together: an option may stand before the command it is none of.
    fn check(&self) -> Result<()> {
        let is_known = |flag: &Flag| self.flag(|own| own.name == flag.name).is_some();
        if let Some((flag, _)) = self.options.iter().find(|(flag, _)| !is_known(flag)) {
            return Err(self.unknown(&format!("--{}", flag.name)));
        }
        match (&self.usage.argument, self.rest.first()) {
            (Some(argument), None) if argument.required => Err(self.lacks_argument(argument.name)),
            (None, Some(word)) => {
                let word = word.to_string_lossy();
                Err(self.wrong(&format!("`{}` takes no `{word}`", self.usage.called())))
            }
            _ => Ok(()),
        }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// The values of an option, as they were typed.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &OsStr> {
        let typed = self.options.iter();
        let named = typed.filter(move |(flag, _)| flag.name == name);
        named.map(|(_, value)| value.as_os_str())
    }

    /// The value of an option that can have but one: the last that was typed, else its default.
    pub(super) fn last(&self, name: &str) -> Option<&OsStr> {
        let default = || self.flag(|flag| flag.name == name)?.default.map(OsStr::new);
        self.all(name).last().or_else(default)
    }

    /// The choice that an option stands for; empty where it has none.
    pub(super) fn chosen(&self, name: &str) -> Result<&'static str> {
        let value = self
            .flag(|flag| flag.name == name)
            .and_then(|flag| flag.value);
        match (value, self.last(name)) {
            (Some((_, value)), Some(word)) => self.choice(&format!("`--{name}`"), value, word),
            _ => Ok(""),
        }
    }

    /// The choice that the one argument stands for.
    pub(super) fn argument(&self) -> Result<&'static str> {
        let Some(argument) = &self.usage.argument else {
            return Ok("");
        };
        match &self.rest[..] {
            [word] => self.choice(argument.name, argument.value, word),
            _ => Err(self.wrong(&format!(
                "`{}` takes one {}",
                self.usage.called(),
                argument.name
            ))),
        }
    }

    fn choice(&self, called: &str, value: Value, word: &OsStr) -> Result<&'static str> {
        let Value::Choice(choices) = value else {
            return Ok("");
        };
        let mut names = choices.iter().map(|(name, _)| *name);
        names.find(|name| word == *name).ok_or_else(|| {
            let (either, word) = (listed(value), word.to_string_lossy());
            self.wrong(&format!("{called} is {either}, not `{word}`"))
        })
    }

    /// What is no option, as text.
    pub(super) fn texts(&mut self) -> Result<Vec<String>> {
        let rest = std::mem::take(&mut self.rest).into_iter();
        let text = |word: OsString| {
            word.into_string().map_err(|word| {
                let word = word.to_string_lossy();
                self.wrong(&format!("`{word}` is not UTF-8"))
            })
        };
        rest.map(text).collect()
    }

    /// What is no option, as paths.
    pub(super) fn paths(&mut self) -> Vec<std::path::PathBuf> {
        std::mem::take(&mut self.rest)
            .into_iter()
            .map(Into::into)
            .collect()
    }

    pub(super) fn wrong(&self, message: &str) -> Error {
        self.advised(message.to_owned(), None)
    }

    pub(super) fn lacks_argument(&self, name: &str) -> Error {
        self.wrong(&format!("`{}` needs a {name}", self.usage.called()))
    }

    fn lacks(&self, flag: &Flag, value: Value) -> Error {
        let either = match value {
            Value::Choice(_) => format!(": {}", listed(value)),
            Value::Text | Value::Path => String::new(),
        };
        self.wrong(&format!("`--{}` needs a value{either}", flag.name))
    }

    fn unknown(&self, typed: &str) -> Error {
        let message = format!("`{}` has no option `{typed}`", self.usage.called());
        self.advised(message, self.near(typed))
    }

    /// The option that begins as an unknown one does.
    fn near(&self, typed: &str) -> Option<&'static str> {
        let begins = typed.strip_prefix("--")?.get(..2)?;
        let mut near = self.usage.flags().map(|flag| flag.name);
        near.find(|name| name.starts_with(begins))
    }

    fn said(&self, error: &lexopt::Error) -> Error {
        self.wrong(&match error {
            lexopt::Error::UnexpectedValue { option, .. } => format!("`{option}` has no value"),
            other => other.to_string(),
        })
    }

    fn advised(&self, message: String, near: Option<&str>) -> Error {
        let near = near.map_or(String::new(), |name| format!("did you mean `--{name}`? "));
        let hint = format!("{near}`{} --help` says what it takes", self.usage.called());
        Advised {
            message,
            hint: Some(hint),
            outcome: Outcome::Faulty,
        }
        .into()
    }
}

/// A `-word`, which is no option of `find` but a word of its query.
fn left_out(parser: &mut Parser) -> Option<OsString> {
    let mut words = parser.try_raw_args()?;
    words.next_if(|word| {
        let bytes = word.as_encoded_bytes();
        bytes.starts_with(b"-") && !bytes.starts_with(b"--") && !matches!(bytes, b"-" | b"-h")
    })
}

/// The names of choices, as they stand in a sentence.
fn listed(value: Value) -> String {
    let Value::Choice(choices) = value else {
        return String::new();
    };
    let names: Vec<String> = choices
        .iter()
        .map(|(name, _)| format!("`{name}`"))
        .collect();
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => names.concat(),
    }
}
