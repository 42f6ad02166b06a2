//! The commands: into a pipe lines of text, on a terminal bold and underlined at most.

use super::{Own, PAYLOADS, assert_harmless, corpus_of};
use crate::cli::Test;
use crate::pty::Term;

/// All kinds in one corpus, a session each.
pub(super) fn all() -> String {
    let mut all = corpus_of("");
    all["sessions"] = PAYLOADS
        .iter()
        .enumerate()
        .map(|(position, payload)| {
            let mut session = corpus_of(payload)["sessions"][0].take();
            let id = format!("T{position} {payload}");
            session["id"] = id.into();
            session["resolutions"][0]["symbol"] = format!("{position}/1-{payload}").into();
            session
        })
        .collect();
    all.to_string()
}

const COMMANDS: &[&str] = &[
    "list",
    "list T0",
    "list 2/1",
    "show 0/1",
    "show 9/1-T:1",
    "show 12/1",
    "show 12/1:2(i)",
    "show 1/1 --as-printed",
    "find bank --limit 99",
    "find soon",
    "find zzyzx",
    "check hostile.json",
    "0/1",
];

#[test]
fn lines_of_text_go_into_a_pipe() {
    for command in COMMANDS {
        for format in ["", " --format json", " --format tsv"] {
            if command.starts_with(['c', '0']) && !format.is_empty() {
                continue;
            }
            let test = Test::new(&format!("--corpus hostile.json {command}{format}"));
            let done = test
                .file("hostile.json", all())
                .any_stdout()
                .any_stderr()
                .whatever();
            assert_harmless(done.stdout.as_bytes(), Own::Tabs, command);
            assert_harmless(done.stderr.as_bytes(), Own::Tabs, command);
        }
    }
}

#[test]
fn bold_and_underlined_are_all_that_a_terminal_gets() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("hostile.json");
    std::fs::write(&file, all()).unwrap();
    let env = [
        ("HOME", home.path().to_str().unwrap()),
        ("RESOLUT_CORPUS", file.to_str().unwrap()),
    ];
    for command in COMMANDS.iter().filter(|command| !command.starts_with('0')) {
        for columns in [80, 12] {
            let args: Vec<&str> = command.split(' ').collect();
            let mut term = Term::start(&args, &env, (columns, 24));
            term.exit_status();
            let printed = String::from_utf8(term.raw_bytes().to_vec()).unwrap();
            assert_harmless(
                printed.replace("\r\n", "\n").as_bytes(),
                Own::Emphasis,
                command,
            );
        }
    }
}
