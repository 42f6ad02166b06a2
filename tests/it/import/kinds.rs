//! Documents of many bodies, years and languages: each a text, a line `%%%`, and its right reading as
//! [rows](super::rows).

use std::fmt::Write as _;
use std::path::Path;

use resolut::import::{Options, pdf_text};

use super::rows::Comparison;

#[test]
fn documents_of_many_bodies_read_right() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import/kinds");
    let mut wrong = String::new();
    let mut samples: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    samples.sort();
    for path in &samples {
        let sample = std::fs::read_to_string(path).unwrap();
        let (document, rows) = sample.split_once("%%%\n").unwrap();
        let import = pdf_text::read(document.as_bytes(), &Options::new("sample.txt"));
        for fault in Comparison::of(&import, rows).faults {
            let name = path.file_name().unwrap().display();
            let _ = writeln!(wrong, "{name}: {fault}");
        }
    }
    assert!(samples.len() >= 26);
    assert!(wrong.is_empty(), "\n{wrong}");
}
