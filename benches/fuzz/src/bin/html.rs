//! A page of HTML.
#![no_main]

use libfuzzer_sys::fuzz_target;
use resolut::import::SourceFormat;

fuzz_target!(|page: &[u8]| {
    fuzz::read(&[b"<!DOCTYPE html>", page].concat(), SourceFormat::Html);
});
