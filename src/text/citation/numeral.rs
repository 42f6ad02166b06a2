//! Ordinals in words and roman numbers, read and written: `third`, `twenty-first`, `IV`.

const UNITS: [&str; 19] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

const TENS: [(&str, &str); 8] = [
    ("twenty", "twentieth"),
    ("thirty", "thirtieth"),
    ("forty", "fortieth"),
    ("fifty", "fiftieth"),
    ("sixty", "sixtieth"),
    ("seventy", "seventieth"),
    ("eighty", "eightieth"),
    ("ninety", "ninetieth"),
];

/// The ordinal in words up to ninety-ninth, in figures beyond.
pub(crate) fn ordinal(number: u32) -> String {
    let (tens, unit) = ((number / 10) as usize, (number % 10) as usize);
    let word = |unit: usize| unit.checked_sub(1).and_then(|at| UNITS.get(at));
    let ten = tens.checked_sub(2).and_then(|at| TENS.get(at));
    match (word(number as usize), ten, word(unit)) {
        (Some(word), ..) => (*word).to_owned(),
        (None, Some((ten, _)), Some(unit)) => format!("{ten}-{unit}"),
        (None, Some((_, tenth)), None) => (*tenth).to_owned(),
        (None, None, _) => format!("{number}{}", suffix(number)),
    }
}

/// What makes an ordinal of a number in figures: `th` of `11`, `st` of `21`.
pub(crate) fn suffix(number: u32) -> &'static str {
    match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

/// What `first` to `nineteenth`, or `twentieth` to `ninetieth`, count.
pub(crate) fn read_ordinal(word: &str) -> Option<u32> {
    let unit = (1..).zip(UNITS).find(|(_, unit)| *unit == word);
    let ten = (2..).zip(TENS).find(|(_, (_, tenth))| *tenth == word);
    unit.map(|(n, _)| n).or(ten.map(|(n, _)| n * 10))
}

/// What the first half of `twenty-first` counts.
pub(crate) fn read_tens(word: &str) -> Option<u32> {
    (2..)
        .zip(TENS)
        .find(|(_, (ten, _))| *ten == word)
        .map(|(n, _)| n * 10)
}

/// A roman number in capitals, of the size that annexes, parts and points have.
pub(crate) fn roman(number: u16) -> Option<String> {
    const ONE: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    const TEN: [&str; 9] = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX"];
    let ten = TEN.get(usize::from(number / 10)).filter(|_| number > 0)?;
    Some([ten, ONE[usize::from(number % 10)]].concat())
}

/// What a roman number counts, whatever its case.
pub(crate) fn read_roman(word: &str) -> Option<u16> {
    (1..90).find(|&number| roman(number).is_some_and(|roman| roman.eq_ignore_ascii_case(word)))
}

/// What a roman number with the letters of an ordinal counts: `XXXIVth`.
pub(crate) fn read_roman_ordinal(word: &str) -> Option<u32> {
    let number = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|suffix| word.strip_suffix(suffix))?;
    read_roman(number).map(u32::from)
}

/// Whether letters behind figures make an ordinal of them: `3rd`.
pub(crate) fn is_suffix(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_roman_number_reads_as_what_it_was_written_for() {
        assert_eq!(
            (1..90)
                .filter_map(roman)
                .filter_map(|word| read_roman(&word))
                .max(),
            Some(89)
        );
        assert_eq!(
            (roman(44), read_roman("xliv")),
            (Some("XLIV".into()), Some(44))
        );
        assert_eq!(
            (roman(0), roman(90), read_roman("iiv"), read_roman("")),
            (None, None, None, None)
        );
    }

    #[test]
    fn each_number_has_its_ordinal() {
        for (number, word) in [
            (1, "first"),
            (12, "twelfth"),
            (20, "twentieth"),
            (34, "thirty-fourth"),
            (99, "ninety-ninth"),
            (101, "101st"),
            (111, "111th"),
            (0, "0th"),
        ] {
            assert_eq!(ordinal(number), word);
        }
    }
}
