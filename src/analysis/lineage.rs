//! Which resolution another one renews or goes on from. Those with a title like its own, or with an abbreviation of its
//! title, can be; but a title may be an item of the agenda, under which a mission and sanctions stand side by side, and
//! bodies renew several mandates under nearly one title. So the words choose: it is the newest of those whose words are
//! nearly as like those of the resolution as any are. One without a title that came later stands for it where its words
//! are no less like. Where no title tells, the words of all that are near choose, or else it is the newest that is cited.
//!
//! How like titles or words are is the mean of what two have in common of both and of the shorter one, for a mandate may be
//! rolled over in two paragraphs; what is cited, or has the abbreviation of the same mandate in its title, counts as a little
//! more like. Of 216 renewals in ten years of one body, with the countries in their titles for topics, the newest of the
//! topic is right for 126, this one for 171; of 219 with their titles it is right for 201.
//! Limits: what is cited is read in English only.

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::likeness::WeighedTexts;
use super::{compare, is_read, references};
use crate::text::corpus::{Corpus, DayOrder, ReadError};
use crate::text::model::{Place, ResolutionId};

/// The likeness from which two titles are of one matter.
const ALIKE: f32 = 0.6;

/// Of the likeness of the likest title, the share from which another one is of the same matter.
const NEAR_TITLE: f32 = 0.8;

/// The likeness from which two texts are of one line, where no title tells.
const ALIKE_TEXTS: f32 = 0.45;

/// The share of both together that two texts of one line have in common whose titles are not alike.
const ALIKE_WHOLE: f32 = 0.4;

/// Of the likeness of the likest text, the share from which another one is of the same line. From .4 to .7 it is nearly as
/// good: a higher one is better for items of an agenda, a lower one for titles.
const NEAR_TEXT: f32 = 0.5;

/// By how much a text is more like where it is cited, and where the abbreviation of a mandate stands in both titles.
const CITED: f32 = 0.1;
const NAMED: f32 = 0.2;

/// How many of those with a like title are read.
const OF_TITLE: usize = 16;

/// By the words of how many before one it is weighed what texts have in common.
const WEIGHED: usize = 10;

/// How many resolutions before one are read where no title tells: what is renewed is seldom older than two years.
const READ: usize = 150;

/// The resolution that is the likeliest to be before `id` in its line, in the same language; none where nothing tells.
///
/// # Errors
/// The resolution can't be read.
pub fn predecessor(corpus: &Corpus, id: ResolutionId) -> Result<Option<ResolutionId>, ReadError> {
    let earlier = earlier(corpus, id);
    let cited = cited(corpus, id)?;
    let line = Lineage {
        corpus,
        id,
        titled: titled(corpus, id, &earlier),
        earlier: &earlier,
        cited: &cited,
    };
    let before = line.before()?;
    let before = match before {
        Some(at) => Some(earlier[at]),
        None => earlier.iter().copied().find(|one| cited.contains(one)),
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

/// One with a title like that of another.
struct LikeTitle {
    /// Its position.
    at: usize,
    /// Whether an abbreviation stands in both titles.
    is_named: bool,
    likeness: f32,
}

/// Those with a title like that of one, or with an abbreviation in their title that this one has too, the
/// newest first.
fn titled(corpus: &Corpus, id: ResolutionId, earlier: &[ResolutionId]) -> Vec<LikeTitle> {
    // Titles have both forms.
    let title = |&one: &ResolutionId| {
        let title = corpus.title_or_topic(one).unwrap_or_default();
        title.replace("United Nations", "UN")
    };
    let titles: Vec<_> = match corpus.title_or_topic(id) {
        Some(_) => std::iter::once(&id).chain(earlier).map(title).collect(),
        None => return Vec::new(),
    };
    let weighed = WeighedTexts::of(titles.iter().map(String::as_str));
    let own = abbreviations(&titles[0]);
    let like = (1..titles.len()).filter_map(|at| {
        let is_named = abbreviations(&titles[at])
            .iter()
            .any(|one| own.contains(one));
        let likeness = weighed.likeness_in_any_order(0, at).mean();
        (is_named || likeness >= ALIKE).then_some(LikeTitle {
            at: at - 1,
            is_named,
            likeness,
        })
    });
    let mut like: Vec<_> = like.take(OF_TITLE).collect();
    let least = likest(like.iter().map(|one| one.likeness)) * NEAR_TITLE;
    like.retain(|one| one.is_named || one.likeness >= least);
    like
}

/// A resolution with those before it, the newest first.
struct Lineage<'a> {
    corpus: &'a Corpus,
    id: ResolutionId,
    earlier: &'a [ResolutionId],
    titled: Vec<LikeTitle>,
    cited: &'a [ResolutionId],
}

/// One with its words, and how like these are to those of another.
struct LikeText {
    /// Its position.
    at: usize,
    likeness: f32,
}

impl Lineage<'_> {
    /// The position of the newest whose words are nearly as like as any are: of those with a like title, or of a later one
    /// without a title that is no less like; where none has a like title, of all that are like.
    fn before(&self) -> Result<Option<usize>, ReadError> {
        let newest = match &*self.titled {
            [] => {
                let alike = self.alike(&self.readable(0..self.earlier.len(), |_| true))?;
                return Ok(newest(&alike, ALIKE_TEXTS));
            }
            [only] => Some(only.at),
            titled => {
                let is_titled = |at| titled.iter().any(|one| one.at == at);
                let positions = self.readable(0..self.earlier.len(), is_titled);
                newest(&self.alike(&positions)?, 0.0)
            }
        };
        let Some(titled) = newest else {
            return Ok(None);
        };
        let mut later = self.readable(0..titled, |at| !self.has_title(self.earlier[at]));
        if later.is_empty() {
            return Ok(Some(titled));
        }
        later.push(titled);
        let alike = self.alike(&later)?;
        let least = alike.last().map_or(0.0, |titled| titled.likeness);
        let mut later = alike.iter();
        let later = later.find(|one| one.at < titled && one.likeness >= least.max(ALIKE_TEXTS));
        Ok(Some(later.map_or(titled, |one| one.at)))
    }

    fn has_title(&self, id: ResolutionId) -> bool {
        self.corpus.title_or_topic(id).is_some()
    }

    /// The positions that are asked for of those with a text in the language, as many as are read.
    fn readable(&self, of: Range<usize>, is_asked: impl Fn(usize) -> bool) -> Vec<usize> {
        let language = self.corpus.language(self.id);
        let has_text = |at: usize| self.corpus.version(self.earlier[at], language).is_some();
        of.filter(|&at| is_asked(at) && has_text(at))
            .take(READ)
            .collect()
    }

    /// Those at some positions, each with how like its words are. Where none has a like title, the titles speak against one
    /// that has a title: more of both texts must be in common.
    fn alike(&self, positions: &[usize]) -> Result<Vec<LikeText>, ReadError> {
        let (corpus, earlier) = (self.corpus, self.earlier);
        let language = corpus.language(self.id);
        let beside = (0..earlier.len().min(WEIGHED)).filter(|at| !positions.contains(at));
        let read = positions.iter().copied().chain(beside);
        let versions = read.filter_map(|at| corpus.version(earlier[at], language));
        let texts = std::iter::once(self.id)
            .chain(versions)
            .map(|one| Ok(compare::texts(corpus, one)?.join(" ")));
        let texts: Vec<String> = texts.collect::<Result<_, ReadError>>()?;
        let weighed = WeighedTexts::of(texts.iter().map(String::as_str));
        let has_other_title = self.titled.is_empty() && self.has_title(self.id);
        let alike = positions.iter().zip(1..).filter_map(|(&at, row)| {
            let share = weighed.likeness_in_any_order(0, row);
            let is_other = has_other_title && self.has_title(earlier[at]);
            let is_like = !is_other || share.of_both >= ALIKE_WHOLE;
            let named = self.titled.iter().find(|one| one.at == at);
            let is_named = named.is_some_and(|one| one.is_named);
            let is_cited = self.cited.contains(&earlier[at]);
            let more = if is_cited { CITED } else { 0.0 } + if is_named { NAMED } else { 0.0 };
            is_like.then_some(LikeText {
                at,
                likeness: share.mean() + more,
            })
        });
        Ok(alike.collect())
    }
}

/// The position of the newest that is nearly as like as any is.
fn newest(alike: &[LikeText], least: f32) -> Option<usize> {
    let likest = likest(alike.iter().map(|one| one.likeness));
    let least = least.max(likest * NEAR_TEXT);
    let newest = alike.iter().find(|one| one.likeness >= least);
    newest.map(|one| one.at)
}

fn likest(likenesses: impl Iterator<Item = f32>) -> f32 {
    likenesses.fold(0.0, f32::max)
}

/// The words of a title with three capitals or more, `UNMIL`; in one that is all capitals those in brackets.
fn abbreviations(title: &str) -> Vec<&str> {
    let is_loud = !title.contains(char::is_lowercase);
    let is_part = |c: char| !c.is_alphanumeric() && c != '-';
    let words = title
        .match_indices(is_part)
        .map(|(at, mark)| at + mark.len());
    let words = std::iter::once(0).chain(words).filter_map(|start| {
        let word = title.get(start..)?.split(is_part).next()?;
        let is_open = title
            .get(..start)
            .is_some_and(|before| before.ends_with('('));
        let is_bracketed = is_open && title.get(start + word.len()..)?.starts_with(')');
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        let is_all = !word.contains(char::is_lowercase) && !is_loud;
        (capitals > 2 && (is_bracketed || is_all)).then_some(word)
    });
    words.collect()
}

/// The resolutions that one cites.
fn cited(corpus: &Corpus, id: ResolutionId) -> Result<Vec<ResolutionId>, ReadError> {
    if !is_read(corpus, id) {
        return Ok(Vec::new());
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
    Ok(cited)
}
