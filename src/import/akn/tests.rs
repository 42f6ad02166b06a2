//! Whole files, by hand: the Board of Boats, which adopts resolutions about boats.

mod constructs;
mod modelled;
mod repairs;
mod soup;
mod wanting;
mod whose;

use super::document::{Document, DocumentPart, DocumentPassage, Number, Shape};
use super::{CatalogueRows, DocumentDoubt, MarkupRepair, Rejected, draft, read};
use crate::text::format;
use crate::text::model::{Resolution, Session, WholeSession};

/// A resolution of the Board with that preamble and body.
fn file(preamble: &str, body: &str) -> String {
    format!(
        "<akomaNtoso>\n<statement name=\"resolution\"><meta><identification>\
         <FRBRWork><FRBRuri value=\"/akn/un/statement/deliberation/unsc/2031-02-03/9001-2031/\"/>\
         <FRBRdate date=\"2031-02-03\" name=\"adoption\"/></FRBRWork>\
         <FRBRExpression><FRBRlanguage language=\"eng\"/></FRBRExpression></identification></meta>\
         <coverPage><p><docNumber refersTo=\"#symbol\">S/RES/9001 (2031)</docNumber></p>\
         <p><docTitle refersTo=\"#resolutionNumber\">Resolution 9001 (2031)</docTitle></p></coverPage>\
         <preamble><formula><p>The Board of Boats,</p></formula>{preamble}</preamble>\n\
         <mainBody>{body}</mainBody></statement></akomaNtoso>"
    )
}

/// What was made of a file, as the file has it.
#[derive(Debug)]
struct Reading {
    document: Document,
    repairs: Vec<MarkupRepair>,
    doubts: Vec<DocumentDoubt>,
}

fn try_read(file: &str) -> Result<Reading, Rejected> {
    read_as(file.as_bytes(), "S_RES_9001-3100001E.xml")
}

fn read_as(file: &[u8], name: &str) -> Result<Reading, Rejected> {
    let catalogue = CatalogueRows::default();
    let whole = read(file, name, &catalogue)?;
    let draft = draft(file, name, &catalogue)?;
    Ok(Reading {
        document: draft.document,
        repairs: whole.repairs,
        doubts: whole.doubts,
    })
}

fn of_file(file: &str) -> Reading {
    try_read(file).expect("the file is read")
}

/// Reads a body behind one preambular paragraph.
fn of_body(body: &str) -> Reading {
    of_file(&file(
        "<container name=\"Noting\"><p>Noting the sea,</p></container>",
        body,
    ))
}

/// The outline of a body, without opening and the preambular paragraph of [`of_body`].
fn body(body: &str) -> Vec<String> {
    outline(&of_body(body).document).split_off(2)
}

/// A line a passage: its part, its depth as dots, its number, its text.
fn outline(document: &Document) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, passage) in document.passages.iter().enumerate() {
        let begins = |before: usize| before == at;
        for section in document
            .sections
            .iter()
            .filter(|section| begins(section.before))
        {
            let title = section.title.as_ref().map_or("", |title| &title.text);
            lines.push(
                format!("section {} {title}", shown(section.number.as_ref()))
                    .trim_end()
                    .to_string(),
            );
        }
        for annex in document.annexes.iter().filter(|annex| begins(annex.before)) {
            lines.push(
                format!(
                    "annex {}",
                    annex.title.as_ref().map_or("", |title| &title.text)
                )
                .trim_end()
                .to_string(),
            );
        }
        lines.push(line(passage));
    }
    lines
}

fn line(passage: &DocumentPassage) -> String {
    let part = match passage.part {
        DocumentPart::Opening => "opening",
        DocumentPart::Preamble(_) => "pp",
        DocumentPart::Operative(_) => "op",
        DocumentPart::Statement => "st",
        DocumentPart::Annex(_) => "an",
    };
    let text = match &passage.shape {
        Shape::Paragraph => passage.text.text.clone(),
        Shape::Flush => format!("~ {}", passage.text.text),
        Shape::Heading(level) => format!("{} {}", "#".repeat((*level).into()), passage.text.text),
        Shape::Rule => format!("rule {}", passage.text.text),
        Shape::Table(table) => {
            let row = |row: &Vec<super::document::DocumentCell>| {
                row.iter()
                    .map(|cell| cell.text.text.as_str())
                    .collect::<Vec<_>>()
                    .join(" | ")
            };
            format!(
                "table {}",
                table.rows.iter().map(row).collect::<Vec<_>>().join(" / ")
            )
        }
    };
    let words = [
        part,
        &".".repeat(passage.depth.into()),
        &shown(passage.number.as_ref()),
        &text,
    ];
    words
        .iter()
        .filter(|word| !word.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(" ")
}

fn shown(number: Option<&Number>) -> String {
    number.map_or(String::new(), |number| number.shown.clone())
}

/// The repairs of a reading: line, kind, what.
fn repairs(reading: &Reading) -> Vec<String> {
    let said =
        |repair: &MarkupRepair| format!("{}: {} {}", repair.line, repair.kind.name(), repair.what);
    reading.repairs.iter().map(said).collect()
}

/// The kinds of doubts of a reading.
fn doubts(reading: &Reading) -> Vec<&'static str> {
    reading
        .doubts
        .iter()
        .map(|doubt| doubt.kind.name())
        .collect()
}

/// The resolution that is read of a file.
fn modelled(file: &str) -> Resolution {
    let reading = read(
        file.as_bytes(),
        "S_RES_9001-3100001E.xml",
        &CatalogueRows::default(),
    );
    reading.expect("the file is read").resolution
}

/// A resolution written into a corpus, in which nobody finds a fault but what a file itself may print, and read
/// again.
fn written(resolution: Resolution) -> Resolution {
    let json = format::to_json(&[WholeSession {
        session: Session::new("B-1", "Board of Boats", "First Session"),
        resolutions: vec![resolution],
    }]);
    let mut faults = format::faults(&json);
    faults.retain(|fault| fault.message != "empty");
    assert_eq!(faults, []);
    let catalogue = format::read(&json).expect("a corpus");
    let range = catalogue.entries[0].range.clone();
    let [start, end] = [range.start, range.end].map(|at| usize::try_from(at).expect("a place"));
    let json = json.get(start..end).expect("the place of the resolution");
    format::resolution(json, catalogue.version).expect("a resolution")
}

/// A numbered paragraph.
fn op(number: &str, text: &str) -> String {
    format!("<paragraph><num>{number}</num><content><p>\t{text}</p></content></paragraph>\n")
}

/// A paragraph without number.
fn bare(text: &str) -> String {
    format!("<paragraph><content><p>{text}</p></content></paragraph>\n")
}
