//! What an import read, repaired and doubted: for people as text, for scripts as JSON.

mod told;

use serde::Serialize;

use crate::text::sorting::sort_by_key;

/// The account of an import.
///
/// ```
/// use resolut::import::{Options, pdf_text};
///
/// let source = "RESOLUTION NO. 6/35-E\n\nThe Board of Boats,\n\n1. Decides to light one lan-\ntern.\n";
/// let import = pdf_text::read(source.as_bytes(), &Options::new("lanterns.txt"))?;
/// let repair = &import.report.repairs[0];
/// assert_eq!(repair.line, 5);
/// println!("{}", import.report);
/// # Ok::<(), resolut::import::ImportError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The name of the source.
    pub file: String,
    /// What was read.
    pub counts: Counts,
    /// Where its words went.
    pub words: WordCounts,
    /// The language by whose rules it was read, in English; empty where it has no words.
    pub language: String,
    /// The lines that went nowhere, in the order of lines.
    pub left_out: Vec<LeftOut>,
    /// Rows of a table that could not be read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_read: Vec<NotRead>,
    /// What was done to the layout, in the order of lines.
    pub repairs: Vec<Repair>,
    /// What a person should look at, in the order of lines.
    pub doubts: Vec<Doubt>,
}

/// What was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Sessions.
    pub sessions: usize,
    /// Resolutions.
    pub resolutions: usize,
    /// Preambular paragraphs.
    pub preambular: usize,
    /// Operative paragraphs, without their points.
    pub operative: usize,
    /// Points of paragraphs.
    pub points: usize,
    /// Annexes.
    pub annexes: usize,
}

/// Where the words of a source went: all but the first add up to `read`.
///
/// A word is what stands between spaces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct WordCounts {
    /// Words of the source.
    pub source: usize,
    /// Words after the repairs that join or part them.
    pub read: usize,
    /// In paragraphs and points.
    pub text: usize,
    /// In lines over the titles.
    pub headings: usize,
    /// In titles.
    pub titles: usize,
    /// In openings.
    pub openings: usize,
    /// Numbers of paragraphs and labels of points.
    pub numbers: usize,
    /// In notes and their marks, where those stand by themselves.
    pub notes: usize,
    /// In what stands behind a text and says how it came about: meeting, day, vote.
    pub facts: usize,
    /// Rules, and what stands over notes.
    pub rules: usize,
    /// Page numbers, running heads, indexes: what is known to be no part of a resolution.
    pub furniture: usize,
    /// Words that are in no resolution and are no furniture that is known.
    pub left_out: usize,
}

/// Lines that went into no resolution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// The first line of the source, from 1.
    pub first: u32,
    /// The last line.
    pub last: u32,
    /// How many words they hold.
    pub words: usize,
    /// Where they stand: `after the closing rule`.
    pub place: String,
}

/// A row of a table that could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NotRead {
    /// The line of the table in which it begins, from 1.
    pub line: u32,
    /// Why.
    pub reason: String,
}

/// A repair of the layout.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Repair {
    /// The line of the source, from 1.
    pub line: u32,
    /// Of what kind.
    pub kind: RepairKind,
    /// What was done.
    pub what: String,
}

/// The kinds of repairs, in the order they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RepairKind {
    /// `8` and `th` joined.
    Ordinal,
    /// A hyphen at a line end joined to what follows.
    Hyphen,
    /// Lines of a script without spaces joined without one.
    Unparted,
    /// A number and its stop joined, or parted from the text.
    Number,
    /// Paragraphs parted that touch.
    Touching,
    /// A page break taken out of a paragraph.
    PageBreak,
    /// A page number or a running head dropped.
    Furniture,
    /// Spaces of other kinds or in runs read as one.
    Spaces,
    /// A character dropped that is no text.
    Character,
    /// Bytes of another encoding than UTF-8 read.
    Encoding,
    /// Done as a person says.
    ByHand,
    /// A key of the front matter read.
    Front,
}

/// Something the importer was not sure of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Doubt {
    /// The line of the source, from 1.
    pub line: u32,
    /// What was found, and how it was read.
    pub message: String,
}

impl Report {
    pub(super) fn repair(&mut self, line: u32, kind: RepairKind, what: String) {
        self.repairs.push(Repair { line, kind, what });
    }

    pub(super) fn doubt(&mut self, line: u32, message: String) {
        self.doubts.push(Doubt { line, message });
    }

    pub(super) fn sort(&mut self) {
        sort_by_key(&mut self.repairs, |repair| (repair.line, repair.kind));
        sort_by_key(&mut self.doubts, |doubt| doubt.line);
    }

    /// Adds what was read of a text that begins behind so many lines.
    pub(super) fn take_in(&mut self, other: Self, before: u32) {
        self.counts.add(other.counts);
        self.words.add(&other.words);
        if !self.language.contains(&other.language) {
            let between = if self.language.is_empty() { "" } else { ", " };
            self.language.extend([between, &other.language]);
        }
        let below = |line: u32| line.saturating_add(before);
        self.left_out
            .extend(other.left_out.into_iter().map(|one| LeftOut {
                first: below(one.first),
                last: below(one.last),
                ..one
            }));
        self.repairs
            .extend(other.repairs.into_iter().map(|one| Repair {
                line: below(one.line),
                ..one
            }));
        self.doubts
            .extend(other.doubts.into_iter().map(|one| Doubt {
                line: below(one.line),
                ..one
            }));
    }
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.sessions += other.sessions;
        self.resolutions += other.resolutions;
        self.preambular += other.preambular;
        self.operative += other.operative;
        self.points += other.points;
        self.annexes += other.annexes;
    }
}

impl WordCounts {
    fn add(&mut self, other: &Self) {
        self.source += other.source;
        self.read += other.read;
        self.text += other.text;
        self.headings += other.headings;
        self.titles += other.titles;
        self.openings += other.openings;
        self.numbers += other.numbers;
        self.notes += other.notes;
        self.facts += other.facts;
        self.rules += other.rules;
        self.furniture += other.furniture;
        self.left_out += other.left_out;
    }

    /// Sets `read` to the sum of where the words went.
    pub(super) fn add_up(&mut self) {
        self.read = self.text
            + self.headings
            + self.titles
            + self.openings
            + self.numbers
            + self.notes
            + self.facts
            + self.rules
            + self.furniture
            + self.left_out;
    }

    /// Whether more words went nowhere than a report tolerates.
    fn is_loss(&self) -> bool {
        self.left_out.saturating_mul(TOLERATED) > self.source
    }
}

impl Report {
    /// Whether what was read can't be taken for the whole: more than one word of fifty went nowhere, or a row of a
    /// table.
    ///
    /// ```
    /// use resolut::import::Report;
    ///
    /// let mut report = Report::default();
    /// (report.words.source, report.words.left_out) = (1_000, 20);
    /// assert!(!report.is_lossy());
    /// report.words.left_out = 21;
    /// assert!(report.is_lossy());
    /// ```
    pub fn is_lossy(&self) -> bool {
        !self.not_read.is_empty() || self.words.is_loss()
    }
}

/// Of so many words one may be left out before a report calls it a loss.
const TOLERATED: usize = 50;
