//! The paragraphs of a part, or the points of a paragraph: their labels, and what a message calls them.

use super::articles::AnnexArticle;
use crate::text::citation::{self, Step};
use crate::text::map::Map;
use crate::text::model::{DocumentKind, Part, Resolution};

/// Passages that stand side by side, with the steps that lead to them.
pub(super) struct Siblings {
    members: Vec<(usize, Step)>,
}

impl Siblings {
    /// The paragraphs of parts, in ascending order, that are counted together.
    pub(super) fn of_parts(resolution: &Resolution, parts: &[Part]) -> Self {
        let members = (0..resolution.passages.len()).filter(|&index| {
            let passage = &resolution.passages[index];
            passage.depth == 0 && parts.binary_search(&passage.part).is_ok()
        });
        Self::new(resolution, members.collect())
    }

    /// The points right below the passage at `index`.
    pub(super) fn below(resolution: &Resolution, index: usize) -> Self {
        let depth = resolution.passages[index].depth.saturating_add(1);
        let members = resolution
            .unit(index)
            .skip(1)
            .filter(|&below| resolution.passages[below].depth == depth);
        Self::new(resolution, members.collect())
    }

    /// Articles, each at its first paragraph.
    pub(super) fn of_articles(articles: &[AnnexArticle]) -> Self {
        let each = articles.iter();
        let members = each.map(|article| (article.paragraphs[0], article.step.clone()));
        Self {
            members: members.collect(),
        }
    }

    /// Those of these positions that are paragraphs or points.
    pub(super) fn new(resolution: &Resolution, mut members: Vec<usize>) -> Self {
        let passage = |index: usize| &resolution.passages[index];
        members.retain(|&index| passage(index).is_text());
        let single = members.len() == 1;
        let is_counted = resolution.kind == DocumentKind::Statement
            && members.iter().all(|&index| passage(index).number.is_none());
        let mut steps = Vec::with_capacity(members.len());
        let mut met: Map<String, u32> = Map::default();
        for index in members {
            let passage = &resolution.passages[index];
            let number = label_of(passage.number.as_deref());
            let is_paragraph = passage.depth == 0;
            let is_operative = is_paragraph && passage.part.is_operative();
            let label = if is_paragraph && passage.part.is_preamble() || is_operative && is_counted
            {
                passage.ordinal.to_string()
            } else if is_operative && single && number.is_empty() {
                // A resolution whose only operative paragraph has no number: it is cited as the first.
                "1".to_owned()
            } else {
                number
            };
            let nth = met.or_default(label.clone());
            *nth += 1;
            let nth = *nth;
            steps.push((index, Step { label, nth }));
        }
        Self { members: steps }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Where a step leads. Where nothing is numbered, a number counts.
    pub(super) fn find(&self, step: &Step) -> Option<usize> {
        let exact = self.members.iter().find(|(_, member)| member == step);
        let found = exact.or_else(|| {
            let unnumbered = self
                .members
                .iter()
                .all(|(_, member)| member.label.is_empty());
            let ordinal: usize = step.label.parse().ok()?;
            let position = ordinal
                .checked_sub(1)
                .filter(|_| unnumbered && step.nth == 1)?;
            self.members.get(position)
        });
        found.map(|(index, _)| *index)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.members.len()
    }

    /// How many have this label.
    pub(super) fn count(&self, label: &str) -> usize {
        self.members
            .iter()
            .filter(|(_, step)| step.label == label)
            .count()
    }

    pub(super) fn members(&self) -> impl Iterator<Item = (usize, &Step)> {
        self.members.iter().map(|(index, step)| (*index, step))
    }

    /// Their labels in words: `1 to 4 and 6 to 9`; those without a number are only
    /// counted.
    pub(super) fn in_words(&self, shown: impl Fn(&str) -> String) -> String {
        let mut runs: Vec<(&str, &str)> = Vec::new();
        for (_, step) in &self.members {
            if step.label.is_empty() || step.nth > 1 {
                continue;
            }
            match runs.last_mut() {
                Some((_, last)) if follows(last, &step.label) => *last = &step.label,
                _ => runs.push((&step.label, &step.label)),
            }
        }
        let mut words: Vec<String> = runs
            .iter()
            .flat_map(|(first, last)| match first {
                _ if first == last => vec![shown(first)],
                _ if follows(first, last) => vec![shown(first), shown(last)],
                _ => vec![format!("{} to {}", shown(first), shown(last))],
            })
            .collect();
        match self.count("") {
            0 => {}
            1 => words.push("one without a number (`~1`)".to_owned()),
            count => words.push(format!("{count} without a number (`~1` to `~{count}`)")),
        }
        joined(&words, "and")
    }
}

fn label_of(number: Option<&str>) -> String {
    number.map(citation::label).unwrap_or_default()
}

/// Whether one label comes right after another: `4` `5`, `c` `d`, `iii` `iv`.
fn follows(before: &str, label: &str) -> bool {
    let number = |label: &str| label.parse::<u32>().ok();
    let letter = |label: &str| {
        let mut chars = label.chars();
        chars
            .next()
            .filter(|_| chars.next().is_none())
            .map(u32::from)
    };
    let roman = |label: &str| citation::read_roman(label).map(u32::from);
    let next = |of: &dyn Fn(&str) -> Option<u32>| {
        of(before)
            .and_then(|before| before.checked_add(1))
            .is_some_and(|next| of(label) == Some(next))
    };
    next(&number) || next(&letter) || next(&roman)
}

/// A list in words: `1, 2 and 4`.
pub(in crate::text::corpus) fn joined(words: &[String], and: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}
