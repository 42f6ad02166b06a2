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
use typed::{LATIN, Random, beginnings, queries};

#[path = "support/typed.rs"]
mod typed;

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
    let queries = queries(&paragraphs, QUERIES, &mut random);
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
    let words: Vec<String> = (0..WORDS).map(|_| random.word(LATIN)).collect();
    (0..RESOLUTIONS * (PREAMBULAR + OPERATIVE))
        .map(|_| {
            let length = 15 + random.below(80);
            let drawn: Vec<&str> = (0..length).map(|_| &*words[random.rank(WORDS)]).collect();
            drawn.join(" ")
        })
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

criterion_group!(benches, finder);
criterion_main!(benches);
