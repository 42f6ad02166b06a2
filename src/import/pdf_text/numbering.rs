//! Numbers of paragraphs and labels of points at the start of a line.
//!
//! Only how they are written is told here; whether one opens a paragraph is decided where its
//! surroundings are known (`paragraphs`).

use crate::import::source::Line;
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

/// The number of an operative paragraph: `7.`, `7 .`, `7)`, `7-`, `7 bis.`, `7.Requests`.
pub(in crate::import) fn number<'a>(words: &[&'a str]) -> Option<Label<'a>> {
    let first = words.first()?;
    let rest = first.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = first
        .strip_suffix(rest)
        .filter(|digits| digits.len() <= 3)?;
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
    let opens = text.starts_with(char::is_uppercase) || text.starts_with('(');
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
    /// As in [`Label`].
    pub glued: Option<(&'a str, &'a str)>,
}

/// The label of a point a line opens with: `(a)`, `(iv)`, `a)`, `a.`, `-`.
pub(in crate::import) fn point<'a>(words: &[&'a str]) -> Option<Point<'a>> {
    let first: &'a str = words.first()?;
    if let Some(bullet) = first.chars().next()
        && first.len() == bullet.len_utf8()
        && "-–—•▪●◦*".contains(bullet)
    {
        return Some(Point {
            number: (*first).to_owned(),
            style: Style::Bullet(bullet),
            inner: "",
            glued: None,
        });
    }
    let (style, inner, rest) = if let Some(open) = first.strip_prefix('(') {
        let (inner, rest) = open.split_once(')')?;
        (Style::Brackets, inner, rest)
    } else if let Some((inner, rest)) = first.split_once(')') {
        (Style::Bracket, inner, rest)
    } else {
        (Style::Stop, first.strip_suffix('.')?, "")
    };
    let letters = inner.chars().all(|c| c.is_ascii_alphabetic());
    let digits = inner.chars().all(|c| c.is_ascii_digit());
    let counted = letters || digits && style == Style::Brackets;
    let opens = rest.is_empty() || rest.starts_with(char::is_alphabetic);
    if !(1..=5).contains(&inner.len()) || !counted || !opens {
        return None;
    }
    let printed = first.strip_suffix(rest)?;
    Some(Point {
        number: printed.trim_end_matches('.').to_owned(),
        style,
        inner,
        glued: (!rest.is_empty()).then_some((printed, rest)),
    })
}

/// The lists of points that are open in a paragraph, the outermost first.
#[derive(Debug, Default)]
pub(in crate::import) struct Lists(Vec<(Style, Count, u32)>);

impl Lists {
    /// The depth at which a point continues the open lists or opens a new one, and how many labels
    /// are missing before it; none where it fits nowhere.
    pub(in crate::import) fn place(&mut self, point: &Point<'_>) -> Option<(u8, u32)> {
        for depth in (0..self.0.len()).rev() {
            let (style, count, last) = self.0[depth];
            let missing = match count {
                Count::None => Some(0),
                _ => value(point.inner, count).and_then(|value| value.checked_sub(last + 1)),
            };
            if let Some(missing) = missing.filter(|&missing| style == point.style && missing <= 2) {
                self.0.truncate(depth + 1);
                self.0[depth].2 += missing + 1;
                return Some((u8::try_from(depth + 1).ok()?, missing));
            }
        }
        let bullet = matches!(point.style, Style::Bullet(_));
        let count = if bullet {
            Some(Count::None)
        } else {
            [Count::Letters, Count::Roman, Count::Digits]
                .into_iter()
                .find(|&count| value(point.inner, count) == Some(1))
        };
        self.0.push((point.style, count?, 1));
        Some((u8::try_from(self.0.len()).ok()?, 0))
    }
}

fn value(inner: &str, count: Count) -> Option<u32> {
    match count {
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
            let placed = lists.place(&point(&[label]).unwrap());
            assert_eq!(placed, Some((depth, missing)), "{label}");
        }
        assert_eq!(lists.place(&point(&["(q)"]).unwrap()), None);
    }

    #[test]
    fn after_h_comes_the_letter_i() {
        let mut lists = Lists::default();
        for label in "abcdefghi".chars() {
            let label = format!("({label})");
            assert_eq!(lists.place(&point(&[&label]).unwrap()), Some((1, 0)));
        }
    }
}
