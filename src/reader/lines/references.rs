//! The references of what is read, a row each: what is named or who cites, then the words around.

use std::io::{self, Write};

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
            format!("{}{said}: {}", one.referent, one.words.0)
        });
        let heading = format!("{of}, {}", counted(list.referring.len(), "reference"));
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
        let rows = rows.map(|one| format!("{}: {}", corpus.cite(one.place), one.words.0));
        let heading = format!("{of}, cited by {}, oldest first", citing.len());
        self.list(&heading, rows.collect())
    }
}
