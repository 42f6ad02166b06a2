//! Why a row stands where it does: the parts of its score, as they were added.

use crate::search::answer::{Desk, Searched, answer};
use crate::search::hit::{Hit, Match, Subject};
use crate::search::index::concordance::Weighed;
use crate::search::index::text_set::TextId;
use crate::search::index::vocabulary::{Entry, WordId};
use crate::search::question::{Apart, Evidence, Explanation, Question, ScorePart};
use crate::search::rank::reasons::{Pass, Reason, Reasons};
use crate::search::terms::Term;
use crate::search::terms::ways::WayKind;
use crate::text::model::Place;

/// Answers a question, and explains the row of a subject.
pub(in crate::search) fn explain(
    searched: Searched<'_>,
    question: &Question<'_>,
    subject: Subject,
    desk: &mut Desk,
) -> Explanation {
    let mut ask = |apart: Apart<'_>| {
        let asked = || Reasons {
            passes: Some(Vec::new()),
        };
        *desk.gathering.ranking().1 = asked();
        *desk.names.reasons() = asked();
        answer(searched, question, apart, desk)
    };
    let mut findings = ask(Apart::Like(&[]));
    let is_it = |hit: &Hit| {
        hit.subject == subject || hit.places().any(|at| Subject::Passage(at) == subject)
    };
    if !findings.hits.iter().any(is_it) {
        // Another wording stands for it.
        findings = ask(Apart::All);
    }
    let taken = |reasons: &mut Reasons| std::mem::take(reasons).passes.unwrap_or_default();
    let of_names = taken(desk.names.reasons());
    let of_paragraphs = taken(desk.gathering.ranking().1);
    let row = findings.hits.iter().position(is_it);
    let hit = row.map(|row| &findings.hits[row]);
    let (words, passes, texts) = match subject {
        Subject::Passage(place) => (
            searched.words(),
            of_paragraphs,
            Vec::from_iter(text_at(searched, place)),
        ),
        name => (
            searched.index.names.words.weighed(searched.weights),
            of_names,
            texts_naming(searched, name),
        ),
    };
    let mut parts = parts_of(words, &passes, &texts, hit);
    if let Some(hit) = hit {
        let sum: f32 = parts.iter().map(|part| part.worth).sum();
        parts.insert(0, part(Evidence::Kind, (hit.score - sum).round()));
    }
    Explanation {
        subject,
        row,
        parts,
    }
}

/// The text of the paragraph that a place is in.
fn text_at(searched: Searched<'_>, place: Place) -> Option<TextId> {
    let paragraphs = &searched.index.paragraphs;
    let all = paragraphs.with_texts(paragraphs.of(place.resolution));
    let before = all.take_while(|&(paragraph, _)| paragraphs.place(paragraph) <= place);
    before.last().map(|(_, text)| text)
}

/// The names of a session or a resolution.
fn texts_naming(searched: Searched<'_>, subject: Subject) -> Vec<TextId> {
    let names = &searched.index.names;
    let texts = (0..names.words.postings.texts()).filter_map(|text| u32::try_from(text).ok());
    let names_it = |&text: &TextId| names.of_text(text).any(|kind| kind.subject() == subject);
    texts.map(TextId).filter(names_it).collect()
}

/// The parts of the score of that text which was worth most in the pass that listed it: the first one where it has all
/// words, otherwise the last.
fn parts_of(
    words: Weighed<'_>,
    passes: &[Pass],
    texts: &[TextId],
    hit: Option<&Hit>,
) -> Vec<ScorePart> {
    let cited = hit.is_some_and(|hit| hit.by == Match::Citation);
    let pass = match hit.map(|hit| hit.by) {
        Some(Match::Words) => passes.first(),
        _ => passes.last(),
    };
    let Some(pass) = pass.filter(|_| !cited) else {
        return Vec::new();
    };
    let score = |&text: &TextId| pass.of(text).map(|(_, worth)| worth).sum::<f32>();
    let best = texts.iter().copied();
    let best = best.max_by(|one, other| score(one).total_cmp(&score(other)));
    best.map_or_else(Vec::new, |text| of_text(words, pass, text))
}

/// The parts of the score of a text, those of words first, and the words that it lacks.
fn of_text(words: Weighed<'_>, pass: &Pass, text: TextId) -> Vec<ScorePart> {
    let mut of_words = Vec::new();
    for (at, term) in pass.terms.iter().enumerate() {
        let is_its = |&(reason, _): &(Reason, f32)| matches!(reason, Reason::Word(of) | Reason::Titled(of) if of == at);
        let worth = pass.of(text).find(is_its);
        of_words.push(of_word(words, pass, (text, term), worth));
    }
    let typed = |at: usize| pass.terms[at].typed.as_str();
    let others = pass.of(text).filter_map(|(reason, worth)| {
        let evidence = match reason {
            Reason::Word(_) | Reason::Titled(_) => return None,
            Reason::InOrder(at) => {
                let pair = [typed(at - 1), typed(at)].join(" ");
                return Some(ScorePart {
                    typed: pair,
                    ..part(Evidence::Order, worth)
                });
            }
            Reason::Together => Evidence::Nearness,
            Reason::Run => Evidence::Run,
            Reason::Lacks => Evidence::Coverage,
            Reason::Repeated => Evidence::Repeated,
            Reason::Verbless => Evidence::Verbless,
            Reason::Pasted => Evidence::Overlap,
            Reason::Unread => Evidence::Unread,
        };
        Some(part(evidence, worth))
    });
    of_words.extend(others);
    of_words
}

/// What a term is worth in a text, and by which word.
fn of_word(
    words: Weighed<'_>,
    pass: &Pass,
    (text, term): (TextId, &Term),
    worth: Option<(Reason, f32)>,
) -> ScorePart {
    let member = term.members.iter().find(|(member, _)| *member == text);
    let stands = |word: WordId| words.sequences.any(text, |placed| placed.word == word);
    let way = pass.ways.of(term).find(|way| stands(way.word));
    let (evidence, found, quality) = match (worth, member, way) {
        (Some((Reason::Titled(_), _)), ..) => {
            (Evidence::Title, String::new(), words.weights.titled)
        }
        (_, Some(&(_, quality)), None) if term.word.is_empty() => {
            (Evidence::Phrase, String::new(), quality)
        }
        (Some(_), Some(&(_, quality)), _) => (Evidence::Resolution, String::new(), quality),
        (_, _, Some(way)) => (evidence(way.kind), spelled(words, way.word), way.quality),
        _ => (Evidence::Lacks, String::new(), 0.0),
    };
    ScorePart {
        evidence,
        typed: term.typed.clone(),
        found,
        weight: term.weight,
        quality,
        worth: worth.map_or(0.0, |(_, worth)| worth),
    }
}

fn evidence(kind: WayKind) -> Evidence {
    match kind {
        WayKind::Typed => Evidence::Typed,
        WayKind::Begun => Evidence::Beginning,
        WayKind::Number => Evidence::Number,
        WayKind::Inflected => Evidence::Inflection,
        WayKind::Mistyped => Evidence::Slip,
        WayKind::LettersLeftOut => Evidence::LettersLeftOut,
        WayKind::Name => Evidence::Name,
        WayKind::Joined => Evidence::Joined,
    }
}

/// A word of the corpus.
fn spelled(words: Weighed<'_>, word: WordId) -> String {
    let vocabulary = &words.vocabulary;
    let mut entries = Entry::each(vocabulary.all());
    let entry = entries.find(|&entry| vocabulary.id(entry) == word);
    let word = entry.map(|entry| String::from_utf8_lossy(vocabulary.word(entry)));
    word.unwrap_or_default().into_owned()
}

/// A part that is for no word.
fn part(evidence: Evidence, worth: f32) -> ScorePart {
    ScorePart {
        evidence,
        typed: String::new(),
        found: String::new(),
        weight: 0.0,
        quality: 0.0,
        worth,
    }
}
