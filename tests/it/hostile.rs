//! Nothing hostile gets through: a corpus, a source, a name or a line that is typed may hold anything, and
//! only text and our own sequences reach a terminal.
//!
//! Small files stand in `tests/fixtures/hostile`; big ones are made here.

use proptest::prelude::*;
use resolut::text::corpus::Corpus;
use resolut::text::visible::replacement;
use serde_json::{Value, json};

mod big;
mod files;
mod found;
mod frames;
mod lines;
mod printed;
mod said;

/// What nobody would write into a corpus in good faith, one kind each.
const PAYLOADS: &[&str] = &[
    // Sequences: erase, title, clipboard, a question to the terminal, DCS, APC; and the same in C1.
    "\u{1b}[2J\u{1b}[H",
    "\u{1b}]0;owned\u{7}",
    "\u{1b}]52;c;cm0gLXJmIH4=\u{7}",
    "\u{1b}[6n\u{1b}[c\u{1b}P$qm\u{1b}\\\u{1b}_x\u{1b}\\",
    "\u{9b}31m\u{9d}52;c;aGk=\u{9c}\u{90}x\u{9c}",
    "\u{1b}[201~q\u{1b}[200~",
    // Controls of each set, and line ends.
    "\0\u{1}\u{8}\u{c}\u{e}\u{f}\u{1b}\u{7f}\u{80}\u{85}\u{9f}",
    "a\r\nb\tc\u{2028}d\u{2029}e\u{b}f",
    // Text that runs the other way, or is not seen.
    "\u{202e}gnitsiL\u{202c} \u{2066}x\u{2069} \u{200e}\u{200f}\u{61c}",
    "\u{206a}\u{206f}\u{fff9}a\u{fffa}b\u{fffb}",
    "\u{200b}\u{200c}\u{200d}\u{feff}\u{2060}\u{ad}\u{34f}",
    "\u{e0001}\u{e0041}\u{e007f}",
    // Letters that take more or less room than they seem to.
    "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}\u{30c}\u{30d}\u{30e}\u{30f}\u{310}\u{311}\u{312}",
    "\u{301}\u{20dd}",
    "👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇵🇰🇮🇳🇵⚠️",
    "العربية עברית 安全理事会 क्षि ﷽",
    "\u{ffff}\u{10ffff}\u{fdd0}\u{e000}",
    // What other programs would take for more than text.
    "../../../etc/passwd",
    "/dev/null",
    "$(reboot)`reboot`;&|<>*?~!",
    "%s%n%x{}{0}\\x1b[2J",
    "\"'\\",
    "",
    " ",
    "-",
    ":::~~~((()))///--",
    "999999999999999999999999999999",
    "ß ŉ ΐ İ ſ ﬃ",
];

/// A corpus of one resolution that has a text in each of its fields, and words to find it by.
fn corpus_of(payload: &str) -> Value {
    let text = |words: &str| format!("{words} {payload} {payload}");
    json!({"format": "resolut-corpus/1", "sessions": [{
        "id": text("T"), "organ": text("Organ"), "name": text("Session"), "theme": text("Theme"),
        "place": text("Town"),
        "dates": {"printed": text("May"), "from": text("2007-05-01"), "to": text("2007-05-02")},
        "resolutions": [{
            "symbol": format!("7/1-{payload}"), "title": text("On"), "language": text("en"),
            "adopted": text("2007-05-02"), "headings": [text("HEADING")], "opening": text("The Session"),
            "source": {"file": text("s"), "lines": [1, 4_000_000_000_u32]},
            "preamble": [{"text": text("Recalling")}, {"number": payload, "text": payload}],
            "operative": [
                {"number": "1", "text": text("Decides")},
                {"number": payload, "text": text("Requests bank"), "lines": [4_000_000_000_u32, 1], "points": [
                    {"number": payload, "text": payload, "points": [{"number": text("(i)"), "text": text("soon")}]},
                    {"text": payload}]},
                {"text": payload}],
            "annexes": [{"title": text("Annex"), "paragraphs": [{"number": payload, "text": text("Ends")}]},
                {"paragraphs": [{"text": payload}]}]}]}]})
}

/// The same, loaded.
fn corpus(payload: &str) -> Corpus {
    let mut corpus = Corpus::default();
    corpus.add_text(corpus_of(payload).to_string()).unwrap();
    corpus
}

/// Any text of bad intent: payloads and single characters, in any order.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        2 => prop::sample::select(PAYLOADS).prop_map(str::to_owned),
        2 => any::<char>().prop_map(String::from),
        1 => (0_u32..0xa0).prop_map(|c| char::from_u32(c).unwrap().to_string()),
        1 => "[a-z0-9 ]{1,6}",
    ];
    prop::collection::vec(piece, 1..8).prop_map(|pieces| pieces.concat())
}

/// Which sequences are our own.
#[derive(Clone, Copy)]
enum Own {
    /// None: lines of text.
    Text,
    /// Tabs, between the columns of a line.
    Tabs,
    /// Bold and underlined, in lines of text.
    Emphasis,
    /// Those that draw a frame.
    Frame,
}

/// Holds that bytes are text, and sequences of our own.
#[track_caller]
fn assert_harmless(bytes: &[u8], own: Own, what: &str) {
    let text = std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{what}: {error}"));
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = match own_sequence(rest, own) {
            Some(length) => length,
            None if c == '\n' || replacement(c).is_none() => c.len_utf8(),
            None => panic!(
                "{what}: {:?} in {text:?}",
                rest.chars().take(20).collect::<String>()
            ),
        };
        rest = &rest[length..];
    }
}

/// The length of the sequence of our own that a text begins with.
fn own_sequence(text: &str, own: Own) -> Option<usize> {
    match own {
        Own::Text => None,
        Own::Tabs => text.starts_with('\t').then_some(1),
        Own::Emphasis => ["\u{1b}[1m", "\u{1b}[22m", "\u{1b}[4m", "\u{1b}[24m"]
            .iter()
            .find_map(|sequence| text.starts_with(sequence).then_some(sequence.len())),
        Own::Frame => {
            if text.starts_with(['\r', '\u{8}']) {
                return Some(1);
            }
            let fixed = [
                "\u{1b}[?1049h",
                "\u{1b}[?2004h",
                "\u{1b}[?25l",
                "\u{1b}[?25h",
                "\u{1b}M",
            ];
            if let Some(sequence) = fixed.iter().find(|sequence| text.starts_with(**sequence)) {
                return Some(sequence.len());
            }
            let parameters = text.strip_prefix("\u{1b}[")?;
            let end = parameters.find(|c: char| !c.is_ascii_digit() && c != ';')?;
            parameters[end..]
                .starts_with(['H', 'J', 'K', 'C', 'D', 'm', 'r'])
                .then_some(end + 3)
        }
    }
}

#[test]
fn what_is_no_sequence_of_ours_is_seen() {
    for (text, own) in [
        ("a\u{1b}[2J", Own::Text),
        ("a\u{1b}[2J", Own::Emphasis),
        ("\u{1b}]52;c;aGk=\u{7}", Own::Frame),
        ("\u{9b}31m", Own::Frame),
        ("\u{202e}", Own::Frame),
        ("a\rb", Own::Text),
    ] {
        let seen = std::panic::catch_unwind(|| assert_harmless(text.as_bytes(), own, "planted"));
        assert!(seen.is_err(), "{text:?}");
    }
    assert_harmless(
        "\u{1b}[1;2H\u{1b}[mé\r\n\u{1b}[?25l".as_bytes(),
        Own::Frame,
        "a frame",
    );
    assert_harmless(
        "\u{1b}[1m2/34-P\u{1b}[22m\n".as_bytes(),
        Own::Emphasis,
        "a heading",
    );
}
