//! What the keys do in a list.

mod asking;
mod comparing;
pub(in crate::reader::app) mod stack;

use super::contents::Contents;
use super::list_pane::{ListKind, Titles};
use crate::export::{QuoteStyle, quote};
use crate::reader::app::action::{Action, Edit, Effect};
use crate::reader::app::list::{CursorStep, Direction};
use crate::reader::app::{App, Message, Overlay, Pane};
use crate::text::corpus::DayOrder;
use crate::text::model::Place;

impl App<'_> {
    pub(in crate::reader::app) fn open_marks(&mut self) {
        if self.marks.is_empty() {
            self.refuse("no marks yet: press m to mark a paragraph");
        } else {
            self.open_list(ListKind::Marks);
        }
    }

    /// Lists all resolutions, to be narrowed by words.
    pub(in crate::reader::app) fn open_resolutions(&mut self) {
        let titles = Titles::of(self.corpus, DayOrder::Newest);
        self.open_list(ListKind::Resolutions(titles));
    }

    /// Lists the outline of the open resolution from its selected row on, to be narrowed by words.
    pub(in crate::reader::app) fn open_contents(&mut self) {
        let contents = Contents::of(&self.outline, &self.open, self.place.resolution);
        let selected = self.outline.rows().get(self.outline.cursor().at).copied();
        self.open_list(ListKind::Outline(contents));
        if let (Some((pane, ground)), Some(selected)) = (self.list_pane(), selected) {
            pane.put(selected, &ground);
        }
    }

    /// Lists the styles in which the current paragraph, or all that were cited, can be quoted.
    pub(in crate::reader::app) fn open_quotes(&mut self) {
        let Some(cited) = self.quoted() else {
            self.refuse("this is no paragraph to be quoted");
            return;
        };
        let styles = QuoteStyle::ALL.into_iter();
        let each: Result<Vec<_>, _> = styles
            .map(|style| quote(style, &cited, self.corpus))
            .collect();
        match each {
            Ok(each) => {
                let quotations = each.into_iter().flatten().collect();
                self.open_list(ListKind::Quotes(cited, quotations));
                let style = self.quote_style;
                if let Some((pane, ground)) = self.list_pane() {
                    pane.select_style(style, &ground);
                }
            }
            Err(lost) => self.refuse(lost.to_string()),
        }
    }

    /// Sends the selected quotation; its style is that of all that follow.
    fn send_quotation(&mut self) -> Option<Effect> {
        let Some(Overlay::List(pane)) = self.overlay.take() else {
            return None;
        };
        let ListKind::Quotes(cited, quotations) = pane.listed() else {
            return None;
        };
        let quotation = quotations.get(pane.selected()?)?.clone();
        self.range = None;
        self.choose_quote_style(quotation.style);
        Some(self.sent(quotation, cited))
    }

    /// Changes what narrows a list. Deleting where nothing was typed leaves the prompt.
    pub(super) fn narrow(&mut self, edit: Edit) {
        let Some((pane, ground)) = self.list_pane() else {
            return;
        };
        match pane.prompt() {
            None => {}
            Some(prompt) if edit == Edit::DeleteBack && prompt.text().is_empty() => {
                if pane.is_typing() {
                    pane.widen(&ground);
                } else {
                    self.overlay = None;
                }
            }
            Some(_) => {
                pane.edit(|prompt| prompt.edit(edit), &ground);
                let absent = pane.absent();
                self.message = absent.map(Message::Refusal);
            }
        }
    }

    /// Lists what the last search found.
    pub(in crate::reader::app) fn open_hits(&mut self) {
        match &self.search {
            None => self.refuse("nothing was searched for yet: press / to find"),
            Some(search) if search.hits.is_empty() => {
                let query = search.query.clone();
                self.refuse(format!("nothing found for {query}"));
            }
            Some(search) => {
                let hits = search.hits.clone();
                self.open_list(ListKind::Hits(hits));
            }
        }
    }

    /// Lists where jumps came from, each place once.
    pub(in crate::reader::app) fn open_places(&mut self) {
        let mut latest: Vec<Place> = Vec::new();
        let behind: Vec<Place> = self.trail.behind().collect();
        for place in behind.into_iter().rev() {
            if !latest.contains(&place) {
                latest.push(place);
            }
        }
        if latest.is_empty() {
            self.refuse("no jump yet: press / or : to go somewhere");
        } else {
            self.open_list(ListKind::Places(latest));
        }
    }

    pub(in crate::reader::app) fn list(&mut self, action: Action) -> Option<Effect> {
        let (pane, ground) = self.list_pane()?;
        let height = pane.height(ground.view).max(1);
        let place = pane.place(&ground);
        match action {
            Action::Accept if pane.is_typing() => pane.keep_narrowed(),
            Action::Leave if pane.is_typing() => pane.widen(&ground),
            Action::Filter => pane.narrow(),
            Action::Accept if pane.unfold(&ground) => {}
            Action::Next => pane.step(CursorStep::Down(1), &ground),
            Action::Previous => pane.step(CursorStep::Up(1), &ground),
            Action::NextPage => pane.step(CursorStep::Down(height), &ground),
            Action::PreviousPage => pane.step(CursorStep::Up(height), &ground),
            Action::First => pane.step(CursorStep::First, &ground),
            Action::Last => pane.step(CursorStep::Last, &ground),
            Action::OtherOrder => {
                pane.turn(&ground);
                let (name, _) = pane.said();
                self.choose_order(name);
            }
            Action::OtherHeading => pane.step_to_other_heading(&ground),
            Action::Accept if matches!(pane.listed(), ListKind::Quotes(..)) => {
                return self.send_quotation();
            }
            Action::Accept if place.is_none() && pane.is_of_references() => {
                let refusal = pane.refusal();
                self.message = refusal.map(Message::Refusal);
            }
            Action::Accept => self.accept_row(place),
            Action::Remove => return self.remove_row(),
            Action::Mark => return self.toggle_mark(place?),
            Action::Note => self.ask_note(place?),
            Action::Write => self.ask_file(),
            Action::OtherSide => self.turn_over(),
            Action::Zoom => pane.show_whole_words(&ground),
            Action::ScrollDown => pane.scroll_wordings(1),
            Action::ScrollUp => pane.scroll_wordings(-1),
            Action::NextHit => self.walk_changes(Direction::Onward),
            Action::PreviousHit => self.walk_changes(Direction::Back),
            Action::Beside => self.toggle_beside(),
            Action::NextLanguage => self.set_next_language_beside(),
            Action::CopyParagraph => return self.copy_paragraph(place?),
            Action::References | Action::Actions | Action::Trace | Action::Compare => {
                return self.ask_of_row(action);
            }
            Action::Leave | Action::Quit => self.leave_list(),
            _ => {}
        }
        None
    }

    /// Shows the next change.
    fn walk_changes(&mut self, direction: Direction) {
        let (no, way) = match direction {
            Direction::Onward => ("no further change", "N goes back"),
            Direction::Back => ("no earlier change", "n goes on"),
        };
        if let Some((pane, ground)) = self.list_pane()
            && !pane.walk_changes(direction, &ground)
        {
            self.refuse(format!("{no}: {way}"));
        }
    }

    /// Turns the list over: to the rows of the open resolution, or to all.
    fn turn_over(&mut self) {
        if let Some((pane, ground)) = self.list_pane()
            && let Err(refusal) = pane.turn_to_line(&ground)
        {
            return self.refuse(refusal);
        }
        if let Some((pane, ground)) = self.list_pane()
            && !pane.turn_over(&ground)
        {
            if pane.is_of_wordings() {
                return self.refuse("nothing changed");
            }
            let (name, _) = pane.said();
            let symbol = self.corpus.symbol(self.place.resolution);
            self.refuse(format!(
                "none of the {} is in {symbol}",
                name.to_lowercase()
            ));
        }
    }

    /// Goes where the selected row leads.
    fn accept_row(&mut self, place: Option<Place>) {
        let Some(Overlay::List(pane)) = self.overlay.take() else {
            return;
        };
        self.beneath.clear();
        match (place, pane.listed(), pane.selected()) {
            (Some(place), ListKind::Hits(_), _) => self.jump_to_hit(place),
            (Some(place), ListKind::Languages(_), _) => return self.turn_to(place.resolution),
            (Some(place), ListKind::References(list), Some(row)) => {
                self.jump(place);
                self.choose_referred(list, row);
            }
            (Some(place), ..) => self.jump(place),
            (None, ListKind::Marks, Some(row)) => {
                let gone = format!("{} is no longer here", self.marks[row].at.citation);
                self.refuse(gone);
            }
            (None, ..) => return,
        }
        self.focus = Pane::Text;
    }

    /// Removes the mark of the selected row. The list closes behind the last one.
    fn remove_row(&mut self) -> Option<Effect> {
        let (pane, _) = self.list_pane()?;
        let row = pane
            .selected()
            .filter(|_| *pane.listed() == ListKind::Marks)?;
        self.remove_mark(row);
        match self.list_pane() {
            Some((pane, ground)) if !ground.marks.is_empty() => pane.lay(&ground),
            _ => self.overlay = None,
        }
        Some(Effect::Save)
    }
}
