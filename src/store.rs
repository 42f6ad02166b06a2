//! Files of our own: where they are, and writing them whole.
//!
//! What a reader left (the last place, marks, jumps, queries) is one small file, `state.json`. Several
//! readers may run on it: each writes only what it changed itself since it read the file, into what the
//! file says by then, under a lock. A file that is no state is set aside, never overwritten, and where other
//! users could have put a link to a file of ours, nothing is read or written.

mod paths;
mod state;
mod write;

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use rustix::fs::{FlockOperation, OFlags, flock};
use rustix::process::geteuid;

pub use paths::{cache_folder, data_folder, state_folder};
pub use state::{Mark, Spot, State};
use write::sweep;
pub use write::{PRIVATE, Replace, SHARED, WriteError, make_folder, write, write_unsynced};

/// No state is larger; what is, is not read.
const MAX_BYTES: u64 = 8 << 20;

/// How often, and how long apart, another reader is given time to finish writing. Together half a
/// second: a reader whose terminal is gone has to save within one.
const TRIES: u32 = 25;
const PAUSE: Duration = Duration::from_millis(20);

/// The state of the reader on disk.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    /// What we last read or saved: the difference to it is ours to write.
    base: State,
}

/// What went wrong with the state. Nothing of it stops a reader. A status line cuts paths short, so what
/// it means comes first.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file was no state; it stands under another name now, and a new one takes its place.
    #[error("marks and places begin anew: `{}` was damaged and is kept as `{}`", path.display(), aside.display())]
    SetAside {
        /// The state file.
        path: PathBuf,
        /// Where it stands now.
        aside: PathBuf,
    },
    /// The file is no state, and it could not be set aside.
    #[error("nothing is remembered: `{}` is damaged and can't be set aside", path.display())]
    Damaged {
        /// The state file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file can't be read.
    #[error("nothing is remembered: can't read `{}`", path.display())]
    Unreadable {
        /// The state file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The folder or the file is another user's, who could make it a link to any file of ours.
    #[error("nothing is remembered: another user owns `{}`", .0.display())]
    Foreign(PathBuf),
    /// Any user could do so.
    #[error("nothing is remembered: every user may write in `{}`", .0.display())]
    Open(PathBuf),
    /// Another reader kept the lock.
    #[error("marks and place are not saved: another reader is writing in `{}`", .0.display())]
    Busy(PathBuf),
    /// The file, its folder or the lock can't be written.
    #[error("marks and place are not saved")]
    Unwritable(#[from] WriteError),
}

impl StoreError {
    /// Whether saving is worth another try: what was in the way may pass, or has passed.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::SetAside { .. } | Self::Busy(_))
    }
}

/// What stands at the path of the state.
enum Found {
    Nothing,
    State(State),
    Damage,
}

impl Store {
    /// Reads the state kept in `folder`; an empty one where there is none. Nothing is written, unless
    /// a damaged file has to be set aside.
    pub fn open(folder: &Path) -> (Self, State, Option<StoreError>) {
        let mut store = Self {
            folder: folder.to_path_buf(),
            base: State::default(),
        };
        let read = match store.secure().and_then(|()| store.read()) {
            Ok(Found::State(state)) => Ok((Some(state), None)),
            Ok(Found::Nothing) => Ok((None, None)),
            Ok(Found::Damage) => store.lock().and_then(|_lock| store.read_or_set_aside()),
            Err(trouble) => Err(trouble),
        };
        let (state, trouble) = read.unwrap_or_else(|trouble| (None, Some(trouble)));
        let state = state.unwrap_or_default();
        store.base = state.clone();
        (store, state, trouble)
    }

    /// Writes what changed in `state` since it was opened or last saved. What other readers wrote
    /// meanwhile stays: their marks and queries beside ours, their last place and jumps if ours did
    /// not move. If nothing changed, no file is touched.
    ///
    /// # Errors
    /// Nothing was written, except for [`StoreError::SetAside`]: the state is saved, but the file was
    /// damaged since we read it.
    pub fn save(&mut self, state: &State) -> Result<(), StoreError> {
        if *state == self.base {
            return Ok(());
        }
        make_folder(&self.folder)?;
        self.secure()?;
        let _lock = self.lock()?;
        let (theirs, trouble) = self.read_or_set_aside()?;
        let merged = match &theirs {
            Some(theirs) => state.merged(&self.base, theirs),
            None => state.clone(),
        };
        if theirs.as_ref() != Some(&merged) {
            sweep(&self.folder);
            write(
                &self.path(),
                merged.to_json().as_bytes(),
                Replace::Force,
                PRIVATE,
            )?;
        }
        self.base = state.clone();
        trouble.map_or(Ok(()), Err)
    }

    fn path(&self) -> PathBuf {
        self.folder.join("state.json")
    }

    /// Holds that no other user can have put the folder or the file there. Root is none, and what does not
    /// exist is safe.
    fn secure(&self) -> Result<(), StoreError> {
        let ours = [geteuid().as_raw(), 0];
        // A link to the folder is as good as the folder; one to the file may lead to any other.
        for (path, found) in [
            (self.folder.clone(), fs::metadata(&self.folder)),
            (self.path(), fs::symlink_metadata(self.path())),
        ] {
            let Ok(found) = found else { continue };
            if !ours.contains(&found.uid()) {
                return Err(StoreError::Foreign(path));
            }
            if found.is_dir() && found.mode() & 0o002 != 0 {
                return Err(StoreError::Open(path));
            }
        }
        Ok(())
    }

    /// Reads under the lock: what another reader has set aside and written anew is read as it is now.
    fn read_or_set_aside(&self) -> Result<(Option<State>, Option<StoreError>), StoreError> {
        match self.read()? {
            Found::Nothing => Ok((None, None)),
            Found::State(state) => Ok((Some(state), None)),
            Found::Damage => self.set_aside().map(|trouble| (None, Some(trouble))),
        }
    }

    fn read(&self) -> Result<Found, StoreError> {
        let path = self.path();
        let read = || {
            // Opening a pipe would wait for its other end.
            if !fs::metadata(&path)?.is_file() {
                return Err(io::Error::other("it is no regular file"));
            }
            let mut bytes = Vec::new();
            File::open(&path)?
                .take(MAX_BYTES + 1)
                .read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        match read() {
            Ok(bytes) if bytes.len() as u64 > MAX_BYTES => Ok(Found::Damage),
            Ok(bytes) => Ok(State::from_json(&bytes).map_or(Found::Damage, Found::State)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Found::Nothing),
            Err(source) => Err(StoreError::Unreadable { path, source }),
        }
    }

    fn set_aside(&self) -> Result<StoreError, StoreError> {
        let path = self.path();
        let damaged = |source| StoreError::Damaged {
            path: path.clone(),
            source,
        };
        // Behind a link, the file itself is renamed, and the new one is written where it stood.
        let file = path.canonicalize().map_err(damaged)?;
        for n in 1_u32.. {
            let mut aside = file.clone().into_os_string();
            aside.push(format!(".damaged-{n}"));
            let aside = PathBuf::from(aside);
            if aside.symlink_metadata().is_ok() {
                continue;
            }
            fs::rename(&file, &aside).map_err(damaged)?;
            return Ok(StoreError::SetAside { path, aside });
        }
        Err(damaged(io::ErrorKind::AlreadyExists.into()))
    }

    /// Holds off other readers until it is dropped.
    fn lock(&self) -> Result<File, StoreError> {
        let path = self.folder.join("state.lock");
        let file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .mode(PRIVATE)
            .custom_flags(OFlags::NOFOLLOW.bits().cast_signed())
            .open(&path)
            .map_err(|source| WriteError::Unwritable { path, source })?;
        for _ in 0..TRIES {
            match flock(&file, FlockOperation::NonBlockingLockExclusive) {
                Err(rustix::io::Errno::WOULDBLOCK) => thread::sleep(PAUSE),
                // Some file systems know no locks: then the chance of losing a mark is better than
                // losing all of them.
                Ok(()) | Err(_) => return Ok(file),
            }
        }
        Err(StoreError::Busy(self.folder.clone()))
    }
}

#[cfg(test)]
mod tests;
