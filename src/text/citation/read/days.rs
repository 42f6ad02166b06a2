//! Reading the day of an adoption, in the forms that cannot be another day.

use super::Reader;
use crate::text::citation::lex::Kind;
use crate::text::citation::{Day, is_suffix};
use crate::text::model::MONTHS;

/// The fewest letters that a month is cut to.
const SHORTEST: usize = 3;

impl Reader<'_> {
    /// `10 January 2024`, `10th of January, 2024`, `January 10, 2024`, `Jan. 10, 2024`, `2024-01-10`.
    pub(super) fn day(&mut self) -> Option<Day> {
        self.attempt(Self::iso_day)
            .or_else(|| self.attempt(Self::day_first))
            .or_else(|| self.attempt(Self::month_first))
            .filter(|day| day.is_one())
    }

    /// Four figures that nothing follows but a closing bracket.
    pub(super) fn year(&mut self) -> Option<u16> {
        let year = self.figures(4)?;
        self.is_mark(0, ')').then_some(year)
    }

    fn iso_day(&mut self) -> Option<Day> {
        let year = self.figures(4)?;
        self.mark('-')?;
        let month = self.figures(2)?;
        self.mark('-')?;
        let day = self.figures(2)?;
        Some(Day { year, month, day })
    }

    fn day_first(&mut self) -> Option<Day> {
        let day = self.day_of_month()?;
        self.word(&["of"]);
        let month = self.month()?;
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
