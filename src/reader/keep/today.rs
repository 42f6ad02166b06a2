//! The day of now, by the clock of the system in UTC: the time of a place takes tables that the program has not.

use std::time::SystemTime;

use crate::text::citation::Day;

const SECONDS_A_DAY: u64 = 24 * 60 * 60;
/// Days of four hundred years, after which the calendar is the same again.
const DAYS_OF_ALL_YEARS: u64 = 146_097;
/// Days from 1 March of the year 0 to 1970. A year that begins in March has its leap day at its end.
const DAYS_TO_1970: u64 = 719_468;

/// Today, unless the clock is before 1970.
pub(super) fn today() -> Option<Day> {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    day_of(since.ok()?.as_secs() / SECONDS_A_DAY)
}

/// The day so many days after 1 January 1970.
fn day_of(days: u64) -> Option<Day> {
    let days = days.checked_add(DAYS_TO_1970)?;
    let (cycle, days) = (days / DAYS_OF_ALL_YEARS, days % DAYS_OF_ALL_YEARS);
    let year = (days - days / 1_460 + days / 36_524 - days / 146_096) / 365;
    let days = days - (365 * year + year / 4 - year / 100);
    // From March on, months have 31 30 31 30 31 days, over and over.
    let month = (5 * days + 2) / 153;
    let day = days - (153 * month + 2) / 5 + 1;
    let (month, is_next) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    Some(Day {
        year: u16::try_from(year + 400 * cycle + is_next).ok()?,
        month: u8::try_from(month).ok()?,
        day: u8::try_from(day).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_months_and_leap_years() {
        for (days, want) in [
            (0, "1 January 1970"),
            (58, "28 February 1970"),
            (59, "1 March 1970"),
            (789, "29 February 1972"),
            (11_016, "29 February 2000"),
            (11_017, "1 March 2000"),
            (20_785, "28 November 2026"),
            (47_540, "28 February 2100"),
            (47_541, "1 March 2100"),
        ] {
            assert_eq!(day_of(days).unwrap().to_string(), want, "{days}");
        }
        assert_eq!(day_of(u64::MAX), None);
    }
}
