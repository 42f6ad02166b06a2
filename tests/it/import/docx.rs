//! Word documents: the text that comes out of them.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use resolut::import::{ImportError, Options, SourceDocument, pdf_text};
use resolut::text::model::PassageKind;
use zip::write::{SimpleFileOptions, ZipWriter};

const RELATIONSHIPS: &str = r#"<Relationships>
<Relationship Id="1" Type="http://x/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>
<Relationship Id="2" Type="http://x/officeDocument/2006/relationships/styles" Target="styles.xml"/>
<Relationship Id="3" Type="http://x/officeDocument/2006/relationships/footnotes" Target="/word/footnotes.xml"/>
<Relationship Id="4" Type="http://x/officeDocument/2006/relationships/header" Target="header1.xml"/>
<Relationship Id="5" Type="http://x/officeDocument/2006/relationships/header" TargetMode="External" Target="http://x"/>
</Relationships>"#;

/// A Word document of these parts.
fn docx(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let relationships = [("word/_rels/document.xml.rels", RELATIONSHIPS)];
    for (name, part) in [("[Content_Types].xml", "<Types/>")]
        .iter()
        .chain(&relationships)
        .chain(parts)
    {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(part.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn of_body(body: &str) -> Vec<u8> {
    docx(&[("word/document.xml", &document(body))])
}

fn document(body: &str) -> String {
    format!("<?xml version=\"1.0\"?><w:document><w:body>{body}<w:sectPr/></w:body></w:document>")
}

/// A paragraph of a list and a level, or of none.
fn listed(list: &str, level: &str, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>\
         <w:r><w:t>{text}</w:t></w:r></w:p>"
    )
}

fn paragraph(content: &str) -> String {
    format!("<w:p>{content}</w:p>")
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn text_of(bytes: &[u8]) -> String {
    SourceDocument::of(bytes, &Options::new("a.docx"))
        .unwrap()
        .text
}

fn level(at: usize, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/>{more}</w:lvl>"
    )
}

fn numbering() -> String {
    let first = [
        level(0, "decimal", "%1.", ""),
        level(1, "lowerLetter", "(%2)", ""),
        level(2, "lowerRoman", "%3)", ""),
        level(3, "decimal", "%1.%4", "<w:lvlRestart w:val=\"0\"/>"),
    ];
    let second = [
        level(0, "upperRoman", "%1", "<w:pStyle w:val=\"Part\"/>"),
        level(
            1,
            "decimal",
            "%1.%2",
            "<w:isLgl/><w:pStyle w:val=\"Item\"/>",
        ),
    ];
    format!(
        "<w:numbering><w:abstractNum w:abstractNumId=\"7\">{}</w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"8\">{}</w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"9\">{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>\
         <w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/></w:num>\
         <w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>\
         <w:num w:numId=\"4\"><w:abstractNumId w:val=\"8\"/></w:num>\
         <w:num w:numId=\"5\"><w:abstractNumId w:val=\"9\"/></w:num></w:numbering>",
        first.concat(),
        second.concat(),
        level(0, "bullet", "\u{f0b7}", "")
            + &level(1, "bullet", " ", "")
            + &level(2, "arabicAlpha", "(%3)", "")
            + &level(3, "bullet", "o", "")
            + &level(4, "bullet", "–", "")
    )
}

fn of_list(body: &str) -> Vec<u8> {
    let styles = "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"Item\"><w:basedOn w:val=\"Part\"/></w:style>\
                  <w:style w:type=\"paragraph\" w:styleId=\"Part\"><w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style></w:styles>";
    docx(&[
        ("word/numbering.xml", &numbering()),
        ("word/styles.xml", styles),
        ("word/document.xml", &document(body)),
    ])
}

/// The lines that hold text, without what they are set in.
fn lines(text: &str) -> Vec<&str> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect()
}

#[test]
fn lists_are_numbered_as_word_numbers_them() {
    let places = [
        ("1", "0", "1. a"),
        ("1", "1", "(a) b"),
        ("1", "2", "i) c"),
        ("1", "2", "ii) d"),
        ("1", "1", "(b) e"),
        ("1", "2", "i) f"),
        ("1", "3", "1.1 g"),
        // Another list of the same levels goes on.
        ("2", "0", "2. h"),
        ("2", "1", "(a) i"),
        ("1", "3", "2.2 j"),
        // One that begins again does so once.
        ("3", "0", "5. k"),
        ("3", "0", "6. l"),
        ("5", "0", "• m"),
        ("5", "1", "m"),
        ("5", "2", "(أ) m"),
        ("5", "3", "◦ m"),
        ("5", "4", "– m"),
        ("0", "0", "n"),
        ("99", "0", "o"),
    ];
    let body: String = places
        .iter()
        .map(|(list, level, want)| listed(list, level, want.rsplit(' ').next().unwrap()))
        .collect();
    let text = text_of(&of_list(&body));
    assert_eq!(lines(&text), places.map(|(_, _, want)| want));
}

#[test]
fn a_style_may_bring_a_list_and_a_level() {
    let styled = |style: &str, text: &str| {
        paragraph(&format!(
            "<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}",
            run(text)
        ))
    };
    let body = [
        styled("Part", "a"),
        styled("Item", "b"),
        styled("Item", "c"),
        styled("Part", "d"),
    ];
    let text = text_of(&of_list(&body.concat()));
    assert_eq!(lines(&text), ["I a", "1.1 b", "1.2 c", "II d"]);
}

#[test]
fn notes_stand_at_the_end_with_their_marks_in_the_text() {
    let notes = "<w:footnotes><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote>\
                 <w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> See the charts.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let body = paragraph(&format!(
        "{}<w:r><w:footnoteReference w:id=\"2\"/></w:r>{}<w:r><w:footnoteReference w:id=\"9\"/></w:r>",
        run("Recalling the tides"),
        run(" of May,")
    ));
    let document = document(&body);
    let bytes = docx(&[
        ("word/footnotes.xml", notes),
        ("word/document.xml", &document),
    ]);
    assert_eq!(
        text_of(&bytes),
        "Recalling the tides[1] of May,\n\nNotes\n\n[1] See the charts.\n"
    );
}

#[test]
fn what_was_deleted_or_is_hidden_is_left_out_and_told() {
    let body = [
        paragraph(&run("Recalling,")),
        paragraph(&format!(
            "{}<w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins>{}</w:ins>\
             <w:moveFrom>{}</w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>secretly </w:t></w:r>{}",
            run("Decides "),
            run("always "),
            run("soon "),
            run("to row.")
        )),
        format!(
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>{}",
            run("One "),
            paragraph(&run("line."))
        ),
    ];
    let bytes = of_body(&body.concat());
    assert_eq!(
        text_of(&bytes),
        "Recalling,\n\nDecides always to row.\n\nOne line.\n"
    );
    let heading = [
        paragraph(&run("RESOLUTION NO. 1/2-P")),
        paragraph(&run("The Board of Boats,")),
        body.concat(),
    ];
    let document =
        SourceDocument::of(&of_body(&heading.concat()), &Options::new("a.docx")).unwrap();
    let report = pdf_text::read_document(&document, &Options::new("a.docx"))
        .unwrap()
        .report;
    let doubts: Vec<_> = report.doubts.iter().map(|doubt| &*doubt.message).collect();
    assert!(
        doubts.contains(
            &"words that were deleted while changes were tracked are left out, here and at 1 more places"
        ),
        "{doubts:?}"
    );
    assert!(doubts.contains(&"hidden words are left out"), "{doubts:?}");
}

#[test]
fn tables_boxes_breaks_and_signs_become_text() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph(&run(text)));
    let row = |cells: &[&str]| {
        format!(
            "<w:tr>{}</w:tr>",
            cells.iter().map(|text| cell(text)).collect::<String>()
        )
    };
    let boxed = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", paragraph(&run(text)));
    let body = [
        format!(
            "<w:tbl>{}{}</w:tbl>",
            row(&["Year", "Boats"]),
            row(&["2031", "7"])
        ),
        paragraph(&format!(
            "<w:r><mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r>{}",
            boxed("In a box"),
            boxed("In a box"),
            run("Outside")
        )),
        paragraph(
            "<w:r><w:t>sea</w:t><w:noBreakHyphen/><w:t>bed</w:t><w:br/><w:t>8</w:t></w:r>\
             <w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>th</w:t></w:r>\
             <w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>12</w:t></w:r>\
             <w:r><w:tab/><w:t>Sand &amp; Salt &#8212; &lt;all&gt;</w:t></w:r>",
        ),
    ];
    assert_eq!(
        text_of(&of_body(&body.concat())),
        "Year    Boats\n2031    7\n\nIn a box\n\nOutside\n\nsea-bed\n8th¹² Sand & Salt — <all>\n"
    );
}

#[test]
fn a_symbol_in_a_header_is_read() {
    let header = "<w:hdr><w:p><w:r><w:t>Page 1 and/or 2</w:t></w:r><w:r><w:tab/><w:t>B/RES/7/3</w:t></w:r></w:p></w:hdr>";
    let document = document(&paragraph(&run("The Board,")));
    let bytes = docx(&[
        ("word/header1.xml", header),
        ("word/document.xml", &document),
    ]);
    assert_eq!(text_of(&bytes), "B/RES/7/3\n\nThe Board,\n");
}

#[test]
fn what_is_no_text_document_is_refused_with_a_word() {
    let said = |bytes: &[u8]| match SourceDocument::of(bytes, &Options::new("a.docx")) {
        Ok(document) => panic!("read: {}", document.text),
        Err(error) => error.to_string(),
    };
    let sheet = docx(&[("xl/workbook.xml", "<workbook/>")]);
    assert!(
        said(&sheet).starts_with("`a.docx` is a "),
        "{}",
        said(&sheet)
    );
    let sound = of_body(&paragraph(&run("The Board,")));
    let cut = &sound[..sound.len() - 40];
    assert_eq!(
        said(cut),
        "`a.docx` is a damaged Word document, or one that is locked"
    );
}

#[test]
fn a_document_that_unpacks_without_end_is_refused() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    zip.start_file("word/document.xml", packed).unwrap();
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..66 {
        zip.write_all(&zeros).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    let error = SourceDocument::of(&bytes, &Options::new("a.docx")).unwrap_err();
    assert!(matches!(error, ImportError::Docx { .. }));
    assert!(
        error
            .to_string()
            .ends_with("is a Word document whose text is larger than 64 MiB")
    );
}

#[test]
fn headings_and_joined_cells_are_told() {
    let cell = |properties: &str, text: &str| {
        format!(
            "<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>",
            paragraph(&run(text))
        )
    };
    let row = |properties: &str, cells: &[String]| {
        format!(
            "<w:tr><w:trPr>{properties}</w:trPr>{}</w:tr>",
            cells.concat()
        )
    };
    let table = [
        row(
            "<w:tblHeader/>",
            &[
                cell("<w:gridSpan w:val=\"2\"/>", "Where"),
                cell("", "Boats"),
            ],
        ),
        row(
            "",
            &[
                cell("<w:vMerge w:val=\"restart\"/>", "Quay"),
                cell("", "old"),
                cell("", "7"),
            ],
        ),
        row(
            "",
            &[cell("<w:vMerge/>", ""), cell("", "new"), cell("", "9")],
        ),
    ];
    let heading = "<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>";
    let body = [
        paragraph(&run("RESOLUTION NO. 3/7-B")),
        paragraph(&run("The Board of Boats,")),
        paragraph(&run("Recalling the tides,")),
        paragraph(&(heading.to_owned() + &run("Boats"))),
        paragraph(&run("1. Adopts the scale:")),
        format!("<w:tbl>{}</w:tbl>", table.concat()),
        paragraph(&run("2. Decides to row.")),
    ];
    let options = Options::new("a.docx");
    let import = pdf_text::read(&of_body(&body.concat()), &options).unwrap();
    let passages = &import.sessions[0].resolutions[0].passages;
    assert_eq!(passages[2].kind, PassageKind::Heading { level: 2 });
    let PassageKind::Table(table) = &passages[4].kind else {
        panic!("{passages:#?}");
    };
    assert_eq!(table.text(), "Where | Boats\nQuay | old | 7\nnew | 9");
    let spans: Vec<_> = table
        .cells()
        .map(|cell| (cell.columns, cell.rows))
        .collect();
    assert_eq!(
        spans,
        [(2, 1), (1, 1), (1, 2), (1, 1), (1, 1), (1, 1), (1, 1)]
    );
    assert_eq!((table.head, passages[5].number.as_deref()), (1, Some("2")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_mutilated_document_is_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..24),
        cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let body = [listed("1", "0", "a"), listed("1", "1", "b"), paragraph(&run("c"))].concat();
        let table = format!("<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>{body}");
        // Once the archive, once what is in it.
        for is_inside in [false, true] {
            let mutilate = |bytes: &mut Vec<u8>| {
                for (at, byte) in &changes {
                    let at = at.index(bytes.len());
                    bytes[at] = *byte;
                }
                if is_cut {
                    bytes.truncate(cut.index(bytes.len()));
                }
            };
            let mut part = document(&table).into_bytes();
            let mut bytes = if is_inside {
                mutilate(&mut part);
                of_list(&String::from_utf8_lossy(&part))
            } else {
                of_list(&table)
            };
            if !is_inside {
                mutilate(&mut bytes);
            }
            let _ = SourceDocument::of(&bytes, &Options::new("a.docx"));
        }
    }
}
