//! What a reader reads: sessions, their resolutions, and each resolution as one list of passages.
//!
//! A corpus file nests points in paragraphs in parts ([`crate::text::format`]). A reader walks down a page.
//! So a [`Resolution`] holds its passages flat, in the order of print, each with its part and depth:
//! the next paragraph is the next index, and a [`Place`] is two numbers.

mod facts;
mod headings;
mod passage;
mod table;
mod units;

pub use facts::{DocumentKind, Facts, Vote, Votes};
pub(crate) use headings::title_or_topic;
pub use headings::{AnnexHeading, SectionHeading};
pub use passage::{Half, Note, Part, Passage, PassageKind, Span, SpanKind};
pub use table::{Cell, Table};

/// Text of a corpus. It is owned: only what is being read is held, and goes when that is done.
pub type Text = Box<str>;

/// First and last line of the source, counted from 1.
pub type Lines = [u32; 2];

/// One meeting of an organ, under which resolutions are adopted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Short name, `ICFM-34`; unique in a corpus.
    pub id: Text,
    /// The body that met, with the organisation it belongs to.
    pub organ: Text,
    /// The session as the organ calls it, `Thirty-Fourth Session`.
    pub name: Text,
    /// The motto of the session.
    pub theme: Option<Text>,
    /// Where it met.
    pub place: Option<Text>,
    /// When it met.
    pub dates: Option<Dates>,
}

/// A session with the resolutions that were adopted at it, in the order they are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeSession {
    /// The session.
    pub session: Session,
    /// Its resolutions.
    pub resolutions: Vec<Resolution>,
}

/// When a session met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dates {
    /// The dates as printed, in whatever calendar.
    pub printed: Text,
    /// First day, ISO 8601: `2007-05-15`.
    pub from: Option<Text>,
    /// Last day, ISO 8601.
    pub to: Option<Text>,
}

/// The months of the calendar that ISO days are in.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// One resolution, or a document like one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// What it is.
    pub kind: DocumentKind,
    /// The document symbol as printed: `2/34-P`, `S/RES/2505 (2020)`.
    pub symbol: Text,
    /// The title as printed.
    pub title: Option<Text>,
    /// Notes to the title.
    pub title_notes: Box<[Note]>,
    /// The language of the text as a BCP 47 tag: `en`.
    pub language: Text,
    /// Which text of this symbol in this language it is, where there are several: 2 for the second.
    pub variant: Option<u32>,
    /// The day of adoption, ISO 8601: `2007-05-17`.
    pub adopted: Option<Text>,
    /// What else is known of how it came about.
    pub facts: Facts,
    /// What a person should look at, as the import said it.
    pub doubts: Vec<Text>,
    /// Where the text was taken from.
    pub source: Option<Source>,
    /// Lines printed over the title, apart from it: `RESOLUTION NO. 2/34-P`, `ON`.
    pub headings: Vec<Text>,
    /// What stands over the sections; those of `Part::Section(1, _)` first.
    pub sections: Vec<SectionHeading>,
    /// What stands over the annexes; that of `Part::Annex(1, _)` first.
    pub annexes: Vec<AnnexHeading>,
    /// Opening, preamble, operative part, sections, annexes: in the order of print.
    pub passages: Vec<Passage>,
    /// Whether it can't be read any more. Each of its passages says why then, and is no text: not to be
    /// marked, counted, cited or copied.
    pub is_lost: bool,
}

/// Where a resolution was taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Name of the file, without a folder.
    pub file: Text,
    /// The lines it fills there.
    pub lines: Option<Lines>,
    /// The SHA-256 of the file as it was imported, in hexadecimal digits.
    pub sha256: Option<Text>,
}

/// A resolution of the loaded corpus: its position in corpus order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResolutionId(pub u32);

/// A session of the loaded corpus: its position in corpus order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId(pub u32);

/// A passage of the loaded corpus.
///
/// ```
/// use resolut::text::model::{Place, ResolutionId};
///
/// let place = Place::new(ResolutionId(0), 3);
/// assert_eq!(place.index(), 3);
/// assert!(place < Place::new(ResolutionId(1), 0));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The resolution.
    pub resolution: ResolutionId,
    /// The position in [`Resolution::passages`].
    pub passage: u32,
}

impl Place {
    /// The passage at `index` of a resolution.
    ///
    /// # Panics
    /// Over four thousand million passages.
    pub fn new(resolution: ResolutionId, index: usize) -> Self {
        let passage = u32::try_from(index).expect("a resolution holds fewer passages than that");
        Self {
            resolution,
            passage,
        }
    }

    /// The position in [`Resolution::passages`].
    pub fn index(self) -> usize {
        self.passage as usize
    }
}

impl Session {
    /// A session of which no more is known.
    pub fn new(id: impl Into<Text>, organ: impl Into<Text>, name: impl Into<Text>) -> Self {
        Self {
            id: id.into(),
            organ: organ.into(),
            name: name.into(),
            theme: None,
            place: None,
            dates: None,
        }
    }
}

impl Resolution {
    /// A resolution without any text yet, to be filled.
    ///
    /// ```
    /// use resolut::text::model::{Part, Passage, Resolution};
    ///
    /// let mut resolution = Resolution::new("1/1", "en");
    /// resolution.push(Passage::new(Part::Preamble, "Recalling the tide,"));
    /// resolution.push(Passage {
    ///     number: Some("1".into()),
    ///     ..Passage::new(Part::Operative, "Decides to meet.")
    /// });
    /// assert_eq!(resolution.unit_text(1), "Decides to meet.");
    /// ```
    pub fn new(symbol: impl Into<Text>, language: impl Into<Text>) -> Self {
        Self {
            kind: DocumentKind::default(),
            symbol: symbol.into(),
            title: None,
            title_notes: Box::default(),
            language: language.into(),
            variant: None,
            adopted: None,
            facts: Facts::default(),
            doubts: Vec::new(),
            source: None,
            headings: Vec::new(),
            sections: Vec::new(),
            annexes: Vec::new(),
            passages: Vec::new(),
            is_lost: false,
        }
    }

    /// Adds a passage behind the others. Its ordinal is made that of the paragraph or point beside it, one
    /// more where it is such itself.
    pub fn push(&mut self, passage: Passage) {
        let mut above = self.passages.iter().rev();
        let sibling = above
            .find(|above| above.part != passage.part || above.depth <= passage.depth)
            .filter(|above| above.part == passage.part && above.depth == passage.depth);
        let counted = sibling.map_or(0, |sibling| sibling.ordinal);
        self.passages.push(Passage {
            ordinal: counted + u32::from(passage.is_text()),
            ..passage
        });
    }

    /// The text of the opening; none where it has none.
    pub fn opening(&self) -> Option<&str> {
        self.paragraphs(Part::Opening)
            .next()
            .map(|opening| &*opening.text)
    }

    /// The paragraphs of a part, without their points.
    pub fn paragraphs(&self, part: Part) -> impl DoubleEndedIterator<Item = &Passage> {
        self.passages
            .iter()
            .filter(move |passage| passage.part == part && passage.is_paragraph())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_counted_among_its_siblings() {
        let mut resolution = Resolution::new("1/1", "en");
        for (part, depth) in [
            (Part::Preamble, 0),
            (Part::Preamble, 0),
            (Part::Operative, 0),
            (Part::Operative, 1),
            (Part::Operative, 2),
            (Part::Operative, 1),
            (Part::Operative, 0),
            (Part::Operative, 1),
            (Part::Annex(1, Half::Operative), 0),
            (Part::Annex(2, Half::Operative), 0),
        ] {
            resolution.push(Passage {
                depth,
                ..Passage::new(part, "")
            });
        }
        let ordinals = resolution.passages.iter().map(|passage| passage.ordinal);
        assert_eq!(ordinals.collect::<Vec<_>>(), [1, 2, 1, 1, 1, 2, 2, 1, 1, 1]);
    }
    #[test]
    fn what_is_no_paragraph_is_not_counted() {
        let mut resolution = Resolution::new("1/1", "en");
        let heading = PassageKind::Heading { level: 1 };
        for (kind, depth) in [
            (heading.clone(), 0),
            (PassageKind::Text, 0),
            (PassageKind::Text, 1),
            (PassageKind::Flush, 1),
            (PassageKind::Text, 1),
            (PassageKind::Rule, 0),
            (heading, 0),
            (PassageKind::Text, 0),
        ] {
            resolution.push(Passage {
                depth,
                kind,
                ..Passage::new(Part::Operative, "")
            });
        }
        let ordinals = resolution.passages.iter().map(|passage| passage.ordinal);
        assert_eq!(ordinals.collect::<Vec<_>>(), [0, 1, 1, 1, 2, 1, 1, 2]);
        assert_eq!(resolution.paragraphs(Part::Operative).count(), 2);
    }
}
