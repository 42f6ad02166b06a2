//! Parts what stands on one line and is two things.
//!
//! In Russian the verb that enacts ends the last recital: `…, Совет озер постановляет:`. Elsewhere parts an opening from the first paragraph, where that begins on the line on which the opening ends:
//! `The Board of Boats, Recalling its lamps,`.

use super::{bodies, numbering};
use crate::import::source::Line;
use crate::text::language::Language;
use crate::text::lead::{LeadRules, Verb};

/// The longest opening, in lines.
const OPENING_LINES: usize = 6;

/// How many words of a line an opening may take.
const LONGEST: usize = 80;

/// How many words are looked at to know a verb.
const PHRASE: usize = 12;

/// The lines, with one of two for each on which an opening ends and a preamble begins.
pub(super) fn part(lines: Vec<Line<'_>>, leads: LeadRules) -> Vec<Line<'_>> {
    let mut parted = Vec::with_capacity(lines.len());
    // Lines of an opening that may still be looked through.
    let mut open = 0_usize;
    let mut lines = lines.into_iter().peekable();
    while let Some(mut line) = lines.next() {
        let text = line.text();
        if bodies::may_open(&text, leads.language()) {
            open = OPENING_LINES;
        } else if leads.verb(&text).is_some() {
            open = 0;
        }
        let end = (open > 0)
            .then(|| end_of_opening(&line.words, leads))
            .flatten();
        open = open.saturating_sub(1);
        if let Some(end) = end.or_else(|| verb_at_end(&line, lines.peek(), leads)) {
            let below = Line {
                number: line.number,
                column: line.column_of(end),
                words: line.words.split_off(end),
                shape: line.shape,
                ..Line::default()
            };
            parted.push(line);
            parted.push(below);
            open = 0;
        } else {
            parted.push(line);
        }
    }
    parted
}

/// The position of the verb that enacts, where a line ends with it behind something else and paragraph 1 stands below.
fn verb_at_end(line: &Line<'_>, next: Option<&Line<'_>>, leads: LeadRules) -> Option<usize> {
    let last = line.words.len().checked_sub(1).filter(|&last| last > 0)?;
    let counted = next.and_then(|next| numbering::number(&next.words));
    let enacts = leads.language() == Language::Russian
        && counted.is_some_and(|label| label.has_stop() && label.value == 1)
        && line.words[last].ends_with(':')
        && leads.verb(line.words[last]) == Some(Verb::Finite);
    enacts.then_some(last)
}

/// How many words of a line the opening takes, where a paragraph of a preamble begins behind it.
fn end_of_opening(words: &[&str], leads: LeadRules) -> Option<usize> {
    (1..words.len().min(LONGEST)).find(|&at| {
        let ends = words[at - 1].ends_with([',', ';', ':', '،', '，']);
        let begins = words[at].starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        ends && begins
            && leads.verb(&words[at..words.len().min(at + PHRASE)].join(" "))
                == Some(Verb::Participle)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::report::Report;
    use crate::import::source::lines_of;

    fn parted(text: &str) -> Vec<(u32, String)> {
        let lines = lines_of(text, &mut Report::default());
        let lines = part(lines, LeadRules::default());
        lines
            .iter()
            .map(|line| (line.number, line.text()))
            .collect()
    }

    #[test]
    fn a_paragraph_that_begins_behind_an_opening_gets_a_line_of_its_own() {
        assert_eq!(
            parted("The Board of Boats, Recalling its lamps,\nand its oil;"),
            [
                (1, "The Board of Boats,".to_owned()),
                (1, "Recalling its lamps,".to_owned()),
                (2, "and its oil;".to_owned()),
            ]
        );
        assert_eq!(
            parted(
                "The Third Session of the Board of Boats, held in\nKeel, Republic of Lakes, Having seen the lamps,"
            )[1..],
            [
                (2, "Keel, Republic of Lakes,".to_owned()),
                (2, "Having seen the lamps,".to_owned()),
            ]
        );
    }

    #[test]
    fn other_lines_stay_whole() {
        for text in [
            "The Board of Boats, meeting in Keel,",
            "The report, Recalling its lamps,",
            "The Board of Boats,\nRecalling the plan, Noting the lamps,",
        ] {
            assert_eq!(parted(text).len(), text.lines().count(), "{text}");
        }
    }
}
