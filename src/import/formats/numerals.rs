//! Numbers of lists as they are printed.

use crate::import::words::{ABJAD, ALPHABETICAL, CYRILLIC};
use crate::text::citation::{roman, suffix};

/// A number as a format of Word prints it; of one that is not known here, in figures.
pub(super) fn formatted(number: u32, format: &str) -> String {
    match format {
        "none" => String::new(),
        "lowerLetter" => letters(number, "abcdefghijklmnopqrstuvwxyz"),
        "upperLetter" => letters(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "russianLower" => letters(number, CYRILLIC),
        "russianUpper" => letters(number, CYRILLIC).to_uppercase(),
        "arabicAlpha" => letters(number, ALPHABETICAL),
        "arabicAbjad" => letters(number, ABJAD),
        "lowerRoman" => in_roman(number).to_lowercase(),
        "upperRoman" => in_roman(number),
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "ideographDigital" => chinese(number),
        "decimalZero" => format!("{number:02}"),
        "ordinal" => format!("{number}{}", suffix(number)),
        _ => number.to_string(),
    }
}

/// `十二`; a number of more than two figures in figures.
fn chinese(number: u32) -> String {
    const FIGURES: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let figure = |at: u32| FIGURES.get(at as usize).copied();
    let (tens, ones) = (number / 10, figure(number % 10).unwrap_or_default());
    match (tens, figure(tens)) {
        (0, _) if !ones.is_empty() => ones.to_owned(),
        (1, _) => format!("十{ones}"),
        (2.., Some(tens)) => format!("{tens}十{ones}"),
        _ => number.to_string(),
    }
}

/// A roman number; one that is too large for that in figures.
fn in_roman(number: u32) -> String {
    let roman = u16::try_from(number).ok().and_then(roman);
    roman.unwrap_or_else(|| number.to_string())
}

/// `a` to `z`, then `aa`, `bb` and on, as Word counts.
fn letters(number: u32, alphabet: &str) -> String {
    const MOST: u32 = 8;
    let count = u32::try_from(alphabet.chars().count()).unwrap_or(1);
    let Some(before) = number.checked_sub(1) else {
        return "0".to_owned();
    };
    let letter = alphabet.chars().nth((before % count) as usize);
    let times = before / count + 1;
    if times > MOST {
        return number.to_string();
    }
    letter.into_iter().cycle().take(times as usize).collect()
}
