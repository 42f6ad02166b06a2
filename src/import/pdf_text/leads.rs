//! The language of a document, and how its paragraphs begin.
//!
//! The script tells Arabic, Chinese and Russian; among the languages in Latin letters the one wins whose commonest
//! words are the most, where they are one word in thirty or more. Paragraphs begin with small letters in German and
//! Russian, and where more lines behind a stop begin with a small verb than with a capital one. Where all is in capitals
//! they tell nothing.

use crate::import::Options;
use crate::import::report::Report;
use crate::import::source::Line;
use crate::text::language::Language;
use crate::text::lead::{self, LeadRules, Verb};

/// The commonest words of the languages in Latin letters: those that no other of these has.
const COMMON: [(Language, &[&str]); 6] = [
    (
        Language::English,
        &[
            "the", "of", "and", "to", "that", "its", "for", "by", "with", "this",
        ],
    ),
    (
        Language::French,
        &[
            "le", "les", "et", "du", "dans", "sur", "pour", "qui", "aux", "au", "à", "par", "une",
        ],
    ),
    (
        Language::Spanish,
        &[
            "el", "los", "las", "y", "del", "por", "con", "una", "para", "al", "sus",
        ],
    ),
    (
        Language::German,
        &[
            "der", "und", "das", "den", "von", "mit", "zu", "auf", "für", "dem", "zur", "ist",
            "nicht",
        ],
    ),
    (
        Language::Portuguese,
        &[
            "os", "da", "do", "dos", "das", "em", "não", "ao", "aos", "pela", "pelo", "uma", "com",
        ],
    ),
    (
        Language::Italian,
        &[
            "il", "di", "della", "dei", "delle", "che", "per", "nel", "gli", "alla", "dal", "è",
        ],
    ),
];

/// One common word in so many words tells a language.
const ONE_IN: usize = 30;

/// As many lines as are looked at.
const LOOKED_AT: usize = 4000;

/// The language of a document, as its words tell it or else as it is given, and how its paragraphs begin. Says in the
/// report which it is.
pub(super) fn of(lines: &[Line<'_>], options: &Options<'_>, report: &mut Report) -> LeadRules {
    let given = options.front.language.as_deref().map(Language::of);
    let given = given.filter(|given| *given != Language::Other);
    let language = language_of(lines).or(given).unwrap_or_else(|| {
        if lines.iter().map(|line| line.words.len()).sum::<usize>() > ONE_IN {
            let message = "the language was not found out; read as English".to_owned();
            report.doubt(lines[0].number, message);
        }
        Language::English
    });
    report.language = language.name().into();
    let leads = LeadRules::of(language);
    let leads = if begins_with_many(lines) {
        leads.of_many()
    } else if names_body(lines) {
        leads.of_named()
    } else {
        leads
    };
    if is_loud(lines) {
        leads.of_capitals()
    } else if begins_small(lines, leads) {
        leads.with_small_letters()
    } else {
        leads
    }
}

fn language_of(lines: &[Line<'_>]) -> Option<Language> {
    let words = || lines.iter().take(LOOKED_AT).flat_map(|line| &line.words);
    let count = |from: char, to: char| {
        let within = |c: &char| (from..=to).contains(c);
        words().flat_map(|word| word.chars()).filter(within).count()
    };
    let letters = words()
        .flat_map(|word| word.chars())
        .filter(|c| c.is_alphabetic())
        .count();
    let scripts = [
        (Language::Russian, count('\u{400}', '\u{4ff}')),
        (Language::Arabic, count('\u{600}', '\u{6ff}')),
        (Language::Chinese, count('\u{4e00}', '\u{9fff}')),
    ];
    if let Some((language, _)) = scripts.into_iter().find(|(_, own)| own * 2 > letters) {
        return Some(language);
    }
    let mut counts = COMMON.map(|(language, _)| (language, 0_usize));
    for word in words() {
        let small = word
            .trim_matches(|c: char| !c.is_alphabetic())
            .to_lowercase();
        for (at, (_, common)) in COMMON.iter().enumerate() {
            counts[at].1 += usize::from(common.contains(&small.as_str()));
        }
    }
    let all = words().count();
    // The first of several with the same count: English.
    let (language, most) = counts.into_iter().rev().max_by_key(|(_, count)| *count)?;
    (most > 0 && most * ONE_IN >= all).then_some(language)
}

/// Whether paragraphs name the body that notes, and others the body that decides.
fn names_body(lines: &[Line<'_>]) -> bool {
    let (mut notes, mut decides) = (false, false);
    for line in lines
        .iter()
        .take(LOOKED_AT)
        .filter(|line| line.words.len() > 2)
    {
        match lead::verb_of_body(&line.text()) {
            Some(Verb::Participle) => notes = true,
            Some(Verb::Finite) => decides = true,
            None => {}
        }
    }
    notes && decides
}

/// Whether an opening names those who resolve, and they are many: `The Representatives,`, `We, the Heads of State`.
fn begins_with_many(lines: &[Line<'_>]) -> bool {
    const LOOKED_AT: usize = 80;
    const OPENINGS: [&str; 3] = ["The Representatives,", "We, the ", "WE, the "];
    let opens = |line: &Line<'_>| {
        let text = line.text();
        OPENINGS.iter().any(|opening| text.starts_with(opening))
    };
    lines.iter().take(LOOKED_AT).any(opens)
}

/// Whether all is in capitals.
fn is_loud(lines: &[Line<'_>]) -> bool {
    const ONE_IN: usize = 20;
    let letters = lines.iter().take(LOOKED_AT).flat_map(|line| &line.words);
    let (mut small, mut capital) = (0_usize, 0_usize);
    for c in letters.flat_map(|word| word.chars()) {
        small += usize::from(c.is_lowercase());
        capital += usize::from(c.is_uppercase());
    }
    small * ONE_IN < capital
}

/// Whether paragraphs begin with small letters.
fn begins_small(lines: &[Line<'_>], leads: LeadRules) -> bool {
    if matches!(leads.language(), Language::German | Language::Russian) {
        return true;
    }
    let (mut small, mut capital) = (0_usize, 0_usize);
    for pair in lines.windows(2).take(LOOKED_AT) {
        if !pair[0].ends_sentence() {
            continue;
        }
        let text = pair[1].text();
        if text.starts_with(char::is_lowercase) {
            small += usize::from(leads.with_small_letters().verb(&text).is_some());
        } else {
            capital += usize::from(leads.verb(&text).is_some());
        }
    }
    small > capital
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::source;

    fn leads(text: &str) -> (LeadRules, Report) {
        let mut report = Report::default();
        let lines = source::lines_of(text, &mut report);
        (of(&lines, &Options::new("x.txt"), &mut report), report)
    }

    #[test]
    fn the_language_is_told_by_script_and_by_the_commonest_words() {
        for (text, language) in [
            ("The lamps of the lakes and the reeds", Language::English),
            ("Les lampes du lac et les roseaux", Language::French),
            ("Las lámparas del lago y los juncos", Language::Spanish),
            ("Die Lampen auf dem See und das Schilf", Language::German),
            (
                "As lâmpadas do lago e os juncos da margem",
                Language::Portuguese,
            ),
            ("Le lampade del lago che il vento spegne", Language::Italian),
            ("Лампы на озере", Language::Russian),
            ("مصابيح البحيرة", Language::Arabic),
            ("湖上的灯", Language::Chinese),
            ("1. Requests rain.", Language::English),
        ] {
            let (leads, report) = leads(text);
            assert_eq!(leads.language(), language, "{text}");
            assert_eq!(report.language, language.name());
            assert!(report.doubts.is_empty());
        }
    }

    #[test]
    fn a_language_that_is_not_known_is_doubted() {
        let (leads, report) = leads(&"Järvien valot ja kaislat palavat yöllä ".repeat(9));
        assert_eq!(leads.language(), Language::English);
        assert_eq!(
            report.doubts[0].message,
            "the language was not found out; read as English"
        );
    }

    #[test]
    fn paragraphs_may_name_who_resolves() {
        let motion = "Congress notes the lamps of all the piers.\n\nCongress calls on the Board to buy oil.\n";
        assert_eq!(
            leads(motion).0.verb("Congress believes that"),
            Some(Verb::Participle)
        );
        let report =
            "Congress notes the lamps of all the piers.\n\nThe Board calls on all to buy oil.\n";
        assert_eq!(leads(report).0.verb("Congress believes that"), None);
    }

    #[test]
    fn paragraphs_begin_small_where_most_do() {
        let small = "The Board of Boats,\n\nnoting the lamps,\n\nwelcoming the oil,\n\nRecalling the reeds,\n";
        assert_eq!(leads(small).0.verb("noting the"), Some(Verb::Participle));
        let capital =
            "The Board of Boats,\n\nNoting the lamps,\n\nnoting oil,\n\nRecalling the reeds,\n";
        assert_eq!(leads(capital).0.verb("noting the"), None);
    }
}
