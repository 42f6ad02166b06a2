//! Talk: errors and notes, on standard error.
//!
//! An error is one sentence with its causes, each once. A citation that can't be read stands below it
//! with a caret under the column; a hint stands alone, after a blank line.

use std::borrow::Cow;
use std::io::{self, Write};

use super::outcome::Outcome;
use crate::text::corpus::CitationError;
use crate::text::map::Set;
use crate::text::visible::visible;

/// How many characters of what was typed or read stand in a message at most.
const LITERAL: usize = 240;

/// How many characters a line of talk has at most.
const LINE: usize = 1200;

/// How many characters of a citation stand around the caret.
const POINTED: usize = 76;

/// An error with what it means for the exit code, and what to do next.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub(super) struct Advised {
    pub(super) message: String,
    pub(super) hint: Option<String>,
    pub(super) outcome: Outcome,
}

/// Says what went wrong; gives back what the program ends with.
pub(super) fn error(error: &anyhow::Error) -> Outcome {
    let mut lines = vec![measured(&format!("resolut: {error:#}"))];
    if let Some(CitationError::Parse(error)) = error.downcast_ref() {
        lines.push(String::new());
        lines.extend(pointed(&error.pointed()));
    }
    let advised = error.downcast_ref::<Advised>();
    if let Some(hint) = advised.and_then(|advised| advised.hint.as_deref()) {
        lines.push(String::new());
        lines.push(measured(&format!("hint: {hint}")));
    }
    write(&lines);
    advised.map_or(Outcome::Faulty, |advised| advised.outcome)
}

/// Says what went wrong, one after the other and the same once; gives back the worst that the program can end
/// with.
pub(super) fn errors(errors: &[anyhow::Error]) -> Outcome {
    let (mut worst, mut said) = (Outcome::Found, Set::default());
    for each in errors {
        if said.insert(format!("{each:#}")) {
            worst = worst.max(error(each));
        }
    }
    worst
}

/// Says something that is no error.
pub(super) fn note(text: &str) {
    write(&[measured(&format!("resolut: {text}"))]);
}

/// Says several lines.
pub(super) fn say(text: &str) {
    write(&text.lines().map(measured).collect::<Vec<_>>());
}

/// A line of talk: its controls visible, so that a name in it forges no other line, and what was typed or
/// read cut in its middle where it is long.
pub(super) fn measured(line: &str) -> String {
    let line = visible(line);
    let literals: Vec<_> = line.split('`').map(|part| cut(part, LITERAL)).collect();
    cut(&literals.join("`"), LINE).into_owned()
}

/// A text cut to `most` characters: its beginning and its end.
fn cut(text: &str, most: usize) -> Cow<'_, str> {
    let count = text.chars().count();
    if count <= most {
        return text.into();
    }
    let kept = most.saturating_sub(1);
    let end = kept / 3;
    let characters = text.chars();
    let begin = characters.clone().take(kept - end);
    begin
        .chain(['…'])
        .chain(characters.skip(count - end))
        .collect()
}

/// A text and a caret below it, as far around the caret as a line has room.
fn pointed(pointed: &str) -> Vec<String> {
    let caret = pointed
        .lines()
        .last()
        .map_or(0, |line| line.chars().count());
    let skipped = caret.saturating_sub(POINTED / 2);
    let line = |line: &str| {
        let seen: String = line.chars().skip(skipped).take(POINTED).collect();
        let before = if skipped > 0 { '…' } else { ' ' };
        format!(" {before}{seen}")
    };
    let mut lines: Vec<_> = pointed.lines().map(line).collect();
    if let [text, caret] = &mut lines[..] {
        if pointed.lines().next().map_or(0, |all| all.chars().count()) > skipped + POINTED {
            text.push('…');
        }
        *caret = caret.replacen('…', " ", 1);
    }
    lines
}

/// Where nobody hears, there is nobody to tell.
fn write(lines: &[String]) {
    let text: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_a_measure_whatever_is_named_in_it() {
        assert_eq!(measured("no `2/34-P`\nis here"), "no `2/34-P`␊is here");
        for name in ["x".repeat(1 << 20), "`é".repeat(1 << 20)] {
            let line = measured(&format!("can't read `{name}end`: no such file"));
            assert!(line.chars().count() <= LINE, "{}", line.len());
            assert!(line.starts_with("can't read `") && line.ends_with("end`: no such file"));
        }
    }

    #[test]
    fn the_caret_stays_under_its_column() {
        for (before, behind) in [(0, 0), (3, 500), (500, 3), (500, 500)] {
            let text = [&"a".repeat(before), "^", &"b".repeat(behind)].concat();
            let lines = pointed(&format!("{text}\n{}^", " ".repeat(before)));
            let [text, caret] = &lines[..] else {
                panic!("two lines");
            };
            let column = |line: &str| line.chars().position(|c| c == '^');
            assert_eq!(column(text), column(caret));
            assert!(text.chars().count() <= POINTED + 3);
        }
    }
}
