//! The signs of Markdown: what stands for emphasis, and what is put before a character that would be a sign.

use crate::export::visible_lines;
use crate::import::{Remark, TableShape};
use crate::text::model::{Cell, Note, Passage, Span, SpanKind, Table};
use crate::text::visible::visible;

/// What stands before and behind a span. Stars say nothing where a span begins or ends with another sign than a letter
/// or a figure, or touches another one; tags say it everywhere.
pub(super) fn signs(span: &Span, passage: &Passage) -> (&'static str, &'static str) {
    let is_starred = is_alone(span, passage);
    match span.kind {
        SpanKind::Italic if is_starred => ("*", "*"),
        SpanKind::Bold if is_starred => ("**", "**"),
        SpanKind::Struck if is_starred => ("~~", "~~"),
        SpanKind::Italic => ("<i>", "</i>"),
        SpanKind::Bold => ("<b>", "</b>"),
        SpanKind::Struck => ("<s>", "</s>"),
        SpanKind::Underline => ("<u>", "</u>"),
        SpanKind::Superscript => ("<sup>", "</sup>"),
        SpanKind::Subscript => ("<sub>", "</sub>"),
        SpanKind::Link(_) => ("[", "]"),
    }
}

/// Whether a span begins and ends with a letter or a figure, and no other one or mark of a note touches it.
fn is_alone(span: &Span, passage: &Passage) -> bool {
    let (start, end) = (span.range.start, span.range.end);
    let touches = |other: &Span| other.range.start <= end && start <= other.range.end;
    let inner = passage.text.get(start as usize..end as usize);
    let others = passage.spans.iter().filter(|other| touches(other)).count();
    let is_marked = |note: &Note| note.at.is_some_and(|at| at > start && at < end);
    others == 1
        && !passage.notes.iter().any(is_marked)
        && inner.is_some_and(|inner| {
            inner.starts_with(char::is_alphanumeric) && inner.ends_with(char::is_alphanumeric)
        })
}

/// The number of a passage in bold, with the stop of print and a blank behind it. A stop that the number has itself is
/// written as `\.`, so that the two can be told apart.
pub(super) fn bold(number: Option<&str>) -> String {
    let Some(number) = number.filter(|number| !number.is_empty()) else {
        return String::new();
    };
    let (number, stop) = match number.strip_suffix('.') {
        Some(number) => (number, "\\."),
        None if number.ends_with(char::is_alphanumeric) => (number, "."),
        None => (number, ""),
    };
    let number = with_backslashes(number, is_sign);
    format!("**{number}{stop}** ")
}

/// What pipes can't say of a table with this grid.
pub(super) fn shape_of(table: &Table, grid: &[Vec<Option<&Cell>>]) -> Option<Remark> {
    let is_plain = |row: &Vec<Option<&Cell>>| {
        row.iter()
            .all(|cell| cell.is_some_and(|cell| cell.columns == 1 && cell.rows == 1))
    };
    let is_blank = |cell: &Cell| cell.text.is_empty() && cell.notes.is_empty();
    let has_blank_head = table.head == 1 && table.rows[0].iter().all(is_blank);
    if table.head <= 1 && !has_blank_head && grid.iter().all(is_plain) {
        return None;
    }
    let cells = |row: &Vec<Cell>| row.iter().map(|cell| (cell.columns, cell.rows)).collect();
    Some(Remark::Table(TableShape {
        head: table.head,
        cells: table.rows.iter().map(cells).collect(),
    }))
}

/// A text without spans and notes, its lines parted by some sign.
pub(super) fn plain(text: &str, between: &str) -> String {
    lines_of(&escaped(text), between)
}

/// What was written of a text, its lines parted by some sign.
pub(super) fn lines_of(written: &str, between: &str) -> String {
    let lines: Vec<_> = written.split('\n').map(with_outer_blanks).collect();
    lines.join(between)
}

/// A line whose first and last blank stay where Markdown would drop them.
fn with_outer_blanks(line: &str) -> String {
    const BLANK: &str = "&#32;";
    match (line.strip_prefix(' '), line.strip_suffix(' ')) {
        (None, None) => line.to_owned(),
        (Some(_), _) if line.len() == 1 => BLANK.to_owned(),
        (Some(behind), None) => [BLANK, behind].concat(),
        (None, Some(before)) => [before, BLANK].concat(),
        (Some(behind), Some(_)) => {
            let inner = behind.strip_suffix(' ').unwrap_or(behind);
            [BLANK, inner, BLANK].concat()
        }
    }
}

/// A text in which nothing is a sign of Markdown.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    // Whether all of the line was figures as yet: with a stop they begin a list.
    let (mut begins, mut counts) = (true, true);
    for c in visible_lines(text).chars() {
        let is_list = counts && !begins && matches!(c, '.' | ')');
        if is_sign(c) || begins && "+-=:".contains(c) || is_list {
            escaped.push('\\');
        }
        escaped.push(c);
        counts = c == '\n' || counts && c.is_ascii_digit();
        begins = c == '\n';
    }
    // A link behind it would be a picture.
    if escaped.ends_with('!') {
        escaped.insert(escaped.len() - 1, '\\');
    }
    escaped
}

/// The address of a link as it stands between `<` and `>`.
pub(super) fn escaped_address(address: &str) -> String {
    with_backslashes(address, |c| "\\<>&".contains(c))
}

/// A text of one line with a backslash before each such character.
fn with_backslashes(text: &str, is_sign: fn(char) -> bool) -> String {
    let mut escaped = String::new();
    for c in visible(text).chars() {
        if is_sign(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Whether a character is a sign of Markdown wherever it stands.
fn is_sign(c: char) -> bool {
    "\\`*_[]<>&|~$#".contains(c)
}
