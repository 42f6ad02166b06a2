//! Where a paragraph begins.
//!
//! A new paragraph starts where a number or a capitalised lead verb opens a line. A blank line alone
//! decides nothing: a PDF leaves them inside paragraphs, and leaves them out between two. What else
//! begins a line with a number or a capital is told by the line before it: a paragraph doesn't end on
//! `the` or `and`, and a word that is only perhaps a verb begins one only where a stop stands before.

use super::blocks::{Block, BlockKind, split_behind, words_of};
use crate::import::pdf_text::bodies;
use crate::import::pdf_text::first_paragraph::{self, Recital};
use crate::import::pdf_text::numbering::{self, Above, Lists};
use crate::import::report::{RepairKind, Report};
use crate::import::source::Line;
use crate::import::words::{Marks, Word, ends_in_colon, goes_on, leads_to_label, leads_to_points};
use crate::text::language::Language;
use crate::text::lead::{self, LeadRules, Verb};

mod annexes;
mod before;
mod loose;
mod told;

use before::Before;
pub(in crate::import) use before::LineGap;

/// What opens on a line.
enum Start<'a> {
    Paragraph(BlockKind),
    /// Behind a dash, a letter or a number in brackets.
    Recital(Recital),
    /// `NOW, THEREFORE, be it`, `The Assembly:`
    Enacting,
    Numbered(numbering::Label<'a>),
    Point(numbering::Point<'a>, u8),
}

/// Whether operative paragraphs have numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum OperativeNumbering {
    /// Paragraph 1 is printed with its number, so a finite verb before it opens no operative paragraph.
    FromOne,
    /// So, and it is one of the preamble: the operative part goes on counting.
    Recitals,
    /// No paragraph 1 is printed: a finite verb opens the operative part.
    None,
}

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
        let before = self.before(gap);
        if self.is_between(line, next, before) {
            self.between(line);
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
        self.open(start, line);
    }

    /// Begins a paragraph or a point with a line.
    fn open(&mut self, start: Start<'a>, line: &Line<'a>) {
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
            Start::Enacting => self.between(line),
            Start::Numbered(label) => {
                self.sequence(&label, line.number);
                self.stop = self.stop.or_else(|| stop_of(line));
                self.has_stops = label.has_stop();
                let kind = self.kind_of_numbered(line, &label);
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
    fn kind_of_numbered(&self, line: &Line<'_>, label: &numbering::Label<'_>) -> BlockKind {
        let verb = || self.leads.verb(&numbering::text_behind(line, label, None));
        let runs = self.numbering == OperativeNumbering::Recitals;
        match self.stage {
            Stage::Annexes => BlockKind::Annexed,
            Stage::Preamble if runs && verb() != Some(Verb::Finite) => BlockKind::Preambular,
            _ => BlockKind::Operative,
        }
    }

    fn start(
        &mut self,
        line: &Line<'a>,
        next: Option<&Line<'a>>,
        before: Before<'_>,
    ) -> Option<Start<'a>> {
        let open = self.blocks.last();
        // A number alone on its line: the text follows, whatever it opens with.
        if open.is_some_and(|block| block.words.is_empty()) {
            return None;
        }
        // `Генеральная …` has the form of a verb.
        if open.is_none() && bodies::may_open(&line.text(), self.leads.language()) {
            return None;
        }
        let in_paragraph = open.is_some_and(|block| block.kind != BlockKind::Opening);
        if let Some(recital) = self.recital(line, next, before, in_paragraph) {
            return Some(recital);
        }
        if let Some(point) = self.listed(line, before) {
            return Some(point);
        }
        let label = numbering::number(&line.words).or_else(|| numbering::section(&line.words));
        if let Some(label) = label {
            if in_paragraph && let Some(point) = self.numbered_point(&label, line, next, before) {
                return Some(point);
            }
            return self.numbered(label, line, next, before);
        }
        if self.in_quotation(before) {
            return None;
        }
        if in_paragraph && let Some(point) = self.point(line, before.word) {
            return Some(point);
        }
        let text = line.text();
        let verb = self.verb(&text, before);
        if self.part == Some(BlockKind::Operative) {
            if verb? == Verb::Finite && before.may_part() {
                if !before.stops() {
                    self.doubt_stop(line, "paragraph");
                }
                return Some(Start::Paragraph(BlockKind::Operative));
            }
            if !before.hangs() {
                self.doubt_text(line);
            }
            return None;
        }
        match verb {
            Some(Verb::Participle) if self.may_touch(before) => {
                Some(Start::Paragraph(BlockKind::Preambular))
            }
            Some(Verb::Finite)
                if self.numbering == OperativeNumbering::None && before.may_part() =>
            {
                if !before.stops() {
                    self.doubt_stop(line, "paragraph");
                }
                Some(Start::Paragraph(BlockKind::Operative))
            }
            Some(Verb::Finite) if before.stops() => {
                let message = format!(
                    "`{}` stands before paragraph 1; read as a preambular paragraph",
                    lead::lead_verb(&text)
                );
                self.report.doubt(line.number, message);
                Some(Start::Paragraph(BlockKind::Preambular))
            }
            None if before.stops() && self.leads.seems_participle(&text) => {
                let message = format!("`{}` taken for a lead verb", line.words[0]);
                self.report.doubt(line.number, message);
                Some(Start::Paragraph(BlockKind::Preambular))
            }
            _ => None,
        }
    }

    /// Whether a paragraph of the preamble may begin behind what stands before it. In a language whose verbs are
    /// beginnings of words it takes a stop.
    fn may_touch(&self, before: Before<'_>) -> bool {
        let is_beginning = self.leads.language() == Language::Chinese;
        before.stops() || !before.hangs() && !is_beginning
    }

    /// The verb a line opens with. A small letter opens nothing inside a sentence, nor where lines touch.
    fn verb(&self, text: &str, before: Before<'_>) -> Option<Verb> {
        let parted = before.stops() && (before.is_apart() || before.word.is_none());
        self.leads
            .verb(text)
            .filter(|_| parted || !text.starts_with(char::is_lowercase))
    }

    /// What opens in a preamble behind a dash, a letter or a number in brackets, where no list is open, and what stands
    /// behind its recitals.
    fn recital(
        &self,
        line: &Line<'a>,
        next: Option<&Line<'a>>,
        before: Before<'_>,
        in_paragraph: bool,
    ) -> Option<Start<'a>> {
        if self.stage != Stage::Preamble || before.hangs() {
            return None;
        }
        let enacts = || first_paragraph::enacts(line, next, self.last + 1, self.leads);
        if lead::is_enacting(&line.text()) || in_paragraph && before.stops() && enacts() {
            return Some(Start::Enacting);
        }
        let list = self.lists.depth() > 0
            || in_paragraph && before.word.is_some_and(|word| word.ends_with(':'));
        let recital =
            first_paragraph::recital(line, self.leads).filter(|_| before.stops() && !list)?;
        Some(Start::Recital(recital))
    }

    /// The point a line opens with below a lead verb in small letters that stands alone: `considering`, `a) that …`,
    /// `resolves`, `1 to …`.
    fn listed(&mut self, line: &Line<'a>, before: Before<'_>) -> Option<Start<'a>> {
        let begun = self.lists.depth() == 0 || before.word.is_some_and(leads_to_points);
        let point = numbering::point(&line.words).or_else(|| numbering::bare_point(&line.words));
        let point = point.filter(|_| self.bare && begun)?;
        let (depth, _) = self.lists.place(&point, Above::default())?;
        Some(Start::Point(point, depth))
    }

    /// The point a line opens with, if `before` leads to points. Behind a word that ends no sentence one begins with a
    /// sign, or with the next label of a list that is open.
    fn point(&mut self, line: &Line<'a>, before: Option<&str>) -> Option<Start<'a>> {
        let point = numbering::point(&line.words)?;
        let leads = before.is_some_and(leads_to_points);
        let counts = || point.is_sign() || self.lists.is_next(&point);
        let may_end = |word: &str| !goes_on(word) && !leads_to_label(word);
        // `1.1 A boat` below `1 BOATS`.
        let named = line
            .words
            .get(1)
            .is_some_and(|word| word.starts_with(char::is_uppercase));
        let inner = || named && self.in_annex() && point.is_of(self.last);
        let below_title = || self.under_title() && self.lists.opens(&point);
        let goes_on_list = || before.is_some_and(may_end) && (counts() || inner() || below_title());
        if !leads && !goes_on_list() {
            return None;
        }
        let above = self.above(before);
        let (depth, missing) = self.lists.place(&point, above)?;
        if missing > 0 {
            let message = format!("points are missing before `{}`", line.words[0]);
            self.report.doubt(line.number, message);
        }
        Some(Start::Point(point, depth))
    }

    /// Whether the open point is a title of a few words on its line: `(a) Care of boats`.
    fn under_title(&self) -> bool {
        const LONGEST: usize = 6;
        self.blocks.last().is_some_and(|block| {
            let words = &block.words;
            let lines = [words.first(), words.last()].map(|word| word.map(|word| word.line));
            matches!(block.kind, BlockKind::Point(_))
                && words.len() <= LONGEST
                && lines[0] == lines[1]
                && words
                    .first()
                    .is_some_and(|word| word.text.starts_with(char::is_uppercase))
        })
    }

    /// What stands above a point, behind the word before it.
    fn above(&self, before: Option<&str>) -> Above {
        Above {
            colon: before.is_some_and(ends_in_colon),
            unlabelled: self.unlabelled(),
            paragraph: self.last,
        }
    }

    /// The point that a number opens: behind a colon where it is 1 or has another stop than the paragraphs, or where a
    /// list of numbers goes on and no verb stands behind it.
    fn numbered_point(
        &mut self,
        label: &numbering::Label<'a>,
        line: &Line<'a>,
        next: Option<&Line<'a>>,
        before: Before<'_>,
    ) -> Option<Start<'a>> {
        let point = numbering::point(&line.words).filter(|_| label.has_stop())?;
        let colon = before.word.is_some_and(ends_in_colon);
        let differs = self.stop.is_some() && stop_of(line) != self.stop;
        let verb = self.leads.verb(&numbering::text_behind(line, label, next));
        let opens = colon && label.value == 1 && (differs || self.last > 0 && verb.is_none());
        let goes_on = self.lists.counts_on(&point) && (differs || verb.is_none());
        (self.stage == Stage::Operative && (opens || goes_on))
            .then(|| self.point(line, before.word))?
    }

    /// Whether a line stands in a quotation that was begun on a line before it, and that it touches.
    fn in_quotation(&self, before: Before<'_>) -> bool {
        const LONGEST: usize = 40;
        let Some(block) = self.blocks.last().filter(|_| !before.is_apart()) else {
            return false;
        };
        let words = block.words.iter().rev().take(LONGEST);
        let mut signs = words.flat_map(|word| word.text.chars().rev());
        signs
            .find(|sign| ['“', '”', '«', '»', '„'].contains(sign))
            .is_some_and(|sign| ['“', '«', '„'].contains(&sign))
    }

    fn numbered(
        &mut self,
        label: numbering::Label<'a>,
        line: &Line<'a>,
        next: Option<&Line<'a>>,
        before: Before<'_>,
    ) -> Option<Start<'a>> {
        let verb = self.leads.verb(&numbering::text_behind(line, &label, next));
        let follows = label.value == self.last + 1 || label.number.contains(' ');
        let starts = if label.has_stop() {
            verb.is_some() && (follows || !before.hangs())
                || follows && (before.stops() || self.is_first(&label, before))
        } else {
            verb == Some(Verb::Finite) && follows && !before.hangs()
                || follows && self.counts_bare(line, &label, before)
        };
        if starts {
            return Some(Start::Numbered(label));
        }
        if label.has_stop() {
            self.doubt_text(line);
        }
        None
    }

    /// Whether a number is that of the first paragraph, apart from an opening.
    fn is_first(&self, label: &numbering::Label<'_>, before: Before<'_>) -> bool {
        self.part == Some(BlockKind::Opening) && label.value == 1 && before.is_apart()
    }

    /// Whether a number without a stop counts on, apart and behind a stop, where the one before it had none.
    fn counts_bare(
        &self,
        line: &Line<'_>,
        label: &numbering::Label<'_>,
        before: Before<'_>,
    ) -> bool {
        let text = line.words.get(label.words);
        let sentence = text.is_some_and(|word| word.starts_with(char::is_uppercase));
        let begun = self.last > 0 && !self.has_stops;
        begun && sentence && before.stops() && before.is_apart()
    }

    fn doubt_text(&mut self, line: &Line<'_>) {
        let message = format!(
            "the line opens with `{}`; read as running text",
            line.words[0]
        );
        self.report.doubt(line.number, message);
    }

    fn doubt_stop(&mut self, line: &Line<'_>, begun: &str) {
        let message = format!(
            "no stop stands before `{}`; read as a new {begun}",
            line.words[0]
        );
        self.report.doubt(line.number, message);
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
        let Some(block) = self.blocks.last_mut() else {
            return;
        };
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
        Before::new(gap, self.last_word())
    }

    fn last_word(&self) -> Option<&'a str> {
        let block = self.blocks.last()?;
        let last = block.source().last()?;
        // `; and` stands before a paragraph as `;` does.
        let joins = ["and", "or"].contains(&last.text);
        let stop = block
            .words
            .iter()
            .rev()
            .nth(1)
            .filter(|word| joins && word.text.ends_with(';'));
        Some(stop.unwrap_or(last).text)
    }
}

/// What is printed behind the number that a line opens with.
fn stop_of(line: &Line<'_>) -> Option<char> {
    let mut rest = line.words[0].chars().skip_while(char::is_ascii_digit);
    rest.next().filter(|stop| ['.', ')'].contains(stop))
}
