//! What a reader reads: sessions, their resolutions, and each resolution as one list of passages.
//!
//! A corpus file nests points in paragraphs in parts ([`crate::text::format`]). A reader walks down a page.
//! So a [`Resolution`] holds its passages flat, in the order of print, each with its part and depth:
//! the next paragraph is the next index, and a [`Place`] is two numbers.

use std::borrow::Cow;
use std::ops::Range;

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

/// One resolution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// The document symbol as printed: `2/34-P`, `S/RES/2505 (2020)`.
    pub symbol: Text,
    /// The title as printed.
    pub title: Option<Text>,
    /// The language of the text as a BCP 47 tag: `en`.
    pub language: Text,
    /// The day of adoption, ISO 8601: `2007-05-17`.
    pub adopted: Option<Text>,
    /// Where the text was taken from.
    pub source: Option<Source>,
    /// Lines printed over the title, apart from it: `RESOLUTION NO. 2/34-P`, `ON`.
    pub headings: Vec<Text>,
    /// Titles of the annexes; `Part::Annex(1)` has the first.
    pub annexes: Vec<Option<Text>>,
    /// Opening, preamble, operative part, annexes: in the order of print.
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

/// The parts of a resolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The organ's name: "The Thirty-Fourth Session … held in …;".
    Opening,
    /// The preambular paragraphs.
    Preamble,
    /// The operative paragraphs.
    Operative,
    /// An annex, counted from 1.
    Annex(u16),
}

/// One paragraph or point, or the opening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The part it stands in.
    pub part: Part,
    /// 0 for a paragraph, 1 for its points, 2 for theirs.
    pub depth: u8,
    /// Its position among its siblings, from 1: the number of a preambular paragraph.
    pub ordinal: u32,
    /// The number as printed, without its stop: `7`, `7 bis`, `(a)`. Preambular paragraphs have none.
    pub number: Option<Text>,
    /// The text, without the number and without its points.
    pub text: Text,
    /// First and last line of the source.
    pub lines: Option<Lines>,
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

impl Resolution {
    /// The passage at `index` with all points below it; nothing where there is none.
    ///
    /// ```
    /// use resolut::text::format;
    ///
    /// let json = r#"{"symbol": "1/1", "language": "en", "preamble": [], "operative": [
    ///     {"number": "1", "text": "Decides:", "points": [{"number": "(a)", "text": "to meet;"}]},
    ///     {"number": "2", "text": "Ends."}]}"#;
    /// let resolution = format::resolution(json).expect("it is a resolution");
    /// assert_eq!(resolution.unit(0), 0..2);
    /// assert_eq!(resolution.unit_text(0), "Decides: (a) to meet;");
    /// assert_eq!(resolution.unit(2), 2..3);
    /// ```
    pub fn unit(&self, index: usize) -> Range<usize> {
        let Some(depth) = self.passages.get(index).map(|passage| passage.depth) else {
            return index..index;
        };
        let below = self.passages[index + 1..]
            .iter()
            .take_while(|below| below.depth > depth)
            .count();
        index..index + 1 + below
    }

    /// What stands over an annex, counted from 1: its title, or `Annex`.
    pub fn annex_title(&self, position: u16) -> &str {
        usize::from(position)
            .checked_sub(1)
            .and_then(|index| self.annexes.get(index)?.as_deref())
            .unwrap_or("Annex")
    }

    /// The paragraph that holds the passage at `index`: itself, or the one its point belongs to.
    pub fn paragraph_of(&self, index: usize) -> usize {
        (0..=index)
            .rev()
            .find(|&above| self.passages.get(above).is_some_and(|one| one.depth == 0))
            .unwrap_or(0)
    }

    /// The text of a passage with its points, on one line: each point behind a blank, with its number.
    pub fn unit_text(&self, index: usize) -> Cow<'_, str> {
        if self.unit(index).len() == 1 {
            Cow::Borrowed(&self.passages[index].text)
        } else {
            Cow::Owned(self.joined(index).0)
        }
    }

    /// Where the text of each passage of a unit begins in its [`unit_text`](Self::unit_text), in bytes.
    pub fn unit_starts(&self, index: usize) -> Vec<usize> {
        self.joined(index).1
    }

    fn joined(&self, index: usize) -> (String, Vec<usize>) {
        let mut text = self.passages[index].text.to_string();
        let mut starts = vec![0];
        for point in &self.passages[self.unit(index)][1..] {
            text.push(' ');
            if let Some(number) = &point.number {
                text.push_str(number);
                text.push(' ');
            }
            starts.push(text.len());
            text.push_str(&point.text);
        }
        (text, starts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(depth: u8, number: Option<&'static str>, text: &'static str) -> Passage {
        Passage {
            part: Part::Operative,
            depth,
            ordinal: 1,
            number: number.map(Into::into),
            text: text.into(),
            lines: None,
        }
    }

    fn with_points() -> Resolution {
        Resolution {
            symbol: "1/1".into(),
            title: None,
            language: "en".into(),
            adopted: None,
            source: None,
            headings: vec![],
            annexes: vec![],
            is_lost: false,
            passages: vec![
                passage(0, Some("1"), "Decides:"),
                passage(1, Some("(a)"), "to meet;"),
                passage(2, None, "soon;"),
                passage(1, Some("(b)"), "to report."),
                passage(0, Some("2"), "Ends."),
            ],
        }
    }

    #[test]
    fn a_unit_is_a_paragraph_with_all_its_points() {
        let resolution = with_points();
        assert_eq!(resolution.unit(0), 0..4);
        assert_eq!(resolution.unit(1), 1..3);
        assert_eq!(resolution.unit(4), 4..5);
        assert_eq!(resolution.paragraph_of(2), 0);
        assert_eq!(resolution.paragraph_of(4), 4);
    }

    #[test]
    fn the_text_of_a_unit_holds_each_point_where_its_start_says() {
        let resolution = with_points();
        let text = resolution.unit_text(0);
        assert_eq!(text, "Decides: (a) to meet; soon; (b) to report.");
        for (position, start) in resolution.unit(0).zip(resolution.unit_starts(0)) {
            let rest = text.get(start..).unwrap();
            assert!(rest.starts_with(&*resolution.passages[position].text));
        }
    }
}
