//! What scores are sums of, written down while they are summed: for a reader who asks why.

use crate::search::index::text_set::TextId;
use crate::search::rank::candidate::Candidate;
use crate::search::terms::{Probe, Term, Ways};

/// What a part of a score is for; terms by their position in the query.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::search) enum Reason {
    /// The text has the term, or its resolution has the number.
    Word(usize),
    /// The term stands behind the one before it.
    InOrder(usize),
    /// The terms stand in a narrow window.
    Together,
    /// All terms stand there as one run.
    Run,
    /// Terms are missing.
    Lacks,
    /// Other paragraphs repeat the text.
    Repeated,
    /// The text opens with no verb.
    Verbless,
    /// The title has the term, the text has not.
    Titled(usize),
    /// The text has words of the pasted one.
    Pasted,
    /// The order of its words was not read: too many others were likelier.
    Unread,
}

/// The parts of all scores, where somebody asks for them.
#[derive(Debug, Default)]
pub(in crate::search) struct Reasons {
    /// None where nobody asks.
    pub(in crate::search) passes: Option<Vec<Pass>>,
}

/// One look through the texts.
#[derive(Debug)]
pub(in crate::search) struct Pass {
    pub(in crate::search) terms: Vec<Term>,
    pub(in crate::search) ways: Ways,
    parts: Vec<(TextId, Reason, f32)>,
}

impl Reasons {
    /// Begins a pass: scores are summed anew.
    pub(in crate::search) fn begin(&mut self, probe: Probe<'_>) {
        if let Some(passes) = &mut self.passes {
            passes.push(Pass {
                terms: probe.terms.to_vec(),
                ways: probe.ways,
                parts: Vec::new(),
            });
        }
    }

    pub(in crate::search) fn note(&mut self, text: TextId, reason: Reason, worth: f32) {
        if let Some(pass) = self.passes.as_mut().and_then(|passes| passes.last_mut()) {
            pass.parts.push((text, reason, worth));
        }
    }
}

impl Pass {
    /// The parts of the score of a text, in the order in which they were added; those that came to nothing left out.
    pub(in crate::search) fn of(&self, text: TextId) -> impl Iterator<Item = (Reason, f32)> {
        let parts = self.parts.iter();
        let parts = parts.filter(move |(of, _, worth)| *of == text && *worth != 0.0);
        parts.map(|&(_, reason, worth)| (reason, worth))
    }
}

/// A row whose score is being summed: nothing is added without a reason.
pub(in crate::search) struct Summed<'r> {
    pub(in crate::search) row: &'r mut Candidate,
    pub(in crate::search) reasons: &'r mut Reasons,
}

impl Summed<'_> {
    pub(in crate::search) fn add(&mut self, reason: Reason, worth: f32) {
        self.row.score += worth;
        self.reasons.note(self.row.text, reason, worth);
    }
}
