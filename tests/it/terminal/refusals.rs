//! Where no reader can be: one message that names what prints instead.

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

const INSTEAD: &str = "hint: `resolut --plain` reads in lines; `resolut list` shows what there is to read, `resolut show 2/34-P:7` prints a paragraph\n";

#[test]
fn a_dumb_terminal_shows_no_panes() {
    for script in [
        "TERM=dumb \"$RESOLUT\"",
        "TERM= \"$RESOLUT\"",
        "unset TERM; \"$RESOLUT\"",
    ] {
        assert_refused(
            script,
            &format!(
                "resolut: the reader needs a terminal, and `TERM` is unset or `dumb`\n\n{INSTEAD}"
            ),
        );
    }
}

#[test]
fn without_a_keyboard_there_is_no_reader() {
    for script in ["\"$RESOLUT\" </dev/null", "echo j | \"$RESOLUT\""] {
        assert_refused(
            script,
            &format!(
                "resolut: the reader needs a terminal, and standard input is none\n\n{INSTEAD}"
            ),
        );
    }
}

#[test]
fn a_citation_is_named_as_it_would_be_printed() {
    assert_refused(
        "\"$RESOLUT\" 2/34-P para 7 </dev/null",
        "resolut: the reader needs a terminal, and standard input is none\n\n\
         hint: `resolut --plain '2/34-P para 7'` reads in lines; `resolut show '2/34-P para 7'` prints the paragraph\n",
    );
}
