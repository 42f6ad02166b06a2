//! Reads a query as it is typed.
//!
//! ```text
//! query  = { chunk | joint }            chunks parted by blanks
//! joint  = "OR" | "|"                   one of the words or phrases around it; titles as well
//!        | "AND"                        as nothing
//! chunk  = "pp" | "op" | "annex" [ ":" ] only paragraphs of that part
//!        | "verb:" value                only paragraphs with that lead verb
//!        | "in:" ( value | "." )        only that resolution, or the open one
//!        | "session:" value             only that session
//!        | "title:" value               only resolutions with these words in title, topic, symbol or year
//!        | "year:" years                only what was adopted then
//!        | "adopted:" days
//!        | "since:" day | "until:" day
//!        | "to:" value                 only what asks somebody by these words
//!        | "does:" value               only what has that verb, or `report`: what asks for one
//!        | "due:" ( days | value )     only what is due then, or by these words
//!        | "lang:" value                only that language
//!        | quoted | word                a phrase or a word
//!        | "-" chunk | "NOT" chunk      none of these
//! value  = [ blanks ] ( quoted | word )
//! quoted = '"' text [ '"' ]             half typed as well
//! ```
//!
//! Nothing typed is an error: an operator without its value asks for nothing yet. What no blank follows may go on.

use super::operators::{Chunk, operator, part};
use super::values::{AskedValue, Quotes, read_value};
use super::{AnnexWord, Asked, AskedPhrase, MOST_WORDS, Query, WordEnd};
use crate::search::weights::LETTERS;
use crate::search::words::dates;
use crate::search::words::tokens::{self, Tokens};

/// How many chunks one of the typed ones may stand for: a day in figures is three words.
const CHUNKS: usize = 3;

impl Query {
    /// Reads what is typed, however far it is; of words as many as there are.
    pub(in crate::search) fn read_typed(typed: &str, annex: AnnexWord) -> Self {
        let mut query = Self {
            annex,
            ..Self::default()
        };
        let mut rest = typed.trim_start();
        let (mut joint, mut before) = (None, Chunk::Other);
        for number in 0.. {
            while let Some((read, behind)) = Joint::read(rest) {
                joint = Some(read);
                rest = behind.trim_start();
            }
            if rest.is_empty() {
                break;
            }
            let (chunk, behind) = query.read_chunk(rest, joint == Some(Joint::Not), number);
            if joint == Some(Joint::Or) {
                query.join(before, chunk);
            }
            let is_joined = joint == Some(Joint::Or) && before.joins(chunk);
            before = if is_joined && chunk != Chunk::Title {
                Chunk::Either
            } else {
                chunk
            };
            joint = None;
            rest = behind.trim_start();
        }
        // Wherever it stands among operators: `-india kashmir` is `kashmir -india`.
        if let Some(last) = query.words.last_mut() {
            last.end = WordEnd::Open;
        }
        put_days_first(&mut query.words);
        query
    }

    /// Reads one chunk; returns what it is and what follows it.
    fn read_chunk<'q>(&mut self, text: &'q str, not: bool, number: usize) -> (Chunk, &'q str) {
        let negated = text
            .strip_prefix('-')
            .filter(|rest| !rest.starts_with(char::is_whitespace))
            .or(not.then_some(text));
        let limits = match negated {
            Some(_) => &mut self.bounds.without,
            None => &mut self.bounds.only,
        };
        let text = negated.unwrap_or(text);
        if let Some((operator, rest)) = operator(text, self.annex) {
            return limits.read(operator, rest, negated.is_some(), self.annex);
        }
        let (value, rest) = read_value(text);
        let part = match value.quotes {
            Quotes::None => part(value.text, self.annex),
            Quotes::Open | Quotes::Closed => None,
        };
        let chunk = match (part, negated) {
            (Some(part), _) => {
                limits.parts.push(part);
                Chunk::Other
            }
            // On its way to a longer word, a letter or two would leave most paragraphs out.
            (None, Some(_)) if rest.is_empty() && value.text.len() <= LETTERS => Chunk::Other,
            (None, Some(_)) => {
                self.exclude(value.text);
                Chunk::Other
            }
            (None, None) => self.ask(&value, number),
        };
        (chunk, rest)
    }

    /// Makes what a chunk asked for and what the one before did one of which either will do.
    fn join(&mut self, before: Chunk, chunk: Chunk) {
        if !before.joins(chunk) {
            return;
        }
        if chunk == Chunk::Title {
            let titles = &mut self.bounds.only.titles;
            if let (Some(last), Some(group)) = (titles.pop(), titles.last_mut()) {
                group.extend(last);
            }
            return;
        }
        let last = self.take(chunk);
        let mut group = match before {
            Chunk::Either => self.either.pop().unwrap_or_default(),
            before => self.take(before).into_iter().collect(),
        };
        group.extend(last);
        self.either.push(group);
    }

    /// Takes what the last chunk asked for out of words and phrases.
    fn take(&mut self, chunk: Chunk) -> Option<AskedPhrase> {
        let Chunk::Words(first) = chunk else {
            return self.phrases.pop();
        };
        let words = self.words.drain(first..).map(|asked| asked.word).collect();
        let end = WordEnd::Open;
        Some(AskedPhrase { words, end })
    }

    /// Adds what must not stand in a paragraph.
    fn exclude(&mut self, text: &str) {
        let words = tokens::words(text);
        if !words.is_empty() && self.bounds.excluded.len() < MOST_WORDS {
            self.bounds.excluded.push(words);
        }
    }

    /// Adds what must stand in a paragraph.
    fn ask(&mut self, value: &AskedValue<'_>, chunk: usize) -> Chunk {
        let (words, phrases) = (self.words.len(), self.phrases.len());
        match value.quotes {
            Quotes::None => self.ask_words(value.text, chunk),
            Quotes::Open => self.ask_phrase(value.text, WordEnd::Open),
            Quotes::Closed => self.ask_phrase(value.text, WordEnd::Typed),
        }
        if self.words.len() > words {
            Chunk::Words(words)
        } else if self.phrases.len() > phrases {
            Chunk::Phrase
        } else {
            Chunk::Other
        }
    }

    fn ask_phrase(&mut self, text: &str, mut end: WordEnd) {
        let mut words = tokens::words(text);
        // A letter or two begin some word of nearly every text.
        let goes_on = end == WordEnd::Open && !text.ends_with(char::is_whitespace);
        let is_begun = |last: &mut String| last.chars().count() <= LETTERS;
        if goes_on && words.len() > 1 && words.pop_if(is_begun).is_some() {
            end = WordEnd::Typed;
        }
        if !words.is_empty() && self.phrases.len() < MOST_WORDS {
            self.phrases.push(AskedPhrase { words, end });
        }
    }

    /// Adds the words of a day, each as if it were typed.
    fn ask_day(&mut self, day: [String; 3], chunk: usize) {
        for (word, behind) in day.into_iter().zip(0..) {
            self.words.push(Asked {
                typed: word.clone(),
                word,
                alias: None,
                linked: false,
                chunk: chunk * CHUNKS + behind,
                end: WordEnd::Typed,
            });
        }
    }

    fn ask_words(&mut self, text: &str, chunk: usize) {
        let figures = text.trim_matches(|c: char| !c.is_alphanumeric());
        if let Some(day) = dates::spelled(figures) {
            return self.ask_day(day, chunk);
        }
        let mut tokens = Tokens::new(text);
        while let Some(token) = tokens.next() {
            self.words.push(Asked {
                word: String::from_utf8_lossy(token.word).into_owned(),
                typed: text.get(token.bytes).unwrap_or(text).to_owned(),
                alias: None,
                linked: token.linked,
                chunk: chunk * CHUNKS,
                end: WordEnd::Typed,
            });
        }
    }
}

/// Puts the day before the month: `December 31, 2008` is `31 December 2008`.
fn put_days_first(words: &mut [Asked]) {
    for at in 2..words.len() {
        let [month, day, year] = [&words[at - 2], &words[at - 1], &words[at]];
        let is_linked = day.linked || year.linked;
        if !is_linked && dates::is_day([&month.word, &day.word, &year.word]) {
            words.swap(at - 2, at - 1);
        }
    }
}

/// What stands between two chunks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    And,
    Or,
    Not,
}

impl Joint {
    /// The joint that `text` begins with, in capitals, and what follows it.
    fn read(text: &str) -> Option<(Self, &str)> {
        if let Some(rest) = text.strip_prefix('|') {
            return Some((Self::Or, rest.trim_start_matches('|')));
        }
        let end = text.find(char::is_whitespace).unwrap_or(text.len());
        let (word, rest) = text.split_at_checked(end)?;
        let joint = match word {
            "AND" => Self::And,
            "OR" => Self::Or,
            "NOT" => Self::Not,
            _ => return None,
        };
        Some((joint, rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::index::paragraphs::PartKind;

    fn read(typed: &str) -> Query {
        Query::read(typed, AnnexWord::Narrows)
    }

    fn words(typed: &str) -> Vec<String> {
        let query = read(typed);
        query.words.into_iter().map(|asked| asked.word).collect()
    }

    #[test]
    fn plain_words_are_folded_and_remember_how_they_were_typed() {
        let query = read("  Côte-d'Or  op ");
        assert_eq!(query.words[0].word, "cote");
        assert_eq!(query.words[0].typed, "Côte");
        assert!(query.words[1].linked);
        assert_eq!(query.bounds.only.parts, [PartKind::Operative]);
    }

    #[test]
    fn phrases_may_be_half_typed() {
        let query = read("\"composite dialogue\" \"good off");
        let phrases: Vec<_> = query
            .phrases
            .iter()
            .map(|p| (p.words.join(" "), p.end))
            .collect();
        let expected = [
            ("composite dialogue".into(), WordEnd::Typed),
            ("good off".into(), WordEnd::Open),
        ];
        assert_eq!(phrases, expected);
    }

    #[test]
    fn what_is_half_typed_asks_for_nothing_yet() {
        for typed in [
            "",
            "-",
            "\"",
            "in:",
            "verb:",
            "session:\"",
            "-\"",
            "— …",
            "year:",
            "title: ",
            "in: -",
            "since:-",
            "-a",
            "-in",
            "-title:co",
        ] {
            assert_eq!(read(typed), Query::default(), "{typed}");
        }
    }

    #[test]
    fn a_hyphen_inside_a_word_excludes_nothing() {
        assert_eq!(
            words("self-determination a - b"),
            ["self", "determination", "a", "b"]
        );
    }

    /// The groups, and behind them the words.
    fn groups(typed: &str) -> String {
        let query = read(typed);
        let group = |group: &Vec<AskedPhrase>| {
            let group: Vec<_> = group.iter().map(|one| one.words.join(" ")).collect();
            format!("({})", group.join("|"))
        };
        let words = query.words.into_iter().map(|asked| asked.word);
        let all: Vec<_> = query.either.iter().map(group).chain(words).collect();
        all.join(" ")
    }

    #[test]
    fn or_joins_the_words_and_phrases_around_it() {
        for (typed, expected) in [
            ("liberia OR sudan arms", "(liberia|sudan) arms"),
            ("arms liberia|sudan", "(liberia|sudan) arms"),
            ("a OR \"b c\" OR d | e", "(a|b c|d|e)"),
            ("cease-fire || truce", "(cease fire|truce)"),
            ("a OR b c OR d", "(a|b) (c|d)"),
            ("a AND b", "a b"),
            // Half typed, or beside what can't be joined, it is nothing.
            ("a OR", "a"),
            ("a |", "a"),
            ("OR a", "a"),
            ("a OR -b", "a"),
            ("a OR pp", "a"),
            ("a or b", "a or b"),
        ] {
            assert_eq!(groups(typed), expected, "{typed}");
        }
        let query = read("title:congo OR title:sudan title:arms");
        let titles = query.bounds.only.titles.iter().map(Vec::len);
        assert_eq!(titles.collect::<Vec<_>>(), [2, 1]);
    }

    #[test]
    fn not_is_a_minus() {
        for (typed, minus) in [
            ("kashmir NOT india ", "kashmir -india "),
            ("NOT verb:urges a", "-verb:urges a"),
            ("a NOT pp", "a -pp"),
            ("a NOT", "a "),
            ("a AND NOT b ", "a -b "),
        ] {
            let (one, other) = (read(typed), read(minus));
            assert_eq!(one.bounds, other.bounds, "{typed}");
            assert_eq!(one.words.len(), other.words.len(), "{typed}");
        }
    }

    #[test]
    fn a_day_is_the_same_however_it_is_written() {
        for typed in [
            "31 December 2008",
            "December 31, 2008",
            "31/12/2008",
            "(31.12.2008)",
            "2008-12-31,",
            "12/31/2008",
        ] {
            assert_eq!(words(typed).join(" "), "31 december 2008", "{typed}");
        }
        assert_eq!(words("dec 31st 2008").join(" "), "31st dec 2008");
        assert_eq!(words("december 31").join(" "), "december 31");
        assert_eq!(
            words("2/34/2008 1540/2004").join(" "),
            "2 34 2008 1540 2004"
        );
    }
}
