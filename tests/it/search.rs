//! The finder: what is found, in which order, and what is highlighted.

use std::cell::RefCell;

use resolut::bundle;
use resolut::search::{Apart, Finder, Findings, Hit, Match, Question, Subject};
use resolut::text::corpus::Corpus;
use resolut::text::format;
use resolut::text::model::{Part, Place};

mod bundled;
mod explained;
mod groups;
mod narrowings;
mod order;
mod paged;
mod properties;
mod questions;
mod saved;
mod scripts;
mod typed;

/// What a finder answers with nothing open.
pub(crate) fn find(finder: &mut Finder<'_>, query: &str) -> Findings {
    let question = Question {
        query,
        open: None,
        limit: 20,
    };
    finder.find(&question)
}

/// A corpus with its finder.
struct Library {
    corpus: &'static Corpus,
    finder: RefCell<Finder<'static>>,
}

impl Library {
    fn bundled() -> Self {
        Self::of(bundle::corpus())
    }

    fn of(corpus: Corpus) -> Self {
        // The finder borrows it.
        let corpus: &Corpus = Box::leak(Box::new(corpus));
        let finder = RefCell::new(Finder::of(corpus));
        Self { corpus, finder }
    }

    /// One session of resolutions: symbol, title, operative paragraphs.
    fn with(resolutions: &[(&str, &str, &[&str])]) -> Self {
        let resolutions: Vec<_> = resolutions
            .iter()
            .map(|(symbol, title, operative)| {
                let operative: Vec<_> = (1..)
                    .zip(operative.iter())
                    .map(|(number, text)| {
                        serde_json::json!({"number": number.to_string(), "text": text})
                    })
                    .collect();
                serde_json::json!({
                    "symbol": symbol, "title": title, "language": "en",
                    "preamble": [], "operative": operative,
                })
            })
            .collect();
        let file = serde_json::json!({
            "format": format::FormatVersion::First.name(),
            "sessions": [{
                "id": "T-1", "organ": "Organ", "name": "First Session", "resolutions": resolutions,
            }],
        });
        let mut corpus = Corpus::default();
        corpus.add_text(file.to_string()).unwrap();
        Self::of(corpus)
    }

    /// One resolution of these operative paragraphs.
    fn of_paragraphs(paragraphs: &[&str]) -> Self {
        Self::with(&[("1/1", "Untitled", paragraphs)])
    }

    /// What is found, a row for each wording.
    fn find(&self, query: &str) -> Findings {
        self.limited(query, 50)
    }

    fn limited(&self, query: &str, limit: usize) -> Findings {
        let question = Question {
            query,
            open: self.corpus.resolutions().next(),
            limit,
        };
        self.finder.borrow_mut().find_apart(&question, Apart::All)
    }

    fn paragraphs(&self, query: &str, by: Match) -> Vec<Place> {
        let question = Question {
            query,
            open: self.corpus.resolutions().next(),
            limit: 3,
        };
        self.finder.borrow_mut().paragraphs(&question, by)
    }

    /// The places of the paragraphs that are found unmarked, `2/34-P op7`, best first.
    fn unmarked(&self, query: &str) -> Vec<String> {
        let hits = self.find(query).hits.into_iter();
        hits.filter(|hit| hit.by == Match::Words)
            .filter(|hit| matches!(hit.subject, Subject::Passage(_)))
            .map(|hit| self.name(hit.subject))
            .collect()
    }

    /// All that is found, best first; guesses marked.
    fn all(&self, query: &str) -> Vec<String> {
        let hits = self.find(query).hits.into_iter();
        hits.map(|hit| {
            let mark = if hit.by == Match::Fuzzy { "≈" } else { "" };
            format!("{mark}{}", self.name(hit.subject))
        })
        .collect()
    }

    fn name(&self, subject: Subject) -> String {
        match subject {
            Subject::Session(id) => self.corpus.session(id).id.to_string(),
            Subject::Resolution(id) => self.corpus.symbol(id).to_owned(),
            Subject::Passage(place) => {
                let resolution = self.corpus.resolution(place.resolution);
                let passage = &resolution.passages[place.index()];
                let part = match passage.part {
                    Part::Opening => "opening",
                    Part::Preamble => "pp",
                    Part::Operative => "op",
                    Part::Section(..) => "section",
                    Part::Annex(..) => "annex",
                };
                format!("{} {part}{}", resolution.symbol, passage.ordinal)
            }
        }
    }

    /// The text in which a hit has its spans.
    fn text(&self, hit: &Hit) -> String {
        match hit.subject {
            Subject::Session(id) => self.corpus.session(id).name.to_string(),
            Subject::Resolution(id) => self.corpus.title(id).unwrap_or_default().to_owned(),
            Subject::Passage(place) => self.corpus.text(place).unwrap(),
        }
    }

    /// The highlighted words of the first hit.
    fn highlighted(&self, query: &str) -> Vec<String> {
        let hits = self.find(query).hits;
        let text = self.text(&hits[0]);
        let span = |span: &std::ops::Range<usize>| text.get(span.clone()).unwrap().to_owned();
        hits[0].spans(&text).iter().map(span).collect()
    }
}
