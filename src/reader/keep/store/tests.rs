//! The state on disk: what survives, and what is set aside.

use std::env;
use std::ffi::OsString;
use std::hint;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::{PermissionsExt, lchown, symlink};
use std::process::{Command, Stdio};

use proptest::prelude::*;
use rustix::fs::{CWD, Mode, mkfifoat};
use tempfile::TempDir;

use super::super::Mark;
use super::super::Spot;
use super::*;

fn spot(citation: &str) -> Spot {
    Spot {
        citation: citation.to_owned(),
        session: "ICFM-34".to_owned(),
    }
}

fn mark(citation: &str) -> Mark {
    Mark::new(
        spot(citation),
        "Requests the Islamic Development Bank".to_owned(),
    )
}

fn marked(state: &State) -> Vec<&str> {
    state
        .marks
        .iter()
        .map(|mark| mark.at.citation.as_str())
        .collect()
}

/// A folder that holds these bytes as its state.
fn holding(bytes: &[u8]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("state.json"), bytes).unwrap();
    folder
}

fn open(folder: &Path) -> (Store, State) {
    let (store, state, trouble) = Store::open(folder);
    assert!(trouble.is_none(), "{trouble:?}");
    (store, state)
}

#[test]
fn what_is_saved_is_there_when_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("state/resolut");
    let (mut store, mut state) = open(&folder);
    assert_eq!(state, State::default());
    state.last = Some(spot("2/34-P:7"));
    state.marks.push(mark("3/34-P:8"));
    state.jumps = vec![spot("2/34-P"), spot("3/34-P")];
    state.jump_at = 1;
    state.queries.push("ceasefire".to_owned());
    store.save(&state).unwrap();
    assert_eq!(open(&folder).1, state);
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    assert_eq!(mode(&folder.join("state.json")), 0o600);
}

#[test]
fn opening_and_leaving_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, state) = open(folder.path());
    store.save(&state).unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn two_readers_keep_each_others_marks() {
    let folder = tempfile::tempdir().unwrap();
    let (mut first, mut ours) = open(folder.path());
    let (mut second, mut theirs) = open(folder.path());
    ours.marks.push(mark("1"));
    first.save(&ours).unwrap();
    theirs.marks.push(mark("2"));
    second.save(&theirs).unwrap();
    ours.marks.push(mark("3"));
    first.save(&ours).unwrap();
    assert_eq!(marked(&open(folder.path()).1), ["1", "2", "3"]);
    theirs.marks.clear();
    second.save(&theirs).unwrap();
    assert_eq!(marked(&open(folder.path()).1), ["1", "3"]);
}

#[test]
fn readers_that_save_at_once_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    thread::scope(|scope| {
        for reader in 0..4 {
            scope.spawn(move || {
                let (mut store, mut state) = open(path);
                for n in 0..5 {
                    state.marks.push(mark(&format!("{reader}/{n}")));
                    while let Err(error) = store.save(&state) {
                        assert!(matches!(error, StoreError::Busy(_)), "{error:?}");
                    }
                }
            });
        }
    });
    assert_eq!(open(path).1.marks.len(), 20);
}

#[test]
fn a_state_removed_meanwhile_is_written_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, mut state) = open(folder.path());
    state.marks.push(mark("1"));
    store.save(&state).unwrap();
    fs::remove_file(folder.path().join("state.json")).unwrap();
    state.last = Some(spot("2"));
    store.save(&state).unwrap();
    assert_eq!(open(folder.path()).1, state);
}

#[test]
fn a_damaged_state_is_set_aside_and_said_once() {
    let folder = holding(b"{\"marks\": [");
    fs::write(folder.path().join("state.json.damaged-1"), "earlier").unwrap();
    let (mut store, mut state, trouble) = Store::open(folder.path());
    assert_eq!(state, State::default());
    let aside = folder.path().join("state.json.damaged-2");
    let path = folder.path().join("state.json");
    assert_eq!(
        trouble.unwrap().to_string(),
        format!(
            "marks and places begin anew: `{}` was damaged and is kept as `{}`",
            path.display(),
            aside.display()
        )
    );
    assert_eq!(fs::read(&aside).unwrap(), b"{\"marks\": [");
    state.marks.push(mark("1"));
    store.save(&state).unwrap();
    assert_eq!(open(folder.path()).1, state);
}

#[test]
fn a_state_damaged_while_we_read_is_set_aside_and_ours_written() {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, mut state) = open(folder.path());
    state.marks.push(mark("1"));
    store.save(&state).unwrap();
    fs::write(folder.path().join("state.json"), "").unwrap();
    state.marks.push(mark("2"));
    let said = store.save(&state).unwrap_err();
    assert!(matches!(said, StoreError::SetAside { .. }), "{said}");
    assert_eq!(open(folder.path()).1, state);
    store.save(&state).unwrap();
}

#[test]
fn a_home_that_can_not_be_written_costs_only_the_memory() {
    let file = tempfile::NamedTempFile::new().unwrap();
    for folder in [file.path().join("resolut"), "/proc/resolut".into()] {
        let (mut store, mut state, _) = Store::open(&folder);
        assert_eq!(state, State::default());
        state.last = Some(spot("1"));
        let error = store.save(&state).unwrap_err();
        assert!(matches!(error, StoreError::Unwritable(_)), "{error:?}");
    }
}

#[test]
fn a_folder_in_place_of_the_state_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("state.json")).unwrap();
    let (mut store, mut state, trouble) = Store::open(folder.path());
    assert!(matches!(trouble, Some(StoreError::Unreadable { .. })));
    state.last = Some(spot("1"));
    assert!(store.save(&state).is_err());
    assert!(folder.path().join("state.json").is_dir());
}

#[test]
fn a_pipe_in_place_of_the_state_or_its_lock_holds_nobody_up() {
    for name in ["state.json", "state.lock"] {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join(name);
        mkfifoat(CWD, &pipe, Mode::RUSR | Mode::WUSR).unwrap();
        let (mut store, mut state, _) = Store::open(folder.path());
        state.last = Some(spot("1"));
        let error = store.save(&state).unwrap_err().to_string();
        assert!(error.contains("it is no regular file"), "{error}");
        assert!(!pipe.metadata().unwrap().is_file());
    }
}

#[test]
fn a_linked_state_is_written_where_it_is_kept() {
    let kept = holding(b"{}");
    let folder = tempfile::tempdir().unwrap();
    let link = folder.path().join("state.json");
    symlink(kept.path().join("state.json"), &link).unwrap();
    let (mut store, mut state) = open(folder.path());
    state.last = Some(spot("1"));
    store.save(&state).unwrap();
    assert!(link.is_symlink());
    assert_eq!(open(kept.path()).1, state);

    fs::write(kept.path().join("state.json"), "damaged").unwrap();
    let (_, _, trouble) = Store::open(folder.path());
    assert!(matches!(trouble, Some(StoreError::SetAside { .. })));
    assert_eq!(
        fs::read(kept.path().join("state.json.damaged-1")).unwrap(),
        b"damaged"
    );
}

#[test]
fn a_reader_that_keeps_the_lock_holds_nobody_up_for_long() {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, mut state) = open(folder.path());
    let lock = store.lock(1).unwrap();
    state.last = Some(spot("1"));
    let error = store.save(&state).unwrap_err();
    assert!(matches!(error, StoreError::Busy(_)), "{error:?}");
    drop(lock);
    store.save(&state).unwrap();
}

#[test]
fn a_state_too_large_to_be_ours_is_set_aside() {
    let folder = tempfile::tempdir().unwrap();
    let file = File::create(folder.path().join("state.json")).unwrap();
    file.set_len(MAX_BYTES + 1).unwrap();
    let (_, _, trouble) = Store::open(folder.path());
    assert!(matches!(trouble, Some(StoreError::SetAside { .. })));
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
}

#[test]
fn a_folder_that_every_user_may_write_in_is_not_used() {
    let folder = holding(b"{}");
    set_mode(folder.path(), 0o777);
    let (mut store, mut state, trouble) = Store::open(folder.path());
    let said = format!(
        "nothing is remembered: every user may write in `{}`",
        folder.path().display()
    );
    assert_eq!(trouble.unwrap().to_string(), said);
    state.last = Some(spot("1"));
    assert_eq!(store.save(&state).unwrap_err().to_string(), said);
    assert_eq!(fs::read(folder.path().join("state.json")).unwrap(), b"{}");
}

#[test]
fn a_link_of_another_user_is_not_followed() {
    let kept = holding(b"{}");
    let kept = kept.path().join("state.json");
    let folder = tempfile::tempdir().unwrap();
    let link = folder.path().join("state.json");
    symlink(&kept, &link).unwrap();
    if lchown(&link, Some(12345), None).is_err() {
        let _ = writeln!(io::stderr(), "passed over: only root can be given a link");
        return;
    }
    let (mut store, mut state, trouble) = Store::open(folder.path());
    let said = format!(
        "nothing is remembered: another user owns `{}`",
        link.display()
    );
    assert_eq!(trouble.unwrap().to_string(), said);
    state.last = Some(spot("1"));
    assert_eq!(store.save(&state).unwrap_err().to_string(), said);
    assert_eq!(fs::read(kept).unwrap(), b"{}");
}

#[test]
fn a_link_in_place_of_the_lock_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("other");
    symlink(&other, folder.path().join("state.lock")).unwrap();
    let (mut store, mut state) = open(folder.path());
    state.last = Some(spot("1"));
    let error = store.save(&state).unwrap_err();
    assert!(matches!(error, StoreError::Unwritable(_)), "{error:?}");
    assert!(!other.exists());
}

#[test]
fn a_state_that_every_user_could_write_is_private_from_the_next_save_on() {
    let folder = holding(b"{}");
    let path = folder.path().join("state.json");
    set_mode(&path, 0o666);
    let (mut store, mut state) = open(folder.path());
    state.last = Some(spot("1"));
    store.save(&state).unwrap();
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
}

/// Names the folder to the writer that is killed.
const VICTIM: &str = "RESOLUT_TEST_VICTIM";

/// Saves one state after the other and says so.
#[test]
#[ignore = "the writer that the test below starts and kills"]
fn save_until_killed() {
    let folder = env::var_os(VICTIM).expect("the test below names a folder");
    let (mut store, mut state) = open(Path::new(&folder));
    let mut output = io::stdout();
    for n in state.marks.len() + 1.. {
        state.marks.push(mark(&n.to_string()));
        store.save(&state).unwrap();
        writeln!(output, "\nsaved {n}").unwrap();
    }
}

#[test]
fn a_writer_killed_at_any_moment_leaves_the_old_state_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut random = 1_u64;
    let mut next = |below: u64| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        random % below
    };
    let mut cut_short = 0;
    for _ in 0..1000 {
        let mut writer = Command::new(env::current_exe().unwrap())
            .args([
                "--exact",
                "--ignored",
                "--nocapture",
                "reader::keep::store::tests::save_until_killed",
            ])
            .env(VICTIM, folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(writer.stdout.take().unwrap()).lines();
        let mut saved = lines.filter_map(|line| {
            let line = line.unwrap();
            line.strip_prefix("saved ")?.parse::<usize>().ok()
        });
        let before = saved.nth(usize::try_from(next(2)).unwrap()).unwrap();
        for _ in 0..next(50_000) {
            hint::spin_loop();
        }
        writer.kill().unwrap();
        let said = saved.last().unwrap_or(before);
        writer.wait().unwrap();
        cut_short += usize::from(names(folder.path()).len() > 2);
        let there = open(folder.path()).1.marks.len();
        assert!([said, said + 1].contains(&there), "{said} {there}");
        if there > 50 {
            fs::remove_file(folder.path().join("state.json")).unwrap();
        }
    }
    let (mut store, mut state) = open(folder.path());
    state.marks.push(mark("the last"));
    store.save(&state).unwrap();
    assert_eq!(names(folder.path()), ["state.json", "state.lock"]);
    assert!(cut_short > 0, "no writer was at work when it was killed");
}

fn names(folder: &Path) -> Vec<OsString> {
    let files = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = files.map(|file| file.unwrap().file_name()).collect();
    names.sort();
    names
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn whatever_stands_there_is_read_or_kept(
        bytes in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..40),
            r#"\{"(last|marks|jumps|jump_at|x)": ?(null|1|-1|\[\]|\{\}|\[1\]|"a")(,"queries":\["a"\])?\}? ?"#
                .prop_map(String::into_bytes),
        ],
    ) {
        let folder = holding(&bytes);
        let (mut store, state, trouble) = Store::open(folder.path());
        let kept = if trouble.is_some() { "state.json.damaged-1" } else { "state.json" };
        prop_assert_eq!(fs::read(folder.path().join(kept)).unwrap(), bytes);

        let moved = State { last: Some(spot("1")), ..state };
        store.save(&moved).unwrap();
        prop_assert_eq!(open(folder.path()).1, moved);
    }
}
