//! Where our files are: the folders of the XDG Base Directory Specification.
//!
//! As it says, a value that is no absolute path is ignored, and the folder below the home is taken.

use std::env;
use std::path::PathBuf;

/// What is kept in our files, for the manual page and the README.
#[derive(Clone, Copy, Debug)]
pub struct Kept {
    /// What is in them.
    pub holds: &'static str,
    /// Where they are, as a shell would write it.
    pub path: &'static str,
    /// Where they are otherwise, and how they are written; goes on behind the path.
    pub more: &'static str,
}

/// All that is ever written.
pub const FILES: &[Kept] = &[
    Kept {
        holds: "your place, marks and jumps",
        path: "$XDG_STATE_HOME/resolut/state.json",
        more: "or `~/.local/state/resolut/`; written at each mark and each jump, at most once a second",
    },
    Kept {
        holds: "imported corpora",
        path: "$XDG_DATA_HOME/resolut/*.json",
        more: "or `~/.local/share/resolut/`, each with its source text beside it",
    },
    Kept {
        holds: "indexes of big corpora",
        path: "$XDG_CACHE_HOME/resolut/*.index",
        more: "or `~/.cache/resolut/`; eight at most, to be deleted at will",
    },
];

/// Where the state is kept: `$XDG_STATE_HOME/resolut`, else `~/.local/state/resolut`. None without a home.
pub fn state_folder() -> Option<PathBuf> {
    ours("XDG_STATE_HOME", ".local/state")
}

/// Where imported corpora are kept: `$XDG_DATA_HOME/resolut`, else `~/.local/share/resolut`. None
/// without a home.
pub fn data_folder() -> Option<PathBuf> {
    ours("XDG_DATA_HOME", ".local/share")
}

/// Where that is kept which can be made anew: `$XDG_CACHE_HOME/resolut`, else `~/.cache/resolut`. None
/// without a home.
pub fn cache_folder() -> Option<PathBuf> {
    ours("XDG_CACHE_HOME", ".cache")
}

/// Home is `$HOME` alone: to ask the system's list of users would link half of libc into a static build.
/// One that is no absolute path is none: our files would lie wherever the reader was started.
fn ours(named: &str, below_home: &str) -> Option<PathBuf> {
    let absolute = |name| {
        let path = PathBuf::from(env::var_os(name)?);
        path.is_absolute().then_some(path)
    };
    let base = absolute(named).or_else(|| Some(absolute("HOME")?.join(below_home)));
    Some(base?.join("resolut"))
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::process::Command;

    use super::*;

    /// Prints the folders for the test below, which runs it with an environment of its own.
    #[test]
    fn print_the_folders() {
        let folders = (state_folder(), data_folder(), cache_folder());
        writeln!(std::io::stdout(), "{folders:?}").unwrap();
    }

    #[test]
    fn absolute_values_are_taken_and_others_ignored() {
        for (home, state, data, want) in [
            (
                "/home/reader",
                "/s",
                "/d",
                r#"(Some("/s/resolut"), Some("/d/resolut"), Some("/s/resolut"))"#,
            ),
            (
                "/home/reader",
                "relative",
                "",
                r#"(Some("/home/reader/.local/state/resolut"), Some("/home/reader/.local/share/resolut"), Some("/home/reader/.cache/resolut"))"#,
            ),
            (
                "home/reader",
                "",
                "/d",
                r#"(None, Some("/d/resolut"), None)"#,
            ),
        ] {
            let printed = Command::new(env::current_exe().unwrap())
                .args(["--exact", "--nocapture"])
                .arg("reader::keep::folders::tests::print_the_folders")
                .env("HOME", home)
                .env("XDG_STATE_HOME", state)
                .env("XDG_DATA_HOME", data)
                .env("XDG_CACHE_HOME", state)
                .output()
                .unwrap();
            let printed = String::from_utf8(printed.stdout).unwrap();
            assert!(printed.contains(want), "{home} {state} {data}: {printed}");
        }
    }
}
