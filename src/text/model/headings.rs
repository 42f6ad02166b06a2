//! What stands over sections and annexes.

use std::borrow::Cow;
use std::ops::Range;

use super::{DocumentKind, Note, Part, PassageKind, Resolution, Text};

/// What stands over an annex.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnnexHeading {
    /// Its number as printed, where it is known apart from the title: `II`, `B`.
    pub number: Option<Text>,
    /// Its title as printed.
    pub title: Option<Text>,
    /// Further lines over its text.
    pub headings: Vec<Text>,
    /// Notes to number and title.
    pub notes: Box<[Note]>,
}

/// What stands over a section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectionHeading {
    /// Its number as printed: `A`, `II`.
    pub number: Option<Text>,
    /// Its title as printed.
    pub title: Option<Text>,
}

impl AnnexHeading {
    /// The heading of an annex of which at most the title is known.
    pub fn titled(title: Option<impl Into<Text>>) -> Self {
        Self {
            title: title.map(Into::into),
            ..Self::default()
        }
    }
}

/// A title; where there is none, a topic in brackets.
pub(crate) fn title_or_topic<'t>(
    title: Option<&'t str>,
    topic: Option<&str>,
) -> Option<Cow<'t, str>> {
    let title = title.map(Cow::Borrowed);
    title.or_else(|| Some(format!("[{}]", topic?).into()))
}

impl Resolution {
    /// The title; where it has none, what librarians call its subject, in brackets.
    pub fn title_or_topic(&self) -> Option<Cow<'_, str>> {
        title_or_topic(self.title.as_deref(), self.facts.topic.as_deref())
    }

    /// What stands over an annex, counted from 1: its title, `Annex`, `Annex II`, `Annex II: Statute`.
    pub fn annex_title(&self, position: u16) -> Cow<'_, str> {
        let heading = at(&self.annexes, position);
        let number = heading.and_then(|heading| heading.number.as_deref());
        let title = heading.and_then(|heading| heading.title.as_deref());
        over("Annex", number, title)
    }

    /// What stands over a section, counted from 1: `Section A`, `Section A: Finance`; its title where it
    /// has no number, its position where it has neither.
    pub fn section_title(&self, position: u16) -> Cow<'_, str> {
        let heading = at(&self.sections, position);
        let number = heading.and_then(|heading| heading.number.as_deref());
        let title = heading.and_then(|heading| heading.title.as_deref());
        if number.or(title).is_none() {
            return format!("Section {position}").into();
        }
        over("Section", number, title)
    }

    /// What a part is called in a list of parts.
    pub fn part_title(&self, part: Part) -> Cow<'_, str> {
        match part {
            Part::Opening => "Opening".into(),
            Part::Preamble => "Preamble".into(),
            Part::Operative if self.kind == DocumentKind::Statement => "Paragraphs".into(),
            Part::Operative => "Operative".into(),
            Part::Section(position, _) => self.section_title(position),
            Part::Annex(position, _) => self.annex_title(position),
        }
    }

    /// Headings in a line, each with its number where it has one.
    pub fn heading_title(&self, headings: Range<usize>) -> String {
        let mut words: Vec<&str> = Vec::new();
        for heading in &self.passages[headings] {
            words.extend(heading.number.as_deref());
            words.push(&heading.text);
        }
        words.join("  ")
    }

    /// The headings of its part that a passage stands under, the highest first. Those of one level right below
    /// each other are one: `Article 3`, `Use of oars`.
    pub fn headings_over(&self, index: usize) -> Vec<Range<usize>> {
        let mut over: Vec<Range<usize>> = Vec::new();
        let mut lowest = self.heading_level(index).unwrap_or(u8::MAX);
        for before in self.before_in_part(index) {
            let Some(level) = self.heading_level(before) else {
                continue;
            };
            match over.last_mut() {
                Some(last) if level == lowest && last.start == before + 1 => last.start = before,
                _ if level < lowest => {
                    over.push(before..before + 1);
                    lowest = level;
                }
                _ => {}
            }
        }
        over.reverse();
        over
    }

    /// The level of a heading; none of what is no heading.
    fn heading_level(&self, index: usize) -> Option<u8> {
        match self.passages.get(index)?.kind {
            PassageKind::Heading { level } => Some(level),
            _ => None,
        }
    }
}

fn at<T>(headings: &[T], position: u16) -> Option<&T> {
    headings.get(usize::from(position).checked_sub(1)?)
}

/// A number that is more than a number says itself what it numbers: `Anexo II`.
fn over<'t>(noun: &'t str, number: Option<&str>, title: Option<&'t str>) -> Cow<'t, str> {
    let Some(number) = number else {
        return title.unwrap_or(noun).into();
    };
    let numbered = if number.contains(char::is_whitespace) {
        number.to_owned()
    } else {
        format!("{noun} {number}")
    };
    match title {
        Some(title) => format!("{numbered}: {title}").into(),
        None => numbered.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::model::{Half, Passage};

    #[test]
    fn a_passage_stands_under_the_headings_above_it_that_no_later_one_ends() {
        let mut resolution = Resolution::new("1/1", "en");
        for (level, text) in [
            (0, "A paragraph."),
            (1, "Section I"),
            (1, "Boats"),
            (3, "Article 1"),
            (0, "A paragraph."),
            (2, "Chapter 1"),
            (0, "A paragraph."),
            (1, "Section II"),
            (0, "A paragraph."),
        ] {
            let mut passage = Passage::new(Part::Operative, text);
            if level > 0 {
                passage.kind = PassageKind::Heading { level };
            }
            resolution.passages.push(passage);
        }
        let elsewhere = Part::Annex(1, Half::Operative);
        resolution
            .passages
            .push(Passage::new(elsewhere, "A paragraph."));
        let under = |index| -> Vec<_> {
            let over = resolution.headings_over(index).into_iter();
            over.map(|heading| (heading.start, heading.end)).collect()
        };
        assert_eq!(under(0), []);
        assert_eq!(under(3), [(1, 3)]);
        assert_eq!(under(4), [(1, 3), (3, 4)]);
        assert_eq!(under(6), [(1, 3), (5, 6)]);
        assert_eq!(under(8), [(7, 8)]);
        assert_eq!(under(9), []);
        assert_eq!(under(99), []);
    }

    #[test]
    fn an_annex_is_called_by_number_and_title_as_far_as_it_has_them() {
        let heading = |number: Option<&str>, title: Option<&str>| AnnexHeading {
            number: number.map(Into::into),
            ..AnnexHeading::titled(title)
        };
        let mut resolution = Resolution::new("1/1", "en");
        for (number, title, expected) in [
            (None, None, "Annex"),
            (None, Some("ANNEX B: Terms"), "ANNEX B: Terms"),
            (Some("II"), None, "Annex II"),
            (Some("II"), Some("Statute"), "Annex II: Statute"),
            (Some("Anexo II"), Some("Estatuto"), "Anexo II: Estatuto"),
        ] {
            resolution.annexes = vec![heading(number, title)];
            assert_eq!(resolution.annex_title(1), expected);
        }
        assert_eq!(resolution.annex_title(2), "Annex");
    }

    #[test]
    fn a_section_without_number_and_title_is_called_by_its_position() {
        let mut resolution = Resolution::new("1/1", "en");
        resolution.sections = vec![
            SectionHeading::default(),
            SectionHeading {
                number: Some("B".into()),
                title: None,
            },
        ];
        assert_eq!(resolution.section_title(1), "Section 1");
        assert_eq!(resolution.section_title(2), "Section B");
    }
}
