//! Programs of others that a test needs: it is passed over, with a message, where one is missing.

use std::io::{self, Write};
use std::path::PathBuf;

/// A program that a test needs, where it is installed.
pub(crate) fn installed(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path)
        .chain(["/usr/sbin".into(), "/usr/local/sbin".into()])
        .map(|folder| folder.join(name))
        .find(|program| program.is_file());
    if found.is_none() {
        // Past the capturing of the test runner: nobody should believe that this was tested.
        let _ = writeln!(io::stderr(), "passed over: `{name}` is not installed");
    }
    found
}
