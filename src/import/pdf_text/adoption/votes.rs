//! Votes as notes tell them: who stood on which side, and how many.

use crate::text::model::{Vote, Votes};

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

/// What the sides are called in print, in small letters.
pub(super) const SIDES: [(&str, VoteSide); 35] = [
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
    ("ja", VoteSide::Favour),
    ("ja-stimmen", VoteSide::Favour),
    ("за", VoteSide::Favour),
    ("against", VoteSide::Against),
    ("votes against", VoteSide::Against),
    ("noes", VoteSide::Against),
    ("nays", VoteSide::Against),
    ("no", VoteSide::Against),
    ("contre", VoteSide::Against),
    ("en contra", VoteSide::Against),
    ("dagegen", VoteSide::Against),
    ("nein", VoteSide::Against),
    ("nein-stimmen", VoteSide::Against),
    ("против", VoteSide::Against),
    ("abstaining", VoteSide::Abstaining),
    ("abstain", VoteSide::Abstaining),
    ("abstained", VoteSide::Abstaining),
    ("abstentions", VoteSide::Abstaining),
    ("abstention", VoteSide::Abstaining),
    ("abstenciones", VoteSide::Abstaining),
    ("enthaltungen", VoteSide::Abstaining),
    ("воздержались", VoteSide::Abstaining),
];

/// Of whom there is a count beside those: who was there.
const OTHERS: [&str; 6] = [
    "votants",
    "présents",
    "present",
    "anwesend",
    "votantes",
    "total",
];

pub(super) fn votes_of(vote: &mut Vote, side: VoteSide) -> &mut Votes {
    match side {
        VoteSide::Favour => &mut vote.in_favour,
        VoteSide::Against => &mut vote.against,
        VoteSide::Abstaining => &mut vote.abstaining,
    }
}

/// Those for, against and abstaining where each count stands beside its side, and nothing else is said: `In favour: 12,
/// against: 3`, `12 in favour, 3 against, 1 abstention`. None where fewer than two are told.
pub(super) fn totals(text: &str) -> Option<[Option<u32>; 3]> {
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
        if OTHERS.contains(&label) {
            continue;
        }
        let is = |name: &str| {
            let before = label.strip_suffix(name);
            before.is_some_and(|before| before.is_empty() || order == 0 && before.ends_with(' '))
        };
        let (_, side) = SIDES.iter().find(|(name, _)| is(name))?;
        counts[*side as usize] = Some(words[at].parse().ok()?);
    }
    let told = counts.iter().filter(|count| count.is_some()).count();
    let ends = counts_first || words.last().is_some_and(is_count);
    (ends && told >= 2).then_some(counts)
}

/// Those for, against and abstaining: `by 27 votes to none, with 2 abstentions`, `by a vote of 27-0-2`.
pub(super) fn tally(text: &str) -> Option<[Option<u32>; 3]> {
    let words: Vec<_> = text
        .split([' ', ',', '.', ']', ')'])
        .filter(|word| !word.is_empty())
        .collect();
    let count = |at: usize| words.get(at).and_then(|word| number(word));
    let scored = words.windows(2).find_map(|pair| score(pair[0], pair[1]));
    if scored.is_some() {
        return scored;
    }
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

/// `vote of 31-4-2`
fn score(before: &str, word: &str) -> Option<[Option<u32>; 3]> {
    let told = ["of", "by", "vote", "vote:"].contains(&&*before.to_lowercase());
    let mut counts = word.split(['-', '–']).map(|count| count.parse().ok());
    let (first, second, third) = (counts.next()?, counts.next()?, counts.next());
    (told && first.is_some() && second.is_some() && counts.next().is_none() && third != Some(None))
        .then_some([first, second, third.flatten()])
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
