//! Moving about in the panes, with nothing in front of them.

use super::action::{Action, Effect};
use super::landmarks::Landmark;
use super::list::{CursorStep, Direction};
use super::overlays::finder::FinderPane;
use super::overlays::prompt::Prompt;
use super::sessions::SessionRow;
use super::{App, Overlay, Pane};
use crate::text::model::{Place, ResolutionId};

pub(super) mod pointer;
mod steps;

impl App<'_> {
    pub(super) fn read(&mut self, action: Action) -> Option<Effect> {
        match action {
            Action::Next => self.step(CursorStep::Down(1)),
            Action::Previous => self.step(CursorStep::Up(1)),
            Action::First => self.step(CursorStep::First),
            Action::Last => self.step(CursorStep::Last),
            Action::NextPage => self.page(Direction::Onward, 1),
            Action::PreviousPage => self.page(Direction::Back, 1),
            Action::NextHalfPage => self.page(Direction::Onward, 2),
            Action::PreviousHalfPage => self.page(Direction::Back, 2),
            Action::ScrollDown => self.scroll(1),
            Action::ScrollUp => self.scroll(-1),
            Action::NextPane => self.focus_on(self.focus.next()),
            Action::PreviousPane => self.focus_on(self.focus.previous()),
            Action::PaneRight => self.focus_on(self.focus.right()),
            Action::PaneLeft => self.focus_on(self.focus.left()),
            Action::Open => self.open_selected(),
            Action::NextResolution => self.turn(Direction::Onward),
            Action::PreviousResolution => self.turn(Direction::Back),
            Action::NextLandmark => self.skip(Landmark::PartOrHeading, Direction::Onward),
            Action::PreviousLandmark => self.skip(Landmark::PartOrHeading, Direction::Back),
            Action::NextLanguage => self.other_language(),
            Action::Beside => self.set_languages_beside(),
            Action::Find => self.open_finder(""),
            Action::FindHere if self.focus == Pane::Sessions => self.open_resolutions(),
            Action::FindHere if self.focus == Pane::Outline => self.open_contents(),
            Action::FindHere => self.open_finder("in:. "),
            Action::NextHit => self.walk_hits(Direction::Onward),
            Action::PreviousHit => self.walk_hits(Direction::Back),
            Action::GoTo => self.overlay = Some(Overlay::GoTo(Prompt::default())),
            Action::GoToDigit(digit) => {
                self.overlay = Some(Overlay::GoTo(Prompt::with(&digit.to_string())));
            }
            Action::Back => match self.trail.back(self.stop()) {
                Some(stop) => self.come_back(stop),
                None => self.refuse("no jump to go back to"),
            },
            Action::Forward => match self.trail.forward(self.stop()) {
                Some(stop) => self.come_back(stop),
                None => self.refuse("no jump to go forward to"),
            },
            Action::Mark => return self.toggle_mark(self.place),
            Action::Marks => self.open_marks(),
            Action::Note => self.ask_note(self.place),
            Action::Hits => self.open_hits(),
            Action::Places => self.open_places(),
            Action::CopyParagraph => return self.copy_cited(),
            Action::CopyCitation => return Some(self.copy_citation()),
            Action::Quote => self.open_quotes(),
            Action::References => self.open_references(),
            Action::Actions => self.open_acts(),
            Action::Trace => self.open_trace(),
            Action::Compare => self.ask_compared(),
            Action::Range => self.toggle_range(),
            Action::Zoom => {
                self.zoomed = !self.zoomed;
                self.focus = Pane::Text;
                self.lay();
            }
            Action::Narrower | Action::Wider => return self.change_measure(action),
            Action::Facts => self.open_facts(),
            Action::Printed => self.open_printed(),
            Action::Help => self.overlay = Some(Overlay::Help(0)),
            Action::Quit => return Some(Effect::Quit),
            Action::OpenSame
            | Action::OtherOrder
            | Action::Filter
            | Action::OtherSide
            | Action::Write
            | Action::OtherHeading
            | Action::Suspend
            | Action::Accept
            | Action::Leave
            | Action::Remove
            | Action::Edit(_) => {}
        }
        None
    }

    fn focus_on(&mut self, pane: Pane) {
        if self.zoomed && pane != Pane::Text {
            self.zoomed = false;
            self.lay();
        }
        self.focus = pane;
    }

    fn open_selected(&mut self) {
        match (self.focus, self.sessions.selected()) {
            (Pane::Sessions, Some(SessionRow::Session(id))) => {
                self.sessions.toggle(self.corpus, id, self.view.sessions);
            }
            (Pane::Sessions, Some(SessionRow::Resolution(id))) => {
                if id != self.place.resolution {
                    self.jump(Place::new(id, 0));
                }
                self.focus = Pane::Outline;
            }
            (Pane::Sessions, None) => {}
            (Pane::Outline, _) if self.outline.toggle(self.view.outline) => {
                self.outline.select(self.place.index(), self.view.outline);
            }
            (Pane::Outline, _) => self.focus = Pane::Text,
            (Pane::Text, _) => self.page(Direction::Onward, 1),
        }
    }

    /// Opens the next or previous resolution, over the borders of sessions.
    fn turn(&mut self, direction: Direction) {
        let listed: Vec<ResolutionId> = self
            .corpus
            .sessions()
            .flat_map(|id| self.corpus.resolutions_of(id))
            .copied()
            .collect();
        let open = self.corpus.shown(self.place.resolution);
        let here = listed.iter().position(|id| *id == open);
        let there = here.and_then(|here| match direction {
            Direction::Onward => listed.get(here + 1),
            Direction::Back => listed.get(here.checked_sub(1)?),
        });
        match (there, direction) {
            (Some(&id), _) => self.jump(Place::new(id, 0)),
            (None, Direction::Onward) => self.refuse("this is the last resolution"),
            (None, Direction::Back) => self.refuse("this is the first resolution"),
        }
    }

    fn open_finder(&mut self, query: &str) {
        self.overlay = Some(Overlay::Finder(Box::new(FinderPane::with(query))));
    }

    /// Goes to the next hit or the previous one; behind the last comes the first.
    fn walk_hits(&mut self, direction: Direction) {
        let Some(search) = &self.search else {
            self.refuse("nothing was searched for yet: press / to find");
            return;
        };
        let places = &search.places;
        let paragraph = self.resolution().paragraph_of(self.place.index());
        let here = Place::new(self.place.resolution, paragraph);
        let (position, wrapped) = match direction {
            Direction::Onward => {
                let after = places.partition_point(|place| *place <= here);
                let wrapped = (after == places.len()).then_some(", from the top");
                (after % places.len().max(1), wrapped)
            }
            Direction::Back => {
                let before = places.partition_point(|place| *place < here);
                let last = places.len().saturating_sub(1);
                let wrapped = (before == 0).then_some(", from the end");
                (before.checked_sub(1).unwrap_or(last), wrapped)
            }
        };
        let Some(&place) = places.get(position) else {
            let nothing = if search.hits.is_empty() {
                "nothing"
            } else {
                "no paragraph was"
            };
            self.refuse(format!("{nothing} found for {}", search.query));
            return;
        };
        let note = format!(
            "hit {} of {} for {}{}",
            position + 1,
            places.len(),
            search.query,
            wrapped.unwrap_or_default()
        );
        self.jump_to_hit(place);
        self.note(note);
    }
}

impl Pane {
    fn next(self) -> Self {
        match self {
            Self::Sessions => Self::Outline,
            Self::Outline => Self::Text,
            Self::Text => Self::Sessions,
        }
    }

    fn previous(self) -> Self {
        self.next().next()
    }

    fn right(self) -> Self {
        match self {
            Self::Sessions => Self::Outline,
            Self::Outline | Self::Text => Self::Text,
        }
    }

    fn left(self) -> Self {
        match self {
            Self::Text => Self::Outline,
            Self::Outline | Self::Sessions => Self::Sessions,
        }
    }
}
