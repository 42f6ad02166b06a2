//! What is told of all files of a folder, for people: a line of counts, then what there is to look at, grouped, with
//! the first files of each.

use super::FileState;

/// How many files of a group are named.
const NAMED: usize = 3;

/// What is counted of one file.
pub struct FileFacts<'a> {
    /// Its path below the folder.
    pub file: &'a str,
    /// What came of it.
    pub state: FileState,
    /// Why it was not read.
    pub reason: &'a str,
    /// Whether its text is another one of its symbol and language.
    pub is_variant: bool,
    /// The kinds of its repairs, parted by commas.
    pub repairs: &'a str,
    /// The kinds of its doubts, parted by commas.
    pub doubts: &'a str,
}

/// What a file was to an earlier import of the same folder.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileChange {
    /// Its document was not in the corpus.
    Came,
    /// It was read then, and has changed.
    Changed,
    /// Its document was in the corpus and is no more.
    Went,
    /// It is as it was.
    Unchanged,
}

impl FileChange {
    /// Its name in a report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Came => "came",
            Self::Changed => "changed",
            Self::Went => "went",
            Self::Unchanged => "unchanged",
        }
    }
}

/// The files of a group.
struct Group {
    heading: GroupHeading,
    /// What they share.
    words: String,
    /// How often what they share was met.
    count: usize,
    files: usize,
    first: Vec<String>,
    last: String,
}

/// What files are grouped by, in the order of the report.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum GroupHeading {
    NotRead,
    Repair,
    Doubt,
    Aside,
    Change,
}

impl GroupHeading {
    fn words(self) -> &'static str {
        match self {
            Self::NotRead => "not read, ",
            Self::Repair => "repair, ",
            Self::Doubt => "doubt, ",
            Self::Aside => "left aside, ",
            Self::Change => "",
        }
    }
}

/// The files of a folder, counted.
#[derive(Default)]
pub struct CollectionTally {
    /// Read as they are, read with repairs, not read.
    states: [usize; 3],
    symbols_in_doubt: usize,
    twice: usize,
    aside: usize,
    /// How many catalogues were joined, and rows of them.
    catalogues: [usize; 2],
    /// By [`FileChange`], where the folder was imported before.
    changes: Option<[usize; 4]>,
    /// In the order of the report.
    groups: Vec<Group>,
}

impl CollectionTally {
    /// Counts a file.
    pub fn add(&mut self, facts: &FileFacts<'_>) {
        self.states[facts.state as usize] += 1;
        if facts.state == FileState::Rejected {
            let reason = facts.reason.split(" from byte").next();
            self.group(
                GroupHeading::NotRead,
                reason.unwrap_or_default(),
                facts.file,
            );
        }
        for kind in kinds(facts.repairs) {
            self.group(GroupHeading::Repair, kind, facts.file);
        }
        for kind in kinds(facts.doubts) {
            self.group(GroupHeading::Doubt, kind, facts.file);
        }
        let names_symbol = |kind: &str| kind.starts_with("symbol-") && kind != "symbol-spacing";
        self.symbols_in_doubt += usize::from(kinds(facts.doubts).any(names_symbol));
        self.twice += usize::from(facts.is_variant);
    }

    /// Counts a file that is not XML; `why` says of one that nobody looked into what it is.
    pub fn leave_aside(&mut self, file: &str, why: Option<&str>) {
        self.aside += 1;
        if let Some(why) = why {
            self.group(GroupHeading::Aside, why, file);
        }
    }

    /// Counts a catalogue with its rows.
    pub fn join_catalogue(&mut self, rows: usize) {
        self.catalogues[0] += 1;
        self.catalogues[1] += rows;
    }

    /// Counts what a file is to an earlier import.
    pub fn compare(&mut self, file: &str, change: FileChange) {
        self.changes.get_or_insert_default()[change as usize] += 1;
        if change != FileChange::Unchanged {
            self.group(GroupHeading::Change, change.name(), file);
        }
    }

    /// How many files were read, and how many were not.
    pub fn read_and_not(&self) -> (usize, usize) {
        let [imported, repaired, rejected] = self.states;
        (imported + repaired, rejected)
    }

    fn group(&mut self, heading: GroupHeading, kind: &str, file: &str) {
        let words = if heading == GroupHeading::NotRead {
            kind.to_owned()
        } else {
            kind.replace('-', " ")
        };
        let group = self.group_of(heading, words);
        group.count += 1;
        if group.last != file {
            group.files += 1;
            file.clone_into(&mut group.last);
            if group.first.len() < NAMED {
                group.first.push(file.to_owned());
            }
        }
    }

    fn group_of(&mut self, heading: GroupHeading, words: String) -> &mut Group {
        let key = (heading, &*words);
        let is_before = |group: &Group| (group.heading, &*group.words) < key;
        let at = self.groups.partition_point(is_before);
        let found = self.groups.get(at);
        if found.is_none_or(|group| (group.heading, &*group.words) != key) {
            self.groups.insert(at, Group::new(heading, words));
        }
        &mut self.groups[at]
    }

    /// The report: a line of counts, then a line a group.
    pub fn report(&self) -> String {
        let mut report = self.counts();
        let [catalogues, rows] = self.catalogues;
        if catalogues > 0 {
            let (rows, catalogues) = (counted(rows, "row"), counted(catalogues, "catalogue"));
            report.extend(["\n  joined: ", &rows, " of ", &catalogues]);
        }
        if let Some([came, changed, went, unchanged]) = self.changes.map(|all| all.map(figures)) {
            let since = format!(
                "\n  since the last import: {came} came, {changed} changed, {went} went, {unchanged} unchanged"
            );
            report.push_str(&since);
        }
        for group in &self.groups {
            let (heading, words) = (group.heading.words(), &group.words);
            report.extend(["\n  ", heading, words, ": ", &group.told()]);
        }
        if !self.groups.is_empty() {
            report.push_str("\n`--format json` lists all");
        }
        report
    }

    fn counts(&self) -> String {
        let [imported, repaired, rejected] = self.states.map(figures);
        format!(
            "{}: {imported} read, {repaired} read with repairs, {rejected} not read; {} in doubt; {} twice; \
             {} left aside",
            counted(self.states.iter().sum(), "file"),
            counted(self.symbols_in_doubt, "symbol"),
            counted(self.twice, "text"),
            match self.aside {
                1 => "1 file that is not XML".to_owned(),
                aside => format!("{} files that are not XML", figures(aside)),
            },
        )
    }
}

impl Group {
    fn new(heading: GroupHeading, words: String) -> Self {
        Self {
            heading,
            words,
            count: 0,
            files: 0,
            first: Vec::new(),
            last: String::new(),
        }
    }

    /// `12 in 4 files: a, b, c …`
    fn told(&self) -> String {
        let files = counted(self.files, "file");
        let named = self.first.join(", ");
        let more = if self.files > NAMED { " …" } else { "" };
        if self.count == self.files {
            return format!("{files}: {named}{more}");
        }
        format!("{} in {files}: {named}{more}", figures(self.count))
    }
}

fn kinds(joined: &str) -> impl Iterator<Item = &str> {
    joined.split(',').filter(|kind| !kind.is_empty())
}

fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", figures(count))
}

/// A count with a comma before each three digits: `4,226`.
pub fn figures(count: usize) -> String {
    let digits = count.to_string();
    let mut figures = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            figures.push(',');
        }
        figures.push(digit);
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts<'a>(file: &'a str, state: FileState, doubts: &'a str) -> FileFacts<'a> {
        FileFacts {
            file,
            state,
            reason: "not UTF-8 from byte 7",
            is_variant: file == "b",
            repairs: "",
            doubts,
        }
    }

    #[test]
    fn files_are_counted_and_what_they_share_is_grouped_with_the_first_of_them() {
        let mut tally = CollectionTally::default();
        for file in ["a", "b", "c", "d"] {
            tally.add(&facts(
                file,
                FileState::Imported,
                "symbol-empty,number-typed,number-typed",
            ));
        }
        tally.add(&facts("e", FileState::Repaired, "symbol-spacing"));
        tally.add(&facts("f", FileState::Rejected, ""));
        tally.leave_aside("g", Some("links"));
        tally.compare("a", FileChange::Unchanged);
        assert_eq!(
            tally.report(),
            "6 files: 4 read, 1 read with repairs, 1 not read; 4 symbols in doubt; 1 text twice; 1 file that is not XML left aside
  since the last import: 0 came, 0 changed, 0 went, 1 unchanged
  not read, not UTF-8: 1 file: f
  doubt, number typed: 8 in 4 files: a, b, c …
  doubt, symbol empty: 4 files: a, b, c …
  doubt, symbol spacing: 1 file: e
  left aside, links: 1 file: g
`--format json` lists all"
        );
        assert_eq!(tally.read_and_not(), (5, 1));
    }

    #[test]
    fn figures_have_a_comma_before_each_three() {
        let counts = [0, 12, 999, 1000, 22_345, 1_234_567];
        let told = ["0", "12", "999", "1,000", "22,345", "1,234,567"];
        assert_eq!(counts.map(figures), told);
    }
}
