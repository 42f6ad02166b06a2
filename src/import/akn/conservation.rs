//! No letter is lost: the letters of a source, in order, are those of the resolution made of it.
//!
//! What is read of the source is walked along with what stands in the resolution. Notes count where they are cut
//! out, numbers with their stop.

use super::letters::LettersAhead;
use super::model::{Modelled, PrintedItem};
use crate::text::model::{AnnexHeading, Note, Passage, PassageKind};

/// Whether a resolution has the letters of a source, in their order.
pub(super) fn holds<'t>(made: &Modelled, source: impl Iterator<Item = &'t str>) -> bool {
    let mut letters = LettersAhead::of(source);
    let mut is_same = true;
    each_text(made, &mut |text| is_same = is_same && letters.take(text));
    is_same && letters.are_none()
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
fn each_text(made: &Modelled, take: &mut dyn FnMut(&str)) {
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

fn annex(annex: &AnnexHeading, take: &mut dyn FnMut(&str)) {
    noted(annex.title.as_deref(), &annex.notes, take);
    annex.headings.iter().for_each(|line| take(line));
}

fn passage(passage: &Passage, stop: &str, take: &mut dyn FnMut(&str)) {
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
fn noted(text: Option<&str>, notes: &[Note], take: &mut dyn FnMut(&str)) {
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
        assert!(holds(&made, ["1. Asks for Of wood. oars;"].into_iter()));
        assert!(!holds(&made, ["1. Asks for oars; Of wood."].into_iter()));
        assert_eq!(
            first_difference("1. Asks for Of wool. oars;", &made),
            "`1.AsksforOfwool.oars;` became `1.AsksforOfwood.oars;`"
        );
    }
}
