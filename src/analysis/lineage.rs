//! Which resolution another one renews or goes on from: the newest one before it with a title like its own, or else with
//! an abbreviation of its title, or else with words like its own, or else the newest that it cites. Of one without a title
//! its words tell, beside resolutions that have one. Of one with a topic alone, which is an item of the agenda and may
//! hold a mission and sanctions side by side, the words choose among those of its topic.
//!
//! Of 196 renewals of mandates in ten years of one body, the titles name 186 rightly. Were they without titles, the words
//! would name 144, and the newest that is cited alone 86. With the countries in their titles for topics and no titles, the
//! newest of the topic is right for 126 of 216, the newest with words like its own for 154.
//! Limits: a title in other words counts for none, and what is cited is read in English only.

use super::likeness::WeighedTexts;
use super::{compare, is_read, references};
use crate::text::corpus::{Corpus, DayOrder, ReadError};
use crate::text::model::{Place, ResolutionId};

/// The likeness from which two titles are of one matter.
const ALIKE: f32 = 0.6;

/// The likeness from which two texts are, in whatever order their words stand. From .35 to .45 it is as good.
const ALIKE_TEXTS: f32 = 0.4;

/// Of the likeness of the likest of a topic, the share from which another one is of the same line. From .5 to .8 it is as
/// good.
const NEAR_LIKEST: f32 = 0.6;

/// How many of a topic are read for words like those of one.
const OF_TOPIC: usize = 60;

/// How many resolutions before one are read for words like its own: what is renewed is seldom older than two years.
const READ: usize = 150;

/// By the words of how many of these it is weighed what those without a title have in common with one.
const WEIGHED: usize = 40;

/// The resolution that is the likeliest to be before `id` in its line, in the same language; none where nothing tells.
///
/// # Errors
/// The resolution can't be read.
pub fn predecessor(corpus: &Corpus, id: ResolutionId) -> Result<Option<ResolutionId>, ReadError> {
    let earlier = earlier(corpus, id);
    let titled = match corpus.title(id) {
        Some(_) => titled(corpus, id, &earlier).next(),
        None => of_topic(corpus, id, &earlier)?,
    };
    let before = match worded(corpus, id, &earlier, titled)?.or(titled) {
        Some(at) => Some(earlier[at]),
        None => cited(corpus, id, &earlier)?,
    };
    Ok(before.and_then(|before| corpus.version(before, corpus.language(id))))
}

/// That nothing tells what is before a resolution.
pub fn begins(corpus: &Corpus, id: ResolutionId) -> String {
    format!(
        "no resolution before {} has a title or words like its own, and it cites none that is here",
        corpus.symbol(id)
    )
}

/// The line of renewals that ends with a resolution, the newest first: itself, the one before it in its line, and so on.
///
/// # Errors
/// A resolution can't be read.
pub fn line(corpus: &Corpus, id: ResolutionId) -> Result<Vec<ResolutionId>, ReadError> {
    let mut line = vec![id];
    let mut last = id;
    while let Some(before) = predecessor(corpus, last)? {
        line.push(before);
        last = before;
    }
    Ok(line)
}

/// The resolutions before one, the newest first.
fn earlier(corpus: &Corpus, id: ResolutionId) -> Vec<ResolutionId> {
    let all = corpus.by_day(DayOrder::Newest);
    let own = corpus.versions(id);
    let behind = all.iter().skip_while(|one| !own.contains(one)).skip(1);
    let is_dated = |one: &&ResolutionId| corpus.day_of(**one).is_some();
    behind.filter(is_dated).copied().collect()
}

/// The positions of those with a title like that of one, or else with an abbreviation in its title that this one has
/// too, the newest first.
fn titled(
    corpus: &Corpus,
    id: ResolutionId,
    earlier: &[ResolutionId],
) -> impl Iterator<Item = usize> {
    // Titles have both forms.
    let title = |&one: &ResolutionId| {
        let title = corpus.title_or_topic(one).unwrap_or_default();
        title.replace("United Nations", "UN")
    };
    let titles: Vec<_> = match corpus.title_or_topic(id) {
        Some(_) => std::iter::once(&id).chain(earlier).map(title).collect(),
        None => Vec::new(),
    };
    let weighed = WeighedTexts::of(titles.iter().map(String::as_str));
    let is_like = move |at: &usize| weighed.likeness(0, *at, ALIKE).of_both >= ALIKE;
    let all = 1..titles.len();
    let mut like = all.clone().filter(is_like).peekable();
    let is_named = move |at: &usize| {
        abbreviations(&titles[*at]).any(|one| abbreviations(&titles[0]).any(|own| own == one))
    };
    let named = like.peek().is_none().then(|| all.filter(is_named));
    like.chain(named.into_iter().flatten()).map(|at| at - 1)
}

/// The position of the newest of one's topic whose words are nearly as like those of one as any of its topic are.
fn of_topic(
    corpus: &Corpus,
    id: ResolutionId,
    earlier: &[ResolutionId],
) -> Result<Option<usize>, ReadError> {
    let alike: Vec<usize> = titled(corpus, id, earlier).take(OF_TOPIC).collect();
    if alike.len() < 2 {
        return Ok(alike.first().copied());
    }
    let is_read = |at: &usize| *at < WEIGHED || alike.contains(at);
    let likenesses = likenesses(corpus, id, earlier, (0..earlier.len()).filter(is_read))?;
    let of_topic = likenesses.iter().filter(|(at, _)| alike.contains(at));
    let likest = of_topic
        .clone()
        .map(|(_, likeness)| *likeness)
        .fold(0.0, f32::max);
    let mut near = of_topic.filter(|(_, likeness)| *likeness >= likest * NEAR_LIKEST);
    Ok(near.next().map(|(at, _)| *at))
}

/// How like the words of those at some positions are to those of one, in whatever order they stand: each that has a text
/// in its language, with its position.
fn likenesses(
    corpus: &Corpus,
    id: ResolutionId,
    earlier: &[ResolutionId],
    positions: impl Iterator<Item = usize>,
) -> Result<Vec<(usize, f32)>, ReadError> {
    let language = corpus.language(id);
    let versions = positions.filter_map(|at| Some((at, corpus.version(earlier[at], language)?)));
    let (places, mut versions): (Vec<usize>, Vec<ResolutionId>) = versions.unzip();
    versions.insert(0, id);
    let texts = versions
        .iter()
        .map(|&one| Ok(compare::texts(corpus, one)?.join(" ")));
    let texts: Vec<String> = texts.collect::<Result<_, ReadError>>()?;
    let weighed = WeighedTexts::of(texts.iter().map(String::as_str));
    let likeness = |row: usize| weighed.likeness_in_any_order(0, row + 1).of_both;
    let rows = places.into_iter().enumerate();
    Ok(rows.map(|(row, at)| (at, likeness(row))).collect())
}

/// What stands in brackets and has three capitals or more: `UNMIL`.
fn abbreviations(title: &str) -> impl Iterator<Item = &str> {
    let bracketed = title.split('(').skip(1);
    let bracketed = bracketed.filter_map(|rest| rest.split_once(')').map(|(inside, _)| inside));
    let capitals = |inside: &str| inside.chars().filter(|c| c.is_uppercase()).count();
    bracketed.filter(move |inside| !inside.contains(' ') && capitals(inside) > 2)
}

/// The position of the newest with words like those of one. Where one before it has a like title, it is one that came
/// later without a title, and whose words are no less like.
fn worded(
    corpus: &Corpus,
    id: ResolutionId,
    earlier: &[ResolutionId],
    titled: Option<usize>,
) -> Result<Option<usize>, ReadError> {
    let later = 0..titled.unwrap_or(earlier.len());
    let can_be = |at: &usize| {
        later.contains(at) && (titled.is_none() || corpus.title_or_topic(earlier[*at]).is_none())
    };
    if !later.clone().any(|at| can_be(&at)) {
        return Ok(None);
    }
    let language = corpus.language(id);
    let has_text = |at: &usize| corpus.version(earlier[*at], language).is_some();
    let near = (0..earlier.len()).filter(has_text).take(READ).enumerate();
    let is_read = |(row, at): &(usize, usize)| {
        titled.is_none() || *row < WEIGHED || can_be(at) || titled == Some(*at)
    };
    let read = near.filter(is_read).map(|(_, at)| at);
    let likenesses = likenesses(corpus, id, earlier, read)?;
    let of_titled = likenesses.iter().find(|(at, _)| Some(*at) == titled);
    let least = of_titled.map_or(ALIKE_TEXTS, |(_, likeness)| likeness.max(ALIKE_TEXTS));
    let mut can = likenesses.iter().filter(|(at, _)| can_be(at));
    let newest = can.find(|(_, likeness)| *likeness >= least);
    Ok(newest.map(|(at, _)| *at))
}

/// The newest that one cites.
fn cited(
    corpus: &Corpus,
    id: ResolutionId,
    earlier: &[ResolutionId],
) -> Result<Option<ResolutionId>, ReadError> {
    if !is_read(corpus, id) {
        return Ok(None);
    }
    let resolution = corpus.read(id)?;
    let mut cited = Vec::new();
    for at in (0..resolution.passages.len()).filter(|&at| resolution.passages[at].is_paragraph()) {
        let all = references::in_unit(corpus, Place::new(id, at), &resolution);
        let named = all
            .iter()
            .filter_map(|one| corpus.named(one.referent.symbol()));
        cited.extend(named);
    }
    Ok(earlier.iter().copied().find(|one| cited.contains(one)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_with_a_like_title_is_before_it_or_else_with_like_words_or_else_the_newest_that_is_cited()
     {
        let mut corpus = Corpus::default();
        let json = r#"{"format": "resolut-corpus/1", "sessions": [
            {"id": "1", "organ": "Security Council", "name": "N", "resolutions": [
                {"symbol": "S/RES/1501 (2003)", "title": "On the observers at the lakes (UNOL)", "language": "en", "adopted": "2003-08-26",
                 "preamble": [], "operative": [{"number": "1", "text": "Decides to meet."}]},
                {"symbol": "S/RES/1601 (2005)", "title": "On renewal of the observers at the lakes (UNOL)", "language": "en",
                 "adopted": "2005-05-31", "preamble": [], "operative": [{"number": "1", "text": "Decides to meet."}]},
                {"symbol": "S/RES/1602 (2005)", "title": "On boats", "language": "en", "adopted": "2005-05-31",
                 "preamble": [], "operative": [{"number": "1", "text": "Recalls resolution 1501 (2003)."}]},
                {"symbol": "S/RES/1603 (2005)", "language": "en", "adopted": "2005-06-30",
                 "preamble": [], "operative": [{"number": "1", "text": "Urges all villages to keep the nets, ropes and sails of their boats dry."}]},
                {"symbol": "S/RES/1604 (2005)", "title": "On lanterns", "language": "en", "adopted": "2005-07-31",
                 "preamble": [], "operative": [{"number": "1", "text": "Welcomes the lighthouse and the watch by night."}]},
                {"symbol": "S/RES/1605 (2006)", "language": "en", "adopted": "2006-06-30",
                 "preamble": [], "operative": [{"number": "1", "text": "Urges all villages to mend the nets, ropes and sails of their boats."}]},
                {"symbol": "S/RES/1701 (2006)", "title": "On renewal of the observers at the lakes", "language": "en",
                 "adopted": "2006-08-11", "preamble": [], "operative": [{"number": "1", "text": "Recalls resolution 1602 (2005)."}]},
                {"symbol": "S/RES/1702 (2006)", "title": "Final accounts and liquidation of assets (UNOL)", "language": "en",
                 "adopted": "2006-09-11", "preamble": [], "operative": [{"number": "1", "text": "Thanks all."}]}]}]}"#;
        corpus.add_text(json).unwrap();
        let before = |symbol| {
            let before = predecessor(&corpus, corpus.named(symbol).unwrap()).unwrap();
            before.map(|before| corpus.symbol(before))
        };
        assert_eq!(before("S/RES/1701 (2006)"), Some("S/RES/1601 (2005)"));
        assert_eq!(before("S/RES/1702 (2006)"), Some("S/RES/1601 (2005)"));
        assert_eq!(before("S/RES/1602 (2005)"), Some("S/RES/1501 (2003)"));
        assert_eq!(before("S/RES/1605 (2006)"), Some("S/RES/1603 (2005)"));
        assert_eq!(before("S/RES/1604 (2005)"), None);
        assert_eq!(before("S/RES/1501 (2003)"), None);
    }

    #[test]
    fn a_later_one_without_a_title_and_with_words_more_alike_stands_between_two_with_one_title() {
        let mut corpus = Corpus::default();
        let json = r#"{"format": "resolut-corpus/1", "sessions": [
            {"id": "1", "organ": "Security Council", "name": "N", "resolutions": [
                {"symbol": "1/1", "title": "On the boats of the lakes", "language": "en", "adopted": "2003-01-31",
                 "preamble": [], "operative": [{"number": "1", "text": "Urges all villages to count the boats on the lakes."}]},
                {"symbol": "1/2", "language": "en", "adopted": "2003-07-31",
                 "preamble": [], "operative": [{"number": "1", "text": "Urges all villages to mend the nets, ropes and sails of the boats on the lakes."}]},
                {"symbol": "1/3", "language": "en", "adopted": "2003-08-31",
                 "preamble": [], "operative": [{"number": "1", "text": "Welcomes the lighthouse and the watch by night."}]},
                {"symbol": "1/4", "title": "On lanterns", "language": "en", "adopted": "2003-09-30",
                 "preamble": [], "operative": [{"number": "1", "text": "Urges all villages to mend the nets, ropes and sails of the boats on the lakes."}]},
                {"symbol": "1/5", "title": "On the boats of the lakes", "language": "en", "adopted": "2004-01-31",
                 "preamble": [], "operative": [{"number": "1", "text": "Urges all villages to mend the nets, ropes and sails of boats on the lakes."}]}]}]}"#;
        corpus.add_text(json).unwrap();
        let before = |symbol| {
            let before = predecessor(&corpus, corpus.named(symbol).unwrap()).unwrap();
            before.map(|before| corpus.symbol(before))
        };
        assert_eq!(before("1/5"), Some("1/2"));
    }

    #[test]
    fn of_two_lines_under_one_topic_the_one_with_like_words_goes_on() {
        let mut corpus = Corpus::default();
        let resolution = |symbol: &str, day: &str, text: &str| {
            format!(
                r#"{{"symbol": "{symbol}", "topic": "The situation at the lakes", "language": "en", "adopted": "{day}",
                 "preamble": [], "operative": [{{"number": "1", "text": "{text}"}}]}}"#
            )
        };
        let mission =
            "Extends the mandate of the observers, who keep the peace between the villages.";
        let measures =
            "Renews the measures on the trade in nets, and the group of experts that watches them.";
        let json = [
            resolution("1/1", "2013-01-31", mission),
            resolution("1/2", "2013-03-31", measures),
            resolution("1/3", "2014-01-31", mission),
            resolution("1/4", "2014-03-31", measures),
        ]
        .join(",");
        corpus
            .add_text(format!(
                r#"{{"format": "resolut-corpus/2", "sessions": [
                {{"id": "1", "organ": "Security Council", "name": "N", "resolutions": [{json}]}}]}}"#
            ))
            .unwrap();
        let before = |symbol| {
            let before = predecessor(&corpus, corpus.named(symbol).unwrap()).unwrap();
            before.map(|before| corpus.symbol(before))
        };
        assert_eq!(before("1/4"), Some("1/2"));
        assert_eq!(before("1/3"), Some("1/1"));
    }
}
