//! What stands behind the last paragraph and says how a resolution came about: facts, and no text.
//!
//! ```text
//! note = ordinal [ "plenary" ] "meeting" [ "," ] [ day ] …   ; and on the line below, or over it: day
//!      | "Adopted" … ( day | "meeting" | "vote" | "unanimously" | "consensus" ) …
//!      | ( "In favour" | "Ayes" | "Against" | "Abstaining" … ) ":" names
//!      | count side count side …                              ; In favour: 12, against: 3
//!      | "(" … ( day | meeting ) … ")"                        ; a whole line: "(Eighth sitting, 2 May 2042)"
//! ```
//!
//! In the languages of the United Nations and in German.
//!
//! In brackets or without, behind a stop, and only once a paragraph has begun: over the first one it is a heading. But
//! official records say right below a heading how it was voted on, and who voted so, before it stands again with the
//! title.
//! Names under a hand (`(Signed) …`, `Done at …`) stand there as well; they are known and no part of the text.

use std::ops::Range;

use super::head::labels::{self, HeadLabel};
use super::headings::bracket;
use super::{forms, headings, numbering};
use crate::import::dates;
use crate::import::source::Line;
use crate::text::citation::read_roman;
use crate::text::lead::LeadRules;
use crate::text::model::Resolution;

mod meetings;
#[cfg(test)]
mod tests;
mod votes;

use meetings::{meeting, meeting_in};
use votes::{SIDES, VoteSide, tally, totals, votes_of};

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

/// The longest of these notes, in lines.
const LONGEST: usize = 40;

/// Who was not there.
const AWAY: [&str; 4] = ["absent", "excused", "not voting", "present"];

/// The notes behind texts, in the order of lines.
pub(in crate::import) fn find(
    lines: &[Line<'_>],
    usual_gap: u32,
    leads: LeadRules,
) -> Vec<ClosingNote> {
    let mut found: Vec<ClosingNote> = Vec::new();
    let mut begun = false;
    // Whether nothing but such notes stands below the last heading.
    let mut headed = false;
    // Whether nothing but rules stands behind the last note.
    let mut behind = false;
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        let may = begun && (behind || stops(lines, at)) || headed;
        if may
            && let Some(kind) = kind(lines, at, behind)
            && (begun || behind || kind == ClosingKind::Tally && is_adopted(line.words[0]))
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
        let heads = || {
            headings::read_lines(&lines[at..], leads.language())
                .is_some_and(|heading| heading.sure || heading.below > 0)
        };
        headed = lines
            .get(at + 1)
            .is_some_and(|below| is_adopted(below.words[0]))
            && heads();
        if begun && (headed || heads()) {
            begun = false;
        }
        begun = begun || !headed && begins(line, leads);
        behind = behind && is_between_pages(line);
        at += 1;
    }
    found
}

/// Whether a line is a rule, or stands between two pages.
fn is_between_pages(line: &Line<'_>) -> bool {
    forms::is_rule(line)
        || forms::is_job(line)
        || forms::page_number(line).is_some()
        || forms::ends_in_page(line)
        || line.is_row() && forms::ends_in_page_of(line)
}

/// Whether a paragraph begins with a line, as far as its first words tell.
fn begins(line: &Line<'_>, leads: LeadRules) -> bool {
    if numbering::number(&line.words).is_some_and(|label| label.has_stop()) {
        return true;
    }
    let numbered = line.words[0].starts_with(|c: char| c.is_ascii_digit());
    let words = &line.words[usize::from(numbered)..];
    leads
        .verb(&words.iter().take(4).copied().collect::<Vec<_>>().join(" "))
        .is_some()
}

/// Whether what stands over a line has ended.
fn stops(lines: &[Line<'_>], at: usize) -> bool {
    const DEEP: usize = 8;
    let is_text = |line: &&Line<'_>| {
        !forms::is_job(line)
            && forms::page_number(line).is_none()
            && !headings::is_symbol(&line.words)
    };
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
    if is_signed_for(&lines[at..]) {
        return Some(ClosingKind::Other);
    }
    let of_day = || is_day(line) || matches!(line.words.as_slice(), ["№", _]);
    let is_place = || {
        const WORDS: usize = 4;
        line.words.len() <= WORDS && !line.ends_sentence() && lines.get(at + 1).is_some_and(is_day)
    };
    if behind && (of_day() || is_place()) {
        return Some(ClosingKind::Meeting);
    }
    if bracket::in_bracket(line).is_some() {
        return Some(ClosingKind::Meeting);
    }
    if is_dated_bracket(line, &text) || is_place_and_day(lines, at) {
        return Some(ClosingKind::Meeting);
    }
    if is_put_forward(&lines[at..]) {
        return Some(ClosingKind::Other);
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
    if is_adopted(first) || first == "Document" && behind {
        let placed = line
            .words
            .get(1)
            .is_some_and(|word| ["at", "in", "on"].contains(word));
        // It may go on in the lines below.
        let unit = lines[at..end_of_unit(lines, at)].iter().map(Line::text);
        let unit = unit.collect::<Vec<_>>().join(" ").to_lowercase();
        let is_short = unit.split(' ').count() <= UNIT_WORDS;
        let said = if is_short { &unit } else { &lower };
        let says = |words: &[&str]| words.iter().any(|word| said.contains(word));
        let dated = || dates::span(said).is_some() || line.words.len() == 1;
        let last = says(&["meeting", "session"]) || is_short && (placed || dated());
        return if says(&["vote", "unanim", "consensus", "abst"]) {
            Some(ClosingKind::Tally)
        } else {
            (last || behind).then_some(ClosingKind::Meeting)
        };
    }
    let does = |word: &&str| is_adopted(word.trim_end_matches('.'));
    if first == "Action:" && line.words.len() <= 4 && line.words.iter().any(does) {
        return Some(ClosingKind::Other);
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

/// The longest text that says how something was adopted, in words.
const UNIT_WORDS: usize = 40;

/// Behind the last line of what a line begins: where a gap, a rule or the end stands.
fn end_of_unit(lines: &[Line<'_>], at: usize) -> usize {
    let touches =
        |line: &&Line<'_>| line.blank_before == 0 && !line.feed_before && !forms::is_rule(line);
    at + 1
        + lines[at + 1..]
            .iter()
            .take(LONGEST)
            .take_while(touches)
            .count()
}

/// Whether a line stands apart, and is nothing but a place and a day: `Keel, den 12. März 2041`.
fn is_place_and_day(lines: &[Line<'_>], at: usize) -> bool {
    let line = &lines[at];
    line.blank_before > 0
        && line.words.len() <= SIGNED_WORDS
        && lines.get(at + 1).is_none_or(|below| below.blank_before > 0)
        && (names_place_and_day(line) || line.words.last().is_some_and(|day| has_roman_month(day)))
}

/// `06/XII/41`
fn has_roman_month(word: &str) -> bool {
    let parts: Vec<_> = word.trim_end_matches('.').split('/').collect();
    let figures = |text: &str| text.parse::<u16>().is_ok();
    matches!(parts.as_slice(), [day, month, year]
        if figures(day) && figures(year) && read_roman(month).is_some_and(|month| month <= 12))
}

/// Whether a text says who put it forward: `Moved by Commissioner Oar, seconded by Commissioner Keel.`
fn is_put_forward(rest: &[Line<'_>]) -> bool {
    const FORWARD: [&str; 6] = [
        "moved",
        "seconded",
        "introduced",
        "offered",
        "proposed",
        "sponsored",
    ];
    const WORDS: usize = 20;
    let [first, second, name, ..] = rest[0].words.as_slice() else {
        return false;
    };
    let first = first.strip_suffix(':').unwrap_or(first);
    first.starts_with(char::is_uppercase)
        && FORWARD.contains(&&*first.to_lowercase())
        && second.trim_end_matches(':').eq_ignore_ascii_case("by")
        && name.starts_with(char::is_uppercase)
        && rest[0].words.len() <= WORDS
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
    let is_by_hand = || {
        let opens = words[..words.len().min(3)].join(" ").to_lowercase();
        HANDS.iter().any(|hand| opens.starts_with(hand))
    };
    words[0] == "(Signed)"
        || ["Signed", "Signed:", "/s/"].contains(&first)
        || first.starts_with(char::is_uppercase) && is_by_hand()
        || is_initialled(words)
        || words.len() <= 3
            && first.starts_with(char::is_uppercase)
            && lines
                .get(at + 1)
                .is_some_and(|below| below.blank_before == 0 && is_initialled(&below.words))
        || witness && words.len() <= 3
        || under_rule
}

/// What stands before hands, in small letters.
const HANDS: [&str; 17] = [
    "done at ",
    "done in ",
    "done this ",
    "fait à ",
    "fait et ",
    "fait le ",
    "hecho en ",
    "feita em ",
    "feito em ",
    "fatto a ",
    "geschehen zu ",
    "совершено в ",
    "in faith whereof",
    "in witness whereof",
    "en foi de",
    "en fe de",
    "zu urkund",
];

/// Whether a line ends with initials and a name, behind an office or not: `Председатель Совета И. И. Образцов`.
fn is_initialled(words: &[&str]) -> bool {
    const WORDS: usize = 10;
    // `И.`, `И.И.`
    let initials = |word: &&&str| {
        let stops = word.matches('.').count();
        stops * 2 == word.chars().count()
            && word.ends_with('.')
            && !word.contains(char::is_lowercase)
    };
    let Some((name, before)) = words.split_last() else {
        return false;
    };
    let letters = before.iter().rev().take_while(initials);
    let letters: usize = letters.map(|word| word.matches('.').count()).sum();
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && !word.ends_with('.');
    letters == 2 && words.len() <= WORDS && is_name(name) && is_name(words[0])
}

/// The longest line with a name, in words.
const SIGNED_WORDS: usize = 8;

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
            ClosingKind::Meeting if is_adopted(lines[at].words[0]) && !full && !apart(end) => true,
            ClosingKind::Meeting => {
                let is_day = || is_day(&lines[end]) || meeting(&lines[end].text()).is_some();
                let is_record = matches!(lines[end].words.as_slice(), [word] if is_record(word));
                let is_placed = || !apart(end) && names_place_and_day(&lines[end]);
                end == at + 1 && (is_day() || is_placed()) || is_record && !apart(end)
            }
            ClosingKind::Tally | ClosingKind::Names(_) => {
                !full && !apart(end) && self::kind(lines, end, true).is_none()
            }
            ClosingKind::Signature => {
                let witness = end == at + 1 && lines[at].words.len() == 1;
                let is_short =
                    lines[end].words.len() <= SIGNED_WORDS || lines[end].is_without_small_letters();
                is_short && end - at < 8 && (witness || !apart(end))
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

/// Whether all that is left says who put the text forward: `Mover: Branch of Keel`.
fn is_signed_for(rest: &[Line<'_>]) -> bool {
    const LINES: usize = 4;
    let of_sponsor = |line: &Line<'_>| {
        labels::read(&line.words).is_some_and(|(label, _)| label == HeadLabel::Sponsors)
            || line.words.len() <= 2 && is_adopted(line.words[0])
    };
    rest.len() <= LINES && rest.iter().all(of_sponsor)
}

/// Whether a line is nothing but a bracket in which a meeting is named, or one day.
fn is_dated_bracket(line: &Line<'_>, text: &str) -> bool {
    const WORDS: usize = 14;
    let inner = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'))
        .filter(|_| line.words.len() <= WORDS);
    inner.is_some_and(|inner| {
        let is_day = dates::span(inner).is_some_and(|(from, to)| from == to);
        is_day || meeting_in(inner).is_some()
    })
}

/// Whether a line is nothing but a day.
fn is_day(line: &Line<'_>) -> bool {
    line.words.len() <= 5 && dates::span(&line.text()).is_some()
}

/// Whether a line is nothing but a place and a day: `Keel, Northland, 15 February 2042`.
fn names_place_and_day(line: &Line<'_>) -> bool {
    const WORDS: usize = 12;
    let text = line.text();
    let parts = text.rsplit_once(',');
    line.words.len() <= WORDS
        && text.starts_with(char::is_uppercase)
        && parts.is_some_and(|(_, day)| day.split(' ').count() <= 6 && dates::span(day).is_some())
}

impl ClosingNote {
    /// Notes in a resolution what is said of it.
    pub(in crate::import) fn tell(&self, resolution: &mut Resolution) {
        let bare = self.text.trim_start_matches(['(', '[']);
        match self.kind {
            // `Done at Keel, 2 May 2041`
            ClosingKind::Signature if resolution.adopted.is_none() => {
                let small = bare.to_lowercase();
                let day = dates::span(bare).filter(|(from, to)| from == to);
                let is_done = HANDS.iter().any(|hand| small.starts_with(hand));
                resolution.adopted = day.filter(|_| is_done).map(|(_, day)| day.into());
            }
            ClosingKind::Signature | ClosingKind::Other => {}
            ClosingKind::Names(side) => {
                let vote = resolution.facts.vote.get_or_insert_default();
                let names = bare.split_once(':').map_or("", |(_, names)| names);
                // `Oar, Keel (2)`
                let counted = names
                    .strip_suffix(')')
                    .and_then(|names| names.rsplit_once(" ("));
                let (names, count) = counted.map_or((names, None), |(names, count)| {
                    (names, count.parse::<u32>().ok())
                });
                let names = names
                    .split([',', ';'])
                    .map(|name| name.trim_matches([' ', '.', ']', ')']));
                let names = names.filter(|name| !name.is_empty() && *name != "None");
                let votes = votes_of(vote, side);
                votes.who = names.map(Into::into).collect();
                votes.count = votes.count.or(count);
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
                    // The bracket of a League has the day before the month.
                    let last = || bare.rsplit(' ').next().and_then(dates::from_day);
                    resolution.adopted = day.map(|(_, day)| day).or_else(last).map(Into::into);
                }
            }
        }
    }
}
