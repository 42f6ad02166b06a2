//! What paragraphs ask of whom by when, as far as a query asks for it: a table that is made when it is first asked for.
//!
//! How an act is read from a text stands on a higher floor: a finder is given the function that does it.

use crate::search::index::intern::{Interner, Readings};
use crate::search::index::varint::narrow;
use crate::search::words::tokens;
use crate::text::corpus::Corpus;
use crate::text::model::ResolutionId;

/// Reads the acts of a resolution in their order; none where its language is not read, or the resolution itself can't be.
pub type ReadActs = fn(&Corpus, ResolutionId) -> Option<Vec<NotedAct>>;

/// What a query can ask of an act for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotedAct {
    /// The index of its paragraph among the passages of the resolution.
    pub paragraph: usize,
    /// Its verb, in the third person.
    pub verb: String,
    /// Who is asked.
    pub addressees: Vec<String>,
    /// Whether it asks for a report.
    pub is_report: bool,
    /// The words that say by when.
    pub due: Vec<String>,
    /// The days that follow from these, ISO 8601.
    pub days: Vec<String>,
}

/// The verb that stands for all acts that ask for a report.
const REPORT: &str = "report";

/// What is said of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum ActField {
    To,
    Does,
    Due,
    Day,
}

/// How many fields there are.
pub(in crate::search) const FIELDS: usize = 4;

/// Acts by what is said of them.
#[derive(Debug, Default)]
pub(in crate::search) struct ActTable {
    /// By field, what is said there, folded, each once.
    said: [Interner; FIELDS],
    /// By field, the numbers of what is printed.
    printed: [Readings<u32>; FIELDS],
    acts: Vec<TabledAct>,
    /// What is said of the acts, one after the other: the field, and the number of what is said.
    of_acts: Vec<(ActField, u32)>,
}

/// An act of the table.
#[derive(Debug)]
struct TabledAct {
    /// Whose it is, as was told.
    owner: u32,
    /// Where what is said of it ends.
    end: u32,
}

impl ActTable {
    /// Adds an act of somebody.
    pub(in crate::search) fn add(&mut self, owner: u32, act: &NotedAct) {
        self.say(ActField::Does, &act.verb);
        if act.is_report {
            self.say(ActField::Does, REPORT);
        }
        for addressee in &act.addressees {
            self.say(ActField::To, addressee);
        }
        for due in &act.due {
            self.say(ActField::Due, due);
        }
        for day in &act.days {
            self.say(ActField::Day, day);
        }
        self.acts.push(TabledAct {
            owner,
            end: narrow(self.of_acts.len()),
        });
    }

    fn say(&mut self, field: ActField, said: &str) {
        let numbers = &mut self.said[field as usize];
        let fold = || match field {
            ActField::Day => numbers.intern(said.as_bytes()),
            _ => numbers.intern(tokens::words(said).join(" ").as_bytes()),
        };
        let number = self.printed[field as usize].of(said, fold);
        self.of_acts.push((field, number));
    }

    /// Whose each act is, with what is said of it.
    pub(in crate::search) fn each(&self) -> impl Iterator<Item = (u32, &[(ActField, u32)])> {
        let mut start = 0;
        self.acts.iter().map(move |act| {
            let end = act.end as usize;
            let said = self.of_acts.get(start..end).unwrap_or_default();
            start = end;
            (act.owner, said)
        })
    }

    /// What is said in a field, by its number.
    pub(in crate::search) fn said(&self, field: ActField) -> Vec<String> {
        let said = &self.said[field as usize];
        let word = |number| String::from_utf8_lossy(said.word(number)).into_owned();
        (0..said.len()).map(word).collect()
    }
}
