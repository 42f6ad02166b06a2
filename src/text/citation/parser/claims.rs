//! Reading what is said of a resolution beside its symbol: its organ, its session, the day of its adoption.

use super::words::{DETERMINERS, LINKS, RESOLUTION, SESSION, is_place_word};
use super::{Miss, Parser};
use crate::text::citation::letter::folded;
use crate::text::citation::lex::{Kind, Token, lex};
use crate::text::citation::names::{Nothing, Spelled, spells};
use crate::text::citation::organs::ORGANS;
use crate::text::citation::{Claim, Expected, NumberedSession, numbers, numeral};
use crate::text::sorting::sort_by;

/// Words that make a session one of another series.
const SERIES: &[&str] = &["emergency", "extraordinary", "special"];

/// Words before `session` that make it no other.
const PLAIN: &[&str] = &["annual", "ordinary", "regular", "resumed", "substantive"];

/// The session that a text names by its number, as the name of one does: `Thirty-Fourth Session`.
pub(crate) fn session_named(text: &str) -> Option<NumberedSession> {
    let tokens = lex(text, 0);
    let mut parser = Parser::new(&tokens, &Nothing);
    (0..tokens.len()).find_map(|at| {
        parser.at = at;
        parser.session()
    })
}

impl Parser<'_> {
    /// Takes the names of organs and sessions before a symbol or before the word for a resolution.
    pub(super) fn names(&mut self) -> Vec<Claim> {
        let mut claims = Vec::new();
        while let Some(named) = self.attempt(|parser| {
            parser.word(DETERMINERS);
            let symbol = parser.known().is_some();
            if symbol { None } else { parser.name() }
        }) {
            claims.extend(named);
            claims.extend(self.attempt(Self::short_name).unwrap_or_default());
            self.possessive();
            self.skip(&[',', '-']);
        }
        claims
    }

    /// Takes what is said behind a symbol or behind its places: `of 10 January 2024`, `, adopted by the
    /// Security Council on …`, `(10 January 2024)`, `UN Doc. S/RES/2505`.
    pub(super) fn claims_behind(&mut self, symbol: &str) -> Vec<Claim> {
        let mut claims = Vec::new();
        while let Some(more) = self
            .attempt(Self::clause)
            .or_else(|| self.attempt(Self::in_brackets))
            .or_else(|| self.attempt(|parser| parser.document(symbol)))
        {
            claims.extend(more);
        }
        claims
    }

    /// `of`, `adopted by`, `dated` or a comma, and the day, organ or session that follows. A year only behind
    /// a word: `2505, 2020` may be a paragraph.
    fn clause(&mut self) -> Option<Vec<Claim>> {
        let comma = self.mark(',').is_some();
        let worded = self.adoption_words();
        if !(comma || worded) {
            return None;
        }
        let day = self.days();
        let year = || {
            let year = worded.then(|| self.attempt(Self::year)).flatten();
            year.map(Claim::Year)
        };
        match day.or_else(year) {
            Some(claim) => Some(vec![claim]),
            None => self.name(),
        }
    }

    /// Takes what leads to an adoption: `of the`, `adopted on`, `dated`; whether there was any.
    fn adoption_words(&mut self) -> bool {
        let adopted = self.word(&["adopted", "dated"]).is_some();
        let linked = self.word(&["of", "on", "by", "at", "in", "from"]).is_some();
        self.word(DETERMINERS);
        adopted || linked
    }

    /// Days, names or a symbol in round brackets.
    fn in_brackets(&mut self) -> Option<Vec<Claim>> {
        self.mark('(')?;
        self.adoption_words();
        let day = self.days();
        let year = || Some(Claim::Year(self.attempt(Self::year)?));
        let mut claims = match day.or_else(year) {
            Some(claim) => vec![claim],
            None => self.name().or_else(|| self.numbered_document())?,
        };
        while self.mark(')').is_none() {
            claims.extend(self.clause()?);
        }
        Some(claims)
    }

    /// `, UN Doc. S/RES/2505`; without a word for a document only what has the number of the symbol before.
    fn document(&mut self, symbol: &str) -> Option<Vec<Claim>> {
        self.skip(&[',', ';']);
        let mut claims = self.names();
        if self.peek_word(RESOLUTION) {
            claims.extend(self.numbered_document()?);
            return Some(claims);
        }
        let (begin, furthest) = (self.at, self.furthest);
        let again = self.numbered_document().filter(|again| match again.last() {
            Some(Claim::Symbol(again)) => numbers(again).next() == numbers(symbol).next(),
            _ => false,
        });
        if again.is_none() {
            (self.at, self.furthest) = (begin, furthest);
        }
        claims.extend(again?);
        Some(claims)
    }

    /// A symbol with a slash, as documents are numbered, behind its words.
    fn numbered_document(&mut self) -> Option<Vec<Claim>> {
        let mut claims = self.names();
        claims.extend(self.resolution_words());
        let begin = self.at;
        let symbol = self.symbol().ok()?;
        let slash = self.tokens[begin..self.at]
            .iter()
            .any(|token| token.is_mark('/'));
        if !slash {
            self.at = begin;
            return None;
        }
        claims.push(Claim::Symbol(symbol));
        Some(claims)
    }

    /// The `(UNSC)` behind a name.
    fn short_name(&mut self) -> Option<Vec<Claim>> {
        self.mark('(')?;
        let name = self.name()?;
        self.mark(')')?;
        Some(name)
    }

    /// An organ, a session, or both.
    fn name(&mut self) -> Option<Vec<Claim>> {
        self.attempt(Self::session_of_organ)
            .or_else(|| self.attempt(Self::numbered_organ))
            .or_else(|| Some(vec![self.organ()?]))
    }

    /// `the thirty-fourth session`, `… of the Conference`.
    fn session_of_organ(&mut self) -> Option<Vec<Claim>> {
        let mut claims = vec![Claim::Session(self.session()?)];
        let organ = self.attempt(|parser| {
            parser.skip(&[',']);
            parser.word(&["of"])?;
            parser.word(DETERMINERS);
            parser.organ()
        });
        claims.extend(organ);
        Some(claims)
    }

    /// `the Sixty-sixth World Health Assembly`: what an organ holds one session of is called by its number.
    fn numbered_organ(&mut self) -> Option<Vec<Claim>> {
        let number = self.ordinal()?.parse().ok()?;
        let kinds = self.kinds();
        let session = Claim::Session(NumberedSession { number, kinds });
        Some(vec![session, self.organ()?])
    }

    /// Takes the `’s` of what was just named.
    pub(super) fn possessive(&mut self) {
        self.attempt(|parser| {
            parser.mark('’')?;
            parser.word(&["s"])
        });
    }

    /// The longest name of an organ, of the corpus or of the closed list, that comes next. Letters and
    /// marks that touch it make it a part of a symbol: `WHA66.2`.
    fn organ(&mut self) -> Option<Claim> {
        let rest = self.tokens.get(self.at..)?;
        let listed = ORGANS.iter().flat_map(|organ| organ.names).copied();
        let known = self.names.organs().iter().map(String::as_str);
        let mut longest: Option<(usize, &str)> = None;
        let mut reached = 0;
        let first = rest.first()?.text()?.chars().next();
        let begins = |name: &&str| {
            let letter = name.chars().find(|c| c.is_alphanumeric());
            letter.and_then(|letter| folded(letter.encode_utf8(&mut [0; 4])).next()) == first
        };
        for name in known.chain(listed).filter(begins) {
            let spelled = spells(name, rest);
            reached = reached.max(spelled.tokens());
            if let Spelled::Whole(length) = spelled
                && longest.is_none_or(|(longest, _)| length > longest)
                && self.ends_name(length)
            {
                longest = Some((length, name));
            }
        }
        // `Security banana Council`, but `human of resolution 2505`
        let stops = rest.get(reached).and_then(Token::text);
        let goes_on = |word: &str| {
            let lists = [RESOLUTION, LINKS, DETERMINERS, SESSION];
            lists.iter().any(|words| words.contains(&word)) || is_place_word(word)
        };
        if reached > 0 && !stops.is_some_and(goes_on) {
            self.reached(Miss {
                at: self.at + reached,
                expected: Expected::Symbol,
            });
        }
        let (length, name) = longest?;
        let name = name.to_owned();
        self.at += length;
        self.skip(&['.']);
        Some(Claim::Organ(name))
    }

    /// Whether a name of `length` tokens stands apart from what follows it.
    fn ends_name(&self, length: usize) -> bool {
        let stop = matches!(
            self.kind(length),
            Some(Kind::Mark(',' | '’' | '.' | ';' | ':' | ')'))
        );
        let glued = self.touches(length) && !stop || self.is_mark(length, '/');
        let numbered = self.is_mark(length, '.') && self.touches(length + 1);
        !glued && !numbered
    }

    /// `thirty-fourth session`, `34th special session`, `XXXIV session`, `session 34`.
    fn session(&mut self) -> Option<NumberedSession> {
        if self.word(SESSION).is_some() {
            self.skip(&['.']);
            self.word(&["no", "nr", "number"]);
            self.skip(&['.']);
            let number = self.session_number()?;
            let kinds = Vec::new();
            return Some(NumberedSession { number, kinds });
        }
        let ordinal = self.attempt(Self::ordinal);
        let number = match ordinal {
            Some(ordinal) => ordinal.parse().ok()?,
            // What is no session need not be one: `7, x`.
            None if !self.session_follows() => return None,
            None => self.session_number()?,
        };
        let kinds = self.kinds();
        self.word(SESSION)?;
        self.skip(&['.']);
        Some(NumberedSession { number, kinds })
    }

    /// Takes the words between the number and the word for a session; those of its series.
    fn kinds(&mut self) -> Vec<String> {
        let mut kinds = Vec::new();
        while let Some(Kind::Word(word)) = self.kind(0)
            && (SERIES.contains(&word.as_str()) || PLAIN.contains(&word.as_str()))
        {
            if SERIES.contains(&word.as_str()) {
                kinds.push(word.clone());
            }
            self.at += 1;
        }
        sort_by(&mut kinds, Ord::cmp);
        kinds
    }

    fn session_follows(&self) -> bool {
        let next = self.peek(1);
        next.is_some_and(|next| {
            next.is_word(SESSION) || next.is_word(SERIES) || next.is_word(PLAIN)
        })
    }

    /// A number in figures or Roman.
    fn session_number(&mut self) -> Option<u32> {
        let number = match self.kind(0)? {
            Kind::Number(digits) => digits.parse().ok()?,
            Kind::Word(word) => numeral::read_roman(word)?.into(),
            Kind::Mark(_) => return None,
        };
        self.at += 1;
        Some(number)
    }
}
