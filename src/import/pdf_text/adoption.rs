//! What stands behind the last paragraph and says how a resolution came about: facts, and no text.
//!
//! ```text
//! note = ordinal [ "plenary" ] "meeting" [ "," ] [ day ] …   ; and on the line below, or over it: day
//!      | "Adopted" … ( day | "meeting" | "vote" | "unanimously" | "consensus" ) …
//!      | ( "In favour" | "Ayes" | "Against" | "Abstaining" … ) ":" names
//!      | count side count side …                              ; In favour: 12, against: 3
//! ```
//!
//! In the languages of the United Nations and in German.
//!
//! In brackets or without, behind a stop, and only once a paragraph has begun: over the first one it is a heading.
//! Names under a hand (`(Signed) …`, `Done at …`) stand there as well; they are known and no part of the text.

use std::ops::Range;

use super::{forms, headings};
use crate::import::dates;
use crate::import::source::Line;
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
    /// Who was not there, or what came of a vote.
    Other,
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

const SIDES: [(&str, VoteSide); 29] = [
    ("in favour", VoteSide::Favour),
    ("in favor", VoteSide::Favour),
    ("for", VoteSide::Favour),
    ("votes for", VoteSide::Favour),
    ("ayes", VoteSide::Favour),
    ("aye", VoteSide::Favour),
    ("yeas", VoteSide::Favour),
    ("yes", VoteSide::Favour),
    ("pour", VoteSide::Favour),
    ("votent pour", VoteSide::Favour),
    ("votos a favor", VoteSide::Favour),
    ("a favor", VoteSide::Favour),
    ("dafür", VoteSide::Favour),
    ("за", VoteSide::Favour),
    ("against", VoteSide::Against),
    ("votes against", VoteSide::Against),
    ("noes", VoteSide::Against),
    ("nays", VoteSide::Against),
    ("no", VoteSide::Against),
    ("contre", VoteSide::Against),
    ("en contra", VoteSide::Against),
    ("dagegen", VoteSide::Against),
    ("против", VoteSide::Against),
    ("abstaining", VoteSide::Abstaining),
    ("abstentions", VoteSide::Abstaining),
    ("abstention", VoteSide::Abstaining),
    ("abstenciones", VoteSide::Abstaining),
    ("enthaltungen", VoteSide::Abstaining),
    ("воздержались", VoteSide::Abstaining),
];

/// Who was not there.
const AWAY: [&str; 4] = ["absent", "excused", "not voting", "present"];

/// What a meeting is called, and what belongs to its name behind that.
const MEETINGS: [&str; 5] = ["meeting", "séance", "sesión", "sitzung", "заседание"];
const MEETINGS_OF: [&str; 3] = [" plénière", " plenaria", " publique"];

/// The notes behind texts, in the order of lines.
pub(in crate::import) fn find(
    lines: &[Line<'_>],
    usual_gap: u32,
    leads: LeadRules,
) -> Vec<ClosingNote> {
    let mut found: Vec<ClosingNote> = Vec::new();
    let mut begun = false;
    // Whether nothing but rules stands behind the last note.
    let mut behind = false;
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        if begun
            && (behind || stops(lines, at))
            && let Some(kind) = kind(lines, at, behind)
        {
            let end = end(lines, at, kind, usual_gap, leads);
            let words = lines[at..end].iter().flat_map(|line| &line.words);
            found.push(ClosingNote {
                lines: at..end,
                kind,
                text: words.copied().collect::<Vec<_>>().join(" "),
            });
            at = end;
            behind = true;
            continue;
        }
        if begun
            && headings::read_lines(&lines[at..], leads.language())
                .is_some_and(|heading| heading.sure || heading.below > 0)
        {
            begun = false;
        }
        begun = begun || begins(line, leads);
        behind = behind && forms::is_rule(line);
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
    before.is_some_and(Line::ends_sentence)
}

/// What a line opens.
fn kind(lines: &[Line<'_>], at: usize, behind: bool) -> Option<ClosingKind> {
    let line = &lines[at];
    let first = line.words[0].trim_start_matches(['(', '[']);
    let text = line.text();
    let bare = text.trim_start_matches(['(', '[']);
    let over_meeting = || {
        let below = lines.get(at + 1);
        is_day(line) && below.is_some_and(|below| meeting(&below.text()).is_some())
    };
    if meeting(bare).is_some() || over_meeting() {
        return Some(ClosingKind::Meeting);
    }
    if totals(bare).is_some() {
        return Some(ClosingKind::Tally);
    }
    let lower = bare.to_lowercase();
    if let Some((label, _)) = lower.split_once(':') {
        let label = label.trim_end();
        if let Some((_, side)) = SIDES.iter().find(|(name, _)| *name == label) {
            return Some(ClosingKind::Names(*side));
        }
        if behind && AWAY.contains(&label) {
            return Some(ClosingKind::Other);
        }
    }
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if is_adopted(first) || first == "Document" && behind {
        let last =
            says(&["meeting", "session"]) || dates::span(bare).is_some() && ends_part(lines, at);
        return if says(&["vote", "unanim", "consensus", "abst"]) {
            Some(ClosingKind::Tally)
        } else {
            (last || behind).then_some(ClosingKind::Meeting)
        };
    }
    let outcome = ["resolution", "result", "motion", "draft"]
        .iter()
        .any(|word| first.trim_end_matches(':').eq_ignore_ascii_case(word));
    if behind && outcome && line.words.len() <= 5 && headings::read(line).is_none() {
        return Some(ClosingKind::Other);
    }
    is_hand(lines, at, behind).then_some(ClosingKind::Signature)
}

/// Whether a line says that something was adopted: by its first word.
fn is_adopted(first: &str) -> bool {
    const OTHER: [&str; 5] = ["passed", "approved", "enacted", "carried", "dated"];
    let bare = first.trim_end_matches([',', ':']);
    let names = || OTHER.iter().any(|word| bare.eq_ignore_ascii_case(word));
    first.starts_with(char::is_uppercase) && (headings::adopts(first) || names())
}

/// Whether what a line begins is short, and a gap, a rule or the end stands behind it.
fn ends_part(lines: &[Line<'_>], at: usize) -> bool {
    const WORDS: usize = 24;
    let below = lines.get(at + 1);
    let apart = |line: &Line<'_>| line.blank_before > 0 || line.feed_before || forms::is_rule(line);
    lines[at].words.len() <= WORDS && below.is_none_or(apart)
}

/// Whether a line is under a hand, or a name below a rule for one.
fn is_hand(lines: &[Line<'_>], at: usize, behind: bool) -> bool {
    let words = &lines[at].words;
    let first = words[0].trim_start_matches(['(', '[']);
    let witness = ["attest", "attested", "witness"].iter().any(|word| {
        first
            .trim_end_matches([':', '.'])
            .eq_ignore_ascii_case(word)
    });
    let under_rule = behind
        && at > 0
        && forms::is_rule(&lines[at - 1])
        && words.len() <= SIGNED_WORDS
        && words[0].starts_with(char::is_alphabetic)
        && !forms::is_symbol(words[0])
        && forms::page_number(&lines[at]).is_none();
    words[0] == "(Signed)"
        || ["Signed", "Signed:", "/s/"].contains(&first)
        || first == "Done"
            && ["at", "in", "this"]
                .iter()
                .any(|word| words.get(1) == Some(word))
        || witness && words.len() <= 3
        || under_rule
}

/// The longest line with a name, in words.
const SIGNED_WORDS: usize = 8;

/// The meeting that a text opens with: `30th plenary meeting`, `Ninth plenary meeting`, `30e séance plénière`.
fn meeting(text: &str) -> Option<&str> {
    if let Some(name) = unparted_meeting(text) {
        return Some(name);
    }
    let name = up_to_meeting(text)?;
    let words: Vec<_> = name.split(' ').collect();
    let ordinal = words.first()?;
    let digits = ordinal.trim_start_matches(|c: char| c.is_ascii_digit());
    let suffixes = ["e", "ème", "re", "ª", "a", ".ª", ".", "-е", "-ое"];
    let figures = digits.len() < ordinal.len() && (is_suffix(digits) || suffixes.contains(&digits));
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

/// A text up to the first word for a meeting and what belongs to its name.
fn up_to_meeting(text: &str) -> Option<&str> {
    let end = MEETINGS
        .iter()
        .find_map(|name| Some(text.find(name)? + name.len()))?;
    let behind = text.get(end..)?;
    let more = MEETINGS_OF.iter().find(|more| behind.starts_with(**more));
    text.get(..end + more.map_or(0, |more| more.len()))
}

/// `第30次全体会议`, `الجلسة العامة ٣٠`
fn unparted_meeting(text: &str) -> Option<&str> {
    let short = text.chars().count() <= 40;
    let numbered = text.contains(char::is_numeric);
    let chinese = text.starts_with('第') && text.contains("次") && text.ends_with("会议");
    let arabic = text.starts_with("الجلسة");
    (short && numbered && (chinese || arabic)).then_some(text)
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
            ClosingKind::Meeting => {
                let is_day = || is_day(&lines[end]) || meeting(&lines[end].text()).is_some();
                let is_record = matches!(lines[end].words.as_slice(), [word] if is_record(word));
                end == at + 1 && is_day() || is_record && !apart(end)
            }
            ClosingKind::Tally | ClosingKind::Names(_) => {
                !full && !apart(end) && self::kind(lines, end, true).is_none()
            }
            ClosingKind::Signature => {
                let witness = end == at + 1 && lines[at].words.len() == 1;
                lines[end].words.len() <= SIGNED_WORDS && end - at < 8 && (witness || !apart(end))
            }
            ClosingKind::Other => false,
        };
        if !goes_on {
            break;
        }
        end += 1;
    }
    end
}

/// Whether a word is the symbol of a record of a meeting: `A/73/PV.30`, `A66/VR/9`.
fn is_record(word: &str) -> bool {
    forms::is_symbol(word) && (word.contains("PV") || word.contains("/VR"))
}

/// Whether a line is nothing but a day.
fn is_day(line: &Line<'_>) -> bool {
    line.words.len() <= 5 && dates::span(&line.text()).is_some()
}

impl ClosingNote {
    /// Notes in a resolution what is said of it.
    pub(in crate::import) fn tell(&self, resolution: &mut Resolution) {
        let bare = self.text.trim_start_matches(['(', '[']);
        match self.kind {
            ClosingKind::Signature | ClosingKind::Other => {}
            ClosingKind::Names(side) => {
                let vote = resolution.facts.vote.get_or_insert_default();
                let names = bare.split_once(':').map_or("", |(_, names)| names);
                let names = names
                    .split([',', ';'])
                    .map(|name| name.trim_matches([' ', '.', ']', ')']));
                let names = names.filter(|name| !name.is_empty() && *name != "None");
                let votes = votes_of(vote, side);
                votes.who = names.map(Into::into).collect();
                if let [count] = votes.who.as_slice()
                    && let Ok(count) = count.parse()
                {
                    (votes.count, votes.who) = (Some(count), vec![]);
                }
            }
            ClosingKind::Meeting | ClosingKind::Tally => {
                let facts = &mut resolution.facts;
                if let Some(meeting) = meeting_in(bare) {
                    facts.meeting = facts.meeting.take().or_else(|| Some(meeting.into()));
                }
                let mut words = bare.split([' ', '(', ')', ',', ';']);
                if let Some(record) = words.find(|word| is_record(word)) {
                    facts.record = Some(record.into());
                }
                if let Some(counts) = tally(bare).or_else(|| totals(bare)) {
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
        .find_map(|text| meeting(up_to_meeting(text)?))
        .or_else(|| text.split(' ').find_map(unparted_meeting))
}

/// Those for, against and abstaining where each count stands beside its side, and nothing else is said: `In favour: 12,
/// against: 3`, `12 in favour, 3 against, 1 abstention`. None where fewer than two are told.
fn totals(text: &str) -> Option<[Option<u32>; 3]> {
    const WORDS: usize = 16;
    let words: Vec<String> = text
        .split([' ', ',', ';', ':', '=', '.', '(', ')', ']'])
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .take(WORDS + 1)
        .collect();
    let is_count = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    let first = words.first().filter(|_| words.len() <= WORDS)?;
    let counts_first = is_count(first);
    let mut counts = [None; 3];
    let at_counts = (0..words.len()).filter(|&at| is_count(&words[at]));
    let at_counts: Vec<usize> = at_counts.collect();
    for (order, &at) in at_counts.iter().enumerate() {
        let label = if counts_first {
            at + 1..at_counts.get(order + 1).copied().unwrap_or(words.len())
        } else {
            order
                .checked_sub(1)
                .map_or(0, |before| at_counts[before] + 1)..at
        };
        let label = words[label].join(" ");
        let label = label.trim_end_matches(" and");
        let (_, side) = SIDES.iter().find(|(name, _)| *name == label)?;
        counts[*side as usize] = Some(words[at].parse().ok()?);
    }
    let told = counts.iter().filter(|count| count.is_some()).count();
    let ends = counts_first || words.last().is_some_and(is_count);
    (ends && told >= 2).then_some(counts)
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
    fn an_adoption_in_any_words_is_a_fact() {
        for (behind, day) in [
            ("ADOPTED, March 24, 2032.", "2032-03-24"),
            (
                "PASSED AND ADOPTED this 24th day of March, 2032.",
                "2032-03-24",
            ),
            ("Adoptée à l’unanimité le 24 mars 2032", "2032-03-24"),
            ("Approved 24 March 2032", "2032-03-24"),
            ("24 March 2032\n30th plenary meeting", "2032-03-24"),
            ("30e séance plénière\n24 mars 2032", "2032-03-24"),
            ("30ª sesión plenaria\n24 de marzo de 2032", "2032-03-24"),
            (
                "30-е пленарное заседание,\n24 марта 2032 года",
                "2032-03-24",
            ),
            ("30. Plenarsitzung\n24. März 2032", "2032-03-24"),
            ("2032年3月24日\n第30次全体会议", "2032-03-24"),
        ] {
            let (resolution, left) = told(behind);
            assert_eq!(resolution.adopted.as_deref(), Some(day), "{behind}");
            assert_eq!(left, 0, "{behind}");
        }
    }

    #[test]
    fn totals_on_one_line_are_a_vote() {
        for behind in [
            "In favour: 12   Against: 3   Abstentions: 1",
            "12 in favour, 3 against and 1 abstention",
            "For 12; Against 3; Abstaining 1",
            "Pour : 12. Contre : 3. Abstentions : 1",
            "In favour: 12\nAgainst: 3\nAbstentions: 1\nResolution passes",
        ] {
            let (resolution, left) = told(behind);
            let vote = resolution.facts.vote.unwrap();
            let counts = [
                vote.in_favour.count,
                vote.against.count,
                vote.abstaining.count,
            ];
            let counts: Vec<_> = counts.into_iter().flatten().collect();
            assert_eq!((counts.as_slice(), left), (&[12, 3, 1][..], 0), "{behind}");
        }
    }

    #[test]
    fn names_below_a_rule_behind_an_adoption_are_hands() {
        let (_, left) = told(
            "Passed this 24th day of March, 2032, by the following vote:\nAyes: Pike, Carp\nNoes: None\n\
             Absent: Eel\n______\nA. Pike, Mayor\nATTEST:\n______\nB. Bream, Clerk",
        );
        // The two rules.
        assert_eq!(left, 2);
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
