//! What is told of one file, for programs: an object each.

use serde::{Serialize, Serializer};

use crate::import::akn::AknReading;
use crate::text::model::{Part, PassageKind, Resolution, Text};

/// The kind of doubt about a text of which there is another.
const TWIN: &str = "text-twice";

/// The kinds of doubts about whole documents.
const LASTING: [&str; 8] = [
    "symbol-conflict",
    "symbol-empty",
    "symbol-uncitable",
    "symbol-year",
    "kind-conflict",
    "language-unknown",
    "vote",
    TWIN,
];

/// What came of a file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileState {
    /// It was read as it is.
    Imported,
    /// It was read, and its markup repaired.
    Repaired,
    /// It was not read.
    Rejected,
}

impl FileState {
    /// Its name in a report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Imported => "imported",
            Self::Repaired => "repaired",
            Self::Rejected => "rejected",
        }
    }

    /// The one with this name.
    pub fn named(name: &str) -> Option<Self> {
        let all = [Self::Imported, Self::Repaired, Self::Rejected];
        all.into_iter().find(|state| state.name() == name)
    }
}

impl Serialize for FileState {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// The account of one file.
#[derive(Serialize)]
pub struct FileAccount {
    /// Its path below the folder that was imported.
    pub file: String,
    /// What came of it.
    pub state: FileState,
    /// Why it was not read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The symbol of its document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// The language of its text, as a BCP 47 tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Which text of this symbol in this language it is, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<u32>,
    /// The session that it is put under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session: Option<String>,
    /// What it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts: Option<DocumentCounts>,
    /// How many characters that are no white space the source has, and how many of them the corpus.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub characters: Option<CharacterCounts>,
    /// What was repaired, in the order of lines.
    pub repairs: Vec<RepairAccount>,
    /// What a person should look at, in the order of lines.
    pub doubts: Vec<DoubtAccount>,
}

/// What a document has.
#[derive(Default, Serialize)]
pub struct DocumentCounts {
    /// Preambular paragraphs.
    pub pp: usize,
    /// Operative paragraphs, or paragraphs of a statement.
    pub op: usize,
    /// Points of paragraphs, and text that goes on behind them.
    pub points: usize,
    /// Headings among paragraphs.
    pub headings: usize,
    /// Notes.
    pub notes: usize,
    /// Tables.
    pub tables: usize,
    /// Annexes.
    pub annexes: usize,
}

/// The characters of a file that are no white space; the reader holds that both are equal.
#[derive(Serialize)]
pub struct CharacterCounts {
    /// Of the text of the source.
    pub source: u64,
    /// Of them in the corpus, stops behind numbers counted in.
    pub corpus: u64,
}

/// One repair.
#[derive(Serialize)]
pub struct RepairAccount {
    /// The line of the source, from 1.
    pub line: usize,
    /// The rule that was used.
    pub kind: &'static str,
    /// The name of the element, the attribute or the entity.
    pub what: String,
}

/// One doubt.
#[derive(Serialize)]
pub struct DoubtAccount {
    /// The line of the source, from 1.
    pub line: usize,
    /// What sort of doubt.
    pub kind: &'static str,
    /// What was read, for a person.
    pub message: String,
}

impl FileAccount {
    /// The account of a file that was not read.
    pub fn rejected(file: &str, reason: String) -> Self {
        Self {
            file: file.to_owned(),
            state: FileState::Rejected,
            reason: Some(reason),
            symbol: None,
            language: None,
            variant: None,
            session: None,
            counts: None,
            characters: None,
            repairs: Vec::new(),
            doubts: Vec::new(),
        }
    }

    /// The account of a file that was read, and the resolution.
    pub fn read(file: &str, reading: AknReading) -> (Self, Resolution) {
        let repairs = reading.repairs.into_iter().map(|repair| RepairAccount {
            line: repair.line,
            kind: repair.kind.name(),
            what: repair.what,
        });
        let doubts = reading.doubts.into_iter().map(|doubt| DoubtAccount {
            line: doubt.line,
            kind: doubt.kind.name(),
            message: doubt.message,
        });
        let repairs: Vec<_> = repairs.collect();
        let state = if repairs.is_empty() {
            FileState::Imported
        } else {
            FileState::Repaired
        };
        let account = Self {
            file: file.to_owned(),
            state,
            reason: None,
            symbol: Some(reading.resolution.symbol.to_string()),
            language: Some(reading.resolution.language.to_string()),
            variant: reading.resolution.variant,
            session: None,
            counts: Some(DocumentCounts::of(&reading.resolution)),
            characters: Some(CharacterCounts {
                source: reading.letters,
                corpus: reading.letters,
            }),
            repairs,
            doubts: doubts.collect(),
        };
        (account, reading.resolution)
    }

    /// Adds that the file is not the first with a text of its symbol in its language.
    pub fn doubt_twin(&mut self, first: &str) {
        self.doubts.push(DoubtAccount {
            line: 1,
            kind: TWIN,
            message: format!("`{first}` has a text of the same symbol and language"),
        });
    }

    /// What is kept with the document: the doubts about all of it, and how its markup was repaired.
    pub fn lasting_doubts(&self) -> Vec<Text> {
        let lasting = self
            .doubts
            .iter()
            .filter(|doubt| LASTING.contains(&doubt.kind));
        let said = lasting.map(|doubt| {
            let kind = doubt.kind.replace('-', " ");
            format!("{kind}: {}", doubt.message).into()
        });
        said.chain(self.repaired()).collect()
    }

    /// `markup repaired: stray end (2), control (1)`.
    fn repaired(&self) -> Option<Text> {
        let mut kinds: Vec<(&str, usize)> = Vec::new();
        for repair in &self.repairs {
            match kinds.iter_mut().find(|(kind, _)| *kind == repair.kind) {
                Some((_, count)) => *count += 1,
                None => kinds.push((repair.kind, 1)),
            }
        }
        let each = kinds
            .iter()
            .map(|(kind, count)| format!("{} ({count})", kind.replace('-', " ")));
        let each: Vec<String> = each.collect();
        (!each.is_empty()).then(|| format!("markup repaired: {}", each.join(", ")).into())
    }
}

impl DocumentCounts {
    fn of(resolution: &Resolution) -> Self {
        let mut counts = Self {
            annexes: resolution.annexes.len(),
            notes: resolution.title_notes.len(),
            ..Self::default()
        };
        for annex in &resolution.annexes {
            counts.notes += annex.notes.len();
        }
        for passage in &resolution.passages {
            counts.notes += passage.notes.len();
            match &passage.kind {
                PassageKind::Heading { .. } => counts.headings += 1,
                PassageKind::Table(table) => {
                    let cells = table.rows.iter().flatten();
                    counts.notes += cells.map(|cell| cell.notes.len()).sum::<usize>();
                    counts.tables += 1;
                }
                PassageKind::Rule => {}
                PassageKind::Flush => counts.points += 1,
                PassageKind::Text if passage.depth > 0 => counts.points += 1,
                PassageKind::Text => counts.add(passage.part),
            }
        }
        counts
    }

    fn add(&mut self, part: Part) {
        if part.is_operative() {
            self.op += 1;
        } else if part.is_preamble() && part.annex().is_none() {
            self.pp += 1;
        }
    }
}
