//! Markdown that `export` wrote → its resolutions, as they were.
//!
//! Each begins with front matter whose `format` says so; what is no resolution is left out and told. The text is taken at
//! its signs, not read by its layout: numbers in bold, points in lists, headings, tables, notes, and remarks where Markdown
//! has no sign. So a person may change words, add paragraphs and take some out.

use std::ops::Range;

use super::account;
use super::body::MarkdownBody;
use super::remark::MARKDOWN_FORMAT;
use crate::import::merge::Merged;
use crate::import::report::{LeftOut, Report};
use crate::import::{Import, ImportError, Options, SourceDocument};
use crate::text::encoding;
use crate::text::format;
use crate::text::line_starts::LineStarts;
use crate::text::model::{Lines, Resolution, Session, Source};

/// One resolution in the text.
struct MarkdownPart<'a> {
    /// Its lines, from 1.
    lines: Lines,
    /// What stands between the lines `---`.
    front: Vec<&'a str>,
    /// The bytes of the text that stand below them.
    body: Range<usize>,
}

/// A text whose lines are counted.
struct NumberedText<'a> {
    text: &'a str,
    line_starts: LineStarts,
}

/// Whether a text is Markdown that `export` wrote.
pub(in crate::import) fn is_exported(text: &str) -> bool {
    text.contains(MARKDOWN_FORMAT) && !fronts(text).is_empty()
}

/// Reads the resolutions of a text that [`is_exported`].
pub(in crate::import) fn read(
    document: &SourceDocument,
    options: &Options<'_>,
) -> Result<Import, ImportError> {
    let mut report = account::begin(document, options, "what was exported")?;
    let text = NumberedText::of(&document.text);
    let (before, parts) = text.parts();
    text.leave_out(before, "before the first resolution", &mut report);
    let digest = format::digest(document.text.as_bytes());
    let mut sessions = Merged::default();
    for part in parts {
        let refused = |what| ImportError::FrontMatter {
            file: options.file_name.to_owned(),
            line: part.lines[0],
            what,
        };
        let (session, resolution) = part.resolution(&text, &mut report).map_err(refused)?;
        let under = sessions.under(&session);
        under.resolutions.push(Resolution {
            source: Some(Source {
                file: options.file_name.into(),
                lines: Some(part.lines),
                sha256: Some(digest.as_str().into()),
            }),
            ..resolution
        });
    }
    account::count(&sessions.sessions, &mut report);
    Ok(Import {
        sessions: sessions.sessions,
        report,
    })
}

impl MarkdownPart<'_> {
    fn resolution(
        &self,
        text: &NumberedText<'_>,
        report: &mut Report,
    ) -> Result<(Session, Resolution), String> {
        let fields = self.front.iter().filter_map(|line| line.split_once(':'));
        let fields = fields.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
        let fields: Vec<_> = fields.filter(|(name, _)| name != "format").collect();
        let (session, resolution) = format::of_fields(&fields)?;
        let mut body = MarkdownBody::new(
            text.get(&self.body),
            self.body.start,
            &text.line_starts,
            resolution,
        );
        body.read();
        let (resolution, excerpt) = body.finish();
        if let Some(at) = excerpt {
            let rest = self.body.start + at..self.body.end;
            text.leave_out(rest, "of an excerpt", report);
        }
        Ok((session, resolution))
    }
}

impl<'a> NumberedText<'a> {
    fn of(text: &'a str) -> Self {
        Self {
            text,
            line_starts: LineStarts::of(text),
        }
    }

    fn get(&self, bytes: &Range<usize>) -> &'a str {
        self.text.get(bytes.clone()).unwrap_or_default()
    }

    /// The first and the last line of some bytes, but for blank ones at their end.
    fn lines(&self, bytes: &Range<usize>) -> Lines {
        let end = bytes.start + self.get(bytes).trim_end().len();
        [bytes.start, end].map(|at| self.line_starts.line_of(at))
    }

    /// What stands before the first resolution, and the resolutions.
    fn parts(&self) -> (Range<usize>, impl Iterator<Item = MarkdownPart<'a>>) {
        let fronts = fronts(self.text);
        let end = self.text.len();
        let begins: Vec<_> = fronts.iter().map(|front| front.start).collect();
        let first = begins.first().copied().unwrap_or(end);
        let ends = begins.into_iter().skip(1).chain([end]);
        let parts = fronts.into_iter().zip(ends).map(|(front, end)| {
            let lines = self.get(&front).lines().skip(1);
            MarkdownPart {
                lines: self.lines(&(front.start..end)),
                front: lines.take_while(|line| line.trim_end() != "---").collect(),
                body: front.end..end,
            }
        });
        (0..first, parts)
    }

    /// Tells what stands in some bytes and goes into no resolution.
    fn leave_out(&self, bytes: Range<usize>, place: &str, report: &mut Report) {
        let words = self.get(&bytes).split_whitespace().count();
        if words > 0 {
            let [first, last] = self.lines(&bytes);
            report.words.left_out += words;
            report.left_out.push(LeftOut {
                first,
                last,
                words,
                place: place.to_owned(),
            });
        }
    }
}

/// Where front matter stands whose `format` is ours, with its lines `---`.
fn fronts(text: &str) -> Vec<Range<usize>> {
    let mut fronts = Vec::new();
    let mut at = 0;
    let mut open: Option<(usize, bool)> = None;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let line = line.trim_start_matches(encoding::MARK).trim_end();
        open = match (line, open) {
            ("---", Some((begin, true))) => {
                fronts.push(begin..at);
                None
            }
            ("---", _) => Some((start, false)),
            (line, Some((begin, is_ours))) => line.split_once(':').map(|(name, value)| {
                let says =
                    name == "format" && value.trim().trim_matches(['"', '\'']) == MARKDOWN_FORMAT;
                (begin, is_ours || says)
            }),
            (_, None) => None,
        };
    }
    fronts
}
