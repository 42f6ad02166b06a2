//! What a resolution does, by the days on which it is due.

use std::ops::Range;

use super::list_pane::ListKind;
use crate::analysis::actions::{self, Act, Due};
use crate::reader::app::App;
use crate::text::corpus::{Corpus, ReadError};
use crate::text::model::{Place, ResolutionId};
use crate::text::sorting::sort_by_key;

/// An act of a resolution.
#[derive(Clone, Debug, PartialEq)]
pub struct ActRow {
    /// Its paragraph, or the point that does it.
    pub place: Place,
    /// By when, as printed; empty where nothing is said.
    pub when: String,
    /// Its clause.
    pub words: String,
    /// The words that say by when, as bytes of the paragraph with its points, and the paragraph.
    pub due: (usize, Vec<Range<usize>>),
    /// Its place among those that are due.
    order: DueOrder,
}

/// In which order acts are due: what has a day, what comes again and again, what has an occasion, the rest.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum DueOrder {
    Day(String),
    Rhythm,
    Occasion,
    Never,
}

impl DueOrder {
    fn of(act: &Act, adopted: Option<&str>) -> Self {
        let order = |due: &Due| match (due.day(adopted), due) {
            (Some(day), _) => Self::Day(day),
            (None, Due::Every(..) | Due::Regularly) => Self::Rhythm,
            (None, _) => Self::Occasion,
        };
        let all = act.due.iter().map(|(_, due)| order(due));
        all.min().unwrap_or(Self::Never)
    }
}

impl ActRow {
    /// The acts of a resolution, the first that is due first.
    ///
    /// # Errors
    /// The resolution can't be read.
    pub(super) fn all(corpus: &Corpus, id: ResolutionId) -> Result<Vec<Self>, ReadError> {
        let resolution = corpus.read(id)?;
        let adopted = corpus.entry(id).adopted.as_deref();
        let mut all = Vec::new();
        for paragraph in 0..resolution.passages.len() {
            if !resolution.passages[paragraph].is_paragraph() {
                continue;
            }
            let text = resolution.unit_text(paragraph);
            for (passage, act) in actions::of(&resolution, paragraph) {
                all.push(Self {
                    place: Place::new(id, passage),
                    when: printed(&act, &text),
                    words: text.get(act.range.clone()).unwrap_or_default().to_owned(),
                    order: DueOrder::of(&act, adopted),
                    due: (
                        paragraph,
                        act.due.into_iter().map(|(words, _)| words).collect(),
                    ),
                });
            }
        }
        sort_by_key(&mut all, |act| act.order.clone());
        Ok(all)
    }
}

/// By when, as printed.
fn printed(act: &Act, text: &str) -> String {
    let words = act
        .due
        .iter()
        .filter_map(|(words, _)| text.get(words.clone()));
    words.collect::<Vec<_>>().join(", ")
}

impl App<'_> {
    /// What the open resolution does, or why that is not known.
    pub(in crate::reader) fn acts(&self) -> Result<Vec<ActRow>, String> {
        let id = self.place.resolution;
        if let Some(refusal) = self.unread() {
            return Err(refusal);
        }
        let acts = ActRow::all(self.corpus, id).map_err(|lost| lost.to_string())?;
        if acts.is_empty() {
            return Err(format!(
                "{} asks nothing of anybody",
                self.corpus.symbol(id)
            ));
        }
        Ok(acts)
    }

    /// Lists what the open resolution does.
    pub(in crate::reader::app) fn open_acts(&mut self) {
        match self.acts() {
            Ok(acts) => self.open_list(ListKind::Actions(self.place.resolution, acts)),
            Err(refusal) => self.refuse(refusal),
        }
    }
}
