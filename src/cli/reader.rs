//! `resolut [CITATION]`: opening the reader, with panes or in lines; the index of a large corpus is
//! read, or made, beside it.

use std::fs::File;
use std::io::{self, BufReader, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::args::table::Everywhere;
use super::output::{Charset, Output, stdout_is_terminal};
use super::{load, locate, report};
use crate::reader::app::{App, Message};
use crate::reader::keep::saving::Memory;
use crate::reader::keep::{self, State, Store, StoreError, with_causes};
use crate::reader::library::Library;
use crate::reader::library::news::{Indexing, News, Reporter};
use crate::reader::lines::{self, LineSource, TypedLines};
use crate::reader::panes::theme::Theme;
use crate::reader::run::{self, End};
use crate::search::Index;
use crate::text::corpus::Resolved;
use crate::tty::modes::{self, Ability};
use crate::tty::{device, signals};

/// How long the first part of a corpus is read before it can be searched.
const FIRST: Duration = Duration::from_millis(60);
/// How many times longer each further part is read: reading again then costs less than a sixth of the whole.
const LONGER: u32 = 8;
/// Before this, progress is not worth a word.
const PATIENCE: Duration = Duration::from_millis(100);

/// Opens the reader at the place that is cited, or where it was left.
pub(super) fn open(
    citation: &[String],
    everywhere: &Everywhere,
    charset: Charset,
    with_mouse: bool,
) -> Result<ExitCode> {
    let citation = citation.join(" ");
    leave_used_up(everywhere, &citation, "keys")?;
    if let Some(reason) = no_reader() {
        let (plain, show) = if citation.is_empty() {
            ("--plain".to_owned(), "show 2/34-P:7".to_owned())
        } else {
            let cited = format!("'{citation}'");
            (format!("--plain {cited}"), format!("show {cited}"))
        };
        bail!(
            "{reason}, and panes need a terminal; `resolut {plain}` reads in lines, `resolut {show}` prints"
        );
    }
    let library = load::library_in_language(everywhere)?;
    let kept = Recalled::of(&library);
    let start = start(&library, &citation)?;
    open_reader(library, kept, start, charset, with_mouse)
}

/// Reads in lines, from the place that is cited or where the reader was left.
pub(super) fn plain(
    citation: &[String],
    everywhere: &Everywhere,
    out: &mut Output<impl Write>,
) -> Result<ExitCode> {
    let citation = citation.join(" ");
    let from_terminal = leave_used_up(everywhere, &citation, "commands")?;
    let library = load::library_in_language(everywhere)?;
    let kept = Recalled::of(&library);
    let start = start(&library, &citation)?;
    let (app, memory) = reader(&library, kept, None, start);
    let asks = from_terminal || io::stdin().is_terminal();
    let manner = lines::DialogueManner {
        asks,
        is_ascii: stdout_is_terminal() && out.manner.charset == Charset::Ascii,
        is_interrupted: &|| asks && device::is_typed(),
        width: &|| stdout_is_terminal().then(|| usize::from(modes::size().width)),
        index: &|| library.index(),
    };
    let mut input: Box<dyn LineSource> = if modes::ability() == Ability::Panes {
        Box::new(TypedLines::of_terminal()?)
    } else if from_terminal {
        let terminal = device::keyboard().try_clone_to_owned()?;
        Box::new(BufReader::new(File::from(terminal)))
    } else {
        Box::new(io::stdin().lock())
    };
    let unsaved = lines::run(app, memory, &manner, &mut *input, out.dialogue())?;
    if let Some(unsaved) = unsaved {
        report::note(&unsaved);
    }
    Ok(ExitCode::SUCCESS)
}

/// A reader whose corpus comes from standard input is typed to at the terminal of the session. Returns whether it
/// is.
fn leave_used_up(everywhere: &Everywhere, citation: &str, needed: &str) -> Result<bool> {
    if !load::takes_standard_input(&everywhere.corpus) || io::stdin().is_terminal() {
        return Ok(false);
    }
    let cited = if citation.is_empty() {
        "2/34-P:7"
    } else {
        citation
    };
    if device::leave_standard_input().is_err() {
        bail!(
            "standard input is the corpus, and there is no terminal for {needed}; \
             `resolut show '{cited}' --corpus -` prints"
        );
    }
    Ok(true)
}

/// What is cited, if anything is.
fn start(library: &Library, citation: &str) -> Result<Option<Resolved>> {
    if citation.is_empty() {
        return Ok(None);
    }
    locate::cited(&library.corpus, citation).map(Some)
}

/// Why there can be no reader here.
fn no_reader() -> Option<&'static str> {
    match modes::ability() {
        Ability::Panes => None,
        Ability::NoTerminal => Some("standard input is no terminal"),
        Ability::Dumb => Some("`TERM` is unset or `dumb`"),
    }
}

/// Reads until the end; the exit code says how that came.
fn open_reader(
    library: Library,
    kept: Recalled,
    start: Option<Resolved>,
    charset: Charset,
    with_mouse: bool,
) -> Result<ExitCode> {
    // The thread that indexes is never waited for, so what it reads lives as long as the program.
    let library: &'static Library = Box::leak(Box::new(library));
    let at_once = library.has_index_at_once();
    let index = at_once.then(|| library.saved_index()).flatten();
    let indexing = index
        .is_none()
        .then(|| -> Indexing { Box::new(|reporter| index_beside(library, reporter)) });
    let (app, memory) = reader(library, kept, index, start);
    let theme = match charset {
        Charset::Unicode => Theme::UNICODE,
        Charset::Ascii => Theme::ASCII,
    };
    let ran = run::run(app, &theme, memory, indexing, with_mouse);
    let (end, unsaved) = ran.context("the reader ended")?;
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
            // As shells say it.
            Ok(u8::try_from(128 + signal).map_or(ExitCode::FAILURE, ExitCode::from))
        }
    }
}

/// What an earlier run left.
struct Recalled {
    store: Store,
    state: State,
    trouble: Option<StoreError>,
}

impl Recalled {
    /// Reads it. The language that was chosen then is chosen again, if none is asked for now and the corpus of
    /// this run has it.
    fn of(library: &Library) -> Self {
        let (store, state, trouble) = Store::open(&keep::state_folder().unwrap_or_default());
        let corpus = &library.corpus;
        if let (None, Some(language)) = (corpus.chosen_language(), &state.language) {
            let _ = corpus.choose_language(language);
        }
        Self {
            store,
            state,
            trouble,
        }
    }
}

/// A reader at `start`, or where it was left; and what it remembers.
fn reader(
    library: &Library,
    kept: Recalled,
    index: Option<Index>,
    start: Option<Resolved>,
) -> (App<'_>, Memory) {
    let Recalled {
        store,
        state,
        trouble,
    } = kept;
    let mut app = App::open(&library.corpus, index.map(Arc::new), None);
    app.recall(&state);
    match start {
        Some(start) => app.begin_at(start),
        None => app.resume(&state),
    }
    if let Some(repeats) = library.corpus.repeats().first() {
        app.tell(Message::Note(repeats.to_string()));
    }
    if let Some(left_out) = library.left_out.first() {
        let reason = with_causes(left_out);
        app.tell(Message::Refusal(match library.left_out.len() {
            1 => format!("left out: {reason}"),
            many => format!("{many} files left out; the first: {reason}"),
        }));
    }
    if let Some(trouble) = &trouble {
        app.tell(Message::Refusal(trouble.to_string()));
    }
    (app, Memory::new(store, state, trouble.as_ref()))
}

/// Hands over the index that is kept of a library. Where there is none, indexes its corpus, hands over what there
/// is, and keeps the whole for the next start.
fn index_beside(library: &Library, reporter: &Reporter) {
    if let Some(index) = library.saved_index() {
        index.prepare();
        reporter.tell(News::Whole(Box::new(index)));
        return;
    }
    let all = library.corpus.resolutions().len().max(1);
    let (began, mut told, mut span) = (Instant::now(), 0, FIRST);
    loop {
        let started = Instant::now();
        let index = Index::build_while(&library.corpus, |read| {
            let percent = u8::try_from(read * 100 / all).unwrap_or(100);
            if percent > told && began.elapsed() > PATIENCE {
                told = percent;
                reporter.tell(News::Progress(percent));
            }
            started.elapsed() < span
        });
        index.prepare();
        if index.is_whole() {
            let kept = library.to_keep(&index);
            reporter.tell(News::Whole(Box::new(index)));
            // The reader finds already while the file is written.
            if let Some(bytes) = kept {
                library.write(&bytes);
            }
            return;
        }
        reporter.tell(News::Part(Box::new(index)));
        span *= LONGER;
    }
}
