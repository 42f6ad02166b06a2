//! The finder: one key, a whole query, and what stands before the first of them; with a peer beside it.
//!
//! `cargo bench --bench finder`. Each row but those of `corpus` is a round of questions: the line `thrpt`
//! has questions a second, and two of them are compared within one run. The corpus is made up, the same
//! each time: invented words, of which the n-th is used 1/n as often as the first. With
//! `RESOLUT_CORPUS=PATH` the index of that file is built as well.

#![expect(clippy::unwrap_used, reason = "a bench may fail")]
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "numbers drawn by lot are small"
)]

use std::env;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use resolut::bundle;
use resolut::search::{Finder, Index, Question};
use resolut::text::corpus::{Corpus, load};
use serde_json::json;

const RESOLUTIONS: usize = 200;
const PREAMBULAR: usize = 10;
const OPERATIVE: usize = 15;
const WORDS: usize = 8_000;
const QUERIES: usize = 12;
/// The rows of a tall screen.
const LIMIT: usize = 50;

fn finder(criterion: &mut Criterion) {
    let mut random = Random(7);
    let paragraphs = paragraphs(&mut random);
    let queries = queries(&paragraphs, &mut random);
    let keys: Vec<&str> = queries.iter().flat_map(|query| beginnings(query)).collect();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("corpus.json");
    fs::write(&path, file(&paragraphs)).unwrap();
    let corpus = open(&path);
    let mut finder = Finder::of(&corpus);
    let mut ask = |query: &str| {
        let question = Question {
            query,
            open: None,
            limit: LIMIT,
        };
        black_box(finder.find(&question));
    };

    let mut group = criterion.benchmark_group("keys");
    group.throughput(Throughput::Elements(keys.len() as u64));
    group.bench_function("index", |bench| {
        bench.iter(|| keys.iter().for_each(|typed| ask(typed)));
    });
    group.finish();

    let mut group = criterion.benchmark_group("queries");
    group.throughput(Throughput::Elements(queries.len() as u64));
    group.bench_function("index", |bench| {
        bench.iter(|| queries.iter().for_each(|query| ask(query)));
    });
    let matcher = SkimMatcherV2::default().ignore_case();
    group.sample_size(10);
    group.bench_function("SkimMatcherV2 on each paragraph", |bench| {
        bench.iter(|| {
            for query in &queries {
                let scores = paragraphs
                    .iter()
                    .map(|text| matcher.fuzzy_match(text, query));
                black_box(scores.flatten().max());
            }
        });
    });
    group.finish();

    let mut group = criterion.benchmark_group("corpus");
    group.sample_size(10);
    group.throughput(bytes(&path));
    group.bench_function("opening", |bench| bench.iter(|| open(&path)));
    group.bench_function("building the index", |bench| {
        bench.iter(|| Index::build(&corpus));
    });
    if let Some(path) = env::var_os("RESOLUT_CORPUS").map(PathBuf::from) {
        let corpus = open(&path);
        group.throughput(bytes(&path));
        group.bench_function("building the index of $RESOLUT_CORPUS", |bench| {
            bench.iter(|| Index::build(&corpus));
        });
    }
    group.finish();
}

fn bytes(path: &Path) -> Throughput {
    Throughput::Bytes(fs::metadata(path).unwrap().len())
}

fn open(path: &Path) -> Corpus {
    load(bundle::corpus(), &[path.to_owned()], None)
        .unwrap()
        .corpus
}

/// Paragraphs of invented words.
fn paragraphs(random: &mut Random) -> Vec<String> {
    let words: Vec<String> = (0..WORDS).map(|_| word(random)).collect();
    (0..RESOLUTIONS * (PREAMBULAR + OPERATIVE))
        .map(|_| {
            let length = 15 + random.below(80);
            let drawn: Vec<&str> = (0..length).map(|_| &*words[random.rank(WORDS)]).collect();
            drawn.join(" ")
        })
        .collect()
}

/// Two to four syllables.
fn word(random: &mut Random) -> String {
    const ONSETS: &[&str] = &[
        "b", "d", "f", "g", "k", "l", "m", "n", "p", "pr", "r", "s", "t", "v",
    ];
    const RHYMES: &[&str] = &[
        "a", "e", "i", "o", "u", "an", "er", "in", "on", "us", "ti", "al",
    ];
    (0..2 + random.below(3))
        .flat_map(|_| [random.one_of(ONSETS), random.one_of(RHYMES)])
        .collect()
}

/// The paragraphs as a corpus file.
fn file(paragraphs: &[String]) -> String {
    let texts =
        |part: &[String]| -> Vec<_> { part.iter().map(|text| json!({ "text": text })).collect() };
    let resolutions: Vec<_> = (1..)
        .zip(paragraphs.chunks(PREAMBULAR + OPERATIVE))
        .map(|(number, of)| {
            let (preamble, operative) = of.split_at(PREAMBULAR);
            json!({
                "symbol": format!("{number}/1-X"),
                "language": "en",
                "preamble": texts(preamble),
                "operative": texts(operative),
            })
        })
        .collect();
    let session = json!({
        "id": "X-1", "organ": "A council", "name": "First Session", "resolutions": resolutions,
    });
    json!({ "format": resolut::text::format::FormatVersion::First.name(), "sessions": [session] })
        .to_string()
}

/// Words of one paragraph each; every third query has a slip, every third cut words.
fn queries(paragraphs: &[String], random: &mut Random) -> Vec<String> {
    (0..QUERIES)
        .map(|kind| {
            let words: Vec<&str> = paragraphs[random.below(paragraphs.len())]
                .split(' ')
                .collect();
            let wanted = 2 + random.below(3);
            let mut chosen: Vec<String> = (0..wanted)
                .map(|_| random.one_of(&words).to_owned())
                .collect();
            match kind % 3 {
                1 => {
                    let last = chosen[0].pop().unwrap();
                    chosen[0].insert(1, last);
                }
                2 => chosen.iter_mut().for_each(|word| word.truncate(4)),
                _ => {}
            }
            chosen.join(" ")
        })
        .collect()
}

/// What stands in the prompt after each key.
fn beginnings(query: &str) -> impl Iterator<Item = &str> {
    (1..=query.len()).filter_map(|end| query.get(..end))
}

/// Numbers that look drawn by lot, and are the same each time (splitmix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() >> 33) as usize % end
    }

    fn one_of<'t, T: ?Sized>(&mut self, choices: &[&'t T]) -> &'t T {
        choices[self.below(choices.len())]
    }

    /// A rank below `end`, the n-th drawn 1/n as often as the first.
    fn rank(&mut self, end: usize) -> usize {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        (end as f64).powf(share) as usize - 1
    }
}

criterion_group!(benches, finder);
criterion_main!(benches);
