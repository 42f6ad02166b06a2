//! The jumps a reader made, to walk back and forward through.

use crate::model::Place;

/// As many jumps as are remembered.
const LONGEST: usize = 100;

/// Places left by a jump, and places come back from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    behind: Vec<Place>,
    ahead: Vec<Place>,
}

impl Trail {
    /// Notes the place that a jump leaves.
    pub fn leave(&mut self, place: Place) {
        self.ahead.clear();
        if self.behind.last() != Some(&place) {
            self.behind.push(place);
        }
        let surplus = self.behind.len().saturating_sub(LONGEST);
        self.behind.drain(..surplus);
    }

    /// The place that was left last, if any; `here` is where `forward` leads then.
    pub fn back(&mut self, here: Place) -> Option<Place> {
        let place = self.behind.pop()?;
        self.ahead.push(here);
        Some(place)
    }

    /// The place that was come back from last, if any.
    pub fn forward(&mut self, here: Place) -> Option<Place> {
        let place = self.ahead.pop()?;
        self.behind.push(here);
        Some(place)
    }

    /// The places behind, the latest last.
    pub fn behind(&self) -> &[Place] {
        &self.behind
    }

    /// A trail with these places behind.
    pub fn from_behind(behind: Vec<Place>) -> Self {
        Self {
            behind,
            ahead: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ResolutionId;

    fn place(passage: usize) -> Place {
        Place::new(ResolutionId(0), passage)
    }

    #[test]
    fn back_and_forward_undo_each_other() {
        let mut trail = Trail::default();
        trail.leave(place(1));
        trail.leave(place(2));
        assert_eq!(trail.back(place(3)), Some(place(2)));
        assert_eq!(trail.back(place(2)), Some(place(1)));
        assert_eq!(trail.back(place(1)), None);
        assert_eq!(trail.forward(place(1)), Some(place(2)));
        assert_eq!(trail.forward(place(2)), Some(place(3)));
        assert_eq!(trail.forward(place(3)), None);
    }

    #[test]
    fn a_new_jump_forgets_what_was_ahead() {
        let mut trail = Trail::default();
        trail.leave(place(1));
        trail.back(place(2));
        trail.leave(place(1));
        assert_eq!(trail.forward(place(9)), None);
    }
}
