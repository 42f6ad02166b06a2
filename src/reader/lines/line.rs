//! Where lines come from: standard input, line by line, or a person ([`super::typed`]).

use std::io::{self, BufRead, ErrorKind, Write};

/// Where lines come from.
pub trait LineSource {
    /// Asks for the next line, and returns it without the blanks around it; none at the end, or when the terminal is
    /// gone.
    ///
    /// # Errors
    /// Nothing can be printed any more.
    fn next_line(&mut self, prompt: &str, output: &mut dyn Write) -> io::Result<Option<String>>;

    /// Whether there is more already that the next line begins with.
    fn is_ahead(&self) -> bool {
        false
    }
}

/// Lines that are only read: what is typed, the terminal shows.
impl<R: BufRead> LineSource for R {
    fn next_line(&mut self, prompt: &str, output: &mut dyn Write) -> io::Result<Option<String>> {
        output.write_all(prompt.as_bytes())?;
        output.flush()?;
        Ok(read(self))
    }
}

/// The most bytes of a line that are read; what goes beyond is passed over. No command is longer.
const LONGEST: usize = 400;

/// The next line without the blanks around it.
fn read(input: &mut impl BufRead) -> Option<String> {
    let mut line = Vec::new();
    let mut begun = false;
    loop {
        let bytes = match input.fill_buf() {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(_) => return None,
        };
        if bytes.is_empty() && !begun {
            return None;
        }
        begun = true;
        let end = bytes.iter().position(|&byte| byte == b'\n');
        let taken = bytes.get(..end.unwrap_or(bytes.len())).unwrap_or_default();
        let room = LONGEST.saturating_sub(line.len());
        line.extend_from_slice(taken.get(..room).unwrap_or(taken));
        let (used, last) = (end.map_or(bytes.len(), |end| end + 1), bytes.is_empty());
        input.consume(used);
        if end.is_some() || last {
            return Some(words(&line));
        }
    }
}

/// The line as text, controls as blanks: an arrow key on a line without editing leaves `ESC [ A`.
fn words(line: &[u8]) -> String {
    let text = String::from_utf8_lossy(line);
    let text: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(mut input: &[u8]) -> Vec<String> {
        std::iter::from_fn(|| read(&mut input)).collect()
    }

    #[test]
    fn lines_end_at_their_line_feed_or_with_the_input() {
        assert_eq!(lines(b" next\r\n\n7"), ["next", "", "7"]);
        assert_eq!(lines(b""), [""; 0]);
    }

    #[test]
    fn a_long_line_is_passed_over_to_its_end() {
        let long = [&b"x".repeat(1 << 20)[..], b"\nnext\n"].concat();
        let read = lines(&long);
        assert_eq!((read[0].len(), read[1].as_str()), (LONGEST, "next"));
    }

    #[test]
    fn what_is_no_text_is_no_danger() {
        assert_eq!(lines(b"a\x1b[2J\xff\n"), ["a [2J\u{fffd}"]);
    }
}
