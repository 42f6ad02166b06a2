//! What stands above a title on the first page of a document and is no part of it: the organisation and the body, who
//! may read it, its day and its language, the item of the agenda, who put it forward.

use super::labels;
use crate::import::dates;
use crate::import::pdf_text::{bodies, headings};
use crate::text::citation::{read_ordinal, read_roman, read_tens};

/// Whole lines, in small letters.
const LINES: [&str; 15] = [
    "united nations",
    "nations unies",
    "naciones unidas",
    "vereinte nationen",
    "организация объединенных наций",
    "объединенные нации",
    "الأمم المتحدة",
    "联合国",
    "advance unedited version",
    "provisional version",
    "provisional edition",
    "version provisoire",
    "unofficial translation",
    "as adopted",
    "english only",
];

/// Beginnings of lines, in small letters.
const BEGINNINGS: [&str; 21] = [
    "distr",
    "original:",
    "original :",
    "agenda item",
    "item ",
    "provisional agenda",
    "draft resolution",
    "revised draft resolution",
    "projet de résolution",
    "proyecto de resolución",
    "resolution adopted",
    "résolution adoptée",
    "resolución aprobada",
    "[on the report",
    "[without reference",
    "[sur le rapport",
    "[sobre la base",
    "point ",
    "tema ",
    "tagesordnungspunkt",
    "пункт ",
];

/// Whether a line stands above a title.
pub(in crate::import) fn stands_above(words: &[&str]) -> bool {
    let text = words.join(" ");
    let small = text.to_lowercase();
    LINES.contains(&small.as_str())
        || begins_with(&small, &BEGINNINGS) && words.len() <= 24
        || is_item_number(words)
        || matches!(words, [word] if headings::is_keyword(word))
        || is_offered(&small)
        || is_day(words, &text)
        || is_session(words)
        || is_job(words)
        || labels::read(words).is_some()
        || headings::is_symbol(words)
        || is_bracketed_symbol(words)
        || bodies::is_body(&text) && words.len() <= 12
        || is_run_together(words)
}

fn begins_with(small: &str, beginnings: &[&str]) -> bool {
    let bare = small.trim_start_matches('(');
    beginnings
        .iter()
        .any(|begin| small.starts_with(begin) || bare.starts_with(begin))
}

/// `II`: the place of a resolution in a list.
fn is_item_number(words: &[&str]) -> bool {
    matches!(words, [number] if !number.contains(char::is_lowercase)
        && read_roman(number.trim_end_matches('.')).is_some())
}

/// Lines of a masthead on one: `General Assembly Distr.: General`, `Seventy-third session Agenda item 101`.
fn is_run_together(words: &[&str]) -> bool {
    const SECOND: [&str; 3] = ["distr", "agenda item", "original:"];
    (1..words.len().min(6)).any(|at| {
        let (first, second) = words.split_at(at);
        let small = second[..second.len().min(3)].join(" ").to_lowercase();
        begins_with(&small, &SECOND) && stands_above(first) && stands_above(second)
    })
}

/// `Keel, Hillmark and the Islands: draft resolution`
fn is_offered(small: &str) -> bool {
    [
        ": draft resolution",
        ": revised draft resolution",
        ": projet de résolution",
        ": proyecto de resolución",
    ]
    .iter()
    .any(|end| small.ends_with(end))
}

fn is_day(words: &[&str], text: &str) -> bool {
    words.len() <= 5 && dates::span(text).is_some()
}

/// `(GC(66)/18)`
pub(in crate::import) fn is_bracketed_symbol(words: &[&str]) -> bool {
    matches!(words, [word] if word.starts_with('(') && word.ends_with(')') && word.contains('/')
        && word.contains(|c: char| c.is_ascii_digit()))
}

/// `Seventy-third session`, `26th meeting`
fn is_session(words: &[&str]) -> bool {
    const KINDS: [&str; 6] = [
        "session", "meeting", "sitting", "sesión", "période", "tagung",
    ];
    let Some((last, before)) = words.split_last() else {
        return false;
    };
    let counts = before.iter().any(|word| {
        let small = word.to_lowercase();
        small.starts_with(|c: char| c.is_ascii_digit())
            || small
                .split('-')
                .any(|part| read_ordinal(part).is_some() || read_tens(part).is_some())
    });
    before.len() <= 4 && counts && KINDS.contains(&last.to_lowercase().as_str())
}

/// `18-16860`, `18-16860 (E)`
fn is_job(words: &[&str]) -> bool {
    words.len() <= 3
        && words[0].split_once('-').is_some_and(|(year, number)| {
            let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
            year.len() == 2 && digits(year) && (4..=6).contains(&number.len()) && digits(number)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_masthead_are_told_from_a_title() {
        let words = |line: &'static str| line.split(' ').collect::<Vec<_>>();
        for line in [
            "United Nations",
            "Distr.: General",
            "4 May 2019",
            "Original: English",
            "Special Committee on the Shores of the Lakes",
            "General Assembly",
            "Seventy-third session",
            "Agenda item 101 (b)",
            "Keel, Hillmark and the Islands: draft resolution",
            "Draft resolution submitted by the Chair",
            "19-10268",
            "A/C.1/73/L.5",
            "FORUM: Lakes",
            "General Assembly Distr.: General 4 May 2019",
            "Eightieth session Agenda item 90 (b) Reduction of lamps",
            "(Agenda item 9)",
            "XIV",
        ] {
            assert!(stands_above(&words(line)), "{line}");
        }
        for line in [
            "Question of Rock Island",
            "Report of the Committee of Lakes",
            "Lamps on the piers",
            "SAFETY OF THE LAKES",
        ] {
            assert!(!stands_above(&words(line)), "{line}");
        }
    }
}
