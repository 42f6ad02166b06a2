//! The annexes of a resolution, and its sections, as they are cited: by the labels that the document prints
//! over them, by their order only where it prints none.

use crate::text::citation::{self, Annex, Noun, Step, capitals, read_roman};
use crate::text::corpus::resolve::siblings::joined;
use crate::text::map::{Map, Set};
use crate::text::model::Resolution;

/// The annexes of a resolution, or its sections, in the order of print.
#[derive(Debug)]
pub(super) struct Annexes {
    members: Vec<(Noun, Step)>,
}

impl Annexes {
    pub(super) fn of(resolution: &Resolution) -> Self {
        let titled = resolution.annexes.iter().map(|annex| {
            let title = annex.title.as_deref().unwrap_or_default();
            match annex.number.as_deref() {
                Some(number) => numbered(number, citation::titled(title).0),
                None => citation::titled(title),
            }
        });
        Self::labelled(titled.collect())
    }

    /// The sections of a resolution.
    pub(super) fn sections(resolution: &Resolution) -> Self {
        let numbers = resolution.sections.iter().map(|section| {
            let number = section.number.as_deref().unwrap_or_default();
            (Noun::Section, numbered(number, Noun::Section).1)
        });
        Self::labelled(numbers.collect())
    }

    fn labelled(titled: Vec<(Noun, Option<String>)>) -> Self {
        let labelled: Set<Noun> = titled
            .iter()
            .filter_map(|(noun, label)| label.as_ref().map(|_| *noun))
            .collect();
        let mut counted: Map<Noun, u32> = Map::default();
        let mut met: Map<(Noun, String), u32> = Map::default();
        let mut count = |noun: Noun, label: Option<String>| {
            let position = counted.or_default(noun);
            *position += 1;
            let label = match label {
                Some(label) => label,
                None if labelled.contains(&noun) => String::new(),
                None => position.to_string(),
            };
            let nth = met.or_default((noun, label.clone()));
            *nth += 1;
            (noun, Step { label, nth: *nth })
        };
        let members = titled
            .into_iter()
            .map(|(noun, label)| count(noun, label))
            .collect();
        Self { members }
    }

    /// How many there are.
    pub(super) fn len(&self) -> u16 {
        u16::try_from(self.members.len()).unwrap_or(u16::MAX)
    }

    /// How the annex at a position, from 1, is cited.
    pub(super) fn cited(&self, position: u16) -> Annex {
        let member = usize::from(position).checked_sub(1);
        let member = member.and_then(|at| self.members.get(at));
        let (noun, step) = member.cloned().unzip();
        Annex {
            noun: noun.unwrap_or_default(),
            step: step.or(Some(Step::first(position.to_string()))),
        }
    }

    /// The position, from 1, of the annex that is cited: of that label, or of the same number in another
    /// writing (`II` for `2`); without a label, the only one of its noun.
    pub(super) fn find(&self, annex: &Annex) -> Option<u16> {
        let own: Vec<_> = self.own(annex.noun).collect();
        let Some(step) = &annex.step else {
            return match own.as_slice() {
                [(position, _)] => Some(*position),
                _ => None,
            };
        };
        let exact = own.iter().find(|(_, own)| *own == step);
        let are_numbers = own
            .iter()
            .all(|(_, own)| value(&own.label).is_some() || own.label.is_empty());
        let alike = || {
            let number = value(&step.label).filter(|_| are_numbers)?;
            own.iter()
                .find(|(_, own)| value(&own.label) == Some(number) && own.nth == step.nth)
        };
        exact.or_else(alike).map(|(position, _)| *position)
    }

    /// Those of a noun, with their positions from 1.
    fn own(&self, noun: Noun) -> impl Iterator<Item = (u16, &Step)> {
        let members = (1..).zip(&self.members);
        members.filter_map(move |(at, (own, step))| (*own == noun).then_some((at, step)))
    }

    /// What there is, for one that is not there: `annexes 1 and 2`, `one annex`, `annexes I and III`.
    pub(super) fn in_words(&self, asked: Noun) -> String {
        let each = Noun::all().filter_map(|noun| self.of_noun(noun));
        match joined(&each.collect::<Vec<_>>(), "and") {
            none if none.is_empty() && asked == Noun::Section => "no sections".to_owned(),
            none if none.is_empty() => "no annex".to_owned(),
            words => words,
        }
    }

    fn of_noun(&self, noun: Noun) -> Option<String> {
        let labels: Vec<String> = self
            .own(noun)
            .map(|(_, step)| capitals(&step.to_string()))
            .collect();
        let counted = |label: &String| label.parse::<usize>().ok();
        match labels.as_slice() {
            [] => None,
            [one] if one == "1" => Some(format!("one {}", noun.name())),
            [one] => Some(format!("{} {one}", noun.name())),
            [first, .., last]
                if labels.len() > 2
                    && labels
                        .iter()
                        .zip(1..)
                        .all(|(label, at)| counted(label) == Some(at)) =>
            {
                Some(format!("{} {first} to {last}", noun.plural()))
            }
            _ => Some(format!("{} {}", noun.plural(), joined(&labels, "and"))),
        }
    }
}

/// The noun and label of a number: of `Appendix II` its own noun, of `II` the one that is given.
fn numbered(number: &str, noun: Noun) -> (Noun, Option<String>) {
    match citation::titled(number) {
        (noun, Some(label)) => (noun, Some(label)),
        _ => (
            noun,
            Some(citation::label(number)).filter(|label| !label.is_empty()),
        ),
    }
}

/// The number that a label is, in figures or Roman.
fn value(label: &str) -> Option<u32> {
    label
        .parse()
        .ok()
        .or_else(|| read_roman(label).map(u32::from))
}
