//! Annexes: what stands behind the operative part under a heading of its own.
//!
//! ```text
//! heading = ( "ANNEX" | "APPENDIX" | "ANNEXE" … ) [ number ] [ title ]     ; number: roman, figures or a letter
//! title   = on the line of the heading, on the lines in capitals below it, or, where neither is, the
//!           lines below it up to the first gap or label, if they end without a stop
//! ```
//!
//! The heading is the first part of the title, as printed. A paragraph begins with a number, with a
//! section (`Article 1`, `Chapter II`), behind a gap or where its first line is set in as that of the one above; a table behind a colon goes on in its paragraph. A section is no number: it is the text of its
//! paragraph, alone where it stands alone on its line, and the paragraphs below may begin from 1 again; with a title
//! on the line below it, it is a heading.

use super::super::blocks::{Block, BlockKind};
use super::loose::HEADING;
use super::{LineGap, ParagraphParser, Stage, Start};
use crate::import::pdf_text::{forms, numbering};
use crate::import::source::Line;
use crate::import::words::{Word, ends_in_colon, is_stop};
use crate::text::citation::read_roman;
use crate::text::model::MONTHS;

/// The longest title of an annex, in words.
const TITLE: usize = 400;

/// As many columns may be between what is printed below each other.
const APPROXIMATE: usize = 2;

const SECTIONS: [&str; 14] = [
    "article",
    "chapter",
    "part",
    "section",
    "title",
    "chapitre",
    "titre",
    "artículo",
    "capítulo",
    "título",
    "artikel",
    "kapitel",
    "статья",
    "глава",
];

impl<'a> ParagraphParser<'a, '_> {
    pub(in crate::import) fn in_annex(&self) -> bool {
        self.stage == Stage::Annexes
    }

    /// Whether an annex begins with a line.
    pub(in crate::import) fn opens_annex(
        &mut self,
        line: &Line<'_>,
        next: Option<&Line<'_>>,
        gap: LineGap,
    ) -> bool {
        let numbered = self
            .blocks
            .last()
            .is_some_and(|block| block.words.is_empty());
        let opened = self.stage >= Stage::Operative && !numbered;
        if !opened || !forms::names_annex(line.words[0]) {
            return false;
        }
        let before = self.before(gap);
        let heading = is_heading(line, gap) && !next.is_some_and(goes_on_below);
        let is_parted = before.stops() || before.is_apart();
        let opens = heading && !before.hangs() && (is_parted || in_capitals(&line.words));
        if opens && !is_parted {
            self.doubt_stop(line, "annex");
        } else if !opens && (is_parted || heading) {
            self.doubt_text(line);
        }
        opens
    }

    /// Begins an annex.
    pub(in crate::import) fn annex(&mut self, line: &Line<'a>) {
        self.untitled();
        self.paragraph(BlockKind::Annex);
        self.last = 0;
        self.extend(line, 0, None);
    }

    /// Takes the next line of an annex; `below` are the lines that follow it up to the first gap.
    pub(in crate::import) fn annexed(
        &mut self,
        line: &Line<'a>,
        below: &[&Line<'a>],
        gap: LineGap,
    ) {
        if self.goes_on_heading(line, gap) {
            return;
        }
        let Some(open) = self.blocks.last() else {
            return;
        };
        let before = self.before(gap);
        let (stops, is_apart) = (before.stops(), before.is_apart());
        if open.kind != BlockKind::Annex && open.words.is_empty() || self.under_untitled() {
            self.extend(line, 0, None);
            return;
        }
        let titles = open.kind == BlockKind::Annex;
        let has_title = !titles || label_of(&open.words) < open.words.len();
        if has_title && let Some(level) = self.level(line, below.first().copied(), before) {
            self.between(line, Some(level));
            return;
        }
        if (stops || is_apart || titles) && heads_section(line, below) {
            self.between(line, None);
            return;
        }
        if let Some(label) = numbering::number(&line.words) {
            let follows = label.value == self.last + 1 || label.value == 1;
            let text = numbering::text_behind(line, &label, below.first().copied());
            let verb = self.leads.opens_operative(&text);
            let starts = if label.has_stop() {
                let capital = text.starts_with(char::is_uppercase);
                titles || !before.hangs() && (is_apart || follows && (stops || capital))
            } else {
                let counted = || {
                    let point = below
                        .first()
                        .and_then(|below| numbering::point(&below.words));
                    point.is_some_and(|point| point.is_of(label.value))
                };
                let below_title = || {
                    has_title && !in_capitals(&line.words) && {
                        let title = self.blocks.last().map_or(&[][..], |block| &block.words);
                        !title
                            .iter()
                            .any(|word| word.text.contains(char::is_lowercase))
                    }
                };
                let apart = titles && label.value == 1 && (is_apart || counted() || below_title());
                let counts = label.value == self.last + 1
                    && (self.counts_bare(line, &label, before)
                        || stops && is_named(line, &label) && (counted() || self.counts_tight()));
                !before.hangs() && verb && follows || counts || apart && is_named(line, &label)
            };
            if starts {
                if !titles && !stops && !is_apart {
                    self.doubt_stop(line, "paragraph");
                }
                if label.value == 1 {
                    self.last = 0;
                }
                self.open(Start::Numbered(label), line, below.first().copied());
                return;
            }
            if label.has_stop() {
                self.doubt_text(line);
            }
        } else if !titles && let Some(start) = self.point(line, before) {
            self.open(start, line, below.first().copied());
            return;
        }
        if titles && self.goes_on_as_title(line, below, gap) {
            self.extend(line, 0, None);
            return;
        }
        let section = is_section(&line.words) && (stops || is_apart);
        let under_heading = matches!(
            self.blocks.last(),
            Some(open) if matches!(open.kind, BlockKind::Between(Some(_)))
        );
        let under_section = self.under_section() || under_heading;
        let text_goes_on =
            before.hangs() || !stops && line.words[0].starts_with(char::is_lowercase);
        let in_table = before.word.is_some_and(ends_in_colon) && line.is_row();
        let is_set_in = stops
            && self
                .least
                .is_some_and(|least| line.column > least + APPROXIMATE)
            && self
                .column
                .is_some_and(|column| line.column.abs_diff(column) <= APPROXIMATE)
            && line.words[0].starts_with(char::is_uppercase);
        if titles || section || under_section || is_set_in || is_apart && !text_goes_on && !in_table
        {
            if is_apart && !stops && !titles && !under_section && self.runs_over_lines() {
                self.doubt_stop(line, "paragraph");
            }
            self.paragraph(BlockKind::Annexed);
            self.column = Some(line.column);
        } else if stops && line.words[0].starts_with(|c: char| c.is_ascii_digit()) {
            self.doubt_text(line);
        }
        self.extend(line, 0, None);
    }

    /// Makes the last title a paragraph where nothing follows it: an annex is shown by its paragraphs.
    pub(in crate::import) fn untitled(&mut self) {
        if let Some(title) = self.blocks.pop_if(|block| block.kind == BlockKind::Annex) {
            if let Some(word) = title.words.first() {
                let message = "nothing follows the heading of an annex; read as its paragraph";
                self.report.doubt(word.line, message.to_owned());
            }
            self.blocks.push(Block::of(BlockKind::Annex, vec![]));
            self.blocks.push(Block::of(BlockKind::Annexed, title.words));
        }
    }

    /// Whether a line under the heading belongs to the title.
    fn goes_on_as_title(&self, line: &Line<'_>, below: &[&Line<'_>], gap: LineGap) -> bool {
        let labelled = |line: &Line<'_>| {
            is_section(&line.words)
                || numbering::point(&line.words).is_some()
                || numbering::number(&line.words).is_some_and(|label| label.has_stop())
        };
        if labelled(line) {
            return false;
        }
        let below = below.iter().take_while(|line| !labelled(line));
        let last = below.last().map_or(line, |last| last);
        let ends = last.ends_sentence();
        let title = self.blocks.last().map_or(&[][..], |block| &block.words);
        if title.len() > TITLE {
            return false;
        }
        let first = label_of(title) == title.len();
        let title: Vec<_> = title.iter().map(|word| word.text).collect();
        in_capitals(&line.words)
            || !ends && (first || gap == LineGap::Touches && !in_capitals(&title))
    }

    /// Whether the open paragraph is nothing but `Article 1`.
    fn under_section(&self) -> bool {
        self.is_bare_section(BlockKind::Annexed)
    }

    /// Whether the heading above is nothing but that, so that its title follows.
    fn under_untitled(&self) -> bool {
        self.is_bare_section(BlockKind::Between(None))
    }

    fn is_bare_section(&self, kind: BlockKind) -> bool {
        self.blocks.last().is_some_and(|block| {
            let section = |words: &[Word<'_>]| matches!(words, [name, number] if is_section(&[name.text, number.text]));
            block.kind == kind && section(&block.words)
        })
    }

    /// Whether numbers without a stop have begun.
    fn counts_tight(&self) -> bool {
        self.last > 0 && !self.has_stops
    }

    fn runs_over_lines(&self) -> bool {
        self.blocks.last().is_some_and(|block| {
            let line = |word: Option<&Word<'_>>| word.map(|word| word.line);
            line(block.words.first()) != line(block.words.last())
        })
    }
}

/// Whether what stands behind a number without a stop is a name and no day: `1 GENERAL`.
fn is_named(line: &Line<'_>, label: &numbering::Label<'_>) -> bool {
    line.words.get(label.words).is_some_and(|word| {
        word.starts_with(char::is_uppercase) && !MONTHS.iter().any(|month| month == word)
    })
}

/// Whether a line is the label of a section, with a title on the line below it: `Article 1`, `Distance`, and then the
/// text.
fn heads_section(line: &Line<'_>, below: &[&Line<'_>]) -> bool {
    let is_label = line.words.len() == 2 && is_section(&line.words);
    let is_title = |title: &Line<'_>| {
        title.words.len() <= HEADING
            && title.words[0].starts_with(char::is_uppercase)
            && !title.ends_sentence()
            && !is_section(&title.words)
    };
    let is_text = |text: &&Line<'_>| {
        let label = numbering::number(&text.words);
        label.is_some_and(|label| label.has_stop()) || numbering::point(&text.words).is_some()
    };
    is_label
        && below.first().is_some_and(|title| is_title(title))
        && below.get(1).is_none_or(is_text)
}

/// Whether a line is nothing but the heading of an annex, with its title or without.
fn is_heading(line: &Line<'_>, gap: LineGap) -> bool {
    let title = &line.words[label_words(&line.words)..];
    let Some(first) = title.first() else {
        return true;
    };
    let ends = title.last().is_some_and(|word| is_stop(word));
    in_capitals(&line.words)
        || gap.is_wide() && !ends && (!first.starts_with(char::is_lowercase) || *first == "to")
}

/// Whether a sentence goes on in the line below a heading.
fn goes_on_below(next: &Line<'_>) -> bool {
    let first = next.words[0];
    first.starts_with(char::is_lowercase) && numbering::point(&next.words).is_none()
}

/// How many words the label of a title fills.
fn label_of(title: &[Word<'_>]) -> usize {
    let words: Vec<_> = title.iter().map(|word| word.text).collect();
    label_words(&words)
}

/// How many words `ANNEX I –` fills.
fn label_words(words: &[&str]) -> usize {
    let numbered = words.get(1).is_some_and(|word| is_number(word));
    let used = 1 + usize::from(numbered);
    let dash = |word: &&str| ["-", "–", "—", ":"].contains(word);
    (used + usize::from(words.get(used).is_some_and(dash))).min(words.len())
}

/// `I`, `2`, `B`, with a stop or without.
fn is_number(word: &str) -> bool {
    let bare = word.trim_end_matches(['.', ':', ')', '-']);
    let bare = bare.trim_start_matches('(');
    let letter = bare.len() == 1 && bare.starts_with(|c: char| c.is_ascii_uppercase());
    letter
        || bare.parse::<u16>().is_ok()
        || !bare.contains(char::is_lowercase) && read_roman(bare).is_some()
}

fn is_section(words: &[&str]) -> bool {
    is_word_of(words[0], &SECTIONS) && words.get(1).is_some_and(|word| is_number(word))
}

/// Whether a word stands in a list and begins with a capital.
fn is_word_of(word: &str, list: &[&str]) -> bool {
    let bare = word.trim_end_matches(['.', ':', '-']).to_lowercase();
    word.starts_with(char::is_uppercase) && list.contains(&bare.as_str())
}

fn in_capitals(words: &[&str]) -> bool {
    let has = |class: fn(char) -> bool| words.iter().any(|word| word.contains(class));
    has(char::is_uppercase) && !has(char::is_lowercase)
}
