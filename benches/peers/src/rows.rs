//! The paragraphs, one a line: symbol, kind, number, text. What every engine is given.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

#[derive(Deserialize)]
struct Corpus {
    sessions: Vec<Session>,
}

#[derive(Deserialize)]
struct Session {
    resolutions: Vec<Resolution>,
}

#[derive(Deserialize)]
struct Resolution {
    symbol: String,
    preamble: Vec<Paragraph>,
    operative: Vec<Paragraph>,
    #[serde(default)]
    annexes: Vec<Annex>,
}

#[derive(Deserialize)]
struct Annex {
    paragraphs: Vec<Paragraph>,
}

#[derive(Deserialize)]
struct Paragraph {
    number: Option<String>,
    text: String,
    #[serde(default)]
    points: Vec<Self>,
}

impl Paragraph {
    /// Its text and that of its points, on one line.
    fn unit_text(&self) -> String {
        let mut text = self.text.replace(['\n', '\t'], " ");
        for point in &self.points {
            for part in [point.number.as_deref().unwrap_or(""), &point.unit_text()] {
                if !part.is_empty() {
                    text.push(' ');
                    text.push_str(part);
                }
            }
        }
        text
    }
}

/// Writes the paragraphs of a corpus file as lines.
pub fn write(corpus: &Path, lines: &mut impl Write) -> Result<()> {
    let json = fs::read_to_string(corpus)
        .with_context(|| format!("reading the corpus `{}`", corpus.display()))?;
    let corpus: Corpus = serde_json::from_str(&json)
        .with_context(|| format!("`{}` is no `resolut-corpus/1`", corpus.display()))?;
    let sessions = corpus.sessions.into_iter();
    for resolution in sessions.flat_map(|session| session.resolutions) {
        let mut put = |kind: &str, ordinal: Option<usize>, paragraph: &Paragraph| {
            let ordinal = ordinal.map(|ordinal| ordinal.to_string());
            let number = paragraph.number.clone().or(ordinal).unwrap_or_default();
            let (symbol, text) = (&resolution.symbol, paragraph.unit_text());
            writeln!(lines, "{symbol}\t{kind}\t{number}\t{text}")
        };
        for (ordinal, paragraph) in (1..).zip(&resolution.preamble) {
            put("pp", Some(ordinal), paragraph)?;
        }
        for paragraph in &resolution.operative {
            put("op", None, paragraph)?;
        }
        for paragraph in resolution
            .annexes
            .iter()
            .flat_map(|annex| &annex.paragraphs)
        {
            put("annex", None, paragraph)?;
        }
    }
    Ok(())
}

/// The lines, read back.
pub struct Rows {
    lines: String,
    ends: Vec<usize>,
}

impl Rows {
    pub fn read(path: &Path) -> Result<Self> {
        let lines = fs::read_to_string(path)
            .with_context(|| format!("reading the paragraphs in `{}`", path.display()))?;
        let ends = lines.match_indices('\n').map(|(end, _)| end).collect();
        Ok(Self { lines, ends })
    }

    /// A whole line, as the programs that filter lines are given it.
    pub fn line(&self, row: usize) -> &str {
        let start = row.checked_sub(1).map_or(0, |above| self.ends[above] + 1);
        self.lines.get(start..self.ends[row]).unwrap_or_default()
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.lines.lines()
    }
}

/// What a row is cited by, and its text.
pub fn cut(line: &str) -> (&str, &str) {
    line.match_indices('\t')
        .nth(2)
        .and_then(|(tab, _)| Some((line.get(..tab)?, line.get(tab + 1..)?)))
        .unwrap_or((line, ""))
}
