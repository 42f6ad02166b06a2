//! Who is asked to do what by when: the acts of operative paragraphs.
//!
//! A paragraph is cut into clauses at the verbs of a closed list (`clauses`, `verbs`); of each the addressees are
//! the noun phrases before what is to be done (`addressees`). Whether it asks for a report, and by when, is told from
//! cues (`reports`, `due`). All of it is as printed; a day is given only where it follows from the text and the
//! day of adoption.
//!
//! Limits: what a relative clause asks for is no act; the addressee behind a noun (`reiterates its call upon`) is found behind
//! a few nouns only; an occasion is told of reports, of reviews and of what somebody is bound to do.

use std::ops::Range;

use super::lexemes::Lexemes;
use crate::text::model::Resolution;

mod actors;
mod addressees;
mod called;
mod clauses;
mod days;
mod due;
mod infinitives;
mod noted;
mod reports;
#[cfg(test)]
mod tests;
mod verbs;

pub use due::{Due, TimeUnit};
pub use noted::{note, noted};

use clauses::Clause;
use verbs::Mood;

/// One thing that a paragraph does: a verb with what belongs to it. Its ranges are bytes of the text of the paragraph
/// with its points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// In the third person and small letters, without adverbs: `requests`, `calls upon`.
    pub verb: String,
    /// Its clause, from its adverbs to before the next.
    pub range: Range<usize>,
    /// Who is asked, without articles; empty where nobody is, or where it is not clear.
    pub addressees: Vec<Range<usize>>,
    /// Whether the organ or a committee of it is to be told something.
    pub is_report: bool,
    /// Whether the organ itself is to do it: to review, to consider.
    pub is_own: bool,
    /// By when, each with the words that say so.
    pub due: Vec<(Range<usize>, Due)>,
}

impl Act {
    /// The act once for each time by which it is due; once where it is due at none.
    pub fn by_time(mut self) -> Vec<Self> {
        let mut times: Vec<_> = std::mem::take(&mut self.due)
            .into_iter()
            .map(Some)
            .collect();
        if times.is_empty() {
            times.push(None);
        }
        let at = |time: Option<_>| Self {
            due: time.into_iter().collect(),
            ..self.clone()
        };
        times.into_iter().map(at).collect()
    }
}

/// The acts of the operative paragraph or point at an index, in the order of its text, each with the index of what does
/// it: the paragraph itself or one of its points. None elsewhere.
///
/// ```
/// use resolut::analysis::actions;
/// use resolut::bundle;
///
/// let corpus = bundle::corpus();
/// let place = corpus.read_citation("2/34-P:7", None)?.beginning();
/// let text = corpus.text(place)?;
/// let resolution = corpus.read(place.resolution)?;
/// let acts = actions::of(&resolution, place.index());
/// let (passage, act) = &acts[1];
/// assert_eq!(act.verb, "entrusts");
/// assert_eq!(&text[act.addressees[0].clone()], "General Secretariat");
/// assert_eq!(*passage, place.index());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn of(resolution: &Resolution, index: usize) -> Vec<(usize, Act)> {
    let passage = resolution.passages.get(index);
    if !passage.is_some_and(|passage| passage.part.is_operative()) {
        return Vec::new();
    }
    let starts = resolution.unit_starts(index);
    let acts = read(&resolution.unit_text(index)).into_iter();
    acts.map(|act| {
        let behind = starts.partition_point(|&start| start <= act.range.start);
        (index + behind.saturating_sub(1), act)
    })
    .collect()
}

/// The acts of a text.
fn read(text: &str) -> Vec<Act> {
    let lexemes = &Lexemes::of(text);
    let clauses = clauses::clauses(lexemes, text);
    let mut acts: Vec<Act> = clauses.iter().map(|clause| act(lexemes, clause)).collect();
    // `Calls upon and requests all States to`: both ask the same.
    for at in (1..acts.len()).rev() {
        let clause = &clauses[at - 1];
        if clause.verb.mood == Mood::Asks && is_bare(lexemes, clause) {
            let asked = acts[at].addressees.clone();
            acts[at - 1].addressees = asked;
        }
    }
    acts
}

/// Whether a clause has nothing behind its verb.
fn is_bare(lexemes: &Lexemes<'_>, clause: &Clause) -> bool {
    let mut behind = clause.verb.behind..clause.lexemes.end;
    behind.all(|at| lexemes.is_mark(at, &[',']) || lexemes.is(at, &["and", "also", "further"]))
}

fn act(lexemes: &Lexemes<'_>, clause: &Clause) -> Act {
    let addressees = addressees::addressees(lexemes, clause);
    let is_report = reports::is_report(lexemes, clause);
    let is_own = is_own(lexemes, clause);
    let is_bound = clause.verb.mood == Mood::Decides && !addressees.is_empty();
    let behind = clause.verb.behind..clause.lexemes.end;
    // Of what is only asked for, an occasion may be that of something else.
    let is_asked = clause.verb.mood == Mood::Asks
        && !addressees.is_empty()
        && clause.verb.name != "authorizes";
    let is_told = is_report || is_own || is_bound;
    let mut due = if is_told || is_asked {
        due::due(lexemes, &behind)
    } else {
        Vec::new()
    };
    due.retain(|(_, due)| is_told || due.is_firm());
    let bytes = |of: &Range<usize>| lexemes.bytes(of);
    Act {
        verb: clause.verb.name.clone(),
        range: bytes(&clause.lexemes),
        addressees: addressees.iter().map(bytes).collect(),
        is_report,
        is_own,
        due: due
            .into_iter()
            .map(|(words, due)| (bytes(&words), due))
            .collect(),
    }
}

/// Whether the organ decides to do something itself, or to take it up again.
fn is_own(lexemes: &Lexemes<'_>, clause: &Clause) -> bool {
    const TO_DO: [&str; 5] = ["review", "consider", "revisit", "assess", "examine"];
    let to = clause.verb.behind;
    let is_said = clause.verb.mood == Mood::Decides || clause.verb.name == verbs::INTENDS;
    let near = |words: &[&str]| (to + 2..to + 7).any(|at| lexemes.is(at, words));
    let takes_up = lexemes.is(to + 1, &["continue", "resume"])
        && near(&["consideration", "consider"])
        || lexemes.is(to + 1, &["include"]) && near(&["agenda"]);
    is_said && lexemes.is(to, &["to"]) && (lexemes.is(to + 1, &TO_DO) || takes_up)
}
