//! Reading a place: the words for its part.

use super::super::lex::Kind;
use super::words::{OPENING, OPERATIVE, PARAGRAPH, PREAMBULAR};
use super::{Labels, Parsed, Parser};
use crate::text::citation::{CitedPart, Expected, Step, Target, numeral};

impl Parser<'_> {
    /// Places behind a symbol, with or without a word for their part.
    pub(super) fn places(&mut self, labels: Labels) -> Parsed<Vec<Target>> {
        if let Some(targets) = self.marked_places()? {
            return Ok(targets);
        }
        if self.peek(0).is_none_or(|token| token.label().is_none())
            && !self.is_mark(0, '~')
            && !self.is_mark(0, '(')
        {
            return self.miss(Expected::Place);
        }
        let word = matches!(self.kind(0), Some(Kind::Word(_)));
        if word && labels == Labels::Numbers {
            return self.miss(Expected::Place);
        }
        let target = self.paragraphs(CitedPart::Operative, labels)?;
        Ok(vec![target])
    }

    /// A place that says its part, or several that say it together; none if no word for one follows.
    pub(super) fn marked_places(&mut self) -> Parsed<Option<Vec<Target>>> {
        let begin = self.at;
        self.word(&["the"]);
        if let Some(counted) = self.attempt(Self::counted_places) {
            return Ok(Some(counted));
        }
        let target = self.marked_place()?;
        if target.is_none() {
            self.at = begin;
        }
        Ok(target.map(|target| vec![target]))
    }

    /// `points (a) and (b) of paragraph 3`, `subparagraphs 3 (a) and (b)`.
    pub(super) fn points_first(&mut self) -> Option<Vec<Target>> {
        self.word(&["the"]);
        if self.is_mark(1, '/') || !self.point_words() {
            return None;
        }
        let first = self.paragraphs(CitedPart::Operative, Labels::Any).ok()?;
        let mut points = self.and_more(vec![first]);
        let paragraph = self.attempt(|parser| {
            parser.word(&["of", "in"])?;
            let place = parser.marked_places().ok()??;
            let [only] = <[Target; 1]>::try_from(place).ok()?;
            let paragraph = !only.steps.is_empty() && only.to.is_none();
            paragraph.then_some((only.part, only.steps))
        });
        match paragraph {
            Some((part, steps)) => {
                for point in &mut points {
                    point.part = part.clone();
                    point.steps.splice(0..0, steps.iter().cloned());
                }
            }
            None if points.iter().any(|point| point.steps.len() < 2) => return None,
            None => {}
        }
        Some(points)
    }

    fn marked_place(&mut self) -> Parsed<Option<Target>> {
        let operative = |parser: &mut Self| {
            parser.word(OPERATIVE).is_some() && parser.word(PARAGRAPH).is_some()
        };
        if let Some(first) = self.unnumbered(operative) {
            return self.below(CitedPart::Operative, vec![first]).map(Some);
        }
        if let Some(target) = self.attempt(Self::article_of_annex) {
            return Ok(Some(target));
        }
        // `PP/RES/1` is a symbol.
        if self.is_mark(1, '/') {
            return Ok(None);
        }
        if self.word(OPENING).is_some() {
            self.paragraph_words();
            return Ok(Some(Target::whole(CitedPart::Opening)));
        }
        if let Some(noun) = self.noun() {
            let annex = self.annex(noun)?;
            return self.in_annex(annex).map(Some);
        }
        if let Some(section) = self.section() {
            return self.in_annex(section).map(Some);
        }
        let (part, whole) = if self.word(PREAMBULAR).is_some() {
            (
                CitedPart::Preamble,
                self.after("preamble") || self.after("pmbl"),
            )
        } else if self.word(OPERATIVE).is_some() {
            (CitedPart::Operative, self.after("operative"))
        } else if self.paragraph_words() {
            (CitedPart::Operative, false)
        } else {
            return Ok(None);
        };
        let whole = (self.word(&["part"]).is_some() || whole).then_some(self.at);
        let mut labels = Labels::Numbers;
        loop {
            if self.separators() == Labels::Any {
                labels = Labels::Any;
            } else if !self.paragraph_words() {
                break;
            }
        }
        if self.after_paragraph() && self.letter_follows_word() {
            labels = Labels::Any;
        }
        match self.paragraphs(part.clone(), labels) {
            Ok(target) => Ok(Some(target)),
            Err(miss) => {
                self.at = whole.ok_or(miss)?;
                Ok(Some(Target::whole(part)))
            }
        }
    }

    /// `third preambular paragraph`, `3rd op`, `first and third paragraphs of the preamble`.
    fn counted_places(&mut self) -> Option<Vec<Target>> {
        let counted = self.ordinals()?;
        let part = if self.word(PREAMBULAR).is_some() {
            CitedPart::Preamble
        } else if self.word(OPERATIVE).is_some() {
            CitedPart::Operative
        } else {
            self.word(PARAGRAPH)?;
            self.word(&["of", "in"])?;
            self.word(&["the"]);
            let preamble = self.word(&["preamble"]).map(|()| CitedPart::Preamble);
            preamble.or_else(|| self.word(&["operative"]).map(|()| CitedPart::Operative))?
        };
        self.skip(&['.']);
        self.paragraph_words();
        self.word(&["part"]);
        let target = |(first, to): (String, Option<String>)| Target {
            part: part.clone(),
            steps: vec![Step::first(first)],
            to: to.map(Step::first),
        };
        Some(counted.into_iter().map(target).collect())
    }

    /// `first, third and fifth`, `second to fourth`: each with what its range ends at.
    fn ordinals(&mut self) -> Option<Vec<(String, Option<String>)>> {
        let mut counted = vec![(self.ordinal()?, None)];
        loop {
            let more = self.attempt(|parser| {
                let range = parser.word(&["to", "through"]).is_some() || parser.mark('-').is_some();
                let parted = range || parser.mark(',').is_some();
                let parted = parser.and() || parted;
                parted.then_some(())?;
                parser.word(&["the"]);
                Some((range, parser.ordinal()?))
            });
            match (more, counted.last_mut()) {
                (Some((true, end)), Some((_, to @ None))) => *to = Some(end),
                (Some((false, next)), _) => counted.push((next, None)),
                (Some((true, _)), _) => return None,
                (None, _) => return Some(counted),
            }
        }
    }

    pub(super) fn ordinal(&mut self) -> Option<String> {
        let (label, taken) = match (self.kind(0)?, self.kind(1)) {
            (Kind::Number(_), Some(Kind::Word(suffix)))
                if self.touches(1) && numeral::is_suffix(suffix) =>
            {
                (self.peek(0)?.label()?.to_owned(), 2)
            }
            (Kind::Word(word), next) => {
                match (
                    numeral::read_ordinal(word).or_else(|| numeral::read_roman_ordinal(word)),
                    numeral::read_tens(word),
                ) {
                    (Some(number), _) => (number.to_string(), 1),
                    (None, Some(tens)) => {
                        let dash = usize::from(next == Some(&Kind::Mark('-')));
                        let Some(Kind::Word(unit)) = self.kind(1 + dash) else {
                            return None;
                        };
                        let unit = numeral::read_ordinal(unit).filter(|unit| *unit < 10)?;
                        ((tens + unit).to_string(), 2 + dash)
                    }
                    (None, None) => return None,
                }
            }
            _ => return None,
        };
        self.at += taken;
        Some(label)
    }

    /// Whether a word for a paragraph was just taken.
    pub(super) fn after_paragraph(&self) -> bool {
        PARAGRAPH.iter().any(|word| self.after(word))
    }

    /// Whether the word just taken was this one.
    pub(super) fn after(&self, word: &str) -> bool {
        let before = self.before();
        before.is_some_and(|token| token.is_word(&[word]))
    }

    /// Takes `paragraph`, `paras.`, `¶`, `§`.
    pub(super) fn paragraph_words(&mut self) -> bool {
        let begin = self.at;
        while self.word(PARAGRAPH).is_some()
            || self.mark('¶').is_some()
            || self.mark('§').is_some()
            || (self.at > begin && self.mark('.').is_some())
        {}
        if self.at > begin && self.word(&["no", "nr", "number"]).is_some() {
            self.skip(&['.']);
        }
        self.at > begin
    }
}
