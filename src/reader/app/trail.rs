//! The jumps a reader made, to walk back and forward through.

use crate::reader::app::text_pane::Anchor;
use crate::text::model::Place;

/// How many jumps are remembered.
const LONGEST: usize = 100;

/// A place, and how its page stood when it was left, as far as this run knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrailStop {
    /// The place.
    pub place: Place,
    /// The words at the top.
    pub top: Option<Anchor>,
}

/// Places left by a jump, and places come back from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    behind: Vec<TrailStop>,
    ahead: Vec<TrailStop>,
}

impl Trail {
    /// Notes the place that a jump leaves.
    pub fn leave(&mut self, here: TrailStop) {
        self.ahead.clear();
        self.behind.pop_if(|last| last.place == here.place);
        self.behind.push(here);
        let surplus = self.behind.len().saturating_sub(LONGEST);
        self.behind.drain(..surplus);
    }

    /// The place that was left last, if any; `here` is where `forward` leads then.
    pub fn back(&mut self, here: TrailStop) -> Option<TrailStop> {
        let stop = self.behind.pop()?;
        self.ahead.push(here);
        Some(stop)
    }

    /// The place that was come back from last, if any.
    pub fn forward(&mut self, here: TrailStop) -> Option<TrailStop> {
        let stop = self.ahead.pop()?;
        self.behind.push(here);
        Some(stop)
    }

    /// The places behind, the latest last.
    pub fn behind(&self) -> impl Iterator<Item = Place> {
        self.behind.iter().map(|stop| stop.place)
    }

    /// All places, behind and ahead.
    pub fn all(&self) -> impl Iterator<Item = Place> {
        self.behind.iter().chain(&self.ahead).map(|stop| stop.place)
    }

    /// Puts another place where each is. How the page of the former stood says nothing of that.
    pub fn move_each(&mut self, moved: impl Fn(Place) -> Place) {
        for stop in self.behind.iter_mut().chain(&mut self.ahead) {
            let place = moved(stop.place);
            stop.top = stop.top.filter(|_| place == stop.place);
            stop.place = place;
        }
    }

    /// A trail with these places behind.
    pub fn from_behind(behind: impl Iterator<Item = Place>) -> Self {
        let stop = |place| TrailStop { place, top: None };
        Self {
            behind: behind.map(stop).collect(),
            ahead: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::model::ResolutionId;

    fn stop(passage: usize) -> TrailStop {
        let place = Place::new(ResolutionId(0), passage);
        TrailStop { place, top: None }
    }

    #[test]
    fn back_and_forward_undo_each_other() {
        let mut trail = Trail::default();
        trail.leave(stop(1));
        trail.leave(stop(2));
        assert_eq!(trail.back(stop(3)), Some(stop(2)));
        assert_eq!(trail.back(stop(2)), Some(stop(1)));
        assert_eq!(trail.back(stop(1)), None);
        assert_eq!(trail.forward(stop(1)), Some(stop(2)));
        assert_eq!(trail.forward(stop(2)), Some(stop(3)));
        assert_eq!(trail.forward(stop(3)), None);
    }

    #[test]
    fn a_new_jump_forgets_what_was_ahead() {
        let mut trail = Trail::default();
        trail.leave(stop(1));
        trail.back(stop(2));
        trail.leave(stop(1));
        assert_eq!(trail.forward(stop(9)), None);
    }
}
