//! The commands that tell what follows from a paragraph.

pub(super) mod actions;
pub(super) mod cited;
pub(super) mod refs;

use super::outcome::Outcome;
use super::report::Advised;
use crate::analysis::is_read;
use crate::text::corpus::Corpus;
use crate::text::language::ENGLISH;
use crate::text::model::ResolutionId;

/// That a text can be read by the grammars of these commands.
///
/// # Errors
/// It is in another language than those that are read.
fn readable(corpus: &Corpus, id: ResolutionId) -> Result<(), Advised> {
    if is_read(corpus, id) {
        return Ok(());
    }
    Err(Advised {
        message: format!(
            "{} is in `{}`; only English texts are read for this",
            corpus.symbol(id),
            corpus.language(id)
        ),
        hint: corpus
            .version(id, ENGLISH)
            .map(|_| "`--language en` reads it in English".to_owned()),
        outcome: Outcome::Faulty,
    })
}
