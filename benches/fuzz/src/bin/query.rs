//! A query to the finder, asked of a small corpus: every span of a hit stands on characters.
#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use resolut::search::{Finder, Index, Question, Subject};
use resolut::text::corpus::Corpus;
use resolut::text::model::ResolutionId;

const CORPUS: &str = include_str!("../../seeds/corpus/small.json");

static SHELF: LazyLock<(Corpus, Arc<Index>)> = LazyLock::new(|| {
    let mut corpus = Corpus::default();
    corpus.add_text(CORPUS).expect("the seed is a corpus");
    let index = Index::build(&corpus).into();
    (corpus, index)
});

fuzz_target!(|query: &str| {
    let (corpus, index) = &*SHELF;
    let question = Question {
        query,
        open: Some(ResolutionId(0)),
        limit: 5,
    };
    // A finder of its own, so that each query fails alone if it fails.
    let findings = Finder::new(corpus, Arc::clone(index)).find(&question);
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
