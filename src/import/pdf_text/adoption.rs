//! What stands behind the last paragraph and says how a resolution came about: facts, and no text.
//!
//! ```text
//! note = ordinal [ "plenary" ] "meeting" [ "," ] [ day ] …   ; and on the line below: day
//!      | "Adopted" … ( "meeting" | "vote" | "unanimously" | "consensus" ) …
//!      | ( "In favour" | "Against" | "Abstaining" ) ":" names
//! ```
//!
//! In brackets or without, behind a stop, and only once a paragraph has begun: over the first one it is a heading.
//! Names under a hand (`(Signed) …`, `Done at …`) stand there as well; they are known and no part of the text.

use std::ops::Range;

use super::{forms, headings};
use crate::import::dates;
use crate::import::source::Line;
use crate::import::words::is_stop;
use crate::text::citation::{is_suffix, read_ordinal, read_tens};
use crate::text::lead::LeadRules;
use crate::text::model::{Resolution, Vote, Votes};

/// A note about the adoption, or a signature.
#[derive(Clone, Debug)]
pub(in crate::import) struct ClosingNote {
    /// The positions of its lines.
    pub lines: Range<usize>,
    pub kind: ClosingKind,
    text: String,
}

/// What a note behind the text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum ClosingKind {
    /// The meeting, the day, the record.
    Meeting,
    /// How many voted for it, against it and neither.
    Tally,
    /// Who voted so.
    Names(VoteSide),
    /// Whose hand stands under it.
    Signature,
}

/// How one votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum VoteSide {
    /// For.
    Favour,
    /// Against.
    Against,
    /// Neither.
    Abstaining,
}

/// The longest of these notes, in lines.
const LONGEST: usize = 40;

const SIDES: [(&str, VoteSide); 5] = [
    ("in favour:", VoteSide::Favour),
    ("in favor:", VoteSide::Favour),
    ("against:", VoteSide::Against),
    ("abstaining:", VoteSide::Abstaining),
    ("abstentions:", VoteSide::Abstaining),
];

/// The notes behind texts, in the order of lines.
pub(in crate::import) fn find(
    lines: &[Line<'_>],
    usual_gap: u32,
    leads: LeadRules,
) -> Vec<ClosingNote> {
    let mut found: Vec<ClosingNote> = Vec::new();
    let mut begun = false;
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        let behind = found.last().is_some_and(|note| note.lines.end == at);
        if begun
            && (behind || stops(lines, at))
            && let Some(kind) = kind(line, behind)
        {
            let end = end(lines, at, kind, usual_gap, leads);
            let words = lines[at..end].iter().flat_map(|line| &line.words);
            found.push(ClosingNote {
                lines: at..end,
                kind,
                text: words.copied().collect::<Vec<_>>().join(" "),
            });
            at = end;
            continue;
        }
        if begun
            && headings::read_lines(&lines[at..], leads.language())
                .is_some_and(|heading| heading.sure || heading.below > 0)
        {
            begun = false;
        }
        begun = begun || begins(line, leads);
        at += 1;
    }
    found
}

/// Whether a paragraph begins with a line, as far as its first words tell.
fn begins(line: &Line<'_>, leads: LeadRules) -> bool {
    let numbered = line.words[0].starts_with(|c: char| c.is_ascii_digit());
    let words = &line.words[usize::from(numbered)..];
    leads
        .verb(&words.iter().take(4).copied().collect::<Vec<_>>().join(" "))
        .is_some()
}

/// Whether what stands over a line has ended.
fn stops(lines: &[Line<'_>], at: usize) -> bool {
    const DEEP: usize = 8;
    let is_text = |line: &&Line<'_>| !forms::is_job(line) && forms::page_number(line).is_none();
    let mut above = lines[..at].iter().rev().take(DEEP);
    let before = above.find(is_text);
    before.is_some_and(|line| line.words.last().is_some_and(|word| is_stop(word)))
}

/// What a line opens.
fn kind(line: &Line<'_>, behind: bool) -> Option<ClosingKind> {
    let first = line.words[0].trim_start_matches(['(', '[']);
    let text = line.text();
    let bare = text.trim_start_matches(['(', '[']);
    let lower = bare.to_lowercase();
    if meeting(bare).is_some() {
        return Some(ClosingKind::Meeting);
    }
    if let Some((_, side)) = SIDES.iter().find(|(name, _)| lower.starts_with(name)) {
        return Some(ClosingKind::Names(*side));
    }
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if first == "Adopted" || first == "Document" && behind {
        return if says(&["vote", "unanimously", "consensus", "abst"]) {
            Some(ClosingKind::Tally)
        } else {
            (says(&["meeting", "session"]) || behind).then_some(ClosingKind::Meeting)
        };
    }
    let hand = line.words[0] == "(Signed)"
        || ["Signed", "Signed:", "/s/"].contains(&first)
        || first == "Done"
            && ["at", "in", "this"]
                .iter()
                .any(|word| line.words.get(1) == Some(word));
    hand.then_some(ClosingKind::Signature)
}

/// The meeting that a text opens with: `30th plenary meeting`, `Ninth plenary meeting`.
fn meeting(text: &str) -> Option<&str> {
    let (end, _) = text.match_indices("meeting").next()?;
    let name = text.get(..end + "meeting".len())?;
    let words: Vec<_> = name.split(' ').collect();
    let ordinal = words.first()?;
    let digits = ordinal.trim_start_matches(|c: char| c.is_ascii_digit());
    let figures = digits.len() < ordinal.len() && is_suffix(digits);
    let lower = ordinal.to_lowercase();
    let named = lower
        .split('-')
        .all(|part| read_ordinal(part).is_some() || read_tens(part).is_some());
    let capital = ordinal.starts_with(char::is_uppercase);
    let rest = text.get(name.len()..)?;
    let ends = rest.is_empty() || rest.starts_with([',', ')', ']', '.', ' ']);
    let short = words.len() <= 5 && rest.split(' ').count() <= 14;
    (short && ends && (figures || capital && named)).then_some(name)
}

/// Behind the last line of a note.
fn end(
    lines: &[Line<'_>],
    at: usize,
    kind: ClosingKind,
    usual_gap: u32,
    leads: LeadRules,
) -> usize {
    let apart = |line: usize| {
        let line = &lines[line];
        line.blank_before > usual_gap
            || line.feed_before
            || forms::is_rule(line)
            || forms::is_job(line)
    };
    let opens = |line: &Line<'_>| line.words[0].starts_with(['(', '[']);
    let closes = |line: &Line<'_>| line.words.iter().any(|word| word.contains([')', ']']));
    let mut end = at + 1;
    let is_open = opens(&lines[at]) && !lines[at].words[0].contains(')');
    let limit = lines.len().min(at + LONGEST);
    while end < limit && !begins(&lines[end], leads) {
        let last = &lines[end - 1];
        let full = last
            .words
            .last()
            .is_some_and(|word| word.ends_with(['.', ']']));
        let goes_on = match kind {
            ClosingKind::Meeting if is_open => !lines[at..end].iter().any(closes),
            ClosingKind::Meeting => is_day(&lines[end]) && end == at + 1,
            ClosingKind::Tally | ClosingKind::Names(_) => {
                !full && !apart(end) && self::kind(&lines[end], true).is_none()
            }
            ClosingKind::Signature => lines[end].words.len() <= 8 && end - at < 8 && !apart(end),
        };
        if !goes_on {
            break;
        }
        end += 1;
    }
    end
}

/// Whether a line is nothing but a day.
fn is_day(line: &Line<'_>) -> bool {
    line.words.len() <= 4 && dates::span(&line.text()).is_some()
}

impl ClosingNote {
    /// Notes in a resolution what is said of it.
    pub(in crate::import) fn tell(&self, resolution: &mut Resolution) {
        let bare = self.text.trim_start_matches(['(', '[']);
        match self.kind {
            ClosingKind::Signature => {}
            ClosingKind::Names(side) => {
                let vote = resolution.facts.vote.get_or_insert_default();
                let names = bare.split_once(':').map_or("", |(_, names)| names);
                let names = names
                    .split([',', ';'])
                    .map(|name| name.trim_matches([' ', '.', ']', ')']));
                let votes = votes_of(vote, side);
                votes.who = names
                    .filter(|name| !name.is_empty() && *name != "None")
                    .map(Into::into)
                    .collect();
            }
            ClosingKind::Meeting | ClosingKind::Tally => {
                let facts = &mut resolution.facts;
                if let Some(meeting) = meeting_in(bare) {
                    facts.meeting = facts.meeting.take().or_else(|| Some(meeting.into()));
                }
                let is_record = |word: &&str| {
                    forms::is_symbol(word) && (word.contains("PV") || word.contains("/VR"))
                };
                let mut words = bare.split([' ', '(', ')', ',', ';']);
                if let Some(record) = words.find(is_record) {
                    facts.record = Some(record.into());
                }
                if let Some(counts) = tally(bare) {
                    let vote = facts.vote.get_or_insert_default();
                    for (side, count) in [VoteSide::Favour, VoteSide::Against, VoteSide::Abstaining]
                        .into_iter()
                        .zip(counts)
                    {
                        votes_of(vote, side).count = count;
                    }
                }
                if resolution.adopted.is_none() {
                    let behind = bare.rsplit_once(") ").map_or(bare, |(_, behind)| behind);
                    let day = dates::span(behind).or_else(|| dates::span(bare));
                    resolution.adopted = day.map(|(_, day)| day.into());
                }
            }
        }
    }
}

fn votes_of(vote: &mut Vote, side: VoteSide) -> &mut Votes {
    match side {
        VoteSide::Favour => &mut vote.in_favour,
        VoteSide::Against => &mut vote.against,
        VoteSide::Abstaining => &mut vote.abstaining,
    }
}

/// The meeting that a text names anywhere.
fn meeting_in(text: &str) -> Option<&str> {
    let starts = std::iter::once(0).chain(text.match_indices(' ').map(|(at, _)| at + 1));
    starts
        .filter_map(|start| text.get(start..))
        .find_map(|text| {
            let (end, _) = text.match_indices("meeting").next()?;
            meeting(text.get(..end + "meeting".len())?)
        })
}

/// Those for, against and abstaining: `by 27 votes to none, with 2 abstentions`.
fn tally(text: &str) -> Option<[Option<u32>; 3]> {
    let words: Vec<_> = text
        .split([' ', ',', '.', ']', ')'])
        .filter(|word| !word.is_empty())
        .collect();
    let count = |at: usize| words.get(at).and_then(|word| number(word));
    let to = (1..words.len()).find(|&at| {
        let votes = usize::from(words[at - 1] == "votes");
        words[at] == "to"
            && at > votes
            && count(at - 1 - votes).is_some()
            && count(at + 1).is_some()
    })?;
    let votes = usize::from(words[to - 1] == "votes");
    let abstained = (to..words.len()).find(|&at| words[at].starts_with("abstention"));
    let abstaining = abstained.and_then(|at| count(at - 1));
    Some([count(to - 1 - votes), count(to + 1), abstaining])
}

fn number(word: &str) -> Option<u32> {
    const SMALL: [&str; 11] = [
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    let small = (0..)
        .zip(SMALL)
        .find(|(_, name)| word.eq_ignore_ascii_case(name));
    word.parse().ok().or(small.map(|(count, _)| count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::report::Report;
    use crate::import::source::lines_of;

    /// What is told by what stands behind the only paragraph.
    fn told(behind: &str) -> (Resolution, usize) {
        let text = format!("1. Requests rain.\n\n{behind}\n");
        let lines = lines_of(&text, &mut Report::default());
        let mut resolution = Resolution::new("1/1", "en");
        let found = find(&lines, 0, LeadRules::default());
        for note in &found {
            note.tell(&mut resolution);
        }
        let taken: usize = found.iter().map(|note| note.lines.len()).sum();
        (resolution, lines.len() - 1 - taken)
    }

    #[test]
    fn the_meeting_and_the_day_behind_a_text_are_facts() {
        for (behind, meeting, day, record) in [
            (
                "30th plenary meeting\n1 November 2038",
                "30th plenary meeting",
                "2038-11-01",
                None,
            ),
            (
                "(Ninth plenary meeting, 27 May 2033)",
                "Ninth plenary meeting",
                "2033-05-27",
                None,
            ),
            (
                "(Twenty-first plenary meeting, 27 May 2033 –\nCommittee B, third report)",
                "Twenty-first plenary meeting",
                "2033-05-27",
                None,
            ),
            (
                "Adopted at the 8342nd meeting, on\n3 September 2038.",
                "8342nd meeting",
                "2038-09-03",
                None,
            ),
            (
                "30th meeting (L/93/PV.30)\n\n1 November 2038",
                "30th meeting",
                "2038-11-01",
                Some("L/93/PV.30"),
            ),
        ] {
            let (resolution, left) = told(behind);
            assert_eq!(
                resolution.facts.meeting.as_deref(),
                Some(meeting),
                "{behind}"
            );
            assert_eq!(resolution.adopted.as_deref(), Some(day), "{behind}");
            assert_eq!(resolution.facts.record.as_deref(), record, "{behind}");
            assert_eq!(left, 0, "{behind}");
        }
    }

    #[test]
    fn a_vote_behind_a_text_is_a_fact() {
        let (resolution, left) = told(
            "[Adopted by a recorded vote of 27 to none, with 2 abstentions. The voting was as follows:\n\
             In favour: Northland, the Islands,\nHillmark.\nAgainst: None.\nAbstaining: Keel, Sail]\n(Signed) A. Pilot",
        );
        assert_eq!(left, 0);
        let vote = resolution.facts.vote.unwrap();
        assert_eq!(
            (vote.in_favour.count, vote.against.count),
            (Some(27), Some(0))
        );
        assert_eq!(vote.abstaining.count, Some(2));
        assert_eq!(
            vote.in_favour.who,
            ["Northland".into(), "the Islands".into(), "Hillmark".into()]
        );
        assert_eq!(vote.against.who, []);
        assert_eq!(vote.abstaining.who.len(), 2);
    }

    #[test]
    fn a_meeting_in_a_sentence_is_text() {
        for behind in [
            "2. Requests all, as at the\n30th meeting, to sail.",
            "2. Recalls the\nNinth plenary meeting",
            "Meeting of the lakes",
            "The 30th meeting",
        ] {
            let (resolution, left) = told(behind);
            assert_eq!(resolution.facts.meeting, None, "{behind}");
            assert!(left > 0);
        }
    }
}
