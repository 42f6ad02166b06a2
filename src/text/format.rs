//! The JSON of a corpus file, `resolut-corpus/1`: its shapes, reading and writing.
//!
//! A file is read once for its [`Catalogue`], which says what it holds and where; after that, one
//! [`resolution`] at a time. Strings are borrowed from the input where JSON has no escape. Fields that
//! are not named here are skipped, so that a file may say more than this version reads.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::text::model::{self, Lines};

mod catalogue;
mod check;
mod flat;

pub use catalogue::{Catalogue, CatalogueEntry, SessionHeading};
pub use check::{Fault, faults};

/// What the `format` field of a file must say.
pub const FORMAT: &str = "resolut-corpus/1";

/// How many levels of points may stand below a paragraph. Documents print six or seven.
pub const MAX_DEPTH: usize = 32;

/// A whole file. `R` is a resolution, read or still as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorpusFile<'a, R = Resolution<'a>> {
    /// [`FORMAT`].
    #[serde(borrow)]
    pub format: Text<'a>,
    /// In the order they are listed.
    pub sessions: Vec<Session<'a, R>>,
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
pub struct Session<'a, R = Resolution<'a>> {
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
    pub resolutions: Vec<R>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<Text<'a>>,
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

/// Reads what a file holds, and where.
///
/// ```
/// use resolut::text::format;
///
/// let catalogue = format::read(
///     r#"{"format": "resolut-corpus/1", "sessions": [
///         {"id": "S-1", "organ": "Board of Boats", "name": "First Session", "resolutions": [
///             {"symbol": "1/1", "language": "en", "preamble": [], "operative": [
///                 {"number": "1", "text": "Decides to meet."}]}]}]}"#,
/// )?;
/// assert_eq!(&*catalogue.sessions[0].session.id, "S-1");
/// assert_eq!(&*catalogue.entries[0].symbol, "1/1");
/// assert_eq!(catalogue.entries[0].operative, 1);
/// # Ok::<(), format::FormatError>(())
/// ```
///
/// # Errors
/// The text is no JSON, or not of these shapes: it has a [fatal](Fault::is_fatal) fault. Only then
/// is the file walked for its faults.
pub fn read(json: &str) -> Result<Catalogue, FormatError> {
    let said = match Catalogue::of(json) {
        Ok(Some(catalogue)) => return Ok(catalogue),
        Ok(None) => Fault::of_file(format!("expected the format `{FORMAT}`")),
        Err(error) => Fault::of_json(&error),
    };
    let mut fatal = faults(json).into_iter().filter(Fault::is_fatal);
    let first = fatal.next().unwrap_or(said);
    Err(FormatError {
        first,
        more: fatal.count(),
    })
}

/// Reads the JSON of one resolution, where a [`Catalogue`] says that it stands; none where it does not.
pub fn resolution(json: &str) -> Option<model::Resolution> {
    let resolution: Resolution<'_> = serde_json::from_str(json).ok()?;
    (!resolution.nests_too_deep()).then(|| resolution.into_model())
}

/// The digest by which a corpus knows the file it was imported from: SHA-256 in hexadecimal digits.
///
/// ```
/// use resolut::text::format::digest;
///
/// assert!(digest(b"abc").starts_with("ba7816bf"));
/// assert_eq!(digest(b"").len(), 64);
/// ```
pub fn digest(source: &[u8]) -> String {
    format!("{:x}", Sha256::digest(source))
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

impl Resolution<'_> {
    fn nests_too_deep(&self) -> bool {
        let annexes = self.annexes.iter().map(|annex| &annex.paragraphs);
        [&self.preamble, &self.operative]
            .into_iter()
            .chain(annexes)
            .any(|paragraphs| deeper(paragraphs, MAX_DEPTH))
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
