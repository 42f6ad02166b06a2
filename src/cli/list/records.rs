//! Sessions and resolutions as objects for programs.

use serde::Serialize;

use crate::cli::output::record::{Record, RecordKind, Unit};
use crate::text::corpus::{Corpus, ReadError};
use crate::text::model::{DocumentKind, ResolutionId, SessionId};

#[derive(Serialize)]
pub(super) struct SessionRecord<'a> {
    pub(super) id: &'a str,
    pub(super) organ: &'a str,
    pub(super) name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) theme: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) place: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) dates: Option<DatesRecord<'a>>,
    pub(super) resolutions: usize,
    pub(super) pp: usize,
    pub(super) op: usize,
}

#[derive(Serialize)]
pub(super) struct DatesRecord<'a> {
    pub(super) printed: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) to: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct ResolutionRecord<'a> {
    pub(super) symbol: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<&'a str>,
    pub(super) session: &'a str,
    pub(super) language: &'a str,
    /// Of all its versions, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) languages: Option<Vec<&'a str>>,
    /// The languages in which there is another text of it, once for each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) variants: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) adopted: Option<&'a str>,
    /// What it is, where that is no resolution.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) topic: Option<&'a str>,
    pub(super) pp: usize,
    pub(super) op: usize,
    pub(super) annexes: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) outline: Option<Vec<OutlineRecord>>,
}

#[derive(Serialize)]
pub(super) struct OutlineRecord {
    pub(super) citation: String,
    pub(super) kind: RecordKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) lead: Option<String>,
}

/// All of a resolution but its title.
pub(super) fn paragraphs(
    corpus: &Corpus,
    id: ResolutionId,
) -> Result<impl Iterator<Item = Unit>, ReadError> {
    let units = Unit::all_of(corpus, id)?.into_iter();
    Ok(units.filter(|unit| !matches!(unit, Unit::Title(_))))
}

/// The outline of a resolution.
pub(super) fn outline(corpus: &Corpus, id: ResolutionId) -> Result<Vec<OutlineRecord>, ReadError> {
    paragraphs(corpus, id)?
        .map(|unit| {
            let record = Record::of(corpus, unit)?;
            Ok(OutlineRecord {
                citation: record.citation,
                kind: record.kind,
                number: record.number,
                lead: record.lead,
            })
        })
        .collect()
}

impl<'a> SessionRecord<'a> {
    pub(super) fn of(corpus: &'a Corpus, id: SessionId) -> Self {
        let session = corpus.session(id);
        let resolutions = corpus.resolutions_of(id);
        let entries = || resolutions.iter().map(|&id| corpus.entry(id));
        Self {
            id: &session.id,
            organ: &session.organ,
            name: &session.name,
            theme: session.theme.as_deref(),
            place: session.place.as_deref(),
            dates: session.dates.as_ref().map(|dates| DatesRecord {
                printed: &dates.printed,
                from: dates.from.as_deref(),
                to: dates.to.as_deref(),
            }),
            resolutions: resolutions.len(),
            pp: entries().map(|entry| entry.preamble).sum(),
            op: entries().map(|entry| entry.operative).sum(),
        }
    }
}

impl<'a> ResolutionRecord<'a> {
    pub(super) fn of(corpus: &'a Corpus, id: ResolutionId) -> Self {
        let entry = corpus.entry(id);
        let versions = corpus.versions(id).iter().copied();
        let (variants, versions): (Vec<_>, Vec<_>) =
            versions.partition(|&id| corpus.entry(id).variant.is_some());
        let languages = |of: Vec<_>| of.into_iter().map(|id| corpus.language(id)).collect();
        Self {
            symbol: &entry.symbol,
            title: entry.title.as_deref(),
            session: &corpus.session(corpus.session_of(id)).id,
            language: &entry.language,
            languages: (versions.len() > 1).then(|| languages(versions)),
            variants: languages(variants),
            adopted: entry.adopted.as_deref(),
            kind: match entry.kind {
                DocumentKind::Resolution => None,
                DocumentKind::Draft => Some("draft"),
                DocumentKind::Statement => Some("statement"),
            },
            topic: entry.topic.as_deref(),
            pp: entry.preamble,
            op: entry.operative,
            annexes: entry.annexes,
            outline: None,
        }
    }
}
