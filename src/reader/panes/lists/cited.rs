//! A row of a citation and words, as most lists have it.

use crate::reader::panes::list::{ListRow, RowWords};
use crate::text::corpus::Corpus;
use crate::text::model::Place;

pub(super) fn of_place(place: Place, corpus: &Corpus) -> ListRow {
    let text = corpus.text(place);
    of_words(
        corpus.cite(place).to_string(),
        text.unwrap_or_else(|lost| lost.to_string()),
    )
}

pub(super) fn of_words(citation: String, text: String) -> ListRow {
    ListRow {
        columns: [String::new(), citation, String::new()],
        words: RowWords {
            text,
            ..RowWords::default()
        },
        ..ListRow::default()
    }
}
