//! Text of a PDF: what is read loses no word, can be written as a corpus, and is read from that again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use resolut::import::{Encoding, Options, pdf_text};

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
    fuzz::hold(pdf_text::read(text, &options));
});
