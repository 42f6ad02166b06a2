//! Which texts answer the terms of a query, and how well each word is answered.
//!
//! The rarest term chooses texts, the others thin them out; so the work follows the rarest word and
//! not the commonest. Only when that leaves nothing do texts with some of the words come in.

use super::concordance::Concordance;
use super::terms::Term;
use super::vocabulary::WordId;

/// How much less a word counts in a long text: little, for who looks for a paragraph by three of its
/// words means a long one nearly as often. How often it stands there does not count at all; both were
/// measured.
const LENGTH_COUNTS: f32 = 0.1;
/// Postings read for one term: the best ways first. A single letter begins half of a vocabulary.
const MOST_POSTINGS: usize = 120_000;
/// Postings read for one term where some words are enough: nothing is counted there.
const MOST_NEARBY: usize = 40_000;
/// Reading a text word by word costs about this many postings for each of its bytes.
const COST_OF_READING: f32 = 1.5;

/// A text that answers a query.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) text: u32,
    pub(super) score: f32,
    /// The terms it has, a bit each.
    pub(super) has: u16,
    /// Whether they stand there as one run of words, in their order; told by ranking.
    pub(super) is_run: bool,
}

/// Which ways of a term count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ways {
    Sure,
    All,
}

/// Tables as long as the corpus, kept from key to key and emptied before use.
#[derive(Debug, Default)]
pub(super) struct Gathering {
    /// By text: the terms it has so far.
    has: Vec<u16>,
    /// By text; means something only where `has` does.
    scores: Vec<f32>,
    /// By text: how much of a word's weight it gets, less in a long one.
    shares: Vec<f32>,
    /// Texts where `has` is not empty.
    touched: Vec<u32>,
    marks: Marks,
}

/// By word: which terms it stands for and how well.
#[derive(Debug, Default)]
pub(super) struct Marks {
    terms: Vec<u16>,
    qualities: Vec<f32>,
    marked: Vec<WordId>,
}

impl Marks {
    /// Marks the ways of terms, the first one with bit 0.
    pub(super) fn set(&mut self, words: &Concordance, terms: &[Term], ways: Ways) {
        self.terms.resize(words.vocabulary.len(), 0);
        self.qualities.resize(words.vocabulary.len(), 0.0);
        for (position, term) in terms.iter().enumerate() {
            for way in term.ways.iter().filter(|way| way.sure || ways == Ways::All) {
                let word = way.word.index();
                self.terms[word] |= 1 << position;
                self.qualities[word] = self.qualities[word].max(way.quality);
                self.marked.push(way.word);
            }
        }
    }

    pub(super) fn clear(&mut self) {
        for word in self.marked.drain(..) {
            self.terms[word.index()] = 0;
            self.qualities[word.index()] = 0.0;
        }
    }

    /// The terms that a word stands for.
    #[inline]
    pub(super) fn terms(&self, word: WordId) -> u16 {
        self.terms.get(word.index()).copied().unwrap_or(0)
    }

    pub(super) fn quality(&self, word: WordId) -> f32 {
        self.qualities.get(word.index()).copied().unwrap_or(0.0)
    }
}

impl Gathering {
    /// The texts that have all terms.
    pub(super) fn all(&mut self, words: &Concordance, terms: &[Term], ways: Ways) -> Vec<Row> {
        self.clear(words);
        let mut order: Vec<(usize, usize)> = terms
            .iter()
            .map(|term| term.reach(words, ways == Ways::Sure))
            .zip(0..)
            .collect();
        order.sort_unstable();
        let mut texts = Vec::new();
        let mut has = 0;
        for (step, &(reach, position)) in order.iter().enumerate() {
            if reach == 0 {
                return Vec::new();
            }
            let pass = Pass {
                words,
                term: &terms[position],
                bit: 1 << position,
                needs: has,
                ways,
            };
            if step == 0 {
                self.choose(&pass, MOST_POSTINGS);
                texts.clone_from(&self.touched);
            } else {
                self.thin_out(&pass, reach, &texts);
                texts.retain(|&text| self.has[text as usize] & pass.bit != 0);
            }
            has |= pass.bit;
        }
        self.rows(texts)
    }

    /// The texts that have some of the terms; those of terms that are not common, where there are any.
    pub(super) fn some(&mut self, words: &Concordance, terms: &[Term]) -> Vec<Row> {
        self.clear(words);
        let all_common = terms.iter().all(|term| term.common || term.ways.is_empty());
        for (position, term) in terms.iter().enumerate() {
            if all_common || !term.common {
                let pass = Pass {
                    words,
                    term,
                    bit: 1 << position,
                    needs: 0,
                    ways: Ways::All,
                };
                self.choose(&pass, MOST_NEARBY);
            }
        }
        self.rows(self.touched.clone())
    }

    /// The tables that ranking needs too.
    pub(super) fn marks(&mut self) -> &mut Marks {
        &mut self.marks
    }

    fn rows(&self, texts: Vec<u32>) -> Vec<Row> {
        let row = |text: u32| Row {
            text,
            score: self.scores[text as usize],
            has: self.has[text as usize],
            is_run: false,
        };
        texts.into_iter().map(row).collect()
    }

    fn clear(&mut self, words: &Concordance) {
        self.marks.clear();
        self.has.resize(words.postings.texts(), 0);
        self.scores.resize(words.postings.texts(), 0.0);
        if self.shares.is_empty() {
            self.shares = shares(words);
        }
        for text in self.touched.drain(..) {
            self.has[text as usize] = 0;
        }
    }

    /// Lets a term choose texts.
    fn choose(&mut self, pass: &Pass<'_>, most: usize) {
        for &(text, quality) in &pass.term.members {
            self.touch(text, pass.bit, pass.term.weight * quality);
        }
        let mut read = 0;
        for way in pass.chosen() {
            if read > most {
                break;
            }
            read += pass.words.postings.count(way.word);
            let weight = pass.term.weight * way.quality;
            pass.words.postings.each(way.word, |text| {
                self.touch(text, pass.bit, weight * self.shares[text as usize]);
            });
        }
    }

    fn touch(&mut self, text: u32, bit: u16, score: f32) {
        let at = text as usize;
        let had = self.has[at];
        if had == 0 {
            self.touched.push(text);
            self.scores[at] = 0.0;
        }
        // Ways come best first: the first one that a text has is the one that counts.
        if had & bit == 0 {
            self.has[at] = had | bit;
            self.scores[at] += score;
        }
    }

    /// Gives a term to those of `texts` that have it, by the cheaper of two routes: through the lists of
    /// its words, or through the words of the texts.
    fn thin_out(&mut self, pass: &Pass<'_>, reach: usize, texts: &[u32]) {
        let reading = texts.len() as f32 * pass.words.sequences.mean_length() * COST_OF_READING;
        for &(text, quality) in &pass.term.members {
            self.add(text, pass, pass.term.weight * quality);
        }
        if reading < reach as f32 {
            self.read_texts(pass, texts);
            return;
        }
        for way in pass.chosen() {
            let weight = pass.term.weight * way.quality;
            if pass.words.postings.is_frequent(way.word) {
                for &text in texts {
                    if pass.words.postings.has(way.word, text) {
                        self.add(text, pass, weight * self.shares[text as usize]);
                    }
                }
            } else {
                pass.words.postings.each(way.word, |text| {
                    if self.has[text as usize] & pass.needs == pass.needs {
                        self.add(text, pass, weight * self.shares[text as usize]);
                    }
                });
            }
        }
    }

    fn read_texts(&mut self, pass: &Pass<'_>, texts: &[u32]) {
        self.marks
            .set(pass.words, std::slice::from_ref(pass.term), pass.ways);
        for &text in texts {
            let mut best = 0.0_f32;
            pass.words.sequences.each(text, |placed| {
                best = best.max(self.marks.quality(placed.word));
            });
            if best > 0.0 {
                let weight = pass.term.weight * best;
                self.add(text, pass, weight * self.shares[text as usize]);
            }
        }
        self.marks.clear();
    }

    fn add(&mut self, text: u32, pass: &Pass<'_>, score: f32) {
        let has = &mut self.has[text as usize];
        if *has & pass.needs == pass.needs && *has & pass.bit == 0 {
            *has |= pass.bit;
            self.scores[text as usize] += score;
        }
    }
}

/// One term on its way over the texts.
struct Pass<'p> {
    words: &'p Concordance,
    term: &'p Term,
    bit: u16,
    /// The terms that a text must have already.
    needs: u16,
    ways: Ways,
}

impl Pass<'_> {
    fn chosen(&self) -> impl Iterator<Item = &super::expand::Way> {
        let ways = self.ways;
        self.term
            .ways
            .iter()
            .filter(move |way| way.sure || ways == Ways::All)
    }
}

/// How much of a word's weight each text gets.
fn shares(words: &Concordance) -> Vec<f32> {
    let mean = words.sequences.mean_length();
    let texts = 0..u32::try_from(words.postings.texts()).unwrap_or(u32::MAX);
    let share = |text| {
        let length = words.sequences.length(text) as f32 / mean;
        (1.0 + LENGTH_COUNTS) / (1.0 + LENGTH_COUNTS * length)
    };
    texts.map(share).collect()
}
