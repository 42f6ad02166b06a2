//! What operators name: `verb:`, `in:`, `year:` and the others, each with its value.

use super::values::{Quotes, read_value};
use super::{AnnexWord, AskedName, AskedPeriod, Limits, WithinResolution, WordEnd, period};
use crate::search::index::paragraphs::PartKind;
use crate::search::weights::LETTERS;
use crate::search::words::tokens;

/// What a chunk asked for, as far as `OR` must know it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Chunk {
    /// Words, from this one on.
    Words(usize),
    Phrase,
    /// Words or phrases that `OR` joins.
    Either,
    Title,
    Other,
}

impl Chunk {
    /// Whether `OR` makes one of this chunk and the next.
    pub(super) fn joins(self, next: Self) -> bool {
        match self {
            Self::Words(_) | Self::Phrase | Self::Either => {
                matches!(next, Self::Words(_) | Self::Phrase)
            }
            Self::Title => next == Self::Title,
            Self::Other => false,
        }
    }
}

impl Limits {
    /// Reads what an operator names; returns what it was and what follows.
    pub(super) fn read<'q>(
        &mut self,
        operator: Operator,
        rest: &'q str,
        is_negated: bool,
        annex: AnnexWord,
    ) -> (Chunk, &'q str) {
        if let Operator::Part(part) = operator {
            self.parts.push(part);
            return (Chunk::Other, rest);
        }
        let (value, rest) = read_value(value_behind(rest, annex));
        let goes_on = rest.is_empty() && !matches!(value.quotes, Quotes::Closed);
        let is_begun = goes_on && value.text.len() <= LETTERS && operator.is_of_words();
        if is_negated && is_begun {
            return (Chunk::Other, rest);
        }
        // What is left out must be known to its end: by a letter or two most would be left out.
        let end = if goes_on && !is_negated {
            WordEnd::Open
        } else {
            WordEnd::Typed
        };
        let titles = self.titles.len();
        self.add(operator, value.text, end);
        let chunk = if self.titles.len() > titles && !is_negated {
            Chunk::Title
        } else {
            Chunk::Other
        };
        (chunk, rest)
    }

    fn add(&mut self, operator: Operator, value: &str, end: WordEnd) {
        if let Operator::In = operator
            && value == "."
        {
            self.within.push(WithinResolution::Open);
            return;
        }
        let words = tokens::words(value);
        if words.is_empty() {
            return;
        }
        let typed = value.to_owned();
        let of_days = |by, period| AskedPeriod {
            by,
            typed: value.to_owned(),
            period,
        };
        let name = AskedName { typed, words, end };
        match operator {
            Operator::Part(part) => self.parts.push(part),
            Operator::In => self.within.push(WithinResolution::Symbol(name)),
            Operator::Verb => self.verbs.push(name),
            Operator::Session => self.sessions.push(name),
            Operator::Language => self.languages.push(name),
            Operator::Title => self.titles.push(vec![name]),
            Operator::Year => self.days.push(of_days("year", period::years(value, end))),
            Operator::Adopted => self.days.push(of_days("adopted", period::days(value, end))),
            Operator::To => self.to.push(name),
            Operator::Does => self.does.push(name),
            Operator::Due => self.due.push(of_days("due", period::days(value, end))),
            Operator::Since => {
                let since = period::limit(value, end).map(period::since);
                self.spans.push(of_days("since", since));
            }
            Operator::Until => {
                let until = period::limit(value, end).map(period::until);
                self.spans.push(of_days("until", until));
            }
        }
    }
}

#[derive(Clone, Copy)]
pub(super) enum Operator {
    Part(PartKind),
    Verb,
    In,
    Session,
    Language,
    Title,
    Year,
    Adopted,
    Since,
    Until,
    To,
    Does,
    Due,
}

impl Operator {
    /// Whether its value is a word, which stands for what it begins.
    fn is_of_words(self) -> bool {
        matches!(self, Self::Verb | Self::Title | Self::To | Self::Does)
    }
}

/// The operator that `text` begins with, and what follows its colon.
pub(super) fn operator(text: &str, annex: AnnexWord) -> Option<(Operator, &str)> {
    let (name, rest) = text.split_once(':')?;
    let operator = match name.to_ascii_lowercase().as_str() {
        "verb" => Operator::Verb,
        "in" => Operator::In,
        "session" => Operator::Session,
        "lang" => Operator::Language,
        "title" => Operator::Title,
        "year" => Operator::Year,
        "adopted" => Operator::Adopted,
        "since" => Operator::Since,
        "until" => Operator::Until,
        "to" => Operator::To,
        "does" => Operator::Does,
        "due" => Operator::Due,
        name => Operator::Part(part(name, annex)?),
    };
    Some((operator, rest))
}

/// The value of an operator: right behind its colon, or behind blanks, if another chunk does not begin there.
fn value_behind(rest: &str, annex: AnnexWord) -> &str {
    let value = rest.trim_start();
    if operator(value, annex).is_some() || value.starts_with('-') {
        rest
    } else {
        value
    }
}

pub(super) fn part(word: &str, annex: AnnexWord) -> Option<PartKind> {
    match word.to_ascii_lowercase().as_str() {
        "pp" => Some(PartKind::Preamble),
        "op" => Some(PartKind::Operative),
        "annex" if annex == AnnexWord::Narrows => Some(PartKind::Annex),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::query::Query;

    fn read(typed: &str) -> Query {
        Query::read(typed, AnnexWord::Narrows)
    }

    fn names(names: &[AskedName]) -> Vec<String> {
        names.iter().map(|name| name.words.join(" ")).collect()
    }

    #[test]
    fn operators_take_words_or_quoted_text() {
        let query = read("verb:\"calls upon\" IN:2/34-P in:. session:34 -india");
        let only = &query.bounds.only;
        assert_eq!(names(&only.verbs), ["calls upon"]);
        assert_eq!(only.within.len(), 2);
        assert!(only.within.contains(&WithinResolution::Open));
        assert_eq!(names(&only.sessions), ["34"]);
        assert_eq!(query.bounds.excluded, [["india"]]);
        assert!(query.is_wordless());
    }

    #[test]
    fn a_minus_stands_before_operators_too() {
        let query = read("-verb:urges -pp -in:. -session:34");
        assert_eq!(query.bounds.only, Limits::default());
        let without = &query.bounds.without;
        assert_eq!(names(&without.verbs), ["urges"]);
        assert_eq!(without.parts, [PartKind::Preamble]);
        assert_eq!(without.within, [WithinResolution::Open]);
        assert_eq!(names(&without.sessions), ["34"]);
    }

    #[test]
    fn blanks_may_stand_before_a_value_and_no_other_operator_is_one() {
        let query = read("op: sudan verb: urges title: verb:demands");
        let only = &query.bounds.only;
        assert_eq!(only.parts, [PartKind::Operative]);
        assert_eq!(names(&only.verbs), ["urges", "demands"]);
        assert!(only.titles.is_empty());
        assert_eq!(query.words[0].word, "sudan");
    }

    #[test]
    fn a_value_without_a_blank_behind_may_go_on() {
        for (typed, end) in [
            ("session:20", WordEnd::Open),
            ("session:20 ", WordEnd::Typed),
            ("session:20 fund", WordEnd::Typed),
            ("session:\"20", WordEnd::Open),
            ("session:\"20\"", WordEnd::Typed),
        ] {
            assert_eq!(read(typed).bounds.only.sessions[0].end, end, "{typed}");
        }
    }

    #[test]
    fn a_period_that_is_none_is_kept_to_be_told() {
        let query = read("year:june since:2004-6 ");
        let only = &query.bounds.only;
        assert_eq!(only.days[0].period, None);
        let since = only.spans[0].period.as_ref();
        assert_eq!(
            since.and_then(|period| period.since.as_deref()),
            Some("2004-06")
        );
    }
}
