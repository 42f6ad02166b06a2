//! Days in words: `15 to 17 May 2007`.

use crate::text::citation::Day;
use crate::text::model::Dates;

/// When a session met; as printed where the days are not known.
pub(super) fn in_words(dates: &Dates) -> String {
    let from = dates.from.as_deref().and_then(Day::read);
    let to = dates.to.as_deref().and_then(Day::read).or(from);
    let (Some(from), Some(to)) = (from, to) else {
        return dates.printed.to_string();
    };
    if from == to {
        to.to_string()
    } else if from.year != to.year {
        format!("{from} to {to}")
    } else if from.month != to.month {
        format!("{} {} to {to}", from.day, from.month_name())
    } else {
        format!("{} to {to}", from.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_days_share_is_said_once() {
        let cases = [
            (Some("2007-05-15"), Some("2007-05-17"), "15 to 17 May 2007"),
            (
                Some("2007-05-30"),
                Some("2007-06-01"),
                "30 May to 1 June 2007",
            ),
            (
                Some("2007-12-31"),
                Some("2008-01-01"),
                "31 December 2007 to 1 January 2008",
            ),
            (Some("2007-05-15"), Some("2007-05-15"), "15 May 2007"),
            (Some("2007-05-15"), None, "15 May 2007"),
            (None, Some("2007-05-15"), "as printed"),
            (Some("2007-13-01"), None, "as printed"),
            (Some("spring"), None, "as printed"),
        ];
        for (from, to, expected) in cases {
            let dates = Dates {
                printed: "as printed".into(),
                from: from.map(Into::into),
                to: to.map(Into::into),
            };
            assert_eq!(in_words(&dates), expected, "{from:?} {to:?}");
        }
    }
}
