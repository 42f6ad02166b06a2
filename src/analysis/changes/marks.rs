//! Two wordings with marks at what the one has and the other has not: in one text or apart, long ones without what both
//! have.

use std::borrow::Cow;
use std::ops::Range;

use super::{Change, Marked, changes, is_parted};

/// How many words that both have stand before a change and behind it where the others are left out.
const BESIDE: usize = 6;

/// What stands around words that are gone, and around new ones.
const GONE: [&str; 2] = ["[-", "-]"];
const NEW: [&str; 2] = ["{+", "+}"];

/// So few words are not left out.
const FEW: usize = 3;

/// How much of two wordings is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordingLength {
    /// All of them.
    Whole,
    /// Six words around each change, and `…` for what both have beside.
    Folded,
}

/// Marks in each of two texts what the other one has not: the earlier one has what is gone in `[-…-]`, the later one what is
/// new in `{+…+}`.
///
/// ```
/// use resolut::analysis::changes::{WordingLength, parted};
///
/// let [before, now] = parted("Encourages all parties;", "Urges all the parties;", WordingLength::Whole);
/// assert_eq!(before.text, "[-Encourages-] all parties;");
/// assert_eq!(now.text, "{+Urges+} all {+the+} parties;");
/// ```
pub fn parted(from: &str, to: &str, length: WordingLength) -> [Marked; 2] {
    let all = changes(from, to);
    let gone = all.iter().map(|change| &change.gone);
    let new = all.iter().map(|change| &change.new);
    [
        side(from, &gone.collect::<Vec<_>>(), GONE, length),
        side(to, &new.collect::<Vec<_>>(), NEW, length),
    ]
}

/// Marks what changed from one text to another.
///
/// ```
/// use resolut::analysis::changes::marked;
///
/// let both = marked("Encourages all parties;", "Urges all the parties;");
/// assert_eq!(both.text, "[-Encourages-] {+Urges+} all {+the+} parties;");
/// ```
pub fn marked(from: &str, to: &str) -> Marked {
    joined(from, to, WordingLength::Whole)
}

/// The same, of which no more is shown than a length has.
pub fn joined(from: &str, to: &str, length: WordingLength) -> Marked {
    let mut marked = Marked::default();
    let mut at = 0;
    let all = changes(from, to);
    for (position, Change { gone, new }) in all.iter().cloned().enumerate() {
        let stretch = Stretch {
            words: cut(to, at..new.start),
            is_behind: position > 0,
            is_before: true,
        };
        marked.text.push_str(&stretch.shown(length));
        if is_parted(from, gone.start) && !gone.is_empty() {
            marked.part();
        }
        marked.mark(GONE, cut(from, gone.clone()));
        if is_parted(to, new.start) && !new.is_empty() {
            marked.part();
        }
        marked.mark(NEW, cut(to, new.clone()));
        if new.is_empty() && new.end < to.len() && is_parted(from, gone.end + 1) {
            marked.part();
        }
        at = new.end;
    }
    let rest = Stretch {
        words: cut(to, at..to.len()),
        is_behind: !all.is_empty(),
        is_before: false,
    };
    marked.text.push_str(&rest.shown(length));
    marked
}

fn side(text: &str, changed: &[&Range<usize>], signs: [&str; 2], length: WordingLength) -> Marked {
    let mut marked = Marked::default();
    let mut at = 0;
    for (position, range) in changed.iter().enumerate() {
        let stretch = Stretch {
            words: cut(text, at..range.start),
            is_behind: position > 0,
            is_before: true,
        };
        marked.text.push_str(&stretch.shown(length));
        marked.mark(signs, cut(text, (*range).clone()));
        at = range.end;
    }
    let rest = Stretch {
        words: cut(text, at..text.len()),
        is_behind: !changed.is_empty(),
        is_before: false,
    };
    marked.text.push_str(&rest.shown(length));
    marked
}

/// Words that both texts have, between changes.
struct Stretch<'t> {
    words: &'t str,
    /// Whether a change stands before them, and whether they stand before one.
    is_behind: bool,
    is_before: bool,
}

impl<'t> Stretch<'t> {
    /// What is shown of them.
    fn shown(&self, length: WordingLength) -> Cow<'t, str> {
        let all = words(self.words);
        let beside = |is_beside| if is_beside { BESIDE } else { 0 };
        let (head, tail) = (beside(self.is_behind), beside(self.is_before));
        if length == WordingLength::Whole || head + tail == 0 || all.len() <= head + tail + FEW {
            return self.words.into();
        }
        let head = head.checked_sub(1).map_or(0, |last| all[last].end);
        let tail = all.get(all.len() - tail).map(|first| first.start);
        let head = cut(self.words, 0..head);
        let tail = cut(
            self.words,
            tail.unwrap_or(self.words.len())..self.words.len(),
        );
        let parts = [head, "…", tail];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ").into()
    }
}

fn cut(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}

/// Where words stand, as blanks part them.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match start {
            None if !c.is_whitespace() => start = Some(at),
            Some(first) if c.is_whitespace() => {
                words.push(first..at);
                start = None;
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: &str = "Affirms once more, as it did every year, that the measures that were imposed by paragraph 5 of the resolution on lanterns shall not \
        apply to boats that carry no sail, and thanks the watch of the harbour for its work at night;";

    #[test]
    fn a_long_run_of_equal_words_is_left_out_but_for_six_at_each_change() {
        let now = BEFORE.replace("paragraph 5", "paragraph 7");
        let [before, now] = parted(BEFORE, &now, WordingLength::Folded);
        assert_eq!(
            before.text,
            "… measures that were imposed by paragraph [-5-] of the resolution on lanterns shall …"
        );
        let span = now.spans[0].clone();
        assert_eq!(now.text.get(span), Some("{+7+}"));
        assert!(now.text.starts_with("… measures that were"), "{}", now.text);
    }

    #[test]
    fn words_stay_where_the_other_text_has_more() {
        let now = BEFORE.replace("that carry", "of the lake that carry");
        let [before, now] = parted(BEFORE, &now, WordingLength::Folded);
        assert_eq!(
            before.text,
            "… lanterns shall not apply to boats that carry no sail, and thanks …"
        );
        assert_eq!(
            now.text,
            "… lanterns shall not apply to boats {+of the lake+} that carry no sail, and thanks …"
        );
    }

    #[test]
    fn short_texts_and_equal_ones_are_whole() {
        let [before, now] = parted("a b c d", "a b c e", WordingLength::Folded);
        assert_eq!([before.text, now.text], ["a b c [-d-]", "a b c {+e+}"]);
        let [before, _] = parted(BEFORE, BEFORE, WordingLength::Folded);
        assert_eq!(before.text, BEFORE);
    }

    #[test]
    fn both_texts_in_one_are_folded_alike() {
        let now = BEFORE.replace("paragraph 5", "paragraph 7");
        assert_eq!(
            joined(BEFORE, &now, WordingLength::Folded).text,
            "… measures that were imposed by paragraph [-5-] {+7+} of the resolution on lanterns shall …"
        );
        let whole = joined(BEFORE, &now, WordingLength::Whole);
        assert_eq!(whole, marked(BEFORE, &now));
    }
}
