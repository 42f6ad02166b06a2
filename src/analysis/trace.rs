//! Since when words are agreed: every earlier and later wording of a paragraph, the oldest first.
//!
//! Of the texts that share its rarest words those are taken that have enough of it in runs of three words or more, or a
//! long run. Paragraphs that are the same but for numbers are one row; what is the same to the letter has its own.
//!
//! Limits: the same said in other words is not found; a point is traced as the paragraph that it belongs to.

use super::compare;
use super::likeness::{WeighedTexts, longest_run};
use crate::search::{Finder, NearText};
use crate::text::corpus::{Corpus, ReadError};
use crate::text::lead::lead_of;
use crate::text::model::Place;
use crate::text::sorting::sort_by_key;

mod chain;
mod force;
mod told;

pub use chain::chain;
pub use force::VerbChange;
pub use told::lone;

/// How many texts are looked at.
const MOST: usize = 1000;

/// Words in a row that are no chance.
const IN_A_ROW: usize = 3;

/// So many paragraphs with the same words are a formula, whose capitals are not compared.
const FORMULA: usize = 100;

/// How much of both texts such runs make up.
const OF_BOTH: f32 = 0.38;

/// Or of the shorter one, with so long a run.
const OF_SHORTER: f32 = 0.3;
const RUN: usize = 12;

/// How a wording stands to the one that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    /// It is the paragraph itself.
    Here,
    /// The same words, to the letter.
    Same,
    /// The same words with other capitals or signs.
    Letters,
    /// The same words with other numbers.
    Numbers,
    /// Another wording.
    Near,
}

impl Nearness {
    /// In a word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::Same | Self::Letters => "same",
            Self::Numbers => "numbers",
            Self::Near => "near",
        }
    }
}

/// A wording, with the paragraphs that have it.
#[derive(Clone, Debug, PartialEq)]
pub struct TracedWording {
    /// The earliest paragraph.
    pub place: Place,
    /// The others, oldest first.
    pub same: Vec<Place>,
    /// How it stands to the paragraph that is asked for.
    pub nearness: Nearness,
    /// How alike they are, from 0 to 1.
    pub likeness: f32,
    /// The most words in a row that both have, as blanks part them.
    pub run: usize,
    /// Its lead verb.
    pub verb: String,
    /// How the lead verb of the later of both stands to that of the earlier; none where it is the same.
    pub change: Option<VerbChange>,
}

/// The wordings of the paragraph at `place` in its language, itself among them; oldest first, those without a day last.
///
/// ```
/// use resolut::analysis::trace;
/// use resolut::bundle;
/// use resolut::search::Finder;
///
/// let corpus = bundle::corpus();
/// let place = corpus.read_citation("2/34-P:8", None)?.beginning();
/// let wordings = trace::of(&corpus, &mut Finder::of(&corpus), place)?;
/// let other = &wordings[1];
/// assert_eq!(corpus.cite(other.place).to_string(), "3/34-P:6");
/// assert_eq!(other.run, 27);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A resolution can't be read.
pub fn of(
    corpus: &Corpus,
    finder: &mut Finder<'_>,
    place: Place,
) -> Result<Vec<TracedWording>, ReadError> {
    let paragraph = corpus.read(place.resolution)?.paragraph_of(place.index());
    let place = Place::new(place.resolution, paragraph);
    let near = finder.near(place, MOST);
    let words = near.texts.iter().map(|text| text.words.clone());
    let weighed = WeighedTexts::of_words(words, near.weights);
    let mut rows = vec![TracedWording::here(place)];
    for group in groups(corpus, place, &near.texts, &weighed)? {
        rows.push(group.row(corpus, place)?);
    }
    tell_verbs(corpus, place, &mut rows)?;
    sort_by_key(&mut rows, |row| age(corpus, row.place));
    Ok(rows)
}

/// Gives each paragraph that has the wording at a position a row of its own, all in the order of [`of`].
pub fn unfold(corpus: &Corpus, rows: &mut Vec<TracedWording>, at: usize) {
    let wording = rows[at].clone();
    rows[at].same.clear();
    rows.extend(wording.same.iter().map(|&place| TracedWording {
        place,
        same: Vec::new(),
        ..wording.clone()
    }));
    sort_by_key(rows, |row| age(corpus, row.place));
}

/// Notes the lead verb of each wording, and how it stands to that of the paragraph at `place`, which is among them.
fn tell_verbs(corpus: &Corpus, place: Place, rows: &mut [TracedWording]) -> Result<(), ReadError> {
    let own = verb(corpus, place)?;
    for row in rows {
        row.verb = verb(corpus, row.place)?;
        let (earlier, later) = if age(corpus, row.place) <= age(corpus, place) {
            (&row.verb, &own)
        } else {
            (&own, &row.verb)
        };
        row.change = VerbChange::of(earlier, later);
    }
    Ok(())
}

/// Paragraphs that read alike, and how they stand to the one that is asked for.
struct AlikeParagraphs<'t> {
    places: Vec<Place>,
    words: &'t [u32],
    nearness: Nearness,
    likeness: f32,
}

/// All that is near enough, but for the paragraph itself.
fn groups<'t>(
    corpus: &Corpus,
    place: Place,
    texts: &'t [NearText],
    weighed: &WeighedTexts,
) -> Result<Vec<AlikeParagraphs<'t>>, ReadError> {
    let language = corpus.language(place.resolution);
    let is_other = |one: &Place| *one != place && corpus.language(one.resolution) == language;
    let mut groups: Vec<AlikeParagraphs<'t>> = Vec::new();
    // What has no words has no other wording.
    if texts.first().is_none_or(|own| own.words.is_empty()) {
        return Ok(groups);
    }
    for (at, text) in texts.iter().enumerate() {
        let others = text.places.iter().copied().filter(is_other);
        let places: Vec<_> = others.collect();
        if at == 0 {
            groups = same_words(corpus, place, places, &text.words)?;
            continue;
        }
        let Some((nearness, likeness)) = nearness(weighed, texts, at) else {
            continue;
        };
        let is_known = |group: &&mut AlikeParagraphs<'_>| {
            (group.words, group.nearness) == (&text.words, nearness)
        };
        if let Some(known) = groups.iter_mut().find(is_known) {
            known.places.extend(places);
        } else if !places.is_empty() {
            groups.push(AlikeParagraphs {
                places,
                words: &text.words,
                nearness,
                likeness,
            });
        }
    }
    Ok(groups)
}

/// Paragraphs that have the same words as the one at `own`, parted by their letters and signs: those that have the same
/// of these first.
fn same_words<'t>(
    corpus: &Corpus,
    own: Place,
    all: Vec<Place>,
    words: &'t [u32],
) -> Result<Vec<AlikeParagraphs<'t>>, ReadError> {
    let is_formula = all.len() >= FORMULA;
    let mut texts = vec![(compare::set_alike(&corpus.text(own)?), Vec::new())];
    for place in all {
        if is_formula {
            texts[0].1.push(place);
            continue;
        }
        let text = compare::set_alike(&corpus.text(place)?);
        match texts.iter_mut().find(|(known, _)| *known == text) {
            Some((_, places)) => places.push(place),
            None => texts.push((text, vec![place])),
        }
    }
    let other = std::iter::repeat(Nearness::Letters);
    let nearness = std::iter::once(Nearness::Same).chain(other);
    let groups = texts.into_iter().zip(nearness);
    let groups = groups.map(|((_, places), nearness)| AlikeParagraphs {
        places,
        words,
        nearness,
        likeness: 1.0,
    });
    Ok(groups.filter(|group| !group.places.is_empty()).collect())
}

/// How a text stands to the first one; none where it is another text.
fn nearness(weighed: &WeighedTexts, texts: &[NearText], at: usize) -> Option<(Nearness, f32)> {
    if texts[at].words == texts[0].words {
        return Some((Nearness::Numbers, 1.0));
    }
    let all = weighed.likeness(0, at, OF_SHORTER);
    if all.of_both < OF_BOTH && all.of_shorter < OF_SHORTER {
        return None;
    }
    let runs = weighed.likeness_in_runs(0, at, IN_A_ROW);
    let is_part = || runs.of_shorter >= OF_SHORTER && weighed.longest_run(0, at) >= RUN;
    let is_near = runs.of_both >= OF_BOTH || is_part();
    is_near.then_some((Nearness::Near, all.of_both))
}

impl AlikeParagraphs<'_> {
    fn row(mut self, corpus: &Corpus, own: Place) -> Result<TracedWording, ReadError> {
        sort_by_key(&mut self.places, |&place| age(corpus, place));
        let place = self.places.remove(0);
        let texts = [own, place].map(|place| corpus.text(place));
        let [one, other] = texts;
        Ok(TracedWording {
            same: self.places,
            nearness: self.nearness,
            likeness: self.likeness,
            run: words_in_a_row(&one?, &other?),
            ..TracedWording::here(place)
        })
    }
}

impl TracedWording {
    fn here(place: Place) -> Self {
        Self {
            place,
            same: Vec::new(),
            nearness: Nearness::Here,
            likeness: 1.0,
            run: 0,
            verb: String::new(),
            change: None,
        }
    }
}

/// The most words in a row that both have, as blanks part them.
fn words_in_a_row(one: &str, other: &str) -> usize {
    let [one, other] = [one, other].map(|text| text.split_whitespace().collect::<Vec<_>>());
    longest_run(&one, &other)
}

/// By what wordings are in order: the day of their resolution, those without one last, and where they stand.
fn age(corpus: &Corpus, place: Place) -> (bool, Option<&str>, Place) {
    let day = corpus.day_of(place.resolution);
    (day.is_none(), day, place)
}

fn verb(corpus: &Corpus, place: Place) -> Result<String, ReadError> {
    let resolution = corpus.read(place.resolution)?;
    let lead = resolution.passages.get(place.index()).map(|passage| {
        let verb = passage.text.get(lead_of(passage));
        verb.unwrap_or_default().to_owned()
    });
    Ok(lead.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAKES: &str = r#"{"format": "resolut-corpus/1", "sessions": [
        {"id": "1", "organ": "O", "name": "N", "resolutions": [
            {"symbol": "1/1", "language": "en", "adopted": "2001-05-01", "preamble": [], "operative": [
                {"number": "1", "text": "Encourages the villages of the north to mend the harbour walls before 1 May 2002;"},
                {"number": "2", "text": "Welcomes the gift of a lighthouse;"}]},
            {"symbol": "4/1", "language": "en", "adopted": "2004-05-01", "preamble": [], "operative": [
                {"number": "1", "text": "Demands that the villages of the north mend the harbour walls before winter;"}]},
            {"symbol": "3/1", "language": "en", "adopted": "2003-05-01", "preamble": [], "operative": [
                {"number": "1", "text": "Urges the villages of the north to mend the harbour walls before 1 May 2004;"},
                {"number": "2", "text": "Decides to meet again."}]},
            {"symbol": "2/1", "language": "en", "adopted": "2002-05-01", "preamble": [], "operative": [
                {"number": "1", "text": "Encourages the villages of the north to mend the harbour walls before 1 June 2003;"},
                {"number": "2", "text": "Decides to meet again."}]}]}]}"#;

    fn traced(citation: &str) -> Vec<String> {
        let mut corpus = Corpus::default();
        corpus.add_text(LAKES).unwrap();
        let place = corpus.read_citation(citation, None).unwrap().beginning();
        let rows = of(&corpus, &mut Finder::of(&corpus), place).unwrap();
        let said = |row: &TracedWording| {
            let change = row.change.map_or("", VerbChange::name);
            let same = row.same.iter().map(|&one| corpus.cite(one).to_string());
            let same = same.collect::<Vec<_>>().join("+");
            format!(
                "{}{same} {} {change}",
                corpus.cite(row.place),
                row.nearness.name()
            )
        };
        rows.iter().map(said).collect()
    }

    #[test]
    fn earlier_and_later_wordings_are_listed_with_the_step_of_the_verb() {
        assert_eq!(
            traced("3/1:1"),
            [
                "1/1:1 near stronger",
                "2/1:1 near stronger",
                "3/1:1 here ",
                "4/1:1 near stronger"
            ]
        );
        assert_eq!(
            traced("4/1:1"),
            [
                "1/1:1 near stronger",
                "2/1:1 near stronger",
                "3/1:1 near stronger",
                "4/1:1 here "
            ]
        );
    }

    #[test]
    fn another_letter_makes_another_wording() {
        let mut corpus = Corpus::default();
        let json = LAKES.replace(
            "Welcomes the gift of a lighthouse;",
            "Decides to Meet again;",
        );
        corpus.add_text(json).unwrap();
        let place = corpus.read_citation("3/1:2", None).unwrap().beginning();
        let mut rows = of(&corpus, &mut Finder::of(&corpus), place).unwrap();
        let said = |rows: &[TracedWording]| {
            let said = |row: &TracedWording| {
                let citation = corpus.cite(row.place);
                format!("{citation} {:?} +{}", row.nearness, row.same.len())
            };
            rows.iter().map(said).collect::<Vec<_>>()
        };
        assert_eq!(
            said(&rows),
            ["1/1:2 Letters +0", "2/1:2 Same +0", "3/1:2 Here +0"]
        );
        let other = rows.remove(0).place;
        rows[0].same.push(other);
        unfold(&corpus, &mut rows, 0);
        assert_eq!(
            said(&rows),
            ["1/1:2 Same +0", "2/1:2 Same +0", "3/1:2 Here +0"]
        );
    }

    #[test]
    fn a_paragraph_without_words_has_no_other_wording() {
        let mut corpus = Corpus::default();
        let json = LAKES.replace("Decides to meet again.", "—");
        corpus.add_text(json).unwrap();
        let place = corpus.read_citation("3/1:2", None).unwrap().beginning();
        let rows = of(&corpus, &mut Finder::of(&corpus), place).unwrap();
        assert_eq!(rows.len(), 1);
    }

    #[test]
    fn the_same_words_are_the_same_and_a_paragraph_alone_has_its_own_row() {
        assert_eq!(traced("3/1:2"), ["2/1:2 same ", "3/1:2 here "]);
        assert_eq!(traced("1/1:2"), ["1/1:2 here "]);
    }
}
