//! All state of the reader, and every transition: `App` and its `update`.
//!
//! Nothing here draws, reads or writes. What is shown follows from the state ([`crate::reader::panes`]), what must
//! happen outside comes back as an [`Effect`]. How much there is room for comes in as a [`Viewport`],
//! so that paging and scrolling are decided here and not while drawing.

use std::sync::Arc;

use crate::analysis::actions;
use crate::export::QuoteStyle;
use crate::reader::keep::Mark;
use crate::search::{self, Hit, Index};
use crate::text::corpus::{Corpus, Resolved};
use crate::text::model::{Place, Resolution, ResolutionId};
use crate::text::typeset::page::ReadersNote;

pub mod action;
mod cited;
mod jumps;
pub mod landmarks;
mod languages;
pub mod list;
pub mod outline;
pub mod overlays;
mod reading;
mod recall;
mod seen;
pub mod sessions;
pub mod spans;
pub mod text_pane;
pub mod trail;
pub mod view;

use action::{Action, Effect};
use outline::Outline;
use overlays::asked::AskedLine;
use overlays::lists::stack::ListBeneath;
use sessions::SessionList;
use spans::Spans;
use text_pane::TextPane;
use trail::Trail;
use view::{MEASURE, Viewport};

pub use overlays::Overlay;
pub use reading::pointer::{Pointed, PointedPane};

/// The reader.
///
/// ```
/// use resolut::bundle;
/// use resolut::reader::app::App;
/// use resolut::reader::app::action::Action;
///
/// let corpus = bundle::corpus();
/// let mut app = App::open(&corpus, None, None);
/// app.update(Action::GoToDigit('7'));
/// app.update(Action::Accept);
/// assert_eq!(corpus.cite(app.place()).to_string(), "2/34-P:7");
/// ```
#[derive(Debug)]
pub struct App<'c> {
    corpus: &'c Corpus,
    /// None before the first part of the corpus is indexed.
    finder: Option<search::Finder<'c>>,
    /// How much of the corpus is indexed, in percent, while it is not all.
    indexing: Option<u8>,
    view: Viewport,
    place: Place,
    /// The resolution of `place`.
    open: Arc<Resolution>,
    focus: Pane,
    zoomed: bool,
    /// Whether wordings stand beside each other where there is room for that.
    is_beside: bool,
    sessions: SessionList,
    outline: Outline,
    text_pane: TextPane,
    spans: Spans,
    overlay: Option<Overlay>,
    /// The lists that the open one was opened over, the latest last.
    beneath: Vec<ListBeneath>,
    /// The line that is asked for over all else.
    asked: Option<AskedLine>,
    /// The style of quotations.
    quote_style: QuoteStyle,
    /// The most columns of text.
    measure: u16,
    /// The names of the lists that open in the other one of their orders.
    turned: Vec<String>,
    /// The paragraph that a range was begun at, while it goes on to the current one.
    range: Option<usize>,
    /// What the last citation named, if that was several paragraphs, while one of them is the current one.
    cited: Option<Resolved>,
    search: Option<LastSearch>,
    trail: Trail,
    /// How many times the reader jumped or opened another resolution.
    journey: usize,
    marks: Vec<Mark>,
    /// The marked passages of the open resolution, by their index.
    marked: Vec<usize>,
    /// What was written to them.
    readers_notes: Vec<ReadersNote>,
    /// Marks with a note that were removed, to be set again with it.
    removed: Vec<Mark>,
    /// Past queries of the finder, the latest last.
    queries: Vec<String>,
    message: Option<Message>,
    /// Whether the last key left a list.
    has_left_list: bool,
}

/// The panes, from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Pane {
    /// The session list.
    Sessions,
    /// The outline of the open resolution.
    Outline,
    /// Its text.
    #[default]
    Text,
}

/// The search that `n` and `N` walk.
#[derive(Clone, Debug)]
pub struct LastSearch {
    /// What was typed.
    pub query: String,
    /// The resolution that was open then.
    open: ResolutionId,
    /// The best of what it found: what is highlighted.
    hits: Vec<Hit>,
    /// The paragraphs it found, in corpus order: also those of rows beyond `hits`.
    places: Vec<Place>,
}

/// A message in the last line, gone with the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// Something was done.
    Note(String),
    /// Something could not be done.
    Refusal(String),
}

impl<'c> App<'c> {
    /// A reader opened at `place`, or at the beginning of the corpus.
    ///
    /// # Panics
    /// In a corpus without a resolution; the caller says so instead.
    pub fn open(corpus: &'c Corpus, index: Option<Arc<Index>>, place: Option<Place>) -> Self {
        assert!(corpus.resolutions().len() > 0, "there is something to read");
        let first = corpus
            .sessions()
            .find_map(|id| corpus.resolutions_of(id).first());
        let start = Place::new(first.copied().unwrap_or_default(), 0);
        let mut app = Self {
            corpus,
            indexing: index.is_none().then_some(0),
            finder: index.map(|index| finder(corpus, index)),
            view: Viewport::default(),
            place: start,
            open: corpus.resolution(start.resolution),
            focus: Pane::Text,
            zoomed: false,
            is_beside: false,
            sessions: SessionList::of(corpus),
            outline: Outline::default(),
            text_pane: TextPane::default(),
            spans: Spans::default(),
            overlay: None,
            beneath: Vec::new(),
            asked: None,
            quote_style: QuoteStyle::default(),
            measure: MEASURE,
            turned: Vec::new(),
            range: None,
            cited: None,
            search: None,
            trail: Trail::default(),
            journey: usize::from(place.is_some()),
            marks: Vec::new(),
            marked: Vec::new(),
            readers_notes: Vec::new(),
            removed: Vec::new(),
            queries: Vec::new(),
            message: None,
            has_left_list: false,
        };
        app.show(place.unwrap_or(start), TextPane::jump);
        app
    }

    /// Shows a message until the next key.
    pub fn tell(&mut self, message: Message) {
        self.message = Some(message);
    }

    /// Adds a reservation to the message of what was done, and makes it a refusal.
    pub fn add_to_message(&mut self, but: &str) {
        if let Some(Message::Note(done) | Message::Refusal(done)) = self.message.take() {
            self.refuse(done + but);
        }
    }

    /// Takes the message away: it has been read.
    pub fn dismiss(&mut self) {
        self.message = None;
        self.has_left_list = false;
    }

    /// Notes how much of the corpus is indexed, in percent, while it is not all.
    pub fn note_indexing(&mut self, percent: Option<u8>) {
        self.indexing = percent;
    }

    /// Prepares the index for the first query, while the reader waits for no answer.
    pub fn prepare(&self) {
        if let Some(finder) = &self.finder {
            finder.index().prepare();
        }
    }

    /// Whether anything can be found.
    pub fn has_index(&self) -> bool {
        self.finder.is_some()
    }

    /// Takes the index that the finder uses from now on.
    pub fn take_index(&mut self, index: Index) {
        self.finder = Some(finder(self.corpus, Arc::new(index)));
        if let Some(Overlay::Finder(pane)) = &mut self.overlay {
            pane.look_again();
        }
    }

    /// Applies one action, and returns what must happen outside of the state.
    pub fn update(&mut self, action: Action) -> Option<Effect> {
        self.message = None;
        let has_left_list = std::mem::take(&mut self.has_left_list);
        match action {
            Action::Suspend => return Some(Effect::Suspend),
            Action::Edit(edit) => {
                self.edit(edit);
                return None;
            }
            _ => {}
        }
        if self.asked.is_some() {
            return self.answer(action);
        }
        match &self.overlay {
            // Who leaves one list after the other may press it once too often.
            None if action == Action::Quit && has_left_list => {
                self.refuse("press it once more to leave resolut");
                None
            }
            None => self.read(action),
            Some(Overlay::Finder(_)) => self.find(action),
            Some(Overlay::GoTo(_)) => self.go(action),
            Some(Overlay::List(_)) => self.list(action),
            Some(Overlay::Facts(_)) => {
                self.scroll_facts(action);
                None
            }
            Some(Overlay::Printed(_)) => {
                self.scroll_printed(action);
                None
            }
            Some(Overlay::Help(_)) => {
                self.scroll_help(action);
                None
            }
        }
    }

    fn note(&mut self, text: impl Into<String>) {
        self.message = Some(Message::Note(text.into()));
    }

    fn refuse(&mut self, text: impl Into<String>) {
        self.message = Some(Message::Refusal(text.into()));
    }
}

/// A finder that is asked of acts as well.
fn finder(corpus: &Corpus, index: Arc<Index>) -> search::Finder<'_> {
    search::Finder::new(corpus, index).reading_acts(actions::noted)
}
