//! The help of the program and of its commands: `-h` is a line each, `--help` all there is to say.

use std::fmt::Write;

use super::args::Depth;
use super::args::table::{COMMANDS, EVERYWHERE, Flag, HELP, Usage, Value};

/// The help of a command.
pub(super) fn help(usage: &Usage, depth: Depth) -> String {
    let forms: Vec<String> = forms(usage).collect();
    let mut help = format!("{}\n\nUsage: {}\n", usage.help, forms.join("\n       "));
    if usage.is_program() {
        let commands = COMMANDS.iter().map(|command| Entry {
            typed: command.name.to_owned(),
            help: command.help.to_owned(),
            more: String::new(),
        });
        // A command says more in its own help.
        section(&mut help, "Commands", commands, Depth::Short);
    }
    section(&mut help, "Arguments", argument(usage), depth);
    let own = usage.options.iter().chain([&HELP]);
    section(&mut help, "Options", own.map(option), depth);
    let everywhere = EVERYWHERE.iter().map(option);
    section(&mut help, "Options of every command", everywhere, depth);
    if !usage.examples.is_empty() {
        help.push_str("\nExamples:\n");
        indent(&mut help, 2, usage.examples);
    }
    help
}

/// The ways to call a command.
pub(super) fn forms(usage: &Usage) -> impl Iterator<Item = String> {
    let called = usage.called();
    let forms = usage.forms.iter();
    forms.map(move |form| format!("{called} {form}").trim_end().to_owned())
}

/// An argument or an option, and what is said of it.
pub(super) struct Entry {
    pub(super) typed: String,
    pub(super) help: String,
    pub(super) more: String,
}

/// What a command takes beside options.
pub(super) fn argument(usage: &Usage) -> impl Iterator<Item = Entry> {
    usage.argument.iter().map(|argument| {
        let name = argument.name;
        Entry {
            typed: if argument.required {
                format!("<{name}>")
            } else {
                format!("[{name}]")
            },
            help: argument.help.to_owned(),
            more: more(argument.remark, Some(argument.value)),
        }
    })
}

/// An option, as the help has it.
pub(super) fn option(flag: &Flag) -> Entry {
    let mut typed = match flag.short {
        Some(letter) => format!("-{letter}, --{}", flag.name),
        None => format!("    --{}", flag.name),
    };
    let value = flag.value.map(|(name, value)| {
        let _ = write!(typed, " <{name}>");
        value
    });
    let default = flag.default.map(|default| format!(" [default: {default}]"));
    Entry {
        typed,
        help: format!("{}{}", flag.help, default.unwrap_or_default()),
        more: more(flag.remark, value),
    }
}

/// What only the long help says.
fn more(remark: &str, value: Option<Value>) -> String {
    let mut more = remark.to_owned();
    if let Some(Value::Choice(choices)) = value {
        let width = choices
            .iter()
            .map(|(name, _)| name.len())
            .max()
            .unwrap_or(0);
        for (name, meaning) in choices {
            let _ = write!(more, "\n{name:width$}  {meaning}");
        }
    }
    more.trim_start().to_owned()
}

fn section(help: &mut String, title: &str, entries: impl Iterator<Item = Entry>, depth: Depth) {
    let entries: Vec<Entry> = entries.collect();
    let width = entries.iter().map(|entry| entry.typed.len()).max();
    let Some(width) = width else { return };
    let _ = writeln!(help, "\n{title}:");
    for Entry {
        typed,
        help: line,
        more,
    } in &entries
    {
        let _ = writeln!(help, "  {typed:width$}  {line}");
        if depth == Depth::Long {
            indent(help, 10, more);
        }
    }
}

fn indent(help: &mut String, columns: usize, text: &str) {
    for line in text.lines() {
        let _ = writeln!(help, "{:columns$}{line}", "");
    }
}

#[cfg(test)]
mod tests {
    use super::super::args::table::RESOLUT;
    use super::*;

    #[test]
    fn the_long_help_adds_remarks_and_choices() {
        let find = COMMANDS.iter().find(|usage| usage.name == "find").unwrap();
        let (short, long) = (help(find, Depth::Short), help(find, Depth::Long));
        for line in [
            "Usage: resolut find [OPTIONS] <QUERY>...",
            "  [QUERY]  Words, a citation, or both",
            "      --limit <N>        How many to print at most [default: 20]",
            "  -h, --help             Print help; with `--help`, all of it",
            "  resolut find kashmir -india",
        ] {
            assert!(short.lines().any(|other| other == line), "{line}");
            assert!(long.lines().any(|other| other == line), "{line}");
        }
        let choice = "          json  an array of objects";
        assert!(long.lines().any(|line| line == choice));
        assert!(!short.contains("an array of objects"));
    }

    #[test]
    fn no_line_is_wider_than_a_terminal() {
        for usage in COMMANDS.iter().chain([&RESOLUT]) {
            for line in help(usage, Depth::Long).lines() {
                assert!(line.chars().count() <= 100, "{line}");
            }
        }
    }
}
