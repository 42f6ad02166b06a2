//! `resolut show --as-printed`: the lines of the source, with their numbers.
//!
//! The lines are those of the paragraph from its first to its last, blank ones and what stands between
//! included; a whole resolution is all the lines it fills, once; the opening is what stands before the
//! first paragraph, its headings and title with it. In JSON they are a further field of each
//! object, `printed`, with `lines` as their range; as columns, `symbol kind number line text`.

use std::io::{self, Write};

use anyhow::{Context, Result, bail};
use serde::Serialize;

use crate::cli::args::choices::TextFormat;
use crate::cli::outcome::Outcome;
use crate::cli::output::Output;
use crate::cli::output::record::{Record, RecordKind, Unit};
use crate::cli::output::sheet::{Head, Highlighted};
use crate::cli::report::{self, Advised};
use crate::text::corpus::Corpus;
use crate::text::model::{Lines, Part, Resolution, Source};
use crate::text::visible::visible;

#[derive(Serialize)]
struct Printed<'a> {
    #[serde(flatten)]
    record: Record<'a>,
    printed: Vec<String>,
}

/// Prints the lines of what is asked for.
pub(super) fn run(
    units: &[Unit],
    format: TextFormat,
    corpus: &Corpus,
    out: &mut Output<impl Write>,
) -> Result<Outcome> {
    let (mut printed, mut refused) = (Vec::new(), Vec::new());
    for &unit in units {
        match Printed::of(corpus, unit) {
            Ok(lines) => printed.push(lines),
            Err(error) => refused.push(error),
        }
    }
    if printed.is_empty() {
        return Ok(report::errors(&refused));
    }
    match (format, out.manner.width) {
        (TextFormat::Json, _) => out.array(printed)?,
        (TextFormat::Tsv, _) => {
            for unit in &printed {
                let [symbol, kind, number, _] = unit.record.columns();
                for (line, text) in unit.numbered() {
                    out.columns(&[symbol, kind, number, &line, text])?;
                }
            }
        }
        (TextFormat::Text, None) => {
            for (line, text) in printed.iter().flat_map(Printed::numbered) {
                out.columns(&[&line, text])?;
            }
        }
        (TextFormat::Text, Some(_)) => set(&printed, out)?,
        _ => bail!("`--as-printed` prints text, json or tsv"),
    }
    out.finish()?;
    Ok(report::errors(&refused))
}

/// Sets the lines under the citations that they were asked for by.
fn set(printed: &[Printed<'_>], out: &mut Output<impl Write>) -> io::Result<()> {
    for (position, unit) in printed.iter().enumerate() {
        if position > 0 {
            out.line("")?;
        }
        out.line(&out.manner.bold(&visible(&unit.record.citation)))?;
        out.line("")?;
        for (line, text) in unit.numbered() {
            let head = Head::in_margin(&line);
            out.hung(&head, Highlighted::plain(text), out.manner.screen)?;
        }
    }
    Ok(())
}

impl<'a> Printed<'a> {
    fn of(corpus: &'a Corpus, unit: Unit) -> Result<Self> {
        let mut record = Record::of(corpus, unit)?;
        let resolution = corpus.read(unit.resolution())?;
        let filled = resolution.source.as_ref().and_then(|source| source.lines);
        match record.kind {
            RecordKind::Title => record.lines = filled,
            RecordKind::Opening => record.lines = record.lines.or_else(|| head(&resolution)),
            _ => {}
        }
        let Some(lines) = record.lines else {
            return Err(unknown(&record.citation, resolution.source.as_ref()).into());
        };
        let source = corpus
            .source_of(unit.resolution())
            .context("the lines can't be shown")?;
        let printed = cut(&source, lines);
        if printed.is_empty() {
            bail!(
                "{} should fill lines {} to {} of its source, which has only {}",
                record.citation,
                lines[0],
                lines[1],
                source.lines().count()
            );
        }
        Ok(Self { record, printed })
    }

    /// The lines with their numbers.
    fn numbered(&self) -> impl Iterator<Item = (String, &str)> {
        let first = self.record.lines.map_or(1, |[first, _]| first);
        let lines = self.printed.iter().map(String::as_str);
        (first..).map(|line| line.to_string()).zip(lines)
    }
}

/// The lines before the first paragraph.
fn head(resolution: &Resolution) -> Option<Lines> {
    let [first, last] = resolution.source.as_ref()?.lines?;
    let paragraphs = resolution.passages.iter();
    let mut paragraphs = paragraphs.filter(|passage| passage.part != Part::Opening);
    let end = match paragraphs.next() {
        Some(paragraph) => paragraph.lines?[0].saturating_sub(1),
        None => last,
    };
    Some([first, end.max(first)])
}

fn unknown(citation: &str, source: Option<&Source>) -> Advised {
    if let Some(source) = source.filter(|source| source.lines.is_none()) {
        let file = &source.file;
        return Advised {
            message: format!("{citation} was read from `{file}`, of which the corpus has no lines"),
            hint: Some("without `--as-printed` the paragraph itself is shown".to_owned()),
            outcome: Outcome::Faulty,
        };
    }
    Advised {
        message: format!("the corpus does not say which source lines {citation} fills"),
        hint: Some(
            "`resolut import` writes a corpus with its lines from the text of the PDF; without \
             `--as-printed` the paragraph itself is shown"
                .to_owned(),
        ),
        outcome: Outcome::Faulty,
    }
}

/// The lines of a source from the first to the last of a range, counted from 1.
fn cut(source: &str, [first, last]: Lines) -> Vec<String> {
    let before = (first as usize).saturating_sub(1);
    let many = (last as usize).saturating_sub(before);
    let lines = source.lines().skip(before).take(many);
    lines.map(str::to_owned).collect()
}
