//! Files on their way to their names, and what writers left of such that were killed.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;
use rustix::process::{Pid, test_kill_process};

use super::Replace;
use crate::text::guard::{Links, open_file};

/// How the names of temporary files begin; their writer's number follows.
const TEMPORARY: &str = ".resolut-";

/// A file on its way to its name; removed if it does not get there.
pub(super) struct Temporary(PathBuf);

impl Temporary {
    /// A new file, locked, and its name in the folder.
    pub(super) fn create(folder: &Path, mode: u32) -> io::Result<(File, Self)> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        loop {
            let n = COUNT.fetch_add(1, Ordering::Relaxed);
            let path = folder.join(format!("{TEMPORARY}{}-{n}", process::id()));
            let created = OpenOptions::new()
                .read(true)
                .write(true)
                .create_new(true)
                .mode(mode)
                .open(&path);
            match created {
                Ok(file) => {
                    // For `is_unlocked`; some file systems know no locks.
                    let _ = flock(&file, FlockOperation::NonBlockingLockExclusive);
                    return Ok((file, Self(path)));
                }
                // Left by an earlier program of our number that was killed.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Gives the file its name.
    pub(super) fn put(&self, target: &Path, replace: Replace) -> io::Result<()> {
        match replace {
            Replace::Force => fs::rename(&self.0, target),
            // Unlike a rename, a link never takes a name that is in use.
            Replace::Refuse => match fs::hard_link(&self.0, target) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => self.claim(target),
                linked => linked,
            },
        }
    }

    /// The way without hard links: take the name with an empty file, then fill it.
    fn claim(&self, target: &Path) -> io::Result<()> {
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(target)?;
        fs::rename(&self.0, target).inspect_err(|_| {
            let _ = fs::remove_file(target);
        })
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// Removes what writers left in a folder that were killed.
pub(super) fn sweep(folder: &Path) {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    for file in files {
        let left = writer(&file.file_name()).is_some_and(is_gone) && is_unlocked(&file.path());
        if left {
            let _ = fs::remove_file(file.path());
        }
    }
}

/// The program that a temporary file is named after.
fn writer(name: &OsStr) -> Option<Pid> {
    let (writer, count) = name.to_str()?.strip_prefix(TEMPORARY)?.split_once('-')?;
    count.parse::<u32>().ok()?;
    Pid::from_raw(writer.parse().ok()?)
}

fn is_gone(writer: Pid) -> bool {
    test_kill_process(writer) == Err(Errno::SRCH)
}

/// Whether nobody writes the file. A writer in another container or on another machine has a number that means
/// nothing here, but its lock is seen.
fn is_unlocked(path: &Path) -> bool {
    let file = open_file(OpenOptions::new().read(true), path, Links::Refuse);
    file.is_ok_and(|file| {
        flock(&file, FlockOperation::NonBlockingLockExclusive) != Err(Errno::WOULDBLOCK)
    })
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::super::tests::names;
    use super::super::{PRIVATE, write};
    use super::*;

    #[test]
    fn a_name_is_claimed_where_there_are_no_links() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let (_, first) = Temporary::create(folder.path(), PRIVATE).unwrap();
        first.claim(&path).unwrap();
        let (_, second) = Temporary::create(folder.path(), PRIVATE).unwrap();
        let refused = second.claim(&path).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
    }

    /// The number of a program that has ended.
    fn gone() -> u32 {
        let mut gone = process::Command::new("true").spawn().unwrap();
        gone.wait().unwrap();
        gone.id()
    }

    #[test]
    fn what_a_killed_writer_left_is_swept_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let kept = folder.path().join("kept");
        fs::create_dir(&kept).unwrap();
        symlink("kept/state.json", folder.path().join("state.json")).unwrap();
        let left = format!("{TEMPORARY}{}-0", gone());
        let (_, at_work) = Temporary::create(&kept, PRIVATE).unwrap();
        let no_number = format!("{TEMPORARY}{}-x", gone());
        let others = ["a", ".resolut-", ".resolut-x-1", ".resolut-1-0", &no_number];
        for name in others.into_iter().chain([&*left]) {
            fs::write(kept.join(name), "").unwrap();
        }
        let link = format!("{TEMPORARY}{}-1", gone());
        symlink("a", kept.join(&link)).unwrap();
        write(
            &folder.path().join("state.json"),
            b"",
            Replace::Force,
            PRIVATE,
        )
        .unwrap();
        let at_work = at_work.0.file_name().unwrap().to_str().unwrap();
        let mut want = [&others[..], &[at_work, &link, "state.json"]].concat();
        want.sort_unstable();
        assert_eq!(names(&kept), want);
    }

    #[test]
    fn a_writer_that_is_seen_by_its_lock_alone_is_left_in_peace() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(format!("{TEMPORARY}{}-0", gone()));
        let file = File::create(&path).unwrap();
        flock(&file, FlockOperation::LockExclusive).unwrap();
        sweep(folder.path());
        assert!(path.exists());
        flock(&file, FlockOperation::Unlock).unwrap();
        sweep(folder.path());
        assert!(!path.exists());
    }
}
