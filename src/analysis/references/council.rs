//! The Security Council numbers its resolutions through: the number alone tells the year.

/// The first year of [`FIRST`].
const SINCE: u32 = 1946;

/// How many years [`FIRST`] has.
const YEARS: u32 = 80;

/// The number of the first resolution of each year.
const FIRST: [u32; YEARS as usize] = [
    1, 16, 38, 67, // 1946 to 1949
    79, 90, 97, 99, 104, 106, 111, 122, 127, 132, // 1950 to 1959
    133, 161, 171, 178, 186, 200, 220, 233, 245, 263, // 1960 to 1969
    276, 292, 308, 325, 345, 367, 385, 403, 423, 444, // 1970 to 1979
    462, 485, 500, 529, 546, 560, 581, 594, 607, 627, // 1980 to 1989
    647, 684, 726, 800, 893, 970, 1036, 1093, 1147, 1220, // 1990 to 1999
    1285, 1335, 1387, 1455, 1522, 1581, 1652, 1739, 1795, 1860, // 2000 to 2009
    1908, 1967, 2033, 2086, 2133, 2196, 2260, 2337, 2398, 2452, // 2010 to 2019
    2504, 2561, 2618, 2672, 2722, 2768, // 2020 to 2025
];

/// The year of the resolution of a number; none for 0, and none from the last year of the table on,
/// which has no end yet.
pub(super) fn year_of(number: u32) -> Option<u32> {
    let years = FIRST.partition_point(|&first| first <= number);
    let years = u32::try_from(years).ok()?.checked_sub(1)?;
    (years + 1 < YEARS).then_some(SINCE + years)
}

/// The first year whose numbers [`year_of`] does not know.
pub(super) const OPEN: u32 = SINCE + YEARS - 1;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_tells_its_year() {
        for (number, year) in [
            (0, None),
            (1, Some(1946)),
            (242, Some(1967)),
            (646, Some(1989)),
            (647, Some(1990)),
            (1267, Some(1999)),
            (1907, Some(2009)),
            (1908, Some(2010)),
            (2767, Some(2024)),
            (2768, None),
            (9999, None),
        ] {
            assert_eq!(year_of(number), year, "{number}");
        }
        assert_eq!(OPEN, 2025);
    }
}
