//! Words of several lines → one text, and what a word tells of what may follow it.
//!
//! Joined are only words that the page tore apart: an ordinal and its suffix, a hyphen at a line end
//! and what follows, lines of a script without spaces. The hyphen stays: whether a word has one can't be told from its
//! place in a line. A word and the stop that the mark of a note parted from it are one again, too.

use std::borrow::Cow;

use super::report::{RepairKind, Report};
use crate::text::citation;

/// The letters of Arabic that count points, in the order in which they are numbers.
pub(super) const ABJAD: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";

/// The same as a dictionary has them: they count as well.
pub(super) const ALPHABETICAL: &str = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";

/// The letters of Russian that count points.
pub(super) const CYRILLIC: &str = "абвгдежзиклмнопрстуфхцчшщэюя";

/// A word with its place in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'a> {
    pub text: &'a str,
    /// The line, from 1.
    pub line: u32,
    /// The last of its line.
    pub ends_line: bool,
    /// The marks of notes behind it.
    pub marks: Marks,
}

/// Marks of notes that stand behind one word: so many, of those that the text has, from one on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    pub start: u32,
    pub count: u8,
    /// The next word is the stop behind them: `,` of `lakes1,`.
    pub has_tail: bool,
}

/// A text, and where in it the marks of notes stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct JoinedText {
    pub text: String,
    /// The byte that each stands before.
    pub marks: Vec<(usize, Marks)>,
}

/// The words on one line, single-spaced.
pub(super) fn join(words: &[Word<'_>], report: &mut Report) -> JoinedText {
    let mut text = String::new();
    let mut marks = Vec::new();
    let mut before: Option<&Word<'_>> = None;
    // Where the last word begins.
    let mut begin = 0;
    for word in words {
        let last = end_of(text.get(begin..).unwrap_or_default());
        let torn = before.and_then(|before| Some((before.line, seam(last, before, word)?)));
        let parted = before.is_some_and(|before| before.marks.has_tail);
        if let Some((line, kind)) = torn {
            let what = format!("`{last}` `{}` joined", word.text);
            report.repair(line, kind, what);
            if text.ends_with(SOFT_HYPHEN) {
                text.pop();
            }
        } else if !parted {
            if !text.is_empty() {
                text.push(' ');
            }
            begin = text.len();
            if suffix_of(word.text).is_some() {
                let message = format!("`{}` belongs to no number; kept as it is", word.text);
                report.doubt(word.line, message);
            }
        }
        text.push_str(word.text);
        if word.marks.count > 0 {
            marks.push((text.len(), word.marks));
        }
        before = Some(word);
    }
    JoinedText { text, marks }
}

/// As much of a joined word as is looked at and told of: line by line it may grow without end.
fn end_of(word: &str) -> &str {
    const TOLD: usize = 80;
    let mut begins = word.char_indices().rev().map(|(at, _)| at).take(TOLD);
    let begin = begins.by_ref().last().unwrap_or(0);
    word.get(begin..).unwrap_or_default()
}

/// A hyphen that is printed only where a line ends.
pub(super) const SOFT_HYPHEN: char = '\u{ad}';

/// A text with the decimal digits of Arabic, Persian and full width as those of ASCII.
pub(super) fn figures(text: &str) -> Cow<'_, str> {
    let figure = |c: char| {
        let zero = [0x660, 0x6f0, 0xff10]
            .into_iter()
            .find(|zero| (*zero..zero + 10).contains(&u32::from(c)))?;
        char::from_digit(u32::from(c) - zero, 10)
    };
    if text.is_ascii() || !text.chars().any(|c| figure(c).is_some()) {
        return Cow::Borrowed(text);
    }
    text.chars().map(|c| figure(c).unwrap_or(c)).collect()
}

/// Whether a letter or stop is of a script that puts no spaces between words.
fn is_unparted(c: char) -> bool {
    ('\u{3001}'..='\u{30ff}').contains(&c)
        || ('\u{3400}'..='\u{9fff}').contains(&c)
        || ('\u{ff01}'..='\u{ff1f}').contains(&c)
}

/// The repair that joins a word to the joined word before it.
fn seam(last: &str, before: &Word<'_>, word: &Word<'_>) -> Option<RepairKind> {
    if suffix_of(word.text).is_some_and(|suffix| ordinal_suffix(last) == Some(suffix)) {
        return Some(RepairKind::Ordinal);
    }
    let (ends, begins) = (last.chars().next_back(), word.text.chars().next());
    if before.ends_line && ends.is_some_and(is_unparted) && begins.is_some_and(is_unparted) {
        return Some(RepairKind::Unparted);
    }
    let stem = last.strip_suffix(['-', '\u{2010}', SOFT_HYPHEN])?;
    // `long- and short-term`: the hyphen stands for a word that comes later.
    let suspended = ["and", "or", "to"].contains(&word.text);
    (before.ends_line && stem.ends_with(char::is_alphanumeric) && !suspended)
        .then_some(RepairKind::Hyphen)
}

/// Whether a paragraph may end after this word.
pub(super) fn is_stop(word: &str) -> bool {
    !stands_before_name(word)
        && unmarked(word)
            .trim_end_matches(['”', '"', '’', ')', ']', '»', '》', '）'])
            .ends_with(['.', ';', ':', ',', '،', '؛', '。', '；', '：', '，'])
}

/// Whether a word is short for what stands before a name: `Ms.`
fn stands_before_name(word: &str) -> bool {
    const SHORT: [&str; 8] = ["Mr.", "Ms.", "Mrs.", "Dr.", "Sr.", "Sra.", "Mme.", "Prof."];
    word.len() <= 5 && word.ends_with('.') && SHORT.contains(&word)
}

/// Whether what follows a word is a list: it ends with a colon, or with a long dash.
pub(super) fn ends_in_colon(word: &str) -> bool {
    let dashed = |dash: &str| word.len() > dash.len() && word.ends_with(dash);
    unmarked(word).ends_with([':', '：']) || dashed("—") || dashed("--")
}

/// A word without the figures of a mark behind its stop: `lakes;` of `lakes;1`.
fn unmarked(word: &str) -> &str {
    let figures = |c: char| c.is_ascii_digit() || "⁰¹²³⁴⁵⁶⁷⁸⁹*".contains(c);
    let stem = word.trim_end_matches(figures);
    let is_mark = word.len() - stem.len() <= "⁹⁹".len() && !stem.contains('/');
    let letters = |stop| {
        let stem = stem.strip_suffix(stop).unwrap_or("");
        stem.chars().rev().take_while(|c| c.is_lowercase()).count() >= 3
    };
    let stops = stem.ends_with(';')
        || stem.ends_with(':') && !stem.contains(|c: char| c.is_ascii_digit())
        || [',', '.', '”', ')'].into_iter().any(letters);
    if is_mark && stops { stem } else { word }
}

/// Whether a point may begin after this word: `(a)` after `paragraph 2` is none.
pub(super) fn leads_to_points(word: &str) -> bool {
    is_stop(word) || ends_in_colon(word) || ["and", "or", "that", "to", "by", "for"].contains(&word)
}

/// Whether a label behind this word belongs to it: `paragraph 2 (b)`, `subparagraph (b)`.
pub(super) fn leads_to_label(word: &str) -> bool {
    const NAMED: [&str; 9] = [
        "annex",
        "article",
        "articles",
        "paragraph",
        "paragraphs",
        "point",
        "points",
        "section",
        "subparagraph",
    ];
    word.ends_with(|c: char| c.is_ascii_digit() || c == ')')
        || NAMED.contains(&word.to_lowercase().as_str())
}

/// Whether a sentence goes on after this word.
pub(super) fn goes_on(word: &str) -> bool {
    const CONNECTORS: [&str; 22] = [
        "the", "a", "an", "of", "and", "or", "to", "in", "on", "at", "by", "for", "with", "from",
        "into", "its", "their", "his", "that", "which", "under", "between",
    ];
    CONNECTORS.contains(&word) || word.ends_with(['-', '(', '/', '“']) || stands_before_name(word)
}

/// The suffix of an ordinal that stands by itself: `th`, `st,`.
pub(super) fn suffix_of(word: &str) -> Option<&str> {
    let suffix = word.trim_end_matches([',', '.', ';', ':', ')']);
    citation::is_suffix(suffix).then_some(suffix)
}

/// The suffix that belongs to a number, `th` to `8` and `(35`.
fn ordinal_suffix(number: &str) -> Option<&'static str> {
    let before = number.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = number.strip_prefix(before)?.parse().ok()?;
    (!before.ends_with(char::is_alphabetic)).then(|| citation::suffix(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &str) -> String {
        let words: Vec<_> = (1..)
            .zip(lines.split('\n'))
            .flat_map(words_of_line)
            .collect();
        join(&words, &mut Report::default()).text
    }

    fn words_of_line((line, text): (u32, &str)) -> Vec<Word<'_>> {
        let count = text.split_whitespace().count();
        text.split_whitespace()
            .enumerate()
            .map(|(index, word)| Word {
                text: word,
                line,
                ends_line: index + 1 == count,
                marks: Marks::default(),
            })
            .collect()
    }

    #[test]
    fn a_stop_is_one_with_the_mark_of_a_note_behind_it() {
        for word in [
            "lakes;1",
            "Members:12",
            "lakes,²",
            "lakes.3",
            "lakes;”",
            "lakes.*",
        ] {
            assert!(is_stop(word), "{word}");
        }
        for word in ["No.4", "36,651", "10:30", "A/3.1", "lakes1", "72/4"] {
            assert!(!is_stop(word), "{word}");
        }
        assert!(leads_to_points("Members:1"));
        assert!(ends_in_colon("Senate--") && !ends_in_colon("--"));
    }

    #[test]
    fn figures_of_other_scripts_are_read_as_plain_ones() {
        assert_eq!(figures("٨٦/٦ ۱ ７"), "86/6 1 7");
        assert!(matches!(figures("lakes 7²"), Cow::Borrowed(_)));
    }

    #[test]
    fn lines_without_spaces_between_words_are_joined_without_one() {
        assert_eq!(
            joined("回顾各港口的灯\n塔，\n决定"),
            "回顾各港口的灯塔，决定"
        );
        assert_eq!(joined("第85/4号 灯\nlamp"), "第85/4号 灯 lamp");
    }

    #[test]
    fn words_torn_by_the_page_are_joined() {
        for (lines, text) in [
            ("on  8\n\nth\n October", "on 8th October"),
            ("the 40 th Session", "the 40th Session"),
            (
                "the 21\nst\n, 22 nd and 3 rd, 11 th",
                "the 21st , 22nd and 3rd, 11th",
            ),
            ("(the 8\nth)", "(the 8th)"),
            ("self-\ndetermination", "self-determination"),
            ("OIC/ICFM-\n34/POL", "OIC/ICFM-34/POL"),
            ("non-\nself-\ngoverning", "non-self-governing"),
            ("co\u{ad}\noperation", "cooperation"),
        ] {
            assert_eq!(joined(lines), text);
        }
    }

    #[test]
    fn other_words_are_kept_apart() {
        for (lines, text) in [
            ("long-\nand short-term", "long- and short-term"),
            ("in peace -\nin war", "in peace - in war"),
            ("a self- determination", "a self- determination"),
            ("the 1 th", "the 1 th"),
            ("No. A8\nth", "No. A8 th"),
            ("21 St Peter", "21 St Peter"),
            ("th", "th"),
        ] {
            assert_eq!(joined(lines), text);
        }
    }
}
