//! Numbers that count the lines of a page at its margin, as in bills and in the drafts of student senates.
//!
//! Told where they count on from line to line, and the text goes on from one into the next: else they are the numbers of
//! paragraphs.

use crate::import::report::{RepairKind, Report};
use crate::import::source::Line;

/// The fewest lines that are counted.
const FEWEST: usize = 5;

/// The fewest of these into which a sentence goes on.
const GOING_ON: usize = 2;

/// Takes the numbers out of the lines, and the lines that have nothing else.
pub(in crate::import) fn take(lines: &mut Vec<Line<'_>>, report: &mut Report) {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let Some(first) = number(&lines[at]) else {
            at += 1;
            continue;
        };
        let rest = (first..).zip(&lines[at..]);
        let count = rest
            .take_while(|(value, line)| number(line) == Some(*value))
            .count();
        runs.push((at, count));
        at += count;
    }
    let is_told = |(at, count): &(usize, usize)| {
        let run = &lines[*at..at + count];
        let goes_on = |pair: &&[Line<'_>]| {
            let small = |word: &&str| word.starts_with(char::is_lowercase);
            !pair[0].ends_sentence() && pair[1].words.get(1).is_some_and(small)
        };
        *count >= FEWEST && run.windows(2).filter(goes_on).count() >= GOING_ON
    };
    if !runs.iter().any(is_told) {
        return;
    }
    for (at, _) in runs.iter().filter(|(_, count)| *count > 1) {
        let message = format!("line numbers from `{}` on dropped", lines[*at].words[0]);
        report.repair(lines[*at].number, RepairKind::Furniture, message);
    }
    let counted = runs.iter().filter(|(_, count)| *count > 1);
    for line in counted.flat_map(|(at, count)| *at..at + count) {
        let line = &mut lines[line];
        line.column = line.column_of(1);
        line.words.remove(0);
        report.words.furniture += 1;
    }
    let (mut blank, mut feed) = (0, false);
    for line in lines.iter_mut() {
        line.blank_before += std::mem::take(&mut blank);
        line.feed_before |= std::mem::take(&mut feed);
        if line.words.is_empty() {
            (blank, feed) = (line.blank_before + 1, line.feed_before);
        }
    }
    lines.retain(|line| !line.words.is_empty());
}

/// The figures that a line begins with.
fn number(line: &Line<'_>) -> Option<u32> {
    let first = line.words.first()?;
    let is_short = first.len() <= 3 && !line.is_in_table();
    first.parse().ok().filter(|_| is_short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::source::lines_of;

    fn taken(text: &str) -> (String, usize) {
        let mut report = Report::default();
        let mut lines = lines_of(text, &mut report);
        take(&mut lines, &mut report);
        let text: Vec<_> = lines.iter().map(Line::text).collect();
        (text.join("|"), report.words.furniture)
    }

    #[test]
    fn numbers_of_lines_are_taken_and_those_of_a_text_stay() {
        assert_eq!(
            taken(
                "A BILL\n\n 1 WHEREAS, lamps\n 2 burn all\n 3\n 4 night in\n 5 8 houses; and\n 6 WHEREAS\n\u{c}7 oil\n8 burns.\n"
            ),
            (
                "A BILL|WHEREAS, lamps|burn all|night in|8 houses; and|WHEREAS|oil|burns."
                    .to_owned(),
                8
            )
        );
    }

    #[test]
    fn numbers_of_paragraphs_stay() {
        let text = "1 To buy oil;\n2 To burn it;\n3 To row;\n4 To sail;\n5 To wait.\n";
        assert_eq!(taken(text), (text.trim().replace('\n', "|"), 0));
    }
}
