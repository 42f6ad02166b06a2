//! A pasted text: more words than anybody types, of which none is an operator.

use super::operators::operator;
use super::{AnnexWord, Asked, MOST_WORDS, Query, WordEnd};
use crate::search::words::tokens::Tokens;

/// How many words of a pasted text are read.
const MOST_PASTED: usize = 300;

impl Query {
    /// Whether it has more words, or a longer phrase, than a question.
    pub(super) fn is_pasted(&self) -> bool {
        let mut phrases = self.phrases.iter();
        self.words.len() > MOST_WORDS || phrases.any(|phrase| phrase.words.len() > MOST_WORDS)
    }

    /// Reads a pasted text, before which operators may stand with their values right behind them.
    pub(super) fn read_pasted(typed: &str, annex: AnnexWord) -> Self {
        let mut query = Self {
            annex,
            ..Self::default()
        };
        let mut rest = typed.trim_start();
        while let Some((read, behind)) = operator(rest, annex)
            && behind.starts_with(|next: char| !next.is_whitespace())
        {
            rest = query
                .bounds
                .only
                .read(read, behind, false, annex)
                .1
                .trim_start();
        }
        query.pasted = words(rest);
        query.words = query.pasted.iter().take(MOST_WORDS).cloned().collect();
        query
    }
}

/// The words of a text, those between two blanks of one chunk.
fn words(text: &str) -> Vec<Asked> {
    let mut words = Vec::new();
    let mut tokens = Tokens::new(text);
    let (mut chunk, mut end) = (0, 0);
    while let Some(token) = tokens.next().filter(|_| words.len() < MOST_PASTED) {
        let between = text.get(end..token.bytes.start).unwrap_or_default();
        chunk += usize::from(between.contains(char::is_whitespace));
        end = token.bytes.end;
        words.push(Asked {
            word: String::from_utf8_lossy(token.word).into_owned(),
            typed: text.get(token.bytes).unwrap_or_default().to_owned(),
            alias: None,
            linked: token.linked,
            chunk,
            end: WordEnd::Typed,
        });
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Query {
        Query::read(typed, AnnexWord::Narrows)
    }

    #[test]
    fn a_pasted_text_has_no_operators_but_before_it() {
        let text = "Decides that op pp NOT -all of them, engaged in: (a) the acts, OR \"such\nacts\", since: then, \
            are listed, each by its name and by its own number, in the annex;";
        let query = read(&format!("in:2/34-P {text}"));
        assert_eq!(query.bounds.only.within.len(), 1);
        assert!(query.phrases.is_empty() && query.either.is_empty());
        assert_eq!(query.bounds.only.parts, []);
        let words: Vec<_> = query.pasted.iter().map(|asked| &*asked.word).collect();
        assert_eq!(words[..6], ["decides", "that", "op", "pp", "not", "all"]);
        assert_eq!(words.last(), Some(&"annex"));
    }

    #[test]
    fn a_long_phrase_is_a_pasted_text_and_a_page_is_cut() {
        let phrase = format!("\"{}\"", "word ".repeat(17));
        assert_eq!(read(&phrase).pasted.len(), 17);
        assert_eq!(read(&"word ".repeat(16)).pasted.len(), 0);
        let page = read(&"word ".repeat(1000));
        assert_eq!(
            (page.pasted.len(), page.words.len()),
            (MOST_PASTED, MOST_WORDS)
        );
    }
}
