//! Symbols, titles and session names: what resolutions and sessions are called.
//!
//! They stand in a concordance of their own, so that a title is found by the same words, slips and
//! letters as a paragraph is; but all of them must be found, and in one name.

use super::aliases::definitions::Definition;
use super::builder::Collector;
use super::concordance::Concordance;
use super::pages::LongTable;
use super::sequences::Placed;
use super::stream::WordKind;
use super::text_set::TextId;
use super::varint;
use crate::search::hit::Subject;
use crate::text::block::{self, Saved};
use crate::text::corpus::Corpus;
use crate::text::model::{ResolutionId, SessionId};
use crate::text::sorting::sort_by_key;

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum NameKind {
    Symbol(ResolutionId),
    Title(ResolutionId),
    SessionId(SessionId),
    SessionName(SessionId),
    /// A resolution as it is spoken of: `resolution on …`. Without its symbol, for a number with a word is
    /// asked of paragraphs.
    Spoken(ResolutionId),
    /// A session with its place and dates.
    Held(SessionId),
    /// What a resolution without a title is about, as librarians say. It is no name, and only lifts paragraphs.
    Topic(ResolutionId),
}

impl NameKind {
    /// Whether the name is printed in rows of the finder in one piece, so that matches in it can be shown.
    pub(in crate::search) fn is_printed(self) -> bool {
        matches!(self, Self::Title(_) | Self::SessionName(_))
    }

    /// The numbers of the kind and of what it names.
    fn as_saved(self) -> (u8, u32) {
        match self {
            Self::Symbol(id) => (0, id.0),
            Self::Title(id) => (1, id.0),
            Self::SessionId(id) => (2, id.0),
            Self::SessionName(id) => (3, id.0),
            Self::Spoken(id) => (4, id.0),
            Self::Held(id) => (5, id.0),
            Self::Topic(id) => (6, id.0),
        }
    }

    /// The kind that was saved with these numbers; none where the corpus has nothing of that number.
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
            6 if resolution => Some(Self::Topic(ResolutionId(id))),
            _ => None,
        }
    }

    /// The resolution or the session that is named.
    pub(in crate::search) fn subject(self) -> Subject {
        match self {
            Self::Symbol(id) | Self::Title(id) | Self::Spoken(id) | Self::Topic(id) => {
                Subject::Resolution(id)
            }
            Self::SessionId(id) | Self::SessionName(id) | Self::Held(id) => Subject::Session(id),
        }
    }
}

#[derive(Debug)]
pub(in crate::search) struct NameTable {
    pub(in crate::search) words: Concordance,
    /// Texts of the concordance and what each names, by text.
    named: Vec<(TextId, NameKind)>,
}

impl NameTable {
    /// Reads the names of a corpus; with the names that its paragraphs define.
    pub(in crate::search) fn read(corpus: &Corpus, definitions: &[Definition]) -> Self {
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
            } else if let Some(topic) = corpus.title_or_topic(id) {
                add(&topic, NameKind::Topic(id));
            }
        }
        sort_by_key(&mut named, |&(text, _)| text);
        let words = collector.finish(definitions);
        Self { words, named }
    }

    /// See [`Index::prepare`](crate::search::Index::prepare).
    pub(in crate::search) fn prepare(&self) {
        self.words.vocabulary.holders();
    }

    pub(in crate::search) fn save(&self, body: &mut Vec<u8>) {
        self.words.save(body);
        // Names are few, and nearly all are looked at.
        for table in self.words.long_tables() {
            block::put_bytes(body, &table.all());
        }
        let rows = || self.named.iter();
        let texts: Vec<u32> = rows().map(|(text, _)| text.0).collect();
        varint::put_ascending(body, &texts);
        block::put_table(body, rows().map(|(_, kind)| [kind.as_saved().0]));
        varint::put_small(body, rows().map(|(_, kind)| kind.as_saved().1));
    }

    pub(in crate::search) fn load(saved: &mut Saved<'_>, corpus: &Corpus) -> Option<Self> {
        let words = Concordance::load(saved)?;
        let tables = [saved.bytes()?, saved.bytes()?];
        let words = words.with_long_tables(tables.map(|table| LongTable::Held(table.into())))?;
        let (texts, kinds, ids) = (
            varint::ascending(saved)?,
            saved.bytes()?,
            varint::small(saved)?,
        );
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

    /// What a text names: several things where names are alike.
    pub(in crate::search) fn of_text(&self, text: TextId) -> impl Iterator<Item = NameKind> {
        let start = self.named.partition_point(|(other, _)| *other < text);
        let of_text = self.named[start..]
            .iter()
            .take_while(move |(other, _)| *other == text);
        of_text.map(|(_, kind)| *kind)
    }

    /// How many words a text has.
    pub(in crate::search) fn length(&self, text: TextId) -> usize {
        let mut length = 0;
        let count = |placed: Placed| length += usize::from(placed.kind == WordKind::Simple);
        self.words.sequences.each(text, count);
        length
    }

    /// Whether a text has no more words than `most`.
    pub(in crate::search) fn has_at_most(&self, text: TextId, most: usize) -> bool {
        let mut length = 0;
        let has_more = self.words.sequences.any(text, |placed| {
            length += usize::from(placed.kind == WordKind::Simple);
            length > most
        });
        !has_more
    }

    /// How many bytes the tables take.
    pub(in crate::search) fn size(&self) -> usize {
        self.words.size() + self.named.len() * size_of::<(TextId, NameKind)>()
    }
}
