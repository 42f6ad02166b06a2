//! Reading paragraphs: their numbers, the points below them, ranges.

use super::super::lex::{Kind, Token};
use super::place::{OPERATIVE, PREAMBULAR, is_place_word};
use super::{Labels, Read, Reader};
use crate::citation::{Expected, LATIN, Step, Target, numeral};
use crate::model::Part;

const POINT: &[&str] = &[
    "point",
    "points",
    "subparagraph",
    "subparagraphs",
    "subpara",
    "subparas",
];
const THROUGH: &[&str] = &["to", "through"];

impl Reader<'_> {
    /// Paragraphs with their points, or a range of them.
    pub(super) fn paragraphs(&mut self, part: Part, labels: Labels) -> Read<Target> {
        // Preambular ones are counted, whatever is printed.
        let labels = match part {
            Part::Preamble => Labels::Numbers,
            _ => labels,
        };
        let first = self.first(labels)?;
        self.below(part, first)
    }

    /// What stands behind the first step of a target.
    pub(super) fn below(&mut self, part: Part, first: Step) -> Read<Target> {
        let steps = self.points(first)?;
        let to = self.range_end(part, &steps)?;
        Ok(Target { part, steps, to })
    }

    fn first(&mut self, labels: Labels) -> Read<Step> {
        if self.is_mark(0, '(') {
            self.bracketed(labels)
        } else {
            self.step(labels)
        }
    }

    fn steps(&mut self, labels: Labels) -> Read<Vec<Step>> {
        let first = self.first(labels)?;
        self.points(first)
    }

    /// A step and the points below it.
    fn points(&mut self, first: Step) -> Read<Vec<Step>> {
        let mut steps = vec![first];
        loop {
            self.repeated(&mut steps);
            let begin = self.at;
            self.skip(&[',']);
            if let Some(nth) = self.unnumbered(Self::point_words) {
                steps.push(nth);
                continue;
            }
            let worded = self.point_words();
            if self.is_mark(0, '(') {
                steps.push(self.bracketed(Labels::Any)?);
            } else if worded || (self.at == begin && steps.len() == 1 && self.letter_is_point()) {
                steps.push(self.step(Labels::Any)?);
            } else {
                self.at = begin;
                return Ok(steps);
            }
        }
    }

    /// `second unnumbered point`.
    pub(super) fn unnumbered(&mut self, noun: impl Fn(&mut Self) -> bool) -> Option<Step> {
        let begin = self.at;
        let nth = self.ordinal().and_then(|nth| nth.parse().ok());
        if let Some(nth) = nth.filter(|nth| *nth > 0)
            && self.word(&["unnumbered"]).is_some()
            && noun(self)
        {
            return Some(Step {
                label: String::new(),
                nth,
            });
        }
        self.at = begin;
        None
    }

    /// `7 (second of that number)`: which of the siblings the last step is.
    fn repeated(&mut self, steps: &mut [Step]) {
        let begin = self.at;
        if self.mark('(').is_some()
            && let Some(nth) = self.ordinal().and_then(|nth| nth.parse().ok())
            && ["of", "that", "number"]
                .iter()
                .all(|word| self.word(&[word]).is_some())
            && self.mark(')').is_some()
            && nth > 0
            && let Some(last) = steps.last_mut()
        {
            last.nth = nth;
        } else {
            self.at = begin;
        }
    }

    /// Whether a letter or a roman number follows, in brackets or not: the label of a paragraph, where
    /// a word said that one comes.
    pub(super) fn letter_follows_word(&self) -> bool {
        let ahead = usize::from(self.is_mark(0, '('));
        let letter = |word: &str| word.chars().count() == 1 || numeral::read_roman(word).is_some();
        matches!(self.kind(ahead), Some(Kind::Word(word)) if letter(word))
    }

    /// `7a`; `7 a` only where nothing else can be meant by the letter.
    fn letter_is_point(&self) -> bool {
        let Some(Kind::Word(word)) = self.kind(0) else {
            return false;
        };
        if self.touches(0) {
            return !numeral::is_suffix(word);
        }
        let after = match self.kind(1) {
            None | Some(Kind::Mark('(' | ',')) => true,
            Some(Kind::Word(word)) => matches!(word.as_str(), "of" | "in"),
            Some(_) => false,
        };
        word.chars().count() == 1 && after
    }

    fn point_words(&mut self) -> bool {
        let begin = self.at;
        if self.word(&["sub"]).is_some() {
            self.skip(&['-']);
            if self.paragraph_words() {
                return true;
            }
            self.at = begin;
        }
        self.word(POINT).is_some()
    }

    fn bracketed(&mut self, labels: Labels) -> Read<Step> {
        self.at += 1;
        if !(self.is_mark(0, '~') || self.peek(0).is_some_and(|token| token.label().is_some())) {
            return self.miss(Expected::Point);
        }
        let step = self.step(labels)?;
        if self.mark(')').is_none() {
            return self.miss(Expected::Close);
        }
        Ok(step)
    }

    fn step(&mut self, labels: Labels) -> Read<Step> {
        let mut label = String::new();
        let mut numbered = false;
        let first = self.peek(0).filter(|token| match &token.kind {
            Kind::Number(_) => true,
            Kind::Word(word) => labels == Labels::Any && !is_place_word(word),
            Kind::Mark(_) => false,
        });
        if let Some(text) = first.and_then(Token::label) {
            label.push_str(text);
            numbered = matches!(self.kind(0), Some(Kind::Number(_)));
            self.at += 1;
            while self.is_mark(0, '.')
                && self.touches(0)
                && self.touches(1)
                && let Some(text) = self.peek(1).and_then(Token::label)
            {
                label.push('.');
                label.push_str(text);
                numbered = matches!(self.kind(1), Some(Kind::Number(_)));
                self.at += 2;
            }
        } else if !self.is_mark(0, '~') {
            return self.miss(Expected::Number);
        }
        if numbered
            && self.peek_word(LATIN)
            && let Some(latin) = self.peek(0).and_then(Token::label)
        {
            label.push(' ');
            label.push_str(latin);
            self.at += 1;
        }
        let nth = self.count()?;
        Ok(Step { label, nth })
    }

    /// What is counted behind a tilde; 1 without one.
    fn count(&mut self) -> Read<u32> {
        if self.mark('~').is_none() {
            return Ok(1);
        }
        let count = match self.kind(0) {
            Some(Kind::Number(digits)) => digits.parse().ok().filter(|count| *count > 0),
            _ => None,
        };
        match count {
            Some(count) => {
                self.at += 1;
                Ok(count)
            }
            None => self.miss(Expected::Count),
        }
    }

    /// `-9`, `to 9`, `-(c)`, `-7(c)`; nothing where the symbol follows.
    fn range_end(&mut self, part: Part, steps: &[Step]) -> Read<Option<Step>> {
        let begin = self.at;
        if self.mark('-').is_none() && self.word(THROUGH).is_none() {
            return Ok(None);
        }
        let own = match part {
            Part::Preamble => PREAMBULAR,
            _ => OPERATIVE,
        };
        while self.word(own).is_some() || self.paragraph_words() || self.point_words() {}
        let at = self.at;
        let letters = steps.len() > 1
            || steps
                .iter()
                .any(|step| step.label.starts_with(char::is_alphabetic));
        let pointed =
            self.is_mark(0, '(') || (letters && matches!(self.kind(0), Some(Kind::Word(_))));
        let labels = if letters {
            Labels::Any
        } else {
            Labels::Numbers
        };
        let Ok(mut end) = self.steps(labels) else {
            self.at = begin;
            return Ok(None);
        };
        if self.is_mark(0, '/') {
            self.at = begin;
            return Ok(None);
        }
        let last = end.pop();
        let same_level = end.is_empty() && (pointed || steps.len() == 1);
        let same_paragraph = end.len() + 1 == steps.len() && steps.starts_with(&end);
        if same_level || same_paragraph {
            Ok(last)
        } else {
            self.at = at;
            self.miss(Expected::RangeEnd)
        }
    }
}
