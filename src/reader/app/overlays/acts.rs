//! What a resolution does, by the days on which it is due; and what is due in all resolutions.

use std::ops::Range;

use crate::analysis::actions::{self, Act, Due};
use crate::analysis::is_read;
use crate::search::NotedAct;
use crate::text::citation::Day;
use crate::text::corpus::{Corpus, ReadError};
use crate::text::language::ENGLISH;
use crate::text::model::{Place, ResolutionId};
use crate::text::sorting::sort_by_key;

/// An act of a resolution, or one of several times by which it is due.
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
    /// As a query asks for it.
    pub(super) noted: NotedAct,
    /// Its place among those of its resolution.
    pub(super) nth: usize,
    /// Its place among those that are due.
    order: DueOrder,
    /// Whether the day that it is due on is counted, and not printed.
    is_counted: bool,
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
            (None, due) if due.recurs() => Self::Rhythm,
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
        let adopted = corpus.adopted_on(id);
        let mut all = Vec::new();
        for paragraph in 0..resolution.passages.len() {
            if !resolution.passages[paragraph].is_paragraph() {
                continue;
            }
            let text = resolution.unit_text(paragraph);
            let acts = actions::of(&resolution, paragraph).into_iter();
            let acts = acts.flat_map(|(passage, act)| {
                act.by_time().into_iter().map(move |act| (passage, act))
            });
            for (passage, act) in acts {
                let noted = actions::note(&act, &text, adopted);
                all.push(Self {
                    nth: all.len(),
                    place: Place::new(id, passage),
                    when: noted.due.join(", "),
                    noted,
                    words: text.get(act.range.clone()).unwrap_or_default().to_owned(),
                    order: DueOrder::of(&act, adopted),
                    is_counted: !act.due.iter().all(|(_, due)| due.is_printed_day()),
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

    /// The day by which it is due, in brackets where it is counted; or else by when, as printed.
    pub fn due_said(&self) -> String {
        let DueOrder::Day(iso) = &self.order else {
            return self.when.clone();
        };
        let day = Day::read(iso).map_or_else(|| iso.clone(), Day::short);
        if self.is_counted {
            ["[", day.trim_start(), "]"].concat()
        } else {
            day
        }
    }

    /// Whether it comes again and again.
    pub(super) fn recurs(&self) -> bool {
        self.order == DueOrder::Rhythm
    }
}

/// The acts of a resolution, or those of all resolutions that are due.
#[derive(Clone, Debug, PartialEq)]
pub struct ActList {
    /// The resolution.
    pub of: ResolutionId,
    own: Vec<ActRow>,
    /// Those of all resolutions that are due, once they are asked for.
    all: Option<AllDue>,
    /// Where the list is to begin: what was selected when it was turned over.
    from: Option<Place>,
    is_all: bool,
}

/// What is due in all resolutions, as it is found out bit by bit.
#[derive(Clone, Debug, PartialEq)]
struct AllDue {
    /// The resolutions that are still to be read.
    unread: Vec<ResolutionId>,
    found: Vec<ActRow>,
}

impl ActList {
    pub(super) fn of(of: ResolutionId, own: Vec<ActRow>) -> Self {
        Self {
            of,
            own,
            all: None,
            from: None,
            is_all: false,
        }
    }

    /// What is listed, by the days on which it is due; nothing while that is still looked for.
    pub fn acts(&self) -> &[ActRow] {
        match &self.all {
            _ if !self.is_all => &self.own,
            Some(all) if all.unread.is_empty() => &all.found,
            _ => &[],
        }
    }

    /// Whether what is due in all resolutions is still looked for.
    pub fn is_looking(&self) -> bool {
        let unread = self.all.iter().filter(|_| self.is_all);
        unread.flat_map(|all| &all.unread).next().is_some()
    }

    /// Turns to what is due in all resolutions, or to the resolution again.
    pub(super) fn turn(&mut self, is_all: bool, from: Option<Place>, corpus: &Corpus) {
        (self.is_all, self.from) = (is_all, from);
        if is_all && self.all.is_none() {
            let is_asked = |id: &ResolutionId| {
                is_read(corpus, *id) && corpus.version(*id, ENGLISH) == Some(*id)
            };
            let mut unread: Vec<_> = corpus.resolutions().filter(is_asked).collect();
            unread.reverse();
            self.all = Some(AllDue {
                unread,
                found: Vec::new(),
            });
        }
    }

    /// Reads one resolution after the other, as long as there are some and `is_time`.
    ///
    /// # Errors
    /// A resolution can't be read; going on passes over it.
    pub(super) fn look_up(
        &mut self,
        corpus: &Corpus,
        is_time: &mut dyn FnMut() -> bool,
    ) -> Result<(), ReadError> {
        let Some(all) = &mut self.all else {
            return Ok(());
        };
        while is_time()
            && let Some(id) = all.unread.pop()
        {
            let mut acts = ActRow::all(corpus, id)?;
            acts.retain(|act| act.order != DueOrder::Never);
            all.found.extend(acts);
        }
        if all.unread.is_empty() {
            sort_by_key(&mut all.found, |act| act.order.clone());
        }
        Ok(())
    }

    /// The position of what was selected before; or else of what is due next after the resolution was adopted.
    pub(super) fn start(&self, corpus: &Corpus) -> usize {
        let adopted = corpus.day_of(self.of).unwrap_or_default();
        let next = DueOrder::Day(adopted.to_owned());
        let acts = self.acts();
        let selected = acts.iter().position(|act| Some(act.place) == self.from);
        let next = || acts.iter().position(|act| self.is_all && act.order >= next);
        selected.or_else(next).unwrap_or_default()
    }

    /// Whether all resolutions are listed.
    pub fn is_all(&self) -> bool {
        self.is_all
    }
}
