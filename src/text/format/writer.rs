//! A corpus file written resolution by resolution, so that nobody has to hold it.
//!
//! It is in the second format, a line for each resolution and no blanks within. A resolution that stands in
//! another file of this kind can be put in as the bytes that it has there.

use std::io::{self, Write};

use super::FormatVersion;
use super::layout::on_one_line;
use super::shapes::{ResolutionShape, SessionShape};
use crate::text::model::{Resolution, Session};

/// A file in the making.
///
/// ```
/// use resolut::text::format::{self, CorpusWriter};
/// use resolut::text::model::{Resolution, Session};
///
/// let mut file = Vec::new();
/// let mut writer = CorpusWriter::new(&mut file);
/// writer.session(&Session::new("S-1", "Board of Boats", "First Session"))?;
/// let at = writer.resolution(&format::to_line(&Resolution::new("1/1", "en")))?;
/// writer.finish()?;
/// let file = String::from_utf8(file)?;
/// assert!(file[at as usize..].starts_with(r#"{"symbol":"1/1","#));
/// assert_eq!(format::read(&file)?.entries[0].range.start, at);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct CorpusWriter<'w> {
    to: &'w mut dyn Write,
    /// How many bytes were written.
    written: u64,
    /// What stands before the next session, and before the next resolution.
    before: [&'static str; 2],
}

/// The ends of lists, of a session with them, and of the file.
const END_OF_SESSION: &str = "\n]}";
const END_OF_FILE: &str = "\n]}\n";

impl<'w> CorpusWriter<'w> {
    /// A file without sessions.
    pub fn new(to: &'w mut dyn Write) -> Self {
        Self {
            to,
            written: 0,
            before: ["", ""],
        }
    }

    /// Begins the next session.
    ///
    /// # Errors
    /// It can't be written.
    pub fn session(&mut self, session: &Session) -> io::Result<()> {
        self.begin()?;
        let shape = SessionShape::nest(session, Vec::<ResolutionShape<'_>>::new());
        let heading = on_one_line(&shape);
        let heading = heading.strip_suffix("]}").unwrap_or(&heading);
        self.put(self.before[0])?;
        self.put(heading)?;
        self.before = [",\n", "\n"];
        Ok(())
    }

    /// Adds a resolution to the session that was begun last, as [`to_line`] makes it. Tells at which byte of the
    /// file it stands.
    ///
    /// # Errors
    /// It can't be written.
    pub fn resolution(&mut self, line: &str) -> io::Result<u64> {
        self.put(self.before[1])?;
        self.before[1] = ",\n";
        let at = self.written;
        self.put(line)?;
        Ok(at)
    }

    /// Ends the file.
    ///
    /// # Errors
    /// It can't be written.
    pub fn finish(mut self) -> io::Result<()> {
        self.begin()?;
        self.put(END_OF_FILE)?;
        self.to.flush()
    }

    /// Begins the file, or ends the session that is open.
    fn begin(&mut self) -> io::Result<()> {
        if self.written > 0 {
            return if self.before[0].is_empty() {
                Ok(())
            } else {
                self.put(END_OF_SESSION)
            };
        }
        self.put("{\"format\":\"")?;
        self.put(FormatVersion::Second.name())?;
        self.put("\",\"sessions\":[\n")
    }

    fn put(&mut self, text: &str) -> io::Result<()> {
        self.written += text.len() as u64;
        self.to.write_all(text.as_bytes())
    }
}

/// A resolution as it stands in a file of the second format, on one line and without a line end.
pub fn to_line(resolution: &Resolution) -> String {
    on_one_line(&ResolutionShape::nest(resolution, FormatVersion::Second))
}
