//! No letter is lost: the letters of a source, in order, are those of the resolution made of it.
//!
//! A letter is any character that is not white space. Notes count where they are cut out, numbers with their stop.

use super::model::{Modelled, PrintedItem};
use crate::text::model::{AnnexHeading, Note, Passage, PassageKind};

/// How many letters a text has, and a digest of them in order.
///
/// The digest is the sum of the bytes of all letters, each times a number that its place gives. So it does not
/// depend on how a text comes in pieces, and no byte waits for the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LetterDigest {
    count: u64,
    bytes: u64,
    digest: u64,
}

impl LetterDigest {
    /// How many there are.
    pub(super) fn count(self) -> u64 {
        self.count
    }

    /// Adds a text, and says whether control characters are in it, which are no letters.
    pub(super) fn add(&mut self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let Self {
            mut count,
            bytes: mut place,
            mut digest,
        } = *self;
        let mut has_control = false;
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            at += 1;
            if byte <= b' ' {
                has_control |= is_control(byte);
                continue;
            }
            if matches!(byte, 0xc2 | 0xe1..=0xe3)
                && let Some(length) = wide_space(bytes.get(at - 1..).unwrap_or_default())
            {
                at += length - 1;
                continue;
            }
            place += 1;
            let weight = place.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            digest = digest.wrapping_add(u64::from(byte).wrapping_mul(weight ^ (weight >> 29)));
            count += u64::from(!(0x80..0xc0).contains(&byte));
        }
        *self = Self {
            count,
            bytes: place,
            digest,
        };
        has_control
    }

    /// The letters of a resolution, in the order of print.
    pub(super) fn of(made: &Modelled) -> Self {
        let mut letters = Self::default();
        each_text(made, &mut |text| {
            letters.add(text);
        });
        letters
    }
}

/// A control character that XML forbids.
fn is_control(byte: u8) -> bool {
    byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')
}

/// The length of white space that a text begins with and that is not of ASCII.
fn wide_space(text: &[u8]) -> Option<usize> {
    match text {
        [0xc2, 0x85 | 0xa0, ..] => Some(2),
        [0xe1, 0x9a, 0x80, ..]
        | [0xe2, 0x80, 0x80..=0x8a | 0xa8 | 0xa9 | 0xaf, ..]
        | [0xe2, 0x81, 0x9f, ..]
        | [0xe3, 0x80, 0x80, ..] => Some(3),
        _ => None,
    }
}

/// The first place at which the letters of two texts differ, with some words before and behind it.
pub(super) fn first_difference(source: &str, made: &Modelled) -> String {
    let mut text = String::new();
    each_text(made, &mut |piece| text.push_str(piece));
    let letters = |text: &str| {
        text.chars()
            .filter(|c| !c.is_whitespace())
            .collect::<Vec<_>>()
    };
    let (source, made) = (letters(source), letters(&text));
    let same = source.iter().zip(&made).take_while(|(a, b)| a == b).count();
    let shown = |letters: &[char]| {
        let from = same.saturating_sub(20);
        letters.iter().skip(from).take(40).collect::<String>()
    };
    format!("`{}` became `{}`", shown(&source), shown(&made))
}

/// Hands over every text of a resolution in the order of print.
fn each_text(made: &Modelled, take: &mut impl FnMut(&str)) {
    let resolution = &made.resolution;
    for printed in &made.order {
        match printed {
            PrintedItem::Heading(at) => take(&resolution.headings[*at]),
            PrintedItem::Title => {
                noted(resolution.title.as_deref(), &resolution.title_notes, take);
            }
            PrintedItem::Section(at, stop) => {
                let section = &resolution.sections[*at];
                section.number.iter().for_each(|number| take(number));
                take(stop);
                section.title.iter().for_each(|title| take(title));
            }
            PrintedItem::Annex(at) => annex(&resolution.annexes[*at], take),
            PrintedItem::Passage(at, stop) => passage(&resolution.passages[*at], stop, take),
        }
    }
}

fn annex(annex: &AnnexHeading, take: &mut impl FnMut(&str)) {
    noted(annex.title.as_deref(), &annex.notes, take);
    annex.headings.iter().for_each(|line| take(line));
}

fn passage(passage: &Passage, stop: &str, take: &mut impl FnMut(&str)) {
    passage.number.iter().for_each(|number| take(number));
    take(stop);
    let PassageKind::Table(table) = &passage.kind else {
        return noted(Some(&passage.text), &passage.notes, take);
    };
    noted(None, &passage.notes, take);
    for cell in table.cells() {
        noted(Some(&cell.text), &cell.notes, take);
    }
}

/// A text with its notes where they were cut out.
fn noted(text: Option<&str>, notes: &[Note], take: &mut impl FnMut(&str)) {
    let text = text.unwrap_or_default();
    let mut done = 0;
    for note in notes {
        let at = note.at.and_then(|at| usize::try_from(at).ok());
        let at = at.map_or(text.len(), |at| at.clamp(done, text.len()));
        take(text.get(done..at).unwrap_or_default());
        take(&note.text);
        done = at;
    }
    take(text.get(done..).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::super::text::Inline;
    use super::super::{document, model};
    use super::*;

    fn letters(pieces: &[&str]) -> LetterDigest {
        let mut letters = LetterDigest::default();
        for piece in pieces {
            letters.add(piece);
        }
        letters
    }

    #[test]
    fn letters_count_alike_however_they_come_in_pieces_and_lines() {
        let whole = letters(&["Oars «и» 附件 fin"]);
        assert_eq!(whole.count(), 12);
        assert_eq!(
            whole,
            letters(&["Oa", "rs\u{a0}«\u{202f}и»\n", "", "附件\u{3000}", "\tfin"])
        );
    }

    #[test]
    fn a_letter_that_is_gone_changed_or_elsewhere_is_noticed() {
        let whole = letters(&["oars and sails"]);
        for other in [
            "oars and sail",
            "oars and sailz",
            "sails and oars",
            "oars nad sails",
            "oars and sailss",
        ] {
            assert_ne!(whole, letters(&[other]), "{other}");
        }
    }

    #[test]
    fn notes_count_where_they_were_cut_out_and_numbers_with_their_stop() {
        let mut text = Inline::plain("Asks for oars;");
        text.note("1", Inline::plain("Of wood."));
        text.notes[0].at = 8;
        let passage = document::DocumentPassage {
            part: document::DocumentPart::Operative(0),
            depth: 0,
            shape: document::Shape::Paragraph,
            number: Some(document::Number {
                shown: "1".into(),
                stop: ".".into(),
            }),
            text,
            at: 0,
        };
        let made = model::of(document::Document {
            passages: vec![passage],
            ..Default::default()
        });
        assert_eq!(
            LetterDigest::of(&made),
            letters(&["1. Asks for Of wood. oars;"])
        );
        assert_eq!(
            first_difference("1. Asks for Of wool. oars;", &made),
            "`1.AsksforOfwool.oars;` became `1.AsksforOfwood.oars;`"
        );
    }
}
