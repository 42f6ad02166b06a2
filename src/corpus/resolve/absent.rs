//! What a resolution has instead of the place that it was asked for.

use super::siblings::{Siblings, joined};
use super::{ResolveError, cited};
use crate::citation::{Step, Target};
use crate::model::{Part, Resolution};

/// A part that is not there, or holds nothing.
pub(super) fn part(resolution: &Resolution, target: &Target) -> ResolveError {
    let has = match target.part {
        Part::Opening if target.steps.is_empty() => "no opening".to_owned(),
        Part::Opening => "an opening without numbers".to_owned(),
        Part::Preamble => "no preambular paragraphs".to_owned(),
        Part::Operative => "no operative paragraphs".to_owned(),
        Part::Annex(number) => match resolution.annexes.len() {
            0 => "no annex".to_owned(),
            count if usize::from(number) <= count => format!("no paragraphs in annex {number}"),
            1 => "one annex".to_owned(),
            2 => "annexes 1 and 2".to_owned(),
            count => format!("annexes 1 to {count}"),
        },
    };
    absent(resolution, target, resolution.symbol.to_string(), has)
}

/// A paragraph or point that is not among those there are.
pub(super) fn step(
    resolution: &Resolution,
    target: &Target,
    reached: Option<usize>,
    step: &Step,
    siblings: &Siblings,
) -> ResolveError {
    let Some(reached) = reached else {
        let has = match target.part {
            Part::Preamble => counted(siblings, step, "preambular paragraph"),
            Part::Annex(number) => {
                counted(siblings, step, "paragraph") + &format!(" in annex {number}")
            }
            Part::Opening | Part::Operative => counted(siblings, step, "operative paragraph"),
        };
        return absent(resolution, target, resolution.symbol.to_string(), has);
    };
    let within = cited(
        &resolution.symbol,
        Some(&super::cite::target(resolution, reached)),
    );
    let has = if siblings.is_empty() {
        "no points".to_owned()
    } else {
        counted(siblings, step, "point")
    };
    absent(resolution, target, within, has)
}

/// `operative paragraphs 1 to 12`, or how often the label is there.
fn counted(siblings: &Siblings, step: &Step, noun: &str) -> String {
    match siblings.count(&step.label) {
        1 if !step.label.is_empty() => format!("only one {noun} {}", step.label),
        count if count > 1 && !step.label.is_empty() => {
            format!("only {count} {noun}s {}", step.label)
        }
        _ => {
            let plural = if siblings.members().nth(1).is_some() {
                "s"
            } else {
                ""
            };
            let words = joined(&[siblings.in_words()], "and");
            format!("{noun}{plural} {words}")
        }
    }
}

fn absent(resolution: &Resolution, target: &Target, within: String, has: String) -> ResolveError {
    ResolveError::NoSuchPlace {
        cited: cited(&resolution.symbol, Some(target)),
        within,
        has,
    }
}
