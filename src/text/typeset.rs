//! Paragraphs set to a width: which bytes of a text stand on which row.
//!
//! Rows are byte ranges, not strings: a search hit is found by its range, and a row that may add,
//! drop or reorder nothing cannot misquote. Where a line may break is Unicode's (UAX 14); how wide a
//! letter is, [`crate::text::letters`] knows.

use std::borrow::Cow;
use std::ops::Range;

use unicode_linebreak::linebreaks;

pub use crate::text::letters::{LETTER, columns, letters};

pub mod page;

/// A last row no wider than this share of the width is a widow.
const WIDOW: usize = 6;

/// The rows of a text set to `width` columns, at least one. Joined, they give back the text; the
/// blanks at the end of a row are part of it and may hang over the width.
///
/// A word wider than the width is broken between graphemes; a grapheme wider than the width stands
/// alone.
///
/// ```
/// use resolut::text::typeset::wrap;
///
/// let text = "Requests the Islamic Development Bank";
/// let rows: Vec<_> = wrap(text, 20).into_iter().map(|row| &text[row]).collect();
/// assert_eq!(rows, ["Requests the Islamic ", "Development Bank"]);
/// assert_eq!(rows.concat(), text);
/// ```
pub fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    wrap_beside(text, width, &|_| 0)
}

/// The columns that stand in a range of bytes beside its text.
pub type Beside<'b> = &'b dyn Fn(Range<usize>) -> usize;

/// The rows of a text as [`wrap`] sets them, with room for what stands beside it.
pub fn wrap_beside(text: &str, width: usize, beside: Beside<'_>) -> Vec<Range<usize>> {
    let width = width.max(1);
    let mut rows = RowBuilder {
        done: Vec::new(),
        row: 0..0,
        used: 0,
        last_piece: 0,
        width,
        beside,
    };
    let mut from = 0;
    for (end, _) in linebreaks(text) {
        if end == text.len() || !parts_a_symbol(text, end) {
            rows.push(text, from..end);
            from = end;
        }
    }
    rows.finish(text)
}

/// True for a break within `S/PRST/2006/3` or `2/34-P`, which Unicode would allow: behind a stroke or
/// a hyphen that stands behind a capital or a figure. Also behind `[-`, which marks the words behind it as gone.
fn parts_a_symbol(text: &str, at: usize) -> bool {
    let mut before = text.get(..at).unwrap_or_default().chars().rev();
    let joint = before.next().is_some_and(|last| matches!(last, '/' | '-'));
    joint
        && before
            .next()
            .is_some_and(|c| c == '[' || c.is_uppercase() || c.is_numeric())
}

struct RowBuilder<'b> {
    done: Vec<Range<usize>>,
    row: Range<usize>,
    /// Columns of the row, its trailing blanks included.
    used: usize,
    /// Where the last piece of the row begins.
    last_piece: usize,
    width: usize,
    beside: Beside<'b>,
}

impl RowBuilder<'_> {
    /// The columns of a range without the blanks at its end.
    fn printed(&self, text: &str, range: Range<usize>) -> usize {
        let whole = text.get(range.clone()).unwrap_or_default();
        columns(whole.trim_end()) + (self.beside)(range)
    }

    fn push(&mut self, text: &str, piece: Range<usize>) {
        let whole = text.get(piece.clone()).unwrap_or_default();
        let printed = self.printed(text, piece.clone());
        if self.used > 0 && self.used + printed > self.width {
            self.end_row();
        }
        if printed > self.width {
            self.push_broken(whole, piece.start);
        } else {
            self.last_piece = piece.start;
            self.used += columns(whole) + (self.beside)(piece.clone());
            self.row.end = piece.end;
        }
    }

    fn push_broken(&mut self, piece: &str, start: usize) {
        for (offset, grapheme) in letters(piece) {
            let at = start + offset;
            let wide = columns(grapheme) + (self.beside)(at..at + grapheme.len());
            if self.used > 0 && self.used + wide > self.width && !grapheme.trim().is_empty() {
                self.end_row();
            }
            self.used += wide;
            self.row.end = at + grapheme.len();
        }
        self.last_piece = self.row.start;
    }

    fn end_row(&mut self) {
        let end = self.row.end;
        self.done.push(std::mem::replace(&mut self.row, end..end));
        self.used = 0;
        self.last_piece = end;
    }

    fn finish(mut self, text: &str) -> Vec<Range<usize>> {
        let last = self.printed(text, self.row.clone());
        self.row.end = text.len();
        self.done.push(self.row.clone());
        if self.done.len() > 2 && last * WIDOW <= self.width {
            self.take_company(text, last);
        }
        self.done
    }

    /// Gives a widow the last word of the row above, if that row stays more than half full.
    fn take_company(&mut self, text: &str, widow: usize) {
        let last = self.done.len() - 1;
        let above = self.done[last - 1].clone();
        let words = text.get(above.clone()).unwrap_or_default();
        let Some(blank) = words.trim_end().rfind(' ') else {
            return;
        };
        let parted = above.start + blank + 1;
        let moved = words.get(blank + 1..).unwrap_or_default();
        let company = columns(moved) + (self.beside)(parted..above.end) + widow;
        if company <= self.width && self.printed(text, above.start..parted) * 2 > self.width {
            self.done[last - 1].end = parted;
            self.done[last].start = parted;
        }
    }
}

/// The text cut to `width` columns, with `…` (or `ellipsis`) where something was cut off. However long the
/// text is, no more of it is looked at than `width` columns can show.
///
/// ```
/// use resolut::text::typeset::cut;
///
/// assert_eq!(cut("Requests the Bank", 10, "…"), "Requests…");
/// assert_eq!(cut("Requests", 10, "…"), "Requests");
/// ```
pub fn cut<'t>(text: &'t str, width: usize, ellipsis: &str) -> Cow<'t, str> {
    let most = LETTER.saturating_mul(width.saturating_add(1));
    let end = text
        .char_indices()
        .nth(most)
        .map_or(text.len(), |(end, _)| end);
    let looked_at = text.get(..end).unwrap_or(text);
    let room = width.saturating_sub(columns(ellipsis));
    let (mut used, mut kept) = (0, 0);
    for (at, letter) in letters(looked_at) {
        used += columns(letter);
        if used <= room {
            kept = at + letter.len();
        } else if used > width {
            break;
        }
    }
    if used <= width && end == text.len() {
        return text.into();
    }
    let mut short = text.get(..kept).unwrap_or_default().trim_end().to_owned();
    if columns(ellipsis) <= width {
        short.push_str(ellipsis);
    }
    short.into()
}

/// Whether a text has room in `width` columns; no more of it is looked at than they can show.
pub fn fits(text: &str, width: usize) -> bool {
    cut(text, width, "").len() == text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn set(text: &str, width: usize) -> Vec<&str> {
        let rows = wrap(text, width).into_iter();
        rows.map(|row| text.get(row).unwrap().trim_end()).collect()
    }

    #[test]
    fn rows_break_between_words() {
        assert_eq!(
            set("Calls upon India to cease forthwith", 12),
            ["Calls upon", "India to", "cease", "forthwith"]
        );
    }

    #[test]
    fn a_hyphen_and_a_slash_may_end_a_row() {
        assert_eq!(
            set("self-determination", 12),
            ["self-", "determinatio", "n"]
        );
        assert_eq!(set("process/elections", 10), ["process/", "elections"]);
    }

    #[test]
    fn a_symbol_stays_whole() {
        assert_eq!(
            set("noting S/PRST/2006/3 again", 14),
            ["noting", "S/PRST/2006/3", "again"]
        );
        assert_eq!(
            set("resolution No. 2/34-P", 19),
            ["resolution No.", "2/34-P"]
        );
    }

    #[test]
    fn the_sign_of_words_that_are_gone_stays_with_them() {
        assert_eq!(
            set("Calls on [-all-] States", 12),
            ["Calls on", "[-all-]", "States"]
        );
    }

    #[test]
    fn a_widow_gets_company() {
        assert_eq!(
            set("one two three four five six seven eight ok", 19),
            ["one two three four", "five six seven", "eight ok"]
        );
    }

    #[test]
    fn a_wide_character_counts_twice() {
        assert_eq!(set("安全理事会", 4), ["安全", "理事", "会"]);
    }

    #[test]
    fn an_empty_text_has_one_row() {
        assert_eq!(wrap("", 10), vec![0..0]);
    }

    #[test]
    fn what_is_cut_off_is_marked() {
        assert_eq!(cut("Requests the Bank", 12, "…"), "Requests th…");
        assert_eq!(cut("Requests", 8, "…"), "Requests");
        assert_eq!(cut("理事会", 4, "…"), "理…");
        assert_eq!(cut("Requests", 0, "…"), "");
    }

    #[test]
    fn a_flood_of_marks_is_cut_too() {
        let flood = ["e", &"\u{301}".repeat(1000)].concat();
        let kept = cut(&flood, 2, "…");
        assert!(kept.ends_with('…') && kept.chars().count() <= 3 * LETTER + 1);
        assert_eq!(cut("e\u{301}", 2, "…"), "e\u{301}");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

        #[test]
        fn a_text_fits_where_it_is_no_wider(text in "(\\PC|[ a-z\u{300}\n안é-]){0,40}", width in 0_usize..60) {
            prop_assert_eq!(fits(&text, width), columns(&text) <= width);
        }

        #[test]
        fn no_character_is_lost_and_no_width_exceeded(text in "(\\PC|[ a-z\u{300}\u{1b}\n安é-]){0,120}", width in 1_usize..60) {
            let rows = wrap(&text, width);
            let joined: String = rows.iter().map(|row| text.get(row.clone()).unwrap()).collect();
            prop_assert_eq!(&joined, &text);
            for row in rows {
                let row = text.get(row).unwrap().trim_end();
                let letters = letters(row).filter(|(_, letter)| columns(letter) > 0);
                prop_assert!(columns(row) <= width || letters.count() == 1, "{:?}", row);
            }
        }
    }
}
