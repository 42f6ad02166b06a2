use proptest::prelude::*;

use super::*;

fn read(bytes: &[u8]) -> Vec<Input> {
    let mut found = Vec::new();
    Decoder::default().feed(bytes, &mut found);
    found
}

/// As [`read`], and then the terminal is silent.
fn read_all(bytes: &[u8]) -> Vec<Input> {
    let (mut decoder, mut found) = (Decoder::default(), Vec::new());
    decoder.feed(bytes, &mut found);
    decoder.expire(&mut found);
    assert_eq!(decoder.patience(), None);
    found
}

fn held(code: KeyCode, modifiers: KeyModifiers) -> Input {
    Input::Key(KeyEvent::new(code, modifiers))
}

const CONTROL: KeyModifiers = KeyModifiers::CONTROL;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;

#[test]
fn keys_of_every_terminal_are_known() {
    use KeyCode::{
        BackTab, Backspace, Char, Delete, Down, End, Enter, Esc, F, Home, Insert, Left, PageDown,
        PageUp, Right, Tab, Up,
    };
    let table: &[(&[u8], Input)] = &[
        (b"j", key(Char('j'))),
        (b"G", key(Char('G'))),
        ("é".as_bytes(), key(Char('é'))),
        ("北".as_bytes(), key(Char('北'))),
        ("🕊".as_bytes(), key(Char('🕊'))),
        (b"\r", key(Enter)),
        (b"\n", key(Enter)),
        (b"\t", key(Tab)),
        (b"\x7f", key(Backspace)),
        (b"\x08", key(Backspace)),
        (b"\x03", held(Char('c'), CONTROL)),
        (b"\x1a", held(Char('z'), CONTROL)),
        (b"\0", held(Char(' '), CONTROL)),
        (b"\x1f", held(Char('_'), CONTROL)),
        (b"\x1b[A", key(Up)),
        (b"\x1bOB", key(Down)),
        (b"\x1b[1;2C", held(Right, SHIFT)),
        (b"\x1b[1;5D", held(Left, CONTROL)),
        (b"\x1bO5D", held(Left, CONTROL)),
        (b"\x1bOd", held(Left, CONTROL)),
        (b"\x1b[d", held(Left, SHIFT)),
        (b"\x1b[H", key(Home)),
        (b"\x1b[1~", key(Home)),
        (b"\x1b[7~", key(Home)),
        (b"\x1b[7$", held(Home, SHIFT)),
        (b"\x1bOF", key(End)),
        (b"\x1b[2~", key(Insert)),
        (b"\x1b[3;5~", held(Delete, CONTROL)),
        (b"\x1b[5~", key(PageUp)),
        (b"\x1b[6^", held(PageDown, CONTROL)),
        (b"\x1b[Z", held(BackTab, SHIFT)),
        (b"\x1bOP", key(F(1))),
        (b"\x1b[[E", key(F(5))),
        (b"\x1b[15~", key(F(5))),
        (b"\x1b[21~", key(F(10))),
        (b"\x1b[24~", key(F(12))),
        (b"\x1bOM", key(Enter)),
        (b"\x1b[27u", key(Esc)),
        (b"\x1b[106;5u", held(Char('j'), CONTROL)),
        (b"\x1b[27;5;9~", held(Tab, CONTROL)),
        (b"\x1bj", alt(Char('j'))),
        ("\x1bé".as_bytes(), alt(Char('é'))),
        (b"\x1b\x7f", alt(Backspace)),
    ];
    for (bytes, want) in table {
        let shown = String::from_utf8_lossy(bytes);
        assert_eq!(read(bytes), std::slice::from_ref(want), "{shown:?}");
    }
}

#[test]
fn answers_of_the_terminal_are_dropped_whole() {
    let answers: &[&[u8]] = &[
        b"\x1b[?1;2c",
        b"\x1b[>41;354;0c",
        b"\x1b[0n",
        b"\x1b[24;80R",
        b"\x1b[?2026;2$y",
        b"\x1b[4;1$y",
        b"\x1b[8;24;80t",
        b"\x1b[I",
        b"\x1b[<0;10;5M",
        b"\x1b[M !!",
        b"\x1b[?0u",
        b"\x1b]11;rgb:0000/0000/0000\x1b\\",
        b"\x1b]52;c;cXE=\x07",
        b"\x1bP>|XTerm(379)\x1b\\",
        b"\x1bP1+r544e=787465726d\x1b\\",
        b"\x1b_Gi=1;OK\x1b\\",
        b"\x1b^pm\x1b\\",
        b"\x1bXsos\x1b\\",
        b"\x9b\xff\xc0\x80",
        "\u{85}\u{9b}".as_bytes(),
    ];
    for answer in answers {
        let found = read(&[answer, b"j".as_slice()].concat());
        assert_eq!(
            found,
            [key(KeyCode::Char('j'))],
            "{:?}",
            String::from_utf8_lossy(answer)
        );
    }
}

#[test]
fn a_lone_escape_is_a_key_only_after_silence() {
    let mut decoder = Decoder::default();
    let mut found = Vec::new();
    assert_eq!(decoder.patience(), None);
    decoder.feed(b"\x1b", &mut found);
    assert_eq!(
        (found.len(), decoder.patience()),
        (0, Some(Duration::from_millis(40)))
    );
    decoder.feed(b"[", &mut found);
    decoder.feed(b"A", &mut found);
    assert_eq!(found, [key(KeyCode::Up)]);
    assert_eq!(read_all(b"\x1b"), [key(KeyCode::Esc)]);
}

#[test]
fn alt_with_an_introducer_does_not_swallow_the_next_keys() {
    for opener in "[O]PX^_".chars() {
        let found = read_all(format!("\x1b{opener}").as_bytes());
        assert_eq!(found, [alt(KeyCode::Char(opener))]);
    }
    assert_eq!(read_all(b"\x1b]0;a title that never ends"), []);
}

#[test]
fn a_control_character_gets_out_of_anything() {
    let control_c = held(KeyCode::Char('c'), CONTROL);
    for opened in ["\x1b[12", "\x1b]0;title", "\x1bPq", "\x1bO", "\u{1b}_x"] {
        let found = read(&[opened.as_bytes(), b"\x03"].concat());
        assert_eq!(found, std::slice::from_ref(&control_c), "{opened:?}");
    }
    assert_eq!(read(b"\x1b\x03"), [key(KeyCode::Esc), control_c]);
}

#[test]
fn a_paste_is_one_event_with_its_lines() {
    let found = read(b"\x1b[200~one\rtwo\r\nthree\x1b[31m\x07\t\xc3\xa9\x1b[201~j");
    assert_eq!(
        found,
        [
            Input::Paste("one\ntwo\nthree[31m\té".into()),
            key(KeyCode::Char('j'))
        ]
    );
}

#[test]
fn a_paste_that_never_ends_is_handed_on_after_silence() {
    assert_eq!(read_all(b"\x1b[200~abc"), [Input::Paste("abc".into())]);
}

#[test]
fn a_long_paste_is_cut_between_characters() {
    let text = format!("x{}", "é".repeat(PASTE_LIMIT));
    let found = read(format!("\x1b[200~{text}\x1b[201~").as_bytes());
    let [Input::Paste(pasted)] = found.as_slice() else {
        panic!("{} events", found.len());
    };
    assert_eq!(pasted.len(), PASTE_LIMIT - 1);
    assert!(text.starts_with(pasted));
}

/// Bytes that hit the machine's branches more often than chance would.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..6),
        prop::sample::select(vec![
            b"\x1b".to_vec(),
            b"\x1b[".to_vec(),
            b"\x1bO".to_vec(),
            b"\x1b]".to_vec(),
            b"\x1bP".to_vec(),
            b"\x1b\\".to_vec(),
            b"\x1b[200~".to_vec(),
            b"\x1b[201~".to_vec(),
            b";:9999999999".to_vec(),
            b"\xf0\x9f\x95".to_vec(),
        ]),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn how_bytes_are_cut_into_packets_changes_nothing(
        bytes in bytes(),
        sizes in prop::collection::vec(1usize..9, 1..40),
    ) {
        let (mut decoder, mut found) = (Decoder::default(), Vec::new());
        let (mut rest, mut sizes) = (bytes.as_slice(), sizes.iter().cycle());
        while !rest.is_empty() {
            let (packet, after) = rest.split_at(rest.len().min(*sizes.next().unwrap()));
            decoder.feed(packet, &mut found);
            rest = after;
        }
        prop_assert_eq!(found, read(&bytes));
    }

    #[test]
    fn silence_always_frees_the_keyboard(bytes in bytes(), silences in prop::collection::vec(any::<bool>(), 1..40)) {
        let (mut decoder, mut found) = (Decoder::default(), Vec::new());
        for (packet, silent) in bytes.chunks(3).zip(silences.iter().cycle()) {
            decoder.feed(packet, &mut found);
            if *silent {
                decoder.expire(&mut found);
                prop_assert_eq!(decoder.patience(), None);
            }
        }
        decoder.expire(&mut found);
        found.clear();
        decoder.feed(b"j", &mut found);
        prop_assert_eq!(found, [key(KeyCode::Char('j'))]);
    }
}
