//! What stays of a query once the finder is left: the paragraphs that `n` and `N` walk, and what is highlighted in them.

use super::{FinderPane, Ground};
use crate::search::{Apart, Hit, Match, Subject};
use crate::text::model::Place;

/// How many rows are highlighted at most: all paragraphs are walked, but the highlights of each take memory.
const HIGHLIGHTED: usize = 10_000;

impl FinderPane {
    /// The hits to highlight once the finder is left, and the paragraphs that `n` and `N` walk.
    pub fn walk(&mut self, ground: &mut Ground<'_, '_>) -> (Vec<Hit>, Vec<Place>) {
        let worst = self.worst();
        let question = self.question(ground.open, self.findings.hits.len());
        let finder = ground.finder.as_mut();
        let places = finder.map(|finder| finder.paragraphs(&question, worst));
        self.ask_apart(ground, HIGHLIGHTED, Apart::All);
        self.findings.hits.retain(|hit| hit.by <= worst);
        let hits = std::mem::take(&mut self.findings.hits);
        (hits, places.unwrap_or_default())
    }

    /// How many paragraphs `n` and `N` would walk if the selected row were opened.
    pub fn count(&self) -> usize {
        let guessed = match self.worst() {
            Match::Fuzzy => self.findings.guessed,
            Match::Citation | Match::Words => 0,
        };
        self.findings.sure + guessed
    }

    /// How many texts the paragraphs have that were found without a guess; none while that is not known.
    pub fn wordings(&self) -> Option<usize> {
        let findings = &self.findings;
        let is_name = |hit: &&Hit| !matches!(hit.subject, Subject::Passage(_));
        if !self.opened.is_empty() || self.worst() == Match::Fuzzy {
            return None;
        }
        if findings.guessed == 0 {
            let names = findings.hits.iter().filter(is_name).count();
            return Some(findings.found.saturating_sub(names));
        }
        let sure = findings
            .hits
            .iter()
            .filter(|hit| hit.by != Match::Fuzzy && !is_name(hit));
        let paragraphs: usize = sure.clone().map(|hit| 1 + hit.same.len()).sum();
        // Else some of them are not among the hits that are listed.
        (paragraphs == findings.sure).then(|| sure.count())
    }

    /// How the least certain hits that `n` and `N` walk were found. Guesses are walked only if one is selected.
    fn worst(&self) -> Match {
        self.selected()
            .map_or(Match::Words, |hit| hit.by.max(Match::Words))
    }
}
