//! The scripts of `resolut completions`, asked by the shells they are for.

use std::env;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::{POINTS, Test};
use crate::installed::installed;
use crate::pty::Term;

/// What is typed up to Tab, what the line holds then, and what is offered for its last word.
const TYPED: &[(&str, &str, &[&str])] = &[
    ("resolut fi", "resolut find !", &["find"]),
    ("resolut --co", "resolut --co!", &["--color", "--corpus"]),
    (
        "resolut marks --fo",
        "resolut marks --format !",
        &["--format"],
    ),
    ("resolut list --format c", "--format csv !", &["csv"]),
    (
        "resolut find x --format=ts",
        "x --format=tsv !",
        &["--format=tsv"],
    ),
    ("resolut completions z", "completions zsh !", &["zsh"]),
    ("resolut show 2/3", "show 2/34-P !", &["2/34-P"]),
    ("resolut 3/34-P 2/", "3/34-P 2/34-P !", &["2/34-P"]),
    ("resolut list IC", "list ICFM-34 !", &["ICFM-34"]),
    (
        "resolut show --corpus my\\ corpus.json 7/",
        "my\\ corpus.json 7/1-T !",
        &["7/1-T"],
    ),
    (
        "resolut check my",
        "check my\\ corpus.json !",
        &["my corpus.json"],
    ),
    (
        "resolut check 'my ",
        "check 'my corpus.json' !",
        &["my corpus.json"],
    ),
    (
        "resolut import -o my",
        "-o my\\ corpus.json !",
        &["my corpus.json"],
    ),
    (
        "resolut list --corpus=my",
        "--corpus=my\\ corpus.json !",
        &["--corpus=my corpus.json"],
    ),
    // Where no file is meant, none is offered.
    ("resolut show my", "resolut show my!", &[]),
    ("resolut find my", "resolut find my!", &[]),
    ("resolut man my", "resolut man my!", &[]),
];

/// The columns of the terminals.
const WIDTH: u16 = 100;

/// A home with a corpus and the scripts of all shells.
fn home() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("my corpus.json"), POINTS).unwrap();
    for shell in ["bash", "zsh", "fish"] {
        let done = Test::new(&format!("completions {shell}")).any_stdout();
        std::fs::write(home.path().join(shell), done.success().stdout).unwrap();
    }
    home
}

/// The `PATH` with the program on it.
fn path() -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_resolut")).parent().unwrap();
    let others = env::var_os("PATH").unwrap_or_default();
    let all = [program.to_owned()]
        .into_iter()
        .chain(env::split_paths(&others));
    env::join_paths(all).unwrap().into_string().unwrap()
}

/// Types at the prompt of a shell, and looks at the line.
fn ask(shell: &str, args: &[&str], begin: &str) {
    if installed(shell).is_none() {
        return;
    }
    let home = home();
    let env = [("HOME", home.path().to_str().unwrap()), ("PATH", &path())];
    let mut term = Term::run(shell, args, &env, (WIDTH, 40));
    term.type_keys(&format!("{begin}; source ./{shell}; PS1=REA''DY:\r"));
    term.wait_for("READY:");
    for (typed, line, _) in TYPED {
        term.type_keys(&format!("{typed}\t!"));
        term.wait_until(&format!("`{typed}` become `{line}`"), |screen| {
            let mut rows = screen.rows(0, WIDTH);
            rows.any(|row| row.starts_with("READY:") && row.trim_end().ends_with(line))
        });
        term.type_keys("\x15\x0c");
    }
}

#[test]
fn bash_completes_what_is_declared_names_and_files() {
    ask(
        "bash",
        &["--norc", "--noprofile", "-i"],
        "bind 'set enable-bracketed-paste off'",
    );
}

#[test]
fn zsh_completes_what_is_declared_names_and_files() {
    ask(
        "zsh",
        &["-f", "-i"],
        "autoload -U compinit; compinit -u -D; unsetopt banghist",
    );
}

#[test]
fn fish_completes_what_is_declared_names_and_files() {
    if installed("fish").is_none() {
        return;
    }
    let home = home();
    for (typed, _, expected) in TYPED {
        let typed = typed.replace('\\', "\\\\");
        let output = Command::new("fish")
            .args([
                "--no-config",
                "-c",
                &format!("source ./fish; complete -C \"{typed}\""),
            ])
            .current_dir(home.path())
            .env("HOME", home.path())
            .env("PATH", path())
            .output()
            .unwrap();
        let offered = String::from_utf8(output.stdout).unwrap();
        // Behind a tab stands what it is.
        let offered = offered.lines().filter_map(|line| line.split('\t').next());
        assert_eq!(&offered.collect::<Vec<_>>(), expected, "{typed}");
    }
}

#[test]
fn a_command_line_is_completed_where_it_ends_or_at_a_position() {
    for (asked, answer) in [
        (
            "complete show 2/3",
            "2/34-P\tTHE JAMMU AND KASHMIR DISPUTE\n",
        ),
        (
            "complete 2 -- resolut show 2/3",
            "2/34-P\tTHE JAMMU AND KASHMIR DISPUTE\n",
        ),
        // Behind the last word stands a new one.
        (
            "complete 18446744073709551615 -- resolut quote",
            "2/34-P\tTHE JAMMU AND KASHMIR DISPUTE\n3/34-P\tTHE PEACE PROCESS BETWEEN INDIA AND PAKISTAN\n",
        ),
    ] {
        Test::new(asked).stdout(answer).success();
    }
    Test::new("complete show -- resolut show 2/3")
        .stderr("resolut: expected the position of a word before `--`\n")
        .fails();
}
