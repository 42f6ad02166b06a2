//! Headings that are told by their place: short lines in the middle of a page.
//!
//! ```text
//! …and recommendations adopted at its eighty-fifth session;
//!
//!                          II
//!                        Tariffs
//!      4.   Reaffirms that tariffs…
//! ```
//!
//! The text of a page reaches from the first column of its full lines to the last column of any line: text that came out
//! of a PDF is narrower than what stands at its right edge, for columns are counted by an average letter. A line is in
//! the middle where it begins right of all full lines, so that it is no paragraph and no point, and has about as much
//! room before it as behind it.

use crate::import::shapes::LineShape;
use crate::import::source::Line;

/// A line of so many words is full.
const FULL: usize = 8;

/// Fewer full lines do not tell how wide the text of a page is.
const FEWEST: usize = 3;

/// Notes the lines that stand in the middle of their page and may be headings.
pub(in crate::import) fn note(lines: &mut [Line<'_>]) {
    let mut rest = lines;
    while !rest.is_empty() {
        let next = rest.iter().skip(1).position(|line| line.feed_before);
        let (page, behind) = rest.split_at_mut(next.map_or(rest.len(), |next| next + 1));
        note_on_page(page);
        rest = behind;
    }
}

fn note_on_page(page: &mut [Line<'_>]) {
    let full = page.iter().filter(|line| is_full(line));
    let columns: Vec<_> = full.map(|line| line.column).collect();
    let (Some(&left), Some(&inmost)) = (columns.iter().min(), columns.iter().max()) else {
        return;
    };
    if columns.len() < FEWEST {
        return;
    }
    let right = page.iter().map(end_of).max().unwrap_or_default();
    for line in page {
        let (before, behind) = (
            line.column - left.min(line.column),
            right.saturating_sub(end_of(line)),
        );
        let is_middle = before.abs_diff(behind) * 3 < before + behind;
        if line.column > inmost && is_middle && may_head(line) {
            line.shape = LineShape::Centred;
        }
    }
}

/// Whether a line is full of text, behind its number or not.
fn is_full(line: &Line<'_>) -> bool {
    line.words.len() >= FULL && !line.is_row_from(1)
}

/// Behind its last column.
fn end_of(line: &Line<'_>) -> usize {
    let last = line.words.len() - 1;
    line.column_of(last) + line.words[last].chars().count()
}

fn may_head(line: &Line<'_>) -> bool {
    line.shape == LineShape::Plain
        && line.words.len() < FULL
        && line.words[0].starts_with(char::is_uppercase)
        && !line.ends_sentence()
        && !line.is_row()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::report::Report;
    use crate::import::source::lines_of;

    fn centred(text: &str) -> Vec<String> {
        let mut lines = lines_of(text, &mut Report::default());
        note(&mut lines);
        let centred = lines.iter().filter(|line| line.shape == LineShape::Centred);
        centred.map(Line::text).collect()
    }

    #[test]
    fn short_lines_in_the_middle_of_the_text_may_be_headings() {
        let text = "
    the boats of the lakes carry a lamp at the bow of the boat,
                                 II
                            Oars of oak
         2.   Decides that each of the boats carries two good oars;
              (a)  One of them of oak, and no other of its oars of ash;
              (b)  Another of ash
    the boats of the lakes carry a lamp at the bow of the boat;
               Lanterns
                                                     President
                          Sails and oars;
";
        assert_eq!(centred(text), ["II", "Oars of oak"]);
        let short = "one two\n      Three\nfour five\n";
        assert_eq!(centred(short), [""; 0]);
    }

    #[test]
    fn each_page_has_its_own_middle() {
        let page = |margin: &str| {
            let full =
                format!("{margin}the boats of the lakes carry a lamp at the bow of the boat,\n");
            format!(
                "{}{margin}                            Oars\n",
                full.repeat(3)
            )
        };
        let text = format!("{}\u{c}{}", page(""), page("                    "));
        assert_eq!(centred(&text), ["Oars", "Oars"]);
    }
}
