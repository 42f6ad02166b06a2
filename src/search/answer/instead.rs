//! What is said where nothing was found: another form of what stands in quotation marks, a word that no text has, or
//! how much there is without what narrows the query.

use std::sync::Arc;

use crate::search::answer::tally::HitTally;
use crate::search::answer::{AskedRows, Desk, Searched, answer_query};
use crate::search::query::{AskedPhrase, Query, WordEnd};
use crate::search::question::{Apart, Question};
use crate::search::terms::expand::{Effort, Expander};
use crate::search::terms::phrase;
use crate::search::terms::ways::Way;
use crate::search::words::tokens::Tokens;
use crate::text::counted::counted;

/// What is said of a query that finds nothing.
pub(super) fn instead(
    searched: Searched<'_>,
    question: &Question<'_>,
    query: &Query,
    desk: &mut Desk,
) -> Option<String> {
    let words = searched.words();
    let expander = &mut desk.expander;
    let mut phrases = query
        .phrases
        .iter()
        .filter(|phrase| !stands(searched, phrase));
    if let Some(form) = phrases.find_map(|phrase| other_form(searched, phrase, expander)) {
        return Some(format!("\"{form}\"?"));
    }
    let mut unknown = query.words.iter().filter(|asked| asked.alias.is_none());
    let mut is_unknown = |word: &str| {
        expander
            .ways(words, (word, WordEnd::Typed), Effort::Guess)
            .is_empty()
    };
    if let Some(asked) = unknown.find(|asked| is_unknown(&asked.word)) {
        return Some(format!("no text here has a word like \"{}\"", asked.typed));
    }
    if !query.narrows() || query.is_wordless() {
        return None;
    }
    let everywhere = query.everywhere();
    let apart = Apart::All;
    let asked = AskedRows { question, apart };
    let (found, _) = answer_query(
        searched,
        asked,
        (&everywhere, &[]),
        HitTally::default(),
        desk,
    );
    let count = found.sure + found.guessed;
    (count > 0).then(|| format!("{} without what narrows it", counted(count, "paragraph")))
}

fn stands(searched: Searched<'_>, phrase: &AskedPhrase) -> bool {
    !phrase::texts_typed(searched.words(), phrase).is_empty()
}

/// A phrase of other forms of the same words, as it is printed somewhere.
fn other_form(
    searched: Searched<'_>,
    phrase: &AskedPhrase,
    expander: &mut Expander,
) -> Option<String> {
    let (words, paragraphs) = (searched.words(), &searched.index.paragraphs);
    let asked = phrase.words.iter();
    let parts = asked.map(|word| expander.ways(words, (word, WordEnd::Typed), Effort::Forms));
    let parts: Vec<Arc<[Way]>> = parts.collect();
    let (text, last) = phrase::first_of(words, &parts)?;
    let first = (last as usize + 1).checked_sub(parts.len())?;
    let place = paragraphs.place(paragraphs.alike(text).next()?);
    let printed = searched.corpus.text(place).ok()?;
    let mut tokens = Tokens::new(&printed);
    let mut ends = None;
    for at in 0..=last as usize {
        let token = tokens.next()?;
        if at == first {
            ends = Some(token.bytes.start);
        }
        if at == last as usize {
            return printed.get(ends?..token.bytes.end).map(str::to_owned);
        }
    }
    None
}
