//! Headings and tables of Markdown, pages and Word documents: they are those of the resolution.

use resolut::import::{Import, Options, pdf_text};
use resolut::text::model::{Part, Passage, PassageKind, Table};

use super::rows::Comparison;

const ROWS: &str = "\
symbol 3/7-B
opening The Board of Boats,
#pp Why
pp Recalling the tides,
#op What
op/1 Adopts the following scale:
|. Harbour | Boats / Old Quay | 7 / New Quay | 12
. which is that of last year;
op/2 Decides:
./(a) to row;
|.. 1. | oars | 4 / 2. | ropes | 9
./(b) to rest.
an Annex Rules
#an Boats
an/1 A boat floats.
|an Keel | 3 / Oar | 4
#an Crews
an/1 A crew sings.
";

const MARKDOWN: &str = "\
# RESOLUTION NO. 3/7-B

The Board of Boats,

## Why

Recalling the tides,

## What

1. Adopts the following scale:

   | Harbour  | Boats |
   |----------|-------|
   | Old Quay | 7     |
   | New Quay | 12    |

   which is that of last year;

2. Decides:

   (a) to row;

   |    |       |   |
   |----|-------|---|
   | 1. | oars  | 4 |
   | 2. | ropes | 9 |

   (b) to rest.

# Annex

Rules

## Boats

1. A boat floats.

| Keel | 3 |
|------|---|
| Oar  | 4 |

## Crews

1. A crew sings.
";

fn import(source: &str) -> Import {
    let options = Options::new("boats");
    pdf_text::read(source.as_bytes(), &options).unwrap()
}

fn page(body: &str) -> Import {
    import(&format!(
        "<html><body><h1>RESOLUTION NO. 3/7-B</h1><p>The Board of Boats,</p><p>Recalling the tides,</p>{body}</body></html>"
    ))
}

fn tables(import: &Import) -> Vec<(&Passage, &Table)> {
    let passages = import.sessions[0].resolutions[0].passages.iter();
    let tables = passages.filter_map(|passage| match &passage.kind {
        PassageKind::Table(table) => Some((passage, &**table)),
        _ => None,
    });
    tables.collect()
}

#[test]
fn headings_and_tables_of_markdown_are_those_of_the_resolution() {
    let import = import(MARKDOWN);
    let faults = Comparison::of(&Ok(import.clone()), ROWS).faults;
    assert!(faults.is_empty(), "{faults:#?}");
    let heads: Vec<_> = tables(&import)
        .iter()
        .map(|(_, table)| table.head)
        .collect();
    assert_eq!(heads, [1, 0, 1]);
    assert_eq!(import.report.words.left_out, 0);
}

#[test]
fn a_heading_has_the_level_that_its_format_says() {
    let page = page(
        "<h2>Ships</h2><ol><li>Decides to row;</li></ol><h4>Requests to crews</h4><ol start=2><li>Asks crews to sing.</li></ol>",
    );
    let passages = page.sessions[0].resolutions[0].passages.iter();
    let headings: Vec<_> = passages
        .filter_map(|passage| match passage.kind {
            PassageKind::Heading { level } => Some((&*passage.text, level, passage.part)),
            _ => None,
        })
        .collect();
    assert_eq!(
        headings,
        [
            ("Ships", 2, Part::Operative),
            ("Requests to crews", 4, Part::Operative)
        ]
    );
}

#[test]
fn cells_of_a_page_have_their_columns_rows_paragraphs_and_notes() {
    let page = page(
        "<ol><li>Adopts the scale:<table><caption>Table 1</caption>
        <tr><th colspan=2>Where<sup><a href='#n'>1</a></sup> and what</th><th>How many</th></tr>
        <tr><td rowspan=2><p>Old</p><p>Quay</p></td><td>boats</td><td>7</td></tr>
        <tr><td></td><td>9</td></tr></table></li></ol><p id=n>1 In the north.</p>",
    );
    let [(passage, table)] = tables(&page)[..] else {
        panic!("{page:#?}");
    };
    assert_eq!(passage.depth, 1);
    assert_eq!(table.head, 1);
    let cells = table.cells();
    let cells: Vec<_> = cells
        .map(|cell| (&*cell.text, cell.columns, cell.rows))
        .collect();
    assert_eq!(
        cells,
        [
            ("Where and what", 2, 1),
            ("How many", 1, 1),
            ("Old\nQuay", 1, 2),
            ("boats", 1, 1),
            ("7", 1, 1),
            ("", 1, 1),
            ("9", 1, 1),
        ]
    );
    let note = &table.rows[0][0].notes[0];
    assert_eq!((note.at, &*note.text), (Some(5), "In the north."));
    assert!(passage.lines.is_some());
}

#[test]
fn tables_that_are_the_frame_of_a_page_stay_lines() {
    for frame in [
        "<table><tr><td>1.</td><td>Decides to row;</td></tr><tr><td>2.</td><td>Asks crews to sing.</td></tr></table>",
        "<table><tr><td></td><td>1. Decides to row;</td></tr><tr><td>page</td><td>2. Asks crews to sing.</td></tr></table>",
        "<p>1. Decides:</p><table><tr><td>(a)</td><td>to row;</td></tr><tr><td>(b)</td><td>to sing.</td></tr></table>",
        "<p>1. Decides to row.</p><table><tr><td>Keel, 4 May 2031</td><td>The Registrar</td></tr></table>",
    ] {
        let page = page(frame);
        assert!(tables(&page).is_empty(), "{frame}");
        assert!(page.report.counts.operative > 0, "{frame}");
    }
}

#[test]
fn characters_that_are_dropped_move_no_word_into_another_cell() {
    let source = MARKDOWN.replace(
        "| Old Quay | 7",
        "| O\u{200e}ld\u{200e}\u{200e}\u{200e}\u{a0}\u{a0}Quay | 7",
    );
    let import = import(&source);
    let (_, table) = tables(&import)[0];
    assert_eq!(table.text(), "Harbour | Boats\nOld Quay | 7\nNew Quay | 12");
}
