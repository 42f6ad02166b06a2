//! What a reader leaves behind, and how the changes of two readers come together.
//!
//! Places are kept as printed citations, not as positions: when the corpus changes, only what is gone
//! is lost.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::text::citation::Day;

/// How many queries are kept.
const MAX_QUERIES: usize = 100;

/// What is remembered from one run to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct State {
    /// Where the reader was left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<Spot>,
    /// In the order they were set; one for a place.
    pub marks: Vec<Mark>,
    /// The jump list, oldest first.
    pub jumps: Vec<Spot>,
    /// The position in `jumps`, at most its length.
    pub jump_at: usize,
    /// Queries of the finder, oldest first.
    pub queries: Vec<String>,
    /// The tag of the language that was chosen last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The style of quotations that was chosen last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// The names of the lists that were turned to the other one of their orders.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub orders: Vec<String>,
    /// The most columns of text that were chosen last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<u16>,
    /// Fields of a later version: kept as they are.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// A place in words that outlive the corpus it was taken from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Spot {
    /// As printed, `2/34-P:7`.
    pub citation: String,
    /// The `id` of its session: two organs may print the same symbol.
    pub session: String,
}

/// A marked place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The place.
    pub at: Spot,
    /// Its first words, to know it by in the list.
    pub words: String,
    /// What the reader wrote to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The day on which it was set, ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
    /// Fields of a later version: kept as they are.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Mark {
    /// A mark at a place known by `words`.
    pub fn new(at: Spot, words: String) -> Self {
        Self {
            at,
            words,
            note: None,
            day: None,
            other: Map::new(),
        }
    }

    /// The day on which it was set.
    pub fn day(&self) -> Option<Day> {
        self.day.as_deref().and_then(Day::read)
    }

    /// What it is known by in a list: the note behind a `•`, and the first words.
    pub fn listed(&self) -> String {
        self.listed_with(&self.words)
    }

    /// The same with other words.
    pub fn listed_with(&self, words: &str) -> String {
        match &self.note {
            Some(note) => format!("• {note}  {words}"),
            None => words.to_owned(),
        }
    }
}

impl State {
    /// Reads a file; none if it holds no state.
    pub(super) fn from_json(json: &[u8]) -> Option<Self> {
        // serde would also take a list for an object.
        if json.trim_ascii_start().first() != Some(&b'{') {
            return None;
        }
        let mut state = serde_json::from_str::<Self>(str::from_utf8(json).ok()?).ok()?;
        state.jump_at = state.jump_at.min(state.jumps.len());
        for mark in &mut state.marks {
            mark.note = mark.note.take().filter(|note| !note.trim().is_empty());
        }
        Some(state)
    }

    /// Takes back what was chosen: all but places, marks and queries. What that was, in words.
    pub fn forget(&mut self) -> Vec<&'static str> {
        let chosen = [
            ("the style of quotations", self.quote.take().is_some()),
            ("the language", self.language.take().is_some()),
            (
                "the order of lists",
                !std::mem::take(&mut self.orders).is_empty(),
            ),
            ("the width of text", self.measure.take().is_some()),
        ];
        let chosen = chosen.into_iter().filter(|(_, was_chosen)| *was_chosen);
        chosen.map(|(name, _)| name).collect()
    }

    pub(super) fn to_json(&self) -> String {
        let mut json = serde_json::to_string_pretty(self).unwrap_or_default();
        json.push('\n');
        json
    }

    /// `theirs`, with what changed from `base` to `self`.
    pub(super) fn merged(&self, base: &Self, theirs: &Self) -> Self {
        let mut merged = theirs.clone();
        if self.last != base.last {
            merged.last.clone_from(&self.last);
        }
        if self.language != base.language {
            merged.language.clone_from(&self.language);
        }
        if self.quote != base.quote {
            merged.quote.clone_from(&self.quote);
        }
        if self.orders != base.orders {
            merged.orders.clone_from(&self.orders);
        }
        if self.measure != base.measure {
            merged.measure = self.measure;
        }
        if (&self.jumps, self.jump_at) != (&base.jumps, base.jump_at) {
            merged.jumps.clone_from(&self.jumps);
            merged.jump_at = self.jump_at;
        }
        merge_marks(&mut merged.marks, &base.marks, &self.marks);
        merge_queries(&mut merged.queries, &base.queries, &self.queries);
        merged
    }
}

fn merge_marks(theirs: &mut Vec<Mark>, base: &[Mark], ours: &[Mark]) {
    let notes = |marks: &[Mark]| -> HashMap<Spot, Option<String>> {
        let notes = marks
            .iter()
            .map(|mark| (mark.at.clone(), mark.note.clone()));
        notes.collect()
    };
    let (before, kept) = (notes(base), notes(ours));
    // A note that was written since outlives the removal of its mark by the other reader.
    let is_new = |mark: &Mark| {
        let before = before.get(&mark.at);
        before.is_none_or(|before| mark.note.is_some() && mark.note != *before)
    };
    theirs.retain(|mark| kept.contains_key(&mark.at) || is_new(mark));
    for mark in theirs.iter_mut() {
        if let Some(ours) = kept.get(&mark.at) {
            let before = before.get(&mark.at).and_then(Option::as_deref);
            merge_note(&mut mark.note, before, ours.as_deref());
        }
    }
    let there = notes(theirs);
    let added = |mark: &&Mark| is_new(mark) && !there.contains_key(&mark.at);
    theirs.extend(ours.iter().filter(added).cloned());
}

/// The note that one reader changed; both where both did.
fn merge_note(theirs: &mut Option<String>, base: Option<&str>, ours: Option<&str>) {
    let is_theirs = theirs.is_some() && theirs.as_deref() != base;
    if ours == base || ours == theirs.as_deref() {
        return;
    }
    match (theirs, ours) {
        (Some(theirs), Some(ours)) if is_theirs => {
            theirs.push_str(" / ");
            theirs.push_str(ours);
        }
        (_, None) if is_theirs => {}
        (theirs, ours) => *theirs = ours.map(str::to_owned),
    }
}

/// A query asked again stands once, as the latest.
fn merge_queries(theirs: &mut Vec<String>, base: &[String], ours: &[String]) {
    let added: Vec<&String> = match ours.strip_prefix(base) {
        Some(behind) => behind.iter().collect(),
        None => ours.iter().filter(|query| !base.contains(query)).collect(),
    };
    for query in added {
        theirs.retain(|earlier| earlier != query);
        theirs.push(query.clone());
    }
    theirs.drain(..theirs.len().saturating_sub(MAX_QUERIES));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spot(citation: &str) -> Spot {
        Spot {
            citation: citation.to_owned(),
            session: "ICFM-34".to_owned(),
        }
    }

    fn marks(citations: &[&str]) -> State {
        let mark = |citation: &&str| Mark::new(spot(citation), String::new());
        State {
            marks: citations.iter().map(mark).collect(),
            ..State::default()
        }
    }

    #[test]
    fn marks_set_and_removed_by_two_readers_come_together() {
        for (base, ours, theirs, want) in [
            (
                &["1"][..],
                &["1", "2"][..],
                &["1", "3"][..],
                &["1", "3", "2"][..],
            ),
            (&["1", "2"], &["2"], &["1", "2", "3"], &["2", "3"]),
            (&["1", "2"], &["1", "2"], &["2"], &["2"]),
            (&[], &["1"], &["1"], &["1"]),
            (&["1"], &[], &[], &[]),
            (&["1"], &["1"], &["1", "2"], &["1", "2"]),
        ] {
            let merged = marks(ours).merged(&marks(base), &marks(theirs));
            assert_eq!(merged, marks(want), "{base:?} {ours:?} {theirs:?}");
        }
    }

    #[test]
    fn notes_of_two_readers_come_together() {
        let noted = |note: Option<&str>| State {
            marks: vec![Mark {
                note: note.map(str::to_owned),
                ..Mark::new(spot("1"), String::new())
            }],
            ..State::default()
        };
        for (base, ours, theirs, want) in [
            (None, Some("a"), None, Some("a")),
            (None, None, Some("b"), Some("b")),
            (None, Some("a"), Some("b"), Some("b / a")),
            (None, Some("a"), Some("a"), Some("a")),
            (Some("a"), None, Some("a"), None),
            (Some("a"), Some("a"), None, None),
            (Some("a"), Some("c"), Some("a"), Some("c")),
            (Some("a"), None, Some("b"), Some("b")),
            (Some("a"), Some("c"), None, Some("c")),
        ] {
            let merged = noted(ours).merged(&noted(base), &noted(theirs));
            assert_eq!(merged, noted(want), "{base:?} {ours:?} {theirs:?}");
        }
        for (base, ours, theirs, want) in [
            // One removed the mark that the other wrote a note to.
            (noted(None), marks(&[]), noted(Some("b")), noted(Some("b"))),
            (noted(None), noted(Some("a")), marks(&[]), noted(Some("a"))),
            (noted(Some("a")), marks(&[]), noted(Some("a")), marks(&[])),
            (noted(Some("a")), noted(Some("a")), marks(&[]), marks(&[])),
            // Both marked it.
            (marks(&[]), noted(Some("a")), noted(None), noted(Some("a"))),
        ] {
            assert_eq!(
                ours.merged(&base, &theirs),
                want,
                "{base:?} {ours:?} {theirs:?}"
            );
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

        #[test]
        fn any_note_is_written_and_read_back(note in proptest::option::of("(\\PC|[\\x00-\\x1f\u{7f}-\u{9f}\u{202e}\"\\\\]){0,60}")) {
            let mut state = marks(&["1", "2"]);
            state.marks[1].note = note;
            let read = State::from_json(state.to_json().as_bytes());
            // Blanks are no note.
            state.marks[1].note = state.marks[1].note.take().filter(|note| !note.trim().is_empty());
            prop_assert_eq!(read, Some(state));
        }
    }

    #[test]
    fn a_mark_of_an_earlier_version_has_no_note() {
        let json = r#"{"marks":[{"at":{"citation":"1","session":"s"},"words":"w"}]}"#;
        let state = State::from_json(json.as_bytes()).unwrap();
        assert_eq!(state.marks[0].note, None);
        assert!(!state.to_json().contains("note"));
    }

    #[test]
    fn a_reader_that_did_not_move_leaves_the_place_of_the_other() {
        let at = |citation| State {
            last: Some(spot(citation)),
            jumps: vec![spot(citation)],
            jump_at: 1,
            ..State::default()
        };
        assert_eq!(at("1").merged(&at("1"), &at("2")), at("2"));
        assert_eq!(at("3").merged(&at("1"), &at("2")), at("3"));
    }

    #[test]
    fn the_language_that_was_chosen_last_is_kept() {
        let chosen = |tag: Option<&str>| State {
            language: tag.map(str::to_owned),
            ..State::default()
        };
        for (base, ours, theirs, want) in [
            (None, Some("fr"), None, Some("fr")),
            (Some("fr"), Some("fr"), Some("ar"), Some("ar")),
            (Some("fr"), Some("zh"), Some("ar"), Some("zh")),
        ] {
            let merged = chosen(ours).merged(&chosen(base), &chosen(theirs));
            assert_eq!(merged, chosen(want), "{base:?} {ours:?} {theirs:?}");
        }
    }

    #[test]
    fn a_query_stands_once_as_the_latest_and_old_ones_go() {
        let asked = |queries: &[&str]| State {
            queries: queries.iter().map(ToString::to_string).collect(),
            ..State::default()
        };
        let merged = asked(&["a", "b", "c"]).merged(&asked(&["a"]), &asked(&["a", "c", "d"]));
        assert_eq!(merged, asked(&["a", "d", "b", "c"]));
        let many: Vec<String> = (0..150).map(|n| n.to_string()).collect();
        let many = State {
            queries: many,
            ..State::default()
        };
        let merged = many.merged(&State::default(), &State::default());
        assert_eq!(merged.queries.len(), MAX_QUERIES);
        assert_eq!(merged.queries.last().unwrap(), "149");
    }

    #[test]
    fn fields_of_a_later_version_are_kept() {
        let json = r#"{"colour":{"of":[1]},"marks":[{"at":{"citation":"1","session":"s"},"words":"","tag":2}]}"#;
        let state = State::from_json(json.as_bytes()).unwrap();
        let again = State::from_json(state.to_json().as_bytes()).unwrap();
        assert_eq!(again, state);
        assert_eq!(again.other["colour"]["of"][0], 1);
        assert_eq!(again.marks[0].other["tag"], 2);
    }

    #[test]
    fn a_jump_position_beyond_the_list_is_its_end() {
        assert_eq!(State::from_json(br#"{"jump_at":9}"#).unwrap().jump_at, 0);
    }

    #[test]
    fn what_is_no_object_is_no_state() {
        for json in [
            "",
            "null",
            "[]",
            r"[null,[],[],0,[]]",
            "{",
            r#"{"marks":1}"#,
            "{}x",
        ] {
            assert_eq!(State::from_json(json.as_bytes()), None, "{json}");
        }
    }
}
