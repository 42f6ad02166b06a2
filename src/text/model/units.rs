//! A paragraph with all that stands below it.

use std::borrow::Cow;
use std::ops::Range;

use super::{Passage, PassageKind, Resolution};

impl Resolution {
    /// The passage at `index` with all points below it; nothing where there is none.
    ///
    /// ```
    /// use resolut::text::format::{self, FormatVersion};
    ///
    /// let json = r#"{"symbol": "1/1", "language": "en", "preamble": [], "operative": [
    ///     {"number": "1", "text": "Decides:", "points": [{"number": "(a)", "text": "to meet;"}]},
    ///     {"number": "2", "text": "Ends."}]}"#;
    /// let resolution = format::resolution(json, FormatVersion::First).expect("it is a resolution");
    /// assert_eq!(resolution.unit(0), 0..2);
    /// assert_eq!(resolution.unit_text(0), "Decides: (a) to meet;");
    /// assert_eq!(resolution.unit(2), 2..3);
    /// ```
    pub fn unit(&self, index: usize) -> Range<usize> {
        let Some(top) = self.passages.get(index) else {
            return index..index;
        };
        let below = self.passages[index + 1..]
            .iter()
            .take_while(|below| top.is_text() && below.depth > top.depth && below.part == top.part)
            .count();
        index..index + 1 + below
    }

    /// The passage that the one at `index` stands below: of a point the paragraph or point it belongs to.
    pub fn parent_of(&self, index: usize) -> Option<usize> {
        let depth = self.passages.get(index)?.depth;
        let mut before = self.before_in_part(index);
        before.find(|&above| self.passages[above].depth < depth && self.passages[above].is_text())
    }

    /// The paragraph or point that a passage is cited as: itself; of flush text, and of what stands among
    /// points, the one it belongs to; of what stands between paragraphs, the one before it in its part.
    pub fn cited_as(&self, index: usize) -> Option<usize> {
        let passage = self.passages.get(index)?;
        if passage.is_text() {
            return Some(index);
        }
        if passage.depth > 0 {
            return self.parent_of(index);
        }
        let mut before = self.before_in_part(index);
        before.find(|&before| self.passages[before].is_paragraph())
    }

    /// Where a reader stops who goes to a passage: there, or behind the headings that stand there; at the end
    /// of a resolution before what is no stop.
    pub fn stop_at(&self, index: usize) -> usize {
        let is_stop = |index: &usize| self.passages.get(*index).is_some_and(Passage::is_stop);
        let behind = (index..self.passages.len()).find(is_stop);
        behind
            .or_else(|| (0..index).rev().find(is_stop))
            .unwrap_or(index)
    }

    /// The passage where a reader stands after going on by a number of stops, or the last stop.
    pub fn stop_behind(&self, index: usize, stops: usize) -> usize {
        let behind = index + 1..self.passages.len();
        let behind = behind.filter(|&index| self.passages[index].is_stop());
        behind.take(stops).last().unwrap_or(index)
    }

    /// The passage where a reader stands after going back by a number of stops, or the first stop.
    pub fn stop_before(&self, index: usize, stops: usize) -> usize {
        let before = (0..index.min(self.passages.len())).rev();
        let before = before.filter(|&index| self.passages[index].is_stop());
        before.take(stops).last().unwrap_or(index)
    }

    /// The positions before one in its part, the nearest first.
    pub(super) fn before_in_part(&self, index: usize) -> impl Iterator<Item = usize> {
        let part = self.passages.get(index).map(|passage| passage.part);
        let before = (0..index.min(self.passages.len())).rev();
        before.take_while(move |&before| Some(self.passages[before].part) == part)
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
            match point.kind {
                // Its rows on one line: a blank takes as many bytes as a line end.
                PassageKind::Table(_) => text.push_str(&point.text.replace('\n', " ")),
                _ => text.push_str(&point.text),
            }
        }
        (text, starts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::model::Part;

    fn with_points() -> Resolution {
        let mut resolution = Resolution::new("1/1", "en");
        for (depth, number, text) in [
            (0, Some("1"), "Decides:"),
            (1, Some("(a)"), "to meet;"),
            (2, None, "soon;"),
            (1, Some("(b)"), "to report."),
            (0, Some("2"), "Ends."),
        ] {
            resolution.push(Passage {
                depth,
                number: number.map(Into::into),
                ..Passage::new(Part::Operative, text)
            });
        }
        resolution
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
    #[test]
    fn flush_text_and_what_stands_among_points_belong_to_their_paragraph() {
        let mut resolution = Resolution::new("1/1", "en");
        let heading = PassageKind::Heading { level: 2 };
        for (kind, depth, text) in [
            (heading.clone(), 0, "Boats"),
            (PassageKind::Text, 0, "Requests:"),
            (heading.clone(), 1, "Sails"),
            (PassageKind::Text, 1, "canvas;"),
            (PassageKind::Flush, 1, "and ropes."),
            (heading, 0, "Oars"),
            (PassageKind::Text, 0, "Ends."),
        ] {
            resolution.push(Passage {
                depth,
                kind,
                ..Passage::new(Part::Operative, text)
            });
        }
        assert_eq!(
            resolution.unit_text(1),
            "Requests: Sails canvas; and ropes."
        );
        let units = (0..7).map(|index| resolution.unit(index));
        assert_eq!(
            units.collect::<Vec<_>>(),
            [0..1, 1..5, 2..3, 3..4, 4..5, 5..6, 6..7]
        );
        let cited = (0..7).map(|index| resolution.cited_as(index));
        let cited_as = [None, Some(1), Some(1), Some(3), Some(1), Some(1), Some(6)];
        assert_eq!(cited.collect::<Vec<_>>(), cited_as);
        let stops = (0..8).map(|index| resolution.stop_at(index));
        assert_eq!(stops.collect::<Vec<_>>(), [1, 1, 3, 3, 4, 6, 6, 6]);
        assert_eq!(
            (resolution.stop_behind(1, 1), resolution.stop_behind(1, 9)),
            (3, 6)
        );
        assert_eq!(
            (resolution.stop_before(6, 2), resolution.stop_before(1, 1)),
            (3, 1)
        );
    }
}
