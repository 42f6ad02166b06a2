//! The rows of an answer: a list with a limit, and how names and texts that were found come onto it.

use crate::search::answer::groups::{ListedGroups, Listing};
use crate::search::answer::named::FoundName;
use crate::search::answer::paragraphs::{Candidates, Search};
use crate::search::hit::{Hit, Match, Subject};
use crate::search::index::Index;
use crate::search::index::paragraphs::ParagraphId;
use crate::search::index::text_set::{TextId, Texts};
use crate::search::rank::candidate::Candidate;
use crate::search::rank::matches::{matches, parting};
use crate::search::rank::term_set::TermSet;
use crate::search::terms::Term;
use crate::search::weights::BETTER_KIND;
use crate::text::model::Place;

/// Hits up to the limit, and the count of all.
pub(in crate::search) struct HitList {
    pub(in crate::search) hits: Vec<Hit>,
    pub(in crate::search) found: usize,
    pub(in crate::search) limit: usize,
    pub(super) groups: ListedGroups,
    /// How many hits stood there before the rows that are being listed.
    before: usize,
}

impl HitList {
    pub(in crate::search) fn new(limit: usize, groups: ListedGroups) -> Self {
        Self {
            hits: Vec::new(),
            found: 0,
            limit,
            groups,
            before: 0,
        }
    }

    pub(in crate::search) fn is_full(&self) -> bool {
        self.hits.len() >= self.limit
    }

    /// How many rows the wordings make that were found.
    pub(super) fn rows_of(&self, index: &Index, found: &[Candidate]) -> usize {
        self.groups.count(index, found.iter().map(|row| row.text))
    }

    /// Whether one of the first `rows` has that subject. Callers that list many paragraphs know that they differ.
    pub(in crate::search) fn has(&self, subject: Subject, rows: usize) -> bool {
        let mut hits = self.hits.iter().take(rows);
        hits.any(|hit| hit.subject == subject)
    }

    pub(in crate::search) fn push(&mut self, hit: Hit) {
        self.found += 1;
        if !self.is_full() {
            self.hits.push(hit);
        }
    }

    pub(in crate::search) fn names(&mut self, names: Vec<FoundName>, by: Match, kind: f32) {
        let before = self.hits.len();
        for name in names {
            if !self.has(name.subject, before) {
                self.push(Hit {
                    subject: name.subject,
                    by,
                    score: kind + name.score,
                    lacks: Vec::new(),
                    matches: name.matches,
                    same: Vec::new(),
                    like: Vec::new(),
                });
            }
        }
    }
}

/// How the texts of some rows were found.
#[derive(Clone, Copy)]
pub(super) enum FoundBy<'t> {
    /// They have all words.
    Sure,
    /// By these terms, of which they may lack some.
    Guessed(&'t [Term]),
}

impl FoundBy<'_> {
    fn by(self) -> Match {
        match self {
            Self::Sure => Match::Words,
            Self::Guessed(_) => Match::Fuzzy,
        }
    }
}

/// The words that a row does not have, as they were typed.
fn lacks(terms: &[Term], has: TermSet) -> Vec<String> {
    let missing = terms.iter().enumerate();
    let missing = missing.filter(|(position, _)| !has.has(*position));
    let mut typed: Vec<String> = missing.map(|(_, term)| term.typed.clone()).collect();
    // A word that was parted is two terms.
    typed.dedup();
    typed
}

impl Search<'_> {
    /// Lists the best of the texts that were found, and counts the paragraphs of all.
    pub(super) fn list_rows(&mut self, list: &mut HitList, rows: &Candidates, found: FoundBy<'_>) {
        list.before = list.hits.len();
        let mut listed = 0;
        for &row in &rows.best {
            if list.is_full() && list.before == 0 {
                break;
            }
            let listing = list.groups.listing(self.searched.index, row.text);
            if list.is_full() && !matches!(listing, Listing::Listed(_)) {
                continue;
            }
            listed += match listing {
                Listing::Listed(at) => {
                    // A guess is behind the rows that stand for those that are none.
                    if at < list.before {
                        list.hits[at].like.extend(self.places_of(row.text));
                    }
                    0
                }
                Listing::Alone => self.list_row(list, row, found),
                Listing::ForGroup(group) => {
                    let at = list.hits.len();
                    let listed = self.list_row(list, row, found);
                    self.list_group(list, at, (group, row.text), &rows.texts);
                    listed
                }
                Listing::BeforeGroup(group) => {
                    list.groups.list(group, list.hits.len());
                    let others = self.others_of_group(group, row.text, &rows.texts);
                    let others: Vec<_> = others.collect();
                    let listed = self.list_row(list, row, found);
                    let others = others.into_iter();
                    listed
                        + others
                            .map(|text| self.list_beside(list, row, (text, rows), found))
                            .sum::<usize>()
                }
            };
        }
        list.found += rows.texts.count() - listed;
        self.count(&rows.texts, found.by());
    }

    /// Has the row there, if there is one, stand for the other wordings of its group.
    fn list_group(
        &mut self,
        list: &mut HitList,
        at: usize,
        (group, text): (TextId, TextId),
        found: &Texts,
    ) {
        if let Some(hit) = list.hits.get_mut(at) {
            list.groups.list(group, at);
            let others = self.others_of_group(group, text, found);
            hit.like = others.flat_map(|other| self.places_of(other)).collect();
        }
    }

    /// Lists another wording of the group of a row, from the word on where it goes another way.
    fn list_beside(
        &mut self,
        list: &mut HitList,
        beside: Candidate,
        (text, rows): (TextId, &Candidates),
        found: FoundBy<'_>,
    ) -> usize {
        let ranked = rows.best.iter().find(|row| row.text == text);
        let row = Candidate {
            text,
            score: beside.score,
            ..*ranked.unwrap_or(&beside)
        };
        let at = list.hits.len();
        let listed = self.list_row(list, row, found);
        if let Some(hit) = list.hits.get_mut(at) {
            hit.matches.from = parting(&self.searched.index.words, beside.text, text);
        }
        listed
    }

    /// The other wordings of a group that were found.
    fn others_of_group(
        &self,
        group: TextId,
        text: TextId,
        found: &Texts,
    ) -> impl Iterator<Item = TextId> {
        let members = self.searched.index.groups.members(group);
        members.filter(move |&other| other != text && found.has(other))
    }

    /// Counts the paragraphs of texts.
    fn count(&mut self, texts: &Texts, by: Match) {
        let (paragraphs, scope) = (&self.searched.index.paragraphs, &self.scope);
        if self.tally.only_counts() {
            let count = match scope.texts() {
                None => paragraphs.count_of(texts),
                Some(_) => scope.count(paragraphs, texts),
            };
            self.tally.count(by, count);
            return;
        }
        for text in texts.iter() {
            let alike = paragraphs.alike(text);
            let wanted = alike.filter(|&alike| scope.holds_paragraph(paragraphs, alike));
            self.tally
                .take(by, wanted.map(|paragraph| paragraphs.place(paragraph)));
        }
    }

    /// Lists a row that does not stand there already; returns how many wordings that lists or passes over.
    fn list_row(&mut self, list: &mut HitList, row: Candidate, found: FoundBy<'_>) -> usize {
        let mut places = self.places(row.text);
        if places.is_empty() {
            return 1;
        }
        let place = places.remove(0);
        let subject = Subject::Passage(place);
        if list.has(subject, list.before) {
            return 1;
        }
        let term_map = self.desk.gathering.term_map();
        let (kind, lacks) = match found {
            FoundBy::Sure => (BETTER_KIND, Vec::new()),
            FoundBy::Guessed(terms) => (0.0, lacks(terms, row.has)),
        };
        list.push(Hit {
            subject,
            by: found.by(),
            score: kind + row.score,
            lacks,
            matches: matches(&self.searched.index.words, term_map, row.text),
            same: places,
            like: Vec::new(),
        });
        1
    }

    /// Where a wording stands, within the scope; first where the query's number points.
    fn places(&self, text: TextId) -> Vec<Place> {
        let is_numbered =
            |paragraph: &ParagraphId| self.numbered.iter().any(|of| of.contains(paragraph));
        let (first, others): (Vec<_>, Vec<_>) = self.paragraphs_of(text).partition(is_numbered);
        let paragraphs = &self.searched.index.paragraphs;
        let all = first.into_iter().chain(others);
        all.map(|paragraph| paragraphs.place(paragraph)).collect()
    }

    /// Where a wording stands, within the scope, in the order of the corpus.
    fn places_of(&self, text: TextId) -> impl Iterator<Item = Place> {
        let paragraphs = &self.searched.index.paragraphs;
        let all = self.paragraphs_of(text);
        all.map(|paragraph| paragraphs.place(paragraph))
    }

    fn paragraphs_of(&self, text: TextId) -> impl Iterator<Item = ParagraphId> {
        let paragraphs = &self.searched.index.paragraphs;
        let wanted = |&paragraph: &ParagraphId| self.scope.holds_paragraph(paragraphs, paragraph);
        paragraphs.alike(text).filter(wanted)
    }
}
