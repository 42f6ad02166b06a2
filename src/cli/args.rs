//! What was typed on the command line, read by the [`table`] of what may be.
//!
//! lexopt parts options, values and the rest; what they mean is decided here. A wrong word is answered
//! with what was expected in its place.

use std::ffi::{OsStr, OsString};
use std::num::NonZeroUsize;
use std::path::PathBuf;

use anyhow::Result;

pub(super) mod table;
mod words;

use super::Outcome;
use super::report::Advised;
use table::Usage;
use words::Words;

/// What is asked of the program.
#[derive(Debug)]
pub(super) enum Asked {
    /// To do something.
    Run(Args),
    /// To say how it, or one of its commands, is used.
    Help(&'static Usage, Depth),
    /// To say which version it is.
    Version,
}

/// How much of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth {
    /// A line each.
    Short,
    /// Remarks and choices as well.
    Long,
}

/// What is to be done, and with what.
#[derive(Debug)]
pub(super) struct Args {
    /// None: the reader, or what it would open.
    pub(super) command: Option<Command>,
    pub(super) citation: Vec<String>,
    /// In lines instead of panes.
    pub(super) plain: bool,
    pub(super) everywhere: Everywhere,
}

/// Options that every command takes.
#[derive(Debug)]
pub(super) struct Everywhere {
    pub(super) corpus: Vec<PathBuf>,
    pub(super) color: When,
    pub(super) ascii: bool,
}

#[derive(Debug)]
pub(super) enum Command {
    Show(Show),
    Find(Find),
    List(List),
    Marks(Format),
    Import(Import),
    Check(Check),
    Prepare(Prepare),
    Completions(Shell),
    Man,
}

#[derive(Debug)]
pub(super) struct Show {
    pub(super) citations: Vec<String>,
    pub(super) format: Format,
    pub(super) as_printed: bool,
}

#[derive(Debug)]
pub(super) struct Find {
    pub(super) query: Vec<String>,
    pub(super) format: Format,
    pub(super) limit: NonZeroUsize,
    pub(super) batch: bool,
    pub(super) stats: bool,
}

#[derive(Debug)]
pub(super) struct List {
    pub(super) of: Vec<String>,
    pub(super) format: Format,
}

#[derive(Debug)]
pub(super) struct Import {
    pub(super) files: Vec<PathBuf>,
    pub(super) output: Option<PathBuf>,
    pub(super) force: bool,
    pub(super) format: ReportFormat,
    pub(super) encoding: Encoding,
}

#[derive(Debug)]
pub(super) struct Check {
    pub(super) corpora: Vec<PathBuf>,
}

#[derive(Debug)]
pub(super) struct Prepare {
    pub(super) corpus: PathBuf,
    pub(super) output: PathBuf,
}

/// When to write bold and underlined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    Auto,
    Always,
    Never,
}

/// How data is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    Json,
    Tsv,
}

/// How the report of an import is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ReportFormat {
    Text,
    Json,
}

/// How bytes of a source are read as characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Latin1,
}

/// A shell that completions are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shell {
    Bash,
    Zsh,
    Fish,
}

impl Asked {
    /// Reads the words behind the program's name.
    pub(super) fn read(typed: impl Iterator<Item = OsString>) -> Result<Self> {
        let mut words = Words::read(typed)?;
        if let Some(depth) = words.help {
            return Ok(Self::Help(words.usage, depth));
        }
        if words.has("version") {
            return Ok(Self::Version);
        }
        let everywhere = Everywhere {
            corpus: words.all("corpus").map(PathBuf::from).collect(),
            color: match words.chosen("color")? {
                "always" => When::Always,
                "never" => When::Never,
                _ => When::Auto,
            },
            ascii: words.has("ascii"),
        };
        let command = Command::read(&mut words)?;
        Ok(Self::Run(Args {
            command,
            plain: words.has("plain"),
            citation: words.texts()?,
            everywhere,
        }))
    }
}

impl Command {
    /// The command of the words, which takes what belongs to it; none for the program itself.
    fn read(words: &mut Words) -> Result<Option<Self>> {
        Ok(Some(match words.usage.name {
            "show" => Self::Show(Show {
                citations: words.texts()?,
                format: format(words)?,
                as_printed: words.has("as-printed"),
            }),
            "find" => Self::Find(find(words)?),
            "list" => Self::List(List {
                of: words.texts()?,
                format: format(words)?,
            }),
            "marks" => Self::Marks(format(words)?),
            "import" => Self::Import(Import {
                files: words.paths(),
                output: words.last("output").map(PathBuf::from),
                force: words.has("force"),
                format: match words.chosen("format")? {
                    "json" => ReportFormat::Json,
                    _ => ReportFormat::Text,
                },
                encoding: match words.chosen("encoding")? {
                    "latin1" => Encoding::Latin1,
                    _ => Encoding::Utf8,
                },
            }),
            "check" => Self::Check(Check {
                corpora: words.paths(),
            }),
            "prepare" => Self::Prepare(Prepare {
                corpus: words
                    .paths()
                    .pop()
                    .unwrap_or_else(|| "data/corpus.json".into()),
                output: words.last("output").map(PathBuf::from).unwrap_or_default(),
            }),
            "completions" => Self::Completions(match words.argument()? {
                "zsh" => Shell::Zsh,
                "fish" => Shell::Fish,
                _ => Shell::Bash,
            }),
            "man" => Self::Man,
            _ => return Ok(None),
        }))
    }
}

fn format(words: &Words) -> Result<Format> {
    Ok(match words.chosen("format")? {
        "json" => Format::Json,
        "tsv" => Format::Tsv,
        _ => Format::Text,
    })
}

fn find(words: &mut Words) -> Result<Find> {
    let limit = words.last("limit").and_then(OsStr::to_str);
    let limit = limit.and_then(|limit| limit.parse().ok());
    let find = Find {
        limit: limit.ok_or_else(|| words.wrong("`--limit` takes a whole number from 1"))?,
        format: format(words)?,
        batch: words.has("batch"),
        stats: words.has("stats"),
        query: words.texts()?,
    };
    if find.stats && !find.batch {
        return Err(words.wrong("`--stats` goes with `--batch`"));
    }
    if find.batch && !find.query.is_empty() {
        return Err(
            words.wrong("`--batch` reads its queries from standard input, and none from here")
        );
    }
    if !find.batch && find.query.is_empty() {
        return Err(words.lacks_argument("QUERY"));
    }
    Ok(find)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Result<Asked> {
        Asked::read(typed.split_whitespace().map(OsString::from))
    }

    fn args(typed: &str) -> Args {
        match read(typed).unwrap() {
            Asked::Run(args) => args,
            other => panic!("`{typed}` asks for {other:?}"),
        }
    }

    fn wrong(typed: &str) -> String {
        let error = read(typed).unwrap_err();
        let advised = error.downcast_ref::<Advised>().unwrap();
        assert_eq!(advised.outcome, Outcome::Faulty);
        advised.message.clone()
    }

    #[test]
    fn the_first_word_may_be_a_command_and_no_other() {
        assert!(matches!(args("man").command, Some(Command::Man)));
        let args = args("2/34-P list");
        assert!(args.command.is_none());
        assert_eq!(args.citation, ["2/34-P", "list"]);
    }

    #[test]
    fn options_stand_anywhere_and_the_last_one_counts() {
        for typed in [
            "--ascii list ICFM-34 --format tsv",
            "list --format json --format=tsv ICFM-34 --ascii",
        ] {
            let args = args(typed);
            assert!(args.everywhere.ascii);
            let Some(Command::List(list)) = args.command else {
                panic!("`{typed}`");
            };
            assert_eq!(
                (list.of, list.format),
                (vec!["ICFM-34".into()], Format::Tsv)
            );
        }
    }

    #[test]
    fn a_word_with_a_minus_is_left_out_of_what_is_found() {
        for (typed, query) in [
            ("find kashmir -india --limit 3", &["kashmir", "-india"][..]),
            ("find -india kashmir", &["-india", "kashmir"]),
            ("find -- --limit", &["--limit"]),
        ] {
            let Some(Command::Find(find)) = args(typed).command else {
                panic!("`{typed}`");
            };
            assert_eq!(find.query, query, "{typed}");
        }
    }

    #[test]
    fn help_is_of_the_command_it_is_asked_of() {
        for (typed, name, depth) in [
            ("-h", "resolut", Depth::Short),
            ("find --help", "find", Depth::Long),
            ("--help show", "show", Depth::Long),
            ("import -h --nonsense", "import", Depth::Short),
        ] {
            let Asked::Help(usage, asked) = read(typed).unwrap() else {
                panic!("`{typed}`");
            };
            assert_eq!((usage.name, asked), (name, depth), "{typed}");
        }
    }

    #[test]
    fn each_choice_means_something_else() {
        let formats = ["text", "json", "tsv"].map(|name| args(&format!("list --format {name}")));
        let formats = formats.map(|args| match args.command {
            Some(Command::List(list)) => list.format,
            _ => panic!("no list"),
        });
        assert_eq!(formats, [Format::Text, Format::Json, Format::Tsv]);
        let colors = ["auto", "always", "never"]
            .map(|when| args(&format!("--color {when}")).everywhere.color);
        assert_eq!(colors, [When::Auto, When::Always, When::Never]);
    }

    #[test]
    fn a_wrong_word_is_told_what_was_expected() {
        for (typed, said) in [
            ("show", "`resolut show` needs a CITATION"),
            ("find", "`resolut find` needs a QUERY"),
            ("--formt", "`resolut` has no option `--formt`"),
            ("list -x", "`resolut list` has no option `-x`"),
            ("man 2/34-P", "`resolut man` takes no `2/34-P`"),
            (
                "list --format",
                "`--format` needs a value: `text`, `json` or `tsv`",
            ),
            (
                "list --format xml",
                "`--format` is `text`, `json` or `tsv`, not `xml`",
            ),
            (
                "completions tcsh",
                "SHELL is `bash`, `zsh` or `fish`, not `tcsh`",
            ),
            (
                "completions bash zsh",
                "`resolut completions` takes one SHELL",
            ),
            ("list --ascii=yes", "`--ascii` has no value"),
            ("find a --limit 0", "`--limit` takes a whole number from 1"),
            ("--plain list", "`resolut list` has no option `--plain`"),
            ("find --stats", "`--stats` goes with `--batch`"),
        ] {
            assert_eq!(wrong(typed), said, "{typed}");
        }
    }
}
