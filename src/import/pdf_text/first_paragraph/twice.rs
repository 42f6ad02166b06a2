//! A title that stands twice above the first paragraph, as bills have it.

use std::ops::Range;

use super::HEAD_LINES;
use crate::import::source::Line;

/// The fewest words of a title that is told by its standing twice.
const TWICE: usize = 4;

/// How many texts of that length stand between the two at most, and the second.
const BETWEEN: usize = 4;

/// The title that stands twice: the positions in `body` of its lines, and of
/// those where it stands again.
pub(in crate::import) fn title_twice(
    lines: &[Line<'_>],
    body: &[usize],
) -> Option<(Range<usize>, Range<usize>)> {
    let body = &body[..body.len().min(HEAD_LINES)];
    let begins = |at: &usize| *at == 0 || lines[body[*at]].blank_before > 0;
    let starts: Vec<_> = (0..body.len()).filter(begins).collect();
    let ends = starts.iter().skip(1).copied().chain([body.len()]);
    let units: Vec<_> = starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(a, b)| a..b)
        .collect();
    let words = |unit: &Range<usize>| {
        let lines = body[unit.clone()].iter().map(|&index| &lines[index]);
        lines.flat_map(|line| &line.words)
    };
    // With a comma behind it, it is the opening of two resolutions.
    let opens = |unit: &Range<usize>| words(unit).last().is_some_and(|word| word.ends_with(','));
    let is_title = |unit: &&Range<usize>| words(unit).take(TWICE).count() == TWICE && !opens(unit);
    units
        .iter()
        .filter(is_title)
        .enumerate()
        .find_map(|(at, unit)| {
            let below = units.iter().filter(is_title).skip(at + 1).take(BETWEEN);
            let again = below
                .into_iter()
                .find(|other| words(other).eq(words(unit)))?;
            Some((unit.clone(), again.clone()))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::report::Report;
    use crate::import::source::lines_of;

    fn twice(text: &str) -> Option<(Range<usize>, Range<usize>)> {
        let lines = lines_of(text, &mut Report::default());
        title_twice(&lines, &(0..lines.len()).collect::<Vec<_>>())
    }

    #[test]
    fn a_title_may_stand_twice_but_no_opening_does() {
        let bill =
            "Praising lamps of all\nkinds.\n\nIN THE SENATE\n\nPraising lamps of all\nkinds.\n";
        assert_eq!(twice(bill), Some((0..2, 3..5)));
        let openings = "The Board of all Boats,\n\nNoting oars,\n\nThe Board of all Boats,\n";
        assert_eq!(twice(openings), None);
        let far = "Lamps of the piers\n\n".to_owned() + &"a text of four words\n\n".repeat(5);
        assert_eq!(
            twice(&(far + "Lamps of the piers\n")).map(|(first, _)| first),
            Some(1..2)
        );
    }
}
