//! The symbols of a corpus side by side: they are compared one by one at each key, and from entry to entry
//! the memory would take longer than the comparison.

use crate::text::corpus::Corpus;
use crate::text::model::ResolutionId;

/// Every symbol of a corpus, in the order of its resolutions.
#[derive(Debug, Default)]
pub(in crate::text::corpus) struct Symbols {
    text: String,
    ends: Vec<usize>,
}

impl Symbols {
    fn push(&mut self, symbol: &str) {
        self.text.push_str(symbol);
        self.ends.push(self.text.len());
    }

    fn each(&self) -> impl Iterator<Item = &str> {
        let begins = std::iter::once(0).chain(self.ends.iter().copied());
        let ranges = begins.zip(&self.ends);
        ranges.filter_map(|(begin, end)| self.text.get(begin..*end))
    }
}

impl Corpus {
    /// Every resolution with its symbol.
    pub(super) fn each_symbol(&self) -> impl Iterator<Item = (ResolutionId, &str)> {
        let symbols = self.symbols.get_or_init(|| {
            let mut symbols = Symbols::default();
            self.resolutions()
                .for_each(|id| symbols.push(self.symbol(id)));
            symbols
        });
        self.resolutions().zip(symbols.each())
    }
}
