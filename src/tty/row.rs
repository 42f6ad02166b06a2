//! A row that is typed in: what changes of it is sent, and nothing else.
//!
//! Sent is text, backspaces and blanks, no sequence: that moves the cursor on any terminal, and speech says what was
//! typed and not the row around it. A text wider than its row is shown from as far on as the cursor needs.

use crate::text::letters::{columns, letters};
use crate::text::visible::visible;

/// What stands behind the prompt, and where in it the cursor is.
///
/// ```
/// use resolut::tty::row::TypedRow;
///
/// let mut row = TypedRow::default();
/// assert_eq!(row.show("2/34-P", "", 60), "2/34-P");
/// assert_eq!(row.show("2/34-P:", "", 60), ":");
/// assert_eq!(row.show("2/3", "4-P:", 60), "\u{8}\u{8}\u{8}\u{8}");
/// ```
#[derive(Clone, Debug, Default)]
pub struct TypedRow {
    shown: String,
    /// The columns before the cursor.
    cursor: usize,
}

impl TypedRow {
    /// What makes the row show a text with the cursor between its two parts, in as many columns as there are.
    pub fn show(&mut self, before: &str, after: &str, room: usize) -> String {
        let (text, cursor) = in_sight(before, after, room.max(2));
        let (kept, new) = text.split_at(common(&self.shown, &text));
        let mut sent = String::new();
        if self.shown != text {
            sent = self.move_to(columns(kept));
            sent.push_str(new);
            let free = columns(&self.shown).saturating_sub(columns(&text));
            sent.push_str(&" ".repeat(free));
            sent.push_str(&"\u{8}".repeat(free));
            self.cursor = columns(&text);
            self.shown = text;
        }
        sent + &self.move_to(cursor)
    }

    /// Whether what is shown has room in so many columns.
    pub fn fits(&self, room: usize) -> bool {
        columns(&self.shown) <= room
    }

    /// What moves the cursor over what is shown.
    fn move_to(&mut self, column: usize) -> String {
        let (from, back) = (self.cursor, self.cursor.saturating_sub(column));
        self.cursor = column;
        let mut over = "\u{8}".repeat(back);
        let mut at = 0;
        for (_, letter) in letters(&self.shown) {
            if (from..column).contains(&at) {
                over.push_str(letter);
            }
            at += columns(letter);
        }
        over
    }
}

/// As much of a text as has room, and the columns before the cursor in it.
fn in_sight(before: &str, after: &str, room: usize) -> (String, usize) {
    let (before, after) = (visible(before), visible(after));
    let all = [&*before, &*after].concat();
    let cursor = columns(&before);
    // Half a row at a time, so that the text seldom moves.
    let mut from = 0;
    while cursor - from >= room {
        from += room / 2;
    }
    let (mut text, mut at, mut hidden) = (String::new(), 0, 0);
    for (_, letter) in letters(&all) {
        if at < from {
            hidden += columns(letter);
        } else if at + columns(letter) - hidden < room {
            text.push_str(letter);
        } else {
            break;
        }
        at += columns(letter);
    }
    (text, cursor.saturating_sub(hidden))
}

/// The bytes of the letters that two texts begin with alike.
fn common(one: &str, other: &str) -> usize {
    let both = letters(one).zip(letters(other));
    let alike = both.take_while(|((_, one), (_, other))| one == other);
    alike
        .last()
        .map_or(0, |((at, letter), _)| at + letter.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A terminal's row: what stands in it, and where the cursor is.
    #[derive(Default)]
    struct Paper(Vec<char>, usize);

    impl Paper {
        fn take(&mut self, sent: &str) {
            for c in sent.chars() {
                match c {
                    '\u{8}' => self.1 -= 1,
                    c => {
                        self.0.resize(self.0.len().max(self.1 + 1), ' ');
                        self.0[self.1] = c;
                        self.1 += 1;
                    }
                }
            }
        }

        fn text(&self) -> String {
            self.0.iter().collect::<String>().trim_end().to_owned()
        }
    }

    #[test]
    fn only_what_changes_is_sent() {
        let mut row = TypedRow::default();
        for (before, after, sent) in [
            ("find", "", "find"),
            ("fin", "", "\u{8} \u{8}"),
            ("f", "in", "\u{8}\u{8}"),
            ("fi", "n", "i"),
            ("fix", "n", "xn\u{8}"),
            ("", "", "\u{8}\u{8}\u{8}    \u{8}\u{8}\u{8}\u{8}"),
            ("安", "", "安"),
            ("", "安", "\u{8}\u{8}"),
            ("a\u{202e}", "", "a\u{fffd}"),
        ] {
            assert_eq!(row.show(before, after, 20), sent, "{before}|{after}");
        }
    }

    proptest! {
        #[test]
        fn the_row_shows_the_text_around_the_cursor(
            edits in prop::collection::vec(("[a-d]{0,12}", "[a-d]{0,12}"), 1..8),
            room in 4_usize..16,
        ) {
            let (mut row, mut paper) = (TypedRow::default(), Paper::default());
            for (before, after) in edits {
                paper.take(&row.show(&before, &after, room));
                let text = [before.as_str(), after.as_str()].concat();
                prop_assert!(text.contains(&paper.text()));
                prop_assert!(before.ends_with(paper.text().split_at(paper.1).0));
                prop_assert!(paper.1 < room && paper.text().len() < room);
                if text.len() < room {
                    prop_assert_eq!(paper.text(), text);
                }
            }
        }
    }
}
