//! What may be typed: the commands, their arguments and options, and what is said of each.
//!
//! The one source of reading ([`super`]), help, manual page and completions. A help is one line; a
//! remark is for `--help` and the manual page, its lines as they stand.

/// The program, or one of its commands.
#[derive(Debug)]
pub(in crate::cli) struct Usage {
    pub(in crate::cli) name: &'static str,
    pub(in crate::cli) help: &'static str,
    /// What may stand behind `resolut` and the name, in words.
    pub(in crate::cli) forms: &'static [&'static str],
    pub(in crate::cli) argument: Option<Argument>,
    pub(in crate::cli) options: &'static [Flag],
    pub(in crate::cli) examples: &'static str,
}

impl Usage {
    /// How it is called.
    pub(in crate::cli) fn called(&self) -> String {
        if self.is_program() {
            self.name.to_owned()
        } else {
            format!("{} {}", RESOLUT.name, self.name)
        }
    }

    /// Whether it is the program without a command.
    pub(in crate::cli) fn is_program(&self) -> bool {
        self.name == RESOLUT.name
    }

    /// The options that may stand in such a command line.
    pub(in crate::cli) fn flags(&self) -> impl Iterator<Item = &'static Flag> + use<> {
        self.options.iter().chain([&HELP]).chain(EVERYWHERE)
    }
}

/// What is no option, and stands at the end: any number of it, or at least one.
#[derive(Debug)]
pub(in crate::cli) struct Argument {
    pub(in crate::cli) name: &'static str,
    pub(in crate::cli) required: bool,
    pub(in crate::cli) value: Value,
    pub(in crate::cli) help: &'static str,
    pub(in crate::cli) remark: &'static str,
}

/// An option.
#[derive(Debug)]
pub(in crate::cli) struct Flag {
    pub(in crate::cli) name: &'static str,
    pub(in crate::cli) short: Option<char>,
    /// What it is called in the help, and what it may be; none where the option has no value.
    pub(in crate::cli) value: Option<(&'static str, Value)>,
    pub(in crate::cli) default: Option<&'static str>,
    pub(in crate::cli) help: &'static str,
    pub(in crate::cli) remark: &'static str,
}

/// What a value may be.
#[derive(Clone, Copy, Debug)]
pub(in crate::cli) enum Value {
    /// Any text.
    Text,
    /// A file or a folder.
    Path,
    /// One of these, each with its meaning.
    Choice(&'static [(&'static str, &'static str)]),
}

/// A flag of which the rest is to be said.
const FLAG: Flag = Flag {
    name: "",
    short: None,
    value: None,
    default: None,
    help: "",
    remark: "",
};

pub(in crate::cli) const RESOLUT: Usage = Usage {
    name: "resolut",
    help: "Read diplomatic resolutions in the terminal",
    forms: &["[OPTIONS] [CITATION]...", "[OPTIONS] <COMMAND>"],
    argument: Some(Argument {
        name: "CITATION",
        required: false,
        value: Value::Text,
        help: "Where to open the reader, as in `2/34-P:7` or `2/34-P para 7`",
        remark: "\
Without it the reader opens where it was left. Where standard output is no
terminal, what is cited is printed as `resolut show` prints it; without a
citation, what `resolut list` prints.",
    }),
    options: &[
        Flag {
            name: "plain",
            help: "Read in lines instead of panes: for screen readers, and for any terminal",
            remark: "\
Each command is a line (`next`, `7`, `find islamic dev bank`; `help` lists them),
and so is each answer: no sequence is sent and nothing moves.",
            ..FLAG
        },
        VERSION,
    ],
    examples: "\
resolut                          open the reader where it was left
resolut 2/34-P para 7            open it at a paragraph
resolut show 2/34-P:7            print the paragraph
resolut find islamic dev bank    find paragraphs by their words
resolut list                     list what there is to read",
};

pub(in crate::cli) const VERSION: Flag = Flag {
    name: "version",
    short: Some('V'),
    help: "Print version",
    ..FLAG
};

pub(in crate::cli) const HELP: Flag = Flag {
    name: "help",
    short: Some('h'),
    help: "Print help; with `--help`, all of it",
    ..FLAG
};

/// Options that every command takes.
pub(in crate::cli) const EVERYWHERE: &[Flag] = &[
    Flag {
        name: "corpus",
        value: Some(("PATH", Value::Path)),
        help: "Read this corpus too: a file, a folder of files, or `-`",
        remark: "\
May be given several times. `RESOLUT_CORPUS` names corpora in the same way,
parted as in `PATH`; the option takes its place.",
        ..FLAG
    },
    Flag {
        name: "color",
        value: Some((
            "WHEN",
            Value::Choice(&[
                (
                    "auto",
                    "on a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`",
                ),
                ("always", "always"),
                ("never", "never"),
            ]),
        )),
        default: Some("auto"),
        help: "When to write bold and underlined",
        ..FLAG
    },
    Flag {
        name: "ascii",
        help: "Use ASCII for marks and borders",
        ..FLAG
    },
];

/// The commands, in the order of the help.
pub(in crate::cli) const COMMANDS: &[Usage] =
    &[SHOW, FIND, LIST, MARKS, IMPORT, CHECK, COMPLETIONS, MAN];

const FORMATS: Value = Value::Choice(&[
    (
        "text",
        "for people: set to the terminal's width, or a line each into a pipe",
    ),
    ("json", "an array of objects"),
    ("tsv", "a line each, columns parted by tabs"),
]);

const FORMAT: Flag = Flag {
    name: "format",
    value: Some(("FORMAT", FORMATS)),
    default: Some("text"),
    help: "How to print it",
    ..FLAG
};

const SHOW: Usage = Usage {
    name: "show",
    help: "Print paragraphs, or whole resolutions",
    forms: &["[OPTIONS] <CITATION>..."],
    argument: Some(Argument {
        name: "CITATION",
        required: true,
        value: Value::Text,
        help: "What to print: a paragraph, a range of them, or a resolution",
        remark: "",
    }),
    options: &[
        FORMAT,
        Flag {
            name: "as-printed",
            help: "Print the lines of the source, with their numbers, instead of the paragraph",
            ..FLAG
        },
    ],
    examples: "\
resolut show 2/34-P:7                 one operative paragraph
resolut show 2/34-P:pp3 3/34-P:7-9    a preambular one, and a range
resolut show 2/34-P --format json     a whole resolution, for a program
resolut show 3/34-P:8 --as-printed    the lines of the source",
};

const FIND: Usage = Usage {
    name: "find",
    help: "Find paragraphs by their words",
    forms: &["[OPTIONS] <QUERY>...", "[OPTIONS] --batch"],
    argument: Some(Argument {
        name: "QUERY",
        required: false,
        value: Value::Text,
        help: "Words, a citation, or both",
        remark: "\
`\"an exact phrase\"`, `-word` to leave paragraphs out; `pp`, `op`, `annex`,
`verb:requests`, `in:2/34-P` and `session:34` narrow the search.",
    }),
    options: &[
        Flag {
            help: "How to print what is found",
            ..FORMAT
        },
        Flag {
            name: "limit",
            value: Some(("N", Value::Text)),
            default: Some("20"),
            help: "How many to print at most",
            ..FLAG
        },
        Flag {
            name: "batch",
            help: "Read queries from standard input, one a line",
            remark: "\
The rows of each are followed by an empty line, and written before the next
query is read.",
            ..FLAG
        },
        Flag {
            name: "stats",
            help: "Say at the end how many microseconds a query took, and a key",
            remark: "\
On standard error: least, median, 99th percentile, most and mean of finding,
in processor time, without reading the corpus or printing rows. For the keys
each query is typed once more, letter by letter, and asked at every letter.",
            ..FLAG
        },
    ],
    examples: "\
resolut find islamic dev bank
resolut find '\"composite dialogue\"' op
resolut find verb:requests in:2/34-P
resolut find kashmir -india
resolut find --batch --format tsv < queries.txt",
};

const LIST: Usage = Usage {
    name: "list",
    help: "List sessions and resolutions, or the outline of one",
    forms: &["[OPTIONS] [SESSION|RESOLUTION]..."],
    argument: Some(Argument {
        name: "SESSION|RESOLUTION",
        required: false,
        value: Value::Text,
        help: "The session whose resolutions, or the resolution whose paragraphs are listed",
        remark: "",
    }),
    options: &[Flag {
        help: "How to print the list",
        ..FORMAT
    }],
    examples: "\
resolut list                    all sessions and their resolutions
resolut list ICFM-34            the resolutions of a session
resolut list 2/34-P             the outline of a resolution",
};

const MARKS: Usage = Usage {
    name: "marks",
    help: "List the paragraphs that were marked in the reader",
    forms: &["[OPTIONS]"],
    argument: None,
    options: &[Flag {
        help: "How to print the list",
        ..FORMAT
    }],
    examples: "",
};

const IMPORT: Usage = Usage {
    name: "import",
    help: "Read resolutions from the text of a PDF into a corpus file",
    forms: &["[OPTIONS] <FILE>..."],
    argument: Some(Argument {
        name: "FILE",
        required: true,
        value: Value::Path,
        help: "Text that came out of a PDF",
        remark: "",
    }),
    options: &[
        Flag {
            name: "output",
            short: Some('o'),
            value: Some(("FILE", Value::Path)),
            help: "Write the corpus to this file",
            remark: "\
Without it each is written to `$XDG_DATA_HOME/resolut/` under the name of its
source, and is read from then on beside the bundled corpus.",
            ..FLAG
        },
        Flag {
            name: "force",
            help: "Replace a corpus file that is there",
            ..FLAG
        },
        Flag {
            value: Some((
                "FORMAT",
                Value::Choice(&[
                    ("text", "for people, on standard error"),
                    ("json", "for programs, on standard output"),
                ]),
            )),
            help: "How to print the report",
            ..FORMAT
        },
        Flag {
            name: "encoding",
            value: Some((
                "ENCODING",
                Value::Choice(&[("utf-8", "UTF-8"), ("latin1", "ISO 8859-1")]),
            )),
            default: Some("utf-8"),
            help: "The encoding of the text",
            ..FLAG
        },
    ],
    examples: "\
pdftotext -layout icfm-34.pdf && resolut import icfm-34.txt
resolut import icfm-34.txt -o data/corpus.json --force",
};

const CHECK: Usage = Usage {
    name: "check",
    help: "Look for faults in a corpus file",
    forms: &["[OPTIONS] [CORPUS]..."],
    argument: Some(Argument {
        name: "CORPUS",
        required: false,
        value: Value::Path,
        help: "A corpus file, or a folder of them; without it all that `resolut` reads",
        remark: "",
    }),
    options: &[],
    examples: "",
};

const COMPLETIONS: Usage = Usage {
    name: "completions",
    help: "Print a script that completes the commands in a shell",
    forms: &["<SHELL>"],
    argument: Some(Argument {
        name: "SHELL",
        required: true,
        value: Value::Choice(&[("bash", "bash"), ("zsh", "zsh"), ("fish", "fish")]),
        help: "The shell",
        remark: "",
    }),
    options: &[],
    examples: "\
resolut completions bash > ~/.local/share/bash-completion/completions/resolut
resolut completions zsh > ~/.zfunc/_resolut
resolut completions fish > ~/.config/fish/completions/resolut.fish",
};

const MAN: Usage = Usage {
    name: "man",
    help: "Print the manual page",
    forms: &[""],
    argument: None,
    options: &[],
    examples: "\
resolut man > ~/.local/share/man/man1/resolut.1",
};

/// Prepares what is bundled, before the program is built; no part of the help.
pub(in crate::cli) const PREPARE: Usage = Usage {
    name: "prepare",
    help: "Prepare what is bundled, before the program is built",
    forms: &["[OPTIONS] [CORPUS]"],
    argument: Some(Argument {
        name: "CORPUS",
        required: false,
        value: Value::Path,
        help: "The corpus that is to be bundled [default: data/corpus.json]",
        remark: "",
    }),
    options: &[Flag {
        name: "output",
        short: Some('o'),
        value: Some(("FILE", Value::Path)),
        default: Some("data/corpus.index"),
        help: "Write its catalogue and its index to this file",
        ..FLAG
    }],
    examples: "",
};
