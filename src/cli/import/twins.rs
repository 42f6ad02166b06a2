//! Texts of one symbol in one language.

use crate::text::map::Map;
use crate::text::model::Text;

/// The texts of all symbols so far.
#[derive(Default)]
pub(super) struct Twins {
    /// Of each symbol and language, how many texts there are, and the file of the first.
    counted: Vec<(u32, String)>,
    /// By symbol and language.
    positions: Map<Text, usize>,
}

impl Twins {
    /// The number of the next text of a symbol in a language and the file of the first, where there is one.
    pub(super) fn next(&self, symbol: &str, language: &str) -> Option<(u32, &str)> {
        let at = self.positions.get(&*key(symbol, language))?;
        let (count, first) = &self.counted[*at];
        Some((count + 1, first))
    }

    /// The number alone.
    pub(super) fn number(&self, symbol: &str, language: &str) -> Option<u32> {
        self.next(symbol, language).map(|(number, _)| number)
    }

    /// Counts a text.
    pub(super) fn add(&mut self, symbol: &str, language: &str, file: &str) {
        let next = self.counted.len();
        let key = key(symbol, language).into();
        let at = *self.positions.or_insert(key, next);
        if at == next {
            self.counted.push((0, file.to_owned()));
        }
        self.counted[at].0 += 1;
    }
}

fn key(symbol: &str, language: &str) -> String {
    format!("{symbol}\n{language}")
}
