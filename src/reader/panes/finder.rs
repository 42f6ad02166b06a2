//! The finder's list: each hit with its place and the words around the match that says most.

use super::canvas::{Canvas, Focus};
use super::list::{self, ListRow, RowWords};
use crate::reader::app::App;
use crate::reader::app::overlays::finder::FinderPane;
use crate::search::{Hit, Match, Subject};
use crate::text::corpus::Corpus;
use crate::text::counted::counted;

/// What else there is, beside that or below, where there is room.
const FURTHER: &[&str] = &[
    "liberia OR sudan      one of both",
    "year:2008    adopted in that year",
    "since:2004-06            or later",
    "to:secretary-general     is asked",
    "does:report          for a report",
    "due:2005             by that year",
    "",
    "f in Sessions: all titles, by day",
];
/// The column where that stands.
const SECOND: u16 = 32;

/// What can be typed, shown while nothing is.
const SYNTAX: &[&str] = &[
    "words, or how they begin",
    "2/34-P:7         a place",
    "\"peace process\" a phrase",
    "-word       not this one",
    "pp op annex    one  part",
    "verb:urges     lead verb",
    "in:2/34-P in:. session:34",
    "title:fund year:2003-2007",
];

pub(super) fn render(finder: &FinderPane, app: &App<'_>, canvas: &mut Canvas<'_>) {
    let area = canvas.area;
    let nothing = finder.findings().found == 0;
    if finder.is_blank() || nothing && !finder.asks(app.place().resolution) {
        canvas.name("Find", Focus::Here);
        let is_wide = usize::from(area.width) > usize::from(SECOND) + FURTHER[0].len();
        let (x, below) = if is_wide {
            (SECOND, 0)
        } else {
            (2, SYNTAX.len() + 1)
        };
        for (x, below, lines) in [(2, 0, SYNTAX), (x, below, FURTHER)] {
            for (line, y) in lines.iter().zip((area.y + 2..area.bottom()).skip(below)) {
                canvas.line((area.x + x, y), line);
            }
        }
        return;
    }
    list::heading(&heading(finder, app), &size(finder, app.indexing()), canvas);
    let cursor = finder.cursor();
    let hits = finder.findings().hits.iter().skip(cursor.top);
    let rows: Vec<ListRow> = hits
        .take(app.view().list)
        .map(|hit| row(hit, app.corpus()))
        .collect();
    let selected = list::ListSelection {
        at: cursor.at - cursor.top,
        is_whole: false,
    };
    list::rows(&rows, selected, canvas);
}

/// What the list is, the fullest way first.
fn heading(finder: &FinderPane, app: &App<'_>) -> Vec<String> {
    let findings = finder.findings();
    let ways = |ways: &[&str]| ways.iter().map(|way| (*way).to_owned()).collect();
    if let Some(refusal) = finder.refusal() {
        return ways(&[refusal, "No such place"]);
    }
    if let Some(absent) = finder.absent() {
        return ways(&[&absent, "Nothing so called"]);
    }
    match findings.hits.first() {
        None if app.indexing().is_some() => ways(&["Nothing yet"]),
        None if !app.has_index() => ways(&["Nothing could be indexed"]),
        None => match &findings.instead {
            Some(instead) => ways(&[&format!("Nothing found: {instead}"), "Nothing found"]),
            None => ways(&["Nothing found"]),
        },
        Some(first) if !first.lacks.is_empty() => {
            let query = finder.prompt().text().trim();
            vec![
                format!("No paragraph has all of: {query}; nearest"),
                format!("Nearest, without {}", first.lacks.join(", ")),
                "None has all; nearest".to_owned(),
            ]
        }
        Some(_) => {
            let found = ways(&["Found"]);
            lacking(finder).into_iter().chain(found).collect()
        }
    }
}

/// What the selected hit lacks, or where the first stands that lacks words, where some have all.
fn lacking(finder: &FinderPane) -> Option<String> {
    match (finder.selected(), finder.findings().first_lacking()) {
        (Some(hit), _) if !hit.lacks.is_empty() => {
            Some(format!("Found, this one without {}", hit.lacks.join(", ")))
        }
        (_, Some((at, lacks))) => {
            let (row, lacks) = (at + 1, lacks.join(", "));
            Some(format!("Found, from row {row} on without {lacks}"))
        }
        _ => None,
    }
}

/// How much was found: the wordings where they are fewer than the paragraphs, and how far the index is.
fn size(finder: &FinderPane, indexing: Option<u8>) -> String {
    let findings = finder.findings();
    let count = finder.count();
    let mut said = counted(count, "paragraph");
    if let Some(wordings) = finder.wordings().filter(|wordings| *wordings < count) {
        said = format!("{}, {said}", counted(wordings, "wording"));
    }
    if count == 0 && findings.found > 0 {
        said = format!("{} by name", findings.found);
    }
    if findings.in_other_languages > 0 {
        said = format!("{said}, {} in other languages", findings.in_other_languages);
    }
    match indexing {
        Some(percent) => format!("indexing {percent} %, {said}"),
        None => said,
    }
}

/// A hit: its place, how many others say the same, and its words.
pub(super) fn row(hit: &Hit, corpus: &Corpus) -> ListRow {
    let (place, text) = match hit.subject {
        Subject::Session(id) => {
            let session = corpus.session(id);
            (session.id.to_string(), Ok(session.name.to_string()))
        }
        Subject::Resolution(id) => {
            let title = corpus.title_or_topic(id).unwrap_or_default();
            (corpus.symbol(id).to_owned(), Ok(title.into_owned()))
        }
        Subject::Passage(place) => (corpus.cite(place).to_string(), corpus.text(place)),
    };
    let others = match (hit.others(), hit.years(corpus)) {
        (0, _) => String::new(),
        (others, Some([first, last])) if !hit.like.is_empty() && first < last => {
            format!("+{others} {first}-{}", last.get(2..).unwrap_or(last))
        }
        (others, _) => format!("+{others}"),
    };
    let words = match text {
        Ok(text) => {
            let (spans, best) = hit.spans_and_best(&text);
            RowWords {
                text,
                spans,
                best,
                ..RowWords::default()
            }
        }
        Err(lost) => RowWords {
            text: lost.to_string(),
            ..RowWords::default()
        },
    };
    ListRow {
        is_guess: hit.by == Match::Fuzzy,
        columns: [String::new(), place, others],
        words,
        ..ListRow::default()
    }
}
