//! The head of a resolution: what stands from its heading down to its opening.

use super::blocks::{Block, BlockKind, words_of};
use super::headings::Heading;
use crate::import::source::Line;
use crate::import::words::Word;

/// Headings and title: the lines `over` the symbol, its line if there is one, `ON`, and what stands `below` it
/// before the opening.
pub(in crate::import) fn read<'a>(
    lines: &[Line<'a>],
    over: &[usize],
    symbol: Option<usize>,
    below: &[usize],
    heading: &Heading,
) -> Vec<Block<'a>> {
    // `Resolution adopted by …`, and what stands between it and the symbol.
    let over = over.iter().map(|&index| words_of(&lines[index]));
    let mut blocks: Vec<_> = over
        .map(|words| Block::of(BlockKind::Heading, words))
        .collect();
    let mut rest = Vec::new();
    if let Some(symbol) = symbol {
        let mut symbol = words_of(&lines[symbol]);
        rest = symbol.split_off(heading.words);
        blocks.push(Block::of(BlockKind::Heading, symbol));
    }
    let below = below.iter().map(|&index| words_of(&lines[index]));
    let headed = blocks.len();
    for mut words in std::iter::once(rest).chain(below) {
        let is_on = |word: &Word<'_>| word.text.eq_ignore_ascii_case("on");
        if blocks.len() == headed && words.first().is_some_and(is_on) {
            let title = words.split_off(1);
            blocks.push(Block::of(BlockKind::Heading, words));
            words = title;
        }
        let Some(first) = words.first() else {
            continue;
        };
        let adopts = first.text == "Adopted";
        let adopted = |block: &Block<'_>| {
            block.kind == BlockKind::Heading && block.words[0].text == "Adopted"
        };
        match blocks.last_mut() {
            Some(open) if adopted(open) || open.kind == BlockKind::Title && !adopts => {
                open.words.extend(words);
            }
            _ if adopts => blocks.push(Block::of(BlockKind::Heading, words)),
            _ => blocks.push(Block::of(BlockKind::Title, words)),
        }
    }
    blocks
}
