//! Copying: OSC 52.

use super::{Home, SIZE};

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
