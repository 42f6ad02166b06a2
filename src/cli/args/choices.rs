//! The choices that options and arguments have; what is said of each stands in the long help.

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::export::QuoteStyle;
use crate::import::Encoding;
use crate::text::corpus::{DayOrder, Period};

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
pub(in crate::cli) enum RowFormat {
    /// For people: set to the terminal's width, or a line each into a pipe
    Text,
    /// An array of objects
    Json,
    /// A line each, columns parted by tabs
    Tsv,
    /// An object a line
    Jsonl,
    /// A line each, columns parted by commas, their names first
    Csv,
}

/// How acts are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ActionFormat {
    /// For people: set to the terminal's width, or a line each into a pipe
    Text,
    /// An array of objects
    Json,
    /// A line each, columns parted by tabs
    Tsv,
    /// An object a line
    Jsonl,
    /// A line each, columns parted by commas, their names first
    Csv,
    /// A calendar, an event for each day on which something is due
    Ics,
}

impl ActionFormat {
    /// The format of rows that it is; none for a calendar.
    pub(in crate::cli) fn rows(self) -> Option<RowFormat> {
        Some(match self {
            Self::Text => RowFormat::Text,
            Self::Json => RowFormat::Json,
            Self::Tsv => RowFormat::Tsv,
            Self::Jsonl => RowFormat::Jsonl,
            Self::Csv => RowFormat::Csv,
            Self::Ics => return None,
        })
    }
}

/// How marks are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum MarksFormat {
    /// For people: set to the terminal's width, or a line each into a pipe
    Text,
    /// An array of objects
    Json,
    /// A line each, columns parted by tabs
    Tsv,
    /// An object a line
    Jsonl,
    /// A line each, columns parted by commas, their names first
    Csv,
    /// Quotations, each below its citation and its note
    #[value(alias = "md")]
    Markdown,
}

impl MarksFormat {
    /// The format of rows that it is; none for quotations.
    pub(in crate::cli) fn rows(self) -> Option<RowFormat> {
        Some(match self {
            Self::Text => RowFormat::Text,
            Self::Json => RowFormat::Json,
            Self::Tsv => RowFormat::Tsv,
            Self::Jsonl => RowFormat::Jsonl,
            Self::Csv => RowFormat::Csv,
            Self::Markdown => return None,
        })
    }
}

/// How paragraphs are written: for people, for programs, for other documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum TextFormat {
    /// For people: set to the terminal's width, or a line each into a pipe
    Text,
    /// An array of objects
    Json,
    /// A line each, columns parted by tabs
    Tsv,
    /// An object a line
    Jsonl,
    /// A line each, columns parted by commas, their names first
    Csv,
    /// Markdown, what is known of a whole resolution before it
    #[value(alias = "md")]
    Markdown,
    /// As it is typeset, 72 columns wide: day and title, numbers hung
    Page,
    /// A page, each paragraph with its citation as `id`
    Html,
    /// A corpus file, of whole resolutions
    Corpus,
}

/// How the report of an import is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ReportFormat {
    /// For people, on standard error
    Text,
    /// For programs, on standard output
    Json,
}

/// The encodings that `import` offers: those of the languages in which resolutions are written.
const ENCODINGS: [(&str, &str); 14] = [
    (
        "auto",
        "What the bytes look like: UTF-8, UTF-16 or Windows-1252",
    ),
    ("utf-8", "UTF-8"),
    ("utf-16", "UTF-16"),
    ("latin1", "Western European, as Windows-1252"),
    ("windows-1252", "Western European"),
    ("windows-1250", "Central European"),
    ("windows-1251", "Cyrillic"),
    ("koi8-r", "Cyrillic"),
    ("windows-1253", "Greek"),
    ("windows-1254", "Turkish"),
    ("windows-1256", "Arabic"),
    ("gb18030", "Chinese"),
    ("big5", "Chinese"),
    ("shift_jis", "Japanese"),
];

/// Reads the name of an encoding.
pub(in crate::cli) fn encoding() -> impl TypedValueParser<Value = Encoding> {
    let names = ENCODINGS.map(|(name, help)| PossibleValue::new(name).help(help));
    PossibleValuesParser::new(names).try_map(|name| name.parse::<Encoding>())
}

/// In which order what is found is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum FoundOrder {
    /// What fits the query best first
    Best,
    /// The latest day first
    Newest,
    /// The earliest day first
    Oldest,
}

/// In which order resolutions are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ByDay {
    /// The latest day first
    Newest,
    /// The earliest day first
    Oldest,
}

impl From<ByDay> for DayOrder {
    fn from(order: ByDay) -> Self {
        match order {
            ByDay::Newest => Self::Newest,
            ByDay::Oldest => Self::Oldest,
        }
    }
}

/// Reads a year, a month or a day.
pub(in crate::cli) fn limit_of_days(typed: &str) -> Result<String, String> {
    if Period::is_limit(typed) {
        Ok(typed.to_owned())
    } else {
        Err("write a year, a month or a day: `2004`, `2004-06`, `2004-06-30`".to_owned())
    }
}

/// Reads the name of a style of quotations.
pub(in crate::cli) fn quote_style() -> impl TypedValueParser<Value = QuoteStyle> {
    let names =
        QuoteStyle::ALL.map(|style| PossibleValue::new(style.name()).help(style.described()));
    PossibleValuesParser::new(names).map(|name| QuoteStyle::named(&name).unwrap_or_default())
}

/// A shell that completions are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Shell {
    Bash,
    Zsh,
    Fish,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_that_is_offered_is_known() {
        for (name, _) in ENCODINGS {
            assert!(name.parse::<Encoding>().is_ok(), "{name}");
        }
    }
}
