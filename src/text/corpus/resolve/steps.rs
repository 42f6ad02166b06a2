//! From a target to the passages of one resolution.

use std::ops::Range;

use super::articles::AnnexArticle;
use super::fitting::cited;
use super::parts::Parts;
use super::siblings::Siblings;
use super::{ResolveError, absent};
use crate::text::citation::{CitedPart, Step, Target};
use crate::text::model::{Half, Part, Resolution};

/// The passages a target names, never empty.
pub(super) fn passages(
    resolution: &Resolution,
    parts: &Parts,
    target: &Target,
) -> Result<Range<usize>, ResolveError> {
    if target.steps.is_empty() {
        return whole_part(resolution, parts, target);
    }
    if let [only] = target.steps.as_slice()
        && let Some(number) = only.article()
    {
        let first = whole_article(resolution, parts, target, &number)?;
        let Some(last) = target.to.as_ref().and_then(Step::article) else {
            return Ok(first);
        };
        let last = whole_article(resolution, parts, target, &last)?;
        return if last.start < first.start {
            Err(backwards(resolution, target))
        } else {
            Ok(first.start..last.end)
        };
    }
    let first = walk(resolution, parts, target, &target.steps)?;
    let unit = resolution.unit(first);
    let Some(to) = &target.to else {
        return Ok(unit);
    };
    let mut steps = target.steps.clone();
    steps.pop();
    steps.push(to.clone());
    let last = walk(resolution, parts, target, &steps)?;
    if last < first {
        return Err(backwards(resolution, target));
    }
    Ok(first..resolution.unit(last).end)
}

fn backwards(resolution: &Resolution, target: &Target) -> ResolveError {
    ResolveError::Backwards {
        cited: cited(&resolution.symbol, std::slice::from_ref(target)),
    }
}

fn whole_part(
    resolution: &Resolution,
    parts: &Parts,
    target: &Target,
) -> Result<Range<usize>, ResolveError> {
    let parts = parts.find(&target.part);
    let in_part = |index: &usize| parts.contains(&resolution.passages[*index].part);
    let all = 0..resolution.passages.len();
    match (all.clone().find(in_part), all.rev().find(in_part)) {
        (Some(first), Some(last)) => Ok(first..last + 1),
        _ => Err(absent::part(resolution, target)),
    }
}

/// All that stands under the number of an article.
fn whole_article(
    resolution: &Resolution,
    parts: &Parts,
    target: &Target,
    number: &Step,
) -> Result<Range<usize>, ResolveError> {
    let article = article(resolution, parts, target, number)?;
    match article.paragraphs.as_slice() {
        [first, .., last] => Ok(*first..resolution.unit(*last).end),
        [only] => Ok(resolution.unit(*only)),
        [] => Err(absent::part(resolution, target)),
    }
}

fn article(
    resolution: &Resolution,
    parts: &Parts,
    target: &Target,
    number: &Step,
) -> Result<AnnexArticle, ResolveError> {
    let cited = parts.paragraphs(&target.part);
    let all = cited.iter();
    let mut all: Vec<_> = all
        .flat_map(|&part| AnnexArticle::of_part(resolution, part))
        .collect();
    match all.iter().position(|article| article.step == *number) {
        Some(at) => Ok(all.swap_remove(at)),
        None => Err(absent::article(resolution, target, number, &all)),
    }
}

fn walk(
    resolution: &Resolution,
    parts: &Parts,
    target: &Target,
    steps: &[Step],
) -> Result<usize, ResolveError> {
    let cited = parts.paragraphs(&target.part);
    let mut siblings = Siblings::of_parts(resolution, &cited);
    if target.part == CitedPart::Opening {
        return Err(absent::part(resolution, target));
    }
    let mut reached = None;
    let mut steps = steps;
    if let [first, below @ ..] = steps
        && let Some(number) = first.article()
    {
        let article = article(resolution, parts, target, &number)?;
        reached = article.only(resolution);
        siblings = match reached {
            Some(only) => Siblings::below(resolution, only),
            None => Siblings::new(resolution, article.paragraphs),
        };
        steps = below;
    }
    for step in steps {
        match siblings.find(step) {
            Some(index) => {
                reached = Some(index);
                siblings = Siblings::below(resolution, index);
            }
            None => {
                return match otherwise_cut(resolution, &cited, steps) {
                    Some(index) => Ok(index),
                    None if siblings.is_empty() && reached.is_none() => {
                        in_sections(resolution, parts, target, steps)
                    }
                    None => Err(absent::step(resolution, target, reached, step, &siblings)),
                };
            }
        }
    }
    reached.ok_or_else(|| absent::part(resolution, target))
}

/// The passage of the only section that has such a paragraph, where no section was said.
fn in_sections(
    resolution: &Resolution,
    parts: &Parts,
    target: &Target,
    steps: &[Step],
) -> Result<usize, ResolveError> {
    let half = match target.part {
        CitedPart::Preamble => Half::Preamble,
        CitedPart::Operative => Half::Operative,
        _ => return Err(absent::part(resolution, target)),
    };
    let positions = 1..=parts.sections.len();
    let having = positions.filter_map(|at| {
        let mut reached = None;
        let mut siblings = Siblings::of_parts(resolution, &[Part::Section(at, half)]);
        for step in steps {
            let index = siblings.find(step)?;
            siblings = Siblings::below(resolution, index);
            reached = Some(index);
        }
        Some((at, reached?))
    });
    match having.collect::<Vec<_>>().as_slice() {
        [] => Err(absent::part(resolution, target)),
        [(_, only)] => Ok(*only),
        several => {
            let several = several.iter().map(|(at, _)| parts.sections.cited(*at));
            Err(absent::section(
                resolution,
                target,
                &several.collect::<Vec<_>>(),
            ))
        }
    }
}

/// The only passage of the part whose labels are the same when joined: a paragraph printed `7a` for
/// the typed point `7(a)`, or point (a) of paragraph 7 for `7.a`.
fn otherwise_cut(resolution: &Resolution, parts: &[Part], steps: &[Step]) -> Option<usize> {
    if steps
        .iter()
        .any(|step| step.nth > 1 || step.label.is_empty())
    {
        return None;
    }
    let typed = steps
        .iter()
        .map(|step| step.label.as_str())
        .collect::<Vec<_>>()
        .join(".");
    let mut found = Vec::new();
    let mut below = vec![(String::new(), Siblings::of_parts(resolution, parts))];
    while let Some((path, siblings)) = below.pop() {
        for (index, step) in siblings.members() {
            let joined = match path.as_str() {
                "" => step.label.clone(),
                path => format!("{path}.{}", step.label),
            };
            if joined == typed {
                found.push(index);
            } else if typed.starts_with(&joined) {
                below.push((joined, Siblings::below(resolution, index)));
            }
        }
    }
    match found.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}
