//! The rows of an answer: what is listed of a query's names and paragraphs, and which wording stands for which.

use crate::search::answer::groups::Listing;
use crate::search::answer::list::{FoundBy, HitList, lacks};
use crate::search::answer::named::{FoundName, FoundNames};
use crate::search::answer::paragraphs::{Candidates, Search};
use crate::search::hit::{Hit, Match, Subject};
use crate::search::index::paragraphs::id::ParagraphId;
use crate::search::index::text_set::{TextId, Texts};
use crate::search::rank::candidate::Candidate;
use crate::search::rank::matches::{matches, parting};
use crate::search::terms::expand::Effort;
use crate::search::terms::{Probe, Term, Ways};
use crate::search::weights::{BETTER_KIND, FEW_ROWS, LOOKED_AT, MAY_LACK, NAMES_FIRST, NEAREST};
use crate::text::model::Place;

impl Search<'_> {
    /// Lists the paragraphs that the operators of the query leave.
    pub(super) fn browse(&mut self, list: &mut HitList) {
        let paragraphs = &self.searched.index.paragraphs;
        self.desk.gathering.term_map().clear();
        let Some(wanted) = self.scope.texts() else {
            return;
        };
        let texts = wanted.clone();
        let mut left = wanted.clone();
        let mut best = Vec::new();
        for (_, text) in self.scope.paragraphs(paragraphs) {
            if best.len() == list.limit {
                break;
            }
            if left.has(text) {
                left.remove(text);
                best.push(Candidate::of(text));
            }
        }
        let rows = Candidates { best, texts };
        self.list_rows(list, &rows, FoundBy::Sure);
    }

    /// Lists the names, and the paragraphs that have every word of the query; returns those paragraphs.
    pub(super) fn by_words(&mut self, list: &mut HitList, found: FoundNames) -> Candidates {
        let terms = self.terms(Effort::Sure);
        let rows = self.all(Probe::new(&terms, Ways::Sure), list);
        // A title of scattered words does not stand before a paragraph that says just that.
        let looked_at = rows.best.iter().take(LOOKED_AT);
        let has_run = looked_at.clone().any(|row| row.is_run);
        let fits = |name: &FoundName| name.is_run || name.is_filled || !has_run;
        let leads = |name: &FoundName| found.ways == Ways::Sure && fits(name);
        let (mut first, mut behind): (Vec<_>, Vec<_>) = found.names.into_iter().partition(leads);
        behind.extend(first.split_off(first.len().min(NAMES_FIRST)));
        list.names(first, Match::Words, 2.0 * BETTER_KIND);
        self.list_rows(list, &rows, FoundBy::Sure);
        let by = match found.ways {
            Ways::Sure => Match::Words,
            Ways::All => Match::Fuzzy,
        };
        list.names(behind, by, 0.5 * BETTER_KIND);
        rows
    }

    /// Lists paragraphs that may have been meant, or have most of the words, behind the `sure` ones.
    pub(super) fn guess(&mut self, list: &mut HitList, sure: &[Candidate]) {
        // Known words that were found together were not mistyped.
        let effort = if sure.is_empty() {
            Effort::Guess
        } else {
            Effort::Forms
        };
        let terms = self.terms(effort);
        let mut rows = self.all(Probe::new(&terms, Ways::All), list).best;
        let few = rows.len() < FEW_ROWS || terms.iter().any(Term::goes_on);
        let may_lack = MAY_LACK.min(terms.len().saturating_sub(1));
        if few && (sure.is_empty() || may_lack > 0) {
            rows = self.some(&terms);
        }
        rows.retain(|row| sure.iter().all(|sure| sure.text != row.text));
        if !sure.is_empty() {
            rows.retain(|row| row.has.len() + may_lack >= terms.len());
        }
        rows.truncate(NEAREST);
        let mut texts = Texts::none(self.searched.index.words.postings.texts());
        for row in &rows {
            texts.add(row.text);
        }
        let rows = Candidates { best: rows, texts };
        self.list_rows(list, &rows, FoundBy::Guessed(&terms));
    }

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
