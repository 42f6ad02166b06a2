//! The JSON of a corpus file, `resolut-corpus/1`: its shapes, reading and writing.
//!
//! Strings are borrowed from the input where JSON has no escape. Fields that are not named here are
//! skipped, so that a file may say more than this version reads.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::{self, Lines, Part};

mod check;

pub use check::{Fault, faults};

/// What the `format` field of a file must say.
pub const FORMAT: &str = "resolut-corpus/1";

/// How many levels of points may stand below a paragraph. Documents print six or seven.
pub const MAX_DEPTH: usize = 32;

/// A whole file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorpusFile<'a> {
    /// [`FORMAT`].
    #[serde(borrow)]
    pub format: Text<'a>,
    /// In the order they are listed.
    pub sessions: Vec<Session<'a>>,
}

/// A string of the file: borrowed where it has no escape. (serde borrows a bare `Cow`, but not one
/// inside an `Option` or a `Vec`.)
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text<'a>(#[serde(borrow)] pub Cow<'a, str>);

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl From<String> for Text<'_> {
    fn from(text: String) -> Self {
        Self(Cow::Owned(text))
    }
}

/// See [`model::Session`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of the model")]
pub struct Session<'a> {
    #[serde(borrow)]
    pub id: Text<'a>,
    pub organ: Text<'a>,
    pub name: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dates: Option<Dates<'a>>,
    pub resolutions: Vec<Resolution<'a>>,
}

/// See [`model::Dates`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of the model")]
pub struct Dates<'a> {
    #[serde(borrow)]
    pub printed: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Text<'a>>,
}

/// See [`model::Resolution`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of the model")]
pub struct Resolution<'a> {
    #[serde(borrow)]
    pub symbol: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text<'a>>,
    pub language: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adopted: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headings: Vec<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opening: Option<Text<'a>>,
    pub preamble: Vec<Paragraph<'a>>,
    pub operative: Vec<Paragraph<'a>>,
    #[serde(default)]
    pub annexes: Vec<Annex<'a>>,
}

/// See [`model::Source`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of the model")]
pub struct Source<'a> {
    #[serde(borrow)]
    pub file: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lines: Option<Lines>,
}

/// A paragraph, or one of its points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph<'a> {
    /// As printed, without its stop.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub number: Option<Text<'a>>,
    /// One line, without the number.
    pub text: Text<'a>,
    /// What stands below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Self>,
    /// Lines of the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lines: Option<Lines>,
}

/// What is annexed to a resolution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annex<'a> {
    /// As printed.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text<'a>>,
    /// In order.
    pub paragraphs: Vec<Paragraph<'a>>,
}

/// Reads a file.
///
/// # Errors
/// The text is no JSON, or not of these shapes: it has a [fatal](Fault::is_fatal) fault. Only then
/// is the file walked for its faults.
pub fn read(json: &str) -> Result<CorpusFile<'_>, FormatError> {
    let said = match serde_json::from_str::<CorpusFile<'_>>(json) {
        Ok(file) if file.format.0 == FORMAT && !file.nests_too_deep() => return Ok(file),
        Ok(_) => Fault::of_file(format!("expected the format `{FORMAT}`")),
        Err(error) => Fault::of_json(&error),
    };
    let mut fatal = faults(json).into_iter().filter(Fault::is_fatal);
    let first = fatal.next().unwrap_or(said);
    Err(FormatError {
        first,
        more: fatal.count(),
    })
}

/// Why a file can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatError {
    /// The first fault that stands in the way.
    pub first: Fault,
    /// How many more do.
    pub more: usize,
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.first.fmt(f)?;
        match self.more {
            0 => Ok(()),
            1 => f.write_str("; `resolut check FILE` shows one more"),
            more => write!(f, "; `resolut check FILE` shows {more} more"),
        }
    }
}

impl Error for FormatError {}

impl CorpusFile<'_> {
    fn nests_too_deep(&self) -> bool {
        let resolutions = self.sessions.iter().flat_map(|s| &s.resolutions);
        resolutions.into_iter().any(|resolution| {
            let annexes = resolution.annexes.iter().map(|annex| &annex.paragraphs);
            [&resolution.preamble, &resolution.operative]
                .into_iter()
                .chain(annexes)
                .any(|paragraphs| deeper(paragraphs, MAX_DEPTH))
        })
    }

    /// The file as it is written: two blanks of indent, a line end at its end.
    ///
    /// # Panics
    /// Never: the shapes hold only strings, numbers and lists.
    pub fn to_json(&self) -> String {
        let mut json = serde_json::to_string_pretty(self).expect("these shapes always serialise");
        json.push('\n');
        json
    }
}

/// Whether points stand more than `levels` below these paragraphs.
fn deeper(paragraphs: &[Paragraph<'_>], levels: usize) -> bool {
    paragraphs
        .iter()
        .any(|paragraph| match levels.checked_sub(1) {
            None => !paragraph.points.is_empty(),
            Some(levels) => deeper(&paragraph.points, levels),
        })
}

fn text(text: Text<'static>) -> model::Text {
    text.0
}

impl Session<'static> {
    /// The session and its resolutions, as they are read.
    pub fn into_model(self) -> (model::Session, Vec<model::Resolution>) {
        let session = model::Session {
            id: text(self.id),
            organ: text(self.organ),
            name: text(self.name),
            theme: self.theme.map(text),
            place: self.place.map(text),
            dates: self.dates.map(|dates| model::Dates {
                printed: text(dates.printed),
                from: dates.from.map(text),
                to: dates.to.map(text),
            }),
        };
        let resolutions = self.resolutions.into_iter().map(Resolution::into_model);
        (session, resolutions.collect())
    }
}

impl Resolution<'static> {
    fn into_model(self) -> model::Resolution {
        let mut passages = Vec::new();
        if let Some(opening) = self.opening {
            passages.push(model::Passage {
                part: Part::Opening,
                depth: 0,
                ordinal: 1,
                number: None,
                text: text(opening),
                lines: None,
            });
        }
        flatten(&mut passages, Part::Preamble, 0, self.preamble);
        flatten(&mut passages, Part::Operative, 0, self.operative);
        let mut annexes = Vec::new();
        for (position, annex) in (1..).zip(self.annexes) {
            annexes.push(annex.title.map(text));
            flatten(&mut passages, Part::Annex(position), 0, annex.paragraphs);
        }
        model::Resolution {
            symbol: text(self.symbol),
            title: self.title.map(text),
            language: text(self.language),
            adopted: self.adopted.map(text),
            source: self.source.map(|source| model::Source {
                file: text(source.file),
                lines: source.lines,
            }),
            headings: self.headings.into_iter().map(text).collect(),
            annexes,
            passages,
        }
    }
}

fn flatten(
    passages: &mut Vec<model::Passage>,
    part: Part,
    depth: u8,
    paragraphs: Vec<Paragraph<'static>>,
) {
    for (ordinal, paragraph) in (1..).zip(paragraphs) {
        passages.push(model::Passage {
            part,
            depth,
            ordinal,
            number: paragraph.number.map(text),
            text: text(paragraph.text),
            lines: paragraph.lines,
        });
        flatten(passages, part, depth.saturating_add(1), paragraph.points);
    }
}
