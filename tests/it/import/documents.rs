//! Documents in the shape in which people have them: PDFs, Word documents, pages and Markdown, each with its right
//! reading as [rows](super::rows) in a file beside it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use resolut::import::{Options, SourceDocument, SourceFormat, pdf_text};

use super::rows::Comparison;
use crate::installed::installed;

/// Documents that are not read right yet, and what is wrong. One that is mended goes off this list.
const WRONG: &[(&str, &str)] = &[];

/// All documents, without the texts that they were made of.
fn documents() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import/documents");
    let files = std::fs::read_dir(folder).unwrap();
    let mut documents: Vec<_> = files
        .map(|file| file.unwrap().path())
        .filter(|file| {
            let format = file.extension().unwrap().to_str().unwrap();
            ["pdf", "docx", "html", "htm", "md"].contains(&format)
                && file.with_extension("rows").exists()
        })
        .collect();
    documents.sort();
    documents
}

/// A document beside its right reading; none where the program that makes text of it is missing.
fn compare(path: &Path) -> Option<Comparison> {
    let name = path.file_name().unwrap().to_str().unwrap();
    let options = Options::new(name);
    let import = if path.extension().is_some_and(|format| format == "pdf") {
        let output = Command::new(installed("pdftotext")?)
            .args(["-layout", "-enc", "UTF-8"])
            .args([path, Path::new("-")])
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let document = SourceDocument::of_text(text, SourceFormat::Pdf);
        pdf_text::read_document(&document, &options)
    } else {
        pdf_text::read(&std::fs::read(path).unwrap(), &options)
    };
    let rows = std::fs::read_to_string(path.with_extension("rows")).unwrap();
    Some(Comparison::of(&import, &rows))
}

#[test]
#[expect(
    clippy::print_stdout,
    reason = "shares and known faults, told with `--nocapture`"
)]
fn documents_in_their_formats_read_right() {
    let (mut wrong, mut mended) = (String::new(), String::new());
    let (mut paragraphs, mut points, mut left_out) = ((0, 0), (0, 0), 0);
    let documents = documents();
    for path in &documents {
        let Some(read) = compare(path) else { continue };
        for (all, one) in [
            (&mut paragraphs, read.paragraphs),
            (&mut points, read.points),
        ] {
            *all = (all.0 + one.0, all.1 + one.1);
        }
        left_out += read.left_out;
        let name = path.file_name().unwrap().to_str().unwrap();
        let is_known = WRONG.iter().any(|(known, _)| *known == name);
        if is_known && read.faults.is_empty() {
            let _ = writeln!(mended, "{name}");
        }
        for fault in &read.faults {
            let sign = if is_known { " (known)" } else { "" };
            println!("{name}{sign}: {fault}");
            if !is_known {
                let _ = writeln!(wrong, "{name}: {fault}");
            }
        }
    }
    println!(
        "paragraphs {} of {}, points {} of {}, words left out {left_out}",
        paragraphs.0, paragraphs.1, points.0, points.1
    );
    assert!(documents.len() >= 30);
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(mended.is_empty(), "read right by now:\n{mended}");
}
