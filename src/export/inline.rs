//! A text with its spans and the marks of its notes, as what stands one after the other in a line.

use crate::text::model::{Note, Passage, Span};
use crate::text::sorting::sort_by_key;

/// A piece of a line.
#[derive(Debug, PartialEq)]
pub(super) enum LinePiece<'p> {
    /// Words.
    Text(&'p str),
    /// Here a span begins.
    Begin(&'p Span),
    /// Here it ends.
    End(&'p Span),
    /// Here the mark of a note stands.
    Mark(&'p Note),
}

/// The pieces of a passage. What begins within a span ends within it, also where the corpus says otherwise.
pub(super) fn pieces(passage: &Passage) -> Vec<LinePiece<'_>> {
    let text = &passage.text;
    let mut stops: Vec<usize> = vec![text.len()];
    for span in &passage.spans {
        stops.extend([span.range.start as usize, span.range.end as usize]);
    }
    let at = |note: &Note| {
        note.at
            .map_or(text.len(), |at| (at as usize).min(text.len()))
    };
    stops.extend(passage.notes.iter().map(at));
    stops.retain(|&stop| text.is_char_boundary(stop));
    sort_by_key(&mut stops, |&stop| stop);
    stops.dedup();

    let mut pieces = Vec::new();
    let mut open: Vec<&Span> = Vec::new();
    let mut last = 0;
    for stop in stops {
        if let Some(words) = text.get(last..stop).filter(|words| !words.is_empty()) {
            pieces.push(LinePiece::Text(words));
        }
        last = stop;
        while let Some(ended) = open.pop_if(|span| span.range.end as usize <= stop) {
            pieces.push(LinePiece::End(ended));
        }
        let notes = passage.notes.iter().filter(|note| at(note) == stop);
        pieces.extend(notes.map(LinePiece::Mark));
        let begun = passage.spans.iter();
        for span in begun.filter(|span| span.range.start as usize == stop && stop < text.len()) {
            pieces.push(LinePiece::Begin(span));
            open.push(span);
        }
    }
    pieces.extend(open.into_iter().rev().map(LinePiece::End));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::model::{Part, SpanKind};

    #[test]
    fn spans_nest_and_marks_stand_behind_what_they_are_put_to() {
        let mut passage = Passage::new(Part::Operative, "Asks for oars;");
        let span = |range, kind| Span { range, kind };
        passage.spans = [
            span(0..8, SpanKind::Italic),
            span(5..13, SpanKind::Bold),
            span(9..99, SpanKind::Underline),
        ]
        .into();
        passage.notes = [Note {
            mark: "1".into(),
            at: Some(13),
            text: "Of wood.".into(),
        }]
        .into();
        let written: Vec<String> = pieces(&passage)
            .into_iter()
            .map(|piece| match piece {
                LinePiece::Text(text) => text.to_owned(),
                LinePiece::Begin(span) => format!("<{:?}>", span.kind),
                LinePiece::End(span) => format!("</{:?}>", span.kind),
                LinePiece::Mark(note) => format!("^{}", note.mark),
            })
            .collect();
        assert_eq!(
            written.concat(),
            "<Italic>Asks <Bold>for <Underline>oars^1;</Underline></Bold></Italic>"
        );
    }
}
