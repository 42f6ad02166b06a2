//! The short notation for a place in the corpus: `2/34-P:7`.

use crate::model::Part;

/// A place as it is cited. At least one of the two is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The symbol as written, or the part of it that was; none in an open resolution.
    pub symbol: Option<String>,
    /// What is cited of the resolution; none for the whole of it.
    pub target: Option<Target>,
}

/// What is cited of a resolution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The part.
    pub part: Part,
    /// From the paragraph down to the point; empty for a whole part.
    pub steps: Vec<Step>,
    /// The last of a range `7-9`: replaces the last step.
    pub to: Option<Step>,
}

/// One paragraph or point among its siblings.
///
/// Printed as its label: `7`, `7 bis`, `(a)`. Where a label is printed twice or not at all, which of
/// them is counted behind a tilde: `7~2` is the second paragraph 7, `~3` the third without a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The number without brackets, `7`, `a`; empty where none is printed.
    pub label: String,
    /// Which of the siblings of that label, from 1.
    pub nth: u32,
}
