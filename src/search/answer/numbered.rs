//! The resolutions that a query numbers: a number and a word find the paragraphs of that resolution.

use std::ops::Range;
use std::sync::Arc;

use crate::search::answer::Searched;
use crate::search::index::paragraphs::ParagraphId;
use crate::search::index::text_set::TextId;
use crate::search::query::Asked;

/// Numbers kept from key to key.
const MOST_KEPT: usize = 8;

/// What was numbered lately.
#[derive(Debug, Default)]
pub(in crate::search) struct Numbers {
    latest: Vec<Numbered>,
}

impl Numbers {
    /// What a chunk numbers.
    pub(in crate::search) fn read(&mut self, searched: Searched<'_>, chunk: &[Asked]) -> &Numbered {
        let number: Vec<String> = chunk.iter().map(|asked| asked.word.clone()).collect();
        let known = self.latest.iter().position(|known| known.number == number);
        let at = known.unwrap_or_else(|| {
            if self.latest.len() == MOST_KEPT {
                self.latest.remove(0);
            }
            self.latest.push(Numbered::read(searched, number));
            self.latest.len() - 1
        });
        &self.latest[at]
    }
}

/// What a chunk such as `2505` or `2/34` numbers, or the year that it is.
#[derive(Debug)]
pub(in crate::search) struct Numbered {
    number: Vec<String>,
    /// The texts of the resolutions, with the quality of the number in them.
    pub(in crate::search) members: Arc<[(TextId, f32)]>,
    /// The paragraphs of those that have the number in their symbols.
    pub(in crate::search) paragraphs: Vec<Range<ParagraphId>>,
}

impl Numbered {
    fn read(searched: Searched<'_>, number: Vec<String>) -> Self {
        let Searched { index, corpus, .. } = searched;
        let (mut members, mut named) = (Vec::new(), Vec::new());
        for (resolution, by_number) in index.names.numbered(corpus, &number) {
            let paragraphs = index.paragraphs.of(resolution);
            let quality = if by_number {
                searched.weights.its_number
            } else {
                searched.weights.its_year
            };
            let texts = index.paragraphs.with_texts(paragraphs.clone());
            members.extend(texts.map(|(_, text)| (text, quality)));
            if by_number {
                named.push(paragraphs);
            }
        }
        Self {
            number,
            members: members.into(),
            paragraphs: named,
        }
    }
}
