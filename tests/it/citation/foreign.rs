//! A word that no citation has is an error at that word, wherever it stands.

use resolut::text::citation::Citation;
use resolut::text::corpus::CitationError;

use super::corpus;

/// Good citations, in every order and spelling.
const GOOD: &[&str] = &[
    "2/34-P, para. 7",
    "2/34-P operative paragraph 7",
    "resolution 2/34-P, paras 7, 8 and 9",
    "paragraphs 7 and 8 of resolution 2/34-P",
    "paragraph 7 of the resolution 2/34-P",
    "op. para. 7 of 2/34-P",
    "third preambular paragraph of 2/34-P",
    "first and third preambular paragraphs of resolution 2/34-P",
    "third paragraph of the preamble of 2/34-P",
    "paragraph 1 (a) (i) of resolution 2505 (2020)",
    "paragraphs 1 (a) and (b) of resolution 2505 (2020)",
    "paragraph 3 of annex I to resolution 2505 (2020)",
    "2505 (2020), annex I, paragraph 3",
    "Security Council resolution 2505 (2020), paragraph 4 (second of that number)",
    "paragraph 7 bis of Security Council resolution 2505 (2020) of 13 January 2020",
    "resolution 2505 (2020), adopted by the Security Council on 13 January 2020, paragraph 1",
    "resolution 2/34-P of the thirty-fourth session of the Islamic Conference of Foreign Ministers",
    "OIC, Islamic Conference of Foreign Ministers, Thirty-Fourth Session, Resolution No. 2/34-P, operative paragraph 7",
    "UN Doc. S/RES/2505 (2020), para. 1",
    "(see also 2/34-P, para. 7)",
    "“2/34-P”, para. 7",
    "https://undocs.org/S/RES/2505(2020), para. 1",
];

/// Words of no citation: ordinary ones, numbers in words, names, words of a sentence.
const FOREIGN: &[&str] = &[
    "banana",
    "as",
    "amended",
    "not",
    "xyzzy",
    "seven",
    "décide",
    "决议",
    "!?x",
    "recalling",
    "or",
    "except",
    "Bananaland",
];

/// Where a word may be put in: at the beginning, behind each blank, at the end.
fn gaps(typed: &str) -> Vec<usize> {
    let blanks = typed.match_indices(' ').map(|(at, _)| at + 1);
    std::iter::once(0)
        .chain(blanks)
        .chain([typed.len()])
        .collect()
}

#[test]
fn a_foreign_word_is_an_error_at_that_word() {
    let corpus = corpus();
    let mut wrong = Vec::new();
    for good in GOOD {
        assert!(corpus.read_citation(good, None).is_ok(), "{good}");
        for gap in gaps(good) {
            for word in FOREIGN {
                let (before, behind) = good.split_at(gap);
                let blank = if behind.is_empty() { " " } else { "" };
                let typed = format!("{before}{blank}{word} {behind}");
                let at = before.len() + blank.len();
                match corpus.read_citation(&typed, None) {
                    Err(CitationError::Parse(error))
                        if (at..at + word.len().max(1)).contains(&error.offset()) => {}
                    other => wrong.push(format!("{typed}: {}", told(other.err()))),
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of them:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

fn told(error: Option<CitationError>) -> String {
    error.map_or_else(|| "no error".to_owned(), |error| error.to_string())
}

#[test]
fn a_word_of_another_citation_never_leaves_the_answer_as_it_was() {
    let corpus = corpus();
    let mut wrong = Vec::new();
    for good in GOOD {
        let right = corpus.read_citation(good, None).unwrap();
        for gap in gaps(good) {
            for word in [
                "99",
                "annex",
                "opening",
                "GA",
                "35th session",
                "(2019)",
                "7",
            ] {
                let (before, behind) = good.split_at(gap);
                let typed = format!("{before} {word} {behind}");
                if corpus.read_citation(&typed, None).as_ref() == Ok(&right) {
                    wrong.push(typed);
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of them:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn what_was_once_passed_over_is_refused() {
    for (typed, at) in [
        ("paragraph 7 as amended by resolution 3/34-P", 12),
        ("paragraph 7 banana of resolution 2/34-P", 12),
        ("paragraph 7 or 8 of resolution 2/34-P", 12),
        ("2/34-P:-1", 7),
        ("2/34-P -7", 7),
        ("2/34-P OP -7", 10),
        ("2/34-P, annex 1-2", 15),
        // The beginning of a name, and a word that may follow it.
        ("paragraph 7 general of resolution 2/34-P", 12),
        ("paragraph 7 human rights of resolution 2/34-P", 12),
        ("decided in resolution 2505", 0),
        ("2/34-P 7²", 8),
        // Marks of footnotes, and a bracket that may be a paragraph.
        ("2/34-P[7]", 6),
        ("2/34-P [7]", 7),
        ("2/34-P, para. 7[1]", 15),
        // The number that is one too many.
        ("2505 3 4", 7),
        ("2505 para 3, 2506", 13),
        ("points (a) of paragraphs 3 and 7 of 2505", 27),
        ("Resolution 2505 p. 3", 16),
    ] {
        let error = typed.parse::<Citation>().unwrap_err();
        assert_eq!(error.offset(), at, "{typed}: {error}");
    }
}
