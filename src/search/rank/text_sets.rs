//! The texts that a term leads to, kept from key to key.

use std::sync::Arc;

use crate::search::index::concordance::Concordance;
use crate::search::index::text_set::Texts;
use crate::search::terms::ways::Way;
use crate::search::terms::{Term, Ways};

/// How many sets are kept: the latest, and of older ones those that took most work to make.
const MOST_KEPT: usize = 96;
const LATEST: usize = 8;

/// Sets of texts, the latest last.
#[derive(Debug, Default)]
pub(in crate::search) struct Reached {
    kept: Vec<KeptSets>,
}

/// The texts that the ways of a word lead to.
#[derive(Debug)]
struct KeptSets {
    by: Arc<[Way]>,
    ways: Ways,
    texts: Arc<Texts>,
}

impl Reached {
    /// Whether the texts that a term leads to are kept: then they cost nothing.
    pub(in crate::search) fn is_kept(&self, term: &Term, ways: Ways) -> bool {
        self.position(term, ways).is_some()
    }

    fn position(&self, term: &Term, ways: Ways) -> Option<usize> {
        let is_it = |kept: &KeptSets| Arc::ptr_eq(&kept.by, &term.ways) && kept.ways == ways;
        self.kept.iter().rposition(is_it)
    }

    /// The texts that a term leads to.
    pub(in crate::search) fn by(
        &mut self,
        words: &Concordance,
        term: &Term,
        ways: Ways,
    ) -> Arc<Texts> {
        let kept = match self.position(term, ways) {
            Some(at) => self.kept.remove(at),
            None => KeptSets::read(words, term, ways),
        };
        let mut texts = Arc::clone(&kept.texts);
        if self.kept.len() == MOST_KEPT {
            let old = self.kept[..MOST_KEPT - LATEST].iter().enumerate();
            let cheapest = old.min_by_key(|(_, kept)| (kept.can_be_asked_for(), kept.by.len()));
            self.kept.remove(cheapest.map_or(0, |(at, _)| at));
        }
        self.kept.push(kept);
        if !term.members.is_empty() {
            let texts = Arc::make_mut(&mut texts);
            for &(text, _) in term.members.iter() {
                texts.add(text);
            }
        }
        texts
    }
}

impl KeptSets {
    /// Whether some term may still have these ways: others of the same word are looked for anew.
    fn can_be_asked_for(&self) -> bool {
        Arc::strong_count(&self.by) > 1
    }

    fn read(words: &Concordance, term: &Term, ways: Ways) -> Self {
        let mut texts = Texts::none(words.postings.texts());
        for way in ways.of(term) {
            words.postings.add_to(&mut texts, way.word);
        }
        Self {
            by: Arc::clone(&term.ways),
            ways,
            texts: Arc::new(texts),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::index::builder::Collector;
    use crate::search::query::WordEnd;
    use crate::search::terms::beginnings::literal;
    use crate::search::weights::Weights;

    #[test]
    fn sets_that_no_term_can_ask_for_make_room_first() {
        let mut collector = Collector::default();
        collector.add("peace");
        let (words, weights) = (collector.finish(&[]), Weights::default());
        let way = literal(words.weighed(&weights), "peace", WordEnd::Typed)[0];
        let term = |ways: &[Way]| Term {
            ways: ways.into(),
            ..Term::default()
        };
        let mut reached = Reached::default();
        let asked = term(&[way]);
        reached.by(&words, &asked, Ways::Sure);
        for _ in 0..MOST_KEPT {
            reached.by(&words, &term(&[way, way]), Ways::Sure);
        }
        assert!(reached.is_kept(&asked, Ways::Sure));
    }
}
