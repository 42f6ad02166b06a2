//! Every paragraph of the corpus in its order, and which wording each has.
//!
//! A wording is a text of the concordance: paragraphs that read alike share it. Openings are no
//! paragraphs: they are not numbered, and all resolutions of a session open alike.

pub(in crate::search) mod id;

use std::hash::BuildHasher;
use std::ops::Range;

use foldhash::HashMap;
use foldhash::quality::RandomState;

use super::leads::{LeadCollector, Leads};
use crate::search::index::builder::Collector;
use crate::search::index::text_set::{TextId, Texts};
use crate::search::index::varint::{self, narrow};
use crate::search::index::wordings::Wordings;
use crate::text::block::{self, Saved};
use crate::text::corpus::Corpus;
use crate::text::model::{Half, Part, Place, Resolution, ResolutionId};
use id::ParagraphId;

/// The part of a resolution that a paragraph stands in. Openings have none: they are no paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum PartKind {
    Preamble,
    Operative,
    Annex,
}

impl PartKind {
    /// Of a part; none of an opening.
    pub(in crate::search) fn of(part: Part) -> Option<Self> {
        Some(match part {
            Part::Opening => return None,
            Part::Preamble | Part::Section(_, Half::Preamble) => Self::Preamble,
            Part::Operative | Part::Section(_, Half::Operative) => Self::Operative,
            Part::Annex(..) => Self::Annex,
        })
    }
}

#[derive(Debug, Default)]
pub(in crate::search) struct Paragraphs {
    /// By resolution: its first paragraph; and one more.
    starts: Vec<u32>,
    /// By paragraph.
    parts: Vec<PartKind>,
    wordings: Wordings,
    /// How many passages before a paragraph of its resolution are none: points, and the opening. By
    /// paragraph, and only where it is another count than that of the one before.
    gaps: Vec<(u32, u32)>,
    /// By wording.
    leads: Leads,
    /// Whether some resolution was left out, or could not be read.
    lacks_some: bool,
}

impl Paragraphs {
    /// Reads the paragraphs of the corpus while `goes_on` returns true. It is called before each resolution with the
    /// number of those that were read. Their texts are in the collector.
    pub(in crate::search) fn read(
        corpus: &Corpus,
        mut goes_on: impl FnMut(usize) -> bool,
    ) -> (Self, Collector) {
        let mut collector = Collector::default();
        let mut paragraphs = Self::default();
        let mut repeats = Vec::new();
        let mut leads = LeadCollector::default();
        // Texts that are alike to the letter, as most recurring ones are, need not be taken apart again.
        // They are known by their hash alone: among a million texts, two share one once in 30 million corpora.
        let hasher = RandomState::default();
        let mut known: HashMap<u64, TextId> = HashMap::default();
        for (done, (_, resolution)) in corpus.read_all().enumerate() {
            if !goes_on(done) {
                paragraphs.lacks_some = true;
                break;
            }
            let first = narrow(paragraphs.len());
            paragraphs.starts.push(first);
            // What can't be read can't be found.
            let Ok(resolution) = resolution else {
                paragraphs.lacks_some = true;
                continue;
            };
            for (index, part) in parts(&resolution) {
                let text = resolution.unit_text(index);
                let hash = hasher.hash_one(&*text);
                let (wording, is_new) = match known.get(&hash) {
                    Some(&known) => (known, false),
                    None => collector.add(&text),
                };
                let paragraph = ParagraphId(narrow(paragraphs.len()));
                paragraphs.parts.push(part);
                let gap = narrow(index) - (paragraph.0 - first);
                if gap != paragraphs.gap(paragraph) {
                    paragraphs.gaps.push((paragraph.0, gap));
                }
                if is_new {
                    leads.add(&text, &resolution.passages[index]);
                } else {
                    repeats.push((paragraph, wording));
                }
                known.entry(hash).or_insert(wording);
            }
        }
        paragraphs.starts.push(narrow(paragraphs.len()));
        paragraphs.leads = leads.finish();
        paragraphs.wordings = Wordings::new(repeats, paragraphs.leads.len());
        (paragraphs, collector)
    }

    pub(in crate::search) fn save(&self, body: &mut Vec<u8>) {
        varint::put_ascending(body, &self.starts);
        let parts: Vec<u32> = self.parts.iter().map(|part| *part as u32).collect();
        varint::put_runs(body, &parts);
        self.wordings.save(body);
        varint::put_pairs(body, &self.gaps);
        self.leads.save(body);
    }

    /// The paragraphs of a corpus.
    pub(in crate::search) fn load(saved: &mut Saved<'_>, corpus: &Corpus) -> Option<Self> {
        let starts = varint::ascending(saved)?;
        let passages = corpus.resolutions().map(|id| corpus.entry(id).passages);
        let most = passages.fold(0, usize::saturating_add);
        let parts = varint::runs(saved, most)?
            .into_iter()
            .map(|part| match part {
                0 => Some(PartKind::Preamble),
                1 => Some(PartKind::Operative),
                2 => Some(PartKind::Annex),
                _ => None,
            });
        let parts: Vec<PartKind> = parts.collect::<Option<_>>()?;
        let wordings = Wordings::load(saved, parts.len())?;
        let gaps = varint::pairs(saved)?;
        let leads = Leads::load(saved)?;
        let paragraphs = Self {
            starts,
            parts,
            wordings,
            gaps,
            leads,
            lacks_some: false,
        };
        paragraphs.fits(corpus).then_some(paragraphs)
    }

    /// Whether all places are places of the corpus.
    fn fits(&self, corpus: &Corpus) -> bool {
        if !block::cut_whole(&self.starts, self.len())
            || self.starts.len() != corpus.resolutions().len() + 1
            || !self.gaps.is_sorted_by_key(|gap| gap.0)
            || self.wordings.len() + self.leads.len() != self.len()
        {
            return false;
        }
        let stands = |paragraph: ParagraphId| {
            let resolution = self.resolution(paragraph);
            let nth = paragraph.0.checked_sub(self.starts[resolution.0 as usize]);
            let passage = nth.and_then(|nth| nth.checked_add(self.gap(paragraph)));
            passage.is_some_and(|passage| (passage as usize) < corpus.entry(resolution).passages)
        };
        // Between these, a place is one behind the place before.
        let gaps = self.gaps.iter().map(|gap| gap.0);
        let ends = self.starts.iter().copied().chain(gaps);
        let mut lasts = ends.filter_map(|end| end.checked_sub(1)).map(ParagraphId);
        lasts.all(|last| last.index() < self.len() && stands(last))
    }

    /// Whether every resolution of the corpus was read.
    pub(in crate::search) fn is_whole(&self) -> bool {
        !self.lacks_some
    }

    /// How many wordings they have.
    pub(in crate::search) fn texts(&self) -> usize {
        self.leads.len()
    }

    /// How many paragraphs there are.
    pub(in crate::search) fn len(&self) -> usize {
        self.parts.len()
    }

    /// The resolutions that were read.
    pub(in crate::search) fn resolutions(&self) -> impl Iterator<Item = ResolutionId> {
        (1..narrow(self.starts.len())).map(|behind| ResolutionId(behind - 1))
    }

    /// The paragraphs of a range, each with its wording.
    pub(in crate::search) fn with_texts(
        &self,
        paragraphs: Range<ParagraphId>,
    ) -> impl Iterator<Item = (ParagraphId, TextId)> {
        self.wordings.of(paragraphs)
    }

    /// The paragraphs of a resolution.
    pub(in crate::search) fn of(&self, resolution: ResolutionId) -> Range<ParagraphId> {
        let position = resolution.0 as usize;
        match (self.starts.get(position), self.starts.get(position + 1)) {
            (Some(&start), Some(&end)) => ParagraphId(start)..ParagraphId(end),
            _ => ParagraphId(0)..ParagraphId(0),
        }
    }

    pub(in crate::search) fn part(&self, paragraph: ParagraphId) -> PartKind {
        self.parts[paragraph.index()]
    }

    /// The lead verbs of the wordings.
    pub(in crate::search) fn leads(&self) -> &Leads {
        &self.leads
    }

    /// The paragraphs of a wording, in the order of the corpus.
    pub(in crate::search) fn alike(&self, text: TextId) -> impl Iterator<Item = ParagraphId> {
        self.wordings.paragraphs(text)
    }

    /// The wording of the paragraph at a place.
    pub(in crate::search) fn text_at(&self, place: Place) -> Option<TextId> {
        let mut within = ParagraphId::each(self.of(place.resolution));
        let paragraph = within.find(|&one| self.place(one) == place)?;
        let one = paragraph..ParagraphId(paragraph.0 + 1);
        self.with_texts(one).next().map(|(_, text)| text)
    }

    /// How many paragraphs have one of some wordings.
    pub(in crate::search) fn count_of(&self, texts: &Texts) -> usize {
        texts.count() + self.wordings.count_again(texts)
    }

    /// How many paragraphs have a wording, `most` at most.
    pub(in crate::search) fn count(&self, text: TextId, most: usize) -> usize {
        most.min(1 + self.wordings.again(text).len())
    }

    /// The resolution of a paragraph.
    pub(in crate::search) fn resolution(&self, paragraph: ParagraphId) -> ResolutionId {
        let behind = self.starts.partition_point(|&start| start <= paragraph.0);
        ResolutionId(narrow(behind.saturating_sub(1)))
    }

    /// Where a paragraph stands in the corpus.
    pub(in crate::search) fn place(&self, paragraph: ParagraphId) -> Place {
        let resolution = self.resolution(paragraph);
        let nth = paragraph.0 - self.starts[resolution.0 as usize];
        Place {
            resolution,
            passage: nth + self.gap(paragraph),
        }
    }

    fn gap(&self, paragraph: ParagraphId) -> u32 {
        let behind = self.gaps.partition_point(|&(at, _)| at <= paragraph.0);
        let before = behind.checked_sub(1).map(|last| self.gaps[last].1);
        before.unwrap_or(0)
    }

    /// How many bytes the tables take.
    pub(in crate::search) fn size(&self) -> usize {
        let by_paragraph = self.len() + self.wordings.size() + self.gaps.len() * 8;
        self.starts.len() * 4 + by_paragraph + self.leads.size()
    }
}

/// The paragraphs of a resolution: where each stands in its passages, and in which part.
fn parts(resolution: &Resolution) -> impl Iterator<Item = (usize, PartKind)> {
    let passages = resolution.passages.iter().enumerate();
    passages
        .filter(|(_, passage)| passage.is_paragraph())
        .filter_map(|(index, passage)| Some((index, PartKind::of(passage.part)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_paragraph_has_its_place_behind_openings_and_points() {
        let json = r#"{"format":"resolut-corpus/1","sessions":[{"id":"S","organ":"O","name":"N","resolutions":[
            {"symbol":"1","language":"en","preamble":[{"text":"a"},{"text":"b"}],"operative":[{"text":"c"}]},
            {"symbol":"2","language":"en","opening":"o","preamble":[{"text":"d"}],"operative":[
                {"text":"e","points":[{"text":"p","points":[{"text":"q"}]},{"text":"r"}]},{"text":"f"}],
                "annexes":[{"paragraphs":[{"text":"g","points":[{"text":"s"}]},{"text":"h"}]}]},
            {"symbol":"3","language":"en","preamble":[],"operative":[]},
            {"symbol":"4","language":"en","preamble":[{"text":"i"}],"operative":[{"text":"j"}]}]}]}"#;
        let mut corpus = Corpus::default();
        corpus.add_text(json).unwrap();
        let (paragraphs, _) = Paragraphs::read(&corpus, |_| true);
        let at = |paragraph| corpus.text(paragraphs.place(paragraph)).unwrap();
        let all = (0..narrow(paragraphs.len())).map(ParagraphId);
        let texts: Vec<String> = all.map(at).collect();
        assert_eq!(
            texts,
            ["a", "b", "c", "d", "e p q r", "f", "g s", "h", "i", "j"]
        );
    }
}
