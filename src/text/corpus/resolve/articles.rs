//! The articles of an annex, as its headings number them: `Article 3`. In each the numbers of paragraphs begin again, so
//! that lawyers cite them below their article.

use std::ops::Range;

use crate::text::citation::{self, Step, read_roman};
use crate::text::map::Map;
use crate::text::model::{Half, Part, PassageKind, Resolution};

/// What a heading that numbers an article begins with.
const WORDS: &[&str] = &["article", "art.", "art", "artículo"];

/// An article.
pub(super) struct AnnexArticle {
    /// Its number, and which of those that have it; see [`Step::of_article`] for the step that cites it.
    pub(super) step: Step,
    /// The positions of its paragraphs, at least one.
    pub(super) paragraphs: Vec<usize>,
}

impl AnnexArticle {
    /// The articles of a part; none outside of annexes.
    pub(super) fn of_part(resolution: &Resolution, part: Part) -> Vec<Self> {
        Self::within(resolution, part, 0..resolution.passages.len())
    }

    /// The articles of a part, all of whose passages stand in a range.
    pub(super) fn within(resolution: &Resolution, part: Part, range: Range<usize>) -> Vec<Self> {
        let mut articles: Vec<Self> = Vec::new();
        if !matches!(part, Part::Annex(_, Half::Operative)) {
            return articles;
        }
        let mut met: Map<String, u32> = Map::default();
        // The level of the heading of the article that goes on.
        let mut open: Option<u8> = None;
        let mut is_below_heading = false;
        let passages = range.map(|index| (index, &resolution.passages[index]));
        for (index, passage) in passages.filter(|(_, passage)| passage.part == part) {
            let PassageKind::Heading { level } = passage.kind else {
                is_below_heading = false;
                if let (Some(_), Some(article)) = (open, articles.last_mut())
                    && passage.depth == 0
                    && passage.is_text()
                {
                    article.paragraphs.push(index);
                }
                continue;
            };
            if let Some(label) = number(&passage.text) {
                let nth = met.or_default(label.clone());
                *nth += 1;
                let step = Step { label, nth: *nth };
                articles.push(Self {
                    step,
                    paragraphs: Vec::new(),
                });
                open = Some(level);
            } else if open.is_some_and(|open| level <= open) && !is_below_heading {
                // What stands right below the number of an article is its title.
                open = None;
            }
            is_below_heading = true;
        }
        articles.retain(|article| !article.paragraphs.is_empty());
        articles
    }

    /// The article that a passage stands in.
    pub(super) fn around(resolution: &Resolution, index: usize) -> Option<Self> {
        let paragraph = resolution.paragraph_of(index);
        let part = resolution.passages.get(paragraph)?.part;
        let mut articles = Self::of_part(resolution, part).into_iter();
        articles.find(|article| article.paragraphs.contains(&paragraph))
    }

    /// Its only paragraph, if that has no number: it is cited as the article.
    pub(super) fn only(&self, resolution: &Resolution) -> Option<usize> {
        match self.paragraphs.as_slice() {
            &[only] => {
                let number = resolution.passages[only].number.as_deref();
                let is_numbered = number.is_some_and(|number| !citation::label(number).is_empty());
                (!is_numbered).then_some(only)
            }
            _ => None,
        }
    }
}

/// The number of an article in its heading: figures, a Roman number, or a letter, and `bis`; `premier` is 1.
fn number(heading: &str) -> Option<String> {
    let mut words = heading.split_whitespace();
    let first = words.next()?.to_lowercase();
    if !WORDS.contains(&first.as_str()) {
        return None;
    }
    let printed = words.next()?;
    let own = printed.trim_end_matches(|c: char| !c.is_alphanumeric());
    let folded = own.to_lowercase();
    if folded == "premier" {
        return Some("1".to_owned());
    }
    let is_number = folded.starts_with(|c: char| c.is_numeric())
        || read_roman(&folded).is_some()
        || folded.chars().count() == 1;
    if !is_number {
        return None;
    }
    // Of `7 bis` both words are the number.
    let both = words.next().filter(|_| own == printed);
    let both = both.map(|next| citation::label(&format!("{own} {next}")));
    let both = both.filter(|both| both.contains(' '));
    let label = both.unwrap_or_else(|| citation::label(own));
    (!label.is_empty()).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_says_the_number_of_its_article() {
        for (heading, label) in [
            ("Article 3", Some("3")),
            ("ARTICLE XII. Use of oars", Some("xii")),
            ("Art. 7 bis", Some("7 bis")),
            ("Article 7bis – Ropes", Some("7 bis")),
            ("Article premier", Some("1")),
            ("Artículo 4: Remos", Some("4")),
            ("Article A", Some("a")),
            ("Articles of the Board", None),
            ("Article", None),
            ("Article on oars", None),
            ("Section 3", None),
        ] {
            assert_eq!(number(heading).as_deref(), label, "{heading}");
        }
    }
}
