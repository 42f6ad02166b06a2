//! What a tree is read into: blocks, each with what its markup says of it.

use crate::import::akn::document::{DocumentTable, Number};
use crate::import::akn::text::Inline;

/// A paragraph or what stands between paragraphs.
#[derive(Debug)]
pub(in crate::import::akn) struct FlowBlock {
    pub(in crate::import::akn) mark: BlockMark,
    pub(in crate::import::akn) zone: Zone,
    /// The level of a heading that the class of its element gives: the style of the word processor.
    pub(in crate::import::akn) level: Option<u8>,
    pub(in crate::import::akn) number: Option<Number>,
    pub(in crate::import::akn) text: Inline,
    pub(in crate::import::akn) at: usize,
}

/// The part of a file in which a block stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import::akn) enum Zone {
    /// A cover or a preface.
    Cover,
    Preamble,
    Body,
    /// The place and day at the end.
    Conclusions,
}

/// What the markup says of a block.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::import::akn) enum BlockMark {
    /// A line of a cover or preface; the human title.
    Line {
        is_title: bool,
    },
    Formula,
    /// A preambular paragraph; whether its element has a name.
    Container {
        is_named: bool,
    },
    /// A paragraph of the preamble without an element of its own, or of a crossheading that says so.
    Preambular {
        is_marked: bool,
    },
    Paragraph,
    /// A point, from 1.
    Point(u8),
    /// Text that goes on after points, at the depth of the points.
    Flush(u8),
    /// A heading of that level.
    Heading(u8),
    /// A heading among points of that depth.
    PointHeading(u8),
    Table(DocumentTable),
    /// A section begins; its title stands as text.
    Section,
    /// An attachment begins.
    Attachment,
}

/// The level, from 1, that a class of headings gives; nothing where it is another class.
pub(super) fn heading_level(class: &str) -> Option<u8> {
    Some(match class {
        "H1" | "HCh" | "BlueHeadingH1" | "TitleH1" | "Heading1" => 1,
        "H4" | "Heading3" => 3,
        "H56" | "Heading4" => 4,
        _ => {
            let is_heading = ["BlueHeading", "TitleH", "Heading", "H"]
                .iter()
                .filter_map(|start| class.strip_prefix(start))
                .any(|rest| {
                    rest.trim_start_matches('H')
                        .bytes()
                        .all(|byte| byte.is_ascii_digit())
                });
            return is_heading.then_some(2);
        }
    })
}

/// The level of a heading of no class that says one.
pub(in crate::import::akn) const PLAIN_LEVEL: u8 = 2;
