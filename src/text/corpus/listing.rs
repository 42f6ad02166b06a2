//! Resolutions as lists show them: by their days, narrowed by words of what is known without their text.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Corpus;
use crate::text::citation::Day;
use crate::text::model::{Part, ResolutionId, Session, SessionId};
use crate::text::sorting::sort_by_key;

/// Letters of a text that stand for a missing title.
const WORDS: usize = 120;

/// In which order resolutions are listed. Those without a day stand last in both, in the order of the corpus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayOrder {
    /// The latest day first.
    #[default]
    Newest,
    /// The earliest day first.
    Oldest,
}

/// Words that narrow a list, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TitleWords(Vec<String>);

impl TitleWords {
    /// Takes the words of what was typed.
    pub fn read(typed: &str) -> Self {
        let folded = folded(typed);
        Self(folded.split_whitespace().map(str::to_owned).collect())
    }

    /// The words of a text, as [`Self::fit`] knows them.
    pub fn fold(text: &str) -> String {
        folded(text)
    }

    /// Whether each word begins one of a text that [`Self::fold`] made.
    pub fn fit(&self, text: &str) -> bool {
        let mut words = self.0.iter();
        words.all(|word| {
            text.split(' ')
                .any(|other| other.starts_with(word.as_str()))
        })
    }
}

/// A first and a last day as far as they are given, each a year, a month or a day: `2004`, `2004-06`, `2004-06-30`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// Not before.
    pub since: Option<String>,
    /// Not after.
    pub until: Option<String>,
}

impl Period {
    /// Whether a text is a year, a month or a day as a period has them.
    pub fn is_limit(text: &str) -> bool {
        let is_digits = |part: &str, count: usize| {
            part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        let mut parts = text.split('-');
        parts.next().is_some_and(|year| is_digits(year, 4))
            && parts.clone().count() <= 2
            && parts.all(|part| is_digits(part, 2))
    }

    /// Whether a day, ISO 8601, is within. No day is within a period that has a limit.
    pub fn holds(&self, day: Option<&str>) -> bool {
        let Some(day) = day else {
            return *self == Self::default();
        };
        let is_in = |limit: &str| day.get(..limit.len()).unwrap_or(day) <= limit;
        self.since.as_deref().is_none_or(|since| day >= since)
            && self.until.as_deref().is_none_or(is_in)
    }
}

/// Without case and accents, and with a blank for all that is no letter and no digit.
fn folded(text: &str) -> String {
    let letters = text.nfkd().filter(|c| !is_combining_mark(*c));
    let plain = letters.map(|c| if c.is_alphanumeric() { c } else { ' ' });
    plain.flat_map(char::to_lowercase).collect()
}

impl Session {
    /// The last day on which it met, ISO 8601.
    fn last_day(&self) -> Option<&str> {
        let dates = self.dates.as_ref()?;
        dates.to.as_deref().or(dates.from.as_deref())
    }
}

impl Corpus {
    /// The day of its adoption, where it is known to the day.
    pub fn adopted(&self, id: ResolutionId) -> Option<Day> {
        self.adopted_on(id).and_then(Day::read)
    }

    /// The same, ISO 8601.
    pub fn adopted_on(&self, id: ResolutionId) -> Option<&str> {
        let adopted = self.entry(id).adopted.as_deref();
        // In some files the first day of year 1 stands for a day that is not known.
        adopted.filter(|day| !day.starts_with("000"))
    }

    /// The day by which a resolution is listed, ISO 8601: that of its adoption, or else the last of its session.
    pub fn day_of(&self, id: ResolutionId) -> Option<&str> {
        self.adopted_on(id)
            .or_else(|| self.session(self.session_of(id)).last_day())
    }

    /// The last day of a session, ISO 8601, or else the last on which it adopted a resolution.
    pub fn day_of_session(&self, id: SessionId) -> Option<&str> {
        self.session(id).last_day().or_else(|| {
            let resolutions = self.resolutions_of(id).iter();
            resolutions
                .filter_map(|&id| self.entry(id).adopted.as_deref())
                .max()
        })
    }

    /// All resolutions, each once in the language that applies, by their days; one of which only that of its session is
    /// known behind the one before it there.
    ///
    /// ```
    /// use resolut::bundle;
    /// use resolut::text::corpus::DayOrder;
    ///
    /// let corpus = bundle::corpus();
    /// let newest = corpus.by_day(DayOrder::Newest);
    /// let symbols: Vec<_> = newest.iter().map(|&id| corpus.symbol(id)).collect();
    /// assert_eq!(symbols, ["3/34-P", "2/34-P"]);
    /// ```
    pub fn by_day(&self, order: DayOrder) -> Vec<ResolutionId> {
        let (mut dated, mut undated) = (Vec::new(), Vec::new());
        for session in self.sessions() {
            let mut before = None;
            for &id in self.resolutions_of(session) {
                before = self.adopted_on(id).or(before);
                match self.day_of(id) {
                    Some(day) => dated.push((before.unwrap_or(day), id)),
                    None => undated.push(id),
                }
            }
        }
        sort_by_key(&mut dated, |&(day, _)| day);
        if order == DayOrder::Newest {
            dated.reverse();
        }
        dated.into_iter().map(|(_, id)| id).chain(undated).collect()
    }

    /// The words by which a resolution is found in a list: of its title, topic and symbol, and its year; folded.
    pub fn title_words(&self, id: ResolutionId) -> String {
        let entry = self.entry(id);
        let title = entry.title.as_deref().unwrap_or_default();
        let topic = entry.topic.as_deref().unwrap_or_default();
        let year = self
            .day_of(id)
            .and_then(|day| day.get(..4))
            .unwrap_or_default();
        folded(&format!("{title} {topic} {} {year}", entry.symbol))
    }

    /// The title of a resolution; where it has none, its topic or its first words in brackets.
    pub fn title_or_words(&self, id: ResolutionId) -> Cow<'_, str> {
        self.title_or_topic(id).unwrap_or_else(|| {
            let resolution = self.resolution(id);
            let mut passages = resolution.passages.iter();
            let first =
                passages.find(|passage| passage.is_paragraph() && passage.part != Part::Opening);
            let words: String = first.map_or_else(String::new, |first| {
                first.text.chars().take(WORDS).collect()
            });
            format!("[{words}]").into()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_begin_words_whatever_their_case_and_accents() {
        let text = folded("On Côte d’Ivoire S/RES/1572 (2004)");
        for (typed, fits) in [
            ("", true),
            ("cote ivo", true),
            ("CÔTE 2004", true),
            ("s/res/1572", true),
            ("572", false),
            ("cote liberia", false),
        ] {
            assert_eq!(TitleWords::read(typed).fit(&text), fits, "{typed}");
        }
    }

    #[test]
    fn a_period_holds_its_first_and_its_last_day() {
        let period = |since: &str, until: &str| Period {
            since: (!since.is_empty()).then(|| since.to_owned()),
            until: (!until.is_empty()).then(|| until.to_owned()),
        };
        for (since, until, holds) in [
            ("2004", "", true),
            ("", "2004", true),
            ("2004-06-30", "2004-06-30", true),
            ("2004-07", "", false),
            ("", "2004-06", true),
            ("", "2004-05", false),
            ("", "2003", false),
        ] {
            assert_eq!(
                period(since, until).holds(Some("2004-06-30")),
                holds,
                "{since} {until}"
            );
        }
        assert!(!period("2004", "").holds(None) && period("", "").holds(None));
    }

    #[test]
    fn a_limit_is_a_year_a_month_or_a_day() {
        for (text, is_limit) in [
            ("2004", true),
            ("2004-06", true),
            ("2004-06-30", true),
            ("04", false),
            ("2004-6", false),
            ("2004-06-30-1", false),
            ("June 2004", false),
            ("", false),
        ] {
            assert_eq!(Period::is_limit(text), is_limit, "{text}");
        }
    }

    #[test]
    fn one_without_a_day_is_listed_behind_the_one_before_it_in_its_session() {
        let resolution = |symbol: &str, day: &str| {
            format!(
                r#"{{"symbol":"{symbol}","language":"en","adopted":"{day}","preamble":[],"operative":[]}}"#
            )
        };
        let resolutions = [
            resolution("1/A", "2000-01-31"),
            resolution("2/A", "0001-01-01"),
            resolution("3/A", "2000-07-31"),
        ];
        let json = format!(
            r#"{{"format":"resolut-corpus/1","sessions":[{{"id":"1","organ":"O","name":"N","dates":{{"printed":"2000","from":"2000-01-01","to":"2000-12-31"}},"resolutions":[{}]}}]}}"#,
            resolutions.join(",")
        );
        let mut corpus = Corpus::default();
        corpus.add_text(json).unwrap();
        let symbols = |order| {
            let all = corpus.by_day(order).into_iter();
            all.map(|id| corpus.symbol(id)).collect::<Vec<_>>()
        };
        assert_eq!(symbols(DayOrder::Oldest), ["1/A", "2/A", "3/A"]);
        assert_eq!(symbols(DayOrder::Newest), ["3/A", "2/A", "1/A"]);
    }
}
