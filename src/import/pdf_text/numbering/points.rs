//! Labels of points at the start of a line.

use crate::import::words::{ABJAD, ALPHABETICAL, CYRILLIC};

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

/// The label of a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct Point<'a> {
    /// As printed, without its stop.
    pub number: String,
    pub(super) style: Style,
    pub(super) inner: &'a str,
    pub(super) is_capital: bool,
    /// As in [`Label`](super::Label).
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
    } else if let Some((inner, rest)) = first.split_once('．') {
        (Style::Stop, inner, rest)
    } else {
        (Style::Stop, first.strip_suffix('.')?, "")
    };
    let letters = inner.bytes().all(|c| c.is_ascii_alphabetic())
        || letter_of(inner).is_some()
        || chinese(inner).is_some();
    let counted = letters || digits(inner) && (style == Style::Brackets || inner.len() <= 2);
    let opens = rest.is_empty() || rest.starts_with(char::is_alphabetic);
    if !(1..=5).contains(&inner.chars().count()) || !counted || !opens {
        return None;
    }
    let printed = first.strip_suffix(rest)?;
    Some(Point {
        number: printed.trim_end_matches(['.', '．']).to_owned(),
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
pub(super) fn letters_of(inner: &str) -> impl Iterator<Item = u32> {
    let mut letters = inner.chars().filter(|c| *c != 'ـ');
    let letter = letters.next().filter(|_| letters.next().is_none());
    let letter = letter.map(|letter| if letter == 'ا' { 'أ' } else { letter });
    let at = ALPHABETS
        .iter()
        .filter_map(move |letters| letters.chars().position(|own| Some(own) == letter));
    at.filter_map(|at| u32::try_from(at + 1).ok())
}

pub(super) fn letter_of(inner: &str) -> Option<u32> {
    letters_of(inner).next()
}

/// A number as Chinese writes it, up to 99: `二`, `十二`, `二十`.
pub(super) fn chinese(number: &str) -> Option<u32> {
    const FIGURES: &str = "一二三四五六七八九";
    let figure = |text: &str, empty| {
        let mut letters = text.chars();
        let Some(letter) = letters.next() else {
            return Some(empty);
        };
        let at = FIGURES.chars().position(|own| own == letter);
        let value = u32::try_from(at? + 1).ok()?;
        letters.next().is_none().then_some(value)
    };
    match number.split_once('十') {
        Some((tens, ones)) => Some(figure(tens, 1)? * 10 + figure(ones, 0)?),
        None => figure(number, 0).filter(|value| *value > 0),
    }
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
