//! Markdown, as `CommonMark` with the tables and notes of GitHub reads it.
//!
//! Each resolution begins with what is known of it between two lines `---`. Numbers stand in bold and are text: a
//! list of Markdown counts by itself, and would show 8 for a 9 that follows a 7.

use std::collections::HashMap;
use std::fmt::Write;

use super::blocks::{ExportBlock, blocks, grid};
use super::inline::{LinePiece, pieces};
use super::{Excerpt, visible_lines};
use crate::text::corpus::{Corpus, ReadError};
use crate::text::model::{Cell, Note, Passage, Resolution, SpanKind, Table};
use crate::text::visible::visible;

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

/// What is written, and the notes that are still to come.
#[derive(Default)]
struct MarkdownWriter {
    out: String,
    /// How many notes have a mark.
    marks: HashMap<String, u32>,
    /// The notes of the resolution that is written, with their labels.
    notes: Vec<(String, String)>,
    /// Whether the last block was a point, behind which the next stands without a blank line.
    after_point: bool,
}

impl MarkdownWriter {
    fn head(&mut self, excerpt: &Excerpt, corpus: &Corpus, resolution: &Resolution) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        let title = resolution.title_or_topic().unwrap_or_default();
        if !excerpt.is_whole {
            let symbol = escaped(&resolution.symbol);
            let _ = writeln!(self.out, "**{symbol}** {}", escaped(&title));
            return;
        }
        let session = corpus.session(corpus.session_of(excerpt.resolution));
        let facts = [
            ("symbol", Some(&resolution.symbol)),
            ("title", resolution.title.as_ref()),
            ("organ", Some(&session.organ)),
            ("session", Some(&session.name)),
            ("date", resolution.adopted.as_ref()),
            ("language", Some(&resolution.language)),
        ];
        self.out.push_str("---\n");
        for (name, fact) in facts {
            if let Some(fact) = fact {
                let _ = writeln!(self.out, "{name}: {}", quoted(fact));
            }
        }
        self.out.push_str("---\n");
        let name = escaped(&resolution.symbol);
        let between = if title.is_empty() { "" } else { ": " };
        let marks: Vec<String> = resolution
            .title_notes
            .iter()
            .map(|note| self.mark(note))
            .collect();
        let _ = writeln!(
            self.out,
            "\n# {name}{between}{}{}",
            escaped(&title),
            marks.concat()
        );
    }

    fn block(&mut self, block: &ExportBlock<'_>) {
        let is_point = matches!(block, ExportBlock::Text { is_point: true, .. });
        if !(is_point && self.after_point) {
            self.out.push('\n');
        }
        self.after_point = is_point;
        match block {
            ExportBlock::Part(title) => {
                let _ = writeln!(self.out, "## {}", escaped(title));
            }
            ExportBlock::Heading(level, passage) => {
                let level = "#".repeat(usize::from(*level).clamp(1, 4) + 2);
                let text = self.line(passage).replace('\n', " ");
                let _ = writeln!(self.out, "{level} {text}");
            }
            ExportBlock::Text {
                passage,
                number,
                level,
                is_point,
                ..
            } => {
                let indent = "  ".repeat(level.saturating_sub(usize::from(*is_point)));
                let begin = match (is_point, number) {
                    (true, None) => "- ".to_owned(),
                    (true, Some(number)) => format!("- {} ", escaped_number(number)),
                    (false, Some(number)) => format!("**{}** ", escaped_number(number)),
                    (false, None) => String::new(),
                };
                let below = format!("\\\n{indent}{}", if *is_point { "  " } else { "" });
                let text = self.line(passage).replace('\n', &below);
                let _ = writeln!(self.out, "{indent}{begin}{text}");
            }
            ExportBlock::Table(level, table) => self.table(*level, table),
            ExportBlock::Rule => self.out.push_str("* * *\n"),
        }
    }

    /// A table; what stands over several columns or rows stands in the first.
    fn table(&mut self, level: usize, table: &Table) {
        let indent = "  ".repeat(level);
        let mut rows = grid(table);
        if table.head == 0 {
            let width = rows.first().map_or(0, Vec::len);
            rows.insert(0, vec![None; width]);
        }
        for (position, row) in rows.iter().enumerate() {
            self.out.push_str(&indent);
            for cell in row {
                let text = cell.map(|cell| self.cell(cell)).unwrap_or_default();
                let _ = write!(self.out, "| {text} ");
            }
            self.out.push_str("|\n");
            if position == 0 {
                let _ = writeln!(self.out, "{indent}|{}", " --- |".repeat(row.len()));
            }
        }
    }

    fn cell(&mut self, cell: &Cell) -> String {
        let marks: Vec<String> = cell.notes.iter().map(|note| self.mark(note)).collect();
        escaped(&cell.text).replace('\n', "<br>") + &marks.concat()
    }

    /// The text of a passage with its emphasis and marks.
    fn line(&mut self, passage: &Passage) -> String {
        let mut line = String::new();
        for piece in pieces(passage) {
            match piece {
                LinePiece::Text(text) => line.push_str(&escaped(text)),
                LinePiece::Begin(span) => line.push_str(sign(&span.kind).0),
                LinePiece::End(span) => match &span.kind {
                    SpanKind::Link(address) => {
                        let _ = write!(line, "](<{}>)", visible(address).replace('>', "%3E"));
                    }
                    kind => line.push_str(sign(kind).1),
                },
                LinePiece::Mark(note) => line.push_str(&self.mark(note)),
            }
        }
        line
    }

    /// The mark of a note, whose text is written behind the resolution.
    fn mark(&mut self, note: &Note) -> String {
        let is_plain = |c: &char| c.is_alphanumeric() || *c == '*';
        let mark: String = note.mark.chars().filter(is_plain).collect();
        let mark = if mark.is_empty() {
            "note".to_owned()
        } else {
            mark
        };
        let count = self.marks.entry(mark.clone()).or_default();
        *count += 1;
        let label = if *count == 1 {
            mark
        } else {
            format!("{mark}-{count}")
        };
        let reference = format!("[^{label}]");
        self.notes.push((label, escaped(&note.text)));
        reference
    }

    fn end_resolution(&mut self) {
        for (label, text) in std::mem::take(&mut self.notes) {
            let _ = writeln!(self.out, "\n[^{label}]: {}", text.replace('\n', "\\\n    "));
        }
        self.after_point = false;
    }
}

/// What stands before and behind a span.
fn sign(kind: &SpanKind) -> (&'static str, &'static str) {
    match kind {
        SpanKind::Italic => ("*", "*"),
        SpanKind::Bold => ("**", "**"),
        SpanKind::Underline => ("<u>", "</u>"),
        SpanKind::Struck => ("~~", "~~"),
        SpanKind::Superscript => ("<sup>", "</sup>"),
        SpanKind::Subscript => ("<sub>", "</sub>"),
        SpanKind::Link(_) => ("[", "]"),
    }
}

/// A text in which nothing is a sign of Markdown.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    // Whether all of the line was figures as yet: with a stop they begin a list.
    let (mut begins, mut counts) = (true, true);
    for c in visible_lines(text).chars() {
        let is_list = counts && !begins && matches!(c, '.' | ')');
        if is_sign(c) || begins && "#+-=:".contains(c) || is_list {
            escaped.push('\\');
        }
        escaped.push(c);
        counts = c == '\n' || counts && c.is_ascii_digit();
        begins = c == '\n';
    }
    escaped
}

/// A number in which nothing is a sign of Markdown; it begins no line.
fn escaped_number(number: &str) -> String {
    let mut escaped = String::new();
    for c in visible(number).chars() {
        if is_sign(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Whether a character is a sign of Markdown wherever it stands.
fn is_sign(c: char) -> bool {
    "\\`*_[]<>&|~$".contains(c)
}

/// A text in double quotes, as the lines before a document have it.
fn quoted(text: &str) -> String {
    let text = visible(text).replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{text}\"")
}
