//! Comparison of two resolutions, and of two languages of one.

use crate::analysis::{compare, lineage};
use crate::reader::app::App;
use crate::reader::app::overlays::asked::{AskedLine, Purpose};
use crate::reader::app::overlays::compared::Comparison;
use crate::reader::app::overlays::list_pane::ListKind;
use crate::reader::app::overlays::prompt::Prompt;
use crate::text::model::{Place, ResolutionId};

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
    pub(in crate::reader::app::overlays) fn compare_with(&mut self, named: &str) {
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
    pub(in crate::reader::app::overlays) fn set_next_language_beside(&mut self) {
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
    pub(in crate::reader::app::overlays) fn toggle_beside(&mut self) {
        if self.view.beside.columns == 0 {
            return self.refuse("two columns of text need a screen of 124 columns");
        }
        self.is_beside = !self.is_beside;
        if let Some((pane, ground)) = self.list_pane() {
            pane.look(&ground);
        }
    }
}
