//! What no index holds: headings and tables between paragraphs, and notes. Each text is read for its words.

use crate::search::answer::cited::cited;
use crate::search::answer::{Desk, Searched, scope};
use crate::search::hit::{Hit, HitBetween, Match, Matches, Subject};
use crate::search::index::paragraphs::PartKind;
use crate::search::query::{AnnexWord, Query, WordEnd};
use crate::search::question::Question;
use crate::search::weights::BETTER_KIND;
use crate::search::words::tokens;
use crate::text::model::{Passage, PassageKind, Place};
use crate::text::sorting::sort_by;

/// Those that have all words of a question, in the order of the corpus.
pub(in crate::search) fn between(
    searched: Searched<'_>,
    question: &Question<'_>,
    desk: &mut Desk,
) -> Vec<HitBetween> {
    let corpus = searched.corpus;
    let query = Query::read(question.query, AnnexWord::Narrows);
    let asks = !query.is_wordless() || query.narrows();
    // Only paragraphs have verbs, acts and citations.
    let of_paragraphs = || cited(corpus, question.query, question.open).is_some();
    let only = &query.bounds.only;
    if !asks || !only.verbs.is_empty() || only.names_acts() || of_paragraphs() {
        return Vec::new();
    }
    let scope = scope(searched, question, &query, desk);
    let wanted = corpus
        .resolutions()
        .filter(|&id| scope.holds_resolution(id));
    let read = wanted.filter_map(|id| Some((id, corpus.read(id).ok()?)));
    let mut found = Vec::new();
    for (id, resolution) in read {
        let passages = resolution.passages.iter().enumerate();
        let in_part = |passage: &Passage| scope.holds_any_part(PartKind::of(passage.part));
        for (index, passage) in passages.filter(|(_, passage)| in_part(passage)) {
            for (note, text) in texts(passage) {
                let subject = Subject::Passage(Place::new(id, index));
                let hit = matches(text, &query).map(|matches| hit(subject, matches));
                found.extend(hit.map(|hit| HitBetween { hit, note }));
            }
        }
    }
    found
}

/// The text of a heading or a table between paragraphs, and those of notes, with which one it is.
fn texts(passage: &Passage) -> impl Iterator<Item = (Option<usize>, &str)> {
    let stands_between = passage.depth == 0
        && matches!(
            passage.kind,
            PassageKind::Heading { .. } | PassageKind::Table(_)
        );
    let own = stands_between.then_some((None, &*passage.text));
    let notes = passage.all_notes().enumerate();
    let notes = notes.map(|(note, text)| (Some(note), &*text.text));
    own.into_iter().chain(notes)
}

/// They are listed behind all paragraphs that have the words.
fn hit(subject: Subject, matches: Matches) -> Hit {
    Hit {
        subject,
        by: Match::Words,
        score: 0.5 * BETTER_KIND,
        lacks: Vec::new(),
        matches,
        same: Vec::new(),
        like: Vec::new(),
    }
}

/// Where the words of a query stand in a text, as they are typed or beginning so; none where one is missing.
fn matches(text: &str, query: &Query) -> Option<Matches> {
    let words = tokens::words(text);
    let mut places = Vec::new();
    for asked in &query.words {
        let asked = std::slice::from_ref(&asked.word);
        places.extend(each(&words, asked, WordEnd::Open)?);
    }
    for phrase in &query.phrases {
        places.extend(each(&words, &phrase.words, phrase.end)?);
    }
    for group in &query.either {
        let found = group
            .iter()
            .filter_map(|one| each(&words, &one.words, one.end));
        let found: Vec<_> = found.flatten().collect();
        if found.is_empty() {
            return None;
        }
        places.extend(found);
    }
    let is_excluded = |phrase: &Vec<String>| each(&words, phrase, WordEnd::Typed).is_some();
    if query.bounds.excluded.iter().any(is_excluded) {
        return None;
    }
    sort_by(&mut places, Ord::cmp);
    places.dedup();
    Some(Matches {
        places,
        ..Matches::default()
    })
}

/// Where words stand side by side, word by word; none where they don't.
fn each(words: &[String], phrase: &[String], end: WordEnd) -> Option<Vec<(u32, u32)>> {
    let (last, before) = phrase.split_last()?;
    let is_last = |word: &String| match end {
        WordEnd::Typed => word == last,
        WordEnd::Open => word.starts_with(last.as_str()),
    };
    let windows = words.windows(phrase.len()).zip(0..);
    let stands = windows.filter(|(window, _)| {
        let ends = window.split_last();
        ends.is_some_and(|(own, others)| others == before && is_last(own))
    });
    let places = stands.flat_map(|(window, at)| (at..).take(window.len()));
    let places: Vec<(u32, u32)> = places.map(|at: u32| (at, at)).collect();
    (!places.is_empty()).then_some(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, query: &str) -> Option<Vec<u32>> {
        let query = Query::read(query, AnnexWord::Narrows);
        let places = matches(text, &query)?.places.into_iter();
        Some(places.map(|(first, _)| first).collect())
    }

    #[test]
    fn every_word_must_stand_there_as_typed_or_longer() {
        let text = "See the harbour regulations, and the harbours of the north.";
        for (query, want) in [
            ("harbour", Some(vec![2, 6])),
            ("regul harbour", Some(vec![2, 3, 6])),
            ("harbour bridge", None),
            ("\"the harbours\"", Some(vec![5, 6])),
            ("\"see harbour\"", None),
            ("harbour -north", None),
            ("bridge OR north", Some(vec![9])),
            ("bridge OR south", None),
            ("harbour -south", Some(vec![2, 6])),
        ] {
            assert_eq!(found(text, query), want, "{query}");
        }
    }
}
