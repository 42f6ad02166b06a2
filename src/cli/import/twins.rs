//! Texts of one symbol in one language.

use std::collections::HashMap;

/// The texts of all symbols so far: how many there are of each symbol and language, and the file of the first.
#[derive(Default)]
pub(super) struct Twins(HashMap<String, (u32, String)>);

impl Twins {
    /// The number of the next text of a symbol in a language and the file of the first, where there is one.
    pub(super) fn next(&self, symbol: &str, language: &str) -> Option<(u32, &str)> {
        let (count, first) = self.0.get(&key(symbol, language))?;
        Some((count + 1, first))
    }

    /// The number alone.
    pub(super) fn number(&self, symbol: &str, language: &str) -> Option<u32> {
        self.next(symbol, language).map(|(number, _)| number)
    }

    /// Counts a text.
    pub(super) fn add(&mut self, symbol: &str, language: &str, file: &str) {
        let texts = self.0.entry(key(symbol, language));
        texts.or_insert_with(|| (0, file.to_owned())).0 += 1;
    }
}

fn key(symbol: &str, language: &str) -> String {
    format!("{symbol}\n{language}")
}
