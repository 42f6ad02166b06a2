//! What a file's `meta` says: its work, its language, its agenda, its adoption and the vote.

use crate::import::akn::document::{
    Document, DocumentDoubt, DocumentFacts, DocumentVote, DoubtKind, MarkupRepair,
    MarkupRepairKind, Side,
};
use crate::import::akn::text::Reader;
use crate::import::akn::xml::attributes;
use crate::import::akn::xml::events::local;
use crate::import::akn::xml::tree::{Id, Tree};

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
            into.read(meta.content, meta.at, &mut tree.repairs);
        }
        read
    }

    fn read(&mut self, content: &str, from: usize, repairs: &mut Vec<MarkupRepair>) {
        let mut is_work = false;
        let mut side = String::new();
        for (tag, behind, at) in tags(content) {
            let end = tag
                .bytes()
                .position(|byte| byte.is_ascii_whitespace() || byte == b'/')
                .unwrap_or(tag.len());
            let (name, attributes) = tag.split_at(end);
            if let Some(twice) = attributes::doubled(attributes) {
                let what = twice.to_string();
                repairs.push(MarkupRepair {
                    line: from + at,
                    kind: MarkupRepairKind::DoubleAttribute,
                    what,
                });
            }
            match local(name) {
                "FRBRWork" => is_work = true,
                "FRBRExpression" | "FRBRManifestation" => is_work = false,
                "organization" => self.voted(&side, behind),
                name => self.element(name, attributes, is_work, &mut side),
            }
        }
    }

    fn element(&mut self, name: &str, raw: &str, is_work: bool, open: &mut String) {
        let value = |name: &str| {
            attributes::value(raw, name)
                .unwrap_or_default()
                .trim()
                .to_string()
        };
        match name {
            "FRBRuri" if is_work => self.uri = value("value"),
            "FRBRdate" if is_work => self.date = day(&value("date")),
            "FRBRlanguage" if self.language.is_empty() => self.language = value("language"),
            "keyword" => self.keyword(&value),
            "step" => self.step(&value),
            "count" => {
                *open = value("refersTo");
                if let Some(side) = self.side(open) {
                    side.count = value("value").parse().ok();
                }
            }
            _ => {}
        }
    }

    fn keyword(&mut self, value: &dyn Fn(&str) -> String) {
        let shown = value("showAs");
        if shown.is_empty() {
            return;
        }
        match value("refersTo").as_str() {
            "agenda" if self.facts.agenda.is_none() || value("value") == "X" => {
                self.facts.agenda = Some(shown);
            }
            "title" => self.facts.topic = topic(&shown),
            "" if is_subject(&value("dictionary")) => self.facts.subjects.push(shown),
            _ => {}
        }
    }

    fn step(&mut self, value: &dyn Fn(&str) -> String) {
        let document = Some(value("as")).filter(|symbol| !symbol.is_empty());
        match value("outcome").to_ascii_lowercase().as_str() {
            "draftresolution" if document.is_some() => self.facts.draft = document,
            "adopted" | "notadopted" | "veto" if document.is_some() => self.facts.record = document,
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
        let name = quick_xml::escape::unescape(name)
            .map_or_else(|_| name.to_string(), std::borrow::Cow::into_owned);
        let name = name.trim().to_string();
        if let Some(side) = self.side(side).filter(|_| !name.is_empty()) {
            side.who.push(name);
        }
    }
}

/// The start tags of a `meta`, without their brackets, each with the text behind it and its byte.
fn tags(content: &str) -> impl Iterator<Item = (&str, &str, usize)> {
    let bytes = content.as_bytes();
    memchr::memchr_iter(b'<', bytes).filter_map(move |at| {
        if !bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic) {
            return None;
        }
        let end = at + memchr::memchr(b'>', bytes.get(at..)?)?;
        let next = memchr::memchr(b'<', bytes.get(end..)?).map_or(content.len(), |next| end + next);
        Some((
            content.get(at + 1..end)?,
            content.get(end + 1..next).unwrap_or_default(),
            at,
        ))
    })
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
