//! The files of a folder, in the order of their names, and which of them are documents.
//!
//! XML says so by its name, by its declaration or by its first element, `akomaNtoso` with any prefix. Hidden files
//! and folders are passed over, as the store of `git` is one. No link is followed: it may lead round in a circle, or
//! out of the folder to what nobody meant.

use std::ffi::OsStr;
use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use crate::import::is_corpus;
use crate::text::corpus;
use crate::text::encoding::{FileFormat, MARK, format};
use crate::text::guard::{Links, open_file};

/// How many bytes of a file are looked at to tell whether it is a document.
const HEAD: usize = 16 << 10;

/// A file below a folder.
pub(super) struct FoundFile {
    pub(super) path: PathBuf,
    /// Its path below the folder; what is no UTF-8 in it is replaced.
    pub(super) name: String,
    pub(super) sort: FileSort,
    /// In bytes.
    pub(super) size: u64,
    /// When it was changed, in nanoseconds; none where it could be another file of that name.
    pub(super) modified: Option<i128>,
}

/// What a file is.
pub(super) enum FileSort {
    /// XML.
    Document,
    /// It begins as a row of a catalogue does.
    Rows,
    /// None of these: perhaps a text.
    Other,
    /// No text and no document: an image, an archive, a corpus of ours.
    NoDocument,
    /// A link, a pipe, a device: nobody looked into it.
    Special(&'static str),
    /// A file or a folder that can't be read.
    Unreadable(io::Error),
}

/// A path that is to be read, with the files that it leads to.
pub(super) struct Root {
    /// As it was named.
    pub(super) path: PathBuf,
    /// Those of the folder, or the file itself; none of standard input, and of what can't be read.
    pub(super) files: Vec<FoundFile>,
}

impl Root {
    /// Looks through a path.
    pub(super) fn of(path: &Path) -> Self {
        let mut files = Vec::new();
        if !corpus::is_standard(path)
            && let Ok(full) = path.canonicalize()
        {
            if full.is_dir() {
                walk(&full, "", &mut files);
            } else if full.is_file() {
                let name = full.file_name().unwrap_or_default().to_owned();
                let kind = full.metadata();
                files.push(FoundFile::of(full, kind, &name, "", Links::Follow));
            }
        }
        Self {
            path: path.to_path_buf(),
            files,
        }
    }

    /// Whether it is to be read as documents: a file of XML, or a folder in which there is one.
    pub(super) fn has_documents(&self) -> bool {
        let mut files = self.files.iter();
        files.any(|file| matches!(file.sort, FileSort::Document))
    }
}

fn walk(folder: &Path, below: &str, found: &mut Vec<FoundFile>) {
    let entries = match corpus::entries_of(folder) {
        Ok(entries) => entries,
        Err(error) => {
            let name = below.trim_end_matches('/').to_owned();
            let sort = FileSort::Unreadable(error);
            found.push(FoundFile::unknown(folder.to_path_buf(), name, sort));
            return;
        }
    };
    for path in entries {
        if corpus::is_hidden(&path) {
            continue;
        }
        let name = path.file_name().unwrap_or_default().to_owned();
        let kind = path.symlink_metadata();
        if kind.as_ref().is_ok_and(Metadata::is_dir) {
            walk(&path, &format!("{below}{}/", name.display()), found);
        } else {
            found.push(FoundFile::of(path, kind, &name, below, Links::Refuse));
        }
    }
}

impl FoundFile {
    fn of(
        path: PathBuf,
        kind: io::Result<Metadata>,
        name: &OsStr,
        below: &str,
        links: Links,
    ) -> Self {
        let shown = format!("{below}{}", name.display());
        let kind = match kind {
            Ok(kind) => kind,
            Err(error) => return Self::unknown(path, shown, FileSort::Unreadable(error)),
        };
        if kind.is_symlink() {
            return Self::unknown(path, shown, FileSort::Special("links"));
        }
        if !kind.is_file() {
            let what = "pipes, sockets and devices";
            return Self::unknown(path, shown, FileSort::Special(what));
        }
        let is_named = path.to_str().is_some();
        let modified = i128::from(kind.mtime()) * 1_000_000_000 + i128::from(kind.mtime_nsec());
        Self {
            sort: sort_of(&path, links),
            size: kind.len(),
            modified: is_named.then_some(modified),
            path,
            name: shown,
        }
    }

    fn unknown(path: PathBuf, name: String, sort: FileSort) -> Self {
        Self {
            path,
            name,
            sort,
            size: 0,
            modified: None,
        }
    }
}

/// What a regular file is.
fn sort_of(path: &Path, links: Links) -> FileSort {
    let ending = path.extension().unwrap_or_default();
    if ending.eq_ignore_ascii_case("xml") {
        return FileSort::Document;
    }
    let head = open_file(OpenOptions::new().read(true), path, links).and_then(head);
    match head {
        Ok(head) => sort_by_head(&head),
        Err(error) => FileSort::Unreadable(error),
    }
}

fn head(file: File) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    file.take(HEAD as u64).read_to_end(&mut head)?;
    Ok(head)
}

fn sort_by_head(head: &[u8]) -> FileSort {
    if let Some(FileFormat::Tagged("XML")) = format(head) {
        let is_page =
            first_element(&String::from_utf8_lossy(head)).is_some_and(|name| name == "html");
        return if is_page {
            FileSort::Other
        } else {
            FileSort::Document
        };
    }
    if let Some(FileFormat::Image | FileFormat::Packed(..)) = format(head) {
        return FileSort::NoDocument;
    }
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start_matches(MARK).trim_start();
    if is_corpus(text) {
        FileSort::NoDocument
    } else if first_element(text).is_some_and(|name| name == "akomaNtoso") {
        FileSort::Document
    } else if text.starts_with('{') {
        FileSort::Rows
    } else {
        FileSort::Other
    }
}

/// The name of the first element of XML, without its prefix.
fn first_element(mut text: &str) -> Option<&str> {
    loop {
        let tag = text.trim_start().strip_prefix('<')?;
        let end = if tag.starts_with("!--") {
            "-->"
        } else if tag.starts_with('?') {
            "?>"
        } else if tag.starts_with('!') {
            ">"
        } else {
            let end = tag.find(|c: char| c.is_whitespace() || c == '>' || c == '/');
            let name = tag.get(..end?)?;
            return Some(name.rsplit(':').next().unwrap_or(name));
        };
        text = tag.get(tag.find(end)? + end.len()..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_document(head: &str) -> bool {
        matches!(sort_by_head(head.as_bytes()), FileSort::Document)
    }

    #[test]
    fn xml_is_told_by_its_declaration_or_its_first_element() {
        for head in [
            "<akomaNtoso>",
            "\u{feff}\n <an:akomaNtoso xmlns:an='x'>",
            "<!-- a > b --><!DOCTYPE akomaNtoso><akomaNtoso/>",
            "<?pi?><akomaNtoso\n>",
            "<?xml version='1.0'?><svg/>",
        ] {
            assert!(is_document(head), "{head}");
        }
        for head in [
            "",
            "<",
            "<p align='center'>",
            "<!-- never ends",
            "<akomaNtosos>",
            "<!DOCTYPE html><html>",
            "RESOLUTION NO. 1/1-T",
            "{\"symbol\": \"<akomaNtoso>\"}",
        ] {
            assert!(!is_document(head), "{head}");
        }
    }
}
