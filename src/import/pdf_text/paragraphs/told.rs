//! Paragraphs that begin where a person says so.

use super::{BlockKind, LineGap, ParagraphParser, Stage};
use crate::import::by_hand::{LineTold, ToldBeginning};
use crate::import::pdf_text::blocks::Block;
use crate::import::pdf_text::numbering;
use crate::import::source::Line;

impl<'a> ParagraphParser<'a, '_> {
    /// Takes a line as a person says, if that says where its words go.
    pub(in crate::import) fn as_told(&mut self, line: &Line<'a>, told: &LineTold) -> bool {
        match told {
            LineTold::GoesOn if !self.blocks.is_empty() => self.extend(line, 0, None),
            LineTold::Begins(begin) => return self.begin_as_told(line, begin),
            LineTold::GoesOn | LineTold::Title | LineTold::Furniture | LineTold::Text => {
                return false;
            }
        }
        true
    }

    fn begin_as_told(&mut self, line: &Line<'a>, begin: &ToldBeginning) -> bool {
        match begin {
            ToldBeginning::Opening if self.blocks.is_empty() => {
                self.paragraph(BlockKind::Opening);
                self.extend(line, 0, None);
            }
            ToldBeginning::Preambular if self.stage == Stage::Preamble => {
                self.paragraph(BlockKind::Preambular);
                self.extend(line, 0, None);
            }
            ToldBeginning::Operative(number) => self.operative_as_told(line, number.as_deref()),
            ToldBeginning::Point(label) => self.point_as_told(line, label),
            ToldBeginning::Annex => self.annex(line),
            ToldBeginning::Opening | ToldBeginning::Preambular => {
                let message = "a preambular paragraph or an opening begins behind the first operative \
                    paragraph only by mistake; the repair is not done";
                self.report.doubt(line.number, message.to_owned());
                return false;
            }
        }
        true
    }

    /// An operative paragraph, or one of an annex; its number is taken off the line where it is printed there.
    fn operative_as_told(&mut self, line: &Line<'a>, number: Option<&str>) {
        let kind = if self.in_annex() {
            BlockKind::Annexed
        } else {
            BlockKind::Operative
        };
        self.paragraph(kind);
        let Some(number) = number else {
            return self.extend(line, 0, None);
        };
        if let Ok(value) = number.parse() {
            self.last = value;
        }
        self.number(number.to_owned());
        match numbering::number(&line.words).filter(|label| label.number == number) {
            Some(label) => self.extend(line, label.words, label.glued),
            None => self.extend(line, 0, None),
        }
    }

    /// A point of that label, which is taken off the line where it is printed there.
    fn point_as_told(&mut self, line: &Line<'a>, label: &str) {
        let printed = numbering::point(&line.words).filter(|point| point.number == label);
        let above = self.above(self.last_word(LineGap::Touches));
        let depth = printed
            .as_ref()
            .and_then(|point| self.lists.place(point, above))
            .map_or(1, |(depth, _)| depth);
        self.blocks.push(Block::of(BlockKind::Point(depth), vec![]));
        self.number(label.to_owned());
        match printed {
            Some(point) => self.extend(line, usize::from(point.glued.is_none()), point.glued),
            None => self.extend(line, 0, None),
        }
    }
}
