//! A file that a reader names, and what is to stand in it.

use std::env;
use std::path::{Path, PathBuf};

use super::{Replace, SHARED, WriteError, write};

/// A file that a reader names, and what is to stand in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFile {
    /// As it was typed: `~/` is the home, as in a shell.
    pub name: String,
    /// All of it.
    pub content: String,
    /// How many rows that has, for what is said of it.
    pub rows: usize,
    /// What becomes of a file that is there already.
    pub replace: Replace,
}

impl NamedFile {
    /// Writes it, whole or not at all.
    ///
    /// # Errors
    /// See [`WriteError`]; nothing is changed then.
    pub fn write(&self) -> Result<(), WriteError> {
        write(&self.path(), self.content.as_bytes(), self.replace, SHARED)
    }

    fn path(&self) -> PathBuf {
        match (self.name.strip_prefix("~/"), env::var_os("HOME")) {
            (Some(below), Some(home)) => Path::new(&home).join(below),
            _ => PathBuf::from(&self.name),
        }
    }
}
