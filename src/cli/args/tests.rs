//! What is typed, and what it asks for.

use super::choices::{RowFormat, When};
use super::table::{FindArgs, ListArgs};
use super::*;
use crate::cli::outcome::Outcome;
use crate::cli::report::Advised;

fn read(typed: &str) -> Result<Invocation> {
    Invocation::read(typed.split_whitespace().map(OsString::from))
}

fn command(typed: &str) -> (Command, Everywhere) {
    match read(typed).unwrap() {
        Invocation::Run(command, everywhere) => (command, everywhere),
        other => panic!("`{typed}` asks for {other:?}"),
    }
}

fn opened(typed: &str) -> Program {
    match read(typed).unwrap() {
        Invocation::Open(program) => program,
        other => panic!("`{typed}` asks for {other:?}"),
    }
}

fn advised(typed: &str) -> (String, String) {
    let error = read(typed).unwrap_err();
    let advised: Advised = error.downcast().unwrap();
    assert_eq!(advised.outcome, Outcome::Faulty);
    (advised.message, advised.hint.unwrap_or_default())
}

#[test]
fn what_is_declared_holds_together() {
    whole().debug_assert();
}

#[test]
fn each_command_that_is_declared_is_read() {
    let whole = whole();
    for command in whole.get_subcommands() {
        assert!(
            reader(command.get_name()).is_some(),
            "{}",
            command.get_name()
        );
    }
}

#[test]
fn options_with_a_value_are_known_before_a_command_and_in_a_query() {
    for command in whole().get_subcommands() {
        for option in command.get_opts().filter_map(clap::Arg::get_long) {
            let takes = command
                .get_opts()
                .any(|arg| arg.get_long() == Some(option) && arg.get_action().takes_values());
            let known = VALUED.contains(&&*format!("--{option}"));
            let early = ["show", "find", "list", "marks", "check"].contains(&command.get_name());
            assert!(
                !early || takes == known,
                "{} --{option}",
                command.get_name()
            );
        }
    }
}

#[test]
fn options_of_every_command_with_a_value_are_known_before_a_command() {
    for option in whole().get_opts() {
        let name = format!("--{}", option.get_long().unwrap());
        assert_eq!(
            VALUED.contains(&&*name),
            option.get_action().takes_values(),
            "{name}"
        );
    }
}

#[test]
fn the_first_word_may_be_a_command_and_no_other() {
    assert!(matches!(command("man").0, Command::Man(_)));
    assert_eq!(opened("2/34-P list").citation, ["2/34-P", "list"]);
    assert_eq!(opened("--corpus list 2/34-P").citation, ["2/34-P"]);
}

#[test]
fn options_stand_anywhere_and_the_last_one_counts() {
    for typed in [
        "--ascii list ICFM-34 --format tsv",
        "list --format json --format=tsv ICFM-34 --ascii",
        "--color never list --color auto --format tsv -- ICFM-34 --ascii",
    ] {
        let (Command::List(ListArgs { of, format, .. }), everywhere) = command(typed) else {
            panic!("`{typed}`");
        };
        assert_eq!((&*of[0], format), ("ICFM-34", RowFormat::Tsv), "{typed}");
        assert!(everywhere.ascii || of.len() == 2, "{typed}");
        assert_eq!(everywhere.color, When::Auto);
    }
}

#[test]
fn a_word_with_a_minus_is_left_out_of_what_is_found() {
    for (typed, query) in [
        ("find kashmir -india --limit 3", &["kashmir", "-india"][..]),
        ("find -india kashmir", &["-india", "kashmir"]),
        (
            "find -in:2/34-P --format tsv fund -pp --ascii -x",
            &["-in:2/34-P", "fund", "-pp", "-x"],
        ),
        ("--corpus -c.json find -V -", &["-V", "-"]),
        ("find -- --limit -h", &["--limit", "-h"]),
    ] {
        let (Command::Find(FindArgs { query: read, .. }), _) = command(typed) else {
            panic!("`{typed}`");
        };
        assert_eq!(read, query, "{typed}");
    }
}

#[test]
fn help_is_of_the_command_it_is_asked_of() {
    let says = |typed: &str| match read(typed).unwrap() {
        Invocation::Say(help) => help,
        other => panic!("`{typed}` asks for {other:?}"),
    };
    for (typed, first, long) in [
        ("-h", "Read diplomatic", false),
        ("help", "Read diplomatic", true),
        ("2/34-P --help", "Read diplomatic", true),
        ("find --help", "Find paragraphs", true),
        ("help find", "Find paragraphs", true),
        ("--help show", "Print paragraphs", true),
        ("import -h --nonsense", "Read documents", false),
        ("find kashmir -india -h", "Find paragraphs", false),
    ] {
        let help = says(typed);
        assert!(help.starts_with(first), "{typed}: {help}");
        assert_eq!(help.contains("Possible values:"), long, "{typed}");
    }
}

#[test]
fn no_line_of_the_help_is_wider_than_a_terminal() {
    for command in whole().get_subcommands() {
        for depth in ["-h", "--help"] {
            let Ok(Invocation::Say(help)) = read(&format!("{} {depth}", command.get_name())) else {
                panic!("help");
            };
            let widest = help.lines().map(|line| line.chars().count()).max();
            assert!(widest <= Some(80), "{help}");
        }
    }
}

#[test]
fn a_wrong_word_is_told_what_was_expected() {
    for (typed, said) in [
        ("show", "`resolut show` needs a CITATION"),
        ("find", "`resolut find` needs a QUERY"),
        ("--formt", "`resolut` has no option `--formt`"),
        ("list -x", "`resolut list` has no option `-x`"),
        ("man 2/34-P", "`resolut man` takes no `2/34-P`"),
        (
            "list --format",
            "`--format` needs a value: `text`, `json`, `tsv`, `jsonl` or `csv`",
        ),
        (
            "list --format xml",
            "`--format` is `text`, `json`, `tsv`, `jsonl` or `csv`, not `xml`",
        ),
        ("list --corpus", "`--corpus` needs a value"),
        ("completions", "`resolut completions` needs a SHELL"),
        (
            "completions tcsh",
            "SHELL is `bash`, `zsh` or `fish`, not `tcsh`",
        ),
        (
            "completions bash zsh",
            "`resolut completions` takes no `zsh`",
        ),
        ("list --ascii=yes", "`--ascii` has no value"),
        ("find a --limit 0", "`--limit` takes a whole number from 1"),
        ("find a --limit -3", "`--limit` takes a whole number from 1"),
        ("--plain list", "`resolut list` has no option `--plain`"),
        ("find --stats", "`resolut find` needs `--batch`"),
        ("find fund --stats", "`--stats` takes no QUERY"),
        ("find --batch fund", "`--batch` takes no QUERY"),
        ("help nonsense", "`resolut` has no command `nonsense`"),
    ] {
        assert_eq!(advised(typed).0, said, "{typed}");
    }
}

#[test]
fn what_is_nearly_right_is_told_what_is_right() {
    for (typed, meant) in [
        ("list --formt xml", "--format"),
        ("find --limt 3 x", "--limit"),
        ("--asci", "--ascii"),
        ("list --format jsn", "json"),
        ("completions bsh", "bash"),
        ("help shwo", "show"),
    ] {
        let hint = advised(typed).1;
        assert!(
            hint.starts_with(&format!("did you mean `{meant}`? ")),
            "{typed}: {hint}"
        );
    }
    for (word, meant) in [
        ("shwo", "show"),
        ("fnd", "find"),
        ("List", "list"),
        ("complet", "completions"),
    ] {
        let hint = unknown_command(word).unwrap().hint.unwrap();
        assert!(
            hint.starts_with(&format!("did you mean `resolut {meant}`? ")),
            "{word}: {hint}"
        );
    }
    for word in ["kashmir", "7", "op", "para", "resolution", "annex", ""] {
        assert!(unknown_command(word).is_none(), "{word}");
    }
}
