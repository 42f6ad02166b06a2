//! Reading a place: the words for its part.

use super::super::lex::{Kind, Token};
use super::{Labels, Read, Reader};
use crate::citation::{Expected, Step, Target, numeral};
use crate::model::Part;

pub(super) const OPERATIVE: &[&str] = &["op", "ops", "operative"];
pub(super) const PREAMBULAR: &[&str] = &["pp", "pps", "preambular", "preamb", "preamble"];
const PARAGRAPH: &[&str] = &["para", "paras", "par", "pars", "paragraph", "paragraphs"];
const ANNEX: &[&str] = &["annex", "annexe", "annexes"];
const OPENING: &[&str] = &["opening"];

pub(super) fn is_place_word(word: &str) -> bool {
    [OPERATIVE, PREAMBULAR, PARAGRAPH, ANNEX, OPENING]
        .iter()
        .any(|words| words.contains(&word))
}

impl Reader<'_> {
    /// A place behind a symbol, with or without a word for its part.
    pub(super) fn place(&mut self, labels: Labels) -> Read<Target> {
        if let Some(target) = self.marked_place()? {
            return Ok(target);
        }
        let begin = self.at;
        self.paragraphs(Part::Operative, labels)
            .map_err(|mut miss| {
                if miss.at == begin {
                    miss.expected = Expected::Place;
                }
                miss
            })
    }

    /// A place that says its part; none if no word for one follows.
    pub(super) fn marked_place(&mut self) -> Read<Option<Target>> {
        let begin = self.at;
        self.word(&["the"]);
        if let Some(counted) = self.ordinal_place() {
            return Ok(Some(counted));
        }
        let operative = |reader: &mut Self| {
            reader.word(OPERATIVE).is_some() && reader.word(PARAGRAPH).is_some()
        };
        if let Some(first) = self.unnumbered(operative) {
            return self.below(Part::Operative, first).map(Some);
        }
        // `PP/RES/1` is a symbol.
        if self.is_mark(1, '/') {
            self.at = begin;
            return Ok(None);
        }
        if self.word(OPENING).is_some() {
            self.paragraph_words();
            return Ok(Some(Target::whole(Part::Opening)));
        }
        if self.word(ANNEX).is_some() {
            return self.in_annex().map(Some);
        }
        let (part, whole) = if self.word(PREAMBULAR).is_some() {
            (Part::Preamble, self.after("preamble"))
        } else if self.word(OPERATIVE).is_some() {
            (Part::Operative, self.after("operative"))
        } else if self.paragraph_words() {
            (Part::Operative, false)
        } else {
            self.at = begin;
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
        match self.paragraphs(part, labels) {
            Ok(target) => Ok(Some(target)),
            Err(miss) => {
                self.at = whole.ok_or(miss)?;
                Ok(Some(Target::whole(part)))
            }
        }
    }

    /// Behind a place: `of annex I`.
    pub(super) fn of_annex(&mut self) -> Read<Option<Part>> {
        let begin = self.at;
        self.skip(&[',']);
        while self.word(&["of", "in", "to", "the"]).is_some() {}
        if self.word(ANNEX).is_none() {
            self.at = begin;
            return Ok(None);
        }
        self.annex_number().map(Some)
    }

    /// `third preambular paragraph`, `3rd op`, `third paragraph of the preamble`.
    fn ordinal_place(&mut self) -> Option<Target> {
        let begin = self.at;
        let target = self.ordinal().and_then(|number| {
            let part = if self.word(PREAMBULAR).is_some() {
                Part::Preamble
            } else if self.word(OPERATIVE).is_some() {
                Part::Operative
            } else {
                self.word(PARAGRAPH)?;
                self.word(&["of", "in"])?;
                self.word(&["the"]);
                let preamble = self.word(&["preamble"]).map(|()| Part::Preamble);
                preamble.or_else(|| self.word(&["operative"]).map(|()| Part::Operative))?
            };
            self.skip(&['.']);
            self.paragraph_words();
            self.word(&["part"]);
            Some(Target {
                part,
                steps: vec![Step::first(number)],
                to: None,
            })
        });
        if target.is_none() {
            self.at = begin;
        }
        target
    }

    pub(super) fn ordinal(&mut self) -> Option<String> {
        let (label, taken) = match (self.kind(0)?, self.kind(1)) {
            (Kind::Number(_), Some(Kind::Word(suffix)))
                if self.touches(1) && numeral::is_suffix(suffix) =>
            {
                (self.peek(0)?.label()?.to_owned(), 2)
            }
            (Kind::Word(word), next) => {
                match (numeral::read_ordinal(word), numeral::read_tens(word)) {
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
        matches!(before.map(|token| &token.kind), Some(Kind::Word(taken)) if taken == word)
    }

    fn in_annex(&mut self) -> Read<Target> {
        let part = self.annex_number()?;
        let begin = self.at;
        let mut labels = self.separators();
        if let Some(first) = self.unnumbered(|reader| reader.word(PARAGRAPH).is_some()) {
            return self.below(part, first);
        }
        let operative = self.word(OPERATIVE).is_some();
        let worded = self.paragraph_words() || operative;
        if self.after_paragraph() && self.letter_follows_word() {
            labels = Labels::Any;
        }
        // `annex I 2/34-P`: what follows may be the symbol.
        match self.paragraphs(part, labels) {
            Ok(target) if !self.is_mark(0, '/') => Ok(target),
            Err(miss) if worded => Err(miss),
            _ => {
                self.at = begin;
                Ok(Target::whole(part))
            }
        }
    }

    /// In figures or roman; where there is none, the only annex of the symbol that is there or follows.
    fn annex_number(&mut self) -> Read<Part> {
        let begin = self.at;
        self.skip(&['.', '-']);
        let number = match self.kind(0) {
            Some(Kind::Number(digits)) => digits.parse().ok(),
            Some(Kind::Word(word)) => numeral::read_roman(word),
            _ => None,
        };
        // `annex 2/34-P`: the number is the symbol's.
        let symbol_follows = self.is_mark(1, '/');
        if let Some(number) = number.filter(|number| *number > 0 && !symbol_follows) {
            self.at += 1;
            return Ok(Part::Annex(number));
        }
        self.at = begin;
        let is_number = |token: &Token| matches!(token.kind, Kind::Number(_));
        let alone = self.at_end() && !self.tokens.iter().any(is_number);
        if alone || (self.peek(0).is_some_and(is_number) && !symbol_follows) {
            return self.miss(Expected::Annex);
        }
        Ok(Part::Annex(1))
    }

    /// Takes `paragraph`, `paras.`, `¶`, `§`.
    pub(super) fn paragraph_words(&mut self) -> bool {
        let begin = self.at;
        while self.word(PARAGRAPH).is_some()
            || self.mark('¶').is_some()
            || self.mark('§').is_some()
            || (self.at > begin && self.mark('.').is_some())
        {}
        self.at > begin
    }
}
