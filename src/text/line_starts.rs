//! In which line of a text a byte stands.

use memchr::memchr_iter;

/// Where the lines of a text begin, in bytes.
#[derive(Debug)]
pub(crate) struct LineStarts(Vec<usize>);

impl LineStarts {
    pub(crate) fn of(text: &str) -> Self {
        let ends = memchr_iter(b'\n', text.as_bytes());
        Self(std::iter::once(0).chain(ends.map(|end| end + 1)).collect())
    }

    /// The line of a byte, from 1; a line feed is the last of its line.
    pub(crate) fn line_of(&self, byte: usize) -> u32 {
        u32::try_from(self.begun(byte)).unwrap_or(u32::MAX)
    }

    /// Where the line of a byte begins.
    pub(crate) fn start_of(&self, byte: usize) -> usize {
        self.0[self.begun(byte) - 1]
    }

    /// How many lines begin at a byte or before it: the first at any.
    fn begun(&self, byte: usize) -> usize {
        self.0.partition_point(|&start| start <= byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_reaches_to_its_line_feed() {
        let starts = LineStarts::of("a\n\nbc");
        let lines: Vec<_> = (0..6).map(|byte| starts.line_of(byte)).collect();
        assert_eq!(lines, [1, 1, 2, 3, 3, 3]);
        assert_eq!([1, 2, 4].map(|byte| starts.start_of(byte)), [0, 2, 3]);
        assert_eq!(LineStarts::of("").line_of(0), 1);
    }
}
