//! What stands in front of the panes, and what the keys do there.

pub mod acts;
pub mod asked;
pub mod compared;
pub mod contents;
pub mod facts;
pub mod finder;
pub mod list_pane;
pub(super) mod lists;
mod marks;
pub mod preview;
pub mod printed;
pub mod prompt;
pub mod references;
pub mod traced;
pub mod word_diff;
mod writing;

use super::action::{Action, Edit, Effect};
use super::list::CursorStep;
use super::{App, LastSearch};
use crate::search::Match;
use finder::{FinderPane, Ground};
use list_pane::ListPane;
use preview::place_of;
use printed::PrintedPane;
use prompt::Prompt;

/// What stands in front of the panes. There is one at most; lists may be beneath a list.
#[derive(Debug)]
pub enum Overlay {
    /// The finder.
    Finder(Box<FinderPane>),
    /// The prompt for a citation.
    GoTo(Prompt),
    /// A list of places.
    List(Box<ListPane>),
    /// The help card, and its first row in sight.
    Help(usize),
    /// The facts of the open resolution, and their first row in sight.
    Facts(usize),
    /// The lines of the current paragraph in its source.
    Printed(Box<PrintedPane>),
}

impl<'c> App<'c> {
    /// What a finder works on.
    pub(super) fn ground(&mut self) -> Ground<'_, 'c> {
        Ground {
            corpus: self.corpus,
            finder: self.finder.as_mut(),
            open: self.place.resolution,
            view: self.view,
        }
    }

    /// The finder's pane, if it is open, and what it works on.
    pub(super) fn finder_pane(&mut self) -> Option<(&mut FinderPane, Ground<'_, 'c>)> {
        let Some(Overlay::Finder(pane)) = &mut self.overlay else {
            return None;
        };
        let ground = Ground {
            corpus: self.corpus,
            finder: self.finder.as_mut(),
            open: self.place.resolution,
            view: self.view,
        };
        Some((pane, ground))
    }

    /// Types into the prompt that is open, if one is. Deleting in an empty prompt leaves it.
    pub(super) fn edit(&mut self, edit: Edit) {
        if self.asked.is_some() {
            return self.edit_asked(edit);
        }
        let left = match &mut self.overlay {
            Some(Overlay::Finder(finder)) => match edit {
                Edit::Older => {
                    finder.recall_older(&self.queries);
                    false
                }
                Edit::Newer => {
                    finder.recall_newer(&self.queries);
                    false
                }
                edit => {
                    let left = edit == Edit::DeleteBack && finder.prompt().text().is_empty();
                    finder.edit(edit);
                    left
                }
            },
            Some(Overlay::GoTo(prompt)) => {
                let left = edit == Edit::DeleteBack && prompt.text().is_empty();
                prompt.edit(edit);
                left
            }
            Some(Overlay::List(_)) => return self.narrow(edit),
            Some(Overlay::Help(_) | Overlay::Facts(_) | Overlay::Printed(_)) | None => false,
        };
        if left {
            self.overlay = None;
        }
    }

    /// Types a pasted text into the prompt that is open, if one is. In the panes a citation opens the prompt
    /// that goes to it; any other text changes nothing, nor does any in a list.
    pub fn paste(&mut self, text: &str) {
        self.message = None;
        if let Some(asked) = &mut self.asked {
            asked.prompt.paste(text);
            return;
        }
        match &mut self.overlay {
            Some(Overlay::Finder(finder)) => finder.paste(text),
            Some(Overlay::GoTo(prompt)) => {
                prompt.paste(text);
            }
            Some(Overlay::List(pane)) if pane.prompt().is_some() => {
                if let Some((pane, ground)) = self.list_pane() {
                    pane.edit(|prompt| prompt.paste(text), &ground);
                }
            }
            Some(Overlay::List(_) | Overlay::Help(_) | Overlay::Facts(_) | Overlay::Printed(_)) => {
                self.refuse("pasted text has no use here: nothing was changed");
            }
            None => {
                let prompt = Prompt::with_pasted(text);
                match prompt.filter(|prompt| self.cited(prompt).is_some()) {
                    Some(prompt) => self.overlay = Some(Overlay::GoTo(prompt)),
                    None => self.refuse("pasted text is no citation: nothing was changed"),
                }
            }
        }
    }

    /// Answers what has been typed since the last time: once before each frame is enough.
    pub fn settle(&mut self) {
        if let Some((pane, mut ground)) = self.finder_pane() {
            pane.settle(&mut ground);
        }
    }

    pub(super) fn find(&mut self, action: Action) -> Option<Effect> {
        let rows = self.view.list.saturating_sub(1).max(1);
        let (pane, mut ground) = self.finder_pane()?;
        match action {
            Action::Next => pane.step(CursorStep::Down(1), &mut ground),
            Action::Previous => pane.step(CursorStep::Up(1), &mut ground),
            Action::NextPage => pane.step(CursorStep::Down(rows), &mut ground),
            Action::PreviousPage => pane.step(CursorStep::Up(rows), &mut ground),
            Action::OpenSame => pane.open_same(&mut ground),
            Action::Accept => self.accept_hit(),
            Action::Leave | Action::Quit => self.overlay = None,
            _ => {}
        }
        None
    }

    fn accept_hit(&mut self) {
        let Some((pane, mut ground)) = self.finder_pane() else {
            return;
        };
        pane.settle(&mut ground);
        let query = pane.prompt().text().trim().to_owned();
        let refusal = pane.refusal().map(str::to_owned);
        let asks = pane.asks(ground.open);
        let chosen = pane.selected().filter(|_| refusal.is_none() && asks);
        let refusal = refusal.or_else(|| pane.absent());
        let instead = pane.findings().instead.as_deref();
        let nothing = match instead {
            Some(instead) => format!("nothing found for {query}: {instead}"),
            None => format!("nothing found for {query}"),
        };
        let chosen = chosen.map(|hit| (hit.by, place_of(hit.subject, ground.corpus)));
        let (hits, places) = match chosen {
            Some(_) => pane.walk(&mut ground),
            None => (Vec::new(), Vec::new()),
        };
        self.overlay = None;
        if query.is_empty() {
            return;
        }
        // Where nothing was found this search is walked all the same, not an older one.
        self.search = Some(LastSearch {
            query: query.clone(),
            open: self.place.resolution,
            hits,
            places,
        });
        self.highlight_hits();
        let Some((by, target)) = chosen else {
            self.refuse(refusal.unwrap_or(nothing));
            return;
        };
        self.queries.retain(|earlier| *earlier != query);
        self.queries.push(query.clone());
        match target {
            Some(place) if by == Match::Citation => self.jump_to_cited(place, &query),
            Some(place) => self.jump_to_hit(place),
            None => {}
        }
        self.focus = super::Pane::Text;
    }

    pub(super) fn go(&mut self, action: Action) -> Option<Effect> {
        match action {
            Action::Leave | Action::Quit => self.overlay = None,
            Action::Accept => {
                let Some(Overlay::GoTo(prompt)) = self.overlay.take() else {
                    return None;
                };
                let typed = prompt.text().trim();
                match command(typed) {
                    _ if typed.is_empty() => {}
                    Some(action) if self.cited(&prompt).is_none() => return self.read(action),
                    _ => self.go_to(typed),
                }
            }
            _ => {}
        }
        None
    }

    pub(super) fn scroll_help(&mut self, action: Action) {
        let Some(Overlay::Help(top)) = &mut self.overlay else {
            return;
        };
        // The first row of a page that is no first one is the heading that it stands under.
        let page = self.view.help.saturating_sub(1).max(1);
        match scrolled(*top, action, page, self.view.last_of_help()) {
            Some(to) => *top = to,
            None => self.overlay = None,
        }
    }
}

/// The first row in sight of a card of rows behind an action, where `page` rows are in sight and `last` is
/// the lowest such row; none where the action leaves the card.
pub(super) fn scrolled(top: usize, action: Action, page: usize, last: usize) -> Option<usize> {
    let to = match action {
        Action::Next => top + 1,
        Action::Previous => top.saturating_sub(1),
        Action::NextPage => top + page,
        Action::PreviousPage => top.saturating_sub(page),
        Action::First => 0,
        Action::Last => last,
        _ => return None,
    };
    Some(to.min(last))
}

/// What is meant by a word behind the colon in `vi`, `less` and their kin, where it is no place.
fn command(typed: &str) -> Option<Action> {
    Some(match typed.to_ascii_lowercase().as_str() {
        "q" | "q!" | "qa" | "quit" | "exit" | "x" | "wq" => Action::Quit,
        "h" | "help" | "?" => Action::Help,
        _ => return None,
    })
}
