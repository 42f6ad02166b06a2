//! What came of a command, and its exit status.

use std::process::ExitCode;

/// What came of a command that ran to its end.
///
/// In this order one is worse than another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Outcome {
    /// What was asked for.
    Found,
    /// There is no such thing.
    Nothing,
    /// It was used wrongly, or the input has faults, which have been printed.
    Faulty,
}

impl Outcome {
    /// All that may come of a command, best first.
    pub(super) const ALL: [Self; 3] = [Self::Found, Self::Nothing, Self::Faulty];

    /// That of a list.
    pub(super) const fn of(is_empty: bool) -> Self {
        if is_empty { Self::Nothing } else { Self::Found }
    }

    /// The exit status.
    pub(super) const fn status(self) -> u8 {
        match self {
            Self::Found => 0,
            Self::Nothing => 1,
            Self::Faulty => 2,
        }
    }

    /// What the status says, for the manual page.
    pub(super) const fn meaning(self) -> &'static str {
        match self {
            Self::Found => {
                "What was asked for was found. Also where nobody reads the output any more."
            }
            Self::Nothing => {
                "There is no such thing. Of an import: a file of a folder was not read, or more than 2 % of the \
                 words of a text are in no resolution."
            }
            Self::Faulty => {
                "Wrong use, or input that has faults or can't be read. Of several citations, or files of a \
                 folder, the status is that of the worst."
            }
        }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        outcome.status().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worse_outcome_has_the_higher_status() {
        for pair in Outcome::ALL.windows(2) {
            assert!(pair[0] < pair[1] && pair[0].status() < pair[1].status());
        }
        assert_eq!(Outcome::Found.max(Outcome::Nothing), Outcome::Nothing);
    }
}
