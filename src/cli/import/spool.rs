//! Resolutions as they are read, until all are and they can be written in order.
//!
//! They wait as lines of a corpus file in a file without a name, so that an import of any size takes little memory
//! and leaves nothing when it is stopped. What an earlier corpus has as well is taken from there.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;

use crate::reader::keep::{self, WriteError};
use crate::text::format::CorpusWriter;
use crate::text::map::Map;
use crate::text::model::{Session, Text};
use crate::text::sorting::sort_by;

/// Where the line of a resolution stands, and how long it is, in bytes.
#[derive(Clone, Copy)]
pub(super) struct LinePlace {
    pub(super) at: u64,
    pub(super) length: usize,
}

pub(super) struct Spool {
    lines: BufWriter<File>,
    length: u64,
    /// The corpus that an earlier import made.
    earlier: Option<File>,
    sessions: Vec<Session>,
    by_id: Map<Text, usize>,
    waiting: Vec<WaitingLine>,
}

/// A resolution that waits.
struct WaitingLine {
    /// See `import::collection::listing_order`.
    order: String,
    session: usize,
    place: LinePlace,
    is_earlier: bool,
    /// What the caller calls it.
    name: usize,
}

impl Spool {
    /// A spool in a folder.
    pub(super) fn new(folder: &Path, earlier: Option<File>) -> Result<Self, WriteError> {
        Ok(Self {
            lines: BufWriter::new(keep::nameless(folder)?),
            length: 0,
            earlier,
            sessions: Vec::new(),
            by_id: Map::default(),
            waiting: Vec::new(),
        })
    }

    /// Adds the line of a resolution, which the caller calls `name`.
    pub(super) fn add(
        &mut self,
        session: Session,
        order: String,
        line: &str,
        name: usize,
    ) -> io::Result<()> {
        let place = LinePlace {
            at: self.length,
            length: line.len(),
        };
        self.length += line.len() as u64;
        self.lines.write_all(line.as_bytes())?;
        self.wait(session, order, place, false, name);
        Ok(())
    }

    /// Adds a resolution of the earlier corpus, by its place there.
    pub(super) fn add_earlier(
        &mut self,
        session: Session,
        order: String,
        place: LinePlace,
        name: usize,
    ) {
        self.wait(session, order, place, true, name);
    }

    fn wait(
        &mut self,
        session: Session,
        order: String,
        place: LinePlace,
        is_earlier: bool,
        name: usize,
    ) {
        let next = self.sessions.len();
        let at = *self.by_id.or_insert(session.id.clone(), next);
        if at == next {
            self.sessions.push(session);
        }
        self.waiting.push(WaitingLine {
            order,
            session: at,
            place,
            is_earlier,
            name,
        });
    }

    /// Puts all in order.
    pub(super) fn close(&mut self) -> io::Result<()> {
        sort_by(&mut self.waiting, |one, other| one.order.cmp(&other.order));
        self.lines.flush()
    }

    /// Writes the corpus file; `placed` is told where each resolution stands in it.
    pub(super) fn write(
        &self,
        to: &mut dyn Write,
        placed: &mut dyn FnMut(usize, LinePlace),
    ) -> io::Result<()> {
        let mut writer = CorpusWriter::new(to);
        let (mut session, mut line) = (None, Vec::new());
        for waiting in &self.waiting {
            if session != Some(waiting.session) {
                session = Some(waiting.session);
                writer.session(&self.sessions[waiting.session])?;
            }
            self.read(waiting, &mut line)?;
            let text = simdutf8::basic::from_utf8(&line);
            let at = writer.resolution(text.map_err(|_| io::ErrorKind::InvalidData)?)?;
            let length = line.len();
            placed(waiting.name, LinePlace { at, length });
        }
        writer.finish()
    }

    /// Reads a line in place of what `line` holds.
    fn read(&self, waiting: &WaitingLine, line: &mut Vec<u8>) -> io::Result<()> {
        let file = match &self.earlier {
            Some(earlier) if waiting.is_earlier => earlier,
            _ => self.lines.get_ref(),
        };
        line.resize(waiting.place.length, 0);
        file.read_exact_at(line, waiting.place.at)
    }
}
