//! Markdown, behind front matter of a word of its own.
#![no_main]

use libfuzzer_sys::fuzz_target;
use resolut::import::SourceFormat;

fuzz_target!(|text: &[u8]| {
    let front = b"---\nyear: 2031\n---\n\n# Boats\n\n";
    fuzz::read(&[front, text].concat(), SourceFormat::Markdown);
});
