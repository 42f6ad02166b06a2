//! What is written to the terminal, with its cursor and pen followed along.
//!
//! Only what every terminal but a dumb one has: CUP, CUF, CUB, CR, LF, BS, EL, DECSTBM, LF and RI at the
//! edge of a region, SGR. After the last column and after a glyph of unsure width the column is unknown,
//! and only moves that do not need it are made.

use ratatui::buffer::Cell;

use super::glyph;
use super::pen::Pen;
use super::scroll::Moved;

/// Where the terminal's cursor is, as far as we can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Cell(usize, usize),
    Row(usize),
    Lost,
}

/// The bytes of a frame, and the state in which they leave the terminal.
#[derive(Clone, Debug)]
pub(super) struct Brush {
    pub(super) out: Vec<u8>,
    pen: Pen,
    at: At,
    /// The rows that scroll, if not all do. They stay so from frame to frame: a text that is scrolled
    /// line by line tells them once.
    region: Option<(usize, usize)>,
    width: usize,
}

impl Brush {
    pub(super) const fn new(width: usize) -> Self {
        Self {
            out: Vec::new(),
            pen: Pen::PLAIN,
            at: At::Lost,
            region: None,
            width,
        }
    }

    /// Erases the screen, whatever the terminal was doing.
    pub(super) fn clear(&mut self) {
        self.out.extend_from_slice(b"\x1b[m\x1b[r\x1b[H\x1b[J");
        (self.pen, self.at) = (Pen::PLAIN, At::Cell(0, 0));
        self.region = None;
    }

    pub(super) const fn region(&self) -> Option<(usize, usize)> {
        self.region
    }

    /// The column of the cursor in a row, where it is known.
    pub(super) const fn column_in(&self, row: usize) -> Option<usize> {
        match self.at {
            At::Cell(x, y) if y == row => Some(x),
            _ => None,
        }
    }

    pub(super) const fn pen(&self) -> Pen {
        self.pen
    }

    /// Moves the cursor the cheapest way.
    pub(super) fn go(&mut self, x: usize, y: usize) {
        if self.at != At::Cell(x, y) {
            let start = self.out.len();
            self.jump(x, y);
            let other = self.out.len();
            self.walk(x, y);
            if self.out.len() > other {
                self.keep_shorter(start, other);
            }
            self.at = At::Cell(x, y);
        }
    }

    /// The bytes that [`Brush::go`] would take.
    pub(super) fn cost_of_going(&mut self, x: usize, y: usize) -> usize {
        let (start, at) = (self.out.len(), self.at);
        self.go(x, y);
        let cost = self.out.len() - start;
        self.out.truncate(start);
        self.at = at;
        cost
    }

    fn jump(&mut self, x: usize, y: usize) {
        match (x, y) {
            (0, 0) => self.send(&[], b'H'),
            (0, _) => self.send(&[y + 1], b'H'),
            (_, 0) => self.send(&[0, x + 1], b'H'),
            _ => self.send(&[y + 1, x + 1], b'H'),
        }
    }

    /// Moves along the row or to one of the next rows; writes nothing where that cannot be.
    fn walk(&mut self, x: usize, y: usize) {
        let (from, row) = match self.at {
            At::Cell(from, row) => (Some(from), row),
            At::Row(row) => (None, row),
            At::Lost => return,
        };
        let Some(down) = y.checked_sub(row).filter(|&down| down <= 6) else {
            return;
        };
        if self.region.is_some_and(|(_, bottom)| y > bottom) {
            // At the bottom of the region a line feed would scroll, and not all agree on those below it.
            return;
        }
        self.out.extend(std::iter::repeat_n(b'\n', down));
        let start = self.out.len();
        self.out.push(b'\r');
        self.forward(x);
        let Some(from) = from else { return };
        let other = self.out.len();
        match from.checked_sub(x) {
            None => self.forward(x - from),
            Some(back) if back <= 3 => self.out.extend(std::iter::repeat_n(8, back)),
            Some(back) => self.send(&[back], b'D'),
        }
        self.keep_shorter(start, other);
    }

    /// Of the bytes from `start` and those from `other` to the end, which do the same, keeps the shorter:
    /// the latter, if they are as long.
    fn keep_shorter(&mut self, start: usize, other: usize) {
        if self.out.len() - other > other - start {
            self.out.truncate(other);
        } else {
            self.out.drain(start..other);
        }
    }

    fn forward(&mut self, columns: usize) {
        match columns {
            0 => {}
            1 => self.send(&[], b'C'),
            _ => self.send(&[columns], b'C'),
        }
    }

    /// Prints a cell where the cursor stands; `width` is the symbol's.
    pub(super) fn print(&mut self, cell: &Cell, width: usize) {
        if !(glyph::is_erased(cell) && self.pen.erases_plainly()) {
            self.take(Pen::of(cell));
        }
        self.print_again(cell, width);
    }

    /// Prints a cell in the pen in hand.
    pub(super) fn print_again(&mut self, cell: &Cell, width: usize) {
        self.out.extend_from_slice(cell.symbol().as_bytes());
        self.at = match self.at {
            _ if !glyph::steady(cell.symbol()) => At::Lost,
            At::Cell(x, y) if x + width < self.width => At::Cell(x + width, y),
            At::Cell(_, y) => At::Row(y),
            at => at,
        };
    }

    /// Forgets where the cursor is.
    pub(super) const fn lose_cursor(&mut self) {
        self.at = At::Lost;
    }

    /// Prints blanks in the style of a cell.
    pub(super) fn print_blanks(&mut self, cell: &Cell, count: usize) {
        let mut blank = cell.clone();
        blank.set_symbol(" ");
        for _ in 0..count {
            self.print(&blank, 1);
        }
    }

    /// Erases from the cursor to the end of its row.
    pub(super) fn erase_row(&mut self) {
        self.take_erasing_pen();
        self.out.extend_from_slice(b"\x1b[K");
    }

    /// Scrolls rows of the screen.
    pub(super) fn scroll(&mut self, moved: Moved) {
        self.take_erasing_pen();
        let Moved { top, bottom, by } = moved;
        if self.region != Some((top, bottom)) {
            self.send(&[top + 1, bottom + 1], b'r');
            self.region = Some((top, bottom));
            // Terminals do not agree which home the cursor goes to: the region's or the screen's.
            self.at = if top == 0 { At::Cell(0, 0) } else { At::Lost };
        }
        let (edge, line) = if by > 0 {
            (bottom, b"\n".as_slice())
        } else {
            (top, b"\x1bM".as_slice())
        };
        if !matches!(self.at, At::Cell(_, row) | At::Row(row) if row == edge) {
            self.go(0, edge);
        }
        for _ in 0..by.unsigned_abs() {
            self.out.extend_from_slice(line);
        }
    }

    /// Writes a control sequence; a parameter of 0 is left out.
    fn send(&mut self, parameters: &[usize], last: u8) {
        self.out.extend_from_slice(b"\x1b[");
        for (position, &parameter) in parameters.iter().enumerate() {
            if position > 0 {
                self.out.push(b';');
            }
            let mut unit = 1000;
            while unit > 0 {
                if parameter >= unit {
                    self.out.push(b"0123456789"[parameter / unit % 10]);
                }
                unit /= 10;
            }
        }
        self.out.push(last);
    }

    fn take(&mut self, pen: Pen) {
        self.pen.change(pen, &mut self.out);
        self.pen = pen;
    }

    fn take_erasing_pen(&mut self) {
        if !self.pen.erases_plainly() {
            self.take(Pen::PLAIN);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(width: usize, paint: impl Fn(&mut Brush)) -> String {
        let mut brush = Brush::new(width);
        brush.at = At::Cell(0, 0);
        paint(&mut brush);
        String::from_utf8(brush.out).unwrap().replace('\u{1b}', "^")
    }

    fn print(brush: &mut Brush, text: &str) {
        for letter in text.chars() {
            brush.print(&Cell::from(letter), 1);
        }
    }

    #[test]
    fn the_cheapest_move_is_taken() {
        let table = [
            ((0, 0), (0, 0), ""),
            ((5, 1), (0, 0), "^[H"),
            ((5, 1), (6, 1), "^[C"),
            ((5, 1), (25, 1), "^[20C"),
            ((5, 1), (3, 1), "\u{8}\u{8}"),
            ((50, 1), (40, 1), "^[10D"),
            ((50, 1), (0, 1), "\r"),
            ((50, 1), (2, 1), "^[48D"),
            ((120, 1), (2, 1), "\r^[2C"),
            ((50, 1), (50, 4), "\n\n\n"),
            ((50, 1), (0, 2), "\n\r"),
            ((50, 1), (30, 2), "\n^[20D"),
            ((50, 20), (30, 0), "^[;31H"),
            ((50, 20), (0, 10), "^[11H"),
            ((50, 20), (7, 10), "^[11;8H"),
        ];
        for (from, (x, y), want) in table {
            let went = bytes(80, |brush| {
                brush.at = At::Cell(from.0, from.1);
                brush.go(x, y);
            });
            assert_eq!(went, want, "{from:?} {x},{y}");
        }
    }

    #[test]
    fn a_region_is_told_once_and_no_line_feed_leaves_it() {
        let moved = |top, bottom, by| Moved { top, bottom, by };
        let went = bytes(80, |brush| {
            brush.scroll(moved(2, 22, 1));
            print(brush, "a");
            brush.scroll(moved(2, 22, 2));
            brush.go(1, 23);
            brush.scroll(moved(2, 22, -1));
            brush.go(0, 3);
        });
        assert_eq!(went, "^[3;23r^[23H\na\n\n^[24;2H^[3H^M\n");
    }

    #[test]
    fn after_the_last_column_no_move_starts_from_a_column() {
        let went = bytes(4, |brush| {
            print(brush, "abcd");
            brush.go(3, 0);
            print(brush, "x");
            brush.go(2, 1);
        });
        assert_eq!(went, "abcd\r^[3Cx\n\r^[2C");
    }

    #[test]
    fn after_an_unsure_glyph_the_move_is_absolute() {
        let went = bytes(80, |brush| {
            print(brush, "🕊");
            brush.go(0, 0);
            print(brush, "🕊");
            brush.go(0, 1);
        });
        assert_eq!(went, "🕊^[H🕊^[2H");
    }
}
