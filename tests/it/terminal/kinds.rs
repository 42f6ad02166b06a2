//! Kinds of terminals and locales: the same screen, by what each of them understands.

use std::collections::BTreeSet;

use super::{Home, SIZE, wait_for_frame};
use crate::walk::Shelf;

const CORPUS: &str = include_str!("../../../data/corpus.json");

/// The kinds of sequences in what was written: `H` for any move, each mode (`?1049h`) and each style
/// (`1m`) by itself. Other control characters stand as they are.
fn vocabulary(written: &[u8]) -> BTreeSet<String> {
    let written = str::from_utf8(written).unwrap();
    let mut words = BTreeSet::new();
    let mut rest = written.chars();
    while let Some(c) = rest.next() {
        if c != '\x1b' {
            words.extend(c.is_control().then(|| c.to_string()));
            continue;
        }
        let sequence = rest.as_str();
        let Some(parameters) = sequence.strip_prefix('[') else {
            words.extend(rest.next().map(|c| format!("ESC {c}")));
            continue;
        };
        let length = parameters.find(|c| ('@'..='~').contains(&c)).unwrap();
        let last = &parameters[length..=length];
        let parameters = &parameters[..length];
        match last {
            "m" => words.extend(parameters.split(';').map(|one| format!("{one}m"))),
            _ if parameters.starts_with(|c| c == ';' || char::is_ascii_digit(&c)) => {
                words.insert(last.to_owned());
            }
            _ => {
                words.insert(format!("{parameters}{last}"));
            }
        }
        rest = sequence[length + 2..].chars();
    }
    words
}

/// What every terminal but a dumb one has.
const PLAIN: &[&str] = &[
    "\r", "\n", "\x08", "ESC M", "H", "C", "D", "J", "K", "r", "m", "1m", "4m", "7m",
];
const CURSOR: &[&str] = &["?25l", "?25h"];
const SCREEN: &[&str] = &["?1049h", "?1049l", "?2004h", "?2004l"];

/// Kinds of terminals, and what they have beyond the plain; from their entries in terminfo.
const KINDS: &[(&str, &[&[&str]])] = &[
    ("xterm-256color", &[CURSOR, SCREEN]),
    ("xterm", &[CURSOR, SCREEN]),
    ("screen", &[CURSOR, SCREEN]),
    ("tmux", &[CURSOR, SCREEN]),
    ("rxvt", &[CURSOR, SCREEN]),
    ("foot", &[CURSOR, SCREEN]),
    ("alacritty", &[CURSOR, SCREEN]),
    ("xterm-kitty", &[CURSOR, SCREEN]),
    ("kitty", &[CURSOR, SCREEN]),
    ("linux", &[CURSOR]),
    ("vt220", &[CURSOR]),
    ("vt100", &[]),
    ("unheard-of", &[CURSOR, SCREEN]),
];

#[track_caller]
fn assert_has(kind: &str, written: &[u8]) {
    let (_, more) = KINDS.iter().find(|(name, _)| *name == kind).unwrap();
    let words = vocabulary(written);
    let has = |word: &str| PLAIN.contains(&word) || more.iter().any(|more| more.contains(&word));
    let strange: Vec<_> = words.iter().filter(|word| !has(word)).collect();
    assert!(strange.is_empty(), "{kind}: {strange:?}");
    for word in more.concat() {
        assert!(words.contains(word), "{kind}: {word} is of no use");
    }
}

#[test]
fn all_kinds_of_terminals_show_the_same_by_what_they_have() {
    let shelf = Shelf::bundled();
    for (kind, _) in KINDS {
        let home = Home::new();
        let mut term = home.start(&[], &[("TERM", kind)], SIZE);
        let mut walk = shelf.open(SIZE.0, SIZE.1);
        for (typed, keys) in [
            ("", ""),
            ("JJJ", "JJJ"),
            ("KK", "KK"),
            ("7\r", "7<Enter>"),
            ("/good offices", "/good offices"),
            ("\x1b[B", "<Down>"),
            ("\r", "<Enter>"),
            ("m?", "m?"),
            ("jj", "jj"),
            ("qz", "qz"),
            ("J", "J"),
        ] {
            term.type_keys(typed);
            wait_for_frame(&mut term, walk.keys(keys));
        }
        term.type_keys("q");
        assert!(term.exit_status().success());
        term.assert_restored();
        assert_has(kind, term.raw_bytes());
    }
}

#[test]
fn nothing_is_asked_of_the_terminal_before_the_first_frame() {
    let mut term = Home::new().open();
    let shelf = Shelf::bundled();
    wait_for_frame(&mut term, &shelf.open(SIZE.0, SIZE.1));
    let words = vocabulary(term.raw_bytes());
    let want = [
        "\r", "\n", "\x08", "H", "C", "D", "J", "K", "r", "m", "1m", "4m",
    ];
    let opening = ["?1049h", "?2004h", "?25l"];
    let strange = words
        .iter()
        .find(|word| !want.iter().chain(&opening).any(|known| known == word));
    assert_eq!(strange, None);
    assert!(term.raw_bytes().starts_with(b"\x1b[?1049h\x1b[?2004h"));
}

#[test]
fn strange_sequences_would_be_seen() {
    let written = b"\x1b[6n\x1b[31;1m\x1b]11;?\x07\x1b[c\x1b[;5H\x1b[>c\x1b[?1006h";
    let words = vocabulary(written);
    let want = ["\x07", "1m", "31m", ">c", "?1006h", "ESC ]", "H", "c", "n"];
    assert_eq!(words, BTreeSet::from(want.map(str::to_owned)));
}

#[test]
fn no_colour_is_sent_whatever_is_said_of_it() {
    let shelf = Shelf::bundled();
    for (args, env) in [
        (&["2/34-P:7"][..], &[("NO_COLOR", "1")][..]),
        (&["--color", "never", "2/34-P:7"], &[]),
        (
            &["--color", "auto", "2/34-P:7"],
            &[("COLORTERM", "truecolor")],
        ),
        (&["--color", "always", "2/34-P:7"], &[]),
    ] {
        let home = Home::new();
        let mut term = home.start(args, env, SIZE);
        let mut walk = shelf.open(SIZE.0, SIZE.1);
        wait_for_frame(&mut term, walk.keys("7<Enter>"));
        term.type_keys("q");
        assert!(term.exit_status().success());
        let words = vocabulary(term.raw_bytes());
        let styles: Vec<_> = words.iter().filter(|word| word.ends_with('m')).collect();
        assert_eq!(styles, ["1m", "4m", "m"], "{args:?} {env:?}");
    }
}

#[test]
fn ascii_has_no_other_letters_than_the_text() {
    for (args, env) in [
        (&["2/34-P:7"][..], &[("LANG", "C")][..]),
        (&["2/34-P:7"], &[("LC_ALL", "POSIX")]),
        (&["2/34-P:7", "--ascii"], &[]),
    ] {
        let home = Home::new();
        let mut term = home.start(args, env, SIZE);
        term.wait_for("? keys");
        term.type_keys("?");
        term.wait_for("Find and go");
        let written = str::from_utf8(term.raw_bytes()).unwrap();
        let own: String = written
            .chars()
            .filter(|c| !c.is_ascii() && !CORPUS.contains(*c))
            .collect();
        assert_eq!(own, "", "{args:?} {env:?}");
    }
}
