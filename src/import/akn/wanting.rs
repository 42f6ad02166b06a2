//! What the markup does not say: numbers typed into the text, numbers apart from their text, headings typed as paragraphs.

use super::document::{DocumentDoubt, DoubtKind, Number};
use super::flow::{BlockMark, FlowBlock, PLAIN_LEVEL, Zone};
use super::labels;
use super::text::{Inline, place};
use super::words::{self, Language};
use crate::text::model::SpanKind;

/// So many headings in a row, and they are a list.
const RUN: usize = 3;

/// Completes the blocks of a document.
pub(super) fn complete(
    blocks: &mut Vec<FlowBlock>,
    language: Language,
    doubts: &mut Vec<DocumentDoubt>,
) {
    join_numbers(blocks, doubts);
    read_labels(blocks, language, doubts);
    read_headings(blocks, language, doubts);
}

/// A number without text takes the text of the unnumbered paragraph after it.
fn join_numbers(blocks: &mut Vec<FlowBlock>, doubts: &mut Vec<DocumentDoubt>) {
    if !blocks.iter().any(is_number_alone) {
        return;
    }
    let mut joined: Vec<FlowBlock> = Vec::with_capacity(blocks.len());
    for block in blocks.drain(..) {
        match joined.last_mut() {
            Some(number)
                if is_number_alone(number) && is_paragraph(&block) && block.number.is_none() =>
            {
                doubts.push(DocumentDoubt::quoting(
                    number.at,
                    DoubtKind::NumberApart,
                    "number and text stand in two paragraphs",
                ));
                number.text = block.text;
                number.level = block.level;
            }
            _ => joined.push(block),
        }
    }
    *blocks = joined;
}

fn is_number_alone(block: &FlowBlock) -> bool {
    let is_decimal = |number: &Number| labels::decimal(&number.shown).is_some();
    is_paragraph(block) && block.text.is_empty() && block.number.as_ref().is_some_and(is_decimal)
}

fn read_labels(blocks: &mut [FlowBlock], language: Language, doubts: &mut Vec<DocumentDoubt>) {
    for block in blocks {
        let may = matches!(block.mark, BlockMark::Paragraph | BlockMark::Flush(_))
            && block.zone != Zone::Cover
            && block.number.is_none();
        if !may || words::is_rule(&block.text.text) {
            continue;
        }
        if let Some((number, bytes)) = labels::typed(&block.text, language) {
            block.text.cut(bytes);
            let said = format!("{}{}", number.shown, number.stop);
            block.number = Some(number);
            if let BlockMark::Flush(depth) = block.mark {
                block.mark = BlockMark::Point(depth);
            }
            doubts.push(DocumentDoubt::quoting(
                block.at,
                DoubtKind::NumberTyped,
                &said,
            ));
        }
    }
}

fn read_headings(blocks: &mut [FlowBlock], language: Language, doubts: &mut Vec<DocumentDoubt>) {
    let mut at = 0;
    while at < blocks.len() {
        let run = blocks[at..]
            .iter()
            .take_while(|block| is_short_line(block, language))
            .count();
        for block in &mut blocks[at..at + run] {
            if run < RUN {
                make_heading(block, doubts);
            }
        }
        at += run;
        if let Some(block) = blocks.get_mut(at) {
            if is_classed_heading(block) {
                make_heading(block, doubts);
            } else if is_preambular_heading(block) {
                block.mark = BlockMark::Heading(2);
            }
        }
        at += 1;
    }
}

fn make_heading(block: &mut FlowBlock, doubts: &mut Vec<DocumentDoubt>) {
    block.mark = BlockMark::Heading(block.level.unwrap_or(PLAIN_LEVEL));
    doubts.push(DocumentDoubt::quoting(
        block.at,
        DoubtKind::TypedHeading,
        &block.text.text,
    ));
}

fn is_paragraph(block: &FlowBlock) -> bool {
    block.mark == BlockMark::Paragraph && block.zone != Zone::Conclusions
}

/// An unnumbered paragraph of a few words that ends as no sentence does, and opens no annex.
fn is_short_line(block: &FlowBlock, language: Language) -> bool {
    is_paragraph(block)
        && !(language.small_letter_goes_on() && block.text.text.starts_with(char::is_lowercase))
        && block.number.is_none()
        && block.level.is_none()
        && is_heading_text(&block.text)
        && words::is_at_most(&block.text.text, 12)
        && !words::opens_annex(&block.text.text)
}

fn is_classed_heading(block: &FlowBlock) -> bool {
    is_paragraph(block)
        && block.level.is_some()
        && is_heading_text(&block.text)
        && words::is_at_most(&block.text.text, 25)
}

/// What has no name in a preamble, is short and ends as no clause does.
fn is_preambular_heading(block: &FlowBlock) -> bool {
    let may = match block.mark {
        BlockMark::Container { is_named } => !is_named || block.zone == Zone::Body,
        BlockMark::Preambular { is_marked } => !is_marked,
        _ => false,
    };
    may && is_heading_text(&block.text) && words::is_at_most(&block.text.text, 12)
}

fn is_heading_text(text: &Inline) -> bool {
    !text.text.is_empty()
        && !words::ends_as_text(&text.text)
        && !words::is_rule(&text.text)
        && text.text.chars().any(char::is_alphabetic)
        && !opens_with_lead_verb(text)
}

/// An italic run at the beginning that is not all of the text.
fn opens_with_lead_verb(text: &Inline) -> bool {
    let end = place(text.text.len());
    let italics = || {
        text.spans
            .iter()
            .filter(|span| span.kind == SpanKind::Italic)
    };
    text.opens_italic()
        && !italics().any(|span| span.range.start == 0 && span.range.end + 2 >= end)
        && italics().map(|span| span.range.len()).sum::<usize>() * 2 < text.text.len()
}
