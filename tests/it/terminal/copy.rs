//! Copying: OSC 52, and tmux.

use std::fs;
use std::io::{Seek, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::far::Finally;
use super::{Home, SIZE};
use crate::cli::program;
use crate::installed::installed;
use crate::pty::Term;

pub(super) const SEVENTH: &str = "Requests the Islamic Development Bank and the Islamic Solidarity Fund to provide \
    the necessary financial resources to provide vocational training and higher education to Kashmiri \
    refugees and entrusts the General Secretariat to submit appropriate proposals. (2/34-P:7)";

/// What the reader writes for these keys at 2/34-P:7, up to its message.
fn written(keys: &str, env: &[(&str, &str)]) -> String {
    let home = Home::new();
    let mut term = home.start(&["2/34-P:7"], env, SIZE);
    term.wait_for("? keys");
    term.take_raw_bytes();
    term.type_keys(keys);
    term.wait_for("sent to the terminal");
    String::from_utf8(term.take_raw_bytes()).unwrap()
}

/// What stands between two marks; it must be there once.
#[track_caller]
pub(super) fn between<'t>(text: &'t str, before: &str, behind: &str) -> &'t str {
    let (_, rest) = text.split_once(before).unwrap();
    assert!(!rest.contains(before), "twice: {text:?}");
    rest.split_once(behind).unwrap().0
}

/// Base64, read as text.
pub(crate) fn decoded(base64: &str) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bits, mut count, mut bytes) = (0_u32, 0, Vec::new());
    for letter in base64.trim_end_matches('=').bytes() {
        let value = LETTERS.iter().position(|known| *known == letter).unwrap();
        bits = bits << 6 | u32::try_from(value).unwrap();
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff).try_into().unwrap());
        }
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_paragraph_is_copied_on_one_line_with_its_citation() {
    let written = written("y", &[]);
    let copied = between(&written, "\x1b]52;c;", "\x07");
    assert_eq!(decoded(copied), SEVENTH);
}

#[test]
fn a_citation_is_copied_alone() {
    let written = written("Y", &[]);
    let copied = between(&written, "\x1b]52;c;", "\x07");
    assert_eq!(decoded(copied), "2/34-P:7");
}

#[test]
fn tmux_gets_a_copy_to_pass_on() {
    let written = written("y", &[("TMUX", "/tmp/tmux-1000/default,1,0")]);
    let passed_on = between(&written, "\x1bPtmux;\x1b\x1b]52;c;", "\x07\x1b\\");
    assert_eq!(decoded(passed_on), SEVENTH);
    let (plain, _) = written.split_once("\x1bPtmux;").unwrap();
    assert_eq!(between(plain, "\x1b]52;c;", "\x07"), passed_on);
}

#[test]
fn several_paragraphs_are_copied_a_line_each() {
    let written = written("7-9\ry", &[]);
    let copied = decoded(between(&written, "\x1b]52;c;", "\x07"));
    let lines: Vec<_> = copied.lines().collect();
    assert_eq!(lines.len(), 3, "{copied}");
    assert!(lines[2].ends_with(" (2/34-P:7-9)"), "{copied}");
}

/// A corpus of one paragraph, 1/1-T:1, as a file.
fn corpus(home: &Home, text: &str) -> String {
    let corpus = json!({"format": "resolut-corpus/1", "sessions": [{
        "id": "T", "organ": "T", "name": "T", "resolutions": [{
            "symbol": "1/1-T", "language": "en", "preamble": [], "annexes": [],
            "operative": [{"number": "1", "text": text}],
        }],
    }]});
    let file = home.folder.path().join("corpus.json");
    fs::write(&file, corpus.to_string()).unwrap();
    file.to_str().unwrap().to_owned()
}

#[test]
fn a_quotation_is_the_same_by_every_way() {
    let text = "Decides in paragraph \u{200e}5 \u{200f}سلام\u{61c}, \u{202e}to\u{202c} stay \u{1b}[2J\u{9b}1m\tseized\nof it";
    let shown = "Decides in paragraph \u{200e}5 \u{200f}سلام\u{61c}, �to� stay ␛[2J�1m␉seized␊of it";
    let home = Home::new();
    let file = corpus(&home, text);
    let printed = |args: &[&str], stdin: &str| {
        let mut input = tempfile::tempfile().unwrap();
        input.write_all(stdin.as_bytes()).unwrap();
        input.rewind().unwrap();
        let mut program = program(home.folder.path());
        program.args(args).args(["--corpus", &file]).stdin(input);
        String::from_utf8(program.output().unwrap().stdout).unwrap()
    };
    for args in [
        &["show", "1/1-T:1"][..],
        &["show", "--format", "tsv", "1/1-T:1"],
        &["find", "seized"],
        &["find", "--format", "tsv", "seized"],
        &["show", "1/1-T"],
    ] {
        let printed = printed(args, "");
        assert!(printed.contains(shown), "{args:?}: {printed}");
    }
    let quotation = format!("{shown} (1/1-T:1)");
    let lines = printed(&["--plain", "1/1-T:1"], "quote\n");
    assert_eq!(lines.lines().last(), Some(&*quotation));
    let json = printed(&["show", "--format", "json", "1/1-T:1"], "");
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json[0]["text"], text);

    let mut term = home.start(&["--corpus", &file, "1/1-T:1"], &[], SIZE);
    term.wait_for("? keys");
    term.take_raw_bytes();
    term.type_keys("y");
    term.wait_for("sent to the terminal");
    let written = String::from_utf8(term.take_raw_bytes()).unwrap();
    assert_eq!(decoded(between(&written, "\x1b]52;c;", "\x07")), quotation);
}

/// A program called `tmux` in a folder of its own; what stands first in `PATH` for it.
fn fake_tmux(home: &Home, script: &str) -> String {
    let folder = home.folder.path().join("bin");
    fs::create_dir_all(&folder).unwrap();
    let program = folder.join("tmux");
    fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(program, PermissionsExt::from_mode(0o755)).unwrap();
    let path = std::env::var("PATH").unwrap();
    format!("{}:{path}", folder.display())
}

/// What the reader says of a copy where `tmux` is this script.
fn said_with(home: &Home, server: &str, script: &str, args: &[&str]) -> String {
    let path = fake_tmux(home, script);
    let mut term = home.start(args, &[("PATH", &path), ("TMUX", server)], SIZE);
    term.wait_for("? keys");
    term.type_keys("y");
    term.wait_for("sent to the terminal");
    let said = term.screen();
    term.type_keys("q");
    assert!(term.exit_status().success());
    said
}

#[test]
fn the_tmux_around_the_reader_takes_a_copy_and_that_is_said() {
    let home = Home::new();
    let took = "echo \"$*\" >asked; cat >taken; echo noise; echo noise >&2";
    let said = said_with(&home, "/tmp/tmux,1,0", took, &["2/34-P:7"]);
    assert!(said.contains("sent to the terminal and to tmux: 2/34-P:7 with its text"));
    assert!(!said.contains("noise"), "{said}");
    let read = |name: &str| fs::read_to_string(home.folder.path().join(name)).unwrap();
    let asked = read("asked");
    assert!(asked.contains(" load-buffer -w - "), "{asked}");
    assert_eq!(read("taken"), SEVENTH);
}

#[test]
fn a_tmux_that_does_not_answer_holds_nobody_up_and_is_not_named() {
    let home = Home::new();
    // More than a pipe holds.
    let file = corpus(&home, &"word ".repeat(14_500));
    let long = ["--corpus", &file, "1/1-T:1"];
    for script in ["exit 1", "exec sleep 1000", "exec 0<&-; exec sleep 1000"] {
        for args in [&["2/34-P:7"], &long[..]] {
            let said = said_with(&home, "/tmp/tmux,1,0", script, args);
            assert!(said.contains("sent to the terminal: "), "{script}: {said}");
        }
    }
    let taken = "touch taken";
    let said = said_with(&home, "", taken, &["2/34-P:7"]);
    assert!(said.contains("sent to the terminal: "), "{said}");
    assert!(!home.folder.path().join("taken").exists());
}

/// A reader in a tmux whose `set-clipboard` is this, or what it comes with, after `y`; the buffer of that tmux then.
fn copied_in_tmux(set_clipboard: Option<&str>, said: &str) -> Option<(String, String)> {
    let program = installed("tmux")?;
    let home = Home::new();
    let socket = home.folder.path().join("tmux");
    let call = |program: &Path, args: &[&str]| {
        let mut call = Command::new(program);
        call.arg("-S").arg(&socket).args(args);
        call
    };
    let _finally = Finally(call(&program, &["kill-server"]));
    let folders = home.folders();
    let settings = home.folder.path().join("tmux.conf");
    let setting = set_clipboard.map(|to| format!("set -s set-clipboard {to}\n"));
    fs::write(&settings, setting.unwrap_or_default()).unwrap();
    let args = [
        "-S",
        socket.to_str().unwrap(),
        "-f",
        settings.to_str().unwrap(),
        "new-session",
        env!("CARGO_BIN_EXE_resolut"),
        "2/34-P:7",
    ];
    let tmux = program.to_str().unwrap();
    let mut term = Term::run(tmux, &args, &Home::env(&folders, &[]), SIZE);
    term.wait_for("? keys");
    term.take_raw_bytes();
    term.type_keys("y");
    term.wait_for(said);
    let written = String::from_utf8(term.take_raw_bytes()).unwrap();
    let buffer = call(&program, &["show-buffer"]).output().unwrap();
    term.type_keys("q");
    assert!(term.exit_status().success());
    Some((written, String::from_utf8(buffer.stdout).unwrap()))
}

#[test]
fn in_tmux_as_it_comes_a_copy_arrives() {
    let said = "sent to the terminal and to tmux: ";
    let Some((written, buffer)) = copied_in_tmux(None, said) else {
        return;
    };
    let (_, copied) = written.split_once("\x1b]52;").unwrap();
    let (_, copied) = copied.split_once(';').unwrap();
    let end = copied.find(['\x07', '\x1b']).unwrap();
    assert_eq!(decoded(&copied[..end]), SEVENTH);
    assert_eq!(buffer, SEVENTH);
}

#[test]
fn a_tmux_that_is_to_keep_away_from_clipboards_gets_no_copy_and_is_not_named() {
    let copied = copied_in_tmux(Some("off"), "sent to the terminal: ");
    assert!(copied.is_none_or(|(_, buffer)| buffer.is_empty()));
}
