//! The styles of paragraphs: which list they belong to.

use super::markup::{MarkupPart, PartToken};
use crate::text::map::Map;

/// How long a chain of styles is followed.
const CHAIN: usize = 16;

/// A list and a level of it, as a paragraph or a style names them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ListPlace {
    /// The list; 0 for none.
    pub(super) list: Option<u32>,
    pub(super) level: Option<usize>,
}

impl ListPlace {
    /// What it says, and where it says nothing, what `other` says.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            list: self.list.or(other.list),
            level: self.level.or(other.level),
        }
    }
}

#[derive(Default)]
struct WordStyle {
    based_on: Option<String>,
    place: ListPlace,
    /// The level in the outline, from 0.
    outline: Option<u8>,
    is_hidden: bool,
}

/// All styles, by their ids.
#[derive(Default)]
pub(super) struct Styles {
    styles: Map<String, WordStyle>,
    /// The style of a paragraph that names none.
    usual: Option<String>,
}

impl Styles {
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut styles = Self::default();
        let mut part = MarkupPart::new(bytes);
        let mut open: Option<(String, WordStyle)> = None;
        while let Some(token) = part.next() {
            match token {
                PartToken::Open("style", tag) => {
                    let id = tag.get("styleId").unwrap_or_default().into_owned();
                    let is_usual = tag
                        .get("default")
                        .is_some_and(|on| on == "1" || on == "true");
                    if is_usual && tag.get("type").as_deref() == Some("paragraph") {
                        styles.usual = Some(id.clone());
                    }
                    open = Some((id, WordStyle::default()));
                }
                PartToken::Close("style") => styles.styles.extend(open.take()),
                PartToken::Open(name, tag) => {
                    let Some((_, style)) = &mut open else {
                        continue;
                    };
                    match name {
                        "basedOn" => style.based_on = tag.val().map(Into::into),
                        "numId" => style.place.list = tag.number(),
                        "ilvl" => style.place.level = tag.number(),
                        "outlineLvl" => style.outline = tag.number(),
                        "vanish" => style.is_hidden = tag.is_on(),
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        styles
    }

    /// The list that a style belongs to, by itself or by what it is based on.
    pub(super) fn place(&self, id: Option<&str>) -> ListPlace {
        let chain = self.chain(id).map(|(_, style)| style.place);
        chain.fold(ListPlace::default(), ListPlace::or)
    }

    /// The level in the outline that text of a style has, from 0.
    pub(super) fn outline(&self, id: Option<&str>) -> Option<u8> {
        self.chain(id).find_map(|(_, style)| style.outline)
    }

    /// Whether text of a style is hidden.
    pub(super) fn is_hidden(&self, id: &str) -> bool {
        self.chain(Some(id)).any(|(_, style)| style.is_hidden)
    }

    /// The ids of a style and of what it is based on.
    pub(super) fn ids<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = &'s str> {
        self.chain(id).map(|(id, _)| id)
    }

    fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = (&'s str, &'s WordStyle)> {
        let mut next = id.or(self.usual.as_deref());
        std::iter::from_fn(move || {
            let (id, style) = self.styles.get_key_value(next?)?;
            next = style.based_on.as_deref();
            Some((id.as_str(), style))
        })
        .take(CHAIN)
    }
}
