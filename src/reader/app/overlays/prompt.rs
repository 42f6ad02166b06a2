//! A line that is typed: a query or a citation.

use tui_input::{Input, InputRequest};

use crate::reader::app::action::Edit;

/// The most bytes a prompt takes: a long paragraph is a query, a pasted megabyte is none.
const LONGEST: usize = 2_000;

/// A line with a cursor in it.
#[derive(Clone, Debug, Default)]
pub struct Prompt {
    input: Input,
}

impl Prompt {
    /// A prompt with `text` in it and the cursor behind it.
    pub fn with(text: &str) -> Self {
        Self {
            input: Input::new(text.to_owned()),
        }
    }

    /// What has been typed.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The characters before the cursor.
    pub fn before_cursor(&self) -> &str {
        let text = self.input.value();
        let end = text
            .char_indices()
            .nth(self.input.cursor())
            .map_or(text.len(), |(at, _)| at);
        text.get(..end).unwrap_or(text)
    }

    /// Changes the line; true if its text changed.
    pub fn edit(&mut self, edit: Edit) -> bool {
        let request = match edit {
            Edit::Insert(c) if c.is_control() || self.is_full() => return false,
            Edit::Insert(c) => InputRequest::InsertChar(c),
            Edit::DeleteBack => InputRequest::DeletePrevChar,
            Edit::DeleteForward => InputRequest::DeleteNextChar,
            Edit::DeleteWord => InputRequest::DeletePrevWord,
            Edit::DeleteAll => InputRequest::DeleteLine,
            Edit::Left => InputRequest::GoToPrevChar,
            Edit::Right => InputRequest::GoToNextChar,
            Edit::Home => InputRequest::GoToStart,
            Edit::End => InputRequest::GoToEnd,
            Edit::Older | Edit::Newer => return false,
        };
        self.input
            .handle(request)
            .is_some_and(|change| change.value)
    }

    /// Types a pasted text, line ends as blanks; true if the text changed.
    pub fn paste(&mut self, pasted: &str) -> bool {
        let mut changed = false;
        for c in pasted.chars() {
            if self.is_full() {
                break;
            }
            let c = if c.is_whitespace() { ' ' } else { c };
            changed |= self.edit(Edit::Insert(c));
        }
        changed
    }

    /// A prompt with a pasted text in it; none where it would not have room whole.
    pub fn with_pasted(text: &str) -> Option<Self> {
        let text = text.trim();
        let mut prompt = Self::default();
        if text.len() <= LONGEST {
            prompt.paste(text);
        }
        (!prompt.text().is_empty()).then_some(prompt)
    }

    fn is_full(&self) -> bool {
        self.input.value().len() >= LONGEST
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_text_becomes_one_line_without_controls() {
        let mut prompt = Prompt::default();
        prompt.paste("islamic\r\ndev\u{1b}[2J");
        assert_eq!(prompt.text(), "islamic  dev[2J");
    }

    #[test]
    fn a_prompt_takes_so_much_and_no_more() {
        let mut prompt = Prompt::default();
        prompt.paste(&"安".repeat(100_000));
        assert!(prompt.text().len() < LONGEST + 4);
    }

    #[test]
    fn the_cursor_stands_where_the_next_character_goes() {
        let mut prompt = Prompt::with("né7");
        prompt.edit(Edit::Left);
        assert_eq!(prompt.before_cursor(), "né");
        prompt.edit(Edit::DeleteWord);
        assert_eq!((prompt.before_cursor(), prompt.text()), ("", "7"));
    }
}
