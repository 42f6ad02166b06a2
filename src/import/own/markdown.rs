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
use crate::import::{HandRepairs, Import, ImportError, Options, SourceDocument};
use crate::text::format;
use crate::text::model::{Lines, Resolution, Session, Source};

/// One resolution in the text.
struct MarkdownPart<'a> {
    /// Its lines, from 1.
    lines: Lines,
    /// What stands between the lines `---`.
    front: Vec<&'a str>,
    /// What stands below them, and in which line that begins.
    body: &'a str,
    first: u32,
}

/// Whether a text is Markdown that `export` wrote.
pub(in crate::import) fn is_exported(text: &str) -> bool {
    text.contains(MARKDOWN_FORMAT) && parts(text).1.next().is_some()
}

/// Reads the resolutions of a text that [`is_exported`].
pub(in crate::import) fn read(
    document: &SourceDocument,
    options: &Options<'_>,
) -> Result<Import, ImportError> {
    let file = || options.file_name.to_owned();
    if let Some(word) = options.front.given() {
        return Err(ImportError::SaysItself { file: file(), word });
    }
    let mut report = Report {
        file: file(),
        ..document.report.clone()
    };
    if *options.repairs != HandRepairs::NOTHING {
        let message = "repairs mend a text; what was exported is taken as it is".to_owned();
        report.doubt(1, message);
    }
    let (before, parts) = parts(&document.text);
    leave_out(
        before,
        &document.text,
        1,
        "before the first resolution",
        &mut report,
    );
    let digest = format::digest(document.text.as_bytes());
    let mut sessions = Merged::default();
    for part in parts {
        let refused = |what| ImportError::FrontMatter {
            file: file(),
            line: part.lines[0],
            what,
        };
        let (session, resolution) = part.resolution(&mut report).map_err(refused)?;
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
    fn resolution(&self, report: &mut Report) -> Result<(Session, Resolution), String> {
        let fields = self.front.iter().filter_map(|line| line.split_once(':'));
        let fields = fields.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
        let fields: Vec<_> = fields.filter(|(name, _)| name != "format").collect();
        let (session, resolution) = format::of_fields(&fields)?;
        let mut body = MarkdownBody::new(self.body, self.first, resolution);
        body.read();
        let (resolution, excerpt) = body.finish();
        if let Some(at) = excerpt {
            let line = self.first + line_of(self.body, at);
            let rest = at..self.body.len();
            leave_out(rest, self.body, line, "of an excerpt", report);
        }
        Ok((session, resolution))
    }
}

/// Tells what stands in some bytes of a text and goes into no resolution.
fn leave_out(bytes: Range<usize>, text: &str, first: u32, place: &str, report: &mut Report) {
    let text = text.get(bytes).unwrap_or_default();
    let words = text.split_whitespace().count();
    if words > 0 {
        report.words.left_out += words;
        report.left_out.push(LeftOut {
            first,
            last: first + line_of(text.trim_end(), usize::MAX),
            words,
            place: place.to_owned(),
        });
    }
}

/// How many lines end before a byte.
pub(super) fn line_of(text: &str, at: usize) -> u32 {
    let before = text.get(..at).unwrap_or(text);
    u32::try_from(before.matches('\n').count()).unwrap_or(u32::MAX)
}

/// What stands before the first resolution, and the resolutions.
fn parts(text: &str) -> (Range<usize>, impl Iterator<Item = MarkdownPart<'_>>) {
    let fronts = fronts(text);
    let first = fronts.first().map_or(text.len(), |front| front.start);
    let ends: Vec<_> = fronts.iter().skip(1).map(|front| front.start).collect();
    let ends = ends.into_iter().chain([text.len()]);
    let parts = fronts.into_iter().zip(ends).map(|(front, end)| {
        let body = text.get(front.end..end).unwrap_or_default();
        let lines = text.get(front.clone()).unwrap_or_default().lines();
        let filled = text.get(..end).unwrap_or(text).trim_end();
        MarkdownPart {
            lines: [
                1 + line_of(text, front.start),
                1 + line_of(filled, usize::MAX),
            ],
            front: lines
                .skip(1)
                .take_while(|line| line.trim_end() != "---")
                .collect(),
            body,
            first: 1 + line_of(text, front.end),
        }
    });
    (0..first, parts)
}

/// Where front matter stands whose `format` is ours, with its lines `---`.
fn fronts(text: &str) -> Vec<Range<usize>> {
    let mut fronts = Vec::new();
    let mut at = 0;
    let mut open: Option<(usize, bool)> = None;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let line = line
            .trim_start_matches(crate::text::encoding::MARK)
            .trim_end();
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
