//! Which wordings are nearly the same: one that is renewed with another day, or with a few words more.
//!
//! A wording joins the group of an earlier one where most of the runs of three words that either has are in both, and
//! many of them in the first wording of the group too; numbers are one word. Runs are not compared one by one: of each
//! text 64 of them are kept, by their hashes, and as many of these are alike as of all.

use crate::search::index::builder::Collector;
use crate::search::index::intern::Interner;
use crate::search::index::text_set::TextId;
use crate::search::index::varint;
use crate::text::block::Saved;
use sketch::Sketch;

mod sketch;

/// The share of the runs of both from which two wordings are nearly the same.
const NEARLY: f32 = 0.55;

/// The share of them with the first wording of the group: wordings drift.
const STILL: f32 = 0.4;

/// The wordings of each group, as a chain from the first of them to the last.
#[derive(Debug, Default)]
pub(in crate::search) struct Groups {
    /// By wording, the first of its group: itself, where it is alone.
    first: Vec<TextId>,
    /// By wording, the next one of its group: itself, where it is the last.
    next: Vec<TextId>,
}

impl Groups {
    /// The groups of the texts that were taken in.
    pub(in crate::search) fn of(texts: &Collector) -> Self {
        let words = hashes(texts.words());
        let mut grouping = Grouping::new(texts.texts().len());
        let all = texts.texts().filter_map(|(text, stream)| {
            let sketch = Sketch::of(stream, &words)?;
            Some((text, grouping.join(text, sketch)?))
        });
        Self::new(texts.texts().len(), all)
    }

    /// Of so many `texts`, those that join a group: in their order, each with the first of its group.
    fn new(texts: usize, joined: impl Iterator<Item = (TextId, TextId)>) -> Self {
        let mut first: Vec<TextId> = (0..varint::narrow(texts)).map(TextId).collect();
        let (mut next, mut last) = (first.clone(), first.clone());
        for (text, of) in joined {
            first[text.index()] = of;
            let before = std::mem::replace(&mut last[of.index()], text);
            next[before.index()] = text;
        }
        Self { first, next }
    }

    pub(in crate::search) fn save(&self, body: &mut Vec<u8>) {
        let pairs = (0..).zip(&self.first);
        let pairs = pairs.map(|(text, first): (u32, _)| (text, text.wrapping_sub(first.0)));
        varint::put_pairs(body, &pairs.filter(|pair| pair.1 > 0).collect::<Vec<_>>());
    }

    /// The groups of a corpus of so many `texts`.
    pub(in crate::search) fn load(saved: &mut Saved<'_>, texts: usize) -> Option<Self> {
        let pairs = varint::pairs(saved)?.into_iter();
        let joined =
            pairs.map(|(text, back)| Some((TextId(text), TextId(text.checked_sub(back)?))));
        let joined: Vec<_> = joined.collect::<Option<_>>()?;
        let fits = joined.is_sorted_by(|before, after| before.0 < after.0)
            && joined.iter().all(|(text, first)| first < text)
            && joined.last().is_none_or(|last| last.0.index() < texts);
        fits.then(|| Self::new(texts, joined.into_iter()))
    }

    /// The first wording of the group of a text: itself, where it is alone.
    pub(in crate::search) fn first(&self, text: TextId) -> TextId {
        self.first[text.index()]
    }

    /// The wordings of a group, by the first of them; in the order of the corpus.
    pub(in crate::search) fn members(&self, first: TextId) -> impl Iterator<Item = TextId> {
        std::iter::successors(Some(first), |&text| {
            let next = self.next[text.index()];
            (next != text).then_some(next)
        })
    }

    /// How many bytes the tables take.
    pub(in crate::search) fn size(&self) -> usize {
        self.first.len() * (4 + 4)
    }
}

/// By word a hash, the same of all numbers.
fn hashes(words: &Interner) -> Vec<u64> {
    let is_number = |&word: &u32| words.word(word).first().is_some_and(u8::is_ascii_digit);
    let all = (0..words.len()).map(|word| if is_number(&word) { u32::MAX } else { word });
    all.map(sketch::of_word).collect()
}

/// The wordings so far, and by which of their parts each is looked for.
struct Grouping {
    sketches: Vec<Sketch>,
    /// Of each its number, and in the sketches the place of the first wording of its group.
    texts: Vec<(TextId, usize)>,
    /// By the hash of a part of a sketch, the place of the latest one that has it, counted from 1.
    latest: Vec<u32>,
}

impl Grouping {
    fn new(texts: usize) -> Self {
        Self {
            sketches: Vec::new(),
            texts: Vec::new(),
            latest: vec![0; (texts * 2 * sketch::PARTS).next_power_of_two()],
        }
    }

    /// Takes a text in; returns the first wording of the group that it joins, none where it begins one.
    fn join(&mut self, text: TextId, sketch: Sketch) -> Option<TextId> {
        let last = self.latest.len() - 1;
        let parts = sketch.parts().map(|hash| hash as usize & last);
        let near = parts.map(|part| self.latest[part]);
        // All parts of a renewed wording may lead to the same one: it is compared once.
        let once = near.iter().enumerate();
        let once = once.filter(|(at, place)| !near[at + 1..].contains(place));
        let near = once.filter_map(|(_, &place)| (place as usize).checked_sub(1));
        let group = near.filter_map(|place| self.group(&sketch, place));
        let group = group.max_by(|one, other| one.0.total_cmp(&other.0));
        let own = self.texts.len();
        self.sketches.push(sketch);
        self.texts
            .push((text, group.map_or(own, |(_, first)| first)));
        for part in parts {
            self.latest[part] = varint::narrow(own + 1);
        }
        group.map(|(_, first)| self.texts[first].0)
    }

    /// How alike a wording is to another one, and the first of its group; if it is near to both.
    fn group(&self, sketch: &Sketch, place: usize) -> Option<(f32, usize)> {
        let (_, first) = self.texts[place];
        let likeness = sketch.likeness(&self.sketches[place]);
        let is_near = likeness >= NEARLY && sketch.likeness(&self.sketches[first]) >= STILL;
        is_near.then_some((likeness, first))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(texts: &[&str]) -> Vec<(u32, u32)> {
        let mut collector = Collector::default();
        for text in texts {
            collector.add(text);
        }
        let groups = Groups::of(&collector);
        let joined = (0..).zip(groups.first.iter().map(|first| first.0));
        joined.filter(|(text, first)| text != first).collect()
    }

    #[test]
    fn renewed_wordings_join_the_first_of_them_and_others_do_not() {
        let joined = groups(&[
            "Decides to extend the mandate of the observers at the lakes until 31 May 2004;",
            "Welcomes the gift of a lighthouse by the villages of the north;",
            "Decides to extend the mandate of the observers at the lakes until 31 May 2005;",
            "Decides again to extend the mandate of the observers at the lakes until 1 June 2006;",
            "Decides to withdraw the observers from the lakes by 31 May 2007;",
        ]);
        assert_eq!(joined, [(2, 0), (3, 0)]);
    }

    #[test]
    fn the_members_of_a_group_are_found_from_each_of_them() {
        let pairs = [(2, 0), (3, 1), (5, 0)];
        let pairs = pairs.into_iter();
        let groups = Groups::new(6, pairs.map(|(text, first)| (TextId(text), TextId(first))));
        assert_eq!(groups.first(TextId(5)), TextId(0));
        assert_eq!(groups.first(TextId(4)), TextId(4));
        let members = |first| groups.members(TextId(first)).map(|text| text.0);
        assert!(members(0).eq([0, 2, 5]));
        assert!(members(4).eq([4]));
    }
}
