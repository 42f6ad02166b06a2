//! What stands where a file of ours should be: used only where no other user could have put it, and opened
//! only if it is a file.

use std::ffi::OsStr;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::OFlags;
use rustix::io::Errno;
use rustix::process::geteuid;

/// Write permission of the group, and of all others.
const GROUP: u32 = 0o020;
const OTHERS: u32 = 0o002;

/// Why a folder or a file is not ours alone: others could make it a link to any file of ours, or forge it.
#[derive(Debug, thiserror::Error)]
pub enum Exposed {
    /// It is another user's.
    #[error("another user owns `{}`", .0.display())]
    Foreign(PathBuf),
    /// Every user could put files there.
    #[error("every user may write in `{}`", .0.display())]
    Open(PathBuf),
    /// Every user of its group could.
    #[error("a whole group may write in `{}`", .0.display())]
    Shared(PathBuf),
}

/// Holds that no other user can have put a folder or what is in it there. Root is none, a link that we made is
/// as good as the folder, and what does not exist is safe.
///
/// # Errors
/// Another user can.
pub fn hold_folder(folder: &Path) -> Result<(), Exposed> {
    hold_file(folder)?;
    hold(folder, fs::metadata(folder))
}

/// Holds that no other user put a file there, or a link to any other.
///
/// # Errors
/// Another user did.
pub fn hold_file(path: &Path) -> Result<(), Exposed> {
    hold(path, fs::symlink_metadata(path))
}

fn hold(path: &Path, found: io::Result<Metadata>) -> Result<(), Exposed> {
    let Ok(found) = found else { return Ok(()) };
    let path = || path.to_path_buf();
    if ![geteuid().as_raw(), 0].contains(&found.uid()) {
        return Err(Exposed::Foreign(path()));
    }
    if found.is_dir() && found.mode() & OTHERS != 0 {
        return Err(Exposed::Open(path()));
    }
    if found.is_dir() && found.mode() & GROUP != 0 {
        return Err(Exposed::Shared(path()));
    }
    Ok(())
}

/// What becomes of a link in place of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// The file it leads to is opened.
    Follow,
    /// It is an error.
    Refuse,
}

/// Opens a regular file as `options` say, and never waits: a pipe would keep us until somebody opened its
/// other end.
///
/// # Errors
/// The system refuses, or something else than a file stands there.
pub fn open_file(options: &mut OpenOptions, path: &Path, links: Links) -> io::Result<File> {
    let mut flags = OFlags::NONBLOCK | OFlags::NOCTTY;
    if links == Links::Refuse {
        flags |= OFlags::NOFOLLOW;
    }
    let no_file = || io::Error::other("it is no regular file");
    match options.custom_flags(flags.bits().cast_signed()).open(path) {
        Ok(file) if file.metadata()?.is_file() => Ok(file),
        Ok(_) => Err(no_file()),
        // A pipe that nobody reads; a socket.
        Err(error) if error.raw_os_error() == Some(Errno::NXIO.raw_os_error()) => Err(no_file()),
        refused => refused,
    }
}

/// Opens for reading a regular file that stands in the folder of another. A link is followed only within that
/// folder.
///
/// # Errors
/// The system refuses, or the file is none, or of another folder.
pub fn open_beside(other: &Path, name: &OsStr) -> io::Result<File> {
    let file = fs::canonicalize(other.with_file_name(name))?;
    let folder = match other.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if file.parent() != Some(&fs::canonicalize(folder)?) {
        return Err(io::Error::other("it is a link out of its folder"));
    }
    open_file(OpenOptions::new().read(true), &file, Links::Refuse)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;

    use rustix::fs::{CWD, Mode, mkfifoat};

    use super::*;

    #[test]
    fn what_is_no_file_is_refused_at_once_however_it_is_opened() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        mkfifoat(CWD, path("pipe"), Mode::RUSR | Mode::WUSR).unwrap();
        symlink(path("pipe"), path("link")).unwrap();
        let _socket = UnixListener::bind(path("socket")).unwrap();
        for name in ["pipe", "link", "socket", ".", "/dev/null"] {
            for way in [OpenOptions::read, OpenOptions::write] {
                let mut options = OpenOptions::new();
                way(&mut options, true);
                let opened = open_file(&mut options, &path(name), Links::Follow);
                assert!(opened.is_err(), "{name}");
            }
        }
    }

    #[test]
    fn a_link_is_followed_only_where_it_may() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, "").unwrap();
        symlink(&file, &link).unwrap();
        for (links, opens) in [(Links::Follow, true), (Links::Refuse, false)] {
            let opened = open_file(OpenOptions::new().read(true), &link, links);
            assert_eq!(opened.is_ok(), opens, "{links:?}");
        }
    }

    #[test]
    fn a_link_is_followed_within_its_folder_only() {
        let home = tempfile::tempdir().unwrap();
        let path = |name: &str| home.path().join(name);
        fs::create_dir(path("in")).unwrap();
        for name in ["secret", "in/text"] {
            fs::write(path(name), "").unwrap();
        }
        for (link, to) in [
            ("in/out", "../secret"),
            ("in/near", "text"),
            ("in/far", "/etc/passwd"),
        ] {
            symlink(to, path(link)).unwrap();
        }
        for (name, opens) in [
            ("text", true),
            ("near", true),
            ("out", false),
            ("far", false),
        ] {
            let opened = open_beside(&path("in/corpus.json"), OsStr::new(name));
            assert_eq!(opened.is_ok(), opens, "{name}");
        }
    }

    #[test]
    fn a_folder_is_ours_alone_or_not_held() {
        let folder = tempfile::tempdir().unwrap();
        for (mode, held) in [
            (0o700, true),
            (0o755, true),
            (0o770, false),
            (0o775, false),
            (0o702, false),
            (0o1777, false),
        ] {
            fs::set_permissions(folder.path(), PermissionsExt::from_mode(mode)).unwrap();
            assert_eq!(hold_folder(folder.path()).is_ok(), held, "{mode:o}");
        }
        assert!(hold_folder(&folder.path().join("not there")).is_ok());
    }
}
