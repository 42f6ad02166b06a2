//! Text of a PDF: what is read loses no word, can be written as a corpus, and is read from that again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use resolut::import::{Encoding, ImportError, Options, pdf_text};
use resolut::text::format;

fuzz_target!(|bytes: &[u8]| {
    // The first byte chooses the encoding: both are asked as often.
    let (encoding, text) = match bytes.split_first() {
        Some((0xff, text)) => (Encoding::LATIN_1, text),
        _ => (Encoding::ByContent, bytes),
    };
    let options = Options {
        encoding,
        ..Options::new("x.txt")
    };
    match pdf_text::read(text, &options) {
        Ok(import) => {
            let json = format::to_json(&import.sessions);
            format::read(&json).expect("an imported corpus can be read");
            let faults = format::faults(&json);
            assert!(faults.iter().all(|fault| !fault.is_fatal()), "{faults:?}");
        }
        Err(ImportError::LosesWords { .. }) => panic!("words are lost"),
        Err(_) => {}
    }
});
