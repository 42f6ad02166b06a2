//! Numbers and labels of paragraphs: as an element, typed into a text, and which comes after which.

mod levels;

pub(super) use self::levels::Levels;
use super::document::Number;
use super::text::Inline;
use super::words::Language;

/// The number in an element `num`: without the stop behind it, unless it is nothing else.
pub(super) fn number(printed: &str) -> Number {
    let printed = printed.trim();
    let is_stop = |c: char| c.is_whitespace() || matches!(c, '.' | '-' | '–' | '‑');
    let length = match printed.trim_end_matches(is_stop).len() {
        0 => printed.len(),
        length => length,
    };
    let (shown, stop) = printed.split_at(length);
    Number {
        shown: shown.to_string(),
        stop: stop.trim().to_string(),
    }
}

/// The value of a decimal number, `7` or `7 bis`; nothing where a number is none.
pub(super) fn decimal(shown: &str) -> Option<u32> {
    let mut rest = shown.chars();
    let first = digit(rest.next()?)?;
    let mut value = Some(first);
    while let Some(next) = rest.clone().next().and_then(digit) {
        value = value.and_then(|value| value.checked_mul(10)?.checked_add(next));
        rest.next();
    }
    let rest = rest.as_str();
    let is_all = rest.is_empty()
        || matches!(rest.trim(), "bis" | "ter" | "quater")
        || rest.starts_with(['.', '/'])
            && rest
                .chars()
                .all(|c| digit(c).is_some() || matches!(c, '.' | '/'));
    value.filter(|_| is_all)
}

/// The value of a digit of Europe or Arabia.
fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '٠'..='٩' => Some(c as u32 - '٠' as u32),
        _ => None,
    }
}

/// Whether a heading is the number of a section and nothing else: `I`, `A`, `B.`, `ألف`, `一`.
pub(super) fn is_section_number(text: &str) -> bool {
    let text = number(text).shown;
    let count = text.chars().count();
    !text.is_empty()
        && ((count == 1 && text.chars().all(char::is_alphanumeric))
            || text.chars().all(|c| "IVX".contains(c))
            || text.chars().all(|c| "一二三四五六七八九十".contains(c))
            || text.chars().all(|c| "ІХV".contains(c))
            || ABJAD_NAMES.contains(&text.as_str())
            || ORDINALS.contains(&text.as_str()))
}

/// Names of the letters that number sections in Arabic.
const ABJAD_NAMES: [&str; 10] = [
    "ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء",
];

/// Ordinals that number sections in Arabic.
const ORDINALS: [&str; 6] = ["أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا"];

/// A label typed at the beginning of a text: the number, and how many bytes it takes there.
pub(super) fn typed(text: &Inline, language: Language) -> Option<(Number, usize)> {
    let before_tab = text.tab.and_then(|tab| text.text.get(..tab));
    let label = before_tab
        .filter(|label| is_label(label))
        .or_else(|| typed_with_spaces(&text.text, language))?;
    (!text.has_note_before(label.len())).then(|| (number(label), label.len()))
}

/// `12. ` in any language; `4 - ` and `أ - ` in Arabic.
fn typed_with_spaces(text: &str, language: Language) -> Option<&str> {
    let first = text.split(' ').next()?;
    if first.len() >= 2
        && first
            .strip_suffix('.')
            .is_some_and(|digits| digits.len() <= 3 && decimal(digits).is_some())
    {
        return (text.len() > first.len()).then_some(first);
    }
    if language != Language::Arabic {
        return None;
    }
    let count = first.chars().count();
    let is_label = (decimal(first).is_some() && count <= 3)
        || (count == 1 && first.chars().all(char::is_alphabetic));
    let dash = text.get(first.len()..)?.trim_start();
    let end = text.len() - dash.len() + dash.chars().next()?.len_utf8();
    let is_dash =
        dash.starts_with(['-', '–', '‑', '—']) && text.get(end..)?.starts_with([' ', '\u{a0}']);
    (is_label && is_dash).then(|| text.get(..end)).flatten()
}

/// Bare digits at the beginning of a text: `11 Condemns`.
pub(super) fn bare_digits(text: &Inline) -> Option<(u32, usize)> {
    let (digits, _) = text.text.split_once(' ')?;
    let value = decimal(digits).filter(|_| digits.chars().all(|c| digit(c).is_some()))?;
    (!text.has_note_before(digits.len())).then_some((value, digits.len()))
}

/// Whether what stands before a tab is a label.
fn is_label(label: &str) -> bool {
    let label = label.trim();
    if matches!(label, "•" | "–" | "—" | "-") {
        return true;
    }
    let mut chars = label.chars();
    if let (Some(only), None) = (chars.next(), chars.next()) {
        return is_enclosed(only);
    }
    let dashed = label.strip_suffix(['-', '–', '‑']).map(str::trim_end);
    if let Some(inner) = dashed {
        return is_short(inner);
    }
    let quoted = label
        .strip_prefix(['’', '‘', '\''])
        .and_then(|rest| rest.strip_suffix(['’', '‘', '\'']));
    if let Some(inner) = quoted {
        return is_short(inner);
    }
    let inner = label.strip_prefix(['(', '（']).unwrap_or(label);
    inner.strip_suffix([')', '）', '.']).is_some_and(is_short)
}

/// Whether a label without its brackets is short enough to be one: a number, one letter twice, a Roman number.
fn is_short(inner: &str) -> bool {
    let mut chars = inner.chars();
    let Some(first) = chars.next() else {
        return false;
    };
    let count = inner.chars().count();
    (decimal(inner).is_some() && count <= 3)
        || (first.is_alphabetic() && count <= 3 && inner.chars().all(|c| c == first))
        || (count <= 6 && levels::roman(inner).is_some())
        || (count <= 3 && inner.chars().all(|c| "一二三四五六七八九十".contains(c)))
        || ABJAD_NAMES.contains(&inner)
}

/// `㈠`, `①`: a number in a sign of its own.
fn is_enclosed(c: char) -> bool {
    matches!(c, '①'..='⒛' | '㈠'..='㈩' | '㊀'..='㊉' | '❶'..='➓')
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn what_stands_behind_a_number_is_no_part_of_it_unless_there_is_nothing_else() {
        let read = |printed| {
            let number = number(printed);
            format!("{}|{}", number.shown, number.stop)
        };
        assert_eq!(
            [" 7. ", "4 -", "1. -", "\".", "–", "."].map(read),
            ["7|.", "4|-", "1|. -", "\"|.", "–|", ".|"]
        );
    }
}
