//! A row of the catalogue that the United Nations put beside their files → facts of the document of its symbol.

use serde::Deserialize;

use super::claims::squeezed;
use super::meta;
use crate::import::akn::document::{
    Document, DocumentDoubt, DocumentFacts, DocumentVote, DoubtKind, Side,
};
use crate::text::block::hash;
use crate::text::map::Map;
use crate::text::model::DocumentKind;

/// The rows of a catalogue, by symbol.
#[derive(Clone, Debug, Default)]
pub struct CatalogueRows {
    rows: Map<String, Row>,
}

impl CatalogueRows {
    /// Adds the rows of a file, a line of JSON each; returns how many it has. Of two about one symbol the first
    /// counts.
    pub fn add(&mut self, file: &str) -> usize {
        let mut count = 0;
        for row in file.lines().filter_map(Row::read) {
            self.rows.or_insert(squeezed(&row.symbol), row);
            count += 1;
        }
        count
    }

    /// A hash of what it says of a symbol; 0 where that is nothing.
    pub fn hash_of(&self, symbol: &str) -> u64 {
        self.row(symbol).map_or(0, |row| row.hash)
    }

    /// The row of a symbol; spaces do not count.
    pub(in crate::import::akn) fn row(&self, symbol: &str) -> Option<&Row> {
        self.rows.get(&squeezed(symbol))
    }
}

/// One row: a line of JSON. What it leaves out is empty.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::import::akn) struct Row {
    /// Of the line.
    #[serde(skip)]
    hash: u64,
    /// The symbol of the document that it is about.
    symbol: String,
    resolution_title: String,
    agenda_item_name: String,
    adoption_meeting: String,
    adoption_type: String,
    draft_resolution: String,
    outcome_letter: String,
    #[serde(rename = "MS_in_favour_count")]
    favour_count: String,
    #[serde(rename = "MS_against_count")]
    against_count: String,
    #[serde(rename = "MS_abstaining_count")]
    abstaining_count: String,
    #[serde(rename = "MS_in_favour")]
    favour: Vec<String>,
    #[serde(rename = "MS_against")]
    against: Vec<String>,
    #[serde(rename = "MS_abstaining")]
    abstaining: Vec<String>,
    sponsors: Vec<String>,
    additional_sponsors: Vec<String>,
    subjects: Vec<Vec<String>>,
}

impl Row {
    /// Reads a line; nothing where it is no row of a catalogue.
    fn read(line: &str) -> Option<Self> {
        let row = Self {
            hash: hash(0, line.as_bytes()),
            ..serde_json::from_str(line).ok()?
        };
        (!row.symbol.trim().is_empty()).then_some(row)
    }

    /// Adds what the document does not know of itself. A topic, an agenda and a vote are the catalogue's to say.
    pub(in crate::import::akn) fn complete(
        &self,
        document: &mut Document,
        doubts: &mut Vec<DocumentDoubt>,
    ) {
        let facts = &mut document.facts;
        set(&mut facts.topic, meta::topic(&self.resolution_title));
        set(&mut facts.agenda, text(&self.agenda_item_name));
        self.complete_quietly(facts);
        let is_of_council = document.symbol.starts_with("S/");
        let Some(vote) = self.vote() else { return };
        let members = is_of_council.then_some(15);
        if document.kind == DocumentKind::Resolution {
            meta::doubt_vote(&vote, members, doubts);
        }
        self.doubt_meeting(doubts);
        document.facts.vote = Some(vote);
    }

    fn complete_quietly(&self, facts: &mut DocumentFacts) {
        facts.draft = facts.draft.take().or_else(|| text(&self.draft_resolution));
        facts.record = facts.record.take().or_else(|| text(&self.outcome_letter));
        facts.meeting = facts
            .meeting
            .take()
            .or_else(|| text(&self.adoption_meeting));
        facts.sponsors = [&self.sponsors[..], &self.additional_sponsors].concat();
        let terms = self
            .subjects
            .iter()
            .filter(|pair| pair.get(1).is_some_and(|source| meta::is_subject(source)));
        let terms: Vec<String> = terms.filter_map(|pair| pair.first().cloned()).collect();
        if !terms.is_empty() {
            facts.subjects = terms;
        }
    }

    fn vote(&self) -> Option<DocumentVote> {
        let side = |count: &str, who: &[String]| Side {
            count: count.trim().parse().ok(),
            who: who.to_vec(),
        };
        let vote = DocumentVote {
            favour: side(&self.favour_count, &self.favour),
            against: side(&self.against_count, &self.against),
            abstaining: side(&self.abstaining_count, &self.abstaining),
        };
        (vote != DocumentVote::default()).then_some(vote)
    }

    /// `9527th meeting` and `Adopted 15-0-0, 9528th meeting` contradict each other.
    fn doubt_meeting(&self, doubts: &mut Vec<DocumentDoubt>) {
        let number = |text: &str| {
            text.split(|c: char| !c.is_ascii_digit())
                .rfind(|digits| digits.len() >= 4)
                .map(str::to_string)
        };
        if let (Some(one), Some(other)) =
            (number(&self.adoption_meeting), number(&self.adoption_type))
            && one != other
        {
            let message = format!("the catalogue names meeting {one} and meeting {other}");
            doubts.push(DocumentDoubt::of_whole(DoubtKind::Vote, message));
        }
    }
}

fn set(fact: &mut Option<String>, value: Option<String>) {
    if value.is_some() {
        *fact = value;
    }
}

fn text(value: &str) -> Option<String> {
    let value = value.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    (!value.is_empty()).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: &str = r#"{"symbol": "S/RES/9001(2031)", "resolution_title": "Resolution 9001 [on the upkeep of boats]", "agenda_item_name": "Boats\t of the Council", "adoption_meeting": "9901st meeting", "adoption_type": "Adopted 2-0-1, 9902nd meeting", "MS_in_favour_count": "014", "MS_in_favour": ["OARLAND"], "sponsors": ["SAILAND"], "additional_sponsors": ["KEELAND"], "subjects": [["BOATS", "UNBIS Thesaurus"], ["[4]", "S/81"]]}"#;

    #[test]
    fn a_row_gives_a_document_of_its_symbol_what_it_lacks() {
        let mut catalogue = CatalogueRows::default();
        assert_eq!(catalogue.add(&format!("{ROW}\n\n{{}}\n")), 1);
        let row = catalogue.row("S/RES/9001 (2031)").unwrap();
        let mut document = Document {
            symbol: "S/RES/9001 (2031)".into(),
            ..Document::default()
        };
        document.facts.meeting = Some("the 9901st meeting".into());
        let mut doubts = Vec::new();
        row.complete(&mut document, &mut doubts);
        let facts = &document.facts;
        assert_eq!(facts.topic.as_deref(), Some("on the upkeep of boats"));
        assert_eq!(facts.agenda.as_deref(), Some("Boats of the Council"));
        assert_eq!(facts.meeting.as_deref(), Some("the 9901st meeting"));
        assert_eq!(facts.sponsors, ["SAILAND", "KEELAND"]);
        assert_eq!(facts.subjects, ["BOATS"]);
    }

    #[test]
    fn a_vote_that_contradicts_itself_is_kept_and_doubted() {
        let mut document = Document {
            symbol: "S/RES/9001 (2031)".into(),
            ..Document::default()
        };
        let mut doubts = Vec::new();
        Row::read(ROW).unwrap().complete(&mut document, &mut doubts);
        let messages: Vec<&str> = doubts.iter().map(|doubt| &*doubt.message).collect();
        assert_eq!(
            messages,
            [
                "14 for, but 1 are named",
                "14 votes of 15 members",
                "the catalogue names meeting 9901 and meeting 9902"
            ]
        );
        assert_eq!(document.facts.vote.unwrap().favour.count, Some(14));
    }

    #[test]
    fn a_line_that_is_no_row_is_none() {
        assert!(Row::read("{}").is_none());
        assert!(Row::read("no row").is_none());
    }
}
