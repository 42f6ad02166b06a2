//! How far each passage is set in.

use crate::text::model::Resolution;
use crate::text::typeset::columns;

/// The columns by which points are set in, a level: room for `(a)` before their text.
const INDENT: usize = 4;

/// The columns of text that points keep, however deep, where the page has them.
const ROOM: usize = 36;

/// How far each passage is set in at a width: points behind the widest number among them, so that their
/// texts stand in one line; what is none stands where the paragraph or point does that it belongs to.
pub(super) fn indents(resolution: &Resolution, width: usize) -> Vec<usize> {
    let passages = &resolution.passages;
    let most = width.saturating_sub(ROOM);
    let mut indents = vec![0; passages.len()];
    for parent in 0..passages.len() {
        let depth = passages[parent].depth + 1;
        let unit = resolution.unit(parent);
        let below = || {
            unit.clone()
                .skip(1)
                .filter(|&below| passages[below].depth == depth)
        };
        let points = || below().filter(|&below| passages[below].is_text());
        let number = |point: usize| {
            let number = passages[point].number.as_ref();
            number.map_or(0, |number| columns(number) + 1)
        };
        let hang = points().map(number).max().unwrap_or(0).max(INDENT);
        // The numbers need their columns at any depth.
        let indent = (indents[parent] + hang).min(most.max(hang));
        let own = indents[parent];
        below().for_each(|below| {
            indents[below] = if passages[below].is_text() {
                indent
            } else {
                own
            };
        });
    }
    indents
}
