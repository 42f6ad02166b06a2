//! Which paragraphs of a document are cited, as lawyers say it: `paras. 7–9 and 11`, `third preambular paragraph`.

mod targets;

use std::ops::Range;

use crate::text::citation::{CitedPart, Step, Target, capitals, ordinal};
use crate::text::corpus::{Corpus, Resolved};
use crate::text::model::{Place, Resolution};

/// Which signs a guide has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// `para. 7 (a) (i)`.
    Un,
    /// `para 7(a)(i)`.
    Oscola,
    /// `¶ 7(a)(i)`.
    Bluebook,
}

/// What is cited by one word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PinNoun {
    /// A whole part: its words say all.
    Part,
    /// Paragraphs by their numbers.
    Number,
    /// Articles by their numbers, with paragraphs below them.
    Article,
    /// Paragraphs by their position, and what they are called.
    Position(&'static str),
}

/// A paragraph, a point or a range.
struct Pin {
    /// The part it stands in, where that must be said: `annex II`.
    part: String,
    cited: PinNoun,
    /// The numbers down to what the last of them is a point of.
    above: String,
    /// The number or position, or the first and the last of a range.
    at: String,
    /// The second of a range of two, which is no range in words.
    next: Option<String>,
    /// Whether that is more than one paragraph.
    is_plural: bool,
}

/// All that is cited; empty for the whole document.
pub(super) fn pinpoint(
    cited: &Resolved,
    resolution: &Resolution,
    corpus: &Corpus,
    dialect: Dialect,
) -> String {
    let pins: Vec<Pin> = cited
        .passages
        .iter()
        .flat_map(|range| pins(range, cited, resolution, corpus, dialect))
        .collect();
    let alike = pins.chunk_by(|one, other| one.cited == other.cited && one.part == other.part);
    let said: Vec<String> = alike.map(|pins| together(pins, dialect)).collect();
    listed(&said, dialect)
}

fn pins(
    range: &Range<usize>,
    cited: &Resolved,
    resolution: &Resolution,
    corpus: &Corpus,
    dialect: Dialect,
) -> Vec<Pin> {
    let part = corpus.part_in_words(Place::new(cited.resolution, range.start));
    let targets = targets::of(range, cited.resolution, resolution, corpus);
    let targets = targets.iter();
    targets
        .map(|target| Pin::of(target, part.clone(), resolution, dialect))
        .collect()
}

impl Pin {
    fn of(target: &Target, part: String, resolution: &Resolution, dialect: Dialect) -> Self {
        let is_preamble = matches!(
            target.part,
            CitedPart::Preamble | CitedPart::AnnexPreamble(_)
        );
        let Some((last, above)) = target.steps.split_last() else {
            let part = match target.part {
                CitedPart::Preamble => "preamble".to_owned(),
                CitedPart::Operative => "operative part".to_owned(),
                _ => part,
            };
            return Self {
                part,
                cited: PinNoun::Part,
                above: String::new(),
                at: String::new(),
                next: None,
                is_plural: false,
            };
        };
        let is_paragraph = above.is_empty();
        let cited = match &target.steps[0] {
            _ if is_preamble && dialect != Dialect::Bluebook => {
                PinNoun::Position("preambular paragraph")
            }
            first if first.article().is_some() => PinNoun::Article,
            first if first.label.is_empty() => {
                PinNoun::Position(unnumbered(&target.part, resolution))
            }
            _ => PinNoun::Number,
        };
        let by_position = matches!(cited, PinNoun::Position(_));
        // What has no number in an article is a paragraph of it, and below a paragraph a bullet.
        let noun_of = |depth| match (cited, depth) {
            (PinNoun::Article, 1) => "paragraph",
            _ => "bullet",
        };
        let part = if is_preamble && dialect == Dialect::Bluebook {
            [part.as_str(), "pmbl."].join(if part.is_empty() { "" } else { ", " })
        } else {
            part
        };
        let mut numbers = String::new();
        for (depth, step) in above.iter().enumerate() {
            numbers += &named(step, depth, by_position, dialect);
            if cited == PinNoun::Article && depth == 1 && step.label.is_empty() {
                numbers += " paragraph";
            }
        }
        let depth = above.len();
        let mut at = named(last, depth, by_position, dialect);
        let is_counted = last.label.is_empty() || by_position && is_paragraph;
        let mut next = None;
        if let Some(to) = &target.to {
            let second = named(to, depth, by_position, dialect);
            let second = second.trim_start_matches([' ', ',']);
            if follows(last, to) && (is_counted || dialect == Dialect::Un) {
                next = Some(second.to_owned());
            } else {
                let between = if is_counted { " to " } else { "–" };
                at = format!("{at}{between}{second}");
            }
        }
        if last.label.is_empty() && !is_paragraph {
            let noun = noun_of(depth);
            match &mut next {
                Some(next) => *next = format!("{next} {noun}s"),
                None if target.to.is_some() => at = format!("{at} {noun}s"),
                None => at = format!("{at} {noun}"),
            }
        }
        Self {
            part,
            cited,
            above: numbers,
            at,
            next,
            is_plural: target.to.is_some() && is_paragraph,
        }
    }
}

/// Whether a paragraph or point is the next behind another: `8` behind `7`, `(b)` behind `(a)`.
fn follows(one: &Step, next: &Step) -> bool {
    let number = |step: &Step| match step.article().as_ref().unwrap_or(step).label.as_str() {
        "" => Some(step.nth),
        label => match label.as_bytes() {
            [letter @ b'a'..=b'z'] => Some(u32::from(*letter)),
            _ => label.parse().ok(),
        },
    };
    let is_alike = one.label.is_empty() == next.label.is_empty();
    is_alike
        && number(one)
            .zip(number(next))
            .is_some_and(|(one, next)| one + 1 == next)
}

/// What paragraphs without a number are called; those of a part where others have one are told from them.
fn unnumbered(part: &CitedPart, resolution: &Resolution) -> &'static str {
    let CitedPart::Operative = part else {
        return "unnumbered paragraph";
    };
    let mut passages = resolution.passages.iter();
    let has_numbers =
        passages.any(|one| one.part.is_operative() && one.is_paragraph() && one.number.is_some());
    if has_numbers {
        "unnumbered operative paragraph"
    } else {
        "operative paragraph"
    }
}

/// A step by its number or position: `7`, `third`, ` (a)`, `, third`.
fn named(step: &Step, depth: usize, by_position: bool, dialect: Dialect) -> String {
    let Step { label, nth } = step;
    if depth == 0 && by_position {
        return ordinal(label.parse().unwrap_or(*nth));
    }
    if label.is_empty() {
        return format!(", {}", ordinal(*nth));
    }
    let again = if *nth > 1 {
        format!(" ({} of that number)", ordinal(*nth))
    } else {
        String::new()
    };
    match (depth, dialect) {
        (0, _) => match step.article() {
            Some(number) if number.label.starts_with(char::is_alphabetic) => {
                capitals(&number.label) + &again
            }
            Some(number) => number.label + &again,
            None => format!("{label}{again}"),
        },
        (_, Dialect::Un) => format!(" ({label}){again}"),
        (_, Dialect::Oscola | Dialect::Bluebook) => format!("({label}){again}"),
    }
}

/// Pins of one part that are cited by one word.
fn together(pins: &[Pin], dialect: Dialect) -> String {
    let mut each: Vec<String> = Vec::new();
    let mut paragraphs = 0;
    let mut above: Option<&str> = None;
    for pin in pins {
        // Of points that follow one another their paragraph is said once.
        let is_said = above == Some(&pin.above) && !pin.above.is_empty();
        above = Some(&pin.above);
        paragraphs += usize::from(!is_said);
        each.push(if is_said {
            pin.at.trim_start().to_owned()
        } else {
            format!("{}{}", pin.above, pin.at)
        });
        each.extend(pin.next.clone());
    }
    let is_plural = paragraphs > 1 || pins.iter().any(|pin| pin.is_plural);
    let Some(first) = pins.first() else {
        return String::new();
    };
    let said = listed(&each, dialect);
    let plural = if is_plural { "s" } else { "" };
    let said = match (first.cited, dialect) {
        (PinNoun::Part, _) => return first.part.clone(),
        (PinNoun::Position(noun), _) if first.above.is_empty() => format!("{said} {noun}{plural}"),
        (PinNoun::Position(noun), _) => {
            // Points of a paragraph without a number: `third operative paragraph (a)`.
            let paragraph = first
                .above
                .split([' ', '(', ','])
                .next()
                .unwrap_or_default();
            let points = said.strip_prefix(paragraph).unwrap_or_default();
            let between = if dialect != Dialect::Un && points.starts_with('(') {
                " "
            } else {
                ""
            };
            format!("{paragraph} {noun}{between}{points}")
        }
        (PinNoun::Article, Dialect::Oscola) => format!("art{plural} {said}"),
        (PinNoun::Article, _) => format!("art{plural}. {said}"),
        (PinNoun::Number, Dialect::Un) => format!("para{plural}. {said}"),
        (PinNoun::Number, Dialect::Oscola) => format!("para{plural} {said}"),
        (PinNoun::Number, Dialect::Bluebook) => {
            format!("¶{} {said}", if is_plural { "¶" } else { "" })
        }
    };
    match first.part.as_str() {
        "" => said,
        part if part.ends_with('.') => format!("{part} {said}"),
        part => format!("{part}, {said}"),
    }
}

/// `7, 9 and 11`; with commas alone in the Bluebook.
fn listed(each: &[String], dialect: Dialect) -> String {
    match each {
        [first @ .., last] if !first.is_empty() && dialect != Dialect::Bluebook => {
            format!("{} and {last}", first.join(", "))
        }
        each => each.join(", "),
    }
}
