//! Two resolutions compared: the sign of what became of each paragraph, and where it stands in both.

use super::cited::of_place;
use crate::analysis::compare::Fate;
use crate::reader::app::overlays::compared::Comparison;
use crate::reader::panes::list::ListRow;
use crate::reader::panes::theme::Theme;
use crate::text::corpus::Corpus;
use crate::text::model::Place;

/// What became of it, its numbers in the earlier and the later resolution, and the words.
pub(super) fn of_compared(
    compared: &Comparison,
    at: usize,
    place: Option<Place>,
    corpus: &Corpus,
    theme: &Theme,
) -> ListRow {
    let row = &compared.rows[at];
    let sign = sign_of(row.fate, theme);
    let [from, to] = row.pair(corpus);
    let [left, right] = compared.widths;
    let how = match row.fate {
        Fate::Split | Fate::Merged => row.fate.name(),
        _ if row.is_moved => "moved",
        _ => "",
    };
    let mut shown = place.map_or_else(ListRow::default, |place| of_place(place, corpus));
    let numbers = format!("{sign}  {from:>left$}  {to:>right$}");
    shown.columns = [String::new(), numbers, how.to_owned()];
    shown
}

/// How many rows there are of each sign.
pub(super) fn counted_by_sign(compared: &Comparison, theme: &Theme) -> String {
    let counts = theme.fates.iter().filter_map(|sign| {
        let rows = compared.rows.iter();
        let count = rows.filter(|row| sign_of(row.fate, theme) == *sign).count();
        (count > 0).then(|| format!("{count} {sign}"))
    });
    counts.collect::<Vec<_>>().join("  ")
}

fn sign_of(fate: Fate, theme: &Theme) -> &'static str {
    theme.fates[match fate {
        Fate::Same => 0,
        Fate::Changed | Fate::Split | Fate::Merged => 1,
        Fate::Dropped => 2,
        Fate::New => 3,
    }]
}
