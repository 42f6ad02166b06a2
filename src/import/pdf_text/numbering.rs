//! Numbers of paragraphs and labels of points at the start of a line.
//!
//! Only how they are written is told here; whether one opens a paragraph is decided where its
//! surroundings are known (`paragraphs`).

use crate::import::source::Line;
use crate::import::words::{ABJAD, ALPHABETICAL, CYRILLIC, figures};
use crate::text::citation::read_roman;

/// Whether a stop is printed behind a number: `7.`, `7)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Stop {
    Printed,
    None,
}

/// A number or a label at the start of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct Label<'a> {
    /// As printed, without its stop.
    pub number: String,
    /// Its value.
    pub value: u32,
    pub stop: Stop,
    /// How many whole words it fills.
    pub words: usize,
    /// The two parts of the word it shares with the text: `7.` and `Requests`.
    pub glued: Option<(&'a str, &'a str)>,
}

impl Label<'_> {
    /// Whether a stop is printed behind the number.
    pub(in crate::import) fn has_stop(&self) -> bool {
        self.stop == Stop::Printed
    }
}

/// The number of an operative paragraph behind a word for it: `SECTION 7.`
pub(in crate::import) fn section<'a>(words: &[&'a str]) -> Option<Label<'a>> {
    let (name, rest) = words.split_first()?;
    let named = ["section", "sec."]
        .iter()
        .any(|own| name.eq_ignore_ascii_case(own));
    let label = number(rest).filter(|label| named && label.has_stop() && label.words == 1)?;
    name.starts_with(char::is_uppercase)
        .then_some(Label { words: 2, ..label })
}

/// The number of an operative paragraph: `7.`, `7 .`, `7)`, `7-`, `7 bis.`, `7.Requests`, `٧ -`.
pub(in crate::import) fn number<'a>(words: &[&'a str]) -> Option<Label<'a>> {
    let first = words.first()?;
    let rest = first.trim_start_matches(char::is_numeric);
    let printed = first
        .strip_suffix(rest)
        .filter(|printed| printed.chars().count() <= 3)?;
    let digits = figures(printed);
    let digits = &*digits;
    let value = digits.parse().ok()?;
    let label = |number: &str, stop, words| Label {
        number: number.to_owned(),
        value,
        stop,
        words,
        glued: None,
    };
    if rest.is_empty() {
        let second = words.get(1).copied().unwrap_or("");
        let latin = second.trim_end_matches('.');
        return Some(if second == "." {
            label(digits, Stop::Printed, 2)
        } else if ["-", "–", "—"].contains(&second) {
            label(digits, Stop::None, 2)
        } else if ["bis", "ter", "quater"].contains(&latin) {
            let stop = if latin == second {
                Stop::None
            } else {
                Stop::Printed
            };
            label(&format!("{digits} {latin}"), stop, 2)
        } else {
            label(digits, Stop::None, 1)
        });
    }
    if [".", ")", ".-", ".)"].contains(&rest) {
        return Some(label(digits, Stop::Printed, 1));
    }
    // A dash also joins: `40-member`. So it is no stop, and a verb has to follow.
    let dashed = ["-", "–", "—"].contains(&rest);
    if dashed {
        return Some(label(digits, Stop::None, 1));
    }
    let text = rest.strip_prefix(['.', ')', '-', '–'])?;
    let stop = if rest.starts_with(['.', ')']) {
        Stop::Printed
    } else {
        Stop::None
    };
    let opens = text.starts_with(|c: char| c == '(' || c.is_alphabetic() && !c.is_lowercase());
    let stop_at = first.len() - text.len();
    opens.then(|| Label {
        glued: first.split_at_checked(stop_at),
        ..label(digits, stop, 0)
    })
}

/// The text behind a number, on its line or the next.
pub(in crate::import) fn text_behind(
    line: &Line<'_>,
    label: &Label<'_>,
    next: Option<&Line<'_>>,
) -> String {
    let mut text = line.words[label.words..].join(" ");
    if let Some((number, _)) = label.glued {
        text = text.split_off(number.len());
    }
    match next {
        Some(next) if text.is_empty() => next.text(),
        _ => text,
    }
}

/// How a point is labelled: all points of one list alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Style {
    /// `(a)`
    Brackets,
    /// `a)`
    Bracket,
    /// `a.`
    Stop,
    /// `1.1`
    Decimal,
    /// `.1`
    LeadingStop,
    /// `1`
    Bare,
    /// `-`, `•`
    Bullet(char),
}

/// How the points of a list are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Count {
    Letters,
    Roman,
    Digits,
    None,
}

/// The label of a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct Point<'a> {
    /// As printed, without its stop.
    pub number: String,
    style: Style,
    inner: &'a str,
    is_capital: bool,
    /// As in [`Label`].
    pub glued: Option<(&'a str, &'a str)>,
}

/// The label of a point a line opens with: `(a)`, `(iv)`, `a)`, `a.`, `.1`, `-`.
pub(in crate::import) fn point<'a>(words: &[&'a str]) -> Option<Point<'a>> {
    let first: &'a str = words.first()?;
    if let Some(bullet) = first.chars().next().filter(|&sign| is_bullet(sign)) {
        let (sign, rest) = first.split_at_checked(bullet.len_utf8())?;
        // `-based`, `*1`: a dash also joins, and a sign also marks.
        let may_touch = !"-–—*".contains(bullet) && rest.starts_with(char::is_alphabetic);
        if rest.is_empty() || may_touch {
            return Some(Point {
                number: sign.to_owned(),
                style: Style::Bullet(bullet),
                inner: "",
                is_capital: false,
                glued: may_touch.then_some((sign, rest)),
            });
        }
    }
    if let Some(point) = decimal(first) {
        return Some(point);
    }
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(inner) = first.strip_prefix('.')
        && (1..=2).contains(&inner.len())
        && digits(inner)
    {
        return Some(Point {
            number: first.to_owned(),
            style: Style::LeadingStop,
            inner,
            is_capital: false,
            glued: None,
        });
    }
    let (style, inner, rest) = if let Some(open) = first.strip_prefix(['(', '（']) {
        let (inner, rest) = open.split_once([')', '）'])?;
        (Style::Brackets, inner, rest)
    } else if let Some((inner, rest)) = first.split_once([')', '）']) {
        (Style::Bracket, inner, rest)
    } else {
        (Style::Stop, first.strip_suffix('.')?, "")
    };
    let letters = inner.bytes().all(|c| c.is_ascii_alphabetic()) || letter_of(inner).is_some();
    let counted = letters || digits(inner) && (style == Style::Brackets || inner.len() <= 2);
    let opens = rest.is_empty() || rest.starts_with(char::is_alphabetic);
    if !(1..=5).contains(&inner.len()) || !counted || !opens {
        return None;
    }
    let printed = first.strip_suffix(rest)?;
    Some(Point {
        number: printed.trim_end_matches('.').to_owned(),
        style,
        inner,
        is_capital: inner.starts_with(char::is_uppercase),
        glued: (!rest.is_empty()).then_some((printed, rest)),
    })
}

impl Point<'_> {
    /// Whether it repeats the number of a paragraph: `1.1` that of paragraph 1.
    pub(in crate::import) fn is_of(&self, paragraph: u32) -> bool {
        let first = self.inner.split('.').next();
        self.style == Style::Decimal
            && first.and_then(|first| first.parse().ok()) == Some(paragraph)
    }

    /// Whether it begins with a sign that nothing else begins with.
    pub(in crate::import) fn is_sign(&self) -> bool {
        matches!(self.style, Style::Bullet(sign) if !"-–—*·".contains(sign))
    }
}

/// The letters that count points in the order in which they do, in Arabic and in Russian.
const ALPHABETS: [&str; 3] = [ABJAD, ALPHABETICAL, CYRILLIC];

/// Which letter of such an alphabet a label is, from 1; in each where there are two.
fn letters_of(inner: &str) -> impl Iterator<Item = u32> {
    let mut letters = inner.chars().filter(|c| *c != 'ـ');
    let letter = letters.next().filter(|_| letters.next().is_none());
    let letter = letter.map(|letter| if letter == 'ا' { 'أ' } else { letter });
    let at = ALPHABETS
        .iter()
        .filter_map(move |letters| letters.chars().position(|own| Some(own) == letter));
    at.filter_map(|at| u32::try_from(at + 1).ok())
}

fn letter_of(inner: &str) -> Option<u32> {
    letters_of(inner).next()
}

/// Whether a sign stands before points.
fn is_bullet(sign: char) -> bool {
    // The last three are those of a font of signs that Word uses.
    "-–—•▪●◦*·‣⁃■□○➢✓→\u{f0b7}\u{f0a7}\u{f0d8}".contains(sign)
}

/// The label of a point that repeats the numbers above it: `1.1`, `2.3.1.`
fn decimal(first: &str) -> Option<Point<'_>> {
    let inner = first.trim_end_matches(['.', ')']);
    let mut parts = 0;
    for part in inner.split('.') {
        if !(1..=2).contains(&part.len()) || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        parts += 1;
    }
    (2..=4).contains(&parts).then(|| Point {
        number: inner.to_owned(),
        style: Style::Decimal,
        inner,
        is_capital: false,
        glued: None,
    })
}

/// The label of a point that is a number without any sign: `1 to report`.
pub(in crate::import) fn bare_point<'a>(words: &[&'a str]) -> Option<Point<'a>> {
    let (first, rest) = words.split_first()?;
    let digits = (1..=2).contains(&first.len()) && first.chars().all(|c| c.is_ascii_digit());
    (digits && !rest.is_empty()).then(|| Point {
        number: (*first).to_owned(),
        style: Style::Bare,
        inner: first,
        is_capital: false,
        glued: None,
    })
}

/// What stands above a point.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::import) struct Above {
    /// The row above ends with a colon.
    pub colon: bool,
    /// How many points without a label stand there.
    pub unlabelled: u32,
    /// The number of the paragraph.
    pub paragraph: u32,
}

/// As deep as lists may nest.
const DEEPEST: usize = 32;

/// A list of points that is open.
#[derive(Clone, Copy, Debug)]
struct OpenList {
    style: Style,
    is_capital: bool,
    count: Count,
    last: u32,
}

/// The lists of points that are open in a paragraph, the outermost first.
#[derive(Debug, Default)]
pub(in crate::import) struct Lists(Vec<OpenList>);

impl Lists {
    /// How many lists are open.
    pub(in crate::import) fn depth(&self) -> u8 {
        u8::try_from(self.0.len()).unwrap_or(u8::MAX - 1)
    }

    /// The depth at which a point continues the open lists or opens a new one, and how many labels
    /// are missing before it; none where it fits nowhere.
    ///
    /// `i` behind `f` or behind a colon opens a list of roman numbers. A list whose first labels were lost opens behind
    /// a colon, or behind points without labels.
    pub(in crate::import) fn place(
        &mut self,
        point: &Point<'_>,
        above: Above,
    ) -> Option<(u8, u32)> {
        if point.style == Style::Decimal {
            return self.decimal(point, above.paragraph);
        }
        if let Some((depth, missing)) = self.continued(point, above) {
            self.0.truncate(depth + 1);
            self.0[depth].last += missing + 1;
            return Some((u8::try_from(depth + 1).ok()?, missing));
        }
        let (count, value) = first_of(point.inner, point.style, above)?;
        if self.0.len() >= DEEPEST {
            return None;
        }
        self.0.push(OpenList {
            style: point.style,
            is_capital: point.is_capital,
            count,
            last: value,
        });
        let depth = u8::try_from(self.0.len()).ok()?;
        Some((depth, value.saturating_sub(above.unlabelled + 1)))
    }

    /// Whether a list of numbers goes on with a point.
    pub(in crate::import) fn counts_on(&self, point: &Point<'_>) -> bool {
        let next = value(point.inner, Count::Digits);
        let open = |list: &OpenList| {
            list.style == point.style && list.count == Count::Digits && next == Some(list.last + 1)
        };
        self.0.iter().any(open)
    }

    /// Whether a point has the first label of a list and goes on with none that is open.
    pub(in crate::import) fn opens(&self, point: &Point<'_>) -> bool {
        let above = Above::default();
        self.continued(point, above).is_none()
            && first_of(point.inner, point.style, above).is_some_and(|(_, value)| value == 1)
    }

    /// Whether a point has the next label of a list that is open.
    pub(in crate::import) fn is_next(&self, point: &Point<'_>) -> bool {
        let above = Above::default();
        let is_counted = !matches!(point.style, Style::Bullet(_) | Style::Decimal);
        is_counted
            && self
                .continued(point, above)
                .is_some_and(|(_, missing)| missing == 0)
    }

    /// The position of the list that a point continues, and how many labels are missing between.
    fn continued(&self, point: &Point<'_>, above: Above) -> Option<(usize, u32)> {
        (0..self.0.len()).rev().find_map(|depth| {
            let list = self.0[depth];
            let missing = match list.count {
                Count::None => 0,
                Count::Letters if !point.inner.is_ascii() => letters_of(point.inner)
                    .filter_map(|value| value.checked_sub(list.last + 1))
                    .min()?,
                count => value(point.inner, count)?.checked_sub(list.last + 1)?,
            };
            let is_roman =
                list.count == Count::Letters && value(point.inner, Count::Roman) == Some(1);
            let fits = list.style == point.style && list.is_capital == point.is_capital;
            let opens = is_roman && (missing > 0 || above.colon);
            (fits && missing <= 2 && !opens).then_some((depth, missing))
        })
    }

    /// The depth of `1.2.1` in paragraph 1. Other lists stand deeper.
    fn decimal(&mut self, point: &Point<'_>, paragraph: u32) -> Option<(u8, u32)> {
        if !point.is_of(paragraph) {
            return None;
        }
        let depth = point.inner.matches('.').count();
        self.0.truncate(depth);
        let open = OpenList {
            style: Style::Decimal,
            is_capital: false,
            count: Count::None,
            last: 0,
        };
        self.0.resize(depth, open);
        Some((u8::try_from(depth).ok()?, 0))
    }
}

/// How a list is counted that begins with a label, and what the label counts: 1, or more where labels were lost.
fn first_of(inner: &str, style: Style, above: Above) -> Option<(Count, u32)> {
    const MOST_LOST: u32 = 12;
    if matches!(style, Style::Bullet(_)) {
        return Some((Count::None, 1));
    }
    let counts = [Count::Letters, Count::Roman, Count::Digits];
    let values = || {
        let each = counts.into_iter();
        each.filter_map(|count| Some((count, value(inner, count)?)))
    };
    let behind = above.unlabelled + 1;
    let may_be_lost = above.colon || above.unlabelled > 0;
    let exact = values().find(|(_, value)| *value == 1);
    exact
        .or_else(|| values().find(|(_, value)| may_be_lost && *value == behind))
        .or_else(|| values().find(|(_, value)| may_be_lost && *value <= MOST_LOST))
}

fn value(inner: &str, count: Count) -> Option<u32> {
    match count {
        Count::Letters if !inner.is_ascii() => letter_of(inner),
        Count::Letters => {
            // `z` is followed by `aa`.
            let first = inner.chars().next()?.to_ascii_lowercase();
            let same = inner.chars().all(|c| c.to_ascii_lowercase() == first);
            let round = u32::try_from(inner.len()).ok()?.checked_sub(1)?;
            (same && first.is_ascii_lowercase())
                .then(|| u32::from(first) - u32::from('a') + 1 + 26 * round)
        }
        Count::Roman => read_roman(inner).map(u32::from),
        Count::Digits => inner.parse().ok(),
        Count::None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_however_its_stop_stands() {
        for (line, read, stop, words) in [
            ("7. Requests", "7", true, 1),
            ("7 . Requests", "7", true, 2),
            ("7) Requests", "7", true, 1),
            ("7)Requests", "7", true, 0),
            ("7- Requests", "7", false, 1),
            ("7 – Requests", "7", false, 2),
            ("7-Requests", "7", false, 0),
            ("7 Requests", "7", false, 1),
            ("7 bis. Requests", "7 bis", true, 2),
            ("7.Requests the", "7", true, 0),
            ("10.", "10", true, 1),
            ("٧ - تطلب", "7", false, 2),
            ("7.请各会员国", "7", true, 0),
        ] {
            let parts: Vec<_> = line.split(' ').collect();
            let label = number(&parts).unwrap();
            assert_eq!(label.number, read, "{line}");
            assert_eq!((label.has_stop(), label.words), (stop, words), "{line}");
        }
        for line in [
            "2004. The",
            "7.5 percent",
            "7th",
            "seven",
            "34/POL",
            "40-member",
        ] {
            let parts: Vec<_> = line.split(' ').collect();
            assert_eq!(number(&parts), None, "{line}");
        }
    }

    #[test]
    fn a_section_is_a_number_where_a_stop_stands_behind_it() {
        let number = |words: &[&str]| section(words).map(|label| (label.number, label.words));
        assert_eq!(number(&["SECTION", "2.", "The"]), Some(("2".to_owned(), 2)));
        for words in [
            ["Section", "2", "of"],
            ["section", "2.", "The"],
            ["Part", "2.", "The"],
        ] {
            assert_eq!(number(&words), None);
        }
    }

    #[test]
    fn numbers_behind_a_stop_stand_below_those_between_stops() {
        let above = Above {
            paragraph: 2,
            ..Above::default()
        };
        let mut lists = Lists::default();
        for (label, depth) in [
            ("2.1", 1),
            (".1", 2),
            (".2", 2),
            ("2.2", 1),
            (".1", 2),
            ("2.2.1", 2),
        ] {
            let placed = lists.place(&point(&[label]).unwrap(), above);
            assert_eq!(placed, Some((depth, 0)), "{label}");
        }
    }

    #[test]
    fn letters_of_other_alphabets_count() {
        for labels in [
            ["(أ)", "(ب)", "(ج)"],
            ["(أ)", "(ب)", "(ت)"],
            ["а)", "б)", "в)"],
            ["（a）", "（b）", "（c）"],
        ] {
            let mut lists = Lists::default();
            for label in labels {
                let placed = lists.place(&point(&[label]).unwrap(), Above::default());
                assert_eq!(placed, Some((1, 0)), "{label}");
            }
        }
    }

    #[test]
    fn points_nest_by_how_they_are_labelled() {
        let mut lists = Lists::default();
        for (label, depth, missing) in [
            ("(a)", 1, 0),
            ("(i)", 2, 0),
            ("(ii)", 2, 0),
            ("(iv)", 2, 1),
            ("(b)", 1, 0),
            ("(i)", 2, 0),
            ("-", 3, 0),
            ("-", 3, 0),
            ("(c)", 1, 0),
        ] {
            let placed = lists.place(&point(&[label]).unwrap(), Above::default());
            assert_eq!(placed, Some((depth, missing)), "{label}");
        }
        let stray = point(&["(q)"]).unwrap();
        assert_eq!(lists.place(&stray, Above::default()), None);
    }

    #[test]
    fn lists_nest_only_so_deep() {
        let mut lists = Lists::default();
        let mut place = || lists.place(&point(&["(a)"]).unwrap(), Above::default());
        assert_eq!(place(), Some((1, 0)));
        let deepest = (0..100).filter_map(|_| place()).last();
        assert_eq!(deepest, Some((32, 0)));
        assert_eq!(place(), None);
    }

    #[test]
    fn after_h_comes_the_letter_i() {
        let mut lists = Lists::default();
        for label in "abcdefghi".chars() {
            let label = format!("({label})");
            let placed = lists.place(&point(&[&label]).unwrap(), Above::default());
            assert_eq!(placed, Some((1, 0)));
        }
    }

    #[test]
    fn i_behind_f_or_a_colon_begins_a_list_of_roman_numbers() {
        for (before, colon) in [("abcdef", false), ("abcdef", true), ("abcdefgh", true)] {
            let mut lists = Lists::default();
            for label in before.chars() {
                let label = format!("{label}.");
                lists.place(&point(&[&label]).unwrap(), Above::default());
            }
            let above = Above {
                colon,
                ..Above::default()
            };
            let roman = lists.place(&point(&["i."]).unwrap(), above);
            assert_eq!(roman, Some((2, 0)), "{before}");
            let next = lists.place(&point(&["ii."]).unwrap(), Above::default());
            assert_eq!(next, Some((2, 0)), "{before}");
        }
    }

    #[test]
    fn labels_of_every_form_are_read() {
        for (label, number) in [
            ("(a)", "(a)"),
            ("a)", "a)"),
            ("a.", "a"),
            ("1)", "1)"),
            ("1.", "1"),
            ("(1)", "(1)"),
            ("1.1", "1.1"),
            ("2.3.1.", "2.3.1"),
            ("A.", "A"),
            ("IV.", "IV"),
            ("•", "•"),
            ("–", "–"),
            ("·boats", "·"),
            ("\u{f0b7}", "\u{f0b7}"),
        ] {
            assert_eq!(point(&[label]).unwrap().number, number, "{label}");
        }
        for label in ["2004.", "3.14159", "-based", "*1", "(2004a)", ""] {
            assert_eq!(point(&[label]), None, "{label}");
        }
    }

    #[test]
    fn a_list_whose_first_labels_were_lost_goes_on_behind_points_without_any() {
        let above = Above {
            unlabelled: 2,
            ..Above::default()
        };
        let mut lists = Lists::default();
        assert_eq!(lists.place(&point(&["(c)"]).unwrap(), above), Some((1, 0)));
        let next = lists.place(&point(&["(d)"]).unwrap(), Above::default());
        assert_eq!(next, Some((1, 0)));
        let colon = Above {
            colon: true,
            ..Above::default()
        };
        let mut lists = Lists::default();
        assert_eq!(lists.place(&point(&["(c)"]).unwrap(), colon), Some((1, 2)));
    }

    #[test]
    fn a_decimal_label_belongs_to_the_paragraph_whose_number_it_begins_with() {
        let above = Above {
            paragraph: 2,
            ..Above::default()
        };
        let mut lists = Lists::default();
        for (label, depth) in [
            ("2.1", Some((1, 0))),
            ("2.1.3", Some((2, 0))),
            ("6.6", None),
        ] {
            assert_eq!(
                lists.place(&point(&[label]).unwrap(), above),
                depth,
                "{label}"
            );
        }
    }
}
