//! How many paragraphs of some wordings are wanted.

use super::Scope;
use crate::search::index::paragraphs::Paragraphs;
use crate::search::index::text_set::Texts;

/// How many paragraphs of a wording are wanted, and how many more would be, were they in another language.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Alike {
    wanted: u32,
    in_other_languages: u32,
}

impl Scope {
    /// How many paragraphs of these wordings are wanted.
    pub(in crate::search) fn count(&self, paragraphs: &Paragraphs, texts: &Texts) -> usize {
        let alike = self.alike(paragraphs);
        let counts = texts.iter().map(|text| alike[text.index()].wanted as usize);
        counts.sum()
    }

    /// How many paragraphs of these wordings would be wanted, were they in another language.
    pub(in crate::search) fn count_others(&self, paragraphs: &Paragraphs, texts: &Texts) -> usize {
        let alike = self.alike(paragraphs);
        let counts = texts
            .iter()
            .map(|text| alike[text.index()].in_other_languages as usize);
        counts.sum()
    }

    /// A letter leads to half of all wordings: going through the paragraphs of each would take milliseconds a key.
    fn alike(&self, paragraphs: &Paragraphs) -> &[Alike] {
        self.alike.get_or_init(|| {
            let mut all = vec![Alike::default(); paragraphs.texts()];
            for id in paragraphs.resolutions() {
                let is_in_language = self.holds_language(id);
                let is_other = self.others.get(id.0 as usize) == Some(&true);
                for (paragraph, text) in paragraphs.with_texts(paragraphs.of(id)) {
                    if self.holds_but_for_language(paragraphs, paragraph) {
                        let alike = &mut all[text.index()];
                        alike.wanted += u32::from(is_in_language);
                        alike.in_other_languages += u32::from(is_other);
                    }
                }
            }
            all
        })
    }
}
