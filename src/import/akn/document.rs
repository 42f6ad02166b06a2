//! What one file of Akoma Ntoso says: a document in passages, in the order of print.

use super::text::Inline;
use crate::text::model::DocumentKind;

/// One document, whatever its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Document {
    /// `S/RES/2505 (2020)`; empty where no witness knows one.
    pub symbol: String,
    /// A BCP 47 tag: `en`.
    pub language: String,
    /// What sort of text it is.
    pub kind: DocumentKind,
    /// The human title, where the file has one.
    pub title: Option<Inline>,
    /// Lines of the cover and the preface, in order.
    pub headings: Vec<Inline>,
    /// All passages, in the order of print.
    pub passages: Vec<DocumentPassage>,
    /// Where sections begin, in order; `DocumentPart::Operative(1)` is of the first.
    pub sections: Vec<SectionStart>,
    /// Where annexes begin, in order; `DocumentPart::Annex(1)` is of the first.
    pub annexes: Vec<AnnexStart>,
    /// What is known of its adoption.
    pub facts: DocumentFacts,
}

/// Where a passage stands. The number is that of the section or annex, from 1; 0 is before the first section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DocumentPart {
    /// The organ's name.
    Opening,
    /// Preambular paragraphs.
    Preamble(u16),
    /// Operative paragraphs.
    Operative(u16),
    /// Paragraphs of a statement.
    Statement,
    /// An annex.
    Annex(u16),
}

/// One entry of the list that a document is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DocumentPassage {
    /// Where it stands.
    pub part: DocumentPart,
    /// 0 for a paragraph, 1 for its points, 2 for theirs.
    pub depth: u8,
    /// What it is.
    pub shape: Shape,
    /// The number as printed.
    pub number: Option<Number>,
    /// The text, without its number and its notes.
    pub text: Inline,
    /// The byte of the source at which it begins.
    pub at: usize,
}

/// What a passage is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A paragraph, or a point below one.
    Paragraph,
    /// Text of a paragraph that goes on after its points, at the paragraph's own margin.
    Flush,
    /// A heading between paragraphs, from 1, the highest, to 4.
    Heading(u8),
    /// A table; the passage has no text.
    Table(DocumentTable),
    /// A line of signs only: `-----`.
    Rule,
}

/// A number as printed, and the stop behind it, which is not shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Number {
    /// `7`, `(a)`, `•`.
    pub shown: String,
    /// `.`, `-` or nothing.
    pub stop: String,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct DocumentTable {
    /// Its rows, in order.
    pub rows: Vec<Vec<DocumentCell>>,
    /// How many rows at its top are heads of columns.
    pub head: usize,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct DocumentCell {
    /// Its paragraphs, joined by newlines.
    pub text: Inline,
    /// How many columns it fills.
    pub columns: u16,
    /// How many rows it fills.
    pub rows: u16,
}

/// Where a section begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SectionStart {
    /// `A`, `II`.
    pub number: Option<Number>,
    /// What stands over it.
    pub title: Option<Inline>,
    /// How many passages stand before it.
    pub before: usize,
}

/// Where an annex begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct AnnexStart {
    /// The line that opens it, as printed: `Annex II`, `Annex A: Boats`.
    pub title: Option<Inline>,
    /// Lines of a cover of its own.
    pub headings: Vec<Inline>,
    /// How many passages stand before it.
    pub before: usize,
}

/// What is known of an adoption.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct DocumentFacts {
    /// The day of adoption, ISO 8601.
    pub adopted: Option<String>,
    /// The day the document was issued, ISO 8601.
    pub issued: Option<String>,
    /// `9527th meeting`.
    pub meeting: Option<String>,
    /// The record of that meeting: `S/PV.9527`.
    pub record: Option<String>,
    /// The draft that was put to the vote: `S/2024/37`.
    pub draft: Option<String>,
    /// The item of the agenda.
    pub agenda: Option<String>,
    /// What a librarian says the text is about.
    pub topic: Option<String>,
    /// States that put the draft forward.
    pub sponsors: Vec<String>,
    /// Terms of a thesaurus.
    pub subjects: Vec<String>,
    /// How it was adopted, as recorded.
    pub vote: Option<DocumentVote>,
}

/// A vote as recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct DocumentVote {
    /// In favour.
    pub favour: Side,
    /// Against.
    pub against: Side,
    /// Abstaining.
    pub abstaining: Side,
}

/// One side of a vote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Side {
    /// How many, as recorded.
    pub count: Option<u16>,
    /// Who, as recorded.
    pub who: Vec<String>,
}

/// What a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentDoubt {
    /// The byte of the source; a line once the report is made.
    pub line: usize,
    /// What sort of doubt.
    pub kind: DoubtKind,
    /// What was read, for a person.
    pub message: String,
}

impl DocumentDoubt {
    /// A doubt about what stands at a byte of the source, with its first 80 characters.
    pub(super) fn quoting(at: usize, kind: DoubtKind, text: &str) -> Self {
        Self {
            line: at,
            kind,
            message: text.chars().take(80).collect(),
        }
    }

    /// A doubt about the whole document.
    pub(super) fn of_whole(kind: DoubtKind, message: String) -> Self {
        Self {
            line: 0,
            kind,
            message,
        }
    }
}

/// Sorts of doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DoubtKind {
    /// Text of an element that the reader does not know.
    UnknownElement,
    /// Text outside of paragraphs.
    LooseText,
    /// Points deeper than a corpus holds.
    TooDeep,
    /// A number typed into the text.
    NumberTyped,
    /// A number and its text in two paragraphs.
    NumberApart,
    /// Preambular paragraphs in the body.
    PreambleInBody,
    /// Text that goes on after a paragraph.
    Continuation,
    /// A paragraph of the body that its label makes a point.
    FlatList,
    /// A paragraph that is read as a heading.
    TypedHeading,
    /// An annex in the body.
    AnnexInBody,
    /// Witnesses that name different symbols.
    SymbolConflict,
    /// A symbol that some witnesses leave empty.
    SymbolEmpty,
    /// A symbol without its space, or with others.
    SymbolSpacing,
    /// A symbol that reads as a place, and no witness has another.
    SymbolUncitable,
    /// A year that is not that of adoption.
    SymbolYear,
    /// The kind that the markup names is not that of the symbol.
    KindConflict,
    /// No language is named.
    LanguageUnknown,
    /// A vote that contradicts itself.
    Vote,
}

impl DoubtKind {
    /// Its name in a report.
    pub fn name(self) -> &'static str {
        match self {
            Self::UnknownElement => "unknown-element",
            Self::LooseText => "loose-text",
            Self::TooDeep => "too-deep",
            Self::NumberTyped => "number-typed",
            Self::NumberApart => "number-apart",
            Self::PreambleInBody => "preamble-in-body",
            Self::Continuation => "continuation",
            Self::FlatList => "flat-list",
            Self::TypedHeading => "typed-heading",
            Self::AnnexInBody => "annex-in-body",
            Self::SymbolConflict => "symbol-conflict",
            Self::SymbolEmpty => "symbol-empty",
            Self::SymbolSpacing => "symbol-spacing",
            Self::SymbolUncitable => "symbol-uncitable",
            Self::SymbolYear => "symbol-year",
            Self::KindConflict => "kind-conflict",
            Self::LanguageUnknown => "language-unknown",
            Self::Vote => "vote",
        }
    }
}
