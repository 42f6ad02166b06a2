//! What must hold of a document, whatever its format: words are not lost, and what is read can be written as a corpus
//! in which nobody finds a fault.

use resolut::import::{Import, ImportError, Options, SourceDocument, SourceFormat, pdf_text};
use resolut::text::format;

/// Reads a document, if it is one of that format, and writes what was read.
///
/// # Panics
/// Words are lost, or the corpus has faults.
pub fn read(bytes: &[u8], of: SourceFormat) {
    let options = Options::new("x");
    match SourceDocument::of(bytes, &options) {
        Ok(document) if document.format == of => {
            hold(pdf_text::read_document(&document, &options));
        }
        _ => {}
    }
}

/// Writes what was read of a document, if anything was.
///
/// # Panics
/// Words are lost, or the corpus has faults.
pub fn hold(read: Result<Import, ImportError>) {
    match read {
        Ok(import) => {
            let json = format::to_json(&import.sessions);
            format::read(&json).expect("an imported corpus can be read");
            let faults = format::faults(&json);
            assert!(faults.iter().all(|fault| !fault.is_fatal()), "{faults:?}");
        }
        Err(ImportError::LosesWords { .. }) => panic!("words are lost"),
        Err(_) => {}
    }
}
