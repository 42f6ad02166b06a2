//! The texts of notes, which stand behind the text that they belong to.

use crate::text::map::Map;
use crate::text::model::{Cell, Note, PassageKind, Resolution};

/// The notes of a resolution by their labels, which are the same in capitals and in small letters.
#[derive(Debug, Default)]
pub(super) struct LabelledNotes {
    /// Each with its mark, where that is another than its label.
    texts: Map<String, (Option<String>, String)>,
}

impl LabelledNotes {
    pub(super) fn add(&mut self, label: &str, mark: Option<String>, text: String) {
        self.texts.insert(label.to_lowercase(), (mark, text));
    }

    /// Puts the texts into the notes of a resolution, where their labels stand.
    pub(super) fn put_into(&self, resolution: &mut Resolution) {
        let put = |note: &mut Note| {
            if let Some((mark, text)) = self.texts.get(&note.text.to_lowercase()) {
                note.text = text.as_str().into();
                if let Some(mark) = mark {
                    note.mark = mark.as_str().into();
                }
            }
        };
        resolution.title_notes.iter_mut().for_each(put);
        for passage in &mut resolution.passages {
            if let PassageKind::Table(table) = &mut passage.kind {
                let cells = table.rows.iter_mut().flatten();
                cells
                    .flat_map(|cell: &mut Cell| &mut cell.notes)
                    .for_each(put);
            }
            passage.notes.iter_mut().for_each(put);
        }
    }
}
