//! Whose paragraphs a list names.
//!
//! In this order: what stands behind the list (`of resolution 1572 (2004)`, `of this resolution`, `of that
//! resolution`, `of the report`); *above* or *below*; what stands before it (`resolution 1572 (2004), in particular
//! its`); the owner of a list that is joined to it; else nobody is named. Owners that are no resolutions are owners
//! all the same: their paragraphs are none of ours.

use std::ops::Range;

use super::lists::{ParagraphList, keyword};
use super::named::NamedText;
use super::words::{FILLERS, FOREIGN, OTHERS, is_word_resolution};
use crate::analysis::lexemes::Lexemes;
use crate::text::citation::Step;

/// Whose paragraphs are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// Those of this resolution; or of the part of it where the words stand.
    Own { is_part: bool },
    /// Those of a resolution that the text names, by its position.
    Named(usize),
    /// Those of an annex that the text names, by its position.
    Annex(usize),
    /// Those of a report, a statute and the like.
    Foreign,
    /// Nobody is named.
    Unsaid,
}

/// An annex in a text.
#[derive(Debug)]
pub(super) struct AnnexMention {
    pub(super) lexemes: Range<usize>,
    pub(super) step: Option<Step>,
    pub(super) owner: Owner,
}

/// A text with what it names.
pub(super) struct Sentence<'s, 't> {
    pub(super) lexemes: &'s Lexemes<'t>,
    pub(super) named: &'s [NamedText],
    pub(super) annexes: &'s [AnnexMention],
}

impl Sentence<'_, '_> {
    /// The owners of lists, which stand in the order of the text.
    pub(super) fn owners(&self, lists: &[ParagraphList]) -> Vec<Owner> {
        let mut owners = vec![Owner::Unsaid; lists.len()];
        for (position, list) in lists.iter().enumerate().rev() {
            let joined = lists
                .get(position + 1)
                .filter(|next| self.is_joined(list.lexemes.end, next.lexemes.start));
            let is_here = list.items.last().is_some_and(|last| last.is_here);
            owners[position] = match self.behind(list.lexemes.end) {
                _ if is_here => Owner::Own { is_part: true },
                Some(owner) => owner,
                None => match (self.before(list.lexemes.start), joined) {
                    (Some(owner), _) => owner,
                    (None, Some(_)) => owners[position + 1],
                    (None, None) => Owner::Unsaid,
                },
            };
        }
        owners
    }

    /// The owner that stands behind a list or an annex.
    pub(super) fn behind(&self, end: usize) -> Option<Owner> {
        let lexemes = self.lexemes;
        if lexemes.is(end, &["thereof", "therein", "thereto"]) {
            // `annex B thereto`: what belongs to something is not itself what is spoken of.
            let annex = (1..=2).find(|back| lexemes.is(end.wrapping_sub(*back), &["annex"]));
            return Some(match self.in_sentence(end - annex.unwrap_or(0)) {
                Owner::Unsaid => Owner::Foreign,
                owner => owner,
            });
        }
        let preposition = end + usize::from(lexemes.is_mark(end, &[',']));
        let is_of = lexemes.is(preposition, &["of"]);
        if !is_of && !lexemes.is(preposition, &["to", "in", "from", "under"]) {
            return None;
        }
        let first = preposition + 1;
        if let Some(owner) = self.pronoun(first, end) {
            return Some(owner);
        }
        let mut at = first;
        while at < first + 8
            && (lexemes.is(at, &FILLERS) || lexemes.is_mark(at, &['-']))
            && self.starting(at).is_none()
        {
            at += 1;
        }
        if let Some(owner) = self.starting(at) {
            return Some(owner);
        }
        if is_word_resolution(lexemes, at) {
            return Some(self.resolution(first, at));
        }
        if keyword(lexemes, at).is_some() {
            return None;
        }
        let is_noun = lexemes.word(at).is_some() || at > first;
        let is_far = || (at..at + 5).any(|near| lexemes.is(near, &FOREIGN));
        let is_determined = || lexemes.is(first, &["the", "his", "its", "that", "their", "this"]);
        let is_foreign = if is_of {
            is_noun
        } else {
            is_determined() && is_far()
        };
        is_foreign.then_some(Owner::Foreign)
    }

    /// Whose they are where only *which*, *the latter* or *the former* says so, of what was named before.
    fn pronoun(&self, at: usize, end: usize) -> Option<Owner> {
        if self.lexemes.is(at, &["which"]) {
            return Some(self.in_sentence(end));
        }
        let is_former = self.lexemes.is(at + 1, &["former"]);
        if !self.lexemes.is(at, &["the"]) || !(is_former || self.lexemes.is(at + 1, &["latter"])) {
            return None;
        }
        let mut named = self.named.iter().enumerate().rev();
        let mut earlier = named.by_ref().filter(|(_, named)| named.lexemes.end <= end);
        let named = earlier.nth(usize::from(is_former));
        Some(named.map_or(Owner::Foreign, |(position, _)| self.of_named(position)))
    }

    /// What the word *resolution* means, with the words from `first` on before it.
    fn resolution(&self, first: usize, word: usize) -> Owner {
        let numbered = (word + 1..=word + 3).find_map(|at| self.starting(at));
        if let Some(owner) = numbered.filter(|_| !is_word_resolution(self.lexemes, word + 1)) {
            return owner;
        }
        let is_this = (first..word).any(|at| self.lexemes.is(at, &["this", "present"]));
        let earlier = self
            .named
            .iter()
            .rposition(|named| named.is_resolution && named.lexemes.end <= first);
        match earlier {
            Some(earlier) if !is_this => Owner::Named(earlier),
            _ if (first..word).any(|at| self.lexemes.is(at, &OTHERS)) => Owner::Foreign,
            _ => Owner::Own { is_part: false },
        }
    }

    /// The owner whose name begins there.
    fn starting(&self, at: usize) -> Option<Owner> {
        self.called(|name| name.start == at)
    }

    /// The first owner whose name stands where it is asked for, resolutions and documents before annexes.
    fn called(&self, is_there: impl Fn(&Range<usize>) -> bool) -> Option<Owner> {
        let named = self.named.iter().position(|named| is_there(&named.lexemes));
        named.map(|position| self.of_named(position)).or_else(|| {
            let mut annexes = self.annexes.iter();
            let annex = annexes.position(|annex| is_there(&annex.lexemes));
            annex.map(Owner::Annex)
        })
    }

    fn of_named(&self, position: usize) -> Owner {
        if self.named[position].is_resolution {
            Owner::Named(position)
        } else {
            Owner::Foreign
        }
    }

    /// The owner that stands before a list.
    fn before(&self, start: usize) -> Option<Owner> {
        const LINKS: [&str; 11] = [
            "particular",
            "namely",
            "particularly",
            "notably",
            "especially",
            "specifically",
            "including",
            "inter",
            "alia",
            "except",
            "excluding",
        ];
        let lexemes = self.lexemes;
        let (mut at, mut is_linked, mut is_marked) = (start, false, false);
        while let Some(before) = at.checked_sub(1) {
            if lexemes.is(before, &["its"]) || lexemes.is(before, &LINKS) {
                is_linked = true;
            } else if let Some(link) = self.link_before(before, &LINKS) {
                (at, is_linked) = (link, true);
                continue;
            } else if lexemes.is_mark(before, &[',', '(']) {
                is_marked = true;
            } else if !(is_linked && lexemes.is(before, &["in", "and", "at", "by", "also"])) {
                break;
            }
            at = before;
        }
        if !(is_linked || is_marked) {
            return None;
        }
        let is_article =
            |at: usize| lexemes.is(at, &["article", "articles", "section", "chapter", "rule"]);
        if is_article(at.wrapping_sub(2)) {
            return Some(Owner::Foreign);
        }
        let ending = self.ending(self.before_day(at));
        ending.or_else(|| is_linked.then(|| self.in_sentence(at)))
    }

    /// Where a word stands that links to what was named, with *those contained in* and the like behind it up to there.
    fn link_before(&self, last: usize, links: &[&str]) -> Option<usize> {
        const PASSED: [&str; 9] = [
            "in",
            "of",
            "the",
            "those",
            "that",
            "contained",
            "set",
            "out",
            "provisions",
        ];
        let mut at = last;
        while self.lexemes.is(at, &PASSED) && last - at < 6 {
            at = at.checked_sub(1)?;
        }
        (at < last && self.lexemes.is(at, links)).then_some(at)
    }

    /// Where a day begins that ends there, `of 17 May 1994`; else there itself.
    fn before_day(&self, at: usize) -> usize {
        let of_length = |length: usize| {
            let start = at.checked_sub(length)?;
            let (_, found) = self.lexemes.day(start)?;
            (found == length).then_some(start)
        };
        of_length(4).or_else(|| of_length(3)).unwrap_or(at)
    }

    /// The owner whose name ends there, in brackets or not.
    fn ending(&self, at: usize) -> Option<Owner> {
        let is_closed = self.lexemes.is_mark(at.wrapping_sub(1), &[')']);
        self.called(|name| name.end == at || is_closed && name.end + 1 == at)
    }

    /// What *its* or *in particular* belongs to: the resolution that was named last, unless another text was
    /// spoken of since.
    fn in_sentence(&self, at: usize) -> Owner {
        let last = self.named.iter().rposition(|named| named.lexemes.end <= at);
        let since = last.map_or(0, |last| self.named[last].lexemes.end);
        let is_over = (since..at).any(|between| {
            self.lexemes.is_mark(between, &[';']) || self.lexemes.is(between, &FOREIGN)
        });
        match last {
            Some(last) if !is_over => self.of_named(last),
            _ if is_over => Owner::Foreign,
            _ => Owner::Unsaid,
        }
    }

    /// Whether only words that join two lists stand between them.
    fn is_joined(&self, end: usize, start: usize) -> bool {
        const JOINTS: [&str; 13] = [
            "and", "or", "as", "well", "of", "in", "by", "both", "also", "to", "its", "the", "with",
        ];
        let joins =
            |at: usize| self.lexemes.is(at, &JOINTS) || self.lexemes.is_mark(at, &[',', '/']);
        (end..end + 6).contains(&start) && (end..start).all(joins)
    }
}
