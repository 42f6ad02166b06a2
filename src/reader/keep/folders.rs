//! Where our files are: the folders of the XDG Base Directory Specification.
//!
//! As it says, a value that is no absolute path is ignored, and the folder below the home is taken.

use std::env;
use std::ffi::OsString;
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
        holds: "your place, marks with their notes, jumps, and what you chose",
        path: "$XDG_STATE_HOME/resolut/state.json",
        more: "or `~/.local/state/resolut/`; written at each mark and each jump, at most once a second",
    },
    Kept {
        holds: "imported corpora",
        path: "$XDG_DATA_HOME/resolut/*.json",
        more: "or `~/.local/share/resolut/`, each with its source text beside it, or with what is known of the files \
               of its folder (`*.sources`)",
    },
    Kept {
        holds: "indexes of big corpora",
        path: "$XDG_CACHE_HOME/resolut/*.index",
        more: "or `~/.cache/resolut/`; eight at most, to be deleted at will",
    },
];

/// Where the state is kept: `$XDG_STATE_HOME/resolut`, else `~/.local/state/resolut`. None without a home.
pub fn state_folder() -> Option<PathBuf> {
    STATE.path(variable)
}

/// Where imported corpora are kept: `$XDG_DATA_HOME/resolut`, else `~/.local/share/resolut`. None
/// without a home.
pub fn data_folder() -> Option<PathBuf> {
    DATA.path(variable)
}

/// Where files are kept that can be made anew: `$XDG_CACHE_HOME/resolut`, else `~/.cache/resolut`. None
/// without a home.
pub fn cache_folder() -> Option<PathBuf> {
    CACHE.path(variable)
}

fn variable(name: &str) -> Option<OsString> {
    env::var_os(name)
}

/// A folder of the specification.
struct BaseFolder {
    /// The variable that names it.
    variable: &'static str,
    /// Where it is if that is not set.
    below_home: &'static str,
}

const STATE: BaseFolder = BaseFolder {
    variable: "XDG_STATE_HOME",
    below_home: ".local/state",
};
const DATA: BaseFolder = BaseFolder {
    variable: "XDG_DATA_HOME",
    below_home: ".local/share",
};
const CACHE: BaseFolder = BaseFolder {
    variable: "XDG_CACHE_HOME",
    below_home: ".cache",
};

impl BaseFolder {
    /// Our own folder in it, by the environment.
    ///
    /// Home is `$HOME` alone: to ask the system's list of users would link half of libc into a static build.
    /// One that is no absolute path is none: our files would lie wherever the reader was started.
    fn path(&self, variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
        let absolute =
            |name| Some(PathBuf::from(variable(name)?)).filter(|path| path.is_absolute());
        let base =
            absolute(self.variable).or_else(|| Some(absolute("HOME")?.join(self.below_home)));
        Some(base?.join("resolut"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absolute_values_are_taken_and_others_ignored() {
        let folders = [&STATE, &DATA, &CACHE];
        for (environment, want) in [
            (
                &[
                    ("HOME", "/home/reader"),
                    ("XDG_STATE_HOME", "/s"),
                    ("XDG_DATA_HOME", "/d"),
                    ("XDG_CACHE_HOME", "/c"),
                ][..],
                [Some("/s/resolut"), Some("/d/resolut"), Some("/c/resolut")],
            ),
            (
                &[
                    ("HOME", "/home/reader"),
                    ("XDG_STATE_HOME", "relative"),
                    ("XDG_DATA_HOME", ""),
                ],
                [
                    Some("/home/reader/.local/state/resolut"),
                    Some("/home/reader/.local/share/resolut"),
                    Some("/home/reader/.cache/resolut"),
                ],
            ),
            (
                &[("HOME", "home/reader"), ("XDG_DATA_HOME", "/d")],
                [None, Some("/d/resolut"), None],
            ),
            (&[], [None, None, None]),
        ] {
            let variable = |name: &str| {
                let set = environment.iter().find(|(set, _)| *set == name);
                set.map(|(_, value)| OsString::from(value))
            };
            let found = folders.map(|folder| folder.path(variable));
            assert_eq!(
                found,
                want.map(|path| path.map(PathBuf::from)),
                "{environment:?}"
            );
        }
    }
}
