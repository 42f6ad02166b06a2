//! What is written is what was read.

use std::fs;
use std::path::{Path, PathBuf};

use resolut::import::akn::{self, CatalogueRows};
use resolut::import::collection::session_of;
use resolut::text::format;
use resolut::text::model::Resolution;

use super::{fixtures, with_boats};

fn files_below(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, files);
        } else if path.extension().is_some_and(|end| end == "xml") {
            files.push(path);
        }
    }
}

#[test]
fn a_corpus_has_no_faults_and_is_read_as_what_was_imported() {
    let done = with_boats("import boats -o boats.json")
        .any_stderr()
        .success();
    let json = done.read("boats.json");
    assert_eq!(format::faults(&json), []);
    let catalogue = format::read(&json).unwrap();
    let written = catalogue.entries.iter().map(|entry| {
        let [from, to] =
            [entry.range.start, entry.range.end].map(|at| usize::try_from(at).unwrap());
        format::resolution(json.get(from..to).unwrap(), catalogue.version).unwrap()
    });
    let written: Vec<Resolution> = written.collect();

    let mut rows = CatalogueRows::default();
    rows.add(&fs::read_to_string(fixtures().join("data_extract/2031.json")).unwrap());
    let mut files = Vec::new();
    files_below(&fixtures(), &mut files);
    assert_eq!(files.len(), written.len());
    for path in files {
        let name = path.file_name().unwrap().to_str().unwrap();
        let read = akn::read(&fs::read(&path).unwrap(), name, &rows).unwrap();
        let file = path.strip_prefix(fixtures()).unwrap().to_str().unwrap();
        let of_file = |one: &&Resolution| &*one.source.as_ref().unwrap().file == file;
        let written = written.iter().find(of_file).unwrap();
        let source = written.source.clone();
        assert_eq!(
            written,
            &Resolution {
                source,
                ..read.resolution
            }
        );
        let session = session_of(&written.symbol, written.adopted.as_deref());
        let mut sessions = catalogue.sessions.iter();
        assert!(sessions.any(|heading| heading.session == session));
    }
}
