//! The styles in which a text can be quoted, and what each would send.

use super::cited::of_words;
use crate::export::{Quotation, QuoteStyle};
use crate::reader::app::overlays::list_pane::{ListKind, ListPane};
use crate::reader::panes::canvas::Canvas;
use crate::reader::panes::list::ListRow;
use crate::text::typeset::wrap;

/// The citation of what is quoted, and how many words that has.
pub(super) fn quoted(quotations: &[Quotation]) -> (&str, usize) {
    let mut all = quotations.iter();
    let plain = all.find(|one| one.style == QuoteStyle::Plain);
    let source = plain.map_or("", |plain| plain.source.as_str());
    let words = plain.map_or(0, |plain| {
        let all = plain.text.split_whitespace().count();
        all.saturating_sub(source.split_whitespace().count())
    });
    (source, words)
}

/// A style, and how it names the source.
pub(super) fn of_quotation(quotation: &Quotation) -> ListRow {
    let source = match quotation.style {
        style @ (QuoteStyle::Plain | QuoteStyle::Markdown | QuoteStyle::Html) => style.described(),
        _ => &quotation.source,
    };
    of_words(quotation.style.name().to_owned(), source.to_owned())
}

/// What will be sent, flush left; of a long text the end as well.
pub(in crate::reader::panes) fn render_quotation(pane: &ListPane, canvas: &mut Canvas<'_>) {
    let ListKind::Quotes(_, quotations) = pane.listed() else {
        return;
    };
    let Some(quotation) = pane.selected().and_then(|at| quotations.get(at)) else {
        return;
    };
    let (theme, area) = (canvas.theme, canvas.area);
    let lines = quotation.text.split('\n');
    let mut rows: Vec<&str> = lines.flat_map(|line| set(line, area.width)).collect();
    let height = usize::from(area.height);
    if rows.len() > height {
        let behind = rows.len() - height / 3;
        rows.splice(
            (height - height / 3).saturating_sub(1)..behind,
            [theme.ellipsis],
        );
    }
    for (row, y) in rows.into_iter().zip(area.y..area.bottom()) {
        canvas.line((area.x, y), row);
    }
}

fn set(line: &str, width: u16) -> Vec<&str> {
    let rows = wrap(line, usize::from(width)).into_iter();
    rows.filter_map(|row| line.get(row))
        .map(str::trim_end)
        .collect()
}
