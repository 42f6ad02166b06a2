//! The account of an import as text.

use std::fmt;

use super::{LeftOut, NotRead, RepairKind, Report, WordCounts};
use crate::text::counted;
use crate::text::sorting::sort_by_key;
use crate::text::visible::visible;

impl RepairKind {
    fn done(self) -> &'static str {
        match self {
            Self::Ordinal => "torn ordinals joined",
            Self::Hyphen => "hyphens at a line end joined",
            Self::Unparted => "lines joined without a space",
            Self::Number => "numbers put right",
            Self::Touching => "paragraphs parted that touch",
            Self::PageBreak => "page breaks taken out of paragraphs",
            Self::Furniture => "page furniture dropped",
            Self::Spaces => "spaces levelled",
            Self::Character => "characters dropped",
            Self::Encoding => "encodings read",
            Self::ByHand => "lines read as told",
            Self::Front => "front matter read",
        }
    }
}

impl fmt::Display for Report {
    /// What went nowhere, a few lines of counts, then each repair and each doubt with its line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (counts, words) = (&self.counts, &self.words);
        writeln!(
            f,
            "{}: {} in {}{}{}",
            visible(&self.file),
            counted(counts.resolutions, "resolution"),
            counted(counts.sessions, "session"),
            if self.language.is_empty() {
                ""
            } else {
                ", in "
            },
            self.language,
        )?;
        self.tell_left_out(f)?;
        self.tell_not_read(f)?;
        writeln!(
            f,
            "  {} preambular and {} operative paragraphs, {}, {}",
            counts.preambular,
            counts.operative,
            counted(counts.points, "point"),
            counted_as(counts.annexes, "annex", "annexes"),
        )?;
        writeln!(
            f,
            "  {} words, {} after repairs: {} text, {} headings, {} titles, {} openings, {} numbers, \
             {} notes, {} facts, {} rules, {} furniture, {} left out",
            words.source,
            words.read,
            words.text,
            words.headings,
            words.titles,
            words.openings,
            words.numbers,
            words.notes,
            words.facts,
            words.rules,
            words.furniture,
            words.left_out,
        )?;
        writeln!(f, "{}", counted(self.repairs.len(), "repair"))?;
        let mut repairs: Vec<_> = self.repairs.iter().collect();
        sort_by_key(&mut repairs, |repair| repair.kind);
        for repairs in repairs.chunk_by(|one, next| one.kind == next.kind) {
            writeln!(f, "  {}: {}", repairs[0].kind.done(), repairs.len())?;
            for repair in repairs {
                writeln!(f, "    line {}: {}", repair.line, repair.what)?;
            }
        }
        writeln!(f, "{}", counted(self.doubts.len(), "doubt"))?;
        for doubt in &self.doubts {
            writeln!(f, "  line {}: {}", doubt.line, doubt.message)?;
        }
        Ok(())
    }
}

impl Report {
    fn tell_not_read(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.not_read.is_empty() {
            return Ok(());
        }
        writeln!(f, "! {} not read", counted(self.not_read.len(), "row"))?;
        for NotRead { line, reason } in &self.not_read {
            writeln!(f, "    line {line}: {reason}")?;
        }
        Ok(())
    }

    /// The words that went nowhere: how many, their share, and where they stand.
    fn tell_left_out(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let WordCounts {
            left_out, source, ..
        } = self.words;
        if left_out == 0 {
            return Ok(());
        }
        let sign = if self.words.is_loss() { "!" } else { " " };
        let share = percent(left_out, source);
        writeln!(
            f,
            "{sign} {left_out} of {} are in no resolution ({share})",
            counted(source, "word")
        )?;
        for LeftOut {
            first,
            last,
            words,
            place,
        } in &self.left_out
        {
            let lines = if first == last {
                format!("line {first}")
            } else {
                format!("lines {first} to {last}")
            };
            writeln!(f, "    {lines}: {}, {place}", counted(*words, "word"))?;
        }
        Ok(())
    }
}

/// A share in whole percent; what is less than one is said to be so.
fn percent(part: usize, whole: usize) -> String {
    match (part * 100).checked_div(whole) {
        None | Some(0) => "less than 1 %".to_owned(),
        Some(percent) => format!("{percent} %"),
    }
}

fn counted(count: usize, noun: &str) -> String {
    counted_as(count, noun, &format!("{noun}s"))
}

fn counted_as(count: usize, noun: &str, nouns: &str) -> String {
    match count {
        0 => format!("no {nouns}"),
        _ => counted::counted_as(count, noun, nouns),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_went_nowhere_is_said_first_and_a_loss_has_its_sign() {
        let mut report = Report {
            file: "x.txt".to_owned(),
            left_out: vec![LeftOut {
                first: 100,
                last: 253,
                words: 21,
                place: "after the closing rule".to_owned(),
            }],
            ..Report::default()
        };
        report.words.left_out = 21;
        for (source, said) in [
            (1_000, "! 21 of 1000 words are in no resolution (2 %)"),
            (1_050, "  21 of 1050 words are in no resolution (2 %)"),
            (
                9_000,
                "  21 of 9000 words are in no resolution (less than 1 %)",
            ),
        ] {
            report.words.source = source;
            let text = report.to_string();
            let mut lines = text.lines().skip(1);
            assert_eq!(lines.next(), Some(said));
            let where_it_stands = "    lines 100 to 253: 21 words, after the closing rule";
            assert_eq!(lines.next(), Some(where_it_stands));
        }
        report.words.left_out = 0;
        assert!(!report.to_string().contains("in no resolution"));
    }

    #[test]
    fn a_report_tells_each_repair_and_doubt_with_its_line() {
        let mut report = Report {
            file: "x.txt".to_owned(),
            ..Report::default()
        };
        report.counts.resolutions = 1;
        report.repair(
            3,
            RepairKind::Furniture,
            "page number `3` dropped".to_owned(),
        );
        report.repair(9, RepairKind::Ordinal, "`8` `th` joined".to_owned());
        report.doubt(4, "number 3 is missing".to_owned());
        let text = report.to_string();
        assert!(text.starts_with("x.txt: 1 resolution in no sessions\n"));
        assert!(text.contains(
            "2 repairs\n  torn ordinals joined: 1\n    line 9: `8` `th` joined\n  \
             page furniture dropped: 1\n    line 3: page number `3` dropped\n"
        ));
        assert!(text.ends_with("1 doubt\n  line 4: number 3 is missing\n"));
    }
}
