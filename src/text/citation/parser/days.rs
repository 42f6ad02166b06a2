//! Reading the day of an adoption, in the forms that cannot be another day.

use super::Parser;
use crate::text::citation::lex::Kind;
use crate::text::citation::{Claim, Day, is_suffix};
use crate::text::model::MONTHS;

/// The fewest letters that a month is cut to.
const SHORTEST: usize = 3;

/// Years in which a resolution may be; other numbers behind `of` are none.
const YEARS: std::ops::Range<u16> = 1900..2100;

impl Parser<'_> {
    /// `10 January 2024`, `10th of January, 2024`, `10-Jan-2024`, `January 10, 2024`, `2024-01-10`,
    /// `28.4.2004`.
    pub(super) fn day(&mut self) -> Option<Day> {
        [Self::in_figures, Self::day_first, Self::month_first]
            .into_iter()
            .find_map(|way| self.attempt(|parser| way(parser).filter(|day| day.is_one())))
    }

    /// A day of adoption, or the first and the last of a session.
    pub(super) fn days(&mut self) -> Option<Claim> {
        let held = self.attempt(Self::first_to_last);
        let adopted = || self.attempt(Self::day).map(Claim::Adopted);
        held.or_else(adopted)
    }

    /// `15-17 May 2007`, `30 April to 2 May 2007`, `May 15-17, 2007`.
    fn first_to_last(&mut self) -> Option<Claim> {
        let leading = self.attempt(Self::month);
        let from = self.day_of_month()?;
        let own = leading.or_else(|| self.attempt(Self::month));
        self.mark('-').or_else(|| self.word(&["to"]))?;
        let behind = leading.and_then(|_| self.attempt(Self::month));
        let to = self.day_of_month()?;
        let month = match leading {
            Some(month) => behind.unwrap_or(month),
            None => self.month()?,
        };
        self.skip(&[',']);
        let year = self.figures(4)?;
        let day = |month, day| Some(Day { year, month, day }).filter(|day| day.is_one());
        let (from, to) = (day(own.unwrap_or(month), from)?, day(month, to)?);
        (from < to).then_some(Claim::Held(from, to))
    }

    /// Four figures of a year, that nothing joins to what follows.
    pub(super) fn year(&mut self) -> Option<u16> {
        let year = self.figures(4).filter(|year| YEARS.contains(year))?;
        let parted = !self.touches(0) || matches!(self.kind(0), Some(Kind::Mark(',' | '.' | ')')));
        parted.then_some(year)
    }

    /// Year, month and day; or day, month and year, where the first two cannot be the other way round.
    fn in_figures(&mut self) -> Option<Day> {
        let joint = |ahead| match self.kind(ahead) {
            Some(Kind::Mark(mark @ ('-' | '/' | '.'))) => Some(*mark),
            _ => None,
        };
        if joint(1).is_none() || joint(1) != joint(3) {
            return None;
        }
        let first = self.number_of_day()?;
        self.at += 1;
        let month = self.number_of_day()?;
        self.at += 1;
        let last = self.number_of_day()?;
        let (year, month, day) = match (first, month) {
            (1000.., _) => (first, month, last),
            (13.., _) => (last, month, first),
            (_, 13..) => (last, first, month),
            _ if first == month => (last, month, first),
            _ => return None,
        };
        Some(Day {
            year: u16::try_from(year).ok().filter(|year| *year >= 1000)?,
            month: u8::try_from(month).ok()?,
            day: u8::try_from(day).ok()?,
        })
    }

    fn number_of_day(&mut self) -> Option<u32> {
        let number = match self.kind(0)? {
            Kind::Number(digits) => digits.parse().ok()?,
            Kind::Word(_) | Kind::Mark(_) => return None,
        };
        self.at += 1;
        Some(number)
    }

    fn day_first(&mut self) -> Option<Day> {
        // A number alone is none that was read as a day.
        if matches!(
            self.kind(1),
            None | Some(Kind::Number(_) | Kind::Mark(',' | ';' | '.' | '('))
        ) {
            return None;
        }
        let day = self.day_of_month()?;
        let dash = self.mark('-').is_some();
        self.word(&["of"]);
        let month = self.month()?;
        if dash {
            self.mark('-')?;
        }
        self.skip(&[',']);
        let year = self.figures(4)?;
        Some(Day { year, month, day })
    }

    fn month_first(&mut self) -> Option<Day> {
        let month = self.month()?;
        let day = self.day_of_month()?;
        self.skip(&[',']);
        let year = self.figures(4)?;
        Some(Day { year, month, day })
    }

    fn day_of_month(&mut self) -> Option<u8> {
        let day = self.figures(1).or_else(|| self.figures(2))?;
        if self.touches(0)
            && let Some(Kind::Word(word)) = self.kind(0)
        {
            is_suffix(word).then_some(())?;
            self.at += 1;
        }
        Some(day)
    }

    fn month(&mut self) -> Option<u8> {
        let Some(Kind::Word(word)) = self.kind(0) else {
            return None;
        };
        let begins = |month: &str| month.to_lowercase().starts_with(word.as_str());
        let long_enough = word.chars().count() >= SHORTEST;
        let position = MONTHS.iter().position(|month| begins(month))?;
        self.at += usize::from(long_enough);
        long_enough.then(|| self.skip(&['.']));
        u8::try_from(position + 1).ok().filter(|_| long_enough)
    }

    fn figures<N: std::str::FromStr>(&mut self, length: usize) -> Option<N> {
        let Some(Kind::Number(digits)) = self.kind(0) else {
            return None;
        };
        let number = digits.parse().ok().filter(|_| digits.len() == length)?;
        self.at += 1;
        Some(number)
    }
}
