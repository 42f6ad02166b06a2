//! The JSON of a corpus file, `resolut-corpus/1` or `/2`: reading and writing. Nothing else knows its shapes.
//!
//! A file is read once for its [`Catalogue`], which says what it holds and where; after that, one
//! [`resolution`] at a time. Fields that are not known are skipped, so that a file may say more than this
//! version reads. What [`to_json`] writes is read again as it was.
//!
//! The first format has paragraphs and points. The second has all that the first has, and headings, tables,
//! rules and flush text among them, spans and notes beside a text, sections, statements, and what is known of
//! the adoption. A file of the first format says what it always said, whatever the second calls so.
//!
//! In the file points are nested in their paragraphs, and paragraphs in parts. A
//! [`Resolution`] has them in one list: `flatten` is the way from the one to the other, `nest` the way
//! back.

use std::error::Error;
use std::fmt;

use sha2::{Digest, Sha256};

use crate::text::model::{Resolution, WholeSession};

mod catalogue;
mod check;
mod fields;
mod flatten;
mod layout;
mod nest;
mod shapes;
mod spans;
mod writer;

pub use catalogue::{Catalogue, CatalogueEntry, SessionHeading};
pub use check::{Fault, examine, faults};
pub use fields::{fields, members, of_fields};
pub use writer::{CorpusWriter, to_line};

use shapes::first::FirstResolution;
use shapes::{FileShape, ResolutionShape};

/// Which format a file is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FormatVersion {
    /// `resolut-corpus/1`.
    #[default]
    First,
    /// `resolut-corpus/2`.
    Second,
}

impl FormatVersion {
    /// What the `format` field of such a file says.
    ///
    /// ```
    /// use resolut::text::format::FormatVersion;
    ///
    /// assert_eq!(FormatVersion::Second.name(), "resolut-corpus/2");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::First => "resolut-corpus/1",
            Self::Second => "resolut-corpus/2",
        }
    }

    /// The one with this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::First, Self::Second]
            .into_iter()
            .find(|version| version.name() == name)
    }
}

/// How many levels of points may stand below a paragraph. Documents print six or seven.
pub const MAX_DEPTH: u8 = 32;

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
        Ok(None) => Fault::of_file(format!("expected {}", check::FORMATS)),
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
pub fn resolution(json: &str, version: FormatVersion) -> Option<Resolution> {
    let resolution = shape(json, version).ok()?;
    resolution.is_sound().then(|| resolution.flatten())
}

fn shape(json: &str, version: FormatVersion) -> serde_json::Result<ResolutionShape<'_>> {
    match version {
        FormatVersion::First => serde_json::from_str::<FirstResolution<'_>>(json).map(Into::into),
        FormatVersion::Second => serde_json::from_str(json),
    }
}

/// The corpus file of some sessions: two blanks of indent, a line end at its end. It is in the first format
/// unless something in it needs the second.
///
/// ```
/// use resolut::text::format;
/// use resolut::text::model::{Part, Passage, Resolution, Session, WholeSession};
///
/// let mut resolution = Resolution::new("1/1", "en");
/// resolution.push(Passage::new(Part::Operative, "Decides to meet."));
/// let session = Session::new("S-1", "Board of Boats", "First Session");
/// let json = format::to_json(&[WholeSession {
///     session,
///     resolutions: vec![resolution],
/// }]);
/// assert_eq!(format::read(&json)?.entries[0].operative, 1);
/// # Ok::<(), format::FormatError>(())
/// ```
///
/// # Panics
/// Never: the shapes hold only strings, numbers and lists.
pub fn to_json(sessions: &[WholeSession]) -> String {
    let mut json = layout::indented(&FileShape::nest(sessions));
    json.push('\n');
    json
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
