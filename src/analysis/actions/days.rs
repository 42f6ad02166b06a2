//! Days that are counted from another one.

use time::{Date, Duration, Month};

use super::TimeUnit;
use crate::text::citation::Day;

/// Some files have the first day of year 1 where the day is not known: no body has adopted anything before this year.
const FIRST_YEAR: u16 = 1000;

/// The day that is so much time behind another, ISO 8601. A month ends with its last day.
pub(super) fn behind(day: &str, count: u32, unit: TimeUnit) -> Option<String> {
    let Day { year, month, day } = Day::read(day).filter(|day| day.year >= FIRST_YEAR)?;
    let day = Date::from_calendar_date(year.into(), Month::try_from(month).ok()?, day).ok()?;
    let due = match unit {
        TimeUnit::Hours => day.checked_add(Duration::days(count.div_ceil(24).into())),
        TimeUnit::Days => day.checked_add(Duration::days(count.into())),
        TimeUnit::Weeks => day.checked_add(Duration::weeks(count.into())),
        TimeUnit::Months => plus_months(day, count),
        TimeUnit::Years => plus_months(day, count.checked_mul(12)?),
    };
    due.map(|due| due.to_string())
}

fn plus_months(day: Date, count: u32) -> Option<Date> {
    let months = (u32::from(u8::from(day.month())) - 1).checked_add(count)?;
    let year = day.year() + i32::try_from(months / 12).ok()?;
    let month = Month::try_from(u8::try_from(months % 12 + 1).ok()?).ok()?;
    Date::from_calendar_date(year, month, day.day().min(month.length(year))).ok()
}

/// How many days a month has, that is counted from 1.
pub(super) fn length(year: u32, month: u32) -> Option<u8> {
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Some(month.length(i32::try_from(year).ok()?))
}
