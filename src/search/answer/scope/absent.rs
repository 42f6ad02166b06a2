//! What is said of an operator that names nothing: what was asked for, and what comes nearest.

use crate::search::index::intern::Interner;
use crate::search::index::vocabulary::{Vocabulary, WordId};
use crate::search::query::{AskedName, AskedPeriod};
use crate::search::terms::slips::{allowed, near};
use crate::search::terms::ways::is_number;
use crate::search::words::tokens;
use crate::text::corpus::{CitationError, Corpus, ResolveError};
use crate::text::model::Text;

/// How many languages are named at most.
const LISTED: usize = 7;

/// `no session 1999: 2000 to 2009`.
pub(super) fn session(corpus: &Corpus, asked: &AskedName) -> String {
    let ids = || corpus.sessions().map(|id| &*corpus.session(id).id);
    let id = || {
        let near = nearest(
            &asked.typed.to_lowercase(),
            &mut ids().map(str::to_lowercase),
        )?;
        let id = ids().find(|id| id.to_lowercase() == near)?;
        Some(asks(id.to_owned()))
    };
    let nearest = numbers(asked, ids()).or_else(id);
    said_of(&format!("no session {}", asked.typed), nearest)
}

/// `no resolution 9999: 1284 to 1907`.
pub(super) fn symbol(corpus: &Corpus, asked: &AskedName) -> String {
    let symbols = corpus.resolutions().map(|id| corpus.symbol(id));
    let near = || match corpus.read_citation(&asked.typed, None) {
        Err(CitationError::Resolve(ResolveError::UnknownSymbol { near, .. })) => {
            near.into_iter().next().map(asks)
        }
        _ => None,
    };
    let nearest = numbers(asked, symbols).or_else(near);
    said_of(&format!("no resolution {}", asked.typed), nearest)
}

/// `no resolution of 1999: 2000 to 2009`.
pub(super) fn days(corpus: &Corpus, asked: &AskedPeriod) -> String {
    let AskedPeriod { by, typed, period } = asked;
    if period.is_none() {
        let example = match *by {
            "year" => "`2004` or `2003-2005`",
            "adopted" => "`2004`, `2004-06`, `2004-06-30` or `2004-06..2005-02`",
            _ => "`2004`, `2004-06` or `2004-06-30`",
        };
        return format!("`{by}:{typed}` is no time: write {example}");
    }
    let of = match *by {
        "since" | "until" => by,
        _ => "of",
    };
    let all = corpus.resolutions();
    let years = all.filter_map(|id| corpus.day_of(id)?.get(..4));
    said_of(
        &format!("no resolution {of} {typed}"),
        first_to_last(years.map(str::to_owned)),
    )
}

/// `no title with "yemne": yemen?`.
pub(super) fn title(titles: &[String], asked: &AskedName) -> String {
    let (unknown, nearest) = unknown(titles, &asked.words, &asked.typed);
    said_of(&format!("no title with \"{unknown}\""), nearest.map(asks))
}

/// `no verb demnads: demands?`.
pub(super) fn verb(leads: &[String], asked: &AskedName) -> String {
    verb_of("verb", leads, asked)
}

fn verb_of(what: &str, leads: &[String], asked: &AskedName) -> String {
    // Who types one word of a verb is offered one.
    let count = asked.words.len();
    let beginning = |lead: &String| {
        let words: Vec<&str> = lead.split(' ').take(count).collect();
        words.join(" ")
    };
    let nearest = nearest(&asked.words.join(" "), &mut leads.iter().map(beginning));
    said_of(&format!("no {what} {}", asked.typed), nearest.map(asks))
}

/// `no addressee with "generl": general?`, `no act requsts: requests?`.
pub(in crate::search) fn act(what: &str, said: &[String], asked: &AskedName) -> String {
    if what == "act" {
        return verb_of("act", said, asked);
    }
    let words: Vec<_> = asked
        .words
        .iter()
        .filter(|word| *word != "the")
        .cloned()
        .collect();
    let (unknown, nearest) = unknown(said, &words, &asked.typed);
    said_of(&format!("no {what} with \"{unknown}\""), nearest.map(asks))
}

/// `no act due 1999: 2000 to 2009`, `nothing is due "sesion": session?`.
pub(in crate::search) fn due(days: &[String], said: &[String], asked: &AskedPeriod) -> String {
    let typed = &asked.typed;
    if asked.period.is_some() {
        let years = days.iter().filter_map(|day| day.get(..4));
        let years = first_to_last(years.map(str::to_owned));
        return said_of(&format!("no act due {typed}"), years);
    }
    let (_, nearest) = unknown(said, &tokens::words(typed), typed);
    said_of(&format!("nothing is due \"{typed}\""), nearest.map(asks))
}

/// Which word no text has, of those that are asked for, and what comes nearest to it.
fn unknown(texts: &[String], words: &[String], typed: &str) -> (String, Option<String>) {
    let all = || texts.iter().flat_map(|text| text.split(' '));
    let has = |word: &str| all().any(|other| other.starts_with(word));
    let unknown = words.iter().find(|word| !has(word));
    let unknown = unknown.map_or(typed, String::as_str);
    let nearest = nearest(unknown, &mut all().map(str::to_owned));
    (unknown.to_owned(), nearest)
}

/// `no language xx: en, fr`.
pub(super) fn language(languages: &[Text], asked: &AskedName) -> String {
    let tags: Vec<&str> = languages.iter().take(LISTED).map(|tag| &**tag).collect();
    let has = (!tags.is_empty()).then(|| tags.join(", "));
    said_of(&format!("no language {}", asked.typed), has)
}

fn said_of(absent: &str, nearest: Option<String>) -> String {
    match nearest {
        Some(nearest) => format!("{absent}: {nearest}"),
        None => absent.to_owned(),
    }
}

fn asks(nearest: String) -> String {
    nearest + "?"
}

/// From the least to the greatest of the first numbers in names, of as many figures as the one that is asked for.
fn numbers<'n>(asked: &AskedName, names: impl Iterator<Item = &'n str>) -> Option<String> {
    let mut own = asked.words.iter().filter(|word| is_number(word));
    let (Some(number), None) = (own.next(), own.next()) else {
        return None;
    };
    let first = |name: &str| tokens::words(name).into_iter().find(|word| is_number(word));
    let alike = names
        .filter_map(first)
        .filter(|other| other.len() == number.len());
    first_to_last(alike)
}

/// `2000 to 2009`.
fn first_to_last(all: impl Iterator<Item = String>) -> Option<String> {
    let ends = all.fold(None, |ends: Option<(String, String)>, one| match ends {
        None => Some((one.clone(), one)),
        Some((first, last)) => Some((first.min(one.clone()), last.max(one))),
    });
    ends.map(|(first, last)| {
        if first == last {
            first
        } else {
            format!("{first} to {last}")
        }
    })
}

/// The word that comes nearest to what was typed, slip by slip; none where none is near.
fn nearest(typed: &str, words: &mut dyn Iterator<Item = String>) -> Option<String> {
    let mut interner = Interner::default();
    words.for_each(|word| {
        interner.intern(word.as_bytes());
    });
    let ids: Vec<_> = (0..interner.len()).map(WordId).collect();
    let vocabulary = Vocabulary::new(&interner, &interner.in_order(), &ids);
    let mut best = None;
    let most = allowed(typed.chars().count());
    near(&vocabulary, typed, most, |slip| {
        let is_better = best.is_none_or(|(least, _)| slip.whole < least);
        if usize::from(slip.whole) <= most && is_better {
            best = Some((slip.whole, slip.entry));
        }
    });
    let (_, entry) = best?;
    String::from_utf8(vocabulary.word(entry).to_vec()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_with_the_fewest_slips_is_the_nearest() {
        let words = ["demand", "demands", "demanding", "commands"];
        let near = |typed: &str| nearest(typed, &mut words.iter().map(|word| (*word).to_owned()));
        assert_eq!(near("demnads").as_deref(), Some("demands"));
        assert_eq!(near("comands").as_deref(), Some("commands"));
        assert_eq!(near("zzz"), None);
        assert_eq!(near("requests"), None);
    }
}
