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
        typed: &["liberia OR \"sierra leone\" arms", "liberia|sudan arms"],
        finds: "with one of the words or phrases around `OR`, and with the others",
    },
    Syntax {
        typed: &["kashmir -india", "fund -pp", "fund NOT kashmir"],
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
        finds: "in that session; of several of one kind, as of `in:`, any will do",
    },
    Syntax {
        typed: &["title:kashmir", "title:\"contact group\""],
        finds: "in resolutions with these words in their title, topic, symbol or year",
    },
    Syntax {
        typed: &["year:2007", "year:2003-2005", "adopted:2004-06-30"],
        finds: "adopted in that year, in one of these, on that day or in that month",
    },
    Syntax {
        typed: &["since:2004-06", "until:2005"],
        finds: "adopted then or later, then or earlier: a year, a month or a day",
    },
    Syntax {
        typed: &["to:secretary-general", "does:report", "does:requests"],
        finds: "that ask somebody, for a report or by this verb; in English only",
    },
    Syntax {
        typed: &["due:2005", "due:2005-01..2005-06", "due:\"35th session\""],
        finds: "that ask for something by a day of then, or by a time in these words",
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
