//! What is known of a document beside its text.

use super::Text;

/// What a document is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DocumentKind {
    /// A resolution, or a decision.
    #[default]
    Resolution,
    /// A draft that was put to the vote and not adopted.
    Draft,
    /// A statement: paragraphs that are neither preambular nor operative.
    Statement,
}

/// What is known of how a document came about, each as its source says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The day on which it was issued, ISO 8601.
    pub issued: Option<Text>,
    /// The meeting that adopted it: `9527th meeting`.
    pub meeting: Option<Text>,
    /// The symbol of that meeting's record: `S/PV.9527`.
    pub record: Option<Text>,
    /// The symbol of the draft: `S/2024/37`.
    pub draft: Option<Text>,
    /// The item of the agenda.
    pub agenda: Option<Text>,
    /// What librarians call its subject; no title, and shown as none.
    pub topic: Option<Text>,
    /// Who put it forward.
    pub sponsors: Vec<Text>,
    /// Keywords of librarians.
    pub subjects: Vec<Text>,
    /// How it was voted on.
    pub vote: Option<Box<Vote>>,
}

/// A vote as recorded; counts and names may contradict each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vote {
    /// Those for it.
    pub in_favour: Votes,
    /// Those against it.
    pub against: Votes,
    /// Those who abstained.
    pub abstaining: Votes,
}

/// The votes of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Votes {
    /// How many.
    pub count: Option<u32>,
    /// Whose; none where that was not recorded.
    pub who: Vec<Text>,
}
