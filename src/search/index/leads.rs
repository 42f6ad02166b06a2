//! The lead verb of each wording, folded.

use super::intern::{Interner, Readings};
use super::text_set::TextId;
use crate::search::index::varint;
use crate::search::words::tokens;
use crate::text::block::{self, Saved};
use crate::text::lead::{italic_lead, lead_verb};
use crate::text::model::Passage;

#[derive(Debug, Default)]
pub(in crate::search) struct Leads {
    /// By wording, a position in `verbs`.
    of: Vec<u16>,
    verbs: Vec<String>,
}

impl Leads {
    pub(in crate::search) fn save(&self, body: &mut Vec<u8>) {
        varint::put_small(body, self.of.iter().map(|&lead| lead.into()));
        block::put(body, self.verbs.len());
        for verb in &self.verbs {
            block::put_text(body, verb);
        }
    }

    pub(in crate::search) fn load(saved: &mut Saved<'_>) -> Option<Self> {
        let of = varint::small(saved)?.into_iter().map(u16::try_from);
        let of: Vec<u16> = of.collect::<Result<_, _>>().ok()?;
        let verbs = saved.list(|saved| saved.text().map(str::to_owned))?;
        let fits = of.iter().all(|&lead| usize::from(lead) < verbs.len());
        fits.then_some(Self { of, verbs })
    }

    /// How many wordings there are.
    pub(in crate::search) fn len(&self) -> usize {
        self.of.len()
    }

    /// The lead verb of a wording, a position in [`verbs`](Self::verbs).
    pub(in crate::search) fn of(&self, text: TextId) -> usize {
        usize::from(self.of[text.index()])
    }

    /// Whether a wording opens with no verb.
    pub(in crate::search) fn is_none(&self, text: TextId) -> bool {
        self.verbs[self.of(text)].is_empty()
    }

    /// The lead verbs of the corpus; an empty one for wordings that have none.
    pub(in crate::search) fn verbs(&self) -> &[String] {
        &self.verbs
    }

    /// How many bytes the tables take.
    pub(in crate::search) fn size(&self) -> usize {
        let verbs: usize = self.verbs.iter().map(String::len).sum();
        self.of.len() * 2 + verbs
    }
}

/// Takes wordings in and makes the list of their lead verbs.
#[derive(Debug, Default)]
pub(in crate::search) struct LeadCollector {
    of: Vec<u16>,
    verbs: Interner,
    folded: Readings<u16>,
}

impl LeadCollector {
    /// Adds the next wording: its text with all points, and the first paragraph that has it.
    pub(in crate::search) fn add(&mut self, text: &str, paragraph: &Passage) {
        let italic = italic_lead(paragraph).and_then(|range| paragraph.text.get(range));
        let printed = italic.unwrap_or_else(|| lead_verb(text));
        self.of.push(self.folded.of(printed, || {
            let verb = tokens::words(printed).join(" ");
            let verb = self.verbs.intern(verb.as_bytes());
            u16::try_from(verb).unwrap_or(u16::MAX)
        }));
    }

    pub(in crate::search) fn finish(self) -> Leads {
        let verb = |number| String::from_utf8_lossy(self.verbs.word(number)).into_owned();
        Leads {
            verbs: (0..self.verbs.len()).map(verb).collect(),
            of: self.of,
        }
    }
}
