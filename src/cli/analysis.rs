//! The commands that tell what follows from a paragraph.

pub(super) mod actions;
mod change;
pub(super) mod cited;
pub(super) mod compare;
pub(super) mod refs;
pub(super) mod trace;

use super::outcome::Outcome;
use super::report::Advised;
use crate::analysis::refusal;
use crate::text::corpus::Corpus;
use crate::text::language::ENGLISH;
use crate::text::model::ResolutionId;

/// That a text can be read by the grammars of these commands.
///
/// # Errors
/// It is in another language than those that are read.
fn readable(corpus: &Corpus, id: ResolutionId) -> Result<(), Advised> {
    let Some(message) = refusal(corpus, id) else {
        return Ok(());
    };
    Err(Advised {
        message,
        hint: corpus
            .version(id, ENGLISH)
            .map(|_| "`--language en` reads it in English".to_owned()),
        outcome: Outcome::Faulty,
    })
}
