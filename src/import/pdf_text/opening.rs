//! The opening of a resolution → its session.
//!
//! ```text
//! opening = "The" session "of the" organ [ "(" theme ")" ] [ "," ] [ "held in" place [ "from" ] dates ]
//!         | "The" organ … "its" session …
//!         | "The" ordinal organ …                             ; The Sixty-Sixth Assembly of the Lakes
//!         | article organ ","                                 ; in each language
//! session = [ kind ] ordinal [ kind ] "Session"       ; Thirty-Fourth Session, 5th Extraordinary Session
//! ```

use crate::import::dates;
use crate::text::citation::{read_ordinal, read_tens};
use crate::text::model::{Dates, Session};

/// A session as an opening names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct ReadOpening {
    pub session: Session,
    /// 34 of the Thirty-Fourth Session.
    pub number: u32,
}

/// Organs of which the organisation is known.
const ORGANS: [(&str, &str); 8] = [
    ("Islamic Conference of Foreign Ministers", "OIC"),
    ("Council of Foreign Ministers", "OIC"),
    ("Islamic Summit Conference", "OIC"),
    ("General Assembly", "United Nations"),
    ("Security Council", "United Nations"),
    ("Economic and Social Council", "United Nations"),
    ("Human Rights Council", "United Nations"),
    ("Commission on Human Rights", "United Nations"),
];

/// The session an opening names.
pub(in crate::import) fn session(opening: &str) -> Option<ReadOpening> {
    let text = opening.trim_end_matches([';', ',', ':', '.', ' ']);
    let (name, organ, rest) = named_first(text)
        .or_else(|| organ_first(text))
        .or_else(|| ordinal_first(text))?;
    let number = ordinal(name)?;
    let (theme, rest) = theme(rest);
    let (place, printed) = held(rest);
    Some(ReadOpening {
        session: Session {
            theme: theme.map(Into::into),
            place: place.map(Into::into),
            dates: printed.map(|printed| {
                let (from, to) = dates::span(printed).unzip();
                Dates {
                    printed: printed.into(),
                    from: from.map(Into::into),
                    to: to.map(Into::into),
                }
            }),
            ..Session::new(
                format!("{}-{}{number}", initials(organ), kind(name)),
                with_organisation(organ),
                name,
            )
        },
        number,
    })
}

/// Articles before the name of an organ.
const ARTICLES: [&str; 23] = [
    "O ", "A ", "Os ", "As ", "Il ", "IL ", "We, the ", "WE, the ", "WE, THE ", "The ", "THE ",
    "Le ", "La ", "L’", "L'", "Les ", "El ", "Los ", "Las ", "Der ", "Die ", "Das ", "إن ",
];

/// The organ of an opening that names no session: `The Security Council,`.
pub(in crate::import) fn organ(opening: &str) -> Option<String> {
    let article = ARTICLES
        .iter()
        .find_map(|article| opening.strip_prefix(article));
    let organ = article.unwrap_or(opening);
    let end = organ
        .find([',', ';', '(', ':', '،', '，', '–'])
        .unwrap_or(organ.len());
    let german = ["Der ", "Die ", "Das "];
    let organ = organ.get(..end)?.trim();
    let organ = if article.is_some() && german.iter().any(|article| opening.starts_with(article)) {
        before_verb(organ)
    } else {
        organ
    };
    (!organ.is_empty() && organ.len() < 80).then(|| in_small_letters(organ))
}

/// A German name without the sentence that it begins: `Stadtrat der Stadt Keel fasst folgenden Beschluss`. All its long
/// words have capitals.
fn before_verb(name: &str) -> &str {
    const BETWEEN: [&str; 4] = ["über", "gegen", "unter", "sowie"];
    let goes_on = |word: &&str| {
        word.chars().count() <= 3 || !word.starts_with(char::is_lowercase) || BETWEEN.contains(word)
    };
    let words = name.split(' ').take_while(goes_on);
    let length: usize = words.map(|word| word.len() + 1).sum();
    name.get(..length.saturating_sub(1)).unwrap_or(name)
}

/// `COUNCIL OF THE LAKES` as it is written in a sentence; what has small letters stays.
fn in_small_letters(name: &str) -> String {
    if name.contains(char::is_lowercase) || !name.contains(' ') && name.len() < 6 {
        return name.to_owned();
    }
    let words = name.split(' ').map(|word| {
        let small = word.to_lowercase();
        if [
            "OF", "THE", "ON", "FOR", "AND", "DE", "DES", "DU", "DEL", "LA", "LOS",
        ]
        .contains(&word)
        {
            return small;
        }
        let mut letters = small.chars();
        let first = letters.next().map(|c| c.to_uppercase().to_string());
        first.unwrap_or_default() + letters.as_str()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// `Islamic Conference of Foreign Ministers` → `OIC, Islamic Conference of Foreign Ministers`
pub(in crate::import) fn with_organisation(organ: &str) -> String {
    match ORGANS.iter().find(|(name, _)| *name == organ) {
        Some((name, organisation)) => format!("{organisation}, {name}"),
        None => organ.to_owned(),
    }
}

/// `Islamic Conference of Foreign Ministers` → `ICFM`
pub(in crate::import) fn initials(organ: &str) -> String {
    organ
        .split([' ', '-'])
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_uppercase())
        .collect()
}

/// Name, organ and rest of `The Thirty-Fourth Session of the …`.
fn named_first(text: &str) -> Option<(&str, &str, &str)> {
    let text = text.strip_prefix("The ")?;
    let (before, after) = text.split_once(" of the ")?;
    let name = ends_in_session(before).then_some(before)?;
    let end = ["(", ",", " held ", " meeting ", " convened "]
        .iter()
        .filter_map(|end| after.find(end))
        .min()
        .unwrap_or(after.len());
    let (organ, rest) = after.split_at_checked(end)?;
    Some((name, organ.trim(), rest))
}

/// Name, organ and rest of `The Conference of Ministers, at its Fifth Session …`.
fn organ_first(text: &str) -> Option<(&str, &str, &str)> {
    let text = text.strip_prefix("The ")?;
    let (before, after) = text.split_once(" its ")?;
    let end = after.to_lowercase().find("session")? + "session".len();
    let (name, rest) = after.split_at_checked(end)?;
    let end = [",", " meeting", " at", " in"]
        .iter()
        .filter_map(|end| before.find(end))
        .min()
        .unwrap_or(before.len());
    Some((name, before.get(..end)?.trim(), rest))
}

/// Ordinal, organ and rest of `The Sixty-Sixth Assembly of the Lakes, …`.
fn ordinal_first(text: &str) -> Option<(&str, &str, &str)> {
    let text = text
        .strip_prefix("The ")
        .or_else(|| text.strip_prefix("THE "))?;
    let mut end = 0;
    for word in text.split_inclusive(' ').take(2) {
        let known = ordinal(word.trim_end()).is_some();
        let is_tens = read_tens(&word.trim_end().to_lowercase()).is_some();
        if !known && !is_tens {
            break;
        }
        end += word.len();
        if known {
            let (name, behind) = text.split_at_checked(end)?;
            let stop = ["(", ",", ";", " held ", " meeting ", " convened "]
                .iter()
                .filter_map(|stop| behind.find(stop))
                .min()
                .unwrap_or(behind.len());
            let (organ, rest) = behind.split_at_checked(stop)?;
            let organ = organ.trim();
            return (!organ.is_empty() && organ.len() < 80).then_some((
                name.trim_end(),
                organ,
                rest,
            ));
        }
    }
    None
}

fn ends_in_session(name: &str) -> bool {
    name.len() < 80 && name.to_lowercase().ends_with("session")
}

/// The theme in brackets behind the organ.
fn theme(rest: &str) -> (Option<&str>, &str) {
    rest.trim_start()
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'))
        .map_or((None, rest), |(theme, rest)| (Some(theme.trim()), rest))
}

/// Place and dates: `held in Islamabad, Islamic Republic of Pakistan from 28-30 …`.
fn held(rest: &str) -> (Option<&str>, Option<&str>) {
    let after = ["held in ", "held at ", "convened in ", "meeting in "]
        .iter()
        .find_map(|held| rest.split_once(held));
    let Some((_, after)) = after else {
        return (None, None);
    };
    let digit = |c: char| c.is_ascii_digit();
    let Some(start) = after.find(digit) else {
        return (Some(after.trim_end_matches(',').trim()), None);
    };
    // `May 15-17, 2007`: the word with the first digit may stand behind its month.
    let before = after.get(..start).unwrap_or("");
    let before = ["from", "on", "during", "between"]
        .iter()
        .filter_map(|word| {
            before
                .rfind(&format!(" {word} "))
                .map(|at| (at, word.len() + 2))
        })
        .max();
    let (place, dates) = match before {
        Some((at, length)) => (after.get(..at), after.get(at + length..)),
        None => (after.get(..start), after.get(start..)),
    };
    let place = place
        .map(|place| place.trim_matches([',', ' ', '(']))
        .filter(|p| !p.is_empty());
    (place, dates.map(str::trim))
}

/// `EX` in the id of an extraordinary session: it is counted apart.
fn kind(name: &str) -> &'static str {
    let lower = name.to_lowercase();
    [
        ("extraordinary", "EX"),
        ("emergency", "EM"),
        ("special", "SP"),
    ]
    .iter()
    .find(|(word, _)| lower.contains(word))
    .map_or("", |(_, kind)| kind)
}

/// The first ordinal of a name: `Thirty-Fourth`, `Thirty Fourth`, `34th`.
pub(in crate::import) fn ordinal(name: &str) -> Option<u32> {
    let mut tens = 0;
    name.to_lowercase().split([' ', '-']).find_map(|part| {
        let digits = part.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if let Ok(number) = digits.parse() {
            return Some(number);
        }
        tens = read_tens(part).unwrap_or(tens);
        let number = read_ordinal(part)?;
        Some(if number < 20 { tens + number } else { number })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_opening_names_its_session() {
        let read = session(
            "The Twenty-Second Session of the Conference of Lake Ministers (Session of Clear Water), \
             held in Aqualand, Republic of Lakes from 3-5 Rajab 1420 A.H (12-14 October 1999);",
        )
        .unwrap();
        let session = read.session;
        assert_eq!(read.number, 22);
        assert_eq!(session.id, "CLM-22".into());
        assert_eq!(session.organ, "Conference of Lake Ministers".into());
        assert_eq!(session.name, "Twenty-Second Session".into());
        assert_eq!(session.theme, Some("Session of Clear Water".into()));
        assert_eq!(session.place, Some("Aqualand, Republic of Lakes".into()));
        let dates = session.dates.unwrap();
        assert_eq!(
            dates.printed,
            "3-5 Rajab 1420 A.H (12-14 October 1999)".into()
        );
        assert_eq!(dates.from, Some("1999-10-12".into()));
        assert_eq!(dates.to, Some("1999-10-14".into()));
    }

    #[test]
    fn openings_of_other_forms_are_read() {
        for (opening, id, name, place) in [
            (
                "The 5th Extraordinary Session of the Islamic Summit Conference held in Doha, 5 March 2003,",
                "ISC-EX5",
                "5th Extraordinary Session",
                Some("Doha"),
            ),
            (
                "The Council of Lakes, meeting in its thirtieth session,",
                "CL-30",
                "thirtieth session",
                None,
            ),
            (
                "The Forty First Session of the Board of Lakes;",
                "BL-41",
                "Forty First Session",
                None,
            ),
        ] {
            let session = session(opening).unwrap().session;
            assert_eq!(session.id, id.into());
            assert_eq!(session.name, name.into());
            assert_eq!(session.place, place.map(Into::into));
        }
    }

    #[test]
    fn an_ordinal_before_an_organ_counts_its_sessions() {
        for (opening, organ, name, id) in [
            (
                "The Sixty-Sixth Assembly of the Lakes,",
                "Assembly of the Lakes",
                "Sixty-Sixth",
                "AL-66",
            ),
            (
                "The 140th Assembly of Boats, held in Keel,",
                "Assembly of Boats",
                "140th",
                "AB-140",
            ),
            (
                "The Seventy First World Lake Assembly;",
                "World Lake Assembly",
                "Seventy First",
                "WLA-71",
            ),
        ] {
            let session = session(opening).unwrap().session;
            assert_eq!(
                (&*session.organ, &*session.name, &*session.id),
                (organ, name, id)
            );
        }
    }

    #[test]
    fn an_opening_without_a_session_has_its_organ() {
        assert_eq!(session("The Security Council,"), None);
        for (opening, name) in [
            ("The Security Council,", "Security Council"),
            ("THE COUNCIL OF THE LAKES,", "Council of the Lakes"),
            ("L’Assemblée générale,", "Assemblée générale"),
            ("El Consejo de los Lagos,", "Consejo de los Lagos"),
            ("Совет озер,", "Совет озер"),
            (
                "We, the Heads of State of the Lakes, meeting in Keel,",
                "Heads of State of the Lakes",
            ),
            (
                "Der Rat der Stadt Keel fasst folgenden Beschluss:",
                "Rat der Stadt Keel",
            ),
            ("湖泊理事会，", "湖泊理事会"),
        ] {
            assert_eq!(organ(opening).as_deref(), Some(name), "{opening}");
        }
        assert_eq!(
            with_organisation("Security Council"),
            "United Nations, Security Council"
        );
    }
}
