//! A corpus with its index: kept for the next start, and made anew whenever what is kept is wrong.

use std::fs::{self, FileTimes, OpenOptions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::sync::Barrier;
use std::thread;

use proptest::prelude::*;
use proptest::sample::Index as Position;
use resolut::bundle;
use resolut::reader::library::{Library, prepare};
use resolut::search::{Finder, Index, Subject};
use tempfile::TempDir;

use crate::search::find;

/// A folder with a corpus that is large enough to be kept, and its cache.
struct Home {
    folder: TempDir,
}

impl Home {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let home = Self { folder };
        fs::write(home.corpus(), large("lakes")).unwrap();
        home
    }

    fn corpus(&self) -> PathBuf {
        self.folder.path().join("corpus.json")
    }

    fn cache(&self) -> PathBuf {
        self.folder.path().join("cache/resolut")
    }

    fn open(&self) -> Library {
        Library::open(&[self.corpus()], None, Some(&self.cache())).unwrap()
    }

    /// The files that are kept.
    fn kept(&self) -> Vec<PathBuf> {
        let Ok(files) = fs::read_dir(self.cache()) else {
            return Vec::new();
        };
        files.map(|file| file.unwrap().path()).collect()
    }

    fn the_kept(&self) -> PathBuf {
        let kept = self.kept();
        assert_eq!(kept.len(), 1, "{kept:?}");
        kept[0].clone()
    }
}

/// A corpus about something. What makes it large is a field that no reader knows.
fn large(about: &str) -> String {
    serde_json::json!({
        "format": "resolut-corpus/1",
        "padding": " ".repeat(1 << 20),
        "sessions": [{"id": "T", "organ": "o", "name": "Session of Tests", "resolutions": [
            {"symbol": "1/T", "title": "ON WATERS", "language": "en",
             "preamble": [{"text": format!("Recalling the {about} of the north,")}],
             "operative": [{"number": "1", "text": format!("Requests {about} for all.")}]},
        ]}],
    })
    .to_string()
}

/// The texts that are found.
fn texts(library: &Library, mut finder: Finder<'_>, query: &str) -> Vec<String> {
    let hits = find(&mut finder, query).hits.into_iter();
    let places = hits.filter_map(|hit| match hit.subject {
        Subject::Passage(place) => Some(library.corpus.text(place).unwrap()),
        _ => None,
    });
    places.collect()
}

#[test]
fn the_second_start_finds_the_index_of_the_first_and_answers_the_same() {
    let home = Home::new();
    let first = home.open();
    assert!(first.saved_index().is_none());
    let mut built = first.finder();
    let kept = home.the_kept();
    assert_eq!(kept.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let second = home.open();
    let read = second.saved_index().unwrap();
    let mut read = Finder::new(&second.corpus, read);
    for query in [
        "lakes",
        "laks",
        "waters",
        "1/T",
        "pp",
        "the north",
        "nothing",
    ] {
        assert_eq!(find(&mut read, query), find(&mut built, query));
    }
    // By whatever name the file is called.
    let absolute = home.corpus();
    let same = absolute.parent().unwrap().join("./corpus.json");
    let third = Library::open(&[same], None, Some(&home.cache())).unwrap();
    assert!(third.saved_index().is_some());
}

#[test]
fn a_corpus_that_changed_is_indexed_anew() {
    let home = Home::new();
    home.open().index();
    let time = home.corpus().metadata().unwrap().modified().unwrap();
    fs::write(home.corpus(), large("ponds")).unwrap();
    let file = OpenOptions::new().write(true).open(home.corpus()).unwrap();
    file.set_times(FileTimes::new().set_modified(time)).unwrap();
    let library = home.open();
    assert!(library.saved_index().is_none());
    assert!(texts(&library, library.finder(), "lakes").is_empty());
    assert_eq!(texts(&library, library.finder(), "ponds").len(), 2);
    assert!(home.open().saved_index().is_some());
    home.the_kept();
}

#[test]
fn a_corpus_that_changed_while_it_was_indexed_is_not_kept() {
    let home = Home::new();
    let library = home.open();
    fs::write(home.corpus(), large("ponds")).unwrap();
    library.index();
    assert!(home.kept().is_empty());
}

#[test]
fn a_part_of_an_index_is_not_kept() {
    let home = Home::new();
    let library = home.open();
    let part = Index::build_while(&library.corpus, |done| done < 2);
    assert_eq!(library.to_keep(&part), None);
}

#[test]
fn what_was_written_for_other_files_is_not_taken() {
    let (home, other) = (Home::new(), Home::new());
    home.open().index();
    other.open().index();
    fs::copy(other.the_kept(), home.the_kept()).unwrap();
    assert!(home.open().saved_index().is_none());
}

#[test]
fn a_small_corpus_is_not_kept_and_the_bundled_one_is_prepared() {
    let home = Home::new();
    let bundled = Library::open(&[], None, Some(&home.cache())).unwrap();
    let prepared = bundled.saved_index().unwrap();
    assert!(prepared.to_bytes() == Index::build(&bundled.corpus).to_bytes());
    fs::write(home.corpus(), bundle::JSON).unwrap();
    let small = home.open();
    assert!(small.saved_index().is_none());
    small.index();
    assert!(home.kept().is_empty());
}

#[test]
fn what_is_prepared_is_what_would_be_made() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/corpus.index");
    assert!(
        fs::read(path).unwrap() == prepare(bundle::JSON.to_owned()).unwrap(),
        "data/corpus.index is not that of data/corpus.json: run `cargo run -- prepare`; where only \
         the program changed, raise the version of `Index::KIND` or `Known::KIND` first"
    );
}

#[test]
fn many_that_start_at_once_answer_alike_and_leave_one_sound_file() {
    let home = Home::new();
    let barrier = Barrier::new(4);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                barrier.wait();
                let library = home.open();
                assert_eq!(texts(&library, library.finder(), "lakes").len(), 2);
            });
        }
    });
    home.the_kept();
    assert!(home.open().saved_index().is_some());
}

#[test]
fn an_index_is_made_on_another_thread_while_the_corpus_is_read() {
    let home = Home::new();
    let library = home.open();
    let index = thread::scope(|scope| {
        let built = scope.spawn(|| library.index());
        let read = |id| library.corpus.read(id).is_ok();
        assert!(library.corpus.resolutions().all(read));
        built.join().unwrap()
    });
    let finder = Finder::new(&library.corpus, index);
    assert_eq!(texts(&library, finder, "lakes").len(), 2);
    home.the_kept();
}

#[test]
fn a_cache_that_can_not_be_used_costs_only_the_time() {
    let works = |home: &Home| {
        let library = home.open();
        assert!(library.saved_index().is_none());
        assert_eq!(texts(&library, library.finder(), "lakes").len(), 2);
    };
    // A file where the folder should be.
    let home = Home::new();
    fs::write(home.cache().parent().unwrap(), "").unwrap();
    works(&home);
    // A folder, or a pipe, where the file should be.
    let home = Home::new();
    home.open().index();
    let kept = home.the_kept();
    fs::remove_file(&kept).unwrap();
    fs::create_dir(&kept).unwrap();
    works(&home);
    fs::remove_dir(&kept).unwrap();
    let made = std::process::Command::new("mkfifo").arg(&kept).status();
    assert!(made.unwrap().success());
    works(&home);
    // No cache at all.
    let library = Library::open(&[home.corpus()], None, None).unwrap();
    assert_eq!(texts(&library, library.finder(), "lakes").len(), 2);
}

#[test]
fn the_newest_files_stay() {
    let home = Home::new();
    fs::create_dir_all(home.cache()).unwrap();
    let stale = |name: &str, age: u64| {
        let path = home.cache().join(name);
        fs::write(&path, "").unwrap();
        let time = std::time::SystemTime::now() - std::time::Duration::from_secs(age);
        let file = OpenOptions::new().write(true).open(path).unwrap();
        file.set_times(FileTimes::new().set_modified(time)).unwrap();
    };
    let others = [
        "not-ours",
        "7.index",
        "0123456789ABCDEF.index",
        "x123456789abcdef.index",
    ];
    for name in others {
        stale(name, 1000);
    }
    for age in 1..=9 {
        stale(&format!("{age:016x}.index"), age * 60);
    }
    home.open().index();
    let mut names: Vec<_> = home.kept();
    names.sort();
    let has = |name: &str| names.contains(&home.cache().join(name));
    assert_eq!(names.len(), 8 + others.len());
    let kept = |age: u64| has(&format!("{age:016x}.index"));
    assert!(others.into_iter().all(has) && kept(7) && !kept(8) && !kept(9));
    assert!(home.open().saved_index().is_some());
}

#[test]
fn a_cache_that_others_could_have_prepared_is_neither_read_nor_written() {
    // Every user may write there.
    let home = Home::new();
    home.open().index();
    fs::set_permissions(home.cache(), PermissionsExt::from_mode(0o777)).unwrap();
    assert!(home.open().saved_index().is_none());
    fs::remove_file(home.the_kept()).unwrap();
    home.open().index();
    assert!(home.kept().is_empty());
    // The folder is a link to files of the reader.
    let home = Home::new();
    let own = home.folder.path().join("own");
    fs::create_dir_all(&own).unwrap();
    fs::create_dir_all(home.cache().parent().unwrap()).unwrap();
    symlink(&own, home.cache()).unwrap();
    for number in 0..12 {
        fs::write(own.join(format!("{number:016x}.index")), "").unwrap();
    }
    home.open().index();
    assert_eq!(home.kept().len(), 12);
}

#[test]
fn a_link_in_place_of_a_kept_file_is_neither_read_nor_written_through() {
    let home = Home::new();
    home.open().index();
    let (kept, own) = (home.the_kept(), home.folder.path().join("own"));
    fs::rename(&kept, &own).unwrap();
    symlink(&own, &kept).unwrap();
    let library = home.open();
    assert!(library.saved_index().is_none());
    fs::write(&own, "mine").unwrap();
    library.index();
    assert_eq!(fs::read_to_string(&own).unwrap(), "mine");
    assert!(home.open().saved_index().is_some());
}

/// What may happen to a file.
#[derive(Clone, Debug)]
enum Damage {
    Put(Position, u8),
    Cut(Position),
    Append(Vec<u8>),
    Replace(Vec<u8>),
}

fn damage() -> impl Strategy<Value = Damage> {
    let bytes = || proptest::collection::vec(any::<u8>(), 1..100);
    prop_oneof![
        (any::<Position>(), any::<u8>()).prop_map(|(at, put)| Damage::Put(at, put)),
        any::<Position>().prop_map(Damage::Cut),
        bytes().prop_map(Damage::Append),
        bytes().prop_map(Damage::Replace),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 24, ..Default::default() })]

    #[test]
    fn a_damaged_file_is_made_anew(damages in proptest::collection::vec(damage(), 1..4)) {
        let home = Home::new();
        home.open().index();
        let kept = home.the_kept();
        let sound = fs::read(&kept).unwrap();
        for damage in damages {
            let mut bytes = sound.clone();
            match damage {
                Damage::Put(at, put) => bytes[at.index(sound.len())] = put,
                Damage::Cut(at) => bytes.truncate(at.index(sound.len())),
                Damage::Append(more) => bytes.extend(more),
                Damage::Replace(others) => bytes = others,
            }
            fs::write(&kept, &bytes).unwrap();
            let library = home.open();
            // What stands behind the blocks belongs to nothing.
            let is_sound = bytes.starts_with(&sound);
            prop_assert_eq!(texts(&library, library.finder(), "lakes").len(), 2);
            if !is_sound {
                // What is found out before a question is made anew, and what is found out by one goes.
                prop_assert!(!kept.exists() || fs::read(&kept).unwrap() == sound);
                home.open().index();
                prop_assert!(fs::read(&kept).unwrap() == sound);
            }
        }
    }
}
