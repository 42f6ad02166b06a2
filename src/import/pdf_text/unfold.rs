//! A document on one line, as a web page pastes it → a line for each of its parts.
//!
//! A part begins behind a stop: where a number counts on and an operative verb follows, where a participle opens the
//! next paragraph of the preamble, where a label of a point follows those before it; and in the head at a name in
//! capitals with a colon (`QUESTION OF:`) and at the name of the body.

use super::bodies;
use super::head::labels;
use super::numbering::{self, Above, Lists};
use crate::import::source::Line;
use crate::import::words::{self, ends_in_colon};
use crate::text::lead::{LeadRules, Verb};

/// The fewest words of a line that is parted.
const LONG: usize = 40;

/// As many words as tell a verb or a body.
const TELLING: usize = 8;

/// The lines, with the parts of a line that holds most of the document on lines of their own.
pub(in crate::import) fn unfold(lines: Vec<Line<'_>>, leads: LeadRules) -> Vec<Line<'_>> {
    let all: usize = lines.iter().map(|line| line.words.len()).sum();
    // An opening may have been parted from it.
    let is_short = lines.len() <= 2;
    let mut unfolded = Vec::with_capacity(lines.len());
    for line in lines {
        let count = line.words.len();
        if (count >= LONG || is_short) && count * 2 > all {
            part(&line, leads, &mut unfolded);
        } else {
            unfolded.push(line);
        }
    }
    unfolded
}

fn part<'a>(line: &Line<'a>, leads: LeadRules, parts: &mut Vec<Line<'a>>) {
    let mut finder = PartFinder {
        words: &line.words,
        leads,
        last: 0,
        in_preamble: false,
        lists: Lists::default(),
    };
    let mut begins = vec![0];
    begins.extend((1..line.words.len()).filter(|&at| finder.begins(at)));
    let ends = begins.iter().skip(1).copied().chain([line.words.len()]);
    for (begin, end) in begins.iter().copied().zip(ends) {
        parts.push(Line {
            number: line.number,
            words: line.words[begin..end].to_vec(),
            blank_before: if begin == 0 { line.blank_before } else { 0 },
            feed_before: begin == 0 && line.feed_before,
            column: line.column_of(begin),
            marks: vec![],
            shape: line.shape,
        });
    }
}

/// Looks for the beginnings of parts, from the first word to the last.
struct PartFinder<'l, 'a> {
    words: &'l [&'a str],
    leads: LeadRules,
    /// The last number that began a paragraph.
    last: u32,
    in_preamble: bool,
    lists: Lists,
}

impl PartFinder<'_, '_> {
    fn begins(&mut self, at: usize) -> bool {
        let before = self.words[at - 1];
        let rest = &self.words[at..];
        if self.last == 0 && !self.in_preamble && self.is_of_head(at) {
            return true;
        }
        let joins = |word: &str| ["and", "or"].contains(&word);
        let stop = match at.checked_sub(2).map(|at| self.words[at]) {
            Some(stop) if joins(before) && stop.ends_with([',', ';']) => stop,
            _ => before,
        };
        let stops = words::is_stop(stop);
        if !stops && !words::leads_to_points(before) {
            return false;
        }
        if let Some(label) = numbering::number(rest).filter(numbering::Label::has_stop) {
            let text = self.telling(at + label.words);
            let sentence =
                || stop.ends_with([',', ';', ':']) && text.starts_with(char::is_uppercase);
            let opens = label.glued.is_some() || self.leads.opens_operative(&text) || sentence();
            let counts = stops && label.value == self.last + 1 && opens;
            if counts {
                self.last = label.value;
                self.lists = Lists::default();
            }
            return counts;
        }
        if self.last > 0 {
            let above = Above {
                colon: ends_in_colon(before),
                unlabelled: 0,
                paragraph: self.last,
                ..Above::default()
            };
            return numbering::point(rest)
                .and_then(|point| self.lists.place(&point, above))
                .is_some();
        }
        let is_participle = stops && self.leads.verb(&self.telling(at)) == Some(Verb::Participle);
        self.in_preamble |= is_participle;
        is_participle
    }

    /// The words from one on that tell what begins there.
    fn telling(&self, at: usize) -> String {
        let rest = self.words.get(at..).unwrap_or_default();
        rest[..rest.len().min(TELLING)].join(" ")
    }

    /// Whether a line of the head begins: a name in capitals with a colon, or the name of the body.
    fn is_of_head(&self, at: usize) -> bool {
        let capitals = |word: &str| {
            let mut letters = word.chars().filter(|c| c.is_alphabetic());
            letters.clone().count() > 1 && letters.all(char::is_uppercase)
        };
        let rest = &self.words[at..];
        let run = rest
            .iter()
            .take(TELLING)
            .take_while(|word| capitals(word))
            .count();
        let named = rest[..run].last().is_some_and(|word| word.ends_with(':'));
        let begins = !capitals(self.words[at - 1]) || self.words[at - 1].ends_with(':');
        let ends = rest
            .iter()
            .take(TELLING)
            .position(|word| word.ends_with([',', ':']));
        let body = ends.is_some_and(|end| {
            let name = rest[..=end].join(" ");
            rest[0].eq_ignore_ascii_case("the")
                && rest[0].starts_with(char::is_uppercase)
                && bodies::may_open(&name, self.leads.language())
        });
        named && begins || body || labels::read(rest).is_some() && !capitals(self.words[at - 1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::report::Report;
    use crate::import::source::lines_of;

    #[test]
    fn a_document_on_one_line_is_parted_where_its_parts_begin() {
        let parts = [
            "COMMITTEE: Board of Boats",
            "QUESTION OF: Ropes and 12. knots",
            "THE BOARD OF BOATS,",
            "Recalling the ropes of old, which held, and those of 2. May that did not,",
            "Noting the Noting of knots,",
            "1. Requests the harbours to keep ropes:",
            "(a) of hemp;",
            "(b) of wool:",
            "i. white,",
            "ii. red;",
            "2. Decides to meet on 3. May and to sail.",
        ];
        let text = parts.join(" ");
        let lines = lines_of(&text, &mut Report::default());
        let unfolded = unfold(lines, LeadRules::default());
        let read: Vec<_> = unfolded.iter().map(Line::text).collect();
        assert_eq!(read, parts);
    }

    #[test]
    fn parts_begin_at_labels_and_behind_and() {
        let parts = [
            "Committee: Boats",
            "Topic: Ropes",
            "Sponsors: Keel, Oar",
            "The Board of Boats,",
            "Noting no. 4 and the ropes,",
            "1. Buys rope of hemp, wool and silk and; as ever, lamps for boats;",
            "2. Asks the harbours to keep it dry; and",
            "3. Sails.",
        ];
        let text = parts.join(" ");
        let lines = lines_of(&text, &mut Report::default());
        let unfolded = unfold(lines, LeadRules::default());
        let read: Vec<_> = unfolded.iter().map(Line::text).collect();
        assert_eq!(read, parts);
    }

    #[test]
    fn a_long_paragraph_among_others_stays_whole() {
        let long = "1. Requests rain: ".repeat(30);
        let text = format!("{long}\n{long}\n");
        let lines = lines_of(&text, &mut Report::default());
        assert_eq!(unfold(lines, LeadRules::default()).len(), 2);
    }
}
