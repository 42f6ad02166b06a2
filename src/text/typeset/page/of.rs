//! Whose text stands on a row.

use std::borrow::Cow;

use crate::text::model::{Note, Resolution};

/// Whose text stands on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Nobody's: a blank row.
    Space,
    /// The title of the resolution.
    Title,
    /// A note to the title, by its position.
    TitleNote(usize),
    /// What stands over a section, counted from 1.
    Section(u16),
    /// What stands over an annex, counted from 1.
    Annex(u16),
    /// A further line over an annex, by its position.
    AnnexHeading(u16, usize),
    /// A note to what stands over an annex, by its position.
    AnnexNote(u16, usize),
    /// A passage.
    Passage(usize),
    /// A note to a passage, by its position.
    Note(usize, usize),
    /// What the reader wrote to a passage, by its position on the page.
    ReadersNote(usize, usize),
}

impl Of {
    /// The text that the row is of; a reader's note, which is none of the resolution, only its [`Page`] has. A note begins
    /// with its mark.
    ///
    /// [`Page`]: super::Page
    pub fn text(self, resolution: &Resolution) -> Cow<'_, str> {
        let passage = |index: usize| resolution.passages.get(index);
        let annex = |position: u16| {
            let index = usize::from(position).checked_sub(1)?;
            resolution.annexes.get(index)
        };
        let text = match self {
            Self::Space | Self::ReadersNote(..) => None,
            Self::Title => resolution.title_or_topic(),
            Self::TitleNote(note) => resolution.title_notes.get(note).map(marked),
            Self::Section(position) => Some(resolution.section_title(position)),
            Self::Annex(position) => Some(resolution.annex_title(position)),
            Self::AnnexHeading(position, line) => annex(position)
                .and_then(|annex| annex.headings.get(line))
                .map(|line| Cow::Borrowed(&**line)),
            Self::AnnexNote(position, note) => annex(position)
                .and_then(|annex| annex.notes.get(note))
                .map(marked),
            Self::Passage(index) => passage(index).map(|passage| Cow::Borrowed(&*passage.text)),
            Self::Note(index, note) => passage(index)
                .and_then(|passage| passage.all_notes().nth(note))
                .map(marked),
        };
        text.unwrap_or_default()
    }

    /// The passage whose text or note it is.
    pub fn passage(self) -> Option<usize> {
        match self {
            Self::Passage(index) | Self::Note(index, _) | Self::ReadersNote(index, _) => {
                Some(index)
            }
            _ => None,
        }
    }
}

fn marked(note: &Note) -> Cow<'_, str> {
    note.line().into()
}
