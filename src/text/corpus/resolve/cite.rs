//! How a place is cited in the short notation.

use std::ops::Range;
use std::sync::{Arc, PoisonError};

use super::articles::AnnexArticle;
use super::parts::Parts;
use super::siblings::Siblings;
use super::{Corpus, Resolved, units};
use crate::text::citation::{Citation, CitedPart, Step, Target};
use crate::text::language::canonical;
use crate::text::model::{Part, Passage, Place, Resolution, ResolutionId};

impl Corpus {
    /// The citation of a passage; no other paragraph or point of the resolution has the same. What is
    /// neither is cited as the one it belongs to or stands behind, or as its part. Of a resolution that
    /// can't be read or has no text, no more can be cited than the whole.
    ///
    /// # Panics
    /// If the place is in no resolution of this corpus.
    pub fn cite(&self, place: Place) -> Citation {
        let target = self.target_of(place);
        self.citation(place.resolution, target.into_iter().collect())
    }

    /// The target of a passage; none where it can't be read.
    fn target_of(&self, place: Place) -> Option<Target> {
        let resolution = self.read(place.resolution).ok()?;
        let is_there = place.index() < resolution.passages.len();
        is_there.then(|| self.target(&resolution, place.index()))
    }

    /// A citation of a text: in its language where that is not the one that is shown of its resolution. A second
    /// text of a language is cited as the first.
    pub(super) fn citation(&self, id: ResolutionId, targets: Vec<Target>) -> Citation {
        let cited = Citation::Of {
            symbol: self.symbol(id).to_owned(),
            targets,
            claims: Vec::new(),
        };
        cited.in_language(self.cited_language(id))
    }

    /// The language that a citation of a text says.
    pub(super) fn cited_language(&self, id: ResolutionId) -> Option<String> {
        let language = self.language(id);
        let is_other = !self.is_shown(id) && self.version(id, language) == Some(id);
        is_other.then(|| canonical(language))?
    }

    /// The citation of all that another one named, in the order in which it names it. Paragraphs or points
    /// that stand side by side are a range.
    pub fn cite_all(&self, resolved: &Resolved) -> Citation {
        let id = resolved.resolution;
        let mut targets = Vec::new();
        if let Ok(resolution) = self.read(id) {
            for range in &resolved.passages {
                targets.extend(self.targets_of(&resolution, range));
            }
        }
        self.citation(id, targets)
    }

    /// A range of passages as one target, or where that can't be, each of them.
    fn targets_of(&self, resolution: &Arc<Resolution>, range: &Range<usize>) -> Vec<Target> {
        let units = units(resolution, range);
        let each = units.iter().map(|&unit| self.target(resolution, unit));
        let each: Vec<Target> = each.collect();
        if each.len() < 2 {
            return each;
        }
        match (whole_of(resolution, range), as_range(&each)) {
            (Some(part), _) => vec![Target::whole(part)],
            (None, Some(range)) => vec![range],
            (None, None) => by_article(resolution, &units, &each),
        }
    }

    fn target(&self, resolution: &Arc<Resolution>, index: usize) -> Target {
        // A thread that panicked left nothing half done here.
        let mut cited = self.cited.lock().unwrap_or_else(PoisonError::into_inner);
        cited.of(resolution)[index].clone()
    }

    /// The citation of the part that a passage stands in: of a whole annex.
    ///
    /// # Panics
    /// If the place is in no resolution of this corpus.
    pub fn cite_part(&self, place: Place) -> Citation {
        let whole = self.target_of(place).map(|target| {
            Target::whole(match target.part {
                CitedPart::AnnexPreamble(annex) => CitedPart::Annex(annex),
                part => part,
            })
        });
        self.citation(place.resolution, whole.into_iter().collect())
    }

    /// The citation of a whole resolution.
    pub fn cite_resolution(&self, id: ResolutionId) -> Citation {
        self.citation(id, Vec::new())
    }
}

/// The targets of the two resolutions that were cited last, as those that are compared are cited by turns. They are made
/// together: each counts those beside it, and one after the other would take time by the square.
#[derive(Debug, Default)]
pub(in crate::text::corpus) struct Cited([Option<(Arc<Resolution>, Vec<Target>)>; 2]);

impl Cited {
    fn of(&mut self, resolution: &Arc<Resolution>) -> &[Target] {
        let is_last = |last: &Option<(Arc<Resolution>, _)>| {
            let cited = last.as_ref().map(|(cited, _)| cited);
            cited.is_some_and(|cited| Arc::ptr_eq(cited, resolution))
        };
        let Self(last) = self;
        if !is_last(&last[0]) {
            last.swap(0, 1);
        }
        if !is_last(&last[0]) {
            last[0] = None;
        }
        let made = || (Arc::clone(resolution), targets(resolution));
        &last[0].get_or_insert_with(made).1
    }
}

/// The target of each passage.
pub(super) fn targets(resolution: &Resolution) -> Vec<Target> {
    let as_printed = |_: &Siblings, label: &str| label.to_owned();
    let mut targets = targets_labelled(resolution, &as_printed);
    let mut start = 0;
    for part in resolution
        .passages
        .chunk_by(|one, other| one.part == other.part)
    {
        let range = start..start + part.len();
        start = range.end;
        lay_articles(resolution, range, &as_printed, &mut targets);
    }
    cite_what_is_no_text(resolution, &mut targets);
    targets
}

/// A way to label a point among its siblings, of which this is the label in print.
type PointLabel<'l> = &'l dyn Fn(&Siblings, &str) -> String;

/// The target of each passage, with points labelled in another way and all paragraphs of a part counted through.
pub(super) fn targets_labelled(resolution: &Resolution, labelled: PointLabel<'_>) -> Vec<Target> {
    let passages = &resolution.passages;
    let parts = Parts::of(resolution);
    let mut targets = Vec::with_capacity(passages.len());
    let counted_as = |passage: &Passage| parts.counted_as(passage.part);
    for beside in passages.chunk_by(|one, other| counted_as(one) == counted_as(other)) {
        let start = targets.len();
        let part = Target::whole(parts.cited(beside[0].part));
        targets.resize(start + beside.len(), part);
        if beside[0].part != Part::Opening {
            lay(
                resolution,
                start..targets.len(),
                &[],
                labelled,
                &mut targets,
            );
        }
    }
    cite_what_is_no_text(resolution, &mut targets);
    targets
}

/// Cites what is no paragraph or point as the one it belongs to.
fn cite_what_is_no_text(resolution: &Resolution, targets: &mut [Target]) {
    for index in 0..targets.len() {
        match resolution.cited_as(index) {
            Some(cited) if cited != index => targets[index] = targets[cited].clone(),
            _ => {}
        }
    }
}

/// Sets the targets of the paragraphs of articles, and of all below them, in the passages of a part.
fn lay_articles(
    resolution: &Resolution,
    passages: Range<usize>,
    labelled: PointLabel<'_>,
    targets: &mut [Target],
) {
    let part = resolution.passages[passages.start].part;
    for article in AnnexArticle::within(resolution, part, passages) {
        let cited = article.step.of_article();
        let only = article.only(resolution);
        let siblings = Siblings::new(resolution, article.paragraphs);
        for (index, step) in siblings.members() {
            let mut steps = vec![cited.clone()];
            steps.extend(only.is_none().then(|| step.clone()));
            let below = resolution.unit(index);
            if below.len() > 1 {
                lay(resolution, index + 1..below.end, &steps, labelled, targets);
            }
            targets[index].steps = steps;
        }
    }
}

/// The part that a range is the whole of: of an annex or a section both halves, or one of them.
fn whole_of(resolution: &Resolution, range: &Range<usize>) -> Option<CitedPart> {
    let parts = Parts::of(resolution);
    let last = resolution.passages.get(range.end.checked_sub(1)?)?.part;
    let each = [
        parts.cited(resolution.passages[range.start].part),
        parts.cited(last),
    ];
    each.into_iter().find(|cited| {
        let all = parts.find(cited);
        let held = resolution
            .passages
            .iter()
            .filter(|passage| all.contains(&passage.part));
        held.count() == range.len() && all.contains(&last)
    })
}

/// Targets that stand side by side as one.
fn as_range(each: &[Target]) -> Option<Target> {
    let [first, .., last] = each else {
        return None;
    };
    is_beside(first, last).then(|| Target {
        to: last.steps.last().cloned(),
        ..first.clone()
    })
}

/// Paragraphs of several articles, or of none: those that are all of articles by the numbers of these, of each other
/// article a range.
fn by_article(resolution: &Resolution, units: &[usize], each: &[Target]) -> Vec<Target> {
    let part = resolution.passages[units[0]].part;
    let articles = AnnexArticle::of_part(resolution, part);
    let article_of = |unit: &usize| {
        let mut articles = articles.iter();
        articles.position(|article| article.paragraphs.contains(unit))
    };
    let mut targets: Vec<Target> = Vec::new();
    let mut is_whole = false;
    let mut left = each;
    for group in units.chunk_by(|one, next| article_of(one) == article_of(next)) {
        let (own, behind) = left.split_at(group.len());
        left = behind;
        let article = article_of(&group[0]).map(|at| &articles[at]);
        let Some(article) = article.filter(|article| article.paragraphs == group) else {
            is_whole = false;
            match as_range(own) {
                Some(range) => targets.push(range),
                None => targets.extend_from_slice(own),
            }
            continue;
        };
        let step = article.step.of_article();
        match targets.last_mut().filter(|_| is_whole) {
            Some(before) => before.to = Some(step),
            None => targets.push(Target {
                steps: vec![step],
                ..own[0].clone()
            }),
        }
        is_whole = true;
    }
    targets
}

/// Whether two targets are paragraphs, or points of the same paragraph.
fn is_beside(one: &Target, other: &Target) -> bool {
    // A range of articles is none of paragraphs.
    let above = |target: &Target| {
        let (last, above) = target.steps.split_last()?;
        last.article().is_none().then(|| above.to_vec())
    };
    one.part == other.part && above(one).is_some() && above(one) == above(other)
}

/// Sets the targets of passages that stand side by side in a range, and of all below them.
fn lay(
    resolution: &Resolution,
    range: Range<usize>,
    above: &[Step],
    labelled: PointLabel<'_>,
    targets: &mut [Target],
) {
    let Some(first) = resolution.passages.get(range.start) else {
        return;
    };
    let beside = |index: &usize| resolution.passages[*index].depth == first.depth;
    let siblings = Siblings::new(resolution, range.filter(beside).collect());
    for (index, step) in siblings.members() {
        let mut steps = [above, std::slice::from_ref(step)].concat();
        if let [_, .., point] = steps.as_mut_slice() {
            point.label = labelled(&siblings, &point.label);
        }
        let below = resolution.unit(index);
        if below.len() > 1 {
            lay(resolution, index + 1..below.end, &steps, labelled, targets);
        }
        targets[index].steps = steps;
    }
}
