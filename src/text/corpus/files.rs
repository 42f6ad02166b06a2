//! Loading readers' own corpora behind what a corpus holds already.
//!
//! What a reader names on the command line has to be there and sound: a fault in it is an error. What
//! lies in a folder was not asked for by name, be it the folder of imports or another: a broken file there is
//! left out with a notice, and the others are read.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::volume::{Body, Volume};
use super::{Corpus, KnownCatalogue, Stamp};
use crate::text::encoding::{MARK, NotText};
use crate::text::format::{self, FormatError};
use crate::text::guard::{self, Exposed};

mod text;

pub(super) use text::named;
pub(super) use text::read_beside;
use text::{MAX_BYTES, opened, text_of, unreadable};
pub use text::{STANDARD, is_standard, read_bytes, read_text};

/// How many files stay open. Some systems allow a process no more than four times this; the text of all
/// further files is kept in memory.
const OPEN: usize = 64;

/// Why a corpus file is not loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The system refused.
    #[error("can't read {}", named(path))]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A device; of what a folder lists, a pipe as well.
    #[error("{} is neither a file nor a folder", named(.0))]
    NotAFile(PathBuf),
    /// A folder without a corpus.
    #[error("no `*.json` in the folder {}", named(.0))]
    EmptyFolder(PathBuf),
    /// A folder with nothing that can be read.
    #[error("no file in the folder {} can be read", named(folder))]
    NothingRead {
        /// The folder.
        folder: PathBuf,
        /// What is wrong with its first file.
        source: Box<Self>,
    },
    /// Beyond what is read.
    #[error("{} is larger than {} MiB", named(.0), MAX_BYTES >> 20)]
    TooLarge(PathBuf),
    /// Another encoding, or another kind of file.
    #[error("{} {what}", named(path))]
    NotText {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        what: NotText,
    },
    /// No corpus, or a broken one.
    #[error("{}: {fault}", named(path))]
    Faulty {
        /// The file.
        path: PathBuf,
        /// The first of its faults.
        fault: FormatError,
    },
    /// Other users could have put something into the folder of imports.
    #[error("the folder of imports is not read")]
    Exposed(#[from] Exposed),
    /// Somebody would have to type the file.
    #[error(
        "standard input is a terminal: expected a file or a pipe on it, as in `resolut … - < FILE`"
    )]
    Terminal,
    /// Standard input was named twice.
    #[error("standard input can be read only once")]
    ReadTwice,
}

/// A corpus, and what was left out of it.
#[derive(Debug)]
pub struct Loaded {
    /// What was there and all that could be read.
    pub corpus: Corpus,
    /// Files in folders that could not.
    pub left_out: Vec<LoadError>,
}

/// Adds to a corpus the folder `imports` if it is there, and each of `paths`: a file, or every `*.json` of a
/// folder by name. What is loaded later replaces the same resolution loaded before.
///
/// # Errors
/// One of `paths` can't be loaded.
pub fn load(
    corpus: Corpus,
    paths: &[PathBuf],
    imports: Option<&Path>,
) -> Result<Loaded, LoadError> {
    load_knowing(corpus, paths, imports, &KnownCatalogue::default())
}

/// Loads like [`load`]. A regular file that is known and did not change is not gone through.
///
/// # Errors
/// One of `paths` can't be loaded.
pub fn load_knowing(
    mut corpus: Corpus,
    paths: &[PathBuf],
    imports: Option<&Path>,
    known: &KnownCatalogue,
) -> Result<Loaded, LoadError> {
    let full = corpus.volumes().len() + OPEN;
    let mut left_out = Vec::new();
    for file in imports
        .map_or(Ok(vec![]), imported)
        .unwrap_or_else(|error| {
            left_out.push(error);
            vec![]
        })
    {
        let held = guard::hold_file(&file).map_err(LoadError::from);
        let held = held.and_then(|()| hold_listed(&file));
        match held.and_then(|()| open(&file, Descriptors::of(&corpus, full), known)) {
            Ok(volume) => corpus.add(volume),
            Err(error) => left_out.push(error),
        }
    }
    for path in paths {
        let (before, refused) = (corpus.volumes().len(), left_out.len());
        for file in files_at(path)? {
            let is_listed = is_folder(path);
            let held = if is_listed {
                hold_listed(&file)
            } else {
                Ok(())
            };
            match held.and_then(|()| open(&file, Descriptors::of(&corpus, full), known)) {
                Ok(volume) => corpus.add(volume),
                Err(error) if is_listed => left_out.push(error),
                Err(error) => return Err(error),
            }
        }
        if corpus.volumes().len() == before {
            return Err(LoadError::NothingRead {
                folder: path.clone(),
                source: Box::new(left_out.swap_remove(refused)),
            });
        }
    }
    Ok(Loaded { corpus, left_out })
}

/// Whether one more file may stay open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Descriptors {
    Left,
    UsedUp,
}

impl Descriptors {
    /// What is left where `most` volumes may stay open.
    fn of(corpus: &Corpus, most: usize) -> Self {
        if corpus.volumes().len() < most {
            Self::Left
        } else {
            Self::UsedUp
        }
    }
}

/// A file with its catalogue. Once that is made, the text is let go, except for that of a pipe, which
/// can't be read again, or if no more files may stay open.
fn open(
    path: &Path,
    descriptors: Descriptors,
    known: &KnownCatalogue,
) -> Result<Volume, LoadError> {
    let (file, is_regular) = opened(path)?;
    let stamp = if is_regular {
        Some(Stamp::of(&file).map_err(unreadable(path))?)
    } else {
        None
    };
    let volume = |catalogue, body| Volume {
        path: Some(path.to_path_buf()),
        stamp,
        catalogue,
        body,
        sources: &[],
    };
    let stays_open = is_regular && descriptors == Descriptors::Left;
    if stays_open
        && let Some(stamp) = stamp
        && let Some(catalogue) = known.catalogue(Some(path), &stamp)
    {
        return Ok(volume(catalogue, Body::File(file)));
    }
    let text = text_of(&file, path)?;
    let json = text.strip_prefix(MARK).unwrap_or(&text);
    let mut catalogue = format::read(json).map_err(|fault| LoadError::Faulty {
        path: path.to_path_buf(),
        fault,
    })?;
    catalogue.shift((text.len() - json.len()) as u64);
    let body = if stays_open {
        Body::File(file)
    } else {
        Body::Text(text.into())
    };
    Ok(volume(catalogue.into(), body))
}

/// The files of the folder of imports; none before the first import.
///
/// # Errors
/// The folder can't be read, or other users could have put something there.
pub fn imported(folder: &Path) -> Result<Vec<PathBuf>, LoadError> {
    guard::hold_folder(folder)?;
    if folder.symlink_metadata().is_ok() {
        files_in(folder)
    } else {
        Ok(vec![])
    }
}

/// Whether a reader's path stands for the files of a folder.
pub fn is_folder(path: &Path) -> bool {
    !is_standard(path) && path.is_dir()
}

/// The files a reader's path stands for: itself, or every `*.json` of a folder by name.
///
/// # Errors
/// The folder can't be read, or has none.
pub fn files_at(path: &Path) -> Result<Vec<PathBuf>, LoadError> {
    if !is_folder(path) {
        return Ok(vec![path.to_path_buf()]);
    }
    let files = files_in(path)?;
    if files.is_empty() {
        return Err(LoadError::EmptyFolder(path.to_path_buf()));
    }
    Ok(files)
}

/// Holds that what a folder lists is a file: a pipe there would be waited for, and nobody asked for it by name.
///
/// # Errors
/// It is something else.
pub fn hold_listed(path: &Path) -> Result<(), LoadError> {
    match path.metadata() {
        Ok(kind) if !kind.is_file() => Err(LoadError::NotAFile(path.to_path_buf())),
        // Opening it says what is wrong.
        _ => Ok(()),
    }
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
            // A link that leads nowhere and what is no file are taken, so that they are said.
            if json && !hidden && !path.is_dir() {
                files.push(path);
            }
        }
        files.sort_by(|one, other| one.as_os_str().cmp(other.as_os_str()));
        Ok(files)
    };
    read().map_err(|source| LoadError::Unreadable {
        path: folder.to_path_buf(),
        source,
    })
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use rustix::fs::{CWD, Mode, mkfifoat};
    use tempfile::TempDir;

    use super::*;
    use crate::text::block;

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

    fn symbols(corpus: &Corpus) -> Vec<&str> {
        corpus.resolutions().map(|id| corpus.symbol(id)).collect()
    }

    fn load(paths: &[PathBuf], imports: Option<&Path>) -> Result<Loaded, LoadError> {
        super::load(Corpus::default(), paths, imports)
    }

    fn refused(path: &Path) -> String {
        let path = path.to_path_buf();
        load(&[path], None).unwrap_err().to_string()
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
                format!(
                    "`{shown}/c.json` is not UTF-8: line 1 holds the byte 0xFF; it may be Latin-1: try `iconv -f latin1 -t utf-8 FILE`"
                ),
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
                "`{}/l.json` is not UTF-8: line 2 holds the byte 0xE9; it may be Latin-1: try `iconv -f latin1 -t utf-8 FILE`",
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
    fn a_folder_of_imports_in_which_others_may_write_is_not_read() {
        let a = corpus("A");
        let folder = folder(&[("a.json", a.as_bytes())]);
        fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o777)).unwrap();
        let loaded = load(&[], Some(folder.path())).unwrap();
        assert_eq!(symbols(&loaded.corpus).len(), 0);
        let [LoadError::Exposed(why)] = &loaded.left_out[..] else {
            panic!("{:?}", loaded.left_out);
        };
        let want = format!("every user may write in `{}`", folder.path().display());
        assert_eq!(why.to_string(), want);
    }

    #[test]
    fn a_folder_without_a_corpus_is_said() {
        let folder = folder(&[]);
        let want = format!("no `*.json` in the folder `{}`", folder.path().display());
        assert_eq!(refused(folder.path()), want);
    }

    #[test]
    fn a_broken_file_in_a_named_folder_is_left_out_and_said() {
        let a = corpus("A");
        let folder = folder(&[
            ("a.json", b"{}"),
            ("b.json", a.as_bytes()),
            ("c.json", b"{\0\"\0"),
        ]);
        let gone = folder.path().join("d.json");
        std::os::unix::fs::symlink("nowhere", &gone).unwrap();
        let loaded = load(&[folder.path().to_path_buf()], None).unwrap();
        assert_eq!(symbols(&loaded.corpus), ["A"]);
        assert_eq!(loaded.left_out.len(), 3);

        fs::remove_file(folder.path().join("b.json")).unwrap();
        let want = format!(
            "no file in the folder `{}` can be read",
            folder.path().display()
        );
        assert_eq!(refused(folder.path()), want);
    }

    #[test]
    fn a_pipe_in_a_folder_is_left_out_and_said() {
        let a = corpus("A");
        let folder = folder(&[("a.json", a.as_bytes())]);
        let pipe = folder.path().join("p.json");
        mkfifoat(CWD, &pipe, Mode::RUSR | Mode::WUSR).unwrap();
        let named = [folder.path().to_path_buf()];
        for loaded in [load(&named, None), load(&[], Some(folder.path()))] {
            let loaded = loaded.unwrap();
            assert_eq!(symbols(&loaded.corpus), ["A"]);
            let [said] = &loaded.left_out[..] else {
                panic!("{:?}", loaded.left_out);
            };
            let want = format!("`{}` is neither a file nor a folder", pipe.display());
            assert_eq!(said.to_string(), want);
        }
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
        let last = loaded.corpus.resolutions().last().unwrap();
        assert_eq!(loaded.corpus.volume(last).path(), Some(&*file));
    }

    #[test]
    fn the_text_behind_a_byte_order_mark_is_read_where_it_stands() {
        let text = format!("\u{feff}{}", corpus("A"));
        let folder = folder(&[("a.json", text.as_bytes())]);
        let loaded = load(&[folder.path().join("a.json")], None).unwrap();
        let last = loaded.corpus.resolutions().last().unwrap();
        assert_eq!(&*loaded.corpus.read(last).unwrap().symbol, "A");
    }

    #[test]
    fn more_files_than_may_stay_open_are_read() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..OPEN + 10 {
            let path = folder.path().join(format!("{number}.json"));
            fs::write(path, corpus(&number.to_string())).unwrap();
        }
        let mut held = Corpus::default();
        held.add_text(corpus("held")).unwrap();
        let loaded = super::load(held, &[folder.path().to_path_buf()], None);
        let corpus = loaded.unwrap().corpus;
        let is_open = |volume: &&Volume| matches!(volume.body, Body::File(_));
        assert_eq!(corpus.volumes().iter().filter(is_open).count(), OPEN);
        assert!(corpus.read_all().all(|(_, read)| read.is_ok()));
    }

    #[test]
    fn a_file_of_which_the_catalogue_is_known_is_not_gone_through() {
        let a = corpus("A");
        let folder = folder(&[("a.json", a.as_bytes())]);
        let path = folder.path().join("a.json");
        let first = load(std::slice::from_ref(&path), None).unwrap().corpus;
        // The catalogue says what the file does not.
        let mut bytes = KnownCatalogue::bytes_of(&first).unwrap();
        let language = bytes.windows(2).rposition(|two| two == b"en").unwrap();
        bytes.splice(language..language + 2, *b"fr");
        let bytes = block::block(KnownCatalogue::KIND, &bytes[32..]);
        let (known, _) = KnownCatalogue::from_bytes(&bytes).unwrap();
        let again = load_knowing(Corpus::default(), std::slice::from_ref(&path), None, &known)
            .unwrap()
            .corpus;
        let last = again.resolutions().last().unwrap();
        assert_eq!(&*again.entry(last).language, "fr");
        assert_eq!(first.read(last), again.read(last));
    }
}
