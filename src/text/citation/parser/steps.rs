//! Reading paragraphs: their numbers, the points below them, ranges.

use super::super::lex::{Kind, Token};
use super::list::can_follow;
use super::words::{OPERATIVE, POINT, PREAMBULAR, THROUGH, is_place_word};
use super::{Labels, Parsed, Parser};
use crate::text::citation::label::LATIN;
use crate::text::citation::{CitedPart, Expected, Step, Target, numeral};

/// Points below points below points: no document goes as deep.
const DEEPEST: usize = 16;

impl Parser<'_> {
    /// Paragraphs with their points, or a range of them.
    pub(super) fn paragraphs(&mut self, part: CitedPart, labels: Labels) -> Parsed<Target> {
        // Preambular ones are counted, whatever is printed.
        let labels = match part {
            CitedPart::Preamble | CitedPart::AnnexPreamble(_) => Labels::Numbers,
            _ => labels,
        };
        let first = self.first(labels)?;
        self.below(part, vec![first])
    }

    /// What stands behind the first steps of a target.
    pub(super) fn below(&mut self, part: CitedPart, steps: Vec<Step>) -> Parsed<Target> {
        let steps = self.points(steps)?;
        let to = self.range_end(&part, &steps)?;
        Ok(Target { part, steps, to })
    }

    fn first(&mut self, labels: Labels) -> Parsed<Step> {
        if self.is_mark(0, '(') {
            self.bracketed(labels)
        } else {
            self.step(labels)
        }
    }

    fn steps(&mut self, labels: Labels) -> Parsed<Vec<Step>> {
        let first = self.first(labels)?;
        self.points(vec![first])
    }

    /// Steps and the points below them.
    fn points(&mut self, mut steps: Vec<Step>) -> Parsed<Vec<Step>> {
        loop {
            self.repeated(&mut steps);
            if steps.len() >= DEEPEST {
                return Ok(steps);
            }
            let begin = self.at;
            let comma = self.skip(&[',']);
            if let Some(nth) = self.unnumbered(Self::point_words) {
                steps.push(nth);
                continue;
            }
            let worded = self.point_words();
            if self.is_mark(0, '(') {
                match self.bracketed(Labels::Any) {
                    Ok(step) if !(comma && can_follow(&steps, &step)) => steps.push(step),
                    // One more of a list, or a day of adoption.
                    _ => {
                        self.at = begin;
                        return Ok(steps);
                    }
                }
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
    pub(super) fn repeated(&mut self, steps: &mut [Step]) {
        let nth = self.attempt(|parser| {
            parser.mark('(')?;
            let nth = parser.ordinal()?.parse().ok().filter(|nth| *nth > 0)?;
            for word in ["of", "that", "number"] {
                parser.word(&[word])?;
            }
            parser.mark(')')?;
            Some(nth)
        });
        if let (Some(nth), Some(last)) = (nth, steps.last_mut()) {
            last.nth = nth;
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
            Some(Kind::Word(word)) => matches!(word.as_str(), "of" | "in" | "and"),
            Some(_) => false,
        };
        word.chars().count() == 1 && after
    }

    pub(super) fn point_words(&mut self) -> bool {
        let begin = self.at;
        if self.word(&["sub"]).is_some() {
            self.skip(&['-']);
            if self.paragraph_words() {
                return true;
            }
            self.at = begin;
        }
        self.word(POINT).is_some() && {
            self.skip(&['.']);
            true
        }
    }

    pub(super) fn bracketed(&mut self, labels: Labels) -> Parsed<Step> {
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

    pub(super) fn step(&mut self, labels: Labels) -> Parsed<Step> {
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
    pub(super) fn count(&mut self) -> Parsed<u32> {
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
    fn range_end(&mut self, part: &CitedPart, steps: &[Step]) -> Parsed<Option<Step>> {
        let begin = self.at;
        if self.mark('-').is_none() && self.word(THROUGH).is_none() {
            return Ok(None);
        }
        if let [only] = steps
            && only.article().is_some()
        {
            let last = self.attempt(Self::last_article);
            if last.is_none() {
                self.at = begin;
            }
            return Ok(last);
        }
        let own = match part {
            CitedPart::Preamble | CitedPart::AnnexPreamble(_) => PREAMBULAR,
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
