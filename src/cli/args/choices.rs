//! The choices that options and arguments have; what is said of each stands in the long help.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::import::Encoding;

/// When to write bold and underlined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum When {
    /// On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// How data is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Format {
    /// For people: set to the terminal's width, or a line each into a pipe
    Text,
    /// An array of objects
    Json,
    /// A line each, columns parted by tabs
    Tsv,
}

/// How the report of an import is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ReportFormat {
    /// For people, on standard error
    Text,
    /// For programs, on standard output
    Json,
}

impl ValueEnum for Encoding {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Utf8, Self::Latin1]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Utf8 => PossibleValue::new("utf-8").help("UTF-8"),
            Self::Latin1 => PossibleValue::new("latin1").help("ISO 8859-1"),
        })
    }
}

/// A shell that completions are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Shell {
    Bash,
    Zsh,
    Fish,
}
