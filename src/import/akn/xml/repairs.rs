//! What was changed to make sense of broken markup, and by which rule: those that `akn` states.

/// What was changed to make sense of broken markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkupRepair {
    /// The byte of the source; a line once the report is made.
    pub line: usize,
    /// The rule that was used.
    pub kind: MarkupRepairKind,
    /// The name of the element, the attribute or the entity.
    pub what: String,
}

/// The rules of repair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkupRepairKind {
    /// An end tag closed elements that were open inside.
    Crossed,
    /// An end tag of another name closed a paragraph.
    ClosedBy,
    /// An end tag of what is not open was left out.
    StrayEnd,
    /// The file ended inside elements.
    EndsEarly,
    /// An attribute stood twice; the first counts.
    DoubleAttribute,
    /// An entity that XML does not know stays as printed.
    UnknownEntity,
    /// A control character was left out.
    Control,
    /// A sign of markup that begins none stays as text.
    LooseSign,
}

impl MarkupRepairKind {
    /// Its name in a report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Crossed => "crossed",
            Self::ClosedBy => "closed-by",
            Self::StrayEnd => "stray-end",
            Self::EndsEarly => "ends-early",
            Self::DoubleAttribute => "double-attribute",
            Self::UnknownEntity => "unknown-entity",
            Self::Control => "control",
            Self::LooseSign => "loose-sign",
        }
    }
}
