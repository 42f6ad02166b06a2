//! What a resolution has instead of the place that it was asked for.

use super::annexes::Annexes;
use super::siblings::Siblings;
use super::{ResolveError, cited};
use crate::text::citation::{CitedPart, Step, Target};
use crate::text::model::Resolution;

/// A part that is not there, or holds nothing.
pub(super) fn part(resolution: &Resolution, target: &Target) -> ResolveError {
    let annexes = Annexes::of(resolution);
    let has = match &target.part {
        CitedPart::Opening if target.steps.is_empty() => "no opening".to_owned(),
        CitedPart::Opening => "an opening without numbers".to_owned(),
        CitedPart::Preamble => "no preambular paragraphs".to_owned(),
        CitedPart::Operative => "no operative paragraphs".to_owned(),
        CitedPart::Annex(annex) if annexes.find(annex).is_some() => {
            format!("no paragraphs in {annex}")
        }
        CitedPart::Annex(_) => annexes.in_words(),
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
        let has = match &target.part {
            CitedPart::Preamble => counted(siblings, step, "preambular paragraph"),
            CitedPart::Annex(annex) => {
                counted(siblings, step, "paragraph") + &format!(" in {annex}")
            }
            CitedPart::Opening | CitedPart::Operative => {
                counted(siblings, step, "operative paragraph")
            }
        };
        return absent(resolution, target, resolution.symbol.to_string(), has);
    };
    let within = cited(
        &resolution.symbol,
        std::slice::from_ref(&super::cite::targets(resolution)[reached]),
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
    let shown = |label: &str| match noun {
        "point" => format!("({label})"),
        _ => label.to_owned(),
    };
    let (all, unnumbered) = (siblings.len(), siblings.count(""));
    match (siblings.count(&step.label), step.label.as_str()) {
        (1, label) if !label.is_empty() => format!("only one {noun} {}", shown(label)),
        (2.., label) if !label.is_empty() => {
            format!(
                "{noun} {} only {} times",
                shown(label),
                siblings.count(label)
            )
        }
        _ if unnumbered == all && all == 1 => format!("one {noun}, without a number (`~1`)"),
        _ if unnumbered == all => format!("{all} {noun}s, without numbers (`~1` to `~{all}`)"),
        _ => {
            let plural = if all > 1 { "s" } else { "" };
            format!("{noun}{plural} {}", siblings.in_words(shown))
        }
    }
}

fn absent(resolution: &Resolution, target: &Target, within: String, has: String) -> ResolveError {
    ResolveError::NoSuchPlace {
        cited: cited(&resolution.symbol, std::slice::from_ref(target)),
        within,
        has,
    }
}
