//! What a file's `meta` says: its work, its language, its agenda, its adoption and the vote.

use std::borrow::Cow;

use memchr::memchr;

use crate::import::akn::document::{
    Document, DocumentDoubt, DocumentFacts, DocumentVote, DoubtKind, Side,
};
use crate::import::akn::text::Reader;
use crate::import::akn::xml::attributes::{self, Attribute, decoded};
use crate::import::akn::xml::repairs::{MarkupRepair, MarkupRepairKind};
use crate::import::akn::xml::tags::{self, Tag};
use crate::import::akn::xml::tree::{Id, MetaSource, Tree};

/// What is read of the `meta` of a document.
#[derive(Debug, Default)]
pub(in crate::import::akn) struct MetaFacts {
    /// The tag of its language: `eng`.
    pub(in crate::import::akn) language: String,
    /// The address of the work: `/akn/un/…/2505-2020/`.
    pub(in crate::import::akn) uri: String,
    /// The day of the work, ISO 8601.
    pub(in crate::import::akn) date: Option<String>,
    pub(in crate::import::akn) facts: DocumentFacts,
}

/// The dictionaries whose terms are subjects.
const SUBJECTS: [&str; 2] = ["UNBIS Thesaurus", "DHLAUTH"];

impl MetaFacts {
    /// Reads the first `meta` of a file; of the others only what is wrong with their markup.
    pub(in crate::import::akn) fn of(tree: &mut Tree<'_>) -> Self {
        let mut read = Self::default();
        for (position, meta) in std::mem::take(&mut tree.metas).into_iter().enumerate() {
            let mut ignored = Self::default();
            let into = if position == 0 {
                &mut read
            } else {
                &mut ignored
            };
            into.read(meta, &mut tree.repairs);
        }
        read
    }

    fn read(&mut self, meta: MetaSource<'_>, repairs: &mut Vec<MarkupRepair>) {
        let mut is_work = false;
        let mut side = Cow::default();
        let mut tags = MetaTags::of(meta.content);
        while let Some((name, at)) = tags.next() {
            let attributes = &tags.attributes;
            let value = |name| value(attributes, name);
            if let Some(twice) = attributes::doubled(attributes) {
                repairs.push(MarkupRepair {
                    line: meta.at + at,
                    kind: MarkupRepairKind::DoubleAttribute,
                    what: twice.to_string(),
                });
            }
            match name {
                "FRBRWork" => is_work = true,
                "FRBRExpression" | "FRBRManifestation" => is_work = false,
                "FRBRuri" if is_work => self.uri = value("value").into(),
                "FRBRdate" if is_work => self.date = day(&value("date")),
                "FRBRlanguage" if self.language.is_empty() => {
                    self.language = value("language").into();
                }
                "keyword" => self.keyword(attributes),
                "step" => self.step(attributes),
                "count" => {
                    side = value("refersTo");
                    if let Some(side) = self.side(&side) {
                        side.count = value("value").parse().ok();
                    }
                }
                "organization" => self.voted(&side, tags.behind()),
                _ => {}
            }
        }
    }

    fn keyword(&mut self, attributes: &[Attribute<'_>]) {
        let value = |name| value(attributes, name);
        let shown = value("showAs");
        if shown.is_empty() {
            return;
        }
        match &*value("refersTo") {
            "agenda" if self.facts.agenda.is_none() || value("value") == "X" => {
                self.facts.agenda = Some(shown.into());
            }
            "title" => self.facts.topic = topic(&shown),
            "" if is_subject(&value("dictionary")) => self.facts.subjects.push(shown.into()),
            _ => {}
        }
    }

    fn step(&mut self, attributes: &[Attribute<'_>]) {
        let symbol = value(attributes, "as");
        if symbol.is_empty() {
            return;
        }
        match &*value(attributes, "outcome").to_ascii_lowercase() {
            "draftresolution" => self.facts.draft = Some(symbol.into()),
            "adopted" | "notadopted" | "veto" => self.facts.record = Some(symbol.into()),
            _ => {}
        }
    }

    fn side(&mut self, name: &str) -> Option<&mut Side> {
        let vote = self.facts.vote.get_or_insert_default();
        match name {
            "inFavour" => Some(&mut vote.favour),
            "against" => Some(&mut vote.against),
            "abstaining" => Some(&mut vote.abstaining),
            _ => None,
        }
    }

    fn voted(&mut self, side: &str, name: &str) {
        let name = trimmed(decoded(name));
        if let Some(side) = self.side(side).filter(|_| !name.is_empty()) {
            side.who.push(name.into());
        }
    }
}

/// The start tags of a `meta`, one after the other.
struct MetaTags<'a> {
    content: &'a str,
    /// The byte behind the last.
    at: usize,
    /// The attributes of the last.
    attributes: Vec<Attribute<'a>>,
}

impl<'a> MetaTags<'a> {
    fn of(content: &'a str) -> Self {
        Self {
            content,
            at: 0,
            attributes: Vec::new(),
        }
    }

    /// The name of the next, and its byte.
    fn next(&mut self) -> Option<(&'a str, usize)> {
        loop {
            let at = self.at + memchr(b'<', self.content.as_bytes().get(self.at..)?)?;
            let rest = self.content.get(at..)?;
            self.at = at + 1;
            if !rest.as_bytes().get(1)?.is_ascii_alphabetic() {
                continue;
            }
            self.attributes.clear();
            let plain = tags::plain(rest, &mut self.attributes);
            let tag = plain.or_else(|| {
                let length = memchr(b'>', rest.as_bytes())? + 1;
                let tag = tags::whole(rest.get(..length)?, &mut self.attributes)?;
                Some((tag, length))
            });
            if let Some((Tag::Open { name, .. }, length)) = tag {
                self.at = at + length;
                return Some((name, at));
            }
        }
    }

    /// The text behind the last.
    fn behind(&self) -> &'a str {
        let rest = self.content.get(self.at..).unwrap_or_default();
        let end = memchr(b'<', rest.as_bytes()).unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    }
}

/// The value of an attribute, bare; empty where it is not there.
fn value<'a>(attributes: &[Attribute<'a>], name: &str) -> Cow<'a, str> {
    trimmed(attributes::value(attributes, name).unwrap_or_default())
}

fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_string()),
    }
}

/// Whether terms of a dictionary are subjects.
pub(in crate::import::akn) fn is_subject(dictionary: &str) -> bool {
    SUBJECTS.contains(&dictionary)
}

/// What stands in square brackets: `Security Council resolution 2722 (2024) [on …]`.
pub(in crate::import::akn) fn topic(title: &str) -> Option<String> {
    let (_, inner) = title.split_once('[')?;
    let inner = inner
        .rsplit_once(']')
        .map_or(inner, |(inner, _)| inner)
        .trim();
    (!inner.is_empty()).then(|| inner.to_string())
}

/// A day that was entered, not the first of all days.
fn day(date: &str) -> Option<String> {
    let is_day = date.len() == 10
        && date.bytes().enumerate().all(|(at, byte)| {
            if matches!(at, 4 | 7) {
                byte == b'-'
            } else {
                byte.is_ascii_digit()
            }
        });
    (is_day && !date.starts_with("0001")).then(|| date.to_string())
}

/// The day and the meeting of the adoption, as the text names them, else as the work does.
pub(in crate::import::akn) fn adoption(tree: &Tree<'_>, meta: &MetaFacts, document: &mut Document) {
    let attribute = |id: Id, name: &str| {
        tree.attribute(id, name)
            .map(|value| value.trim_start_matches('#').to_string())
    };
    let is_day = |id: Id| tree.name(id) == "docDate" && tree.refers_to(id, "adoptionDate");
    let is_issue = |id: Id| tree.name(id) == "docDate" && tree.refers_to(id, "dateOfIssuance");
    let is_meeting = |id: Id| attribute(id, "name").as_deref() == Some("adoptionMeeting");
    let date = |id: Id| attribute(id, "date").and_then(|date| day(&date));
    document.facts.adopted = tree
        .first_named(is_day)
        .and_then(date)
        .or_else(|| meta.date.clone());
    document.facts.issued = tree.first_named(is_issue).and_then(date);
    document.facts.meeting = tree
        .first_named(is_meeting)
        .map(|id| Reader::new(tree).joined(id).text)
        .filter(|meeting| !meeting.is_empty());
}

/// What contradicts itself in a vote: it is kept as recorded.
pub(in crate::import::akn) fn doubt_vote(
    vote: &DocumentVote,
    members: Option<usize>,
    doubts: &mut Vec<DocumentDoubt>,
) {
    let mut all = 0;
    for (name, side) in [
        ("for", &vote.favour),
        ("against", &vote.against),
        ("abstaining", &vote.abstaining),
    ] {
        let count = side.count.map_or(side.who.len(), usize::from);
        all += count;
        if !side.who.is_empty() && side.who.len() != count {
            let message = format!("{count} {name}, but {} are named", side.who.len());
            doubts.push(DocumentDoubt::of_whole(DoubtKind::Vote, message));
        }
    }
    if let Some(members) = members.filter(|&members| all > 0 && all != members) {
        let message = format!("{all} votes of {members} members");
        doubts.push(DocumentDoubt::of_whole(DoubtKind::Vote, message));
    }
}
