//! A big corpus in several languages: what it takes from its first start on, against what is aimed at.
//!
//! `cargo bench --bench scale -- [DOCUMENTS [LANGUAGES]]`; 4226 documents in 7 languages, unless others are
//! asked for. The corpus is made up, the same each time: invented words in four scripts, of which the n-th is
//! used 1/n as often as the first, and a third of the paragraphs is agreed language. With `RESOLUT_CORPUS=PATH`
//! that file is measured instead. Times and memory are those of the program on a terminal; memory is the most
//! that Linux counted. What stays in the file of an index is read as questions need it.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench prints and may fail"
)]
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "numbers drawn by lot are small"
)]

use std::env;
use std::fmt;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::slice;
use std::thread;
use std::time::Duration;

use resolut::reader::library::Library;
use resolut::search::Question;
use resolut::text::corpus::Corpus;
use resolut::text::format::FormatVersion;
use running::Running;
use rustix::time::{ClockId, clock_gettime};
use serde_json::{Value, json};
use typed::{Alphabet, LATIN, Random, beginnings, queries};

#[path = "support/running.rs"]
mod running;
#[path = "support/typed.rs"]
mod typed;

const PREAMBULAR: usize = 9;
const OPERATIVE: usize = 14;
/// How many words a language has.
const WORDS: usize = 20_000;
/// The one that is asked in.
const LANGUAGE: &str = "en";
const STARTS: usize = 11;
const QUERIES: usize = 400;
/// How many documents queries are taken from.
const SAMPLED: usize = 500;
/// How many works are in a session.
const OF_SESSION: usize = 40;
/// The rows of a tall screen.
const LIMIT: usize = 50;

const CYRILLIC: Alphabet = [
    &[
        "б", "в", "г", "д", "к", "л", "м", "н", "п", "пр", "р", "с", "т",
    ],
    &[
        "а", "е", "и", "о", "у", "ан", "ение", "ост", "ий", "ого", "ать",
    ],
];
const ARABIC: Alphabet = [
    &[
        "ب", "ت", "ج", "ح", "د", "ر", "س", "ع", "ف", "ق", "ك", "ل", "م",
    ],
    &["ا", "ي", "و", "ن", "ات", "ية", "ين", "ول", "ار"],
];
/// Tags, and what words are made of; Chinese ones are two characters, without a blank between them.
const LANGUAGES: [(&str, Option<Alphabet>); 7] = [
    ("en", Some(LATIN)),
    ("fr", Some(LATIN)),
    ("es", Some(LATIN)),
    ("ru", Some(CYRILLIC)),
    ("zh", None),
    ("ar", Some(ARABIC)),
    ("de", Some(LATIN)),
];

fn main() {
    let mut asked = env::args().filter_map(|argument| argument.parse().ok());
    let documents = asked.next().unwrap_or(4226);
    let languages = asked
        .next()
        .unwrap_or(LANGUAGES.len())
        .clamp(1, LANGUAGES.len());
    let home = tempfile::tempdir().unwrap();
    let path = env::var_os("RESOLUT_CORPUS").map_or_else(
        || {
            let path = home.path().join("corpus.json");
            write(documents, languages, &path);
            path
        },
        PathBuf::from,
    );
    let size = fs::metadata(&path).unwrap().len();
    println!("{:.1} MB in {}", megabytes(size), path.display());

    let library = Library::open(slice::from_ref(&path), None, None).unwrap();
    // A corpus without English is measured in what it has.
    _ = library.corpus.choose_language(LANGUAGE);
    let queries = queries(&paragraphs(&library.corpus), QUERIES, &mut Random(7));
    let (first, running) = Start::of(&path, home.path(), &queries[0]);
    println!("first start: {first}");
    let cache = home.path().join("cache/resolut");
    let kept = wait_for_kept(&cache);
    drop(running);
    let share = kept as f64 / size as f64;
    println!("index: {share:.3} of the file (at most 0.36)");
    let imports = home.path().join("data/resolut");
    let known = Library::open(slice::from_ref(&path), Some(&imports), Some(&cache)).unwrap();
    let in_memory = known.saved_index().unwrap().size();
    println!(
        "{:.1} MB of its {:.1} MB are in memory at a second start",
        megabytes(in_memory as u64),
        megabytes(kept)
    );
    let starts: Vec<_> = (0..STARTS)
        .map(|_| Start::of(&path, home.path(), &queries[0]).0)
        .collect();
    println!(
        "second start, median of {STARTS}: {}",
        Start::median(&starts)
    );
    println!("(at most: first frame 50 ms, finder 200 ms, 60 MB)");
    keys(&library, &queries);
}

/// What a start took.
#[derive(Clone, Copy)]
struct Start {
    frame: Duration,
    finder: Duration,
    memory: u64,
}

impl Start {
    /// Opens the reader and asks it something. The reader stays open.
    fn of(path: &Path, home: &Path, query: &str) -> (Self, Running) {
        let args = ["--corpus", path.to_str().unwrap(), "--language", LANGUAGE].map(str::to_owned);
        let program = env!("CARGO_BIN_EXE_resolut");
        let mut running = Running::start(program, &args, (80, 24), home).unwrap();
        assert!(running.wait_for("? keys"));
        let frame = running.took;
        running.type_keys(&format!("/{query}"));
        assert!(running.wait_until(|screen| {
            screen.contains(query) && screen.contains("Found") && !screen.contains("indexing")
        }));
        let start = Self {
            frame,
            finder: running.took,
            memory: most_memory(&running),
        };
        (start, running)
    }

    fn median(starts: &[Self]) -> Self {
        let middle = |key: fn(&Self) -> Duration| {
            let mut all: Vec<_> = starts.iter().map(key).collect();
            all.sort_unstable();
            all[all.len() / 2]
        };
        Self {
            frame: middle(|start| start.frame),
            finder: middle(|start| start.finder),
            memory: starts.iter().map(|start| start.memory).max().unwrap(),
        }
    }
}

impl fmt::Display for Start {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            frame,
            finder,
            memory,
        } = self;
        let memory = megabytes(*memory);
        write!(
            f,
            "first frame {frame:.1?}, finder {finder:.1?}, {memory:.1} MB"
        )
    }
}

/// The most bytes of a program that were resident so far.
fn most_memory(running: &Running) -> u64 {
    let status = running.said("status");
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = most.and_then(|most| most.trim().strip_suffix(" kB"));
    kib.and_then(|kib| kib.parse::<u64>().ok()).unwrap_or(0) * 1024
}

/// The size of what the program keeps for its next start, once it is whole.
fn wait_for_kept(folder: &Path) -> u64 {
    loop {
        let kept = fs::read_dir(folder).into_iter().flatten().flatten();
        let index = kept.filter(|file| file.path().extension().is_some_and(|end| end == "index"));
        if let Some(size) = index.map(|file| file.metadata().unwrap().len()).next() {
            return size;
        }
        thread::sleep(Duration::from_millis(50));
    }
}

/// What a key of the finder takes.
fn keys(library: &Library, queries: &[String]) {
    let mut finder = library.finder();
    finder.index().prepare();
    let mut times = Vec::new();
    let mut of = 0;
    for typed in queries.iter().flat_map(|query| beginnings(query)) {
        let question = Question {
            query: typed,
            open: None,
            limit: LIMIT,
        };
        let began = processor_time();
        of = finder.find(&question).of;
        times.push(processor_time().saturating_sub(began));
    }
    times.sort_unstable();
    let part = |percent: usize| times[(times.len() - 1) * percent / 100];
    println!(
        "a key at {of} paragraphs, {} keys: median {:.3?}, p99 {:.3?} (at most 1 ms; 3 ms at 520,000), worst {:.3?}",
        times.len(),
        part(50),
        part(99),
        part(100)
    );
}

/// What this thread has taken of a processor, whoever else runs.
fn processor_time() -> Duration {
    clock_gettime(ClockId::ThreadCPUTime).try_into().unwrap()
}

/// Some paragraphs of the chosen language.
fn paragraphs(corpus: &Corpus) -> Vec<String> {
    let shown: Vec<_> = corpus
        .resolutions()
        .filter(|&id| corpus.is_shown(id))
        .collect();
    let step = shown.len().div_ceil(SAMPLED);
    let read = shown.iter().step_by(step).map(|&id| corpus.resolution(id));
    let texts = read.flat_map(|resolution| {
        let texts = resolution
            .passages
            .iter()
            .map(|passage| passage.text.to_string());
        texts.filter(|text| text.contains(' ')).collect::<Vec<_>>()
    });
    texts.collect()
}

fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// Writes a corpus file, document after document.
fn write(documents: usize, languages: usize, path: &Path) {
    let mut random = Random(7);
    let mut tongues: Vec<_> = LANGUAGES[..languages]
        .iter()
        .map(|&language| Tongue::new(language, &mut random))
        .collect();
    let mut file = BufWriter::new(File::create(path).unwrap());
    let format = FormatVersion::Second.name();
    write!(file, r#"{{"format":"{format}","sessions":["#).unwrap();
    let works = documents.div_ceil(languages);
    for first in (0..works).step_by(OF_SESSION) {
        let year = 1990 + first / OF_SESSION;
        let comma = if first == 0 { "" } else { "," };
        let id = json!(format!("C-{year}"));
        write!(
            file,
            r#"{comma}{{"id":{id},"organ":"A council","name":"Year {year}","resolutions":["#
        )
        .unwrap();
        let of_session = (first..works.min(first + OF_SESSION))
            .flat_map(|work| (0..languages).map(move |at| (work, at)));
        for (work, at) in of_session.take_while(|(work, at)| work * languages + at < documents) {
            let comma = if (work, at) == (first, 0) {
                "\n"
            } else {
                ",\n"
            };
            let document = tongues[at].document(work, year, &mut random);
            write!(file, "{comma}{document}").unwrap();
        }
        file.write_all(b"]}").unwrap();
    }
    file.write_all(b"]}\n").unwrap();
}

/// A language that documents are drawn from.
struct Tongue {
    tag: &'static str,
    words: Vec<String>,
    /// Between words.
    gap: &'static str,
    /// What was written and may be written again.
    agreed: Vec<String>,
}

impl Tongue {
    fn new((tag, alphabet): (&'static str, Option<Alphabet>), random: &mut Random) -> Self {
        let mut word = |_| match alphabet {
            Some(alphabet) => random.word(alphabet),
            None => [han(random), han(random)].iter().collect(),
        };
        Self {
            tag,
            words: (0..WORDS).map(&mut word).collect(),
            gap: if alphabet.is_some() { " " } else { "" },
            agreed: Vec::new(),
        }
    }

    fn document(&mut self, work: usize, year: usize, random: &mut Random) -> Value {
        let mut preamble = Vec::new();
        for _ in 0..PREAMBULAR {
            preamble.push(self.paragraph(random));
        }
        let mut operative = Vec::new();
        for number in 1..=OPERATIVE {
            let mut paragraph = self.paragraph(random);
            paragraph["number"] = json!(number.to_string());
            operative.push(paragraph);
        }
        json!({
            "symbol": format!("C/RES/{} ({year})", work + 1),
            "language": self.tag,
            "adopted": format!("{year}-05-17"),
            "preamble": preamble,
            "operative": operative,
        })
    }

    /// A paragraph whose first two letters are in italics.
    fn paragraph(&mut self, random: &mut Random) -> Value {
        let text = if !self.agreed.is_empty() && random.below(3) == 0 {
            self.agreed[random.below(self.agreed.len())].clone()
        } else {
            let length = 15 + random.below(80);
            let drawn: Vec<&str> = (0..length)
                .map(|_| &*self.words[random.rank(self.words.len())])
                .collect();
            drawn.join(self.gap)
        };
        self.agreed.push(text.clone());
        let italics = text.char_indices().nth(2).map_or(text.len(), |(at, _)| at);
        json!({ "text": text, "spans": [[0, italics, "i"]] })
    }
}

/// One of a few hundred Chinese characters.
fn han(random: &mut Random) -> char {
    char::from_u32(0x4e00 + random.below(600) as u32).unwrap()
}
