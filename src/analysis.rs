//! What follows from a paragraph: what it refers to, who refers to it, what became of it, and who is asked to do what
//! by when.
//!
//! A question a file, each with its method and its limits. All of it is computed from the texts when it is asked
//! for: nothing is kept beside the corpus. The grammars are those of English; where one is needed, a text in another
//! language is refused ([`is_read`]), not misread. Words are compared in any language.

pub mod actions;
pub mod changes;
pub mod cited;
pub mod compare;
mod lexemes;
mod likeness;
pub mod lineage;
pub mod printed;
pub mod references;
pub mod trace;
mod words;

use std::ops::Range;

use crate::text::corpus::Corpus;
use crate::text::model::ResolutionId;

/// Whether the grammars of this floor read the language of a text.
pub fn is_read(corpus: &Corpus, id: ResolutionId) -> bool {
    let language = corpus.language(id).as_bytes();
    let (primary, rest) = language.split_at(language.len().min(2));
    primary.eq_ignore_ascii_case(b"en") && matches!(rest.first(), None | Some(b'-'))
}

/// Why a text can't be read by the grammars of this floor; none where it can.
pub fn refusal(corpus: &Corpus, id: ResolutionId) -> Option<String> {
    let refusal = || {
        format!(
            "{} is in `{}`; only English texts are read for this",
            corpus.symbol(id),
            corpus.language(id)
        )
    };
    (!is_read(corpus, id)).then(refusal)
}

/// How many bytes of a text stand before and behind what is shown of it, at least, where it has them.
const AROUND: usize = 40;

/// Bytes of a text with the words around them, and where they stand in that; what is left out has `…`.
///
/// ```
/// use resolut::analysis::around;
///
/// let text = "Decides to keep under review, as the Council does every year, the measures imposed by paragraph 7 above";
/// let (words, span) = around(text, &(96..97));
/// assert_eq!(&words[..], "…year, the measures imposed by paragraph 7 above");
/// assert_eq!(&words[span], "7");
/// ```
pub fn around(text: &str, range: &Range<usize>) -> (String, Range<usize>) {
    let is_blank = |at: &usize| text.as_bytes().get(*at) == Some(&b' ');
    let mut before = (0..range.start.saturating_sub(AROUND)).rev();
    let start = before.find(is_blank).map_or(0, |blank| blank + 1);
    let mut behind = range.end + AROUND..text.len();
    let end = behind.find(is_blank).unwrap_or(text.len());
    let before = if start > 0 { "…" } else { "" };
    let after = if end < text.len() { "…" } else { "" };
    let words = [before, text.get(start..end).unwrap_or_default(), after].concat();
    let moved = |at: usize| at - start + before.len();
    (words, moved(range.start)..moved(range.end))
}
