//! What went wrong with the state, in words for people.
//!
//! A status line cuts what is too long for it. So it is said first what that means, then why, and the path,
//! which may be long, last.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::io;
use std::path::PathBuf;

use super::WriteError;
use crate::text::guard::Exposed;

/// What went wrong with the state. Nothing of it stops a reader.
#[derive(Debug)]
pub enum StoreError {
    /// The file was no state; it stands under another name now, and a new one takes its place.
    SetAside {
        /// The state file.
        path: PathBuf,
        /// Where it stands now.
        aside: PathBuf,
    },
    /// The file is no state, and it could not be set aside.
    Damaged {
        /// The state file.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// The file can't be read.
    Unreadable {
        /// The state file.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// Other users could have put the folder or the file there.
    Exposed(Exposed),
    /// The environment names no folder.
    Homeless,
    /// Another reader kept the lock.
    Busy(PathBuf),
    /// The file, its folder or the lock can't be written.
    Unwritable(WriteError),
}

impl StoreError {
    /// Whether saving is worth another try: what was in the way may pass, or has passed.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::SetAside { .. } | Self::Busy(_))
    }

    /// Why, without what it means.
    pub fn reason(&self) -> String {
        match self {
            Self::SetAside { path, aside } => format!(
                "`{}` was damaged and is kept as `{}`",
                path.display(),
                aside.display()
            ),
            Self::Damaged { path, cause } => format!(
                "{}: can't set aside the damaged `{}`",
                said(cause),
                path.display()
            ),
            Self::Unreadable { path, cause } => {
                format!("{}: can't read `{}`", said(cause), path.display())
            }
            Self::Exposed(exposed) => exposed.to_string(),
            Self::Homeless => "neither `XDG_STATE_HOME` nor `HOME` is a full path".to_owned(),
            Self::Busy(folder) => format!("another reader is writing in `{}`", folder.display()),
            Self::Unwritable(error) => match error.source().and_then(<dyn Error>::downcast_ref) {
                Some(cause) => format!("{}: {error}", said(cause)),
                None => error.to_string(),
            },
        }
    }
}

impl Display for StoreError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let means = match self {
            Self::SetAside { .. } => "marks and places begin anew",
            Self::Busy(_) | Self::Unwritable(_) => "marks and place are not saved",
            _ => "nothing is remembered",
        };
        write!(f, "{means}: {}", self.reason())
    }
}

impl Error for StoreError {}

impl From<Exposed> for StoreError {
    fn from(exposed: Exposed) -> Self {
        Self::Exposed(exposed)
    }
}

impl From<WriteError> for StoreError {
    fn from(error: WriteError) -> Self {
        Self::Unwritable(error)
    }
}

/// An error and its causes as one sentence, `what: why`.
pub fn with_causes(error: &dyn Error) -> String {
    let causes = std::iter::successors(error.source(), |cause| (*cause).source());
    causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}

/// What the system said, without its number.
fn said(cause: &io::Error) -> String {
    let text = cause.to_string();
    let words = text.split(" (os error").next().unwrap_or_default();
    words.to_lowercase()
}
