//! What follows from what is read, a row each: what is named or who cites, then the words around; what the resolution
//! does, by when.

use std::io::{self, Write};
use std::ops::Range;

use super::Dialogue;
use crate::text::counted::counted;

impl<W: Write> Dialogue<'_, W> {
    /// Lists what the paragraph refers to.
    pub(super) fn refs(&mut self) -> io::Result<()> {
        let list = match self.app.references() {
            Ok(list) => list,
            Err(refusal) => return self.say(&refusal),
        };
        let of = self.app.corpus().cite_all(&list.of);
        if list.referring.is_empty() {
            return self.say(&format!("{of} refers to nothing"));
        }
        let rows = list.referring.iter().map(|one| {
            let said = one.said.as_ref();
            let said = said.map_or_else(String::new, |said| format!(", {said}"));
            format!("{}{said}: {}", one.referent, near(&one.words))
        });
        let heading = format!("{of}, {}", counted(list.referring.len(), "reference"));
        self.list(&heading, rows.collect())
    }

    /// Lists what the resolution does, what is due first before.
    pub(super) fn actions(&mut self) -> io::Result<()> {
        let acts = match self.app.acts(self.app.place().resolution) {
            Ok(acts) => acts,
            Err(refusal) => return self.say(&refusal),
        };
        let corpus = self.app.corpus();
        let symbol = corpus.symbol(self.app.place().resolution);
        let heading = format!("{symbol}, {}, by date", counted(acts.len(), "action"));
        let rows = acts.iter().map(|act| {
            let place = corpus.cite(act.place).without_symbol();
            let when = if act.when.is_empty() {
                String::new()
            } else {
                format!(", {}", act.when)
            };
            format!("{place}{when}: {}", act.words)
        });
        self.list(&heading, rows.collect())
    }

    /// Lists who cites the paragraph, the oldest first.
    pub(super) fn cited(&mut self) -> io::Result<()> {
        let corpus = self.app.corpus();
        let found = self.app.references().and_then(|mut list| {
            let all = list.look_up(corpus, &mut || true);
            all.map(|()| list).map_err(|lost| lost.to_string())
        });
        let list = match found {
            Ok(list) => list,
            Err(refusal) => return self.say(&refusal),
        };
        let (of, citing) = (corpus.cite_all(&list.of), list.citing().unwrap_or_default());
        if citing.is_empty() {
            return self.say(&format!("nothing here cites {of}"));
        }
        let rows = citing.iter();
        let rows = rows.map(|one| format!("{}: {}", corpus.cite(one.place), near(&one.words)));
        let heading = format!("{of}, cited by {}, oldest first", citing.len());
        self.list(&heading, rows.collect())
    }
}

/// The most bytes that stand before what refers, so that a row that is cut still has it.
const BEFORE: usize = 20;

/// The words around what refers, from shortly before it.
fn near((words, span): &(String, Range<usize>)) -> String {
    let before = words.get(..span.start).unwrap_or_default();
    let blanks = before.rmatch_indices(' ').map(|(blank, _)| blank + 1);
    let near = blanks.take_while(|start| span.start - start <= BEFORE);
    match near.last() {
        Some(start) if span.start > BEFORE => {
            ["…", words.get(start..).unwrap_or_default()].concat()
        }
        _ => words.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_refers_stands_at_the_beginning_of_a_row() {
        let words = "…as the Council decided in paragraph 7 of resolution 1 (2031)".to_owned();
        let seven = words.find('7').unwrap();
        let row = near(&(words, seven..seven + 1));
        assert_eq!(row, "…in paragraph 7 of resolution 1 (2031)");
        let words = "Recalls paragraph 7 above".to_owned();
        assert_eq!(near(&(words.clone(), 18..19)), words);
        let words = "abcdefghijklmnopqrstuvwxyz".to_owned();
        assert_eq!(near(&(words.clone(), 25..26)), words);
    }
}
