//! `resolut [CITATION]` on a terminal: opening the reader.

use std::process::ExitCode;
use std::rc::Rc;

use anyhow::{Context, Result};

use super::Outcome;
use super::args::Everywhere;
use super::output::Marks;
use super::report::Advised;
use super::{indexing, load, locate, report};
use crate::app::{App, Message};
use crate::library::Library;
use crate::model::Place;
use crate::store::{self, State, Store, StoreError};
use crate::terminal::modes::{self, Ability};
use crate::terminal::news::Indexing;
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
    open_reader(library, start, marks)
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
fn open_reader(library: Library, start: Option<Place>, marks: Marks) -> Result<ExitCode> {
    // The thread that indexes is never waited for, so what it reads lives as long as the program.
    let library: &'static Library = Box::leak(Box::new(library));
    let index = library.saved_index();
    let indexing = index
        .is_none()
        .then(|| -> Indexing { Box::new(|reporter| indexing::run(library, reporter)) });
    let (store, state, trouble) = match store::state_folder() {
        Some(folder) => {
            let (store, state, trouble) = Store::open(&folder);
            // Where nothing can be kept, saving would only say so again.
            let works = trouble.as_ref().is_none_or(StoreError::is_passing);
            (works.then_some(store), state, trouble)
        }
        None => (None, State::default(), None),
    };
    let mut app = App::open(&library.corpus, index.map(Rc::new), start);
    app.recall(&state, start.is_none());
    if let Some(repeats) = library.corpus.repeats().first() {
        app.tell(Message::Note(repeats.to_string()));
    }
    if let Some(left_out) = library.left_out.first() {
        app.tell(Message::Refusal(format!("left out: {}", said(left_out))));
    }
    if let Some(trouble) = trouble {
        app.tell(Message::Refusal(said(&trouble)));
    }
    let theme = match marks {
        Marks::Unicode => Theme::UNICODE,
        Marks::Ascii => Theme::ASCII,
    };
    let memory = Memory { store, state };
    let (end, unsaved) =
        terminal::run(app, &theme, memory, indexing).context("the reader ended")?;
    match end {
        End::Quit => {
            if let Some(unsaved) = unsaved {
                report::note(&unsaved);
            }
            Ok(ExitCode::SUCCESS)
        }
        End::HangUp => Ok(ExitCode::SUCCESS),
        End::Signal(signal) => {
            signals::die_of(signal);
            Ok(ExitCode::FAILURE)
        }
    }
}
