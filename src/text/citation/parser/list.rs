//! Reading lists: `7, 8 and 9`, `3 (c) and (d)`, `annexes I and II`.
//!
//! What stands behind a comma or `and` without a word for its part is of the part before it; a point in
//! brackets stands beside the last step that it can follow: `7 (a) (i) and (ii)`, `7 (a) (i) and (b)`.

use super::words::{OPERATIVE, THROUGH, is_place_word};
use super::{Labels, Parser};
use crate::text::citation::lex::Kind;
use crate::text::citation::{Annex, CitedPart, DIGITS_OF_A_SYMBOL, Noun, Step, Target, numeral};

impl Parser<'_> {
    /// The places of a list that begins with these.
    pub(super) fn and_more(&mut self, mut targets: Vec<Target>) -> Vec<Target> {
        while let Some(last) = targets.last().cloned()
            && let Some(more) = self.attempt(|parser| parser.next(&last))
        {
            targets.extend(more);
        }
        targets
    }

    fn next(&mut self, last: &Target) -> Option<Vec<Target>> {
        if let Some(range) = self.attempt(|parser| parser.annexes_to(last)) {
            return Some(range);
        }
        let comma = self.mark(',').is_some();
        let semicolon = self.mark(';').is_some();
        let and = self.and();
        if !(comma || semicolon || and) {
            return None;
        }
        // `paragraph 3, annex I` is one place; `3,annex1` as printed and `3; annex I` are two.
        if !(and || semicolon || self.touches(0)) && self.annex_follows() {
            return None;
        }
        let operative = self.peek_word(OPERATIVE);
        if let Some(marked) = self.attempt(|parser| parser.marked_places().ok()?) {
            let beside = |one: Target| if operative { one } else { beside(one, last) };
            return (!self.is_mark(0, '/')).then(|| marked.into_iter().map(beside).collect());
        }
        let next = self
            .attempt(|parser| parser.next_annex(last))
            .or_else(|| self.attempt(|parser| parser.next_article(last, and)))
            .or_else(|| self.attempt(|parser| parser.next_point(last)))
            .or_else(|| self.attempt(|parser| parser.next_letter(last)))
            .or_else(|| {
                // Behind a mark alone, a long number is a symbol.
                let may_be_next = and || self.digits() < DIGITS_OF_A_SYMBOL;
                may_be_next.then(|| self.attempt(|parser| parser.next_number(last)))?
            })?;
        Some(vec![next])
    }

    fn annex_follows(&self) -> bool {
        matches!(self.kind(0), Some(Kind::Word(word)) if Noun::read(word).is_some())
    }

    pub(super) fn and(&mut self) -> bool {
        self.word(&["and"]).is_some() || self.mark('&').is_some()
    }

    /// Behind a whole annex, the label of another.
    fn next_annex(&mut self, last: &Target) -> Option<Target> {
        let CitedPart::Annex(annex) = &last.part else {
            return None;
        };
        if !last.steps.is_empty() || annex.step.is_none() || self.is_mark(1, '/') {
            return None;
        }
        let step = self.annex_label()?;
        Some(Target::whole(CitedPart::Annex(Annex {
            noun: annex.noun,
            step: Some(step),
        })))
    }

    /// `annexes I to III`: those behind the first, up to the last. A single one is of what follows: `annex 1
    /// to 181 (II)`.
    fn annexes_to(&mut self, last: &Target) -> Option<Vec<Target>> {
        let CitedPart::Annex(annex) = &last.part else {
            return None;
        };
        let noun = self.tokens[..self.at].iter().rev().find_map(|token| {
            let word = token.text()?;
            Noun::read(word).map(|_| word)
        })?;
        if !last.steps.is_empty() || !Noun::is_plural(noun) {
            return None;
        }
        let first = annex.step.as_ref().filter(|first| first.nth == 1)?;
        self.mark('-').or_else(|| self.word(THROUGH))?;
        let end = self.annex_label().filter(|end| end.nth == 1)?;
        (!self.is_mark(0, '/')).then_some(())?;
        let labels = labels_behind(&first.label, &end.label)?;
        let whole = |label| {
            Target::whole(CitedPart::Annex(Annex {
                noun: annex.noun,
                step: Some(Step::first(label)),
            }))
        };
        Some(labels.into_iter().map(whole).collect())
    }

    /// `and (d)`: a point beside the last one that it can follow.
    fn next_point(&mut self, last: &Target) -> Option<Target> {
        if !self.is_mark(0, '(') {
            return None;
        }
        let step = self.bracketed(Labels::Any).ok()?;
        let steps = beside_steps(last, step)?;
        self.below(last.part.clone(), steps).ok()
    }

    /// `7 a, b and c`: a letter behind another.
    fn next_letter(&mut self, last: &Target) -> Option<Target> {
        let is_letter = |label: &str| {
            let mut letters = label.chars();
            letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
        };
        let lettered = last.steps.last().is_some_and(|step| is_letter(&step.label));
        match self.kind(0) {
            Some(Kind::Word(word)) if lettered && is_letter(word) && !self.touches(1) => {}
            _ => return None,
        }
        let step = self.step(Labels::Any).ok()?;
        let steps = beside_steps(last, step)?;
        (!self.is_mark(0, '/')).then_some(())?;
        self.below(last.part.clone(), steps).ok()
    }

    /// How many digits the number has that comes next; 0 where none does.
    fn digits(&self) -> usize {
        match self.kind(0) {
            Some(Kind::Number(digits)) => digits.len(),
            _ => 0,
        }
    }

    fn next_number(&mut self, last: &Target) -> Option<Target> {
        let part = match last.part {
            CitedPart::Opening => CitedPart::Operative,
            _ if last.steps.is_empty() => CitedPart::Operative,
            ref part => part.clone(),
        };
        let target = self.paragraphs(part, Labels::Numbers).ok()?;
        (!self.symbol_goes_on()).then_some(target)
    }

    /// Whether what was read as a number is a symbol's.
    fn symbol_goes_on(&self) -> bool {
        let series = matches!(self.kind(1), Some(Kind::Word(word)) if !is_place_word(word));
        self.is_mark(0, '/') || (self.is_mark(0, '-') && series)
    }
}

/// The labels behind the first of a row, up to the last of it: of numbers, roman ones or letters.
fn labels_behind(first: &str, last: &str) -> Option<Vec<String>> {
    /// No document has more annexes.
    const MOST: u32 = 99;
    let row = |begin: u32, end: u32, label: &dyn Fn(u32) -> Option<String>| {
        let labels = (begin + 1..=end).map(label);
        let fits = begin < end && end - begin <= MOST;
        fits.then(|| labels.collect::<Option<Vec<_>>>()).flatten()
    };
    let number = |label: &str| label.parse().ok();
    if let (Some(first), Some(last)) = (number(first), number(last)) {
        return row(first, last, &|number| Some(number.to_string()));
    }
    let roman = |label: &str| numeral::read_roman(label).map(u32::from);
    if let (Some(first), Some(last)) = (roman(first), roman(last)) {
        let label = |number: u32| Some(numeral::roman(number.try_into().ok()?)?.to_lowercase());
        let labels = row(first, last, &label);
        // `annexes C to D` are letters: no document has annexes 100 to 500.
        if labels.is_some() {
            return labels;
        }
    }
    let letter = |label: &str| match label.as_bytes() {
        [letter] if letter.is_ascii_lowercase() => Some(u32::from(*letter)),
        _ => None,
    };
    row(letter(first)?, letter(last)?, &|letter| {
        Some(char::from_u32(letter)?.to_string())
    })
}

/// A place behind another of an annex, with no word for its part but `paragraph`, is of that annex.
fn beside(mut target: Target, last: &Target) -> Target {
    let paragraph = target.part == CitedPart::Operative && !target.steps.is_empty();
    if paragraph && matches!(last.part, CitedPart::Annex(_)) && !last.steps.is_empty() {
        target.part = last.part.clone();
    }
    target
}

/// The steps to a point beside the deepest one of a place that it can follow.
fn beside_steps(last: &Target, step: Step) -> Option<Vec<Step>> {
    let ends = last.to.as_ref().or(last.steps.last())?;
    let mut steps = last.steps.clone();
    steps.pop()?;
    steps.push(ends.clone());
    let depth = depth_beside(&steps, &step)?;
    steps.truncate(depth);
    steps.push(step);
    Some(steps)
}

/// Whether a point behind a comma stands beside one of these steps, and not below them.
pub(super) fn can_follow(steps: &[Step], point: &Step) -> bool {
    depth_beside(steps, point).is_some()
}

fn depth_beside(steps: &[Step], point: &Step) -> Option<usize> {
    (0..steps.len()).rev().find(|&depth| {
        let above = depth
            .checked_sub(1)
            .map(|above| steps[above].label.as_str());
        follows(above, &steps[depth].label, &point.label)
    })
}

/// Whether a label can stand behind another of the same row: both numbers, both roman, or both letters.
/// Below a letter, what can be roman is: `(h) (i)` goes on with `(ii)`.
fn follows(above: Option<&str>, before: &str, label: &str) -> bool {
    let number = |label: &str| label.parse::<u32>().ok();
    let roman = |label: &str| numeral::read_roman(label).map(u32::from);
    let letter = |label: &str| {
        let mut letters = label.chars();
        let first = letters.next().filter(|first| first.is_alphabetic())?;
        let repeated = letters.all(|next| next == first);
        repeated.then_some((label.chars().count(), first))
    };
    let below_letter = above.is_some_and(|above| letter(above).is_some());
    let is_later = |one: Option<u32>, other: Option<u32>| one.is_some() && one < other;
    let are_letters = !(below_letter && roman(before).is_some())
        && (label.chars().count() == before.chars().count() || before == "z");
    is_later(number(before), number(label))
        || is_later(roman(before), roman(label))
        || (are_letters && letter(before).is_some() && letter(before) < letter(label))
}
