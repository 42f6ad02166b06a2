//! The resolutions that a query numbers: a number and a word find the paragraphs of that resolution.

use std::ops::Range;
use std::sync::Arc;

use crate::search::answer::Searched;
use crate::search::answer::latest::Latest;
use crate::search::answer::named::resolutions_called;
use crate::search::index::paragraphs::id::ParagraphId;
use crate::search::index::text_set::TextId;
use crate::search::query::{Asked, WordEnd};
use crate::search::terms::ways::is_number;
use crate::search::words::tokens;
use crate::text::model::ResolutionId;

/// Numbers kept from key to key, by the words that they were read from.
pub(in crate::search) type Numbers = Latest<Vec<String>, Numbered, 8>;

/// What a chunk numbers.
pub(in crate::search) fn numbered(
    numbers: &mut Numbers,
    searched: Searched<'_>,
    chunk: &[Asked],
) -> Arc<Numbered> {
    let number = chunk.iter().map(|asked| asked.word.clone()).collect();
    numbers.get(number, |number| Numbered::read(searched, number))
}

/// What a chunk such as `2505` or `2/34` numbers, or the year that it is.
#[derive(Debug)]
pub(in crate::search) struct Numbered {
    /// The texts of the resolutions, with the quality of the number in them.
    pub(in crate::search) members: Arc<[(TextId, f32)]>,
    /// The paragraphs of those that have the number in their symbols.
    pub(in crate::search) paragraphs: Vec<Range<ParagraphId>>,
}

impl Numbered {
    pub(in crate::search) fn read(searched: Searched<'_>, number: &[String]) -> Self {
        let Searched { index, weights, .. } = searched;
        let (named, of_year) = resolutions(searched, number);
        let mut members = Vec::new();
        for (ids, quality) in [(&named, weights.its_number), (&of_year, weights.its_year)] {
            for &id in ids {
                let texts = index.paragraphs.with_texts(index.paragraphs.of(id));
                members.extend(texts.map(|(_, text)| (text, quality)));
            }
        }
        let paragraphs = named.into_iter().map(|id| index.paragraphs.of(id));
        Self {
            members: members.into(),
            paragraphs: paragraphs.collect(),
        }
    }
}

/// The resolutions with a number in their symbols, before which all may stand that does there, as in `S/RES/2505`; and for a number of four digits those of that year.
fn resolutions(
    searched: Searched<'_>,
    number: &[String],
) -> (Vec<ResolutionId>, Vec<ResolutionId>) {
    let (mut named, mut of_year) = (Vec::new(), Vec::new());
    for id in resolutions_called(&searched.index.names, number, WordEnd::Typed) {
        let symbol = tokens::words(searched.corpus.symbol(id));
        let first = symbol.iter().position(|word| is_number(word));
        let from_number = first.is_some_and(|first| symbol[first..].starts_with(number));
        if from_number || symbol.starts_with(number) {
            named.push(id);
        } else if matches!(number, [year] if year.len() == 4) {
            of_year.push(id);
        }
    }
    (named, of_year)
}
