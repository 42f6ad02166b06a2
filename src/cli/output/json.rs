//! JSON that can be looked at on a terminal: what serde leaves as it is, but a terminal would obey, is
//! escaped as well. So are marks of direction, which else nobody would see.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use crate::text::visible::visible_json;

/// Writes a value on one line.
pub(in crate::cli) fn write(to: impl Write, value: &impl Serialize) -> serde_json::Result<()> {
    value.serialize(&mut Serializer::with_formatter(to, Harmless))
}

/// The JSON of a value, on one line.
pub(in crate::cli) fn text(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    let written = write(&mut bytes, value);
    written.map_or_else(
        |_| String::new(),
        |()| String::from_utf8_lossy(&bytes).into_owned(),
    )
}

/// Writes JSON that comes in whole characters as [`lines`] does.
pub(in crate::cli) struct Harmlessly<W>(pub(in crate::cli) W);

impl<W: Write> Write for Harmlessly<W> {
    fn write(&mut self, json: &[u8]) -> io::Result<usize> {
        lines(&mut self.0, &String::from_utf8_lossy(json))?;
        Ok(json.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Compact JSON in which no control character stands: DEL, C1 and bidirectional controls too.
struct Harmless;

impl Formatter for Harmless {
    fn write_string_fragment<W>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()>
    where
        W: ?Sized + Write,
    {
        escape(writer, fragment)
    }
}

/// Writes JSON that is laid out in lines.
pub(in crate::cli) fn lines<W: Write + ?Sized>(to: &mut W, json: &str) -> io::Result<()> {
    json.split_inclusive('\n').try_for_each(|line| {
        let (line, end) = match line.strip_suffix('\n') {
            Some(line) => (line, "\n"),
            None => (line, ""),
        };
        escape(to, line)?;
        to.write_all(end.as_bytes())
    })
}

fn escape<W: Write + ?Sized>(writer: &mut W, text: &str) -> io::Result<()> {
    writer.write_all(visible_json(text).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_are_escaped_and_come_back() {
        let text = "a\u{1b}[2J \u{7f}\u{9b}31m \u{202e}\u{200e}\u{e0041} “quoted” \"é\"\n";
        let mut json = Vec::new();
        write(&mut json, &text).unwrap();
        let json = String::from_utf8(json).unwrap();
        assert_eq!(
            json,
            r#""a\u001b[2J \u007f\u009b31m \u202e\u200e\udb40\udc41 “quoted” \"é\"\n""#
        );
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
