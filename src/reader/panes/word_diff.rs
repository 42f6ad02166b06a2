//! Two wordings beside a list, with marks at what changed: what is gone is underlined, what is new is bold, and the signs
//! around both say the same.

use super::MARGIN;
use super::canvas::{Canvas, Focus, Piece};
use super::outline::label;
use super::text::{body, header_of_wording};
use crate::reader::app::App;
use crate::reader::app::overlays::list_pane::ListPane;
use crate::reader::app::overlays::word_diff::{WordDiff, WordingCell, WordingLayout, WordingText};
use crate::text::corpus::Corpus;
use crate::text::model::Place;
use crate::text::typeset::columns;

/// Draws one of the two columns of what stands beside a list of wordings.
pub(super) fn render(pane: &ListPane, column: usize, app: &App<'_>, canvas: &mut Canvas<'_>) {
    if !pane.is_of_wordings() {
        return;
    }
    let wordings = pane.wordings();
    heading(wordings, column, app, canvas);
    let area = body(canvas.area);
    for (cells, y) in wordings.rows().iter().zip(area.y..area.bottom()) {
        if let Some(cell) = &cells[column] {
            draw(cell, y, wordings, app, canvas);
        }
    }
}

/// The line over the first row: its resolution, or both paragraphs where both are one text.
fn heading(wordings: &WordDiff, column: usize, app: &App<'_>, canvas: &mut Canvas<'_>) {
    match (wordings.layout(), wordings.heads()) {
        (WordingLayout::Joined, [from, to]) => {
            let [from, to] = [from, to].map(|&place| app.corpus().cite(place));
            canvas.name(
                &format!("{from} {} {to}", canvas.theme.step),
                Focus::Elsewhere,
            );
        }
        (_, heads) => {
            if let Some(&head) = heads.get(column) {
                header_of_wording(app, head, canvas);
            }
        }
    }
}

fn draw(cell: &WordingCell, y: u16, wordings: &WordDiff, app: &App<'_>, canvas: &mut Canvas<'_>) {
    let area = canvas.area;
    let row = ratatui::layout::Rect {
        y,
        height: 1,
        ..area
    };
    let canvas = &mut canvas.part(row);
    match cell {
        WordingCell::Head(place) => header_of_wording(app, *place, canvas),
        WordingCell::Words { text, range } => {
            let text = &wordings.texts()[*text];
            if text.is_selected {
                canvas.select(y);
            }
            if range.start == 0 {
                number(text, app.corpus(), canvas);
            }
            words(text, range.clone(), canvas);
        }
    }
}

/// The number of the paragraph, or of several.
fn number(text: &WordingText, corpus: &Corpus, canvas: &mut Canvas<'_>) {
    let area = canvas.area;
    let numbers = text.places.iter().map(|place| number_of(*place, corpus));
    let number = numbers.collect::<Vec<_>>().join("+");
    let wide = u16::try_from(columns(&number)).unwrap_or(u16::MAX);
    let (left, right) = (area.x + 1, area.x + MARGIN - 2);
    let x = right.saturating_sub(wide).max(left);
    let end = (right + 1).min(area.right());
    canvas.up_to(end).line((x, area.y), &number);
}

fn number_of(place: Place, corpus: &Corpus) -> String {
    let resolution = corpus.resolution(place.resolution);
    let passage = resolution.passages.get(place.index());
    passage.map_or_else(String::new, label)
}

/// Some of the words, with the marks in their looks.
fn words(text: &WordingText, range: std::ops::Range<usize>, canvas: &mut Canvas<'_>) {
    let (theme, area) = (canvas.theme, canvas.area);
    let all = text
        .marked
        .text
        .get(..range.end)
        .unwrap_or_default()
        .trim_end();
    let mut x = area.x.saturating_add(MARGIN);
    let mut at = range.start;
    let mut piece = |until: usize, style| {
        let words = all.get(at..until.min(all.len())).unwrap_or_default();
        let piece = Piece {
            text: words,
            offset: 0,
            spans: &[],
            look: style,
            strong: 0..0,
            marks: &[],
        };
        x = canvas.piece((x, area.y), &piece, style);
        at = until;
    };
    let spans = text.marked.spans.iter();
    for span in spans.filter(|span| span.start < range.end && range.start < span.end) {
        piece(span.start.max(range.start), theme.plain);
        let is_gone = text
            .marked
            .text
            .get(span.start..)
            .is_some_and(|mark| mark.starts_with('['));
        let look = if is_gone {
            theme.referring
        } else {
            theme.strong
        };
        piece(span.end.min(range.end), look);
    }
    piece(range.end, theme.plain);
}
