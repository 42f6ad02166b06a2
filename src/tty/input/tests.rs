//! What bytes of a terminal are as keys and pastes, however they are cut into packets.

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
    decoder.set_esc(EscKey::Acts);
    decoder.feed(bytes, &mut found);
    pause(&mut decoder, Duration::MAX, &mut found);
    assert_eq!(decoder.patience(), None);
    found
}

/// Lets so much time pass in silence.
fn pause(decoder: &mut Decoder, mut time: Duration, found: &mut Vec<Input>) {
    while let Some(left) = decoder.patience().and_then(|wait| time.checked_sub(wait)) {
        decoder.expire(found);
        time = left;
    }
}

fn held(code: KeyCode, modifiers: KeyModifiers) -> Input {
    Input::Key(KeyEvent::new(code, modifiers))
}

const CONTROL: KeyModifiers = KeyModifiers::CONTROL;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;

/// What terminals send for keys.
fn keys() -> Vec<(&'static [u8], Input)> {
    use KeyCode::{
        BackTab, Backspace, Char, Delete, Down, End, Enter, Esc, F, Home, Insert, Left, PageDown,
        PageUp, Right, Tab, Up,
    };
    vec![
        (b"j".as_slice(), key(Char('j'))),
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
        (b"\x1bOw", key(Char('7'))),
        (b"\x1bOo", key(Char('/'))),
        (b"\x1bOX", key(Char('='))),
        (b"\x1b[57406u", key(Char('7'))),
        (b"\x1b[57414u", key(Enter)),
        (b"\x1b[57417u", key(Left)),
        (b"\x1b[57426u", key(Delete)),
        (b"\x1b[27u", key(Esc)),
        (b"\x1b[106;5u", held(Char('j'), CONTROL)),
        (b"\x1b[27;5;9~", held(Tab, CONTROL)),
        (b"\x1bj", alt(Char('j'))),
        ("\x1bé".as_bytes(), alt(Char('é'))),
        (b"\x1b\x7f", alt(Backspace)),
    ]
}

#[test]
fn keys_of_every_terminal_are_known() {
    for (bytes, want) in keys() {
        let shown = String::from_utf8_lossy(bytes);
        assert_eq!(read(bytes), [want], "{shown:?}");
    }
}

#[test]
fn a_key_that_is_let_go_does_nothing() {
    for released in [
        b"\x1b[106;1:3u".as_slice(),
        b"\x1b[1;1:3B",
        b"\x1b[6;5:3~",
        b"\x1b[57441;2:3u",
        b"\x1b[106:74:106;2:3;74u",
    ] {
        assert_eq!(read(released), [], "{:?}", str::from_utf8(released));
    }
    // Shift by itself, even where it is held.
    assert_eq!(read(b"\x1b[57441;2u"), []);
    let held_down = b"\x1b[106;1:1u\x1b[106;1:2u";
    assert_eq!(
        read(held_down),
        [key(KeyCode::Char('j')), key(KeyCode::Char('j'))]
    );
    assert_eq!(read(b"\x1b[103:71;2u"), [held(KeyCode::Char('G'), SHIFT)]);
}

const ANSWERS: &[&[u8]] = &[
    b"\x1b[?1;2c",
    b"\x1b[>41;354;0c",
    b"\x1b[0n",
    b"\x1b[24;80R",
    b"\x1b[?2026;2$y",
    b"\x1b[4;1$y",
    b"\x1b[8;24;80t",
    b"\x1b[I",
    b"\x1b[<0;10;5m",
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

#[test]
fn answers_of_the_terminal_are_dropped_whole() {
    for answer in ANSWERS {
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
fn a_report_of_the_mouse_says_what_it_did_over_which_cell() {
    let report = |did, column, row| Input::Mouse(MouseReport { did, column, row });
    assert_eq!(
        read(b"\x1b[<0;1;24M\x1b[<0;1;24m\x1b[<64;80;3M\x1b[<65;223;300Mj"),
        [
            report(MouseAct::Press, 0, 23),
            report(MouseAct::WheelUp, 79, 2),
            report(MouseAct::WheelDown, 222, 299),
            key(KeyCode::Char('j')),
        ]
    );
    // Other buttons, moves, keys held, and what is none.
    for other in [
        "2;1;1", "35;1;1", "4;1;1", "0;0;1", "0;1", "0;1;1;1", "0;<1;1",
    ] {
        let report = format!("\x1b[<{other}M");
        assert_eq!(read(report.as_bytes()), [], "{other}");
    }
}

const HALF_A_SECOND: Duration = Duration::from_millis(500);

#[test]
fn a_lone_escape_is_a_key_only_after_silence() {
    for esc in [EscKey::Acts, EscKey::Idle] {
        let (mut decoder, mut found) = (Decoder::default(), Vec::new());
        decoder.set_esc(esc);
        assert_eq!(decoder.patience(), None);
        decoder.feed(b"\x1b", &mut found);
        pause(&mut decoder, HALF_A_SECOND, &mut found);
        assert_eq!(found, []);
        pause(&mut decoder, GRACE, &mut found);
        assert_eq!(found, [key(KeyCode::Esc)]);
        assert_eq!(decoder.patience(), None);
        decoder.feed(b"j", &mut found);
        assert_eq!(found, [key(KeyCode::Esc), key(KeyCode::Char('j'))]);
    }
}

/// Feeds these packets with silences between.
fn with_silences(packets: &[&[u8]], silence: Duration, esc: EscKey) -> Vec<Input> {
    let (mut decoder, mut found) = (Decoder::default(), Vec::new());
    decoder.set_esc(esc);
    for packet in packets {
        pause(&mut decoder, silence, &mut found);
        decoder.feed(packet, &mut found);
    }
    found
}

/// What a key, a paste or an answer may be cut into: two packets, or a packet a byte.
fn cuts(bytes: &[u8]) -> Vec<Vec<&[u8]>> {
    let in_two = (1..bytes.len()).map(|at| vec![&bytes[..at], &bytes[at..]]);
    in_two.chain([bytes.chunks(1).collect()]).collect()
}

const PASTES: &[&[u8]] = &[
    b"\x1b[200~7\rq\x1b[201~",
    b"\x1b[200~\x1b[20\x1b\x1b[201~",
    b"\x1b[200~\r\x1b[201~",
];

#[test]
fn half_a_second_within_a_key_a_paste_or_an_answer_changes_nothing() {
    let keys = keys().into_iter().map(|(bytes, _)| bytes);
    // Alt and a character are one key only where they come at once.
    let alone =
        |bytes: &&[u8]| bytes.len() < 2 || bytes[0] != 0x1b || b"[O]PX^_".contains(&bytes[1]);
    let all = keys
        .chain(ANSWERS.iter().copied())
        .chain(PASTES.iter().copied());
    for bytes in all.filter(alone) {
        for cut in cuts(bytes) {
            for esc in [EscKey::Acts, EscKey::Idle] {
                let found = with_silences(&cut, HALF_A_SECOND, esc);
                assert_eq!(
                    found,
                    read(bytes),
                    "{esc:?} {:?}",
                    String::from_utf8_lossy(bytes)
                );
            }
        }
    }
}

#[test]
fn where_escape_does_nothing_a_key_may_be_cut_for_ever() {
    for (bytes, want) in keys() {
        if !bytes.starts_with(b"\x1b[") && !bytes.starts_with(b"\x1bO") {
            continue;
        }
        for cut in cuts(bytes)
            .into_iter()
            .filter(|_| !bytes.starts_with(b"\x1b[["))
        {
            let mut found = with_silences(&cut, Duration::from_secs(60), EscKey::Idle);
            found.retain(|input| *input != key(KeyCode::Esc) || want == *input);
            assert_eq!(
                found.last(),
                Some(&want),
                "{:?}",
                String::from_utf8_lossy(bytes)
            );
            assert!(
                found
                    .iter()
                    .all(|input| *input == want || *input == key(KeyCode::Esc))
            );
        }
    }
}

#[test]
fn no_character_behind_escape_is_a_key_of_its_own_for_half_a_second() {
    for typed in ('!'..='~').chain(['é', '北', '🕊']) {
        let bytes = format!("\x1b{typed}");
        let bytes = bytes.as_bytes();
        for esc in [EscKey::Acts, EscKey::Idle] {
            for silence in [Duration::ZERO, Duration::from_millis(100), HALF_A_SECOND] {
                let found = with_silences(&[&bytes[..1], &bytes[1..]], silence, esc);
                assert!(!found.contains(&key(KeyCode::Char(typed))), "{typed}");
            }
        }
    }
    // Esc itself is not lost when the next key comes soon.
    let soon = with_silences(&[b"\x1b", b"j"], Duration::from_millis(100), EscKey::Acts);
    assert_eq!(soon, [key(KeyCode::Esc), alt(KeyCode::Char('j'))]);
}

#[test]
fn a_bracket_long_after_an_escape_costs_no_further_key() {
    for next in ["j", "[", "]", "G", "/"] {
        let late = Duration::from_secs(2);
        let found = with_silences(&[b"\x1b", b"[", next.as_bytes()], late, EscKey::Idle);
        let next = next.chars().next().unwrap();
        assert_eq!(found, [key(KeyCode::Esc), key(KeyCode::Char(next))]);
    }
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
    fn silence_always_frees_the_keyboard(
        bytes in bytes(),
        silences in prop::collection::vec(any::<bool>(), 1..40),
        esc in prop_oneof![Just(EscKey::Acts), Just(EscKey::Idle)],
    ) {
        let (mut decoder, mut found) = (Decoder::default(), Vec::new());
        decoder.set_esc(esc);
        for (packet, silent) in bytes.chunks(3).zip(silences.iter().cycle()) {
            decoder.feed(packet, &mut found);
            if *silent {
                pause(&mut decoder, Duration::MAX, &mut found);
                prop_assert_eq!(decoder.patience(), None);
            }
        }
        pause(&mut decoder, Duration::MAX, &mut found);
        found.clear();
        // Where a sequence has no limit, the first key may be its end.
        decoder.feed(if esc == EscKey::Acts { b"j" } else { b"jj" }, &mut found);
        prop_assert_eq!(found.last(), Some(&key(KeyCode::Char('j'))));
    }
}
