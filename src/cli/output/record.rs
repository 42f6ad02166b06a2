//! One paragraph as data: the objects of `show` and `find`, and their columns.
//!
//! These shapes are documented in the README and do not change silently:
//!
//! | field | what it says |
//! |---|---|
//! | `citation` | the place, as `resolut show` reads it: `2/34-P:7` |
//! | `symbol` | the resolution |
//! | `kind` | `op`, `pp`, `opening`, `title` or `annex` |
//! | `number` | as printed, without its stop; of a preambular paragraph its position; of a point all numbers down to it, `7(a)` |
//! | `lead` | the lead verb of a paragraph, as printed |
//! | `text` | the paragraph with its points, on one line, without its number |
//! | `session` | the id of the session |
//! | `language` | BCP 47 |
//! | `lines` | first and last line of the source |
//!
//! What is not known is left out, never `null`: an opening has no `number`, a title no `lead`.

mod unit;

use serde::Serialize;

use crate::text::corpus::{Corpus, ReadError};
use crate::text::lead::lead_of;
use crate::text::model::{Half, Lines, Part, Passage, PassageKind, Resolution, ResolutionId};

pub(in crate::cli) use unit::Unit;

/// A unit as it is printed for programs.
#[derive(Debug, PartialEq, Serialize)]
pub(in crate::cli) struct Record<'a> {
    pub(in crate::cli) citation: String,
    pub(in crate::cli) symbol: &'a str,
    pub(in crate::cli) kind: RecordKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::cli) number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::cli) lead: Option<String>,
    pub(in crate::cli) text: String,
    pub(in crate::cli) session: &'a str,
    pub(in crate::cli) language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::cli) lines: Option<Lines>,
    /// The day of adoption, a column of tables only.
    #[serde(skip)]
    date: Option<&'a str>,
}

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::cli) enum RecordKind {
    Title,
    Opening,
    Pp,
    Op,
    Annex,
    Heading,
    Table,
    Note,
}

impl<'a> Record<'a> {
    /// The names of the columns of a table.
    pub(in crate::cli) const COLUMNS: [&'static str; 9] = [
        "citation", "symbol", "kind", "number", "lead", "text", "session", "language", "date",
    ];

    /// The object of a unit.
    ///
    /// # Errors
    /// Its resolution can't be read.
    pub(in crate::cli) fn of(corpus: &'a Corpus, unit: Unit) -> Result<Self, ReadError> {
        let resolution = corpus.read(unit.resolution())?;
        let title = Self::of_title(corpus, unit.resolution());
        Ok(match unit {
            Unit::Title(_) => title,
            Unit::Annex(place, position) => Self {
                citation: corpus.cite_part(place).to_string(),
                kind: RecordKind::Annex,
                text: resolution.annex_title(position).into_owned(),
                ..title
            },
            Unit::Note(place, note) => {
                let note = resolution.passages[place.index()].all_notes().nth(note);
                let mark = note.map(|note| note.mark.to_string());
                Self {
                    citation: corpus.cite(place).to_string(),
                    kind: RecordKind::Note,
                    number: mark.filter(|mark| !mark.is_empty()),
                    text: note.map(|note| note.text.to_string()).unwrap_or_default(),
                    ..title
                }
            }
            Unit::Passage(place) => {
                let kind = RecordKind::of(&resolution.passages[place.index()]);
                Self {
                    citation: corpus.cite(place).to_string(),
                    kind,
                    number: number(&resolution, place.index()),
                    lead: lead(kind, &resolution.passages[place.index()]),
                    text: text(kind, &resolution, place.index()),
                    lines: lines(&resolution, place.index()),
                    ..title
                }
            }
        })
    }

    /// The object of a resolution's title.
    fn of_title(corpus: &'a Corpus, id: ResolutionId) -> Self {
        let entry = corpus.entry(id);
        Self {
            citation: corpus.cite_resolution(id).to_string(),
            symbol: &entry.symbol,
            kind: RecordKind::Title,
            number: None,
            lead: None,
            text: entry.title.as_deref().unwrap_or_default().to_owned(),
            session: &corpus.session(corpus.session_of(id)).id,
            language: &entry.language,
            lines: None,
            date: entry.adopted.as_deref(),
        }
    }

    /// The number as it stands in a margin: `7`, `pp3`.
    pub(in crate::cli) fn in_print(&self) -> String {
        let number = self.number.as_deref().unwrap_or_default();
        match self.kind {
            RecordKind::Pp => ["pp", number].concat(),
            _ => number.to_owned(),
        }
    }

    /// The columns of a table.
    pub(in crate::cli) fn fields(&self) -> [&str; 9] {
        let [symbol, kind, number, text] = self.columns();
        [
            &self.citation,
            symbol,
            kind,
            number,
            self.lead.as_deref().unwrap_or_default(),
            text,
            self.session,
            self.language,
            self.date.unwrap_or_default(),
        ]
    }

    /// The columns of a line: symbol, kind, number, text.
    pub(in crate::cli) fn columns(&self) -> [&str; 4] {
        let number = self.number.as_deref().unwrap_or_default();
        [self.symbol, self.kind.name(), number, &self.text]
    }
}

impl RecordKind {
    fn of(passage: &Passage) -> Self {
        match passage.kind {
            PassageKind::Heading { .. } => return Self::Heading,
            PassageKind::Table(_) => return Self::Table,
            PassageKind::Text | PassageKind::Flush | PassageKind::Rule => {}
        }
        match passage.part {
            Part::Opening => Self::Opening,
            Part::Preamble | Part::Section(_, Half::Preamble) => Self::Pp,
            Part::Operative | Part::Section(_, Half::Operative) => Self::Op,
            Part::Annex(..) => Self::Annex,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Opening => "opening",
            Self::Pp => "pp",
            Self::Op => "op",
            Self::Annex => "annex",
            Self::Heading => "heading",
            Self::Table => "table",
            Self::Note => "note",
        }
    }
}

/// The text of a passage with its points; the rows of a table on one line.
fn text(kind: RecordKind, resolution: &Resolution, index: usize) -> String {
    match kind {
        RecordKind::Table => resolution.passages[index].text.replace('\n', "; "),
        _ => resolution.unit_text(index).into_owned(),
    }
}

/// The lead verb of a paragraph, if it has one.
fn lead(kind: RecordKind, passage: &Passage) -> Option<String> {
    let is_looked_for = matches!(kind, RecordKind::Pp | RecordKind::Op);
    let lead = passage.text.get(lead_of(passage)).unwrap_or_default();
    (is_looked_for && !lead.is_empty()).then(|| lead.to_owned())
}

/// The number of a passage: `7`, `7(a)`; none where the passage has none printed.
fn number(resolution: &Resolution, index: usize) -> Option<String> {
    let passage = &resolution.passages[index];
    let own = match (&passage.number, passage.part, passage.depth) {
        (Some(number), ..) => number.to_string(),
        (None, part, 0) if part.is_preamble() => passage.ordinal.to_string(),
        _ => return None,
    };
    if passage.depth == 0 {
        return Some(own);
    }
    let above = (0..index)
        .rev()
        .find(|&above| resolution.passages[above].depth < passage.depth);
    match above {
        Some(above) => Some(number(resolution, above)? + &own),
        None => Some(own),
    }
}

/// The lines of the source that a unit fills.
fn lines(resolution: &Resolution, index: usize) -> Option<Lines> {
    resolution.passages[resolution.unit(index)]
        .iter()
        .filter_map(|passage| passage.lines)
        .reduce(|[first, last], [from, to]| [first.min(from), last.max(to)])
}
