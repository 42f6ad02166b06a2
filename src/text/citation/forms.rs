//! What citations look like, for the manual page and the README.

/// A printed form, and ways to write it that are read as well.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// As it is printed.
    pub printed: &'static str,
    /// What it names.
    pub means: &'static str,
    /// Other ways to write it.
    pub also: &'static [&'static str],
}

/// The forms, each by an example.
pub const FORMS: &[Form] = &[
    Form {
        printed: "2/34-P",
        means: "the resolution",
        also: &[
            "2-34-P",
            "2/34 p",
            "res 2/34-P",
            "2/34",
            "OIC Resolution No. 2/34-P",
            "34th ICFM, resolution 2/34-P",
        ],
    },
    Form {
        printed: "2/34-P:7",
        means: "operative paragraph 7",
        also: &["2/34-P para 7", "¶7 2/34-P", "op. para. 7 of 2/34-P"],
    },
    Form {
        printed: "2/34-P:pp3",
        means: "preambular paragraph 3",
        also: &["2/34-P PP 3", "third preambular paragraph of 2/34-P"],
    },
    Form {
        printed: "2/34-P:7(a)(i)",
        means: "a point",
        also: &["2/34-P 7a(i)"],
    },
    Form {
        printed: "2/34-P:annex1:3",
        means: "paragraph 3 of annex 1; an annex with a label is named by it: `annex B`, `schedule 2`",
        also: &["2/34-P annex I, paragraph 3"],
    },
    Form {
        printed: "2/34-P:annex1:art 3(1)",
        means: "paragraph 1 of article 3 of an annexed statute",
        also: &["2/34-P, annex 1, article 3, paragraph 1"],
    },
    Form {
        printed: "2/34-P:7-9",
        means: "a range",
        also: &["2/34-P paras 7 to 9"],
    },
    Form {
        printed: "2/34-P:7,8,11-12",
        means: "several; of points as well: `points (a) and (b) of paragraph 3 of 2/34-P`",
        also: &[
            "paragraphs 7, 8 and 11-12 of resolution 2/34-P",
            "2/34-P, paras 7, 8; 11 to 12",
        ],
    },
    Form {
        printed: "2/34-P:7@en",
        means: "in a language, where it is here in several",
        also: &["paragraph 7 of 2/34-P @EN"],
    },
    Form {
        printed: "2/34-P:opening",
        means: "the organ's name and session",
        also: &["opening of 2/34-P"],
    },
    Form {
        printed: "2/34-P:7~2",
        means: "the second paragraph numbered 7",
        also: &[],
    },
    Form {
        printed: "2/34-P:~3",
        means: "the third paragraph without a number",
        also: &[],
    },
];
