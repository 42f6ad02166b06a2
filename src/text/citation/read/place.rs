//! Reading a place: the words for its part.

use super::super::lex::{Kind, Token};
use super::list::DIGITS_OF_A_SYMBOL;
use super::steps::POINT;
use super::{Labels, Read, Reader};
use crate::text::citation::annex::is_label;
use crate::text::citation::{Annex, CitedPart, Expected, Noun, Step, Target, numeral};

pub(super) const OPERATIVE: &[&str] = &["op", "ops", "operative"];
pub(super) const PREAMBULAR: &[&str] = &[
    "pp",
    "pps",
    "preambular",
    "preambulatory",
    "preamb",
    "pmbl",
    "preamble",
];
const PARAGRAPH: &[&str] = &[
    "para",
    "paras",
    "par",
    "pars",
    "paragraph",
    "paragraphs",
    "clause",
    "clauses",
];
const OPENING: &[&str] = &["opening"];

pub(super) fn is_place_word(word: &str) -> bool {
    let parts = [OPERATIVE, PREAMBULAR, PARAGRAPH, OPENING, POINT];
    parts.iter().any(|words| words.contains(&word)) || Noun::read(word).is_some()
}

impl Reader<'_> {
    /// Places behind a symbol, with or without a word for their part.
    pub(super) fn places(&mut self, labels: Labels) -> Read<Vec<Target>> {
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
    pub(super) fn marked_places(&mut self) -> Read<Option<Vec<Target>>> {
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
        let paragraph = self.attempt(|reader| {
            reader.word(&["of", "in"])?;
            let place = reader.marked_places().ok()??;
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

    fn marked_place(&mut self) -> Read<Option<Target>> {
        let operative = |reader: &mut Self| {
            reader.word(OPERATIVE).is_some() && reader.word(PARAGRAPH).is_some()
        };
        if let Some(first) = self.unnumbered(operative) {
            return self.below(CitedPart::Operative, vec![first]).map(Some);
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
            return self.in_annex(noun).map(Some);
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

    /// Behind places: `of annex I`, which is said of the paragraphs among them.
    pub(super) fn of_annex(&mut self, targets: &mut [Target]) -> Read<()> {
        let begin = self.at;
        self.skip(&[',']);
        self.word(&["of", "in", "to"]);
        self.word(&["the"]);
        let noun = self.noun();
        let are_paragraphs = targets
            .iter()
            .all(|target| target.part == CitedPart::Operative && !target.steps.is_empty());
        let Some(noun) = noun.filter(|_| are_paragraphs) else {
            self.at = begin;
            return Ok(());
        };
        let part = CitedPart::Annex(self.annex(noun)?);
        for target in targets {
            target.part = part.clone();
        }
        Ok(())
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
            let more = self.attempt(|reader| {
                let range = reader.word(&["to", "through"]).is_some() || reader.mark('-').is_some();
                let parted = range || reader.mark(',').is_some();
                let parted = reader.and() || parted;
                parted.then_some(())?;
                reader.word(&["the"]);
                Some((range, reader.ordinal()?))
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
    fn after_paragraph(&self) -> bool {
        PARAGRAPH.iter().any(|word| self.after(word))
    }

    /// Whether the word just taken was this one.
    fn after(&self, word: &str) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        before.is_some_and(|token| token.is_word(&[word]))
    }

    /// Takes a word for an annex.
    fn noun(&mut self) -> Option<Noun> {
        let Some(Kind::Word(word)) = self.kind(0) else {
            return None;
        };
        let noun = Noun::read(word)?;
        self.at += 1;
        Some(noun)
    }

    fn in_annex(&mut self, noun: Noun) -> Read<Target> {
        let part = CitedPart::Annex(self.annex(noun)?);
        let begin = self.at;
        // `annexes 1-3`
        if self.is_mark(0, '-') && self.touches(0) {
            return Ok(Target::whole(part));
        }
        let mut labels = self.separators();
        if let Some(first) = self.unnumbered(|reader| reader.word(PARAGRAPH).is_some()) {
            return self.below(part, vec![first]);
        }
        self.paragraph_words();
        if self.after_paragraph() && self.letter_follows_word() {
            labels = Labels::Any;
        }
        // `annex I 2/34-P`: what follows may be the symbol.
        match self.paragraphs(part.clone(), labels) {
            Ok(target) if !self.is_mark(0, '/') => Ok(target),
            _ => {
                self.at = begin;
                Ok(Target::whole(part))
            }
        }
    }

    /// The label behind a word for an annex; where there is none, the only annex is meant.
    fn annex(&mut self, noun: Noun) -> Read<Annex> {
        let begin = self.at;
        if let Some(step) = self.attempt(Self::annex_label) {
            let step = Some(step);
            return Ok(Annex { noun, step });
        }
        let is_number = |token: &Token| matches!(token.kind, Kind::Number(_));
        let alone = self.at_end() && !self.tokens.iter().any(is_number);
        if alone || matches!(self.kind(0), Some(Kind::Number(zero)) if zero == "0") {
            return self.miss(Expected::Annex);
        }
        self.at = begin;
        Ok(Annex { noun, step: None })
    }

    /// A number, a roman number or a letter, with what is joined to it: `II`, `B`, `1A`, `I.2`.
    pub(super) fn annex_label(&mut self) -> Option<Step> {
        self.word(&["no", "nr"]);
        self.skip(&['.', '-']);
        let bracketed = matches!(self.kind(1), Some(Kind::Word(_))) && self.is_mark(2, ')');
        if bracketed && self.mark('(').is_some() {
            let mut label = String::new();
            self.annex_atom(&mut label)?;
            self.mark(')')?;
            return Some(Step::first(label));
        }
        let mut label = String::new();
        if !self.is_mark(0, '~') {
            self.annex_atom(&mut label)?;
            while let Some(joint) = self.annex_joint() {
                label.push('.');
                self.at += joint;
                self.annex_atom(&mut label)?;
            }
            // `annex 2/34-P`, `annex 2505 (2020)`: the number is the symbol's.
            if self.is_mark(0, '/') {
                return None;
            }
        }
        let nth = self.count().ok()?;
        Some(Step { label, nth })
    }

    fn annex_atom(&mut self, label: &mut String) -> Option<()> {
        let atom = self.peek(0).filter(|token| is_label(token))?;
        let text = atom.label()?;
        let symbol =
            matches!(&atom.kind, Kind::Number(digits) if digits.len() >= DIGITS_OF_A_SYMBOL);
        if symbol || text == "0" || self.known().is_some() {
            return None;
        }
        label.push_str(text);
        self.at += 1;
        Some(())
    }

    /// How many marks join the next part of a label: none in `1A`, one in `I.2` and `A-1`.
    fn annex_joint(&self) -> Option<usize> {
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at))?;
        let lettered = matches!(before.kind, Kind::Word(_));
        let label = |ahead: usize| self.touches(ahead) && self.peek(ahead).is_some_and(is_label);
        let number = matches!(self.kind(1), Some(Kind::Number(_)));
        if label(0) {
            return Some(0);
        }
        let stop = self.is_mark(0, '.') && self.touches(0);
        let dash = self.is_mark(0, '-') && self.touches(0) && lettered && number;
        ((stop || dash) && label(1)).then_some(1)
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
