//! What serves a shell, a manual, and the build.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, ValueHint};

use crate::cli::args::choices::Shell;

/// Print a script that completes the commands in a shell
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  resolut completions bash > ~/.local/share/bash-completion/completions/resolut
  resolut completions zsh > ~/.zfunc/_resolut
  resolut completions fish > ~/.config/fish/completions/resolut.fish")]
pub(in crate::cli) struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub(in crate::cli) shell: Shell,
}

/// Print the manual page
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  resolut man > ~/.local/share/man/man1/resolut.1")]
pub(in crate::cli) struct ManArgs {}

/// Print what a word of a command line may become, for the scripts of `completions`
#[derive(Debug, Args)]
pub(in crate::cli) struct CompleteArgs {
    /// The words behind the program's name, the last of them not finished; or which word behind `--` is
    #[arg(value_name = "WORD|POSITION", required = true)]
    pub(in crate::cli) typed: Vec<OsString>,

    /// The command line, from the program's name on; that is 0
    #[arg(last = true)]
    pub(in crate::cli) words: Vec<OsString>,
}

/// Prepare what is bundled, before the program is built
#[derive(Debug, Args)]
pub(in crate::cli) struct PrepareArgs {
    /// The corpus that is to be bundled
    #[arg(value_name = "CORPUS", default_value = "data/corpus.json", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) bundled: PathBuf,

    /// Write its catalogue and its index to this file
    #[arg(
        short,
        long,
        value_name = "FILE",
        default_value = "data/corpus.index",
        value_hint = ValueHint::FilePath,
        allow_hyphen_values = true
    )]
    pub(in crate::cli) output: PathBuf,
}
