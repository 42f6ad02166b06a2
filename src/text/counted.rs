//! Counts with their nouns.

/// A count and a noun whose plural ends with `s`: `1 file`, `0 files`.
///
/// ```
/// use resolut::text::counted::counted;
///
/// assert_eq!(counted(1, "fault"), "1 fault");
/// assert_eq!(counted(12, "fault"), "12 faults");
/// ```
pub fn counted(count: usize, noun: &str) -> String {
    counted_as(count, noun, &format!("{noun}s"))
}

/// A count and one of two nouns: `1 annex`, `2 annexes`.
pub fn counted_as(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
