//! `resolut [CITATION]` on a terminal: opening the reader.

use std::process::ExitCode;

use anyhow::{Context, Result};

use super::Outcome;
use super::args::Everywhere;
use super::output::Marks;
use super::report::Advised;
use super::{load, locate};
use crate::app::{App, Message};
use crate::library::Library;
use crate::model::Place;
use crate::store::{self, State, Store, StoreError};
use crate::terminal::modes::{self, Ability};
use crate::terminal::{self, End, Memory, said, signals};
use crate::ui::theme::Theme;

/// Opens the reader at the place that is cited, or where it was left.
pub(super) fn open(citation: &[String], everywhere: &Everywhere, marks: Marks) -> Result<ExitCode> {
    let citation = citation.join(" ");
    if let Some(reason) = no_reader() {
        let instead = if citation.is_empty() {
            "`resolut list` shows what there is to read, `resolut show 2/34-P:7` prints a paragraph"
                .to_owned()
        } else {
            format!("`resolut show '{citation}'` prints the paragraph instead")
        };
        return Err(Advised {
            message: format!("the reader needs a terminal, and {reason}"),
            hint: Some(instead),
            outcome: Outcome::Faulty,
        }
        .into());
    }
    let library = load::library(&everywhere.corpus)?;
    let start = if citation.is_empty() {
        None
    } else {
        let cited = locate::cited(&library.corpus, &citation)?;
        Some(cited.beginning())
    };
    open_reader(&library, start, marks)
}

/// Why there can be no reader here.
fn no_reader() -> Option<&'static str> {
    match modes::ability() {
        Ability::Panes => None,
        Ability::NoTerminal => Some("standard input is none"),
        Ability::Dumb => Some("`TERM` is unset or `dumb`"),
    }
}

/// Reads until the end; the exit code says how that came.
fn open_reader(library: &Library, start: Option<Place>, marks: Marks) -> Result<ExitCode> {
    let index = library.index();
    let (store, state, trouble) = match store::state_folder() {
        Some(folder) => {
            let (store, state, trouble) = Store::open(&folder);
            // What can't be read will not be saved either, and has been said once then.
            let lasts = trouble.as_ref().is_none_or(StoreError::is_passing);
            (lasts.then_some(store), state, trouble)
        }
        None => (None, State::default(), None),
    };
    let mut app = App::open(&library.corpus, &index, start);
    app.recall(&state, start.is_none());
    if let Some(trouble) = trouble {
        app.tell(Message::Refusal(said(&trouble)));
    }
    let theme = match marks {
        Marks::Unicode => Theme::UNICODE,
        Marks::Ascii => Theme::ASCII,
    };
    let end = terminal::run(app, &theme, Memory { store, state }).context("the reader ended")?;
    match end {
        End::Quit | End::HangUp => Ok(ExitCode::SUCCESS),
        End::Signal(signal) => {
            signals::die_of(signal);
            Ok(ExitCode::FAILURE)
        }
    }
}
