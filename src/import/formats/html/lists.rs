//! Lists of a page and the labels of their items.

use super::tags::{PagePiece, PageTag};
use crate::import::formats::numerals::formatted;

/// A list that is open.
pub(super) struct PageList {
    is_ordered: bool,
    /// How its items are labelled: a type of HTML, or `none`.
    kind: String,
    pub(super) next: i64,
    pub(super) step: i64,
}

impl PageList {
    pub(super) fn of(tag: &PageTag, behind: &[PagePiece]) -> Self {
        let style = tag.get("style").unwrap_or_default();
        let styled = [
            ("none", "none"),
            ("lower-alpha", "a"),
            ("lower-latin", "a"),
            ("upper-alpha", "A"),
            ("lower-roman", "i"),
            ("upper-roman", "I"),
        ];
        let styled = styled
            .iter()
            .find(|(name, _)| style.contains("list-style") && style.contains(name));
        let kind = styled.map_or(tag.get("type").unwrap_or("1"), |(_, kind)| kind);
        let is_reversed = tag.get("reversed").is_some();
        let start = tag.get("start").and_then(|start| start.trim().parse().ok());
        let usual = if is_reversed { items(behind) } else { 1 };
        Self {
            is_ordered: tag.name == "ol",
            kind: kind.to_owned(),
            next: start.unwrap_or(usual),
            step: if is_reversed { -1 } else { 1 },
        }
    }

    pub(super) fn label(&self) -> String {
        if self.kind == "none" {
            return String::new();
        }
        if !self.is_ordered {
            return "•".to_owned();
        }
        let format = match self.kind.as_str() {
            "a" => "lowerLetter",
            "A" => "upperLetter",
            "i" => "lowerRoman",
            "I" => "upperRoman",
            _ => "decimal",
        };
        match u32::try_from(self.next) {
            Ok(number) => formatted(number, format) + ".",
            Err(_) => format!("{}.", self.next),
        }
    }
}

/// How many items the list has that what follows stands in.
fn items(behind: &[PagePiece]) -> i64 {
    let (mut count, mut depth) = (0, 0_usize);
    for piece in behind {
        match piece {
            PagePiece::Open(tag) if tag.name == "li" && depth == 0 => count += 1,
            PagePiece::Open(tag) if ["ol", "ul"].contains(&tag.name.as_str()) => depth += 1,
            PagePiece::Close(name) if ["ol", "ul"].contains(&name.as_str()) => {
                match depth.checked_sub(1) {
                    Some(less) => depth = less,
                    None => break,
                }
            }
            _ => {}
        }
    }
    count
}
