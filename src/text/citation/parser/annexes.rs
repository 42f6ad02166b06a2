//! Reading annexes: their labels, and the paragraphs in them.

use super::words::{OPERATIVE, PARAGRAPH, PREAMBULAR};
use super::{Labels, Parsed, Parser};
use crate::text::citation::annex::{is_label, is_letter};
use crate::text::citation::lex::{Kind, Token};
use crate::text::citation::{Annex, CitedPart, DIGITS_OF_A_SYMBOL, Expected, Noun, Step, Target};

/// Words for an article.
const ARTICLE: &[&str] = &["art", "article", "arts", "articles"];

impl Parser<'_> {
    /// Behind places: `of annex I`, which is said of the paragraphs among them.
    pub(super) fn of_annex(&mut self, targets: &mut [Target]) -> Parsed<()> {
        let begin = self.at;
        self.skip(&[',']);
        self.word(&["of", "in", "to"]);
        self.word(&["the"]);
        let noun = self.noun();
        let are_paragraphs = targets.iter().all(|target| {
            matches!(target.part, CitedPart::Operative | CitedPart::Preamble)
                && !target.steps.is_empty()
        });
        let Some(noun) = noun.filter(|_| are_paragraphs) else {
            self.at = begin;
            return Ok(());
        };
        let annex = self.annex(noun)?;
        for target in targets {
            target.part = match target.part {
                CitedPart::Preamble => CitedPart::AnnexPreamble(annex.clone()),
                _ => CitedPart::Annex(annex.clone()),
            };
        }
        Ok(())
    }

    /// Takes a word for an annex.
    pub(super) fn noun(&mut self) -> Option<Noun> {
        let Some(Kind::Word(word)) = self.kind(0) else {
            return None;
        };
        let noun = Noun::read(word)?;
        self.at += 1;
        Some(noun)
    }

    /// Takes the label of a section that stands without a word for it: `A:3`, `II:pp1`.
    pub(super) fn section(&mut self) -> Option<Annex> {
        let Some(Kind::Word(label)) = self.kind(0) else {
            return None;
        };
        let is_below = match self.kind(2)? {
            Kind::Number(_) | Kind::Mark('~') => true,
            Kind::Word(word) => PREAMBULAR.contains(&word.as_str()),
            Kind::Mark(_) => false,
        };
        let is_section = is_letter(label) && self.is_mark(1, ':');
        let label = self.peek(0)?.label()?.to_owned();
        (is_section && is_below).then(|| {
            self.at += 1;
            Annex {
                noun: Noun::Section,
                step: Some(Step::first(label)),
            }
        })
    }

    /// What stands behind an annex or a section: a paragraph of it, its preamble or one of that, or nothing.
    pub(super) fn in_annex(&mut self, annex: Annex) -> Parsed<Target> {
        let begin = self.at;
        // `annexes 1-3`
        if self.is_mark(0, '-') && self.touches(0) {
            return Ok(Target::whole(CitedPart::Annex(annex)));
        }
        let mut labels = self.separators();
        // `annex II, preambular paragraph 1` is one place, `annex II,pp1` as printed are two.
        let before = self.before();
        let is_listed = before.is_some_and(|token| token.is_mark(',')) && self.touches(0);
        if !is_listed && self.word(PREAMBULAR).is_some() {
            let whole = self.after("preamble").then_some(self.at);
            self.skip(&['.', ',']);
            self.paragraph_words();
            let part = CitedPart::AnnexPreamble(annex);
            let paragraphs = self.paragraphs(part.clone(), Labels::Numbers);
            return paragraphs.or_else(|miss| {
                self.at = whole.ok_or(miss)?;
                Ok(Target::whole(part))
            });
        }
        let part = CitedPart::Annex(annex);
        if !is_listed && let Some(steps) = self.attempt(Self::article) {
            return self.below(part, steps);
        }
        if !is_listed {
            self.word(OPERATIVE);
        }
        if let Some(first) = self.unnumbered(|parser| parser.word(PARAGRAPH).is_some()) {
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

    /// `article 3 (1) of annex I`.
    pub(super) fn article_of_annex(&mut self) -> Option<Target> {
        let steps = self.article()?;
        let mut target = self.below(CitedPart::Operative, steps).ok()?;
        self.skip(&[',']);
        self.word(&["of", "in", "to"])?;
        self.word(&["the"]);
        let noun = self.noun()?;
        target.part = CitedPart::Annex(self.annex(noun).ok()?);
        Some(target)
    }

    /// `art 3`, `article 3, paragraph 1`: an article, and perhaps one of its paragraphs.
    fn article(&mut self) -> Option<Vec<Step>> {
        self.article_word().then(|| self.numbered_article())?
    }

    fn article_word(&mut self) -> bool {
        self.word(ARTICLE).is_some() && {
            self.skip(&['.']);
            true
        }
    }

    /// Behind an article another of the same annex: `and 5`, `, art 5`.
    pub(super) fn next_article(&mut self, last: &Target, and: bool) -> Option<Target> {
        let [first, below @ ..] = last.steps.as_slice() else {
            return None;
        };
        first.article()?;
        let may_be_unsaid = and && below.is_empty() && !self.is_mark(0, '(');
        (self.article_word() || may_be_unsaid).then_some(())?;
        let steps = self.numbered_article()?;
        self.below(last.part.clone(), steps).ok()
    }

    /// The last of a range of articles: `-5`, `to article 5`.
    pub(super) fn last_article(&mut self) -> Option<Step> {
        self.article_word();
        let is_number = matches!(self.kind(0), Some(Kind::Number(_)));
        // `article 2 to resolution 5`
        (is_number || self.letter_follows_word()).then_some(())?;
        let number = self.step(Labels::Any).ok()?;
        (!self.is_mark(0, '/')).then(|| number.of_article())
    }

    fn numbered_article(&mut self) -> Option<Vec<Step>> {
        let number = self.step(Labels::Any).ok()?;
        // `annex I, article 2/34-P`: the number is a symbol's.
        if self.is_mark(0, '/') {
            return None;
        }
        let mut steps = vec![number.of_article()];
        self.repeated(&mut steps);
        let paragraph = self.attempt(|parser| {
            parser.skip(&[',']);
            let counted = parser.unnumbered(|parser| parser.word(PARAGRAPH).is_some());
            counted.or_else(|| {
                let is_said = parser.paragraph_words();
                is_said.then(|| parser.step(Labels::Numbers).ok())?
            })
        });
        steps.extend(paragraph);
        Some(steps)
    }

    /// The label behind a word for an annex; where there is none, the only annex is meant.
    pub(super) fn annex(&mut self, noun: Noun) -> Parsed<Annex> {
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

    pub(super) fn annex_atom(&mut self, label: &mut String) -> Option<()> {
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
    pub(super) fn annex_joint(&self) -> Option<usize> {
        let before = self.before()?;
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
}
