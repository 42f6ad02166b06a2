//! A query to the finder, asked of a small corpus: every span of a hit stands on characters.
#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use resolut::text::corpus::Corpus;
use resolut::text::model::ResolutionId;
use resolut::search::{Finder, Question, Subject};

const CORPUS: &str = include_str!("../../seeds/corpus/small.json");

thread_local! {
    static SHELF: RefCell<Option<(&'static Corpus, Finder<'static>)>> = const { RefCell::new(None) };
}

fuzz_target!(|query: &str| {
    SHELF.with(|shelf| {
        let mut shelf = shelf.borrow_mut();
        let (corpus, finder) = shelf.get_or_insert_with(|| {
            let mut corpus = Corpus::default();
            corpus.add_text(CORPUS).expect("the seed is a corpus");
            let corpus: &Corpus = Box::leak(Box::new(corpus));
            (corpus, Finder::of(corpus))
        });
        let question = Question {
            query,
            open: Some(ResolutionId(0)),
            limit: 5,
        };
        let findings = finder.find(&question);
        assert!(findings.hits.len() <= findings.found.max(question.limit));
        for hit in &findings.hits {
            let text = match hit.subject {
                Subject::Session(id) => corpus.session(id).name.to_string(),
                Subject::Resolution(id) => corpus.title(id).unwrap_or_default().to_owned(),
                Subject::Passage(place) => corpus.text(place).unwrap_or_default(),
            };
            let mut end = 0;
            for span in hit.spans(&text) {
                assert!(span.start >= end && text.get(span.clone()).is_some(), "{span:?}");
                end = span.end;
            }
        }
    });
});
