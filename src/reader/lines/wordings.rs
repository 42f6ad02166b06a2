//! The wordings of a paragraph, and two resolutions compared; a row each, whole, with the marks of `resolut trace` and
//! `resolut compare`.

use std::io::{self, Write};

use super::Dialogue;
use crate::analysis::compare;
use crate::text::corpus::ReadError;

impl<W: Write> Dialogue<'_, W> {
    /// Lists the wordings of the paragraph, oldest first; behind `chain` those in its line of renewals, newest first.
    pub(super) fn trace(&mut self, behind: &str) -> io::Result<()> {
        let in_line = !behind.is_empty();
        if in_line && !behind.eq_ignore_ascii_case("chain") {
            return self.say("`trace` lists every wording, `trace chain` those that it renews");
        }
        if !in_line {
            self.need_index();
        }
        let told = self.app.wordings(in_line).and_then(|(own, wordings)| {
            let corpus = self.app.corpus();
            let row = |one: &crate::analysis::trace::TracedWording| {
                let words = one.marked(&one.texts(corpus, own)?).text;
                let place = corpus.cite(one.place);
                Ok(format!("{place}, {}: {words}", one.told(corpus)))
            };
            let rows: Result<Vec<_>, ReadError> = wordings.iter().map(row).collect();
            let order = if in_line { "newest" } else { "oldest" };
            let heading = format!(
                "{}, {} wordings, {order} first",
                corpus.cite(own),
                wordings.len()
            );
            rows.map(|rows| (heading, rows))
                .map_err(|lost| lost.to_string())
        });
        self.list_or_refuse(told)
    }

    /// Compares the resolution with another one, the earlier first, or with the one before it in its line.
    pub(super) fn compare(&mut self, with: &str) -> io::Result<()> {
        let told = self.app.compared(with).and_then(|of| {
            let corpus = self.app.corpus();
            let rows = compare::rows(corpus, of[0], of[1]).map_err(|lost| lost.to_string())?;
            let heading = compare::summary(corpus, of, &rows);
            let row = |row: &compare::ComparedRow| {
                let mut pair = row.pair(corpus).to_vec();
                pair.retain(|numbers| !numbers.is_empty());
                let words = row.marked(&row.texts(corpus)?).text;
                Ok(format!("{}, {}: {words}", pair.join(" > "), row.told()))
            };
            let rows: Result<Vec<_>, ReadError> = rows.iter().map(row).collect();
            rows.map(|rows| (heading, rows))
                .map_err(|lost| lost.to_string())
        });
        self.list_or_refuse(told)
    }

    fn list_or_refuse(&mut self, told: Result<(String, Vec<String>), String>) -> io::Result<()> {
        match told {
            Ok((heading, rows)) => self.list_whole(&heading, rows),
            Err(refusal) => self.say(&refusal),
        }
    }
}
