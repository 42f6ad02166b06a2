//! A corpus file → its sessions, as they are.

use memchr::memmem;

use super::account;
use crate::import::{Import, ImportError, Options, SourceDocument};
use crate::text::encoding;
use crate::text::format::{self, Catalogue};
use crate::text::model::WholeSession;

/// How many bytes of a file are looked at to tell whether it is a corpus.
const HEAD: usize = 4 << 10;

/// Whether a text begins as a corpus file does: an object that says near its beginning that it is one.
///
/// ```
/// use resolut::import::is_corpus;
///
/// assert!(is_corpus("{\n  \"format\": \"resolut-corpus/1\",\n  \"sessions\": []}"));
/// assert!(!is_corpus("{\"symbol\": \"1/1\"}"));
/// ```
pub fn is_corpus(text: &str) -> bool {
    let text = text.trim_start_matches(encoding::MARK).trim_start();
    let Some(rest) = text.strip_prefix('{') else {
        return false;
    };
    let head = rest.as_bytes();
    let head = head.get(..HEAD).unwrap_or(head);
    rest.trim_start().starts_with("\"sessions\"")
        || memmem::find(head, b"\"resolut-corpus/").is_some()
}

/// Reads the sessions of a corpus file. What is odd in it is a doubt, with the place in the JSON.
pub(in crate::import) fn read(
    document: &SourceDocument,
    options: &Options<'_>,
) -> Result<Import, ImportError> {
    let mut report = account::begin(document, options, "a corpus")?;
    let json = document.text.trim_start_matches(encoding::MARK);
    let refused = |what| ImportError::Corpus {
        file: options.file_name.to_owned(),
        what,
    };
    let catalogue = format::read(json).map_err(refused)?;
    let sessions = sessions(catalogue, json);
    for fault in format::examine(json) {
        let line = u32::try_from(fault.line).unwrap_or(u32::MAX);
        report.doubt(line, format!("{}: {}", fault.path, fault.message));
    }
    account::count(&sessions, &mut report);
    Ok(Import { sessions, report })
}

fn sessions(catalogue: Catalogue, json: &str) -> Vec<WholeSession> {
    let version = catalogue.version;
    let mut resolutions = catalogue.entries.into_iter().filter_map(|entry| {
        let [start, end] = [entry.range.start, entry.range.end].map(usize::try_from);
        let json = json.get(start.ok()?..end.ok()?)?;
        format::resolution(json, version)
    });
    let sessions = catalogue.sessions.into_iter().map(|heading| WholeSession {
        session: heading.session,
        resolutions: resolutions.by_ref().take(heading.resolutions).collect(),
    });
    sessions.collect()
}
