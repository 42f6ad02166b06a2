//! The state file on disk: read, locked, merged with what others wrote, and saved whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use rustix::fs::{FlockOperation, flock};

use super::{PRIVATE, Replace, State, StoreError, WriteError, make_folder, write};
use crate::text::guard::{Links, hold_file, hold_folder, open_file};

/// The most bytes of a state file; a larger one is not read.
const MAX_BYTES: u64 = 8 << 20;

/// How often, and how long apart, another reader is given time to finish writing. Together half a
/// second: a reader whose terminal is gone has to save within one.
const TRIES: u32 = 25;
const PAUSE: Duration = Duration::from_millis(20);

/// The state of the reader on disk.
///
/// ```
/// use resolut::reader::keep::{Spot, Store};
///
/// let folder = tempfile::tempdir()?;
/// let (mut store, mut state, trouble) = Store::open(folder.path());
/// assert!(trouble.is_none() && state.last.is_none());
///
/// state.last = Some(Spot { citation: "2/34-P:7".to_owned(), session: "ICFM-34".to_owned() });
/// store.save(&state)?;
/// let (_, again, _) = Store::open(folder.path());
/// assert_eq!(again.last, state.last);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    /// What we last read or saved: the difference to it is ours to write.
    base: State,
}

/// What stands at the path of the state.
enum FoundState {
    Nothing,
    State(Box<State>),
    Damage,
}

impl Store {
    /// Reads the state kept in `folder`; an empty one where there is none. Nothing is written, unless
    /// a damaged file has to be set aside. An empty path is no folder, and nothing can be kept.
    pub fn open(folder: &Path) -> (Self, State, Option<StoreError>) {
        let mut store = Self {
            folder: folder.to_path_buf(),
            base: State::default(),
        };
        let read = match store.secure().and_then(|()| store.read()) {
            Ok(FoundState::State(state)) => Ok((Some(*state), None)),
            Ok(FoundState::Nothing) => Ok((None, None)),
            Ok(FoundState::Damage) => store
                .lock(TRIES)
                .and_then(|_lock| store.read_or_set_aside()),
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
        self.save_if(state, TRIES)
    }

    /// Saves as [`save`](Self::save) does, but waits for no other reader.
    ///
    /// # Errors
    /// As there; [`StoreError::Busy`] at once.
    pub fn try_save(&mut self, state: &State) -> Result<(), StoreError> {
        self.save_if(state, 1)
    }

    /// Saves if the lock is free at one of `tries`.
    fn save_if(&mut self, state: &State, tries: u32) -> Result<(), StoreError> {
        if *state == self.base {
            return Ok(());
        }
        make_folder(&self.folder)?;
        self.secure()?;
        let _lock = self.lock(tries)?;
        let (theirs, trouble) = self.read_or_set_aside()?;
        let merged = match &theirs {
            Some(theirs) => state.merged(&self.base, theirs),
            None => state.clone(),
        };
        if theirs.as_ref() != Some(&merged) {
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

    /// Holds that no other user can have put the folder or the file there.
    fn secure(&self) -> Result<(), StoreError> {
        if self.folder.as_os_str().is_empty() {
            return Err(StoreError::Homeless);
        }
        hold_folder(&self.folder)?;
        Ok(hold_file(&self.path())?)
    }

    /// Reads under the lock: what another reader has set aside and written anew is read as it is now.
    fn read_or_set_aside(&self) -> Result<(Option<State>, Option<StoreError>), StoreError> {
        match self.read()? {
            FoundState::Nothing => Ok((None, None)),
            FoundState::State(state) => Ok((Some(*state), None)),
            FoundState::Damage => self.set_aside().map(|trouble| (None, Some(trouble))),
        }
    }

    fn read(&self) -> Result<FoundState, StoreError> {
        let path = self.path();
        let read = || -> io::Result<Vec<u8>> {
            let mut bytes = Vec::new();
            open_file(OpenOptions::new().read(true), &path, Links::Follow)?
                .take(MAX_BYTES + 1)
                .read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        match read() {
            Ok(bytes) if bytes.len() as u64 > MAX_BYTES => Ok(FoundState::Damage),
            Ok(bytes) => {
                let state = State::from_json(&bytes).map(Box::new);
                Ok(state.map_or(FoundState::Damage, FoundState::State))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(FoundState::Nothing),
            Err(cause) => Err(StoreError::Unreadable { path, cause }),
        }
    }

    fn set_aside(&self) -> Result<StoreError, StoreError> {
        let path = self.path();
        let damaged = |cause| StoreError::Damaged {
            path: path.clone(),
            cause,
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
    fn lock(&self, tries: u32) -> Result<Lock, StoreError> {
        let path = self.folder.join("state.lock");
        let mut options = OpenOptions::new();
        options
            .write(true)
            .create(true)
            .truncate(false)
            .mode(PRIVATE);
        let file = open_file(&mut options, &path, Links::Refuse)
            .map_err(|source| WriteError::Unwritable { path, source })?;
        for left in (0..tries).rev() {
            match flock(&file, FlockOperation::NonBlockingLockExclusive) {
                Err(rustix::io::Errno::WOULDBLOCK) if left > 0 => thread::sleep(PAUSE),
                Err(rustix::io::Errno::WOULDBLOCK) => {}
                // Some file systems know no locks: then the chance of losing a mark is better than
                // losing all of them.
                Ok(()) | Err(_) => return Ok(Lock(file)),
            }
        }
        Err(StoreError::Busy(self.folder.clone()))
    }
}

/// The lock on the state. It is given back explicitly: a program that is just being started has the
/// file open too.
struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = flock(&self.0, FlockOperation::Unlock);
    }
}

#[cfg(test)]
mod tests;
