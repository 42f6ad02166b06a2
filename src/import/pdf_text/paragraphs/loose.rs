//! What stands between the paragraphs of the operative part without a number or a label: points whose labels were lost,
//! and headings.
//!
//! Behind a colon, apart from it, a text that opens no paragraph is perhaps a point without its label. It is one where
//! others stand behind it or a point with a label does; else it goes on its paragraph.
//!
//! A heading is a short line that ends with no stop, behind a stop and before a line that begins a paragraph; or one in
//! the middle of its page behind a stop, with those below it.

use super::super::blocks::{Block, BlockKind};
use super::{Before, LineGap, ParagraphParser};
use crate::import::pdf_text::numbering;
use crate::import::shapes::LineShape;
use crate::import::source::Line;
use crate::import::words::{ends_in_colon, goes_on, is_stop};
use crate::text::lead::Verb;

/// The longest heading between paragraphs, in words.
pub(super) const HEADING: usize = 12;

/// The level of a heading that its place tells.
const CENTRED: u8 = 1;

/// What a point whose label was lost begins with, so that no gap has to stand before it.
const THAT: [&str; 4] = ["That", "THAT", "Que", "QUE"];

/// The shortest point that is told without its label, in words.
const POINT: usize = 2;

impl<'a> ParagraphParser<'a, '_> {
    /// Whether a line that opens nothing may be a point whose label was lost.
    pub(super) fn may_be_loose(&self, line: &Line<'_>, before: Before<'_>) -> bool {
        let behind_colon = before.word.is_some_and(ends_in_colon);
        let behind_loose = self
            .loose
            .last()
            .is_some_and(|&at| at + 1 == self.blocks.len());
        matches!(
            self.part,
            Some(BlockKind::Operative | BlockKind::Preambular)
        ) && (before.gap == LineGap::Apart || THAT.contains(&line.words[0]))
            && (behind_colon || behind_loose && before.stops())
            && (line.words.len() >= POINT || line.words[0].ends_with(';') || behind_loose)
            && line.words[0].starts_with(char::is_alphabetic)
            && line
                .words
                .iter()
                .any(|word| is_stop(word) || word.starts_with(char::is_lowercase))
    }

    /// Begins what may be a point whose label was lost.
    pub(super) fn open_loose(&mut self, line: &Line<'a>) {
        let depth = self.lists.depth() + 1;
        self.loose.push(self.blocks.len());
        self.blocks.push(Block::of(BlockKind::Point(depth), vec![]));
        self.extend(line, 0, None);
    }

    /// How many points without a label stand behind one another at the end.
    pub(super) fn unlabelled(&self) -> u32 {
        let run = self.loose.iter().rev().zip((0..self.blocks.len()).rev());
        let run = run.take_while(|(loose, block)| *loose == block).count();
        u32::try_from(run).unwrap_or(u32::MAX)
    }

    /// Decides what the texts without a label in the paragraph that ends were.
    pub(super) fn settle(&mut self) {
        let loose = std::mem::take(&mut self.loose);
        let is_point = |block: &Block<'_>| matches!(block.kind, BlockKind::Point(_));
        if let [only] = loose.as_slice() {
            let labelled = self.blocks.get(only + 1).is_some_and(is_point);
            if !labelled && *only > 0 {
                let text = self.blocks.remove(*only);
                self.blocks[only - 1].words.extend(text.words);
                return;
            }
        }
        for at in loose {
            if let Some(word) = self.blocks[at].words.first() {
                let message = format!("no label stands before `{}`; read as a point", word.text);
                self.report.doubt(word.line, message);
            }
        }
    }

    /// Whether a line is a heading between two paragraphs.
    pub(super) fn is_between(
        &self,
        line: &Line<'_>,
        next: Option<&Line<'_>>,
        before: Before<'_>,
    ) -> bool {
        let part = self
            .part
            .filter(|part| matches!(part, BlockKind::Operative | BlockKind::Preambular));
        let (Some(_), Some(next)) = (part, next) else {
            return false;
        };
        // `INVITES THE COMMISSION TO:` over numbers that run on.
        let calls = self.last > 0 && line.ends_in_colon() && line.is_without_small_letters();
        let begins = || {
            let label = numbering::number(&next.words).filter(numbering::Label::has_stop);
            let Some(label) = label else {
                let operative = self.part == Some(BlockKind::Operative);
                let verb = self.leads.verb(&next.text());
                return before.is_apart() && operative && verb == Some(Verb::Finite);
            };
            let text = numbering::text_behind(next, &label, None);
            let opens = text.is_empty() || calls || self.leads.verb(&text).is_some();
            label.value == self.last + 1 && opens
        };
        let is_title = || {
            let text = line.text();
            text.contains(|c: char| c.is_alphabetic()) && self.leads.verb(&text).is_none()
        };
        let first = line.words[0];
        // Behind a number that stands alone is its paragraph.
        let ended = self
            .blocks
            .last()
            .is_some_and(|block| !block.words.is_empty());
        ended
            && before.word.is_some()
            && before.stops()
            && line.words.len() <= HEADING
            && (calls || !line.ends_sentence() && is_title())
            && first.starts_with(char::is_uppercase)
            && numbering::number(&line.words).is_none()
            && begins()
    }

    /// The level of a line that its format says is a heading, or its place behind a stop. It is none where a paragraph begins with it, nor above the
    /// first of a resolution.
    pub(super) fn level(
        &self,
        line: &Line<'_>,
        next: Option<&Line<'_>>,
        before: Before<'_>,
    ) -> Option<u8> {
        let level = match line.shape {
            LineShape::Heading(level) => level,
            LineShape::Centred if next.is_some() => CENTRED,
            _ => return None,
        };
        let open = self.blocks.last().filter(|open| !open.words.is_empty())?;
        let below_title = || open.kind == BlockKind::Annex && before.is_apart();
        if line.shape == LineShape::Centred && !before.stops() && !below_title() {
            return None;
        }
        if open.kind == BlockKind::Opening && !before.stops() || before.hangs() {
            return None;
        }
        let label = numbering::number(&line.words);
        let text = label.map_or_else(
            || line.text(),
            |label| numbering::text_behind(line, &label, None),
        );
        let is_short = || line.words.len() <= HEADING && !line.ends_sentence() && next.is_some();
        (self.leads.verb(&text).is_none() || is_short()).then_some(level)
    }

    /// Takes a line in the middle that goes on the heading above it: `II`, and then `Tariffs`.
    pub(super) fn goes_on_heading(&mut self, line: &Line<'a>, gap: LineGap) -> bool {
        let is_below = self.centred.take().is_some() && gap == LineGap::Touches;
        let goes_on = is_below && line.shape == LineShape::Centred;
        if goes_on {
            self.centred = Some(line.number);
            self.extend(line, 0, None);
        }
        goes_on
    }

    /// Takes a heading between two paragraphs; `level` is what its format says.
    pub(super) fn between(&mut self, line: &Line<'a>, level: Option<u8>) {
        let hangs = self.blocks.last().is_some_and(|open| {
            let last = open.words.last();
            matches!(open.kind, BlockKind::Between(_))
                && last.is_some_and(|word| goes_on(word.text))
        });
        if hangs {
            self.extend(line, 0, None);
            return;
        }
        self.settle();
        self.centred = (line.shape == LineShape::Centred).then_some(line.number);
        self.lists = numbering::Lists::default();
        self.blocks
            .push(Block::of(BlockKind::Between(level), vec![]));
        self.extend(line, 0, None);
    }
}
