//! Queries of earlier, put into the prompt again.

use super::FinderPane;
use crate::reader::app::overlays::prompt::Prompt;

impl FinderPane {
    /// Puts the query before the one that is shown into the prompt; `past` has those of earlier, the latest
    /// last.
    pub fn recall_older(&mut self, past: &[String]) {
        if let Some(at) = self.recalled_at(past).checked_sub(1) {
            self.recall(at, past);
        }
    }

    /// Puts the query after the one that is shown into the prompt; behind the newest stands what was typed.
    pub fn recall_newer(&mut self, past: &[String]) {
        let at = self.recalled_at(past) + 1;
        if at <= past.len() {
            self.recall(at, past);
        }
    }

    /// Which of the past queries is shown; their number where it is what was typed.
    fn recalled_at(&self, past: &[String]) -> usize {
        self.recalled.as_ref().map_or(past.len(), |(at, _)| *at)
    }

    fn recall(&mut self, at: usize, past: &[String]) {
        let (_, typed) = self
            .recalled
            .take()
            .unwrap_or_else(|| (at, self.prompt.text().to_owned()));
        self.prompt = Prompt::with(past.get(at).unwrap_or(&typed));
        self.recalled = (at < past.len()).then_some((at, typed));
        self.is_stale = true;
    }
}
