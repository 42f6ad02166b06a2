//! Pages of small resolutions.

use super::*;
use crate::text::model::{
    AnnexHeading, Cell, Half, Note, Passage, Resolution, SectionHeading, Table,
};

fn resolution(passages: &[(u8, &'static str, &'static str)]) -> Resolution {
    let mut resolution = Resolution {
        title: Some("ON POINTS".into()),
        ..Resolution::new("1/1", "en")
    };
    for &(depth, number, text) in passages {
        resolution.push(Passage {
            depth,
            number: Some(number.into()),
            ..Passage::new(Part::Operative, text)
        });
    }
    resolution
}

fn indents_of(page: &Page) -> Vec<usize> {
    page.rows
        .iter()
        .filter(|row| row.first)
        .map(|row| row.indent)
        .collect()
}

#[test]
fn points_of_one_paragraph_stand_in_one_line() {
    let resolution = resolution(&[
        (0, "1", "Decides:"),
        (1, "(a)", "to meet:"),
        (2, "(i)", "soon;"),
        (2, "(viii)", "often;"),
        (1, "(b)", "to report."),
    ]);
    assert_eq!(
        indents_of(&Page::set(&resolution, 60, TitlePlace::OverPage)),
        [0, 4, 11, 11, 4]
    );
    assert_eq!(
        indents_of(&Page::set(&resolution, 12, TitlePlace::OverPage)),
        [0, 4, 7, 7, 4]
    );
}

#[test]
fn a_page_knows_where_each_passage_stands() {
    let resolution = resolution(&[(0, "1", "one two three"), (0, "2", "four")]);
    let page = Page::set(&resolution, 8, TitlePlace::OnPage);
    let of: Vec<Of> = page.rows.iter().map(|row| row.of).collect();
    let (one, two) = (Of::Passage(0), Of::Passage(1));
    assert_eq!(
        of,
        [Of::Title, Of::Title, Of::Space, one, one, Of::Space, two]
    );
    assert_eq!((page.rows_of(0), page.rows_of(1)), (3..5, 6..7));
    assert_eq!(
        (page.passage_at(0), page.passage_at(5), page.passage_at(6)),
        (0, 0, 1)
    );
}

#[test]
fn a_readers_note_stands_below_its_passage_and_belongs_to_it() {
    let resolution = resolution(&[(0, "1", "one"), (1, "(a)", "two"), (0, "2", "three")]);
    let note = |passage, text: &str| ReadersNote {
        passage,
        text: text.to_owned(),
    };
    let notes = [note(1, "who pays and when?"), note(0, "a\nb\u{1b}")];
    let page = Page::set_with_notes(&resolution, 12, TitlePlace::OverPage, &notes);
    let rows = page.rows.iter().map(|row| {
        let text = page.text_of(row, &resolution);
        let text = text.get(row.range.clone()).unwrap().trim_end();
        format!("{}{text}", " ".repeat(row.indent))
    });
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [
            "one",
            "• a␊b␛",
            "",
            "    two",
            "    • who",
            "      pays",
            "      and",
            "      when?",
            "",
            "three"
        ]
    );
    assert_eq!((page.rows_of(0), page.rows_of(1)), (0..2, 3..8));
    assert!(page.is_set(12, TitlePlace::OverPage, &notes));
    assert!(!page.is_set(12, TitlePlace::OverPage, &notes[..1]));
}

/// A page as it is read: each row behind its indent, `*` before what is strong and `~` before what is dim.
fn drawn(resolution: &Resolution, width: usize) -> Vec<String> {
    let page = Page::set(resolution, width, TitlePlace::OnPage);
    let rows = page.rows.iter().map(|row| {
        let text = row.of.text(resolution);
        let text = text.get(row.range.clone()).unwrap().trim_end();
        let tone = match row.tone {
            Tone::Plain => "",
            Tone::Strong => "*",
            Tone::Dim => "~",
        };
        format!("{tone}{:indent$}{text}", "", indent = row.indent)
    });
    rows.collect()
}

fn note(mark: &str, text: &str) -> Note {
    Note {
        mark: mark.into(),
        at: None,
        text: text.into(),
    }
}

#[test]
fn what_stands_between_paragraphs_is_set_as_it_is_printed() {
    let mut resolution = Resolution::new("1/1", "en");
    let part = Part::Operative;
    let heading = |text: &str| Passage {
        kind: PassageKind::Heading { level: 1 },
        ..Passage::new(part, text)
    };
    let rows = [
        ["Harbour", "Boats"],
        ["Old Quay", "seven, one of them sunk"],
    ];
    let rows = rows.map(|row| row.map(Cell::new).to_vec()).to_vec();
    for passage in [
        heading("Article 3"),
        heading("Use of oars"),
        Passage {
            notes: [note("1", "Reissued for technical reasons.")].into(),
            ..Passage::new(part, "Decides to row.")
        },
        Passage::table(part, Table { rows, head: 1 }),
        Passage {
            kind: PassageKind::Rule,
            ..Passage::new(part, "-----")
        },
    ] {
        resolution.push(passage);
    }
    assert_eq!(
        drawn(&resolution, 24),
        [
            "*Article 3",
            "*Use of oars",
            "",
            "Decides to row.",
            "  1 Reissued for",
            "    technical reasons.",
            "",
            "*Harbour | Boats",
            "Old Quay | seven, one of",
            "  them sunk",
            "",
            "~-----",
        ]
    );
}

#[test]
fn flush_text_stands_at_the_margin_of_its_paragraph() {
    let mut resolution = resolution(&[
        (0, "1", "Requests:"),
        (1, "(a)", "oars:"),
        (2, "(i)", "long;"),
    ]);
    for depth in [2, 1] {
        resolution.push(Passage {
            depth,
            kind: PassageKind::Flush,
            ..Passage::new(Part::Operative, "and ropes.")
        });
    }
    let page = Page::set(&resolution, 60, TitlePlace::OverPage);
    assert_eq!(indents_of(&page), [0, 4, 8, 4, 0]);
}

#[test]
fn sections_and_annexes_have_what_stands_over_them_also_without_text() {
    let mut resolution = Resolution::new("1/1", "en");
    resolution.sections = vec![SectionHeading::default(), SectionHeading::default()];
    resolution.sections[1].title = Some("Oars".into());
    resolution.annexes = vec![AnnexHeading {
        number: Some("II".into()),
        title: Some("Rules".into()),
        headings: vec!["of the Board".into()],
        notes: [note("*", "Old.")].into(),
    }];
    resolution.push(Passage::new(Part::Section(2, Half::Operative), "Rows."));
    let rows = drawn(&resolution, 30);
    assert_eq!(
        rows,
        [
            "*Section 1",
            "",
            "*Oars",
            "",
            "Rows.",
            "",
            "*Annex II: Rules",
            "*of the Board",
            "  * Old."
        ]
    );
}

#[test]
fn deep_points_keep_36_columns_where_the_page_has_them() {
    let deep: Vec<_> = (0..8).map(|depth| (depth, "(a)", "to row;")).collect();
    let resolution = resolution(&deep);
    for (width, most) in [(72, 28), (60, 24), (47, 11), (43, 7), (33, 4)] {
        let page = Page::set(&resolution, width, TitlePlace::OverPage);
        let indents = indents_of(&page);
        assert_eq!(indents.iter().max(), Some(&most), "{width}");
    }
}

#[test]
fn notes_are_rows_of_their_passage() {
    let mut resolution = resolution(&[(0, "1", "one"), (0, "2", "two")]);
    resolution.passages[0].notes = [note("1", "first"), note("", "second")].into();
    let page = Page::set(&resolution, 30, TitlePlace::OverPage);
    assert_eq!((page.rows_of(0), page.rows_of(1)), (0..3, 4..5));
    assert_eq!(page.rows[2].of, Of::Note(0, 1));
    assert_eq!(page.rows[2].of.text(&resolution), "second");
}
