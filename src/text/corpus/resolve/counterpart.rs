//! The same place in another version of its resolution: by the part and by what is printed, points by the
//! value of their letters or numerals, whatever the script.

use super::cite::targets_labelled;
use super::parts::Parts;
use super::siblings::Siblings;
use crate::text::citation::{Step, read_roman};
use crate::text::corpus::Corpus;
use crate::text::map::Map;
use crate::text::model::{Part, Place, Resolution, ResolutionId};

/// Where a place is in another version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counterpart {
    /// The place there.
    pub place: Place,
    /// How sure it is.
    pub likeness: Likeness,
}

/// How a place was found in another version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// It has the same number in print, or the same position among as many.
    Same,
    /// It has the same position where nothing is numbered, but among so many paragraphs, not as many as here.
    Among(usize),
    /// It is not there. This is the nearest place before it that is.
    Before,
}

impl Corpus {
    /// The place in another version of the same resolution.
    ///
    /// # Panics
    /// If one of the two is not of this corpus.
    pub fn counterpart(&self, place: Place, version: ResolutionId) -> Counterpart {
        let here = self.resolution(place.resolution);
        let there = self.resolution(version);
        let (own, others) = (addresses(&here), addresses(&there));
        let passages = first_of_each(&there, &others);
        let back = own.iter().enumerate().take(place.index() + 1).rev();
        let mut found = back.filter_map(|(index, address)| Some((index, *passages.get(address)?)));
        let (index, passage) = found.next().unwrap_or((usize::MAX, 0));
        let likeness = if index == place.index() {
            likeness([&here, &there], [index, passage])
        } else {
            Likeness::Before
        };
        Counterpart {
            place: Place::new(version, passage),
            likeness,
        }
    }

    /// For each passage of a text the one that is the same in another version of the resolution, and how sure that is;
    /// none where that has none.
    ///
    /// # Panics
    /// If one of the two is not of this corpus.
    pub fn counterparts(
        &self,
        id: ResolutionId,
        version: ResolutionId,
    ) -> Vec<Option<Counterpart>> {
        let [here, there] = [id, version].map(|id| self.resolution(id));
        let others = addresses(&there);
        let passages = first_of_each(&there, &others);
        let own = addresses(&here);
        let each = own.iter().enumerate().map(|(index, address)| {
            let passage = *passages.get(address)?;
            Some(Counterpart {
                place: Place::new(version, passage),
                likeness: likeness([&here, &there], [index, passage]),
            })
        });
        each.collect()
    }

    /// A place in the version of its resolution that is shown: itself, or else where it is there.
    pub fn in_shown(&self, place: Place) -> Place {
        let shown = self.shown(place.resolution);
        if shown == place.resolution {
            place
        } else {
            self.counterpart(place, shown).place
        }
    }
}

/// The first passage of each address.
fn first_of_each<'a>(resolution: &Resolution, addresses: &'a [Address]) -> Map<&'a Address, usize> {
    let mut passages = Map::default();
    for (passage, address) in addresses.iter().enumerate() {
        let cited = resolution.cited_as(passage);
        if cited.is_none_or(|cited| cited == passage) {
            passages.or_insert(address, passage);
        }
    }
    passages
}

/// How alike two passages are that have the same address.
fn likeness(versions: [&Resolution; 2], passages: [usize; 2]) -> Likeness {
    let [here, there] = [0, 1].map(|at| {
        let paragraph = versions[at].paragraph_of(passages[at]);
        let paragraph = versions[at].passages.get(paragraph)?;
        let count = versions[at].paragraphs(paragraph.part).count();
        paragraph.number.is_none().then_some(count)
    });
    match there {
        Some(count) if here.is_some_and(|own| own != count) => Likeness::Among(count),
        _ => Likeness::Same,
    }
}

/// What is the same of a passage in every version: its part, and from the paragraph down to the point the
/// values of what is printed.
type Address = (Part, Vec<Step>);

/// The address of each passage.
fn addresses(resolution: &Resolution) -> Vec<Address> {
    let parts = Parts::of(resolution);
    let targets = targets_labelled(resolution, &value);
    let passages = resolution.passages.iter().zip(targets);
    passages
        .map(|(passage, target)| (parts.counted_as(passage.part), target.steps))
        .collect()
}

/// The alphabets that points are lettered in, each in the order in which it counts.
const ALPHABETS: [&str; 2] = ["абвгдежзиклмнопрст", "أبجدهوزحطيكلمنسعفصقر"];
/// The numerals that points have in Chinese, in brackets and without.
const NUMERALS: [&str; 2] = ["㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "一二三四五六七八九十"];

/// The label of a point as the Latin letter or the figure that it counts for. In a list that begins with `i`
/// that is a Roman number.
fn value(points: &Siblings, label: &str) -> String {
    let is_roman = || {
        points
            .members()
            .next()
            .is_some_and(|(_, first)| first.label == "i")
    };
    let letters: String = label.chars().filter(|c| *c != TATWEEL).collect();
    let position = |alphabet: &&str| {
        let mut alphabet = alphabet.chars();
        let at = alphabet.position(|letter| letters.chars().eq([letter]))?;
        u8::try_from(at).ok()
    };
    if let Some(at) = ALPHABETS.iter().find_map(position) {
        return char::from(b'a' + at).to_string();
    }
    let numeral = NUMERALS
        .iter()
        .find_map(position)
        .map(|at| u16::from(at) + 1);
    let numeral = numeral.or_else(|| read_roman(label).filter(|_| is_roman()));
    numeral.map_or_else(|| label.to_owned(), |numeral| numeral.to_string())
}

/// What lengthens an Arabic letter that stands alone: `هـ`.
const TATWEEL: char = '\u{640}';

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::model::Passage;

    /// A paragraph with a point of each number.
    fn points(numbers: &[&str]) -> Resolution {
        let mut resolution = Resolution::new("1/1", "en");
        resolution.push(Passage::new(Part::Operative, "Decides:"));
        for number in numbers {
            resolution.push(Passage {
                depth: 1,
                number: Some((*number).into()),
                ..Passage::new(Part::Operative, "to meet;")
            });
        }
        resolution
    }

    fn values(numbers: &[&str]) -> Vec<String> {
        let addresses = addresses(&points(numbers)).into_iter().skip(1);
        let last = |(_, steps): Address| steps.last().map(ToString::to_string);
        addresses.filter_map(last).collect()
    }

    #[test]
    fn a_point_counts_for_the_same_in_every_script() {
        for letters in [
            ["(a)", "(b)", "(c)"],
            ["а)", "б)", "в)"],
            ["a.", "b.", "c."],
            ["(أ)", "(ب)", "(ج)"],
        ] {
            assert_eq!(values(&letters), ["a", "b", "c"], "{letters:?}");
        }
        for numerals in [
            ["(i)", "(ii)", "(iii)"],
            ["㈠", "㈡", "㈢"],
            ["（一）", "（二）", "（三）"],
            ["’1‘", "’2‘", "’3‘"],
            ["١", "٢", "٣"],
        ] {
            assert_eq!(values(&numerals), ["1", "2", "3"], "{numerals:?}");
        }
        assert_eq!(values(&["(هـ)", "–"]), ["e", "~1"]);
    }

    #[test]
    fn only_a_list_that_begins_with_it_makes_a_number_of_the_letter_i() {
        let letters = ["(g)", "(h)", "(i)"];
        assert_eq!(values(&letters), ["g", "h", "i"]);
    }
}
