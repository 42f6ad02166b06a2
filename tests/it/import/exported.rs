//! What was exported as Markdown and is imported again: the same.

use proptest::prelude::*;
use resolut::export::{Excerpt, markdown};
use resolut::import::{self, Import, Options, SourceDocument};
use resolut::text::corpus::Corpus;
use resolut::text::format;
use resolut::text::model::{
    AnnexHeading, Cell, Half, Note, Part, Passage, PassageKind, Resolution, SectionHeading,
    Session, Source, Span, SpanKind, Table, WholeSession,
};

const BOATS: &str = include_str!("../../fixtures/boats.json");
const BUNDLED: &str = include_str!("../../../data/corpus.json");

fn corpus(json: &str) -> Corpus {
    let mut corpus = Corpus::default();
    corpus.add_text(json.to_owned()).unwrap();
    corpus
}

/// All of a corpus as Markdown.
fn exported(corpus: &Corpus) -> String {
    let excerpts: Vec<_> = corpus.resolutions().map(|id| whole(corpus, id)).collect();
    markdown(&excerpts, corpus).unwrap()
}

fn whole(corpus: &Corpus, id: resolut::text::model::ResolutionId) -> Excerpt {
    let resolution = corpus.read(id).unwrap();
    let mut passages = Vec::new();
    let mut at = 0;
    while at < resolution.passages.len() {
        let unit = resolution.unit(at);
        at = unit.end;
        passages.push(unit);
    }
    Excerpt {
        resolution: id,
        passages,
        is_whole: true,
    }
}

fn imported(text: &str) -> Import {
    let options = Options::new("x.md");
    let document = SourceDocument::of(text.as_bytes(), &options).unwrap();
    import::read_document(&document, &options).unwrap()
}

/// The sessions of a corpus without what says where their text was taken from.
fn sessions(corpus: &Corpus) -> Vec<WholeSession> {
    let sessions = corpus.sessions().map(|id| {
        let resolutions = corpus.resolutions_of(id).iter();
        WholeSession {
            session: corpus.session(id).clone(),
            resolutions: resolutions
                .map(|&id| placeless((*corpus.read(id).unwrap()).clone()))
                .collect(),
        }
    });
    sessions.collect()
}

fn placeless(mut resolution: Resolution) -> Resolution {
    resolution.source = None;
    for passage in &mut resolution.passages {
        passage.lines = None;
    }
    resolution
}

fn assert_comes_back(json: &str) {
    let corpus = corpus(json);
    let written = exported(&corpus);
    let mut read = imported(&written).sessions;
    for session in &mut read {
        session.resolutions = std::mem::take(&mut session.resolutions)
            .into_iter()
            .map(placeless)
            .collect();
    }
    let original = sessions(&corpus);
    for (read, original) in read.iter().zip(&original) {
        for (read, original) in read.resolutions.iter().zip(&original.resolutions) {
            for (read, original) in read.passages.iter().zip(&original.passages) {
                assert_eq!(read, original, "\n{written}");
            }
        }
    }
    assert_eq!(read, original, "\n{written}");
}

#[test]
fn the_bundled_resolutions_come_back_from_markdown() {
    assert_comes_back(BUNDLED);
}

#[test]
fn headings_tables_notes_and_annexes_come_back_from_markdown() {
    assert_comes_back(BOATS);
}

#[test]
fn documents_with_headings_and_tables_come_back_from_markdown() {
    let documents: [&[u8]; 3] = [
        include_bytes!("../../fixtures/import/documents/school-draft-tides.md"),
        include_bytes!("../../fixtures/import/documents/secretariat-bells.docx"),
        include_bytes!("../../fixtures/import/documents/federation-sel.docx"),
    ];
    for document in documents {
        let import = import::pdf_text::read(document, &Options::new("a")).unwrap();
        let is_table = |passage: &Passage| matches!(passage.kind, PassageKind::Table(_));
        assert!(
            import.sessions[0].resolutions[0]
                .passages
                .iter()
                .any(is_table)
        );
        assert_comes_back(&format::to_json(&import.sessions));
    }
}

#[test]
fn a_passage_has_its_lines_in_the_markdown() {
    let written = exported(&corpus(BUNDLED));
    let import = imported(&written);
    let lines: Vec<_> = written.lines().collect();
    for resolution in super::resolutions(&import) {
        let Some(Source {
            lines: Some([first, last]),
            ..
        }) = resolution.source
        else {
            panic!("no source of {}", resolution.symbol);
        };
        assert_eq!(lines[first as usize - 1], "---");
        assert!(!lines[last as usize - 1].is_empty());
        for passage in &resolution.passages {
            let [first, last] = passage.lines.unwrap();
            assert_eq!(first, last);
            let begin: String = passage.text.chars().take(12).collect();
            assert!(lines[first as usize - 1].contains(&begin), "{passage:?}");
        }
    }
}

#[test]
fn what_a_person_adds_or_takes_out_is_read() {
    let written = exported(&corpus(BOATS));
    let changed = written
        .replace("title: ", "x-remark: mine\ntitle: ")
        .replacen("**3.** ", "**2 bis.** Thanks the keepers;\n\n**3.** ", 1)
        .replacen(
            "The map is kept at Keel.\n",
            "The map is kept.\n\n<!-- annex 3 -->\n\n## Terms\n\nEnds.\n",
            1,
        );
    let import = imported(&changed);
    let resolution = super::resolutions(&import).next().unwrap();
    let added = resolution
        .passages
        .iter()
        .find(|one| one.number.as_deref() == Some("2 bis"));
    assert_eq!(&*added.unwrap().text, "Thanks the keepers;");
    assert_eq!(added.unwrap().part, Part::Operative);
    assert_eq!(resolution.annexes[2], AnnexHeading::titled(Some("Terms")));
    let last = resolution.passages.last().unwrap();
    assert_eq!(&*last.text, "Ends.");
    assert_eq!(last.part, Part::Annex(3, Half::Operative));
}

#[test]
fn what_is_no_whole_resolution_is_left_out_and_told() {
    let corpus = corpus(BUNDLED);
    let mut excerpts: Vec<_> = corpus.resolutions().map(|id| whole(&corpus, id)).collect();
    excerpts[1] = Excerpt {
        passages: std::iter::once(2..3).collect(),
        is_whole: false,
        ..excerpts[1].clone()
    };
    for turn in 0..2 {
        let import = imported(&markdown(&excerpts, &corpus).unwrap());
        assert_eq!(import.report.counts.resolutions, 1, "{turn}");
        let [left_out] = &import.report.left_out[..] else {
            panic!("{:?}", import.report.left_out);
        };
        assert_eq!(left_out.words, import.report.words.left_out);
        excerpts.reverse();
    }
}

#[test]
fn front_matter_that_says_too_little_is_named_with_its_line() {
    let written = exported(&corpus(BUNDLED)).replace("organ: ", "organs: ");
    let options = Options::new("x.md");
    let document = SourceDocument::of(written.as_bytes(), &options).unwrap();
    let error = import::read_document(&document, &options).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the front matter of `x.md` in line 1 can't be read: missing field `organ`"
    );
}

/// Texts with all that Markdown has a meaning for.
fn text() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Decides",
        "1.",
        "7)",
        "*",
        "**",
        "_x_",
        "`",
        "# a",
        "- b",
        "+",
        ">",
        "<b>",
        "<!-- flush -->",
        "&amp;",
        "[^1]",
        "[a](b)",
        "|",
        "\\",
        "\\|",
        "---",
        "===",
        "~~",
        "$",
        "!",
        "été",
        "北京",
        "\n",
        "(a)",
        "http://x.y",
        ":",
        "  ",
        "a.",
        "[^1]: x",
        "{#a}",
        "\u{a0}",
        "\u{3000}",
        "\"",
        "'",
        "#",
    ]);
    let words = prop::collection::vec((words, prop::sample::select(vec![" ", "", ", "])), 1..8);
    words.prop_map(|words| {
        let text: String = words
            .iter()
            .flat_map(|(word, between)| [*word, *between])
            .collect();
        let lines: Vec<_> = text
            .split('\n')
            .filter(|line| !line.trim().is_empty())
            .collect();
        lines.join("\n")
    })
}

fn spans(text: &str, seeds: &[(usize, usize, usize)]) -> Box<[Span]> {
    let borders: Vec<_> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .map(|at| u32::try_from(at).unwrap())
        .collect();
    let mut end = 0;
    let mut spans = Vec::new();
    for &(skip, length, kind) in seeds {
        let (from, to) = (end + skip, end + skip + length + 1);
        if to >= borders.len() {
            break;
        }
        end = to;
        let kind = match kind % 7 {
            0 => SpanKind::Italic,
            1 => SpanKind::Bold,
            2 => SpanKind::Underline,
            3 => SpanKind::Struck,
            4 => SpanKind::Superscript,
            5 => SpanKind::Subscript,
            _ => SpanKind::Link("https://x.y/a\\b(c)&amp;<d>".into()),
        };
        spans.push(Span {
            range: borders[from]..borders[to],
            kind,
        });
    }
    spans.into()
}

fn notes() -> impl Strategy<Value = Box<[Note]>> {
    let note = (
        prop::sample::select(vec!["1", "2", "*", "a", "A", "†", "(x)", ""]),
        text(),
    );
    prop::collection::vec(note, 0..3).prop_map(|notes| {
        let notes = notes.into_iter().map(|(mark, text)| Note {
            mark: mark.into(),
            at: None,
            text: text.into(),
        });
        notes.collect()
    })
}

fn cell() -> impl Strategy<Value = Cell> {
    (
        prop_oneof![Just(String::new()), text()],
        notes(),
        1..3_u16,
        1..3_u16,
    )
        .prop_map(|(text, notes, columns, rows)| Cell {
            notes,
            columns,
            rows,
            ..Cell::new(text)
        })
}

fn kind() -> impl Strategy<Value = PassageKind> {
    let rows = prop::collection::vec(prop::collection::vec(cell(), 1..4), 1..4);
    prop_oneof![
        6 => Just(PassageKind::Text),
        1 => Just(PassageKind::Flush),
        1 => (1..=6_u8).prop_map(|level| PassageKind::Heading { level }),
        1 => (rows, 0..3_usize).prop_map(|(rows, head)| {
            PassageKind::Table(Box::new(Table { head: head.min(rows.len()), rows }))
        }),
        1 => Just(PassageKind::Rule),
    ]
}

/// A passage and by how much deeper, or less deep, it stands than the one above it.
fn passage() -> impl Strategy<Value = (Passage, u8)> {
    let number = prop::sample::select(vec!["1", "7 bis", "(a)", "a.", "–", "•", "*", "(iv)", "١"]);
    let seeds = prop::collection::vec((0..6_usize, 0..9_usize, 0..7_usize), 0..4);
    (
        kind(),
        text(),
        prop::option::of(number),
        seeds,
        notes(),
        0..4_u8,
    )
        .prop_map(|(kind, text, number, seeds, notes, deeper)| {
            let passage = match &kind {
                PassageKind::Table(table) => Passage::table(Part::Operative, (**table).clone()),
                PassageKind::Rule => Passage::new(Part::Operative, "-----"),
                _ => Passage {
                    spans: spans(&text, &seeds),
                    notes,
                    ..Passage::new(Part::Operative, text.clone())
                },
            };
            let is_numbered = kind == PassageKind::Text;
            let number = number.filter(|_| is_numbered).map(Into::into);
            (
                Passage {
                    kind,
                    number,
                    ..passage
                },
                deeper,
            )
        })
}

fn resolution() -> impl Strategy<Value = Resolution> {
    let parts = prop::collection::vec(prop::collection::vec(passage(), 0..6), 6);
    (parts, text(), notes(), prop::collection::vec(text(), 0..2)).prop_map(
        |(parts, title, title_notes, headings)| {
            let mut resolution = Resolution {
                title: Some(title.as_str().into()),
                title_notes,
                headings: headings.into_iter().map(Into::into).collect(),
                sections: vec![SectionHeading {
                    number: Some("A".into()),
                    title: Some(title.as_str().into()),
                }],
                annexes: vec![
                    AnnexHeading::default(),
                    AnnexHeading {
                        number: Some("II".into()),
                        title: Some(title.into()),
                        headings: vec!["Below".into()],
                        notes: Box::default(),
                    },
                ],
                ..Resolution::new("1/1", "en")
            };
            let places = [
                Part::Preamble,
                Part::Operative,
                Part::Section(1, Half::Preamble),
                Part::Section(1, Half::Operative),
                Part::Annex(1, Half::Operative),
                Part::Annex(2, Half::Operative),
            ];
            for (part, passages) in places.into_iter().zip(parts) {
                add(&mut resolution, part, passages);
            }
            resolution
        },
    )
}

/// Adds passages to a part, none below anything but a paragraph or a point.
fn add(resolution: &mut Resolution, part: Part, passages: Vec<(Passage, u8)>) {
    let mut deepest = 0;
    for (passage, deeper) in passages {
        let depth = deepest.min(deeper);
        deepest = if passage.is_text() { depth + 1 } else { depth };
        resolution.push(Passage {
            part,
            depth,
            ..passage
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_resolution_comes_back_from_markdown(resolution in resolution()) {
        let session = Session::new("B-1", "Board of Boats", "First Session");
        let json = format::to_json(&[WholeSession { session, resolutions: vec![resolution] }]);
        assert_comes_back(&json);
    }
}
