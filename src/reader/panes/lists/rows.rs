//! What stands in a row of each list.

use super::cited::{of_place, of_words};
use super::compared::of_compared;
use super::quotations::of_quotation;
use crate::analysis::trace::TracedWording;
use crate::reader::app::App;
use crate::reader::app::outline::{OutlineEntry, OutlineRow};
use crate::reader::app::overlays::acts::ActRow;
use crate::reader::app::overlays::list_pane::{ListKind, ListPane};
use crate::reader::app::overlays::references::{ReferenceHeading, ReferenceList, ReferenceRow};
use crate::reader::app::overlays::traced::nearness_said;
use crate::reader::keep::Mark;
use crate::reader::panes::finder;
use crate::reader::panes::list::{ListRow, RowRank, RowWords};
use crate::reader::panes::theme::Theme;
use crate::text::citation::Day;
use crate::text::corpus::Corpus;
use crate::text::model::{Place, ResolutionId};
use crate::text::typeset::cut;

/// The columns that the words have which say by when.
const WHEN: usize = 24;

pub(super) fn row(pane: &ListPane, at: usize, app: &App<'_>, theme: &Theme) -> ListRow {
    match pane.listed() {
        ListKind::Marks => {
            let is_whole = pane.is_whole() && pane.selected() == Some(at);
            of_mark(&app.marks()[at], is_whole, app.corpus())
        }
        ListKind::Hits(hits) => finder::row(&hits[at], app.corpus()),
        ListKind::Places(places) => of_place(places[at], app.corpus()),
        ListKind::Languages(places) => {
            let place = places[at];
            let language = app.corpus().language(place.resolution).to_owned();
            let mut row = of_place(place, app.corpus());
            row.columns[1] = language;
            row
        }
        ListKind::Resolutions(titles) => of_title(titles.id(at), app.corpus()),
        ListKind::Outline(_) => of_entry(&app.outline().entries()[at], app),
        ListKind::Quotes(_, quotations) => of_quotation(&quotations[at]),
        ListKind::Actions(list) if list.is_all() => of_due(&list.acts()[at], app.corpus()),
        ListKind::Actions(list) => of_act(&list.acts()[at], app.corpus()),
        ListKind::References(list) => of_reference(list, at, pane.said().1, app.corpus()),
        ListKind::Trace(list) => of_wording(&list.wordings[at], app.corpus(), theme),
        ListKind::Comparison(compared) => {
            let place = compared.place(at, pane.open());
            of_compared(compared, at, place, app.corpus(), theme)
        }
    }
}

/// What is referred to, or who refers: the words around, and before them what is to be said.
fn of_reference(list: &ReferenceList, at: usize, order: &str, corpus: &Corpus) -> ListRow {
    let (citation, said, (words, span)) = match list.row(at) {
        None => return ListRow::default(),
        Some(ReferenceRow::Heading(heading)) => {
            let heading = match (heading, list.citing()) {
                (ReferenceHeading::Referring, _) if list.referring.is_empty() => {
                    "Refers to nothing".to_owned()
                }
                (ReferenceHeading::Referring, _) => "Refers to".to_owned(),
                (_, None) => "Looking for who cites it".to_owned(),
                (_, Some([])) => "Cited by nothing here".to_owned(),
                (_, Some(_)) => format!("Cited by, {order}"),
            };
            return ListRow {
                rank: RowRank::Heading,
                ..of_words(String::new(), heading)
            };
        }
        Some(ReferenceRow::Referring(one)) => {
            let said = one.said.as_ref().map(|said| format!("{said}: "));
            (one.referent.to_string(), said, &one.words)
        }
        Some(ReferenceRow::Citing(one)) => (corpus.cite(one.place).to_string(), None, &one.words),
    };
    let said = said.unwrap_or_default();
    let span = span.start + said.len()..span.end + said.len();
    ListRow {
        columns: [String::new(), citation, String::new()],
        words: RowWords {
            text: said.clone() + words,
            spans: vec![span.clone()],
            best: said.is_empty().then_some(span),
            is_reference: true,
        },
        rank: RowRank::Below,
        ..ListRow::default()
    }
}

/// When, where, how near, and the words; `!` before one whose lead verb is another.
fn of_wording(one: &TracedWording, corpus: &Corpus, theme: &Theme) -> ListRow {
    let day = corpus.adopted(one.place.resolution);
    let near = nearness_said(one, theme.fuzzy);
    let mut row = of_place(one.place, corpus);
    row.has_other_verb = one.change.is_some();
    [row.columns[0], row.columns[2]] = [day.map_or_else(String::new, Day::short), near];
    row
}

/// By when, where, and what.
fn of_act(act: &ActRow, corpus: &Corpus) -> ListRow {
    let when = cut(&act.when, WHEN, "…").into_owned();
    let place = corpus.cite(act.place).without_symbol();
    ListRow {
        columns: [when, place, String::new()],
        ..of_words(String::new(), act.words.clone())
    }
}

/// The same in a list of all resolutions, where the day is what one looks for: no room is too small for it.
fn of_due(act: &ActRow, corpus: &Corpus) -> ListRow {
    let due = act.due_said();
    let due = cut(&due, WHEN, "…");
    let place = corpus.cite(act.place).to_string();
    of_words(place, format!("{due}: {}", act.words))
}

/// A part or heading with the number of its paragraphs, or a passage with its citation.
fn of_entry(entry: &OutlineEntry, app: &App<'_>) -> ListRow {
    let resolution = app.resolution();
    let name = |text| ListRow {
        columns: [String::new(), String::new(), entry.paragraphs.to_string()],
        ..of_words(String::new(), text)
    };
    match &entry.row {
        OutlineRow::Passage(index) => {
            let place = Place::new(app.place().resolution, *index);
            let citation = app.corpus().cite(place).without_symbol();
            of_words(citation, resolution.passages[*index].text.to_string())
        }
        row => name(row.words(resolution)),
    }
}

/// A mark, with all of its paragraph instead of its first words where it is here and that is asked for.
fn of_mark(mark: &Mark, is_whole: bool, corpus: &Corpus) -> ListRow {
    let found = Some(&mark.at.citation).filter(|_| is_whole);
    let found = found.and_then(|citation| corpus.find_printed(citation));
    let text = found.and_then(|cited| corpus.text(cited.beginning()).ok());
    let words = text.as_ref().unwrap_or(&mark.words);
    let mut row = of_words(mark.at.citation.clone(), mark.listed_with(words));
    row.columns[0] = mark.day().map_or_else(String::new, Day::short);
    row
}

fn of_title(id: ResolutionId, corpus: &Corpus) -> ListRow {
    ListRow {
        columns: [
            corpus.adopted(id).map_or_else(String::new, Day::short),
            corpus.symbol_and_language(id).to_string(),
            corpus.entry(id).operative.to_string(),
        ],
        ..of_words(String::new(), corpus.title_or_words(id).into_owned())
    }
}
