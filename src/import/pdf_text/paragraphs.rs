//! Where a paragraph begins.
//!
//! A new paragraph starts where a number or a capitalised lead verb opens a line. A blank line alone
//! decides nothing: a PDF leaves them inside paragraphs, and leaves them out between two. What else
//! begins a line with a number or a capital is told by the line before it: a paragraph doesn't end on
//! `the` or `and`, and a word that is only perhaps a verb begins one only where a stop stands before.

use super::blocks::{Block, BlockKind, split_behind, words_of};
use super::bodies;
use super::first_paragraph::{self, Recital, sections};
use crate::import::pdf_text::numbering::{self, Lists};
use crate::import::report::{RepairKind, Report};
use crate::import::source::Line;
use crate::import::words::{Marks, Word, is_stop};
use crate::text::lead::{LeadRules, Verb};

mod annexes;
mod before;
pub(in crate::import) mod columns;
mod loose;
mod starts;
mod tables;
mod told;

use before::Before;
pub(in crate::import) use before::LineGap;
use starts::{Start, stop_of};

/// Whether operative paragraphs have numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum OperativeNumbering {
    /// Paragraph 1 is printed with its number, so a finite verb before it opens no operative paragraph.
    FromOne,
    /// So, and it is one of the preamble: the operative part goes on counting.
    Recitals,
    /// Headings over the numbers tell the parts.
    Headed,
    /// No paragraph 1 is printed: a finite verb opens the operative part.
    None,
}

impl OperativeNumbering {
    /// How the paragraphs of these lines are numbered.
    pub(in crate::import) fn of(lines: &[Line<'_>], body: &[usize], leads: LeadRules) -> Self {
        if sections::find(lines, body, leads).is_some() {
            Self::Headed
        } else if first_paragraph::numbers_recitals(lines, body, leads) {
            Self::Recitals
        } else if first_paragraph::opens_first(lines, body, leads)
            || first_paragraph::find_counted(lines, body).is_some()
        {
            Self::FromOne
        } else {
            Self::None
        }
    }
}

/// The longest name of a body, in words.
const LONGEST_NAME: usize = 24;

/// How far the parts of a resolution are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Preamble,
    Operative,
    Annexes,
}

/// Reads the paragraphs of one resolution, line by line.
pub(in crate::import) struct ParagraphParser<'a, 'r> {
    pub blocks: Vec<Block<'a>>,
    report: &'r mut Report,
    lists: Lists,
    /// The positions of what may be points whose labels were lost, in the open paragraph.
    loose: Vec<usize>,
    /// What is printed behind the numbers of operative paragraphs.
    stop: Option<char>,
    /// Whether a stop stood behind the last number.
    has_stops: bool,
    /// The last number printed before an operative paragraph.
    last: u32,
    /// Operative paragraphs without a number since then.
    unnumbered: Vec<u32>,
    numbering: OperativeNumbering,
    leads: LeadRules,
    /// Whether the open paragraph is a verb in small letters without a stop, so that points may follow.
    bare: bool,
    /// What is read now: the kind of the last block that is no point.
    part: Option<BlockKind>,
    /// The last part that has begun.
    stage: Stage,
    /// The least column in which the lines of the points begin; none where no list is open.
    margin: Option<usize>,
    /// Of each table whether it is nothing but the frame of a page, as far as one is.
    frames: Vec<bool>,
    /// How paragraphs below the last heading open, where headings tell the parts.
    headed: Option<Verb>,
    /// The column in which the open paragraph begins.
    column: Option<usize>,
    /// The least column of its lines.
    least: Option<usize>,
    /// The dash that what is resolved stands behind.
    operative_dash: Option<&'a str>,
    /// The number of the line above, where it is a heading in the middle of the page.
    centred: Option<u32>,
    /// A heading stands over the recitals that are read.
    under_recitals: bool,
    /// The dash that recitals stand behind.
    preambular_dash: Option<&'a str>,
}

impl<'a, 'r> ParagraphParser<'a, 'r> {
    pub(in crate::import) fn new(
        report: &'r mut Report,
        numbering: OperativeNumbering,
        leads: LeadRules,
    ) -> Self {
        Self {
            blocks: vec![],
            report,
            lists: Lists::default(),
            loose: vec![],
            stop: None,
            has_stops: false,
            last: 0,
            unnumbered: vec![],
            numbering,
            leads,
            bare: false,
            part: None,
            stage: Stage::Preamble,
            margin: None,
            frames: vec![],
            headed: None,
            column: None,
            least: None,
            operative_dash: None,
            centred: None,
            under_recitals: false,
            preambular_dash: None,
        }
    }

    /// Whether a rule before a line can close the resolution: the operative part has begun, and no sentence goes
    /// on behind the rule.
    pub(in crate::import) fn closes_before(&self, line: &Line<'_>) -> bool {
        let before = self.before(LineGap::Apart);
        let follows = || {
            let label = numbering::number(&line.words);
            label.is_some_and(|label| label.value == self.last + 1)
        };
        let goes_on = before.hangs()
            || !before.stops() && line.words[0].starts_with(char::is_lowercase)
            || self.in_annex() && follows();
        self.stage >= Stage::Operative && !goes_on
    }

    /// Takes the next line of the preamble or the operative part.
    pub(in crate::import) fn line(
        &mut self,
        line: &Line<'a>,
        next: Option<&Line<'a>>,
        gap: LineGap,
    ) {
        if self.goes_on_heading(line, gap) || self.heads(line, next) {
            return;
        }
        let before = self.before(gap);
        let level = self.level(line, next, before);
        if level.is_some() || self.is_between(line, next, before) {
            self.between(line, level);
            return;
        }
        let Some(start) = self.start(line, next, before) else {
            if self.may_be_loose(line, before) {
                self.open_loose(line);
                return;
            }
            if gap == LineGap::PageEnds && before.word.is_some() {
                let what = "page break inside a paragraph taken out".to_owned();
                self.report.repair(line.number, RepairKind::PageBreak, what);
            }
            if self.blocks.is_empty() {
                self.paragraph(BlockKind::Opening);
            }
            self.bare &= !line.ends_sentence();
            if self.is_flush(line) {
                self.blocks.push(Block::of(BlockKind::Flush(1), vec![]));
            }
            self.extend(line, 0, None);
            return;
        };
        if gap == LineGap::Touches && before.word.is_some() && !matches!(start, Start::Point(..)) {
            let what = format!(
                "paragraph parted from the one before at `{}`",
                line.words[0]
            );
            self.report.repair(line.number, RepairKind::Touching, what);
        }
        self.open(start, line, next);
    }

    /// Begins a paragraph or a point with a line.
    fn open(&mut self, start: Start<'a>, line: &Line<'a>, next: Option<&Line<'a>>) {
        if !matches!(start, Start::Point(..)) {
            self.column = Some(line.column);
        }
        match start {
            Start::Paragraph(kind) => {
                self.paragraph(kind);
                self.bare = !line.ends_sentence() && line.words[0].starts_with(char::is_lowercase);
                if kind == BlockKind::Operative {
                    self.unnumbered.push(line.number);
                }
                self.extend(line, 0, None);
            }
            Start::Recital(recital) => {
                self.paragraph(BlockKind::Preambular);
                if recital == Recital::Dashed {
                    self.preambular_dash = Some(line.words[0]);
                }
                if recital == Recital::Lettered {
                    let first = line.words[0];
                    let letter = if first.starts_with('(') {
                        first
                    } else {
                        first.trim_end_matches(['.', ')'])
                    };
                    self.number(letter.to_owned());
                }
                self.extend(line, 1, None);
            }
            Start::Dashed => {
                self.operative_dash = Some(line.words[0]);
                self.paragraph(BlockKind::Operative);
                self.unnumbered.push(line.number);
                self.extend(line, 1, None);
            }
            Start::Over => {
                self.under_recitals = true;
                self.between(line, Some(1));
            }
            Start::Enacting => {
                self.name_above();
                let named = matches!(
                    self.blocks.last(),
                    Some(name) if name.kind == BlockKind::Between(Some(1))
                ) && line.blank_before == 0;
                if named {
                    self.extend(line, 0, None);
                } else {
                    self.between(line, Some(1));
                }
            }
            Start::Numbered(label) => {
                self.enact_above(&label);
                self.name_above();
                self.sequence(&label, line.number);
                self.stop = self.stop.or_else(|| stop_of(line));
                self.has_stops = label.has_stop();
                let kind = self.kind_of_numbered(line, next, &label);
                self.paragraph(kind);
                self.number(label.number);
                self.extend(line, label.words, label.glued);
            }
            Start::Point(point, depth) => {
                self.blocks.push(Block::of(BlockKind::Point(depth), vec![]));
                self.number(point.number);
                self.extend(line, usize::from(point.glued.is_none()), point.glued);
            }
        }
    }

    /// The paragraphs. Tells those of the operative part that have no number, unless there is but one.
    pub(in crate::import) fn finish(mut self) -> Vec<Block<'a>> {
        self.settle();
        if let Some(mut empty) = self.blocks.pop_if(|block| block.words.is_empty()) {
            if let Some(word) = empty.label.first() {
                let message = format!("nothing follows `{}`; read as running text", word.text);
                self.report.doubt(word.line, message);
            }
            match self.blocks.last_mut() {
                Some(block) => block.words.append(&mut empty.label),
                None => self.blocks.push(Block::of(empty.kind, empty.label)),
            }
        }
        self.untitled();
        self.report_torn();
        let operative = self
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Operative);
        if operative.count() > 1 {
            for line in self.unnumbered {
                let message = "an operative paragraph without a number; kept without".to_owned();
                self.report.doubt(line, message);
            }
        }
        self.blocks
    }

    /// What a number begins: a recital, where numbers run through them, or a paragraph of the part that is read.
    fn kind_of_numbered(
        &self,
        line: &Line<'_>,
        next: Option<&Line<'_>>,
        label: &numbering::Label<'_>,
    ) -> BlockKind {
        let verb = || self.leads.verb(&numbering::text_behind(line, label, next));
        let runs = self.numbering == OperativeNumbering::Recitals;
        match self.stage {
            Stage::Annexes => BlockKind::Annexed,
            Stage::Preamble if self.headed == Some(Verb::Participle) => BlockKind::Preambular,
            Stage::Preamble if runs && verb() != Some(Verb::Finite) => BlockKind::Preambular,
            _ => BlockKind::Operative,
        }
    }

    /// Takes a line that is a heading over numbers, where such tell the parts.
    fn heads(&mut self, line: &Line<'a>, next: Option<&Line<'a>>) -> bool {
        let headed = (self.numbering == OperativeNumbering::Headed)
            .then(|| sections::verb_over(line, next, self.last, self.leads))
            .flatten();
        let Some(verb) = headed else {
            return false;
        };
        self.headed = Some(verb);
        let counts_anew =
            |next: &Line<'_>| numbering::number(&next.words).is_some_and(|label| label.value == 1);
        if next.is_some_and(counts_anew) {
            self.last = 0;
        }
        self.between(line, Some(1));
        true
    }

    /// Makes a heading of the name of a body that stands behind the last recital, on lines of its own: who resolves.
    fn name_above(&mut self) {
        let language = self.leads.language();
        let Some(open) = self.blocks.last_mut() else {
            return;
        };
        let is_recital = open.kind == BlockKind::Preambular;
        let is_name = |words: &[Word<'_>]| {
            let name: Vec<_> = words.iter().map(|word| word.text).collect();
            name.len() <= LONGEST_NAME
                && bodies::may_open(&name.join(" "), language)
                && !name.iter().any(|word| is_stop(word))
        };
        if is_recital && is_name(&open.words) {
            open.kind = BlockKind::Between(Some(1));
            return;
        }
        let mut begins = (1..open.words.len()).rev().filter(|&at| {
            let (before, first) = (&open.words[at - 1], &open.words[at]);
            before.ends_line && is_stop(before.text) && first.line != before.line
        });
        if let Some(at) = begins.next().filter(|_| is_recital)
            && is_name(&open.words[at..])
        {
            let words = open.words.split_off(at);
            self.blocks
                .push(Block::of(BlockKind::Between(Some(1)), words));
        }
    }

    /// Makes a heading of what enacts and was wrapped, so that it was read as a paragraph: it stands over number 1.
    fn enact_above(&mut self, label: &numbering::Label<'_>) {
        const TELLING: usize = 8;
        let Some(only) = self
            .blocks
            .last_mut()
            .filter(|_| self.unnumbered.len() == 1)
        else {
            return;
        };
        let resolves = |word: &Word<'_>| word.text.to_lowercase().starts_with("resolved");
        let enacts = only.kind == BlockKind::Operative
            && only.number.is_none()
            && only
                .words
                .last()
                .is_some_and(|word| word.text.ends_with(':'))
            && only.words.iter().take(TELLING).any(resolves);
        if label.value == 1 && enacts {
            only.kind = BlockKind::Between(Some(1));
            self.unnumbered.clear();
        }
    }

    /// Compares a number with the one before it. Gaps and repeats are in the print and are kept.
    fn sequence(&mut self, label: &numbering::Label<'_>, line: u32) {
        let expected = self.last + 1;
        let explained = u32::try_from(self.unnumbered.len()).unwrap_or(u32::MAX);
        let (value, last) = (label.value, self.last);
        if value > expected && value - expected != explained {
            let message = match value - 1 {
                missing if missing == expected => format!("number {missing} is missing"),
                missing => format!("numbers {expected} to {missing} are missing"),
            };
            self.report
                .doubt(line, format!("{message}; kept as printed"));
        } else if value < expected && !label.number.contains(' ') {
            let message = format!("number {value} is printed after {last}; kept as printed");
            self.report.doubt(line, message);
        }
        self.last = value;
    }

    fn report_torn(&mut self) {
        for block in self.blocks.iter().filter(|block| block.is_torn()) {
            let number = block.number.as_deref().unwrap_or_default();
            let what = format!("`{number} .` read as `{number}.`");
            let line = block.label[0].line;
            self.report.repair(line, RepairKind::Number, what);
        }
    }

    fn paragraph(&mut self, kind: BlockKind) {
        self.settle();
        self.lists = Lists::default();
        self.margin = None;
        self.least = None;
        self.part = Some(kind);
        self.bare = false;
        self.stage = self.stage.max(match kind {
            BlockKind::Operative => Stage::Operative,
            BlockKind::Annex | BlockKind::Annexed => Stage::Annexes,
            _ => Stage::Preamble,
        });
        self.blocks.push(Block::of(kind, vec![]));
    }

    fn number(&mut self, number: String) {
        if let Some(block) = self.blocks.last_mut() {
            block.number = Some(number);
        }
    }

    /// Adds a line to the last block: its first words to the label, the others to the text.
    fn extend(&mut self, line: &Line<'a>, label: usize, glued: Option<(&'a str, &'a str)>) {
        self.behind_table();
        let Some(block) = self.blocks.last_mut() else {
            return;
        };
        if matches!(block.kind, BlockKind::Point(_)) {
            self.margin = Some(self.margin.unwrap_or(usize::MAX).min(line.column));
        }
        self.least = Some(self.least.unwrap_or(usize::MAX).min(line.column));
        let mut words = words_of(line);
        if let Some((number, text)) = glued {
            let what = format!("`{number}` parted from `{text}`");
            self.report.repair(line.number, RepairKind::Number, what);
            block.label.push(Word {
                text: number,
                line: line.number,
                ends_line: false,
                marks: Marks::default(),
            });
            words[0].text = text;
        }
        let text = split_behind(&mut words, label);
        block.label.extend(words);
        block.words.extend(text);
    }

    fn before(&self, gap: LineGap) -> Before<'a> {
        Before::new(gap, self.last_word(gap))
    }

    fn last_word(&self, gap: LineGap) -> Option<&'a str> {
        let block = self.blocks.last()?;
        // Behind a table, or a heading that is sure, a sentence has ended.
        if matches!(block.kind, BlockKind::Cell(_) | BlockKind::Between(Some(_))) {
            return Some(".");
        }
        let last = block.source().last()?;
        // What is resolved stands behind `be it`.
        let texts = block.words.iter().rev().take(2).map(|word| word.text);
        if texts.eq(["it", "be"]) {
            return Some(";");
        }
        // `; and` stands before a paragraph as `;` does, and so does `, and` before a gap.
        let joins = ["and", "or", "y", "et", "und", "и"].contains(&last.text);
        let stop = block.words.iter().rev().nth(1).filter(|word| {
            joins && (word.text.ends_with(';') || gap.is_wide() && word.text.ends_with(','))
        });
        Some(stop.unwrap_or(last).text)
    }
}
