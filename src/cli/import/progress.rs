//! How far an import is, as one line on a terminal that is written anew.
//!
//! The clock is looked at between two files: there is nothing to tell while none is done. Nothing is told in the first
//! half second, and no more than five times a second after that.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use rustix::termios::tcgetwinsize;

use crate::cli::output::Charset;
use crate::import::collection::figures;
use crate::tty::modes;

const FIRST: Duration = Duration::from_millis(500);
const PAUSE: Duration = Duration::from_millis(200);

pub(super) struct Progress {
    is_shown: bool,
    charset: Charset,
    begun: Instant,
    /// When it may be told next, since the beginning.
    next: Duration,
    /// The columns of the line that stands on the screen.
    columns: usize,
    files: [usize; 2],
    bytes: [u64; 2],
}

impl Progress {
    /// Nothing of so many files and bytes is done.
    pub(super) fn new(files: usize, bytes: u64, is_wanted: bool, charset: Charset) -> Self {
        Self {
            is_shown: is_wanted && io::stderr().is_terminal() && !modes::is_dumb(),
            charset,
            begun: Instant::now(),
            next: FIRST,
            columns: 0,
            files: [0, files],
            bytes: [0, bytes],
        }
    }

    /// One more file is done.
    pub(super) fn advance(&mut self, bytes: u64) {
        self.files[0] += 1;
        self.bytes[0] += bytes;
        if !self.is_shown {
            return;
        }
        let passed = self.begun.elapsed();
        if self.files[0] < self.files[1] && self.is_due(passed) {
            let line = line(self.files, self.bytes, passed);
            self.show(&match self.charset {
                Charset::Unicode => line,
                Charset::Ascii => line.replace(" ·", ","),
            });
        }
    }

    /// Whether it is to be told again, so long after the beginning.
    fn is_due(&mut self, passed: Duration) -> bool {
        let is_due = passed >= self.next;
        if is_due {
            self.next = passed + PAUSE;
        }
        is_due
    }

    /// Takes the line off the screen.
    pub(super) fn finish(&mut self) {
        if self.columns > 0 {
            self.show("");
        }
    }

    /// Where nobody looks any more, there is nobody to tell.
    fn show(&mut self, line: &str) {
        let screen = tcgetwinsize(io::stderr()).map_or(0, |size| usize::from(size.ws_col));
        // In the last column the cursor may go on to the next row.
        let room = screen.checked_sub(1).unwrap_or(usize::MAX);
        let line: String = line.chars().take(room).collect();
        let columns = line.chars().count();
        let over = " ".repeat(self.columns.saturating_sub(columns));
        let end = if line.is_empty() { "\r" } else { "" };
        let _ = io::stderr()
            .lock()
            .write_all(format!("\r{line}{over}{end}").as_bytes());
        self.columns = columns;
    }
}

/// `read 1,830 of 4,226 · 43 % · 61 MB/s · 2 s left`
fn line([done, files]: [usize; 2], [read, bytes]: [u64; 2], passed: Duration) -> String {
    let millis = u64::try_from(passed.as_millis()).unwrap_or(u64::MAX).max(1);
    let left = (bytes - read.min(bytes)).saturating_mul(millis) / read.max(1);
    format!(
        "read {} of {} · {} % · {} MB/s · {} s left",
        figures(done),
        figures(files),
        done * 100 / files.max(1),
        read / millis / 1000,
        left.div_ceil(1000),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_told_at_first_and_then_no_more_than_five_times_a_second() {
        let mut progress = Progress::new(9, 9, true, Charset::Unicode);
        let told = [10, 499, 700, 710, 899, 900, 1100, 5000, 5100];
        let told = told.map(|millis| progress.is_due(Duration::from_millis(millis)));
        let want = [false, false, true, false, false, true, true, true, false];
        assert_eq!(told, want);
    }

    #[test]
    fn a_line_tells_files_percent_speed_and_time_left() {
        assert_eq!(
            line(
                [1830, 4226],
                [61_000_000, 147_000_000],
                Duration::from_secs(1)
            ),
            "read 1,830 of 4,226 · 43 % · 61 MB/s · 2 s left"
        );
        let nothing = line([0, 0], [0, 0], Duration::ZERO);
        assert_eq!(nothing, "read 0 of 0 · 0 % · 0 MB/s · 0 s left");
    }
}
