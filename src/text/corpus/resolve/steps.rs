//! From a target to the passages of one resolution.

use std::ops::Range;

use super::annexes::Annexes;
use super::siblings::Siblings;
use super::{ResolveError, absent, cited};
use crate::text::citation::{CitedPart, Step, Target};
use crate::text::model::{Part, Resolution};

/// The passages a target names, never empty.
pub(super) fn passages(
    resolution: &Resolution,
    target: &Target,
) -> Result<Range<usize>, ResolveError> {
    if target.steps.is_empty() {
        return whole_part(resolution, target);
    }
    let first = walk(resolution, target, &target.steps)?;
    let unit = resolution.unit(first);
    let Some(to) = &target.to else {
        return Ok(unit);
    };
    let mut steps = target.steps.clone();
    steps.pop();
    steps.push(to.clone());
    let last = walk(resolution, target, &steps)?;
    if last < first {
        return Err(ResolveError::Backwards {
            cited: cited(&resolution.symbol, std::slice::from_ref(target)),
        });
    }
    Ok(first..resolution.unit(last).end)
}

fn whole_part(resolution: &Resolution, target: &Target) -> Result<Range<usize>, ResolveError> {
    let part = part(resolution, target)?;
    let in_part = |index: &usize| resolution.passages[*index].part == part;
    let all = 0..resolution.passages.len();
    match (all.clone().find(in_part), all.rev().find(in_part)) {
        (Some(first), Some(last)) => Ok(first..last + 1),
        _ => Err(absent::part(resolution, target)),
    }
}

/// The part that is cited.
fn part(resolution: &Resolution, target: &Target) -> Result<Part, ResolveError> {
    Ok(match &target.part {
        CitedPart::Opening => Part::Opening,
        CitedPart::Preamble => Part::Preamble,
        CitedPart::Operative => Part::Operative,
        CitedPart::Annex(annex) => {
            let position = Annexes::of(resolution).find(annex);
            Part::Annex(position.ok_or_else(|| absent::part(resolution, target))?)
        }
    })
}

fn walk(resolution: &Resolution, target: &Target, steps: &[Step]) -> Result<usize, ResolveError> {
    let part = part(resolution, target)?;
    let mut siblings = Siblings::of_part(resolution, part);
    if siblings.is_empty() || part == Part::Opening {
        return Err(absent::part(resolution, target));
    }
    let mut reached = None;
    for step in steps {
        match siblings.find(step) {
            Some(index) => {
                reached = Some(index);
                siblings = Siblings::below(resolution, index);
            }
            None => {
                return otherwise_cut(resolution, part, steps)
                    .ok_or_else(|| absent::step(resolution, target, reached, step, &siblings));
            }
        }
    }
    reached.ok_or_else(|| absent::part(resolution, target))
}

/// The only passage of the part whose labels are the same when joined: a paragraph printed `7a` for
/// the typed point `7(a)`, or point (a) of paragraph 7 for `7.a`.
fn otherwise_cut(resolution: &Resolution, part: Part, steps: &[Step]) -> Option<usize> {
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
    let mut below = vec![(String::new(), Siblings::of_part(resolution, part))];
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
