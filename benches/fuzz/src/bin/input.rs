//! Bytes from a terminal: however they are cut into packets the keys are the same, and after some silence
//! the decoder waits for nothing, whether Esc does something or not.
#![no_main]

use libfuzzer_sys::fuzz_target;
use resolut::tty::input::{Decoder, EscKey, Input, PASTE_LIMIT};

fuzz_target!(|bytes: &[u8]| {
    for esc in [EscKey::Acts, EscKey::Idle] {
        decode(bytes, esc);
    }
});

fn decode(bytes: &[u8], esc: EscKey) {
    let (mut whole, mut found) = (Decoder::default(), Vec::new());
    whole.set_esc(esc);
    whole.feed(bytes, &mut found);
    let (mut cut, mut again) = (Decoder::default(), Vec::new());
    cut.set_esc(esc);
    for byte in bytes {
        cut.feed(&[*byte], &mut again);
    }
    assert_eq!(found, again);
    assert_eq!(whole.patience(), cut.patience());
    for _ in 0..2 {
        if whole.patience().is_some() {
            whole.expire(&mut found);
        }
    }
    assert_eq!(whole.patience(), None);
    for input in found {
        if let Input::Paste(text) = input {
            assert!(text.len() <= 3 * PASTE_LIMIT);
            assert!(!text.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
        }
    }
}
