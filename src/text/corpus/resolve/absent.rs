//! What a resolution has instead of the place that it was asked for.

use super::ResolveError;
use super::articles::AnnexArticle;
use super::fitting::cited;
use super::parts::Parts;
use super::siblings::{Siblings, joined};
use crate::text::citation::{Annex, CitedPart, Noun, Step, Target, capitals};
use crate::text::model::{DocumentKind, Resolution};

/// A part that is not there, or holds nothing.
pub(super) fn part(resolution: &Resolution, target: &Target) -> ResolveError {
    let parts = Parts::of(resolution);
    let sections = || parts.sections.in_words(Noun::Section);
    let has = match &target.part {
        CitedPart::Opening if target.steps.is_empty() => "no opening".to_owned(),
        CitedPart::Opening => "an opening without numbers".to_owned(),
        CitedPart::Preamble | CitedPart::Operative if parts.are_sections_cited => sections(),
        CitedPart::Preamble => "no preambular paragraphs".to_owned(),
        CitedPart::Operative => format!("no {}s", operative(resolution)),
        CitedPart::Annex(annex) | CitedPart::AnnexPreamble(annex) => {
            let own = parts.of_noun(annex.noun);
            match (&target.part, own.find(annex)) {
                (_, None) => own.in_words(annex.noun),
                (CitedPart::AnnexPreamble(_), _) => format!("no preamble in {annex}"),
                (_, Some(_)) => format!("no paragraphs in {annex}"),
            }
        }
    };
    absent(resolution, target, resolution.symbol.to_string(), has)
}

/// A paragraph that several sections have, where none of them was said.
pub(super) fn section(resolution: &Resolution, target: &Target, having: &[Annex]) -> ResolveError {
    let paragraph = Target {
        part: CitedPart::Operative,
        ..target.clone()
    };
    let noun = match target.part {
        CitedPart::Preamble => "preambular paragraph",
        _ => "paragraph",
    };
    let labels = having.iter().filter_map(|section| section.step.as_ref());
    let labels: Vec<_> = labels.map(|step| capitals(&step.to_string())).collect();
    let sections = format!("{} {}", Noun::Section.plural(), joined(&labels, "and"));
    let has = format!("{noun} {paragraph} in {sections}");
    absent(resolution, target, resolution.symbol.to_string(), has)
}

/// An article that is not among those there are.
pub(super) fn article(
    resolution: &Resolution,
    target: &Target,
    number: &Step,
    all: &[AnnexArticle],
) -> ResolveError {
    let annex = Target::whole(target.part.clone());
    let articles = Siblings::of_articles(all);
    let has = if articles.is_empty() {
        "no articles".to_owned()
    } else {
        counted(&articles, number, "article")
    };
    let has = format!("{has} in {annex}");
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
                let article = target.steps.first().and_then(Step::article);
                let article = article.map(|number| format!("article {number} of "));
                let within = format!(" in {}{annex}", article.unwrap_or_default());
                counted(siblings, step, "paragraph") + &within
            }
            CitedPart::AnnexPreamble(annex) => {
                counted(siblings, step, "preambular paragraph") + &format!(" in {annex}")
            }
            CitedPart::Opening | CitedPart::Operative => {
                counted(siblings, step, operative(resolution))
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

/// What the paragraphs of the operative part are called.
fn operative(resolution: &Resolution) -> &'static str {
    match resolution.kind {
        DocumentKind::Statement => "paragraph",
        DocumentKind::Resolution | DocumentKind::Draft => "operative paragraph",
    }
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
