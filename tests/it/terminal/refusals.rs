//! Where no panes can be: one line that names what prints instead.

use super::Home;

#[track_caller]
fn assert_refused(script: &str, message: &str) {
    let home = Home::new();
    let mut term = home.start_shell(script, (120, 10));
    assert_eq!(term.exit_status().exit_code(), 2);
    let written = String::from_utf8(term.raw_bytes().to_vec()).unwrap();
    assert_eq!(written, message.replace('\n', "\r\n"));
    term.assert_restored();
}

const INSTEAD: &str =
    "and panes need a terminal; `resolut --plain` reads in lines, `resolut show 2/34-P:7` prints\n";

#[test]
fn a_dumb_terminal_shows_no_panes() {
    for script in [
        "TERM=dumb \"$RESOLUT\"",
        "TERM= \"$RESOLUT\"",
        "unset TERM; \"$RESOLUT\"",
    ] {
        assert_refused(
            script,
            &format!("resolut: `TERM` is unset or `dumb`, {INSTEAD}"),
        );
    }
}

#[test]
fn without_a_keyboard_there_is_no_reader() {
    for script in ["\"$RESOLUT\" </dev/null", "echo j | \"$RESOLUT\""] {
        assert_refused(
            script,
            &format!("resolut: standard input is no terminal, {INSTEAD}"),
        );
    }
}

#[test]
fn a_citation_is_named_as_it_would_be_printed() {
    assert_refused(
        "\"$RESOLUT\" 2/34-P para 7 </dev/null",
        "resolut: standard input is no terminal, and panes need a terminal; \
         `resolut --plain '2/34-P para 7'` reads in lines, `resolut show '2/34-P para 7'` prints\n",
    );
}

#[test]
fn a_corpus_by_a_pipe_needs_a_terminal_elsewhere() {
    for (option, needed) in [("", "keys"), ("--plain", "commands")] {
        assert_refused(
            &format!("echo {{}} | setsid --wait \"$RESOLUT\" {option} --corpus -"),
            &format!(
                "resolut: standard input is the corpus, and there is no terminal for {needed}; \
                 `resolut show '2/34-P:7' --corpus -` prints\n"
            ),
        );
    }
}
