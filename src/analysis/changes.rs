//! What changed between two wordings, word by word.
//!
//! The shortest way from one to the other (Myers) leaves crumbs: single words that both have by chance, between words
//! that only one has. Such a word or two is taken into the change around it, and so are signs.

use std::convert::Infallible;
use std::ops::Range;

use similar::algorithms::{DiffHook, myers};

use super::words::pieces;

mod marks;

pub use marks::{WordingLength, joined, marked, parted};

/// Words that may be in both texts and yet are crumbs of a change.
const CRUMBS: usize = 2;

/// How many times as many words the changes around a crumb have, more than that.
const LARGER: usize = 4;

/// Bytes of one text in place of bytes of another. One of them may be empty: it stands where the words would, before
/// what follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What the earlier text has.
    pub gone: Range<usize>,
    /// What the later text has.
    pub new: Range<usize>,
}

/// What changed from one text to another, in their order; nothing where they have the same words and signs.
///
/// ```
/// use resolut::analysis::changes::changes;
///
/// let (before, now) = ("Encourages all parties;", "Urges all the parties;");
/// let all = changes(before, now);
/// assert_eq!((&before[all[0].gone.clone()], &now[all[0].new.clone()]), ("Encourages", "Urges"));
/// assert_eq!((&before[all[1].gone.clone()], &now[all[1].new.clone()]), ("", "the"));
/// ```
pub fn changes(from: &str, to: &str) -> Vec<Change> {
    let (from, to) = (PiecedText::of(from), PiecedText::of(to));
    let kept = without_crumbs(kept(&from, &to), &from, &to);
    let mut changes = Vec::new();
    let (mut old, mut new) = (0, 0);
    let end = KeptRun {
        old: from.pieces.len(),
        new: to.pieces.len(),
        count: 0,
    };
    for run in kept.into_iter().chain([end]) {
        if old < run.old || new < run.new {
            changes.push(Change {
                gone: from.bytes(old..run.old),
                new: to.bytes(new..run.new),
            });
        }
        (old, new) = (run.old + run.count, run.new + run.count);
    }
    changes
}

/// Both texts in one: what is gone in `[-…-]`, what is new in `{+…+}`. The marks keep their sense in a copy, without colour
/// and where they are read aloud.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The later text with the marks.
    pub text: String,
    /// The marks with what is in them, as bytes.
    pub spans: Vec<Range<usize>>,
}

/// Whether a blank stands before a byte.
fn is_parted(text: &str, at: usize) -> bool {
    text.get(..at)
        .is_none_or(|before| before.is_empty() || before.ends_with(char::is_whitespace))
}

impl Marked {
    /// A text in which nothing changed.
    pub fn unchanged(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            spans: Vec::new(),
        }
    }

    /// Sets a blank behind words.
    fn part(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
    }

    fn mark(&mut self, [open, close]: [&str; 2], words: &str) {
        if !words.is_empty() {
            let start = self.text.len();
            self.text.extend([open, words, close]);
            self.spans.push(start..self.text.len());
        }
    }
}

/// A text and its pieces.
struct PiecedText<'t> {
    text: &'t str,
    places: Vec<Range<usize>>,
    pieces: Vec<&'t str>,
}

impl<'t> PiecedText<'t> {
    fn of(text: &'t str) -> Self {
        let places = pieces(text);
        let cut = |place: &Range<usize>| text.get(place.clone()).unwrap_or_default();
        Self {
            text,
            pieces: places.iter().map(cut).collect(),
            places,
        }
    }

    /// The bytes of some pieces; of none, where the next one begins.
    fn bytes(&self, pieces: Range<usize>) -> Range<usize> {
        let end = self.text.trim_end().len();
        let start = self
            .places
            .get(pieces.start)
            .map_or(end, |first| first.start);
        let last = pieces.end.checked_sub(1).filter(|_| !pieces.is_empty());
        start..last.map_or(start, |last| self.places[last].end)
    }

    /// How many of some pieces are words.
    fn words(&self, pieces: Range<usize>) -> usize {
        let pieces = self.pieces.get(pieces).unwrap_or_default().iter();
        pieces
            .filter(|piece| piece.starts_with(char::is_alphanumeric))
            .count()
    }
}

/// Pieces in a row that both texts have.
#[derive(Clone, Copy)]
struct KeptRun {
    old: usize,
    new: usize,
    count: usize,
}

/// The runs of pieces that both have, in their order.
fn kept(from: &PiecedText<'_>, to: &PiecedText<'_>) -> Vec<KeptRun> {
    let mut kept = KeptRuns(Vec::new());
    let (old, new) = (&from.pieces[..], &to.pieces[..]);
    let Ok(()) = myers::diff(&mut kept, old, 0..old.len(), new, 0..new.len());
    kept.0
}

struct KeptRuns(Vec<KeptRun>);

impl DiffHook for KeptRuns {
    type Error = Infallible;

    fn equal(&mut self, old: usize, new: usize, count: usize) -> Result<(), Infallible> {
        match self.0.last_mut() {
            Some(last) if last.old + last.count == old && last.new + last.count == new => {
                last.count += count;
            }
            _ => self.0.push(KeptRun { old, new, count }),
        }
        Ok(())
    }
}

/// The runs that are no crumbs: those at an end of both texts, longer ones, and those beside small changes.
fn without_crumbs(runs: Vec<KeptRun>, from: &PiecedText<'_>, to: &PiecedText<'_>) -> Vec<KeptRun> {
    let ends = (from.pieces.len(), to.pieces.len());
    let changed = |old: Range<usize>, new: Range<usize>| from.words(old).max(to.words(new));
    let mut whole: Vec<KeptRun> = Vec::with_capacity(runs.len());
    let mut rest = runs.into_iter().peekable();
    while let Some(run) = rest.next() {
        let behind = (run.old + run.count, run.new + run.count);
        let last = whole.last().map_or((0, 0), |last| {
            (last.old + last.count, last.new + last.count)
        });
        let next = rest.peek().map_or(ends, |next| (next.old, next.new));
        let before = changed(last.0..run.old, last.1..run.new);
        let after = changed(behind.0..next.0, behind.1..next.1);
        let words = from.words(run.old..behind.0);
        let is_crumb = words <= CRUMBS && before + after > LARGER * words;
        if !is_crumb || before == 0 || after == 0 {
            whole.push(run);
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The changes as `gone|new`.
    fn shown(from: &str, to: &str) -> Vec<String> {
        let words = |text: &str, range: Range<usize>| text.get(range).unwrap().to_owned();
        let all = changes(from, to).into_iter();
        all.map(|one| [words(from, one.gone), words(to, one.new)].join("|"))
            .collect()
    }

    #[test]
    fn words_that_both_have_by_chance_are_part_of_a_change() {
        assert_eq!(
            shown(
                "Urges the Presidents to continue their dialogue on the peace of the region, and to meet",
                "Urges the member States who resumed a dialogue after war to build the trust of the region, and to meet"
            ),
            [
                "Presidents to continue their dialogue on the peace|member States who resumed a dialogue after war to build the trust"
            ]
        );
    }

    #[test]
    fn a_word_at_either_end_stays_what_it_is() {
        assert_eq!(
            shown(
                "Urges all parties to meet;",
                "Urges those concerned to speak;"
            ),
            ["all parties|those concerned", "meet|speak"]
        );
    }

    #[test]
    fn a_sign_at_the_end_is_a_change_by_itself() {
        assert_eq!(
            shown("in these areas;", "in these areas, and beyond;"),
            ["|, and beyond"]
        );
        assert_eq!(shown("a", "a"), [""; 0]);
        assert_eq!(shown("a b c", "a c"), ["b|"]);
        assert_eq!(shown("", "a"), ["|a"]);
    }

    #[test]
    fn marks_stand_between_blanks_where_words_do() {
        for (from, to, both) in [
            ("a b c", "a c", "a [-b-] c"),
            ("a b", "a", "a [-b-]"),
            ("a b;", "a;", "a [-b-];"),
            ("a;", "a, and b;", "a{+, and b+};"),
            ("(2007)", "(2008)", "([-2007-]{+2008+})"),
            ("b a", "a", "[-b-] a"),
            ("a", "b a", "{+b+} a"),
            ("a", "a.", "a{+.+}"),
        ] {
            assert_eq!(marked(from, to).text, both);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..Default::default() })]

        #[test]
        fn what_is_no_change_is_in_both(from in "[abc ,]{0,24}", to in "[abc ,]{0,24}") {
            let without = |text: &str, ranges: Vec<Range<usize>>| {
                let is_out = |at: usize| ranges.iter().any(|range| range.contains(&at));
                let bytes = text.char_indices().filter(|&(at, c)| c != ' ' && !is_out(at));
                bytes.map(|(_, c)| c).collect::<String>()
            };
            let all = changes(&from, &to);
            let gone = all.iter().map(|one| one.gone.clone()).collect();
            let new = all.iter().map(|one| one.new.clone()).collect();
            prop_assert_eq!(without(&from, gone), without(&to, new));
        }
    }
}
