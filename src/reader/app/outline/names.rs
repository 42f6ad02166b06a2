//! Places of a resolution as people say them, by the names of its parts and headings: `annex`, `statute art 3(1)`.

use super::{Outline, OutlineEntry, OutlineRow};
use crate::text::corpus::TitleWords;
use crate::text::model::{Part, Resolution};

/// Words that stand between a name and the number of a paragraph.
const PARAGRAPH: &[&str] = &["para", "paragraph"];

impl Outline {
    /// Where a reader stops at the first part or heading that has the last of some words, while it or what it
    /// stands under has the others; behind them may stand the number of one of its paragraphs.
    pub fn named(&self, typed: &str, resolution: &Resolution) -> Option<usize> {
        let typed = TitleWords::fold(typed);
        let words: Vec<&str> = typed.split_whitespace().collect();
        // A number, or a sign or two, is no name.
        words
            .iter()
            .find(|word| word.len() > 2 && !is_number(word))?;
        if let Some(at) = self.entry_named(&words, resolution) {
            return Some(self.entries[at].stop);
        }
        let (number, name) = words.split_last()?;
        let name = match name.split_last() {
            Some((last, before)) if PARAGRAPH.contains(last) => before,
            _ => name,
        };
        let at = self.entry_named(name, resolution)?;
        let mut below = self.entries.get(at + 1..self.entries[at].end)?.iter();
        let found = below.find(|entry| is_numbered(entry, number, resolution));
        found.map(|entry| entry.stop)
    }

    fn entry_named(&self, words: &[&str], resolution: &Resolution) -> Option<usize> {
        let last = words.last()?;
        let mut over: Vec<(usize, String)> = Vec::new();
        for (at, entry) in self.entries.iter().enumerate() {
            over.retain(|(end, _)| *end > at);
            let Some(name) = name(entry, resolution) else {
                continue;
            };
            let is_over = |word: &&str| over.iter().any(|(_, name)| has(name, word));
            let is_known = |word: &&str| has(&name, word) || is_over(word);
            if has(&name, last) && words.iter().all(is_known) {
                return Some(at);
            }
            over.push((entry.end, name));
        }
        None
    }
}

/// The folded name of a part or heading; that of an annex begins so, whatever its title.
fn name(entry: &OutlineEntry, resolution: &Resolution) -> Option<String> {
    let noun = match entry.row {
        OutlineRow::Passage(_) => return None,
        OutlineRow::Part(Part::Annex(..)) => "annex ",
        OutlineRow::Part(_) | OutlineRow::Heading { .. } => "",
    };
    Some(TitleWords::fold(
        &[noun, &entry.row.words(resolution)].concat(),
    ))
}

/// Whether a word begins one of a name; a number, or one as short as a Roman one, is one of them.
fn has(name: &str, word: &str) -> bool {
    let mut all = name.split(' ');
    if word.len() <= 2 || is_number(word) {
        all.any(|other| other == word)
    } else {
        all.any(|other| other.starts_with(word))
    }
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_numbered(entry: &OutlineEntry, number: &str, resolution: &Resolution) -> bool {
    let OutlineRow::Passage(index) = entry.row else {
        return false;
    };
    let own = resolution.passages[index].number.as_deref();
    own.is_some_and(|own| TitleWords::fold(own).trim() == number)
}
