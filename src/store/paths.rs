//! Where our files are: the folders of the XDG Base Directory Specification.
//!
//! As it says, a value that is no absolute path is ignored, and the folder below the home is taken.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use etcetera::base_strategy::Xdg;

/// Where the state is kept: `$XDG_STATE_HOME/resolut`, else `~/.local/state/resolut`. None without a home.
pub fn state_folder() -> Option<PathBuf> {
    ours(&Xdg::new().ok()?.state_dir()?)
}

/// Where imported corpora are kept: `$XDG_DATA_HOME/resolut`, else `~/.local/share/resolut`. None
/// without a home.
pub fn data_folder() -> Option<PathBuf> {
    ours(&Xdg::new().ok()?.data_dir())
}

/// Where that is kept which can be made anew: `$XDG_CACHE_HOME/resolut`, else `~/.cache/resolut`. None
/// without a home.
pub fn cache_folder() -> Option<PathBuf> {
    ours(&Xdg::new().ok()?.cache_dir())
}

/// A home that is no absolute path is none: our files would lie wherever the reader was started.
fn ours(base: &Path) -> Option<PathBuf> {
    base.is_absolute().then(|| base.join("resolut"))
}

#[cfg(test)]
mod tests {
    use std::env;
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
        let home = "/home/reader";
        for (state, data, want) in [
            (
                "/s",
                "/d",
                r#"(Some("/s/resolut"), Some("/d/resolut"), Some("/s/resolut"))"#,
            ),
            (
                "relative",
                "",
                r#"(Some("/home/reader/.local/state/resolut"), Some("/home/reader/.local/share/resolut"), Some("/home/reader/.cache/resolut"))"#,
            ),
        ] {
            let printed = Command::new(env::current_exe().unwrap())
                .args(["--exact", "--nocapture"])
                .arg("store::paths::tests::print_the_folders")
                .env("HOME", home)
                .env("XDG_STATE_HOME", state)
                .env("XDG_DATA_HOME", data)
                .env("XDG_CACHE_HOME", state)
                .output()
                .unwrap();
            let printed = String::from_utf8(printed.stdout).unwrap();
            assert!(printed.contains(want), "{state} {data}: {printed}");
        }
    }

    #[test]
    fn a_relative_home_is_no_home() {
        assert_eq!(ours(Path::new("home/.local/state")), None);
    }
}
