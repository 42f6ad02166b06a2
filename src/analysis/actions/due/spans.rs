//! Times from the adoption, and what comes again and again.

use super::{Due, TimeUnit};
use crate::analysis::lexemes::{Lexemes, ManyWords};
use crate::text::model::MONTHS;

/// Some files have the one that no line is broken at.
const HYPHENS: [char; 2] = ['-', '‑'];

/// What such a time begins with, but for a number and for what ends as `weekly` and `annual`.
const BEGINNINGS: ManyWords = ManyWords::of(&[
    "every",
    "each",
    "at",
    "in",
    "within",
    "than",
    "the",
    "next",
    "intervals",
    "once",
    "twice",
    "semi",
    "bi",
    "half",
]);

/// A time of either kind that begins there, and where what follows it begins.
pub(super) fn span(lexemes: &Lexemes<'_>, at: usize) -> Option<(Due, usize)> {
    let is_rhythm = || {
        let word = lexemes.word(at).map(str::as_bytes);
        matches!(
            word,
            Some([.., b'l' | b'L', b'y' | b'Y'] | [.., b'a' | b'A', b'l' | b'L'])
        )
    };
    if !lexemes.is_one_of(at, &BEGINNINGS) && count(lexemes, at).is_none() && !is_rhythm() {
        return None;
    }
    every(lexemes, at).or_else(|| within(lexemes, at))
}

/// `every six months`, `every other year`, `at 90-day intervals`, `twice a year`, `quarterly`.
fn every(lexemes: &Lexemes<'_>, at: usize) -> Option<(Due, usize)> {
    if lexemes.is(at, &["every", "each"]) {
        // `one of each year`, but `by 31 March of each year`
        let is_of = lexemes.is(at.wrapping_sub(1), &["of"]);
        if is_of && !lexemes.is(at.wrapping_sub(2), &MONTHS) {
            return None;
        }
        let (count, unit, behind) = time(lexemes, at + 1).or_else(|| {
            let is_second = lexemes.is(at + 1, &["other", "second"]);
            let unit_at = at + 1 + usize::from(is_second);
            Some((
                1 + u32::from(is_second),
                unit(lexemes, unit_at)?,
                unit_at + 1,
            ))
        })?;
        return Some((Due::Every(count, unit), behind));
    }
    let found = intervals(lexemes, at).or_else(|| times(lexemes, at));
    found.or_else(|| rhythm(lexemes, at))
}

/// `at 90-day intervals`, `in two week intervals`, `at intervals of three months`.
fn intervals(lexemes: &Lexemes<'_>, at: usize) -> Option<(Due, usize)> {
    let first = at + usize::from(lexemes.is(at, &["at", "in"]));
    if lexemes.is(first, &["intervals"]) && lexemes.is(first + 1, &["of"]) {
        let (count, unit, behind) = time(lexemes, first + 2)?;
        return Some((Due::Every(count, unit), behind));
    }
    let count = count(lexemes, first)?;
    let unit_at = first + 1 + usize::from(lexemes.is_mark(first + 1, &HYPHENS));
    let unit = unit(lexemes, unit_at)?;
    let is_intervals = lexemes.is(unit_at + 1, &["intervals", "basis"]);
    is_intervals.then_some((Due::Every(count, unit), unit_at + 2))
}

/// `twice a year`, `three times per year`, `once a month`: what is so often in a time that parts it evenly.
fn times(lexemes: &Lexemes<'_>, at: usize) -> Option<(Due, usize)> {
    let (times, next) = if lexemes.is(at, &["once", "twice"]) {
        (1 + u32::from(lexemes.is(at, &["twice"])), at + 1)
    } else {
        let is_times = lexemes.is(at + 1, &["times"]);
        (is_times.then(|| count(lexemes, at))??, at + 2)
    };
    let (unit, behind) = if lexemes.is(next, &["annually", "yearly"]) {
        (TimeUnit::Years, next + 1)
    } else {
        let is_in = lexemes.is(next, &["a", "per", "each", "every"]);
        (unit(lexemes, next + 1).filter(|_| is_in)?, next + 2)
    };
    let due = match (times, unit) {
        (1, unit) => Due::Every(1, unit),
        (times, TimeUnit::Years) if 12 % times == 0 => Due::Every(12 / times, TimeUnit::Months),
        (2, TimeUnit::Months) => Due::Every(2, TimeUnit::Weeks),
        _ => return None,
    };
    Some((due, behind))
}

/// `quarterly`, `semi-annually`; but not the name of a report that there is: `his quarterly report`.
fn rhythm(lexemes: &Lexemes<'_>, at: usize) -> Option<(Due, usize)> {
    const RHYTHMS: [(&[&str], u32, TimeUnit); 7] = [
        (&["weekly"], 1, TimeUnit::Weeks),
        (&["fortnightly", "biweekly"], 2, TimeUnit::Weeks),
        (&["monthly"], 1, TimeUnit::Months),
        (&["quarterly"], 3, TimeUnit::Months),
        (
            &["biannual", "biannually", "semiannual", "semiannually"],
            6,
            TimeUnit::Months,
        ),
        (&["annually", "yearly"], 1, TimeUnit::Years),
        (&["biennially"], 2, TimeUnit::Years),
    ];
    const YEARLY: [&str; 7] = [
        "basis",
        "report",
        "reports",
        "briefing",
        "briefings",
        "update",
        "updates",
    ];
    const OF_WHOM: [&str; 8] = ["the", "his", "her", "its", "their", "next", "this", "in"];
    // `semi-annual` is three lexemes.
    let is_half = lexemes.is(at, &["semi", "bi", "half"]) && lexemes.is_mark(at + 1, &HYPHENS);
    let word = if is_half { at + 2 } else { at };
    let is_yearly = lexemes.is(word, &["annual", "annually"]);
    let (count, unit) = if is_half {
        let is_said = is_yearly || lexemes.is(word, &["yearly"]);
        is_said.then_some((6, TimeUnit::Months))?
    } else if is_yearly && lexemes.is(word + 1, &YEARLY) {
        (1, TimeUnit::Years)
    } else if lexemes.is(word, &["biennial"]) && lexemes.is(word + 1, &YEARLY) {
        (2, TimeUnit::Years)
    } else {
        let mut known = RHYTHMS.iter();
        let known = known.find(|(words, ..)| lexemes.is(word, words))?;
        (known.1, known.2)
    };
    let is_name = lexemes.is(word + 1, &["report", "reports", "reporting"])
        && lexemes.is(at.wrapping_sub(1), &OF_WHOM);
    (!is_name).then_some((Due::Every(count, unit), word + 1))
}

/// `within 30 days of the adoption`, `in 18 months`; of something else it is an occasion.
fn within(lexemes: &Lexemes<'_>, at: usize) -> Option<(Due, usize)> {
    const FROM: [&str; 4] = ["of", "from", "after", "following"];
    let is_within = lexemes.is(at, &["within", "in", "than"]);
    let first = at + usize::from(is_within);
    let (count, unit, behind) = time(lexemes, first)?;
    if lexemes.is(behind, &["prior", "before"]) {
        return Some((Due::Occasion, behind + 1));
    }
    let is_from = lexemes.is(behind, &FROM);
    let is_bare = is_within && !is_from && !lexemes.is(at.wrapping_sub(1), &["for"]);
    let words = || (behind..behind + 7).any(|near| lexemes.is(near, &["adoption", "resolution"]));
    match (is_from, is_from && words()) {
        (true, true) if is_within || is_after(lexemes, at) => {
            Some((Due::Within(count, unit), behind))
        }
        (true, false) if is_within || is_after(lexemes, at) && !lexemes.is(behind, &["of"]) => {
            Some((Due::Occasion, behind))
        }
        (false, _) if is_bare => Some((Due::Within(count, unit), behind)),
        _ => None,
    }
}

/// Whether a time that *within* does not stand before is a term, and no duration: not `for a period of 30 days from`.
fn is_after(lexemes: &Lexemes<'_>, at: usize) -> bool {
    !(1..4).any(|back| lexemes.is(at.wrapping_sub(back), &["for", "period"]))
}

/// `six months`, `30 days`, `forty-five days`; and where what follows begins.
fn time(lexemes: &Lexemes<'_>, at: usize) -> Option<(u32, TimeUnit, usize)> {
    let at = at + usize::from(lexemes.is(at, &["the", "next"]));
    let tens = count(lexemes, at)?;
    let next = at + 1;
    if lexemes.is_mark(next, &HYPHENS)
        && let Some(ones) = count(lexemes, next + 1).filter(|&ones| tens % 10 == 0 && ones < 10)
    {
        return Some((tens + ones, unit(lexemes, next + 2)?, next + 3));
    }
    let next = next + usize::from(lexemes.is(next, &["working", "calendar"]));
    Some((tens, unit(lexemes, next)?, next + 1))
}

fn count(lexemes: &Lexemes<'_>, at: usize) -> Option<u32> {
    // Each stands at its number; behind them the tens.
    const COUNTS: ManyWords = ManyWords::of(&[
        "a",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ]);
    let numbered = lexemes
        .which(at, &COUNTS)
        .and_then(|at| u32::try_from(at).ok());
    numbered.map_or_else(
        || {
            lexemes
                .number(at)
                .filter(|&count| count > 0 && count < 1000)
        },
        |number| match number {
            0 => Some(1),
            1..20 => Some(number),
            tens => Some((tens - 18) * 10),
        },
    )
}

/// The unit there, that of `in six months’ time` as well.
fn unit(lexemes: &Lexemes<'_>, at: usize) -> Option<TimeUnit> {
    let word = lexemes.word(at)?.trim_end_matches(['’', '\'']);
    [
        (["hour", "hours"], TimeUnit::Hours),
        (["day", "days"], TimeUnit::Days),
        (["week", "weeks"], TimeUnit::Weeks),
        (["month", "months"], TimeUnit::Months),
        (["year", "years"], TimeUnit::Years),
    ]
    .iter()
    .find(|(words, _)| words.iter().any(|one| word.eq_ignore_ascii_case(one)))
    .map(|(_, unit)| *unit)
}
