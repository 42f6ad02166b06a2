//! The corpus that is compiled into the program, the source of it, and what was prepared of it.

use std::sync::LazyLock;

use crate::text::corpus::{Corpus, KnownCatalogue};

/// The corpus file.
pub const JSON: &str = include_str!("../data/corpus.json");

/// What it was imported from: file name and text.
const SOURCES: &[(&str, &str)] = &[("icfm-34.txt", include_str!("../data/icfm-34.txt"))];

/// Its catalogue, and behind that its index, as `resolut prepare` wrote them.
static PREPARED: &[u8] = include_bytes!("../data/corpus.index");

/// The bundled corpus alone.
///
/// ```
/// use resolut::bundle;
///
/// let corpus = bundle::corpus();
/// assert_eq!(corpus.symbol(corpus.resolutions().next().expect("one is there")), "2/34-P");
/// ```
///
/// # Panics
/// If what was bundled is no corpus; a test holds that it is.
pub fn corpus() -> Corpus {
    let mut corpus = Corpus::default();
    let nothing = KnownCatalogue::default();
    let known = prepared().map_or(&nothing, |(known, _)| known);
    corpus
        .add_with_sources(JSON, SOURCES, known)
        .expect("the bundled corpus is read by a test");
    corpus
}

/// What was prepared of the bundled corpus: what is known of it, and the block of its index. It may be
/// that of another text.
pub fn prepared() -> Option<(&'static KnownCatalogue, &'static [u8])> {
    static READ: LazyLock<Option<(KnownCatalogue, &'static [u8])>> =
        LazyLock::new(|| KnownCatalogue::from_bytes(PREPARED));
    READ.as_ref().map(|(known, index)| (known, *index))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::format::faults;

    #[test]
    fn the_bundled_corpus_has_no_faults() {
        assert_eq!(faults(JSON), []);
    }

    #[test]
    fn what_is_prepared_is_known_of_the_bundled_corpus() {
        assert!(prepared().unwrap().0.fits(&corpus()));
    }
}
