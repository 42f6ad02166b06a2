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
