//! The wordings of a paragraph, as a list.

use super::word_diff::{WordingPair, counted_changes};
use crate::analysis::trace::{self, Nearness, TracedWording};
use crate::text::corpus::Corpus;
use crate::text::counted::counted;
use crate::text::model::Place;

/// The most citations that are named of those with the same words.
const NAMED: usize = 12;

/// The wordings of a paragraph, oldest first; or those in the line of renewals that ends with it, newest first.
#[derive(Clone, Debug, PartialEq)]
pub struct TraceList {
    /// The wordings, the paragraph's own among them.
    pub wordings: Vec<TracedWording>,
    /// The position of its own.
    own: usize,
    /// Whether these are those in its line.
    is_line: bool,
    /// What the list has when it is turned over, once it was.
    other: Option<Vec<TracedWording>>,
}

impl TraceList {
    pub(super) fn of(wordings: Vec<TracedWording>) -> Self {
        Self {
            own: own(&wordings),
            wordings,
            is_line: false,
            other: None,
        }
    }

    /// Turns to the wordings in the line of renewals that ends with the paragraph, or to all again.
    ///
    /// # Errors
    /// There is no other in its line, in words.
    pub(super) fn turn(&mut self, corpus: &Corpus) -> Result<(), String> {
        let other = match self.other.take() {
            Some(other) => other,
            None => trace::chain(corpus, self.place()).map_err(|lost| lost.to_string())?,
        };
        if other.len() == 1 {
            return Err(trace::lone(corpus, self.place(), true));
        }
        self.other = Some(std::mem::replace(&mut self.wordings, other));
        self.own = own(&self.wordings);
        self.is_line = !self.is_line;
        Ok(())
    }

    /// Gives each paragraph that has the wording at a position a row of its own. False where it is the only one.
    pub(super) fn unfold(&mut self, at: usize, corpus: &Corpus) -> bool {
        let is_folded = !self.wordings[at].same.is_empty();
        if is_folded {
            trace::unfold(corpus, &mut self.wordings, at);
            self.own = own(&self.wordings);
        }
        is_folded
    }

    /// Whether the wordings are those in the paragraph's line of renewals.
    pub fn is_line(&self) -> bool {
        self.is_line
    }

    /// Whether a wording is later than the paragraph's own.
    fn is_later(&self, at: usize) -> bool {
        at > self.own && !self.is_line
    }

    /// The paragraph that is traced.
    pub fn place(&self) -> Place {
        self.wordings[self.own].place
    }

    /// How many wordings are earlier than its own, and how many later.
    pub fn counts(&self) -> (usize, usize) {
        (self.own, self.wordings.len() - self.own - 1)
    }

    /// Whether a wording is not that of the paragraph to the letter.
    pub(super) fn is_changed(&self, at: usize) -> bool {
        self.wordings[at].is_other()
    }

    /// A wording and the paragraph's own.
    pub(super) fn pair(&self, at: usize, corpus: &Corpus) -> Option<WordingPair> {
        let one = self.wordings.get(at)?;
        let text = |place| corpus.text(place).unwrap_or_else(|lost| lost.to_string());
        let mut pair = WordingPair {
            places: [vec![one.place], Vec::new()],
            texts: [text(one.place), String::new()],
            ..WordingPair::default()
        };
        if at != self.own {
            (pair.places[1], pair.texts[1]) = (vec![self.place()], text(self.place()));
        }
        if self.is_later(at) {
            pair.places.reverse();
            pair.texts.reverse();
            pair.selected = 1;
        }
        pair.said = self.said(at, &pair, corpus);
        Some(pair)
    }

    /// What is to be said of a wording beside its words.
    fn said(&self, at: usize, pair: &WordingPair, corpus: &Corpus) -> Vec<String> {
        let one = &self.wordings[at];
        let [from, to] = &pair.texts;
        let mut said: Vec<_> = self.verb_said(at).into_iter().collect();
        let mut facts = Vec::new();
        if one.nearness != Nearness::Here {
            facts.extend(counted_changes(from, to));
        }
        if one.nearness == Nearness::Near {
            facts.push(format!(
                "{} in a row are the same",
                counted(one.run, "word")
            ));
        }
        if !facts.is_empty() {
            said.push(facts.join("; "));
        }
        said.extend(also_in(one, corpus));
        said
    }

    /// What became of the lead verb, from the earlier wording to the later one.
    fn verb_said(&self, at: usize) -> Option<String> {
        let [one, own] = [at, self.own].map(|at| &self.wordings[at]);
        let change = one.change?;
        let [earlier, later] = if self.is_later(at) {
            [own, one]
        } else {
            [one, own]
        };
        if earlier.verb.is_empty() || later.verb.is_empty() {
            return None;
        }
        Some(format!(
            "! verb: {} -> {} ({})",
            earlier.verb,
            later.verb,
            change.name()
        ))
    }
}

/// The position of the paragraph's own wording.
fn own(wordings: &[TracedWording]) -> usize {
    let mut all = wordings.iter();
    let own = all.position(|one| one.nearness == Nearness::Here);
    own.unwrap_or_default()
}

/// The other paragraphs that have a wording.
fn also_in(one: &TracedWording, corpus: &Corpus) -> Option<String> {
    let same = one.same.iter().take(NAMED);
    let named: Vec<_> = same.map(|&place| corpus.cite(place).to_string()).collect();
    let more = match one.same.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    (!named.is_empty()).then(|| format!("the same in {}{more}", named.join(", ")))
}

/// How a wording stands to the paragraph, in a word or a share; `guess` before a share that says little.
pub fn nearness_said(one: &TracedWording, guess: &str) -> String {
    let percent = (one.likeness * 100.0).min(99.0);
    let near = match one.nearness {
        Nearness::Near if percent < 50.0 => format!("{guess}{percent:.0}%"),
        Nearness::Near => format!("{percent:.0}%"),
        Nearness::Letters => "100%".to_owned(),
        state => state.name().to_owned(),
    };
    match one.same.len() {
        0 => near,
        more => format!("{near} +{more}"),
    }
}
