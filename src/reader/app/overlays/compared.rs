//! Two resolutions compared, as a list of their paragraphs.

use super::asked::{AskedLine, Purpose};
use super::list_pane::ListKind;
use super::prompt::Prompt;
use super::word_diff::{WordingPair, counted_changes};
use crate::analysis::compare::{self, ComparedRow, Fate};
use crate::analysis::lineage;
use crate::reader::app::App;
use crate::text::corpus::{Corpus, ReadError};
use crate::text::counted::counted;
use crate::text::model::{Place, ResolutionId};
use crate::text::typeset::columns;

/// Two resolutions paragraph by paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The earlier one and the later one.
    pub of: [ResolutionId; 2],
    /// What became of each paragraph, in the order of the later one.
    pub rows: Vec<ComparedRow>,
    /// The columns that the numbers of the paragraphs of each take.
    pub widths: [usize; 2],
    /// Whether both are one resolution in two languages: no words are the same then, and none changed.
    pub is_of_languages: bool,
}

impl Comparison {
    fn of(corpus: &Corpus, of: [ResolutionId; 2]) -> Result<Self, ReadError> {
        Ok(Self::with(compare::rows(corpus, of[0], of[1])?, of, corpus))
    }

    /// A text beside the same in another language.
    fn of_languages(corpus: &Corpus, of: [ResolutionId; 2]) -> Result<Self, ReadError> {
        let rows = compare::languages(corpus, of[0], of[1])?;
        Ok(Self {
            is_of_languages: true,
            ..Self::with(rows, of, corpus)
        })
    }

    fn with(rows: Vec<ComparedRow>, of: [ResolutionId; 2], corpus: &Corpus) -> Self {
        let pairs: Vec<_> = rows.iter().map(|row| row.pair(corpus)).collect();
        let widest = |side: usize| pairs.iter().map(|pair| columns(&pair[side])).max();
        let widths = [0, 1].map(|side| widest(side).unwrap_or_default());
        Self {
            of,
            rows,
            widths,
            is_of_languages: false,
        }
    }

    /// Where a row leads: into the open resolution, or else where it has a paragraph.
    pub fn place(&self, at: usize, open: ResolutionId) -> Option<Place> {
        let row = self.rows.get(at)?;
        let side = [&row.from, &row.to][selected(row, open)];
        side.first().copied()
    }

    /// Whether a row is no longer what it was, or where it was.
    pub(super) fn is_changed(&self, at: usize) -> bool {
        let row = &self.rows[at];
        row.fate != Fate::Same || row.is_moved
    }

    /// How many rows there are of each kind, in words.
    pub fn counted(&self) -> String {
        if self.is_of_languages {
            return counted(self.rows.len(), "paragraph");
        }
        let count = |fate: Fate| self.rows.iter().filter(|row| row.fate == fate).count();
        let counts = Fate::ALL.map(|fate| (count(fate), fate.name())).into_iter();
        let moved = self.rows.iter().filter(|row| row.is_moved).count();
        let counts = counts.chain([(moved, "moved")]);
        let counts = counts.filter(|(count, _)| *count > 0);
        let counts: Vec<_> = counts
            .map(|(count, name)| format!("{count} {name}"))
            .collect();
        counts.join(", ")
    }

    /// Both sides of a row, and what became of it.
    pub(super) fn pair(
        &self,
        at: usize,
        open: ResolutionId,
        corpus: &Corpus,
    ) -> Option<WordingPair> {
        let row = self.rows.get(at)?;
        let lost = |lost: ReadError| [lost.to_string(), lost.to_string()];
        let texts = row.texts(corpus).unwrap_or_else(lost);
        Some(WordingPair {
            places: [row.from.clone(), row.to.clone()],
            selected: selected(row, open),
            said: if self.is_of_languages {
                Vec::new()
            } else {
                vec![said(row, &texts)]
            },
            texts,
            is_of_languages: self.is_of_languages,
        })
    }
}

/// The side of a row that is in the open resolution, or else the later one of those that are there.
fn selected(row: &ComparedRow, open: ResolutionId) -> usize {
    let sides = [&row.from, &row.to];
    let is_open = |side: &&Vec<Place>| side.first().is_some_and(|place| place.resolution == open);
    let later = usize::from(!row.to.is_empty());
    sides.iter().position(is_open).unwrap_or(later)
}

/// What became of a row.
fn said(row: &ComparedRow, texts: &[String; 2]) -> String {
    let ([from, to], mut said) = (texts, row.told());
    if row.has_other_letters(texts) {
        said.push_str(" but for capitals");
    }
    if row.is_other() {
        let percent = (row.likeness * 100.0).min(99.0);
        said = format!("{said}, {percent:.0} % the same");
        said.extend(counted_changes(from, to).map(|counted| ["; ", &counted].concat()));
    }
    said
}

impl App<'_> {
    /// Asks what the open resolution, or that of the selected row, is to be compared with; the likeliest one before it is in the prompt.
    pub(in crate::reader::app) fn ask_compared(&mut self) {
        let id = self.asked_of().resolution;
        let before = match lineage::predecessor(self.corpus, id) {
            Ok(before) => before,
            Err(lost) => return self.refuse(lost.to_string()),
        };
        if before.is_none() {
            self.note(lineage::begins(self.corpus, id) + ": name one");
        }
        let symbol = before.map(|before| self.corpus.symbol(before));
        self.asked = Some(AskedLine {
            purpose: Purpose::Compared,
            prompt: Prompt::with(symbol.unwrap_or_default()),
        });
    }

    /// Compares what [`Self::ask_compared`] asked of with the one that was named, the earlier one first.
    pub(super) fn compare_with(&mut self, named: &str) {
        if named.is_empty() {
            return self.ask_compared();
        }
        let compared = self.compared(named);
        let corpus = self.corpus;
        let of = |of| Comparison::of(corpus, of).map_err(|lost| lost.to_string());
        match compared.and_then(of) {
            Ok(list) => {
                self.asked = None;
                self.open_list(ListKind::Comparison(Box::new(list)));
            }
            Err(refusal) => self.refuse(refusal),
        }
    }

    /// The open resolution and the one that is cited, the earlier first; or without a citation the one before it in its
    /// line. Or why they can't be compared.
    pub(in crate::reader) fn compared(&self, with: &str) -> Result<[ResolutionId; 2], String> {
        let (corpus, own) = (self.corpus, self.asked_of().resolution);
        if with.is_empty() {
            let before = lineage::predecessor(corpus, own).map_err(|lost| lost.to_string())?;
            let begins = || lineage::begins(corpus, own) + "; name one: `compare 2/34-P`";
            return Ok([before.ok_or_else(begins)?, own]);
        }
        let cited = corpus.read_citation(with, Some(own));
        let cited = cited.map_err(|error| error.to_string())?.resolution;
        let other = corpus.version(cited, corpus.language(own)).unwrap_or(cited);
        let of = compare::in_order(corpus, [other, own]);
        compare::refusal(corpus, of).map_or(Ok(of), Err)
    }

    /// Sets the open resolution beside its text in the next language.
    pub(in crate::reader::app) fn set_languages_beside(&mut self) {
        let own = self.place.resolution;
        let Some(other) = self.corpus.next_language(own) else {
            let (symbol, language) = (self.corpus.symbol(own), self.corpus.language(own));
            return self.refuse(format!("{symbol} is here in `{language}` only"));
        };
        self.is_beside = true;
        self.list_languages(other, self.place.index());
    }

    /// In place of the language beside the open resolution, sets the one behind it.
    pub(super) fn set_next_language_beside(&mut self) {
        let Some((pane, ground)) = self.list_pane() else {
            return;
        };
        let at = pane.place(&ground).map_or(0, Place::index);
        let ListKind::Comparison(compared) = pane.listed() else {
            return;
        };
        let [own, other] = compared.of;
        if !compared.is_of_languages {
            return self.refuse("these are of one language: | beside the text has others");
        }
        let mut next = self.corpus.next_language(other);
        if next == Some(own) {
            next = self.corpus.next_language(own);
        }
        self.list_languages(next.unwrap_or(other), at);
    }

    /// Lists the open resolution beside another language of it, from the paragraph of a passage on.
    fn list_languages(&mut self, other: ResolutionId, passage: usize) {
        let of = [self.place.resolution, other];
        let list = match Comparison::of_languages(self.corpus, of) {
            Ok(list) => list,
            Err(lost) => return self.refuse(lost.to_string()),
        };
        let paragraph = Place::new(of[0], self.open.paragraph_of(passage));
        let row = list.rows.iter().position(|row| row.from == [paragraph]);
        self.overlay = None;
        self.open_list(ListKind::Comparison(Box::new(list)));
        if let (Some(row), Some((pane, ground))) = (row, self.list_pane()) {
            pane.put(row, &ground);
        }
    }

    /// Sets two wordings beside each other, or one over the other again.
    pub(super) fn toggle_beside(&mut self) {
        if self.view.beside.columns == 0 {
            return self.refuse("two columns of text need a screen of 124 columns");
        }
        self.is_beside = !self.is_beside;
        if let Some((pane, ground)) = self.list_pane() {
            pane.look(&ground);
        }
    }
}
