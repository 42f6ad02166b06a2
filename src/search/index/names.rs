//! Symbols, titles and session names: what resolutions and sessions are called.
//!
//! They stand in a concordance of their own, so that a title is found by the same words, slips and
//! letters as a paragraph is; but all of them must be found, and in one name.

use std::collections::HashSet;
use std::sync::Arc;

use super::concordance::{Concordance, Weighed};
use crate::search::hit::{Matches, Subject};
use crate::search::index::builder::Collector;
use crate::search::index::compounds::WordKind;
use crate::search::index::sequences::Placed;
use crate::search::index::text_set::TextId;
use crate::search::query::{Asked, WordEnd};
use crate::search::rank;
use crate::search::rank::gather::{Candidate, Gathering};
use crate::search::rank::matches::matches;
use crate::search::rank::term_map::TermMap;
use crate::search::terms::expand::{self, Effort, Expander, Way, is_number};
use crate::search::terms::{self, Term, Ways, phrase};
use crate::search::weights::{FEW_NAMES, MARKED_NAMES, Weights};
use crate::search::words::tokens;
use crate::text::block::{self, Saved};
use crate::text::corpus::Corpus;
use crate::text::model::{ResolutionId, SessionId};

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NameKind {
    Symbol(ResolutionId),
    Title(ResolutionId),
    SessionId(SessionId),
    SessionName(SessionId),
    /// A resolution as it is spoken of: `resolution on …`. Without its symbol, for a number with a word is
    /// asked of paragraphs.
    Spoken(ResolutionId),
    /// A session with its place and dates.
    Held(SessionId),
}

impl NameKind {
    /// The text in which matches are shown; a symbol and an id are shown as they are.
    fn marked_text(self, corpus: &Corpus) -> Option<&str> {
        match self {
            Self::Title(id) => corpus.title(id),
            Self::SessionName(id) => Some(&corpus.session(id).name),
            Self::Symbol(_) | Self::SessionId(_) | Self::Spoken(_) | Self::Held(_) => None,
        }
    }

    /// Its number and that of what it names.
    fn as_saved(self) -> (u8, u32) {
        match self {
            Self::Symbol(id) => (0, id.0),
            Self::Title(id) => (1, id.0),
            Self::SessionId(id) => (2, id.0),
            Self::SessionName(id) => (3, id.0),
            Self::Spoken(id) => (4, id.0),
            Self::Held(id) => (5, id.0),
        }
    }

    /// The kind that was saved so, of what there is in the corpus.
    fn of_saved(kind: u8, id: u32, corpus: &Corpus) -> Option<Self> {
        let resolution = (id as usize) < corpus.resolutions().len();
        let session = (id as usize) < corpus.sessions().len();
        match kind {
            0 if resolution => Some(Self::Symbol(ResolutionId(id))),
            1 if resolution => Some(Self::Title(ResolutionId(id))),
            2 if session => Some(Self::SessionId(SessionId(id))),
            3 if session => Some(Self::SessionName(SessionId(id))),
            4 if resolution => Some(Self::Spoken(ResolutionId(id))),
            5 if session => Some(Self::Held(SessionId(id))),
            _ => None,
        }
    }

    fn subject(self) -> Subject {
        match self {
            Self::Symbol(id) | Self::Title(id) | Self::Spoken(id) => Subject::Resolution(id),
            Self::SessionId(id) | Self::SessionName(id) | Self::Held(id) => Subject::Session(id),
        }
    }
}

#[derive(Debug)]
pub(in crate::search) struct Names {
    words: Concordance,
    /// Texts of the concordance and what each names, by text.
    named: Vec<(TextId, NameKind)>,
}

/// A name that was found.
#[derive(Debug, PartialEq)]
pub(in crate::search) struct FoundName {
    pub(in crate::search) subject: Subject,
    pub(in crate::search) score: f32,
    /// Whether the words stand in it as one run.
    pub(in crate::search) is_run: bool,
    /// Whether they are half of its words or more.
    pub(in crate::search) is_filled: bool,
    /// Matches in the title or in the session's name.
    pub(in crate::search) matches: Matches,
}

impl Names {
    pub(in crate::search) fn read(corpus: &Corpus) -> Self {
        let mut collector = Collector::default();
        let mut named = Vec::new();
        let mut add = |text: &str, kind| named.push((collector.add(text).0, kind));
        for id in corpus.sessions() {
            let session = corpus.session(id);
            add(&session.id, NameKind::SessionId(id));
            add(&session.name, NameKind::SessionName(id));
            let place = session.place.as_deref().unwrap_or_default();
            let dates = session.dates.as_ref().map_or("", |dates| &dates.printed);
            let held = format!("{} {place} {dates}", session.name);
            add(&held, NameKind::Held(id));
        }
        for id in corpus.resolutions() {
            add(corpus.symbol(id), NameKind::Symbol(id));
            if let Some(title) = corpus.title(id) {
                add(title, NameKind::Title(id));
                add(&format!("Resolution on {title}"), NameKind::Spoken(id));
            }
        }
        named.sort_by_key(|&(text, _)| text);
        let words = collector.finish();
        Self { words, named }
    }

    /// See [`Index::prepare`](crate::search::Index::prepare).
    pub(in crate::search) fn prepare(&self) {
        self.words.vocabulary.holders();
    }

    pub(in crate::search) fn save(&self, body: &mut Vec<u8>) {
        self.words.save(body);
        let rows = || self.named.iter();
        block::put_table(body, rows().map(|(text, _)| text.0.to_le_bytes()));
        block::put_table(body, rows().map(|(_, kind)| [kind.as_saved().0]));
        block::put_table(
            body,
            rows().map(|(_, kind)| kind.as_saved().1.to_le_bytes()),
        );
    }

    pub(in crate::search) fn load(saved: &mut Saved<'_>, corpus: &Corpus) -> Option<Self> {
        let words = Concordance::load(saved)?;
        let (texts, kinds, ids) = (saved.numbers()?, saved.bytes()?, saved.numbers()?);
        let kinds = kinds
            .iter()
            .zip(ids)
            .map(|(&kind, id)| NameKind::of_saved(kind, id, corpus));
        let named = texts.into_iter().zip(kinds);
        let named: Vec<_> = named
            .map(|(text, kind)| Some((TextId(text), kind?)))
            .collect::<Option<_>>()?;
        let fits = named.is_sorted_by_key(|(text, _)| *text)
            && named
                .last()
                .is_none_or(|&(last, _)| last.index() < words.postings.texts());
        fits.then_some(Self { words, named })
    }

    fn of_text(&self, text: TextId) -> impl Iterator<Item = NameKind> {
        let start = self.named.partition_point(|(other, _)| *other < text);
        let of_text = self.named[start..]
            .iter()
            .take_while(move |(other, _)| *other == text);
        of_text.map(|(_, kind)| *kind)
    }

    /// How many words a text has.
    fn length(&self, text: TextId) -> usize {
        let mut length = 0;
        let count = |placed: Placed| length += usize::from(placed.kind == WordKind::Simple);
        self.words.sequences.each(text, count);
        length
    }

    /// The resolutions whose symbol holds these words side by side: `2505`, `2/34`. An equal symbol
    /// is preferred to those that go on.
    pub(in crate::search) fn resolutions_called(&self, symbol: &[String]) -> Vec<ResolutionId> {
        let (mut equal, mut longer) = (Vec::new(), Vec::new());
        for text in self.texts_with(symbol) {
            let length = self.length(text);
            for kind in self.of_text(text) {
                if let NameKind::Symbol(id) = kind {
                    let list = if length == symbol.len() {
                        &mut equal
                    } else {
                        &mut longer
                    };
                    list.push(id);
                }
            }
        }
        if equal.is_empty() { longer } else { equal }
    }

    /// Resolutions with this number (`true`), and behind them, for a number of four digits, those of that year
    /// (`false`).
    pub(in crate::search) fn numbered(
        &self,
        corpus: &Corpus,
        number: &[String],
    ) -> Vec<(ResolutionId, bool)> {
        let (mut named, mut of_year) = (Vec::new(), Vec::new());
        for id in self.resolutions_called(number) {
            let symbol = tokens::words(corpus.symbol(id));
            let first = symbol.iter().position(|word| is_number(word));
            if first.is_some_and(|first| symbol[first..].starts_with(number)) {
                named.push((id, true));
            } else if matches!(number, [year] if year.len() == 4) {
                of_year.push((id, false));
            }
        }
        named.extend(of_year);
        named
    }

    /// How many bytes the tables take.
    pub(in crate::search) fn size(&self) -> usize {
        self.words.size() + self.named.len() * size_of::<(TextId, NameKind)>()
    }

    /// The sessions whose id or name holds these words side by side: `34`, `thirty-fourth`.
    pub(in crate::search) fn sessions_called(&self, name: &[String]) -> Vec<SessionId> {
        let kinds = self
            .texts_with(name)
            .into_iter()
            .flat_map(|text| self.of_text(text));
        kinds
            .filter_map(|kind| match kind {
                NameKind::SessionId(id) | NameKind::SessionName(id) => Some(id),
                _ => None,
            })
            .collect()
    }

    fn texts_with(&self, phrase: &[String]) -> Vec<TextId> {
        let mut texts = Vec::new();
        phrase::each_text(&self.words, phrase, &mut |text| texts.push(text));
        texts
    }

    /// The names that have all words; where none has, those that may have them by a guess. Words that
    /// the paragraphs know, told by `is_known`, are never taken for slips.
    pub(in crate::search) fn find(
        &self,
        corpus: &Corpus,
        weights: &Weights,
        asked: &[Asked],
        is_known: impl Fn(&str) -> bool,
        desk: &mut (Expander, Gathering),
    ) -> (Vec<FoundName>, Ways) {
        let (expander, gathering) = desk;
        let words = self.words.weighed(weights);
        let mut asked = terms::join_linked(&words, asked);
        // What the paragraphs know was not run together.
        if !asked.iter().all(|asked| is_known(&asked.word)) {
            asked = terms::part(&words, &asked);
        }
        let ways = |word: &str| -> Arc<[Way]> {
            let literal = expand::literal(words, word, WordEnd::Open);
            if !literal.is_empty() {
                return literal;
            }
            if is_known(word) {
                return expand::forms(words, word);
            }
            let guesses = expander.ways(words, word, Effort::Sure);
            let likely = guesses
                .iter()
                .filter(|way| way.quality >= words.weights.least_name_guess);
            likely.copied().collect()
        };
        let mut terms = terms::of_words(words, &asked, ways);
        terms::join(words, &asked, &mut terms);
        let all_common = terms.iter().all(|term| term.common);
        if terms.is_empty() || all_common && words.postings.texts() > FEW_NAMES {
            return (Vec::new(), Ways::Sure);
        }
        for ways in [Ways::Sure, Ways::All] {
            let texts = gathering.all(&words, &terms, ways);
            let of_all = (terms.as_slice(), ways);
            let rows = gathering.likeliest(words, of_all, &texts, texts.count());
            if !rows.is_empty() {
                return (
                    self.found(corpus, words, &terms, rows, ways, gathering.marks()),
                    ways,
                );
            }
        }
        (Vec::new(), Ways::Sure)
    }

    /// The subjects of the names found, each once.
    fn found(
        &self,
        corpus: &Corpus,
        words: Weighed<'_>,
        terms: &[Term],
        mut rows: Vec<Candidate>,
        ways: Ways,
        marks: &mut TermMap,
    ) -> Vec<FoundName> {
        marks.set(&words, terms, ways);
        rank::rank(words, terms, marks, &mut rows, |_| 1.0);
        let mut seen = HashSet::new();
        let mut found = Vec::new();
        for row in rows {
            let is_filled = self.length(row.text) <= 2 * terms.len();
            for kind in self.of_text(row.text) {
                let subject = kind.subject();
                if !seen.insert(subject) {
                    continue;
                }
                let is_marked = kind.marked_text(corpus).is_some() && found.len() < MARKED_NAMES;
                found.push(FoundName {
                    subject,
                    score: row.score,
                    is_run: row.is_run,
                    is_filled,
                    matches: if is_marked {
                        matches(&words, marks, row.text)
                    } else {
                        Matches::default()
                    },
                });
            }
        }
        marks.clear();
        found
    }
}
