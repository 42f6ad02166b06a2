//! What holds of any text: it is read or refused, and no word is lost.

use proptest::prelude::*;
use resolut::import::{Encoding, ImportError, Options, RepairKind, SourceDocument, pdf_text};
use resolut::text::model::Part;

use super::{ANNEXES, GAPS, INDEX, LAKES, PAGES, POINTS, TORN, lines_of, resolutions};

/// A change to a text.
#[derive(Clone, Debug)]
enum Mutation {
    Delete(usize, usize),
    Insert(usize, String),
    Swap(usize, usize),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let snippets = prop::sample::select(vec![
        "\n",
        "\n\n\n\n",
        "\u{c}",
        "\r",
        "\t",
        " ",
        "-",
        "1. ",
        "7 .",
        "12\n",
        "\nth\n",
        " th ",
        "(a) ",
        "\nRESOLUTION NO. 9/9-Z\n",
        "\nRequests ",
        "\nRecalling ",
        "\n---\n",
        ";",
        "\u{ad}\n",
        "\u{feff}",
        "\u{1}",
        "\nThe Council,\n",
        "é",
        "北京",
        "\nON\n",
        "3.Urges",
        "\n- ",
        "\nAdopted ",
        "\nResolution adopted by the Board\n",
        "\nA/RES/65/1\n",
        "\nANNEX I\n",
        "\n\nAnnex\n",
        "\nArticle 1\n",
        "1 - ",
        "\n1\n    See the lakes.\n",
        "\n\n1 See the lakes.\n\n",
        "\n\n______\n1 See the self-\nmade lakes.\n2 And these.\n",
        "\nNotes\n1. See the lakes.\n",
        "lakes;1 ",
        "lakes¹ ",
        "lakes1, ",
        "\n北京\n",
        "\n北京，\n",
        "\n\n3452 (XXX). Lakes\n\n",
        "\nThe Council:\n",
        "\nSECTION 1. ",
        "\n1. Recalling ",
        "\n\nAyes: 3, Noes: 2\n____\nA. Pike\n",
        "\nForum: Lakes\nTopic: Reeds\n",
        "١ - ",
        " 1 and",
        "\n          1\n",
        "*",
        "\n\n38-18142 (E) 021138\n*3818142*\n",
        "\n\nPage 3 of 7\n\u{c}",
        "\n\n30th plenary meeting\n1 May 2038\n",
        "\n\nTo sing;\n\nTo dance;\n\n",
        "\n1.1 sails\n",
        "\n2) oars\n",
        ":\n",
        "“",
        "\n\nHarbours of the north\n\n",
        "\n\u{f0b7} ropes\n",
        "\n[Adopted by 12 votes to none.]\nIn favour: Keel, Sail\n",
    ]);
    prop_oneof![
        (any::<usize>(), 1..60usize).prop_map(|(at, length)| Mutation::Delete(at, length)),
        (any::<usize>(), snippets).prop_map(|(at, text)| Mutation::Insert(at, text.to_owned())),
        (any::<usize>(), "\\PC{0,8}").prop_map(|(at, text)| Mutation::Insert(at, text)),
        (any::<usize>(), any::<usize>()).prop_map(|(one, other)| Mutation::Swap(one, other)),
    ]
}

fn mutated(source: &str, mutations: &[Mutation]) -> String {
    let mut text: Vec<char> = source.chars().collect();
    for mutation in mutations {
        let length = text.len().max(1);
        match mutation {
            Mutation::Delete(at, count) => {
                let at = at % length;
                text.drain(at.min(text.len())..(at + count).min(text.len()));
            }
            Mutation::Insert(at, inserted) => {
                let at = (at % length).min(text.len());
                text.splice(at..at, inserted.chars());
            }
            Mutation::Swap(one, other) => {
                let whole: String = text.iter().collect();
                let mut lines: Vec<_> = whole.split('\n').collect();
                let count = lines.len();
                lines.swap(one % count, other % count);
                text = lines.join("\n").chars().collect();
            }
        }
    }
    text.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_is_lost_from_a_mutilated_text(
        source in prop::sample::select(vec![LAKES, TORN, PAGES, INDEX, POINTS, ANNEXES, GAPS]),
        mutations in prop::collection::vec(mutation(), 0..12),
    ) {
        let text = mutated(source, &mutations);
        let options = Options::new("x.txt");
        match pdf_text::read(text.as_bytes(), &options) {
            Ok(import) => {
                let (words, report) = (import.report.words, &import.report);
                // A line that begins with `#` makes the text Markdown, whose lines are others.
                let lines = SourceDocument::of(text.as_bytes(), &options).unwrap().text.split('\n').count();
                let count = |kind| lines_of(report, kind).len();
                let parted = report.repairs.iter().filter(|r| r.what.contains(" parted from `")).count();
                let joined = count(RepairKind::Ordinal) + count(RepairKind::Hyphen)
                    + count(RepairKind::Unparted)
                    + count(RepairKind::Number) - parted;
                prop_assert_eq!(words.source + parted, words.read + joined);
                for resolution in resolutions(&import) {
                    let body = resolution.passages.iter();
                    for passage in body.filter(|passage| passage.part != Part::Opening) {
                        prop_assert!(passage.text.split(' ').all(|word| !word.is_empty()));
                        let [first, last] = passage.lines.unwrap();
                        prop_assert!(first <= last && last as usize <= lines);
                    }
                }
            }
            Err(ImportError::NoResolution { .. } | ImportError::Empty { .. }) => {}
            Err(error) => prop_assert!(false, "{}", error),
        }
    }

    #[test]
    fn bytes_of_any_kind_are_read_or_refused(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        at in 0..LAKES.len(),
    ) {
        let mut text = LAKES.as_bytes().to_vec();
        text.splice(at..at, bytes);
        for encoding in [Encoding::ByContent, Encoding::UTF_8, Encoding::LATIN_1] {
            let options = Options { encoding, ..Options::new("x.txt") };
            let read = pdf_text::read(&text, &options);
            let lost = matches!(read, Err(ImportError::LosesWords { .. }));
            prop_assert!(!lost);
        }
    }
}
