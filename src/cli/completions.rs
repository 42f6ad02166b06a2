//! `resolut completions`: a script for a shell, made of the table of arguments.
//!
//! Completed are commands, options, choices and paths. Citations are not: to type one is quicker than to
//! choose it, and nothing is read while somebody types.

use std::fmt::Write;

use super::args::Shell;
use super::args::table::{COMMANDS, Flag, RESOLUT, Usage, Value};

/// The script for a shell.
pub(super) fn script(shell: Shell) -> String {
    match shell {
        Shell::Bash => bash(),
        Shell::Zsh => zsh(),
        Shell::Fish => fish(),
    }
}

/// The program and its commands.
fn usages() -> impl Iterator<Item = &'static Usage> {
    COMMANDS.iter().chain([&RESOLUT])
}

/// Each option that takes a value, of all commands.
fn valued() -> Vec<(&'static Usage, &'static Flag, Value)> {
    let of = |usage: &'static Usage| {
        usage
            .flags()
            .filter_map(move |flag| Some((usage, flag, flag.value?.1)))
    };
    usages().flat_map(of).collect()
}

/// How an option may be typed.
fn spellings(flag: &Flag) -> Vec<String> {
    let short = flag.short.map(|letter| format!("-{letter}"));
    short
        .into_iter()
        .chain([format!("--{}", flag.name)])
        .collect()
}

/// The names of choices, parted by blanks; none of other values.
fn names(value: Value) -> String {
    let Value::Choice(choices) = value else {
        return String::new();
    };
    let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
    names.join(" ")
}

fn bash() -> String {
    let commands: Vec<&str> = COMMANDS.iter().map(|usage| usage.name).collect();
    let commands = commands.join(" ");
    let mut script = format!(
        "_resolut() {{\n    \
            local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command= w\n    \
            for w in \"${{COMP_WORDS[@]:1:COMP_CWORD-1}}\"; do\n        \
                case $w in {either}) command=$w; break ;; esac\n    \
            done\n    \
            COMPREPLY=()\n    \
            case $command:$before in\n",
        either = commands.replace(' ', "|"),
    );
    for (usage, flag, value) in valued() {
        let command = if usage.is_program() { "" } else { usage.name };
        let spellings = spellings(flag).into_iter();
        let cases: Vec<String> = spellings
            .map(|typed| format!("{command}:{typed}"))
            .collect();
        let words = match value {
            Value::Path => "-f".to_owned(),
            value => format!("-W '{}'", names(value)),
        };
        let _ = writeln!(
            script,
            "        {}) COMPREPLY=($(compgen {words} -- \"$word\")); return ;;",
            cases.join("|"),
        );
    }
    script.push_str("    esac\n    case $command in\n");
    for usage in usages() {
        let options: Vec<String> = usage.flags().flat_map(spellings).collect();
        let argument = usage
            .argument
            .as_ref()
            .map_or(Value::Text, |argument| argument.value);
        let (case, others) = if usage.is_program() {
            ("*", commands.clone())
        } else {
            (usage.name, names(argument))
        };
        let files = if matches!(argument, Value::Path) {
            "-f "
        } else {
            ""
        };
        let words = format!("{} {others}", options.join(" "));
        let _ = writeln!(
            script,
            "        {case}) COMPREPLY=($(compgen {files}-W '{}' -- \"$word\")) ;;",
            words.trim(),
        );
    }
    script.push_str("    esac\n}\ncomplete -F _resolut resolut\n");
    script
}

fn zsh() -> String {
    let mut script = "#compdef resolut\n\n_resolut() {\n    local state line\n".to_owned();
    script.push_str("    _arguments -C \\\n");
    for flag in RESOLUT.flags() {
        zsh_option(&mut script, flag);
    }
    script.push_str("        '1: :->command' '*:: :->rest'\n    case $state in\n    command)\n");
    script.push_str("        local -a commands=(\n");
    for usage in COMMANDS {
        let _ = writeln!(
            script,
            "            {}",
            quoted(&format!("{}:{}", usage.name, usage.help))
        );
    }
    script.push_str(
        "        )\n        _describe command commands ;;\n    rest)\n        case $line[1] in\n",
    );
    for usage in COMMANDS {
        let _ = writeln!(script, "        {})\n            _arguments \\", usage.name);
        for flag in usage.flags() {
            zsh_option(&mut script, flag);
        }
        let argument = match &usage.argument {
            Some(argument) => format!(
                "*:{}:{}",
                argument.name.to_lowercase(),
                zsh_value(argument.value)
            ),
            None => "*: : ".to_owned(),
        };
        let _ = writeln!(script, "        {} ;;", quoted(&argument));
    }
    script.push_str("        esac ;;\n    esac\n}\n\n_resolut \"$@\"\n");
    script
}

fn zsh_option(script: &mut String, flag: &Flag) {
    let help = flag
        .help
        .replace('[', "\\[")
        .replace(']', "\\]")
        .replace(':', "\\:");
    let value = flag
        .value
        .map(|(name, value)| format!(":{name}:{}", zsh_value(value)));
    for typed in spellings(flag) {
        let value = value.as_deref().unwrap_or_default();
        let _ = writeln!(
            script,
            "        {} \\",
            quoted(&format!("*{typed}[{help}]{value}"))
        );
    }
}

fn zsh_value(value: Value) -> String {
    match value {
        Value::Text => " ".to_owned(),
        Value::Path => "_files".to_owned(),
        Value::Choice(_) => format!("({})", names(value)),
    }
}

fn fish() -> String {
    let mut script = "complete -c resolut -f\n".to_owned();
    for usage in COMMANDS {
        let _ = writeln!(
            script,
            "complete -c resolut -n __fish_use_subcommand -a {} -d {}",
            usage.name,
            quoted(usage.help),
        );
    }
    for usage in usages() {
        let when = if usage.is_program() {
            "__fish_use_subcommand".to_owned()
        } else {
            quoted(&format!("__fish_seen_subcommand_from {}", usage.name))
        };
        for flag in usage.flags() {
            let _ = write!(script, "complete -c resolut -n {when} -l {}", flag.name);
            if let Some(letter) = flag.short {
                let _ = write!(script, " -s {letter}");
            }
            let value = flag.value.map(|(_, value)| fish_value(value, " -r"));
            let _ = writeln!(
                script,
                "{} -d {}",
                value.unwrap_or_default(),
                quoted(flag.help)
            );
        }
        if let Some(argument) = &usage.argument
            && !matches!(argument.value, Value::Text)
        {
            let _ = writeln!(
                script,
                "complete -c resolut -n {when}{}",
                fish_value(argument.value, "")
            );
        }
    }
    script
}

fn fish_value(value: Value, required: &str) -> String {
    match value {
        Value::Text => required.to_owned(),
        Value::Path => format!("{required} -F"),
        Value::Choice(_) => format!("{required} -a {}", quoted(&names(value))),
    }
}

/// A word in single quotation marks, as all three shells read it.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}
