//! The JSON of a corpus: read or refused, and refused just where a fault is fatal.
#![no_main]

use libfuzzer_sys::fuzz_target;
use resolut::text::corpus::Corpus;
use resolut::text::format;

fuzz_target!(|json: &str| {
    let read = format::read(json);
    let faults = format::faults(json);
    let fatal = faults.iter().any(format::Fault::is_fatal);
    assert_eq!(read.is_err(), fatal, "{read:?} {faults:?}");
    if read.is_err() {
        return;
    }
    let mut corpus = Corpus::default();
    corpus.add_text(json.to_owned()).expect("it was read before");
    for id in corpus.resolutions() {
        let resolution = corpus.read(id).expect("its text is held");
        assert_eq!(resolution.passages.len(), corpus.entry(id).passages);
        for index in 0..resolution.passages.len() {
            let place = resolut::text::model::Place::new(id, index);
            let cited = corpus.cite(place).to_string();
            let _ = corpus.text(place);
            // What is printed of a citation is read as some citation, or refused in words.
            let _ = corpus.read_citation(&cited, Some(id)).map_err(|e| e.to_string());
        }
    }
});
