//! The reader of Akoma Ntoso beside quick-xml, which reads all events of the same files in the same run: from the
//! bytes of a file to its resolution, proved to hold each letter, and to the line that it is in a corpus.
//!
//! `cargo bench --bench akn`. The files are made up, the same each time; with `RESOLUT_AKN=FOLDER` those of a
//! folder are read. Files lie in memory, and one thread reads them. What is printed is the median over the rounds,
//! so that a load that comes and goes meets both alike.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench prints and may fail"
)]

use std::env;
use std::fmt;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use quick_xml::Reader;
use quick_xml::events::Event;
use resolut::import::akn::{self, AknReading, CatalogueRows, Rejected};
use resolut::text::format::to_line;

const ROUNDS: usize = 21;

/// What is known of a resolution beside its text: as much as the United Nations say.
const META: &str = r##"<identification source="#B">
  <FRBRWork><FRBRuri value="/akn/un/statement/deliberation/unsc/2031-02-03/9001-2031/"></FRBRuri>
  <FRBRdate date="2031-02-03" name="adoption"></FRBRdate></FRBRWork>
  <FRBRExpression><FRBRlanguage language="eng"></FRBRlanguage></FRBRExpression></identification>"##;
const KEYWORD: &str = r#"
        <keyword value="BOATS" showAs="BOATS" dictionary="UNBIS Thesaurus"></keyword>"#;

/// The opening words and the rest of a paragraph, in scripts of one, two and three bytes a letter.
const TEXTS: [(&str, &str); 3] = [
    (
        "Requests",
        "the Board of Boats to report on the length of oars, ",
    ),
    (
        "Просит",
        "Совет по лодкам представить доклад о длине вёсел, ",
    ),
    ("请", "船艇委员会就桨的长度提出报告，"),
];

fn main() {
    let files = match env::var_os("RESOLUT_AKN") {
        Some(folder) => files_of(Path::new(&folder)),
        None => (0..60).map(made_up).collect(),
    };
    let mut events = Vec::new();
    let [mut readings, mut lines] = [Measured::default(), Measured::default()];
    for _ in 0..ROUNDS {
        let all = timed(&files, |file| _ = black_box(read_events(file)));
        readings.push(timed(&files, |file| _ = black_box(read(file))), all);
        let written = timed(&files, |file| {
            _ = black_box(read(file).map(|reading| to_line(&reading.resolution)));
        });
        lines.push(written, all);
        events.push(all);
    }
    let bytes: usize = files.iter().map(Vec::len).sum();
    println!(
        "{} files of {bytes} bytes, median of {ROUNDS} rounds:",
        files.len()
    );
    println!("  all events {:.2?}", median(events));
    println!("  resolut    {readings}");
    println!("  with lines {lines}");
}

/// What one thing took in each round, and how many times what the events took in it.
#[derive(Default)]
struct Measured {
    times: Vec<Duration>,
    ratios: Vec<f64>,
}

impl Measured {
    fn push(&mut self, time: Duration, events: Duration) {
        self.times.push(time);
        self.ratios.push(time.as_secs_f64() / events.as_secs_f64());
    }
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut ratios = self.ratios.clone();
        ratios.sort_by(f64::total_cmp);
        let time = median(self.times.clone());
        write!(f, "{time:.2?}: {:.2} times as long", ratios[ROUNDS / 2])
    }
}

fn read(file: &[u8]) -> Result<AknReading, Rejected> {
    akn::read(file, "S_RES_9001.xml", &CatalogueRows::default())
}

fn timed(files: &[Vec<u8>], read: impl Fn(&[u8])) -> Duration {
    let start = Instant::now();
    for file in files {
        read(file);
    }
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// Reads all events, as leniently as resolut has them read, and counts them.
fn read_events(file: &[u8]) -> usize {
    let mut reader = Reader::from_reader(file);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut count = 0;
    while let Ok(event) = reader.read_event() {
        if matches!(black_box(event), Event::Eof) {
            break;
        }
        count += 1;
    }
    count
}

/// The files of a folder and of those in it that are named as XML.
fn files_of(folder: &Path) -> Vec<Vec<u8>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.append(&mut files_of(&path));
        } else if path.extension().is_some_and(|ending| ending == "xml") {
            files.push(fs::read(path).unwrap());
        }
    }
    files
}

/// A resolution of paragraphs, some with points, in one of the scripts.
fn made_up(number: usize) -> Vec<u8> {
    let (verb, _) = TEXTS[number % TEXTS.len()];
    let body: String = (1..=10 + number % 20)
        .map(|paragraph| made_up_paragraph(number, paragraph))
        .collect();
    format!(
        "<akomaNtoso><statement name=\"resolution\"><meta>{META}{}</meta>
  <coverPage><p><docNumber refersTo=\"#symbol\">S/RES/9001 (2031)</docNumber></p></coverPage>
  <preamble><formula><p>{verb}</p></formula></preamble>
  <mainBody>{body}</mainBody></statement></akomaNtoso>",
        KEYWORD.repeat(60)
    )
    .into_bytes()
}

fn made_up_paragraph(number: usize, paragraph: usize) -> String {
    let (verb, rest) = TEXTS[number % TEXTS.len()];
    let rest = rest.repeat(1 + paragraph % 9);
    let text = format!("<p>\t<i>{verb}</i> {rest}<a href=\"https://boats\">S/9001</a>;</p>");
    let point = if paragraph.is_multiple_of(4) {
        format!("<sublist>\n<point><num>(a)</num><content>{text}</content></point>\n</sublist>")
    } else {
        String::new()
    };
    format!(
        "
        <paragraph>
          <num>{paragraph}.</num>
          <content>
            {text}
          </content>{point}
        </paragraph>"
    )
}
