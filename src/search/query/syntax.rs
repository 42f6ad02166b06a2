//! The ways to ask, as the manual page and the README list them.

/// A way to ask, for the manual page and the README.
#[derive(Clone, Copy, Debug)]
pub struct Syntax {
    /// Examples of what is typed.
    pub typed: &'static [&'static str],
    /// What is found by it.
    pub finds: &'static str,
}

/// The ways to ask.
pub const SYNTAX: &[Syntax] = &[
    Syntax {
        typed: &["islamic dev bank"],
        finds: "paragraphs with all of these words or their beginnings",
    },
    Syntax {
        typed: &["\"composite dialogue\""],
        finds: "that very phrase",
    },
    Syntax {
        typed: &["kashmir -india", "fund -pp"],
        finds: "with the one, without the other: a minus stands before any of these",
    },
    Syntax {
        typed: &["pp recalling", "op mission", "annex list"],
        finds: "in that part only",
    },
    Syntax {
        typed: &["verb:requests", "verb:\"calls upon\""],
        finds: "paragraphs that open with this verb",
    },
    Syntax {
        typed: &["in:3/34-P contact", "in:. contact"],
        finds: "in that resolution; in the one that is open",
    },
    Syntax {
        typed: &["session:34 fund"],
        finds: "in that session",
    },
    Syntax {
        typed: &["lang:fr fonds"],
        finds: "in that language, whatever is shown",
    },
    Syntax {
        typed: &["2/34-P:7"],
        finds: "the place itself",
    },
];
