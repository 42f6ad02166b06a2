//! Symbols that a file has after another: what became of them, in one line of talk.

use std::fmt;
use std::path::{Path, PathBuf};

use super::files::named;
use crate::text::model::Text;

/// The symbols of one file that were there before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repeats {
    path: Option<PathBuf>,
    replaced: Vec<Text>,
    left_out: Vec<Text>,
}

impl Repeats {
    pub(super) fn of(path: Option<&Path>) -> Self {
        Self {
            path: path.map(Path::to_path_buf),
            ..Self::default()
        }
    }

    pub(super) fn replaces(&mut self, symbol: &str) {
        self.replaced.push(symbol.into());
    }

    pub(super) fn left_out(&mut self, symbol: &str) {
        self.left_out.push(symbol.into());
    }

    /// Itself, where there is anything to tell.
    pub(super) fn told(self) -> Option<Self> {
        let any = !self.replaced.is_empty() || !self.left_out.is_empty();
        any.then_some(self)
    }
}

impl fmt::Display for Repeats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.path {
            Some(path) => write!(f, "{} has ", named(path))?,
            None => f.write_str("the corpus has ")?,
        }
        if !self.replaced.is_empty() {
            write!(
                f,
                "{} again; its own text is shown",
                counted(&self.replaced)
            )?;
        }
        if !self.left_out.is_empty() {
            let and = if self.replaced.is_empty() {
                ""
            } else {
                "; and "
            };
            let symbols = counted(&self.left_out);
            write!(
                f,
                "{and}{symbols} in another session; left out, as a symbol names one resolution"
            )?;
        }
        Ok(())
    }
}

/// The first symbol, and how many more.
fn counted(symbols: &[Text]) -> String {
    match symbols {
        [] => String::new(),
        [one] => one.to_string(),
        [first, more @ ..] => format!("{first} and {} more", more.len()),
    }
}
