//! A list that may be longer than its pane: which row is selected, and which is the first in sight.

/// Position in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The selected row.
    pub at: usize,
    /// The first row in sight.
    pub top: usize,
}

/// A way to move in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CursorStep {
    /// Down by this many rows.
    Down(usize),
    /// Up by this many rows.
    Up(usize),
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

/// A way through a text or a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::reader::app) enum Direction {
    Onward,
    Back,
}

impl Cursor {
    /// Moves in a list of `length` rows of which `height` are in sight.
    pub fn step(&mut self, step: CursorStep, length: usize, height: usize) {
        let at = match step {
            CursorStep::Down(rows) => self.at.saturating_add(rows),
            CursorStep::Up(rows) => self.at.saturating_sub(rows),
            CursorStep::First => 0,
            CursorStep::Last => usize::MAX,
        };
        self.select(at, length, height);
    }

    /// Scrolls by rows, down if positive. The selected row comes along where it would leave the sight; it then keeps a
    /// row above it, in which some lists say what it belongs to.
    pub fn scroll(&mut self, rows: isize, length: usize, height: usize) {
        let top = self.top.saturating_add_signed(rows);
        self.top = top.min(length.saturating_sub(height));
        let first = self.top + usize::from(self.top > 0 && height > 1);
        let last = (self.top + height.max(1)).min(length.max(1)) - 1;
        self.at = self.at.max(first).min(last);
    }

    /// Selects a row and brings it into sight. A list that must scroll goes on by half of its height,
    /// so that most moves redraw two rows only.
    pub fn select(&mut self, at: usize, length: usize, height: usize) {
        self.at = at.min(length.saturating_sub(1));
        let half = height / 2;
        if self.at < self.top {
            self.top = (self.at + 1 + half).saturating_sub(height);
        } else if self.at >= self.top + height {
            self.top = self.at.saturating_sub(half);
        }
        self.top = self.top.min(length.saturating_sub(height));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_list_scrolls_by_half_of_its_height() {
        let mut cursor = Cursor::default();
        cursor.select(9, 100, 10);
        assert_eq!(cursor, Cursor { at: 9, top: 0 });
        cursor.step(CursorStep::Down(1), 100, 10);
        assert_eq!(cursor, Cursor { at: 10, top: 5 });
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_selected_row_is_in_sight(at in 0_usize..50, top in 0_usize..50, to in 0_usize..60, length in 0_usize..50, height in 1_usize..20) {
            let mut cursor = Cursor { at, top };
            cursor.select(to, length, height);
            prop_assert!(cursor.at < length.max(1));
            prop_assert!(cursor.top <= cursor.at && cursor.at < cursor.top + height);
        }
    }
}
