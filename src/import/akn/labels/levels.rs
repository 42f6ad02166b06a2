//! Which label comes after which, and so how deep it stands.

use super::{decimal, is_enclosed};

/// How a list counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LabelCount {
    Letters,
    Roman,
    Digits,
    Signs,
}

/// The lists that are open below a paragraph, by the labels of their points.
#[derive(Debug, Default)]
pub(in super::super) struct Levels {
    open: Vec<Level>,
    /// Nothing stands above the first list: its points are paragraphs.
    is_top: bool,
}

#[derive(Debug)]
struct Level {
    count: LabelCount,
    /// What stands around the letters: `(_)`, `_)`, `_.`.
    dress: String,
    last: u32,
}

impl Levels {
    /// Forgets all lists.
    pub(in super::super) fn clear(&mut self) {
        self.open.clear();
        self.is_top = false;
    }

    /// The depth at which a label stands, from 1; from 0 where nothing stands above its list.
    pub(in super::super) fn place(&mut self, label: &str, is_alone: bool) -> u8 {
        if is_alone && self.open.is_empty() {
            self.is_top = true;
        }
        self.depth(label) - u8::from(self.is_top)
    }

    fn depth(&mut self, label: &str) -> u8 {
        let dress: String = label
            .chars()
            .map(|c| if c.is_alphanumeric() { '_' } else { c })
            .collect();
        let dress = dress.replace("__", "_").replace("__", "_");
        let at = self
            .next_of(label, &dress)
            .or_else(|| self.beside(label, &dress));
        let at = at.unwrap_or_else(|| {
            let count = first_count(label);
            self.open.push(Level {
                count,
                dress,
                last: 0,
            });
            self.open.len() - 1
        });
        self.open.truncate(at + 1);
        self.open[at].last = value(label, self.open[at].count).unwrap_or(0);
        u8::try_from(at + 1).unwrap_or(u8::MAX)
    }

    /// The deepest list in which the label comes next.
    fn next_of(&self, label: &str, dress: &str) -> Option<usize> {
        self.open.iter().rposition(|level| {
            level.dress == dress
                && (level.count == LabelCount::Signs
                    || value(label, level.count) == Some(level.last + 1))
        })
    }

    /// The deepest list that counts like the label; a label that begins a list begins it again there.
    fn beside(&self, label: &str, dress: &str) -> Option<usize> {
        let count = first_count(label);
        let begins = value(label, count) == Some(1);
        self.open.iter().rposition(|level| {
            level.dress == dress
                && value(label, level.count).is_some()
                && (!begins || level.count == count)
        })
    }
}

/// How a list counts that begins with a label.
fn first_count(label: &str) -> LabelCount {
    let bare: String = label.chars().filter(|c| c.is_alphanumeric()).collect();
    if value(label, LabelCount::Digits).is_some() {
        LabelCount::Digits
    } else if bare.is_empty() {
        LabelCount::Signs
    } else if bare == "i" || bare == "I" || (bare.chars().count() > 1 && roman(&bare).is_some()) {
        LabelCount::Roman
    } else {
        LabelCount::Letters
    }
}

/// The value of a label in a list that counts so.
fn value(label: &str, count: LabelCount) -> Option<u32> {
    let bare: String = label
        .chars()
        .filter(|c| c.is_alphanumeric() || is_enclosed(*c))
        .collect();
    match count {
        LabelCount::Digits => han(&bare).or_else(|| decimal(&bare)),
        LabelCount::Roman => roman(&bare),
        LabelCount::Letters => letter(&bare),
        LabelCount::Signs => None,
    }
}

/// The place of a letter in its order; `aa` comes after `z`.
fn letter(bare: &str) -> Option<u32> {
    let mut chars = bare.chars();
    let first = chars.next()?.to_lowercase().next()?;
    let times = u32::try_from(bare.chars().count()).ok()? - 1;
    if chars.any(|c| c.to_lowercase().next() != Some(first)) {
        return None;
    }
    ORDERS.iter().find_map(|order| {
        let at = order.chars().position(|c| c == first)?;
        let length = u32::try_from(order.chars().count()).ok()?;
        Some(u32::try_from(at).ok()? + 1 + times * length)
    })
}

/// The letters that label points, in their order.
const ORDERS: [&str; 3] = [
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "أبجدهوزحطيكلمن",
];

/// The value of a Roman number up to 89.
pub(super) fn roman(bare: &str) -> Option<u32> {
    let mut all = 0;
    let mut last = 0;
    for c in bare.chars().rev() {
        let value = match c.to_ascii_lowercase() {
            'i' => 1,
            'v' => 5,
            'x' => 10,
            'l' => 50,
            _ => return None,
        };
        all = if value < last {
            u32::checked_sub(all, value)?
        } else {
            all + value
        };
        last = last.max(value);
    }
    (all > 0).then_some(all)
}

/// The value of a Chinese number up to ten, also in a sign of its own.
fn han(bare: &str) -> Option<u32> {
    let mut chars = bare.chars();
    let (only, None) = (chars.next()?, chars.next()) else {
        return None;
    };
    let from = |first: char| (only as u32).checked_sub(first as u32).map(|at| at + 1);
    match only {
        '㈠'..='㈩' => from('㈠'),
        '①'..='⑳' => from('①'),
        _ => "一二三四五六七八九十"
            .chars()
            .zip(1..)
            .find(|(c, _)| *c == only)
            .map(|(_, value)| value),
    }
}
