//! Annexes that a text names: `annex II of this resolution`, `Annexes A and B to resolution 1454 (2002)`.
//!
//! Most annexes in these texts are those of agreements and letters. One without an owner is ours only where this
//! resolution has it.

use std::ops::Range;

use super::named::NamedText;
use super::owners::{AnnexMention, Owner, Sentence};
use super::setting::Setting;
use crate::analysis::lexemes::Lexemes;
use crate::text::citation::{Step, read_roman};

/// All annexes that a text names, of whatever.
pub(super) fn annexes(
    lexemes: &Lexemes<'_>,
    named: &[NamedText],
    setting: &Setting<'_>,
) -> Vec<AnnexMention> {
    let mut all = Vec::new();
    for word in 0..lexemes.len() {
        if lexemes.is(word, &["annex", "annexes"]) {
            all.extend(at_word(lexemes, word, named, setting));
        }
    }
    all
}

fn at_word(
    lexemes: &Lexemes<'_>,
    word: usize,
    named: &[NamedText],
    setting: &Setting<'_>,
) -> Vec<AnnexMention> {
    let mut labels = Vec::new();
    let mut at = word + 1;
    while let Some((label, length)) = label(lexemes, at) {
        let from = if labels.is_empty() { word } else { at };
        labels.push((from..at + length, label));
        at += length;
        let between =
            usize::from(lexemes.is_mark(at, &[','])) + usize::from(lexemes.is(at, &["and"]));
        if between == 0 || self::label(lexemes, at + between).is_none() {
            break;
        }
        at += between;
    }
    let sentence = Sentence {
        lexemes,
        named,
        annexes: &[],
    };
    let owner = said(&sentence, word, at);
    let mention = |lexemes: Range<usize>, step: Option<Step>| AnnexMention {
        owner: match owner {
            Owner::Unsaid if is_own(&sentence, word, step.as_ref(), setting) => {
                Owner::Own { is_part: false }
            }
            Owner::Unsaid => Owner::Foreign,
            said => said,
        },
        lexemes,
        step,
    };
    if labels.is_empty() {
        return vec![mention(word..word + 1, None)];
    }
    let each = labels.into_iter();
    each.map(|(lexemes, label)| mention(lexemes, Some(Step::first(label))))
        .collect()
}

/// The label of an annex: a number, a Roman number or a capital, or both with a hyphen.
fn label(lexemes: &Lexemes<'_>, at: usize) -> Option<(String, usize)> {
    let is_capital = |word: &&str| word.bytes().all(|byte| byte.is_ascii_uppercase());
    let letter = lexemes.word(at).filter(is_capital);
    let letter = letter.filter(|word| word.len() == 1 || read_roman(word).is_some());
    let number = lexemes.number(at).filter(|&number| number < 100);
    let label = number
        .map(|number| number.to_string())
        .or_else(|| letter.map(str::to_ascii_lowercase))?;
    let is_joined = lexemes.is_mark(at + 1, &['-']) && lexemes.is_joined(at + 1);
    let further = lexemes
        .word(at + 2)
        .filter(|word| is_joined && is_capital(word));
    Some(match further {
        Some(further) => (format!("{label}.{}", further.to_ascii_lowercase()), 3),
        None => (label, 1),
    })
}

/// Whose annex the words around it say it is.
fn said(sentence: &Sentence<'_, '_>, word: usize, end: usize) -> Owner {
    let before = word.wrapping_sub(1);
    let lexemes = sentence.lexemes;
    // The heading of an annex, and one that is still to come.
    if word == 0 || lexemes.is(before, &["a", "an"]) {
        return Owner::Foreign;
    }
    let is_of_document = lexemes.is_mark(before, &[',', '('])
        && sentence
            .named
            .iter()
            .any(|named| !named.is_resolution && named.lexemes.end == before);
    let is_of_other = lexemes.is(
        before,
        &[
            "that", "those", "its", "their", "his", "such", "these", "and",
        ],
    );
    match sentence.behind(end) {
        _ if is_of_document => Owner::Foreign,
        Some(owner) => owner,
        None if is_of_other && end == word + 1 => Owner::Foreign,
        None => Owner::Unsaid,
    }
}

/// Whether an annex of which nothing more is said is one of this resolution.
fn is_own(
    sentence: &Sentence<'_, '_>,
    word: usize,
    step: Option<&Step>,
    setting: &Setting<'_>,
) -> bool {
    let is_the = sentence
        .lexemes
        .is(word.wrapping_sub(1), &["the", "attached"]);
    let is_one = sentence.lexemes.is(word, &["annex"]);
    (step.is_some() || is_the && is_one) && setting.has_annex(step)
}
