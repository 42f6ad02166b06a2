//! `resolut import` of folders of Akoma Ntoso: the resolutions of boats in `tests/fixtures/import/akn`.

use std::fs;
use std::path::Path;

use crate::cli::Test;

mod again;
mod hostile;
mod report;
mod written;

/// A call of the program beside a folder `boats` with the fixtures.
fn with_boats(args: &str) -> Test {
    let test = Test::new(args);
    copy(&fixtures(), &test.here().join("boats"));
    test
}

fn fixtures() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import/akn")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::write(to, fs::read(entry.path()).unwrap()).unwrap();
        }
    }
}

/// A resolution of that number, which decides something.
fn document(number: u32, decides: &str) -> String {
    format!(
        "<akomaNtoso><statement name=\"resolution\"><meta><identification><FRBRWork>\
         <FRBRuri value=\"/akn/un/statement/deliberation/unsc/2032-01-02/{number}-2032/\"/>\
         <FRBRdate date=\"2032-01-02\" name=\"adoption\"/></FRBRWork><FRBRExpression>\
         <FRBRlanguage language=\"eng\"/></FRBRExpression></identification></meta><coverPage><p>\
         <docNumber refersTo=\"#symbol\">S/RES/{number} (2032)</docNumber></p></coverPage><mainBody>\
         <paragraph><num>1.</num><content><p>Decides {decides}.</p></content></paragraph></mainBody>\
         </statement></akomaNtoso>"
    )
}
