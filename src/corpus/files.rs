//! Loading readers' own corpora beside the bundled one.
//!
//! What a reader names on the command line has to be there and sound: a fault in it is an error. What
//! lies in the folder of imports was not asked for by name: a broken file there is left out with a
//! notice, and the reader starts all the same.

use std::fs::{self, File};
use std::io::{self, Read};
use std::os::unix::fs::FileTypeExt;
use std::path::{Path, PathBuf};

use super::Corpus;
use crate::format::{self, CorpusFile, FormatError};

/// No corpus file is larger: half a million paragraphs take about a third of it. Without a bound, a
/// runaway pipe would fill the memory.
const MAX_BYTES: u64 = 1 << 30;

/// Why a corpus file is not loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The system refused.
    #[error("can't read `{}`", path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A device.
    #[error("`{}` is neither a file nor a folder", .0.display())]
    NotAFile(PathBuf),
    /// A folder without a corpus.
    #[error("no `*.json` in the folder `{}`", .0.display())]
    EmptyFolder(PathBuf),
    /// Beyond what is read.
    #[error("`{}` is larger than {} MiB", .0.display(), MAX_BYTES >> 20)]
    TooLarge(PathBuf),
    /// Most likely Latin-1.
    #[error("`{}`: line {line} is not UTF-8; try `iconv -f latin1 -t utf-8`", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The first line that is not.
        line: usize,
    },
    /// No corpus, or a broken one.
    #[error("`{}`: {fault}", path.display())]
    Faulty {
        /// The file.
        path: PathBuf,
        /// The first of its faults.
        fault: FormatError,
    },
}

/// A corpus, and what was left out of it.
#[derive(Debug)]
pub struct Loaded {
    /// The bundled corpus and all that could be read.
    pub corpus: Corpus,
    /// Files in the folder of imports that could not.
    pub left_out: Vec<LoadError>,
}

/// Loads the bundled corpus, the folder `imports` if it is there, and each of `paths`: a file, or every
/// `*.json` of a folder by name. What is loaded later replaces the same resolution loaded before.
///
/// # Errors
/// One of `paths` can't be loaded.
pub fn load(paths: &[PathBuf], imports: Option<&Path>) -> Result<Loaded, LoadError> {
    let mut corpus = Corpus::bundled();
    let mut left_out = Vec::new();
    for file in imports
        .map_or(Ok(vec![]), imported)
        .unwrap_or_else(|error| {
            left_out.push(error);
            vec![]
        })
    {
        match read(&file) {
            Ok(sessions) => corpus.add(sessions, Some(&file)),
            Err(error) => left_out.push(error),
        }
    }
    for path in paths {
        for file in files_at(path)? {
            corpus.add(read(&file)?, Some(&file));
        }
    }
    Ok(Loaded { corpus, left_out })
}

/// The text of a file, without a byte order mark.
///
/// # Errors
/// It can't be read, is too large or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, LoadError> {
    let unreadable = |source| LoadError::Unreadable {
        path: path.to_path_buf(),
        source,
    };
    let kind = fs::metadata(path).map_err(unreadable)?.file_type();
    // A pipe is fine: `--corpus <(zcat corpus.json.gz)`.
    if !kind.is_file() && !kind.is_fifo() {
        return Err(LoadError::NotAFile(path.to_path_buf()));
    }
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes))
        .map_err(unreadable)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(LoadError::TooLarge(path.to_path_buf()));
    }
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let sound = error.utf8_error().valid_up_to();
        let before = error.as_bytes().iter().take(sound);
        LoadError::NotUtf8 {
            path: path.to_path_buf(),
            line: before.filter(|&&byte| byte == b'\n').count() + 1,
        }
    })?;
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(text)
}

/// The sessions of a file. Their text borrows from it, so it is never given back: a corpus lives as
/// long as the program.
fn read(path: &Path) -> Result<CorpusFile<'static>, LoadError> {
    let text: &'static str = read_text(path)?.leak();
    format::read(text).map_err(|fault| LoadError::Faulty {
        path: path.to_path_buf(),
        fault,
    })
}

/// The files of the folder of imports; none before the first import.
fn imported(folder: &Path) -> Result<Vec<PathBuf>, LoadError> {
    if folder.symlink_metadata().is_ok() {
        files_in(folder)
    } else {
        Ok(vec![])
    }
}

/// The files a reader's path stands for: itself, or every `*.json` of a folder by name.
///
/// # Errors
/// The folder can't be read, or has none.
pub fn files_at(path: &Path) -> Result<Vec<PathBuf>, LoadError> {
    if !path.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let files = files_in(path)?;
    if files.is_empty() {
        return Err(LoadError::EmptyFolder(path.to_path_buf()));
    }
    Ok(files)
}

/// Every `*.json` of a folder, by name. Hidden files are left out: editors and `resolut import` keep
/// unfinished ones there.
fn files_in(folder: &Path) -> Result<Vec<PathBuf>, LoadError> {
    let read = || {
        let mut files = Vec::new();
        for file in fs::read_dir(folder)? {
            let path = file?.path();
            let hidden = path
                .file_name()
                .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
            let json = path.extension().is_some_and(|end| end == "json");
            // A link that leads nowhere is taken, so that it is said.
            if json && !hidden && path.metadata().map_or(true, |kind| kind.is_file()) {
                files.push(path);
            }
        }
        files.sort_unstable();
        Ok(files)
    };
    read().map_err(|source| LoadError::Unreadable {
        path: folder.to_path_buf(),
        source,
    })
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn corpus(symbol: &str) -> String {
        format!(
            r#"{{"format":"resolut-corpus/1","sessions":[{{"id":"T","organ":"o","name":"n","resolutions":[
                {{"symbol":"{symbol}","language":"en","preamble":[],"operative":[],"annexes":[]}}]}}]}}"#
        )
    }

    fn folder(files: &[(&str, &[u8])]) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        folder
    }

    /// The symbols beyond the bundled ones.
    fn symbols(corpus: &Corpus) -> Vec<&str> {
        let bundled = Corpus::bundled().resolutions().len();
        let added = corpus.resolutions().skip(bundled);
        added.map(|id| corpus.symbol(id)).collect()
    }

    fn refused(path: &Path) -> String {
        let path = path.to_path_buf();
        load(&[path], None).unwrap_err().to_string()
    }

    #[test]
    fn the_bundled_corpus_has_no_faults() {
        assert_eq!(format::faults(crate::corpus::BUNDLED), []);
    }

    #[test]
    fn a_folder_is_read_by_name_and_only_its_corpora() {
        let (a, b) = (corpus("A"), corpus("B"));
        let folder = folder(&[
            ("b.json", b.as_bytes()),
            ("a.json", a.as_bytes()),
            (".c.json", b"unfinished"),
            ("notes.txt", b"none"),
        ]);
        fs::create_dir(folder.path().join("d.json")).unwrap();
        let loaded = load(&[folder.path().to_path_buf()], None).unwrap();
        assert_eq!(symbols(&loaded.corpus), ["A", "B"]);
    }

    #[test]
    fn a_broken_import_is_left_out_and_said() {
        let a = corpus("A");
        let folder = folder(&[
            ("a.json", a.as_bytes()),
            ("b.json", b"{\n}"),
            ("c.json", b"\xff"),
        ]);
        let loaded = load(&[], Some(folder.path())).unwrap();
        assert_eq!(symbols(&loaded.corpus), ["A"]);
        let said: Vec<String> = loaded.left_out.iter().map(ToString::to_string).collect();
        let shown = folder.path().display();
        assert_eq!(
            said,
            [
                format!(
                    "`{shown}/b.json`: line 1: format: missing; `resolut check FILE` shows one more"
                ),
                format!("`{shown}/c.json`: line 1 is not UTF-8; try `iconv -f latin1 -t utf-8`"),
            ]
        );
    }

    #[test]
    fn no_folder_of_imports_is_no_trouble_and_a_file_in_its_place_is_said() {
        let folder = folder(&[("file", b"")]);
        let there = |name| load(&[], Some(&folder.path().join(name))).unwrap().left_out;
        assert_eq!(there("none").len(), 0);
        assert_eq!(there("file").len(), 1);
    }

    #[test]
    fn a_file_the_reader_named_has_to_be_sound() {
        let folder = folder(&[("a.json", b"{\"format\": 1"), ("l.json", b"{\n\"\xe9\"}")]);
        let shown = folder.path().display();
        for (name, want) in [
            (
                "a.json",
                "`{}/a.json`: line 1, column 12: no JSON: EOF while parsing an object",
            ),
            (
                "l.json",
                "`{}/l.json`: line 2 is not UTF-8; try `iconv -f latin1 -t utf-8`",
            ),
            ("none", "can't read `{}/none`"),
        ] {
            let want = want.replace("{}", &shown.to_string());
            assert_eq!(refused(&folder.path().join(name)), want);
        }
        assert_eq!(
            refused(Path::new("/dev/zero")),
            "`/dev/zero` is neither a file nor a folder"
        );
    }

    #[test]
    fn a_folder_without_a_corpus_is_said() {
        let folder = folder(&[]);
        let want = format!("no `*.json` in the folder `{}`", folder.path().display());
        assert_eq!(refused(folder.path()), want);
    }

    #[test]
    fn a_byte_order_mark_is_no_fault() {
        let text = format!("\u{feff}{}", corpus("A"));
        let folder = folder(&[("a.json", text.as_bytes())]);
        let loaded = load(&[folder.path().join("a.json")], None).unwrap();
        assert_eq!(symbols(&loaded.corpus), ["A"]);
    }

    #[test]
    fn what_is_named_replaces_what_was_imported() {
        let a = corpus("A");
        let imports = folder(&[("a.json", a.as_bytes())]);
        let named = folder(&[("x.json", a.as_bytes())]);
        let file = named.path().join("x.json");
        let loaded = load(std::slice::from_ref(&file), Some(imports.path())).unwrap();
        assert_eq!(symbols(&loaded.corpus), ["A"]);
        let held = loaded
            .corpus
            .held(loaded.corpus.resolutions().last().unwrap());
        assert_eq!(held.file, Some(file));
    }
}
