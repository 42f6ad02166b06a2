//! What opens on a line: a paragraph by its number or its verb, a point, a recital, or nothing.

use super::before::{Before, LineGap};
use super::{OperativeNumbering, ParagraphParser, Stage};
use crate::import::pdf_text::blocks::BlockKind;
use crate::import::pdf_text::bodies;
use crate::import::pdf_text::first_paragraph::{self, Recital};
use crate::import::pdf_text::numbering::{self, Above};
use crate::import::shapes::LineShape;
use crate::import::source::Line;
use crate::import::words::{ends_in_colon, goes_on, leads_to_label, leads_to_points};
use crate::text::citation::read_roman;
use crate::text::language::Language;
use crate::text::lead::{self, Verb};

/// What opens on a line.
pub(super) enum Start<'a> {
    Paragraph(BlockKind),
    /// Behind a dash, a letter or a number in brackets.
    Recital(Recital),
    /// What is resolved, behind a dash.
    Dashed,
    /// `CONSIDERANDO:`
    Over,
    /// `NOW, THEREFORE, be it`, `The Assembly:`
    Enacting,
    Numbered(numbering::Label<'a>),
    Point(numbering::Point<'a>, u8),
}

impl<'a> ParagraphParser<'a, '_> {
    pub(super) fn start(
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
        if open.is_none() && bodies::may_open(&line.text(), self.leads.language())
            || self.leads.language() == Language::Russian && bodies::names_russian(&line.words)
        {
            return None;
        }
        let in_paragraph = open.is_some_and(|block| block.kind != BlockKind::Opening);
        if self.is_resolved_item(line, before) {
            return Some(Start::Dashed);
        }
        if let Some(recital) = self.recital(line, next, before, in_paragraph) {
            return Some(recital);
        }
        if before.stops() && self.is_dashed(line) {
            return Some(Start::Dashed);
        }
        if let Some(point) = self.listed(line, before) {
            return Some(point);
        }
        let is_counted = || next.is_some_and(|next| numbering::number(&next.words).is_some());
        let label = numbering::label(&line.words)
            .or_else(|| numbering::section_alone(&line.words).filter(|_| !is_counted()))
            .or_else(|| self.counted_item(line));
        if let Some(label) = label {
            if in_paragraph && let Some(point) = self.numbered_point(&label, line, next, before) {
                return Some(point);
            }
            return self.numbered(label, line, next, before);
        }
        if self.in_quotation(before) {
            return None;
        }
        if in_paragraph && let Some(point) = self.point(line, before) {
            return Some(point);
        }
        let text = line.text();
        let verb = self.verb(&text, before);
        if self.part == Some(BlockKind::Operative) {
            let verb = verb?;
            let resolves =
                verb == Verb::Finite || before.is_apart() && self.leads.names_congress(&text);
            if resolves && before.may_part() {
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
            None if before.stops() && in_paragraph && self.is_reason(line, before) => {
                Some(Start::Paragraph(BlockKind::Preambular))
            }
            None if before.stops()
                && (self.leads.seems_participle(&text)
                    || before.is_apart() && begins_loud(line)
                    || self.is_next_recital(line, before)) =>
            {
                let message = format!("`{}` taken for a lead verb", line.words[0]);
                self.report.doubt(line.number, message);
                Some(Start::Paragraph(BlockKind::Preambular))
            }
            _ => None,
        }
    }

    /// Whether a line alone stands over recitals: `VISTOS:`, and below what was seen `CONSIDERANDO:`. Elsewhere that is a
    /// recital with points.
    fn is_over_recitals(&self, line: &Line<'_>) -> bool {
        let is_seen = |word: &str| {
            word.get(..5)
                .is_some_and(|word| word.eq_ignore_ascii_case("visto"))
        };
        let mut firsts = self.blocks.iter().filter_map(|block| block.words.first());
        first_paragraph::over_recitals(line, self.leads)
            && (is_seen(line.words[0]) || firsts.any(|word| is_seen(word.text)))
    }

    /// Whether a line without a verb begins a recital: below a heading over such, or what says that they are the reason.
    fn is_reason(&self, line: &Line<'_>, before: Before<'_>) -> bool {
        let is_first = || {
            let open = self.blocks.last();
            open.is_some_and(|open| matches!(open.kind, BlockKind::Between(_)))
        };
        let that = || matches!(line.words[0], "Que" | "QUE" | "That");
        self.under_recitals && (before.is_apart() || that() || is_first())
            || lead::gives_reason(&line.text())
    }

    /// Whether a line begins with a dash and what is resolved, right below what enacts or behind another such paragraph:
    /// `– APPROUVE le plan ;`
    fn is_dashed(&self, line: &Line<'_>) -> bool {
        let open = self.blocks.last().map(|block| block.kind);
        let is_below = match self.stage {
            Stage::Preamble => matches!(open, Some(BlockKind::Between(Some(_)))),
            Stage::Operative => {
                self.operative_dash == Some(line.words[0]) && open == Some(BlockKind::Operative)
            }
            Stage::Annexes => false,
        };
        is_below
            && first_paragraph::DASHES.contains(&line.words[0])
            && self.leads.verb(&line.words[1..].join(" ")) == Some(Verb::Finite)
    }

    /// Whether a line is an item of its format with a sign and what is resolved: the first behind the recitals, or one
    /// that is set in no deeper.
    fn is_resolved_item(&self, line: &Line<'_>, before: Before<'_>) -> bool {
        let is_outer = || self.column.is_some_and(|column| line.column <= column);
        let may_open = match self.stage {
            Stage::Preamble => self.blocks.last().is_some(),
            Stage::Operative => self.operative_dash == Some(line.words[0]) && is_outer(),
            Stage::Annexes => false,
        };
        line.is_item()
            && may_open
            && before.stops()
            && !before.word.is_some_and(ends_in_colon)
            && !line.words[0].contains(char::is_alphanumeric)
            && self.leads.verb(&line.words[1..].join(" ")) == Some(Verb::Finite)
    }

    /// Whether a line begins with a capital letter, apart from a recital that ended with `;` or `,`.
    fn is_next_recital(&self, line: &Line<'_>, before: Before<'_>) -> bool {
        const FEWEST: usize = 4;
        let is_recital = self.part == Some(BlockKind::Preambular);
        is_recital
            && self.lists.depth() == 0
            && before.gap == LineGap::Apart
            && before.word.is_some_and(|word| word.ends_with([';', ',']))
            && line.words.len() >= FEWEST
            && line.words[0].starts_with(char::is_uppercase)
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
        if self.stage != Stage::Preamble {
            return None;
        }
        if line.words.len() == 1 && before.stops() && self.is_over_recitals(line) {
            return Some(Start::Over);
        }
        // What stands behind the dash of the recitals is another.
        if self.preambular_dash == Some(line.words[0])
            && before.stops()
            && !before.word.is_some_and(ends_in_colon)
        {
            return Some(Start::Recital(Recital::Dashed));
        }
        let recital = first_paragraph::recital(line, next, self.leads);
        if before.hangs() {
            let joined = recital == Some(Recital::Lettered) && self.is_joined();
            return joined.then_some(Start::Recital(Recital::Lettered));
        }
        let enacts = || first_paragraph::enacts(line, next, self.last + 1, self.leads);
        let ends = || before.stops() || line.ends_in_colon();
        if lead::is_enacting(&line.text()) || in_paragraph && ends() && enacts() {
            return Some(Start::Enacting);
        }
        let list = self.lists.depth() > 0
            || in_paragraph && before.word.is_some_and(|word| word.ends_with(':'));
        let recital = recital.filter(|_| before.stops() && !list)?;
        Some(Start::Recital(recital))
    }

    /// Whether the open paragraph ends with `, and`.
    fn is_joined(&self) -> bool {
        let words = self.blocks.last().map(|block| block.words.as_slice());
        let Some([.., stop, joint]) = words else {
            return false;
        };
        stop.text.ends_with([',', ';']) && ["and", "or"].contains(&joint.text)
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

    /// The point a line opens with, if `before` leads to points or a format says that it is an item of a list. Behind a
    /// word that ends no sentence one begins with a sign, or with the next label of a list that is open.
    pub(super) fn point(&mut self, line: &Line<'a>, gap: Before<'_>) -> Option<Start<'a>> {
        let point = numbering::point(&line.words)?;
        let before = gap.word;
        let leads = line.is_item() || before.is_some_and(leads_to_points);
        let counts = || point.is_sign() || self.lists.is_next(&point);
        let may_end = |word: &str| !goes_on(word) && !leads_to_label(word);
        // `1.1 A boat` below `1 BOATS`.
        let named = line
            .words
            .get(1)
            .is_some_and(|word| word.starts_with(char::is_uppercase));
        let inner = || named && self.in_annex() && point.is_of(self.last);
        let below_title = || self.under_title() && self.lists.opens(&point);
        // Set in below a paragraph that leads to it without a colon.
        let set_in = || {
            let is_first = matches!(
                line.words[0],
                "a." | "a)" | "(a)" | "A." | "A)" | "1." | "1)" | "(1)" | "i." | "i)" | "(i)"
            );
            is_first && self.is_set_in(line, gap) && self.lists.opens(&point)
        };
        let goes_on_list =
            || before.is_some_and(may_end) && (counts() || inner() || below_title()) || set_in();
        if !leads && !goes_on_list() {
            return None;
        }
        let above = Above {
            column: Some(line.column).filter(|_| line.is_item()),
            ..self.above(before)
        };
        let (depth, missing) = self.lists.place(&point, above)?;
        if missing > 0 {
            let message = format!("points are missing before `{}`", line.words[0]);
            self.report.doubt(line.number, message);
        }
        Some(Start::Point(point, depth))
    }

    /// The roman number of an item of the outermost list of its format, before what is resolved.
    fn counted_item(&self, line: &Line<'a>) -> Option<numbering::Label<'a>> {
        let first = line
            .words
            .first()
            .filter(|_| line.is_item() && line.column == 0)?;
        let number = first.strip_suffix(['.', ')'])?;
        let label = numbering::Label {
            number: number.to_owned(),
            value: read_roman(number)
                .filter(|_| number.starts_with(char::is_uppercase))?
                .into(),
            stop: numbering::Stop::Printed,
            words: 1,
            glued: None,
        };
        let verb = self.leads.verb(&numbering::text_behind(line, &label, None));
        (label.value == self.last + 1 && verb == Some(Verb::Finite)).then_some(label)
    }

    /// Whether a line is set in deeper than the paragraph that is open, which may lead to points there: `Asks ports to`.
    fn is_set_in(&self, line: &Line<'_>, before: Before<'_>) -> bool {
        let may_lead =
            |word: &str| ["to", "that"].contains(&word) || !goes_on(word) && !leads_to_label(word);
        self.column.is_some_and(|column| line.column > column + 1)
            && (before.is_apart() || before.word.is_some_and(may_lead))
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
    pub(super) fn above(&self, before: Option<&str>) -> Above {
        Above {
            colon: before.is_some_and(ends_in_colon),
            unlabelled: self.unlabelled(),
            paragraph: self.last,
            column: None,
        }
    }

    /// The point that a number opens: behind a colon, or apart and set in deeper, where it is 1 and has another stop than
    /// the paragraphs or no verb behind it; or where a list of numbers goes on and no verb stands behind it.
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
        let leads = colon || self.is_set_in(line, before);
        let opens = leads && label.value == 1 && (differs || self.last > 0 && verb.is_none());
        // Left of the points stands the next paragraph.
        let is_left = || {
            label.value == self.last + 1 && self.margin.is_some_and(|margin| line.column < margin)
        };
        let goes_on = self.lists.counts_on(&point) && (differs || verb.is_none()) && !is_left();
        (self.stage == Stage::Operative && (opens || goes_on)).then(|| self.point(line, before))?
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
        let starts = if line.is_item() && follows && verb.is_some() {
            true
        } else if label.has_stop() {
            verb.is_some() && (follows || !before.hangs())
                || follows && (before.stops() || self.is_first(&label, before))
        } else {
            let opens = verb == Some(Verb::Finite) || line.shape == LineShape::Number;
            opens && follows && !before.hangs() || follows && self.counts_bare(line, &label, before)
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
    pub(super) fn counts_bare(
        &self,
        line: &Line<'_>,
        label: &numbering::Label<'_>,
        before: Before<'_>,
    ) -> bool {
        let text = line.words.get(label.words);
        let sentence = text
            .is_some_and(|word| word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()));
        let enacted = || {
            let open = self.blocks.last().map(|open| open.kind);
            label.is_dashed(&line.words) && matches!(open, Some(BlockKind::Between(_)))
        };
        let begun = self.last > 0 && !self.has_stops || enacted();
        begun && sentence && before.stops() && before.is_apart()
    }

    pub(super) fn doubt_text(&mut self, line: &Line<'_>) {
        let message = format!(
            "the line opens with `{}`; read as running text",
            line.words[0]
        );
        self.report.doubt(line.number, message);
    }

    pub(super) fn doubt_stop(&mut self, line: &Line<'_>, begun: &str) {
        let message = format!(
            "no stop stands before `{}`; read as a new {begun}",
            line.words[0]
        );
        self.report.doubt(line.number, message);
    }
}

/// Whether a line begins in capitals and goes on in small letters, as paragraphs do that set off their verbs so.
fn begins_loud(line: &Line<'_>) -> bool {
    let loud = |word: &str| word.chars().count() > 2 && word.chars().all(char::is_uppercase);
    loud(line.words[0]) && !line.is_without_small_letters()
}

/// What is printed behind the number that a line opens with.
pub(super) fn stop_of(line: &Line<'_>) -> Option<char> {
    let mut rest = line.words[0].chars().skip_while(char::is_ascii_digit);
    rest.next().filter(|stop| ['.', ')'].contains(stop))
}
