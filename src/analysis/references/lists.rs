//! Lists of paragraphs: `paragraphs 3 (d) above, 5 to 7 and 9`, `subparagraphs (a) and (b)`.
//!
//! A list is items and what parts them. An item is a number, letters, or both; letters alone belong to the number
//! before them. `to`, `through` and a dash make a range.

use std::ops::Range;

use super::named::NamedText;
use crate::analysis::lexemes::Lexemes;
use crate::text::citation::read_roman;
use crate::text::model::MONTHS;

/// Paragraphs that are named together.
#[derive(Debug, Default)]
pub(super) struct ParagraphList {
    /// The lexemes from the word *paragraph*, or what stands before it for it, to behind the last item.
    pub(super) lexemes: Range<usize>,
    /// Never empty.
    pub(super) items: Vec<ParagraphItem>,
    pub(super) is_preambular: bool,
}

/// One of them, or a range.
#[derive(Clone, Debug, Default)]
pub(super) struct ParagraphItem {
    pub(super) lexemes: Range<usize>,
    /// Where what follows it begins, behind *above* or *below*.
    behind: usize,
    /// None where only letters are printed.
    pub(super) number: Option<String>,
    pub(super) points: Vec<String>,
    /// The last of a range: takes the place of the last step.
    pub(super) to: Option<String>,
    /// Whether *above* or *below* stands behind it.
    pub(super) is_here: bool,
}

/// The list that begins there with the word *paragraph*.
pub(super) fn list(lexemes: &Lexemes<'_>, at: usize, named: &[NamedText]) -> Option<ParagraphList> {
    let word = keyword(lexemes, at)?;
    let reading = ListReader { lexemes, named };
    let items = reading.items(word.behind, word.is_sub);
    let end = items.last()?.behind;
    let before = at.wrapping_sub(1);
    let is_preambular = word.is_preambular || lexemes.is(before, &["preambular"]);
    let is_qualified = is_preambular || lexemes.is(before, &["operative"]);
    Some(ParagraphList {
        lexemes: at - usize::from(is_qualified && !word.is_preambular)..end,
        items,
        is_preambular,
    })
}

/// What goes on behind the owner of another list: `… of resolution 1267 (1999) and 8 (c) of …`.
pub(super) fn further(
    lexemes: &Lexemes<'_>,
    at: usize,
    named: &[NamedText],
) -> Option<ParagraphList> {
    let reading = ListReader { lexemes, named };
    let at = reading.separator(at)?;
    let items = reading.items(at, false);
    Some(ParagraphList {
        lexemes: at..items.last()?.behind,
        items,
        is_preambular: false,
    })
}

/// A word for a paragraph.
pub(super) struct Keyword {
    pub(super) behind: usize,
    is_sub: bool,
    is_preambular: bool,
}

/// The word *paragraph*, in one of its forms.
pub(super) fn keyword(lexemes: &Lexemes<'_>, at: usize) -> Option<Keyword> {
    const WORDS: [&str; 4] = ["paragraph", "paragraphs", "para", "paras"];
    let is_short = |word: &str| matches!(word, "OP" | "OPs" | "PP" | "PPs");
    let mut behind = at + 1;
    let is_sub = if lexemes.is(at, &["sub"])
        && lexemes.is_mark(at + 1, &['-'])
        && lexemes.is(at + 2, &WORDS)
    {
        behind += 2;
        true
    } else {
        lexemes.is(at, &["subparagraph", "subparagraphs"])
    };
    let short = lexemes
        .word(at)
        .filter(|word| is_short(word) && lexemes.number(at + 1).is_some());
    if !is_sub && short.is_none() && !lexemes.is(at, &WORDS) {
        return None;
    }
    behind += usize::from(lexemes.is(at, &["para", "paras"]) && lexemes.is_mark(behind, &['.']));
    Some(Keyword {
        behind,
        is_sub,
        is_preambular: short.is_some_and(|short| short.starts_with('P')),
    })
}

struct ListReader<'r, 't> {
    lexemes: &'r Lexemes<'t>,
    named: &'r [NamedText],
}

impl ListReader<'_, '_> {
    fn items(&self, mut at: usize, mut is_sub: bool) -> Vec<ParagraphItem> {
        let mut items: Vec<ParagraphItem> = Vec::new();
        while let Some(item) = self.item(at, items.last(), is_sub) {
            let end = item.behind;
            items.push(item);
            // `paragraph 4, subparagraph (e)`
            let word = end + usize::from(self.lexemes.is_mark(end, &[',']));
            at = match keyword(self.lexemes, word).filter(|word| word.is_sub) {
                Some(word) => {
                    is_sub = true;
                    word.behind
                }
                None => match self.separator(end) {
                    Some(behind) => behind,
                    None => break,
                },
            };
        }
        items
    }

    /// What parts two items, and where the next begins.
    fn separator(&self, at: usize) -> Option<usize> {
        let mut behind = at + usize::from(self.lexemes.is_mark(at, &[',']));
        if self.lexemes.is(behind, &["and", "or"]) {
            behind += 1;
            let is_either = self.lexemes.is_mark(behind, &['/']);
            behind += if is_either { 2 } else { 0 };
        } else if self.lexemes.is(behind, &["as"]) && self.lexemes.is(behind + 1, &["well"]) {
            behind += 3;
        }
        (behind > at).then_some(behind)
    }

    fn item(
        &self,
        at: usize,
        before: Option<&ParagraphItem>,
        is_sub: bool,
    ) -> Option<ParagraphItem> {
        let mut number = self.number(at);
        let mut end = at + usize::from(number.is_some());
        if let Some(number) = &mut number
            && let Some(added) = self.lexemes.word(end).filter(|word| ADDED.contains(word))
        {
            number.extend([" ", added]);
            end += 1;
        }
        let mut points = Vec::new();
        while let Some(point) = self.point(end) {
            points.push(point);
            end += 3;
        }
        if number.is_none() && points.is_empty() {
            let letter = self
                .lexemes
                .word(at)
                .filter(|word| is_sub && word.len() == 1)?;
            points.push(letter.to_ascii_lowercase());
            end += 1;
        }
        let mut item = ParagraphItem {
            points: match before {
                Some(before) if number.is_none() => beside(&before.points, points),
                _ => points,
            },
            number: number.or_else(|| before?.number.clone()),
            ..ParagraphItem::default()
        };
        end = self.range(end, &mut item);
        item.lexemes = at..end;
        let behind = end + usize::from(self.lexemes.is_mark(end, &[',']));
        item.is_here = self.lexemes.is(behind, &["above", "below"]);
        item.behind = if item.is_here { behind + 1 } else { end };
        Some(item)
    }

    /// The number of a paragraph; no day, no count and no symbol.
    fn number(&self, at: usize) -> Option<String> {
        const UNITS: [&str; 12] = [
            "day",
            "days",
            "weeks",
            "month",
            "months",
            "years",
            "hours",
            "per",
            "percent",
            "troops",
            "personnel",
            "million",
        ];
        let number = self.lexemes.number(at).filter(|&number| number < 1000)?;
        let is_symbol = self.named.iter().any(|named| named.lexemes.contains(&at));
        let is_other = self.lexemes.is(at + 1, &MONTHS) || self.lexemes.is(at + 1, &UNITS);
        (!is_symbol && !is_other).then(|| number.to_string())
    }

    /// The letter in brackets there.
    fn point(&self, at: usize) -> Option<String> {
        let label = self.lexemes.bracketed_word(at)?;
        let is_small = label.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_twice = label.len() == 2 && label.as_bytes().first() == label.as_bytes().last();
        let is_label = label.len() == 1 || is_twice || read_roman(label).is_some();
        (is_small && is_label).then(|| label.to_owned())
    }

    /// Reads on to the end of a range.
    fn range(&self, end: usize, item: &mut ParagraphItem) -> usize {
        let is_to = self.lexemes.is(end, &["to", "through"])
            || self.lexemes.is_mark(end, &['-', '–', '‑', '—']);
        if !is_to {
            return end;
        }
        let number = self.number(end + 1);
        let at_point = end + 1 + usize::from(number.is_some());
        let is_same = number.is_none() || number == item.number;
        match (number, self.point(at_point)) {
            (_, Some(point)) if is_same && !item.points.is_empty() => {
                item.to = Some(point);
                at_point + 3
            }
            (Some(number), None) if item.points.is_empty() => {
                item.to = Some(number);
                at_point
            }
            _ => end,
        }
    }
}

/// What stands behind the number of a paragraph that was put in later.
const ADDED: [&str; 4] = ["bis", "ter", "quater", "quinquies"];

/// The letters of an item behind those of the one before it: `(b) (i)` and `(ii)`, `(a) (i)` and `(b)`.
fn beside(before: &[String], letters: Vec<String>) -> Vec<String> {
    let is_roman = |label: &str| label.bytes().all(|byte| b"ivxl".contains(&byte));
    let Some(first) = letters.first() else {
        return letters;
    };
    let alike = before
        .iter()
        .rposition(|label| is_roman(label) == is_roman(first));
    let kept = alike.unwrap_or(before.len().saturating_sub(1));
    before.iter().take(kept).cloned().chain(letters).collect()
}
