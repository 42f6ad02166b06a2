//! Which column of a table holds what.

use std::str::FromStr;

use super::RowCells;
use crate::import::front::{SUBJECT, plain_name};
use crate::import::{Front, dates};
use crate::text::sorting::sort_by_key;

/// What columns are called where their names don't say what they hold.
///
/// ```
/// use resolut::import::ColumnNames;
///
/// assert!("symbol=record_id,text=body".parse::<ColumnNames>().is_ok());
/// let error = "text:body".parse::<ColumnNames>().unwrap_err();
/// assert!(error.to_string().starts_with("expected what a column holds and its name"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnNames {
    /// What it holds, and how it is called.
    named: Vec<(&'static str, String)>,
}

/// What a column may hold.
const HELD: [&str; 7] = [
    "symbol", "title", "organ", "session", "date", "language", "text",
];

/// What columns of texts are called.
const TEXTS: [&str; 13] = [
    "text",
    "texte",
    "texto",
    "volltext",
    "content",
    "full_text",
    "fulltext",
    "doc_text",
    "document_text",
    "resolution_text",
    "raw_text",
    "body_text",
    "paragraphs",
];

/// What a column of texts is called where no other holds them; else it names who met.
const BODY: &str = "body";

/// Why columns are not named.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "expected what a column holds and its name, as in `symbol=record_id,text=body`, found `{0:.60}`; a column may hold \
     a symbol, title, organ, session, date, language or text"
)]
pub struct ColumnNamesError(String);

impl FromStr for ColumnNames {
    type Err = ColumnNamesError;

    fn from_str(said: &str) -> Result<Self, Self::Err> {
        let read = |said: &str| {
            let (held, name) = said.split_once('=')?;
            let held = HELD.into_iter().find(|own| *own == held.trim())?;
            let name = name.trim();
            (!name.is_empty()).then(|| (held, name.to_owned()))
        };
        let named = said.split(',').map(|said| {
            let read = read(said);
            read.ok_or_else(|| ColumnNamesError(said.to_owned()))
        });
        let named = named.collect::<Result<_, _>>()?;
        Ok(Self { named })
    }
}

impl ColumnNames {
    /// Of a table whose columns say by their names what they hold.
    pub const BY_NAME: Self = Self { named: Vec::new() };

    pub(super) fn is_empty(&self) -> bool {
        self.named.is_empty()
    }

    /// The first column that was named and is not there.
    pub(super) fn missing<'n>(&'n self, head: &[&str]) -> Option<&'n str> {
        let is_there = |name: &str| head.iter().any(|own| is_same(own, name));
        let mut named = self.named.iter();
        named
            .find(|(_, name)| !is_there(name))
            .map(|(_, name)| &**name)
    }

    /// Whether one column holds texts and another something that is known.
    pub(super) fn are_known(&self, head: &[&str]) -> bool {
        let mut nothing = Front::NOTHING;
        let is_front = |name: &&str| {
            self.held(name).is_some_and(|held| held != "text")
                || nothing.by_name(name.trim()).is_some()
        };
        head.iter().any(|name| self.is_text(name, head)) && head.iter().any(is_front)
    }

    /// Whether rows are paragraphs that `export` wrote.
    pub(super) fn are_paragraphs(head: &[&str]) -> bool {
        ["citation", "kind", "text"]
            .iter()
            .all(|name| head.contains(name))
    }

    /// Puts cells where they belong, those of named columns first. Of several that hold one thing the first counts that is
    /// not empty.
    pub(super) fn put(&self, cells: &[(&str, &str)], row: &mut RowCells) {
        // A subject may be a word of an index.
        let rank = |name: &str| match self.held(name) {
            Some(_) => 0,
            None if HELD.iter().any(|held| is_same(name, held)) => 1,
            None => 2 + usize::from(is_same(name, SUBJECT)),
        };
        let names: Vec<_> = cells.iter().map(|(name, _)| *name).collect();
        let mut cells = cells.to_vec();
        sort_by_key(&mut cells, |(name, _)| rank(name));
        for (name, value) in cells {
            let held = self.held(name).unwrap_or(name.trim());
            row.front.take_votes(held, value);
            if self.is_text(name, &names) {
                if row.text.is_empty() {
                    value.clone_into(&mut row.text);
                }
            } else if let Some(place) = row.front.by_name(held)
                && place.is_none()
                && !value.trim().is_empty()
            {
                *place = Some(value.trim().to_owned());
            }
        }
        let date = &mut row.front.date;
        *date = date.take().map(|date| day_of(&date).to_owned());
    }

    /// What a column holds that was named.
    fn held(&self, name: &str) -> Option<&'static str> {
        let mut named = self.named.iter();
        named
            .find(|(_, own)| is_same(own, name))
            .map(|(held, _)| *held)
    }

    fn is_text(&self, name: &str, head: &[&str]) -> bool {
        let is_one = |name: &str| TEXTS.iter().any(|text| is_same(text, name));
        match self.named.iter().find(|(held, _)| *held == "text") {
            Some((_, own)) => is_same(own, name),
            None if self.held(name).is_some() => false,
            None => is_one(name) || is_same(name, BODY) && !head.iter().any(|name| is_one(name)),
        }
    }
}

/// Whether two names are one but for capitals, and for what parts their words.
fn is_same(one: &str, other: &str) -> bool {
    plain_name(one) == plain_name(other)
}

/// The day of a time, `2018-11-01` of `2018-11-01T00:00:00Z`; of anything else what it is.
fn day_of(date: &str) -> &str {
    match date.split_at_checked(10) {
        Some((day, rest)) if rest.starts_with(['T', ' ']) && dates::day(day).is_some() => day,
        _ => date,
    }
}
