//! Days that are counted from another one.

use super::TimeUnit;
use crate::text::citation::Day;

/// Some files have the first day of year 1 where the day is not known: no body has adopted anything before this year.
const FIRST_YEAR: u16 = 1000;

/// The day that is so much time behind another, ISO 8601. A month ends with its last day.
pub(super) fn behind(day: &str, count: u32, unit: TimeUnit) -> Option<String> {
    let Day { year, month, day } = Day::read(day).filter(|day| day.year >= FIRST_YEAR)?;
    let day = (u32::from(year), u32::from(month), u32::from(day));
    let (year, month, day) = match unit {
        TimeUnit::Days => plus_days(day, count),
        TimeUnit::Weeks => plus_days(day, count * 7),
        TimeUnit::Months => plus_months(day, count),
        TimeUnit::Years => plus_months(day, count * 12),
    };
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

fn plus_days((mut year, mut month, mut day): (u32, u32, u32), count: u32) -> (u32, u32, u32) {
    day += count;
    while day > length(year, month) {
        day -= length(year, month);
        (year, month) = if month < 12 {
            (year, month + 1)
        } else {
            (year + 1, 1)
        };
    }
    (year, month, day)
}

fn plus_months((year, month, day): (u32, u32, u32), count: u32) -> (u32, u32, u32) {
    let months = month - 1 + count;
    let (year, month) = (year + months / 12, months % 12 + 1);
    (year, month, day.min(length(year, month)))
}

/// How many days a month has.
pub(super) fn length(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
