//! Lists of points: at which depth a point continues one that is open, or opens another.

use super::points::{Point, Style, chinese, letter_of, letters_of};
use crate::text::citation::read_roman;

/// How the points of a list are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Count {
    Letters,
    Roman,
    Digits,
    None,
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
    /// The column in which the point begins, where a format says that it is an item of a list.
    pub column: Option<usize>,
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
    column: Option<usize>,
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
            column: above.column,
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

    /// The position of the list that a point continues, and how many labels are missing between: of two that fit, the one
    /// that stands where the point does. A sign that is set in deeper than the last list continues none.
    fn continued(&self, point: &Point<'_>, above: Above) -> Option<(usize, u32)> {
        let is_there =
            |depth: &usize| above.column.is_some() && self.0[*depth].column == above.column;
        let innermost = self.0.last().and_then(|list| list.column);
        if matches!(point.style, Style::Bullet(_))
            && innermost.is_some()
            && above.column > innermost
        {
            return None;
        }
        let depths = || (0..self.0.len()).rev();
        let mut there = depths().filter(is_there).chain(depths());
        there.find_map(|depth| {
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
            column: None,
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
        Count::Digits => inner.parse().ok().or_else(|| chinese(inner)),
        Count::None => None,
    }
}
