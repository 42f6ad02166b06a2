//! An index that is written and read back.

use proptest::prelude::*;
use resolut::bundle;
use resolut::search::{Finder, Index, Question, Subject};
use resolut::text::block;
use resolut::text::corpus::Corpus;

use super::Library;

const HEAD: usize = 32;
/// The bytes of a page of the long tables.
const PAGE: usize = 4096;

fn words() -> impl Strategy<Value = String> {
    let word = proptest::sample::select(vec![
        "requests",
        "Recalling",
        "peace",
        "cease-fire",
        "ceasefire",
        "2505",
        "ООН",
        "北京大学",
        "organization",
        "organisation",
        "the",
        "of",
        "lake",
        "lakes",
        "mission",
        "(a)",
    ]);
    proptest::collection::vec(word, 0..9).prop_map(|words| words.join(" "))
}

/// Bytes of an index that were changed, with the hashes that they should have.
fn forged(mut bytes: Vec<u8>) -> Vec<u8> {
    let kept = Index::build(&bundle::corpus()).to_bytes();
    let length = u64::from_le_bytes(*kept[16..].first_chunk().unwrap());
    let (block, long) = bytes.split_at_mut(HEAD + usize::try_from(length).unwrap());
    let pages = (0..).zip(long.chunks(PAGE));
    let hashes: Vec<u8> = pages
        .flat_map(|(number, page)| block::hash(number, page).to_le_bytes())
        .collect();
    let behind = block.len() - hashes.len();
    block[behind..].copy_from_slice(&hashes);
    [block::block(Index::KIND, &block[HEAD..]), long.to_vec()].concat()
}

/// A question for up to fifty rows.
fn asks<'q>(corpus: &Corpus, query: &'q str) -> Question<'q> {
    Question {
        query,
        open: corpus.resolutions().next(),
        limit: 50,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 120, ..Default::default() })]

    #[test]
    fn an_index_read_back_answers_the_same(
        resolutions in proptest::collection::vec(
            (words(), proptest::collection::vec(words(), 0..6)), 0..5),
        queries in proptest::collection::vec(words(), 1..5),
    ) {
        let symbols: Vec<String> = (0..resolutions.len()).map(|n| format!("{n}/7-T")).collect();
        let texts: Vec<Vec<&str>> = resolutions
            .iter()
            .map(|(_, texts)| texts.iter().map(String::as_str).collect())
            .collect();
        let shelf: Vec<(&str, &str, &[&str])> = symbols
            .iter()
            .zip(resolutions.iter().zip(&texts))
            .map(|(symbol, ((title, _), texts))| (&**symbol, &**title, &**texts))
            .collect();
        let Library { corpus, finder } = Library::with(&shelf);
        let mut finder = finder.into_inner();
        let bytes = finder.index().to_bytes();
        let again = Index::from_bytes(&bytes, corpus).unwrap();
        prop_assert_eq!(again.size(), finder.index().size());
        prop_assert!(again.to_bytes() == bytes);
        let mut again = Finder::new(corpus, again);
        for query in queries.iter().map(String::as_str).chain(["7", "in:. lake", "verb:requests", "pece"]) {
            let question = asks(corpus, query);
            prop_assert_eq!(again.find(&question), finder.find(&question));
        }
    }

    #[test]
    fn a_forged_index_is_none_or_answers_without_a_panic(
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..4),
        low in any::<bool>(),
    ) {
        let Library { corpus, finder } = Library::bundled();
        let mut bytes = finder.into_inner().index().to_bytes();
        for (at, put) in changes {
            let at = at.index(bytes.len());
            // Small numbers are those that may be believed.
            bytes[at] = if low { put % 4 } else { put };
        }
        if let Some(index) = Index::from_bytes(&forged(bytes), corpus) {
            let mut finder = Finder::new(corpus, index);
            for query in ["kashmir mission", "pece kashmr", "34", "\"composite dialogue\"", "verb:requests", "pp", "-india op"] {
                for hit in finder.find(&asks(corpus, query)).hits {
                    hit.spans("the composite dialogue");
                }
            }
        }
    }

    #[test]
    fn any_bytes_are_no_index(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let corpus = bundle::corpus();
        prop_assert!(Index::from_bytes(&bytes, &corpus).is_none());
        prop_assert!(Index::from_bytes(&block::block(Index::KIND, &bytes), &corpus).is_none());
    }
}

#[test]
fn where_the_commonest_words_stand_side_by_side_is_read_back() {
    let texts = (0..2000).map(|number| match number % 5 {
        0 => format!("the lake of {number}"),
        1 => format!("of {number} the lake"),
        _ => format!("of the lake {number}"),
    });
    let texts: Vec<String> = texts.collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let Library { corpus, finder } = Library::of_paragraphs(&texts);
    let bytes = finder.into_inner().index().to_bytes();
    let index = Index::from_bytes(&bytes, corpus).unwrap();
    assert!(index.to_bytes() == bytes);
    let mut finder = Finder::new(corpus, index);
    for (query, sure) in [
        ("\"of the\"", 1200),
        ("\"lake of\"", 400),
        ("\"the lake\"", 2000),
        ("\"the of\"", 0),
        ("\"of the lake\"", 1200),
    ] {
        let found = finder.find(&asks(corpus, query));
        assert_eq!(found.sure, sure, "{query}");
    }
}

#[test]
fn an_index_of_another_corpus_is_none() {
    let (one, other) = (Library::bundled(), Library::of_paragraphs(&["Decides"]));
    let bytes = |library: &Library| library.finder.borrow().index().to_bytes();
    assert!(Index::from_bytes(&bytes(&one), other.corpus).is_none());
    assert!(Index::from_bytes(&bytes(&other), one.corpus).is_none());
}

#[test]
fn a_first_part_is_searched_while_the_rest_is_read() {
    let corpus = bundle::corpus();
    let mut told = Vec::new();
    let part = Index::build_while(&corpus, |done| {
        told.push(done);
        done < 1
    });
    assert_eq!(told, [0, 1]);
    assert!(!part.is_whole() && Index::build(&corpus).is_whole());
    let mut finder = Finder::new(&corpus, part);
    let found = finder.find(&asks(&corpus, "composite dialogue")).hits;
    let first = corpus.resolutions().next().unwrap();
    let of_first = |subject| match subject {
        Subject::Passage(place) => place.resolution == first,
        _ => true,
    };
    assert!(!found.is_empty() && found.iter().all(|hit| of_first(hit.subject)));
    // Names are in the catalogue.
    let named = finder.find(&asks(&corpus, "peace process")).hits;
    assert!(!named.is_empty());
}
