//! What comes behind a block: whether a paragraph without a number is preambular depends on it.

use crate::import::akn::document::Number;
use crate::import::akn::flow::{BlockMark, FlowBlock, Zone};
use crate::import::akn::{labels, words};

/// What comes behind a block, before the next section or annex begins.
#[derive(Clone, Copy, Default)]
pub(super) struct Coming {
    /// A numbered paragraph.
    pub(super) number: bool,
    /// An unnumbered paragraph before that.
    pub(super) paragraph: bool,
}

/// What comes behind each of the blocks.
pub(super) fn coming(blocks: &[FlowBlock]) -> Vec<Coming> {
    let mut coming = Coming::default();
    let mut behind = vec![coming; blocks.len()];
    for (at, block) in blocks.iter().enumerate().rev() {
        behind[at] = coming;
        if matches!(block.mark, BlockMark::Section | BlockMark::Attachment)
            || words::opens_annex(&block.text.text)
        {
            coming = Coming::default();
        } else if is_numbered(block) {
            coming = Coming {
                number: true,
                paragraph: false,
            };
        } else {
            coming.paragraph |= may_be_preambular(block);
        }
    }
    behind
}

fn may_be_preambular(block: &FlowBlock) -> bool {
    match block.mark {
        BlockMark::Container { .. } | BlockMark::Preambular { .. } => true,
        BlockMark::Paragraph => block.number.is_none() && block.zone == Zone::Body,
        _ => false,
    }
}

fn is_numbered(block: &FlowBlock) -> bool {
    let is_decimal = |number: &Number| labels::decimal(&number.shown).is_some();
    block.mark == BlockMark::Paragraph && block.number.as_ref().is_some_and(is_decimal)
}
