//! Bytes from a terminal: however they are cut into packets the keys are the same, and after a silence
//! the decoder waits for nothing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use resolut::terminal::input::{Decoder, Input, PASTE_LIMIT};

fuzz_target!(|bytes: &[u8]| {
    let (mut whole, mut found) = (Decoder::default(), Vec::new());
    whole.feed(bytes, &mut found);
    let (mut cut, mut again) = (Decoder::default(), Vec::new());
    for byte in bytes {
        cut.feed(&[*byte], &mut again);
    }
    assert_eq!(found, again);
    assert_eq!(whole.patience(), cut.patience());
    whole.expire(&mut found);
    assert_eq!(whole.patience(), None);
    for input in found {
        if let Input::Paste(text) = input {
            assert!(text.len() <= 3 * PASTE_LIMIT);
            assert!(!text.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
        }
    }
});
