//! Writing a file whole: either the new one stands there complete, or what stood there before.
//!
//! The bytes go to a temporary file in the same folder, to the disk (what can be made anew is not waited
//! for), and only then to the name. A link is followed, so that a file kept elsewhere stays there and stays
//! linked. A program killed in between leaves at most a temporary file, `.resolut-PID-N`: the next write into
//! that folder sweeps it away.

mod temporary;

use std::fs::{self, DirBuilder, File};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rustix::io::Errno;

use temporary::{Temporary, sweep};

/// The mode of a file for its owner alone, whatever it was before.
pub const PRIVATE: u32 = 0o600;

/// The mode of a file like any other: what the umask leaves.
pub const SHARED: u32 = 0o666;

/// What happens to a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replace {
    /// It stays, and nothing is written.
    Refuse,
    /// The new one takes its place, and its mode unless it is [`PRIVATE`].
    Force,
}

impl Replace {
    /// What becomes of it where `--force` is given, or not.
    pub fn with_force(is_forced: bool) -> Self {
        if is_forced { Self::Force } else { Self::Refuse }
    }
}

/// Why a file was not written. What stood there before still stands.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// There is one already.
    #[error("`{}` exists already and is not replaced without `--force`", .0.display())]
    Exists(PathBuf),
    /// A folder, a device or a pipe: not to be replaced by a file.
    #[error("`{}` is no regular file", .0.display())]
    NotAFile(PathBuf),
    /// The system refused.
    #[error("can't write `{}`", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Writes a file whole, with `mode` if it is new.
///
/// # Errors
/// See [`WriteError`]; nothing is changed then.
pub fn write(path: &Path, bytes: &[u8], replace: Replace, mode: u32) -> Result<(), WriteError> {
    write_by(path, replace, mode, &mut |file| file.write_all(bytes))
}

/// Writes a file whole that nobody holds in memory: `content` writes all of it.
///
/// # Errors
/// See [`WriteError`], and what `content` says; nothing is changed then.
pub fn write_by(
    path: &Path,
    replace: Replace,
    mode: u32,
    content: &mut dyn FnMut(&mut File) -> io::Result<()>,
) -> Result<(), WriteError> {
    put(path, content, replace, mode, File::sync_all)
}

/// A file without a name in a folder, for its owner alone: gone with the program, however that ends.
///
/// # Errors
/// The system refused.
pub fn nameless(folder: &Path) -> Result<File, WriteError> {
    let created = Temporary::create(folder, PRIVATE);
    created
        .map(|(file, _)| file)
        .map_err(|source| WriteError::Unwritable {
            path: folder.to_path_buf(),
            source,
        })
}

/// Writes a file that can be made anew, for its owner alone. It is whole for whoever opens it, but may be
/// lost or damaged by a power cut: nobody waits for the disk.
///
/// # Errors
/// See [`WriteError`]; nothing is changed then.
pub fn write_unsynced(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    if path.is_symlink() {
        // What it leads to is not ours to write over.
        let _ = fs::remove_file(path);
    }
    let content = &mut |file: &mut File| file.write_all(bytes);
    put(path, content, Replace::Force, PRIVATE, |_| Ok(()))
}

fn put(
    path: &Path,
    content: &mut dyn FnMut(&mut File) -> io::Result<()>,
    replace: Replace,
    mode: u32,
    sync: fn(&File) -> io::Result<()>,
) -> Result<(), WriteError> {
    let unwritable = |source: io::Error| match (source.kind(), replace) {
        (io::ErrorKind::AlreadyExists, Replace::Refuse) => WriteError::Exists(path.to_path_buf()),
        _ => WriteError::Unwritable {
            path: path.to_path_buf(),
            source,
        },
    };
    if replace == Replace::Refuse && path.symlink_metadata().is_ok() {
        return Err(WriteError::Exists(path.to_path_buf()));
    }
    let target = target_of(path).map_err(unwritable)?;
    let before = match target.metadata() {
        Ok(before) if !before.is_file() => return Err(WriteError::NotAFile(path.to_path_buf())),
        Ok(_) if mode == PRIVATE => Some(PermissionsExt::from_mode(PRIVATE)),
        Ok(before) => Some(before.permissions()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(unwritable(error)),
    };
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    sweep(folder);
    let (mut file, temporary) = Temporary::create(folder, mode).map_err(unwritable)?;
    let written = content(&mut file)
        .and_then(|()| before.map_or(Ok(()), |before| file.set_permissions(before)))
        .and_then(|()| sync(&file))
        .and_then(|()| temporary.put(&target, replace));
    written.map_err(unwritable)?;
    // The file is in its place; a folder that can't be synced only makes its name less safe from a
    // power cut, and some file systems never can.
    if let Ok(folder) = File::open(folder) {
        let _ = sync(&folder);
    }
    Ok(())
}

/// Makes a folder for our files, and those above it, readable by their owner alone.
///
/// # Errors
/// The system refused.
pub fn make_folder(folder: &Path) -> Result<(), WriteError> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(|source| WriteError::Unwritable {
            path: folder.to_path_buf(),
            source,
        })
}

/// Where a path leads in the end, even if nothing is there yet.
fn target_of(path: &Path) -> io::Result<PathBuf> {
    let mut target = path.to_path_buf();
    for _ in 0..40 {
        match fs::read_link(&target) {
            // A relative link is read from the folder it stands in.
            Ok(link) => target = target.parent().unwrap_or(Path::new("")).join(link),
            Err(_) => return Ok(target),
        }
    }
    Err(Errno::LOOP.into())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::thread;

    use super::*;

    fn mode(path: &Path) -> u32 {
        path.metadata().unwrap().permissions().mode() & 0o777
    }

    /// The files of a folder.
    pub(super) fn names(folder: &Path) -> Vec<String> {
        let name =
            |file: io::Result<fs::DirEntry>| file.unwrap().file_name().into_string().unwrap();
        let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(name).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_written_and_no_other_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        for replace in [Replace::Refuse, Replace::Force] {
            write(&path, b"one", replace, PRIVATE).unwrap();
            assert_eq!(fs::read(&path).unwrap(), b"one");
            assert_eq!(mode(&path), 0o600);
            assert_eq!(names(folder.path()), ["a"]);
        }
    }

    #[test]
    fn a_file_that_can_not_be_filled_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "before").unwrap();
        let mut fill = |file: &mut File| {
            file.write_all(b"half")?;
            Err(io::Error::other("no more"))
        };
        assert!(write_by(&path, Replace::Force, SHARED, &mut fill).is_err());
        assert_eq!(fs::read(&path).unwrap(), b"before");
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[test]
    fn a_file_without_a_name_is_written_and_read() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = nameless(folder.path()).unwrap();
        assert_eq!(names(folder.path()), [""; 0]);
        file.write_all(b"one").unwrap();
        let mut read = [0; 3];
        std::os::unix::fs::FileExt::read_exact_at(&file, &mut read, 0).unwrap();
        assert_eq!(&read, b"one");
    }

    #[test]
    fn an_existing_file_is_refused_and_unchanged() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "before").unwrap();
        let refused = write(&path, b"after", Replace::Refuse, PRIVATE).unwrap_err();
        assert!(matches!(refused, WriteError::Exists(_)), "{refused}");
        assert_eq!(fs::read(&path).unwrap(), b"before");
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[test]
    fn of_many_that_refuse_to_replace_one_wins() {
        let folder = tempfile::tempdir().unwrap();
        let path = &folder.path().join("a");
        let written = thread::scope(|scope| {
            let writers: Vec<_> = (0..8_u8)
                .map(|n| scope.spawn(move || write(path, &[n], Replace::Refuse, PRIVATE).is_ok()))
                .collect();
            writers
                .into_iter()
                .map(|writer| writer.join().unwrap())
                .filter(|&written| written)
                .count()
        });
        assert_eq!(written, 1);
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[test]
    fn a_replaced_file_keeps_its_mode_unless_it_is_private() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        for (new, want) in [(SHARED, 0o646), (PRIVATE, 0o600)] {
            fs::write(&path, "before").unwrap();
            fs::set_permissions(&path, PermissionsExt::from_mode(0o646)).unwrap();
            write(&path, b"after", Replace::Force, new).unwrap();
            assert_eq!(mode(&path), want);
            assert_eq!(fs::read(&path).unwrap(), b"after");
        }
    }

    #[test]
    fn a_link_stays_a_link_and_its_file_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let kept = folder.path().join("kept");
        fs::create_dir(&kept).unwrap();
        let path = folder.path().join("a");
        symlink("b", &path).unwrap();
        symlink("kept/c", folder.path().join("b")).unwrap();
        for text in ["not there yet", "there"] {
            write(&path, text.as_bytes(), Replace::Force, PRIVATE).unwrap();
            assert_eq!(fs::read_to_string(kept.join("c")).unwrap(), text);
            assert!(path.is_symlink());
        }
        let refused = write(&path, b"", Replace::Refuse, PRIVATE).unwrap_err();
        assert!(matches!(refused, WriteError::Exists(_)), "{refused}");
    }

    #[test]
    fn links_in_a_circle_are_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        symlink("a", &path).unwrap();
        let error = write(&path, b"", Replace::Force, PRIVATE).unwrap_err();
        assert!(matches!(error, WriteError::Unwritable { .. }), "{error}");
    }

    #[test]
    fn a_device_or_folder_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        for path in [Path::new("/dev/null"), folder.path()] {
            let error = write(path, b"", Replace::Force, PRIVATE).unwrap_err();
            assert!(matches!(error, WriteError::NotAFile(_)), "{error}");
        }
        assert!(!Path::new("/dev/null").metadata().unwrap().is_file());
    }

    #[test]
    fn an_error_names_the_file() {
        let error = write(Path::new("/proc/resolut/a"), b"", Replace::Force, PRIVATE).unwrap_err();
        assert_eq!(error.to_string(), "can't write `/proc/resolut/a`");
    }

    #[test]
    fn a_folder_of_ours_is_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let ours = folder.path().join("state/resolut");
        make_folder(&ours).unwrap();
        make_folder(&ours).unwrap();
        assert_eq!(mode(&ours), 0o700);
        assert_eq!(mode(ours.parent().unwrap()), 0o700);
    }
}
