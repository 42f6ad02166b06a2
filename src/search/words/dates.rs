//! Days in figures: `31/12/2008`, `31.12.2008` and `2008-12-31` are the words `31 december 2008`.

use crate::text::model::MONTHS;

/// What parts the figures of a day.
const SIGNS: [char; 3] = ['/', '.', '-'];

/// A day in figures as it is spelt out, folded: day, month and year.
pub(in crate::search) fn spelled(figures: &str) -> Option<[String; 3]> {
    let sign = figures.chars().find(|sign| SIGNS.contains(sign))?;
    let parts: Vec<&str> = figures.split(sign).collect();
    let [first, second, third] = parts.try_into().ok()?;
    let (day, month, year) = match (first.len(), third.len()) {
        (4, 1..=2) => (number(third)?, number(second)?, first),
        // There is no thirteenth month: where the second figure is above twelve, the month stands first.
        (1..=2, 4) => match (number(first)?, number(second)?) {
            (month, day) if day > 12 => (day, month, third),
            (day, month) => (day, month, third),
        },
        _ => return None,
    };
    let is_year = matches!(number(year)?, 1800..=2199);
    let month = MONTHS.get(month.checked_sub(1)?)?.to_ascii_lowercase();
    let is_day = is_year && matches!(day, 1..=31);
    is_day.then(|| [day.to_string(), month, year.to_owned()])
}

fn number(figures: &str) -> Option<usize> {
    let is_number = figures.bytes().all(|byte| byte.is_ascii_digit());
    figures.parse().ok().filter(|_| is_number)
}

/// Whether folded words are a month, perhaps cut short, a day and a year.
pub(in crate::search) fn is_day([month, day, year]: [&str; 3]) -> bool {
    let begins = |name: &&str| name.to_ascii_lowercase().starts_with(month);
    let day = day.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    month.len() >= 3
        && MONTHS.iter().any(begins)
        && matches!(number(day), Some(1..=31))
        && year.len() == 4
        && number(year).is_some()
}

/// The month of the day in figures that ends in a text where its last word does, folded.
pub(in crate::search) fn month_of_day(text: &str, end: usize) -> Option<String> {
    let last = text.as_bytes().get(end.checked_sub(1)?)?;
    if !last.is_ascii_digit() {
        return None;
    }
    let (before, behind) = text.split_at_checked(end)?;
    let is_digit = |c: char| c.is_ascii_digit();
    if !before.trim_end_matches(is_digit).ends_with(SIGNS) {
        return None;
    }
    let goes_on = |next: char| next.is_alphanumeric() || next == '/' || next == '-';
    let is_figure = |c: char| c.is_ascii_digit() || SIGNS.contains(&c);
    let figures = before.rsplit(|c| !is_figure(c)).next()?;
    let is_part = before
        .strip_suffix(figures)?
        .ends_with(char::is_alphanumeric);
    if is_part || behind.starts_with(goes_on) {
        return None;
    }
    spelled(figures).map(|[_, month, _]| month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_figures_is_its_words() {
        for (figures, words) in [
            ("31/12/2008", "31 december 2008"),
            ("31.12.2008", "31 december 2008"),
            ("2008-12-31", "31 december 2008"),
            ("12/31/2008", "31 december 2008"),
            ("3/2/2008", "3 february 2008"),
            ("03-02-2008", "3 february 2008"),
            ("32/12/2008", ""),
            ("31/13/2008", ""),
            ("13/13/2008", ""),
            ("2/34/2505", ""),
            ("2008-12", ""),
            ("1.2.3", ""),
            ("0/1/2008", ""),
            ("1540", ""),
        ] {
            let spelled = spelled(figures).map(|words| words.join(" "));
            assert_eq!(spelled.unwrap_or_default(), words, "{figures}");
        }
    }

    #[test]
    fn a_part_of_a_symbol_is_no_day() {
        for (text, end, month) in [
            ("until 31/12/2008, and", 16, Some("december")),
            ("2008-12-31", 10, Some("december")),
            ("S/2008/12/3", 11, None),
            ("1/2/2008/Add.1", 8, None),
            ("A2008-12-31", 11, None),
        ] {
            assert_eq!(month_of_day(text, end).as_deref(), month, "{text}");
        }
    }
}
