//! Markdown, as `CommonMark` with the tables and notes of GitHub reads it.
//!
//! Each resolution begins with what is known of it between two lines `---`. Numbers stand in bold and are text: a
//! list of Markdown counts by itself, and would show 8 for a 9 that follows a 7. What Markdown has no sign for stands in
//! comments ([`Remark`]), so that an import reads the resolution as it was.

use std::fmt::Write;

use super::Excerpt;
use super::blocks::{ExportBlock, blocks, grid};
use super::inline::{LinePiece, pieces};
use crate::import::{MARKDOWN_FORMAT, Remark};
use crate::text::corpus::{Corpus, ReadError};
use crate::text::format;
use crate::text::map::Map;
use crate::text::model::{Cell, Note, Part, Passage, PassageKind, Resolution, SpanKind, Table};
use crate::text::visible::{visible, visible_json};
use signs::{bold, escaped, escaped_address, lines_of, plain, shape_of, signs};

mod signs;

/// What ends a line where a block has but one.
const BREAK: &str = "<br>";

/// Excerpts as one text.
///
/// ```
/// use resolut::bundle;
/// use resolut::export::{Excerpt, markdown};
///
/// let corpus = bundle::corpus();
/// let cited = corpus.read_citation("3/34-P:3", None)?.beginning();
/// let excerpt = Excerpt {
///     resolution: cited.resolution,
///     passages: vec![cited.index()..cited.index() + 1],
///     is_whole: false,
/// };
/// let text = markdown(&[excerpt], &corpus)?;
/// assert!(text.starts_with("**3/34-P**"));
/// assert!(text.contains("\n\n**3.** "));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A resolution can't be read.
pub fn markdown(excerpts: &[Excerpt], corpus: &Corpus) -> Result<String, ReadError> {
    let mut writer = MarkdownWriter::default();
    for excerpt in excerpts {
        let resolution = corpus.read(excerpt.resolution)?;
        writer.head(excerpt, corpus, &resolution);
        for block in blocks(excerpt, &resolution) {
            writer.block(&block);
        }
        writer.end_resolution();
    }
    Ok(writer.out)
}

/// Excerpts of one resolution as block quotes, one for each, and their source below.
pub(super) fn quoted_blocks(excerpts: &[Excerpt], source: &str, resolution: &Resolution) -> String {
    let mut out = String::new();
    for excerpt in excerpts {
        let mut writer = MarkdownWriter::default();
        for block in blocks(excerpt, resolution) {
            writer.block(&block);
        }
        writer.end_resolution();
        for line in writer.out.trim().lines() {
            let line = format!("> {line}");
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out.push('\n');
    }
    out + &plain(source, BREAK)
}

/// A quotation in Markdown below the citation of what is quoted and what a reader wrote to it.
///
/// ```
/// use resolut::export::noted;
///
/// let quoted = noted("2/34-P:7", Some("who *pays*?"), "> **7.** Requests");
/// assert_eq!(quoted, "**2/34-P:7** who \\*pays\\*?\n\n> **7.** Requests\n");
/// ```
pub fn noted(citation: &str, note: Option<&str>, quoted: &str) -> String {
    let note = note.map_or_else(String::new, |note| {
        format!(" {}", plain(&visible(note), BREAK))
    });
    format!(
        "**{}**{note}\n\n{quoted}\n",
        plain(&visible(citation), BREAK)
    )
}

/// What is written, and the notes that are still to come.
#[derive(Default)]
struct MarkdownWriter {
    out: String,
    /// How many notes have a mark.
    marks: Map<String, u32>,
    /// The notes of the resolution that is written: their labels, their texts, and what has to be said of them.
    notes: Vec<(String, String, Option<Remark>)>,
    /// The level at which the list began that is open.
    list: Option<usize>,
    /// Whether a whole resolution is written.
    is_whole: bool,
}

impl MarkdownWriter {
    fn head(&mut self, excerpt: &Excerpt, corpus: &Corpus, resolution: &Resolution) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.is_whole = excerpt.is_whole;
        let title = resolution.title_or_topic().unwrap_or_default();
        let symbol = plain(&resolution.symbol, BREAK);
        if !excerpt.is_whole {
            if !self.out.is_empty() {
                let _ = writeln!(self.out, "{}\n", Remark::Excerpt);
            }
            let _ = writeln!(self.out, "**{symbol}** {}", plain(&title, BREAK));
            return;
        }
        let session = corpus.session(corpus.session_of(excerpt.resolution));
        self.out.push_str("---\n");
        for (name, value) in format::fields(session, resolution) {
            let _ = writeln!(self.out, "{name}: {}", visible_json(&value));
        }
        let _ = writeln!(self.out, "format: \"{MARKDOWN_FORMAT}\"\n---");
        let between = if title.is_empty() { "" } else { ": " };
        let titled = Passage {
            notes: resolution.title_notes.clone(),
            ..Passage::new(Part::Opening, &*title)
        };
        let title = self.line(&titled, BREAK);
        let _ = writeln!(self.out, "\n# {symbol}{between}{title}");
    }

    fn block(&mut self, block: &ExportBlock<'_>) {
        let is_listed = |passage: &Passage| !passage.text.is_empty() || passage.number.is_some();
        let is_point = matches!(block, ExportBlock::Text { is_point: true, passage, .. } if is_listed(passage));
        if !is_point {
            self.list = None;
        }
        match block {
            ExportBlock::Part(part, title) => {
                self.remark(&Remark::Part(*part));
                if let Some(title) = title {
                    let _ = writeln!(self.out, "\n## {}", plain(title, BREAK));
                }
            }
            ExportBlock::Heading(level, passage) => {
                self.depth(passage.depth);
                if !(1..=4).contains(level) {
                    self.remark(&Remark::Level(*level));
                }
                let signs = "#".repeat(usize::from(*level).clamp(1, 4) + 2);
                let text = self.line(passage, BREAK);
                let _ = writeln!(self.out, "\n{signs} {text}");
            }
            ExportBlock::Text { passage, level, .. } if is_point => self.point(passage, *level),
            ExportBlock::Text { passage, .. } => {
                let is_flush = passage.kind == PassageKind::Flush;
                if is_flush {
                    self.remark(&Remark::Flush);
                }
                if passage.depth != u8::from(is_flush) {
                    self.remark(&Remark::Depth(passage.depth));
                }
                let text = bold(passage.number.as_deref()) + &self.line(passage, "\\\n");
                if text.is_empty() {
                    self.remark(&Remark::Empty);
                } else {
                    let _ = writeln!(self.out, "\n{text}");
                }
            }
            ExportBlock::Table(passage, table) => {
                self.depth(passage.depth);
                self.table(table);
            }
            ExportBlock::Rule(passage) => {
                self.depth(passage.depth);
                if !passage.text.contains('>') {
                    self.remark(&Remark::Rule(visible(&passage.text).into_owned()));
                }
                self.out.push_str("\n* * *\n");
            }
        }
    }

    /// A point, in the list that is open. A list begins at its level where it does not begin at the first.
    fn point(&mut self, passage: &Passage, level: usize) {
        let first = match self.list {
            Some(first) if first <= level => first,
            _ => {
                if level > 1 || self.list.is_some() {
                    self.remark(&Remark::Depth(u8::try_from(level).unwrap_or(u8::MAX)));
                }
                self.out.push('\n');
                level
            }
        };
        self.list = Some(first);
        let indent = "  ".repeat(level - first);
        let number = bold(passage.number.as_deref());
        let text = self.line(passage, &format!("\\\n{indent}  "));
        let _ = writeln!(self.out, "{indent}- {number}{text}");
    }

    /// Says how deep a block stands that is no point.
    fn depth(&mut self, depth: u8) {
        if depth > 0 {
            self.remark(&Remark::Depth(depth));
        }
    }

    /// A comment before what is written next; of excerpts nothing is said that is not seen.
    fn remark(&mut self, remark: &Remark) {
        if self.is_whole {
            let _ = writeln!(self.out, "\n{remark}");
        }
    }

    /// A table; what stands over several columns or rows stands in the first.
    fn table(&mut self, table: &Table) {
        let mut rows = grid(table);
        if let Some(remark) = shape_of(table, &rows) {
            self.remark(&remark);
        }
        if table.head == 0 {
            let width = rows.first().map_or(0, Vec::len);
            rows.insert(0, vec![None; width]);
        }
        self.out.push('\n');
        for (position, row) in rows.iter().enumerate() {
            for cell in row {
                let text = cell.map(|cell| self.cell(cell)).unwrap_or_default();
                let _ = write!(self.out, "| {text} ");
            }
            self.out.push_str("|\n");
            if position == 0 {
                let _ = writeln!(self.out, "|{}", " --- |".repeat(row.len()));
            }
        }
    }

    fn cell(&mut self, cell: &Cell) -> String {
        let passage = Passage {
            notes: cell.notes.clone(),
            ..Passage::new(Part::Operative, cell.text.clone())
        };
        self.line(&passage, BREAK)
    }

    /// The text of a passage with its emphasis and marks, its lines parted by some sign.
    fn line(&mut self, passage: &Passage, between: &str) -> String {
        let mut line = String::new();
        for piece in pieces(passage) {
            match piece {
                LinePiece::Text(text) => line.push_str(&escaped(text)),
                LinePiece::Begin(span) => line.push_str(signs(span, passage).0),
                LinePiece::End(span) => match &span.kind {
                    SpanKind::Link(address) => {
                        let _ = write!(line, "](<{}>)", escaped_address(address));
                    }
                    _ => line.push_str(signs(span, passage).1),
                },
                LinePiece::Mark(note) => line.push_str(&self.mark(note)),
            }
        }
        lines_of(&line, between)
    }

    /// The mark of a note, whose text is written behind the resolution.
    fn mark(&mut self, note: &Note) -> String {
        let is_plain = |c: &char| c.is_alphanumeric() || *c == '*';
        let mark: String = note.mark.chars().filter(is_plain).collect();
        let is_said = mark != *note.mark || mark.is_empty();
        let mark = if mark.is_empty() {
            "note".to_owned()
        } else {
            mark
        };
        // Labels are the same in capitals and in small letters.
        let count = self.marks.or_default(mark.to_lowercase());
        *count += 1;
        let label = if *count == 1 {
            mark
        } else {
            format!("{mark}-{count}")
        };
        let reference = format!("[^{label}]");
        let text = plain(&note.text, "\\\n    ");
        let said = is_said.then(|| Remark::Mark(visible(&note.mark).replace('>', "")));
        self.notes.push((label, text, said));
        reference
    }

    fn end_resolution(&mut self) {
        for (label, text, said) in std::mem::take(&mut self.notes) {
            if let Some(said) = said {
                self.remark(&said);
            }
            let _ = writeln!(self.out, "\n[^{label}]: {text}");
        }
        self.list = None;
    }
}
