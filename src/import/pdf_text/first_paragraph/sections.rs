//! Headings that tell of which part the numbered paragraphs below them are.
//!
//! | heading | below it stand |
//! |---|---|
//! | `RECALLING:`, `WHEREAS:`, `This Union notes:` | recitals |
//! | `INVITES THE MEMBERS TO:`, `This Union resolves:` | what is decided |
//!
//! Only where the first of a document stands over recitals and another over what is decided: elsewhere the verbs behind
//! the numbers tell the parts.

use super::over_recitals;
use crate::import::pdf_text::numbering;
use crate::import::source::Line;
use crate::text::lead::{self, LeadRules, Verb};

/// The longest heading, in words.
const LONGEST: usize = 12;

/// How the paragraphs below a line open, where it is such a heading over a number: 1, or the one behind `last`.
pub(in crate::import) fn verb_over(
    line: &Line<'_>,
    next: Option<&Line<'_>>,
    last: u32,
    leads: LeadRules,
) -> Option<Verb> {
    let is_told = line.ends_in_colon() || line.is_heading() || line.is_without_small_letters();
    if !is_told || line.words.len() > LONGEST {
        return None;
    }
    let label = numbering::number(&next?.words).filter(numbering::Label::has_stop)?;
    if ![1, last + 1].contains(&label.value) || !line.words[0].starts_with(char::is_uppercase) {
        return None;
    }
    let text = line.text();
    lead::verb_of_body(&text).or_else(|| leads.with_small_letters().verb(&text.to_lowercase()))
}

/// The position in `body` of the first of these headings, where it stands over recitals and before any paragraph with a
/// number, and another stands over what is decided.
pub(in crate::import) fn find(
    lines: &[Line<'_>],
    body: &[usize],
    leads: LeadRules,
) -> Option<usize> {
    let mut last = 0;
    let mut first = None;
    for (at, &index) in body.iter().enumerate() {
        let line = &lines[index];
        let next = body.get(at + 1).map(|&next| &lines[next]);
        match verb_over(line, next, last, leads) {
            Some(Verb::Participle) => first = first.or(Some(at)),
            Some(Verb::Finite) => return first,
            // `VISTOS:`, over a text.
            None if over_recitals(line, leads) => first = first.or(Some(at)),
            None => {}
        }
        let label = numbering::number(&line.words).filter(numbering::Label::has_stop);
        if let Some(label) = label {
            // Recitals without a heading have verbs.
            first?;
            last = label.value;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::report::Report;
    use crate::import::source::lines_of;

    fn first(text: &str) -> Option<usize> {
        let lines = lines_of(text, &mut Report::default());
        let body: Vec<_> = (0..lines.len()).collect();
        find(&lines, &body, LeadRules::default())
    }

    #[test]
    fn headings_over_numbers_tell_recitals_from_what_is_decided() {
        for text in [
            "The Board,\nRECALLING:\n1. its lamps;\nCONSIDERING THAT:\n2. oil burns;\nINVITES HARBOURS TO:\n3. row;\n",
            "THE BOARD\nRECALLING\n1. its lamps;\nINVITES HARBOURS TO\n2. row;\n",
            "Lamps\nThis Union notes:\n1. Lamps burn.\nThis Union resolves:\n1. To buy oil.\n",
            "Lamps\nConference believes:\n1. Lamps burn.\nConference calls on the Board to:\n1. Buy oil.\n",
        ] {
            assert_eq!(first(text), Some(1), "{text}");
        }
    }

    #[test]
    fn one_heading_alone_tells_nothing() {
        for text in [
            "The Board,\nRECALLING:\n1. its lamps;\n2. its oil;\n",
            "1. Notes lamps;\nRECALLING:\n2. its oil;\nINVITES HARBOURS TO:\n3. row;\n",
            "VISTOS:\nThe lamps;\nCONSIDERANDO:\nthe oil.\n",
            "The Board,\nRecalling:\nlamps;\nDecides:\n1. to row;\n",
        ] {
            assert_eq!(first(text), None, "{text}");
        }
    }
}
