//! Rows of a list that what is typed leaves: those that have its words, and what its operators ask for.

use super::{ListGround, ListKind, ListPane, Prompt};
use crate::reader::app::list::Cursor;
use crate::reader::app::overlays::references::ReferenceRow;
use crate::search::{ListedActs, RowQuery};
use crate::text::corpus::{Corpus, TitleWords};
use crate::text::model::Place;

/// What rows are found by, each by its position in what is listed.
#[derive(Debug)]
pub(super) struct RowFilter {
    rows: Vec<FilteredRow>,
    /// Where they are acts.
    acts: Option<ListedActs>,
}

#[derive(Debug)]
struct FilteredRow {
    /// Folded.
    words: String,
    /// The day of its resolution.
    day: Option<String>,
    /// Whether it is an act that comes again and again.
    recurs: bool,
}

/// What is left.
#[derive(Debug, Default)]
struct LeftRows {
    /// Whether a row is, by its position.
    are_left: Vec<bool>,
    /// How many more would be, if what comes again and again had a day.
    recurring: usize,
    /// What is said of operators that name nothing.
    absent: Vec<String>,
}

impl RowFilter {
    fn left(&self, typed: &str) -> LeftRows {
        let query = RowQuery::read(typed);
        let mut left = self.asked(&query);
        let recurs = |row: usize| self.rows[row].recurs;
        let asked = |query: &RowQuery| self.asked(query).are_left;
        left.recurring = query.recurring(&left.are_left, recurs, asked);
        left
    }

    fn asked(&self, query: &RowQuery) -> LeftRows {
        let words = TitleWords::read(&query.words());
        let is_left =
            |row: &FilteredRow| words.fit(&row.words) && query.holds_day(row.day.as_deref());
        let mut are_left: Vec<_> = self.rows.iter().map(is_left).collect();
        let acts = self.acts.as_ref().map(|acts| acts.asked(query));
        let (are_asked, absent) = acts.unwrap_or_default();
        for (is_left, is_asked) in are_left.iter_mut().zip(are_asked) {
            *is_left &= is_asked;
        }
        LeftRows {
            are_left,
            absent,
            ..LeftRows::default()
        }
    }
}

impl ListPane {
    /// What narrows the list, while that is typed.
    pub fn prompt(&self) -> Option<&Prompt> {
        (self.is_prompt() || self.is_typing).then_some(&self.prompt)
    }

    /// Whether what narrows it is typed for as long as the list is open.
    fn is_prompt(&self) -> bool {
        matches!(self.listed, ListKind::Resolutions(_) | ListKind::Outline(_))
    }

    /// Whether what narrows it is typed over a list whose keys are letters otherwise.
    pub fn is_typing(&self) -> bool {
        self.is_typing
    }

    /// Of how many rows those are that are left, where something narrows a list that is no prompt.
    pub fn left_of(&self) -> Option<(usize, usize)> {
        let is_narrowed = !self.is_prompt() && !self.prompt.text().trim().is_empty();
        is_narrowed.then(|| (self.count_without_headings(), self.count))
    }

    /// How many acts come again and again without a day, and are not left for that, where days narrow a list of acts.
    pub fn recurring(&self) -> usize {
        self.recurring
    }

    /// What narrows a list that is no prompt, once that is typed.
    pub fn narrowed_by(&self) -> Option<&str> {
        let typed = self.prompt.text().trim();
        let is_kept = !self.is_prompt() && !self.is_typing && !typed.is_empty();
        is_kept.then_some(typed)
    }

    /// What is said of operators that name nothing, where they left no row.
    pub(in crate::reader::app) fn absent(&self) -> Option<String> {
        let is_empty = self.count_without_headings() == 0;
        (is_empty && !self.absent.is_empty()).then(|| self.absent.join(", "))
    }

    /// Begins to type what narrows the list.
    pub(in crate::reader::app) fn narrow(&mut self) {
        self.is_typing = true;
    }

    /// Ends that, and keeps what is left.
    pub(in crate::reader::app) fn keep_narrowed(&mut self) {
        self.is_typing = false;
    }

    /// Shows all rows again; the selected one stays selected.
    pub(in crate::reader::app) fn widen(&mut self, from: &ListGround<'_>) {
        let selected = self.selected();
        self.is_typing = false;
        self.prompt = Prompt::default();
        self.lay_again(from);
        let mut rows = self.rows.iter();
        let at = rows.position(|&row| Some(row) == selected);
        self.cursor.at = at.unwrap_or_default();
        self.look(from);
    }

    /// Changes what narrows the list; what is first then is selected.
    pub(in crate::reader::app) fn edit(
        &mut self,
        change: impl FnOnce(&mut Prompt) -> bool,
        from: &ListGround<'_>,
    ) {
        if change(&mut self.prompt) {
            self.cursor = Cursor::default();
            self.lay_again(from);
        }
    }

    /// Leaves the rows that what narrows a list that is no prompt asks for, and headings.
    pub(super) fn leave_narrowed(&mut self, from: &ListGround<'_>) {
        self.absent.clear();
        self.recurring = 0;
        self.count = self.count_without_headings();
        if self.left_of().is_none() {
            return;
        }
        if self.filter.is_none() {
            self.filter = Some(self.filter(from));
        }
        if let Some(filter) = &self.filter {
            let left = filter.left(self.prompt.text());
            let is_left =
                |row: &usize| left.are_left.get(*row) == Some(&true) || self.is_heading_row(*row);
            let rows = self.rows.iter().copied().filter(is_left);
            self.rows = rows.collect();
            (self.recurring, self.absent) = (left.recurring, left.absent);
        }
    }

    fn count_without_headings(&self) -> usize {
        let rows = self.rows.iter();
        rows.filter(|&&row| !self.is_heading_row(row)).count()
    }

    fn filter(&self, from: &ListGround<'_>) -> RowFilter {
        let count = self.rows.iter().max().map_or(0, |last| last + 1);
        let found = |row: usize| {
            let place = self.place_at(row, from);
            let words = [self.words_of(row, from), self.words_at(place, from.corpus)];
            let day = place.and_then(|place| from.corpus.day_of(place.resolution));
            FilteredRow {
                words: TitleWords::fold(&words.join(" ")),
                day: day.map(str::to_owned),
                recurs: matches!(&self.listed, ListKind::Actions(list) if list.acts()[row].recurs()),
            }
        };
        let acts = match &self.listed {
            ListKind::Actions(list) => {
                let noted = list.acts().iter().map(|act| &act.noted);
                Some(ListedActs::of(noted))
            }
            _ => None,
        };
        RowFilter {
            rows: (0..count).map(found).collect(),
            acts,
        }
    }

    /// What a row says beside the words of its place.
    fn words_of(&self, row: usize, from: &ListGround<'_>) -> String {
        match &self.listed {
            ListKind::Marks => {
                let mark = &from.marks[row];
                let note = mark.note.as_deref().unwrap_or_default();
                [&mark.at.citation, &mark.words, note].join(" ")
            }
            ListKind::Quotes(_, quotations) => {
                let quotation = &quotations[row];
                [quotation.style.name(), &quotation.source].join(" ")
            }
            ListKind::References(list) => match list.row(row) {
                Some(ReferenceRow::Referring(one)) => {
                    let said = one.said.as_deref().unwrap_or_default();
                    [&one.referent.to_string(), &one.words.0, said].join(" ")
                }
                _ => String::new(),
            },
            ListKind::Actions(list) => {
                let act = &list.acts()[row];
                [&act.noted.verb, &act.words, &act.due_said()]
                    .map(String::as_str)
                    .join(" ")
            }
            ListKind::Comparison(compared) => {
                let row = &compared.rows[row];
                let texts = row.texts(from.corpus).unwrap_or_default();
                [&row.told(), &texts[0], &texts[1]]
                    .map(String::as_str)
                    .join(" ")
            }
            ListKind::Languages(places) => from.corpus.language(places[row].resolution).to_owned(),
            _ => String::new(),
        }
    }

    /// The words of a place; with those of its title where rows are of several resolutions.
    fn words_at(&self, place: Option<Place>, corpus: &Corpus) -> String {
        let Some(place) = place else {
            return String::new();
        };
        let citation = corpus.cite(place).to_string();
        match &self.listed {
            // An act has the words of its own clause.
            ListKind::Actions(list) if list.is_all() => {
                corpus.title_words(place.resolution) + " " + &citation
            }
            ListKind::Actions(_) | ListKind::Comparison(_) => citation,
            _ => {
                let title = corpus.title_words(place.resolution);
                let text = corpus.text(place).unwrap_or_default();
                [title, citation, text].join(" ")
            }
        }
    }
}
