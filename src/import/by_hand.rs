//! What a person says of the lines of a text where the reader read them wrongly. It is kept beside the corpus and
//! holds when the text is imported again.
//!
//! A line each; what follows `#` at a line's beginning is a remark:
//!
//! | line | says |
//! |---|---|
//! | `line 61 begins operative 5` | an operative paragraph of that number begins there, or one of an annex; without a number one that has none |
//! | `line 61 begins preambular` | a preambular paragraph begins there |
//! | `line 61 begins point (a)` | a point of that label begins there |
//! | `line 61 begins opening` | the opening begins there, and what stands above is its heading |
//! | `line 61 begins annex` | an annex begins there, with its heading |
//! | `line 61 goes on` | no paragraph begins there |
//! | `line 12 is the title` | the title stands there |
//! | `lines 100-104 are furniture` | they are no part of the text |
//! | `lines 100-104 are text` | they are |
//! | `symbol A/RES/73/6` | as the option; so `title`, `organ`, `session`, `date`, `language` |
//!
//! Behind the number of a line its first words may stand in quotes: `line 61 "Requests the" begins operative 5`. A
//! repair whose line has other words by now, or is not there, is not done, and that is said.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::Front;
use super::report::{RepairKind, Report};
use super::source::Line;

/// The repairs of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandRepairs {
    /// What is said of all of it.
    pub front: Front,
    of_lines: Vec<HandRepair>,
}

/// What is said of some lines.
#[derive(Clone, Debug, PartialEq, Eq)]
struct HandRepair {
    lines: RangeInclusive<u32>,
    /// The words that the first of them begins with.
    words: Vec<String>,
    told: LineTold,
    /// As it was written.
    written: String,
}

/// What is said of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) enum LineTold {
    Begins(ToldBeginning),
    GoesOn,
    Title,
    Furniture,
    Text,
}

/// What begins with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) enum ToldBeginning {
    Opening,
    Preambular,
    Operative(Option<String>),
    Point(String),
    Annex,
}

/// A line that says nothing that is understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: expected {expected}, found `{found:.60}`")]
pub struct HandRepairError {
    /// Its number, from 1.
    pub line: usize,
    /// What may stand there.
    pub expected: &'static str,
    /// What does.
    pub found: String,
}

const LINE: &str = "`line 61 begins operative 5`, `lines 100-104 are furniture` or `symbol …`";
const SAID: &str =
    "`begins …`, `goes on`, `is the title`, `are furniture` or `are text` behind a line's number";
const BEGUN: &str =
    "`opening`, `preambular`, `operative 5`, `point (a)` or `annex` behind `begins`";

impl HandRepairs {
    /// Of a text that was read well.
    pub const NOTHING: Self = Self {
        front: Front::NOTHING,
        of_lines: Vec::new(),
    };

    /// Reads the repairs that a person wrote.
    ///
    /// ```
    /// use resolut::import::HandRepairs;
    ///
    /// let repairs = HandRepairs::read("symbol B/RES/7\nline 61 begins operative 5\n")?;
    /// assert_eq!(repairs.front.symbol.as_deref(), Some("B/RES/7"));
    /// let error = HandRepairs::read("line 61 begin operative 5").unwrap_err();
    /// assert!(error.to_string().starts_with("line 1: expected `begins …`"));
    /// # Ok::<(), resolut::import::HandRepairError>(())
    /// ```
    ///
    /// # Errors
    /// A line says nothing that is understood.
    pub fn read(text: &str) -> Result<Self, HandRepairError> {
        let mut repairs = Self::default();
        for (position, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let fails = |expected| HandRepairError {
                line: position + 1,
                expected,
                found: line.to_owned(),
            };
            let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
            let rest = rest.trim();
            let front = &mut repairs.front;
            let of_all = match word {
                "line" | "lines" => {
                    repairs.of_lines.push(of_lines(line, rest).map_err(fails)?);
                    continue;
                }
                "symbol" => &mut front.symbol,
                "title" => &mut front.title,
                "organ" => &mut front.organ,
                "session" => &mut front.session,
                "date" => &mut front.date,
                "language" => &mut front.language,
                _ => return Err(fails(LINE)),
            };
            if rest.is_empty() {
                return Err(fails("a text behind it"));
            }
            *of_all = Some(rest.to_owned());
        }
        Ok(repairs)
    }

    /// What is said of the lines of a text, by their position in it. What does not fit is doubted, what does is told
    /// as a repair.
    pub(in crate::import) fn fit(
        &self,
        lines: &[Line<'_>],
        report: &mut Report,
    ) -> BTreeMap<usize, LineTold> {
        let mut told = BTreeMap::new();
        for repair in &self.of_lines {
            let from = lines.partition_point(|line| line.number < *repair.lines.start());
            let to = lines.partition_point(|line| line.number <= *repair.lines.end());
            let first = lines.get(from).filter(|_| from < to);
            let fits = first.is_some_and(|line| {
                let printed = line.words.iter().zip(&repair.words);
                line.words.len() >= repair.words.len()
                    && printed.clone().all(|(printed, told)| printed == told)
            });
            let at = *repair.lines.start();
            if !fits {
                let message = format!(
                    "the repair `{}` does not fit any more; not done",
                    repair.written
                );
                report.doubt(at, message);
                continue;
            }
            report.repair(
                at,
                RepairKind::ByHand,
                format!("as told: `{}`", repair.written),
            );
            for index in from..to {
                told.insert(index, repair.told.clone());
            }
        }
        told
    }
}

/// Reads what is said of lines, behind the word `line`.
fn of_lines(written: &str, rest: &str) -> Result<HandRepair, &'static str> {
    let (numbers, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let (first, last) = numbers.split_once(['-', '–']).unwrap_or((numbers, numbers));
    let number = |digits: &str| digits.parse::<u32>().map_err(|_| LINE);
    let (first, last) = (number(first)?, number(last)?);
    let rest = rest.trim_start();
    let (quoted, said) = match rest.strip_prefix('"') {
        Some(rest) => rest.split_once('"').ok_or("a `\"` behind the words")?,
        None => ("", rest),
    };
    let words: Vec<&str> = said.split_whitespace().collect();
    let told = match words.as_slice() {
        ["begins", what @ ..] => LineTold::Begins(begin(what)?),
        ["goes", "on"] => LineTold::GoesOn,
        ["is", "the", "title"] => LineTold::Title,
        ["is" | "are", "furniture"] => LineTold::Furniture,
        ["is" | "are", "text"] => LineTold::Text,
        _ => return Err(SAID),
    };
    let of_several = matches!(
        told,
        LineTold::Furniture | LineTold::Text | LineTold::GoesOn
    );
    if last < first || last > first && !of_several {
        return Err("one line, or the first and the last of several that are furniture or text");
    }
    Ok(HandRepair {
        lines: first..=last,
        words: quoted.split_whitespace().map(str::to_owned).collect(),
        told,
        written: written.to_owned(),
    })
}

fn begin(what: &[&str]) -> Result<ToldBeginning, &'static str> {
    Ok(match what {
        ["opening"] => ToldBeginning::Opening,
        ["preambular"] => ToldBeginning::Preambular,
        ["operative"] => ToldBeginning::Operative(None),
        ["operative", number @ ..] => ToldBeginning::Operative(Some(number.join(" "))),
        ["point", label] => ToldBeginning::Point((*label).to_owned()),
        ["annex"] => ToldBeginning::Annex,
        _ => return Err(BEGUN),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::import::{Import, ImportError, Options, pdf_text};

    const LAMPS: &str = "\
RESOLUTION NO. 2/9-B
ON
LAMPS

The Board of Boats,
Recalling its lamps,
1. Decides to light them and
2. Requests oil;
boat register
lamp (b) of iron
Calls for wicks.
";

    fn read(repairs: &str) -> Import {
        let repairs = HandRepairs::read(repairs).unwrap();
        let options = Options {
            repairs: &repairs,
            ..Options::new("lamps.txt")
        };
        pdf_text::read(LAMPS.as_bytes(), &options).unwrap()
    }

    fn passages(repairs: &str) -> Vec<String> {
        let import = read(repairs);
        let resolution = &import.sessions[0].resolutions[0];
        let passages = resolution.passages.iter().map(|passage| {
            let number = passage.number.as_deref().unwrap_or("-");
            format!("{:?} {number} {}", passage.part, passage.text)
        });
        passages.collect()
    }

    #[test]
    fn a_paragraph_begins_where_a_person_says() {
        assert_eq!(
            passages("line 9 begins operative 3\nline 10 begins point (a)\nline 11 goes on\n")[3..],
            [
                "Operative 2 Requests oil;",
                "Operative 3 boat register",
                "Operative (a) lamp (b) of iron Calls for wicks."
            ]
        );
        assert_eq!(
            passages("# a remark\nline 8 \"2. Requests\" goes on\n")[2],
            "Operative 1 Decides to light them and 2. Requests oil; boat register lamp (b) of iron Calls for wicks."
        );
    }

    #[test]
    fn a_number_that_is_printed_is_taken_off_its_paragraph() {
        let told = &passages("line 8 begins operative 2")[3];
        assert!(told.starts_with("Operative 2 Requests oil;"), "{told}");
    }

    #[test]
    fn lines_are_furniture_and_the_title_as_a_person_says() {
        let import = read("lines 9-10 are furniture\nline 3 is the title\ndate 2018-11-01\n");
        let resolution = &import.sessions[0].resolutions[0];
        assert_eq!(resolution.title.as_deref(), Some("LAMPS"));
        assert_eq!(resolution.adopted.as_deref(), Some("2018-11-01"));
        let texts: String = resolution.passages.iter().map(|one| &*one.text).collect();
        assert!(!texts.contains("register"), "{texts}");
        let by_hand = |repair: &&crate::import::Repair| repair.kind == RepairKind::ByHand;
        assert_eq!(import.report.repairs.iter().filter(by_hand).count(), 2);
        assert!(!import.report.is_lossy());
    }

    #[test]
    fn a_repair_that_does_not_fit_any_more_is_not_done_and_said() {
        for repair in [
            "line 8 \"Requests oil\" begins operative 7",
            "line 80 begins operative 7",
            "lines 4-4 are furniture",
        ] {
            let import = read(repair);
            let told = format!("the repair `{repair}` does not fit any more; not done");
            assert!(
                import
                    .report
                    .doubts
                    .iter()
                    .any(|doubt| doubt.message == told),
                "{repair}"
            );
            assert_eq!(passages(repair), passages(""));
        }
    }

    #[test]
    fn what_is_not_understood_is_an_error_with_its_line() {
        for (written, line) in [
            ("line 61 begin operative", 1),
            ("\nline sixty begins operative", 2),
            ("lines 9-7 are text", 1),
            ("lines 7-9 begins operative", 1),
            ("symbol", 1),
            ("line 5 \"open begins annex", 1),
            ("hello", 1),
        ] {
            assert_eq!(
                HandRepairs::read(written).unwrap_err().line,
                line,
                "{written}"
            );
        }
    }

    proptest! {
        #[test]
        fn whatever_a_person_says_no_word_is_lost(said in prop::collection::vec((1..14_u32, 0..9_usize), 0..9)) {
            let what = [
                "begins opening", "begins preambular", "begins operative", "begins operative 2",
                "begins point (b)", "begins annex", "goes on", "is the title", "is furniture",
            ];
            let repairs: Vec<_> = said.iter().map(|(line, at)| format!("line {line} {}", what[*at])).collect();
            let repairs = HandRepairs::read(&repairs.join("\n")).unwrap();
            let options = Options { repairs: &repairs, ..Options::new("lamps.txt") };
            match pdf_text::read(LAMPS.as_bytes(), &options) {
                Ok(import) => {
                    let words = import.report.words;
                    prop_assert_eq!(words.source, LAMPS.split_whitespace().count());
                }
                Err(error) => prop_assert!(!matches!(error, ImportError::LosesWords { .. }), "{error}"),
            }
        }
    }
}
