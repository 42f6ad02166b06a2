//! The importer on the bundled source: each paragraph, each word, each repair.

use resolut::import::{Import, Options, RepairKind, pdf_text};
use resolut::text::format;
use resolut::text::model::Part;
use sha2::{Digest, Sha256};

use super::{doubts, lines_of, resolutions};

const SOURCE: &str = include_str!("../../../data/icfm-34.txt");
const GOLD: &str = include_str!("../../fixtures/icfm-34.tsv");

fn bundled() -> Import {
    pdf_text::read(SOURCE.as_bytes(), &Options::new("icfm-34.txt")).unwrap()
}

#[test]
fn each_bundled_paragraph_is_the_one_in_the_table() {
    let import = bundled();
    let mut rows = Vec::new();
    for resolution in resolutions(&import) {
        let preamble = (1..).zip(resolution.paragraphs(Part::Preamble));
        let preamble = preamble.map(|(ordinal, paragraph)| (format!("PP{ordinal}"), paragraph));
        let operative = resolution.paragraphs(Part::Operative);
        let operative = operative.map(|paragraph| {
            let number = paragraph.number.as_ref().unwrap();
            (format!("OP{number}"), paragraph)
        });
        for (place, paragraph) in preamble.chain(operative) {
            let words: Vec<_> = paragraph.text.split(' ').collect();
            let [first, last] = paragraph.lines.unwrap();
            let hash = format!("{:x}", Sha256::digest(paragraph.text.as_bytes()));
            rows.push(format!(
                "{}\t{place}\t{first}-{last}\t{}\t{}\t{}\t{}",
                resolution.symbol,
                words.len(),
                &hash.get(..8).unwrap(),
                words[..6].join(" "),
                words[words.len() - 3..].join(" "),
            ));
        }
        assert!(resolution.passages.iter().all(|passage| passage.depth == 0));
    }
    let gold: Vec<_> = GOLD.lines().skip(1).collect();
    assert_eq!(gold.len(), 38);
    assert_eq!(rows, gold);
}

#[test]
fn the_bundled_session_is_read_from_the_opening() {
    let import = bundled();
    let [whole] = import.sessions.as_slice() else {
        panic!("one session expected");
    };
    let session = &whole.session;
    assert_eq!(session.id, "ICFM-34".into());
    let organ = "OIC, Islamic Conference of Foreign Ministers";
    assert_eq!(session.organ, organ.into());
    assert_eq!(session.name, "Thirty-Fourth Session".into());
    let theme = "Session of Peace, Progress and Harmony";
    assert_eq!(session.theme, Some(theme.into()));
    let place = "Islamabad, Islamic Republic of Pakistan";
    assert_eq!(session.place, Some(place.into()));
    let dates = session.dates.as_ref().unwrap();
    let printed = "28-30 Rabi Al-Thani 1428 A.H (15-17 May 2007)";
    assert_eq!(dates.printed, printed.into());
    assert_eq!(dates.from, Some("2007-05-15".into()));
    assert_eq!(dates.to, Some("2007-05-17".into()));
    let titles: Vec<_> = resolutions(&import)
        .map(|r| r.title.as_deref().unwrap())
        .collect();
    assert_eq!(
        titles,
        [
            "THE JAMMU AND KASHMIR DISPUTE",
            "THE PEACE PROCESS BETWEEN INDIA AND PAKISTAN"
        ]
    );
    assert!(resolutions(&import).all(|r| r.headings.len() == 2 && r.headings[1] == "ON".into()));
}

#[test]
fn the_words_of_the_bundled_source_are_all_there_in_order() {
    let import = bundled();
    let mut read = Vec::new();
    for resolution in resolutions(&import) {
        read.extend(resolution.headings.iter().map(ToString::to_string));
        read.extend(resolution.title.iter().map(ToString::to_string));
        for passage in &resolution.passages {
            read.extend(passage.number.iter().map(|number| format!("{number}.")));
            read.push(passage.text.to_string());
        }
        let [_, last] = resolution.source.as_ref().unwrap().lines.unwrap();
        let mut below = SOURCE.lines().skip(last as usize);
        let rule = below.find(|line| line.contains("---")).unwrap();
        read.push(rule.trim().to_owned());
    }
    let read = read.join(" ");
    // Written down independently of the importer: each join, in the order of the source.
    let joined = SOURCE.split_whitespace().collect::<Vec<_>>().join(" ");
    let joined = joined
        .replace(" th ", "th ")
        .replace("(OIC/ICFM- 34/", "(OIC/ICFM-34/")
        .replace("self- determination;", "self-determination;")
        .replace(" 7 . ", " 7. ");
    assert_eq!(joined, read);
    assert_eq!(SOURCE.split_whitespace().count(), 1626);
    assert_eq!(read.split_whitespace().count(), 1618);
}

#[test]
fn the_report_on_the_bundled_source_counts_each_word_and_repair() {
    let report = bundled().report;
    let (counts, words) = (report.counts, report.words);
    assert_eq!((counts.sessions, counts.resolutions), (1, 2));
    assert_eq!((counts.preambular, counts.operative), (16, 22));
    assert_eq!((words.source, words.read), (1626, 1618));
    assert_eq!((words.numbers, words.rules, words.furniture), (22, 2, 0));
    assert_eq!(
        lines_of(&report, RepairKind::Ordinal),
        [56, 60, 125, 133, 218]
    );
    assert_eq!(lines_of(&report, RepairKind::Hyphen), [78, 166]);
    assert_eq!(lines_of(&report, RepairKind::Number), [200]);
    assert_eq!(lines_of(&report, RepairKind::Touching), [60, 116, 196]);
    assert_eq!(lines_of(&report, RepairKind::PageBreak), [212]);
    assert_eq!(doubts(&report), []);
}

#[test]
fn the_bundled_corpus_is_what_its_source_makes() {
    let made = format::to_json(&bundled().sessions);
    assert!(
        made == include_str!("../../../data/corpus.json"),
        "write it again: `cargo run -- import data/icfm-34.txt -o data/corpus.json --force`"
    );
}
