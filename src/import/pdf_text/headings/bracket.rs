//! The number that stands below a text, in a bracket: `(Resolution No. 8977 – O.S. (160) – S. 3 – 6/9/2023)`.

use super::{is_keyword, is_number_word};
use crate::import::source::Line;
use crate::import::words::figures;

/// The number in a line that is nothing but a bracket with a number and a day in figures.
pub(in crate::import) fn in_bracket(line: &Line<'_>) -> Option<String> {
    const WORDS: usize = 16;
    let (first, last) = (line.words.first()?, line.words.last()?);
    let opens = first.strip_prefix('(')?;
    let is_named = is_keyword(opens) || opens.starts_with('ق');
    let day = last.strip_suffix(')')?;
    if !is_named || line.words.len() > WORDS || day.matches('/').count() != 2 {
        return None;
    }
    let at = line.words.iter().position(|word| is_number_word(word))?;
    let number = figures(line.words.get(at + 1)?).into_owned();
    number
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stands_in_a_bracket_with_the_day() {
        let read = |text: &'static str| {
            in_bracket(&Line {
                words: text.split(' ').collect(),
                ..Line::default()
            })
        };
        for (text, number) in [
            (
                "(Resolution No. 9977 – O.S. (260) – S. 3 – 6/9/2043)",
                Some("9977"),
            ),
            ("(ق: رقم 9011 - د.ع (261) - ج 2 - 6/3/2044)", Some("9011")),
            ("(Resolution No. 9977 of the Council)", None),
            ("Resolution No. 9977 – 6/9/2043", None),
        ] {
            assert_eq!(read(text).as_deref(), number, "{text}");
        }
    }
}
