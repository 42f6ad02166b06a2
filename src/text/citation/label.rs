//! Printed numbers in the one form in which they are compared and cited.

use super::letter::folded;
use super::symbol;

/// Behind a number, these make another number of it.
pub(super) const LATIN: &[&str] = &[
    "bis",
    "ter",
    "quater",
    "quinquies",
    "sexies",
    "septies",
    "octies",
    "novies",
    "decies",
];

/// A printed number in the one form in which numbers are compared and cited: `(a)` → `a`,
/// `7bis` → `7 bis`, `a.2)` → `a.2`. Empty for a bullet or a dash, which number nothing.
///
/// ```
/// use resolut::text::citation::label;
///
/// assert_eq!(label("(a)"), "a");
/// assert_eq!(label("07bis."), "7 bis");
/// assert_eq!(label("–"), "");
/// ```
pub fn label(number: &str) -> String {
    let mut label = String::new();
    let mut after_number = false;
    for run in symbol::runs(number) {
        let text: String = folded(run.text).collect();
        let text = if run.number {
            without_zeros(&text).to_owned()
        } else {
            text
        };
        if after_number && LATIN.contains(&text.as_str()) {
            label.push(' ');
        } else if !label.is_empty() {
            label.push('.');
        }
        label.push_str(&text);
        after_number = run.number;
    }
    label
}

pub(super) fn without_zeros(digits: &str) -> &str {
    match digits.trim_start_matches('0') {
        "" => "0",
        rest => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_the_number_without_its_brackets_and_stops() {
        for (number, expected) in [
            ("7", "7"),
            ("(a)", "a"),
            ("(A)", "a"),
            ("iv)", "iv"),
            ("7 bis", "7 bis"),
            ("7bis", "7 bis"),
            ("a.2", "a.2"),
            ("e.2.a.l", "e.2.a.l"),
            ("7a", "7.a"),
            ("07", "7"),
            ("0", "0"),
            ("–", ""),
            ("•", ""),
            ("", ""),
        ] {
            assert_eq!(label(number), expected, "{number}");
        }
    }
}
